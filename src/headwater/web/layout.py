"""A page laid out for the reader: runs of blocks that belong together, in page order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from headwater.marks import Mark, draw, spread
from headwater.records import ARTICLE_ROLES, HEADER_ROLES, Article, Block, Span
from headwater.web.bars import Column, columns
from headwater.web.sheet import Sheet

# Furniture longer than this is folded away.
LONG = 700


@dataclass(frozen=True, slots=True)
class Drawn:
    """A block with its text as HTML.  `copied` is `whole` or `part` where the block stands in another article too;
    `columns` are the bars of the voices beside it."""

    block: Block
    html: str
    copied: str
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring blocks of one role's kind: article text, or one sort of furniture, `folded` where it is long or
    hidden (but open where the span asked for stands in it)."""

    role: str
    furniture: bool
    drawn: tuple[Drawn, ...]
    folded: bool
    open: bool
    length: int
    rules: str


@dataclass(frozen=True, slots=True)
class Section:
    """Neighbouring runs inside one article (or outside of all); `first` where the article begins, `depth` how many
    articles it stands inside."""

    article: Article | None
    first: bool
    depth: int
    runs: tuple[Run, ...]


def lay_out(sheet: Sheet, marks: Sequence[Mark], asked: Span | None) -> list[Section]:
    """The blocks of the page in sections, drawn."""
    windows = [block.span for block in sheet.blocks]
    owners = _owners(sheet)
    drawn = [
        Drawn(block, draw(sheet.text, share, window=block.span), _copied(block, share), columns(block.span, share))
        for block, share in zip(sheet.blocks, spread(marks, windows), strict=True)
    ]
    by_id = {article.id: article for article in sheet.articles}
    sections: list[Section] = []
    seen: set[str] = set()
    for owner, group in groupby(zip(owners, drawn, strict=True), key=lambda pair: pair[0]):
        article = by_id.get(owner) if owner else None
        runs = tuple(_runs([one for _, one in group], asked))
        sections.append(Section(article, owner is not None and owner not in seen, _depth(article, by_id), runs))
        seen.add(owner or "")
    return sections


def _owners(sheet: Sheet) -> list[str | None]:
    """For each block the article it is shown in: its own, or, for furniture, the innermost that lies around it."""
    starts = sorted(sheet.articles, key=lambda article: (article.span.start, -article.span.end), reverse=True)
    around: list[Article] = []
    owners: list[str | None] = []
    for block in sheet.blocks:
        while starts and starts[-1].span.start <= block.span.start:
            around.append(starts.pop())
        around = [article for article in around if article.span.end > block.span.start]
        owners.append(block.article or (around[-1].id if around else None))
    return owners


def _depth(article: Article | None, by_id: dict[str, Article]) -> int:
    depth = 0
    while article is not None and article.embedded_in in by_id and depth < 4:
        article = by_id[article.embedded_in]
        depth += 1
    return depth


def _runs(drawn: Sequence[Drawn], asked: Span | None) -> Iterator[Run]:
    for role, group in groupby(drawn, key=lambda one: _sort(one.block)):
        blocks = tuple(group)
        furniture = role != "article"
        length = sum(len(one.block.span) for one in blocks)
        holds = asked is not None and any(
            one.block.span.start < asked.end and asked.start < one.block.span.end for one in blocks
        )
        rules = ", ".join(sorted({one.block.rule for one in blocks})) if furniture else ""
        yield Run(role, furniture, blocks, furniture and (role == "hidden" or length > LONG), holds, length, rules)


def _sort(block: Block) -> str:
    return "article" if block.article and block.role in ARTICLE_ROLES + HEADER_ROLES else block.role


def _copied(block: Block, marks: Sequence[Mark]) -> str:
    covered = sum(
        min(mark.end, block.span.end) - max(mark.start, block.span.start) for mark in marks if "copy" in mark.classes
    )
    return "" if not covered else "whole" if covered >= 0.9 * len(block.span) else "part"


def removes(sections: Sequence[Section]) -> int:
    """How many columns of bars the margin needs."""
    drawn = (one for section in sections for run in section.runs for one in run.drawn)
    return max((column.level + 1 for one in drawn for column in one.columns), default=0)
