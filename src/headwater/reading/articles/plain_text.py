"""What a piece of an article's text is in plain text: ordered rules over the piece and its two neighbours."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from headwater.reading.articles.leaves import Leaf
from headwater.reading.articles.outline import Verdict
from headwater.reading.articles.reprints import announces

CAPTION_OPENING = re.compile(
    r"(?:photos?|photographs?|images?|pictures?|file photo|map|screenshot|video|a still from)\b"
    r"(?!\s+(?:show|of the day))",
    re.IGNORECASE,
)
PICTURE_TALK = re.compile(
    r"\((?:photo|image|picture|file)\b|\b(?:photo|image|picture)(?: credit)?:|/(?:AP|AFP|Getty|Reuters|EPA)\b",
    re.IGNORECASE,
)
LIST_ITEM = re.compile(r"(?:[-*+•·▪●◦]\s|\d{1,3}[.)]\s)")
CORRECTION = re.compile(
    r"(?:correction|clarification|editor'?’?s'? note|update|amended)\b.{0,40}?(?::|—|–)", re.IGNORECASE
)
AMENDED = re.compile(
    r"this (?:article|story|report|piece|post) (?:was|has been) (?:amended|corrected|updated|edited)\b", re.IGNORECASE
)
OPENS_QUOTATION = (",", ":", "…", "...")


@dataclass(frozen=True, slots=True)
class Place:
    """A piece with its neighbours in the article's text."""

    leaf: Leaf
    before: Leaf | None
    after: Leaf | None


def text_verdict(leaf: Leaf, before: Leaf | None, after: Leaf | None) -> Verdict:
    """The role of a piece of article text."""
    place = Place(leaf, before, after)
    for role, rule in RULES:
        if rule(place):
            return Verdict(role, rule.__name__.removeprefix("_"))
    return Verdict("body", "text")


def _entry_time(place: Place) -> bool:
    return place.leaf.cues.time


def _quoted_lines(place: Place) -> bool:
    return place.leaf.text.startswith(">")


def _correction_opening(place: Place) -> bool:
    text = place.leaf.text[:120]
    return bool((CORRECTION.match(text)) or AMENDED.match(text))


def _first_half_of_caption(place: Place) -> bool:
    """A line that the next one repeats and goes on from: the picture's alternative text before its caption."""
    text = place.leaf.text.rstrip(" .…")
    return place.after is not None and len(text) >= 12 and len(text) < 300 and place.after.text.startswith(text)


def _picture_line(place: Place) -> bool:
    text = place.leaf.text
    if len(text) > 240:
        return False
    ends = text.endswith((".", "!", "?", "”", '"'))
    return bool((CAPTION_OPENING.match(text) and not ends) or PICTURE_TALK.search(text))


def _list_item(place: Place) -> bool:
    neighbours = [leaf for leaf in (place.before, place.after) if leaf is not None]
    return bool(LIST_ITEM.match(place.leaf.text)) and any(LIST_ITEM.match(leaf.text) for leaf in neighbours)


def _goes_on_from_colon(place: Place) -> bool:
    """Words that begin in mid-sentence where the line before breaks off to quote them."""
    before = place.before
    if before is None or not before.text.endswith(OPENS_QUOTATION):
        return False
    return place.leaf.text[:1].islower() and len(place.leaf.text) >= 30


def _marked_heading(place: Place) -> bool:
    return place.leaf.cues.heading is not None


def _lone_heading(place: Place) -> bool:
    """A line that looks like a title and has text below it."""
    leaf, after = place.leaf, place.after
    return leaf.cues.title_like and len(leaf.text) <= 110 and after is not None and after.prose


def _closing_credit(place: Place) -> bool:
    return place.leaf.cues.credit and len(place.leaf.text) <= 160


def _closing_byline(place: Place) -> bool:
    return place.leaf.cues.byline and not place.leaf.prose


def _signed_by_editor(place: Place) -> bool:
    return len(place.leaf.text) <= 80 and place.leaf.text[:1] in "—–-" and announces(place.leaf.text)


def _lone_date(place: Place) -> bool:
    return place.leaf.cues.date and len(place.leaf.text) <= 60 and (place.after is None or not place.after.prose)


RULES: tuple[tuple[str, Callable[[Place], bool]], ...] = (
    ("metadata", _entry_time),
    ("quotation", _quoted_lines),
    ("correction", _correction_opening),
    ("caption", _first_half_of_caption),
    ("caption", _picture_line),
    ("list", _list_item),
    ("quotation", _goes_on_from_colon),
    ("heading", _marked_heading),
    ("metadata", _closing_credit),
    ("byline", _closing_byline),
    ("byline", _signed_by_editor),
    ("metadata", _lone_date),
    ("heading", _lone_heading),
)
