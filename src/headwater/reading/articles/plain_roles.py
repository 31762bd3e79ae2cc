"""What each piece of a plain text page is: furniture, header, or article text.

Three passes: what the words of a piece say alone; the headers; then every piece that is left, by where it stands
between headers and furniture.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from headwater.knowledge import Knowledge
from headwater.reading.articles.cues import Cues
from headwater.reading.articles.leaves import FURNITURE, STAFF, Leaf, leaves
from headwater.reading.articles.openings import Opening, find_openings
from headwater.reading.articles.outline import Outline, Verdict
from headwater.reading.articles.phrases import phrase_verdict
from headwater.reading.articles.plain_text import text_verdict

RULE_LINE = re.compile(r"(?:[^\w\s] ?){1,80}")
MENU_LINE = re.compile(r"[^|•·›»/]{2,30}(?: ?[|•·›»/] ?[^|•·›»/]{2,30}){3,}")
COMMENT_HEAD = re.compile(r".{1,40} (?:says|said|wrote|writes):?")
RESUMES = 300  # characters of prose that show an article going on behind furniture
INLINE = frozenset({"advert", "related", "share", "embed_card", "newsletter", "navigation", "licence", "other"})
SLIGHT = frozenset({"advert", "other"})


@dataclass(frozen=True, slots=True)
class Stretch:
    """Pieces [start, end) that belong to one opening: its text, and what stands behind it."""

    start: int
    end: int


def give_plain_roles(outline: Outline, cues: Sequence[Cues], knowledge: Knowledge) -> tuple[Verdict, ...]:
    """A verdict for every piece of a plain text page, in order."""
    given = _by_words(outline, cues, knowledge)
    _menus(outline, cues, given)
    page = leaves(outline, cues, given)
    openings = find_openings(page)
    if not openings and _is_teaser_list(page):
        return tuple(verdict or Verdict("related", "teaser_list") for verdict in given)
    for opening in openings:
        _head(page, opening, given)
    start = openings[0].at if openings else 0
    for index in range(start):
        given[index] = given[index] or Verdict("navigation", "before_first_header")
    starts = [opening.body for opening in openings] or [0]
    ends = [opening.at for opening in openings[1:]] + [len(page)]
    for stretch in (Stretch(*pair) for pair in zip(starts, ends, strict=True)):
        _behind_article(page, stretch, given)
        _text(page, stretch, given)
    return tuple(verdict or Verdict("body", "text") for verdict in given)


# ---------------------------------------------------------------- alone


def _by_words(outline: Outline, cues: Sequence[Cues], knowledge: Knowledge) -> list[Verdict | None]:
    """What the words of each piece say of it without its neighbours."""
    verdicts: list[Verdict | None] = []
    in_comment = False
    for piece, cue in zip(outline.pieces, cues, strict=True):
        text = outline.text.text[piece.start : piece.end]
        verdict = phrase_verdict(text, knowledge)
        if verdict is None and RULE_LINE.fullmatch(text):
            verdict = Verdict("other", "rule_line")
        if verdict is None and len(text) <= 200 and not cue.date and MENU_LINE.fullmatch(text):
            verdict = Verdict("navigation", "menu_line")
        if verdict is not None and verdict.role == "metadata" and (cue.byline or cue.credit):
            verdict = None
        if COMMENT_HEAD.fullmatch(text) and len(text) <= 60:
            in_comment = True
        elif verdict is not None and verdict.role != "comments":
            in_comment = False
        verdicts.append(verdict or (Verdict("comments", "comment_thread") if in_comment else None))
    return verdicts


def _menus(outline: Outline, cues: Sequence[Cues], given: list[Verdict | None]) -> None:
    """Marks runs of three or more very short lines, one below the other, of which the words say nothing."""
    run: list[int] = []
    for index, (piece, cue) in enumerate(zip(outline.pieces, cues, strict=True)):
        text = outline.text.text[piece.start : piece.end]
        verdict = given[index]
        silent = verdict is None and len(text) <= 30 and len(text.split()) <= 3 and not cue.sentences
        silent = silent and not (cue.byline or cue.date or cue.credit or cue.time or cue.heading)
        if silent or (run and verdict is not None and verdict.role == "navigation"):
            run.append(index)
            continue
        _mark_menu(run, given)
        run = []
    _mark_menu(run, given)


def _mark_menu(run: Sequence[int], given: list[Verdict | None]) -> None:
    if len(run) >= 3:
        for index in run:
            given[index] = given[index] or Verdict("navigation", "menu_run")


# ---------------------------------------------------------------- headers


def _head(page: Sequence[Leaf], opening: Opening, given: list[Verdict | None]) -> None:
    """Roles of a header's pieces."""
    for index in range(opening.at, opening.body):
        if given[index] is None:
            given[index] = _header_role(page, opening, index)


