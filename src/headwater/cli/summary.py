"""What came of a run, as a table at the end and as JSON."""

import json
from collections.abc import Mapping
from typing import Any

from rich.console import Console
from rich.table import Table

from headwater.batch import Counts
from headwater.records.plain import to_plain


def as_json(counts: Counts, ledger: str | None) -> str:
    """The counts of a run as one JSON object."""
    plain: dict[str, Any] = {"ledger": ledger, **to_plain(counts)}
    return json.dumps(plain, ensure_ascii=False)


def print_summary(counts: Counts) -> None:
    """The table at the end of a run, on standard error like the progress."""
    table = Table(show_header=False, box=None, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(justify="right", style="bold")
    table.add_column()
    for number, words in lines(counts):
        table.add_row(f"{number:,}", words)
    Console(stderr=True, highlight=False).print(table)


def lines(counts: Counts) -> list[tuple[int, str]]:
    """Number and words of each line of the summary."""
    rate = counts.read / counts.seconds if counts.seconds > 0 else 0.0
    rows = [(counts.read, f"pages read ({counts.seconds:.1f} s, {rate:.0f} a second)")]
    if counts.skipped:
        rows.append((counts.skipped, "pages already in the ledger, left as they are"))
    if counts.unread:
        rows.append((sum(counts.unread.values()), f"pages not read: {_reasons(counts.unread)}"))
    rows += [
        (counts.articles, "articles"),
        (counts.quotations, "quotations with their speaker"),
        (counts.casualty_figures, "casualty figures"),
        (counts.events, "mentions of events"),
        (counts.copies or 0, "pairs of articles with words in common"),
        (counts.incidents or 0, "incidents in the ledger"),
    ]
    return rows


def _reasons(unread: Mapping[str, int]) -> str:
    return ", ".join(f"{reason} {count}" for reason, count in sorted(unread.items(), key=lambda item: -item[1]))
