"""Which pieces make up which article of a page, for HTML and plain text alike.

Openings are found by weighed features; what lies between two openings, furniture aside, is one article.  Then live
blogs come apart into their entries, and reprints from their introductions.  One article with sub-headings stays whole.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from headwater.knowledge import Knowledge
from headwater.reading.articles.cues import Cues
from headwater.reading.articles.entries import find_entries, find_numbered, find_run_ins
from headwater.reading.articles.leaves import Leaf, leaves
from headwater.reading.articles.markup import is_live_blog, markup_features
from headwater.reading.articles.openings import ENOUGH, Opening, find_openings
from headwater.reading.articles.outline import Draft, Outline, Verdict
from headwater.reading.articles.patterns import compiled
from headwater.reading.articles.reprints import name_reprints
from headwater.records import HEADER_ROLES

FEWEST_BRIEFS = 2
LONGEST_BRIEF = 700
SHORTEST_LIST = 140  # characters
LONGEST_TEASER = 800
FEWEST_ENTRIES = 3


def split(
    outline: Outline, cues: Sequence[Cues], verdicts: Sequence[Verdict], knowledge: Knowledge
) -> tuple[Draft, ...]:
    """The articles of a page, in order; none for a page of teasers or of furniture alone."""
    page = leaves(outline, cues, verdicts)
    openings = find_openings(page, markup_features(outline, page))
    drafts = _drafts(page, openings)
    drafts = _with_briefs(page, [item for draft in drafts for item in _items(page, draft)])
    drafts = _without_teasers(page, drafts)
    said = is_live_blog(outline)
    if said and len(drafts) >= FEWEST_ENTRIES:
        return (replace(drafts[0], kind="introduction"), *(_entry(draft) for draft in drafts[1:]))
    return _with_entries(page, name_reprints(drafts, page, compiled(knowledge)), said=said)


def _drafts(page: Sequence[Leaf], openings: Sequence[Opening]) -> list[Draft]:
    """One draft for each opening; one for the whole page where there is text but no opening."""
    if not openings:
        return _whole_page(page)
    starts = [0, *(_with_lines_above(page, opening) for opening in openings[1:])]
    drafts: list[Draft] = []
    for opening, start, end in zip(openings, starts, [*starts[1:], len(page)], strict=True):
        pieces = _article_pieces(page, start, end)
        begins = _with_lines_above(page, opening)
        first = next((index for index in pieces if index >= begins), None)
        if first is not None:
            drafts.append(Draft(pieces, "story", opening.rule, first, doubt=_doubt(opening, first_on_page=not drafts)))
    return drafts


def _whole_page(page: Sequence[Leaf]) -> list[Draft]:
    """All text of the page in one draft; a brief where none of it is prose (a list of names, a table)."""
    pieces = _article_pieces(page, 0, len(page))
    if any(page[index].prose for index in pieces) or (len(page) == 1 and pieces):
        return [Draft(pieces, "story", "whole_page", pieces[0], doubt=0.3)]
    if sum(len(page[index].text) for index in pieces) < SHORTEST_LIST:
        return []
    return [Draft(pieces, "brief", "whole_page_without_prose", pieces[0], doubt=0.6)]


def _article_pieces(page: Sequence[Leaf], start: int, end: int) -> tuple[int, ...]:
    return tuple(index for index in range(start, end) if not page[index].furniture)


def _with_lines_above(page: Sequence[Leaf], opening: Opening) -> int:
    """Where the header begins, with a date or byline above the title that follows furniture or the page's edge."""
    index = opening.at
    while index > 0 and opening.at - index < 4 and page[index - 1].role in HEADER_ROLES:
        index -= 1
    alone = index == 0 or page[index - 1].furniture
    return index if alone else opening.at


def _doubt(opening: Opening, *, first_on_page: bool) -> float:
    """Less doubt the more speaks for the opening."""
    if first_on_page:
        return 0.05 if opening.features else 0.15
    return round(max(0.05, 0.4 - 0.08 * (opening.weight - ENOUGH)), 2)


def _with_briefs(page: Sequence[Leaf], drafts: list[Draft]) -> list[Draft]:
    """The drafts; where a page holds several, those of one short paragraph are briefs."""
    if len(drafts) < FEWEST_BRIEFS:
        return drafts
    return [replace(draft, kind="brief") if _is_brief(page, draft) else draft for draft in drafts]


def _without_teasers(page: Sequence[Leaf], drafts: list[Draft]) -> list[Draft]:
    """The drafts without short ones under linked titles, where the page has an article of its own above them."""
    if len(drafts) < 2 or _linked(page, drafts[0]) or _length(page, drafts[0]) < LONGEST_TEASER:
        return drafts
    own = [draft for draft in drafts[1:] if not _linked(page, draft) or _length(page, draft) >= LONGEST_TEASER]
    return [drafts[0], *own]


def _linked(page: Sequence[Leaf], draft: Draft) -> bool:
    piece = page[draft.opening].piece
    return "linked_title" in draft.rule or piece.linked >= 0.8 * len(piece)


def _length(page: Sequence[Leaf], draft: Draft) -> int:
    return sum(len(page[index].text) for index in draft.pieces if page[index].prose)


def _entry(draft: Draft) -> Draft:
    """An article of a page that calls itself a live blog."""
    return replace(draft, kind="entry", embedded_in=0)


def _between(pieces: tuple[int, ...], start: int, end: int) -> tuple[int, ...]:
    return pieces[bisect_left(pieces, start) : bisect_left(pieces, end)]


def _items(page: Sequence[Leaf], draft: Draft) -> list[Draft]:
    """The items of a round-up, without the head that they have in common; any other draft as it is."""
    numbered = find_numbered(page, draft.pieces)
    starts = numbered or find_run_ins(page, draft.pieces)
    if not starts:
        return [draft]
    rule = "numbered_title" if numbered else "run_in_head"
    return [
        Draft(pieces, "brief", rule, start, doubt=0.2)
        for start, end in zip(starts, [*starts[1:], draft.pieces[-1] + 1], strict=True)
        if (pieces := _between(draft.pieces, start, end))
    ]


def _is_brief(page: Sequence[Leaf], draft: Draft) -> bool:
    prose = [page[index].text for index in draft.pieces if index > draft.opening and page[index].prose]
    return len(prose) == 1 and len(prose[0]) <= LONGEST_BRIEF


def _with_entries(page: Sequence[Leaf], drafts: Sequence[Draft], *, said: bool) -> tuple[Draft, ...]:
    """The drafts, each live blog followed by its entries; the blog keeps what stands before the first of them."""
    result: list[Draft] = []
    places: dict[int, int] = {}
    for number, draft in enumerate(drafts):
        places[number] = len(result)
        around = places.get(draft.embedded_in) if draft.embedded_in is not None else None
        whole = replace(draft, embedded_in=around)
        inner = [index for index in draft.pieces if index > draft.opening]
        starts = find_entries(page, inner[0], inner[-1] + 1, said=said) if inner else ()
        if not starts:
            result.append(whole)
            continue
        own = tuple(index for index in draft.pieces if index < starts[0])
        result.append(replace(whole, pieces=own, kind="introduction"))
        for start, end in zip(starts, [*starts[1:], draft.pieces[-1] + 1], strict=True):
            pieces = (start, *_between(draft.pieces, start + 1, end))
            result.append(Draft(pieces, "entry", "time_head", start, embedded_in=places[number], doubt=0.1))
    return tuple(result)
