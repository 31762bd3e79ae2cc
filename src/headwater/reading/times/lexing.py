"""A sentence as classes of words, one character a word."""

from dataclasses import dataclass
from typing import Any

from headwater.reading.times.guards import Seen, is_word, number_class
from headwater.reading.times.lexicon import TOKEN, Lexicon

NONE = "~"


@dataclass(slots=True, eq=False)
class Line:
    """The items of a sentence: `classes[i]` is the class of item i, `values[i]` what it stands for; `names[i]` its
    class in words ("" for none); `words[i]` its first word in lower case."""

    classes: str
    names: list[str]
    values: list[Any]
    starts: list[int]
    ends: list[int]
    words: list[str]


def lex(text: str, start: int, end: int, lexicon: Lexicon) -> Line:
    """The items of text[start:end], numbers in words and phrases taken together."""
    seen = Seen(
        [
            (match.group(), match.lastgroup or "", match.start(), match.end())
            for match in TOKEN.finditer(text, start, end)
        ]
    )
    names: list[str] = []
    values: list[Any] = []
    bounds: list[tuple[int, int]] = []
    at = 0
    while at < len(seen.tokens):
        name, value, width = _item(seen, at, lexicon)
        names.append(name)
        values.append(value)
        bounds.append((at, at + width))
        at += width
    chars = lexicon.chars
    return Line(
        "".join(chars[name] if name else NONE for name in names),
        names,
        values,
        [seen.tokens[low][2] for low, _ in bounds],
        [seen.tokens[high - 1][3] for _, high in bounds],
        [seen.lower[low] for low, _ in bounds],
    )


def _item(seen: Seen, at: int, lexicon: Lexicon) -> tuple[str, Any, int]:
    """Class, value and number of tokens of the item that begins here."""
    group = seen.tokens[at][1]
    lower = seen.lower[at]
    if lower in ("a", "an") and seen.word(at + 1) in lexicon.scales:
        _, value, width = _in_words(seen, at + 1, lexicon) or ("", 1, 1)
        return "NUMBER", value, width + 1
    if group in ("word", "mark"):
        for words, meant in lexicon.phrases.get(lower, ()):
            same = len(words) == 1 or tuple(seen.lower[at : at + len(words)]) == words
            if same and is_word(seen, at, len(words), meant.class_, lexicon):
                return meant.class_, meant.value, len(words)
        return _in_words(seen, at, lexicon) or ("", None, 1)
    if group == "number":
        return number_class(seen, at, lexicon), _amount(lower), 1
    if group == "nth":
        return "NTH", int(lower[:-2]), 1
    return ("HALF", 0.5, 1) if group == "half" else (group.upper(), lower, 1)


def _amount(digits: str) -> float:
    value = float(digits.replace(",", ""))
    return int(value) if value.is_integer() else value


def _in_words(seen: Seen, at: int, lexicon: Lexicon) -> tuple[str, Any, int] | None:
    """A number, an ordinal or a year in words."""
    word = seen.lower[at]
    if word in lexicon.ordinals:
        return "ORDINAL", lexicon.ordinals[word], 1
    if word not in lexicon.units and word not in lexicon.tens and word not in lexicon.scales:
        return None
    value, width = _small(seen, at, lexicon)
    if value in lexicon.tens.values() and seen.word(at + width) in lexicon.ordinals:
        return "ORDINAL", value + lexicon.ordinals[seen.word(at + width)], width + 1
    if seen.word(at + 1) == "-" and value in lexicon.tens.values() and seen.word(at + 2) in lexicon.ordinals:
        return "ORDINAL", value + lexicon.ordinals[seen.word(at + 2)], 3
    if value in (17, 18, 19, 20) and width == 1:
        rest, more = _small(seen, at + 1, lexicon)
        if 10 <= rest < 100:
            return "YEAR", value * 100 + rest, 1 + more
    while seen.word(at + width) in lexicon.scales:
        value *= lexicon.scales[seen.word(at + width)]
        width += 1
    if value == 2000 and seen.word(at + width) == "and":
        rest, more = _small(seen, at + width + 1, lexicon)
        return "YEAR", value + rest, width + 1 + more if rest else width
    return "YEAR" if value == 2000 and seen.word(at - 1) == "year" else "NUMBER", value, width


def _small(seen: Seen, at: int, lexicon: Lexicon) -> tuple[int, int]:
    """A number under 100 in words, or a bare scale as 1; 0 where there is none."""
    word = seen.word(at)
    if word in lexicon.tens:
        gap = 2 if seen.word(at + 1) == "-" else 1
        unit = lexicon.units.get(seen.word(at + gap), 10)
        return (lexicon.tens[word] + unit, gap + 1) if unit < 10 else (lexicon.tens[word], 1)
    if word in lexicon.units:
        return lexicon.units[word], 1
    return (1, 0) if word in lexicon.scales else (0, 0)
