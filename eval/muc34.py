"""Templates of MUC-4 (TST2; DEV and TST1 to choose by): slot scores, and micro F1 over the six slots usual since.

The original scorer is not here.  Templates of one report are paired so that most fills match, those of one type only;
a fill is correct where it is one of the key's alternatives, half so where one holds the other's last word; optional
fills count only where given; unpaired templates count in full.  `all` is over the slots that we fill, recall over all
slots of the key.  `six`: type, individual and organisation, target, victim, weapon, exact or by the last word.  Texts
are in upper case and are brought back to small letters first, by how gva and syrianews write words.  For comparison, on
other texts or by the original scorer: the best system of 1992 F 57.2 over 24 slots; GTT (2021, trained) 50.2 micro F1.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations
from pathlib import Path

from eval import muc34_gold
from eval.corpus import corpus_hash
from eval.muc34_casing import Casing, learned
from eval.muc34_gold import Fill, Template
from eval.muc34_templates import Slots, templates
from eval.read_text import knowledge, numbers_of, spoken_of
from eval.report import Options, Report, Skipped
from headwater.reading import events, places, times
from headwater.records import Event, Moment, Span

SIX = {
    "type": ("INCIDENT: TYPE",),
    "individual": ("PERP: INDIVIDUAL ID",),
    "organisation": ("PERP: ORGANIZATION ID",),
    "target": ("PHYS TGT: ID",),
    "victim": ("HUM TGT: NAME", "HUM TGT: DESCRIPTION"),
    "weapon": ("INCIDENT: INSTRUMENT ID",),
}
MOST_TEMPLATES = 6


@dataclass(slots=True)
class Tally:
    """Matches, and how many fills the key and we have."""

    right: float = 0.0
    key: int = 0
    ours: int = 0

    def figures(self, name: str) -> dict[str, float]:
        """Precision, recall, F1."""
        precision = self.right / self.ours if self.ours else 0.0
        recall = self.right / self.key if self.key else 0.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        return {f"{name}.precision": precision, f"{name}.recall": recall, f"{name}.f1": f1}


def measure(data: Path, options: Options) -> Report | Skipped:
    """On TST2; with half=choose on TST1."""
    part = "tst1" if options.half == "choose" else "tst2"
    reports = muc34_gold.load(data, part)
    if not reports:
        return Skipped("muc34", f"no muc34 under {data}")
    casing = learned(data)
    tallies = {name: Tally() for name in ("all", "six.exact", "six.head", *(f"six.{slot}" for slot in SIX))}
    for report in reports:
        found = templates(read(report.id, report.text, casing))
        score(report.templates, found, tallies)
    figures = {"reports": float(len(reports))}
    for name, tally in tallies.items():
        figures |= tally.figures(name)
    files = list((data / "muc34" / "TASK" / "CORPORA" / part).iterdir())
    return Report("muc34", len(reports), corpus_hash(files), {"part": part, "casing": "gva, syrianews"}, figures)


def read(id_: str, text: str, casing: Casing) -> Sequence[Event]:
    """The events of a report."""
    spoken = spoken_of(id_, casing.restored(text), _published(text))
    known = knowledge()
    timed = times.read(spoken, known)
    return events.read(spoken, timed, places.read(spoken, known), numbers_of(spoken), known)


def _published(text: str) -> Moment | None:
    """The day in the first line: SAN SALVADOR, 3 JAN 90."""
    found = re.search(r"\b(\d{1,2}) ([A-Z]{3})[A-Z]* (\d{2})\b", text[:200])
    if not found or found.group(2) not in _MONTHS:
        return None
    month = _MONTHS.index(found.group(2)) + 1
    day = f"19{found.group(3)}-{month:02}-{int(found.group(1)):02}"
    return Moment(Span(*found.span()), day, "day", None, False, "dateline")


_MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()


def score(key: Sequence[Template], ours: Sequence[Slots], tallies: dict[str, Tally]) -> None:
    """Adds the best pairing of one report."""
    pairs = best_pairs(key[:MOST_TEMPLATES], ours[:MOST_TEMPLATES])
    pairs += [(template, None) for template in key[MOST_TEMPLATES:]]
    for template, made in pairs:
        for name in {*(template or ()), *(made or ())}:
            _add(tallies["all"], (template or {}).get(name, ()), (made or {}).get(name, ()), half=True)
        for slot, names in SIX.items():
            fills = [fill for name in names for fill in (template or {}).get(name, ())]
            given = [fill for name in names for fill in (made or {}).get(name, ())]
            for tally, half in (("six.exact", False), ("six.head", True), (f"six.{slot}", True)):
                _add(tallies[tally], fills, given, half=half, whole=half)


def best_pairs(key: Sequence[Template], ours: Sequence[Slots]) -> list[tuple[Template | None, Slots | None]]:
    """Each template of the key with one of ours of its type, or with none; and ours that are left."""
    padded: list[Slots | None] = [*ours, *([None] * len(key))]
    best: tuple[float, tuple[int, ...]] = (-1.0, ())
    for order in permutations(range(len(padded)), len(key)):
        worth = sum(_worth(template, padded[at]) for template, at in zip(key, order, strict=True))
        best = max(best, (worth, order))
    chosen = [(template, _same_type(template, padded[at])) for template, at in zip(key, best[1], strict=True)]
    used = [made for _, made in chosen]
    return [*chosen, *((None, made) for made in ours if not any(made is one for one in used))]


def _same_type(template: Template, made: Slots | None) -> Slots | None:
    return made if made is not None and _worth(template, made) > 0 else None


def _worth(template: Template, made: Slots | None) -> float:
    if made is None or not _match(template["INCIDENT: TYPE"][0], made["INCIDENT: TYPE"][0]):
        return 0.0
    return 0.1 + sum(_right(fills, made.get(name, ()), half=True, whole=False)[0] for name, fills in template.items())


def _add(
    tally: Tally, fills: Sequence[Fill], given: Sequence[tuple[str, str]], *, half: bool, whole: bool = False
) -> None:
    right, key = _right(fills, given, half=half, whole=whole)
    tally.right += right
    tally.key += key
    tally.ours += len(given)


def _right(fills: Sequence[Fill], given: Sequence[tuple[str, str]], *, half: bool, whole: bool) -> tuple[float, int]:
    """What the matches are worth, and how many fills the key asks for."""
    left = list(given)
    right, key = 0.0, 0
    for fill in fills:
        worths = [(_worth_of(fill, one, half, whole), index) for index, one in enumerate(left)]
        worth, index = max(worths, default=(0.0, -1))
        key += not fill.optional or worth > 0
        if worth > 0:
            right += worth
            left.pop(index)
    return right, key


def _worth_of(fill: Fill, given: tuple[str, str], half: bool, whole: bool) -> float:
    if _match(fill, given):
        return 1.0
    if half and given[0] and any(given[0] in _parts(label) for label, _ in fill.alternatives):
        return 0.5
    if half and any(_head(said) == _head(given[1]) for _, said in fill.alternatives if said and given[1]):
        return 1.0 if whole else 0.5
    return 0.0


def _match(fill: Fill, given: tuple[str, str]) -> bool:
    return any(given in _forms(label, said) for label, said in fill.alternatives)


def _forms(label: str, said: str) -> Iterator[tuple[str, str]]:
    yield (label, said)
    if said:
        yield ("", said)
    if label:
        yield (label, "")


def _parts(label: str) -> list[str]:
    """Of a place its parts: EL SALVADOR: SAN MIGUEL (DEPARTMENT)."""
    return [part.strip(" )") for part in label.replace("(", ":").split(":")]


def _head(words: str) -> str:
    return words.rsplit(maxsplit=1)[-1] if words else ""
