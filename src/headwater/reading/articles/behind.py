"""Lines among the furniture behind an article of plain text: more furniture, or the article going on."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from headwater.reading.articles.leaves import FURNITURE, Leaf
from headwater.reading.articles.outline import Verdict
from headwater.reading.articles.reprints import announces

RESUMES = 300  # characters of prose that show an article going on behind furniture
PARAGRAPH = 120
INLINE = frozenset({"advert", "related", "share", "embed_card", "newsletter", "navigation", "licence"})
SLIGHT = frozenset({"advert", "embed_card"})
MOST_STRAY, LONGEST_STRAY = 3, 100
NOT_STRAY = ".!?…:;,\"”’')]"
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


def settle_stray(on: Ground, article: Stretch, given: list[Verdict | None]) -> None:
    """Gives up to three lone lines after an article's last words, of which nothing is known, to the furniture below
    them: they end like no sentence, and state nothing that a header would."""
    last = max(
        (index for index in range(article.start, article.end) if _tells(on.page[index], given[index])), default=-1
    )
    end = last + 1
    while end < article.end and not _is_furniture(given[end]):
        end += 1
    stray = range(last + 1, end)
    if last < 0 or not 1 <= len(stray) <= MOST_STRAY or not all(_is_stray(on.page[index]) for index in stray):
        return
    if end < article.end or on.page[last + 1].piece.gap > 0:
        for index in stray:
            given[index] = given[index] or Verdict("other", "after_text")


def _tells(leaf: Leaf, verdict: Verdict | None) -> bool:
    return leaf.prose and not _is_furniture(verdict)


def _is_furniture(verdict: Verdict | None) -> bool:
    return verdict is not None and verdict.role in FURNITURE


def _is_stray(leaf: Leaf) -> bool:
    """True for a short line that is no sentence, sign-off, quotation or item of a list."""
    text = leaf.text
    if len(text) > LONGEST_STRAY or leaf.evidence or leaf.cues.name_like or leaf.cues.heading or leaf.cues.sentences:
        return False
    return (text[0].isalnum() or not text.isascii()) and text[-1] not in NOT_STRAY and not announces(text)


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
