"""How much it says when two texts share a word."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping

from headwater.gathering.incidents.commonness import BANDS, TEXTS

RAREST = math.log(TEXTS / 6)
NUMBER = 4.0
MOST_WORDS = 80
COMMON = 1.0
_RARITY = {word: band for band, words in BANDS for word in words.split()}
_WORD = re.compile(r"[^\W_]{2,}(?:['’]\w+)?")


def rarity(word: str) -> float:
    """How rare the folded word is in news: 0 in every text; a word that is not in the table is as rare as can be.

    The table is fixed, so what two articles have in common does not change when others come.
    """
    return _RARITY.get(word, NUMBER if word[0].isdigit() else RAREST)


def words_of(text: str) -> list[str]:
    """The words and numbers of a text, folded, without the possessive ending."""
    return [match.casefold().removesuffix("'s").removesuffix("’s") for match in _WORD.findall(text)]


def weighed(words: Iterable[str], most: int = MOST_WORDS) -> dict[str, float]:
    """The words that say most, as a vector of length 1: rarity by logarithm of count, common words left out."""
    weights = {
        word: rarity(word) * (1 + math.log(count)) for word, count in Counter(words).items() if rarity(word) > COMMON
    }
    kept = sorted(weights, key=lambda word: (-weights[word], word))[:most]
    return to_unit({word: weights[word] for word in sorted(kept)})


def to_unit(weights: Mapping[str, float]) -> dict[str, float]:
    """The vector brought to length 1; empty where it has none."""
    length = math.sqrt(sum(weight**2 for weight in weights.values()))
    return {word: weight / length for word, weight in weights.items()} if length else {}


def likeness(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """Cosine of two such vectors."""
    if len(b) < len(a):
        a, b = b, a
    return sum(weight * b[word] for word, weight in a.items() if word in b)
