"""Pinned floors: what the reader has once reached on the pages of this repository, it must not fall under.

    python -m eval.gate             # which figures are under their floor; exit code 1 if any
    python -m eval.gate --raise     # floors of figures that are better now move up; none is ever lowered
    python -m eval.gate --anew      # all floors at today's figures, for pages that have changed: to be argued for

The floors lie in floors.toml with the digest of the pages that they were reached on and the commit that reached them.
"""

import argparse
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from eval import sample, unseen
from eval.report import Options, Report

FLOORS = Path(__file__).parent / "floors.toml"
MEASURES = {"sample": sample.measure, "unseen": unseen.measure}
PINNED = (
    "pages.right_number", "pages.all_matched", "precision", "recall", "borders.of_all", "title.of_all",
    "authors.of_all", "publisher.of_all", "published.of_all", "credits.of_all", "embedded_in.of_all", "kind.of_all",
    "html.recall", "text.recall", "one.recall",
)  # fmt: skip
CAPPED = ("furniture_inside",)
HAIR = 0.003  # less than one article of the larger set
HEAD = """\
# Floors (at_least) and ceilings (at_most) that tests/test_gate.py holds the reader to; see eval/gate.py.
# `python -m eval.gate --raise` moves them up.  Who lowers one changes this file by hand, and says why in the commit.
"""


@dataclass(frozen=True, slots=True)
class Floor:
    """The floors of one yardstick, the digest of its pages, and the commit whose reading reached them."""

    name: str
    corpus: str
    commit: str
    at_least: Mapping[str, float]
    at_most: Mapping[str, float]


def measured() -> list[Report]:
    """The reports of the yardsticks that need nothing beside the repository."""
    return [measure(Path(), Options()) for measure in MEASURES.values()]


def load(path: Path) -> dict[str, Floor]:
    """The floors by yardstick."""
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    return {name: Floor(name=name, **table) for name, table in tables.items()}


def falls(floor: Floor, report: Report) -> Iterator[str]:
    """One line for each figure that is worse than pinned, or missing; one alone where the pages are others."""
    if floor.corpus != report.corpus:
        yield f"{floor.name}: the floors were reached on other pages ({floor.corpus}, now {report.corpus}): --anew"
        return
    for name, least in floor.at_least.items():
        if not report.figures.get(name, -1.0) >= least:
            yield f"{floor.name}.{name} {report.figures.get(name)} is under its floor {least}"
    for name, most in floor.at_most.items():
        if not report.figures.get(name, 2.0) <= most:
            yield f"{floor.name}.{name} {report.figures.get(name)} is over its ceiling {most}"


def pinned(report: Report, commit: str) -> Floor:
    """Floors a hair below the figures of a report."""
    at_least = {name: round(max(report.figures[name] - HAIR, 0.0), 3) for name in PINNED}
    at_most = {name: round(report.figures[name] + HAIR, 3) for name in CAPPED}
    return Floor(report.name, report.corpus, commit, at_least, at_most)


def raised(old: Floor, new: Floor) -> Floor:
    """The stricter of both for each figure; as it was where the pages differ or nothing is better."""
    if old.corpus != new.corpus:
        return old
    at_least = {name: max(old.at_least.get(name, 0.0), value) for name, value in new.at_least.items()}
    at_most = {name: min(old.at_most.get(name, 1.0), value) for name, value in new.at_most.items()}
    if (at_least, at_most) == (old.at_least, old.at_most):
        return old
    return replace(new, at_least=at_least, at_most=at_most)


def toml(floors: Mapping[str, Floor]) -> str:
    """The floors as floors.toml has them."""
    parts = [HEAD]
    for floor in floors.values():
        parts.append(f'\n[{floor.name}]\ncorpus = "{floor.corpus}"\ncommit = "{floor.commit}"\n')
        for key, values in (("at_least", floor.at_least), ("at_most", floor.at_most)):
            parts.append(f"\n[{floor.name}.{key}]\n")
            parts += [f'"{name}" = {value:.3f}\n' for name, value in values.items()]
    return "".join(parts)


def main() -> int:
    """Check the floors, or move them."""
    parser = argparse.ArgumentParser(prog="python -m eval.gate", description="Hold the reader to its pinned floors.")
    choice = parser.add_mutually_exclusive_group()
    choice.add_argument("--raise", dest="higher", action="store_true", help="move floors up where figures are better")
    choice.add_argument("--anew", action="store_true", help="set all floors at today's figures")
    options = parser.parse_args()
    reports = measured()
    if options.higher or options.anew:
        new = {report.name: pinned(report, _commit()) for report in reports}
        old = {} if options.anew else load(FLOORS)
        floors = {name: raised(old[name], floor) if name in old else floor for name, floor in new.items()}
        FLOORS.write_text(toml(floors), encoding="utf-8")
    floors = load(FLOORS)
    found = [line for report in reports for line in falls(floors[report.name], report)]
    sys.stdout.write("".join(f"{line}\n" for line in found) or "no figure is under its floor\n")
    return 1 if found else 0


def _commit() -> str:
    """The commit that is checked out, with `+` where the package differs from it."""
    head = _git("rev-parse", "--short=12", "HEAD")
    return head + ("+" if _git("status", "--porcelain", "--", "src") else "")


def _git(*words: str) -> str:
    done = subprocess.run(["git", *words], cwd=FLOORS.parents[1], capture_output=True, text=True, check=True)
    return done.stdout.strip()


if __name__ == "__main__":
    sys.exit(main())
