"""Bytes to characters, with the byte where each character begins, and encoding damage mended and declared."""

import codecs
import re
import threading

import numpy as np
from numpy.typing import NDArray

from headwater.reading.articles.mojibake import find_damage
from headwater.records import Repair
from headwater.text import Decoded

BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
META = re.compile(rb"<meta[^>]{0,256}?charset\s*=\s*[\"']?\s*([a-zA-Z0-9_:.-]{2,40})", re.IGNORECASE)
XML = re.compile(rb"^\s*<\?xml[^>]{0,128}?encoding\s*=\s*[\"']([a-zA-Z0-9_:.-]{2,40})")
SHIFTING = ("iso2022", "hz", "utf_7")
HEAD = 4096  # where a page has to have said its charset, after the HTML standard's 1024 bytes and some grace

_bad: threading.local = threading.local()


def decode(data: bytes, declared: str | None = None) -> tuple[Decoded, tuple[Repair, ...]]:
    """The characters of a page.  `declared` is what its carrier said (HTTP header, MIME part).

    Order: byte order mark; UTF-8 wherever the bytes are valid UTF-8 and not plain ASCII (by chance that hardly ever
    happens); the carrier; the page's own meta; detection.  What is overruled or undecodable is told in the repairs.
    Never raises for what the bytes contain.
    """
    bom = next(((mark, name) for mark, name in BOMS if data.startswith(mark)), None)
    if bom is not None:
        return _finish(data, bom[1], len(bom[0]), ())
    said = _codec(declared) or _codec(_own_charset(data))
    if said is not None and said.startswith(("utf-16", "utf-32", "iso2022")):
        return _finish(data, said, 0, ())
    if _valid_utf8(data):
        overruled = said is not None and said != "utf-8" and not data.isascii()
        note = (Repair("charset_overruled", f"declared {said}, is valid utf-8", 0),) if overruled else ()
        return _finish(data, "utf-8", 0, note)
    charset = said or _detected(data)
    if charset == "utf-8" and not _mostly_utf8(data):
        charset = _detected(data, but_not="utf-8")
        told = Repair("charset_overruled", f"declared utf-8, read as {charset}", 0)
        return _finish(data, charset, 0, (told,) if said else ())
    return _finish(data, charset, 0, ())


def _finish(data: bytes, charset: str, skip: int, notes: tuple[Repair, ...]) -> tuple[Decoded, tuple[Repair, ...]]:
    body = data[skip:]
    text, offsets, undecodable = _characters(body, charset)
    if skip:
        offsets = offsets + skip
    damage = find_damage(text)
    damaged = sorted([(at, at + 1, text[at]) for at in undecodable] + list(damage))
    repairs = list(notes)
    if undecodable:
        repairs.append(Repair("undecodable_bytes", f"not {charset}; shown as U+FFFD", len(undecodable)))
    if damage:
        count = sum(end - start for start, end, _ in damage)
        repairs.append(Repair("mojibake", "characters decoded twice, mended; the old form stays in the source", count))
    return Decoded(text, charset, offsets, tuple(damaged)), tuple(repairs)


def _characters(data: bytes, charset: str) -> tuple[str, NDArray[np.int64], list[int]]:
    """The text, the byte where each character begins (and the end), and the characters that stand for bad bytes."""
    if data.isascii() and charset in ("utf-8", "cp1252"):
        return data.decode("ascii"), np.arange(len(data) + 1), []
    if charset.startswith(SHIFTING):
        return _stepwise(data, charset)
    _bad.ranges = []
    text = data.decode(charset, "headwater-mark")
    ranges: list[tuple[int, int]] = _bad.ranges
    if charset == "utf-8" and not ranges:
        signed = np.frombuffer(data + b"\0", dtype=np.int8)
        return text, np.flatnonzero(signed >= -64), []  # continuation bytes are -128 to -65
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    widths = _widths(text, points, charset)
    bad = _place_bad(points, widths, ranges)
    offsets = _running(widths)
    return (text, offsets, bad) if offsets[-1] == len(data) else _stepwise(data, charset)


