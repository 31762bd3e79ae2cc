"""The words of a sentence that say that something happens, and whether they are verb or noun."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from headwater.reading.events.line import AUX, BE, DETERMINERS, HAVE, PREPOSITIONS, Line
from headwater.reading.events.needs import is_met
from headwater.reading.events.ontology import Use
from headwater.reading.events.trigger import Trigger, Voice

_MODALS = frozenset("will would shall should may might can could must do does did 'll ’ll n't to".split())
_ARTICLES = frozenset("the a an this these those his her their its our several many some".split())
_NAMES = frozenset(("person", "organisation", "armed_group", "state", "outlet"))


def triggers(line: Line) -> Iterator[Trigger]:
    """Left to right, none over another."""
    at, before = 0, None
    while at < len(line.tokens):
        found = _trigger(line, at)
        if before and found and _one_thing(before, found):
            before = _compound(before, found)
        else:
            if before:
                yield before
            before = found
        at = found.last if found else at + 1
        if before and not found:
            yield before
            before = None
    if before:
        yield before


def _one_thing(a: Trigger, b: Trigger) -> bool:
    """a shelling attack; a raid and bombing are two"""
    both = a.voice == b.voice == "noun" and a.last == b.first
    return both and a.use.type.family == b.use.type.family == "violence"


def _compound(a: Trigger, b: Trigger) -> Trigger:
    """Both nouns, with the narrower type: that of the first, unless it is a mere attack."""
    use = b.use if a.use.type.name == "attack" else a.use
    return replace(a, last=b.last, use=use)


def _trigger(line: Line, at: int) -> Trigger | None:
    for words, uses in line.ontology.uses.get(line.lower(at), ()):
        last = at + len(words)
        if last > len(line.tokens) or tuple(line.lower(index) for index in range(at, last)) != words:
            continue
        if _inside_name(line, at, last) or line.kinds[at] == "temporal":
            return None
        verb = any(use.forms for use in uses) and _is_verb(line, at, last, uses)
        fitting = [use for use in uses if bool(use.forms) == verb]
        found = next(
            (made for use in reversed(fitting) if (made := _made(line, at, last, use)) and is_met(line, made)),
            None,
        )
        if found:
            return found
    return None


def _made(line: Line, first: int, last: int, use: Use) -> Trigger | None:
    if not use.forms:
        if (
            line.lower(last) in line.ontology.words["compound"]
            or line.lower(first - 1) in line.ontology.words["not_before"]
        ):
            return None
        return Trigger(first, last, use, "noun", first, "noun")
    if use.forms <= {"past", "participle"} and line.lower(first - 1) in _ARTICLES:
        return None  # the besieged town; the wounded
    begin = first
    while begin > 0 and (line.lower(begin - 1) in AUX or _adverb(line, begin - 1)):
        begin -= 1
    voice = _voice(line, begin, first, last, use)
    return Trigger(first, last, use, voice, begin, "headline_verb" if line.titled else f"{voice}_verb")


_OF_NOUNS = frozenset(  # the latest shelling, heavy bombing
    "latest recent new heavy intense fierce deadly fresh renewed ongoing further constant indiscriminate".split()
)


def _adverb(line: Line, at: int) -> bool:
    return line.lower(at).endswith("ly") and line.lower(at) not in ("family", "assembly", "july", "italy")


def _voice(line: Line, begin: int, first: int, last: int, use: Use) -> Voice:
    """By its auxiliaries, "by" behind it, or, for verbs that need an object, the want of one."""
    helpers = [line.lower(index) for index in range(begin, first)]
    if "participle" not in use.forms:
        return "active"
    being = max((index for index, word in enumerate(helpers) if word in BE), default=-1)
    having = max((index for index, word in enumerate(helpers) if word in HAVE), default=-1)
    if being > having or (being >= 0 and helpers[being] == "been"):
        return "passive"
    if having >= 0:
        return "active"
    if line.lower(last) == "by":
        return "passive"
    return "passive" if use.strict and not _has_object(line, last) else "active"


def _has_object(line: Line, last: int) -> bool:
    """An object of its own, or of the verb that it is joined to ("shot and killed two men")."""
    if line.lower(last) in ("and", "or") and line.lower(last + 1) in line.ontology.uses:
        return line.opens_object(last + 2)
    return line.opens_object(last)


def _is_verb(line: Line, first: int, last: int, uses: Sequence[Use]) -> bool:
    """A verb or a noun, by what stands around it."""
    forms = {form for use in uses for form in use.forms}
    if line.lower(first) in line.ontology.words["also_nouns"] and "past" not in forms:
        before = line.lower(first - 1)
        return before in _MODALS or (
            bool(before) and before not in DETERMINERS and line.opens_object(last) and not line.stops(first - 1)
        )
    if not any(not use.forms for use in uses):
        return line.lower(first - 1) not in DETERMINERS or forms <= {"past", "participle"}
    before = line.lower(first - 1)
    if forms & {"past", "participle"} and "base" not in forms:
        return True
    if before in _MODALS:
        return True
    if before in DETERMINERS or before.endswith(("'s", "s'", "’s")):
        return False
    opens = _has_object(line, last)
    if line.lower(last) in line.ontology.words["compound"]:
        return False
    if "ing" in forms and before in _OF_NOUNS:
        return False
    if "ing" in forms:
        return opens and line.lower(last) not in ("by", "of")
    if before in PREPOSITIONS or not before:
        return False
    return opens and not line.finite(last)


def _inside_name(line: Line, first: int, last: int) -> bool:
    """Free Strike Force: a part of a name, with a capital as the rest of it."""
    mention = line.named[first]
    if mention is None or not line.tokens[first].capital:
        return False
    longer = mention.span.end > line.tokens[last - 1].end or mention.span.start < line.tokens[first].start
    return longer or line.kinds[first] in _NAMES
