"""Our articles of a page beside those of its truth.

An article of ours matches one of the truth when at least 80 % of the latter's text (by characters of its sentences)
stands in it, and less than 20 % of its own belongs to other articles or furniture: sentences of other articles, and
blocks that hold a string of furniture and no sentence of the article.  At most one of ours can match one of the truth.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from eval.gold_pages import GoldArticle, GoldPage, one_line
from headwater.reading.articles import Layout
from headwater.records import ARTICLE_ROLES, Article

RUNNING = ("body", "quotation", "list", "correction")
HELD, FOREIGN = 0.8, 0.2


@dataclass(frozen=True, slots=True)
class Ours:
    """An article of ours with the words of its blocks, each on one line: all, and those that are running text."""

    article: Article
    blocks: tuple[str, ...]
    running: tuple[str, ...]

    @property
    def text(self) -> str:
        """All its words on one line."""
        return " ".join(self.blocks)


@dataclass(frozen=True, slots=True)
class Pairing:
    """One page, scored: `pairs` leads from an article of the truth to the one of ours that matches it; `parents` from
    one of ours, by id, to the article of the truth that it holds most of."""

    gold: GoldPage
    ours: tuple[Ours, ...]
    pairs: Mapping[int, int]
    parents: Mapping[str, int]

    @property
    def counted_right(self) -> bool:
        """Whether there are as many articles as in the truth."""
        return len(self.ours) == len(self.gold.articles)

    @property
    def apart(self) -> bool:
        """Whether every article of ours matches one of the truth, and the other way about."""
        return len(self.pairs) == len(self.ours) == len(self.gold.articles)

    @property
    def leaked(self) -> tuple[str, ...]:
        """Strings of furniture that stand in the text of an article."""
        return tuple(words for words in self.gold.furniture if any(stands_in(words, one.text) for one in self.ours))


def ours_of(layout: Layout) -> tuple[Ours, ...]:
    """The articles of a page with their words, in page order."""
    found = []
    for article in layout.articles:
        blocks = [block for block in layout.blocks if block.article == article.id and block.role in ARTICLE_ROLES]
        words = {block.id: one_line(layout.text[block.span]) for block in blocks}
        running = tuple(words[block.id] for block in blocks if block.role in RUNNING)
        found.append(Ours(article, tuple(words.values()), running))
    return tuple(found)


def pair(gold: GoldPage, ours: Sequence[Ours]) -> Pairing:
    """Which of ours matches which of the truth."""
    pairs: dict[int, int] = {}
    parents: dict[str, int] = {}
    for number, one in enumerate(ours):
        held = [held_of(article, one) for article in gold.articles]
        best = max(range(len(held)), key=lambda index: held[index], default=None)
        if best is not None and held[best]:
            parents[one.article.id] = best
        for index, article in enumerate(gold.articles):
            if held[index] >= HELD * article.length and foreign_share(gold, index, one) < FOREIGN:
                pairs[index] = number
    return Pairing(gold, tuple(ours), pairs, parents)


def held_of(article: GoldArticle, one: Ours) -> int:
    """Characters of the article of the truth that stand in ours."""
    text = one.text
    return sum(len(part) for part in article.parts if part in text)


def foreign_share(gold: GoldPage, index: int, one: Ours) -> float:
    """Share of our article's characters that belongs to other articles of the truth, or to furniture."""
    others = [article for number, article in enumerate(gold.articles) if number != index]
    foreign = sum(held_of(article, one) for article in others)
    sentences = [part for article in gold.articles for part in article.parts]
    for block in one.blocks:
        strings = any(stands_in(words, block) for words in gold.furniture)
        if strings and not any(part in block for part in sentences):
            foreign += len(block)
    return foreign / max(len(one.text), 1)


def stands_in(words: str, text: str) -> bool:
    """Whether the words stand in the text, not as part of longer ones."""
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) is not None


def borders(article: GoldArticle, one: Ours) -> tuple[bool, bool]:
    """Whether our running text begins with the article's first words (behind its dateline, if any) and ends with its
    last; a line that only credits an outlet of the truth counts as neither."""
    outlets = [credit["outlet"] for credit in article.credits if credit["outlet"]]
    blocks = [block for block in one.running if not _only_credit(block, article, outlets)]
    text = " ".join(blocks)
    dateline = one_line(article.dateline or "")
    begins = text.startswith(article.first) or text.removeprefix(dateline).lstrip().startswith(article.first)
    return begins, text.endswith(article.last)


def _only_credit(block: str, article: GoldArticle, outlets: Sequence[str]) -> bool:
    return any(outlet in block for outlet in outlets) and not any(part in block for part in article.parts)
