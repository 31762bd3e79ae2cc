"""Where somebody is named: the dictionary first, then bodies of a state by its demonym, then what the encoder marks."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from headwater.knowledge import Knowledge
from headwater.reading.heard import NamedSpan
from headwater.reading.names.dictionary import Dictionary, Hit, dictionary
from headwater.reading.names.naming import Naming
from headwater.reading.names.tokens import split
from headwater.reading.words import Token
from headwater.records import Span

Lists = Mapping[str, Any]

ENTITIES = frozenset({"person", "organisation", "armed_group", "state", "outlet", "place"})
# Above this the encoder is wrong as often as right.
MOST_DOUBT = 0.5

_POSSESSIVE = re.compile(r"['’]s?$")
_FIRST_WORD = re.compile(r"(\w+)\s+")


def find(text: str, paragraphs: Sequence[Span], names: Sequence[NamedSpan], knowledge: Knowledge) -> list[Naming]:
    """The namings of one article in text order, none over another: of two, the longer; of two as long, the
    dictionary's."""
    book, lists = dictionary(knowledge), knowledge.lexicons["names"]
    found: list[Naming] = []
    for paragraph in paragraphs:
        tokens = split(text, paragraph.start, paragraph.end)
        for hit in book.hits(tokens):
            naming = IN_DICTIONARY[hit.form.kind](text, tokens, hit, book, lists)
            if naming:
                found.append(naming)
    titles = knowledge.lexicons["speakers"]
    found += [naming for name in names if (naming := marked(text, name, titles))]
    return _apart(found)


def by_name(text: str, tokens: Sequence[Token], hit: Hit, book: Dictionary, lists: Lists) -> Naming | None:
    """The Observatory, Hamas, Iran-backed"""
    span = Span(tokens[hit.first].start, tokens[hit.last - 1].end)
    actor = hit.form.actor
    return Naming(span, text[span.start : span.end], actor.class_, "by_name", actor) if actor else None


def by_seat(text: str, tokens: Sequence[Token], hit: Hit, book: Dictionary, lists: Lists) -> Naming | None:
    """Moscow denied it; not: in Moscow, which is a town"""
    if hit.first and tokens[hit.first - 1].lower in lists["before_places"]:
        return None
    naming = by_name(text, tokens, hit, book, lists)
    return naming and replace(naming, rule="by_seat")


def masked(text: str, tokens: Sequence[Token], hit: Hit, book: Dictionary, lists: Lists) -> Naming | None:
    """New Mexico is nobody's"""
    return None


def by_demonym(text: str, tokens: Sequence[Token], hit: Hit, book: Dictionary, lists: Lists) -> Naming | None:
    """Turkish forces, the Syrian government, the Russian air force"""
    last = hit.last
    if last < len(tokens) and tokens[last].lower in lists["between"] and last + 1 < len(tokens):
        last += int(tokens[last + 1].lower in lists["heads_behind"])
    if last >= len(tokens):
        return None
    head, state = tokens[last].lower, hit.form.actor
    if state is None:
        return None
    military = head in lists["forces"] or (last > hit.last and head in lists["heads_behind"])
    if not military and head not in lists["government"]:
        return None
    actor = (book.forces_of(state) or state) if military else state
    span = Span(tokens[hit.first].start, tokens[last].end)
    return Naming(span, text[span.start : span.end], "state", "by_demonym", actor)


IN_DICTIONARY: Mapping[str, Callable[[str, Sequence[Token], Hit, Dictionary, Lists], Naming | None]] = {
    "name": by_name,
    "demonym": by_demonym,
    "seat": by_seat,
    "mask": masked,
}


def marked(text: str, name: NamedSpan, lists: Mapping[str, Any]) -> Naming | None:
    """What the encoder marks as a name, without article, title and possessive; null for words without a capital."""
    if name.class_ not in ENTITIES or name.doubt > MOST_DOUBT:
        return None
    start, end = name.span.start, name.span.end
    words = text[start:end]
    end -= len(words) - len(_POSSESSIVE.sub("", words))
    while (first := _FIRST_WORD.match(text, start, end)) and first.group(1).lower() in lists["determiners"]:
        start = first.end()
    office = None
    if name.class_ == "person":
        bare = _behind_titles(text, start, end, lists)
        office, start = text[start:bare].strip() or None, bare
    if start >= end or not any(character.isupper() for character in text[start:end]):
        return None
    return Naming(Span(start, end), text[start:end], name.class_, "marked", None, office)  # type: ignore[arg-type]


def _behind_titles(text: str, start: int, end: int, lists: Mapping[str, Any]) -> int:
    """Where the name begins behind its titles; a title alone is left as it is."""
    tokens = split(text, start, end)
    index = 0
    while index < len(tokens) and (
        tokens[index].text in lists["titles"]
        or tokens[index].text in lists["abbreviated"]
        or tokens[index].lower in lists["person"]
        or tokens[index].text == "."
    ):
        index += 1
    return tokens[index].start if index < len(tokens) else start


def _apart(found: Sequence[Naming]) -> list[Naming]:
    """Of namings over one another the longest, of those the first found."""
    kept: list[Naming] = []
    order = sorted(range(len(found)), key=lambda at: (-len(found[at].span), at))
    taken: set[int] = set()
    for at in order:
        span = found[at].span
        places = range(span.start, span.end)
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append(found[at])
    return sorted(kept, key=lambda naming: naming.span)


def words_of(naming: Naming) -> Iterator[str]:
    """The words of a name."""
    yield from re.findall(r"[^\W_]+", naming.text)
