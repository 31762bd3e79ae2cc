"""The authors of an article: where a page names them, the surest place first."""

import html
import re
from collections.abc import Callable
from dataclasses import dataclass

from headwater.reading.articles.agencies import LETTERS
from headwater.reading.articles.bylines import is_outlet, is_role, read_names
from headwater.reading.articles.cues import READING_TIME, credit_rule, is_date_label, is_name
from headwater.reading.articles.facts import metas, narrowed
from headwater.reading.articles.lines import elements_within
from headwater.reading.articles.outline import Element
from headwater.reading.articles.scope import Scope
from headwater.reading.articles.titles import find_title
from headwater.records import Name, Span

AUTHOR_METAS = (
    "author", "article:author", "parsely-author", "byl", "dc.creator", "dcterms.creator", "dc.creator.name",
    "sailthru.author", "citation_author", "og:article:author", "article.author", "article-author", "cse-authors",
)  # fmt: skip
NO_NAME = re.compile(r"https?:|www\.|/|@|^\d+$|\.(?:com|org|net|co|io)\b", re.IGNORECASE)
AUTHOR_PAGE = re.compile(r"/(?:authors?|by|profile|contributors?|staff|writers?|journalists?|columnists?)/[\w%.-]")
SIGN_OFF = re.compile(r"(?:--|[-–—―])\s{0,2}")
REPORTING = re.compile(r"\(?(?:Reporting|Additional reporting|Writing|Text) by ")


@dataclass(frozen=True, slots=True)
class Byline:
    """Who wrote an article, as one rule found it: its authors, the agencies named among them, the pieces it read."""

    authors: tuple[Name, ...] = ()
    agencies: tuple[Name, ...] = ()
    pieces: tuple[int, ...] = ()


def find_authors(scope: Scope) -> Byline:
    """The first rule that names an author; agencies named in the place of authors are told apart."""
    agencies: list[Name] = []
    for rule in RULES:
        byline = rule(scope)
        agencies += [name for name in byline.agencies if all(name.name != other.name for other in agencies)]
        if byline.authors:
            return Byline(byline.authors, tuple(agencies), byline.pieces)
    return Byline((), tuple(agencies), ())


def credit_line(scope: Scope) -> Byline:
    """The author in a line that credits another outlet: "Authored by A via B", "A — Newspaper, Nov 6, 2018"."""
    for index in scope.head:
        if scope.context.cues[index].credit:
            found = credit_rule(scope.words(index), scope.patterns)
            if found is not None and found[1].groupdict().get("author"):
                return _from_words(scope, index, found[1].span("author"), "credit_line", stated=True)
    return Byline()


def jsonld_author(scope: Scope) -> Byline:
    """The author in the JSON-LD article that is this one."""
    if scope.script is None:
        return Byline()
    found = Byline()
    for agent in scope.script.authors:
        organisation = agent.type.endswith("Organization")
        words = html.unescape(agent.name.text)
        value = _from_value(scope, words, agent.name.span, "jsonld_author", organisation=organisation)
        found = _joined(found, value)
    return found


def meta_author(scope: Scope) -> Byline:
    """The first meta tag for the author that holds a name."""
    if not scope.owns_page:
        return Byline()
    found = Byline()
    for name in AUTHOR_METAS:
        for fact in metas(scope.outline, (name,)):
            found = _joined(found, _from_value(scope, fact.value, fact.span, "meta_author"))
        if found.authors:
            return found
    return found


def marked_author(scope: Scope) -> Byline:
    """Elements of the head that say by itemprop or rel that they hold the author."""
    found = Byline()
    for index in scope.head:
        element = scope.outline.pieces[index].element
        said = " ".join(_said(place.attributes) for place in (element.path()[:3] if element else ()))
        if re.search(r"\bauthor\b", said):
            found = _joined(found, _from_lines(scope, index, "marked_author"))
    return found


def byline_line(scope: Scope) -> Byline:
    """The lines of the head that are bylines, as far as they follow one another."""
    found = Byline()
    for index in scope.head:
        if scope.context.cues[index].byline:
            found = _joined(found, _from_lines(scope, index, "byline_line"))
        elif found.authors:
            break
    return found


def byline_below_title(scope: Scope) -> Byline:
    """A byline in the same piece as the title, on a line below it."""
    text = scope.outline.text.text
    for index in scope.head:
        lines = scope.lines(index) if len(scope.outline.pieces[index]) <= 300 else []
        first = scope.outline.pieces[index].start
        for start, end in lines[1:]:
            if scope.patterns.by.match(text, start) and text[start - 1] == "\n":
                return _from_words(scope, index, (start - first, end - first), "byline_below_title", stated=False)
    return Byline()


def linked_author(scope: Scope) -> Byline:
    """Linked words in a line of the head whose address leads to an author's page."""
    found = Byline()
    for index in scope.head:
        piece = scope.outline.pieces[index]
        if len(piece) > 120 or scope.context.cues[index].sentences:
            continue
        for element in elements_within(scope.outline, piece):
            if element.tag == "a" and element.start < element.end <= piece.end and _leads_to_author(element):
                place = (element.start - piece.start, element.end - piece.start)
                found = _joined(found, _from_words(scope, index, place, "linked_author", stated=False))
    return found


