"""Invented news: stories made of grammatical sentences, with the words in which a page may state their header."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

WORDS: dict[str, Any] = tomllib.loads((Path(__file__).parent / "words.toml").read_text(encoding="utf-8"))
NUMBERS = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
SHORT = ["Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."]


@dataclass
class Story:
    """An article and its truth.  What a make does not print, it sets to null (or leaves empty) here."""

    title: str | None
    paragraphs: list[list[str]]
    when: datetime
    kind: str = "story"
    authors: list[str] = field(default_factory=list)
    publisher: str | None = None
    published: str | None = None
    credits: list[dict[str, Any]] = field(default_factory=list)
    embedded_in: int | None = None
    dateline: str | None = None
    town: str = ""
    alternatives: dict[str, list[Any]] = field(default_factory=dict)

    @property
    def texts(self) -> list[str]:
        """The paragraphs, each as one line."""
        return [" ".join(sentences) for sentences in self.paragraphs]

    def truth(self) -> dict[str, Any]:
        # Furniture may stand between two paragraphs, so neither string reaches over a paragraph's end.
        opening, ending = self.texts[0].split(), self.texts[-1].split()
        return {
            "kind": self.kind,
            "title": self.title,
            "authors": self.authors,
            "publisher": self.publisher,
            "published": self.published,
            "credits": self.credits,
            "embedded_in": self.embedded_in,
            "dateline": self.dateline,
            "first": " ".join(opening[:6]),
            "last": " ".join(ending[-6:]),
            "sentences": [sentence for paragraph in self.paragraphs for sentence in paragraph],
            **{f"{name}_or": values for name, values in sorted(self.alternatives.items()) if values},
        }


class Desk:
    """Writes the stories of one page: one world, one calendar, no sentence twice."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.world = rng.choice(WORDS["worlds"])
        self.now = datetime(rng.choice([2014, 2016, 2018, 2021, 2023]), rng.randint(1, 12), rng.randint(3, 27), 18, 0)
        self.topics = rng.sample(WORDS["topics"], len(WORDS["topics"]))
        self.used: set[str] = set()
        self.turn = 0

    def person(self) -> str:
        return f"{self.rng.choice(WORDS['people']['first'])} {self.rng.choice(WORDS['people']['last'])}"

    def outlet(self) -> str:
        outlets = WORDS["outlets"]
        return self.fresh(lambda: f"The {self.rng.choice(outlets['places'])} {self.rng.choice(outlets['kinds'])}")

    def site(self) -> str:
        return self.fresh(lambda: self.rng.choice(WORDS["outlets"]["sites"]))

    def agency(self) -> str:
        return self.fresh(lambda: self.rng.choice(WORDS["outlets"]["agencies"]))

    def fresh(self, draw: Any) -> str:
        """A value that this page has not had yet."""
        while (value := draw()) in self.used:
            pass
        self.used.add(value)
        return str(value)

    def story(self, low: int = 6, high: int = 25) -> Story:
        """A story of `low` to `high` sentences, its title, and a moment in the last days."""
        topic = self.topics[self.turn % len(self.topics)]
        self.turn += 1
        slots = self.cast()
        slots["n"] = str(self.rng.randint(3, 60))
        words = self.rng.choice(topic["stories"])
        title, lead = self.fill(words[0], slots), self.fill(words[1], slots)
        del slots["n"]
        count = self.rng.randint(low, high) - 1
        near = self.rng.sample(topic["lines"], min(len(topic["lines"]), max(1, round(count * 0.4))))
        far = self.rng.sample(WORDS["general"]["lines"], len(WORDS["general"]["lines"]))
        pool = near + [line for line in far if line not in self.used][: count - len(near)]
        self.used.update(pool)
        self.rng.shuffle(pool)
        sentences = [lead] + [self.fill(line, slots) for line in pool[:count]]
        when = self.now - timedelta(hours=self.rng.randint(2, 60) + 20 * self.turn, minutes=self.rng.randint(0, 59))
        return Story(title, self.grouped(sentences), when, town=slots["town"])

    def opinion(self) -> Story:
        """An editor's own words, four to eight sentences."""
        slots = self.cast()
        lines = self.rng.sample(WORDS["general"]["opinion"], self.rng.randint(4, 8))
        title = self.fill(self.rng.choice(["What {capital} does not ask", "Reading the maps of {region}"]), slots)
        return Story(title, self.grouped([self.fill(line, slots) for line in lines]), self.now, "introduction")

    def heading(self) -> str:
        return self.fresh(lambda: self.fill(self.rng.choice(WORDS["general"]["heads"]), self.cast()))

    def grouped(self, sentences: Sequence[str]) -> list[list[str]]:
        groups: list[list[str]] = []
        at = 0
        while at < len(sentences):
            size = self.rng.choice([1, 1, 2, 2, 3, 4])
            groups.append(list(sentences[at : at + size]))
            at += size
        return groups

    def cast(self) -> dict[str, str]:
        town, second = self.rng.sample(self.world["towns"], 2)
        names = {role: self.person() for role in "SGDR"}
        plain = {key: value for key, value in self.world.items() if isinstance(value, str)}
        return {**plain, **names, "town": town, "town2": second}

    def fill(self, template: str, slots: dict[str, str]) -> str:
        small = self.rng.randint(3, 60)
        drawn = {
            "n": str(small),
            "nw": self.rng.choice(NUMBERS),
            "big": f"{self.rng.randint(12, 480) * 100:,}",
            "day": (self.now - timedelta(days=self.rng.randint(1, 4))).strftime("%A"),
            "P": self.person(),
            "job": self.rng.choice(WORDS["people"]["jobs"]),
        }
        return template.format(**{**drawn, **slots})


