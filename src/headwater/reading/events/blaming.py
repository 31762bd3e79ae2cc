"""Who is said to have done it, where the words lay blame apart from the happening: claims, accusations, suspicion."""

from collections.abc import Callable, Iterator

from headwater.reading.events.by_verbs import subjects
from headwater.reading.events.drafting import Draft, Scene
from headwater.reading.events.line import DETERMINERS
from headwater.reading.events.ontology import Blame
from headwater.reading.events.phrases import Phrase, joint, names_actor, phrase_behind

REACH = 9


def claimed(scene: Scene) -> Iterator[Draft]:
    """The Orsk Front claimed responsibility for the attack"""
    for at, length, blame in _said_before(scene, "subject"):
        if length == 1 and not _right_before(scene, at):
            continue
        for phrase in subjects(scene.line, at):
            yield from _blamed(scene, phrase.first, phrase.last, "claimed", blame)


def accused(scene: Scene) -> Iterator[Draft]:
    """Dorn blamed rebels for the attack; accused the army of shelling Orsk"""
    for at, length, blame in _said_before(scene, "object"):
        phrase = phrase_behind(scene.line, at + length)
        if phrase is None or phrase.last > scene.trigger.first:
            continue
        between = {scene.line.lower(index) for index in range(phrase.last, scene.trigger.first)}
        if between & {"for", "of", "over"}:
            for one in joint(scene.line, phrase):
                if one.last <= scene.trigger.first:
                    yield from _blamed(scene, one.first, one.last, "accused", blame)


def blamed_on(scene: Scene) -> Iterator[Draft]:
    """the attack, which Dorn blamed on rebels; rebels accused of shelling Orsk"""
    line, trigger = scene.line, scene.trigger
    for at, words, blame in _said(scene, trigger.last, trigger.last + REACH, "after"):
        if words[-1] in ("on", "to", "with", "by"):
            phrase = phrase_behind(line, at + len(words))
            if phrase:
                yield from _blamed(scene, phrase.first, phrase.last, "blamed_on", blame)
    for at, words, blame in _said(scene, trigger.first - REACH, trigger.first, "after"):
        if words[-1] in ("of", "for", "with"):
            for phrase in subjects(line, at):
                yield from _blamed(scene, phrase.first, phrase.last, "accused_of", blame)


def blaming_on(scene: Scene) -> Iterator[Draft]:
    """Dorn blamed the attack on rebels"""
    line, trigger = scene.line, scene.trigger
    for at, length, blame in _said_before(scene, "object"):
        if trigger.first - at - length > 3 or line.lower(trigger.last) not in ("on", "to"):
            continue
        phrase = phrase_behind(line, trigger.last + 1)
        for one in joint(line, phrase) if phrase else ():
            yield from _blamed(scene, one.first, one.last, "blaming_on", blame)


def believed(scene: Scene) -> Iterator[Draft]:
    """rebels are suspected of the attack; are believed to be behind it; may be responsible for it"""
    line, trigger = scene.line, scene.trigger
    behind = _find(scene, ("behind",), trigger.first - 4, trigger.first)
    suspected = _find(scene, ("suspected", "of"), trigger.first - 6, trigger.first)
    responsible = _find(scene, ("responsible", "for"), trigger.first - 6, trigger.first)
    at = next((one for one in (behind, suspected, responsible) if one is not None), None)
    if at is None:
        return
    begin = at
    while begin > 0 and line.lower(begin - 1) in _THOUGHT:
        begin -= 1
    words = {line.lower(index) for index in range(max(begin - 6, 0), at + 1)}
    blame: Blame = "suspected" if words & {"suspected", "believed", "thought", "likely", "probably"} else "accused"
    blame = "possible" if words & {"may", "might", "could", "possibly", "possible", "if", "whether"} else blame
    for phrase in subjects(line, begin):
        yield from _blamed(scene, phrase.first, phrase.last, "believed", blame)


_THOUGHT = frozenset(
    "is are was were be been being to have has had may might could believed thought suspected said likely "
    "probably possibly widely not also".split()
)


def _right_before(scene: Scene, at: int) -> bool:
    """Orsk claimed the attack: an article and at most one more word in between."""
    gap = scene.trigger.first - at - 1
    return 0 < gap <= 2 and scene.line.lower(at + 1) in DETERMINERS


def _said_before(scene: Scene, form: str) -> Iterator[tuple[int, int, Blame]]:
    for at, words, blame in _said(scene, scene.trigger.first - REACH, scene.trigger.first, form):
        yield at, len(words), blame


def _said(scene: Scene, start: int, end: int, form: str) -> Iterator[tuple[int, tuple[str, ...], Blame]]:
    """The phrases of blame of that form between two tokens, the nearest to `end` first."""
    line = scene.line
    for at in range(min(end, len(line.tokens)) - 1, max(start, 0) - 1, -1):
        for words, kind, blame in line.ontology.blames.get(line.lower(at), ()):
            stop = at + len(words)
            if kind == form and stop <= end and all(line.lower(at + step) == word for step, word in enumerate(words)):
                yield at, words, blame
                break


def _find(scene: Scene, words: tuple[str, ...], start: int, end: int) -> int | None:
    line = scene.line
    for at in range(min(end, len(line.tokens)) - len(words), max(start, 0) - 1, -1):
        if all(line.lower(at + index) == word for index, word in enumerate(words)):
            return at
    return None


def _blamed(scene: Scene, first: int, last: int, rule: str, blame: Blame) -> Iterator[Draft]:
    line = scene.line
    if (
        scene.role("subject") not in ("perpetrator", "participant", "means")
        or names_actor(line, Phrase(first, last)) is None
    ):
        return
    while first + 1 < last and line.lower(first) in ("the", "a", "an"):
        first += 1
    yield Draft("perpetrator", first, last, rule, blame)


BLAMING: tuple[Callable[[Scene], Iterator[Draft]], ...] = (claimed, accused, blaming_on, blamed_on, believed)
