"""Words cut into the encoder's pieces, with what the encoder is told of each beside its number.

Training and reading both come through here, so that the encoder sees at work what it saw in training.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]

PLAIN, CAPITAL, CAPITALS, FIGURE = range(4)
OUTSIDE, INSIDE, OPENS, CLOSES = range(4)
UNKNOWN = "[UNK]"
WITHIN, BEGINS_SENTENCE, BEGINS_PARAGRAPH = range(3)

_OPENING = frozenset("“«„")
_CLOSING = frozenset("”»")
_STRAIGHT = '"'


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence, or whatever is to be read as one: [start, end) of the text; `opens` where a paragraph begins."""

    start: int
    end: int
    opens: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Pieces:
    """The pieces of one sentence.  `starts` and `ends` count in the text; `marks` has a row for each piece: its case,
    how it stands to quotation marks, and whether a sentence or paragraph begins with it.  `heads` are the pieces that
    begin a word."""

    ids: Ints
    starts: Ints
    ends: Ints
    marks: Ints
    heads: Ints

    def __len__(self) -> int:
        return len(self.ids)


def load_tokenizer(vocabulary: Sequence[str]) -> Any:
    """A wordpiece tokenizer that lower-cases and drops accents, over this vocabulary."""
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

    numbers = {piece: number for number, piece in enumerate(vocabulary)}
    tokenizer = Tokenizer(models.WordPiece(numbers, unk_token=UNKNOWN, max_input_chars_per_word=60))
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return tokenizer


def cut(tokenizer: Any, text: str, stretches: Sequence[Stretch]) -> list[Pieces]:
    """The pieces of each stretch, in order.  Quotation marks are followed from one stretch to the next, up to the end
    of the paragraph."""
    encoded = tokenizer.encode_batch([text[one.start : one.end] for one in stretches], add_special_tokens=False)
    found: list[Pieces] = []
    quoted = False
    for one, encoding in zip(stretches, encoded, strict=True):
        offsets = np.array(encoding.offsets, dtype=np.int64).reshape(-1, 2) + one.start
        words = np.array([-1 if word is None else word for word in encoding.word_ids], dtype=np.int64)
        heads = np.flatnonzero(np.diff(words, prepend=-2))
        marks = np.zeros((len(words), 3), dtype=np.int64)
        quoted = _quotes(text, offsets, quoted and not one.opens, marks)
        _cases(text, offsets, words, heads, marks)
        if len(words):
            marks[0, 2] = BEGINS_PARAGRAPH if one.opens else BEGINS_SENTENCE
        found.append(Pieces(np.array(encoding.ids, dtype=np.int64), offsets[:, 0], offsets[:, 1], marks, heads))
    return found


def _quotes(text: str, offsets: Ints, quoted: bool, marks: Ints) -> bool:
    """Fills in how each piece stands to quotation marks; gives back whether a quotation is still open."""
    for index, (start, end) in enumerate(offsets.tolist()):
        mark = text[start:end]
        if mark in _OPENING or (mark == _STRAIGHT and not quoted):
            quoted, marks[index, 1] = True, OPENS
        elif mark in _CLOSING or mark == _STRAIGHT:
            quoted, marks[index, 1] = False, CLOSES
        elif quoted:
            marks[index, 1] = INSIDE
    return quoted


def _cases(text: str, offsets: Ints, words: Ints, heads: Ints, marks: Ints) -> None:
    """Fills in the case of each piece's word; a sentence all in capitals counts as one in small letters."""
    if not len(heads):
        return
    shouted = not any(character.islower() for character in text[int(offsets[0, 0]) : int(offsets[-1, 1])])
    borders = [*heads.tolist(), len(words)]
    for head, following in pairwise(borders):
        word = text[int(offsets[head, 0]) : int(offsets[following - 1, 1])]
        marks[head:following, 0] = _case(word, shouted)


def _case(word: str, shouted: bool) -> int:
    if word[:1].isdigit():
        return FIGURE
    if shouted or not word[:1].isupper():
        return PLAIN
    return CAPITALS if len(word) > 1 and word.isupper() else CAPITAL
