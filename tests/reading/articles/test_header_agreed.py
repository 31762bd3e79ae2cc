"""Where places of a page agree or differ: dates in text and markup, agencies spelled out, names of the paper."""

import pytest
from header_pages import read

PROSE = "<p>" + "The weir above the mill was breached at dawn, and the lower fields stand under water. " * 4 + "</p>"


def article(head: str = "", top: str = "", end: str = "", title: str = "Weir breached at dawn") -> str:
    return f"<html><head>{head}</head><body><h1>{title}</h1>{top}{PROSE * 3}{end}</body></html>"


def stated(when: str) -> str:
    return f'<meta property="article:published_time" content="{when}">'


@pytest.mark.parametrize(
    ("shown", "meta", "date", "zone"),
    [
        ("6 May 2018", "2018-05-06T09:12:41+02:00", "2018-05-06T09:12:41", "+02:00"),
        ("6 May 2018, 11:12", "2018-05-06T09:12:41Z", "2018-05-06T09:12:41", "Z"),
        ("6 May 2018, 11:30", "2018-05-06T09:12:41Z", "2018-05-06T11:30", None),
        ("6 May 2018", "2018-05-06T00:00:00Z", "2018-05-06", None),
        ("7 May 2018", "2018-05-06T09:12:41Z", "2018-05-07", None),
    ],
)
def test_the_markup_is_finer_only_where_it_agrees(shown: str, meta: str, date: str, zone: str | None) -> None:
    header = read(article(stated(meta), f"<p>{shown}</p>"))[1]
    assert header.published is not None
    assert (header.published.date, header.published.zone) == (date, zone)


def test_of_two_shown_dates_the_one_that_the_markup_names() -> None:
    top = "<p>9 May 2018</p><p>6 May 2018 by Dana Orlik</p>"
    header = read(article(stated("2018-05-06T09:12:41Z"), top))[1]
    assert header.published is not None and header.published.date == "2018-05-06T09:12:41"


def test_the_clock_of_the_first_publication() -> None:
    header = read(article(top="<p>Sun 6 May 2018 19.00 — first published at 09.25</p>"))[1]
    assert header.published is not None and header.published.date == "2018-05-06T09:25"


def test_a_date_in_the_title_of_an_issue() -> None:
    outline, header = read(article("<title>Mill Valley Sheet - Sunday 6 May 2018</title>"))
    assert header.published is not None
    assert outline.text[header.published.span] == "Sunday 6 May 2018"


@pytest.mark.parametrize(
    ("top", "end"),
    [
        ("<p class='byline'>By Torvan Press Agency (TPA)</p>", ""),
        ("<p class='byline'>By Dana Orlik and TPA</p>", "<p>With material of the Torvan Press Agency.</p>"),
        (
            "<p>MILLFORD, May 6 (TPA) – The weir is gone, the mayor of the town said.</p>",
            "<p>© 2018 Torvan Press Agency</p>",
        ),
        ("<p>Told to the Torvan News Agency (TNA2).</p>", "<p>© Torvan Press Agency</p>"),
    ],
)
def test_an_agency_that_the_page_spells_out_is_credited_and_nothing_else(top: str, end: str) -> None:
    head = "<title>Weir breached at dawn | Mill Valley Sheet</title>"
    header = read(article(head, "<div>Mill Valley Sheet</div>" + top, end))[1]
    assert [(credit.kind, credit.outlet) for credit in header.credits] == [("agency", "Torvan Press Agency")]
    assert all("Agency" not in name.name and name.name != "TPA" for name in header.authors)
    assert header.publisher is not None and header.publisher.name == "Mill Valley Sheet"


def test_letters_in_a_dateline_that_nothing_spells_out() -> None:
    header = read(article(top="<p>MILLFORD, May 6 (QXN) – The weir is gone, the mayor of the town said.</p>"))[1]
    assert [(credit.outlet, credit.rule) for credit in header.credits] == [("QXN", "dateline_letters")]


def test_a_company_form_is_no_part_of_the_papers_name() -> None:
    footer = "<footer><p>© 2018 Mill Valley Sheet Publishing Ltd</p></footer>"
    with_masthead = read(article(top="<p>Mill Valley Sheet</p>", end=footer))[1]
    without = read(article(end=footer))[1]
    assert with_masthead.publisher is not None and with_masthead.publisher.name == "Mill Valley Sheet"
    assert without.publisher is not None and without.publisher.name == "Mill Valley Sheet Publishing Ltd"


def test_a_byline_below_the_title_in_one_piece() -> None:
    _, header = read(article(title="Weir breached at dawn<br>by Dana Orlik"))
    assert header.title is not None and header.title.text == "Weir breached at dawn"
    assert [name.name for name in header.authors] == ["Dana Orlik"]


@pytest.mark.parametrize(("line", "names"), [("— Dana Orlik, editor", ["Dana Orlik"]), ("– Mill Valley Sheet", [])])
def test_a_name_below_the_text_signs_it(line: str, names: list[str]) -> None:
    assert [name.name for name in read(article(end=f"<p>{line}</p>"))[1].authors] == names
