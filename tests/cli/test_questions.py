"""Questions put to a ledger, and decisions written into it."""

import json
from pathlib import Path

import pytest

from headwater.cli.demo import SAMPLE
from made_calls import Call, records


@pytest.fixture
def ledger(call: Call) -> Path:
    call("demo", "--ledger", "a.ledger")
    return Path("a.ledger")


def lines(out: str) -> list[dict]:
    return [json.loads(line) for line in out.splitlines()]


def test_lists_as_tables_and_as_json(call: Call, ledger: Path) -> None:
    for command in ("incidents", "events", "copies", "naming"):
        assert call(command, ledger).code == 0
        told = lines(call(command, ledger, "--json").out)
        assert (command == "incidents") or told
    assert {each["id"] for each in lines(call("events", ledger, "--json").out)} == {
        each["id"] for each in records(call("export", ledger, "--kind", "event").out)["event"]
    }


def test_naming_counts_every_mention(call: Call, ledger: Path) -> None:
    told = lines(call("naming", ledger, "--json").out)
    mentions = records(call("export", ledger, "--kind", "mention").out)["mention"]
    assert sum(each["own"] + each["quoted"] for each in told) == len(mentions)
    assert sum(each["quoted"] for each in told) == sum(each["voice"] is not None for each in mentions)


def test_trace_follows_a_reprint_to_its_original(call: Call, ledger: Path) -> None:
    copies = lines(call("copies", ledger, "--json").out)
    copy = next(each for each in copies if each["direction"] == "b_from_a")
    texts = {each["id"]: each for each in records(call("export", ledger, "--kind", "article").out)["article"]}
    assert {copy["a"]["article"], copy["b"]["article"]} <= texts.keys()
    told = lines(call("trace", copy["b"]["article"], "--ledger", ledger, "--json").out)
    taken = next(each for each in told if each["article"] == copy["b"]["article"])
    assert taken["taken_from"] == copy["a"]["article"]


def test_trace_of_words_that_stand_nowhere_says_so(call: Call, ledger: Path) -> None:
    answer = call("trace", "these words stand on no page at all", "--ledger", ledger)
    assert answer.code == 2
    assert "neither these words nor a record" in answer.err


def test_a_rejected_figure_is_kept_as_judgement_and_can_be_taken_back(call: Call, ledger: Path) -> None:
    event = lines(call("events", ledger, "--json").out)[0]["id"]
    assert call("review", "reject", event, "--ledger", ledger, "--by", "Iva Dorn", "--why", "a drill").code == 0
    (judgement,) = lines(call("review", "list", "--ledger", ledger, "--json").out)
    assert (judgement["verdict"], judgement["target"]["id"], judgement["by"]) == ("reject", event, "Iva Dorn")
    assert call("review", "withdraw", judgement["id"], "--ledger", ledger).code == 0
    (judgement,) = lines(call("review", "list", "--ledger", ledger, "--json").out)
    assert judgement["withdrawn_at"] is not None
    call("read", SAMPLE / "pages", "--ledger", ledger, "--quiet")
    assert len(lines(call("review", "list", "--ledger", ledger, "--json").out)) == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("reject", "e0000000000"), "no record of this id"),
        (("same", "{event}", "{event}"), "one and the same"),
        (("same", "{event}", "{article}"), "is of kind article"),
        (("correct", "{event}", "colour", "red"), "no field of this event"),
    ],
)
def test_what_cannot_be_decided_is_refused_in_a_line(
    call: Call, ledger: Path, words: tuple[str, ...], said: str
) -> None:
    event = lines(call("events", ledger, "--json").out)[0]
    known = {"event": event["id"], "article": event["article"]}
    answer = call("review", *(word.format(**known) for word in words), "--ledger", ledger)
    assert answer.code == 2
    assert said in answer.err
    assert answer.err.count("\n") == 1


def test_changes_between_two_runs(call: Call, ledger: Path) -> None:
    assert call("changes", "--ledger", ledger).code == 2
    call("demo", "--ledger", ledger)
    assert call("changes", "--ledger", ledger).out == "the incidents are the same\n"


def test_why_leads_an_incident_its_slots_and_cells_down_to_words(call: Call, ledger: Path) -> None:
    incident = max(lines(call("incidents", ledger, "--json").out), key=lambda each: len(each["events"]))
    slot = next(each for each in incident["slots"] if each["slot"] == "killed")
    told = call("why", incident["id"], "--ledger", ledger).out
    assert "happened" in told
    assert "airwars" in told
    cell = slot["cells"][0]
    down = call("why", cell["id"], "--ledger", ledger).out
    assert f"of incident {incident['id']}" in down
    assert cell["events"][0] in down
    assert "“" in down
    assert call("why", slot["id"], "--ledger", ledger).code == 0


def test_why_gives_each_policys_figure_with_its_rule(call: Call, ledger: Path) -> None:
    quantity = records(call("export", ledger, "--kind", "quantity").out)["quantity"][0]
    told = call("why", quantity["id"], "--ledger", ledger).out
    for name, figure in quantity["policies"].items():
        assert name in told
        assert figure["rule"] is None or figure["rule"] in told
