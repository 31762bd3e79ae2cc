"""Which namings of one article are the same: named rules, most certain first; the first that answers wins."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from headwater.reading.names.finding import words_of
from headwater.reading.names.naming import Naming

BODIES = ("organisation", "armed_group", "state", "outlet")
_SMALL = frozenset("of the and for in on to de la el al".split())


@dataclass(slots=True, eq=False)
class Group:
    """Namings of one entity, in text order."""

    namings: list[Naming] = field(default_factory=list)

    @property
    def fullest(self) -> Naming:
        """The longest naming; of those the first."""
        return max(self.namings, key=lambda naming: len(naming.text))


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """The whole article while its namings are grouped."""

    text: str
    namings: Sequence[Naming]
    groups: list[Group]
    last_names: dict[str, set[str]]


def same_actor(naming: Naming, scene: Scene) -> Group | None:
    """ISIS and Daesh: one entry of the dictionary"""
    if naming.actor is None:
        return None
    own = naming.actor.id
    return next((group for group in scene.groups if (one := group.namings[0].actor) and one.id == own), None)


def same_name(naming: Naming, scene: Scene) -> Group | None:
    """Orsk Relief Council, the Orsk Relief Council; persons and bodies never mix"""
    person = naming.class_ == "person"
    for group in scene.groups:
        for one in group.namings:
            if one.key == naming.key and (one.class_ == "person") == person:
                return group
    return None


def in_brackets(naming: Naming, scene: Scene) -> Group | None:
    """Orsk Relief Council (ORC)"""
    if not _is_acronym(naming):
        return None
    for group in scene.groups:
        for one in group.namings:
            between = scene.text[one.span.end : naming.span.start]
            if between.strip(" “\"'") == "(" and one.class_ in BODIES:
                return group
    return None


def by_initials(naming: Naming, scene: Scene) -> Group | None:
    """ORC, where one body of the article, and no other, has these initials"""
    if not _is_acronym(naming):
        return None
    fitting = [
        group for group in scene.groups if group.fullest.class_ in BODIES and _initials(group.fullest) == naming.text
    ]
    return fitting[0] if len(fitting) == 1 else None


def by_last_name(naming: Naming, scene: Scene) -> Group | None:
    """Tevin, where one longer name of a person, and no other, ends so"""
    if naming.class_ != "person" or " " in naming.key:
        return None
    longer = scene.last_names.get(naming.key, set())
    if len(longer) != 1:
        return None
    return next((group for group in scene.groups if any(one.key in longer for one in group.namings)), None)


RULES: tuple[Callable[[Naming, Scene], Group | None], ...] = (
    same_actor,
    same_name,
    in_brackets,
    by_initials,
    by_last_name,
)


def grouped(text: str, namings: Sequence[Naming]) -> list[Group]:
    """The groups in the order of their first naming."""
    last_names: dict[str, set[str]] = {}
    for naming in namings:
        if naming.class_ == "person" and " " in naming.key:
            last_names.setdefault(naming.key.split()[-1], set()).add(naming.key)
    scene = Scene(text, namings, [], last_names)
    late: list[Naming] = []
    for naming in namings:
        group = next((found for rule in RULES if (found := rule(naming, scene))), None)
        if group is not None:
            group.namings.append(naming)
        elif len(last_names.get(naming.key, ())) == 1 and naming.class_ == "person":
            late.append(naming)
        else:
            scene.groups.append(Group([naming]))
    for naming in late:  # the last name stands before the full one, as headlines have it
        group = by_last_name(naming, scene)
        if group:
            group.namings.append(naming)
            group.namings.sort(key=lambda one: one.span)
    return sorted(scene.groups, key=lambda group: group.namings[0].span)


def _is_acronym(naming: Naming) -> bool:
    return naming.class_ != "person" and naming.text.isupper() and 2 <= len(naming.text) <= 8 and naming.text.isalpha()


def _initials(naming: Naming) -> str:
    return "".join(word[0] for word in words_of(naming) if word not in _SMALL).upper()
