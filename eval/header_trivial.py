"""A header read without splitting the page: all from the first h1 on is one draft.  Measures the header alone."""

from eval.header_naeb import Stated
from headwater.knowledge import Knowledge
from headwater.reading.articles.cues import read_cues
from headwater.reading.articles.decode import decode
from headwater.reading.articles.header import Header, HeaderContext, read_header
from headwater.reading.articles.html import outline_html
from headwater.reading.articles.outline import Draft, Outline
from headwater.records import Page
from headwater.records.identity import digest, page_id


def first_header(data: bytes, address: str, knowledge: Knowledge) -> Stated:
    """What the header of the page's one draft states."""
    header = header_of(data, address, knowledge)[1]
    return Stated(
        header.title.text if header.title else "",
        tuple(name.name for name in header.authors),
        header.published.date if header.published else "",
        header.modified.date if header.modified else "",
    )


def header_of(data: bytes, address: str, knowledge: Knowledge) -> tuple[Outline, Header]:
    """The outline of the page, and the header of all of it from the first h1 on."""
    sha = digest(data)
    page = Page(page_id(sha, address), address, "text/html", None, sha, data)
    outline = outline_html(*decode(data))
    cues = read_cues(outline, knowledge)
    opening = next((index for index, found in enumerate(cues) if found.heading == 1), 0)
    draft = Draft(tuple(range(opening, len(outline.pieces))), "story", "all_from_h1", opening)
    context = HeaderContext(page, cues, (), (draft,), knowledge)
    return outline, read_header(outline, draft, context)
