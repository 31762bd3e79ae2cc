"""The files that a user's words stand for, found before any is opened."""

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from headwater.errors import InputError
from headwater.pages.options import PageOptions
from headwater.pages.place import as_address
from headwater.pages.reasons import Reason
from headwater.pages.sniff import kind_of_name

STANDARD_INPUT = "-"
ONE_PAGE_KINDS = frozenset(("html", "xhtml", "text", "mhtml", "pdf", "no_page", None))


@dataclass(frozen=True, slots=True)
class Found:
    """A path as the user named it; `reason` and `detail` where it cannot be opened."""

    path: str
    reason: Reason | None = None
    detail: str = ""


def is_address(name: str) -> bool:
    """Whether the user means an address, not a file."""
    return name.lower().startswith(("http://", "https://"))


def check(inputs: Sequence[str], options: PageOptions) -> None:
    """Raises InputError for the first input that names nothing, or that may not be fetched."""
    for name in inputs:
        if is_address(name):
            _check_address(name, options)
        elif name != STANDARD_INPUT:
            _check_path(name)


def walk(name: str) -> Iterator[Found]:
    """The file itself, or all files in the folder and those below, by name; hidden ones are passed over.

    Links to folders are not followed, so that a loop has no way in; they and links that lead nowhere are reported.
    """
    try:
        is_folder = Path(name).is_dir()
    except OSError:
        is_folder = False
    if not is_folder:
        yield Found(name)
        return
    waiting = [iter(_listed(name))]
    while waiting:
        entry = next(waiting[-1], None)
        if entry is None:
            waiting.pop()
        elif isinstance(entry, Found):
            yield entry
        elif _is_folder(entry):
            waiting.append(iter(_listed(entry.path)))
        else:
            yield _found(entry)


def count_hint(inputs: Sequence[str]) -> int | None:
    """How many pages there will be, counting files by their names; None where a container or a pipe hides it."""
    total = 0
    for name in inputs:
        if name == STANDARD_INPUT:
            return None
        for found in [Found(name)] if is_address(name) else walk(name):
            if not is_address(name) and kind_of_name(found.path)[0] not in ONE_PAGE_KINDS:
                return None
            total += 1
    return total


def _check_address(name: str, options: PageOptions) -> None:
    if not options.allow_network:
        raise InputError(f"{name}: the network may not be used here (allow_network), so no address is fetched")
    if as_address(name) is None or "@" in name.split("/")[2]:
        raise InputError(f"{name}: not an address that can be fetched (http or https, no user name or password in it)")


def _check_path(name: str) -> None:
    if not name:
        raise InputError("one of the inputs is an empty name; name a file, a folder or an address")
    try:
        Path(name).stat()
    except PermissionError:
        return
    except (OSError, ValueError) as error:
        what = "no such file or folder" if isinstance(error, FileNotFoundError | NotADirectoryError) else error
        hint = "; only http and https addresses can be fetched" if "://" in name else ""
        raise InputError(f"{name}: {what}{hint}") from error


def _listed(folder: str) -> list["os.DirEntry[str] | Found"]:
    try:
        with os.scandir(folder) as entries:
            shown = (entry for entry in entries if not entry.name.startswith("."))
            return [*sorted(shown, key=lambda entry: entry.name)]
    except PermissionError:
        return [Found(folder, "no_permission", "you may not look into this folder")]
    except OSError as error:
        return [Found(folder, "unreadable", f"the folder cannot be listed: {error.strerror}")]


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False


def _found(entry: "os.DirEntry[str]") -> Found:
    try:
        mode = entry.stat().st_mode
    except PermissionError:
        return Found(entry.path, "no_permission", "you may not read this file")
    except OSError as error:
        broken = entry.is_symlink()
        return Found(
            entry.path,
            "broken_link" if broken else "unreadable",
            "it is a link that leads nowhere" if broken else f"it cannot be read: {error.strerror}",
        )
    if stat.S_ISDIR(mode):
        return Found(entry.path, "folder_link", "links to folders are not followed; name the folder itself")
    if not stat.S_ISREG(mode):
        return Found(entry.path, "not_a_file", "it is a pipe, socket or device")
    return Found(entry.path)
