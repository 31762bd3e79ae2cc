"""What an incident is called: its type, place and date in words that stand in the texts."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from headwater.gathering.origins.cells import Said
from headwater.records import Event

OUTCOMES = frozenset(("killing", "injury", "missing", "capture", "displacement", "toll"))


def type_of(events: Sequence[Event]) -> str:
    """The type that most articles give, one that says what was done before one that says what came of it."""
    articles: Counter[str] = Counter()
    for type_, _ in sorted({(event.type, event.article) for event in events}):
        articles[type_] += 1
    return min(articles, key=lambda type_: (type_ in OUTCOMES, -articles[type_], type_))


def title(type_: str, slots: Mapping[str, Sequence[Said]]) -> str:
    """Such as "shelling, Orsk, 3 May"; what no text states is left out."""
    place, time = _words(slots.get("where", ()), "name"), _words(slots.get("when", ()), "text")
    return ", ".join(part for part in (type_.replace("_", " "), place, time) if part)


def _words(said: Sequence[Said], name: str) -> str | None:
    """The words of the value that most articles affirm; of equals the most exact, then the first."""
    cells = [one for one in said if one.cell.stance == "affirms" and one.cell.value.get(name)]
    if not cells:
        return None
    articles: dict[Any, set[str]] = {}
    for one in cells:
        articles.setdefault(one.first.key, set()).update(one.cell.articles)
    best = min(cells, key=lambda one: (-len(articles[one.first.key]), one.cell.value.get("precision") or 9))
    return " ".join(str(best.cell.value[name]).split())
