"""The toll of an incident as it was told day by day, drawn on the server."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from headwater.inquiry.incidents import TOLLS, covers_all, highest, in_words
from headwater.records import Incident
from headwater.web.catalogue import Entry
from headwater.web.stands import place
from headwater.web.wording import day, number

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 560, 160, 34, 16, 18, 26
DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Point:
    """A figure: where it is drawn, the letters of those who give it on one day, and where the first of them does."""

    x: float
    y: float
    value: int
    date: str
    words: str
    letter: str
    href: str | None
    late: bool = False
    label: float = 0


@dataclass(frozen=True, slots=True)
class Series:
    """The figures of one toll; `path` steps up to the highest figure that was told so far."""

    name: str
    points: tuple[Point, ...]
    path: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Series on common axes; `ticks` are (position, label)."""

    series: tuple[Series, ...]
    across: tuple[tuple[float, str], ...]
    up: tuple[tuple[float, str], ...]
    undated: int


def chart(incident: Incident, letters: Mapping[str, str], entries: Mapping[str, Entry]) -> Chart | None:
    """The chart of killed and injured, of figures that are affirmed, dated to a day, and of all people of this
    incident; None where fewer than two can be drawn."""
    found: dict[str, list[Point]] = {}
    undated = 0
    for slot in incident.slots:
        for cell in slot.cells if slot.slot in TOLLS else ():
            value = highest(cell.value)
            if value is None or cell.stance != "affirms" or not covers_all(cell.value):
                continue
            told = DATE.match(cell.as_of or "")
            if told is None:
                undated += 1
                continue
            href = place(cell.articles[0], cell.spans[0], entries).href if cell.articles and cell.spans else None
            point = Point(0, 0, value, told[0], in_words(cell.value), letters.get(cell.id, ""), href)
            found.setdefault(slot.slot, []).append(point)
    points = [point for group in found.values() for point in group]
    return _drawn(found, points, undated) if len(points) > 1 else None


def _drawn(found: Mapping[str, list[Point]], points: list[Point], undated: int) -> Chart:
    first, last = (edge(date.fromisoformat(point.date).toordinal() for point in points) for edge in (min, max))
    top = max(*(point.value for point in points), 1)

    def x(day_: int) -> float:
        return round(LEFT + (WIDTH - LEFT - RIGHT) * ((day_ - first) / (last - first) if last > first else 0.5), 1)

    def y(value: float) -> float:
        return round(HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * value / top, 1)

    def placed(point: Point) -> Point:
        at = x(date.fromisoformat(point.date).toordinal())
        late = at > WIDTH - RIGHT - 40
        return Point(at, y(point.value), point.value, point.date, point.words, point.letter, point.href, late)

    series = []
    for name, group in found.items():
        drawn = _together(sorted((placed(point) for point in group), key=lambda one: (one.x, one.value, one.letter)))
        series.append(Series(name, tuple(drawn), _steps(drawn, x(last))))
    series = list(_labelled(series))
    days = dict.fromkeys((first, last))
    across = tuple((x(each), day(date.fromordinal(each).isoformat())) for each in days)
    return Chart(tuple(series), across, tuple((y(each), number(each)) for each in dict.fromkeys((0, top))), undated)


def _together(points: Iterable[Point]) -> list[Point]:
    """The same figure of one day as one point, with the letters of all who give it."""
    found: dict[tuple[float, int], Point] = {}
    for point in points:
        before = found.get((point.x, point.value))
        if before is None:
            found[point.x, point.value] = point
        elif point.letter not in before.letter.split(", "):
            found[point.x, point.value] = replace(before, letter=f"{before.letter}, {point.letter}")
    return list(found.values())


def _labelled(series: Iterable[Series]) -> Iterator[Series]:
    """The series with the height of each point's letters, so that none of one day stand over one another."""
    taken: dict[float, list[float]] = {}
    for one in series:
        points = []
        for point in sorted(one.points, key=lambda each: -each.y):
            label = point.y - 6
            while any(abs(label - other) < 10 for other in taken.get(point.x, ())):
                label -= 2
            taken.setdefault(point.x, []).append(label)
            points.append(replace(point, label=round(label, 1)))
        yield Series(one.name, tuple(sorted(points, key=lambda each: (each.x, each.value))), one.path)


def _steps(points: Iterable[Point], end: float) -> str:
    """A line that goes up where a figure is higher than all before, and on to the end of the axis."""
    path, most = "", -1
    for point in points:
        if point.value > most:
            path += f"H{point.x}V{point.y}" if path else f"M{point.x} {point.y}"
            most = point.value
    return f"{path}H{end}" if path else ""
