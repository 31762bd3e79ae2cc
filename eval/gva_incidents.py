"""gva (4,012 articles of 2,346 shootings): articles to incidents, B3 and adjusted Rand index.

Two articles tell the same incident where their main events (gathering/incidents) fall in one happening; an article
without events is an incident to itself. Incidents are grouped over all articles that are measured; a half is a half
of the incidents, grouped by itself. Rivals: every article alone; average link on the words of the whole articles
(weighed by rarity in the set) for articles at most ten days apart, at the threshold that is best on half "choose".
"""

import math
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from eval.corpus import corpus_hash, half_of
from eval.coval import ari, b3, chains_of
from eval.gva_pages import Report as Article
from eval.gva_pages import reports
from eval.report import Half, Options, Report, Skipped
from headwater.gathering.incidents import group, main_event
from headwater.gathering.incidents.linking import components, link
from headwater.gathering.incidents.rarity import likeness, to_unit, words_of
from headwater.gathering.lineage import find_copies

RIVAL_DAYS, RIVAL_LEAST = 10, 0.15
MOST_IN_ONE_BLOCK = 60


def measure(data: Path, options: Options) -> Report | Skipped:
    """Figures of ours and of the rivals, for each half and for all."""
    articles = list(reports(data))
    if not articles:
        return Skipped("gva_incidents", f"no gva under {data}")
    halves: tuple[Half, ...] = ("choose", "report", "all") if options.half == "all" else (options.half,)
    figures: dict[str, float] = {}
    for half in halves:
        figures |= _figures(half, [one for one in articles if half in ("all", half_of(one.incident))])
    settings = {"rival_days": str(RIVAL_DAYS), "rival_least": str(RIVAL_LEAST)}
    return Report("gva_incidents", len(articles), corpus_hash([data / "gva/docs.jsonl"]), settings, figures)


def _figures(half: Half, articles: Sequence[Article]) -> dict[str, float]:
    truth = {article.key: article.incident for article in articles}
    begun = time.perf_counter()
    ours = incidents_of(articles)
    seconds = time.perf_counter() - begun
    figures = {
        f"{half}.articles": float(len(articles)),
        f"{half}.incidents": float(len(set(truth.values()))),
        f"{half}.with_events": sum(any(one.events for one in article.accounts) for article in articles) / len(articles),
        f"{half}.headwater.seconds": seconds,
    }
    systems = {"headwater": ours, "alone": {key: key for key in truth}, "words": alike_in_words(articles)}
    for name, labels in systems.items():
        score = b3(chains_of(dict(truth)), chains_of(dict(labels)))
        figures |= {
            f"{half}.{name}.b3.f1": score.f1,
            f"{half}.{name}.b3.p": score.precision,
            f"{half}.{name}.b3.r": score.recall,
            f"{half}.{name}.ari": ari(dict(truth), dict(labels)),
        }
    return figures


def incidents_of(articles: Sequence[Article]) -> dict[str, str]:
    """The happening of the main event of each article; of several articles on a page, of the longest."""
    accounts = [account for article in articles for account in article.accounts]
    home = {event: one.id for one in group(accounts, (), find_copies(accounts)) for event in one.events}
    labels = {}
    for article in articles:
        longest = max(article.accounts, key=lambda one: (len(one.body.article.span), one.body.article.id), default=None)
        main = main_event(longest) if longest else None
        labels[article.key] = home[main] if main else article.key
    return labels


def alike_in_words(articles: Sequence[Article]) -> Mapping[str, object]:
    """The rival."""
    bags = [Counter(words_of(f"{article.title}\n{article.text}")) for article in articles]
    spread = Counter(word for bag in bags for word in bag)
    vectors = [
        to_unit({w: (1 + math.log(n)) * math.log(len(bags) / spread[w]) for w, n in bag.items()}) for bag in bags
    ]
    days = [date.fromisoformat(article.date[:10]).toordinal() for article in articles]
    blocks: dict[str, list[int]] = {}
    for index, bag in enumerate(bags):
        for word in bag:
            if 1 < spread[word] <= MOST_IN_ONE_BLOCK:
                blocks.setdefault(word, []).append(index)
    near = {
        (a, b) for block in blocks.values() for b in block for a in block
        if a < b and abs(days[a] - days[b]) <= RIVAL_DAYS
    }  # fmt: skip
    scores = {pair: likeness(vectors[pair[0]], vectors[pair[1]]) for pair in sorted(near)}
    scores = {pair: score for pair, score in scores.items() if score > RIVAL_LEAST / 3}
    labels: dict[str, object] = {}
    for part in components(len(articles), scores):
        inside = set(part)
        own = {pair: score for pair, score in scores.items() if pair[0] in inside} if len(part) > 1 else {}
        alone = [frozenset((item,)) for item in part]
        for number, cluster in enumerate(link(alone, own, RIVAL_LEAST, lambda _, __: False)):
            labels |= {articles[item].key: (part[0], number) for item in cluster}
    return labels
