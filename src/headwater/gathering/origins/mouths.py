"""Out of whose mouth a statement comes: the deepest source that the text names, a credited agency, or the outlet."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from headwater.gathering.origins.houses import Houses
from headwater.gathering.origins.library import Library, fold
from headwater.gathering.origins.statements import Statement
from headwater.records import Attribution, Reason, Source, Span

Kind = Literal["speaker", "agency", "outlet", "document", "unnamed"]
BODIES = frozenset(("organisation", "armed_group", "state", "outlet", "document"))
SPEAKS_FOR = re.compile(r"\b(?:for|of|from|by)\s+(?:the\s+)?(?P<body>[A-Z][\w'’-]*(?:\s+(?:of\s+)?[A-Z][\w'’-]*)*)$")
SENTENCE_END = re.compile(r"[.!?]['\"”’)]*\s+(?=[\"“‘A-Z])|\n")


@dataclass(frozen=True, slots=True)
class Mouth:
    """A source that stands for itself.  `key` is equal for equal sources; `shown` is true where a name, a document, a
    credited agency or an observation of the outlet's own tells it apart from all others; `why` is the reason."""

    key: str
    kind: Kind
    name: str | None
    shown: bool
    why: Reason


class Mouths:
    """Finds the mouths of statements."""

    def __init__(self, library: Library, houses: Houses) -> None:
        self._library = library
        self._houses = houses

    def of(self, statement: Statement, *, credited: bool = True) -> list[Mouth]:
        """One mouth, or several where several speak at once.

        First of: the innermost voice whose source is named; the outlet where it says that its own people saw it; the
        agency that the article credits or is by (where `credited`); an unnamed source; the outlet.
        """
        for voice in reversed(statement.chain):
            named = [mouth for source in voice.sources for mouth in self._named(source, voice, statement)]
            if named:
                return _once(named)
        observed = self._observed(statement)
        if observed is not None:
            return [observed]
        if credited:
            credit = self._credited(statement)
            if credit is not None:
                return [credit]
        return self._unnamed(statement) or [self._outlet(statement)]

    def _named(self, source: Source, voice: Attribution, statement: Statement) -> Iterator[Mouth]:
        own = self._own_people(source.text, statement)
        if own:
            yield self._outlet(statement, voice, shown=True)
        elif source.class_ == "outlet" and source.name:
            house = self._houses.house(source.name)
            yield self._of_house(house or fold(source.name), house or source.name, _because("chain", voice, source))
        elif source.name and source.class_ != "unnamed" and not self._houses.nameless(source.name):
            whole = self._houses.whole_name(source.name, source.text or "")
            entity = None if whole else source.entity
            yield self._speaker(entity, whole or source.name, source.class_, _because("chain", voice, source))
        else:
            yield from self._spoken_for(source, voice, statement)

    def _speaker(self, entity: str | None, name: str, class_: str, why: Reason) -> Mouth:
        actor = self._library.actor(entity)
        key = self._library.identity(entity, name)
        kind: Kind = "document" if class_ == "document" else "speaker"
        return Mouth(key, kind, actor.name if actor else name, True, why)

    def _spoken_for(self, source: Source, voice: Attribution, statement: Statement) -> Iterator[Mouth]:
        """The body for which an unnamed spokesman or a statement speaks, where the words of the source name it."""
        if source.span is None or not self._houses.speaks_for(source.text):
            return
        why = _because("chain", voice, source)
        for mention in statement.told.account.mentions:
            entity = statement.told.entities.get(mention.entity)
            if entity and entity.class_ in BODIES and _within(mention.span, source.span):
                yield self._speaker(entity.id, entity.name, entity.class_, why)
                return
        behind = SPEAKS_FOR.search(source.text or "")
        if behind:
            yield self._speaker(None, behind["body"], "organisation", why)

    def _own_people(self, text: str | None, statement: Statement) -> bool:
        return self._houses.own_people(text or "", self._houses.publisher_name(statement.told))

    def _observed(self, statement: Statement) -> Mouth | None:
        """The sentence says that people of the outlet itself saw it, and nobody who is quoted speaks."""
        if any(content.verbatim for voice in statement.chain for content in voice.contents):
            return None
        sentence = _sentence(statement)
        if not self._houses.saw_itself(sentence, self._houses.publisher_name(statement.told)):
            return None
        return self._outlet(statement, shown=True)

    def _credited(self, statement: Statement) -> Mouth | None:
        article = statement.told.account.body.article
        for credit in article.credits:
            if credit.outlet:
                house = self._houses.house(credit.outlet) or credit.outlet
                kind: Kind = "agency" if self._is_agency(house, credit.kind) else "outlet"
                why = Reason("credit", article.id, (credit.span,))
                return Mouth(_house_key(house), kind, house, kind == "agency", why)
        by = self._houses.of(statement.told)
        if by in self._houses.agencies:
            spans = (article.publisher.span,) if article.publisher else ()
            return Mouth(_house_key(by), "agency", by, True, Reason("credit", article.id, spans))
        return None

    def _is_agency(self, house: str, credit: str) -> bool:
        return credit == "agency" or house in self._houses.agencies

    def _unnamed(self, statement: Statement) -> list[Mouth]:
        """Unnamed sources: each by the article and what is said of it, for nothing tells them apart or together."""
        if not statement.chain:
            return []
        voice = statement.chain[-1]
        found = []
        for source in voice.sources:
            told = source.described_as or source.text or ""
            key = f"unnamed:{statement.article}:{source.entity or fold(told)}"
            found.append(Mouth(key, "unnamed", told or None, False, _because("chain", voice, source)))
        return _once(found)

    def _outlet(self, statement: Statement, voice: Attribution | None = None, *, shown: bool = False) -> Mouth:
        article = statement.told.account.body.article
        house = self._houses.of(statement.told)
        name = self._houses.publisher_name(statement.told) or house
        key = _house_key(house) if house else f"article:{article.id}"
        if voice is not None:
            why = Reason("chain", voice.id, tuple(source.span for source in voice.sources if source.span))
        elif shown:
            why = Reason("chain", article.id, (statement.span,))
        else:
            spans = (article.publisher.span,) if article.publisher else ()
            why = Reason("outlet_family", article.id, spans)
        return Mouth(key, "agency" if house in self._houses.agencies else "outlet", name, shown, why)

    def _of_house(self, house: str, name: str, why: Reason) -> Mouth:
        return Mouth(_house_key(house), "agency" if house in self._houses.agencies else "outlet", name, True, why)


def _house_key(house: str | None) -> str:
    return f"house:{fold(house or '')}"


def _because(kind: str, voice: Attribution, source: Source) -> Reason:
    return Reason(kind, voice.id, (source.span,) if source.span else ())


def _once(mouths: Sequence[Mouth]) -> list[Mouth]:
    return list({mouth.key: mouth for mouth in reversed(mouths)}.values())[::-1]


def _within(inner: Span, outer: Span) -> bool:
    return inner.space == outer.space and outer.start <= inner.start and inner.end <= outer.end


def _sentence(statement: Statement) -> str:
    """The words of the sentence around the statement, as far as full stops and lines tell."""
    for paragraph in statement.told.account.body.paragraphs:
        if _within(statement.span, paragraph.span):
            at = statement.span.start - paragraph.span.start
            borders = [0, *(match.end() for match in SENTENCE_END.finditer(paragraph.text)), len(paragraph.text)]
            first = max(border for border in borders if border <= at)
            return paragraph.text[first : min(border for border in borders if border > at)]
    return ""
