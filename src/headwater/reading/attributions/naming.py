"""What the words for a speaker say of it: class, name, office."""

from dataclasses import dataclass

from headwater.reading.attributions.lexicon import Lexicon
from headwater.reading.attributions.nominals import Nominal
from headwater.reading.attributions.personal import gender_of, is_title, name_run, office_of
from headwater.reading.words import Token
from headwater.records import Span
from headwater.records.attributions import SourceClass

_STANDS_FOR = {
    "his": "he", "him": "he", "her": "she", "their": "they", "them": "they", "its": "it", "my": "i", "me": "i",
    "whose": "who", "whom": "who", "which": "which", "that": "which",
}  # fmt: skip
_OF_BODIES: tuple[SourceClass, ...] = ("document", "outlet", "armed_group", "organisation", "state")


@dataclass(frozen=True, slots=True)
class Naming:
    """A speaker as the text puts it at one place.  `name` is null for "officials", "he", "the ministry".

    `head` are the words that the others say something of: the name, or "spokesman" in "a spokesman for the army".
    """

    span: Span
    text: str
    head: Span
    class_: SourceClass
    name: str | None = None
    office: str | None = None
    described_as: str | None = None
    pronoun: bool = False
    gender: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class _Case:
    """The tokens of a nominal and of the apposition behind it; `head` is the word that the others say something of."""

    text: str
    words: list[Token]
    aside: list[Token]
    head: int
    lexicon: Lexicon

    @property
    def span(self) -> Span:
        return Span(self.words[0].start, self.words[-1].end)

    @property
    def whole(self) -> str:
        return self.text[self.words[0].start : self.words[-1].end]


def read_naming(text: str, tokens: list[Token], nominal: Nominal, lexicon: Lexicon) -> Naming | None:
    """The naming that this nominal is; None where nothing tells what it names."""
    words = tokens[nominal.first : nominal.last]
    case = _Case(text, words, tokens[nominal.app_first : nominal.app_last], _head(words, lexicon), lexicon)
    head = words[case.head]
    if head.lower.endswith(("'s", "’s")):
        return None
    pronoun = _STANDS_FOR.get(head.lower, head.lower)
    if len(words) == 1 and (pronoun == "which" or lexicon.among("pronouns", pronoun)):
        return Naming(case.span, case.whole, case.span, "unnamed", pronoun=True, gender=pronoun)
    if head.text == "I":
        # "Then I": what opens the sentence belongs to no name.
        own = Span(head.start, head.end)
        return Naming(own, head.text, own, "unnamed", pronoun=True, gender=pronoun)
    if lexicon.among("counts", head.lower):
        return _unnamed(case, "unnamed")
    if head.capital and not (case.head == 0 and _is_role(head, lexicon)):
        return _capital(case)
    named = _named_behind(case)
    if named:
        return named
    body = None if _is_role(head, lexicon) else _body_class(head, lexicon)
    return _named_by_modifier(case, body) or _unnamed(case, body or "unnamed")


def _named_by_modifier(case: _Case, class_: SourceClass | None) -> Naming | None:
    """A body that has a name though its head is none: "the Orsk council", "Belmar forces"."""
    words, lexicon = case.words[: case.head + 1], case.lexicon
    first = 1 if lexicon.among("determiners", words[0].lower) else 0
    definite = first == 0 or words[0].lower == "the"
    if class_ in (None, "document") or not definite or first >= case.head or not words[first].capital:
        return None
    if (
        not first
        and not words[0].text.isupper()
        and lexicon.any_of(("people", "organisation", "stops"), words[0].lower)
    ):
        return None
    span = Span(words[first].start, words[-1].end)
    return Naming(case.span, case.whole, span, class_ or "organisation", case.text[span.start : span.end])


def _unnamed(case: _Case, class_: SourceClass) -> Naming:
    head = case.words[case.head]
    return Naming(case.span, case.whole, Span(head.start, head.end), class_, described_as=case.whole)


def _head(words: list[Token], lexicon: Lexicon) -> int:
    """The last word before "of", "for", "at"."""
    for index, token in enumerate(words):
        if index and token.lower in lexicon.speakers["links"]:
            return index - 1
    return len(words) - 2 if words[-1].text == "." and len(words) > 1 else len(words) - 1


def _body_class(head: Token, lexicon: Lexicon) -> SourceClass | None:
    for class_ in _OF_BODIES:
        if lexicon.among(class_, head.lower):
            return class_
    return None


def _is_role(head: Token, lexicon: Lexicon) -> bool:
    return lexicon.among("people", head.lower) or lexicon.among("person", head.lower)


def _capital(case: _Case) -> Naming:
    """A nominal whose head is a capital: a body by its words, else a person."""
    words, head, lexicon = case.words, case.head, case.lexicon
    first = 1 if lexicon.among("determiners", words[0].lower) and len(words) > 1 else 0
    bare = case.text[words[first].start : words[-1].end]
    class_ = _named_body(case, first, bare)
    if class_:
        return Naming(case.span, case.whole, Span(words[first].start, words[-1].end), class_, bare)
    run = name_run(words, head, lexicon)
    if run > head:
        return _unnamed(case, "unnamed")
    name = case.text[words[run].start : words[head].end]
    lead = case.text[case.span.start : words[run].start].strip()
    office = _aside_office(case) or office_of(lead)
    where = Span(words[run].start, words[head].end)
    return Naming(
        case.span,
        case.whole,
        where,
        "person",
        name,
        office,
        gender=gender_of(words[run : head + 1], words[:run], lexicon),
    )


def _named_body(case: _Case, first: int, bare: str) -> SourceClass | None:
    """The class of a named body: known outlets, then words such as "Ministry", then capitals alone."""
    words, head, lexicon = case.words, case.head, case.lexicon
    if bare in lexicon.outlets:
        return "outlet"
    body = _body_class(words[head], lexicon)
    titled = head > 0 and (
        lexicon.among("abbreviated", words[head - 1].text.rstrip("."))
        or (body == "outlet" and lexicon.among("titles", words[head - 1].text))
    )
    if body and not titled:
        return body
    if head != first:
        alone = words[0].lower == "the" and name_run(words, head, lexicon) == first
        return "organisation" if alone else None
    if lexicon.among("seats", words[head].text):
        return "state"
    acronym = words[head].text.isupper() and len(words[head].text) > 1
    return (
        "organisation"
        if acronym or (first and words[0].lower == "the" and not is_title(words[head], lexicon))
        else None
    )


def _aside_office(case: _Case) -> str | None:
    aside = case.aside
    if aside and any(case.lexicon.among("person", token.lower) for token in aside) and aside[0].lower != "who":
        return case.text[aside[0].start : aside[-1].end]
    return None


def _named_behind(case: _Case) -> Naming | None:
    """The office first, the name in the apposition: "the army spokesman, Col. Ansa Vell"."""
    aside, lexicon = case.aside, case.lexicon
    if not aside or not aside[-1].capital:
        return None
    run = name_run(aside, len(aside) - 1, lexicon)
    lead_is_title = all(is_title(token, lexicon) for token in aside[:run])
    if run >= len(aside) or not lead_is_title or _body_class(aside[-1], lexicon) or len(aside) - run > 4:
        return None
    name = case.text[aside[run].start : aside[-1].end]
    span = Span(case.span.start, aside[-1].end)
    gender = gender_of(aside[run:], [*case.words, *aside[:run]], lexicon)
    where = Span(aside[run].start, aside[-1].end)
    return Naming(span, case.text[span.start : span.end], where, "person", name, case.whole, gender=gender)
