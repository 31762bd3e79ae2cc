"""What the encoder and the stage of names would say of a made page, from a case's own words.

`heard` lists parts ({kind, words, doubt}), `links` triples of (content, other, weight) into that list, `inside` parts
that are heard only in the second pass; `named` lists entities ({name, class, side, mentions}).  Words are looked for
from the place of the part before on, so that they are given in text order.
"""

from collections.abc import Sequence
from typing import Any

from made_page import PAGE, MadePage

from headwater.knowledge import Knowledge
from headwater.reading.heard import HearInside, Link, Part, Signals
from headwater.reading.named import Named
from headwater.records import Entity, Mention, Span
from headwater.records.identity import record_id
from headwater.text import PageText


def make_signals(page: MadePage, case: dict[str, Any]) -> Signals:
    """The first pass."""
    parts = make_parts(page, case.get("heard", []))
    return Signals(parts, tuple(Link(*link) for link in case.get("links", [])))


def make_inside(page: MadePage, case: dict[str, Any]) -> HearInside:
    """The second pass: those of the case's parts that lie in the stretches asked for."""
    parts = make_parts(page, case.get("inside", []))

    def inside(text: PageText, stretches: Sequence[Span], knowledge: Knowledge, /) -> Signals:
        return Signals(
            tuple(one for one in parts if any(s.start <= one.span.start and one.span.end <= s.end for s in stretches))
        )

    return inside


def make_parts(page: MadePage, listed: list[dict[str, Any]]) -> tuple[Part, ...]:
    """The parts at the places of their words."""
    at, parts = 0, []
    for one in listed:
        start = page.text.text.index(one["words"], at)
        at = start + 1
        parts.append(Part(one["kind"], Span(start, start + len(one["words"])), one.get("doubt", 0.0)))
    return tuple(parts)


def make_named(page: MadePage, case: dict[str, Any]) -> Named:
    """Entities of the page's first article, with a mention at each place of their words."""
    article, text = page.articles[0].id, page.text.text
    entities: list[Entity] = []
    mentions: dict[int, Mention] = {}
    for one in case.get("named", []):
        id_ = record_id("entity", PAGE, None, one["name"])
        entities.append(Entity(id_, article, one["name"], one["class"], side=one.get("side")))
        for words in sorted(one.get("mentions", [one["name"]]), key=len, reverse=True):
            start = text.find(words)
            while start >= 0:
                span = Span(start, start + len(words))
                if not any(other.span.start < span.end and span.start < other.span.end for other in mentions.values()):
                    mentions[start] = Mention(record_id("mention", PAGE, span), id_, article, span, words)
                start = text.find(words, start + 1)
    return Named(tuple(entities), tuple(mentions[start] for start in sorted(mentions)))
