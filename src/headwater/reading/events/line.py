"""One sentence as the rules of events look at it: its words, and what is known of each."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from headwater.reading.events.ontology import Ontology
from headwater.reading.words import Token
from headwater.records import Article, Mention, Span

BE = frozenset("be been being is are am was were gets get got 's ’s".split())
HAVE = frozenset("have has had having 've".split())
HELPERS = frozenset(
    "do does did will would shall should may might can could must not n't never also reportedly allegedly already "
    "still just to even later then now again apparently only twice repeatedly subsequently immediately since".split()
)
AUX = BE | HAVE | HELPERS
DETERMINERS = frozenset(
    "the a an this that these those its his her their our my your some any no another several many few all both "
    "each every other such most more dozens two three four five six seven eight nine ten".split()
)
OBJECTS = frozenset("him her them us me himself herself themselves itself myself each nobody everyone people".split())
PREPOSITIONS = frozenset(
    "of in on at by to from for with without against near between among amid during after before since until into "
    "onto over under inside outside around across along through despite toward towards about above below behind "
    "beside beyond within including following per via upon as like than throughout off up down out alongside".split()
)
WHEN = frozenset(
    "overnight yesterday today tonight monday tuesday wednesday thursday friday saturday sunday recently earlier "
    "nearby there here late early ago year month week weekend night morning evening afternoon years months weeks "
    "days hours".split()
)
SHUT = frozenset(
    "include includes say believe believes think thinks fear claim claims allege alleges reports warn suspect "
    "suspects and or but nor while when where who whom whose which that if because although though whereas so yet "
    "then saying said says i he she they we you it him them us there what how why whether not".split()
)


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """The tokens of a sentence.  `named[i]` is the mention that covers token i, `kinds[i]` the class of its name as the
    encoder hears it; `titled`: most words begin with a capital, as headlines have it."""

    article: Article
    span: Span
    tokens: Sequence[Token]
    named: Sequence[Mention | None]
    kinds: Sequence[str | None]
    titled: bool
    ontology: Ontology

    def lower(self, at: int) -> str:
        """The word at this place, "" outside of the sentence."""
        return self.tokens[at].lower if 0 <= at < len(self.tokens) else ""

    def span_of(self, first: int, last: int) -> Span:
        """Where tokens [first, last) stand in the page."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def within(self, span: Span) -> tuple[int, int] | None:
        """The tokens [first, last) that a span covers; None where it stands elsewhere."""
        starts = [token.start for token in self.tokens]
        first = bisect_left(starts, span.start)
        last = bisect_left(starts, span.end)
        return (first, last) if first < last else None

    def stops(self, at: int) -> bool:
        """Can no phrase of nouns hold this word?"""
        token = self.tokens[at]
        word = token.lower
        if self.named[at]:
            return False
        if not token.word or word in PREPOSITIONS or word in SHUT or word in AUX:
            return True
        if word in WHEN or self.kinds[at] == "temporal":
            return True
        return self.finite(at)

    def finite(self, at: int) -> bool:
        """A verb of the past, by its look."""
        word = self.lower(at)
        if self.named[at]:
            return False
        if word in self.ontology.verbs.pasts or word in BE or word in HAVE:
            return True
        return word.endswith("ed") and len(word) > 4 and "-" not in word and not self.describes(at)

    def acts(self, at: int) -> bool:
        """An -ing form of a verb of events with its object: "killing six"."""
        word = self.lower(at)
        return word.endswith("ing") and word in self.ontology.uses and self.opens_object(at + 1)

    def describes(self, at: int) -> bool:
        """An -ed word before its noun: "the besieged town"."""
        return self.lower(at - 1) in DETERMINERS or self.lower(at - 1).endswith("'s")

    def opens_object(self, at: int) -> bool:
        """Can an object begin here: a determiner, a number, a name, a word for people or a place?"""
        if at >= len(self.tokens):
            return False
        token = self.tokens[at]
        if (
            token.lower in DETERMINERS
            or token.lower in OBJECTS
            or token.text[0].isdigit()
            or self.named[at] is not None
        ):
            return True
        if token.lower in self.ontology.actors or self.kinds[at] in _OBJECTS:
            return True
        if token.lower.endswith("ed") and at + 1 < len(self.tokens) and self.kinds[at + 1] in _OBJECTS:
            return True
        if token.lower in ("at", "more", "up", "over", "nearly", "about", "around"):
            return self.lower(at + 1) in ("least", "than", "to") or self.lower(at + 1)[:1].isdigit()
        following = self.lower(at + 1)
        return (
            token.word and not self.stops(at) and (following in self.ontology.actors) and not token.lower.endswith("ly")
        )


_OBJECTS = frozenset(("person", "organisation", "armed_group", "state", "place", "country", "quantity", "platform"))
