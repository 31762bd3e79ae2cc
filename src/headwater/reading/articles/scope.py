"""What the header of one draft is read from: its head, its end, and what the page's markup says of it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from headwater.knowledge import Knowledge
from headwater.reading.articles.agencies import page_patterns
from headwater.reading.articles.cues import Cues
from headwater.reading.articles.facts import metas
from headwater.reading.articles.jsonld import ScriptArticle, script_articles
from headwater.reading.articles.lines import lines_of
from headwater.reading.articles.outline import Draft, Fact, Outline, Verdict
from headwater.reading.articles.patterns import Patterns, compiled
from headwater.records import Page

LONGEST_HEAD = 40  # pieces
LONGEST_TITLE = 600  # characters
LONGEST_REACH = 60  # pieces that a heading may stand above its running text
PROSE = 140  # characters of a piece that is surely running text, when it holds a sentence
WORD = re.compile(r"\w+")
TITLE_METAS = ("og:title", "twitter:title", "headline", "dc.title", "parsely-title", "sailthru.title")
SITE_METAS = (
    "og:site_name", "application-name", "apple-mobile-web-app-title", "twitter:site", "publisher", "dc.publisher",
)  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class HeaderContext:
    """All that a header may be read from, beside the outline: the same for each draft of a page."""

    page: Page
    cues: tuple[Cues, ...]
    verdicts: tuple[Verdict, ...]
    drafts: tuple[Draft, ...]
    knowledge: Knowledge


@dataclass(frozen=True, eq=False)
class Scope:
    """One draft with its surroundings.

    `head` are the pieces in which its header stands, `tail` those at its end; `script` is the JSON-LD article that is
    this one; `owns_page` is true for the one article that the page's own metadata speaks of.
    """

    outline: Outline
    draft: Draft
    context: HeaderContext
    patterns: Patterns
    head: tuple[int, ...]
    tail: tuple[int, ...]
    script: ScriptArticle | None
    owns_page: bool

    def words(self, index: int) -> str:
        """The text of a piece."""
        piece = self.outline.pieces[index]
        return self.outline.text.text[piece.start : piece.end]

    def lines(self, index: int) -> list[tuple[int, int]]:
        """Start and end, in the page text, of each line of a piece."""
        return lines_of(self.outline, self.outline.pieces[index])

    @cached_property
    def site_names(self) -> frozenset[str]:
        """What the page calls its site, in lower case."""
        names = {fact.value.strip().lower().lstrip("@") for fact in metas(self.outline, SITE_METAS)}
        publisher = self.script.publisher if self.script is not None else None
        if publisher is not None and publisher.type != "Person":
            names.add(publisher.name.text.strip().lower())
        if host := re.match(r"\w+://(?:www\.)?([^/:?#]+)", self.context.page.location):
            names.update((host[1].lower(), host[1].lower().split(".")[0]))
        return frozenset(names)


def open_scope(outline: Outline, draft: Draft, context: HeaderContext) -> Scope:
    """The scope of a draft."""
    head = _head(outline, draft, context)
    tail = _tail(outline, draft, context)
    scripts = script_articles(outline)
    owner = page_owner(outline, context) is draft
    return Scope(
        outline=outline,
        draft=draft,
        context=context,
        patterns=page_patterns(outline, compiled(context.knowledge)),
        head=head,
        tail=tail,
        script=_script_of(outline, head, scripts, owner=owner),
        owns_page=owner,
    )


@lru_cache(maxsize=2)
def page_owner(outline: Outline, context: HeaderContext) -> Draft | None:
    """The draft that the page's metadata speaks of: the only one, or the first outermost one whose title it names."""
    if len(context.drafts) == 1:
        return context.drafts[0]
    outermost = [draft for draft in context.drafts if draft.embedded_in is None]
    if len(outermost) == 1:
        return outermost[0]
    titles = tuple(fact.value for fact in page_titles(outline))
    for draft in outermost:
        lines = [_words(outline, index) for index in _head(outline, draft, context)[:8]]
        if any(same_title(line, title) for line in lines for title in titles):
            return draft
    return None


def page_titles(outline: Outline) -> Iterator[Fact]:
    """The facts that state the title of the page's article, the surest first; the <title> element comes last."""
    yield from metas(outline, TITLE_METAS)
    yield from (fact for fact in outline.facts if fact.kind == "title")


