"""Who wrote an article: byline words taken apart into names, and the places where a page names its authors."""

import re
from dataclasses import dataclass

from headwater.reading.articles.patterns import Patterns

SEPARATOR = re.compile(
    r"\s*(?:[,;\n|•·/&]|\s[-–—―]\s|[ \xa0]{2}|\b(?:and|with|for)\b(?!-)|\[?\band (?:\d+ )?other contributors?\]?)\s*",
    re.IGNORECASE,
)
SUFFIX = re.compile(
    r"(?:Ph\.?\s?D|M\.?D|J\.?D|MBA|R\.?N|R\.?D|D\.?O|LL\.?M|M\.?[AS]c?|Esq|Jr|Sr|I{1,3}|IV|CFA|CFP|CPA|DVM)\.?(?!\w)"
)
EMPHASIS = " \t\xa0*_#>"
DATE_GAP = re.compile(r"[\s,:|•·/–—-]{0,4}(?:at\s)?")
AFTER_CLOCK = re.compile(r"\s?(?:[A-Z]{2,4}\b)?[\s,|•·/–—-]{0,4}")
FULL_STOP = re.compile(r"(?<=[^\W\d_]{4})\.$")
LONGEST = 400  # characters of a byline that are looked at
PLACE = re.compile(r"\s(?:in|at|from|reporting|reports|writes|of)\s")
HANDLE = re.compile(r"[^\W\d_][\w.-]{2,30}(?: [^\W\d_][\w.'’-]{0,30}){0,5}")


@dataclass(frozen=True, slots=True)
class Named:
    """A name at [start, end) of the words it was read from; `agency` marks a news agency."""

    start: int
    end: int
    name: str
    agency: bool = False


def read_names(text: str, patterns: Patterns, *, stated: bool) -> tuple[Named, ...]:
    """The names in a byline, in order, without titles, places, addresses and dates.

    `stated` is true where something says that these are names ("By …", a field for the author), so that a single word
    or a name in lower case counts as one.
    """
    text = text[:LONGEST]
    start = _after_by(text, patterns)
    stated = stated or start > 0
    found: list[Named] = []
    for piece_start, piece_end in _segments(text, start, _end(text, start, patterns)):
        words = text[piece_start:piece_end]
        if found and SUFFIX.fullmatch(words):
            found[-1] = Named(found[-1].start, piece_end, text[found[-1].start : piece_end], found[-1].agency)
            continue
        sure = stated and (not found or found[-1].agency)
        named = _named(text, (piece_start, piece_end), patterns, stated=sure, first=not found)
        if named is not None and all(named.name.lower() != other.name.lower() for other in found):
            found.append(named)
    return tuple(found)


def is_role(words: str, patterns: Patterns) -> bool:
    """True for an office or a desk: "Political Editor", "Staff Writer", "Middle East correspondent"."""
    plain = [word.strip(".,'’") for word in words.lower().split()]
    return bool(plain) and (plain[-1] in patterns.words["roles"] or plain[0] in ("staff", "senior", "chief", "special"))


def is_outlet(words: str, patterns: Patterns) -> bool:
    """True for words one of which says that they name a paper, a station or a site."""
    plain = [word.strip(".,'’") for word in words.lower().replace("-", " ").split()]
    if " " not in words and "." in words[2:].strip("."):
        return True
    return any(word in patterns.words["outlet_words"] for word in plain)


def after_date(text: str, patterns: Patterns) -> int:
    """Where a line goes on after the date and clock time that it begins with; 0 where it begins otherwise."""
    lead = len(text) - len(text.lstrip(EMPHASIS))
    label = patterns.posted.match(text, lead)
    gap = DATE_GAP.match(text, label.end() if label else lead)
    day = patterns.date.match(text, gap.end() if gap else lead)
    if day is None:
        return 0
    between = DATE_GAP.match(text, day.end())
    clock = patterns.clock.match(text, between.end() if between else day.end())
    end = clock.end() if clock else day.end()
    after = AFTER_CLOCK.match(text, end) if clock else DATE_GAP.match(text, end)
    return after.end() if after else end


def _after_by(text: str, patterns: Patterns) -> int:
    """Where the names begin: after "By", "Posted by", "… on 6 May by"."""
    start = after_date(text, patterns) or len(text) - len(text.lstrip(EMPHASIS))
    if match := patterns.by.match(text, start):
        again = patterns.by.match(text, match.end())
        return again.end() if again else match.end()
    match = re.search(r"\bby:?\s+", text[:120], re.IGNORECASE)
    if match and (patterns.posted.match(text) or patterns.date.search(text[: match.start()])):
        return match.end()
    return start


def _end(text: str, start: int, patterns: Patterns) -> int:
    """Where the names end at the latest: before a date, an address, "Updated", a bracket."""
    ends = [len(text)]
    for pattern in (patterns.date, patterns.ago, patterns.byline_end):
        match = pattern.search(text, start + 1)
        ends += [match.start()] if match else []
    return min(ends)


def _segments(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """What stands between commas, "and", dashes and line ends, without the blanks around it."""
    borders = [(match.start(), match.end()) for match in SEPARATOR.finditer(text, start, end)]
    starts = [start, *(after for _, after in borders)]
    ends = [*(before for before, _ in borders), end]
    segments: list[tuple[int, int]] = []
    for first, last in zip(starts, ends, strict=True):
        words = text[first:last]
        left = len(words) - len(words.lstrip(" \t\"'“”‘’:*_#-"))
        right = len(words.rstrip(" \t\"'“”‘’:*_#-…"))
        if right > left:
            segments.append((first + left, first + right))
    return segments


def _without_role(words: str, patterns: Patterns) -> str:
    """The words before the office that follows a name ("Staff Writer", "Executive Digital Editor"); empty where all are
    an office."""
    parts = words.split(" ")
    plain = [part.lower().strip(".") for part in parts]
    if plain[-1] not in patterns.words["roles"]:
        return words
    openers = patterns.words["office_words"] | patterns.words["roles"]
    return " ".join(parts[: next(number for number, part in enumerate(plain) if part in openers)]).rstrip()


def _once(words: str) -> str:
    """The words, once where they stand there twice (a picture's text and the name beside it)."""
    half = len(words) // 2
    return words[:half] if len(words) % 2 and words[half] == " " and words[:half] == words[half + 1 :] else words


def _named(text: str, place: tuple[int, int], patterns: Patterns, *, stated: bool, first: bool) -> Named | None:
    start, end = place
    words = text[start:end]
    if where := PLACE.search(words):
        words = words[: where.start()].rstrip()
    whole, words = words, _once(_without_role(FULL_STOP.sub("", words), patterns))
    end = start + len(words)
    if not words or (whole != words and not first and whole.startswith(words + " ")):
        return None
    if patterns.agency.fullmatch(words):
        return Named(start, end, words, agency=True)
    if patterns.login.fullmatch(words) or is_role(words, patterns) or words.lower() in patterns.words["not_names"]:
        return None
    match = patterns.name.fullmatch(words)
    if match is not None and (stated or not is_outlet(words, patterns)):
        return Named(start, end, words)
    if stated and HANDLE.fullmatch(words) and not is_outlet(words, patterns):
        return Named(start, end, words)
    return None
