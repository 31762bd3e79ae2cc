"""What each piece of a plain text page is: furniture, header, or article text.

Three passes: what the words of a piece say alone; the headers; then every piece that is left, by where it stands
between headers and furniture.
"""

import re
from collections.abc import Sequence

from headwater.knowledge import Knowledge
from headwater.reading.articles.behind import Stretch, ground, settle_behind, settle_stray
from headwater.reading.articles.cues import Cues
from headwater.reading.articles.leaves import FURNITURE, STAFF, Leaf, leaves
from headwater.reading.articles.markup import markup_features
from headwater.reading.articles.openings import Opening, find_openings
from headwater.reading.articles.outline import Outline, Verdict
from headwater.reading.articles.phrases import phrase_verdict
from headwater.reading.articles.plain_text import text_verdict

RULE_LINE = re.compile(r"(?:[^a-zA-Z0-9\s] ?){1,80}")
MENU_LINE = re.compile(r"[^|•·›»/]{2,30}(?: ?[|•·›»/] ?[^|•·›»/]{2,30}){3,}")
COMMENT_HEAD = re.compile(r".{1,40} (?:says|said|wrote|writes):?")
LONGEST_TEASER = 240
LONGEST_HANDLE = 3  # words


def give_plain_roles(outline: Outline, cues: Sequence[Cues], knowledge: Knowledge) -> tuple[Verdict, ...]:
    """A verdict for every piece of a plain text page, in order."""
    given = _by_words(outline, cues, knowledge)
    _menus(outline, cues, given)
    page = leaves(outline, cues, given)
    openings = find_openings(page, markup_features(outline, page))
    if not openings and _is_teaser_list(page):
        return tuple(verdict or Verdict("related", "teaser_list") for verdict in given)
    for opening in openings:
        _head(page, opening, given)
    start = openings[0].at if openings else 0
    for index in range(start):
        if given[index] is None and not page[index].prose:
            given[index] = Verdict("navigation", "before_first_header")
    on = ground(page)
    starts = [opening.body for opening in openings] or [0]
    ends = [opening.at for opening in openings[1:]] + [len(page)]
    for stretch in (Stretch(*pair) for pair in zip(starts, ends, strict=True)):
        settle_behind(on, stretch, given)
        settle_stray(on, stretch, given)
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
        if len(text) <= 60 and COMMENT_HEAD.fullmatch(text) and (in_comment or _is_dated(cues, len(verdicts) + 1)):
            in_comment = True
        elif verdict is not None and verdict.role == "comments":
            in_comment = in_comment or _thread_below(outline, cues, len(verdicts) + 1)
        elif verdict is not None:
            in_comment = False
        verdicts.append(verdict or (Verdict("comments", "comment_thread") if in_comment else None))
    return verdicts


def _thread_below(outline: Outline, cues: Sequence[Cues], at: int) -> bool:
    """True where a reader's comment begins: a handle with a date or time behind or below it, then no second header line
    as a story has it, but words."""
    if at + 2 >= len(cues) or cues[at].byline or cues[at].heading is not None or cues[at].credit:
        return False
    piece = outline.pieces[at]
    text = outline.text.text[piece.start : piece.end]
    if len(text) > 60 or cues[at].sentences or not text[0].isalnum():
        return False
    if _is_dated(cues, at):
        return text[0].isalpha() and cues[at + 1].sentences > 0
    return len(text.split()) <= LONGEST_HANDLE and _is_dated(cues, at + 1) and cues[at + 2].sentences > 0


def _is_dated(cues: Sequence[Cues], index: int) -> bool:
    return index < len(cues) and (cues[index].date or cues[index].time)


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
    """True for a page of three or more titles, none of which has two sentences or a long paragraph below it."""
    titles = [index for index, leaf in enumerate(page) if leaf.titular and not leaf.prose]
    if len(titles) < 3 or any(leaf.prose and len(leaf.text) > LONGEST_TEASER for leaf in page):
        return False
    spans = zip(titles, [*titles[1:], len(page)], strict=True)
    return all(sum(leaf.cues.sentences for leaf in page[a + 1 : b] if leaf.prose) < 2 for a, b in spans)