def name_line(scope: Scope) -> Byline:
    """A bare name in the head, near a date or beside it in one piece."""
    text = scope.outline.text.text
    title = find_title(scope)
    for index in scope.head:
        if title is not None and title.piece == index:
            continue
        cues = scope.context.cues[index]
        below_title = index and scope.context.cues[index - 1].heading is not None
        reach = 3 if scope.outline.form == "plain" or below_title else 1
        near = [other for other in scope.head if 0 < abs(other - index) <= reach]
        if cues.heading is not None or (cues.name_like and not any(_dates(scope, other) for other in near)):
            continue
        if cues.name_like or cues.date:
            first = scope.outline.pieces[index].start
            for start, end in scope.lines(index):
                if is_name(text[start:end], scope.patterns) and not is_outlet(text[start:end], scope.patterns):
                    return _from_words(scope, index, (start - first, end - first), "name_line", stated=False)
    return Byline()


def reporting_line(scope: Scope) -> Byline:
    """A line at the end: "Reporting by A in B; Editing by C"."""
    for index in scope.tail:
        if REPORTING.match(scope.words(index)) and len(scope.words(index)) <= 300:
            start = 1 if scope.words(index).startswith("(") else 0
            return _from_words(scope, index, (start, len(scope.words(index))), "reporting_line", stated=True)
    return Byline()


def sign_off(scope: Scope) -> Byline:
    """A line below the text with a dash before a name and an office behind it: "— Dana Orlik, editor"."""
    for index in scope.tail:
        words = scope.words(index)
        match = SIGN_OFF.match(words) if len(words) <= 80 else None
        name, _, office = words[match.end() :].partition(",") if match else ("", "", "")
        if is_name(name, scope.patterns) and is_role(office, scope.patterns):
            start = match.end() if match else 0
            return _from_words(scope, index, (start, start + len(name)), "sign_off", stated=False)
    return Byline()


def byline_at_end(scope: Scope) -> Byline:
    """A byline below the text."""
    for index in scope.tail:
        if scope.context.cues[index].byline and len(scope.words(index)) <= 60:
            return _from_words(scope, index, None, "byline_at_end", stated=False)
    return Byline()


RULES: tuple[Callable[[Scope], Byline], ...] = (
    credit_line,
    marked_author,
    byline_line,
    byline_below_title,
    jsonld_author,
    meta_author,
    linked_author,
    name_line,
    reporting_line,
    sign_off,
    byline_at_end,
)


def _from_words(scope: Scope, index: int, place: tuple[int, int] | None, rule: str, *, stated: bool) -> Byline:
    """The names in a piece, or in the part of it at `place`."""
    piece = scope.outline.pieces[index]
    words = scope.words(index)
    first, last = place or (0, len(words))
    names = read_names(words[first:last], scope.patterns, stated=stated)
    base = piece.start + first
    made = [(Name(Span(base + named.start, base + named.end), named.name, rule), named.agency) for named in names]
    kept = tuple(name for name, agency in made if not agency and not _is_site(scope, name.name))
    return Byline(kept, tuple(name for name, agency in made if agency), (index,) if made else ())


def _from_lines(scope: Scope, index: int, rule: str) -> Byline:
    """The names in the lines of a piece that stand before its dates, or that are bylines themselves."""
    text = scope.outline.text.text
    first = scope.outline.pieces[index].start
    found = Byline()
    for start, end in scope.lines(index):
        by = scope.patterns.by.match(text, start) is not None
        if found.authors and not by and not scope.patterns.name.fullmatch(text, start, end):
            break
        found = _joined(found, _from_words(scope, index, (start - first, end - first), rule, stated=False))
    return found


def _from_value(scope: Scope, value: str, span: Span, rule: str, *, organisation: bool = False) -> Byline:
    """The names in a value of the markup; its span is narrowed to the name where the bytes allow it."""
    if NO_NAME.search(value) and not re.search(r"\s", value.strip()):
        return Byline()
    if _is_site(scope, value.strip()) or scope.patterns.login.fullmatch(value.strip()):
        return Byline()
    names = read_names(value, scope.patterns, stated=True)
    made = [
        (Name(narrowed(scope.outline, value, span, (named.start, named.end)), named.name, rule), named.agency)
        for named in names
    ]
    if organisation and not made and LETTERS.fullmatch(value.strip()):
        made = [(Name(span, value.strip(), rule), True)]
    kept = () if organisation else tuple(name for name, agency in made if not agency)
    return Byline(
        tuple(name for name in kept if not _is_site(scope, name.name)),
        tuple(name for name, agency in made if agency),
    )


def _joined(one: Byline, other: Byline) -> Byline:
    known = {name.name.lower() for name in one.authors}
    return Byline(
        one.authors + tuple(name for name in other.authors if name.name.lower() not in known),
        one.agencies + other.agencies,
        one.pieces + other.pieces,
    )


def _is_site(scope: Scope, name: str) -> bool:
    """True for the name of the site, but for one that is a person's, as those of blogs are."""
    if name.lower() not in scope.site_names and "".join(name.lower().split()) not in scope.site_names:
        return False
    return not is_name(name, scope.patterns) or is_outlet(name, scope.patterns)


def _dates(scope: Scope, index: int) -> bool:
    cues = scope.context.cues[index]
    words = scope.words(index)
    return cues.date or cues.time or is_date_label(words, scope.patterns) or bool(READING_TIME.fullmatch(words))


def _said(attributes: object) -> str:
    found = attributes if isinstance(attributes, dict) else {}
    return f"{found.get('itemprop', '')} {found.get('rel', '')}".lower()


def _leads_to_author(element: Element) -> bool:
    return AUTHOR_PAGE.search(element.attributes.get("href", "")[:500]) is not None
