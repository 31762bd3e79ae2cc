"""Parts that the encoder marks, put together: which source and cue belong to which content."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from headwater.reading.attributions.draft import Draft
from headwater.reading.heard import Link, Part, Signals
from headwater.records import Span

LINKED = 0.5
MODEL = "encoder"


@dataclass(frozen=True, slots=True)
class Linked:
    """The attributions that links (or nearness) make, the contents that nothing is linked to, and the cues that are
    linked to no content; also all sources; each in text order."""

    drafts: list[Draft]
    loose: list[Part]
    cues: list[Part]
    sources: list[Part]


def linked(heard: Signals, sentences: Sequence[Span]) -> Linked:
    """Contents with their sources and cues.  Contents with the same cue (or, where there is none, the same source) are
    one attribution; links decide where the encoder gives any, else what stands nearest in the sentence."""
    others = _by_link(heard) if heard.links else _by_nearness(heard, sentences)
    groups: dict[tuple[str, int], list[int]] = {}
    loose: list[Part] = []
    for index, part in enumerate(heard.parts):
        if part.kind != "content":
            continue
        own = others.get(index, [])
        cue = next((at for at in own if heard.parts[at].kind == "cue"), None)
        key = ("cue", cue) if cue is not None else next((("source", at) for at in own), None)
        if key is None:
            loose.append(part)
        else:
            groups.setdefault(key, []).append(index)
    drafts = [_draft(heard.parts, contents, others) for contents in groups.values()]
    used = {cue for draft in drafts for cue in draft.cues}
    cues = [part for part in heard.parts if part.kind == "cue" and part.span not in used]
    return Linked(
        sorted(drafts, key=lambda draft: draft.start),
        loose,
        cues,
        [part for part in heard.parts if part.kind == "source"],
    )


def _draft(parts: Sequence[Part], contents: list[int], others: dict[int, list[int]]) -> Draft:
    beside = sorted({at for content in contents for at in others[content]})
    spans: dict[str, tuple[Span, ...]] = {
        kind: tuple(parts[at].span for at in beside if parts[at].kind == kind) for kind in ("source", "cue")
    }
    doubt = max(parts[at].doubt for at in (*beside, *contents))
    said = tuple(parts[at].span for at in contents)
    return Draft(spans["source"], spans["cue"], said, MODEL, round(float(doubt), 3))


def _by_link(heard: Signals) -> dict[int, list[int]]:
    """For each content what is linked to it, likeliest first; links that do not lead from a content are none."""
    found: dict[int, list[tuple[float, int]]] = {}
    for link in heard.links:
        if link.weight >= LINKED and _is_sound(heard.parts, link):
            found.setdefault(link.content, []).append((-link.weight, link.other))
    return {content: [other for _, other in sorted(own)] for content, own in found.items()}


def _is_sound(parts: Sequence[Part], link: Link) -> bool:
    inside = 0 <= link.content < len(parts) and 0 <= link.other < len(parts)
    return inside and parts[link.content].kind == "content" and parts[link.other].kind != "content"


def _by_nearness(heard: Signals, sentences: Sequence[Span]) -> dict[int, list[int]]:
    """For each content the nearest cue of its sentence, with the source nearest to that; else the nearest source."""
    found: dict[int, list[int]] = {}
    for indices in _by_sentence(heard, sentences):
        for index in indices:
            if heard.parts[index].kind == "content":
                cue = _nearest(heard.parts, index, indices, "cue")
                source = _nearest(heard.parts, index if cue is None else cue, indices, "source")
                own = [at for at in (cue, source) if at is not None]
                if own:
                    found[index] = own
    return found


def _by_sentence(heard: Signals, sentences: Sequence[Span]) -> Iterator[list[int]]:
    groups: dict[int, list[int]] = {}
    for index, part in enumerate(heard.parts):
        groups.setdefault(bisect_right(sentences, Span(part.span.start, 1 << 60)), []).append(index)
    yield from groups.values()


def _nearest(parts: Sequence[Part], index: int, among: Sequence[int], kind: str) -> int | None:
    span = parts[index].span
    gaps = [
        (max(span.start - parts[at].span.end, parts[at].span.start - span.end), at)
        for at in among
        if parts[at].kind == kind
    ]
    return min(gaps)[1] if gaps else None
