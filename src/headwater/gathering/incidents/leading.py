"""Which of its happenings an article is chiefly about."""

from collections.abc import Sequence

from headwater.gathering.incidents.families import VIOLENCE
from headwater.gathering.incidents.sighting import Sighting

ASIDE = 0.4
QUIET = 0.1


def weights_of(heaps: Sequence[Sequence[Sighting]]) -> list[float]:
    """How much of the article is about each heap of mentions, and how early.

    Each sentence that has a mention counts, the n-th such sentence of the article by 1 / n; less for an aside, or where
    nobody is hurt.
    """
    order = sorted({one.sentence for heap in heaps for one in heap})
    rank = {sentence: number for number, sentence in enumerate(order)}
    return [_weight(heap, rank) for heap in heaps]


def _weight(heap: Sequence[Sighting], rank: dict[tuple[int, int], int]) -> float:
    total = sum(1 / (1 + rank[sentence]) for sentence in sorted({one.sentence for one in heap}))
    aside = ASIDE if heap[0].loose or all(one.background for one in heap) else 1.0
    return round(total * aside * (1.0 if heap[0].kind.scene == VIOLENCE else QUIET), 9)
