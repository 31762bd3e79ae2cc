"""A cue where it stands: its verb group, whether it is negated, and the words right beside it that name who speaks."""

from dataclasses import dataclass
from typing import Literal

from headwater.reading.attributions.lexicon import Cue, Lexicon
from headwater.reading.attributions.lines import QUOTED
from headwater.reading.attributions.nominals import (
    AUXILIARIES,
    Nominal,
    joint_after,
    joint_before,
    nominal_after,
    nominal_before,
    reach,
)
from headwater.reading.words import Token

Form = Literal["finite", "inverted", "participle", "according", "passive", "shared", "relative"]
Range = tuple[int, int]

_BEFORE_INFINITIVES = frozenset(
    "to of by for without in about from would could might may should must can shall let".split()
)
_DETERMINERS = frozenset("the a an his her their its this that no any these those some".split())
_NOBODY = frozenset(("nobody", "none", "nothing"))
_BE = frozenset("was is are were been be being".split())
_PAST = frozenset("said says told wrote found swore spoke".split())
_SHARING = frozenset(("and", "but", "then", "or"))
_JOINING = _SHARING | {","}
_MARKS = frozenset((",", QUOTED, "—", "–", "-"))


@dataclass(frozen=True, slots=True)
class Hearing:
    """Tokens [first, last) are the cue with auxiliaries and adverbs, `source` those of who speaks, with apposition.

    `form`: finite (Tevin said), inverted (said Tevin), participle (adding), shared (and added), according (according to
    Tevin), passive (was accused by Tevin of), relative (who said).  `negated`: not said.
    """

    first: int
    last: int
    cue: Cue
    form: Form
    source: Range | None = None
    negated: bool = False

    @property
    def begin(self) -> int:
        """The first token of the construction, content left aside."""
        return min(self.first, self.source[0]) if self.source else self.first

    @property
    def end(self) -> int:
        """Behind the last token of the construction, content left aside."""
        return max(self.last, self.source[1]) if self.source else self.last


@dataclass(frozen=True, slots=True)
class _Group:
    """A cue with the auxiliaries and adverbs before it, from token `first` on."""

    cue: Cue
    first: int
    negated: bool
    passive: bool

    def heard(self, form: Form, source: Range | None) -> Hearing:
        return Hearing(self.first, self.cue.last + 1, self.cue, form, source, self.negated)


def hearings(tokens: list[Token], lexicon: Lexicon, *, titled: bool = False) -> list[Hearing]:
    """Every cue of a line whose speaker stands beside it, or that goes on with the speaker of another; in order.

    `titled`: words begin with capitals, as headlines have it.
    """
    found: list[Hearing] = []
    index = 0
    while index < len(tokens):
        heard = _according(tokens, index, lexicon) or _verb(tokens, index, lexicon, titled)
        if heard:
            found.append(heard)
        index = max(index + 1, heard.cue.last + 1 if heard else 0)
    return found


def _according(tokens: list[Token], index: int, lexicon: Lexicon) -> Hearing | None:
    cue = lexicon.according_at(tokens, index)
    if cue is None:
        return None
    nominal = nominal_after(tokens, cue.last + 1, lexicon)
    source = reach(joint_after(tokens, nominal, lexicon)) if nominal else _up_to_comma(tokens, cue.last + 1)
    return Hearing(cue.first, cue.last + 1, cue, "according", source) if source else None


def _up_to_comma(tokens: list[Token], first: int) -> Range | None:
    """A speaker whose words no list knows: as far as the next mark."""
    last = first
    while last < len(tokens) and tokens[last].word and last - first < 16:
        last += 1
    return (first, last) if last > first else None


