"""The title of an article: the words of the text where they can be told, else what the markup says."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from headwater.reading.articles.facts import bytes_of, title_parts, trimmed
from headwater.reading.articles.publishers import find_publisher
from headwater.reading.articles.scope import PROSE, Scope, page_titles, same_title
from headwater.records import Span, Words


@dataclass(frozen=True, slots=True)
class Title:
    """The title, the piece in which it stands (None where only the markup has it), and the rule that found it."""

    words: Words
    piece: int | None
    rule: str


def find_title(scope: Scope) -> Title | None:
    """The first answer of the rules; None where the page gives no title."""
    for rule in RULES:
        title = rule(scope)
        if title is not None:
            return title
    return None


def heading_at_opening(scope: Scope) -> Title | None:
    """The heading with which an article among others opens, where its header or its text follows at once."""
    opening = scope.draft.opening
    if (
        len(scope.context.drafts) < 2
        or scope.context.cues[opening].heading is None
        or not _may_be_title(scope, opening)
    ):
        return None
    if opening + 1 < len(scope.outline.pieces) and scope.context.cues[opening + 1].heading is not None:
        return None
    return _in_text(scope, opening, "heading_at_opening")


def heading_confirmed(scope: Scope) -> Title | None:
    """A heading that the markup names as the page's title, too."""
    return _confirmed(scope, headings=True, rule="heading_confirmed")


def line_confirmed(scope: Scope) -> Title | None:
    """A line of the head that the markup names as the page's title."""
    return _confirmed(scope, headings=False, rule="line_confirmed")


def heading_first(scope: Scope) -> Title | None:
    """The highest heading of the head; of equals the first that is no bare name.  Where there are other articles, what
    stands below the first of the text may be theirs."""
    end = _first_prose(scope)
    levels = [
        (level, scope.context.cues[index].name_like, index)
        for index in scope.head
        if index < end and (level := scope.context.cues[index].heading) is not None and _may_be_title(scope, index)
    ]
    return _in_text(scope, min(levels)[-1], "heading_first") if levels else None


def line_first(scope: Scope) -> Title | None:
    """The first line of the head that reads as a title, in a text without headings."""
    for index in scope.head:
        cues = scope.context.cues[index]
        if cues.title_like and _may_be_title(scope, index):
            return _in_text(scope, index, "line_first")
        if cues.sentences > 1 or index >= _first_prose(scope):
            return None
    return None


def line_at_opening(scope: Scope) -> Title | None:
    """The opening line of a text without headings, although it could be a name ("Ceasefire Talks Collapse"), where
    another name, a byline or a date follows it."""
    opening = scope.draft.opening
    if scope.outline.form != "plain" or not scope.context.cues[opening].name_like or opening + 1 not in scope.head:
        return None
    after = scope.context.cues[opening + 1]
    follows = after.byline or after.name_like or after.date or after.credit
    return _in_text(scope, opening, "line_at_opening") if follows else None


def jsonld_headline(scope: Scope) -> Title | None:
    """The headline of the JSON-LD article that is this one."""
    if scope.script is None or scope.script.headline is None:
        return None
    value = scope.script.headline
    return Title(Words(value.span, value.text), None, "jsonld_headline")


def markup_title(scope: Scope) -> Title | None:
    """What meta tags state as the title."""
    if not scope.owns_page:
        return None
    for fact in page_titles(scope.outline):
        start, end = trimmed(fact.value)
        if fact.kind == "meta":
            return Title(Words(bytes_of(scope.outline, fact, start, end), fact.value[start:end]), None, "meta_title")
        return _from_title_element(scope, fact.value, fact.span)
    return None


def _from_title_element(scope: Scope, value: str, span: Span) -> Title | None:
    """The <title> without the name of the site before or after it."""
    pieces = title_parts(value)
    if not pieces:
        return None
    start, end = max(pieces, key=lambda place: place[1] - place[0])
    if value[start:end].lower() in scope.site_names:
        return None
    return Title(Words(Span(span.start + start, span.start + end), value[start:end]), None, "title_element")


RULES: tuple[Callable[[Scope], Title | None], ...] = (
    heading_at_opening,
    heading_confirmed,
    line_confirmed,
    heading_first,
    line_at_opening,
    line_first,
    jsonld_headline,
    markup_title,
)


def _confirmed(scope: Scope, *, headings: bool, rule: str) -> Title | None:
    stated = [fact.value for fact in page_titles(scope.outline)]
    if scope.script is not None and scope.script.headline is not None:
        stated.insert(0, scope.script.headline.text)
    candidates = [
        index
        for index in scope.head
        if (scope.context.cues[index].heading is not None) == headings
        and len(scope.outline.pieces[index]) <= 300
        and _may_be_title(scope, index)
        and (element := scope.outline.pieces[index].element, element is None or element.tag != "title")[1]
    ]
    for title in stated:
        for index in candidates:
            if same_title(scope.words(index), title):
                return _in_text(scope, index, rule)
    return None


def _first_prose(scope: Scope) -> int:
    """The first piece that is prose of an article among others, by which its title must have come; of the only one its
    end, since a summary may stand above its title."""
    cues, last = scope.context.cues, len(scope.outline.pieces)
    if len(scope.context.drafts) < 2:
        return last
    least = 40 if scope.draft.kind in ("entry", "brief") else PROSE
    prose = (i for i in scope.draft.pieces if cues[i].sentences and len(scope.outline.pieces[i]) >= least)
    return next((index for index in prose if cues[index].heading is None), last)


def _is_publisher(scope: Scope, words: str) -> bool:
    """True for the name of the paper itself, with or without its article."""
    publisher = find_publisher(scope)
    plain = words.strip(" #*_").lower().removeprefix("the ")
    return publisher is not None and plain == publisher.name.lower().removeprefix("the ")


def _may_be_title(scope: Scope, index: int) -> bool:
    cues, words = scope.context.cues[index], scope.words(index)
    if cues.date or cues.byline or cues.time or words.lower() in scope.site_names or _is_publisher(scope, words):
        return False
    return len(words) <= 400 and (len(words.split()) >= 2 or scope.context.cues[index].heading == 1)


def _in_text(scope: Scope, index: int, rule: str) -> Title:
    piece = scope.outline.pieces[index]
    start = piece.start
    if piece.element is None and (match := re.match(r"#{1,6} +", scope.words(index))):
        start += match.end()
    end = _before_byline(scope, index)
    return Title(Words(Span(start, end), scope.outline.text.text[start:end]), index, rule)


def _before_byline(scope: Scope, index: int) -> int:
    """Where the title in a piece ends: before a line of it that is a byline, else at its end."""
    text = scope.outline.text.text
    for (_, end), (start, _) in pairwise(scope.lines(index)):
        if scope.patterns.by.match(text, start) and "\n" in text[end:start]:
            return end
    return scope.outline.pieces[index].end
