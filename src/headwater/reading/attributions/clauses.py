"""Indirect speech by rule: what a cue of a sentence hands over, behind it or in front of it."""

from collections.abc import Iterator, Sequence

from headwater.reading.attributions.draft import Draft
from headwater.reading.attributions.following import behind_of
from headwater.reading.attributions.hearing import Hearing, Range, hearings
from headwater.reading.attributions.lexicon import Lexicon
from headwater.reading.attributions.lines import QUOTED, Line
from headwater.reading.attributions.nominals import nominal_after, nominal_before
from headwater.reading.words import Token

_BEFORE_SPEAKER = frozenset((",", QUOTED, "—", "–", "-"))
_OPENERS = frozenset(("and", "but", "while", "though", "although", "yet", ",", ";", "—", "–", "-"))
FEWEST_WORDS_IN_FRONT = 2


def clauses(line: Line, lexicon: Lexicon) -> Iterator[Draft]:
    """The attributions of a line that its verbs (or "according to") hand over, outermost ones only, in order."""
    found = hearings(line.tokens, lexicon, titled=line.role in ("headline", "heading"))
    behind = [behind_of(line.tokens, hearing, found[at + 1 :], lexicon) for at, hearing in enumerate(found)]
    fronts = _fronts(line.tokens, found, behind, lexicon)
    until, speaker = 0, None
    for at, hearing in enumerate(found):
        if hearing.begin < until or any(first <= hearing.begin < last for first, last in fronts[at + 1 :] if last):
            continue
        source = hearing.source or speaker or _subject(line.tokens, hearing, lexicon)
        contents = [part for part in (fronts[at], behind[at]) if part != NOTHING]
        speaker = source if hearing.form != "according" else speaker
        until = max([until, hearing.end, *(last for _, last in contents)])
        if contents and source and not _nothing_said(hearing):
            yield _draft(line, hearing, source, contents)


NOTHING: Range = (0, 0)


def _draft(line: Line, hearing: Hearing, source: Range, contents: Sequence[Range]) -> Draft:
    rule = f"{'front' if contents[0][0] < hearing.first else 'behind'}_{hearing.form}"
    return Draft(
        (line.span(*source),),
        (line.span(hearing.first, hearing.last),),
        tuple(line.span(*content) for content in contents),
        rule,
    )


def _nothing_said(hearing: Hearing) -> bool:
    """A negated verb of saying hands over nothing; a negated denial does, and so does what is not believed or meant."""
    entry = hearing.cue.entry
    return hearing.negated and entry.stance != "denial" and entry.kind in ("speech", "writing", "accusation")


def _fronts(tokens: list[Token], found: Sequence[Hearing], behind: list[Range], lexicon: Lexicon) -> list[Range]:
    """For each hearing the words in front of it that it hands over: "The town fell, Tevin said."  Where words follow
    it after a comma, they go on with what is said."""
    fronts: list[Range] = []
    left = 0
    for at, hearing in enumerate(found):
        front = NOTHING
        if hearing.form == "passive" and "object" in hearing.cue.entry.takes:
            front = _accused(tokens, hearing, lexicon) if tokens[behind[at][0]].lower in ("of", "for") else NOTHING
            fronts.append(front)
            continue
        if hearing.form in ("according", "inverted", "finite", "passive") and (
            behind[at] == NOTHING or hearing.form == "inverted"
        ):
            front = _front(tokens, hearing, left)
        if front != NOTHING:
            left = hearing.end
            behind[at] = _going_on(tokens, hearing, front, found[at + 1 : at + 2])
        fronts.append(front)
    return fronts


def _accused(tokens: list[Token], hearing: Hearing, lexicon: Lexicon) -> Range:
    """The subject of a passive: whom "was accused by the council of …" is said of."""
    nominal = nominal_before(tokens, hearing.first, lexicon)
    return (nominal.first, nominal.last) if nominal else NOTHING


def _front(tokens: list[Token], hearing: Hearing, left: int) -> Range:
    last = hearing.begin
    marked = last > 0 and tokens[last - 1].text in _BEFORE_SPEAKER
    if not marked and (hearing.form != "according" or last - left < 3):
        return NOTHING
    last -= marked and tokens[last - 1].text != QUOTED
    first = _opened(tokens, left, last)
    words = sum(token.word for token in tokens[first:last])
    quoted = any(token.text == QUOTED for token in tokens[first:last])
    return (first, last) if words >= FEWEST_WORDS_IN_FRONT or quoted else NOTHING


def _opened(tokens: list[Token], left: int, last: int) -> int:
    """Where the clause begins, joining words left aside."""
    while left < last and (tokens[left].lower in _OPENERS or (left and not tokens[left].word)):
        if tokens[left].text == QUOTED:
            break
        left += 1
    return left


def _going_on(tokens: list[Token], hearing: Hearing, front: Range, later: Sequence[Hearing]) -> Range:
    """“…,” Tevin said, “…”; and: The town, Tevin said, was lost."""
    first = hearing.end
    if first >= len(tokens) or tokens[first].text != ",":
        return NOTHING
    first += 1
    last = min([one.begin for one in later if one.form == "participle"] + [_end(tokens)])
    if first >= last:
        return NOTHING
    if tokens[first].text == QUOTED:
        return (first, first + 1)
    quoted = any(token.text == QUOTED for token in tokens[front[0] : front[1]])
    whole = (
        front[1] - front[0] > 6 or quoted or tokens[first].lower in _NARRATING or tokens[first].lower.endswith("ing")
    )
    return NOTHING if whole or last - first < 2 else (first, last)


_NARRATING = frozenset("as while when after before who which in on at during and but citing because since".split())


def _end(tokens: list[Token]) -> int:
    last = len(tokens)
    while last and tokens[last - 1].text in (".", "?", "!", "…", ";", ","):
        last -= 1
    return last


def _subject(tokens: list[Token], hearing: Hearing, lexicon: Lexicon) -> Range | None:
    """Who speaks where the verb goes on with the subject of its sentence: "Tevin fled, saying the town was lost"."""
    if hearing.form not in ("participle", "shared"):
        return None
    nominal = nominal_after(tokens, 0, lexicon)
    return (nominal.first, max(nominal.last, nominal.app_last)) if nominal and nominal.last <= hearing.first else None
