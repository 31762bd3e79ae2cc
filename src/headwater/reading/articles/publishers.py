"""Who published an article, where the page says so."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from headwater.reading.articles.cues import credit_rule
from headwater.reading.articles.facts import bytes_of, metas, title_parts, trimmed
from headwater.reading.articles.jsonld import script_publishers
from headwater.reading.articles.outline import Fact
from headwater.reading.articles.scope import Scope
from headwater.records import Name, Span

COPYRIGHT = re.compile(
    r"(?:(?:copyright|©|\(c\))[\s,:©]{1,4}){1,3}(?:(?:19|20)\d\d\s?[-–—,]?\s?){0,3}(?:by\s)?"
    r"(?P<name>[^\W\d_][^.,|©\n\d]{2,60}?)(?=\s*(?:[.,|©\n\d]|all rights|$))",
    re.IGNORECASE,
)
NO_OUTLET = re.compile(r"https?:|www\.|^@|all rights|reserved|copyright", re.IGNORECASE)


@lru_cache(maxsize=4)
def find_publisher(scope: Scope) -> Name | None:
    """The first publisher that the rules find; None when nothing says who."""
    return next((name for rule in RULES if (name := rule(scope))), None)


def reprint_outlet(scope: Scope) -> Name | None:
    """The outlet that the credit line of a reprint names."""
    if scope.draft.kind != "reprint":
        return None
    for index in scope.head:
        if not scope.context.cues[index].credit:
            continue
        found = credit_rule(scope.words(index), scope.patterns)
        if found and found[1].groupdict().get("outlet") and scope.patterns.credit_kinds[found[0]] != "agency":
            outlet = found[1]["outlet"].rstrip(" .…:")
            start = scope.outline.pieces[index].start + found[1].start("outlet")
            return Name(Span(start, start + len(outlet)), outlet, "reprint_outlet")
    return None


def site_name(scope: Scope) -> Name | None:
    """og:site_name."""
    return _from_metas(scope, ("og:site_name",), "site_name")


def jsonld_publisher(scope: Scope) -> Name | None:
    """The publisher in the page's JSON-LD."""
    if scope.script is not None and scope.script.publisher is not None:
        value = scope.script.publisher.name
        return Name(value.span, value.text, "jsonld_publisher") if _plausible(value.text) else None
    if not scope.owns_page:
        return None
    for value in script_publishers(scope.outline):
        if _plausible(value.text):
            return Name(value.span, value.text, "jsonld_publisher")
    return None


def other_metas(scope: Scope) -> Name | None:
    """Other meta tags that name the site."""
    names = ("application-name", "dc.publisher", "publisher", "apple-mobile-web-app-title")
    return _from_metas(scope, names, "meta_site")


def given_outlet(scope: Scope) -> Name | None:
    """What the user said beside the page."""
    outlet = scope.context.page.given.outlet
    if not outlet or not outlet.strip() or not (scope.owns_page or scope.draft.kind != "reprint"):
        return None
    start, end = trimmed(outlet)
    return Name(Span(start, end, "given"), outlet[start:end], "given_outlet")


def title_end(scope: Scope) -> Name | None:
    """The first or last part of the <title> that a line of the page begins with, too, as its masthead."""
    if scope.draft.kind == "reprint" and scope.draft.embedded_in is not None:
        return None
    for fact, start, end in _title_ends(scope):
        name = fact.value[start:end]
        letters = scope.patterns.agencies.get(name, name) != name
        if len(name.split()) <= 6 and not letters and _plausible(name) and _heads_a_line(scope, name):
            return Name(Span(fact.span.start + start, fact.span.start + end), name, "title_end")
    return None


def copyright_line(scope: Scope) -> Name | None:
    """The holder named in the page's last copyright line."""
    pieces = scope.outline.pieces
    for index in range(len(pieces) - 1, max(len(pieces) - 40, -1), -1):
        words = scope.words(index)
        match = COPYRIGHT.search(words[:400]) if "©" in words or "opyright" in words or "(c)" in words else None
        if match and _plausible(match["name"]) and not _another_agency(scope, match["name"].strip()):
            start = pieces[index].start + match.start("name")
            name = _without_form(scope, match["name"].rstrip())
            return Name(Span(start, start + len(name)), name, "copyright_line")
    return None


RULES: tuple[Callable[[Scope], Name | None], ...] = (
    reprint_outlet,
    site_name,
    jsonld_publisher,
    other_metas,
    given_outlet,
    title_end,
    copyright_line,
)


def _from_metas(scope: Scope, names: tuple[str, ...], rule: str) -> Name | None:
    if scope.draft.kind == "reprint" and scope.draft.embedded_in is not None:
        return None
    for fact in metas(scope.outline, names):
        start, end = trimmed(fact.value)
        if _plausible(fact.value[start:end]):
            return Name(bytes_of(scope.outline, fact, start, end), fact.value[start:end], rule)
    return None


def _without_form(scope: Scope, holder: str) -> str:
    """The holder without the company form at its end, where a line of the page is the name without it."""
    words = holder.split(" ")
    while len(words) > 1 and words[-1].lower().strip(".,") in scope.patterns.words["company_forms"]:
        words.pop()
    name = " ".join(words).rstrip(" ,")
    lines = (scope.words(index) for index, piece in enumerate(scope.outline.pieces) if len(piece) == len(name))
    return name if any(line.lower() == name.lower() for line in lines) else holder


def _title_ends(scope: Scope) -> Iterator[tuple[Fact, int, int]]:
    """The last and the first part of a <title> that has several."""
    for fact in scope.outline.facts:
        parts = title_parts(fact.value) if fact.kind == "title" else []
        if len(parts) >= 2:
            yield from ((fact, *parts[-1]), (fact, *parts[0]))


def _another_agency(scope: Scope, holder: str) -> bool:
    """True for an agency, unless the page is its own, as its <title> says."""
    agencies = scope.patterns.agencies
    if holder not in agencies:
        return False
    own = {agencies.get(fact.value[start:end]) for fact, start, end in _title_ends(scope)}
    return agencies[holder] not in own


def _heads_a_line(scope: Scope, name: str) -> bool:
    """True where a line of a short piece begins with the name as a whole, in any case of its letters."""
    text = scope.outline.text.text
    for index, piece in enumerate(scope.outline.pieces):
        if len(name) <= len(piece) <= 120 and (piece.element is None or piece.element.tag != "title"):
            for start, _ in scope.lines(index):
                after = text[start + len(name) : start + len(name) + 1]
                lower = not after.isupper() and after.isalnum()
                if text[start : start + len(name)].lower() == name.lower() and not lower:
                    return True
    return False


def _plausible(name: str) -> bool:
    return 2 <= len(name.strip()) <= 80 and not NO_OUTLET.search(name)
