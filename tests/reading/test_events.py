"""Events: cases as data, users' own types, and what holds for any text."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_page import PAGE, MadePage, make_page
from made_signals import make_named

from headwater.knowledge import load
from headwater.reading import attributions, events, quantities, sentences
from headwater.reading.events.ontology import compiled, merged, ontology
from headwater.reading.heard import NamedSpan, Signals
from headwater.reading.named import Named
from headwater.reading.placed import Ground, Placed, PlaceMention
from headwater.reading.spoken import Spoken
from headwater.reading.timed import Timed, TimeMention
from headwater.reading.verbs import verbs
from headwater.records import Event, Span
from headwater.records.identity import record_id

CASES = Path(__file__).parents[1] / "cases" / "events"
KNOWLEDGE = load()
ROLES = ("perpetrator", "target", "victim", "participant", "means", "place", "time", "quantity")


def read(page: MadePage, case: dict[str, Any]) -> tuple[Event, ...]:
    """The events of a page on which the case's names, places and times are found."""
    split = sentences.split(page.text, page.blocks, page.articles, KNOWLEDGE)
    named = make_named(page, case) if page.articles else Named()
    said = attributions.read(page.text, page.blocks, page.articles, split, Signals(), named, KNOWLEDGE)
    names = tuple(NamedSpan(one["class"], _find(page, one["words"]), 0.0) for one in case.get("heard", ()))
    spoken = Spoken(
        page.text, page.articles, split, Signals(names=names), said.entities, said.mentions, said.attributions
    )
    timed = Timed(tuple(_time(page, one) for one in case.get("times", ())))
    placed = Placed(tuple(_place(page, words) for words in case.get("places", ())))
    return events.read(spoken, timed, placed, quantities.read(spoken, timed, KNOWLEDGE), KNOWLEDGE)


def _find(page: MadePage, words: str) -> Span:
    start = page.text.text.index(words)
    return Span(start, start + len(words))


def _place(page: MadePage, words: str) -> PlaceMention:
    span = _find(page, words)
    ground = Ground(words, 1, 33.5, 36.3, 1, "SY", None, None, "town", (9,))
    return PlaceMention(page.articles[0].id, span, words, span, "location", ground, "made")


def _time(page: MadePage, one: dict[str, str]) -> TimeMention:
    span = _find(page, one["words"])
    return TimeMention(
        page.articles[0].id, span, one["words"], "date", one["from"], one["from"], 1, None, "none", "made"
    )


def seen(found: tuple[Event, ...]) -> list[dict[str, Any]]:
    """The events in the form of the case files; quantities are left to their own cases."""
    words = {event.id: event.text for event in found}
    shown = []
    for event in found:
        fields: dict[str, Any] = {"words": event.text, "type": event.type}
        if event.factuality != "asserted":
            fields["factuality"] = event.factuality
        if event.polarity != "positive":
            fields["polarity"] = event.polarity
        if event.background:
            fields["background"] = True
        if event.cause:
            fields["cause"] = words[event.cause]
        for role in ROLES[:-1]:
            fillers = [argument.text for argument in event.arguments if argument.role == role]
            if fillers:
                fields[role] = fillers
        blames = [argument.blame for argument in event.arguments if argument.blame not in (None, "fact")]
        if blames:
            fields["blame"] = blames
        shown.append(fields)
    return shown


def cases(name: str) -> list[dict[str, Any]]:
    return tomllib.loads((CASES / name).read_text())["case"]


@pytest.mark.parametrize("case", cases("synthetic.toml") + cases("wild.toml"), ids=lambda case: case["name"])
def test_cases(case: dict[str, Any]) -> None:
    assert seen(read(make_page(case["text"]), case)) == case["event"]


@pytest.mark.parametrize("case", cases("negative.toml"), ids=lambda case: case["name"])
def test_negative(case: dict[str, Any]) -> None:
    assert read(make_page(case["text"]), case) == ()


@pytest.mark.xfail
@pytest.mark.parametrize("case", cases("known_failures.toml"), ids=lambda case: case["name"])
def test_known_failures(case: dict[str, Any]) -> None:
    assert seen(read(make_page(case["text"]), case)) == case["event"]


@pytest.mark.parametrize(
    "entry", KNOWLEDGE.lexicons["events"]["words"], ids=lambda entry: f"{entry['type']}: {entry['example']}"
)
def test_every_list_of_words_is_read_in_its_own_example(entry: dict[str, Any]) -> None:
    page = make_page(entry["example"])
    case = {"places": ["Orsk"]} if "Orsk" in entry["example"] else {}
    assert entry["type"] in [event.type for event in read(page, case)]