def _verb(tokens: list[Token], index: int, lexicon: Lexicon, titled: bool) -> Hearing | None:
    """The first of the forms in which a verb hands over words that fits here."""
    cue = lexicon.cue_at(tokens, index)
    if cue is None or (tokens[index].capital and not titled and index and tokens[index - 1].text != QUOTED):
        return None
    group = _group(tokens, cue, lexicon)
    if _says_nothing(tokens, group):
        return None
    going_on = tokens[index].lower.endswith("ing") and not group.passive
    if going_on or (group.passive and cue.first == cue.last and not tokens[index].lower.endswith("ing")):
        return _participle(tokens, group, lexicon) if going_on else _passive(tokens, group, lexicon)
    nominal = nominal_before(tokens, group.first, lexicon)
    if nominal is None:
        return _inverted(tokens, group, lexicon) or _shared(tokens, group)
    last = tokens[nominal.last - 1].lower
    if last == "who":
        return _relative(tokens, group, nominal, lexicon)
    if last.endswith(("'s", "’s")):
        return None
    return group.heard("finite", reach(joint_before(tokens, nominal, lexicon)))


def _group(tokens: list[Token], cue: Cue, lexicon: Lexicon) -> _Group:
    """The cue with auxiliaries and adverbs before it; a form of "be" among them makes a passive."""
    first, negated, passive = cue.first, False, False
    while first and cue.first - first < 6:
        word = tokens[first - 1].lower
        negates = lexicon.negates(word)
        if not (negates or word in AUXILIARIES or (word.endswith("ly") and not tokens[first - 1].capital)):
            break
        negated, passive = negated or negates, passive or word in _BE
        first -= 1
    return _Group(cue, first, negated, passive)


def _says_nothing(tokens: list[Token], group: _Group) -> bool:
    """Infinitives, what might be said, nouns that look like verbs, and what nobody says."""
    before = tokens[group.first - 1].lower if group.first else ""
    behind = tokens[group.cue.last + 1].lower if group.cue.last + 1 < len(tokens) else ""
    noun = before in _DETERMINERS and group.first == group.cue.first
    return noun or before in _BEFORE_INFINITIVES or before in _NOBODY or behind in _NOBODY


def _participle(tokens: list[Token], group: _Group, lexicon: Lexicon) -> Hearing | None:
    """Words that go on (", adding that …"), whose speaker is told elsewhere; or "(quoted) a clerk as saying …"."""
    before = tokens[group.first - 1].lower if group.first else ""
    whom = nominal_before(tokens, group.first - 1, lexicon) if before == "as" else None
    if whom:
        return group.heard("finite", reach(whom))
    return group.heard("participle", None) if before in _JOINING else None


def _passive(tokens: list[Token], group: _Group, lexicon: Lexicon) -> Hearing | None:
    """Who accuses stands behind "by": "The army was accused by Maro Tevin of …"."""
    by = group.cue.last + 1
    if by >= len(tokens) or tokens[by].lower != "by":
        return None
    nominal = nominal_after(tokens, by + 1, lexicon)
    source = reach(joint_after(tokens, nominal, lexicon)) if nominal else None
    return Hearing(group.first, by + 1, group.cue, "passive", source, group.negated) if source else None


def _relative(tokens: list[Token], group: _Group, who: Nominal, lexicon: Lexicon) -> Hearing:
    """Whom "who" stands for: "Maro Tevin, who said …"."""
    at = who.last - 1
    end = at - 1 if at and tokens[at - 1].text == "," else at
    whom = nominal_before(tokens, end, lexicon)
    return group.heard("relative", (whom.first, whom.last) if whom else (who.first, who.last))


def _inverted(tokens: list[Token], group: _Group, lexicon: Lexicon) -> Hearing | None:
    """The speaker behind the verb: "…," said Maro Tevin."""
    if group.first == 0 or tokens[group.first - 1].text not in _MARKS:
        return None
    nominal = nominal_after(tokens, group.cue.last + 1, lexicon)
    return group.heard("inverted", reach(joint_after(tokens, nominal, lexicon))) if nominal else None


def _shared(tokens: list[Token], group: _Group) -> Hearing | None:
    """No speaker of its own: "and added"."""
    word = tokens[group.cue.first].lower
    before = tokens[group.first - 1].lower if group.first else ""
    past = word.endswith("ed") or word in _PAST
    return group.heard("shared", None) if past and before in _SHARING else None
