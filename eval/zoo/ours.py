"""Our own reading, asked for nothing but the main text."""

from collections.abc import Callable

Extract = Callable[[bytes], str]


def whole_path() -> Extract:
    """What `read` makes of the page: blocks, headers, articles; their bodies joined in page order."""
    from headwater.knowledge import load
    from headwater.reading import articles
    from headwater.records import Page

    knowledge = load()

    def run(data: bytes) -> str:
        layout = articles.read(Page(data, "https://example.com/a", charset="utf-8"), knowledge)
        blocks = getattr(layout, "blocks", ())
        roles = ("body", "heading", "quotation", "list", "standfirst", "correction", "caption")
        return "\n".join(layout.text[block.span] for block in blocks if block.article and block.role in roles)

    return run


def main_text() -> Extract:
    """The main-text model alone."""
    from headwater.knowledge import load
    from headwater.reading.articles import maintext
    from headwater.reading.articles.decode import decode
    from headwater.reading.articles.html import outline_html

    knowledge = load()

    def run(data: bytes) -> str:
        outline = outline_html(decode(data, "utf-8"))
        text = outline.text.text
        return "\n".join(
            text[piece.start : piece.end]
            for piece, kept in zip(outline.pieces, maintext.main(outline, knowledge), strict=True)
            if kept
        )

    return run
