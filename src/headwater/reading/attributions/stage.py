"""Who "he" is: the persons named near a pronoun."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from headwater.reading.attributions.cast import Cast, Voice
from headwater.reading.attributions.lexicon import Lexicon
from headwater.reading.words import Token, tokenize
from headwater.records import Article, Entity, Span

LONGEST_LOOKED_AT = 2000
MOST_STRETCHES = 20
BODIES = ("organisation", "outlet", "armed_group", "state", "days", "determiners", "stops", "titles", "abbreviated")


@dataclass(frozen=True, slots=True, eq=False)
class Stage:
    """An article with the stretches of each paragraph that stand outside quotation marks."""

    text: str
    article: Article
    outside: Sequence[Sequence[Span]]
    lexicon: Lexicon

    def who(self, voice: Voice, resolved: Mapping[int, Entity], cast: Cast) -> Entity | None:
        """The person that "he" or "she" is: the one speaker named before it in its paragraph, else in the two before.

        Null where two could be meant, or where somebody is named there who is no known speaker.
        """
        gender = voice.naming.gender or ""
        own, strangers = self._named(voice.paragraph, voice.naming.span.start, cast)
        if voice.paragraph in resolved:
            own[resolved[voice.paragraph].id] = resolved[voice.paragraph]
        own = _fitting(own, gender, cast)
        if own or strangers:
            return _only(own) if not strangers else None
        near: dict[str, Entity] = {}
        for paragraph in range(max(voice.paragraph - 2, 0), voice.paragraph):
            named, others = self._named(paragraph, len(self.text), cast)
            strangers = strangers or others
            near |= named
            if paragraph in resolved:
                near[resolved[paragraph].id] = resolved[paragraph]
        return None if strangers else _only(_fitting(near, gender, cast))

    def _named(self, paragraph: int, end: int, cast: Cast) -> tuple[dict[str, Entity], bool]:
        """Speakers of the cast named in the paragraph before `end`, and whether anybody else is."""
        named: dict[str, Entity] = {}
        strangers = False
        spans = self.outside[paragraph]
        last = bisect_left(spans, end, key=lambda span: span.start)
        for span in spans[max(last - MOST_STRETCHES, 0) : last]:
            stop = min(span.end, end)
            tokens = tokenize(self.text, max(span.start, stop - LONGEST_LOOKED_AT), stop)
            for index, token in enumerate(tokens):
                person = cast.by_last_name.get(token.text)
                if person:
                    named[person.id] = person
                strangers = strangers or self._is_stranger(tokens, index, cast)
        return named, strangers

    def _is_stranger(self, tokens: list[Token], index: int, cast: Cast) -> bool:
        """Two capitals in a row that are neither a place ("in Upper Orsk") nor a body, nor somebody of the cast."""
        if index + 1 >= len(tokens) or not (tokens[index].capital and tokens[index + 1].capital):
            return False
        words, pair = self.lexicon.speakers, tokens[index : index + 2]
        if any(token.text in cast.name_words for token in pair):
            return False
        # "President Orun" is somebody, whatever else "President" begins.
        if pair[0].text in words["titles"] and pair[1].text not in words["titles"]:
            return True
        if index and (tokens[index - 1].lower in words["links"] or tokens[index - 1].lower in words["determiners"]):
            return False
        return not any(token.lower in words[kind] or token.text in words[kind] for token in pair for kind in BODIES)


def _fitting(persons: Mapping[str, Entity], gender: str, cast: Cast) -> dict[str, Entity]:
    return {id_: person for id_, person in persons.items() if cast.genders.get(id_, gender) == gender}


def _only(persons: Mapping[str, Entity]) -> Entity | None:
    return next(iter(persons.values())) if len(persons) == 1 else None
