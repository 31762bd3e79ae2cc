"""Invented news in plain paragraphs, with outlets that reprint, edit and end all their pages alike; and their readings."""

import random
from dataclasses import dataclass

from headwater.records import Article, Block, Moment, Page, Reading, Span
from headwater.records.identity import record_id
from made_readings import page_of, record_of

SYLLABLES = "ba ke lo mi nu ra se ti vo za dor fen gal hum jin kor pel tam".split()
OUTLETS = ("courier", "lantern", "herald")


@dataclass(frozen=True)
class Story:
    """An article as its outlet prints it; `day` counts from the first of January, None where it is not stated."""

    outlet: str
    number: int
    day: int | None
    paragraphs: tuple[str, ...]


def words(chance: random.Random, count: int) -> list[str]:
    """Invented words, none of them frequent."""
    return ["".join(chance.choices(SYLLABLES, k=chance.randrange(2, 5))) for _ in range(count)]


def stories(chance: random.Random, count: int) -> list[Story]:
    """Own texts, reprints cut and edited, passages used again, and at some outlets one ending under all pages."""
    texts = [words(chance, chance.randrange(60, 160)) for _ in range(max(count // 3, 1))]
    endings = {outlet: " ".join(words(chance, 25)) for outlet in OUTLETS if chance.random() < 0.7}
    made = []
    for number in range(count):
        outlet = chance.choice(OUTLETS)
        body = edited(chance.choice(texts), chance)
        if chance.random() < 0.4:
            body = words(chance, 60) + body[: chance.randrange(10, 50)]
        paragraphs = [" ".join(body[at : at + 30]) + "." for at in range(0, len(body), 30)]
        if outlet in endings and chance.random() < 0.8:
            paragraphs.append(endings[outlet] + ".")
        day = chance.randrange(1, 300) if chance.random() < 0.8 else None
        made.append(Story(outlet, number, day, tuple(paragraphs)))
    return made


def edited(source: list[str], chance: random.Random) -> list[str]:
    """The words with up to three in ten changed, and cut."""
    rate = chance.choice((0, 0, 0.05, 0.3))
    made = [chance.choice(SYLLABLES) if chance.random() < rate else word for word in source]
    return made[: chance.randrange(len(made) // 3, len(made) + 1)]


def read_story(story: Story) -> tuple[Page, Reading]:
    """The page of a story, and what a reader makes of it: one block for each paragraph."""
    page = page_of("\n".join(story.paragraphs), f"https://{story.outlet}.example/{story.number}")
    spans, at = [], 0
    for paragraph in story.paragraphs:
        spans.append(Span(at, at + len(paragraph)))
        at += len(paragraph) + 1
    whole = Span(0, spans[-1].end)
    id_ = record_id("article", page.id, whole)
    date = None if story.day is None else f"2031-{(story.day - 1) // 28 + 1:02}-{(story.day - 1) % 28 + 1:02}"
    stated = Moment(Span(0, 4, "source"), date, "day", None, False, "made") if date else None
    article = Article(id_, page.id, whole, "story", None, (), None, stated, None, "en", (), None, "made")
    blocks = tuple(Block(record_id("block", page.id, span), page.id, span, "body", id_, "made") for span in spans)
    return page, Reading(record_of(page), "\n".join(story.paragraphs), blocks, (article,))
