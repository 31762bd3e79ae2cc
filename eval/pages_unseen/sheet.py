"""One page in the making: its articles in order, the furniture strewn over it, and the check that both stand there."""

import html
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from random import Random
from typing import Any

from stories import WORDS, Desk, Story

FURNITURE: dict[str, list[str]] = WORDS["furniture"]
INLINE = {"a", "abbr", "b", "em", "font", "i", "small", "span", "strong", "time"}
UNREAD = {"script", "style", "template", "title"}


@dataclass
class Sheet:
    """Collects what a make prints.  `never` holds furniture of some length: its words belong to no article."""

    rng: Random
    desk: Desk
    outlet: str
    stories: list[Story] = field(default_factory=list)
    never: list[str] = field(default_factory=list)

    def add(self, story: Story) -> Story:
        self.stories.append(story)
        return story

    def note(self, *lines: str) -> None:
        self.never += [line for line in lines if len(line) >= 10]

    def some(self, kind: str, count: int = 1) -> list[str]:
        """`count` strings of furniture that this page has not had yet."""
        left = [line for line in FURNITURE[kind] if line not in self.desk.used]
        lines = self.rng.sample(left, min(count, len(left)))
        self.desk.used.update(lines)
        filled = [line.replace("{year}", str(self.desk.now.year)).replace("{outlet}", self.outlet) for line in lines]
        self.note(*filled)
        return filled

    def one(self, kind: str) -> str:
        return (self.some(kind) or [""])[0]

    def headlines(self, count: int) -> list[str]:
        """Headlines of stories that are not on the page."""
        lines = [self.desk.story(2, 2).title or "" for _ in range(count)]
        self.note(*lines)
        return lines

    def bio(self, story: Story) -> list[str]:
        """A line about the author, where there is one."""
        if not story.authors:
            return []
        line = self.rng.choice(FURNITURE["bios"]).format(name=story.authors[0], **self.desk.cast())
        self.note(line)
        return [line]

    def comments(self, count: int) -> list[tuple[str, str]]:
        return list(zip(self.rng.sample(FURNITURE["handles"], count), self.some("comments", count), strict=True))

    def truth(self, name: str, make: str) -> dict[str, Any]:
        said = " ".join(" ".join([story.title or "", *story.texts]) for story in self.stories)
        never = [line for line in dict.fromkeys(self.never) if line not in said]
        return {
            "page": name,
            "make": make,
            "articles": [story.truth() for story in self.stories],
            "in_no_article": never,
        }


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.skip = 0

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.skip += tag in UNREAD
        self.parts.append("" if tag in INLINE else " ")

    def handle_endtag(self, tag: str) -> None:
        self.skip -= tag in UNREAD
        self.parts.append("" if tag in INLINE else " ")

    def handle_data(self, data: str) -> None:
        if not self.skip:
            self.parts.append(data)


def words_of(page: str, *, is_html: bool) -> str:
    """The words of a page in one line: tags stripped, entities resolved, white space collapsed."""
    if is_html:
        parser = _Text()
        parser.feed(page)
        parser.close()
        page = "".join(parser.parts)
    return " ".join(page.split())


def faults(page: str, truth: dict[str, Any]) -> list[str]:
    """What the truth says and the page does not: each sentence once, in order; header words and furniture anywhere."""
    text = words_of(page, is_html=truth["page"].endswith(".html"))
    found: list[str] = []
    at = 0
    for index, article in enumerate(truth["articles"]):
        sentences = article["sentences"]
        for sentence in sentences:
            start = text.find(sentence, at)
            found += [f"article {index}: {sentence!r} is not in its place"] if start < 0 else []
            found += [f"article {index}: {sentence!r} stands there twice"] if text.count(sentence) > 1 else []
            at = max(at, start + len(sentence))
        header = [article["title"] or "", *article["authors"], article["dateline"] or ""]
        header += [credit["outlet"] or "" for credit in article["credits"]]
        found += [f"article {index}: {words!r}" for words in header if words.lower() not in text.lower()]
        body = " ".join(sentences)
        if not (body.startswith(article["first"]) and body.endswith(article["last"])):
            found.append(f"article {index}: first and last words")
        parent = article["embedded_in"]
        if parent is not None and not 0 <= parent < index:
            found.append(f"article {index} is embedded in {parent}")
    said = " ".join(sentence for article in truth["articles"] for sentence in article["sentences"])
    found += [f"furniture {words!r}" for words in truth["in_no_article"] if words not in text or words in said]
    return found


def escaped(words: str, rng: Random) -> str:
    """The words as HTML; typographic marks now and then as entities."""
    out = html.escape(words, quote=False)
    if rng.random() < 0.3:
        out = out.replace("“", "&ldquo;").replace("”", "&rdquo;").replace("’", "&#8217;")
    return out


def slug(words: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-")
