"""Where a value stands."""

from dataclasses import dataclass
from typing import Literal

Space = Literal["text", "source", "location", "given"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch [start, end).

    `space` says of what: `text` code points of the page's text, `source` bytes of the page as received, `location`
    characters of its address, `given` characters of a value that the user gave beside the page.
    """

    start: int
    end: int
    space: Space = "text"

    def __len__(self) -> int:
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a page and where they stand; for a span in the text, `page_text[span]` is exactly `text`."""

    span: Span
    text: str
