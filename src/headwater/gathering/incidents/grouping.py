"""Event mentions of many articles, grouped by happening."""

from collections.abc import Mapping, Sequence

from headwater.gathering.happening import Happening, Tie
from headwater.gathering.incidents.alignment import aligned
from headwater.gathering.incidents.keys import pairs_of
from headwater.gathering.incidents.linking import Pair, components, link
from headwater.gathering.incidents.rulings import Rulings, judged, rulings_of
from headwater.gathering.incidents.scoring import tie
from headwater.gathering.incidents.sighting import Telling
from headwater.gathering.incidents.telling import tellings_of
from headwater.records import Account, Actor, Copy, Judgement
from headwater.records.identity import joint_id

ONE_HAPPENING = 0.5
WORTH_KEEPING = 0.05


def group(
    accounts: Sequence[Account],
    actors: Sequence[Actor],
    copies: Sequence[Copy],
    judgements: Sequence[Judgement] = (),
) -> tuple[Happening, ...]:
    """Every event mention in exactly one happening, whatever order the articles come in; happenings by id."""
    apart = judged(judgements, "different")
    told = (telling for account in accounts for telling in tellings_of(account, apart))
    tellings = sorted(told, key=lambda telling: telling.id)
    ties = {pair: tie(tellings[pair[0]], tellings[pair[1]]) for pair in pairs_of(tellings)}
    ties = {pair: found for pair, found in ties.items() if found.score >= WORTH_KEEPING}
    rulings = rulings_of(tellings, aligned(accounts, copies), judgements)
    happenings: list[Happening] = []
    for part in components(len(tellings), [*ties, *rulings.together]):
        happenings += _of_part(tellings, part, ties, rulings)
    return tuple(sorted(happenings, key=lambda happening: happening.id))


def _of_part(
    tellings: Sequence[Telling], part: Sequence[int], ties: Mapping[Pair, Tie], rulings: Rulings
) -> list[Happening]:
    """The happenings of articles that are tied to one another: nothing outside of them has a say."""
    inside = set(part)
    scores = {pair: found.score for pair, found in ties.items() if pair[0] in inside}
    groups = rulings.start(part)
    return [_happening(tellings, group, ties) for group in link(groups, scores, ONE_HAPPENING, rulings.apart)]


def _happening(tellings: Sequence[Telling], group: frozenset[int], ties: Mapping[Pair, Tie]) -> Happening:
    events = sorted(sighting.event for index in group for sighting in tellings[index].sightings)
    kept = [ties[a, b] for a in sorted(group) for b in sorted(group) if (a, b) in ties]
    return Happening(joint_id("happening", *events), tuple(events), tuple(kept))
