"""Casualty figures of 59 articles coded by hand (eval/gold/casualties.md): found, right, of whom, of what, from whom.

A figure is found where one of ours overlaps it and has its unit; each is matched once.  Over the units killed and
injured: `found.*` counts these; `right.*` asks besides that low, best and high are the coded ones.  `numbers.*` is the
same over figures that state a number.  `value` is the share of right ones among those found, `coverage` the share of
the coded that is found.  `class`, `cumulative` and `source` (the deepest: ours overlaps the coded words or their name
in the article, or both have none) are accuracies among the found of all three units; `….of_all` counts a miss as wrong.
`cumulative.f1` is over the figures that sum; `….own` that of the constant answer (no sum; unknown class; no source).
Layout: syrianews/*.csv (unit_id, content).
"""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from eval.casualties_gold import GOLD, Coded, Figure, load_coded
from eval.casualties_systems import SYSTEMS
from eval.corpus import corpus_hash, in_half
from eval.report import Options, Report, Skipped

HARM = ("killed", "injured")
UNITS = (*HARM, "casualties")
Pair = tuple[Figure, Figure | None]


def measure(data: Path, options: Options) -> Report | Skipped:
    """Figures of every system on the coded articles whose texts are under `data`."""
    coded = [one for one in load_coded(data) if in_half(one.id, options.half)] if GOLD.is_file() else []
    if not coded:
        return Skipped("casualties", f"no coded text under {data}")
    figures: dict[str, float] = {"articles": len(coded)}
    notes: list[str] = []
    for name, system in SYSTEMS.items():
        if options.systems and name not in options.systems:
            continue
        found = [system(one) for one in coded]
        figures |= {f"{name}.{key}": value for key, value in _figures(coded, found)}
        if options.pages and name == "headwater":
            notes += _notes(coded, found)
    items = sum(len(one.figures) for one in coded)
    return Report("casualties", items, corpus_hash([GOLD]), {"half": options.half}, figures, tuple(notes))


def pair(gold: Sequence[Figure], found: Sequence[Figure]) -> tuple[list[Pair], list[Figure]]:
    """Each coded figure with the found one that overlaps it most and has its unit, or none; and what is left over."""
    left = list(found)
    pairs: list[Pair] = []
    for figure in gold:
        fitting = [one for one in left if one.unit == figure.unit and _overlap(one.extent, figure.extent) > 0]
        best = max(fitting, key=lambda one: _overlap(one.extent, figure.extent), default=None)
        if best:
            left.remove(best)
        pairs.append((figure, best))
    return pairs, left


def _figures(coded: Sequence[Coded], found: Sequence[Sequence[Figure]]) -> Iterator[tuple[str, float]]:
    pairs, extra = _paired(coded, found, HARM)
    yield from _f1("found", pairs, extra, lambda _gold, _ours: True)
    yield from _f1("right", pairs, extra, lambda gold, ours: gold.numbers == ours.numbers)
    stated = [one for one in pairs if any(number is not None for number in one[0].numbers)]
    others = [one for one in extra if any(number is not None for number in one.numbers)]
    yield from _f1("numbers.right", stated, others, lambda gold, ours: gold.numbers == ours.numbers)
    met = [(gold, ours) for gold, ours in pairs if ours]
    yield "value", _share(gold.numbers == ours.numbers for gold, ours in met)
    yield "coverage", len(met) / max(len(pairs), 1)
    pairs, _ = _paired(coded, found, UNITS)
    for name, same in (("class", _same_class), ("cumulative", _same_scope), ("source", _same_source)):
        yield name, _share(same(gold, ours) for gold, ours in pairs if ours)
        yield f"{name}.of_all", _share(ours is not None and same(gold, ours) for gold, ours in pairs)
    yield from _sums([(gold, ours) for gold, ours in pairs if ours])
    yield "class.own", _share(gold.class_ == "unknown" for gold, _ in pairs)
    yield "cumulative.own", _share(not gold.cumulative for gold, _ in pairs)
    yield "source.own", _share(not gold.speakers for gold, _ in pairs)


def _sums(met: Sequence[tuple[Figure, Figure]]) -> Iterator[tuple[str, float]]:
    both = sum(gold.cumulative and ours.cumulative for gold, ours in met)
    all_ = sum(gold.cumulative for gold, _ in met) + sum(ours.cumulative for _, ours in met)
    yield "cumulative.f1", 2 * both / max(all_, 1)


def _paired(
    coded: Sequence[Coded], found: Sequence[Sequence[Figure]], units: Sequence[str]
) -> tuple[list[Pair], list[Figure]]:
    pairs: list[Pair] = []
    extra: list[Figure] = []
    for one, ours in zip(coded, found, strict=True):
        some, left = pair(_of(units, one.figures), _of(units, ours))
        pairs += some
        extra += [each for each in left if not any(_overlap(each.extent, away) > 0 for away in one.furniture)]
    return pairs, extra


def _of(units: Sequence[str], figures: Sequence[Figure]) -> list[Figure]:
    return [one for one in figures if one.unit in units]


def _f1(
    name: str, pairs: Sequence[Pair], extra: Sequence[Figure], same: Callable[[Figure, Figure], bool]
) -> Iterator[tuple[str, float]]:
    right = sum(1 for gold, ours in pairs if ours and same(gold, ours))
    found = sum(1 for _, ours in pairs if ours) + len(extra)
    yield f"{name}.precision", right / max(found, 1)
    yield f"{name}.recall", right / max(len(pairs), 1)
    yield f"{name}.f1", 2 * right / max(found + len(pairs), 1)


def _same_class(gold: Figure, ours: Figure) -> bool:
    return gold.class_ == ours.class_


def _same_scope(gold: Figure, ours: Figure) -> bool:
    return gold.cumulative == ours.cumulative


def _same_source(gold: Figure, ours: Figure) -> bool:
    if not gold.speakers or not ours.speakers:
        return not gold.speakers and not ours.speakers
    return any(_overlap(one, other) > 0 for one in gold.speakers for other in ours.speakers)


def _overlap(a: tuple[int, int], b: tuple[int, int]) -> int:
    return min(a[1], b[1]) - max(a[0], b[0])


def _share(truths: Iterator[bool]) -> float:
    listed = list(truths)
    return sum(listed) / max(len(listed), 1)


def _notes(coded: Sequence[Coded], found: Sequence[Sequence[Figure]]) -> Iterator[str]:
    """By place alone: what was missed, what is too many, and what differs."""
    for one, ours in zip(coded, found, strict=True):
        pairs, left = pair(_of(UNITS, one.figures), _of(UNITS, ours))
        for gold, mine in pairs:
            wrong = "missed" if mine is None else _wrong(gold, mine)
            if wrong:
                yield f"# {one.id} {gold.extent[0]}-{gold.extent[1]} {gold.unit} {wrong}"
        yield from (f"# {one.id} {each.extent[0]}-{each.extent[1]} {each.unit} too many" for each in left)


def _wrong(gold: Figure, mine: Figure) -> str:
    checks = {
        "value": gold.numbers == mine.numbers,
        "class": _same_class(gold, mine),
        "cumulative": _same_scope(gold, mine),
        "source": _same_source(gold, mine),
    }
    return " ".join(name for name, right in checks.items() if not right)
