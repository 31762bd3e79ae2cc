"""What speaks for or against two articles telling of one happening: small named features, each a number."""

import math
from collections.abc import Callable

from headwater.gathering.incidents.evidence import counts_agree, days_apart, nearness
from headwater.gathering.incidents.rarity import likeness
from headwater.gathering.incidents.sighting import Telling

Feature = Callable[[Telling, Telling], float]
FULL_NAMES = 2
FAR_DAYS = math.log1p(365)


def same_words(a: Telling, b: Telling) -> float:
    """Cosine of the words of both articles, by rarity."""
    return likeness(a.setting.words, b.setting.words) if _chief(a, b) else 0.0


def same_head_words(a: Telling, b: Telling) -> float:
    """The same for titles and first paragraphs."""
    return likeness(a.setting.head, b.setting.head) if _chief(a, b) else 0.0


def same_sentence_words(a: Telling, b: Telling) -> float:
    """The same for the sentences of the mentions."""
    return likeness(a.words, b.words)


def same_people(a: Telling, b: Telling) -> float:
    """Persons named beside both, up to two, halved."""
    return min(len(a.people & b.people), FULL_NAMES) / FULL_NAMES


def same_people_around(a: Telling, b: Telling) -> float:
    """Persons named in both articles, up to two, halved."""
    return min(len(a.setting.people & b.setting.people), FULL_NAMES) / FULL_NAMES if _chief(a, b) else 0.0


def other_people(a: Telling, b: Telling) -> float:
    """1 where both articles name persons, and none is the same."""
    return float(
        bool(a.setting.people and b.setting.people) and not a.setting.people & b.setting.people and _chief(a, b)
    )


def same_day(a: Telling, b: Telling) -> float:
    """1 where both give a day, and it can be one."""
    return float(days_apart(a.days, b.days) == 0 and _precise(a) and _precise(b))


def days_meet(a: Telling, b: Telling) -> float:
    """1 where both give a time, one of them more than a day long, and they overlap."""
    return float(days_apart(a.days, b.days) == 0 and not (_precise(a) and _precise(b)))


def other_day(a: Telling, b: Telling) -> float:
    """Days between both, as a logarithm: 1 for a year."""
    return min(1.0, math.log1p(days_apart(a.days, b.days) or 0) / FAR_DAYS)


def another_day(a: Telling, b: Telling) -> float:
    """1 where both give a day, two or more apart."""
    return float((days_apart(a.days, b.days) or 0) >= 2 and _precise(a) and _precise(b))


def published_near(a: Telling, b: Telling) -> float:
    """1 where both articles came out within two days, and not both say when it happened."""
    gap = _gap(a, b)
    return float(gap is not None and gap <= 2)


def published_apart(a: Telling, b: Telling) -> float:
    """Days between the articles, as a logarithm: 1 for a year; 0 where both say when it happened."""
    return min(1.0, math.log1p(_gap(a, b) or 0) / FAR_DAYS)


def told_before(a: Telling, b: Telling) -> float:
    """1 where one article came out before the other says that it happened."""
    return float(_before(a, b) or _before(b, a))


def same_place(a: Telling, b: Telling) -> float:
    """1 where a town, village or point is the same."""
    return float(nearness(a.spots, b.spots) == "same")


def place_within(a: Telling, b: Telling) -> float:
    """1 where a place of one lies in a place of the other."""
    return float(nearness(a.spots, b.spots) == "within")


def place_near(a: Telling, b: Telling) -> float:
    """1 where the nearest places are within 25 km."""
    return float(nearness(a.spots, b.spots) == "near")


def other_place(a: Telling, b: Telling) -> float:
    """1 where the nearest places are further apart."""
    return float(nearness(a.spots, b.spots) == "apart")


def nowhere_together(a: Telling, b: Telling) -> float:
    """1 where they are, and the articles have no place name in common at all."""
    return float(nearness(a.spots, b.spots) == "apart" and not a.setting.places & b.setting.places)


