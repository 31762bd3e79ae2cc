"""Incidents: their list, the claim matrix, tolls, provenance and policies."""

import csv
import io
from types import SimpleNamespace
from urllib.parse import parse_qs, parse_qsl, urlsplit

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from fake_view import FakeView
from headwater import web
from headwater.inquiry.incidents import rows
from headwater.records import Span
from headwater.web.matrix import letter
from headwater.web.mentions import around
from headwater.web.sifting import Wanted, choose, facet, wanted
from made_incidents import many, market


@pytest.fixture(scope="module")
def stall():
    """A desk over the market: its client, the view, ids."""
    view, names = market()
    app = web.create_app(lambda: view, title="Market")
    client = TestClient(app, base_url="http://localhost", follow_redirects=False)
    return SimpleNamespace(app=app, client=client, view=view, ids=SimpleNamespace(**names))


SVG = "{http://www.w3.org/2000/svg}"


def tree(html):
    return html5lib.parse(html, treebuilder="etree", namespaceHTMLElements=False)


def text(element):
    """The words of an element, those of its parts apart."""
    return " ".join(" ".join(element.itertext()).split()).replace(" ,", ",").replace(" :", ":")


def classed(root, tag, name):
    return [element for element in root.iter(tag) if name in element.get("class", "").split()]


def incident_page(stall):
    return tree(stall.client.get(f"/incident/{stall.ids.incident}").text)


def row_of(page, slot):
    return next(row for row in page.iter("tr") if row.get("id") == f"slot-{slot}")


def test_the_front_page_shows_incidents_where_there_are_any(stall, desk):
    assert "1 incident" in text(tree(stall.client.get("/").text).find("body"))
    assert stall.client.get("/.json").json()["incidents"][0]["incident"] == stall.ids.incident
    assert "articles" in desk.client.get("/.json").json()
    assert "No incident yet" in desk.client.get("/incidents").text


def test_a_line_says_when_what_where_tolls_origins_and_disputes(stall):
    line = text(classed(tree(stall.client.get("/incidents").text), "li", "line")[0])
    for words in (
        "2 May 2031",
        "air strike, Orsk, Friday",
        "by the Third Column",
        "killed: at least 12 people, 15 people, 17 people",
        "injured: some 30",
        "disputed: perpetrator, killed",
        "1 shown, up to 2",
        "4 articles, 4 outlets",
    ):
        assert words in line, words


def test_old_addresses_of_articles_lead_to_articles(stall):
    answer = stall.client.get("/?outlet=Vell+Mirror&sort=oldest")
    assert (answer.status_code, answer.headers["location"]) == (303, "/articles?outlet=Vell+Mirror&sort=oldest")
    assert stall.client.get("/articles.json?outlet=Vell+Mirror").json()["found"] == 1


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("type=air_strike", 1), ("type=clash", 0), ("country=XA", 1), ("country=unknown", 0), ("place=Orsk", 1),
        ("when=2031-05", 1), ("when=2031-05-02", 1), ("when=2031-05-03", 0), ("when=undated", 0), ("disputed=any", 1),
        ("disputed=killed", 1), ("disputed=when", 0), ("harm=killed", 1), ("harm=none", 0), ("q=third+column", 1),
        ("q=rescue", 1), ("q=zeppelin", 0), ("page=99&sort=zzz&when=%00", 0),
    ],
)  # fmt: skip
def test_filters(stall, query, found):
    answer = stall.client.get(f"/incidents.json?{query}")
    assert answer.status_code == 200 and answer.json()["found"] == found
    assert stall.client.get(f"/incidents?{query}").status_code == 200
    assert len(stall.client.get(f"/incidents.csv?{query}").text.splitlines()) == found + 1


def test_bars_show_the_days_of_a_month_and_the_months_of_a_year():
    view, _ = many(300)
    client = TestClient(web.create_app(lambda: view, title="t"), base_url="http://localhost")
    shown = {when: _bars(client, when) for when in ("", "2030", "2030-05", "2030-05-11")}
    assert (
        shown[""] > {"2030-05", "2031-05"}
        and shown["2030"] == {f"2030-{month:02d}" for month in range(1, 13)} & shown[""]
    )
    assert shown["2030-05"] and all(len(when) == 10 and when.startswith("2030-05") for when in shown["2030-05"])
    assert set() < shown["2030-05-11"] <= shown["2030-05"]


