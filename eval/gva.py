"""gva: how many an article says were killed and injured, against the coded incident that it tells of.

One line of figures for each way to choose among the quantities of an article (tolls): `headwater`, fitted on half
"choose" of the incidents; `first` takes the first number of each unit, `largest` the largest; `one_none` is always
1 killed and 0 injured, `none_one` the other way round.  All figures are of half "report", unless another is asked for.
`killed`, `injured` and `both` are shares of articles that are exactly right, unknown counting as 0 as in the set.
Many articles are early reports, or pages whose text is gone: `….among` is the share where the coded number is among
those that the quantities give, `….of_among` the exact share of these.  `hurt_2_to_8` is over articles with 2 to 8
injured.  Layout: gva/docs.jsonl, gva/gold_incidents.json.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from eval.corpus import corpus_hash, half_of
from eval.gva_pages import reports
from eval.report import Options, Report, Skipped
from eval.tolls import choose, fit, injured_numbers, injured_signs, killed_numbers, killed_signs
from eval.tolls_told import Tale, tale

Toll = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Item:
    """An article with the coded killed and injured."""

    incident: str
    article: Tale
    gold: Toll


def measure(data: Path, options: Options) -> Report | Skipped:
    """Figures of each way to choose."""
    path = data / "gva/gold_incidents.json"
    if not path.exists():
        return Skipped("gva", f"no gva under {data}")
    items = list(_items(data, json.loads(path.read_text(encoding="utf-8"))))
    chosen = [item for item in items if half_of(item.incident) == "choose"]
    wanted = "report" if options.half == "all" else options.half
    measured = [item for item in items if half_of(item.incident) == wanted]
    ours = fitted(chosen)
    ways: dict[str, Callable[[Tale], Toll]] = {
        "headwater": ours,
        "first": lambda article: _simple(article, lambda numbers: numbers[0]),
        "largest": lambda article: _simple(article, max),
        "one_none": lambda _: (1, 0),
        "none_one": lambda _: (0, 1),
    }
    figures = {f"{name}.{key}": number for name, way in ways.items() for key, number in _figures(measured, way)}
    figures |= dict(_among(measured, ours))
    settings = {"half": wanted, "fitted_on": "choose"}
    return Report("gva", len(measured), corpus_hash([data / "gva/docs.jsonl", path]), settings, figures)


def fitted(items: Sequence[Item]) -> Callable[[Tale], Toll]:
    """Chooses by weights fitted on these articles."""
    numbers = [killed_numbers(item.article) for item in items]
    signs = [_killed_rows(item.article, rows) for item, rows in zip(items, numbers, strict=True)]
    for_killed = fit(signs, [_place(rows, item.gold[0]) for item, rows in zip(items, numbers, strict=True)])
    killed = [choose(rows, table, for_killed) for rows, table in zip(numbers, signs, strict=True)]
    numbers = [injured_numbers(item.article, dead) for item, dead in zip(items, killed, strict=True)]
    signs = [_injured_rows(item.article, rows, dead) for item, rows, dead in zip(items, numbers, killed, strict=True)]
    for_injured = fit(signs, [_place(rows, item.gold[1]) for item, rows in zip(items, numbers, strict=True)])

    def toll(article: Tale) -> Toll:
        rows = killed_numbers(article)
        dead = choose(rows, _killed_rows(article, rows), for_killed)
        rows = injured_numbers(article, dead)
        return dead, choose(rows, _injured_rows(article, rows, dead), for_injured)

    return toll


def _items(data: Path, gold: Mapping[str, Mapping[str, str]]) -> Iterator[Item]:
    for report in reports(data):
        quantities = [one for account in report.accounts for one in account.quantities]
        coded = gold[report.incident]
        toll = (int(coded["num_killed"]), int(coded["num_injured"]))
        yield Item(report.incident, tale(quantities, report.title, report.text), toll)


def _simple(article: Tale, pick: Callable[[list[int]], int]) -> Toll:
    killed, injured = ([one.value for one in article.of(unit)] for unit in ("killed", "injured"))
    return (pick(killed) if killed else 0, pick(injured) if injured else 0)


def _figures(items: Sequence[Item], way: Callable[[Tale], Toll]) -> Iterator[tuple[str, float]]:
    tolls = [(way(item.article), item.gold) for item in items]
    yield "killed", float(np.mean([ours[0] == gold[0] for ours, gold in tolls]))
    yield "injured", float(np.mean([ours[1] == gold[1] for ours, gold in tolls]))
    yield "both", float(np.mean([ours == gold for ours, gold in tolls]))
    some = [(ours, gold) for ours, gold in tolls if 2 <= gold[1] <= 8]
    yield "hurt_2_to_8", float(np.mean([ours[1] == gold[1] for ours, gold in some]))


def _among(items: Sequence[Item], way: Callable[[Tale], Toll]) -> Iterator[tuple[str, float]]:
    tolls = [(way(item.article), item) for item in items]
    killed = [ours[0] == item.gold[0] for ours, item in tolls if item.gold[0] in killed_numbers(item.article)]
    yield "killed.among", len(killed) / max(len(items), 1)
    yield "killed.of_among", float(np.mean(killed))
    injured = [
        ours[1] == item.gold[1] for ours, item in tolls if item.gold[1] in injured_numbers(item.article, ours[0])
    ]
    yield "injured.among", len(injured) / max(len(items), 1)
    yield "injured.of_among", float(np.mean(injured))


def _killed_rows(article: Tale, numbers: Sequence[int]) -> np.ndarray:
    return np.array([killed_signs(number, article) for number in numbers])


def _injured_rows(article: Tale, numbers: Sequence[int], killed: int) -> np.ndarray:
    return np.array([injured_signs(number, article, killed) for number in numbers])


def _place(numbers: Sequence[int], gold: int) -> int | None:
    return numbers.index(gold) if gold in numbers else None
