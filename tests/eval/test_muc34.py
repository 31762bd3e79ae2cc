"""The yardstick of templates, on invented reports and keys."""

from pathlib import Path

import pytest
from eval.muc34_gold import Fill, Report
from eval.muc34_scores import Tally, paired, score, worth_of
from eval.muc34_six import SIX, Six, score_six
from eval.muc34_templates import trivial
from eval.report import Options, Skipped

from eval import muc34, muc34_gold

KEY = """
0.  MESSAGE: ID                     DEV-MUC3-9001 (NCCOSC)
1.  MESSAGE: TEMPLATE               1 (OPTIONAL)
2.  INCIDENT: DATE                  - 08 JAN 90
3.  INCIDENT: LOCATION              ORSKIA: HARUN (DEPARTMENT): ORSK (CITY)
4.  INCIDENT: TYPE                  BOMBING
9.  PERP: INDIVIDUAL ID             ? "REBELS"
10. PERP: ORGANIZATION ID           "ORSK FRONT" / "OF"
12. PHYS TGT: ID                    -
20. HUM TGT: TYPE                   CIVILIAN: "FARMERS"
                                    LEGAL OR JUDICIAL / CIVILIAN: "MARO TEVIN"

0.  MESSAGE: ID                     DEV-MUC3-9002 (NCCOSC)
1.  MESSAGE: TEMPLATE               *
4.  INCIDENT: TYPE                  *
"""
TEXT = "DEV-MUC3-9001 (NOSC)\n\n   ORSK, 8 JAN 90 -- REBELS\nLEFT.\n\nDEV-MUC3-9002 (NOSC)\n\n   NOTHING.\n"


def reports(folder: Path) -> list[Report]:
    place = folder / "muc34" / "TASK" / "CORPORA" / "dev"
    place.mkdir(parents=True)
    (place / "key-dev-9001.muc4").write_text(KEY)
    (place / "dev-muc3-9001-9002").write_text(TEXT)
    return muc34_gold.load(folder, "dev")


def test_reports_and_keys(tmp_path: Path) -> None:
    first, second = reports(tmp_path)
    assert first.text == "ORSK, 8 JAN 90 -- REBELS LEFT." and second.templates == ()
    (template,) = first.templates
    assert first.optional == (True,)
    assert template["INCIDENT: DATE"][0].alternatives == (("- 08 JAN 90", ""),)
    assert template["PERP: INDIVIDUAL ID"][0] == Fill((("", "REBELS"),), True)
    assert template["PERP: ORGANIZATION ID"][0].alternatives == (("", "ORSK FRONT"), ("", "OF"))
    assert template["PHYS TGT: ID"] == []
    assert [fill.alternatives[0] for fill in template["HUM TGT: TYPE"]] == [
        ("CIVILIAN", "FARMERS"),
        ("LEGAL OR JUDICIAL", ""),
    ]


@pytest.mark.parametrize(
    ("slot", "key", "given", "worth"),
    [
        ("PHYS TGT: ID", ("", "THE ORSK BANK"), ("", "ORSK BANK"), 1.0),
        ("PHYS TGT: ID", ("", "ORSK BANK"), ("", "BANK"), 0.5),
        ("PHYS TGT: ID", ("", "ORSK BANK"), ("", "BUS"), 0.0),
        ("INCIDENT: TYPE", ("BOMBING", ""), ("ATTACK", ""), 0.5),
        ("INCIDENT: TYPE", ("BOMBING", ""), ("ARSON", ""), 0.0),
        ("INCIDENT: DATE", ("- 08 JAN 90", ""), ("08 JAN 90", ""), 0.5),
        ("INCIDENT: LOCATION", ("ORSKIA: HARUN (DEPARTMENT): ORSK (CITY", ""), ("ORSKIA: HARUN: ORSK", ""), 1.0),
        ("INCIDENT: LOCATION", ("ORSKIA: ORSK (CITY", ""), ("ORSKIA", ""), 0.5),
        ("INCIDENT: LOCATION", ("ORSKIA", ""), ("HARUN", ""), 0.0),
        ("INCIDENT: INSTRUMENT TYPE", ("DYNAMITE", "DYNAMITE"), ("EXPLOSIVE", "DYNAMITE"), 0.5),
        ("HUM TGT: EFFECT OF INCIDENT", ("DEATH", "FARMERS"), ("DEATH", "FARMERS"), 1.0),
        ("HUM TGT: EFFECT OF INCIDENT", ("DEATH", "FARMERS"), ("DEATH", "MAYOR"), 0.5),
        ("HUM TGT: NUMBER", ("~100", "FARMERS"), ("100", "FARMERS"), 0.5),
    ],
)
def test_what_a_fill_is_worth(slot: str, key: tuple[str, str], given: tuple[str, str], worth: float) -> None:
    assert worth_of(slot, Fill((key,), False), given) == worth


def test_pairs_are_the_best_together() -> None:
    assert paired([[2.0, 1.9], [2.0, 0.0]]) == [1, 0]
    assert paired([[0.0], [0.0]]) == [None, None]


def test_an_optional_template_counts_only_where_it_is_found(tmp_path: Path) -> None:
    first, _ = reports(tmp_path)
    missed, found = Tally(), Tally()
    score(first, [], dict.fromkeys(first.templates[0], missed))
    score(
        first,
        [{"INCIDENT: TYPE": [("BOMBING", "")], "PERP: ORGANIZATION ID": [("", "OF")]}],
        dict.fromkeys(first.templates[0], found),
    )
    assert (missed.right, missed.key) == (0.0, 0)
    assert (found.right, found.key, found.ours) == (2.0, 6, 2)


def test_six_slots_need_one_of_the_key_s_words_for_the_same_entity() -> None:
    key: list[Six] = [("attack", {"Victim": [{("IVA", "DORN"), ("DORN",)}, {("MARO", "TEVIN")}]})]
    whole = {slot: list(key[0][1].get(slot, [])) for slot in SIX}
    made = {slot: [] for slot in SIX} | {"Victim": [{("DORN",)}, {("TEVIN",)}]}
    for exact, right in ((True, 1.0), (False, 2.0)):
        tallies = {slot: Tally() for slot in (*SIX, "type")}
        score_six([("attack", whole)], [("attack", made)], tallies, exact=exact)
        assert (tallies["Victim"].right, tallies["Victim"].key, tallies["Victim"].ours) == (right, 2, 2)
        assert tallies["type"].right == 1


def test_trivial_rival_and_absent_data(tmp_path: Path) -> None:
    assert trivial("REBELS BOMBED THE BANK", {"bombed": "bombing"})[0]["INCIDENT: TYPE"] == [("BOMBING", "")]
    assert trivial("NOTHING", {"bombed": "bombing"}) == []
    assert isinstance(muc34.measure(tmp_path, Options()), Skipped)


def test_day_of_the_dateline() -> None:
    day = muc34.published("ORSK, 8 JAN 90 (AGENCY) -- [TEXT] REBELS LEFT.")
    assert day is not None and day.date == "1990-01-08"
    assert muc34.published("REBELS LEFT ORSK.") is None
