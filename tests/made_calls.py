"""Calls of the command line in tests: what they give back, and a page to read."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Call = Callable[..., "Answer"]


@dataclass(frozen=True)
class Answer:
    """What a call left behind: exit code, standard output, standard error."""

    code: int
    out: str
    err: str


def records(out: str) -> dict[str, list[dict[str, Any]]]:
    """Exported lines by kind of record."""
    found: dict[str, list[dict[str, Any]]] = {}
    for line in out.splitlines():
        record = json.loads(line)
        found.setdefault(record["record"], []).append(record)
    return found


STORY = """<html><head><title>Two die in Torma - The Valley Post</title></head><body><nav><a href=/>Home</a></nav>
<article><h1>Two die in Torma as shells hit the bridge</h1><p class=byline>By Ana Belic</p><p class=date>12 March 2024</p>
<p>Two people were killed and five wounded on Tuesday when shells hit the bridge at Torma, the mayor said.</p>
<p>“We heard three blasts within a minute,” said Jora Venn, the mayor of the town. The army did not answer questions.</p>
<p>The bridge is the only way across the river for lorries that bring flour and fuel to the upper valley.</p>
</article><footer>© 2024 The Valley Post. All rights reserved.</footer></body></html>"""