def test_every_type_names_its_codes_and_roles() -> None:
    types = ontology(KNOWLEDGE).types
    for type_ in types.values():
        assert set(type_.roles) <= {"subject", "object", "other", "to"}
        assert set(type_.ucdp) <= {1, 2, 3}
    assert types["air_strike"].acled == ("Explosions/Remote violence", "Air/drone strike")
    assert types["air_strike"].plover == ("ASSAULT", "aerial")
    assert types["abduction"].plover == ("ASSAULT", "abduct")


def test_a_users_lexicon_adds_types_and_words() -> None:
    own = tomllib.loads(
        """
        [type.cattle_raid]
        family = "violence"
        roles = { subject = "perpetrator", object = "victim" }
        [[words]]
        type = "cattle_raid"
        verbs = ["rustle"]
        nouns = ["cattle raid"]
        [actors]
        combatant = ["rustlers"]
        """
    )
    whole = merged([KNOWLEDGE.lexicons["events"], own])
    types = compiled(whole, verbs(KNOWLEDGE))
    assert types.types["cattle_raid"].acled == ("", "")
    assert {"rustle", "rustled", "rustling", "cattle"} <= set(types.uses)
    assert types.actors["rustlers"] == "combatant"
    assert types.actors["rebels"] == "combatant"


def test_actors_places_and_times_have_the_fields_that_gathering_relies_on() -> None:
    case = {
        "named": [{"name": "Orsk Front", "class": "armed_group", "side": "group:orsk"}],
        "places": ["Harun"],
        "times": [{"words": "Tuesday", "from": "2020-03-03"}],
    }
    (event,) = read(make_page("Orsk Front fighters shelled Harun on Tuesday."), case)
    values = {argument.role: argument.value for argument in event.arguments}
    assert values["perpetrator"] == {
        "entity": record_id("entity", PAGE, None, "Orsk Front"),
        "name": "Orsk Front fighters",
        "known_as": None,
        "side": "group:orsk",
        "class": "combatant",
    }
    assert values["place"] is not None
    assert set(values["place"]) >= {
        "name",
        "geonames",
        "lat",
        "lon",
        "precision",
        "country",
        "adm1",
        "adm2",
        "kind",
        "within",
    }
    assert values["time"] == {"from": "2020-03-03", "to": "2020-03-03", "precision": 1, "time_of_day": None}


def test_words_in_a_quotation_are_reported_and_denials_deny() -> None:
    page = make_page("“The rebels shelled Harun,” Maro Tevin said.\n“We shelled nobody,” Kem Orsk denied.")
    assert [(event.factuality, len(event.attributions)) for event in read(page, {})] == [("reported", 1), ("denied", 1)]


def test_an_event_without_place_takes_it_from_the_lead_and_says_so() -> None:
    page = make_page("# Shells hit market in Harun\nRebels shelled the market on Tuesday.")
    found = read(page, {"places": ["Harun"]})
    rules = [[argument.rule for argument in event.arguments if argument.role == "place"] for event in found]
    assert rules[-1] == ["lead"]


PIECES = st.sampled_from(
    ["Rebels ", "the army ", "shelled ", "killed ", "an air strike ", "on ", "Harun ", "by ", "and ", "was ", "had ", "not ",
     "12 ", "civilians ", "to ", "attack ", "of ", "said ", "denied ", "if ", ", ", ". ", "“", "” ", "that ", "who ", "killing ",
     "blamed ", "for ", "the ", "attacks ", "# ", "\n", "between ", "clashes ", "may ", "have "]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=30).map("".join))
def test_spans_are_the_words_whatever_the_text(marked: str) -> None:
    page = make_page(marked)
    found = read(page, {})
    ids = {event.id for event in found}
    assert len(ids) == len(found)
    assert list(found) == sorted(found, key=lambda event: (event.span, event.type))
    for event in found:
        assert page.text[event.span] == event.text != ""
        assert event.cause is None or event.cause in ids - {event.id}
        for argument in event.arguments:
            assert argument.role in ROLES
            assert argument.span is not None
            assert page.text[argument.span] == argument.text != ""
    assert read(page, {}) == found


def test_members_of_a_named_group_are_on_its_side() -> None:
    case = {"named": [{"name": "Orsk Front", "class": "armed_group"}]}
    (event,) = read(make_page("Members of the Orsk Front attacked a bus."), case)
    actor = next(one for one in event.arguments if one.role == "perpetrator")
    assert actor.text == "Members" and actor.value is not None
    assert actor.value["class"] == "combatant" and actor.value["entity"] is not None
