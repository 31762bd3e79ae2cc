"""What the splitter gets wrong, put right: named rules over one border at a time."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from headwater.knowledge import Knowledge

WINDOW = 100

_CLOSING = re.compile('[”’»\\)\\]]{1,4}(?=\\s|$)|"(?=\\s)')
_LAST_WORD = re.compile(r"(?:^|[\s(\[“‘\"'-])([\w.]{1,12})\.\s{0,4}$")
_ENUMERATOR = re.compile(r"^\s{0,8}[(]?(?:\d{1,3}|[a-zA-Z])[.)]\s{0,8}$")
_ASKED = re.compile(r"[?!,—–-][”\"’»]\s{0,4}$")
_INITIAL = re.compile(r"(?:^|[\s.-])[A-Z]\.$")
_WORD = re.compile(r"[\w’'-]+")


@dataclass(frozen=True, slots=True)
class Border:
    """A border that the splitter proposes: the text up to it, and from it on (both cut to a window)."""

    left: str
    right: str


@dataclass(frozen=True, slots=True)
class Words:
    """The word lists that the rules look into."""

    titles: frozenset[str]
    before_number: frozenset[str]
    bodies: frozenset[str]
    after_body: frozenset[str]
    cues: frozenset[str]


@lru_cache(maxsize=4)
def words(knowledge: Knowledge) -> Words:
    """The lists of lexicon/sentences.toml, and the verbs of lexicon/speech.toml."""
    lists = knowledge.lexicons["sentences"]
    cues = {form for cue in knowledge.lexicons["speech"]["cue"] for form in cue["forms"]}
    return Words(
        frozenset(lists["titles"]),
        frozenset(lists["before_number"]),
        frozenset(lists["bodies"]),
        frozenset(lists["after_body"]),
        frozenset(cues),
    )


def nothing_after(border: Border, words: Words) -> bool:
    """Only blanks, or only marks without a word, lie on one side."""
    return not _WORD.search(border.right) or not _WORD.search(border.left)


def enumerator(border: Border, words: Words) -> bool:
    """A number begins the item it counts: 1. | The ceasefire holds."""
    return bool(_ENUMERATOR.match(border.left))


def inside_initials(border: Border, words: Words) -> bool:
    """R-S.|C., said"""
    return bool(_INITIAL.search(border.left)) and border.right[:1].isalpha()


def after_title(border: Border, words: Words) -> bool:
    """Amb. | Kem Orsk"""
    return _last_word(border) in words.titles


def before_number(border: Border, words: Words) -> bool:
    """No. | 10"""
    return _last_word(border) in words.before_number and border.right.lstrip()[:1].isdigit()


def body_goes_on(border: Border, words: Words) -> bool:
    """the U.N. | Security Council"""
    following = _WORD.search(border.right)
    return _last_word(border) in words.bodies and following is not None and following.group() in words.after_body


def lower_case_tail(border: Border, words: Words) -> bool:
    """A sentence does not begin in lower case: “Stop!” | shouted the guard."""
    return border.right.lstrip()[:1].islower() and not border.left.endswith("\n")


def speaker_tail(border: Border, words: Words) -> bool:
    """“Why?” | Mr. Orsk asked.  Not: “We go.” | Mr. Orsk left."""
    if not _ASKED.search(border.left):
        return False
    following = [match.group() for match in _WORD.finditer(border.right)][:5]
    return any(word in words.cues for word in following[1:]) and following[0][:1].isupper()


JOINS: tuple[Callable[[Border, Words], bool], ...] = (
    nothing_after,
    enumerator,
    inside_initials,
    after_title,
    before_number,
    body_goes_on,
    lower_case_tail,
    speaker_tail,
)


def repair(text: str, cuts: list[int], lists: Words) -> list[int]:
    """The cuts inside `text` that are borders, each moved behind the closing marks that follow it."""
    kept: list[int] = []
    start = 0
    for cut in cuts:
        closing = _CLOSING.match(text, cut)
        moved = closing.end() if closing else cut
        border = Border(text[max(start, moved - WINDOW) : moved], text[moved : moved + WINDOW])
        if moved >= len(text) or any(rule(border, lists) for rule in JOINS):
            continue
        kept.append(moved)
        start = moved
    return kept


def _last_word(border: Border) -> str:
    match = _LAST_WORD.search(border.left)
    return match.group(1) if match else ""
