"""Places: cases as data, what holds for any text, and the codes of the codebooks."""

import re
import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_page import make_page

from headwater.knowledge import Knowledge, load
from headwater.reading import places, sentences
from headwater.reading.heard import NamedSpan, Signals
from headwater.reading.placed import Placed, PlaceMention
from headwater.reading.places.codes import Wording, code
from headwater.reading.places.grounding import bearing, distance, moved
from headwater.reading.spoken import Spoken
from headwater.records import Span

CASES = Path(__file__).parents[1] / "cases" / "places"
KNOWLEDGE = load()
MARKED = re.compile(r"\{\{(?:(\w+):)?(.*?)\}\}")
CLOSE_KM = 8.0
CODES = {"ucdp": "ucdp_23", "acled": "acled_2019", "airwars": "airwars"}


def spoken(marked: str) -> Spoken:
    """The page of one line; what stands in {{}} is heard as a place, in {{person:…}} as a person."""
    text, heard = "", []
    position = 0
    for match in MARKED.finditer(marked):
        text += marked[position : match.start()]
        heard.append(NamedSpan(match[1] or "place", Span(len(text), len(text) + len(match[2])), 0.1))
        text += match[2]
        position = match.end()
    page = make_page(text + marked[position:])
    split = sentences.split(page.text, page.blocks, page.articles, KNOWLEDGE)
    return Spoken(page.text, page.articles, split, Signals(names=tuple(heard)))


def cases(name: str) -> list[Any]:
    found = tomllib.loads((CASES / f"{name}.toml").read_text("utf-8"))["case"]
    return [pytest.param(case, id=case["name"]) for case in found]


def check(case: dict[str, Any]) -> None:
    page = spoken(case["text"])
    found = places.read(page, KNOWLEDGE).places
    assert [page.text[mention.name] for mention in found] == [each["name"] for each in case["place"]]
    for mention, wanted in zip(found, case["place"], strict=True):
        told = says(mention)
        for field, value in wanted.items():
            if field not in ("name", "lat", "lon"):
                assert told[field] == value, (field, told)
        if "lat" in wanted:
            assert distance(told["lat"], told["lon"], wanted["lat"], wanted["lon"]) < CLOSE_KM, told


def says(mention: PlaceMention) -> dict[str, Any]:
    ground = mention.ground
    told: dict[str, Any] = {"text": mention.text, "use": mention.use, "rule": mention.rule}
    if ground is not None:
        told |= {"at": ground.name, "kind": ground.kind, "country": ground.country, "adm1": ground.adm1}
        told |= {"lat": ground.lat, "lon": ground.lon, "geonames": ground.geonames or 0}
        told |= {short: "none" if ground.codes[name] is None else ground.codes[name] for short, name in CODES.items()}
    return told


@pytest.mark.parametrize("case", [*cases("synthetic"), *cases("wild"), *cases("negative")])
def test_cases(case: dict[str, Any]) -> None:
    check(case)


@pytest.mark.parametrize("case", cases("known_failures"))
def test_known_failures(case: dict[str, Any]) -> None:
    with pytest.raises(AssertionError):
        check(case)


WORDS = st.sampled_from(
    "in near the town of village 10 km east Idlib Aleppo Damascus Syria Syrian US Moscow said between and road border , . "
    "Homs countryside Merodan al-Raqqa Turkey 's - ( ) northern Gaza Tripoli Washington".split()
)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=40))
def test_any_text(words: list[str]) -> None:
    """Spans are the words; names stand in their phrases; the same page reads the same twice; codes are in range."""
    page = spoken(" ".join(words))
    first, again = places.read(page, KNOWLEDGE), places.read(page, KNOWLEDGE)
    assert first == again
    for mention in first.places:
        assert page.text[mention.span] == mention.text
        assert mention.span.start <= mention.name.start < mention.name.end <= mention.span.end
        ground = mention.ground
        if ground is not None:
            assert ground.precision in (None, 1, 2, 3, 4, 5, 6, 7)
            assert ground.lat is None or (-90 <= ground.lat <= 90 and ground.lon is not None)
    names = [mention.name for mention in first.places]
    assert all(left.end <= right.start for left, right in pairwise(names))


def test_mentions_of_one_name_agree() -> None:
    page = spoken("Shells hit Tripoli. Tripoli burned. Beirut in Lebanon is far from Tripoli.")
    grounds = {m.ground for m in places.read(page, KNOWLEDGE).places if page.text[m.name] == "Tripoli" and m.ground}
    assert len({ground.geonames for ground in grounds}) == 1


def test_without_a_gazetteer_there_are_no_places() -> None:
    bare = Knowledge(KNOWLEDGE.lexicons, KNOWLEDGE.weights, KNOWLEDGE.hashes)
    assert places.read(spoken("Shells hit Idlib."), bare) == Placed()


def test_articles_do_not_tell_each_other_where_they_are() -> None:
    page = make_page("Planes struck Tripoli and Misrata in Libya.\n===\nSoldiers left Tripoli and Sidon in Lebanon.")
    split = sentences.split(page.text, page.blocks, page.articles, KNOWLEDGE)
    found = places.read(Spoken(page.text, page.articles, split), KNOWLEDGE).places
    grounds = [mention.ground for mention in found if page.text[mention.name] == "Tripoli"]
    assert [ground and ground.country for ground in grounds] == ["LY", "LB"]


@pytest.mark.parametrize(
    ("codebook", "wording", "wanted"),
    [
        ("ucdp_23", Wording("at", "village"), 1),
        ("ucdp_23", Wording("near", "city"), 2),
        ("ucdp_23", Wording("offset", "town", 25.0), 2),
        ("ucdp_23", Wording("offset", "town", 25.1), 5),
        ("ucdp_23", Wording("at", "adm2"), 3),
        ("ucdp_23", Wording("at", "adm1"), 4),
        ("ucdp_23", Wording("part", "country"), 5),
        ("ucdp_23", Wording("at", "river"), 5),
        ("ucdp_23", Wording("at", "country"), 6),
        ("ucdp_23", Wording("sea", "country"), 7),
        ("ucdp_23", Wording("at", "continent"), None),
        ("acled_2019", Wording("at", "town"), 1),
        ("acled_2019", Wording("near", "town"), 2),
        ("acled_2019", Wording("part", "adm1"), 2),
        ("acled_2019", Wording("border", "country"), 3),
        ("acled_2019", Wording("at", "region"), 3),
        ("acled_2019", Wording("at", "sea"), 3),
        ("acled_2019", Wording("at", "country"), None),
        ("airwars", Wording("at", "street"), "Street"),
        ("airwars", Wording("at", "village"), "Village"),
        ("airwars", Wording("at", "capital"), "City"),
        ("airwars", Wording("at", "adm2"), "District"),
        ("airwars", Wording("near", "base"), "Nearby landmark"),
        ("airwars", Wording("at", "country"), None),
    ],
)
def test_codes(codebook: str, wording: Wording, wanted: int | str | None) -> None:
    assert code(codebook, wording, KNOWLEDGE.lexicons["places"]) == wanted


@given(st.floats(-80, 80), st.floats(-179, 179), st.floats(0, 359), st.floats(1, 500))
def test_moving_there_is_that_far_away(lat: float, lon: float, direction: float, km: float) -> None:
    there = moved(lat, lon, direction, km)
    assert abs(distance(lat, lon, *there) - km) < 0.05
    assert abs((bearing(lat, lon, *there) - direction + 180) % 360 - 180) < 2
