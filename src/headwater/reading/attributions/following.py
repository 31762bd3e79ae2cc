"""Where the words begin and end that a cue hands over behind it."""

from collections.abc import Sequence

from headwater.reading.attributions.hearing import Hearing, Range
from headwater.reading.attributions.lexicon import Lexicon
from headwater.reading.attributions.lines import QUOTED
from headwater.reading.attributions.nominals import nominal_after
from headwater.reading.words import Token

NOTHING: Range = (0, 0)
_QUESTIONS = frozenset("whether if what how why who where when which".split())
_PREPOSITIONS = frozenset(
    "in on at by for from with after before during through via to about of as when while because since until under over"
    " late early following ahead amid despite into against near between among outside inside".split()
)
_NOT_NOUN = _PREPOSITIONS | frozenset("and or but who which that is was are were be not there so".split())
_LOOSE = frozenset("today yesterday tonight earlier later again also recently afterwards then too".split())
_OF_DAYS = frozenset("morning night evening afternoon week month year weekend".split())
_JOINING = frozenset(("and", "but", "while", "though", "although", "whereas", "yet"))
_ENDING = frozenset((".", "?", "!", "…", ";", ",", ")"))
LONGEST_ASIDE = 16


def behind_of(tokens: list[Token], hearing: Hearing, later: Sequence[Hearing], lexicon: Lexicon) -> Range:
    """The tokens behind the cue that it hands over, up to where the sentence turns to another speaker or cue."""
    first = _begin(tokens, hearing, lexicon)
    # What another cue stands before is that one's: "in a statement posted on Monday, the mayor said: …".
    taken = (
        hearing.form != "passive"
        and bool(later)
        and first is not None
        and later[0].first < first
        and "participle" not in (later[0].form, hearing.form)
    )
    if first is None or taken:
        return NOTHING
    last = narrated(tokens, first, _border(tokens, first, later), lexicon)
    if hearing.form == "relative":
        last = next((at for at in range(first, last) if tokens[at].text in (",", "—", "–")), last)
    while last > first and tokens[last - 1].text in _ENDING:
        last -= 1
    return (first, last) if last > first else NOTHING


def narrated(tokens: list[Token], first: int, last: int, lexicon: Lexicon) -> int:
    """Where the enclosing voice goes on: ", a claim that …", "and omits that …"."""
    for at in range(first + 1, last - 2):
        words = [token.lower for token in tokens[at : at + 3]]
        if words[0] == "," and words[1] in ("a", "an") and words[2] in lexicon.nouns:
            return at
        if words[0] in _JOINING and words[1] in lexicon.speech["reproach.forms"]:
            return at
    return last


def _begin(tokens: list[Token], hearing: Hearing, lexicon: Lexicon) -> int | None:
    index = hearing.end
    if hearing.form == "according":
        front = hearing.first == 0 or not tokens[hearing.first - 1].word
        comma = index < len(tokens) and tokens[index].text in (",", QUOTED)
        return index + (tokens[index].text == ",") if hearing.first < 4 and front and comma else None
    if hearing.form == "inverted":
        return _after_colon(tokens, index)
    takes = hearing.cue.entry.takes
    if hearing.form == "passive":
        return _of_passive(tokens, index, takes)
    index = _skip_adverbs(tokens, index, lexicon)
    if "addressee" in takes:
        told = _addressee(tokens, index, lexicon)
        return told if told is not None else _taken(tokens, index, takes & {"order"}, lexicon)
    return _taken(tokens, index, takes, lexicon)


def _of_passive(tokens: list[Token], index: int, takes: frozenset[str]) -> int | None:
    """What follows "accused by Tevin" (of …) and "quoted by the Ledger" (as saying …)."""
    words = [token.lower for token in tokens[index : index + 3]]
    if takes & {"object"} and words[:1] in (["of"], ["for"]):
        return index
    if words[:2] == ["as", "saying"] and len(tokens) > index + 2:
        return index + 2
    return None


def _addressee(tokens: list[Token], index: int, lexicon: Lexicon) -> int | None:
    """Behind whom is told: "told the radio that …", "told reporters: “…”", "told her the road was open"."""
    marked = _marked(tokens, index, LONGEST_ASIDE)
    if marked is not None:
        return marked
    nominal = nominal_after(tokens, index, lexicon)
    last = nominal.last if nominal else index + 1
    last = _skip_adverbs(tokens, last, lexicon)
    if last < len(tokens) and tokens[last].word and tokens[last].lower not in _NOT_NOUN:
        return last
    return None


