"""A text and the marks over it, as HTML.

Marks may overlap in any way.  The text is cut into runs at each border of a mark; a mark that starts earlier (or, of
two that start together, ends later; or, of two over the same words, is given first) lies outside, and is closed and
opened again where another crosses it.
"""

import re
from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise

from headwater.marks.mark import Mark, safe_href
from headwater.records import Span

# Browsers flatten trees deeper than 512 elements; far less is enough for a reader's eye.
DEPTH = 24
_NAME = re.compile(r"[a-z][a-z0-9-]{0,39}")
_UNDRAWABLE = re.compile("[\x00\ud800-\udfff]")

Layer = tuple[Mark, ...]


def draw(text: str, marks: Sequence[Mark], *, window: Span | None = None) -> str:
    """The text (or the window of it) as HTML in which each mark covers exactly its characters.

    Read as HTML, the text content is the text itself, but for NUL and lone surrogates, which HTML cannot hold: each is
    drawn as U+FFFD, so that offsets stay.  Each element says in `data-o` at which offset its text begins.  Of marks
    more than 24 deep the innermost share an element, whose `data-m` lists their ids.
    """
    start = 0 if window is None else max(window.start, 0)
    end = len(text) if window is None else min(window.end, len(text))
    html: list[str] = []
    stack: list[tuple[Layer, str]] = []
    for run_start, run_end, layers in _runs(marks, start, end):
        keep = _shared(stack, layers)
        _close(html, stack, keep)
        for depth in range(keep, len(layers)):
            _open(html, stack, layers[: depth + 1], run_start)
        words = escape_text(text[run_start:run_end])
        html.append(words if stack else f'<span data-o="{run_start}">{words}</span>')
    _close(html, stack, 0)
    return "".join(html)


def escape_text(text: str) -> str:
    """The text with nothing left in it that HTML would read as markup or change."""
    return _UNDRAWABLE.sub("\ufffd", escape(text)).replace("\r", "&#13;")


def _runs(marks: Sequence[Mark], start: int, end: int) -> Iterator[tuple[int, int, list[Layer]]]:
    """Stretches of [start, end) between two borders of marks, each with the marks over it, outermost first."""
    shown = (mark for mark in marks if max(mark.start, start) < min(mark.end, end))
    waiting = sorted(shown, key=lambda mark: (mark.start, -mark.end))[::-1]
    borders = {start, end} | {min(mark.end, end) for mark in waiting} | {max(mark.start, start) for mark in waiting}
    cuts = sorted(borders)
    active: list[Mark] = []
    for here, there in pairwise(cuts):
        active = [mark for mark in active if mark.end > here]
        while waiting and waiting[-1].start <= here:
            active.append(waiting.pop())
        yield here, there, _layers(active)


def _layers(active: list[Mark]) -> list[Layer]:
    layers: list[Layer] = [(mark,) for mark in active[:DEPTH]]
    if len(active) > DEPTH:
        layers.append(tuple(active[DEPTH:]))
    return layers


def _shared(stack: list[tuple[Layer, str]], layers: list[Layer]) -> int:
    """How many open elements may stay open."""
    count = 0
    for (layer, _), wanted in zip(stack, layers, strict=False):
        if len(layer) != len(wanted) or any(a is not b for a, b in zip(layer, wanted, strict=True)):
            break
        count += 1
    return count


def _close(html: list[str], stack: list[tuple[Layer, str]], keep: int) -> None:
    while len(stack) > keep:
        html.append(f"</{stack.pop()[1]}>")


def _open(html: list[str], stack: list[tuple[Layer, str]], layers: list[Layer], at: int) -> None:
    """Open an element for the last of these layers at offset `at`; an `a` never lies inside another."""
    layer = layers[-1]
    href = next((found for mark in reversed(layer) if (found := safe_href(mark.href))), None)
    tag = "a" if href and all(tag != "a" for _, tag in stack) else "mark"
    # An element is closed where the first of the marks around it ends.
    until = min(mark.end for outer in layers for mark in outer)
    html.append(f"<{tag}{_attributes(layer, at, until)}")
    if href:
        html.append(f' {"href" if tag == "a" else "data-href"}="{escape_text(href)}"')
        html.append(' rel="noreferrer noopener"' if tag == "a" and href[0] not in "/#?" else "")
    html.append(">")
    stack.append((layer, tag))


def _attributes(layer: Layer, at: int, until: int) -> str:
    names = [name for mark in layer for name in mark.classes]
    if len(layer) == 1:
        names += ["m-from"] * (layer[0].start == at) + ["m-to"] * (layer[0].end == until)
    ids = " ".join(mark.id for mark in layer if mark.id)
    titles = "\n".join(mark.title for mark in layer if mark.title)
    written = {"class": " ".join(dict.fromkeys(names)), "data-m": ids, "title": titles}
    if len(layer) == 1 and ids and layer[0].start == at:
        written["id"] = f"m-{ids}"
    for mark in layer:
        written |= {f"data-{name}": value for name, value in mark.data.items() if _NAME.fullmatch(name)}
    written["data-o"] = str(at)
    return "".join(f' {name}="{escape_text(value)}"' for name, value in written.items() if value)