def _bars(client, when):
    """Which days, months or years the bars lead to."""
    chart = classed(tree(client.get(f"/incidents?when={when}").text), f"{SVG}svg", "histogram")[0]
    queries = [parse_qs(urlsplit(link.get("href")).query) for link in chart.iter(f"{SVG}a")]
    return {query["when"][0] for query in queries if "when" in query}


def test_a_facet_counts_what_the_other_filters_leave(stall):
    made = rows(stall.view)
    assert [(one.value, one.count, one.chosen) for one in facet(made, Wanted(type="clash"), "type")] == [
        ("air_strike", 1, False)
    ]
    assert facet(made, Wanted(type="clash"), "place") == []


@given(st.dictionaries(st.sampled_from(Wanted.__slots__), st.text(max_size=20)))
def test_whatever_is_asked_for_makes_an_address_that_asks_for_the_same(query):
    asked = wanted(query)
    choose((), asked)
    parts = urlsplit(asked.url(page=asked.page))
    assert parts.path == "/incidents"
    assert wanted(dict(parse_qsl(parts.query, keep_blank_values=True))) == asked


def test_each_cell_leads_to_its_words(stall):
    page = incident_page(stall)
    values = classed(page, "a", "value")
    assert len(values) == 10
    for value in values:
        parts = urlsplit(value.get("href"))
        start, end = map(int, parts.fragment.removeprefix("s=").split("-"))
        words = stall.view.page_text(parts.path.rsplit("/", 1)[1])[start:end]
        assert words
        if "people" in text(value) or text(value) == "the Third Column":
            assert words == text(value)


def test_the_columns_are_origins_with_the_articles_that_carry_them(stall):
    heads = [text(head) for head in classed(incident_page(stall), "th", "origin")]
    assert len(heads) == 5 and heads[0].startswith("A Orsk Ledger outlet")
    hospital = next(head for head in heads if "Orsk hospital" in head)
    assert all(
        words in hospital for words in ("Orsk Ledger 3 May 2031", "Tarn Reader 4 May 2031", "Coast Post 6 May 2031")
    )


def test_differing_cells_say_in_words_how_they_differ(stall):
    page = incident_page(stall)
    killed = text(row_of(page, "killed"))
    assert "≠ conflicts with" in killed and "⊂ refines" in killed and "↑ updates its own word" in killed
    assert "updated by its own word" in killed and "disputed" in killed
    blamed = text(row_of(page, "perpetrator"))
    assert "denies: the Third Column" in blamed and "✕ denied by" in blamed and "claimed" in blamed
    assert "disputed" not in text(row_of(page, "when"))


def test_counts_stand_at_each_slot_and_each_value(stall):
    page = incident_page(stall)
    assert "2 shown, up to 2" in text(row_of(page, "killed").find("th"))
    values = classed(row_of(page, "killed"), "ul", "by-value")[0]
    assert [text(one) for one in values] == [
        f"{words} 1 shown, up to 1" for words in ("at least 12 people", "15 people", "17 people")
    ]


def test_policies_give_figures_with_rule_page_and_columns(stall):
    coded = [text(row) for row in classed(incident_page(stall), "table", "coded")[0].iter("tr")]
    assert "acled 2024 killed 15 15 15 acled_2024.majority p. 31 the codebook asks to note the dispute B" in coded
    assert "gtd 2017 killed left blank gtd_2017.independent p. 40" in coded and "airwars killed no rule" in coded
    assert any(row.startswith("ucdp 23 killed 12 15 17 ucdp_23.low p. 8, ucdp_23.best p. 9") for row in coded)
    assert "Contested rule airwars.contested, site dictionary" in text(incident_page(stall).find("body"))


def test_each_point_of_the_toll_leads_to_its_words(stall):
    chart = classed(incident_page(stall), f"{SVG}svg", "tolls")[0]
    links = list(chart.iter(f"{SVG}a"))
    assert [link.get("aria-label").split(",")[0] for link in links] == [
        "killed: at least 12 people",
        "killed: 15 people",
        "killed: 17 people",
        "injured: some 30",
    ]
    heights = [float(dot.get("cy")) for dot in classed(chart, f"{SVG}circle", "dot")]
    assert heights == sorted(heights, reverse=True)
    assert all("#s=" in link.get("href") for link in links)


