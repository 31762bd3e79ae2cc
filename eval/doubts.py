"""Whether doubt says how often we are wrong: the encoder's attributions on unseen articles of PolNeAR.

An attribution is right where its contents and those of one gold attribution share half of all characters of both.  Only
outermost ones count, as nobody marked others.  `error` is the mean gap between doubt and the share of wrong ones over
ten bins, each weighed by what is in it; `slope` is the factor on doubt that would make both equal on the whole.
Trivial baseline: the same doubt, the mean share of wrong ones, for all (`error` 0, but it tells nothing apart: `spread`
is the share of wrong ones among the most doubtful third less that among the least doubtful third).
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from eval.attributing.ours import paper_of, said_by_product
from eval.corpus import corpus_hash, in_half
from eval.polnear import unseen
from eval.polnear_gold import GoldArticle, read_articles
from eval.report import Options, Report, Skipped
from headwater.records import Attribution

BINS = 10
Judged = tuple[float, bool]


def measure(data: Path, options: Options) -> Report | Skipped:
    """Figures over all outermost attributions that bear a doubt."""
    articles = [one for one in read_articles(data) if unseen(one.id) and in_half(one.id, options.half)]
    judged = sorted((pair for article in articles for pair in _judged(article)), key=lambda pair: pair[0])
    if not judged:
        return Skipped("doubts", f"no articles under {data / 'polnear'}, or no encoder")
    files = [path for path in (data / "polnear").glob("*/text/*") if path.stem in {one.id for one in articles}]
    settings = {"half": options.half, "bins": str(BINS)}
    return Report("doubts", len(judged), corpus_hash(files), settings, dict(_figures(judged)))


def _judged(article: GoldArticle) -> Iterator[Judged]:
    golds = [frozenset(at for start, end in one.content for at in range(start, end)) for one in article.attributions]
    for attribution in said_by_product(paper_of(article.id, article.text)):
        if attribution.parent is None and attribution.doubt is not None:
            yield attribution.doubt, _is_right(attribution, golds)


def _is_right(attribution: Attribution, golds: Sequence[frozenset[int]]) -> bool:
    own = {at for content in attribution.contents for at in range(content.span.start, content.span.end)}
    return any(len(own & gold) >= 0.5 * len(own | gold) for gold in golds if own & gold)


def _figures(judged: Sequence[Judged]) -> Iterator[tuple[str, float]]:
    wrong = sum(not right for _, right in judged)
    yield "wrong", wrong / len(judged)
    yield "doubt", sum(doubt for doubt, _ in judged) / len(judged)
    yield "slope", wrong / max(sum(doubt for doubt, _ in judged), 1e-9)
    gaps = 0.0
    for number in range(BINS):
        some = judged[number * len(judged) // BINS : (number + 1) * len(judged) // BINS]
        if some:
            share = sum(not right for _, right in some) / len(some)
            mean = sum(doubt for doubt, _ in some) / len(some)
            gaps += abs(share - mean) * len(some)
            yield f"bin{number}.doubt", mean
            yield f"bin{number}.wrong", share
    yield "error", gaps / len(judged)
    third = len(judged) // 3
    yield "spread", (sum(not r for _, r in judged[-third:]) - sum(not r for _, r in judged[:third])) / max(third, 1)