def _header_role(page: Sequence[Leaf], opening: Opening, index: int) -> Verdict:
    cues = page[index].cues
    if index == opening.title:
        return Verdict("headline", f"header:{opening.rule}")
    if index == opening.standfirst:
        return Verdict("standfirst", "below_title")
    if cues.byline:
        return Verdict("byline", "byline_line")
    if cues.credit or cues.date or cues.time:
        return Verdict("metadata", "credit_line" if cues.credit else "date_line")
    if opening.title is not None and index < opening.title:
        return Verdict("navigation", "motto_above_title")
    if page[index].name_in_place and (
        cues.name_like or STAFF.search(page[index].text) or _capitalised(page[index].text)
    ):
        return Verdict("byline", "name_in_header")
    return Verdict("metadata", "line_in_header")


def _capitalised(text: str) -> bool:
    return len(text.split()) >= 2 and all(word[0].isupper() or word in ("of", "de", "al") for word in text.split())


# ---------------------------------------------------------------- behind the text


def _behind_article(page: Sequence[Leaf], stretch: Stretch, given: list[Verdict | None]) -> None:
    """Gives lines among the furniture behind an article the role of the furniture they follow."""
    last: int | None = None
    told = closed = False
    index = stretch.start
    while index < stretch.end:
        verdict = given[index]
        if verdict is None:
            end = _run_end(page, index, stretch.end)
            if last is not None and (closed or not _resumes(page, Stretch(index, end), stretch, last)):
                _follow(given, index, end, last)
            else:
                last = None
                told = told or _prose(page, Stretch(index, end)) > 0
            index = end
            continue
        if page[index].furniture and told:
            closed = closed or verdict.role == "comments"
            last = index
        elif last is not None and verdict.role == "metadata":
            _follow(given, index, index + 1, last, again=True)
        index += 1


def _follow(given: list[Verdict | None], start: int, end: int, last: int, *, again: bool = False) -> None:
    """Gives [start, end) the role of the furniture at `last`."""
    leader = given[last]
    if leader is not None:
        for index in range(start, end):
            if given[index] is None or again:
                given[index] = Verdict(leader.role, "among_furniture")


def _run_end(page: Sequence[Leaf], index: int, end: int) -> int:
    """The end of the run of pieces up to the next furniture."""
    while index < end and not page[index].furniture:
        index += 1
    return index


def _resumes(page: Sequence[Leaf], run: Stretch, article: Stretch, last: int) -> bool:
    """True where the article goes on in `run` behind the furniture at `last`: with enough prose, with any behind an
    advert or a link to one other article, or with some and more to come."""
    characters = _prose(page, run)
    leaf = page[last]
    if characters >= RESUMES or leaf.role in SLIGHT or (leaf.role == "related" and ":" in leaf.text):
        return characters > 0
    return leaf.role in INLINE and characters > 0 and _prose(page, Stretch(run.end, article.end)) >= RESUMES


def _prose(page: Sequence[Leaf], stretch: Stretch) -> int:
    return sum(len(leaf.text) for leaf in page[stretch.start : stretch.end] if leaf.prose)


# ---------------------------------------------------------------- text


def _text(page: Sequence[Leaf], stretch: Stretch, given: list[Verdict | None]) -> None:
    """Roles of the pieces of the article's text."""
    own = [index for index in range(stretch.start, stretch.end) if not _is_furniture(given[index])]
    for at, index in enumerate(own):
        before = page[own[at - 1]] if at else None
        after = page[own[at + 1]] if at + 1 < len(own) else None
        given[index] = given[index] or text_verdict(page[index], before, after)


def _is_furniture(verdict: Verdict | None) -> bool:
    return verdict is not None and verdict.role in FURNITURE


def _is_teaser_list(page: Sequence[Leaf]) -> bool:
    """True for a page of three or more titles, none of which has two sentences below it."""
    titles = [index for index, leaf in enumerate(page) if leaf.titular and not leaf.prose]
    if len(titles) < 3:
        return False
    spans = zip(titles, [*titles[1:], len(page)], strict=True)
    return all(sum(leaf.cues.sentences for leaf in page[a + 1 : b] if leaf.prose) < 2 for a, b in spans)
