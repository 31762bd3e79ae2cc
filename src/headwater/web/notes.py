"""The shape of what the side panel says of a mark."""

from dataclasses import dataclass

from headwater.records import Span


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the panel: a value, where it leads, and a remark on it."""

    label: str
    value: str
    href: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """What is known of one mark.  `words` are shown as the page has them."""

    kind: str
    title: str
    words: str
    span: Span | None
    rows: tuple[Row, ...]
    rule: str | None
    doubt: float | None
    id: str
