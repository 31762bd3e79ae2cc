"""Voices inside voices, as the desk draws and tells them."""

import csv
import io

import html5lib
import pytest

from headwater.marks import Mark
from headwater.records import Span
from headwater.web.bars import MOST_LEVELS, columns
from headwater.web.chain import CLASSES


def tree(html):
    return html5lib.parse(html, treebuilder="etree", namespaceHTMLElements=False)


def local(element):
    """The name of an element, of SVG or HTML."""
    return str(element.tag).rpartition("}")[2]


def within(root, name, class_):
    return [e for e in root.iter() if local(e) == name and class_ in (e.get("class") or "").split()]


def text_of(element):
    return " ".join(" ".join(element.itertext()).split())


@pytest.fixture(scope="module")
def page(choir):
    return tree(choir.client.get(f"/page/{choir.reading.page.id}").text)


def panel(choir, *of):
    query = "&".join(f"of={id_}" for id_ in of)
    return tree(choir.client.get(f"/page/{choir.reading.page.id}/panel?{query}").text)


def words_of(page, id_, name="content"):
    """The words drawn as this part of an attribution, pieces put together."""
    return "".join("".join(m.itertext()) for m in within(page, "mark", name) if m.get("data-of") == id_)


def test_every_content_is_drawn_at_its_level(choir, page):
    level = {"ministry": "0", "general": "1", "commander": "2", "wrote": "0", "promised": "4", "medics": "0"}
    for name, wanted in level.items():
        id_ = getattr(choir.ids, name)
        drawn = [mark for mark in within(page, "mark", "content") if mark.get("data-of") == id_]
        assert {mark.get("data-level") for mark in drawn} == {wanted}, name
    assert words_of(page, choir.ids.commander) == "“nobody fired from our bank before the first shell fell”"


def test_an_inner_voice_is_drawn_inside_the_outer_one(choir, page):
    parents = {child: parent for parent in page.iter() for child in parent}
    inner = next(m for m in within(page, "mark", "content") if m.get("data-of") == choir.ids.promised)
    around = []
    while (inner := parents.get(inner)) is not None:
        if "content" in (inner.get("class") or "").split():
            around.append(inner.get("data-of"))
    i = choir.ids
    assert around == [i.notebook, i.knew, i.believed, i.wrote]


def test_quoted_and_reported_words_are_told_apart(choir, page):
    for name, how in (("commander", "verbatim"), ("ministry", "reported"), ("herdsman", "verbatim")):
        marks = [m for m in within(page, "mark", "content") if m.get("data-of") == getattr(choir.ids, name)]
        assert marks and all(how in m.get("class").split() for m in marks)


def test_each_of_two_joint_sources_is_marked_by_its_own_class(choir, page):
    sources = [m for m in within(page, "mark", "source") if m.get("data-of") == choir.ids.medics]
    assert ["".join(m.itertext()) for m in sources] == ["Maro Tevin", "Lisk Abern"]
    assert {m.get("data-by") for m in sources} == {"person"}


def test_all_seven_classes_have_a_letter_in_the_legend_and_in_the_margin(page):
    legend = within(page, "ul", "legend")[0]
    letters = {li.get("data-by"): li.find("span").text for li in legend if li.get("data-by")}
    assert letters == {class_: letter for class_, (letter, _) in CLASSES.items()}
    assert len(set(letters.values())) == 7
    symbols = {symbol.get("id"): text_of(symbol) for symbol in page.iter() if local(symbol) == "symbol"}
    used = {element.get("href") for element in page.iter() if local(element) == "use"}
    assert used == {f"#{id_}" for id_ in symbols}
    assert symbols == {f"letter-{class_}": letter for class_, letter in letters.items()}


def test_bars_stand_beside_their_blocks_without_scripts(choir, page):
    block = next(b for b in within(page, "div", "block") if "General Iva Dorn" in "".join(b.itertext()))
    columns = within(block, "svg", "bars")
    assert [column.get("data-level") for column in columns] == ["0", "1", "2"]
    i = choir.ids
    bars = [g for column in columns for g in column]
    assert [g.get("data-of") for g in bars] == [i.ministry, i.general, i.commander]
    assert [g.get("data-by") for g in bars] == ["organisation", "person", "unnamed"]
    tops = [float(g[0].get("y").rstrip("%")) for g in bars]
    assert tops == sorted(tops) and tops[0] > 0 and tops[-1] < 100


def test_the_outlets_own_voice_has_no_bar(page):
    block = next(b for b in within(page, "div", "block") if "counted by hand" in "".join(b.itertext()))
    assert not within(block, "svg", "bars")
    assert not within(next(b for b in within(page, "div", "block") if "headline" in b.get("class")), "svg", "bars")


def mark(start, end, of, level="0"):
    return Mark(start, end, ("quotation", "content"), data={"of": of, "by": "person", "level": level})


def test_bars_of_one_column_do_not_overlap():
    block = Span(100, 300)
    (column,) = columns(block, [mark(90, 200, "a"), mark(150, 240, "b"), mark(250, 260, "b"), mark(299, 400, "c")])
    assert [(bar.of, bar.start, bar.end) for bar in column.bars] == [("a", 100, 200), ("b", 200, 260), ("c", 299, 300)]
    assert [(bar.top, bar.height) for bar in column.bars] == [(0, 50), (50, 30), (99.5, 0.5)]


