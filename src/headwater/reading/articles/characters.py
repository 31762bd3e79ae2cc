"""What characters the pieces of a page are made of, counted for all of them at once."""

from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating[Any]]
Ints = NDArray[np.int64]

# Classes of characters, which are the first columns of the counts.
SPACE, DIGIT, UPPER, LOWER, STOP, COMMA, QUOTE, OTHER_MARK, MONEY = range(9)
WORD_COUNT, SHORT_WORDS, CAPITALS, ENDS = range(9, 13)  # columns after those of the classes
MARKS = {STOP: ".!?…。", COMMA: ",;:", QUOTE: "\"'“”‘’«»", OTHER_MARK: "|/>•·©»→()[]#@&+-–—", MONEY: "$€£%¥"}
TABLED = 0x3000  # code points above this are letters


@lru_cache(maxsize=1)
def _class_table() -> NDArray[np.uint8]:
    """Class of each code point below TABLED, as bits would be: one number, 255 for none."""
    table = np.full(TABLED, 255, dtype=np.uint8)
    for code in range(TABLED):
        character = chr(code)
        if character.isspace():
            table[code] = SPACE
        elif character.isdigit():
            table[code] = DIGIT
        elif character.isupper():
            table[code] = UPPER
        elif character.isalpha():
            table[code] = LOWER
    for number, members in MARKS.items():
        for character in members:
            if ord(character) < TABLED:
                table[ord(character)] = number
    return table


def count_characters(text: str, spans: Ints) -> Floats:
    """Per piece: characters of each class, words, short words, and whether it ends with a stop."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    table = _class_table()
    classes = np.where(codes < TABLED, table[np.minimum(codes, TABLED - 1)], LOWER).astype(np.uint8)
    columns = [_between(classes == number, spans) for number in range(9)]
    letters = (classes == UPPER) | (classes == LOWER) | (classes == DIGIT)
    starts = letters & ~np.concatenate([[False], letters[:-1]])
    begin = np.flatnonzero(starts)
    ends = np.flatnonzero(letters & ~np.concatenate([letters[1:], [False]]))
    short = np.zeros(len(codes), dtype=bool)
    short[begin[ends - begin < 3]] = True
    capital = starts & (classes == UPPER)
    columns += [_between(starts, spans), _between(short, spans), _between(capital, spans)]
    last = classes[np.maximum(spans[:, 1] - 1, 0)] if len(codes) else np.zeros(len(spans), dtype=np.uint8)
    columns.append(np.isin(last, (STOP, QUOTE)).astype(np.float32))
    return np.stack(columns, axis=1)


def _between(flags: NDArray[np.bool_], spans: Ints) -> Floats:
    """How many flags are set in each span."""
    set_at = np.flatnonzero(flags)
    return (np.searchsorted(set_at, spans[:, 1]) - np.searchsorted(set_at, spans[:, 0])).astype(np.float32)
