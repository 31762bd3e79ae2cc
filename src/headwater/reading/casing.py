"""How words are written: the case that text in capitals would have in running text.

Rules, in order: names of several words that are known are written as they are known; one letter before a full stop is
an initial; a month beside a number is a month; a short word in brackets is an acronym everywhere; what news mostly
writes with a capital has one (weights/casing.npz, the forms of a word included); a word never seen is a name unless our
lexicons have it in small letters or it ends like one that is none.  What is written both ways is part of a name beside
one, and small elsewhere.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any

from headwater.knowledge import Knowledge

SMALL, UNSURE, NAME, CAPITALS = range(4)
# Of a hundred times that running text has the word inside a sentence, so often it begins with a capital.
SELDOM, MOSTLY = 0.1, 0.7
LONGEST_PHRASE = 7

_WORD = re.compile(r"[^\W\d_]+")
_BRACKETED = re.compile(r"[(\[]([A-Z]{2,6})[)\]]")
_ENDINGS = re.compile(
    r".{3}(?:ing|ed|ly|tions?|ness|ments?|ity|ities|ists?|ers|ized|ised|izing|able|ible|ive|ous|less|ships?)$"
)
# Forms of a word that stands in the table.
_FORMS = (
    ("ies", "y"), ("es", "e"), ("es", ""), ("s", ""), ("ied", "y"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"),
    ("er", ""), ("er", "e"), ("ers", ""), ("ers", "e"), ("ly", ""), ("ion", "e"), ("ion", ""),
)  # fmt: skip
_PREFIX = re.compile(r"^(?:sub|anti|counter|inter|over|under|non|pre|un|re)(?=.{4})")
_VOWEL = re.compile(r"[aeiouy]")
_OPENS = re.compile(r"(?:^|(?:[^\W_]{2}[)\]]?|\d)[.]|[!?])[\s\"'“”‘’(\[]*$")
_LEXICONS = ("events", "casualties", "counted", "numbers", "scopes", "speech", "speakers", "certainty", "verbs")
_MONTHS = frozenset(("march", "may"))


@dataclass(frozen=True, slots=True, eq=False)
class Writing:
    """How words are written: share of capitals and of capitals throughout by bare word, words of our lexicons that
    are small, names of several words by the first of them, names that are capitals throughout."""

    shares: Mapping[str, tuple[float, float]]
    small: frozenset[str]
    phrases: Mapping[str, Sequence[tuple[str, ...]]]
    acronyms: frozenset[str]


def bare(word: str) -> str:
    """In small letters without accents."""
    if not word.isascii():
        word = "".join(letter for letter in unicodedata.normalize("NFKD", word) if not unicodedata.combining(letter))
    return word.lower()


def cased(words: str, writing: Writing) -> str:
    """The same words, letter for letter, in the case that they would have in running text."""
    found = list(_WORD.finditer(words))
    bares = [bare(match.group()) for match in found]
    named = _phrases(bares, writing.phrases)
    acronyms = writing.acronyms | set(_BRACKETED.findall(words))
    kinds = [_kind(match, one, words, writing, acronyms) for match, one in zip(found, bares, strict=True)]
    _settle(kinds, found, words)
    parts: list[str] = []
    at = 0
    for index, match in enumerate(found):
        opens = _OPENS.search(words, max(0, match.start() - 8), match.start()) is not None
        kind = NAME if opens and kinds[index] < NAME else kinds[index]
        parts += [words[at : match.start()], _written(match.group(), kind, named.get(index, ""))]
        at = match.end()
    return "".join([*parts, words[at:]])


def _phrases(bares: Sequence[str], phrases: Mapping[str, Sequence[tuple[str, ...]]]) -> dict[int, str]:
    """Words of names that are known, as these are written."""
    named: dict[int, str] = {}
    for index, word in enumerate(bares):
        for form in phrases.get(word, ()) if index not in named else ():
            if tuple(bares[index : index + len(form)]) == tuple(map(bare, form)):
                named |= {index + offset: written for offset, written in enumerate(form)}
                break
    return named


def _kind(match: re.Match[str], word: str, words: str, writing: Writing, acronyms: frozenset[str]) -> int:
    before, behind = words[match.start() - 1 : match.start()], words[match.end() : match.end() + 1]
    if len(word) == 1 and not before.isdigit():
        initial = behind in (".", "-", ")") or (word == "i" and before not in ("'", "’"))
        return CAPITALS if initial else SMALL
    if before.isdigit() or (before in ("'", "’") and word in ("re", "ve", "ll")):
        return SMALL
    around = words[max(0, match.start() - 2) : match.start()] + words[match.end() : match.end() + 2]
    if word in _MONTHS and re.search(r"\d", around):
        return NAME
    if len(word) <= 3 and re.match(r"\d ", around) and not _VOWEL.search(word):
        return SMALL
    if match.group().upper() in acronyms and writing.shares.get(word, (1.0, 1.0))[1] > SELDOM:
        return CAPITALS
    seen = next((writing.shares[one] for one in _stems(word) if one in writing.shares), None)
    if seen:
        large, capitals = seen
        if capitals > 0.5:
            return CAPITALS
        settled = large <= SELDOM or word.endswith("ern")  # "in northern Orsk"
        return NAME if large >= MOSTLY else SMALL if settled else UNSURE
    if any(one in writing.small for one in _stems(word)):
        return SMALL
    if len(word) <= 5 and not _VOWEL.search(word):
        return CAPITALS
    return SMALL if _ENDINGS.match(word) else NAME


def _stems(word: str) -> Iterator[str]:
    """The word, then what it may be a form of."""
    yield word
    for ending, into in _FORMS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            yield word.removesuffix(ending) + into
    yield _PREFIX.sub("", word)


def _settle(kinds: list[int], found: Sequence[re.Match[str]], words: str) -> None:
    """A word that is written both ways is part of a name beside one, and small elsewhere."""
    beside = [words[one.end() : other.start()] == " " for one, other in pairwise(found)]
    for order in (range(1, len(kinds)), range(len(kinds) - 2, -1, -1)):
        step = -order.step
        for index in order:
            near = beside[index - 1] if step < 0 else beside[index]
            if kinds[index] == UNSURE and near and kinds[index + step] >= NAME:
                kinds[index] = NAME


def _written(word: str, kind: int, model: str) -> str:
    """The word in the case of its kind, or in that of a name as it is known."""
    small = "".join(low if len(low := letter.lower()) == 1 else letter for letter in word)
    if len(model) == len(word):
        return "".join(large if like.isupper() else low for large, low, like in zip(word, small, model, strict=True))
    if kind == CAPITALS:
        return word
    if not word.isupper():  # "McDORN": a capital behind a small letter stays
        return word[0] + "".join(
            letter if before.islower() else low for before, letter, low in zip(word, word[1:], small[1:], strict=False)
        )
    return word[0] + small[1:] if kind == NAME else small


@lru_cache(maxsize=2)
def writing_of(knowledge: Knowledge) -> Writing:
    """What this knowledge says of how words are written, compiled once."""
    table = knowledge.weights["casing"]
    words = table["words"].tobytes().decode().split("\n")
    large, capitals = (table[name] / 255 for name in ("large", "capitals"))
    shares = dict(zip(words, zip(large.tolist(), capitals.tolist(), strict=True), strict=True))
    phrases: dict[str, list[tuple[str, ...]]] = {}
    acronyms: set[str] = set()
    for written in _names(knowledge):
        form = tuple(_WORD.findall(written.removeprefix("the ")))
        if 2 <= len(form) <= LONGEST_PHRASE:
            phrases.setdefault(bare(form[0]), []).append(form)
        elif len(form) == 1 and written.isupper() and len(written) > 2:
            acronyms.add(written)
    ordered = {word: sorted(forms, key=len, reverse=True) for word, forms in phrases.items()}
    return Writing(shares, _small(knowledge), ordered, frozenset(acronyms))


def _small(knowledge: Knowledge) -> frozenset[str]:
    """Words that stand in small letters in the lexicons of events, numbers, speech and certainty."""
    texts = (text for name in _LEXICONS for text in _strings(knowledge.lexicons.get(name, {})))
    return frozenset(word for text in texts for word in _WORD.findall(text) if word.islower() and len(word) > 3)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping | list):
        for one in value.values() if isinstance(value, Mapping) else value:
            yield from _strings(one)


def _names(knowledge: Knowledge) -> Iterator[str]:
    """All written forms of the actors."""
    for name, lexicon in knowledge.lexicons.items():
        if name.startswith("actors_"):
            for entry in lexicon["actor"]:
                yield from (
                    entry["name"],
                    *entry.get("aliases", ()),
                    *entry.get("demonyms", ()),
                    *entry.get("seats", ()),
                )
