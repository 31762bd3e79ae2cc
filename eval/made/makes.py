"""Stories as pages: bytes of HTML in several makes, and plain text."""

import json
import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from html import escape

from eval.made.world import Outlet

MENUS = (
    ["Home", "World", "Business", "Sport"],
    ["News", "Opinion", "Culture"],
    ["Start", "Politics", "Weather", "Jobs"],
)
FOOTS = ("All rights reserved.", "Subscribe to our newsletter.", "Contact us | About | Privacy", "Terms of use")


@dataclass(frozen=True)
class Story:
    """What one page says: outlet, day, headline, paragraphs, and the line by which it credits its text, or none."""

    outlet: Outlet
    day: date
    title: str
    paragraphs: tuple[str, ...]
    byline: str | None = None
    credit: str | None = None


@dataclass(frozen=True)
class Made:
    """A page as bytes under its file name, and its address."""

    file: str
    data: bytes
    url: str
    outlet: str


def made(story: Story, number: int, rng: random.Random) -> Made:
    """The page of one story, in a make that is drawn."""
    make = rng.choice(MAKES)
    suffix = "txt" if make is plain else "html"
    slug = "-".join(story.title.casefold().split())
    url = f"https://www.{story.outlet.host}/{story.day:%Y/%m/%d}/{slug}"
    return Made(f"{number:02d}.{suffix}", make(story, rng).encode(), url, story.outlet.name)


def _paragraphs(story: Story) -> str:
    lines = [*story.paragraphs, *([story.credit] if story.credit else [])]
    return "\n".join(f"<p>{escape(line, quote=False)}</p>" for line in lines)


def _page(head: str, body: str) -> str:
    return f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">{head}</head>\n<body>{body}</body></html>\n'


def _menu(rng: random.Random, tag: str = "nav") -> str:
    items = "".join(f'<li><a href="/{each.casefold()}">{each}</a></li>' for each in rng.choice(MENUS))
    return f"<{tag}><ul>{items}</ul></{tag}>"


def linked(story: Story, rng: random.Random) -> str:
    """A modern page with JSON-LD and open graph."""
    data = {
        "@context": "https://schema.org", "@type": "NewsArticle", "headline": story.title,
        "datePublished": f"{story.day.isoformat()}T{rng.randint(17, 22)}:{rng.randint(10, 59)}:00+00:00",
        "publisher": {"@type": "Organization", "name": story.outlet.name},
        **({"author": {"@type": "Person", "name": story.byline}} if story.byline else {}),
    }  # fmt: skip
    head = (
        f"<title>{escape(story.title)} | {story.outlet.name}</title>"
        f'<meta property="og:site_name" content="{story.outlet.name}">'
        f'<script type="application/ld+json">{json.dumps(data)}</script>'
    )
    by = f'<p class="author">By {story.byline}</p>' if story.byline else ""
    main = f"<main><article><h1>{escape(story.title)}</h1>{by}{_paragraphs(story)}</article></main>"
    return _page(head, f"<header>{_menu(rng)}</header>{main}<footer><p>{rng.choice(FOOTS)}</p></footer>")


def timed(story: Story, rng: random.Random) -> str:
    """An article element with a time element and a site name."""
    head = f'<title>{escape(story.title)}</title><meta property="og:site_name" content="{story.outlet.name}">'
    stamp = f'<time datetime="{story.day.isoformat()}">{story.day.day} {story.day:%B %Y}</time>'
    by = f'<span class="byline">By {story.byline}</span> ' if story.byline else ""
    body = f'<article><h1>{escape(story.title)}</h1><div class="meta">{by}{stamp}</div>{_paragraphs(story)}</article>'
    return _page(head, f"{_menu(rng)}{body}<footer>{story.outlet.name}. {rng.choice(FOOTS)}</footer>")


def boxed(story: Story, rng: random.Random) -> str:
    """Nothing but div elements, as older systems make them."""
    head = (
        f"<title>{story.outlet.name} - {escape(story.title)}</title>"
        f'<meta name="date" content="{story.day.isoformat()}">'
        f'<meta property="og:site_name" content="{story.outlet.name}">'
    )
    by = f'<div class="byline">By {story.byline}</div>' if story.byline else ""
    when = f'<div class="date">{story.day:%B} {story.day.day}, {story.day.year}</div>'
    text = _paragraphs(story)
    body = (
        f'<div id="wrap">{_menu(rng, "div")}<div class="story"><h2 class="title">{escape(story.title)}</h2>{by}{when}'
    )
    return _page(head, f'{body}<div class="text">{text}</div></div><div class="foot">{rng.choice(FOOTS)}</div></div>')


def blog(story: Story, rng: random.Random) -> str:
    """A blog theme with sidebar and share buttons."""
    stamp = f"{story.day.isoformat()}T{rng.randint(17, 22)}:00:00+00:00"
    head = (
        f"<title>{escape(story.title)} – {story.outlet.name}</title>"
        f'<meta property="og:site_name" content="{story.outlet.name}">'
        f'<meta property="article:published_time" content="{stamp}">'
    )
    when = f'<span class="posted-on">Posted on {story.day:%B} {story.day.day}, {story.day.year}</span>'
    by = f' <span class="byline">by {story.byline}</span>' if story.byline else ""
    share = '<div class="share"><a href="#">Facebook</a> <a href="#">Twitter</a></div>'
    title = f'<h1 class="entry-title">{escape(story.title)}</h1>'
    entry = f'<article class="post">{title}<div class="entry-meta">{when}{by}</div>'
    aside = '<aside class="sidebar"><h3>Recent posts</h3><ul><li><a href="/a">About us</a></li></ul></aside>'
    text = f'<div class="entry-content">{_paragraphs(story)}</div></article>'
    return _page(head, f"<header>{_menu(rng)}</header>{entry}{share}{text}{aside}")


def plain(story: Story, rng: random.Random) -> str:
    """Plain text: masthead, headline, byline, day, paragraphs."""
    day = rng.choice((f"{story.day.day} {story.day:%B %Y}", f"{story.day:%B} {story.day.day}, {story.day.year}"))
    head = [story.outlet.name, "", story.title, *([f"By {story.byline}"] if story.byline else []), day, ""]
    text = [line for each in story.paragraphs for line in (each, "")]
    return "\n".join([*head, *text, *([story.credit, ""] if story.credit else [])]) + "\n"


MAKES: tuple[Callable[[Story, random.Random], str], ...] = (linked, timed, boxed, blog, plain)
