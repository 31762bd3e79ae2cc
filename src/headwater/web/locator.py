"""Where an incident is, among the other places of the ledger: a map without tiles."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, radians

from headwater.inquiry.incidents import IncidentRow

WIDTH, HEIGHT = 340, 220
STEPS = (0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 20)
MOST = 40
KM_PER_DEGREE = 111.2
NORTH = str.maketrans("EW", "NS")


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the map with the incidents there; `label` is empty where there is no room for it."""

    x: float
    y: float
    name: str
    label: str
    incidents: int
    href: str
    own: bool


@dataclass(frozen=True, slots=True)
class Locator:
    """The place in the middle, its neighbours, meridians and parallels as (position, label), a bar of `scale` km."""

    spots: tuple[Spot, ...]
    meridians: tuple[tuple[float, str], ...]
    parallels: tuple[tuple[float, str], ...]
    scale: int
    bar: float


def locator(id_: str, rows: Iterable[IncidentRow]) -> Locator | None:
    """The map around this incident (plate carrée at its latitude), wide enough for its six nearest neighbours; None
    where its place has no coordinates."""
    placed = [row for row in rows if row.lat is not None and row.lon is not None]
    own = next((row for row in placed if row.id == id_), None)
    if own is None or own.lat is None or own.lon is None:
        return None
    lat, lon = own.lat, own.lon
    squeeze = max(cos(radians(lat)), 0.1)
    places: dict[tuple[float, float], list[IncidentRow]] = {}
    for row in placed:
        places.setdefault((round(row.lat or 0, 3), round(row.lon or 0, 3)), []).append(row)
    far = sorted(max(abs(y - lat), abs(x - lon) * squeeze * HEIGHT / WIDTH) for y, x in places)[1:7]
    reach = min(max([*far, 0.25]) * 1.25, 12.0)
    unit = HEIGHT / 2 / reach
    spots = [_spot(at, group, (lat, lon), unit, squeeze) for at, group in places.items()]
    inside = [spot for spot in spots if 0 <= spot.x <= WIDTH and 0 <= spot.y <= HEIGHT]
    inside.sort(key=lambda spot: (not spot.own, -spot.incidents, spot.name))
    step = next(step for step in STEPS if step * unit >= 40 or step == STEPS[-1])
    scale = next(km for km in (200, 100, 50, 20, 10, 5, 2, 1) if km / KM_PER_DEGREE * unit <= 90 or km == 1)
    return Locator(
        tuple(_labelled(inside[:MOST])),
        tuple(_lines(lon, WIDTH / 2, step, unit * squeeze)),
        tuple((HEIGHT - at, label.translate(NORTH)) for at, label in _lines(lat, HEIGHT / 2, step, unit)),
        scale,
        round(scale / KM_PER_DEGREE * unit, 1),
    )


def _spot(
    at: tuple[float, float], group: list[IncidentRow], middle: tuple[float, float], unit: float, squeeze: float
) -> Spot:
    x, y = WIDTH / 2 + (at[1] - middle[1]) * unit * squeeze, HEIGHT / 2 - (at[0] - middle[0]) * unit
    own = (round(middle[0], 3), round(middle[1], 3)) == at
    name = group[0].place or ""
    return Spot(round(x, 1), round(y, 1), name, name, len(group), f"/incident/{group[0].id}", own)


def _labelled(spots: list[Spot]) -> Iterable[Spot]:
    """Names only where none is written over another, the most telling first."""
    taken: list[tuple[float, float, float]] = []
    for spot in spots:
        wide = 6.2 * len(spot.name) + 10
        clash = any(abs(spot.y - y) < 13 and spot.x < right and left < spot.x + wide for left, right, y in taken)
        if not clash and spot.x + wide <= WIDTH:
            taken.append((spot.x, spot.x + wide, spot.y))
            yield spot
        else:
            yield Spot(spot.x, spot.y, spot.name, "", spot.incidents, spot.href, spot.own)


def _lines(middle: float, centre: float, step: float, unit: float) -> Iterable[tuple[float, str]]:
    """Round degrees on an axis with `middle` at `centre`, named as meridians; positions grow with degrees."""
    first = int((middle - centre / unit) // step) + 1
    for number in range(first, first + 60):
        degree = number * step
        at = centre + (degree - middle) * unit
        if at >= 2 * centre:
            return
        yield round(at, 1), f"{abs(degree):g}°{'E' if degree >= 0 else 'W'}"
