"""Made sets: pages drawn from seeds, read and gathered, against the truth they were drawn with (eval/made).

For each set and its twin the share of draws on which all is as it must be (`set`, `twin`), and of draws on which both
are (`both`).  Draws are `options.seed` times 1000 and on; those of seeds 500 and 501 were read by eye while rules were
written, others not.

    HEADWATER_MADE_DRAWS   how many draws of each set and twin (50)
"""

import os
import tempfile
import warnings
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from eval.made.checking import problems
from eval.made.makes import made
from eval.made.sets import SETS, Drawn
from eval.made.world import World
from eval.report import Options, Report
from headwater.ledger import open_ledger
from headwater.pages import PageOptions
from headwater.records import Given, Incident
from headwater.session import Wish, read_into, versions


def measure(_: Path, options: Options) -> Report:
    """Figures on the draws of `options.seed`; no data folder is needed."""
    draws = int(os.environ.get("HEADWATER_MADE_DRAWS", "50"))
    figures: dict[str, float] = {}
    notes: list[str] = []
    for name in options.systems or tuple(SETS):
        right = {"set": set(range(draws)), "twin": set(range(draws))}
        wrong: Counter[str] = Counter()
        for side, draw, found in _all(name, options.seed * 1000, draws):
            if found:
                right[side].discard(draw)
                wrong.update(f"{name}.{side}: {each}" for each in found)
                notes += [f"# {name}.{side} {options.seed * 1000 + draw}: {'; '.join(found)}"] if options.pages else []
        figures |= {f"{name}.{side}": len(right[side]) / draws for side in ("set", "twin")}
        figures[f"{name}.both"] = len(right["set"] & right["twin"]) / draws
        notes += [f"# {count} x {each}" for each, count in wrong.most_common(6)] if not options.pages else []
    settings = {"seed": str(options.seed), "draws": str(draws), "code": versions()["code"]}
    return Report("made", draws * 2 * len(figures) // 3, "drawn", settings, figures, tuple(notes))


def _all(name: str, first: int, draws: int) -> Iterator[tuple[str, int, list[str]]]:
    for draw in range(draws):
        for side in ("set", "twin"):
            drawn = draw_set(name, first + draw, twin=side == "twin")
            yield side, draw, problems(drawn, incidents_of(drawn, str(first + draw)))


def draw_set(name: str, seed: int, *, twin: bool) -> Drawn:
    """One draw of a set or its twin; set and twin of one seed have the same names and numbers as far as they can."""
    return SETS[name](World(f"{name} {seed}"), twin)


def incidents_of(drawn: Drawn, seed: str) -> tuple[Incident, ...]:
    """What reading and gathering make of the pages, on a ledger that is thrown away."""
    with tempfile.TemporaryDirectory() as folder:
        sources = write(drawn, Path(folder, "pages"), seed)
        with open_ledger(Path(folder, "ledger.sqlite")) as ledger, warnings.catch_warnings():
            warnings.simplefilter("ignore")
            wish = Wish([str(Path(folder, "pages"))], PageOptions(sources=sources), workers=1)
            read_into(ledger, wish)
            return tuple(ledger.view().records("incident"))


def write(drawn: Drawn, folder: Path, seed: str) -> dict[str, Given]:
    """Write the pages, each in a make of its own; what a user would say beside them: addresses, and for a plain text
    its outlet and day."""
    folder.mkdir()
    sources = {}
    rng = World(seed).rng
    for number, story in enumerate(drawn.stories):
        page = made(story, number, rng)
        Path(folder, page.file).write_bytes(page.data)
        plain = page.file.endswith(".txt")
        said = {"outlet": page.outlet, "published": story.day.isoformat()} if plain else {}
        sources[page.file] = Given(url=page.url, **said)
    return sources
