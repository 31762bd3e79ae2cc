"""What is counted in words that state no group: "casualties", "a massacre", "unclear whether anyone died"."""

from collections.abc import Iterator, Sequence

from headwater.reading.quantities.count import Count
from headwater.reading.quantities.figures import Figure
from headwater.reading.quantities.group import Group
from headwater.reading.quantities.lexicon import Lexicon, Trigger, phrase_at
from headwater.reading.quantities.link import Link
from headwater.reading.words import Token

JOINED = (["and", "injuries"], ["and", "wounded"], ["and", "deaths"], ["and", "injured"])


def unnumbered(tokens: list[Token], found: Sequence[Count], lexicon: Lexicon) -> list[Count]:
    """Those that no count of the sentence covers."""
    used = {index for count in found for index in range(count.link.first, count.link.last)}
    used |= {index for count in found for index in range(count.group.figure.first, count.group.last)}
    made = [*_casualties(tokens, lexicon), *_massacre(tokens, found, lexicon), *_unclear(tokens, lexicon)]
    return [count for count in made if count.link.first not in used]


def _casualties(tokens: list[Token], lexicon: Lexicon) -> Iterator[Count]:
    for index, token in enumerate(tokens):
        if token.lower == "casualties":
            joined = [one.lower for one in tokens[index + 1 : index + 3]] in JOINED
            wording = "casualties_and_injuries" if joined else "casualties"
            trigger = Trigger("casualties", "injury")
            yield _alone(index, index + 1 + 2 * joined, wording, trigger, "casualties")
        elif token.lower in lexicon.words["unnumbered_deaths"] and _are(tokens, index):
            yield _alone(index, index + 1, None, Trigger("killed", "killing"), "deaths")


def _are(tokens: list[Token], index: int) -> bool:
    """There are fatalities; deaths were reported: said of this happening."""
    before = tokens[index - 1].lower if index else ""
    behind = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    return before in {"are", "were", "causing", "caused", "reported"} or behind in {"were", "are", "have", "among"}


def _massacre(tokens: list[Token], found: Sequence[Count], lexicon: Lexicon) -> Iterator[Count]:
    """A massacre of whose dead no number is told in the sentence."""
    if any(count.unit == "killed" and count.group.figure.qualifier != "plural" for count in found):
        return
    for index in range(len(tokens)):
        words = phrase_at(lexicon.lists["massacre"], tokens, index)
        if words and words[0] == index + 1:
            yield _alone(index, words[0], "massacre", Trigger("killed", "killing"), "massacre")


def _unclear(tokens: list[Token], lexicon: Lexicon) -> Iterator[Count]:
    """It was unclear whether anyone died."""
    for index in range(len(tokens)):
        begin = phrase_at(lexicon.lists["unclear"], tokens, index)
        if not begin or [token.lower for token in tokens[begin[0] : begin[0] + 1]] not in (["whether"], ["if"]):
            continue
        words = {token.lower for token in tokens[begin[0] : begin[0] + 8]}
        if words & lexicon.words["anyone"] and words & lexicon.words["harmed"]:
            yield _alone(index, begin[0], "casualties", Trigger("casualties", None), "unclear")
            return


def _alone(first: int, last: int, wording: str | None, trigger: Trigger, rule: str) -> Count:
    vague = wording == "massacre"
    figure = Figure(first, last, None, None, None, "vague" if vague else "plural", wording)
    return Count(Group(figure, last, None, "plural"), Link(first, last, trigger, noun=True), trigger.unit, rule)
