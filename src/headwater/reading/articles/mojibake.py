"""Encoding damage that lies in the characters themselves: UTF-8 that was once read as something else and saved."""

import re

# Damage of this sort makes two or more characters beyond ASCII out of each one (a broken no-break space may follow).
SUSPECT = re.compile(r"[^\x00-\x7f]{2,}(?: (?=[^\x00-\x7f]))?|\u00c3 ")
SEGMENT = re.compile(r"[^\n<>]{1,4000}")


def find_damage(text: str) -> tuple[tuple[int, int, str], ...]:
    """(start, end, mended text) for each damaged stretch, in order, found and mended by ftfy, line by line.

    Only ftfy's undoing of wrong decoding is used, none of its tidying, and only where it undoes it run by run, so that
    each stretch of the old form answers one of the new.
    """
    if text.isascii() or SUSPECT.search(text) is None:
        return ()
    from ftfy.badness import is_bad

    damage: list[tuple[int, int, str]] = []
    for segment in SEGMENT.finditer(text):
        line = segment.group()
        if not line.isascii() and is_bad(line):
            damage.extend(_mend(line, segment.start()))
    return tuple(damage)


def _mend(line: str, offset: int) -> list[tuple[int, int, str]]:
    import ftfy

    fixed, plan = ftfy.fix_encoding_and_explain(line)
    if fixed == line or plan is None:
        return []
    runs: list[tuple[int, int, str]] = []
    for found in SUSPECT.finditer(line):
        new = ftfy.apply_plan(found.group(), plan) if _applies(found.group(), plan) else found.group()
        if new != found.group():
            runs.append((offset + found.start(), offset + found.end(), new))
    return runs if _replayed(line, offset, runs) == fixed else _whole(line, fixed, offset)


def _applies(run: str, plan: object) -> bool:
    import ftfy

    try:
        ftfy.apply_plan(run, plan)  # type: ignore[arg-type]
    except (UnicodeError, ValueError):
        return False
    return True


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
