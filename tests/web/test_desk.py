"""What the desk answers: pages, twins, redirects, and refusals."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import html5lib
import pytest
from starlette.testclient import TestClient

from fake_view import FakeView
from headwater import web
from headwater.records import Span
from headwater.web.answers import as_csv


def tree(html):
    return html5lib.parse(html, treebuilder="etree", namespaceHTMLElements=False)


def shown(html):
    """All text that a reader of the page could see."""
    return "".join(tree(html).find("body").itertext())


def addresses(desk):
    i = desk.ids
    return [
        "/", "/?q=market", "/copies", f"/copies?article={i.courier}", f"/copy/{i.copy}", f"/copy/{i.bad_copy}", "/unread", "/about",
        f"/page/{i.story}", f"/page/{i.reprint}", f"/page/{i.evil}", f"/page/{i.evil}/raw?start=0&end=40", "/page/p00000000000000ff",
        f"/page/{i.evil}/panel?of={i.evil_article}:author:0&of={i.evil_article}:credit:0&of={i.bad_copy}",
    ]  # fmt: skip


def test_every_address_answers_and_holds_no_foreign_or_inline_code(desk):
    for address in addresses(desk):
        answer = desk.client.get(address)
        assert answer.status_code == 200, address
        root = tree(answer.text)
        for element in root.iter():
            if not isinstance(element.tag, str):
                continue
            assert element.tag not in {"style", "iframe", "object", "embed", "img", "base"}, address
            assert not [name for name in element.attrib if name.startswith("on") or name == "style"], address
            if element.tag == "script":
                assert element.get("src", "").startswith("/static/") and not (element.text or "").strip()
            target = element.get("href") or element.get("src") or ""
            assert target == "" or target.startswith(("/", "#", "?", "https://")), (address, target)
            assert not target.startswith("//")


def test_twins(desk):
    i = desk.ids
    for address in [
        "/.json", "/articles.json", "/copies.json", f"/copy/{i.copy}.json", "/unread.json", "/about.json", "/progress.json",
        f"/page/{i.story}.json", "/page/p00000000000000ff.json", f"/r/{i.courier}.json", f"/page/{i.story}/raw.json?start=1&end=4",
    ]:  # fmt: skip
        answer = desk.client.get(address)
        assert answer.status_code == 200 and answer.headers["content-type"] == "application/json", address
        json.loads(answer.text)
    for address, rows in [("/.csv", 5), ("/articles.csv", 5), ("/copies.csv", 2), ("/unread.csv", 1)]:
        answer = desk.client.get(address)
        assert answer.headers["content-type"].startswith("text/csv")
        assert len(list(csv.reader(io.StringIO(answer.text)))) == rows + 1


def test_json_of_a_page_has_words_under_its_spans(desk):
    page = desk.client.get(f"/page/{desk.ids.story}.json").json()
    quantity = page["quantities"][0]
    assert page["text"][quantity["start"] : quantity["end"]] == quantity["text"] == "At least 14 people"
    assert len(page["copies"]) == 1


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-2", "@SUM(A1)", "\t=1", "\r=1", "  =cmd", "\n=1"])
def test_csv_cells_are_no_formulas(cell):
    body = as_csv(["a", "b"], [{"a": cell, "b": -3}]).body.decode()
    row = list(csv.reader(io.StringIO(body, newline="")))[1]
    assert row[0].startswith("'") and row[1] == "-3"


def test_the_list_filters_sorts_and_counts(desk):
    assert (
        next(e["title"] for e in desk.client.get("/.json").json()["articles"])
        == "Shell hits grain market in Dorvan, at least 14 dead"
    )
    only = desk.client.get("/.json", params={"outlet": "Plain Words"}).json()
    assert only["found"] == 2
    assert desk.client.get("/.json", params={"outlet": "Plain Words", "kind": "reprint"}).json()["found"] == 1
    assert desk.client.get("/.json", params={"when": "undated"}).json()["articles"][0]["kind"] == "brief"
    assert desk.client.get("/.json", params={"when": "2026-03-03"}).json()["found"] == 2
    oldest = desk.client.get("/.json", params={"sort": "oldest"}).json()["articles"]
    assert oldest[-1]["published"] is None
    assert desk.client.get("/", params={"q": "no such word"}).text.count("No article matches") == 1
    assert desk.client.get("/", params={"page": "999", "sort": "x", "when": "zzz"}).status_code == 200


def test_search_marks_the_words(desk):
    page = tree(desk.client.get("/", params={"q": "market"}).text)
    hits = [mark.text for mark in page.iter("mark") if "hit" in mark.get("class", "")]
    assert hits and {hit.lower() for hit in hits} == {"market"}


def test_the_whole_page_text_is_in_the_reader(desk):
    for id_ in (desk.ids.story, desk.ids.reprint, desk.ids.evil):
        text = desk.view.page_text(id_)
        page = tree(desk.client.get(f"/page/{id_}").text)
        blocks = [e for e in page.iter("div") if "block" in e.get("class", "").split()]
        for block in blocks:
            assert "".join(block.itertext()) == text[int(block.get("data-o")) : int(block.get("data-end"))]
        drawn = sum(int(b.get("data-end")) - int(b.get("data-o")) for b in blocks)
        assert drawn == len(text.replace("\n\n", ""))


def test_header_values_say_where_they_stand(desk):
    words = shown(desk.client.get(f"/page/{desk.ids.story}").text)
    assert "in the page's markup" in words and "3 Mar 2026, 18:40 +02:00" in words
    words = shown(desk.client.get(f"/page/{desk.ids.reprint}").text)
    assert "in the page's address" in words and "to the month, inferred" in words and "given beside the page" in words


def test_a_span_can_be_asked_for_without_scripts(desk):
    text = desk.view.page_text(desk.ids.story)
    start = text.index("grain market in Dorvan on")
    page = tree(desk.client.get(f"/page/{desk.ids.story}?start={start}&end={start + 12}").text)
    marked = ["".join(m.itertext()) for m in page.iter("mark") if "asked" in m.get("class", "").split()]
    assert "".join(marked) == "grain market"
    assert [e for e in page.iter("span") if e.get("id") == f"s={start}-{start + 12}"]
    for nonsense in [
        "?start=9&end=3",
        "?start=-1&end=5",
        "?start=x&end=y",
        "?start=1",
        "?start=99999999&end=999999999999",
    ]:
        assert desk.client.get(f"/page/{desk.ids.story}{nonsense}").status_code == 200


def test_folded_furniture_opens_for_the_span_asked_for(desk):
    text = desk.view.page_text(desk.ids.story)
    start = text.index("cookies")
    page = tree(desk.client.get(f"/page/{desk.ids.story}?start={start}&end={start + 7}").text)
    assert [d.get("class") for d in page.iter("details") if d.get("open") is not None] == ["furniture role-hidden"]


def test_records_redirect_to_where_they_stand(desk):
    text = desk.view.page_text(desk.ids.story)
    quantity = next(iter(desk.view.records("quantity")))
    start, end = quantity.span.start, quantity.span.end
    answer = desk.client.get(f"/r/{quantity.id}")
    assert answer.status_code == 303
    assert answer.headers["location"] == f"/page/{desk.ids.story}?start={start}&end={end}#s={start}-{end}"
    assert text[start:end] == "At least 14 people"
    assert desk.client.get(f"/r/{desk.ids.copy}").headers["location"] == f"/copy/{desk.ids.copy}"
    assert desk.client.get("/r/r1").headers["location"] == "/about#r1"
    assert desk.client.get("/r/nothing").status_code == 404


def test_the_panel_of_a_copy_leads_to_the_same_words_elsewhere(desk):
    copy = desk.view.find(desk.ids.copy).record
    words = desk.view.page_text(desk.ids.story)[copy.a.spans[1].start : copy.a.spans[1].end]
    page = tree(desk.client.get(f"/page/{desk.ids.story}/panel?of={copy.id}&at={copy.a.spans[1].start + 3}").text)
    target = next(a.get("href") for a in page.iter("a") if a.get("href").startswith(f"/page/{desk.ids.reprint}"))
    start, end = target.partition("#s=")[2].split("-")
    assert desk.view.page_text(desk.ids.reprint)[int(start) : int(end)] == words


def test_the_panel_of_a_quotation_gives_its_chain(desk):
    inner = next(a for a in desk.view.records("attribution") if a.parent)
    panel = desk.client.get(f"/page/{desk.ids.story}/panel?of={inner.id}").text
    words = shown(panel)
    path = ["".join(p.itertext()) for p in tree(panel).iter("p") if p.get("class") == "path"]
    assert path == ["The Dorvan Courier › Governor Pell Orin › a commander"]
    assert "quote_then_cue" in words and "0.12" in words


def test_the_panel_knows_nothing_of_other_pages(desk):
    answer = desk.client.get(f"/page/{desk.ids.reprint}/panel?of={desk.ids.courier}")
    assert "Nothing is known" in answer.text


def test_shared_passages_face_each_other(desk):
    page = tree(desk.client.get(f"/copy/{desk.ids.copy}").text)
    links = {a.get("id"): a.get("href") for a in page.iter("a") if "passage" in a.get("class", "")}
    assert links["m-a1"] == "#m-b1" and links["m-b2"] == "#m-a2"


def test_bytes_behind_words(desk):
    data = desk.view.page_bytes(desk.ids.story)
    answer = desk.client.get(f"/page/{desk.ids.story}/raw.json?start=812&end=830").json()
    assert answer["ranges"] == [{"start": 812, "end": 830, "text": data[812:830].decode()}]
    assert "without the pages' bytes" in desk.client.get(f"/page/{desk.ids.reprint}/raw?start=0&end=4").text


def test_no_raw_without_the_map_home(desk):
    bare = TestClient(web.create_app(lambda: desk.view, title="t"), base_url="http://localhost")
    assert bare.get(f"/page/{desk.ids.story}/raw?start=0&end=4").status_code == 404
    assert "/raw" not in bare.get(f"/page/{desk.ids.story}").text


def test_what_is_not_there_is_404_in_both_dresses(desk):
    for address in ["/nowhere", "/page/none", "/copy/none", "/r/none", "/static/none.js", "/page/none/panel?of=x"]:
        assert desk.client.get(address).status_code == 404, address
    assert desk.client.get("/page/none.json").json() == {"error": "no page with this id"}


def test_progress_is_told(desk):
    assert desk.client.get("/progress.json").json() == {"state": "idle"}
    desk.state["progress"] = web.Progress(done=3, total=10, unread=1, rate=2.5)
    try:
        assert desk.client.get("/progress.json").json() == {
            "state": "reading", "done": 3, "total": 10, "unread": 1, "rate": 2.5, "stage": "reading",
        }  # fmt: skip
        assert "reading: 3 of 10 pages" in shown(desk.client.get("/").text)
    finally:
        desk.state["progress"] = None


def test_an_empty_ledger_says_what_to_do():
    client = TestClient(web.create_app(FakeView, title="empty"), base_url="http://localhost")
    assert "headwater read" in client.get("/").text
    assert "read more pages into it" in client.get("/copies").text
    assert client.get("/unread").status_code == client.get("/about").status_code == 200
    assert client.get("/articles.csv").text.count("\n") == 1


def test_pairs_of_standing_text_are_shown_only_where_asked_for(desk):
    copies = list(desk.view.copies)
    standing = replace(copies[0], id="c0123456789abcde", relation="boilerplate", score=0.0)
    view = FakeView(list(desk.view.readings), copies=[*copies, standing])
    client = TestClient(web.create_app(lambda: view, title="standing"), base_url="http://localhost")
    assert client.get("/copies.json").json()["found"] == len(copies)
    assert client.get("/copies.json?all=1").json()["found"] == len(copies) + 1
    assert standing.id not in client.get("/copies").text
    assert standing.id in client.get("/copies?all=1").text


def test_the_list_takes_in_new_pages(desk):
    view = FakeView(list(desk.view.readings[:1]))
    app = web.create_app(lambda: view, title="growing")
    client = TestClient(app, base_url="http://localhost")
    assert client.get("/.json").json()["found"] == 1
    view.readings.append(desk.view.readings[1])
    app.state.desk.shelf.look_again()
    assert client.get("/.json").json()["found"] == 3


def test_highlight_is_cut_to_the_text(desk):
    from headwater.web.reader import span_of

    asking = SimpleNamespace(query_params={"start": "3", "end": "99"})
    assert span_of(asking, 10) == Span(3, 10)


def test_the_guide_names_every_address(desk):
    guide = (Path(__file__).parents[2] / "docs" / "web.md").read_text()
    assert [route.path for route in desk.app.routes if f"`{route.path}`" not in guide] == []


def test_the_list_is_looked_at_again_when_a_reading_ends(desk):
    view, state = FakeView(list(desk.view.readings[:1])), {"now": web.Progress(0, 2)}
    client = TestClient(
        web.create_app(lambda: view, title="t", progress=lambda: state["now"]), base_url="http://localhost"
    )
    assert client.get("/progress.json").json()["state"] == "reading"
    assert client.get("/.json").json()["found"] == 1
    view.readings.append(desk.view.readings[1])
    state["now"] = None
    assert client.get("/progress.json").json()["state"] == "idle"
    assert client.get("/.json").json()["found"] == 3
