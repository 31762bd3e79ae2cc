"""The sample and its truth agree: each word that the truth gives stands on its page, and says what the story says."""

import csv
import json
from pathlib import Path
from typing import Any

import html5lib
import pytest

SAMPLE = Path(__file__).parents[1] / "src/headwater/sample"
TRUTH = Path(__file__).parent / "pages/sample"
STORY: dict[str, Any] = json.loads((TRUTH / "story.json").read_text())
PAGES: dict[str, dict[str, Any]] = {
    truth["page"]: truth
    for truth in (json.loads(path.read_text()) for path in sorted(TRUTH.glob("*.json")) if path.name != "story.json")
}
INLINE = {"a", "abbr", "b", "em", "font", "i", "small", "span", "strong", "time"}
UNREAD = {"script", "style", "template"}
KINDS = {"story", "introduction", "reprint", "entry", "brief"}
CREDITS = {"reprint", "via", "originally_published", "syndicated", "agency"}


def one_line(text: str) -> str:
    return " ".join(text.split())


def mended(text: str) -> str:
    """The text before it was read as windows-1252 (whose five holes stand for themselves)."""
    data = b"".join(c.encode("latin-1") if "\x80" <= c <= "\x9f" else c.encode("cp1252") for c in text)
    return data.decode("utf-8")


def decoded(truth: dict[str, Any]) -> str:
    data = (SAMPLE / "pages" / truth["page"]).read_bytes()
    if truth["encoding"]["repaired"]:
        return mended(data.decode("utf-8"))
    return data.decode(truth["encoding"]["actual"])


def words_of(element: Any) -> str:
    if not isinstance(element.tag, str) or element.tag in UNREAD:
        return element.tail or ""
    gap = "" if element.tag in INLINE else " "
    inside = (element.text or "") + "".join(words_of(child) for child in element)
    return gap + inside + gap + (element.tail or "")


def page_text(truth: dict[str, Any]) -> str:
    text = decoded(truth)
    if truth["page"].endswith(".html"):
        text = words_of(html5lib.parse(text, namespaceHTMLElements=False))
    return one_line(text)


def test_every_page_has_its_truth() -> None:
    assert set(PAGES) == {path.name for path in (SAMPLE / "pages").iterdir()}


@pytest.mark.parametrize("name", PAGES)
def test_words_of_the_truth_stand_on_the_page(name: str) -> None:
    truth, text = PAGES[name], page_text(PAGES[name])
    for article in truth["articles"]:
        body = one_line(" ".join(article["paragraphs"]))
        assert body.split()[:6] == article["first"].split()
        assert body.split()[-6:] == article["last"].split()
        wanted = [article["first"], article["last"], *article["paragraphs"], *article["authors"]]
        wanted += [value for key in ("title", "dateline") if (value := article[key])]
        assert [words for words in wanted if one_line(words) not in text] == []
    encoding = truth["encoding"]
    for words in encoding.get("repaired_strings", []) + encoding.get("decoded_strings", []):
        assert words in text


@pytest.mark.parametrize("name", PAGES)
def test_articles_follow_one_another(name: str) -> None:
    text, at = page_text(PAGES[name]), 0
    for article in PAGES[name]["articles"]:
        start = text.find(article["first"], at)
        assert start >= 0, article["first"]
        at = text.find(article["last"], start) + len(article["last"])
        assert at > start


@pytest.mark.parametrize("name", PAGES)
def test_furniture_stands_on_the_page_but_in_no_article(name: str) -> None:
    text = page_text(PAGES[name])
    bodies = " ".join(words for article in PAGES[name]["articles"] for words in article["paragraphs"])
    assert PAGES[name]["in_no_article"]
    for words in PAGES[name]["in_no_article"]:
        assert words in text
        assert words not in bodies


@pytest.mark.parametrize("name", PAGES)
def test_truth_uses_the_terms_of_the_records(name: str) -> None:
    articles = PAGES[name]["articles"]
    for index, article in enumerate(articles):
        assert article["kind"] in KINDS
        assert {credit["kind"] for credit in article["credits"]} <= CREDITS
        assert article["embedded_in"] is None or 0 <= article["embedded_in"] < len(articles) != index


def test_broken_pages_are_broken() -> None:
    broken = (SAMPLE / "pages/radio-kolven-shelling.html").read_text(encoding="utf-8")
    assert "â€œ" in broken
    assert "“Three" not in broken
    wrong = (SAMPLE / "pages/coastal-mercury-toll.html").read_bytes()
    assert b"charset=iso-8859-1" in wrong
    assert "“Seven more".encode() in wrong


@pytest.mark.parametrize("toll", STORY["tolls"], ids=lambda toll: f"{toll['page']}:{toll['words']}")
def test_tolls_stand_in_their_article(toll: dict[str, Any]) -> None:
    article = PAGES[toll["page"]]["articles"][toll["article"]]
    assert toll["words"] in " ".join(article["paragraphs"])


@pytest.mark.parametrize("quoted", STORY["quoted"], ids=lambda quoted: quoted["speaker"])
def test_speakers_are_named_where_the_story_says(quoted: dict[str, Any]) -> None:
    surname = quoted["speaker"].split()[-1]
    assert len(quoted["pages"]) >= 4
    for name in quoted["pages"]:
        assert any(surname in words for article in PAGES[name]["articles"] for words in article["paragraphs"])


def test_denials_stand_on_their_pages() -> None:
    for denial in STORY["denials"]:
        for name in denial["pages"]:
            assert denial["words"] in " ".join(w for a in PAGES[name]["articles"] for w in a["paragraphs"])


def test_agency_text_is_full_cut_and_edited() -> None:
    """Shared paragraphs, counted: all, a third, and some with others between."""
    agency = STORY["agency_text"]
    root = PAGES[agency["original"]["page"]]["articles"][0]["paragraphs"]
    shared = {}
    for copy in agency["printed_by"]:
        paragraphs = PAGES[copy["page"]]["articles"][copy["article"]]["paragraphs"]
        shared[copy["how"]] = (sum(words in root for words in paragraphs), len(paragraphs))
    assert shared["full"] == (len(root), len(root))
    assert shared["cut"] == (len(root) // 3, len(root) // 3)
    copied, length = shared["edited"]
    assert 3 <= copied < length


def test_reprints_have_the_paragraphs_of_what_they_reprint() -> None:
    for reprint in STORY["reprints"]:
        of = reprint["of"]
        copy = PAGES[reprint["page"]]["articles"][reprint["article"]]["paragraphs"]
        assert copy == PAGES[of["page"]]["articles"][of["article"]]["paragraphs"]


def test_sources_name_pages_of_the_sample() -> None:
    with (SAMPLE / "sources.csv").open(newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert rows
    for row in rows:
        assert row["file"] in PAGES
        assert ".example/" in row["url"]
