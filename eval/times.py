"""Times (WikiWars, TimeBank with AQUAINT): F1 of spans, strict and relaxed; values; megabytes a second.

A span found is right (strict) where both ends are those of a marked one, relaxed where they overlap, each marked one
counting once.  `value` is the share of the relaxed matches whose TIMEX value is the marked one; `value_all` the share
of all marked ones.  Values are compared after `plain_value`, which takes away differences of writing only.

Each text is one article, dated as its file says.  The rivals are zoo/syntime_manner.py (spans only) and every four
digits between 1000 and 2100 (`trivial`).  Speed is processor time of one core, sentences given; the first text also
pays for compiling.
"""

import re
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.corpus import corpus_hash
from eval.report import Options, Report, Skipped
from eval.times_gold import Document, Timex, files, load
from eval.zoo import syntime_manner
from eval.zoo.our_times import reader

SETS = ("wikiwars", "timebank")
System = Callable[[Document], Sequence[Timex]]
_SETS = {"P1D": "XXXX-XX-XX", "P1W": "XXXX-WXX", "P1M": "XXXX-XX", "P1Y": "XXXX"}
_YEAR = re.compile(r"(?<![\d,.$])(?:1\d|20)\d\d(?![\d,]|\.\d)")


@dataclass(slots=True)
class Tally:
    """Counts over documents; `valued` are those found that have a value, which a system of spans alone never has."""

    marked: int = 0
    found: int = 0
    strict: int = 0
    relaxed: int = 0
    value: int = 0
    valued: int = 0


def measure(data: Path, options: Options) -> Report | Skipped:
    """Figures of every system on both sets."""
    paths = [path for set_ in SETS for path in files(data, set_)]
    if not paths:
        return Skipped("times", f"no wikiwars or timebank under {data}")
    figures: dict[str, float] = {}
    items = 0
    for set_ in SETS:
        documents = load(data, set_, options.half)
        items += len(documents)
        figures[f"{set_}.marked"] = float(sum(len(document.gold) for document in documents))
        systems: Mapping[str, System] = {
            "ours": reader(documents),
            "syntime_manner": syntime_manner.find,
            "trivial": trivial,
        }
        for name, system in systems.items():
            if not options.systems or name in options.systems:
                figures |= _figures(f"{set_}.{name}", documents, system)
    return Report("times", items, corpus_hash(paths), {"half": options.half}, figures)


def trivial(document: Document) -> Sequence[Timex]:
    """Every number that could be a year."""
    return [Timex(found.start(), found.end(), found.group(), "DATE") for found in _YEAR.finditer(document.text)]


def _figures(name: str, documents: Sequence[Document], system: System) -> dict[str, float]:
    total = Tally()
    spent = characters = 0.0
    for document in documents:
        begin = time.process_time()
        found = system(document)
        spent += time.process_time() - begin
        characters += len(document.text)
        count(total, document.gold, found)
    figures = {f"{name}.strict_f1": _f1(total.strict, total), f"{name}.relaxed_f1": _f1(total.relaxed, total)}
    figures[f"{name}.strict_precision"] = total.strict / max(total.found, 1)
    figures[f"{name}.strict_recall"] = total.strict / max(total.marked, 1)
    if total.valued:
        figures[f"{name}.value"] = total.value / max(total.relaxed, 1)
        figures[f"{name}.value_all"] = total.value / max(total.marked, 1)
    figures[f"{name}.mb_per_second"] = characters / 1e6 / max(spent, 1e-9)
    return figures


def pairs(gold: Sequence[Timex], found: Sequence[Timex]) -> list[tuple[Timex, Timex]]:
    """Marked ones with what was found over them: the same span first, else the first that overlaps."""
    free = list(found)
    matched: list[tuple[Timex, Timex]] = []
    for exact in (True, False):
        taken = {id(marked) for marked, _ in matched}
        for marked in gold:
            if id(marked) in taken:
                continue
            for each in free:
                same = (each.start, each.end) == (marked.start, marked.end)
                if same if exact else each.start < marked.end and marked.start < each.end:
                    matched.append((marked, each))
                    free.remove(each)
                    break
    return matched


def count(total: Tally, gold: Sequence[Timex], found: Sequence[Timex]) -> None:
    """Add one document to the tally."""
    total.marked += len(gold)
    total.found += len(found)
    total.valued += sum(bool(each.value) for each in found)
    for marked, each in pairs(gold, found):
        total.relaxed += 1
        total.strict += (marked.start, marked.end) == (each.start, each.end)
        total.value += same_value(marked, each)


def same_value(marked: Timex, found: Timex) -> bool:
    """Whether both values mean the same; for what happens again and again, P1D is also written XXXX-XX-XX."""
    one, other = plain_value(marked.value), plain_value(found.value)
    return one == other or (found.kind == "SET" and _SETS.get(other) == one)


def plain_value(value: str) -> str:
    """The value without differences of writing: XX for unknown parts at its end left out, W8 for W08, DE for decades,
    "null" for none."""
    value = "" if value == "null" else value
    value = re.sub(r"W(\d)(?!\d)", r"W0\1", value.strip())
    value = re.sub(r"^P1(?:DE|E)$", "P10Y", value)
    value = re.sub(r"(?<=\d)(?:-XX)+$", "", value)
    return re.sub(r"(?<=^\d{3})X$", "", value)


def _f1(right: int, total: Tally) -> float:
    return 2 * right / max(total.found + total.marked, 1)
