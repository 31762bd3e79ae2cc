"""Who speaks a quotation: named rules, most certain first; the first that answers wins."""

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from headwater.reading.attributions.ground import Setting
from headwater.reading.attributions.lexicon import Cue, Lexicon, longest_at
from headwater.reading.attributions.naming import Naming, read_naming
from headwater.reading.attributions.nominals import (
    Nominal,
    joint_after,
    joint_before,
    nominal_after,
    nominal_before,
    reach,
)
from headwater.reading.words import Token
from headwater.records import Span

FEWEST_WORDS_QUOTED_IN_PART = 3
FEWEST_WORDS_WITHOUT_CUE = 5


@dataclass(frozen=True, slots=True)
class Found:
    """A speaker, and the words that hand over what is said."""

    naming: Naming
    source: Span
    cue: Span | None


def name_said_colon(setting: Setting, lexicon: Lexicon) -> Found | None:
    """Maro Tevin told the council: “…”"""
    if not setting.before or setting.before[-1].text != ":":
        return None
    return _last(heard(setting.text, setting.before, lexicon))


def said_name(setting: Setting, lexicon: Lexicon) -> Found | None:
    """“…,” said Maro Tevin"""
    start = _tail(setting)
    if start is None:
        return None
    if start < len(setting.after) and setting.after[start].lower.endswith("ly"):
        start += 1
    cue = lexicon.cue_at(setting.after, start)
    return _found_after(setting.text, setting.after, cue, lexicon) if cue else None


def name_said(setting: Setting, lexicon: Lexicon) -> Found | None:
    """“…,” Maro Tevin, a spokesman for the town, said"""
    start = _tail(setting)
    if start is None:
        return None
    for index in range(start + 1, min(start + 30, len(setting.after))):
        cue = lexicon.cue_at(setting.after, index)
        nominal = nominal_before(setting.after, index, lexicon) if cue else None
        if cue and nominal and joint_before(setting.after, nominal, lexicon).first == start:
            return _found(setting.text, setting.after, nominal, cue, lexicon)
    return None


def according_to_behind(setting: Setting, lexicon: Lexicon) -> Found | None:
    """“…,” according to Maro Tevin"""
    start = 1 if setting.after and setting.after[0].text == "," else 0
    cue = lexicon.according_at(setting.after, start)
    return _found_after(setting.text, setting.after, cue, lexicon) if cue else None


def participle(setting: Setting, lexicon: Lexicon) -> Found | None:
    """Maro Tevin spoke of the siege and said it was over, adding: “…”"""
    for index in range(len(setting.before) - 1, max(len(setting.before) - 4, -1), -1):
        token = setting.before[index]
        if token.lower.endswith("ing") and lexicon.cue_at(setting.before, index):
            found = _last(heard(setting.text, setting.before[:index], lexicon))
            return found and Found(found.naming, found.source, Span(token.start, token.end))
    return None


def name_said_before(setting: Setting, lexicon: Lexicon) -> Found | None:
    """Maro Tevin said on Monday, “…”, and: the minister said the town was “ready for a siege”"""
    found = _last(heard(setting.text, setting.before, lexicon))
    if found is None or found.cue is None:
        return None
    between = [token for token in setting.before if token.start >= found.cue.end]
    if not between or (between[-1].text == "," and len(between) <= 14):
        return found
    return found if setting.words >= FEWEST_WORDS_QUOTED_IN_PART or _names(setting, found.cue, lexicon) else None


def according_to_before(setting: Setting, lexicon: Lexicon) -> Found | None:
    """According to Maro Tevin, “…”"""
    for index in range(len(setting.before)):
        cue = lexicon.according_at(setting.before, index)
        found = cue and _found_after(setting.text, setting.before, cue, lexicon)
        if found and setting.words >= FEWEST_WORDS_QUOTED_IN_PART:
            return found
    return None


def introduced(setting: Setting, lexicon: Lexicon) -> Found | None:
    """A paragraph of its own, after one that ends: Maro Tevin wrote:"""
    if not setting.introduction or setting.introduction[-1].text != ":":
        return None
    return _last(heard(setting.text, setting.introduction, lexicon))


def put_afterwards(setting: Setting, lexicon: Lexicon) -> Found | None:
    """“…” That was how Maro Tevin put it."""
    cue = longest_at(lexicon.afterwards, setting.sequel, 0)
    return _found_after(setting.text, setting.sequel, cue, lexicon) if cue else None


def speaker_of_sentence_before(setting: Setting, lexicon: Lexicon) -> Found | None:
    """A paragraph of its own, after one that ends in a sentence with a single, named speaker."""
    if setting.words < FEWEST_WORDS_WITHOUT_CUE or not setting.introduction:
        return None
    spoken = list(heard(setting.text, setting.introduction, lexicon))
    named = spoken and all(found.naming.class_ == "person" for found in spoken)
    return Found(spoken[0].naming, spoken[0].source, None) if named and len(spoken) == 1 else None


RULES: tuple[Callable[[Setting, Lexicon], Found | None], ...] = (
    name_said_colon,
    said_name,
    name_said,
    according_to_behind,
    participle,
    name_said_before,
    according_to_before,
    introduced,
    put_afterwards,
    speaker_of_sentence_before,
)


def heard(text: str, tokens: list[Token], lexicon: Lexicon) -> Iterator[Found]:
    """Everybody who stands right before a cue in these tokens."""
    index = 0
    while index < len(tokens):
        cue = lexicon.cue_at(tokens, index)
        nominal = nominal_before(tokens, index, lexicon) if cue else None
        found = _found(text, tokens, nominal, cue, lexicon) if cue and nominal else None
        negated = nominal and any(lexicon.negates(token.lower) for token in tokens[nominal.last : index])
        if found and not negated:
            yield found
        index = cue.last + 1 if cue else index + 1


def _found_after(text: str, tokens: list[Token], cue: Cue, lexicon: Lexicon) -> Found | None:
    nominal = nominal_after(tokens, cue.last + 1, lexicon)
    return _found(text, tokens, nominal, cue, lexicon) if nominal else None


def _found(text: str, tokens: list[Token], nominal: Nominal, cue: Cue, lexicon: Lexicon) -> Found | None:
    naming = read_naming(text, tokens, nominal, lexicon)
    behind = nominal.first > cue.last
    first, last = reach((joint_after if behind else joint_before)(tokens, nominal, lexicon))
    words = Span(tokens[first].start, tokens[last - 1].end)
    return Found(naming, words, Span(tokens[cue.first].start, tokens[cue.last].end)) if naming else None


def _names(setting: Setting, cue: Span, lexicon: Lexicon) -> bool:
    """Does the verb hand over single words: "called the raid “barbaric”"?"""
    token = next((token for token in setting.before if token.start == cue.start), None)
    found = lexicon.cue_at([token], 0) if token else None
    return found is not None and bool(found.entry.takes & {"naming", "noun"}) and "clause" not in found.entry.takes


def _tail(setting: Setting) -> int | None:
    """Where the words for the speaker begin behind a quotation that ends as speech does."""
    comma = bool(setting.after) and setting.after[0].text in (",", "—", "–", "-")
    return int(comma) if comma or setting.ends_speech else None


def _last(found: Iterator[Found]) -> Found | None:
    return next(iter(deque(found, maxlen=1)), None)
