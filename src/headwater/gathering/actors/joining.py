"""Entities of many articles, joined."""

from collections.abc import Sequence

from headwater.records import Account, Actor, Judgement


def join(accounts: Sequence[Account], judgements: Sequence[Judgement] = ()) -> tuple[Actor, ...]:
    """None yet."""
    return ()
