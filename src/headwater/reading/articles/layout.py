"""What taking a page apart gives back."""

from dataclasses import dataclass

from headwater.records import Article, Block, PageRecord
from headwater.text import PageText


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """A page taken apart: its record, its text with the map home, the blocks that tile it, and its articles."""

    page: PageRecord
    text: PageText
    blocks: tuple[Block, ...]
    articles: tuple[Article, ...]
