"""Of what kind of happening an event mention is, and whether it is of one happening at all."""

import re
from dataclasses import dataclass

from headwater.gathering.incidents.families import OF_TYPE, OF_WORD, SCENES, VIOLENCE
from headwater.gathering.incidents.rarity import words_of
from headwater.gathering.incidents.stems import stem

NO_TYPE = frozenset(("", "event", "other"))
_LIGHT = frozenset(
    """a an and are be been did do does get gets go goes got had has have in is made make of off on out take the to took
    up was were""".split()
)
_SEVERAL = frozenset(
    """accidents arrests attacks bombings clashes crimes deadliest deaths explosions homicides incidents killings
    murders quakes shooters shootings suicides tragedies""".split()
)
_DEFINITE = frozenset("the these those both two three four five his her their its all".split())
_SWEEPING = re.compile(
    r"\b(?:so far this|this year|(?:each|every|per|a) year"
    r"|number of(?! (?:the )?(?:people|those|dead|deaths|wounded|injured|victims|civilians|fatalities|casualties))"
    r"|(?:increase|rise) in|how many more|prevention"
    r"|hotline|on average|any ?time|epidemic|statistics|in recent years)\b",
    re.IGNORECASE,
)
_COURT = re.compile(
    r"\b(?:charged|indict\w*|sentenc\w*|arraign\w*|convict\w*|plead\w*|pled|trials?|court|jury|jurors?|prosecut\w*"
    r"|arrest\w*|hearing|testif\w*|bail|bond|judge|extradit\w*)\b",
    re.IGNORECASE,
)
_PART = frozenset("of death deaths victim victims".split())
_OBJECT = frozenset("a her herself him himself his three two".split())


@dataclass(frozen=True, slots=True)
class Words:
    """A trigger with the word before it, the word behind it, and its sentence."""

    trigger: str
    before: str
    behind: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Kind:
    """`family` is the part of a happening, `scene` is shared by the families that can be parts of one; `loose` tells a
    mention of several happenings, or of none in particular, which is a happening to itself."""

    family: str
    scene: str
    stem: str
    loose: bool


def kind_of(type_: str, words: Words) -> Kind:
    """The kind by the type of the event, else by its words."""
    own = words_of(words.trigger) or [words.trigger.casefold()]
    heavy = [word for word in own if word not in _LIGHT] or own
    family = OF_TYPE.get(type_) or (type_ if type_ not in NO_TYPE else _by_words(heavy, words))
    scene = SCENES.get(family, family)
    return Kind(family, scene, stem(heavy[0]), family == "speech" or _loose(scene, words))


def in_court(words: Words) -> bool:
    """Whether its sentence tells what police or a court did about it: when and where are then theirs."""
    return _COURT.search(words.sentence) is not None


def _by_words(own: list[str], words: Words) -> str:
    found = (OF_WORD.get(word) or OF_WORD.get(stem(word)) for word in own)
    family = next((family for family in found if family), stem(own[0]))
    if words.trigger.casefold() == "shooting":
        return _shooting(words)
    return family


def _shooting(words: Words) -> str:
    """ "The shooting" alone is all that happened; "shooting him" one shot; else it is the firing."""
    if words.before == "the" and words.behind not in _PART:
        return "incident"
    return "shot" if words.behind in _OBJECT or words.before.endswith("ly") else "fire"


def _loose(scene: str, words: Words) -> bool:
    """Many at once ("shootings are up"), or a sentence that counts over a time."""
    several = words.trigger.casefold() in _SEVERAL and words.before not in _DEFINITE
    return several or (scene == VIOLENCE and _SWEEPING.search(words.sentence) is not None)
