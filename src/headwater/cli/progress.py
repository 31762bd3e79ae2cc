"""A progress bar with counts and rate, on standard error, where that is a terminal."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from headwater.batch import Counts


@contextmanager
def shown(total: int | None, *, quiet: bool) -> Iterator[Callable[[Counts], None]]:
    """A function to call with the counts so far; draws nothing where standard error is no terminal."""
    if quiet or not sys.stderr.isatty():
        yield lambda _counts: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]:.0f}/s"),
        TextColumn("{task.fields[unread]} unread"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
        task = bars.add_task("reading", total=total, rate=0.0, unread=0)

        def step(now: Counts) -> None:
            done = now.pages
            rate = done / now.seconds if now.seconds else 0.0
            bars.update(task, completed=done, rate=rate, unread=sum(now.unread.values()))

        yield step
