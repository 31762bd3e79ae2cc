"""What the words and markup of each piece hint at, before anyone decides: byline, date, credit, dateline, title."""

import re
from bisect import bisect_left
from dataclasses import dataclass

from headwater.knowledge import Knowledge
from headwater.reading.articles.bylines import EMPHASIS, after_date, is_outlet, is_role
from headwater.reading.articles.lines import spaced
from headwater.reading.articles.outline import Element, Outline, Piece
from headwater.reading.articles.patterns import Patterns, compiled

LONGEST_LINE = 240
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
MARKDOWN = re.compile(r"(#{1,6}) ")
SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]{0,3}(?=\s+[\"“‘'(\[]{0,3}[^\W\d_a-z]|\s*$)")
WORD = re.compile(r"[^\W\d_][\w'’-]*")
IN_PLACE = re.compile(r"(?:(?:,| and| &) [^,.;:]{3,50}){0,4} in [^\W\d_a-z][\w .'’-]{2,40}")
HARD_PART = re.compile(r"\s{0,3}[|•·]\s{0,3}|\s{1,3}[-–—]\s{1,3}")
PARTS = re.compile(rf"{HARD_PART.pattern}|\s{{0,3}},\s{{1,3}}")
READING_TIME = re.compile(r"\d{1,3}[\s-]{0,2}min(?:ute)?s?(?:[\s-]{1,2}read)?|\d{1,3} comments?", re.IGNORECASE)
CLOCKED = r"(?:at )?\d{1,2}[:.]\d\d\s?(?:[ap]\.?m\.?)?\s?[A-Z]{0,4}"
DATED = re.compile(rf"[^\W\d]{{0,12}}:?\s{{0,2}}0(?:\s{{1,2}}{CLOCKED})?|{CLOCKED}", re.IGNORECASE)
ABBREVIATED = re.compile(r"\b(?:[^\W\d_]\.){1,4}$")
TELLS_TIME = re.compile(r"\d|[aA][gG][oO]")  # every date and time has one of these
DIVIDED = re.compile(r"[|•·,–—-]")


@dataclass(frozen=True, slots=True)
class Cues:
    """Hints on one piece.  `heading` is the level of a heading it stands in; `sentences` counts prose sentences."""

    byline: bool = False
    name_like: bool = False
    date: bool = False
    credit: bool = False
    dateline: bool = False
    time: bool = False
    heading: int | None = None
    title_like: bool = False
    sentences: int = 0


def read_cues(outline: Outline, knowledge: Knowledge) -> tuple[Cues, ...]:
    """One Cues for each piece, in order."""
    patterns = compiled(knowledge)
    starts = [element.start for element in outline.elements]
    return tuple(_cues(_words(outline, piece, starts), piece, patterns) for piece in outline.pieces)


def _words(outline: Outline, piece: Piece, starts: list[int]) -> str:
    """The words of the piece, spaced out where it is a line in which elements begin or end."""
    first = bisect_left(starts, piece.start)
    if len(piece) > LONGEST_LINE or first == len(starts) or starts[first] >= piece.end:
        return outline.text.text[piece.start : piece.end]
    return spaced(outline, piece)


def _cues(text: str, piece: Piece, patterns: Patterns) -> Cues:
    heading = heading_level(text, piece)
    sentences = sum(1 for _ in SENTENCE_END.finditer(text))
    dateline = patterns.dateline.match(text, 0, 160) is not None
    if len(text) > LONGEST_LINE:
        return Cues(dateline=dateline, heading=heading, sentences=max(sentences, 1))
    name_like = is_name(text, patterns)
    time = is_time(text, patterns)
    date = not time and is_date_line(text, piece, patterns)
    credit = credit_rule(text, patterns) is not None
    byline = is_byline(text, piece, patterns)
    plain = not (name_like or time or date or credit or byline or dateline)
    return Cues(
        byline=byline,
        name_like=name_like and not byline,
        date=date,
        credit=credit,
        dateline=dateline,
        time=time,
        heading=heading,
        title_like=plain and is_title_like(text, sentences),
        sentences=sentences,
    )


def heading_level(text: str, piece: Piece) -> int | None:
    """1 to 6 for a piece in h1 to h6, or for a Markdown heading."""
    if piece.element is not None:
        element: Element | None = piece.element
        for _ in range(4):
            if element is None:
                return None
            if element.tag in HEADINGS:
                return int(element.tag[1])
            element = element.parent
        return None
    match = MARKDOWN.match(text)
    return len(match[1]) if match else None


def is_name(text: str, patterns: Patterns) -> bool:
    """True for a bare line of 2 to 5 capitalised words none of which is a stranger to names."""
    if len(text) > 60 or not patterns.name.fullmatch(text):
        return False
    words = text.lower().split()
    return not any(word.strip(".,") in patterns.words["not_names"] for word in words)


def is_time(text: str, patterns: Patterns) -> bool:
    """True for a clock time or "3 hours ago" with nothing else but a zone, a dash or brackets."""
    if len(text) > 40 or not TELLS_TIME.search(text):
        return False
    match = patterns.ago.search(text) or patterns.clock.search(text)
    if match is None:
        return False
    rest = text[: match.start()] + text[match.end() :]
    return len(WORD.findall(rest)) <= 1 and len(rest.strip()) <= 12 and not re.search(r"\d{2}", rest)


def is_date_line(text: str, piece: Piece, patterns: Patterns) -> bool:
    """True for a short line that is, or holds beside little else, a date of publication."""
    if len(text) > 160 or not TELLS_TIME.search(text):
        return False
    match = patterns.date.search(text) or patterns.ago.search(text)
    if match is None:
        return False
    if patterns.posted.match(text) or patterns.by.match(text.lstrip(EMPHASIS)) or _beside_date(text, patterns):
        return True
    if (end := after_date(text, patterns)) and patterns.by.match(text, end):
        return True
    if len(WORD.findall(text[: match.start()] + text[match.end() :])) <= 6 and len(text) <= 90:
        return not SENTENCE_END.search(text[: match.start()]) and not text.endswith((".", "?", "!"))
    return len(text) <= 120 and _stands_in(piece.element, patterns.words["date_tokens"], frozenset(), tag="time")


def is_byline(text: str, piece: Piece, patterns: Patterns) -> bool:
    """True for a line that names who wrote the text."""
    if len(text) > 160:
        return False
    text = text.strip(EMPHASIS)
    if match := patterns.by.match(text, after_date(text, patterns)):
        end = patterns.byline_end.search(text, match.end() + 1)
        rest = text[match.end() : end.start() if end else None]
        return bool(rest) and _opens_with_name(rest, patterns, spelled=match["by"].lower().endswith("by"))
    if patterns.posted.match(text) and (match := re.search(r"\bby\s+", text)):
        return match.start() <= 60 and _opens_with_name(text[match.end() :], patterns, spelled=True)
    if _two_in_place(text, patterns) or _beside_date(text, patterns):
        return True
    if len(text) > 100 or SENTENCE_END.search(text):
        return False
    return _stands_in(piece.element, patterns.words["author_tokens"], patterns.words["not_author_tokens"])


def credit_rule(text: str, patterns: Patterns) -> tuple[str, re.Match[str]] | None:
    """The first kind of credit line that the text is, with its match."""
    if len(text) > LONGEST_LINE:
        return None
    if not patterns.credit_hint.search(text):
        return None
    for rule, pattern in patterns.credits.items():
        match = pattern.match(text)
        if match and _likely_credit(rule, match, patterns):
            return rule, match
    return None


def is_title_like(text: str, sentences: int) -> bool:
    """True for a line of 3 to 28 words that opens as a title does and does not end as a sentence does."""
    words = WORD.findall(text)
    if not 3 <= len(words) <= 28 or sentences > 1 or (text[-1] in ".,;:" and not ABBREVIATED.search(text)):
        return False
    first = next((char for char in text if char.isalnum()), "")
    return first.isupper() or first.isdigit() or not first.isascii()


def is_date_label(text: str, patterns: Patterns) -> bool:
    """True for a line that only announces a date: "Published", "Posted on:"."""
    return len(text) <= 30 and patterns.posted.fullmatch(text.strip()) is not None


def _opens_with_name(text: str, patterns: Patterns, *, spelled: bool) -> bool:
    first = text[0]
    if spelled and len(text) <= 80 and len(text.split()) <= 10 and not SENTENCE_END.search(text.rstrip(".")):
        return first.isupper() or len(text.split()) <= 6
    return patterns.name.match(text) is not None and len(text.split()) <= 14


def _two_in_place(text: str, patterns: Patterns) -> bool:
    """ "Dana Orlik and Sam Reth in Beirut", and the same with one name."""
    match = patterns.name.match(text)
    if match is None or len(text) > 100:
        return False
    return IN_PLACE.fullmatch(text, match.end()) is not None and is_name(match[0], patterns)


def _beside_date(text: str, patterns: Patterns) -> bool:
    """ "Dana Orlik · 6 May 2018 · 4 minutes", "6 May 2018 | Dana Orlik", "Dana Orlik, Staff Writer": one name or two,
    and nothing else but dates, offices and how long it takes to read."""
    if len(text) > 120 or not DIVIDED.search(text):
        return False
    undated = patterns.date.sub("0", text)
    parts = [part.strip(EMPHASIS) for part in PARTS.split(undated) if part.strip(EMPHASIS)]
    names = [part for part in parts if is_name(part, patterns) and not is_role(part, patterns)]
    offices = [part for part in parts if is_role(part, patterns) and len(part.split()) <= 5]
    lengths = [part for part in parts if READING_TIME.fullmatch(part) or DATED.fullmatch(part)]
    if not 1 <= len(names) <= 2 or len(names) + len(offices) + len(lengths) < len(parts):
        return False
    if any(is_outlet(name, patterns) for name in names):
        return False
    return bool(offices) or (undated != text and HARD_PART.search(undated) is not None)


def _likely_credit(rule: str, match: re.Match[str], patterns: Patterns) -> bool:
    if rule not in ("outlet_date", "author_outlet_date", "via_line"):
        return True
    outlet = match["outlet"].strip()
    words = outlet.lower().split()
    if rule == "outlet_date":
        return words[-1] in patterns.words["outlet_words"] and len(words) >= 2
    if rule == "author_outlet_date":
        if is_role(outlet, patterns) or READING_TIME.fullmatch(outlet):
            return False
        return is_name(match["author"], patterns) and words[0] not in patterns.words["line_labels"]
    return len(words) <= 8


def _stands_in(element: Element | None, wanted: frozenset[str], unwanted: frozenset[str], *, tag: str = "") -> bool:
    """True where the element or one of two parents says by tag, class, itemprop or rel that it holds such a thing."""
    if element is None:
        return False
    near: Element | None = element
    for _ in range(3):
        if near is None or near.tag in ("body", "main", "article", "html"):
            return False
        if tag and near.tag == tag:
            return True
        if near.names & unwanted:
            return False
        if near.names & wanted:
            return True
        near = near.parent
    return False
