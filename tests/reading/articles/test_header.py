"""Headers of whole pages: which place answers, where the answer stands, and what is left null."""

import pytest
from header_pages import read, read_plain, read_several, words_at

from headwater.reading.articles.dates import Stated, is_future, settle_order, settled
from headwater.reading.articles.language import language_of

BODY = "<p>" + "The bridge over the river was hit in the night, and two guards were hurt, the mayor said. " * 3 + "</p>"
PROSE = BODY * 3


def article(head: str = "", top: str = "", end: str = "") -> str:
    return f"<html><head>{head}</head><body><h1>Bridge hit in the night</h1>{top}{PROSE}{end}</body></html>"


def test_a_shown_byline_comes_before_metadata() -> None:
    html = article('<meta name="author" content="Lantern Web">', '<p class="byline">By Dana Orlik and Sam Reth</p>')
    outline, header = read(html)
    assert [name.name for name in header.authors] == ["Dana Orlik", "Sam Reth"]
    assert all(outline.text[name.span] == name.name for name in header.authors)
    assert {verdict.role for verdict in header.roles.values()} == {"headline", "byline"}


def test_name_and_date_that_only_elements_keep_apart() -> None:
    outline, header = read(article(top="<div><span>Dana Orlik</span><span>May 6, 2018</span></div>"))
    assert [name.name for name in header.authors] == ["Dana Orlik"]
    assert header.published is not None
    assert outline.text[header.published.span] == "May 6, 2018"


def test_metadata_where_nothing_is_shown() -> None:
    head = (
        '<meta property="article:published_time" content="2018-05-06T10:00:00Z">'
        '<meta name="author" content="By Dana Orlik"><meta property="og:site_name" content="The Lantern">'
    )
    html = article(head)
    outline, header = read(html)
    data = html.encode()
    assert [(name.name, words_at(outline, data, name.span)) for name in header.authors] == [("Dana Orlik",) * 2]
    assert header.published is not None and header.publisher is not None
    assert words_at(outline, data, header.published.span) == "2018-05-06T10:00:00Z"
    assert words_at(outline, data, header.publisher.span) == header.publisher.name == "The Lantern"


@pytest.mark.parametrize("value", ["The Lantern", "https://lantern.example/dana", "admin", "@lantern"])
def test_what_a_meta_author_may_not_be(value: str) -> None:
    head = f'<meta name="author" content="{value}"><meta property="og:site_name" content="The Lantern">'
    assert read(article(head))[1].authors == ()


def test_an_agency_is_credited_and_is_no_author() -> None:
    header = read(article(top='<p class="byline">By AFP</p>'))[1]
    assert header.authors == ()
    assert [(credit.kind, credit.outlet) for credit in header.credits] == [("agency", "Agence France-Presse")]


def test_change_and_publication_are_told_apart() -> None:
    header = read(article(top="<p>Published 3 May 2018 · Updated 4 May 2018</p>"))[1]
    assert header.published is not None and header.modified is not None
    assert (header.published.date, header.modified.date) == ("2018-05-03", "2018-05-04")


def test_an_address_only_lets_one_infer() -> None:
    header = read(article(), "https://lantern.example/2018/05/06/bridge")[1]
    assert header.published is not None
    assert (header.published.date, header.published.inferred, header.published.span.space) == (
        "2018-05-06",
        True,
        "location",
    )


def test_what_the_user_gave_stands_in_his_words() -> None:
    header = read(article(), given={"published": "2018-05-06", "outlet": "The Lantern"})[1]
    assert header.published is not None and header.publisher is not None
    assert (header.published.date, header.published.span.space) == ("2018-05-06", "given")
    assert (header.publisher.name, header.publisher.span.space) == ("The Lantern", "given")


def test_null_where_the_page_says_nothing() -> None:
    header = read(article(end="<p>© 2018</p>"))[1]
    assert (header.authors, header.publisher, header.published, header.modified, header.credits) == (
        (),
        None,
        None,
        None,
        (),
    )


def test_no_date_after_the_page_was_seen() -> None:
    header = read(article(top="<p>Published 3 May 2018</p>"), seen_at="2018-01-01T00:00:00Z")[1]
    assert header.published is None


def test_a_day_that_could_be_two_is_null_until_another_settles_it() -> None:
    assert read(article(top="<p>05/06/2018</p>"))[1].published is None
    header = read(article(top="<p>05/06/2018</p><p>Updated 6 May 2018</p>"))[1]
    assert header.published is not None
    assert header.published.date == "2018-05-06"


