"""What each piece of an HTML page is: article text by the main-text model and markup, all else furniture by kind."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from headwater.knowledge import Knowledge
from headwater.reading.articles.above import Ground, header_verdicts
from headwater.reading.articles.cues import Cues
from headwater.reading.articles.furniture import name_kinds, name_lines
from headwater.reading.articles.maintext import score, select
from headwater.reading.articles.outline import Element, Outline, Verdict
from headwater.reading.articles.trailing import trailing_verdicts

QUOTING = frozenset({"blockquote"})
CAPTIONS = frozenset({"figcaption", "caption"})
ITEMS = frozenset({"li", "dd", "dt"})
CAPTION_WORDS = ("caption", "wp-caption-text", "photo-credit", "image-credit")


@dataclass(frozen=True, slots=True)
class Seen:
    """What the rules for article text look at."""

    text: str
    tags: tuple[str, ...]
    elements: tuple[Element, ...]
    cues: Cues


def give_roles(outline: Outline, cues: Sequence[Cues], knowledge: Knowledge) -> tuple[Verdict, ...]:
    """A verdict for every piece of an HTML page, in order.

    The doubt of a piece is the probability, as the model sees it, that it is on the other side of main text.
    """
    scores = score(outline, knowledge)
    kept = select(outline, scores)
    named = name_lines(outline, knowledge)
    verdicts = trailing_verdicts(Ground(outline, cues, kept), named)
    kept[list(verdicts)] = False
    for index in np.flatnonzero(kept).tolist():
        verdicts[index] = _article_role(outline, index, cues[index], float(scores[index]))
    above = header_verdicts(outline, cues, kept)
    verdicts.update((index, verdict) for index, verdict in above.items() if index not in named)
    rest = [index for index in range(len(outline.pieces)) if index not in verdicts]
    for index, verdict in zip(rest, name_kinds(outline, rest, knowledge), strict=True):
        doubt = None if outline.pieces[index].hidden else round(float(scores[index]), 3)
        verdicts[index] = Verdict(verdict.role, verdict.rule, doubt)
    return tuple(verdicts[index] for index in range(len(outline.pieces)))


def _article_role(outline: Outline, index: int, cues: Cues, chance: float) -> Verdict:
    piece = outline.pieces[index]
    elements = tuple(piece.element.path()[:8]) if piece.element is not None else ()
    text = outline.text.text[piece.start : piece.end]
    seen = Seen(text, tuple(element.tag for element in elements), elements, cues)
    role, name = next(answer for rule in RULES if (answer := rule(seen)) is not None)
    return Verdict(role, f"maintext:{name}", round(1 - chance, 3))


def _byline(seen: Seen) -> tuple[str, str] | None:
    return ("byline", "byline_cue") if seen.cues.byline else None


def _headline(seen: Seen) -> tuple[str, str] | None:
    return ("headline", "h1") if seen.cues.heading == 1 else None


def _heading(seen: Seen) -> tuple[str, str] | None:
    return ("heading", f"h{seen.cues.heading}") if seen.cues.heading else None


def _caption(seen: Seen) -> tuple[str, str] | None:
    tag = next((tag for tag in seen.tags[:4] if tag in CAPTIONS), None)
    if tag is not None:
        return "caption", tag
    named = any(_names_caption(element) for element in seen.elements[:2])
    return ("caption", "caption_class") if named and len(seen.text) < 600 else None


def _quotation(seen: Seen) -> tuple[str, str] | None:
    return ("quotation", "blockquote") if any(tag in QUOTING for tag in seen.tags) else None


def _list(seen: Seen) -> tuple[str, str] | None:
    tag = next((tag for tag in seen.tags[:3] if tag in ITEMS), None)
    return ("list", tag) if tag is not None else None


def _body(seen: Seen) -> tuple[str, str] | None:
    return "body", seen.tags[0] if seen.tags else "text"


RULES: tuple[Callable[[Seen], tuple[str, str] | None], ...] = (
    _byline, _headline, _heading, _caption, _quotation, _list, _body,
)  # fmt: skip


def _names_caption(element: Element) -> bool:
    named = element.attributes.get("class", "").lower()
    return any(word in named for word in CAPTION_WORDS)
