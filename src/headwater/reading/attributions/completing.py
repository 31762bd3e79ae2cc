"""What the encoder leaves open: contents without a speaker, cues without contents or without a source."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Sequence
from dataclasses import replace

from headwater.reading.attributions.draft import Draft
from headwater.reading.attributions.ground import Ground
from headwater.reading.attributions.linking import MODEL, Linked
from headwater.reading.attributions.quotations import meets_quotation
from headwater.reading.attributions.spans import meets, united
from headwater.reading.attributions.untangling import end_of
from headwater.reading.heard import Part
from headwater.records import Span


def with_loose(ground: Ground, drafts: Sequence[Draft], model: Linked, rules: Sequence[Draft]) -> list[Draft]:
    """Contents that nothing was linked to: given to the speaker whom a rule finds for them, or who speaks right before;
    else left out."""
    by_content = {content: draft for draft in rules for content in draft.contents}
    contents = sorted(by_content)
    known = sorted(drafts, key=lambda draft: draft.start)
    for part in model.loose:
        doubt = round(float(part.doubt), 3)
        ruled = next((by_content[content] for content in meets(contents, part.span)), None)
        if ruled is not None:
            insort(known, replace(ruled, contents=(part.span,), doubt=doubt), key=lambda draft: draft.start)
            continue
        at = bisect_right(known, part.span.start, key=lambda draft: draft.start) - 1
        if at >= 0 and _goes_on(ground, known[at], part.span):
            known[at] = replace(known[at], contents=(*known[at].contents, part.span))
            continue
        introduced = _introduced(ground, model, part)
        if introduced is not None:
            insort(known, introduced, key=lambda draft: draft.start)
    return _same_cues(sorted(known, key=lambda draft: draft.start))


def with_sources(ground: Ground, drafts: Sequence[Draft], model: Linked, rules: Sequence[Draft]) -> list[Draft]:
    """Drafts to whose cue no source was linked, with that of a rule around the same cue, with the one source of the
    sentence that no other has, or (", adding that …") with that of the draft before in the sentence."""
    by_cue = {cue: draft for draft in rules for cue in draft.cues if draft.sources}
    ruled = sorted(by_cue)
    used = {source for draft in drafts for source in draft.sources}
    found: list[Draft] = []
    for draft in drafts:
        sources = draft.sources
        if not sources and draft.cues:
            cue = next((one for own in draft.cues for one in meets(ruled, own)), None)
            sentence = ground.sentence_at(draft.cues[0].start)
            free = [one.span for one in _inside(model.sources, sentence) if one.span not in used]
            before = found[-1].sources if found and found[-1].start >= sentence.start else ()
            if cue is not None:
                sources = by_cue[cue].sources
            elif len(free) == 1:
                sources = (free[0],)
            elif _goes_on_with(ground.text, draft.cues[0]):
                sources = before
        found.append(replace(draft, sources=sources))
    return found


def _goes_on_with(text: str, cue: Span) -> bool:
    """A participle, or a verb joined to one before: the speaker is the one before."""
    words = text[cue.start : cue.end].lower()
    return words.endswith("ing") or text[max(cue.start - 5, 0) : cue.start].rstrip().endswith(("and", "but", "then"))


def _introduced(ground: Ground, model: Linked, part: Part) -> Draft | None:
    """The speaker in a sentence before that ends in a colon: "Iva Dorn put it so: …"."""
    before = ground.sentence_at(part.span.start - 1) if part.span.start else Span(0, 0)
    if not ground.text[before.start : part.span.start].rstrip("“\"' \n").endswith(":"):
        return None
    sources, cues = (
        tuple(one.span for one in _inside(parts, before) if one.span.end <= part.span.start)
        for parts in (model.sources, model.cues)
    )
    return Draft(sources, cues, (part.span,), MODEL, round(float(part.doubt), 3)) if sources or cues else None


def _inside(parts: Sequence[Part], span: Span) -> Sequence[Part]:
    first = bisect_left(parts, span.start, key=lambda one: one.span.start)
    return parts[first : bisect_left(parts, span.end, key=lambda one: one.span.start)]


def with_cues(drafts: Sequence[Draft], cues: Sequence[Part], rules: Sequence[Draft]) -> list[Draft]:
    """Attributions that a rule finds around a cue of the encoder's to which it linked no content, of words that it
    gives to nobody."""
    taken = list(united([span for draft in drafts for span in draft.contents]))
    by_cue = {cue: draft for draft in rules for cue in draft.cues}
    ruled = sorted(by_cue)
    found: dict[Draft, Part] = {}
    for part in cues:
        for cue in meets(ruled, part.span):
            found.setdefault(by_cue[cue], part)
    return [
        replace(draft, doubt=round(float(part.doubt), 3))
        for draft, part in found.items()
        if not any(next(meets(taken, span), None) for span in (*draft.contents, *draft.cues))
    ]


def _same_cues(drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts with the same cues, or without any the same sources, as one."""
    found: dict[tuple[tuple[Span, ...], tuple[Span, ...]], Draft] = {}
    for draft in drafts:
        key = (draft.cues, () if draft.cues else draft.sources)
        before = found.get(key)
        found[key] = draft if before is None else replace(before, contents=(*before.contents, *draft.contents))
    return list(found.values())


def _goes_on(ground: Ground, draft: Draft, span: Span) -> bool:
    """The next words of the same quotation, or the next sentence right behind one that the draft ends."""
    end = end_of(draft)
    if span.start < end or any(map(str.isalnum, ground.text[end : span.start])):
        return False
    before, after = ground.sentence_at(end - 1), ground.sentence_at(span.start)
    whole = not any(map(str.isalnum, ground.text[end : before.end] + ground.text[after.start : span.start]))
    own, other = (meets_quotation(ground.quotations, one) for one in (draft.contents[-1], span))
    return bool(own and other) or (before != after and whole)
