"""`--sources FILE.csv`: what the user says of pages beside them."""

import csv
import re
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePath

from headwater.errors import InputError
from headwater.records import Given

COLUMNS = ("file", "url", "published", "outlet")

_ADDRESS = re.compile(r"https?://[^\s/?#]", re.I)


def read_sources(path: str) -> Mapping[str, Given]:
    """What each row says, under its file and under its address; the first row about an address holds.

    Needs a column `file` or `url`, may have `published` and `outlet`, and no other.  Raises InputError, in one line.
    """
    given: dict[str, Given] = {}
    for number, row in _rows(path):
        said = Given(url=row.get("url"), published=row.get("published"), outlet=row.get("outlet"))
        if said.url and not _ADDRESS.match(said.url):
            raise InputError(f"{path}, line {number}: {said.url!r} is not an http(s) address")
        file = row.get("file")
        if not file and not said.url:
            raise InputError(f"{path}, line {number}: the row names neither a file nor a url")
        if file and given.setdefault(_file_key(file), said) != said:
            raise InputError(f"{path}, line {number}: {file!r} was already described in another way above")
        if said.url:
            given.setdefault(_address_key(said.url), said)
    return given


def look_up(sources: Mapping[str, Given], path: str, url: str | None) -> Given:
    """What is said of a page: by its address first, else by its path, by ever shorter ends of it, or by its name.

    What is said of a container holds for each page in it, except for the address.
    """
    if not sources:
        return Given()
    if url and (said := sources.get(_address_key(url))):
        return Given(url=url, published=said.published, outlet=said.outlet)
    for key, inside in _file_keys(path):
        if said := sources.get(key):
            return Given(published=said.published, outlet=said.outlet) if inside else said
    return Given()


def _file_keys(path: str) -> Iterator[tuple[str, bool]]:
    if _ADDRESS.match(path):
        yield _address_key(path), True
        return
    outer = re.split(r"[#!]", path, maxsplit=1)[0]
    for candidate, inside in dict.fromkeys(((path, False), (outer, outer != path))):
        parts = PurePath(candidate).parts
        yield candidate, inside
        for start in range(len(parts)):
            yield "/".join(parts[start:]), inside


def _file_key(file: str) -> str:
    return str(PurePath(file))


def _address_key(url: str) -> str:
    """The address without what no server sees; the host is the same in capitals."""
    address = url.strip().partition("#")[0]
    scheme, _, rest = address.partition("://")
    host, slash, tail = rest.partition("/")
    return f"{scheme.lower()}://{host.lower()}{slash}{tail}".rstrip("/")


def _rows(path: str) -> Iterator[tuple[int, dict[str, str | None]]]:
    try:
        with Path(path).open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            _check_columns(path, [name.strip().lower() for name in reader.fieldnames or ()])
            for row in reader:
                if None in row:
                    raise InputError(f"{path}, line {reader.line_num}: more values than columns")
                cells = {key.strip().lower(): (value or "").strip() or None for key, value in row.items()}
                if any(cells.values()):
                    yield reader.line_num, cells
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or error}") from error
    except (csv.Error, UnicodeDecodeError, ValueError) as error:
        raise InputError(f"{path} is not a CSV file in UTF-8: {error}") from error


def _check_columns(path: str, names: list[str]) -> None:
    wrong = [name for name in names if name not in COLUMNS]
    wanted = "needs a column `file` or `url`, and may have `published` and `outlet`"
    if wrong or not {"file", "url"} & set(names):
        found = ", ".join(names) or "none"
        raise InputError(f"{path}: wrong columns ({found}): a sources file {wanted}, and no other")
    if len(set(names)) < len(names):
        raise InputError(f"{path}: a column stands there twice ({', '.join(names)})")
