"""`headwater serve` from the shell: pages at once, a ledger, and what cannot be served."""

import json
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from made_calls import Call

COMMAND = "from headwater.cli import main; main()"


@contextmanager
def serving(*words: str) -> Iterator[str]:
    """The address of a desk over these, as the command prints it."""
    with subprocess.Popen(
        [sys.executable, "-c", COMMAND, "serve", *words, "--port", "0"], stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stderr is not None
        try:
            yield next(word for word in process.stderr.readline().split() if word.startswith("http"))
        finally:
            process.terminate()


def fetched(address: str) -> bytes:
    for _ in range(200):
        try:
            with urllib.request.urlopen(address) as answer:
                return answer.read()
        except OSError:
            time.sleep(0.05)
    raise AssertionError(f"no answer from {address}")


def test_pages_are_served_while_they_are_read(story: Path) -> None:
    with serving(str(story)) as address:
        assert fetched(address)
        fetched(f"{address}articles.json")  # an empty list, which must not outlive the reading
        for _ in range(200):
            if json.loads(fetched(f"{address}progress.json"))["state"] == "idle":
                break
            time.sleep(0.05)
        assert b"Two die in Torma" in fetched(f"{address}articles.json")


def test_a_ledger_is_served(call: Call, story: Path, tmp_path: Path) -> None:
    call("read", story, "--ledger", "a.ledger")
    with serving(str(tmp_path / "a.ledger")) as address:
        assert b"Two die in Torma" in fetched(address)


def test_what_is_not_there_is_one_line(call: Call) -> None:
    for what in ("none.html", "none.ledger"):
        told = call("serve", what)
        assert told.code in (2, 3)
        assert len(told.err.strip().splitlines()) == 1
