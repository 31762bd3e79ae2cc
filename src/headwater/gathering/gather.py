"""The plot of gathering: many articles, from shared words to incidents and the origins of what is said of them."""

from collections.abc import Sequence

from headwater.gathering import actors, incidents, lineage, origins
from headwater.gathering.gathered import Gathered, Kin
from headwater.gathering.happening import Tied
from headwater.gathering.judged import judged
from headwater.records import Account, Guide, Judgement


def gather(accounts: Sequence[Account], guide: Guide, judgements: Sequence[Judgement] = ()) -> Gathered:
    """What these articles have in common, whatever order they come in.

    Works on records alone, so it runs wherever they are.
    """
    copies = lineage.find_copies(accounts)
    return gather_on(Kin(copies, lineage.group(copies)), accounts, guide, judgements)


def gather_on(kin: Kin, accounts: Sequence[Account], guide: Guide, judgements: Sequence[Judgement] = ()) -> Gathered:
    """All that rests on copies and families, which a ledger keeps and brings up to date by itself."""
    accounts = judged(accounts, judgements)
    people = actors.join(accounts, judgements)
    happenings = incidents.group(accounts, people, kin.copies, judgements)
    told = origins.weigh(accounts, Tied(kin.copies, kin.families, people, happenings), guide)
    return Gathered(kin.copies, kin.families, people, told.origins, told.incidents)
