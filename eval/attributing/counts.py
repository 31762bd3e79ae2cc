"""Counts of right, found and wanted, that add up over papers."""

from collections.abc import Iterator
from dataclasses import dataclass

from eval.words import Overlap


@dataclass(frozen=True, slots=True)
class Counts:
    """How many of the found ones are right, and how many of the wanted ones are found; both are the same number where
    one matches one."""

    right: int = 0
    found: int = 0
    reached: int = 0
    wanted: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            self.right + other.right,
            self.found + other.found,
            self.reached + other.reached,
            self.wanted + other.wanted,
        )

    @property
    def overlap(self) -> Overlap:
        """Precision, recall and F1; 0 where nothing is found or wanted."""
        precision, recall = share(self.right, self.found), share(self.reached, self.wanted)
        both = precision + recall
        return Overlap(precision, recall, 2 * precision * recall / both if both else 0.0)

    def figures(self, name: str) -> Iterator[tuple[str, float]]:
        """The three as figures of a report."""
        overlap = self.overlap
        yield f"{name}.precision", overlap.precision
        yield f"{name}.recall", overlap.recall
        yield f"{name}.f1", overlap.f1


def matched(pairs: int, found: int, wanted: int) -> Counts:
    """Counts where one of the found matches one of the wanted."""
    return Counts(pairs, found, pairs, wanted)


def share(part: int, whole: int) -> float:
    """Part of the whole, 0 of nothing."""
    return part / whole if whole else 0.0
