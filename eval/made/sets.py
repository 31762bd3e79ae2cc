"""The sets: which stories are told, and what must come of them.  `twin` changes the one fact that the name says."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from eval.made.makes import Story
from eval.made.world import WORDS, Outlet, World

SAID = WORDS["attributed"]


@dataclass(frozen=True)
class Expected:
    """What must come out.

    `origins`: shown and possible by slot, null where either number will do; `incidents`: how many have a toll;
    `history`: tolls that follow each other as updates; `conflict`: the tolls must conflict; `denied`: whether somebody
    denies a perpetrator; `grade`: Airwars' grade.
    """

    origins: Mapping[str, tuple[int | None, int | None]] = field(default_factory=dict)
    incidents: int = 1
    history: tuple[int, ...] = ()
    conflict: bool = False
    denied: bool | None = None
    grade: str | None = None


@dataclass(frozen=True)
class Drawn:
    """Stories in the order of their pages, and the truth."""

    stories: tuple[Story, ...]
    expected: Expected


def lead(world: World, kind: str, number: int | None = None, **names: str) -> str:
    """The first sentence of a story: with its toll (`tolls`) or without (`leads`)."""
    day = names.pop("day", None) or world.when(world.day)
    return world.say(world.pick(world.attack[kind]), number, day=day, **names)


def attributed(world: World, source: str, number: int) -> str:
    """A toll in the mouth of a source."""
    nouns = world.rng.choice(world.attack["nouns"])
    return world.say(world.pick(SAID["toll"]), number, source=source, attack=nouns)


def story(
    world: World, *sentences: str, outlet: Outlet | None = None, day: date | None = None, credit: str | None = None
) -> Story:  # fmt: skip
    """A story of these sentences, some in one paragraph, and a few more that count nobody."""
    title = world.say(world.rng.choice(world.attack["titles"]))
    head, rest = list(sentences), world.more(world.rng.randint(2, 4))
    if len(head) > 1 and world.rng.random() < 0.5:
        head[0:2] = [" ".join(head[0:2])]
    by = world.person() if world.rng.random() < 0.5 else None
    return Story(outlet or world.outlet(), day or world.day, title, (*head, *rest), by, credit)


def reprints(world: World, twin: bool) -> Drawn:
    """Ten papers print one text; in the twin the tenth has its own text, from a hospital."""
    origin = world.outlet()
    way = world.rng.choice(("agency", "published", "silent", "named"))
    agency = world.rng.choice(WORDS["agencies"])
    dateline = f"{world.town.upper()} ({WORDS['letters'][agency]}) - " if way == "agency" else ""
    first = dateline + lead(world, "tolls" if way != "named" else "leads", world.toll)
    told = [attributed(world, world.hospital(), world.toll)] if way == "named" else []
    base = story(world, first, *told, outlet=origin)
    again = [_reprint(world, base, way, origin) for _ in range(9)]
    if twin:
        own = story(world, lead(world, "leads"), attributed(world, world.hospital(), world.toll))
        again[-1] = own
    shown = int(way in ("agency", "named")) + int(twin)
    return Drawn((base, *again), Expected({"killed": (shown, 1 + int(twin))}))


def _reprint(world: World, base: Story, way: str, origin: Outlet) -> Story:
    """The same text, perhaps cut at its end, under another headline."""
    kept = base.paragraphs[: len(base.paragraphs) - world.rng.randint(0, 2)]
    title = world.say(world.rng.choice(world.attack["titles"]))
    lines = ("This article was originally published by {}.", "Source: {}", "Reprinted from {}.", "via {}")
    credit = world.rng.choice(lines).format(origin.name) if way == "published" else None
    day = base.day + timedelta(days=world.rng.randint(0, 1))
    return Story(world.outlet(), day, title, kept, None, credit)


def hospitals(world: World, twin: bool) -> Drawn:
    """Two papers, two hospitals with one number; in the twin it is one hospital."""
    first = world.hospital()
    second = first if twin else world.hospital()
    stories = [story(world, lead(world, "leads"), attributed(world, each, world.toll)) for each in (first, second)]
    return Drawn(tuple(stories), Expected({"killed": (1 if twin else 2,) * 2}))


def governors(world: World, twin: bool) -> Drawn:
    """Two governors tell what one hospital said; in the twin each speaks for himself."""
    hospital = world.hospital()
    stories = []
    for _ in range(2):
        governor = world.person()
        wording = world.pick(SAID["through"])
        through = world.say(wording, world.toll, governor=governor, hospital=hospital)
        told = attributed(world, f"Governor {governor}", world.toll) if twin else through
        stories.append(story(world, lead(world, "leads"), told))
    return Drawn(tuple(stories), Expected({"killed": (2 if twin else 1,) * 2}))


def addition(world: World, twin: bool) -> Drawn:
    """Two papers print an agency's text, and one adds what its own people saw; in the twin it adds nothing."""
    agency = world.rng.choice(WORDS["agencies"])
    wounded = world.other_number(world.toll)
    first = f"{world.town.upper()} ({WORDS['letters'][agency]}) - {lead(world, 'tolls', world.toll)}"
    noun = world.rng.choice(world.attack["nouns"])
    hurt = world.say(world.rng.choice(SAID["hurt"]), wounded, attack=noun)
    base = story(world, first, hurt)
    outlet = world.outlet()
    seen = world.other_number(world.toll, wounded)
    own = world.say(world.rng.choice(SAID["own"]), seen, outlet=outlet.name.removeprefix("The "))
    more = base.paragraphs if twin else (*base.paragraphs, own)
    other = Story(outlet, base.day, world.say(world.rng.choice(world.attack["titles"])), more)
    counts = (1, 1) if twin else (2, 2)
    return Drawn((base, other), Expected({"killed": (1, 1), "injured": counts}))


