"""Our own figures in the form of the coded ones, and two trivial rivals."""

import re
from collections.abc import Callable, Iterator, Mapping

from eval.casualties_gold import Coded, Figure
from eval.read_text import numbers_of, spoken_of
from headwater.records import Attribution, Quantity

System = Callable[[Coded], tuple[Figure, ...]]
_NUMBER = re.compile(
    r"\b(?:\d{1,3}(?:,\d{3})+|\d{1,6}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b", re.I
)
_WORDS = dict(zip("two three four five six seven eight nine ten eleven twelve".split(), range(2, 13), strict=True))
_VERBS = {
    "killed": re.compile(r"\b(?:kill\w*|dead|died|deaths?)\b", re.I),
    "injured": re.compile(r"\b(?:injur\w*|wound\w*)\b", re.I),
}
_FARTHEST = 40  # characters


def ours(coded: Coded) -> tuple[Figure, ...]:
    """All quantities of the product."""
    spoken = spoken_of(coded.id, coded.text)
    said = {one.id: one for one in spoken.attributions}
    return tuple(_figure(one.quantity, said) for one in numbers_of(spoken).numbered)


def nearest(coded: Coded) -> tuple[Figure, ...]:
    """Each number, for the nearest word of killing or wounding within 40 characters; civilian where that is near."""
    return tuple(_nearest(coded.text))


def largest(coded: Coded) -> tuple[Figure, ...]:
    """The largest number of each sentence before or behind a word of killing."""
    found: list[Figure] = []
    for sentence in re.finditer(r"[^.]+", coded.text):
        start = sentence.start()
        numbers = [(_value(one.group()), one) for one in _NUMBER.finditer(sentence.group())]
        if numbers and _VERBS["killed"].search(sentence.group()):
            value, match = max(numbers, key=lambda pair: pair[0])
            extent = (start + match.start(), start + match.end())
            found.append(Figure(extent, "killed", (value, value, value), "unknown", False, ()))
    return tuple(found)


SYSTEMS: Mapping[str, System] = {"headwater": ours, "nearest": nearest, "largest": largest}


def _figure(quantity: Quantity, said: Mapping[str, Attribution]) -> Figure:
    deepest = said[quantity.attributions[-1]] if quantity.attributions else None
    spans = [source.span for source in deepest.sources if source.span] if deepest else []
    return Figure(
        (quantity.span.start, quantity.span.end),
        quantity.unit,
        (quantity.low, quantity.best, quantity.high),
        quantity.of.class_ if quantity.of else "unknown",
        quantity.scope is not None and quantity.scope.kind != "event",
        tuple((span.start, span.end) for span in spans),
    )


def _nearest(text: str) -> Iterator[Figure]:
    verbs = [(match.start(), unit) for unit, verb in _VERBS.items() for match in verb.finditer(text)]
    for match in _NUMBER.finditer(text):
        near = min(((abs(at - match.start()), unit) for at, unit in verbs), default=(_FARTHEST + 1, ""))
        if near[0] <= _FARTHEST:
            value = _value(match.group())
            civil = "civilian" in text[match.start() : match.end() + 20].lower()
            yield Figure(match.span(), near[1], (value, value, value), "civilian" if civil else "unknown", False, ())


def _value(word: str) -> int:
    return _WORDS.get(word.lower()) or int(word.replace(",", "") if word[0].isdigit() else 1)