def test_the_tree_puts_a_copy_under_what_it_was_taken_from(stall):
    trees = classed(incident_page(stall), "ol", "trees")[0]
    hospital = next(one for one in trees if "Orsk hospital" in text(one))
    top = hospital.find("ul").findall("li")
    assert [text(one).split(" 2031")[0] for one in top] == ["Orsk Ledger 3 May", "Coast Post 6 May"]
    assert text(top[0].find("ul")).startswith("edited copy Tarn Reader 4 May 2031")
    assert "quotes the Orsk hospital" in text(top[1])


def test_mentions_stand_with_their_words_and_ties_with_their_reasons(stall):
    page = incident_page(stall)
    mentions = classed(page, "ol", "mentions")[0]
    assert [text(mark) for mark in mentions.iter("mark")] == ["struck", "struck", "raid on", "strike on"]
    bonds = [text(one) for one in classed(page, "ol", "bonds")[0]]
    assert [bond.split()[0] for bond in bonds] == ["0.56", "0.71", "0.98"] and "same day" in bonds[0]
    assert not classed(page, "form", "verdicts")


def test_the_csv_is_the_matrix_with_its_words(stall):
    rows_ = list(csv.DictReader(io.StringIO(stall.client.get(f"/incident/{stall.ids.incident}.csv").text)))
    assert len(rows_) == 14
    for row in rows_:
        assert stall.view.page_text(row["page"])[int(row["start"]) : int(row["end"])] == row["words"]
    denied = next(row for row in rows_ if row["stance"] == "denies")
    assert (denied["slot"], denied["origin"], denied["outlet"]) == ("perpetrator", "Third Column", "Vell Mirror")
    whole = stall.client.get(f"/incident/{stall.ids.incident}.json").json()
    assert len(whole["origins"]) == 5 and len(whole["articles"]) == 4 and len(whole["incident"]["ties"]) == 3


def test_an_id_that_an_incident_had_leads_on(stall):
    stall.view.heirs["i0123456789abcdef"] = stall.ids.incident
    for address in ("/incident/i0123456789abcdef", f"/r/{stall.ids.incident}", "/r/i0123456789abcdef"):
        answer = stall.client.get(address)
        assert (answer.status_code, answer.headers["location"]) == (303, f"/incident/{stall.ids.incident}")
    assert stall.client.get("/incident/i00000000000000ff").status_code == 404
    assert stall.client.get("/incident/none.json").json() == {"error": "no incident with this id"}


def test_an_incident_of_which_little_is_known_is_shown_all_the_same(stall):
    from dataclasses import replace

    view, names = market()
    bare = replace(view.gathered["incident"][0], from_=None, to=None, place=None, slots=(), grades=(), ties=())
    view.gathered = {"incident": [bare]}
    client = TestClient(web.create_app(lambda: view, title="t"), base_url="http://localhost")
    words = text(tree(client.get(f"/incident/{names['incident']}").text).find("body"))
    assert "not stated" in words and "4 mentions" in words
    assert client.get("/incidents").status_code == 200 and client.get("/review").status_code == 200


def test_a_mention_on_which_no_cell_rests_is_listed_too():
    from dataclasses import replace

    view, names = market()
    incident = view.gathered["incident"][0]
    view.gathered["incident"] = [replace(incident, slots=incident.slots[1:2])]
    page = tree(
        TestClient(web.create_app(lambda: view, title="t"), base_url="http://localhost")
        .get(f"/incident/{names['incident']}")
        .text
    )
    assert [text(mark) for mark in classed(page, "ol", "mentions")[0].iter("mark")] == [
        "struck",
        "struck",
        "raid on",
        "strike on",
    ]


def test_cells_whose_articles_are_gone_stay(stall):
    view, names = market()
    view.readings = view.readings[1:]
    client = TestClient(web.create_app(lambda: view, title="t"), base_url="http://localhost")
    page = client.get(f"/incident/{names['incident']}")
    assert page.status_code == 200 and "an article no longer here" in page.text
    assert client.get(f"/incident/{names['incident']}.csv").status_code == 200