def denial(world: World, twin: bool) -> Drawn:
    """One side is accused and denies it; in the twin it says that it did it."""
    group, later = world.group(), world.after(1)
    by = world.say(world.rng.choice(world.attack["by"]), group=group, day=world.when(world.day))
    blame = world.say(world.rng.choice(SAID["blame"]), source=world.official(), by=by[0].lower() + by[1:])
    accused = story(world, lead(world, "tolls", world.toll), blame)
    names = {"group": group, "later": f"{later:%A}", "attack": world.rng.choice(world.attack["nouns"])}
    names["denial"] = world.say(world.rng.choice(world.attack["denials"]))
    names["denial"] = names["denial"][0].lower() + names["denial"][1:]
    answer = world.say(world.rng.choice(SAID["claimed" if twin else "denied"]), **names)
    second = story(world, answer, lead(world, "tolls", world.toll), day=later)
    return Drawn((accused, second), Expected(denied=not twin, grade="Confirmed" if twin else None))


def rising(world: World, twin: bool) -> Drawn:
    """A toll that one source raises on three days; in the twin three sources differ on one day."""
    world.people = "people"  # a toll of all and one of civilians would not conflict
    tolls = [world.toll, world.toll + world.rng.randint(2, 9), world.toll + world.rng.randint(11, 25)]
    source = world.official()
    stories = []
    for at, toll in enumerate(tolls):
        day = world.day if twin else world.after(at)
        if twin or at == 0:
            told = [lead(world, "leads"), attributed(world, world.hospital() if twin else source, toll)]
        else:
            wording = world.pick(SAID["rising"])
            names = {"today": f"{day:%A}", "day": world.when(day), "source": source}
            told = [world.say(wording, toll, attack=f"the {world.attack['noun']}", **names)]
        stories.append(story(world, *told, day=day))
    if twin:
        return Drawn(tuple(stories), Expected({"killed": (3, 3)}, conflict=True))
    return Drawn(tuple(stories), Expected({"killed": (1, 1)}, history=tuple(tolls)))


def two_attacks(world: World, twin: bool) -> Drawn:
    """Two attacks on one town on one day, one told by each of two papers and both by a third; in the twin the papers
    tell of one attack."""
    other = world.other_number(world.toll)
    morning, evening = f"on {world.day:%A} morning", f"on {world.day:%A} evening"
    first = lead(world, "tolls", world.toll, day=morning)
    if twin:
        second = lead(world, "tolls", world.toll, day=morning)
        both = [lead(world, "tolls", world.toll, day=morning)]
    else:
        second = lead(world, "tolls", other, day=evening, site=world.other_site)
        both = [
            lead(world, "tolls", world.toll, day=morning),
            lead(world, "tolls", other, day=evening, site=world.other_site),
        ]
    stories = (story(world, first), story(world, second), story(world, *both))
    return Drawn(stories, Expected(incidents=1 if twin else 2))


def uncredited(world: World, twin: bool) -> Drawn:
    """Five papers that credit nobody; in the twin one names its hospital."""
    stories = [story(world, lead(world, "tolls", world.toll)) for _ in range(5)]
    if twin:
        stories[2] = story(world, lead(world, "leads"), attributed(world, world.hospital(), world.toll))
    return Drawn(tuple(stories), Expected({"killed": (1 if twin else 0, 5)}))


SETS: Mapping[str, Callable[[World, bool], Drawn]] = {
    "reprints": reprints,
    "hospitals": hospitals,
    "governors": governors,
    "addition": addition,
    "denial": denial,
    "rising": rising,
    "two_attacks": two_attacks,
    "uncredited": uncredited,
}
