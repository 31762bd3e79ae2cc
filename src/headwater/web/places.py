"""Where a record stands in the text of its page."""

from typing import Any

from headwater.records import Article, Attribution, Span


def place_of(record: Any) -> Span | None:
    """The span in the page's text at which one should look for this record; None where it has none there."""
    if isinstance(record, Article):
        return record.title.span if record.title and record.title.span.space == "text" else _opening(record.span)
    if isinstance(record, Attribution):
        spans = [*record.cues, *(content.span for content in record.contents)]
        spans += [source.span for source in record.sources if source.span is not None]
        places = [span for span in spans if span.space == "text"]
        return Span(min(s.start for s in places), max(s.end for s in places)) if places else None
    span = getattr(record, "span", None)
    return span if isinstance(span, Span) and span.space == "text" else None


def _opening(span: Span) -> Span:
    """The first characters of a long stretch: enough to see where it begins."""
    return Span(span.start, min(span.end, span.start + 80))
