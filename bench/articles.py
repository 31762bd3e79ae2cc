"""How long taking pages apart takes, beside trafilatura with metadata, on the same pages in one process.

    OPENBLAS_NUM_THREADS=1 python bench/articles.py [DATA]

DATA (by default $HEADWATER_DATA or ../shared/data) holds naeb/html and wcxb/html; without it, or without trafilatura,
the bench says so and ends.  Processor time, every n-th page, bytes in; ours gives blocks, articles, headers and the way
home.
"""

import gzip
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from headwater.knowledge import load
from headwater.reading.articles import read
from headwater.records import Page

STEPS = {"naeb": 2, "wcxb": 6}


def systems() -> dict[str, Callable[[bytes], object]]:
    """Ours and the rival's two profiles."""
    from trafilatura import bare_extraction

    knowledge = load()

    def headwater(data: bytes) -> object:
        return read(Page("p", "p", "text/html", None, "p", data), knowledge)

    return {
        "headwater": headwater,
        "trafilatura fast, with metadata": lambda data: bare_extraction(data, fast=True, with_metadata=True),
        "trafilatura, with metadata": lambda data: bare_extraction(data, with_metadata=True),
    }


def milliseconds(system: Callable[[bytes], object], pages: list[bytes]) -> float:
    """Processor time a page, after one page that is not counted."""
    system(pages[0])
    begun = time.process_time()
    for page in pages:
        try:
            system(page)
        except Exception:  # a rival that fails has at least been quick
            continue
    return (time.process_time() - begun) / len(pages) * 1000


def lines(data: Path) -> Iterator[str]:
    """One line for each set and system."""
    for name, step in STEPS.items():
        pages = [gzip.decompress(path.read_bytes()) for path in sorted(data.glob(f"{name}/html/*.gz"))[::step]]
        if not pages:
            yield f"{name}: no pages under {data / name}"
            continue
        yield f"{name}: {len(pages)} pages of {sum(map(len, pages)) // len(pages):,} bytes on average"
        for title, system in systems().items():
            yield f"  {title:34} {milliseconds(system, pages):6.1f} ms a page"


def main() -> None:
    """Print the lines, or why there are none."""
    data = Path(sys.argv[1] if len(sys.argv) > 1 else os.environ.get("HEADWATER_DATA", "../shared/data"))
    try:
        for line in lines(data):
            print(line, flush=True)
    except ImportError as error:
        print(f"skipped: {error} (pip install .[rivals])")


if __name__ == "__main__":
    main()