def test_relative_dates_need_the_day_the_page_was_seen() -> None:
    top = "<p>3 hours ago</p>"
    assert read(article(top=top))[1].published is None
    moment = read(article(top=top), seen_at="2018-05-06T02:00:00Z")[1].published
    assert moment is not None
    assert (moment.date, moment.inferred) == ("2018-05-05", True)


def test_the_title_is_the_heading_that_the_markup_confirms() -> None:
    head = '<meta property="og:title" content="Bridge hit in the night">'
    html = f"<html><head>{head}</head><body><h1>The Lantern</h1><h2>Bridge hit in the night</h2>{PROSE}</body></html>"
    outline, header = read(html)
    assert header.title is not None
    assert outline.text[header.title.span] == header.title.text == "Bridge hit in the night"


def test_agency_datelines_and_tags_are_credits() -> None:
    top = "<p>KYIV, March 3 (Reuters) - " + "Shells fell on the market in the night, the mayor said. " * 4 + "</p>"
    header = read(article(top=top, end="<p>Nobody else was hurt, he said. (AFP)</p>"))[1]
    assert [(credit.outlet, credit.rule) for credit in header.credits] == [
        ("Reuters", "dateline"),
        ("Agence France-Presse", "agency_at_end"),
    ]


def test_day_order_is_settled_by_a_plain_date() -> None:
    unclear = Stated(0, 0, "2018-11-06", "day", turned="2018-06-11")
    assert settle_order([unclear]) is None
    order = settle_order([unclear, Stated(0, 0, "2018-06-11", "day")])
    assert order == "mdy"
    assert settled(unclear, order) == Stated(0, 0, "2018-06-11", "day")


def test_a_date_a_day_ahead_is_not_yet_the_future() -> None:
    assert not is_future(Stated(0, 0, "2018-05-07", "day"), "2018-05-06T23:00:00Z")
    assert is_future(Stated(0, 0, "2018-05-08", "day"), "2018-05-06T23:00:00Z")
    assert not is_future(Stated(0, 0, "2018", "year"), "2018-05-06")


def test_language_of_short_and_plain_texts() -> None:
    assert (
        language_of("The mayor said that the bridge was hit in the night and that two of the guards were hurt.") == "en"
    )
    german = "Der Bürgermeister sagte, dass die Brücke in der Nacht getroffen wurde und zwei Wachen verletzt wurden. "
    assert language_of(german * 4) == "de"
    assert language_of("Brücke getroffen") == "und"


def test_a_short_title_of_a_text_is_not_taken_for_its_author() -> None:
    text = "Ceasefire Talks Collapse\n\nDana Orlik\n\nPublished 6 May 2018\n\n" + f"{PROSE}\n\n" * 2
    outline, header = read_plain(text)
    assert header.title is not None
    assert header.title.text == "Ceasefire Talks Collapse"
    assert [name.name for name in header.authors] == ["Dana Orlik"]
    assert [header.roles[index].role for index in range(3)] == ["headline", "byline", "metadata"]
    assert len(outline.pieces) == 5


def test_metadata_goes_to_the_article_that_it_names_and_to_no_other() -> None:
    head = (
        '<meta property="og:title" content="Harbour reopens after storm"><meta name="author" content="Dana Orlik">'
        '<meta property="article:published_time" content="2018-05-06">'
    )
    html = f"<html><head>{head}</head><body><h2>Bridge hit in the night</h2>{PROSE}<h2>Harbour reopens after storm</h2>{PROSE}</body></html>"
    first, second = read_several(html, "h2")
    assert (first.authors, first.published) == ((), None)
    assert [name.name for name in second.authors] == ["Dana Orlik"]
    assert second.published is not None


def test_metadata_that_names_no_article_goes_to_none() -> None:
    head = '<meta property="og:title" content="The Lantern: latest"><meta name="author" content="Dana Orlik">'
    html = f"<html><head>{head}</head><body><h2>Bridge hit in the night</h2>{PROSE}<h2>Harbour reopens after storm</h2>{PROSE}</body></html>"
    assert [header.authors for header in read_several(html, "h2")] == [(), ()]


def test_a_labelled_date_below_the_text() -> None:
    header = read(article(end="<p>Published on: 6 May 2018</p>"))[1]
    assert header.published is not None
    assert (header.published.date, header.published.rule) == ("2018-05-06", "date_at_end")