def test_far_words_of_one_voice_have_bars_of_their_own():
    (column,) = columns(Span(0, 400), [mark(0, 20, "a"), mark(50, 80, "a"), mark(200, 220, "a")])
    assert [(bar.start, bar.end) for bar in column.bars] == [(0, 80), (200, 220)]


def test_what_is_no_content_has_no_bar():
    assert columns(Span(0, 9), [Mark(0, 9, ("quotation", "source"), data={"of": "a"}), Mark(0, 9, ("copy",))]) == ()


def test_levels_beyond_the_last_share_its_look(choir, page):
    assert {m.get("data-level") for m in within(page, "mark", "content")} == {str(n) for n in range(MOST_LEVELS)}
    assert f"removes-{MOST_LEVELS}" in page.find(".//main").get("class").split()


def test_the_chain_goes_from_the_outlet_to_the_innermost(choir):
    told = panel(choir, choir.ids.commander)
    path = text_of(within(told, "p", "path")[0])
    assert path == "Two Banks › Ministry of Defence of Vell › Iva Dorn › a commander of the Third Column"
    links = within(told, "ol", "links-of")[0]
    assert [li.get("data-by") for li in links] == ["organisation", "person", "unnamed"]
    first, second, third = (text_of(li) for li in links)
    assert "said in a statement" in first and "side Vell" in first and "reported speech" in first
    assert "General Iva Dorn" in second and "office General" in second and "had been told by" in second
    assert "nobody fired" in third and "quotation" in third and "name_said" in third and "0.31" in third


def test_each_link_leads_to_its_words(choir):
    text = choir.reading.text
    told = panel(choir, choir.ids.general)
    for words in ("General Iva Dorn", "had been told by", "said in a statement"):
        link = next(a for a in told.iter("a") if text_of(a) == words)
        start, end = (int(n) for n in link.get("href").partition("#s=")[2].split("-"))
        assert text[start:end] == words


def test_a_voice_that_stands_in_a_chain_is_not_told_twice(choir):
    i = choir.ids
    told = panel(choir, i.commander, i.general, i.ministry)
    assert len(within(told, "section", "chain")) == 1
    told = panel(choir, i.order, i.sarn, i.column)
    assert [text_of(p) for p in within(told, "p", "path")] == [
        "Two Banks › Sarn › a leaked order",
        "Two Banks › Third Column",
    ]


def test_an_insertion_is_the_word_of_the_voice_around(choir):
    told = text_of(panel(choir, choir.ids.medics).find("body"))
    assert "not theirs (two of them children) put in by Two Banks, in its own voice" in told
    assert "jointly with" in told and "Maro Tevin and Lisk Abern" in told


def test_stance_and_unresolved_speakers_are_said(choir):
    assert "denied denial" in text_of(panel(choir, choir.ids.column).find("body"))
    assert "claimed distancing" in text_of(panel(choir, choir.ids.sarn).find("body"))
    assert "who that is was not found" in text_of(panel(choir, choir.ids.he).find("body"))
    assert "only resolved" in text_of(panel(choir, choir.ids.stamp).find("body"))


def test_who_speaks_adds_up_in_all_dresses(choir):
    address = f"/page/{choir.reading.page.id}/voices"
    (article,) = choir.client.get(f"{address}.json").json()["articles"]
    characters = article["own_voice"]["characters"] + sum(group["characters"] for group in article["groups"])
    assert characters == article["characters"] > 0
    assert article["own_voice"]["share"] + sum(group["share"] for group in article["groups"]) == pytest.approx(
        1, abs=0.01
    )
    medics = [one for one in article["speakers"] if one["name"] in ("Maro Tevin", "Lisk Abern")]
    assert [one["jointly"]["with"] for one in medics] == [["Lisk Abern"], ["Maro Tevin"]]
    assert ["Maro Tevin", "Lisk Abern"] in [group["speakers"] for group in article["groups"]]
    rows = list(csv.DictReader(io.StringIO(choir.client.get(f"{address}.csv").text)))
    assert rows[0]["class"] == "own voice" and int(rows[0]["characters"]) == article["own_voice"]["characters"]
    assert [row["speaker"] for row in rows[1:]] == [one["name"] for one in article["speakers"]]
    shown = tree(choir.client.get(address).text)
    assert [text_of(li.find(".//b")) for li in within(shown, "ol", "speakers")[0]] == [row["speaker"] for row in rows]
    bars = list(within(shown, "svg", "whole")[0])
    assert sum(float(bar.get("width").rstrip("%")) for bar in bars) == pytest.approx(100, abs=0.1)


def test_who_speaks_is_asked_of_a_page(choir, desk):
    assert choir.client.get("/page/none/voices").status_code == 404
    assert choir.client.get("/page/none/voices.json").json() == {"error": "no page with this id"}
    assert choir.client.get("/page/none/voices.csv").status_code == 404
    several = desk.client.get(f"/page/{desk.ids.reprint}/voices").text
    assert several.count('class="hearing"') == 2 and "Nobody but the outlet speaks" in several


def test_hostile_speakers_stay_text(desk):
    for address in (f"/page/{desk.ids.evil}", f"/page/{desk.ids.evil}/voices"):
        root = tree(desk.client.get(address).text)
        for element in root.iter():
            if isinstance(element.tag, str):
                assert element.tag not in {"style", "iframe", "img", "base"}
                assert not [name for name in element.attrib if name.startswith("on") or name == "style"]
