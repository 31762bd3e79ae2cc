"""Edges of what the encoder marks, mended by quotation marks."""

from headwater.reading.attributions.draft import Draft
from headwater.reading.attributions.ground import Ground
from headwater.reading.attributions.quotations import Quotation, meets_quotation
from headwater.reading.attributions.spans import united
from headwater.records import Span

# So much of a quotation (in its sentence) must be marked for the whole of it to count.
MOST_OF_IT = 0.5


def mended(ground: Ground, draft: Draft) -> tuple[Span, ...]:
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
    own = [(max(span.start, first), min(span.end, last)) for span in quotation.outer]
    size = sum(max(end - start, 0) for start, end in own)
    shared = sum(max(min(end, content.end) - max(start, content.start), 0) for start, end in own)
    return size > 0 and shared >= MOST_OF_IT * size


def _free(draft: Draft, quotation: Quotation) -> bool:
    """Who speaks, and the cue, stand outside the quotation."""
    return not any(quotation.start <= span.start < quotation.end for span in (*draft.sources, *draft.cues))
