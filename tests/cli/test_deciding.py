"""Decisions made at the desk reach the ledger, and the gathering."""

import warnings
from pathlib import Path

import pytest

from headwater.cli.deciding import reviewer_of
from headwater.cli.serve import desk_over
from headwater.errors import InputError
from headwater.ledger import open_ledger
from made_calls import Call

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from starlette.testclient import TestClient


@pytest.fixture
def ledger(call: Call, story: Path, tmp_path: Path):
    call("read", story, "--ledger", "a.ledger")
    opened = open_ledger(tmp_path / "a.ledger")
    yield opened
    opened.close()


def test_a_decision_is_kept_gathered_and_taken_back(ledger) -> None:
    reviewer = reviewer_of(ledger, reading=lambda: False)
    article = next(iter(ledger.view().records("article")))
    judgement = reviewer.judge("accept", (article.id,), "as printed")
    kept = list(ledger.view().records("judgement"))
    assert [(one.id, one.why, one.withdrawn_at) for one in kept] == [(judgement.id, "as printed", None)]
    assert reviewer.gather_anew(patience=60) and not reviewer.trouble
    assert reviewer.withdraw(judgement.id).withdrawn_at
    assert [bool(one.withdrawn_at) for one in ledger.view().records("judgement")] == [True]
    with pytest.raises(InputError):
        reviewer.withdraw("j0123456789abcdef")


def test_nothing_is_gathered_while_pages_are_read(ledger, monkeypatch) -> None:
    from headwater import session

    monkeypatch.setattr(session, "regather", lambda _: pytest.fail("gathered beside a reading"))
    reviewer = reviewer_of(ledger, reading=lambda: True)
    assert reviewer.gather_anew(patience=10) and not reviewer.trouble


@pytest.mark.parametrize(
    ("host", "writes"), [("127.0.0.1", True), ("localhost", True), ("::1", True), ("0.0.0.0", False)]
)
def test_only_a_desk_for_this_machine_alone_may_write(ledger, host: str, writes: bool) -> None:
    client = TestClient(desk_over(ledger, host, title="t"), base_url="http://localhost")
    answer = client.post("/review", data={"verdict": "accept"})
    assert answer.status_code == (403 if writes else 404)
