"""Decisions that are made at the desk, written into its ledger."""

import getpass
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from headwater.errors import InputError

if TYPE_CHECKING:
    from headwater.ledger import Ledger
    from headwater.records import Judgement
    from headwater.web import Reviewer


def reviewer_of(ledger: "Ledger", *, reading: Callable[[], bool]) -> "Reviewer":
    """Writes what the user of this machine decides, and gathers the ledger anew; while pages are being read, the
    gathering that follows them does."""
    from headwater.web import Reviewer

    def judge(verdict: str, ids: tuple[str, ...], why: str | None) -> "Judgement":
        from headwater.inquiry.reviewing import Signed, decide

        judgement = decide(ledger.view(), verdict, ids, Signed(getpass.getuser(), _now(), why))
        with ledger.writer() as writer:
            writer.add_judgement(judgement)
        return judgement

    def regather() -> None:
        from headwater.session import regather

        if not reading():
            regather(ledger)

    return Reviewer(judge, lambda id_: withdraw(ledger, id_), regather)


def withdraw(ledger: "Ledger", id_: str) -> "Judgement":
    """Take the judgement back; it stays on record, with the date."""
    found = ledger.view().find(id_)
    if found is None or found.kind != "judgement":
        raise InputError(f"{id_}: no judgement of this id (headwater review list prints them)")
    withdrawn: Judgement = replace(found.record, withdrawn_at=_now())
    with ledger.writer() as writer:
        writer.add_judgement(withdrawn)
    return withdrawn


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
