"""Lines among the furniture behind an article of plain text: more furniture, or the article going on."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from headwater.reading.articles.leaves import Leaf
from headwater.reading.articles.outline import Verdict

RESUMES = 300  # characters of prose that show an article going on behind furniture
PARAGRAPH = 120
INLINE = frozenset({"advert", "related", "share", "embed_card", "newsletter", "navigation", "licence"})
SLIGHT = frozenset({"advert", "embed_card"})
CLEAR = frozenset({"other", "hidden"})


@dataclass(frozen=True, slots=True)
class Stretch:
    """Pieces [start, end)."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Ground:
    """A page with the characters of prose before each of its pieces, so that any stretch is summed at once."""

    page: Sequence[Leaf]
    sums: tuple[int, ...]

    def prose(self, stretch: Stretch) -> int:
        """Characters of prose in the stretch."""
        return self.sums[stretch.end] - self.sums[stretch.start]


def ground(page: Sequence[Leaf]) -> Ground:
    """The page, summed."""
    return Ground(page, (0, *accumulate(len(leaf.text) if leaf.prose else 0 for leaf in page)))


def settle_behind(on: Ground, article: Stretch, given: list[Verdict | None]) -> None:
    """Gives lines among the furniture behind an article the role of the furniture that they follow."""
    last: int | None = None
    told = closed = False
    index = article.start
    while index < article.end:
        verdict = given[index]
        if verdict is None:
            run = Stretch(index, _run_end(on.page, index, article.end))
            if last is not None and (closed or not _resumes(on, run, article, last)):
                _follow(given, run, last)
            else:
                last = None
                told = told or on.prose(run) > 0
            index = run.end
            continue
        if on.page[index].furniture and told and verdict.role not in CLEAR:
            closed = closed or verdict.role == "comments"
            last = index
        elif last is not None and verdict.role == "metadata":
            given[index] = None
            _follow(given, Stretch(index, index + 1), last)
        index += 1


def _follow(given: list[Verdict | None], run: Stretch, last: int) -> None:
    """Gives what has no role in the run that of the furniture at `last`."""
    leader = given[last]
    if leader is not None:
        for index in range(run.start, run.end):
            given[index] = given[index] or Verdict(leader.role, "among_furniture")


def _run_end(page: Sequence[Leaf], index: int, end: int) -> int:
    """The end of the run of pieces up to the next furniture."""
    while index < end and not page[index].furniture:
        index += 1
    return index


def _resumes(on: Ground, run: Stretch, article: Stretch, last: int) -> bool:
    """True where the article goes on in `run` behind the furniture at `last`: with enough prose, with any behind an
    advert or a link to one other article, or where a paragraph comes next and no titles as in a list of links."""
    characters = on.prose(run)
    leaf = on.page[last]
    if characters >= RESUMES or leaf.role in SLIGHT or (leaf.role == "related" and ":" in leaf.text):
        return characters > 0
    if leaf.role not in INLINE or not on.page[run.start].prose:
        return False
    if on.prose(Stretch(run.start, article.end)) >= RESUMES:
        return True
    return characters >= PARAGRAPH and not any(leaf.titular for leaf in on.page[run.start : run.end])
