"""What a yardstick gives back, and how it is written down."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

Half = Literal["all", "choose", "report"]


@dataclass(frozen=True, slots=True)
class Options:
    """How to measure: which half of the items (`choose` is where settings are chosen, `report` where figures come
    from), which systems (empty: all), where texts of the systems are written for reading by eye (or nowhere), which
    seed where pages are drawn, and whether to say of each page what is wrong with it."""

    half: Half = "all"
    systems: tuple[str, ...] = ()
    keep: Path | None = None
    seed: int = 1
    pages: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """The figures of one yardstick with all that is needed to compare them: settings, item count, corpus hash.

    `notes` are lines for people, one for each page.
    """

    name: str
    items: int
    corpus: str
    settings: Mapping[str, str]
    figures: Mapping[str, float] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Skipped:
    """A yardstick that could not be run, and why."""

    name: str
    reason: str


def lines(report: Report | Skipped) -> Iterator[str]:
    """One line `name value` per figure; settings, items and corpus first, as comments."""
    if isinstance(report, Skipped):
        yield f"# {report.name} skipped: {report.reason}"
        return
    settings = " ".join(f"{key}={value}" for key, value in sorted(report.settings.items()))
    yield f"# {report.name} items={report.items} corpus={report.corpus} {settings}".rstrip()
    for name, value in report.figures.items():
        yield f"{report.name}.{name} {value:.4f}"
    yield from report.notes


def plain(report: Report | Skipped) -> dict[str, Any]:
    """The same for JSON."""
    if isinstance(report, Skipped):
        return {"name": report.name, "skipped": report.reason}
    return {
        "name": report.name,
        "items": report.items,
        "corpus": report.corpus,
        "settings": dict(report.settings),
        "figures": {name: round(value, 6) for name, value in report.figures.items()},
    }
