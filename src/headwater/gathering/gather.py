"""The plot of gathering: many articles, from shared words to incidents and the origins of what is said of them."""

from collections.abc import Sequence

from headwater.gathering import actors, incidents, lineage, origins
from headwater.gathering.gathered import Gathered
from headwater.gathering.happening import Tied
from headwater.gathering.judged import judged
from headwater.records import Account, Guide, Judgement


def gather(accounts: Sequence[Account], guide: Guide, judgements: Sequence[Judgement] = ()) -> Gathered:
    """What these articles have in common, whatever order they come in.

    Works on records alone, so it runs wherever they are.
    """
    accounts = judged(accounts, judgements)
    copies = lineage.find_copies(accounts)
    families = lineage.group(copies)
    people = actors.join(accounts, judgements)
    happenings = incidents.group(accounts, people, copies, judgements)
    told = origins.weigh(accounts, Tied(copies, families, people, happenings), guide)
    return Gathered(copies, families, people, told.origins, told.incidents)
