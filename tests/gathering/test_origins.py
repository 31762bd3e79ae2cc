"""Origins: how many mouths, which relations, what policies make of them."""

import random
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from told_accounts import accounts_of, tied

from headwater.gathering.origins import Weighed, weigh
from headwater.gathering.origins.dividing import divide
from headwater.knowledge.houses import guide
from headwater.records import Copy, DividingRule, Guide, Incident, Passages, Policy, Slot, Span
from headwater.records.policies import ChoosingRule, GradeRule

HERE = Path(__file__).parent
CASES = HERE.parent / "cases" / "origins"
LEXICON = Path(__file__).parents[2] / "src/headwater/knowledge/lexicon"


def _guide(*policies: Policy) -> Guide:
    files = {name: tomllib.loads((LEXICON / f"{name}.toml").read_text()) for name in ("houses", "agencies")}
    return guide(files, policies)


def _cases(name: str) -> list[Any]:
    cases = tomllib.loads((CASES / f"{name}.toml").read_text())["case"]
    return [pytest.param(case, id=case["name"]) for case in cases]


def weighed(case: dict[str, Any], *policies: Policy) -> Weighed:
    accounts = accounts_of(case["account"])
    return weigh(accounts, tied(accounts), _guide(*policies))


def slot_of(incident: Incident, name: str) -> Slot:
    return next(slot for slot in incident.slots if slot.slot == name)


def told(slot: Slot) -> list[tuple[str, ...]]:
    """Relations by the words of their cells; sides that mean the same either way come sorted."""
    words = {cell.id: str(cell.value.get("text") or cell.value.get("name")) for cell in slot.cells}
    return sorted(_settled(words[each.a], words[each.b], each.relation) for each in slot.relations)


def _settled(a: str, b: str, relation: str) -> tuple[str, ...]:
    return (*(sorted((a, b)) if relation in ("same", "conflict") else (a, b)), relation)


@pytest.mark.parametrize("case", [*_cases("synthetic"), *_cases("negative")])
def test_cases(case: dict[str, Any]) -> None:
    (incident,) = weighed(case).incidents
    for name, (shown, possible) in case.get("origins", {}).items():
        counts = slot_of(incident, name).origins
        assert (counts.shown, counts.possible) == (shown, possible), name
    for name in {each[0] for each in case.get("relations", ())}:
        expected = sorted(_settled(*each[1:]) for each in case["relations"] if each[0] == name)
        assert told(slot_of(incident, name)) == expected
    for name in case.get("unrelated", ()):
        assert not slot_of(incident, name).relations


@pytest.mark.parametrize("case", _cases("synthetic"))
def test_order_changes_nothing_and_every_span_leads_to_its_article(case: dict[str, Any]) -> None:
    accounts = accounts_of(case["account"])
    ties = tied(accounts)
    first = weigh(accounts, ties, _guide())
    shuffled = list(accounts)
    random.Random(5).shuffle(shuffled)
    assert weigh(shuffled, ties, _guide()) == first
    texts = {account.body.article.id: account.body.paragraphs[0].text for account in accounts}
    origins = {origin.id for origin in first.origins}
    for slot in first.incidents[0].slots:
        for cell in slot.cells:
            assert cell.origin in origins
            assert len(cell.events) == len(cell.articles) == len(cell.spans)
            for article, span in zip(cell.articles, cell.spans, strict=True):
                assert 0 <= span.start < span.end <= len(texts[article])


def test_reprints_are_one_origin_by_their_words_alone() -> None:
    text = (
        "Shells that fell on the grain market of Orsk early on Sunday killed 12 people, and many more lay in the hall."
    )
    table = {
        "text": text,
        "count": [{"words": "12", "number": 12}],
        "event": [{"words": "killed", "type": "killing", "argument": [{"role": "quantity", "words": "12"}]}],
    }
    tables = [{**table, "outlet": f"Paper {n}", "at": f"https://paper{n}.example/1"} for n in range(3)]
    accounts = accounts_of(tables)
    ids = [account.body.article.id for account in accounts]
    whole = (Span(0, len(text)),)
    copies = [
        Copy(f"c{n}", Passages(ids[0], whole), Passages(ids[n], whole), "identical", "unknown", None, 1.0, ())
        for n in (1, 2)
    ]
    (incident,) = weigh(accounts, tied(accounts, copies), _guide()).incidents
    counts = slot_of(incident, "killed").origins
    assert (counts.shown, counts.possible) == (0, 1)
    (apart,) = weigh(accounts, tied(accounts), _guide()).incidents
    assert slot_of(apart, "killed").origins.possible == 3