def test_the_panel_tells_an_event_with_its_arguments_and_every_policys_figure(stall):
    words = text(
        tree(stall.client.get(f"/page/{stall.ids.ledger}/panel?of={stall.ids.ledger_event}").text).find("body")
    )
    for told in (
        "type air strike", "put as asserted", "perpetrator the Third Column blame: claimed · reported · said by Governor Iva Dorn",
        "place Orsk = Orsk, Sarn, XA, 35.90, 36.60", "time Friday = 2 May 2031", "incident air strike, Orsk, Friday",
        "held to be one happening with 3 other mentions", "acled 2024 12 coded, rule acled_2024.number, p. 30",
        "gtd 2017 left blank rule gtd_2017.vague, p. 41", "airwars no rule", "said by the Orsk hospital",
    ):  # fmt: skip
        assert told in words, (told, words)


def test_twins_of_sources_naming_and_trace(stall):
    found = stall.client.get("/sources.json").json()
    assert {one["name"]: one["attributions"] for one in found["speakers"]}["the Orsk hospital"] == 3
    origin = next(one for one in found["origins"] if one["name"] == "Orsk hospital")
    assert origin["outlets"] == ["Coast Post", "Orsk Ledger", "Tarn Reader"] and origin["slots"] == 2
    assert stall.client.get("/sources.json?outlet=Coast+Post").json()["speakers"][0]["name"] == "the Orsk hospital"
    names = stall.client.get("/naming.json?q=third").json()["namings"]
    assert {(one["outlet"], one["own"], one["quoted"]) for one in names} == {
        ("Orsk Ledger", 0, 1),
        ("Vell Mirror", 1, 0),
    }
    page = tree(stall.client.get("/naming?q=third").text)
    told = {
        text(row.find("th")): [text(cell) for cell in row.findall("td")]
        for row in page.iter("tr")
        if row.find("td") is not None
    }
    assert told == {"Orsk Ledger": ["–", "the Third Column 1"], "Vell Mirror": ["the Third Column 1", "–"]}
    for address in ("/sources", "/naming", "/sources.csv", "/naming.csv", "/trace", "/trace?q=zeppelin"):
        assert stall.client.get(address).status_code == 200


def test_trace_puts_the_copy_under_its_source_with_the_voices(stall):
    page = tree(stall.client.get("/trace", params={"q": "AT LEAST 12 people"}).text)
    top = classed(page, "ul", "trace")[0]
    assert len(top) == 1 and "Orsk Ledger" in text(top[0].find("p")) and "Tarn Reader" in text(top[0].find("ul"))
    assert "› P the Orsk hospital" in text(top[0])
    stands = stall.client.get("/trace.json", params={"q": stall.ids.toll}).json()["stands"]
    assert {one["outlet"] for one in stands} == {"Orsk Ledger", "Tarn Reader"}
    assert len(stall.client.get("/trace.csv", params={"q": stall.ids.toll}).text.splitlines()) == 3


def test_letters_of_columns():
    assert len({letter(number) for number in range(600)}) == 600 and letter(701) == "ZZ"


@given(
    st.text(alphabet="ab \n<&", min_size=1, max_size=400), st.integers(0, 399), st.integers(1, 30), st.integers(0, 50)
)
def test_the_words_around_a_span_are_the_page_s(words, start, length, reach):
    start = min(start, len(words) - 1)
    span = Span(start, min(start + length, len(words)))
    shown = html5lib.parseFragment(around(words, span, reach=reach), treebuilder="etree", namespaceHTMLElements=False)
    drawn = "".join(shown.itertext())
    assert drawn.removeprefix("… ").removesuffix(" …") in words or drawn in words
    assert words[span.start : span.end] in drawn


def test_an_empty_ledger_has_every_view():
    client = TestClient(web.create_app(FakeView, title="empty"), base_url="http://localhost")
    for address in ("/", "/incidents", "/sources", "/naming", "/trace", "/review", "/review.json", "/review.csv"):
        assert client.get(address).status_code == 200, address
