"""Live blogs and tickers: entries that begin with their times."""

import re
from collections.abc import Sequence

from headwater.reading.articles.leaves import Leaf

INLINE_TIME = re.compile(
    r"[\[(]?(?:[01]?\d|2[0-3])[:.][0-5]\d(?:\s?[ap]\.?m\.?)?(?:\s?\(?(?:GMT|UTC|CET|CEST|EET|EEST|BST|EST|EDT|MSK|IST|ET|local time)\)?)?[\])]?"
    r"(?:\s?[-–—:|•]|\s{1,3})\s?(?=[^\W\d])",
    re.IGNORECASE,
)
CLOCK = re.compile(r"\b(?:[01]?\d|2[0-3])[:.][0-5]\d\b")
FEWEST, FEWEST_WHEN_SAID = 3, 2
COVERED = 0.6  # share of the text that stands in entries


def find_entries(page: Sequence[Leaf], start: int, end: int, *, said: bool = False) -> tuple[int, ...]:
    """Where the entries of a live blog begin in [start, end), or nothing where this is none.

    `said` is true where the page itself claims to be one.  Entries make up most of the text, and each holds prose.
    """
    times = [index for index in range(start, end) if _opens_with_time(page[index])]
    fewest = FEWEST_WHEN_SAID if said else FEWEST
    if len(times) < fewest:
        return ()
    titled = [index for index in times if _title_above(page, index, start)]
    if len(titled) > len(times) // 2:
        times = [index - 1 if index in set(titled) else index for index in times]
    bounds = zip(times, [*times[1:], end], strict=True)
    entries = [first for first, last in bounds if any(_tells(page[index]) for index in range(first, last))]
    if len(entries) < fewest:
        return ()
    inside = sum(len(page[index].text) for index in range(entries[0], end) if page[index].prose)
    whole = sum(len(page[index].text) for index in range(start, end) if page[index].prose)
    return tuple(entries) if said or inside >= COVERED * whole else ()


def _opens_with_time(leaf: Leaf) -> bool:
    if leaf.furniture:
        return False
    if leaf.cues.time or (leaf.cues.date and len(leaf.text) <= 60 and CLOCK.search(leaf.text)):
        return True
    return INLINE_TIME.match(leaf.text) is not None


def _title_above(page: Sequence[Leaf], index: int, start: int) -> bool:
    """True where the entry's title stands right above its time."""
    return index > start and page[index - 1].titular and not page[index - 1].prose


def _tells(leaf: Leaf) -> bool:
    return not leaf.furniture and (leaf.prose or leaf.cues.sentences > 0)
