"""Attributions side by side: none begins within another, none shares words with another."""

from collections.abc import Sequence
from dataclasses import replace

from headwater.reading.attributions.draft import Draft
from headwater.reading.attributions.spans import cut
from headwater.records import Span


def untangled(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """The outermost drafts in order.  One that stands within what another says is left out (it is found again inside);
    what is said ends where the words of the next speaker begin."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda one: (one.start, -end_of(one))):
        previous = kept[-1] if kept else None
        if previous is not None and any(_holds(content, draft) for content in previous.contents):
            continue
        if previous is not None and draft.start < end_of(previous):
            kept[-1] = _around(text, previous, draft)
        kept.append(draft)
    return _apart(text, kept)


def end_of(draft: Draft) -> int:
    """Behind its last word."""
    return max(span.end for span in (*draft.sources, *draft.cues, *draft.contents))


def _holds(content: Span, draft: Draft) -> bool:
    spoken = max((span.end for span in (*draft.sources, *draft.cues)), default=end_of(draft))
    return content.start <= draft.start and spoken <= content.end


def _around(text: str, draft: Draft, later: Draft) -> Draft:
    """The draft without what it says where a later one begins that it does not hold."""
    fixed = max((span.end for span in (*draft.sources, *draft.cues) if span.start < later.start), default=0)
    limit = max(later.start, fixed)
    contents = [
        cut(text, content, content.start, limit) if content.start < limit < content.end else content
        for content in draft.contents
    ]
    return replace(draft, contents=tuple(content for content in contents if len(content)))


def _apart(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with each word said given to the first of them that has it; those that are left with nothing go."""
    reached = 0
    own: dict[int, list[Span]] = {}
    for content, at in sorted((content, at) for at, draft in enumerate(drafts) for content in draft.contents):
        piece = cut(text, content, max(content.start, reached), max(content.end, reached))
        if len(piece):
            own.setdefault(at, []).append(piece)
            reached = piece.end
    return [replace(draft, contents=tuple(own[at])) for at, draft in enumerate(drafts) if at in own]
