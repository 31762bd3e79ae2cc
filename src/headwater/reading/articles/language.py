"""In which language an article is written, told from its words alone."""

import re
from typing import cast

LONGEST = 5000
WORD = re.compile(r"[^\W\d_]+")
ENGLISH = frozenset(
    "the of and to that was were with said by from has have had they which is are an it he this".split()
)
ENGLISH_SHARE = 0.15  # English prose has a third of such words, its neighbours under a tenth
LONG_TEXT, SHORT_TEXT = 250, 100  # letters
# Distances to language profiles: of 197 news texts cut to 300 characters, those above the first or under the second
# were mostly wrong; a shorter text has to win by more.
SURE, MARGIN, SHORT_MARGIN = 740, 8, 30


def language_of(text: str) -> str:
    """The ISO 639-1 code of the text's language; `und` for a text too short or too mixed to tell."""
    words = WORD.findall(text[:LONGEST].lower())
    if len(words) >= 12 and sum(word in ENGLISH for word in words) >= ENGLISH_SHARE * len(words):
        return "en"
    return _detected(text[:LONGEST], sum(map(len, words)))


def _detected(text: str, letters: int) -> str:
    from resiliparse.parse.lang import detect_fast

    if letters < SHORT_TEXT:
        return "und"
    ranked = cast(list[tuple[str, int]], detect_fast(text, cutoff=2000, n_results=2))
    if not ranked or ranked[0][1] > SURE:
        return "und"
    margin = ranked[1][1] - ranked[0][1] if len(ranked) > 1 else SURE
    needed = MARGIN if letters >= LONG_TEXT else SHORT_MARGIN
    return str(ranked[0][0]) if margin >= needed else "und"
