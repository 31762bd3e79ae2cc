"""The words of a source, cut into those who speak: "the ministry and the Observatory" are two."""

from collections.abc import Iterator, Sequence

from headwater.reading.attributions.lexicon import Lexicon
from headwater.reading.attributions.naming import Naming, read_naming
from headwater.reading.attributions.nominals import Nominal, nominal_after
from headwater.reading.attributions.spans import meets
from headwater.reading.words import Token, tokenize
from headwater.records import Span

_SPEAKERS = ("person", "people", "organisation", "state", "armed_group", "outlet", "document")
_BODIES = ("organisation", "armed_group", "outlet", "state")
LONGEST = 600
MOST = 8

Range = tuple[int, int]


def namings_of(text: str, source: Span, lexicon: Lexicon, mentions: Sequence[Span]) -> list[Naming]:
    """The namings in these words, one for each who speaks; `mentions` are places of names, in order."""
    tokens = tokenize(text, source.start, min(source.end, source.start + LONGEST))
    whole = list(meets(mentions, source))
    return [
        _naming(text, tokens[first:last], lexicon) for first, last in _members(tokens, whole, lexicon) if last > first
    ]


def _naming(text: str, tokens: list[Token], lexicon: Lexicon) -> Naming:
    while len(tokens) > 1 and tokens[-1].text in (",", ";", ":"):
        tokens = tokens[:-1]
    span = Span(tokens[0].start, tokens[-1].end)
    words = text[span.start : span.end]
    nominal = nominal_after(tokens, 0, lexicon)
    if nominal and nominal.last < len(tokens) and tokens[nominal.last].lower in ("and", "&"):
        nominal = Nominal(0, len(tokens))
    naming = read_naming(text, tokens, nominal, lexicon) if nominal else None
    if len(tokens) == 1 and (naming is None or naming.described_as):
        naming = read_naming(text, tokens, Nominal(0, 1), lexicon)
    if naming is None:
        return Naming(span, words, span, "unnamed", described_as=words)
    described = None if naming.name or naming.pronoun else words
    return Naming(
        span, words, naming.head, naming.class_, naming.name, naming.office, described, naming.pronoun, naming.gender
    )


def _members(tokens: list[Token], names: Sequence[Span], lexicon: Lexicon) -> list[Range]:
    """Where each member begins and ends; one alone where the words name one speaker."""
    ands = [at for at, token in enumerate(tokens) if token.lower in ("and", "&") and 0 < at < len(tokens) - 1]
    members: list[Range] = []
    first = 0
    for at in ands[:MOST]:
        last = at - 1 if tokens[at - 1].text == "," else at
        inside = any(name.start < tokens[at].start < name.end for name in names)
        if not inside and last > first and _two(tokens, (first, last), at + 1, lexicon):
            members += _listed(tokens, (first, last), lexicon)
            first = at + 1
    return [*members, (first, len(tokens))]


def _two(tokens: list[Token], left: Range, right: int, lexicon: Lexicon) -> bool:
    """Are there speakers on both sides, each by itself?"""
    first, last = left
    before, after = nominal_after(tokens, first, lexicon), nominal_after(tokens, right, lexicon)
    if (
        before is None
        or after is None
        or not (_speaks(tokens, first, last, lexicon) and _speaks(tokens, right, after.last, lexicon))
    ):
        return False
    led = lexicon.among("determiners", tokens[right].lower) or tokens[right].text.isdigit()
    link = next((at for at in range(first + 1, last) if tokens[at].lower in lexicon.speakers["links"]), None)
    if link is not None:
        object_led = link + 1 < last and lexicon.among("determiners", tokens[link + 1].lower)
        title = lexicon.among("titles", tokens[right].text) or (after.last - right > 1 and tokens[right].capital)
        return (led and not object_led) or bool(title)
    if lexicon.among("determiners", tokens[first].lower) or not tokens[first].capital:
        return True
    if all(token.capital for token in tokens[first:last]) and lexicon.among("people", tokens[after.last - 1].lower):
        return False
    single = last - first == 1 and lexicon.any_of(("people", "organisation"), tokens[first].lower)
    return not (single and not led and lexicon.any_of(_BODIES, tokens[after.last - 1].lower))


def _speaks(tokens: list[Token], first: int, last: int, lexicon: Lexicon) -> bool:
    """Words that can name a speaker: a name, a word for one, or something with an article."""
    words = tokens[first:last]
    if not words:
        return False
    known = any(token.capital or lexicon.any_of(_SPEAKERS, token.lower) for token in words)
    return known or lexicon.among("determiners", words[0].lower) or words[0].lower in lexicon.speakers["pronouns"]


def _listed(tokens: list[Token], left: Range, lexicon: Lexicon) -> Iterator[Range]:
    """The members of "Tevin, Dorn" in "Tevin, Dorn and Vell", where none tells who another is."""
    first, last = left
    commas = [at for at in range(first, last) if tokens[at].text == ","]
    pieces = list(zip([first, *(at + 1 for at in commas)], [*commas, last], strict=True))
    plain = all(0 < end - begin <= 4 and _alike(tokens, begin, end, lexicon) for begin, end in pieces)
    yield from pieces if plain else [left]


def _alike(tokens: list[Token], begin: int, end: int, lexicon: Lexicon) -> bool:
    names = all(token.capital or token.text == "." for token in tokens[begin:end])
    return names or lexicon.any_of(("people", "organisation"), tokens[end - 1].lower)