def dated(when: datetime, style: str) -> tuple[str, str | None, list[str | None]]:
    """The words for a date, what they state of it (ISO), and other readings that are as good."""
    day = when.date().isoformat()
    month = when.strftime("%B")
    short = SHORT[when.month - 1]
    match style:
        case "iso":
            return day, day, []
        case "iso-time":
            return when.strftime("%Y-%m-%d %H:%M"), when.strftime("%Y-%m-%dT%H:%M"), [day]
        case "british":
            return f"{when.day} {month} {when.year}", day, []
        case "american":
            return f"{short} {when.day}, {when.year}", day, []
        case "clock":
            clock = when.strftime("%I:%M %p").lstrip("0").lower()
            return f"{month} {when.day}, {when.year} at {clock}", when.strftime("%Y-%m-%dT%H:%M"), [day]
        case "slashes":
            turned = when.strftime("%Y-%d-%m")
            return when.strftime("%d/%m/%Y"), day, [turned, None] if when.day <= 12 else []
        case "weekday":
            return f"{when:%A}, {when.day} {when:%b}", None, [day]
        case "ago":
            return f"{2 + when.day % 9} hours ago", None, []
    raise ValueError(style)


DATE_STYLES = ("iso", "iso-time", "british", "american", "clock", "slashes", "weekday", "ago")
FULL_DATES = ("iso", "british", "american", "clock")


def date_line(story: Story, style: str) -> str:
    """The date in words; the story's truth is set to what these words state."""
    words, story.published, others = dated(story.when, style)
    if others:
        story.alternatives["published"] = list(others)
    return words


BYLINE_STYLES = ("by", "staff", "pair", "text", "caps", "words", "none")


def byline(story: Story, desk: Desk, style: str) -> str:
    """The line that names the authors (empty for none); the story's truth is set to whom it names."""
    one, two = desk.person(), desk.person()
    story.authors = [] if style == "none" else [one, two] if style == "pair" else [one]
    lines = {
        "by": f"By {one}",
        "staff": f"{one}, Staff Writer",
        "pair": f"{desk.rng.choice(['By ', ''])}{one} and {two} in {story.town or desk.world['capital']}",
        "text": f"Text: {one}",
        "caps": f"BY {one.upper()}",
        "words": f"Words by {one}",
        "none": "",
    }
    if style == "caps":
        story.alternatives["authors"] = [[one.upper()]]
    return lines[style]


CREDIT_STYLES = ("via", "appeared", "permission", "source", "at", "syndicated", "licence")


def credit_line(story: Story, outlet: str, style: str) -> str:
    """The line that says where the text comes from; the story's truth is set accordingly."""
    kind, words, others = {
        "via": ("via", f"Via {outlet}", []),
        "appeared": ("originally_published", f"This article first appeared in {outlet}.", ["reprint"]),
        "permission": ("reprint", f"Reprinted with permission from {outlet}.", []),
        "source": ("via", f"Source: {outlet}", ["reprint", "originally_published", "syndicated"]),
        "at": ("originally_published", f"Originally published at {outlet}", ["reprint"]),
        "syndicated": ("syndicated", f"Syndicated from {outlet}", ["reprint"]),
        "licence": (
            "reprint",
            f"Republished from {outlet} under a Creative Commons licence.",
            ["originally_published"],
        ),
    }[style]
    story.credits.append({"kind": kind, "outlet": outlet, **({"kind_or": others} if others else {})})
    return words
