"""Our own reading, asked for nothing but the main text."""

from collections.abc import Callable

Extract = Callable[[bytes], str]

TEXT_ROLES = frozenset({"standfirst", "body", "heading", "quotation", "list", "caption", "correction"})


def whole_path() -> Extract:
    """What `read` makes of the page: blocks, headers, articles; their bodies joined in page order."""
    from headwater.knowledge import load
    from headwater.reading import articles
    from headwater.records import Page, Unread
    from headwater.records.identity import digest

    knowledge = load()

    def run(data: bytes) -> str:
        page = Page("p", "https://example.com/a", "text/html", "utf-8", digest(data), data)
        layout = articles.read(page, knowledge)
        if isinstance(layout, Unread):
            return ""
        return "\n".join(
            layout.text[block.span] for block in layout.blocks if block.article and block.role in TEXT_ROLES
        )

    return run


def main_text() -> Extract:
    """The main-text model alone."""
    from headwater.knowledge import load
    from headwater.reading.articles import maintext
    from headwater.reading.articles.decode import decode
    from headwater.reading.articles.html import outline_html

    knowledge = load()

    def run(data: bytes) -> str:
        outline = outline_html(decode(data, "utf-8")[0])
        text = outline.text.text
        return "\n".join(
            text[piece.start : piece.end]
            for piece, kept in zip(outline.pieces, maintext.main(outline, knowledge), strict=True)
            if kept
        )

    return run
