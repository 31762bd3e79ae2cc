"""All of reading, beside trafilatura fast with metadata + a spaCy pipeline, on the same pages, in turns, in one run.

    python bench/reading.py [DATA] [--step N] [--rounds N] [--out bench/runs/reading.txt]

Pages: all of DATA/naeb and a hundred article pages of DATA/wcxb (DATA by default $HEADWATER_DATA or ../shared/data);
every N-th of them with --step.  The rival's pipeline (tags, trees, names; the small English architecture) lies in
$HEADWATER_SPACY, as `python -m eval.zoo.train_spacy` leaves it: with random weights its parser takes each word for a
sentence, and twice the time.  Each system has its own processes, one or two, each bound to a core of its own; the
systems take turns every few pages, so that a busy minute falls on both.  Loading is not timed.

"The encoder alone" reads once more what reading sent to it, batch for batch, and nothing else; a token is a piece of
a word that is not padding.  Memory is the peak of each worker, added up, shared libraries counted in each.
"""

import argparse
import gzip
import json
import os
import platform
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from importlib.metadata import version
from multiprocessing import get_context
from pathlib import Path

sys.path.insert(
    0, str(Path(__file__).parents[1])
)  # the rival's pipeline lies in eval/zoo, the workers beside this file

from bench.reading_workers import SYSTEMS, Visit, begin, replay, visit

ONE_CORE = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
TURN = 12  # pages


@dataclass(slots=True)
class Total:
    """What a system has cost so far: seconds on the clock while it had the machine, and what its visits say."""

    seconds: float = 0.0
    visits: list[Visit] = field(default_factory=list)
    alone: float = 0.0

    def pages_per_second(self) -> float:
        """Pages read in a second on the clock."""
        return len(self.visits) / self.seconds

    def line(self) -> str:
        """Pages a second, processor time a page, failures."""
        used = sum(each.processor for each in self.visits) / len(self.visits) * 1000
        failed = sum(each.failed for each in self.visits)
        return f"{self.pages_per_second():6.2f} pages/s  {used:6.1f} ms of processor a page  failed {failed}"

    def megabytes(self) -> float:
        """Peak memory of the workers, added up."""
        return sum({each.process: each.megabytes for each in self.visits}.values())


def pages(data: Path, step: int) -> list[bytes]:
    """The pages' bytes, news first."""
    news = sorted(data.glob("naeb/html/*.html.gz"))
    articles = []
    for path in sorted(data.glob("wcxb/ground-truth/*.json")):
        kind = json.loads(path.read_bytes()).get("_internal", {}).get("page_type", "article")
        page = data / "wcxb" / "html" / f"{path.stem}.html.gz"
        if (kind.get("primary") if isinstance(kind, dict) else kind) == "article" and page.exists():
            articles.append(page)
    return [gzip.decompress(path.read_bytes()) for path in (*news, *articles[:100])[::step]]


def contest(every: Sequence[bytes], workers: int, rounds: int) -> dict[str, Total]:
    """Each system's total over all pages, `rounds` times, with this many workers."""
    os.environ |= ONE_CORE
    context = get_context("spawn")
    pools = {
        name: ProcessPoolExecutor(workers, context, begin, (name, context.Value("i", 0), workers == 1))
        for name in SYSTEMS
    }
    totals = {name: Total() for name in SYSTEMS}
    try:
        for pool in pools.values():  # both workers up and warm before anything is timed
            list(pool.map(visit, [every[0]] * 2 * workers))
            pool.submit(replay).result()
        for turn in (every[at : at + TURN] for _ in range(rounds) for at in range(0, len(every), TURN)):
            for name, pool in pools.items():
                begun = time.perf_counter()
                totals[name].visits += pool.map(visit, turn)
                totals[name].seconds += time.perf_counter() - begun
                totals[name].alone += pool.submit(replay).result() if workers == 1 else 0.0
    finally:
        for pool in pools.values():
            pool.shutdown()
    return totals


def encoder_lines(total: Total) -> Iterator[str]:
    """The encoder within reading and alone, in one process."""
    tokens = sum(each.tokens for each in total.visits)
    if not tokens:
        yield "encoder: none was run (no pack in the package)"
        return
    reading, within = sum(each.clock for each in total.visits), sum(each.encoder for each in total.visits)
    yield f"encoder: {tokens} tokens sent on {len(total.visits)} pages"
    yield f"  alone                       {tokens / total.alone:9.0f} tokens/s"
    share = total.alone / reading
    yield f"  all of reading              {tokens / reading:9.0f} tokens/s, {share:.1%} of the encoder alone"
    yield f"  share of reading spent in it {within / reading:.1%}"


def lines(data: Path, step: int, rounds: int) -> Iterator[str]:
    """The settings, then the figures."""
    every = pages(data, step)
    if not every:
        yield f"skipped: no pages under {data}"
        return
    if not os.environ.get("HEADWATER_SPACY"):
        yield "skipped: no trained rival (HEADWATER_SPACY, see eval/zoo/train_spacy.py)"
        return
    packages = ("headwater", "trafilatura", "spacy")
    size = sum(map(len, every)) // len(every)
    yield f"# {len(every)} pages of {size:,} bytes on average, {rounds} round(s), step {step}"
    releases = " ".join(f"{name}={version(name)}" for name in packages)
    load = os.getloadavg()[0]
    yield f"# python={platform.python_version()} {releases} cores={os.cpu_count()} load={load:.2f} at the start"
    for workers in (1, 2):
        totals = contest(every, workers, rounds)
        yield f"{workers} process{'es' if workers > 1 else ''}"
        for name, total in totals.items():
            memory = f"  peak {total.megabytes():.0f} MB" if workers > 1 else ""  # alone, a worker also keeps its calls
            yield f"  {name:28} {total.line()}{memory}"
        ours, rival = (total.pages_per_second() for total in totals.values())
        yield f"  headwater to the rival       {ours / rival:.2f}x"
        if workers == 1:
            yield from encoder_lines(totals["headwater"])


def main() -> None:
    """Print the lines, or why there are none; write them to a file where one is given."""
    parser = argparse.ArgumentParser(description="All of reading, beside trafilatura and spaCy.")
    parser.add_argument("data", nargs="?", type=Path, default=Path(os.environ.get("HEADWATER_DATA", "../shared/data")))
    parser.add_argument("--step", type=int, default=1, help="every N-th page (1: all)")
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--out", type=Path, help="write the lines to this file too")
    options = parser.parse_args()
    written = []
    try:
        for line in lines(options.data, options.step, options.rounds):
            print(line, flush=True)
            written.append(line)
    except ImportError as error:
        print(f"skipped: {error} (pip install .[rivals])")
        return
    if options.out:
        options.out.write_text("\n".join(written) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
