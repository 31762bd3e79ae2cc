"""Text in capitals: how much of its case comes back, and what that is worth, on articles of polnear.

Each unseen article is put in capitals.  `words` is the share of words whose first letter has the right case again
(`none`: all small; `all`: a capital on each), with precision and recall of capitals.  Then attributions are found in an
article as it is written, in capitals as they stand, and in capitals with their case restored; all three against the
same gold, on the sentences of the article as it is written.  Every `EVERY`th article, so that a run takes minutes.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

from eval.attributing.bordering import finer
from eval.attributing.found import Paper, outermost
from eval.attributing.grid import grid_of
from eval.attributing.ours import headwater, knowledge, laid_out
from eval.attributing.parts import found_phrases, gold_parts, part_figures
from eval.corpus import corpus_hash, in_half
from eval.plain_page import PlainPage, plain_page
from eval.polnear import unseen
from eval.polnear_gold import GoldArticle, read_articles
from eval.report import Options, Report, Skipped
from headwater.reading import capitals

EVERY = 3
_WORD = re.compile(r"[^\W\d_]+")


def measure(data: Path, options: Options) -> Report | Skipped:
    """Figures of the unseen articles of one half, every EVERYth."""
    articles = [one for one in read_articles(data) if unseen(one.id) and in_half(one.id, options.half)][::EVERY]
    if not articles:
        return Skipped("capitals", f"no articles under {data / 'polnear'}")
    figures = dict(chain(_word_figures(articles), _attribution_figures(articles)))
    files = [data / "polnear" / "train" / "text" / f"{one.id}.txt" for one in articles]
    settings = {"half": options.half, "every": str(EVERY)}
    return Report("capitals", len(articles), corpus_hash([path for path in files if path.exists()]), settings, figures)


def shouted(text: str) -> str:
    """In capitals, where a letter has one of its own."""
    return "".join(large if len(large := letter.upper()) == 1 else letter for letter in text)


def restored(page: PlainPage) -> PlainPage:
    """As the stages look at it."""
    return replace(page, text=capitals.restored(page.text, page.blocks, page.articles, knowledge()))


def _word_figures(articles: Sequence[GoldArticle]) -> Iterator[tuple[str, float]]:
    words = right = gold = ours = both = 0
    for article in articles:
        made = restored(plain_page(article.id, shouted(article.text))).text.text
        for match in _WORD.finditer(article.text):
            is_, was = made[match.start()].isupper(), article.text[match.start()].isupper()
            words, right, gold, ours, both = (
                words + 1,
                right + (is_ == was),
                gold + was,
                ours + is_,
                both + (is_ and was),
            )
    yield "words.right", right / words
    yield "words.right.none", 1 - gold / words
    yield "words.right.all", gold / words
    yield "words.capital.precision", both / ours
    yield "words.capital.recall", both / gold


def _attribution_figures(articles: Sequence[GoldArticle]) -> Iterator[tuple[str, float]]:
    written = [plain_page(one.id, one.text) for one in articles]
    loud = [plain_page(one.id, shouted(one.text)) for one in articles]
    grids = [
        grid_of(paper.text, finer(paper.text, paper.sentences))
        for paper in (laid_out(page.articles[0].page, page) for page in written)
    ]
    gold = [gold_parts(one.attributions) for one in articles]
    system = headwater()
    for name, pages in (("written", written), ("capitals", loud), ("restored", [restored(page) for page in loud])):
        papers: list[Paper] = [laid_out(f"{name} {page.articles[0].page}", page) for page in pages]
        found = [found_phrases(paper.text, outermost(system(paper))) for paper in papers]
        yield from ((f"{name}.{figure}", value) for figure, value in part_figures(grids, gold, found))
