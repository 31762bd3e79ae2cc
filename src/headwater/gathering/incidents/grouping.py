"""Event mentions of many articles, grouped by happening."""

from collections.abc import Mapping, Sequence

from headwater.gathering.happening import Happening
from headwater.gathering.incidents.alignment import aligned
from headwater.gathering.incidents.keys import pairs_of
from headwater.gathering.incidents.linking import Pair, components, link
from headwater.gathering.incidents.rulings import Rulings, judged, rulings_of
from headwater.gathering.incidents.scoring import score, tie
from headwater.gathering.incidents.sighting import Telling
from headwater.gathering.incidents.telling import tellings_of
from headwater.records import Account, Actor, Copy, Judgement
from headwater.records.identity import joint_id

ONE_HAPPENING = 0.4
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
    scores = {(a, b): score(tellings[a], tellings[b]) for a, b in pairs_of(tellings)}
    scores = {pair: found for pair, found in scores.items() if found >= WORTH_KEEPING}
    rulings = rulings_of(tellings, aligned(accounts, copies), judgements)
    parts = components(len(tellings), [*scores, *rulings.together])
    home = {item: number for number, part in enumerate(parts) for item in part}
    inside: list[dict[Pair, float]] = [{} for _ in parts]
    for pair, found in scores.items():
        inside[home[pair[0]]][pair] = found
    happenings = [
        _happening(tellings, one, own)
        for part, own in zip(parts, inside, strict=True)
        for one in _of_part(tellings, part, own, rulings)
    ]
    return tuple(sorted(happenings, key=lambda happening: happening.id))


def _of_part(
    tellings: Sequence[Telling], part: Sequence[int], scores: Mapping[Pair, float], rulings: Rulings
) -> list[frozenset[int]]:
    """The happenings of articles that are tied to one another: nothing outside of them has a say.

    What articles are chiefly about is linked first, what they mention beside it then.
    """
    chief = {(a, b): found for (a, b), found in scores.items() if tellings[a].chief and tellings[b].chief}
    groups = link(rulings.start(part), chief, ONE_HAPPENING, rulings.apart)
    return link(groups, scores, ONE_HAPPENING, rulings.apart)


def _happening(tellings: Sequence[Telling], group: frozenset[int], scores: Mapping[Pair, float]) -> Happening:
    events = sorted(sighting.event for index in group for sighting in tellings[index].sightings)
    kept = [pair for pair in sorted(scores) if pair[0] in group and pair[1] in group] if len(group) > 1 else []
    ties = tuple(tie(tellings[a], tellings[b]) for a, b in kept)
    return Happening(joint_id("happening", *events), tuple(events), ties)
