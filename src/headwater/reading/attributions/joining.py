"""What the encoder marks and what the rules find, put together.

The encoder's parts are the ground; quotation marks mend their edges; quotations that it missed are added.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from headwater.reading.attributions.draft import Draft
from headwater.reading.attributions.ground import Ground
from headwater.reading.attributions.lexicon import Lexicon
from headwater.reading.attributions.linking import Linked
from headwater.reading.attributions.quotations import Quotation, meets_quotation
from headwater.reading.attributions.spans import meets, united
from headwater.reading.attributions.stance import wording
from headwater.reading.attributions.untangling import untangled
from headwater.reading.heard import Part
from headwater.records import Span

# So much of a quotation (in its sentence) must be marked for the whole of it to count.
MOST_OF_IT = 0.5


def joined(ground: Ground, model: Linked, rules: Sequence[Draft], lexicon: Lexicon) -> list[Draft]:
    """The attributions of a text.  A rule never takes words that the encoder gives to somebody."""
    drafts = [draft for draft in model.drafts if not wording(ground.text, draft.cues, lexicon).nothing_said]
    drafts = _with_loose(ground, drafts, model.loose, rules)
    drafts = [replace(draft, contents=_mended(ground, draft)) for draft in drafts]
    taken = sorted(united([span for draft in drafts for span in (*draft.sources, *draft.cues, *draft.contents)]))
    quoted = [draft for draft in rules if any(_quotes(ground, content) for content in draft.contents)]
    missed = [draft for draft in quoted if not any(next(meets(taken, span), None) for span in draft.contents)]
    return untangled(ground.text, [*drafts, *missed])


def _with_loose(ground: Ground, drafts: Sequence[Draft], loose: Sequence[Part], rules: Sequence[Draft]) -> list[Draft]:
    """Contents that nothing was linked to: given to the speaker whom a rule finds for them, or who speaks right before;
    else left out."""
    by_content = {content: draft for draft in rules for content in draft.contents}
    contents = sorted(by_content)
    known = sorted(drafts, key=lambda draft: draft.start)
    for part in loose:
        doubt = round(float(part.doubt), 3)
        ruled = next((by_content[content] for content in meets(contents, part.span)), None)
        if ruled is not None:
            known.append(replace(ruled, contents=(part.span,), doubt=doubt))
            continue
        at = bisect_right(known, part.span.start, key=lambda draft: draft.start) - 1
        if at >= 0 and _goes_on(ground, known[at].contents[-1], part.span):
            known[at] = replace(known[at], contents=(*known[at].contents, part.span))
    return _same_cues(sorted(known, key=lambda draft: draft.start))


def _same_cues(drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts with the same cues, or without any the same sources, as one."""
    found: dict[tuple[tuple[Span, ...], tuple[Span, ...]], Draft] = {}
    for draft in drafts:
        key = (draft.cues, () if draft.cues else draft.sources)
        before = found.get(key)
        found[key] = draft if before is None else replace(before, contents=(*before.contents, *draft.contents))
    return list(found.values())


def _goes_on(ground: Ground, last: Span, span: Span) -> bool:
    """The next words of the same quotation, or a next sentence of quoted words right behind quoted words."""
    if span.start < last.end:
        return False
    between = ground.text[last.end : span.start]
    quotations = [*meets_quotation(ground.quotations, last), *meets_quotation(ground.quotations, span)]
    same = len(quotations) == 2 and quotations[0] is quotations[1]
    return same or (len(quotations) > 1 and not any(character.isalnum() for character in between))


def _mended(ground: Ground, draft: Draft) -> tuple[Span, ...]:
    """The contents with the borders of the quotations that they cover for the most part."""
    spans: list[Span] = []
    for content in draft.contents:
        spans.append(content)
        for quotation in meets_quotation(ground.quotations, content):
            if quotation.marked and _covers(ground, content, quotation) and _free(draft, quotation):
                spans += quotation.outer
    return tuple(united(spans))


def _covers(ground: Ground, content: Span, quotation: Quotation) -> bool:
    """Is most of the quotation marked, or of that part of it which stands in the sentences of the content?"""
    first, last = ground.sentence_at(content.start).start, ground.sentence_at(content.end - 1).end
    own = [Span(max(span.start, first), min(span.end, last)) for span in quotation.outer]
    size = sum(max(len(span), 0) for span in own)
    shared = sum(max(min(span.end, content.end) - max(span.start, content.start), 0) for span in own)
    return size > 0 and shared >= MOST_OF_IT * size


def _free(draft: Draft, quotation: Quotation) -> bool:
    """Who speaks, and the cue, stand outside the quotation."""
    return not any(quotation.start <= span.start < quotation.end for span in (*draft.sources, *draft.cues))


def _quotes(ground: Ground, content: Span) -> bool:
    return bool(meets_quotation(ground.quotations, content))