def _marked(tokens: list[Token], index: int, reach: int) -> int | None:
    """The first "that", question word, quotation or colon within reach, where no other mark stands before it."""
    for at in range(index, min(index + reach, len(tokens))):
        token = tokens[at]
        if token.text == ":":
            return at + 1 if at + 1 < len(tokens) else None
        if token.text == QUOTED or (token.lower == "that" and at + 1 < len(tokens) and tokens[at + 1].word):
            return at
        if token.text == "," and at + 1 < len(tokens) and tokens[at + 1].text == QUOTED:
            return at + 1
        if token.text in (".", ";", "?", "!"):
            return None
    return None


def _taken(tokens: list[Token], index: int, takes: frozenset[str], lexicon: Lexicon) -> int | None:
    """Where a complement that the cue takes begins, next behind it."""
    if index >= len(tokens):
        return None
    token = tokens[index]
    if token.text in (":", QUOTED) or (
        token.text == "," and tokens[index + 1 : index + 2] and tokens[index + 1].text == QUOTED
    ):
        return index + (token.text != QUOTED) if index + (token.text != QUOTED) < len(tokens) else None
    clause = bool(takes & {"clause", "that", "document", "addressee"})
    if token.lower == "that" and clause:
        return index
    if token.lower in _QUESTIONS and (clause or takes & {"whether", "how"}):
        return index if token.lower not in ("who", "which", "if", "when", "where") or "whether" in takes else None
    if "to" in takes and token.lower == "to" and index + 1 < len(tokens) and tokens[index + 1].word:
        return index
    if "bare" in takes and token.word and not token.capital:
        return index
    if "gerund" in takes and token.lower.endswith("ing"):
        return index
    if "order" in takes and any(one.lower == "to" for one in tokens[index + 1 : index + 9]) and _is_noun(token):
        return index
    if takes & {"object", "naming"} and _is_noun(token):
        kept = any(one.lower in ("of", "for", "as") or one.text == QUOTED for one in tokens[index + 1 : index + 12])
        return index if kept or "naming" in takes else None
    if "noun" in takes and _is_noun(token):
        return index
    if "clause" in takes and _is_noun(token):
        return index if len(tokens) - index > 2 else None
    return _over_aside(tokens, index) if clause else None


def _over_aside(tokens: list[Token], index: int) -> int | None:
    """The clause behind an aside, where it is marked: "said by telephone on Monday that …"."""
    token = tokens[index]
    if token.lower in _PREPOSITIONS or token.text == ",":
        return _marked(tokens, index + 1, LONGEST_ASIDE)
    return None


def _is_noun(token: Token) -> bool:
    return token.word and token.lower not in _NOT_NOUN


def _skip_adverbs(tokens: list[Token], index: int, lexicon: Lexicon) -> int:
    """Over "on Monday", "late Tuesday night", "last week", "again", "bluntly"."""
    while index < len(tokens):
        token = tokens[index]
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        day = lexicon.among("days", token.text)
        led = following is not None and (
            (token.lower in ("on", "late", "early", "last", "this") and lexicon.among("days", following.text))
            or (token.lower in ("last", "this", "next") and following.lower in _OF_DAYS)
        )
        if led:
            index += 2
        elif (
            day
            or token.lower in _LOOSE
            or (token.lower.endswith("ly") and not token.capital)
            or (index and lexicon.among("days", tokens[index - 1].text) and token.lower in _OF_DAYS)
        ):
            index += 1
        else:
            break
    return index


def _after_colon(tokens: list[Token], index: int) -> int | None:
    return index + 1 if index + 1 < len(tokens) and tokens[index].text == ":" else None


def _border(tokens: list[Token], first: int, later: Sequence[Hearing]) -> int:
    """Where the first later cue begins that is no part of what is said: "…, and added that", "…, but Dorn said"."""
    for hearing in later:
        if hearing.begin <= first:
            continue
        joint = hearing.begin - 1
        before = tokens[joint]
        if before.text == "," or hearing.form == "shared":
            if hearing.form in ("participle", "shared", "according"):
                return joint
            continue
        if before.lower in _JOINING and hearing.form == "finite":
            return joint
        if hearing.form == "according":
            return hearing.begin
    return len(tokens)