def same_title(one: str, other: str) -> bool:
    """True where two titles are the same but for the site's name, a label or a few words."""
    if len(one) > LONGEST_TITLE or len(other) > LONGEST_TITLE:
        return False
    first, second = WORD.findall(one.lower()), WORD.findall(other.lower())
    if not first or not second:
        return False
    common = len(set(first) & set(second))
    near = common >= 0.75 * len(set(first)) and common >= 0.5 * len(set(second))
    return first == second or (len(first) >= 3 and near)


def _script_of(
    outline: Outline, head: tuple[int, ...], scripts: tuple[ScriptArticle, ...], *, owner: bool
) -> ScriptArticle | None:
    for script in scripts:
        headline = script.headline
        if headline and any(same_title(_words(outline, index), headline.text) for index in head[:10]):
            return script
    if not owner:
        return None
    for script in scripts:
        if script.headline and any(same_title(script.headline.text, fact.value) for fact in page_titles(outline)):
            return script
    return scripts[0] if len(scripts) == 1 else None


def _head(outline: Outline, draft: Draft, context: HeaderContext) -> tuple[int, ...]:
    """The pieces from the title, or a little before it, to the second piece of running text."""
    owners = _owners(context)
    first = _first_of_head(outline, draft, context)
    head: list[int] = []
    prose = 0
    for index in range(first, min(first + LONGEST_REACH, len(outline.pieces))):
        if owners.get(index, draft) is not draft or outline.pieces[index].hidden:
            continue
        head.append(index)
        prose += context.cues[index].sentences >= 1 and len(outline.pieces[index]) >= PROSE
        if prose == 2 or len(head) == LONGEST_HEAD:
            break
    return tuple(head)


def _first_of_head(outline: Outline, draft: Draft, context: HeaderContext) -> int:
    """Where the head begins: at the heading above the running text that states the page's title, else at the opening,
    or at lines of a header right before either."""
    owners = _owners(context)
    body = _first_prose(outline, draft, context)
    free = min(draft.opening, body)
    while free > max(body - LONGEST_REACH, 0) and owners.get(free - 1, draft) is draft:
        free -= 1
    first = max(draft.opening, body - LONGEST_HEAD // 2)
    if len(context.drafts) == 1 or draft.embedded_in is None:
        first = _heading_above(outline, context, (max(free, body - LONGEST_REACH), max(body, draft.opening) + 1), first)
    while first > free and _introduces(context.cues[first - 1]):
        first -= 1
    return first


def _first_prose(outline: Outline, draft: Draft, context: HeaderContext) -> int:
    for index in draft.pieces:
        if context.cues[index].sentences and len(outline.pieces[index]) >= PROSE:
            return index
    return draft.opening


def _heading_above(outline: Outline, context: HeaderContext, place: tuple[int, int], otherwise: int) -> int:
    """The last heading in the place that states the page's title, or else the last h1 above `otherwise`."""
    headings = [index for index in range(*place) if context.cues[index].heading is not None]
    titles = [fact.value for fact in page_titles(outline)]
    stating = [index for index in headings if any(same_title(_words(outline, index), title) for title in titles)]
    top = [index for index in headings if context.cues[index].heading == 1 and index <= otherwise]
    return (stating or top or [otherwise])[-1]


def _tail(outline: Outline, draft: Draft, context: HeaderContext) -> tuple[int, ...]:
    """The last pieces of the draft and the few that follow it."""
    owners = _owners(context)
    last = draft.pieces[-1] if draft.pieces else draft.opening
    following = range(last + 1, min(last + 5, len(outline.pieces)))
    after = [index for index in following if owners.get(index, draft) is draft]
    return (*draft.pieces[-4:], *after)


@lru_cache(maxsize=2)
def _owners(context: HeaderContext) -> Mapping[int, Draft]:
    """The draft that each piece belongs to."""
    return {index: draft for draft in context.drafts for index in draft.pieces}


def _introduces(cues: Cues) -> bool:
    return cues.byline or cues.date or cues.credit or cues.time


def _words(outline: Outline, index: int) -> str:
    piece = outline.pieces[index]
    return outline.text.text[piece.start : piece.end]
