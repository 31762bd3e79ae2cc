"""Event mentions of many articles, grouped."""

from collections.abc import Sequence

from headwater.gathering.happening import Happening
from headwater.records import Account, Actor, Copy, Judgement


def group(
    accounts: Sequence[Account],
    actors: Sequence[Actor],
    copies: Sequence[Copy],
    judgements: Sequence[Judgement] = (),
) -> tuple[Happening, ...]:
    """None yet."""
    return ()
