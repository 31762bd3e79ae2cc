"""Encoding damage that lies in the characters themselves: UTF-8 that was once read as something else and saved."""

import re

import numpy as np

RUN = re.compile(r"[^\x00-\x7f]{2,}|\u00c3 ")  # the second: an a with grave accent whose other half became a space
CONTEXT = 2000  # characters of a line that are looked at together


def find_damage(text: str) -> tuple[tuple[int, int, str], ...]:
    """(start, end, mended text) for each damaged stretch, in order, found and mended by ftfy, line by line.

    Only ftfy's undoing of wrong decoding is used, none of its tidying, and only where it undoes it run by run, so that
    each stretch of the old form answers one of the new.
    """
    if text.isascii():
        return ()
    suspects = _suspects(text)
    damage: list[tuple[int, int, str]] = []
    done = 0
    for suspect in suspects:
        if suspect < done:
            continue
        start = max(text.rfind("\n", done, suspect) + 1, done, suspect - CONTEXT)
        stop = text.find("\n", suspect, suspect + CONTEXT)
        done = stop if stop >= 0 else min(suspect + CONTEXT, len(text))
        damage.extend(_mend(text[start:done], start))
    return tuple(damage)


def _suspects(text: str) -> list[int]:
    """Where two characters beyond ASCII stand side by side: damage of this sort makes several out of each one."""
    encoded = np.frombuffer(text.encode("utf-8", "surrogatepass"), dtype=np.uint8)
    leads = np.flatnonzero(encoded >= 0xC0)
    widths = 2 + (encoded[leads] >= 0xE0) + (encoded[leads] >= 0xF0).astype(np.int64)
    before = np.cumsum(widths - 1) - (widths - 1)
    beside = leads[:-1] + widths[:-1] == leads[1:]
    found: list[int] = (leads - before)[:-1][beside].tolist()
    return found


def _mend(line: str, offset: int) -> list[tuple[int, int, str]]:
    import ftfy
    from ftfy.badness import is_bad

    if not is_bad(line):
        return []
    fixed, plan = ftfy.fix_encoding_and_explain(line)
    if fixed == line or plan is None:
        return []
    runs: list[tuple[int, int, str]] = []
    for found in RUN.finditer(line):
        try:
            new = ftfy.apply_plan(found.group(), [(step.action, step.parameter) for step in plan])
        except (UnicodeError, ValueError):
            continue
        if new != found.group():
            runs.append((offset + found.start(), offset + found.end(), new))
    return runs if _replayed(line, offset, runs) == fixed else _whole(line, fixed, offset)


def _replayed(line: str, offset: int, runs: list[tuple[int, int, str]]) -> str:
    parts: list[str] = []
    done = 0
    for start, end, new in runs:
        parts += [line[done : start - offset], new]
        done = end - offset
    return "".join([*parts, line[done:]])


def _whole(line: str, fixed: str, offset: int) -> list[tuple[int, int, str]]:
    """One stretch for all that changed, where the runs cannot be mended one by one."""
    front = 0
    while front < min(len(line), len(fixed)) and line[front] == fixed[front]:
        front += 1
    back = 0
    while back < min(len(line), len(fixed)) - front and line[-1 - back] == fixed[-1 - back]:
        back += 1
    return [(offset + front, offset + len(line) - back, fixed[front : len(fixed) - back])]
