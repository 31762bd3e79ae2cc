"""Which tellings are worth comparing: those that share a key.

A key is a plain tuple, so that an engine can group by it.  Every key begins with the scene: tellings of different
scenes are never one happening.
"""

from collections.abc import Iterable, Iterator, Sequence

from headwater.gathering.incidents.sighting import Telling

Key = tuple[str, ...]
WINDOW = 4
HEAVIEST = 10
CROWD = 400
LONELY = 0.12


def keys_of(telling: Telling) -> Iterator[Key]:
    """Its persons; its places by window of days; its heaviest words, two at a time, and by window of days.  A loose one
    has none: it is a happening to itself."""
    if telling.loose:
        return
    scene, setting = telling.scene, telling.setting
    for person in sorted(setting.people | telling.people):
        yield scene, "person", person
    days = tuple(_windows(telling))
    for place in sorted(setting.places | {spot.name for spot in telling.spots}):
        yield from ((scene, "place", place, day) for day in days)
    for spot in telling.spots:
        yield from ((scene, "id", str(id_), day) for id_ in spot.ids[:2] for day in days)
    heavy = sorted(setting.words, key=lambda word: (-setting.words[word], word))[:HEAVIEST]
    for index, word in enumerate(sorted(heavy)):
        yield from ((scene, "word", word, day) for day in days)
        yield from ((scene, "words", word, other) for other in sorted(heavy)[index + 1 :])


def pairs_of(tellings: Sequence[Telling]) -> list[tuple[int, int]]:
    """Pairs of different articles that share a key that no crowd shares, in order."""
    blocks: dict[Key, list[int]] = {}
    for index, telling in enumerate(tellings):
        for key in set(keys_of(telling)):
            blocks.setdefault(key, []).append(index)
    found = {pair for block in blocks.values() if 1 < len(block) <= CROWD for pair in _pairs(block)}
    return sorted((a, b) for a, b in found if tellings[a].setting.article != tellings[b].setting.article)


def _windows(telling: Telling) -> Iterator[str]:
    """Overlapping windows of days, so that two days that are next to one another share one."""
    days = {day for day in (telling.setting.published,) if day is not None}
    if telling.days is not None and telling.days.precise:
        days |= {telling.days.first, telling.days.last}
    for day in sorted(days):
        yield f"a{day // WINDOW}"
        yield f"b{(day + WINDOW // 2) // WINDOW}"
    if not days:
        yield "undated"


def _pairs(block: Iterable[int]) -> Iterator[tuple[int, int]]:
    members = sorted(block)
    return ((a, b) for position, a in enumerate(members) for b in members[position + 1 :])
