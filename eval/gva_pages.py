"""gva read as pages: each article (title, blank line, text) as a text file with its address and date."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from eval.attributing.ours import knowledge
from eval.readings import kept
from headwater.reading import articles, attributions, events, names, places, quantities, sentences, signals, times
from headwater.reading.articles import Layout
from headwater.reading.spoken import Spoken
from headwater.records import ARTICLE_ROLES, Account, ArticleBody, Given, Page, Words
from headwater.records.identity import digest, page_id


@dataclass(frozen=True, slots=True)
class Report:
    """An article of the set with the incident that it tells of, and what was read in it."""

    key: str
    incident: str
    title: str
    text: str
    date: str
    accounts: tuple[Account, ...]


def reports(data: Path) -> Iterator[Report]:
    """All articles, in the order of the file; none where the set is absent."""
    path = data / "gva/docs.jsonl"
    if not path.exists():
        return
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        record = json.loads(line)
        page = _page(record["uri"], record["dct"], f"{record['title']}\n\n{record['content']}")
        accounts = tuple(_accounts(page))
        yield Report(str(number), record["incident"], record["title"], record["content"], record["dct"], accounts)


def _page(address: str, date: str, text: str) -> Page:
    data = text.encode()
    sha = digest(data)
    given = Given(url=address, published=date, outlet=None)
    return Page(page_id(sha, address), address, "text/plain", "utf-8", sha, data, None, given)


def _accounts(page: Page) -> Iterator[Account]:
    layout = articles.read(page, knowledge())
    if not isinstance(layout, Layout):
        return
    spoken = kept("gva", page.id, lambda: _spoken(layout))
    timed, placed = times.read(spoken, knowledge()), places.read(spoken, knowledge())
    numbers = quantities.read(spoken, timed, knowledge())
    found = events.read(spoken, timed, placed, numbers, knowledge())
    for article in layout.articles:
        paragraphs = tuple(
            Words(block.span, layout.text[block.span])
            for block in layout.blocks
            if block.article == article.id and block.role in ARTICLE_ROLES
        )
        yield Account(
            ArticleBody(article, page.location, paragraphs),
            tuple(one for one in spoken.attributions if one.article == article.id),
            tuple(one for one in spoken.entities if one.article == article.id),
            tuple(one for one in spoken.mentions if one.article == article.id),
            tuple(one.quantity for one in numbers.numbered if one.quantity.article == article.id),
            tuple(one for one in found if one.article == article.id),
        )


def _spoken(layout: Layout) -> Spoken:
    known = knowledge()
    split = sentences.split(layout.text, layout.blocks, layout.articles, known)
    heard = signals.hear(layout.text, layout.blocks, layout.articles, split, known)
    named = names.read(layout.text, layout.blocks, layout.articles, heard, known)
    said = attributions.read(
        layout.text, layout.blocks, layout.articles, split, heard, named, known, inside=signals.hear_inside
    )
    return Spoken(layout.text, layout.articles, split, heard, said.entities, said.mentions, said.attributions)
