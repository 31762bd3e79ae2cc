"""A system over many pages, in a process of its own: its texts, seconds of CPU, and peak memory."""

import gzip
import os
import resource
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

# Array libraries otherwise spin on every core, which counts as CPU time and helps nobody on pages of this size.
ONE_CORE = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one system made of the pages, in their order.  `raised` counts pages on which it failed (their text is
    empty); memory is the peak of its process, in MB, interpreter included."""

    texts: tuple[str, ...]
    seconds: float
    megabytes: float
    raised: int
    failure: str | None = None


def contest(system: str, pages: Sequence[Path]) -> Outcome:
    """The system's outcome over gzipped pages; loading and gunzipping are not timed.  `failure` says why it could
    not be run at all."""
    os.environ |= ONE_CORE
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(_run, system, tuple(pages)).result()


def _run(system: str, pages: tuple[Path, ...]) -> Outcome:
    from eval.zoo import SYSTEMS

    try:
        extract = SYSTEMS[system]()
    except ImportError as error:
        return Outcome((), 0.0, 0.0, 0, f"cannot be loaded ({error})")
    texts: list[str] = []
    seconds, raised = 0.0, 0
    for path in pages:
        data = gzip.decompress(path.read_bytes())
        begun = time.process_time()
        try:
            texts.append(extract(data))
        except Exception:  # a rival that fails on a page has found nothing there; the failures are counted
            texts.append("")
            raised += 1
        seconds += time.process_time() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Outcome(tuple(texts), seconds, peak, raised)
