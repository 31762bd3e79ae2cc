"""An attribution before its speaker is resolved."""

from dataclasses import dataclass

from headwater.records import Span


@dataclass(frozen=True, slots=True)
class Draft:
    """The parts of one attribution, with the edges that annotators give them: a source with its apposition, a cue with
    auxiliaries and adverbs, a content with quotation marks and a leading "that".

    A source may still be several joined by "and".  `parent` is the place, among the drafts of its page, of the one in
    whose content this one stands; `apart`: source and cue stand outside it ("the Ledger, citing a clerk, says …").
    `doubt` is null where a rule made it.
    """

    sources: tuple[Span, ...]
    cues: tuple[Span, ...]
    contents: tuple[Span, ...]
    rule: str
    doubt: float | None = None
    parent: int | None = None
    apart: bool = False

    @property
    def start(self) -> int:
        return min(span.start for span in (*self.sources, *self.cues, *self.contents))
