"""Who "he" is: the persons named near a pronoun."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from headwater.reading.attributions.cast import Cast
from headwater.reading.attributions.lexicon import Lexicon
from headwater.reading.attributions.naming import Naming
from headwater.reading.words import Token, tokenize
from headwater.records import Entity, Mention, Span

LONGEST_LOOKED_AT = 2000
PARAGRAPHS_BACK = 3
MOST_LOOKED_AT = 40
BODIES = ("organisation", "outlet", "armed_group", "state", "days", "determiners", "stops", "titles", "abbreviated")


@dataclass(frozen=True, slots=True)
class Seen:
    """A place outside quotation marks that names somebody; `speaks`: it is beside a cue."""

    start: int
    entity: str
    speaks: bool


@dataclass(slots=True, eq=False)
class Stage:
    """An article with everybody who is named in each paragraph outside quotation marks, in order.  Pronouns that are
    resolved count as naming, so they are asked for in text order."""

    text: str
    outside: Sequence[Sequence[Span]]
    cast: Cast
    lexicon: Lexicon
    seen: dict[int, list[Seen]] = field(default_factory=dict)

    def who(self, naming: Naming, paragraph: int) -> Entity | None:
        """The person that "he" or "she" is: the one named before it in its paragraph, or in the nearest before that.

        Where a paragraph names several, the last who speaks in it; null where nobody does, or where somebody is named
        whom nothing tells.
        """
        gender = naming.gender or ""
        for index in range(paragraph, max(paragraph - PARAGRAPHS_BACK, -1) - 1, -1):
            if index < 0:
                break
            end = naming.span.start if index == paragraph else len(self.text)
            named = [one for one in self._before(index, end) if self._fits(one.entity, gender)]
            if self._strangers(index, end):
                return None
            found = self._only(named)
            if named:
                return found
        return None

    def they(self, paragraph: int, before: int, classes: Sequence[str]) -> Entity | None:
        """The one body that speaks in the paragraph before this place, or in the one before it."""
        for index in (paragraph, paragraph - 1):
            bodies = {
                one.entity
                for one in self._before(index, before)
                if one.speaks and self.cast.entities[one.entity].class_ in classes
            }
            if bodies:
                return self.cast.entities[next(iter(bodies))] if len(bodies) == 1 else None
        return None

    def last_before(self, paragraph: int, before: int, classes: Sequence[str]) -> Entity | None:
        """The one of these classes named last before this place in the paragraph: whom "who" or "which" stands for."""
        named = [one for one in self._before(paragraph, before) if self.cast.entities[one.entity].class_ in classes]
        last = max(named, key=lambda one: one.start, default=None)
        return self.cast.entities[last.entity] if last else None

    def saw(self, paragraph: int, start: int, entity: Entity, *, speaks: bool) -> None:
        """Take note of somebody named."""
        insort(self.seen.setdefault(paragraph, []), Seen(start, entity.id, speaks), key=lambda one: one.start)

    def _before(self, paragraph: int, end: int) -> Sequence[Seen]:
        """Those named last before this place in the paragraph."""
        seen = self.seen.get(paragraph, [])
        last = bisect_left(seen, end, key=lambda one: one.start)
        return seen[max(last - MOST_LOOKED_AT, 0) : last]

    def _fits(self, id_: str, gender: str) -> bool:
        return self.cast.entities[id_].class_ == "person" and self.cast.genders.get(id_, gender) == gender

    def _only(self, named: Sequence[Seen]) -> Entity | None:
        """The one named, or of several the last who speaks."""
        ids = {one.entity for one in named}
        if len(ids) > 1:
            last = max((one for one in named if one.speaks), key=lambda one: one.start, default=None)
            ids = {last.entity} if last else set()
        return self.cast.entities[next(iter(ids))] if len(ids) == 1 else None

    def _strangers(self, paragraph: int, end: int) -> bool:
        """Is anybody named there whom the cast does not know?  Asked only where no names were found for the article."""
        if self.cast.mentions or paragraph >= len(self.outside):
            return False
        spans = self.outside[paragraph]
        last = bisect_left(spans, end, key=lambda span: span.start)
        words = frozenset(
            word for entity in self.cast.entities.values() if entity.class_ == "person" for word in entity.name.split()
        )
        for span in spans[max(last - 20, 0) : last]:
            stop = min(span.end, end)
            tokens = tokenize(self.text, max(span.start, stop - LONGEST_LOOKED_AT), stop)
            if any(self._is_stranger(tokens, index, words) for index in range(len(tokens) - 1)):
                return True
        return False

    def _is_stranger(self, tokens: list[Token], index: int, known: frozenset[str]) -> bool:
        """Two capitals in a row that are neither a place ("in Upper Orsk") nor a body, nor somebody of the cast."""
        if not (tokens[index].capital and tokens[index + 1].capital):
            return False
        words, pair = self.lexicon.speakers, tokens[index : index + 2]
        if any(token.text in known for token in pair):
            return False
        # "President Orun" is somebody, whatever else "President" begins.
        if pair[0].text in words["titles"] and pair[1].text not in words["titles"]:
            return True
        if index and (tokens[index - 1].lower in words["links"] or tokens[index - 1].lower in words["determiners"]):
            return False
        return not any(token.lower in words[kind] or token.text in words[kind] for token in pair for kind in BODIES)


def set_stage(
    text: str, outside: Sequence[Sequence[Span]], cast: Cast, spoken: Iterable[Naming], lexicon: Lexicon
) -> Stage:
    """The stage with all that names of the cast name; `spoken` are the namings beside a cue."""
    stage = Stage(text, outside, cast, lexicon)
    heads = sorted(naming.head.start for naming in spoken)
    mentions = sorted((*cast.mentions, *cast.added.values()), key=lambda mention: mention.span)
    bare = {} if cast.mentions else _last_names(cast)
    for paragraph, spans in enumerate(outside):
        for token in (token for span in spans if bare for token in tokenize(text, span.start, span.end)):
            if token.text in bare:
                stage.saw(paragraph, token.start, bare[token.text], speaks=False)
        for mention in _within(mentions, spans):
            entity = cast.entities.get(cast.same.get(mention.entity, mention.entity))
            if entity is not None and not lexicon.among("determiners", mention.text.lower()):
                head = bisect_left(heads, mention.span.start)
                speaks = head < len(heads) and heads[head] < mention.span.end
                stage.saw(paragraph, mention.span.start, entity, speaks=speaks)
    return stage


def _last_names(cast: Cast) -> dict[str, Entity]:
    """Persons of the cast by their last names, for pages whose names nobody has looked for."""
    persons = [entity for entity in cast.entities.values() if entity.class_ == "person"]
    return {entity.name.split()[-1]: entity for entity in persons}


def _within(mentions: Sequence[Mention], spans: Sequence[Span]) -> list[Mention]:
    found: list[Mention] = []
    for span in spans:
        index = bisect_left(mentions, span.start, key=lambda mention: mention.span.start)
        while index < len(mentions) and mentions[index].span.start < span.end:
            found.append(mentions[index])
            index += 1
    return found
