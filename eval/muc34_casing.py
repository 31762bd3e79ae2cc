"""Upper-case text brought back to how news is written, letter for letter: same length, same places."""

import csv
import json
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SMALL_UNKNOWN = re.compile(r"(?:ING|ED|LY|TION|TIONS|NESS|MENT|MENTS|ITY|ISTS|ERS|ORS)$")
# A word in brackets of at most so many letters is an acronym.
ACRONYM = 6
_ENDS = ("", ".", "!", "?", ":", "\n", "]")


class Casing:
    """How often other news writes a word with a capital inside of a sentence."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.small: Counter[str] = Counter()
        self.large: Counter[str] = Counter()
        for text in texts:
            for match in re.finditer(r"(?<=[a-z,] )[^\W\d_]+", text):
                word = match.group()
                (self.small if word[0].islower() else self.large)[word.lower()] += 1

    def restored(self, text: str) -> str:
        """Words of names with a capital, acronyms as they are, the rest small; a word never seen is a name."""
        acronyms = set(re.findall(rf"[\[(]([A-Z]{{2,{ACRONYM}}})[\])]", text))
        made: list[str] = []
        last = 0
        for match in _WORD.finditer(text):
            opens = text[: match.start()].rstrip(" \"'([-")[-1:] in _ENDS
            made += [text[last : match.start()], self._word(match.group(), opens, acronyms)]
            last = match.end()
        return "".join([*made, text[last:]])

    def _word(self, word: str, opens: bool, acronyms: set[str]) -> str:
        if word in acronyms:
            return word
        lower = word.lower()
        small, large = self.small[lower], self.large[lower]
        name = large > small if small + large else not _SMALL_UNKNOWN.search(word)
        return lower[0].upper() + lower[1:] if name or opens else lower


def learned(data: Path, most: int = 4000) -> Casing:
    """From the articles of gva and syrianews, as far as they are there."""
    texts: list[str] = []
    for path in data.glob("gva/docs.jsonl"):
        with path.open(encoding="utf-8") as file:
            texts += [json.loads(line)["content"] for _, line in zip(range(most), file, strict=False)]
    for path in sorted(data.glob("syrianews/*.csv")):
        with path.open(encoding="utf-8") as file:
            texts += [row["content"] for row in csv.DictReader(file)]
    return Casing(texts)
