"""Where, when, by what means and how many: what stands near a trigger, nearest first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from headwater.reading.events.line import HAVE, PREPOSITIONS, Line
from headwater.reading.events.trigger import Trigger

_BORDERS = frozenset(
    "and but while after when as before who which that saying where although though since because ; : — – whose".split()
)


_WITHIN = frozenset(
    "in near of the , province district north south east west northern southern eastern western 's".split()
)


@dataclass(frozen=True, slots=True)
class Near:
    """The number of something in its list, and by which rule it belongs to the trigger."""

    index: int
    rule: str


def nearest(line: Line, trigger: Trigger, others: Sequence[Trigger], spots: Sequence[tuple[int, int]]) -> Near | None:
    """Which of these spots, tokens [first, last) each, belongs to the trigger.

    One in its own clause comes first, behind it before in front of it; then one in the sentence with no other trigger
    in between; then the only one of the sentence.
    """
    left, right = clause(line, trigger)
    inside = [index for index, (first, last) in enumerate(spots) if left <= first and last <= right]
    if inside:
        behind = [index for index in inside if spots[index][0] >= trigger.last]
        chosen = _closest(trigger, spots, behind) if behind else _closest(trigger, spots, inside)
        return Near(chosen, "same_clause")
    free = [index for index, spot in enumerate(spots) if not _between(trigger, others, spot)]
    if free:
        behind = [index for index in free if spots[index][0] >= trigger.last]
        return Near(_closest(trigger, spots, behind or free), "same_sentence")
    return Near(0, "only_one") if len(spots) == 1 else None


def acts(line: Line, trigger: Trigger, spot: tuple[int, int]) -> bool:
    """Orsk and rebels blame each other; Orsk denied: a place that stands for those who rule there, with no preposition
    before it and something to do behind it, unless it is what is told of ("Orsk was shelled")."""
    first, last = spot
    if last == trigger.begin or first == trigger.last or line.lower(first - 1) in PREPOSITIONS or first == last:
        return False
    if any(line.lower(at) in PREPOSITIONS for at in range(first, last)):
        return False
    joined = line.lower(last) in ("and", ",") and line.ontology.actors.get(line.lower(last + 1)) in (
        "combatant",
        "body",
    )
    does = last < len(line.tokens) and (line.finite(last) or line.lower(last) in HAVE)
    return joined or does


def chains(line: Line, spots: Sequence[tuple[int, int]]) -> list[list[int]]:
    """Spots that only say together where: the town of Orsk near Harun; Syria's Orsk."""
    found: list[list[int]] = []
    for index, spot in enumerate(spots):
        between = [line.lower(at) for at in range(spots[index - 1][1], spot[0])] if index else ["."]
        if len(between) < 5 and all(word in _WITHIN for word in between):
            found[-1].append(index)
        else:
            found.append([index])
    return found


def clause(line: Line, trigger: Trigger) -> tuple[int, int]:
    """Tokens [left, right) of the clause of the trigger, as far as small words show it."""
    left, right = trigger.begin, trigger.last
    while left > 0 and line.lower(left - 1) not in _BORDERS:
        left -= 1
    while right < len(line.tokens) and line.lower(right) not in _BORDERS:
        right += 1
    return left, right


def since_elsewhere(line: Line, trigger: Trigger, others: Sequence[Trigger], spot: tuple[int, int]) -> bool:
    """A time that begins something else: the deadliest attack since January; since fighting resumed there in January;
    the city that has been divided since January."""
    left, right = (trigger.last, spot[0]) if spot[0] >= trigger.last else (spot[1], trigger.begin)
    begins = next((at for at in range(spot[0] - 1, max(spot[0] - 9, -1), -1) if line.lower(at) == "since"), None)
    if begins is None or (spot[0] >= trigger.last and begins < trigger.last):
        return False
    if spot[0] < trigger.first:  # Since January rebels have shelled Orsk
        return any(begins < other.first < spot[0] for other in others)
    compared = any(line.lower(at) in line.ontology.words["compared"] for at in range(max(trigger.first - 5, 0), begins))
    another = any(begins < other.first < spot[1] for other in others if other is not trigger)
    return compared or another or any(line.lower(at) in _RELATIVE for at in range(left, min(right, begins)))


_RELATIVE = frozenset("who which that where when".split())


def _closest(trigger: Trigger, spots: Sequence[tuple[int, int]], among: Sequence[int]) -> int:
    return min(among, key=lambda index: _distance(trigger, spots[index]))


def _distance(trigger: Trigger, spot: tuple[int, int]) -> int:
    return spot[0] - trigger.last if spot[0] >= trigger.last else trigger.first - spot[1]


def _between(trigger: Trigger, others: Sequence[Trigger], spot: tuple[int, int]) -> bool:
    low, high = min(trigger.last, spot[1]), max(trigger.first, spot[0])
    return any(low <= other.first < high for other in others if other is not trigger)


def _weapon(line: Line, at: int) -> bool:
    return line.kinds[at] in ("weapon", "platform") or line.lower(at) in line.ontology.words["weapons"]


def means(line: Line, trigger: Trigger, others: Sequence[Trigger]) -> Iterator[tuple[int, int, str]]:
    """Weapons and platforms of its clause, as the encoder hears them: at most two."""
    left, right = clause(line, trigger)
    found = 0
    at = left
    while at < right and found < 2:
        if _weapon(line, at):
            first = at
            while at < right and _weapon(line, at):
                at += 1
            if any(first < other.last and other.first < at for other in others if other is not trigger):
                continue
            if not (first < trigger.last and trigger.first < at):
                yield first, at, "same_clause"
                found += 1
            elif at > trigger.last or first < trigger.first:
                inner = (first, trigger.first) if first < trigger.first else (trigger.last, at)
                yield *inner, "in_trigger"
                found += 1
        else:
            at += 1