def _toll(*rows: tuple[str, str, int]) -> dict[str, Any]:
    """Rows of source, day and number, each in a paper of its own, coded as they stand by policy "p"."""
    tables = []
    for at, (source, day, number) in enumerate(rows):
        text = f"{source} said {number} people were killed."
        content = f"{number} people were killed"
        tables.append(
            {
                "text": text, "outlet": f"Paper {at}", "at": f"https://paper{at}.example/1", "date": day,
                "voice": [{"name": "s", "sources": [source], "content": content}],
                "count": [{"words": str(number), "number": number, "voices": ["s"], "coded": {"p": [number] * 3}}],
                "event": [
                    {"words": "killed", "type": "killing", "voices": ["s"],
                     "argument": [{"role": "quantity", "words": str(number)}]}
                ],
            }
        )  # fmt: skip
    return {"account": tables}


def _rule(take: Any, field: Any = "figure", **more: Any) -> ChoosingRule:
    return ChoosingRule(f"p.{take}", "p. 1", field, take, **more)


@pytest.mark.parametrize(
    ("rules", "rows", "expected"),
    [
        ((_rule("lowest"),), (("A Clinic", "2031-05-04", 12), ("B Clinic", "2031-05-04", 15)), 12),
        ((_rule("highest"),), (("A Clinic", "2031-05-04", 12), ("B Clinic", "2031-05-04", 15)), 15),
        ((_rule("latest"),), (("A Clinic", "2031-05-04", 19), ("B Clinic", "2031-05-05", 15)), 15),
        (
            (_rule("latest", unless=("several",)), _rule("majority"), _rule("lowest")),
            (("A Clinic", "2031-05-05", 12), ("B Clinic", "2031-05-05", 15), ("C Clinic", "2031-05-05", 15)),
            15,
        ),
        (
            (_rule("majority"), _rule("lowest")),
            (("A Clinic", "2031-05-05", 12), ("B Clinic", "2031-05-05", 15)),
            12,
        ),
        (
            (_rule("corroborated"), _rule("lowest")),
            (("A Clinic", "2031-05-05", 12), ("B Clinic", "2031-05-05", 15), ("C Clinic", "2031-05-05", 15)),
            15,
        ),
        ((_rule("lowest"),), (("A Clinic", "2031-05-04", 12), ("A Clinic", "2031-05-06", 19)), 19),
    ],
)
def test_choosing(rules: Any, rows: Any, expected: int) -> None:
    (incident,) = weighed(_toll(*rows), Policy("p", "made", choosing=rules)).incidents
    slot = slot_of(incident, "killed")
    figured = slot.policies["p"]
    assert (figured.low, figured.best, figured.high) == (expected,) * 3
    assert figured.why and set(figured.why) <= {cell.id for cell in slot.cells}


def test_low_best_and_high_each_have_their_rule() -> None:
    rules = (_rule("lowest", "low"), _rule("majority", "best"), _rule("highest", "high"))
    policy = Policy("p", "made", "low_best_high", choosing=rules)
    case = _toll(("A Clinic", "2031-05-05", 12), ("B Clinic", "2031-05-05", 15))
    figured = slot_of(weighed(case, policy).incidents[0], "killed").policies["p"]
    assert (figured.low, figured.best, figured.high) == (12, None, 15)


def test_a_policy_that_codes_none_of_the_words_writes_nothing() -> None:
    figured = slot_of(
        weighed(_toll(("A Clinic", "2031-05-05", 12)), Policy("q", "made")).incidents[0], "killed"
    ).policies
    assert figured["q"].status == "no_rule" and figured["q"].best is None


GRADES = (
    GradeRule("p.contested", "p. 1", "Contested", ("competing",)),
    GradeRule("p.confirmed", "p. 1", "Confirmed", ("accepted",)),
    GradeRule("p.fair", "p. 1", "Fair", ("near_actions",), 2),
    GradeRule("p.weak", "p. 1", "Weak", (), 1),
)


