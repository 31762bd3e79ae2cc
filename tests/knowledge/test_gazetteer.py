"""The gazetteer: names and sounds to places, and what it costs."""

import time
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.errors import KnowledgeError
from headwater.knowledge import load
from headwater.knowledge.gazetteer import KINDS, Gazetteer
from headwater.knowledge.knowledge import HERE
from headwater.knowledge.spelling import fold, sound

PATH = HERE / "gazetteer" / "places.npz"
GAZETTEER = Gazetteer(PATH)


def names(name: str, *, country: str) -> list[tuple[str, str]]:
    places = [GAZETTEER.place(row) for row, _ in GAZETTEER.named(name)]
    return [(place.name, place.kind) for place in places if place.country == country]


@pytest.mark.parametrize(
    ("name", "country", "kind"),
    [
        ("Syria", "SY", "country"),
        ("U.S.", "US", "country"),
        ("Idlib", "SY", "adm1"),
        ("Idlib", "SY", "city"),
        ("Deir Ezzor", "SY", "city"),
        ("Dayr az-Zawr", "SY", "city"),
        ("al-Bukamal", "SY", "town"),
        ("Abu Kamal", "SY", "town"),
        ("Albu Kamal", "SY", "town"),
        ("Khmeimim", "SY", "base"),
        ("Hmeymim", "SY", "base"),
        ("Kyiv", "UA", "capital"),
        ("Kiev", "UA", "capital"),
        ("Kharkov", "UA", "city"),
        ("Darfur", "SD", "region"),
        ("Donbas", "UA", "region"),
        ("Gaza Strip", "PS", "adm1"),
        ("West Bank", "PS", "adm1"),
        ("Sinai", "EG", "region"),
        ("Golan Heights", "SY", "region"),
        ("Anbar", "IQ", "adm1"),
        ("Kurdistan Region", "IQ", "region"),
        ("Rafah crossing", "PS", "crossing"),
        ("Rapides Parish", "US", "adm2"),
        ("St. Louis", "US", "city"),
    ],
)
def test_names(name: str, country: str, kind: str) -> None:
    assert kind in [found for _, found in names(name, country=country)]


@pytest.mark.parametrize("name", ["Red Sea", "Black Sea", "Mediterranean", "Africa", "Middle East", "EU"])
def test_names_of_no_country(name: str) -> None:
    assert names(name, country="")


@pytest.mark.parametrize(
    ("name", "countries", "wanted"),
    [
        ("Raqaa", ["SY"], "Raqqa"),
        ("Deir Ezour", ["SY"], "Deir ez-Zor"),
        ("Saraqeeb", ["SY"], "Saraqib"),
        ("Kharkoff", ["UA"], "Kharkiv"),
    ],
)
def test_sounds(name: str, countries: list[str], wanted: str) -> None:
    assert wanted in [GAZETTEER.place(row).name for row in GAZETTEER.sounding(name, countries)]


def test_sounds_stay_in_their_countries() -> None:
    assert not GAZETTEER.sounding("Raqaa", ["UA"])
    assert not GAZETTEER.sounding("Saraqeeb", [])


@pytest.mark.parametrize(
    "same",
    [
        ("Khmeimim", "Hmeymim", "Hmeimim"),
        ("Deir ez-Zor", "Deir Ezzor", "Dayr al-Zawr"),
        ("Raqqa", "Raqaa", "ar-Raqqah"),
        ("al-Bukamal", "Abu Kamal", "Albu Kamal"),
        ("Kharkiv", "Kharkov"),
        ("Khan Sheikhoun", "Khan Shaykhun"),
        ("Ayn Issa", "Ain Issa"),
    ],
)
def test_one_sound(same: tuple[str, ...]) -> None:
    assert len({sound(name) for name in same}) == 1
    assert sound(same[0])


def test_a_place_knows_what_it_lies_in() -> None:
    harim = next(GAZETTEER.place(row) for row, _ in GAZETTEER.named("Saraqib"))
    above = [GAZETTEER.place(row) for row in harim.above]
    assert [(place.name, place.kind) for place in above][-2:] == [("Idlib", "adm1"), ("Syria", "country")]


def test_every_place_is_on_earth_and_of_a_known_kind() -> None:
    for row in range(0, 139_000, 61):
        place = GAZETTEER.place(row)
        assert -90 <= place.lat <= 90
        assert -180 <= place.lon <= 180
        assert place.kind in KINDS
        assert place.name.strip() == place.name != ""
        assert place.row not in place.above


def test_it_is_small_and_quick() -> None:
    assert PATH.stat().st_size < 15_000_000
    tracemalloc.start()
    started = time.process_time()
    Gazetteer(PATH).named("Idlib")
    seconds = time.process_time() - started
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert seconds < 0.25
    assert peak < 120_000_000


def test_its_hash_is_among_those_of_the_knowledge() -> None:
    assert load().hashes["gazetteer"] == GAZETTEER.digest()


def test_a_broken_table_is_told_by_name(tmp_path: Path) -> None:
    path = tmp_path / "places.npz"
    path.write_bytes(b"nothing of the kind")
    with pytest.raises(KnowledgeError, match=r"places\.npz"):
        Gazetteer(path).named("Idlib")


@given(st.text(max_size=40))
def test_any_name_can_be_asked_for(name: str) -> None:
    assert fold(fold(name)) == fold(name)
    for row, _ in GAZETTEER.named(name):
        assert GAZETTEER.place(row).row == row
    assert isinstance(sound(name), str)
