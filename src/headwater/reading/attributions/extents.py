"""Where words that name somebody begin and end."""

from dataclasses import dataclass

from headwater.reading.attributions.lexicon import Lexicon
from headwater.reading.attributions.lines import QUOTED
from headwater.reading.words import Token

LONGEST = 16
OPENERS = frozenset("and but that while when as because where after before until if although though so".split())
SPEAKERS = ("person", "people", "organisation", "document", "armed_group", "state", "outlet")
_BORDERS = frozenset((*'.;:,“”"‘()—–?!…', QUOTED))


@dataclass(frozen=True, slots=True)
class Nominal:
    """Tokens [first, last) that name a speaker, and [app_first, app_last) that say between commas who it is."""

    first: int
    last: int
    app_first: int = 0
    app_last: int = 0


def ending_at(tokens: list[Token], end: int, lexicon: Lexicon) -> Nominal | None:
    """The longest nominal that ends right before this token."""
    start = end
    while start > 0 and end - start < LONGEST and not _is_border(tokens, start - 1, lexicon):
        start -= 1
    for first in range(start, end):
        if end_of(tokens, first, lexicon, end) == end:
            return Nominal(_whole(tokens, start, first, end, lexicon), end)
    return None


def _whole(tokens: list[Token], start: int, first: int, end: int, lexicon: Lexicon) -> int:
    """Where the nominal begins to whose relative clause or place these words belong: "a man who fled the town"."""
    before = tokens[first - 1].lower if first > start else ""
    if before in lexicon.speakers["links"] and can_begin(tokens, start, lexicon):
        return start
    for index in range(first - 1, start, -1):
        if tokens[index].lower in ("who", "whose"):
            whom = next((one for one in range(start, index) if end_of(tokens, one, lexicon) == index), None)
            return first if whom is None else whom
    return first


def _is_border(tokens: list[Token], index: int, lexicon: Lexicon) -> bool:
    token = tokens[index]
    if token.text == "." and index and _takes_stop(tokens[index - 1], lexicon):
        return False
    return token.text in _BORDERS or token.lower in OPENERS


def end_of(tokens: list[Token], first: int, lexicon: Lexicon, limit: int | None = None) -> int | None:
    """Where the nominal that begins at `first` ends; None where none begins there.

    `limit`: words that no list knows may go on with a name as far as here ("the Orsk campaign").
    """
    if first >= len(tokens) or not can_begin(tokens, first, lexicon):
        return None
    if lexicon.among("pronouns", tokens[first].lower):
        return first + 1
    index, links, named = first, 0, False
    while index < (len(tokens) if limit is None else limit) and index - first < LONGEST:
        token = tokens[index]
        if token.text == "." and _takes_stop(tokens[index - 1], lexicon):
            index += 1
        elif not token.word or lexicon.among("days", token.text):
            break
        elif token.capital:
            named, index = named or not lexicon.among("determiners", token.lower), index + 1
        elif lexicon.among("links", token.lower):
            if links == 2 or not _links(tokens, index, lexicon):
                break
            links, named, index = links + 1, False, index + 1
        elif _ends_here(tokens, index, named and limit is None, lexicon):
            break
        else:
            index += 1
    return _trimmed(tokens, first, index, lexicon)


def can_begin(tokens: list[Token], first: int, lexicon: Lexicon) -> bool:
    """Can words that name a speaker begin with this token?"""
    token = tokens[first]
    if not token.word or lexicon.among("days", token.text):
        return False
    if token.text[0].isdigit():
        year = len(token.text) == 4 and token.text[:2] in ("19", "20")
        return not year and first + 1 < len(tokens) and tokens[first + 1].word and not tokens[first + 1].capital
    begins_name = token.capital and not lexicon.among("stops", token.lower)
    lists = ("determiners", "pronouns", "people", "organisation", "person", "armed_group", "document", "particles")
    if begins_name or any(lexicon.among(kind, token.lower) for kind in lists):
        return True
    following = tokens[first + 1] if first + 1 < len(tokens) else None
    if following is None or lexicon.among("stops", token.lower) or token.lower in lexicon.cues:
        return False
    leads = lexicon.any_of(SPEAKERS, following.lower)
    plural = token.lower.endswith("s") and len(token.text) > 4 and (first == 0 or not tokens[first - 1].word)
    return leads or plural or (following.capital and not lexicon.among("links", token.lower))


def _ends_here(tokens: list[Token], index: int, named: bool, lexicon: Lexicon) -> bool:
    word = tokens[index].lower
    following_capital = index + 1 < len(tokens) and tokens[index + 1].capital
    if named and word in lexicon.speakers["particles"] and following_capital:
        return False
    if lexicon.among("stops", word) or word in OPENERS or _is_cue(word, lexicon) or word.endswith("ly"):
        return True
    if word.endswith(("ed", "ing")) and not lexicon.any_of(SPEAKERS, word):
        return True
    known = lexicon.any_of((*SPEAKERS, "determiners"), word)
    return named and not known


def _is_cue(word: str, lexicon: Lexicon) -> bool:
    """A verb of the lexicon that is no noun as well ("call", "report")."""
    return any(len(words) == 1 for words, _ in lexicon.cues.get(word, ())) and word not in lexicon.nouns


def _links(tokens: list[Token], index: int, lexicon: Lexicon) -> bool:
    """A nominal goes on over "of", "for", "at" only from a word for a speaker: "a doctor at the hospital"."""
    kinds = ("person", "people", "organisation", "document", "state")
    before = tokens[index - 1].lower
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if tokens[index].lower == "of" and tokens[index - 1].capital and after is not None:
        led = after.lower == "the" and index + 2 < len(tokens) and tokens[index + 2].capital
        return led or after.capital
    return any(lexicon.among(kind, before) for kind in kinds) and after is not None and after.word


def _takes_stop(token: Token, lexicon: Lexicon) -> bool:
    return lexicon.among("abbreviated", token.text) or (len(token.text) == 1 and token.capital)


def _trimmed(tokens: list[Token], first: int, last: int, lexicon: Lexicon) -> int | None:
    while last > first and (
        lexicon.among("links", tokens[last - 1].lower) or lexicon.among("determiners", tokens[last - 1].lower)
    ):
        last -= 1
    if (
        last > first + 1
        and tokens[last - 1].text == "."
        and tokens[last - 2].text not in lexicon.speakers["abbreviated"]
    ):
        last -= 1
    return last if last > first else None