def _running(widths: NDArray[np.int64]) -> NDArray[np.int64]:
    return np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(widths)))


def _widths(text: str, points: NDArray[np.uint32], charset: str) -> NDArray[np.int64]:
    """Bytes that each character takes in a charset without shift states; undecodable ones still count as U+FFFD."""
    if charset == "utf-8":
        return 1 + (points >= 0x80) + (points >= 0x800).astype(np.int64) + (points >= 0x10000)
    if charset.startswith("utf-16"):
        return 2 + 2 * (points >= 0x10000).astype(np.int64)
    unique, places = np.unique(points, return_inverse=True)
    each = [len(chr(point).encode(charset, "ignore")) or 1 for point in unique.tolist()]
    return np.array(each, dtype=np.int64)[places]


def _place_bad(points: NDArray[np.uint32], widths: NDArray[np.int64], ranges: list[tuple[int, int]]) -> list[int]:
    """Where among the U+FFFD of the text the undecodable bytes stand; their widths are set in place."""
    if not ranges:
        return []
    bad: list[int] = []
    naive = np.cumsum(widths) - widths
    shift = 0
    for position in np.flatnonzero(points == 0xFFFD).tolist():
        if len(bad) == len(ranges):
            break
        start, end = ranges[len(bad)]
        if int(naive[position]) + shift == start:
            shift += end - start - int(widths[position])
            widths[position] = end - start
            bad.append(position)
    return bad


def _stepwise(data: bytes, charset: str) -> tuple[str, NDArray[np.int64], list[int]]:
    """The same for charsets with shift states, fed byte by byte; a character whose own bytes do not decode to it counts
    as bad, because its bytes alone cannot show it."""
    decoder = codecs.getincrementaldecoder(charset)("replace")
    parts: list[str] = []
    widths: list[int] = []
    bad: list[int] = []
    since = 0
    for index in range(len(data)):
        got = decoder.decode(data[index : index + 1], index == len(data) - 1)
        since += 1
        whole = data[index + 1 - since : index + 1]
        for number, character in enumerate(got):
            if len(got) > 1 or _strictly(whole, charset) != character:
                bad.append(len(parts))
            parts.append(character)
            widths.append(since if number == 0 else 0)
        if got:
            since = 0
    if since and widths:
        widths[-1] += since
    return "".join(parts), _running(np.array(widths, dtype=np.int64)), bad


def _strictly(data: bytes, charset: str) -> str | None:
    try:
        return data.decode(charset)
    except UnicodeDecodeError:
        return None


def _mark(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    _bad.ranges.append((error.start, error.end))
    return "\ufffd", error.end


codecs.register_error("headwater-mark", _mark)


def _valid_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _mostly_utf8(data: bytes) -> bool:
    """Damaged UTF-8 rather than another charset: good sequences outnumber bad bytes."""
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    return sum(map(len, re.findall(r"[^\x00-\x7f\ufffd]+", text))) > bad


def _own_charset(data: bytes) -> str | None:
    head = data[:HEAD]
    found = META.search(head) or XML.search(head)
    return found.group(1).decode("ascii") if found else None


def _codec(label: str | None) -> str | None:
    """The Python codec for a charset label, as the Encoding Standard reads labels; None for an unknown one."""
    if not label:
        return None
    from resiliparse.parse.encoding import map_encoding_to_html5

    label = str(map_encoding_to_html5(label.strip().strip("\"'"), fallback_utf8=False) or label.strip())
    try:
        name = codecs.lookup(label).name
    except (LookupError, ValueError):
        return None
    if name in ("iso8859-1", "ascii"):
        name = "cp1252"
    if not getattr(codecs.lookup(name), "_is_text_encoding", True):
        return None
    return {"utf-16": "utf-16-le", "utf-8-sig": "utf-8", "utf-7": "cp1252"}.get(name, name)


def _detected(data: bytes, *, but_not: str | None = None) -> str:
    from resiliparse.parse.encoding import detect_encoding

    found = _codec(str(detect_encoding(data[:200_000], html5_compatible=True) or ""))
    return found if found is not None and found != but_not else "cp1252"
