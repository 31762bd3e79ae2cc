"""Whatever a page holds, each value of its header is the words at its span, and nothing is raised."""

from datetime import date
from html import unescape

from header_pages import patterns, read, words_at
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.reading.articles.bylines import read_names
from headwater.reading.articles.dates import find_dates

WORDS = (
    "By", "Dana Orlik", "Sam Reth", "and", "in", "Kyiv", ",", "|", "—", "Published", "Updated", "on", "6 May 2018",
    "May 7, 2018", "06/05/2018", "10:15 GMT", "via", "The Daily Lantern", "(Reuters)", "AFP", "KYIV,", "-", "3 hours ago",
    "Political Editor", "dana@lantern.example", "The bridge was hit in the night, the mayor said.", "Ørlik", "&amp;", ".",
)  # fmt: skip
LINES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=7).map(" ".join)
TAGS = st.sampled_from(["p", "h1", "h2", "span", "time", 'p class="byline"', 'div class="date"', 'a rel="author"'])
BLOCKS = st.lists(st.tuples(TAGS, LINES), min_size=1, max_size=8)
METAS = st.lists(
    st.tuples(st.sampled_from(["author", "og:title", "og:site_name", "article:published_time", "date"]), LINES),
    max_size=4,
)


def built(blocks: list[tuple[str, str]], metas: list[tuple[str, str]]) -> str:
    head = "".join(f'<meta name="{name}" content="{value}">' for name, value in metas)
    body = "".join(f"<{tag}>{words}</{tag.split()[0]}>" for tag, words in blocks)
    return f"<html><head>{head}</head><body>{body}</body></html>"


@given(BLOCKS, METAS)
@settings(max_examples=120, deadline=None)
def test_values_are_the_words_at_their_spans(blocks: list[tuple[str, str]], metas: list[tuple[str, str]]) -> None:
    html = built(blocks, metas)
    outline, header = read(html, seen_at="2019-01-01T00:00:00Z")
    data = html.encode()
    for name in (*header.authors, *([header.publisher] if header.publisher else [])):
        assert name.name in unescape(words_at(outline, data, name.span))
        if name.span.space == "text":
            assert words_at(outline, data, name.span) == name.name
    if header.title is not None:
        assert header.title.text in unescape(words_at(outline, data, header.title.span))
    for moment in (header.published, header.modified):
        if moment is not None:
            assert moment.date[:4] in words_at(outline, data, moment.span) or moment.inferred
            assert moment.date[:10] <= "2019-01-02"
    for credit in header.credits:
        assert words_at(outline, data, credit.span).strip()
    assert all(0 <= index < len(outline.pieces) for index in header.roles)


@given(LINES)
def test_names_stand_where_they_are_said_to(text: str) -> None:
    for stated in (False, True):
        for named in read_names(text, patterns(), stated=stated):
            assert text[named.start : named.end] == named.name


@given(
    st.dates(date(1950, 1, 1), date(2090, 1, 1)), st.sampled_from(["%b %d, %Y", "%d %B %Y", "%A %d %b %Y", "%Y/%m/%d"])
)
def test_each_written_form_gives_back_its_day(day: date, form: str) -> None:
    text = f"Posted {day.strftime(form)} by us"
    assert [found.date for found in find_dates(text, patterns())] == [day.isoformat()]


@given(st.text(max_size=300))
def test_any_text_is_taken(text: str) -> None:
    for found in find_dates(text, patterns()):
        assert 0 <= found.start < found.end <= len(text)
    read_names(text, patterns(), stated=True)


def test_hostile_lines_take_no_time() -> None:
    from time import process_time

    from headwater.reading.articles.cues import credit_rule

    start = process_time()
    for seed in ("By ", "A", "1/", "Nov ", "(", " - ", "via ", "\xa0", "Aa ", "http:", "a@", "12:", "2018-", "AP "):
        line = seed * 4000
        find_dates(line[:2000], patterns())
        read_names(line, patterns(), stated=True)
        credit_rule(line[:240], patterns())
        patterns().dateline.match(line)
        patterns().agency_end.search(line[-60:])
    assert process_time() - start < 3
