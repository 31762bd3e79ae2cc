"""Entities of many articles, joined: who is the same person, group or body."""

from collections.abc import Iterable, Sequence

from headwater.gathering.actors.bearing import Bearer, bearers_of
from headwater.gathering.actors.rules import RULES
from headwater.gathering.actors.unions import Unions
from headwater.records import Account, Actor, Judgement, Reason
from headwater.records.identity import joint_id


def join(accounts: Sequence[Account], judgements: Sequence[Judgement] = ()) -> tuple[Actor, ...]:
    """Actors by id, whatever order the articles come in.

    An actor is in the dictionary, or is named in two articles or more; who is neither has no actor.  Places have none.
    The reason of an entity is the first rule that tied it to another, with the words that name it.
    """
    bearers = sorted((one for account in accounts for one in bearers_of(account)), key=lambda one: one.id)
    unions = Unions([bearer.id for bearer in bearers], _judged(judgements, "different", bearers))
    for a, b in sorted(_judged(judgements, "same", bearers)):
        unions.join(a, b, "judgement")
    for rule in RULES:
        for a, b in rule(bearers):
            unions.join(a, b, rule.__name__)
    known = {bearer.id: bearer for bearer in bearers}
    groups = ([known[id_] for id_ in group] for group in unions.groups())
    actors = (_actor(group, unions) for group in groups if len(group) > 1 or group[0].known_as)
    return tuple(sorted(actors, key=lambda actor: actor.id))


def _judged(judgements: Iterable[Judgement], verdict: str, bearers: Sequence[Bearer]) -> frozenset[tuple[str, str]]:
    """Pairs of entities that people held to be one, or to be two; the last word on a pair counts."""
    known = {bearer.id for bearer in bearers}
    last: dict[tuple[str, str], str] = {}
    for judgement in sorted(judgements, key=lambda one: (one.at, one.id)):
        if judgement.verdict in ("same", "different") and judgement.withdrawn_at is None:
            first, second = sorted(judgement.value)
            if first in known and second in known:
                last[first, second] = judgement.verdict
    return frozenset(pair for pair, said in last.items() if said == verdict)


def _actor(group: Sequence[Bearer], unions: Unions) -> Actor:
    ids = tuple(bearer.id for bearer in group)
    dictionary = sorted({bearer.known_as for bearer in group if bearer.known_as})
    reasons = tuple(Reason(unions.reasons.get(bearer.id, "known_as"), bearer.id, bearer.spans[:1]) for bearer in group)
    return Actor(
        joint_id("actor", *ids),
        _most(bearer.name for bearer in group),
        _most(bearer.class_ for bearer in group),
        dictionary[0] if dictionary else None,
        ids,
        reasons,
    )


def _most(values: Iterable[str]) -> str:
    """The most frequent value; of equals the longest, then the first in order."""
    counts: dict[str, int] = {}
    for value in values:
        counts[value] = counts.get(value, 0) + 1
    return min(counts, key=lambda value: (-counts[value], -len(value), value))
