"""Pages of many short items: live blogs, whose entries begin with their times, and round-ups with run-in heads."""

import re
from collections.abc import Sequence
from itertools import pairwise

from headwater.reading.articles.leaves import Leaf

INLINE_TIME = re.compile(
    r"[\[(]?(?:[01]?\d|2[0-3])[:.][0-5]\d(?:\s?[ap]\.?m\.?)?(?:\s?\(?(?:[A-Z]{2,4}|local time)\)?)?[\])]?"
    r"(?:\s?[-–—:|•]|\s{1,3})\s?(?=[^\W\d])",
    re.IGNORECASE,
)
CLOCK = re.compile(r"\b(?:[01]?\d|2[0-3])[:.][0-5]\d\b")
RUN_IN = re.compile(r"(?P<head>[^\W\d_a-z](?:[^\W\d_a-z]|[ .'’/-]){2,40})(?::|\.| ?[—–-]) (?=[\"“‘'A-Z])")
NUMBER = re.compile(r"[\[(#]?(?P<number>\d{1,2})(?:[\]).:/]|\s?[|–—-])?(?:$|\s+(?=[^\W\d_]))")
LONGEST_ITEM = 2  # paragraphs of a numbered item; the sections of an essay are longer
LONGEST_LEAD = 300
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


def find_numbered(page: Sequence[Leaf], pieces: Sequence[int]) -> tuple[int, ...]:
    """Where the items of a numbered round-up begin among the pieces of an article, or nothing where this is none.

    Each opens with its number, from 1 without a gap, in a title of its own or in bold, and holds a paragraph or two.
    """
    starts = [at for at, index in enumerate(pieces) if _is_numbered(page, pieces, at)]
    numbers = [_number(page[pieces[at]]) for at in starts]
    if len(starts) < FEWEST or numbers != list(range(1, len(starts) + 1)):
        return ()
    told = [sum(page[index].prose for index in pieces[a:b]) for a, b in pairwise([*starts, len(pieces)])]
    alike = all(told) and all(count <= LONGEST_ITEM for count in told[:-1])
    return tuple(pieces[at] for at in starts) if alike and not _has_lead(page, pieces[: starts[0]]) else ()


def _has_lead(page: Sequence[Leaf], above: Sequence[int]) -> bool:
    """True where the items have an opening of their own, as in an essay in numbered parts: a long one, or any below the
    name of its writer."""
    lead = sum(len(page[index].text) for index in above if page[index].prose)
    return lead > LONGEST_LEAD or (lead > 0 and any(page[index].cues.byline for index in above))


def _is_numbered(page: Sequence[Leaf], pieces: Sequence[int], at: int) -> bool:
    """True for a numbered title with text below it, and for a paragraph that opens with number and bold words."""
    leaf = page[pieces[at]]
    if _number(leaf) is None:
        return False
    if leaf.prose:
        return leaf.cues.sentences >= 2 and 8 <= leaf.piece.strong <= len(leaf.piece) // 2
    below = [page[index] for index in pieces[at : at + 3]]
    if NUMBER.fullmatch(leaf.text):
        below = below[1:]
    return len(below) >= 2 and below[0].titular and not below[0].prose and below[1].prose


def _number(leaf: Leaf) -> int | None:
    match = NUMBER.match(leaf.text)
    return int(match["number"]) if match else None


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
