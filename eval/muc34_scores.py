"""Scores of templates: a report's templates paired with those of the key, and what each fill is worth.

The scorer of 1992 is not here.  As it did: a fill is worth 1 where it is right, a half where partly right, 0 else;
recall is worth over fills of the key, precision worth over fills given; templates that find no partner count in full,
unless the key calls them optional, as do its optional fills.  Otherwise than there: nobody pairs templates by hand or
with an eye on a person's judgement; a string is right where it is one of the key's (without articles), half right where
it has the same last word or half of the words; a class with a reference to words is half right where the words are
other ones; a date is half right where its last day is right, a place where some part of it is; ATTACK is half right for
any other type, and an instrument half right for what stands above it.  Templates are paired so that the worth is
largest, and only where the type is at least half right.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from eval.muc34_gold import Fill, Report, Template
from eval.muc34_words import WORDS

Given = tuple[str, str]
Slots = Mapping[str, Sequence[Given]]
TYPE = "INCIDENT: TYPE"
ABOVE = WORDS["instrument_above"]
_ARTICLES = re.compile(r"\b(?:THE|AN?|OF)\b|[^A-Z0-9]+")


@dataclass(slots=True)
class Tally:
    """Worth, and how many fills the key has and we give."""

    right: float = 0.0
    key: int = 0
    ours: int = 0

    def figures(self, name: str) -> dict[str, float]:
        """Precision, recall, F1."""
        precision = self.right / self.ours if self.ours else 0.0
        recall = self.right / self.key if self.key else 0.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        return {f"{name}.precision": precision, f"{name}.recall": recall, f"{name}.f1": f1}


def score(report: Report, ours: Sequence[Slots], tallies: Mapping[str, Tally]) -> None:
    """Adds one report, slot by slot."""
    for at, partner in pairs(report, ours):
        template: Template = report.templates[at] if at is not None else {}
        if partner is None and at is not None and report.optional[at]:
            continue
        made: Slots = ours[partner] if partner is not None else {}
        for name in {*template, *made}:
            worth, key = _worth(name, template.get(name, ()), made.get(name, ()))
            tally = tallies[name]
            tally.right += worth
            tally.key += key
            tally.ours += len(made.get(name, ()))


def pairs(report: Report, ours: Sequence[Slots]) -> list[tuple[int | None, int | None]]:
    """Numbers of templates of the key and of ours, each once; None where one has no partner."""
    worths = [[_together(template, made) for made in ours] for template in report.templates]
    chosen = paired(worths)
    left = [(None, at) for at in range(len(ours)) if at not in chosen]
    return [*enumerate(chosen), *left]


def paired(worths: Sequence[Sequence[float]]) -> list[int | None]:
    """For each row the column that makes the sum largest, none twice; None where nothing is worth anything."""

    @cache
    def best(row: int, used: int) -> tuple[float, tuple[int | None, ...]]:
        if row == len(worths):
            return 0.0, ()
        found = best(row + 1, used)
        top: tuple[float, tuple[int | None, ...]] = (found[0], (None, *found[1]))
        for column, worth in enumerate(worths[row]):
            if worth > 0 and not used >> column & 1:
                rest = best(row + 1, used | 1 << column)
                if worth + rest[0] > top[0]:
                    top = (worth + rest[0], (column, *rest[1]))
        return top

    return list(best(0, 0)[1])


def _together(template: Template, made: Slots) -> float:
    worths = {name: _worth(name, fills, made.get(name, ()))[0] for name, fills in template.items()}
    return sum(worths.values()) if worths.get(TYPE, 0.0) > 0 else 0.0


def _worth(name: str, fills: Sequence[Fill], given: Sequence[Given]) -> tuple[float, int]:
    """What the fills given are worth together, and how many the key asks for."""
    chosen = paired([[worth_of(name, fill, one) for one in given] for fill in fills])
    worths = [0.0 if at is None else worth_of(name, fill, given[at]) for fill, at in zip(fills, chosen, strict=True)]
    return sum(worths), sum(worth > 0 or not fill.optional for worth, fill in zip(worths, fills, strict=True))


def worth_of(name: str, fill: Fill, given: Given) -> float:
    """What one fill is worth against one of the key."""
    return max(_against(name, alternative, given) for alternative in fill.alternatives)


def _against(name: str, key: Given, given: Given) -> float:
    if name == "INCIDENT: DATE":
        return 1.0 if key[0] == given[0] else 0.5 if key[0][-9:] == given[0][-9:] else 0.0
    if name == "INCIDENT: LOCATION":
        return _places(key[0], given[0])
    if name == TYPE:
        return 1.0 if key[0] == given[0] else 0.5 if "ATTACK" in (key[0], given[0]) else 0.0
    if given[0] == "" and key[0] == "":
        return _strings(key[1], given[1])
    label = 1.0 if key[0] == given[0] else 0.5 if _related(key[0], given[0]) else 0.0
    if label and key[1] and given[1] and not _strings(key[1], given[1]):
        return 0.5
    return label


def _related(key: str, given: str) -> bool:
    return key in _line(given) or given in _line(key) or (key.strip("-~ ") == given.strip("-~ ") != "")


def _line(label: str) -> list[str]:
    above = ABOVE.get(label)
    return [above, *_line(above)] if above else []


def _places(key: str, given: str) -> float:
    wanted = [re.sub(r"\s*\(.*", "", part).strip() for part in re.split(r":| - |\)", key) if part.strip(" )")]
    found = [part.strip() for part in given.split(":")]
    if wanted[0] == found[0] and wanted[-1] in found and found[-1] in wanted:
        return 1.0
    return 0.5 if set(wanted) & set(found) else 0.0


def _strings(key: str, given: str) -> float:
    mine, theirs = plain(given), plain(key)
    if mine == theirs:
        return 1.0
    shared = set(mine) & set(theirs)
    near = mine[-1:] == theirs[-1:] or len(shared) * 2 >= max(len(set(mine)), len(set(theirs)))
    return 0.5 if shared and near else 0.0


def plain(words: str) -> tuple[str, ...]:
    """Words in capitals without accents, articles and marks."""
    bare = "".join(one for one in unicodedata.normalize("NFD", words) if not unicodedata.combining(one))
    return tuple(_ARTICLES.sub(" ", bare.upper()).split())
