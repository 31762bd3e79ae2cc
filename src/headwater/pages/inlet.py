"""All pages of a run, one after the other."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from headwater.pages.carriers import read_file
from headwater.pages.options import PageOptions
from headwater.pages.place import Place, file_place, refuse
from headwater.pages.url import read_address
from headwater.pages.walk import STANDARD_INPUT, Found, check, is_address, walk
from headwater.records import Page, Unread


class Inlet(Iterator[Page | Unread]):
    """The pages of all inputs in the order of these, each once; holds one page at a time.

    `repeats` counts the pages left out because the same bytes of the same address had been given before.
    """

    def __init__(self, inputs: Sequence[str], options: PageOptions) -> None:
        check(inputs, options)
        self.repeats = 0
        self._seen: set[tuple[str, ...]] = set()
        self._answers = (answer for name in inputs for answer in _read_input(name, options))

    def __next__(self) -> Page | Unread:
        for answer in self._answers:
            key = (answer.id,) if isinstance(answer, Page) else (answer.page.id, answer.page.path or "", answer.reason)
            if key not in self._seen:
                self._seen.add(key)
                return answer
            self.repeats += 1
        raise StopIteration


def open_pages(inputs: Sequence[str], options: PageOptions) -> Inlet:
    """The pages that these inputs stand for: files, folders, `-`, and addresses where they are allowed.

    Raises InputError before anything is read where an input does not exist, or may not be fetched.
    """
    return Inlet(inputs, options)


def _read_input(name: str, options: PageOptions) -> Iterator[Page | Unread]:
    if is_address(name):
        place = Place(name=name, path=name, sources=options.sources, seen_at=options.seen_at, url=name)
        yield from _guarded(read_address(name, place, options), place)
    elif name == STANDARD_INPUT:
        place = Place(name="stdin", path=STANDARD_INPUT, sources=options.sources, seen_at=options.seen_at)
        yield from _guarded(read_file(sys.stdin.buffer, place, options), place)
    else:
        for found in walk(name):
            yield from _read_found(found, options)


def _read_found(found: Found, options: PageOptions) -> Iterator[Page | Unread]:
    place = file_place(found.path, options.sources, options.seen_at)
    if found.reason:
        yield refuse(place, found.reason, found.detail)
        return
    try:
        file = Path(found.path).open("rb")  # noqa: SIM115
    except PermissionError:
        yield refuse(place, "no_permission", "you may not read this file")
        return
    except OSError as error:
        yield refuse(place, "unreadable", f"it cannot be opened: {error.strerror}")
        return
    with file:
        yield from _guarded(read_file(file, place, options), place)


def _guarded(answers: Iterator[Page | Unread], place: Place) -> Iterator[Page | Unread]:
    """The answers; what no reader foresaw ends this input, never the run."""
    try:
        yield from answers
    except Exception as error:
        yield refuse(place, "damaged", f"reading stopped unexpectedly: {type(error).__name__}: {error}")