def _blamed(*rows: tuple[str, str]) -> dict[str, Any]:
    """Rows of source and whom it blames."""
    tables = []
    for at, (source, whom) in enumerate(rows):
        text = f"{source} said on Sunday that it was {whom.upper()} that shelled Orsk."
        tables.append(
            {
                "text": text, "outlet": f"Paper {at}", "at": f"https://paper{at}.example/1", "date": "2031-05-04",
                "voice": [{"name": "s", "sources": [source], "content": text[len(source) + 6 :]}],
                "event": [
                    {"words": "shelled", "voices": ["s"],
                     "argument": [{"role": "perpetrator", "words": whom.upper(), "blame": "accused"}] if whom else []}
                ],
            }
        )  # fmt: skip
    return {"account": tables}


@pytest.mark.parametrize(
    ("rows", "grade"),
    [
        ((("A Clinic", ""),), "Weak"),
        ((("A Clinic", "the front"), ("B Clinic", "the front")), "Fair"),
        ((("A Clinic", "the front"), ("B Clinic", "the army")), "Contested"),
        ((("THE FRONT", "the front"),), "Confirmed"),
    ],
)
def test_grades(rows: Any, grade: str) -> None:
    (incident,) = weighed(_blamed(*rows), Policy("p", "made", grades=GRADES)).incidents
    assert [each.grade for each in incident.grades] == [grade]


@pytest.mark.parametrize(
    ("total", "parts", "rule", "expected"),
    [
        (12, 3, {"how": "even", "remainder": "from_first"}, (4, 4, 4)),
        (14, 3, {"how": "even", "remainder": "from_first"}, (5, 5, 4)),
        (10, 3, {"how": "even"}, (3, 3, 3)),
        (2, 3, {"how": "even", "fewer_than_parts": "keep_whole"}, ()),
        (12, 2, {"how": "same_high"}, (12, 12)),
        (12, 2, {"how": "spread"}, ()),
    ],
)
def test_dividing(total: int, parts: int, rule: dict[str, Any], expected: tuple[int, ...]) -> None:
    assert divide(total, parts, DividingRule("p.d", "p. 1", ("days",), **rule)) == expected


def test_known_parts_are_taken_off_first() -> None:
    rule = DividingRule("p.d", "p. 1", ("places",), "even", subtract_known=True)
    assert divide(12, 2, rule, known=(4,)) == (4, 4)


def test_a_sum_over_three_days_is_divided() -> None:
    case = _toll(("A Clinic", "2031-05-05", 12))
    case["account"][0]["count"][0]["scope"] = {"kind": "period", "from": "2031-05-02", "to": "2031-05-04"}
    rules = (DividingRule("p.days", "p. 1", ("days",), "even", "from_first"),)
    (incident,) = weighed(case, Policy("p", "made", choosing=(_rule("lowest"),), dividing=rules)).incidents
    figured = slot_of(incident, "killed").policies["p"]
    assert (figured.best, figured.parts, figured.divided_by) == (12, (4, 4, 4), "p.days")


def test_the_incident_covers_all_affirmed_times_and_places() -> None:
    case = next(one.values[0] for one in _cases("synthetic") if "province" in one.values[0]["name"])
    (incident,) = weighed(case).incidents
    assert (incident.from_, incident.to) == ("2031-05-04", "2031-05-05")
    assert incident.place["name"] == "Harun province"
    assert incident.name.startswith("shelling, ")


def test_nothing_is_made_of_a_happening_whose_events_are_gone() -> None:
    accounts = accounts_of(_toll(("A Clinic", "2031-05-05", 12))["account"])
    ties = tied(accounts)
    assert weigh([replace(one, events=()) for one in accounts], ties, _guide()) == Weighed()


def test_many_cells_are_related_through_the_first_of_their_value() -> None:
    rows = [(f"Clinic {chr(65 + at // 26)}{chr(65 + at % 26)}", "2031-05-04", 12 + 3 * (at % 2)) for at in range(60)]
    (incident,) = weighed(_toll(*rows)).incidents
    slot = slot_of(incident, "killed")
    relations = [each.relation for each in slot.relations]
    assert (relations.count("same"), relations.count("conflict")) == (58, 1)
    assert slot.origins.shown == 60
