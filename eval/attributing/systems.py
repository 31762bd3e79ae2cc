"""The systems that the yardsticks of attribution run side by side."""

from collections.abc import Callable, Iterable, Mapping

from eval.attributing.found import System
from eval.attributing.ours import headwater, rules
from eval.report import Options
from eval.zoo import ggt_manner, quoting

SYSTEMS: Mapping[str, Callable[[], System]] = {
    "headwater": headwater,
    "rules": rules,
    "textacy_manner": quoting.system,
    "ggt_manner": ggt_manner.system,
}

Scores = Callable[[System], Iterable[tuple[str, float]]]


def scored(options: Options, scores: Scores) -> tuple[dict[str, float], tuple[str, ...]]:
    """The figures of each system that is asked for, under its name, and a line for each that cannot be run here."""
    figures: dict[str, float] = {}
    notes: list[str] = []
    for name, make in SYSTEMS.items():
        if options.systems and name not in options.systems:
            continue
        try:
            system = make()
        except ImportError as error:
            notes.append(f"# {name} skipped: {error}")
            continue
        figures |= {f"{name}.{key}": value for key, value in scores(system)}
    return figures, tuple(notes)
