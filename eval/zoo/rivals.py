"""Other people's extractors, each as they advise to call it for plain text; nothing is fetched."""

from collections.abc import Callable
from importlib.metadata import version

Extract = Callable[[bytes], str]


def trafilatura_fast() -> Extract:
    """trafilatura without its fall-back extractors."""
    from trafilatura import extract

    return lambda data: extract(_characters(data), fast=True, include_comments=False) or ""


def trafilatura_default() -> Extract:
    """trafilatura with its fall-back extractors."""
    from trafilatura import extract

    return lambda data: extract(_characters(data), include_comments=False) or ""


def newspaper4k() -> Extract:
    """newspaper4k with its full parse (it has no text-only one) and no pictures fetched."""
    import newspaper

    def run(data: bytes) -> str:
        article = newspaper.Article("https://example.com/a", fetch_images=False)
        article.download(input_html=_characters(data))
        article.parse()
        return str(article.text or "")

    return run


def readability() -> Extract:
    """readability-lxml's summary, as text."""
    import lxml.html
    from readability import Document

    def run(data: bytes) -> str:
        summary = Document(_characters(data)).summary(html_partial=True)
        return "\n".join(lxml.html.fromstring(summary).itertext()) if summary.strip() else ""

    return run


def resiliparse() -> Extract:
    """resiliparse's main content rules."""
    from resiliparse.extract.html2text import extract_plain_text

    def run(data: bytes) -> str:
        return str(extract_plain_text(_characters(data), main_content=True, alt_texts=False, links=False))

    return run


def versions() -> dict[str, str]:
    """Releases of the packages behind the rivals."""
    names = ("trafilatura", "newspaper4k", "readability-lxml", "resiliparse")
    return {name: version(name) for name in names}


def _characters(data: bytes) -> str:
    return data.decode("utf-8", "replace")
