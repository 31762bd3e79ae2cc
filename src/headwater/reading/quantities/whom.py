"""Of whom a count is: the noun, its class, its subgroup, and the side that the words name."""

from headwater.reading.quantities.count import Count
from headwater.reading.quantities.group import Group
from headwater.reading.quantities.lexicon import Class, Lexicon, Noun, phrase_before
from headwater.reading.quantities.nouns import Head, head_behind
from headwater.reading.quantities.persons import Cast
from headwater.reading.words import Token
from headwater.records import Counted, Entity, Span

ARMED = ("armed_group", "organisation")
BELONGING = frozenset({"of", "from", "with", "in", "belonging", "affiliated", "loyal", "to", "the"})
MOST_BELONGING = 3
MOST_OF = 4
MOST_BODY = 10


def counted(text: str, tokens: list[Token], count: Count, cast: Cast, lexicon: Lexicon) -> Counted | None:
    """Who or what is counted, null where only a figure stands."""
    group = count.group
    if group.unit in ("area", "percent"):
        span = _measured(tokens, group, lexicon)
        return Counted(span, text[span.start : span.end]) if span else None
    if group.kind == "pronoun" and group.head is None:
        return _self(text, tokens, group, lexicon)
    told = _told_behind(tokens, count, lexicon)
    if told:
        span = Span(tokens[told.first].start, tokens[told.last - 1].end)
        return Counted(span, text[span.start : span.end], told.noun.class_, told.noun.subgroup)
    if group.head is None or group.head.first >= group.head.last:
        return Counted(None, None, count.like.class_, None) if count.like else None
    noun = group.head.noun
    span = Span(tokens[group.head.first].start, tokens[group.head.last - 1].end)
    entity = _side(tokens, group, noun.state, cast)
    noun = _told(tokens, count, lexicon) or noun
    class_ = _class(tokens, group, noun, entity)
    class_ = _by_body(tokens, group, lexicon) if class_ == "unknown" and not noun.unit else class_
    class_ = count.like.class_ if class_ == "unknown" and count.like else class_
    side = (entity.side or entity.known_as) if entity else None
    return Counted(span, text[span.start : span.end], class_, noun.subgroup, side)


def _self(text: str, tokens: list[Token], group: Group, lexicon: Lexicon) -> Counted | None:
    """Killed himself: the attacker is among those counted."""
    token = tokens[group.figure.first]
    if token.lower not in lexicon.words["reflexive"]:
        return None
    return Counted(Span(token.start, token.end), text[token.start : token.end], "unknown", "attackers")


def _class(tokens: list[Token], group: Group, noun: Noun, entity: Entity | None) -> Class:
    if noun.class_ != "unknown" or noun.unit:
        return noun.class_
    if entity and entity.class_ == "armed_group":
        return "combatant"
    behind = [token.lower for token in tokens[group.last : group.last + 5] if token.text != ","]
    mostly = behind[:1] in (["mostly"], ["mainly"]) or behind[:3] == ["most", "of", "them"]
    return "mixed" if mostly and set(behind) & {"civilian", "civilians", "children", "women"} else "unknown"


def _by_body(tokens: list[Token], group: Group, lexicon: Lexicon) -> Class:
    """Two members of the internal security force; four staff of a relief body."""
    behind = [token.lower for token in tokens[group.last : group.last + MOST_BODY]]
    within = {token.lower for token in tokens[group.figure.first : group.last]}
    if not within & lexicon.words["bodies_members"]:
        return "unknown"
    if behind[:1] in (["of"], ["from"], ["belonging"]):
        ends = next((at for at, word in enumerate(behind) if word in lexicon.words["to_be"] | {",", "killed"}), None)
        within |= set(behind[:ends])
    if within & lexicon.words["bodies_combatant"]:
        return "combatant"
    return "civilian" if within & lexicon.words["bodies_civilian"] else "unknown"


def _told(tokens: list[Token], count: Count, lexicon: Lexicon) -> Noun | None:
    """The noun that tells more of a name, behind or before it."""
    group = count.group
    if group.kind == "named":
        start = group.last + (group.last < len(tokens) and tokens[group.last].text == ",")
        article = start < len(tokens) and tokens[start].lower in lexicon.words["determiners_one"] | {"the"}
        behind = head_behind(tokens, start + 1, lexicon) if article else None
        before = phrase_before(lexicon.nouns, tokens, group.figure.first)
        return behind.noun if behind else before[1] if before and before[1].unit is None else None
    return None


def _told_behind(tokens: list[Token], count: Count, lexicon: Lexicon) -> Head | None:
    """Five of those killed were *attackers*."""
    start = count.link.last
    if count.rule != "of_them" or start >= len(tokens) or tokens[start].lower not in lexicon.words["to_be"]:
        return None
    return head_behind(tokens, start + 1, lexicon)


def _side(tokens: list[Token], group: Group, of_state: bool, cast: Cast) -> Entity | None:
    """Six Belmarian soldiers; four members of the Orsk Front.  The adjective of a state tells the side of soldiers and
    police alone."""
    last = group.last
    behind = last
    while behind < min(last + MOST_BELONGING, len(tokens)) and tokens[behind].lower in BELONGING:
        behind += 1
    inside = cast.within(Span(tokens[group.figure.first].start, tokens[last - 1].end))
    following = cast.within(Span(tokens[behind].start, tokens[behind].end)) if last < behind < len(tokens) else []
    for _, entity in (*inside, *following):
        state = entity.class_ == "state" and of_state
        if (state or entity.class_ in ARMED) and (entity.side or entity.known_as):
            return entity
    return None


def _measured(tokens: list[Token], group: Group, lexicon: Lexicon) -> Span | None:
    """Square kilometres; what a share is of: "40 percent *of the houses*"."""
    if group.unit == "area":
        return Span(tokens[group.figure.last].start, tokens[group.last - 1].end)
    first = group.last
    if first + 1 >= len(tokens) or tokens[first].lower not in {"of", "people"}:
        return None
    first += tokens[first].lower == "of"
    while first < len(tokens) and tokens[first].lower in lexicon.words["determiners"]:
        first += 1
    head = head_behind(tokens, first, lexicon)
    if head:
        return Span(tokens[first].start, tokens[head.last - 1].end)
    last = first
    ends = lexicon.words["after_bare"] | lexicon.words["auxiliaries"]
    while last < min(first + MOST_OF, len(tokens)) and tokens[last].word and tokens[last].lower not in ends:
        last += 1
    return Span(tokens[first].start, tokens[last - 1].end) if last > first else None