def same_places_around(a: Telling, b: Telling) -> float:
    """Share of the place names of the article that names fewer that the other has too."""
    fewer = min(len(a.setting.places), len(b.setting.places))
    return len(a.setting.places & b.setting.places) / fewer if fewer and _chief(a, b) else 0.0


def other_places_around(a: Telling, b: Telling) -> float:
    """1 where both articles name places, and none is the same."""
    return float(
        bool(a.setting.places and b.setting.places) and not a.setting.places & b.setting.places and _chief(a, b)
    )


def same_counts(a: Telling, b: Telling) -> float:
    """1 where all counts that both give could be one number."""
    return float(counts_agree(a.counts, b.counts) is True)


def other_counts(a: Telling, b: Telling) -> float:
    """1 where a count that both give cannot be one number."""
    return float(counts_agree(a.counts, b.counts) is False)


def same_kind(a: Telling, b: Telling) -> float:
    """Share of the kinds of happening of the one with fewer kinds."""
    return len(a.families & b.families) / min(len(a.families), len(b.families))


def same_stems(a: Telling, b: Telling) -> float:
    """The same for the words that name them."""
    return len(a.stems & b.stems) / min(len(a.stems), len(b.stems))


def same_sides(a: Telling, b: Telling) -> float:
    """1 where a side plays the same part in both."""
    return float(bool(a.sides & b.sides))


def other_sides(a: Telling, b: Telling) -> float:
    """1 where a part is played by different sides."""
    roles = {role for role, _ in a.sides} & {role for role, _ in b.sides}
    return float(bool(roles) and not a.sides & b.sides)


def same_way(a: Telling, b: Telling) -> float:
    """1 where the attacks of both can have been carried out in one way."""
    return float(bool(a.ways & b.ways))


def other_way(a: Telling, b: Telling) -> float:
    """1 where they cannot."""
    return float(bool(a.ways and b.ways) and not a.ways & b.ways)


def same_means(a: Telling, b: Telling) -> float:
    """1 where a weapon or means is named in both."""
    return float(bool(a.means & b.means))


def other_means(a: Telling, b: Telling) -> float:
    """1 where both name means, and none is the same."""
    return float(bool(a.means and b.means) and not a.means & b.means)


def same_host(a: Telling, b: Telling) -> float:
    """1 where both articles stand on one site."""
    return float(bool(a.setting.host) and a.setting.host == b.setting.host)


def aside(a: Telling, b: Telling) -> float:
    """1 where one of the articles is chiefly about something else, so that what it says as a whole is no evidence."""
    return float(not _chief(a, b))


def background(a: Telling, b: Telling) -> float:
    """1 where one of the two tells of it as of something older."""
    return float(a.background or b.background)


FEATURES: tuple[Feature, ...] = (
    same_words,
    same_head_words,
    same_sentence_words,
    same_people,
    same_people_around,
    other_people,
    same_day,
    days_meet,
    other_day,
    another_day,
    published_near,
    published_apart,
    told_before,
    same_place,
    place_within,
    place_near,
    other_place,
    nowhere_together,
    same_places_around,
    other_places_around,
    same_counts,
    other_counts,
    same_kind,
    same_stems,
    same_sides,
    other_sides,
    same_way,
    other_way,
    same_means,
    other_means,
    same_host,
    aside,
    background,
)


def _chief(a: Telling, b: Telling) -> bool:
    return a.chief and b.chief


def _precise(telling: Telling) -> bool:
    return telling.days is not None and telling.days.precise


def _gap(a: Telling, b: Telling) -> int | None:
    first, second = a.setting.published, b.setting.published
    stated = a.days is not None and b.days is not None
    return None if stated or first is None or second is None else abs(first - second)


def _before(a: Telling, b: Telling) -> bool:
    published, days = a.setting.published, b.days
    return published is not None and days is not None and days.precise and days.first > published + 1
