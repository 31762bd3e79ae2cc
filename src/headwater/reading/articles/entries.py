"""Pages of many short items: live blogs, whose entries begin with their times, and round-ups with run-in heads."""

import re
from collections.abc import Sequence

from headwater.reading.articles.leaves import Leaf

INLINE_TIME = re.compile(
    r"[\[(]?(?:[01]?\d|2[0-3])[:.][0-5]\d(?:\s?[ap]\.?m\.?)?(?:\s?\(?(?:[A-Z]{2,4}|local time)\)?)?[\])]?"
    r"(?:\s?[-–—:|•]|\s{1,3})\s?(?=[^\W\d])",
    re.IGNORECASE,
)
CLOCK = re.compile(r"\b(?:[01]?\d|2[0-3])[:.][0-5]\d\b")
RUN_IN = re.compile(r"(?P<head>[^\W\d_a-z](?:[^\W\d_a-z]|[ .'’/-]){2,40})(?::|\.| ?[—–-]) (?=[\"“‘'A-Z])")
FEWEST, FEWEST_WHEN_SAID = 3, 2
TOLD = 0.7  # share of the times that have words below them
COVERED = 0.6  # share of the text that stands in entries


def find_entries(page: Sequence[Leaf], start: int, end: int, *, said: bool = False) -> tuple[int, ...]:
    """Where the entries of a live blog begin in [start, end), or nothing where this is none.

    `said` is true where the page itself claims to be one.  Entries make up most of the text, and each holds prose.
    """
    fewest = FEWEST_WHEN_SAID if said else FEWEST
    times = [index for index in range(start, end) if _opens_with_time(page, index)]
    if len(times) < fewest:
        times = [index for index in range(start, end) if _is_dated_clock(page[index])]
    if len(times) < fewest:
        return ()
    titled = {index for index in times if _title_above(page, index, start)}
    if len(titled) > len(times) // 2:
        times = [index - 1 if index in titled else index for index in times]
    bounds = zip(times, [*times[1:], end], strict=True)
    entries = [first for first, last in bounds if any(_tells(page[index]) for index in range(first, last))]
    if len(entries) < max(fewest, TOLD * len(times)):
        return ()
    inside = sum(len(page[index].text) for index in range(entries[0], end) if page[index].prose)
    whole = sum(len(page[index].text) for index in range(start, end) if page[index].prose)
    return tuple(entries) if said or inside >= COVERED * whole else ()


def find_run_ins(page: Sequence[Leaf], pieces: Sequence[int]) -> tuple[int, ...]:
    """Where the items of a round-up begin among the pieces of an article, or nothing where this is none.

    Each item opens with a head in capitals or an agency's dateline; no head comes twice, as a speaker's name would.
    """
    prose = [index for index in pieces if page[index].prose]
    starts = [index for index in prose if page[index].cues.dateline or RUN_IN.match(page[index].text)]
    if len(starts) < FEWEST or starts[0] != prose[0]:
        return ()
    heads = [match["head"] if (match := RUN_IN.match(page[index].text)) else str(index) for index in starts]
    short = all(page[index].cues.sentences < 2 for index in starts)
    mostly = 2 * len(starts) >= len(prose)
    return tuple(starts) if len(set(heads)) == len(heads) and mostly and not short else ()


def _opens_with_time(page: Sequence[Leaf], index: int) -> bool:
    """True for a time alone or at the head of a paragraph.  The roles of HTML take a lone time for furniture, so such a
    line counts too where it is no link and the text of its entry comes next."""
    leaf = page[index]
    if leaf.piece.linked > len(leaf.piece) // 2:
        return False
    if leaf.furniture:
        next_tells = index + 1 < len(page) and not page[index + 1].furniture
        return leaf.cues.time and leaf.piece.element is not None and next_tells
    return leaf.cues.time or INLINE_TIME.match(leaf.text) is not None


def _is_dated_clock(leaf: Leaf) -> bool:
    """True for a line that is a day and a time, as entries of more than one day have it."""
    if leaf.furniture or not leaf.cues.date or leaf.piece.linked > len(leaf.piece) // 2:
        return False
    return len(leaf.text) <= 60 and CLOCK.search(leaf.text) is not None


def _title_above(page: Sequence[Leaf], index: int, start: int) -> bool:
    """True where the entry's title stands right above its time."""
    return index > start and page[index - 1].titular and not page[index - 1].prose


def _tells(leaf: Leaf) -> bool:
    return not leaf.furniture and (leaf.prose or leaf.cues.sentences > 0)
