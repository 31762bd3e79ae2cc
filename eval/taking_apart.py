"""Figures for pages taken apart: articles, their borders and headers, furniture in articles.

Shares over pages (`pages.*`), over articles of the truth (`recall`, `borders.*` and fields: over the matched ones),
over articles of ours (`precision`), or over strings of furniture (`furniture_inside`).  A page that is not read has no
article.  `FIELD.stated` counts the articles whose page gives the field, `FIELD.absent` those whose page does not;
`FIELD.of_all` is over all articles of the truth, so that it never falls because more of them match.
Trivial baseline: the whole page as one article is right in number on the control pages alone.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import fmean

from eval.gold_pages import GoldPage
from eval.header_fields import judge, shown, stated
from eval.matching import Ours, Pairing, borders, ours_of, pair
from headwater.knowledge import Knowledge
from headwater.pages import PageOptions, open_pages
from headwater.reading.articles import read
from headwater.records import Unread

FIELDS = ("title", "authors", "publisher", "published", "credits", "embedded_in", "kind")


def take_apart(golds: Sequence[GoldPage], knowledge: Knowledge) -> list[Pairing]:
    """Each page read and laid beside its truth."""
    return [pair(gold, read_ours(gold.path, knowledge)) for gold in golds]


def read_ours(path: Path, knowledge: Knowledge) -> tuple[Ours, ...]:
    """The articles that we find on a page."""
    (page,) = open_pages([str(path)], PageOptions())
    layout = page if isinstance(page, Unread) else read(page, knowledge)
    return () if isinstance(layout, Unread) else ours_of(layout)


def figures(pairings: Sequence[Pairing]) -> dict[str, float]:
    """All figures, then the chief ones for HTML, plain text, pages with one article and pages with several."""
    groups = {
        "html": [each for each in pairings if each.gold.path.suffix == ".html"],
        "text": [each for each in pairings if each.gold.path.suffix != ".html"],
        "one": [each for each in pairings if len(each.gold.articles) == 1],
        "many": [each for each in pairings if len(each.gold.articles) > 1],
    }
    found = splitting(pairings) | fields(pairings)
    for group, members in ((name, each) for name, each in groups.items() if each):
        found |= {f"{group}.{name}": value for name, value in splitting(members).items()}
        whole = {name: value for name, value in fields(members).items() if name in FIELDS}
        found |= {f"{group}.{name}": value for name, value in whole.items()}
    return found


def splitting(pairings: Sequence[Pairing]) -> dict[str, float]:
    """How well articles come apart, and from furniture."""
    gold = sum(len(each.gold.articles) for each in pairings)
    ours = sum(len(each.ours) for each in pairings)
    matched = sum(len(each.pairs) for each in pairings)
    edges = [edge for each in pairings for edge in _borders(each)]
    strings = sum(len(each.gold.furniture) for each in pairings)
    return {
        "pages": len(pairings),
        "articles": gold,
        "pages.right_number": fmean(each.counted_right for each in pairings),
        "pages.all_matched": fmean(each.apart for each in pairings),
        "precision": matched / max(ours, 1),
        "recall": matched / max(gold, 1),
        "borders.first": _share([first for first, _ in edges]),
        "borders.last": _share([last for _, last in edges]),
        "borders.of_all": sum(first and last for first, last in edges) / max(gold, 1),
        "furniture_inside": sum(len(each.leaked) for each in pairings) / max(strings, 1),
    }


def fields(pairings: Sequence[Pairing]) -> dict[str, float]:
    """Share of the matched articles that have a field right; where the page gives it, and where it does not."""
    judged = [(each.gold.articles[index], judge(each, index)) for each in pairings for index in each.pairs]
    gold = sum(len(each.gold.articles) for each in pairings)
    found: dict[str, float] = {}
    for name in FIELDS:
        found[name] = _share([verdicts[name] for _, verdicts in judged])
        found[f"{name}.of_all"] = sum(verdicts[name] for _, verdicts in judged) / max(gold, 1)
        there = [verdicts[name] for article, verdicts in judged if stated(article, name)]
        absent = [verdicts[name] for article, verdicts in judged if not stated(article, name)]
        if there and absent:
            found |= {f"{name}.stated": _share(there), f"{name}.absent": _share(absent)}
    return found


def page_lines(pairings: Sequence[Pairing]) -> Iterator[str]:
    """One line per page: what is wrong with it, or that all is right."""
    for each in pairings:
        yield f"{each.gold.name}: {'; '.join(_faults(each)) or 'right'}"


def _faults(each: Pairing) -> Iterator[str]:
    if not each.counted_right:
        yield f"{len(each.ours)} articles not {len(each.gold.articles)}"
    missed = [str(index) for index in range(len(each.gold.articles)) if index not in each.pairs]
    if missed:
        yield f"no match for {' '.join(missed)}"
    for index in sorted(each.pairs):
        gold, one = each.gold.articles[index], each.ours[each.pairs[index]]
        first, last = borders(gold, one)
        wrong = [] if first else [f"begins {' '.join(one.running)[:40]!r}"]
        wrong += [] if last else [f"ends {' '.join(one.running)[-40:]!r}"]
        wrong += [shown(each, index, name) for name, right in judge(each, index).items() if not right]
        if wrong:
            yield f"[{index}] {', '.join(wrong)}"
    if each.leaked:
        yield f"furniture inside: {list(each.leaked)!r}"


def _borders(each: Pairing) -> list[tuple[bool, bool]]:
    return [borders(each.gold.articles[index], each.ours[number]) for index, number in each.pairs.items()]


def _share(right: Sequence[bool]) -> float:
    return sum(right) / len(right) if right else 0.0
