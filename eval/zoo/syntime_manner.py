"""Times in SynTime's manner (Zhong, Sun and Cambria 2017): types of words, then heuristics of expansion; spans alone.

Time tokens are found by type (month, weekday, unit, season, part of the day, deictic word, year, clock, digits).
From each, an expression grows to both sides over modifiers and numerals (prefixes to the left, suffixes to the
right), then neighbours that touch or overlap are joined, also over a comma, a hyphen or "of".  Our own compact rules
after the paper's description, not its program.
"""

import re
from collections.abc import Sequence

from eval.times_gold import Document, Timex

_TOKEN = re.compile(r"\d+(?:[:./]\d+)+|\d+(?:st|nd|rd|th|s)?\b|[ap]\.m\.?|[A-Za-z]+|[^\w\s]")
_MONTH = """january february march april may june july august september october november december
    jan feb mar apr jun jul aug sept sep oct nov dec"""
_WEEKDAY = "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun"
_UNIT = "second minute hour day week weekend month quarter year decade century season"
_PART = "morning afternoon evening night noon midnight dawn dusk midday overnight tonight daytime"
_WORD = """today yesterday tomorrow now currently recently nowadays present future past daily weekly monthly yearly
    annually spring summer autumn fall winter easter christmas bc ad ago previously centuries"""
_PLURALS = " ".join(f"{word}s" for word in [*_UNIT.split(), *_PART.split()])
_TOKENS = frozenset(" ".join((_MONTH, _WEEKDAY, _UNIT, _PLURALS, _PART, _WORD)).split())
_PREFIX = frozenset(
    """the a an this that these those last next past previous following coming first second third fourth fifth early
    late mid later earlier beginning end start middle about around nearly almost over more than less several few many
    some each every per of in same recent current one""".split()
)
_SUFFIX = frozenset("ago later earlier old long before after am pm a.m. p.m. a.m p.m bc ad est gmt".split())
_NUMERAL = frozenset(
    """one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty half
    hundred couple""".split()
)
_LINKS = frozenset([",", "-", "of"])
_CAPITAL = frozenset([*_MONTH.split(), *_WEEKDAY.split()])


def find(document: Document) -> Sequence[Timex]:
    """What the manner finds in the document; no values."""
    tokens = [(found.group(), found.start(), found.end()) for found in _TOKEN.finditer(document.text)]
    lower = [token[0].lower() for token in tokens]
    segments: list[list[int]] = []
    for at in range(len(tokens)):
        if _is_time(tokens[at][0], lower[at]):
            begin, end = _left(lower, at), _right(lower, at)
            if segments and _joins(lower, segments[-1][1], begin):
                segments[-1][1] = max(end, segments[-1][1])
            else:
                segments.append([begin, end])
    trimmed = [(_trim(lower, begin, end), end) for begin, end in segments]
    return [Timex(tokens[begin][1], tokens[end - 1][2], "", "DATE") for begin, end in trimmed]


def _is_time(text: str, lower: str) -> bool:
    if text[0].isdigit():
        return bool(re.fullmatch(r"(?:1\d|20)\d\d|(?:1\d|20)?\d0s|\d{1,2}:\d\d|\d{1,2}/\d{1,2}/\d{2,4}", text))
    if lower in _CAPITAL:
        return text[0].isupper() and (lower not in ("second", "mon", "sat", "sun", "mar"))
    return lower in _TOKENS and lower != "second"


def _left(lower: list[str], at: int) -> int:
    begin = at
    while begin and (_modifies(lower[begin - 1]) or _hyphen(lower, begin - 1)):
        begin -= 1
    return begin


def _modifies(word: str) -> bool:
    return word in _PREFIX or word in _NUMERAL or word[0].isdigit()


def _hyphen(lower: list[str], at: int) -> bool:
    """Whether a hyphen behind a number or "mid" stands there."""
    return lower[at] == "-" and at > 0 and (lower[at - 1] == "mid" or _modifies(lower[at - 1]))


def _right(lower: list[str], at: int) -> int:
    end = at + 1
    while end < len(lower) and (lower[end] in _SUFFIX or (lower[end][0].isdigit() and len(lower[end]) <= 2)):
        end += 1
    return end


def _joins(lower: list[str], end: int, begin: int) -> bool:
    return begin <= end or (begin == end + 1 and lower[end] in _LINKS)


def _trim(lower: list[str], begin: int, end: int) -> int:
    """Without prepositions in front."""
    while begin < end - 1 and lower[begin] in ("in", "of", "per", "than", "some", "-", ","):
        begin += 1
    return begin
