"""Who speaks a quotation: named rules, most certain first; the first that answers wins."""

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from headwater.reading.attributions.lexicon import Cue, Lexicon, Stance
from headwater.reading.attributions.naming import Naming, read_naming
from headwater.reading.attributions.nominals import nominal_after, nominal_before
from headwater.reading.attributions.setting import Setting
from headwater.reading.words import Token
from headwater.records import Span

FEWEST_WORDS_QUOTED_IN_PART = 3
FEWEST_WORDS_WITHOUT_CUE = 5


@dataclass(frozen=True, slots=True)
class Found:
    """A speaker, and the words that hand over what is said."""

    naming: Naming
    cue: Span
    stance: Stance
    kind: Literal["direct", "mixed"] = "direct"


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
        if cue and nominal and nominal.first == start:
            naming = read_naming(setting.text, setting.after, nominal, lexicon)
            return Found(naming, _span(setting.after, cue), cue.stance) if naming else None
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
        if token.lower in lexicon.participles:
            found = _last(heard(setting.text, setting.before[:index], lexicon))
            return found and Found(found.naming, Span(token.start, token.end), "neutral", _kind(setting))
    return None


def name_said_before(setting: Setting, lexicon: Lexicon) -> Found | None:
    """Maro Tevin said on Monday, “…”, and: the minister said the town was “ready for a siege”"""
    found = _last(heard(setting.text, setting.before, lexicon))
    if found is None:
        return None
    between = [token for token in setting.before if token.start >= found.cue.end]
    names = setting.text[found.cue.start : found.cue.end].lower() in lexicon.naming
    if not between or (between[-1].text == "," and len(between) <= 14):
        return Found(found.naming, found.cue, found.stance, "mixed" if names else _kind(setting))
    enough = setting.words >= FEWEST_WORDS_QUOTED_IN_PART or names
    return Found(found.naming, found.cue, found.stance, "mixed") if enough else None


def according_to_before(setting: Setting, lexicon: Lexicon) -> Found | None:
    """According to Maro Tevin, “…”"""
    for index in range(len(setting.before)):
        cue = lexicon.according_at(setting.before, index)
        found = cue and _found_after(setting.text, setting.before, cue, lexicon)
        if found and setting.words >= FEWEST_WORDS_QUOTED_IN_PART:
            return Found(found.naming, found.cue, found.stance, _kind(setting))
    return None


def introduced(setting: Setting, lexicon: Lexicon) -> Found | None:
    """A paragraph of its own, after one that ends: Maro Tevin wrote:"""
    if not setting.introduction or setting.introduction[-1].text != ":":
        return None
    return _last(heard(setting.text, setting.introduction, lexicon))


def speaker_of_sentence_before(setting: Setting, lexicon: Lexicon) -> Found | None:
    """A paragraph of its own, after one that ends in a sentence with a single, named speaker."""
    if setting.words < FEWEST_WORDS_WITHOUT_CUE or not setting.introduction:
        return None
    spoken = list(heard(setting.text, setting.introduction, lexicon))
    named = spoken and all(found.naming.class_ == "person" for found in spoken)
    return spoken[0] if named and len(spoken) == 1 else None


RULES: tuple[Callable[[Setting, Lexicon], Found | None], ...] = (
    name_said_colon,
    said_name,
    name_said,
    according_to_behind,
    participle,
    name_said_before,
    according_to_before,
    introduced,
    speaker_of_sentence_before,
)


def heard(text: str, tokens: list[Token], lexicon: Lexicon) -> Iterator[Found]:
    """Everybody who stands right before a cue in these tokens."""
    index = 0
    while index < len(tokens):
        cue = lexicon.cue_at(tokens, index)
        nominal = nominal_before(tokens, index, lexicon) if cue else None
        naming = read_naming(text, tokens, nominal, lexicon) if nominal else None
        if cue and naming:
            yield Found(naming, _span(tokens, cue), cue.stance)
        index = cue.last + 1 if cue else index + 1


def _found_after(text: str, tokens: list[Token], cue: Cue, lexicon: Lexicon) -> Found | None:
    nominal = nominal_after(tokens, cue.last + 1, lexicon)
    naming = read_naming(text, tokens, nominal, lexicon) if nominal else None
    return Found(naming, _span(tokens, cue), cue.stance) if naming else None


def _tail(setting: Setting) -> int | None:
    """Where the words for the speaker begin behind a quotation that ends as speech does."""
    comma = bool(setting.after) and setting.after[0].text in (",", "—", "–", "-")
    return int(comma) if comma or setting.ends_speech else None


def _kind(setting: Setting) -> Literal["direct", "mixed"]:
    return "direct" if setting.capital else "mixed"


def _last(found: Iterator[Found]) -> Found | None:
    return next(iter(deque(found, maxlen=1)), None)


def _span(tokens: list[Token], cue: Cue) -> Span:
    return Span(tokens[cue.first].start, tokens[cue.last].end)
