"""What the processes of bench/reading.py run: a system each, and the calls of the encoder counted."""

import os
import resource
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Reads = Callable[[bytes], object]


@dataclass(frozen=True, slots=True)
class Visit:
    """One page read: seconds on the clock, of the processor and within the encoder; tokens sent to it; peak memory."""

    process: int
    clock: float
    processor: float
    encoder: float
    tokens: int
    megabytes: float
    failed: bool


@dataclass(slots=True)
class Calls:
    """The calls of the encoder since it was last asked: their seconds and tokens, and what was sent, if it is kept."""

    seconds: float = 0.0
    tokens: int = 0
    sent: list[Callable[[], object]] | None = None


_calls = Calls()
_reads: list[Reads] = []


def headwater() -> Reads:
    """All of reading."""
    from headwater.knowledge import load
    from headwater.reading.reader import read_page
    from headwater.records import Page

    knowledge = load()
    return lambda data: read_page(Page("p", "p", "text/html", None, "p", data), knowledge)


def trafilatura_spacy() -> Reads:
    """Main text and metadata, then tags, trees and names."""
    from eval.zoo.small_spacy import reading_pipeline
    from trafilatura import bare_extraction

    nlp = reading_pipeline(Path(os.environ["HEADWATER_SPACY"]))

    def run(data: bytes) -> object:
        found = bare_extraction(data, fast=True, with_metadata=True)
        return nlp(found.text) if found and found.text else None

    return run


SYSTEMS: Mapping[str, Callable[[], Reads]] = {"headwater": headwater, "trafilatura fast + spaCy": trafilatura_spacy}


def begin(system: str, number: Any, keep: bool) -> None:
    """Binds this process to a core of its own and loads the system; `keep` what is sent to the encoder for `replay`."""
    with number.get_lock():
        mine, number.value = number.value, number.value + 1
    cores = sorted(os.sched_getaffinity(0))
    os.sched_setaffinity(0, {cores[mine % len(cores)]})
    _calls.sent = [] if keep else None
    if system == "headwater":
        _count_calls()
    _reads.append(SYSTEMS[system]())


def visit(data: bytes) -> Visit:
    """Reads one page."""
    _calls.seconds, _calls.tokens, failed = 0.0, 0, False
    clock, processor = time.perf_counter(), time.process_time()
    try:
        _reads[0](data)
    except Exception:  # a rival that fails has at least been quick; the failures are counted
        failed = True
    clock, processor = time.perf_counter() - clock, time.process_time() - processor
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Visit(os.getpid(), clock, processor, _calls.seconds, _calls.tokens, peak, failed)


def replay() -> float:
    """Seconds that the encoder takes for all that was sent to it since the last replay."""
    sent, _calls.sent = _calls.sent or [], [] if _calls.sent is not None else None
    begun = time.perf_counter()
    for call in sent:
        call()
    return time.perf_counter() - begun


def _count_calls() -> None:
    """Every run of an onnxruntime session is timed, its tokens counted, and its input kept where that is asked for."""
    from onnxruntime import InferenceSession

    run = InferenceSession.run

    def counted(self: Any, outputs: Any, feed: Any, *rest: Any) -> Any:
        begun = time.perf_counter()
        result = run(self, outputs, feed, *rest)
        _calls.seconds += time.perf_counter() - begun
        _calls.tokens += _tokens(feed)
        if _calls.sent is not None:
            _calls.sent.append(lambda: run(self, outputs, feed, *rest))
        return result

    InferenceSession.run = counted


def _tokens(feed: Mapping[str, Any]) -> int:
    """Those that the mask leaves in; without a mask, the ids that are not 0."""
    mask = next((feed[name] for name in feed if "mask" in name), None)
    ids = next((feed[name] for name in feed if "id" in name), None)
    found = mask if mask is not None else ids
    return int((found != 0).sum()) if found is not None else 0
