"""Pieces of HTML that several makes share: running text, and furniture around it."""

# ruff: noqa: E501  (markup reads better unbroken)

import json
from collections.abc import Sequence

from sheet import Sheet, escaped, slug
from stories import Story


def e(sheet: Sheet, words: str) -> str:
    return escaped(words, sheet.rng)


def running(sheet: Sheet, story: Story, tag: str = "p", *, inside: Sequence[str] = (), attrs: str = "") -> str:
    """The paragraphs, one element each; the elements of `inside` stand somewhere between them."""
    parts = [f"<{tag}{attrs}>{e(sheet, text)}</{tag}>" for text in story.texts]
    for piece in inside:
        parts.insert(sheet.rng.randint(1, max(1, len(parts) - 1)), piece)
    return "\n".join(parts)


def inline_extras(sheet: Sheet, *, heads: bool = True) -> list[str]:
    """What stands between paragraphs: an advert, a newsletter box, a teaser, a heading."""
    pieces = [_advert, _letter_box, _teaser]
    chosen = [piece(sheet) for piece in sheet.rng.sample(pieces, sheet.rng.randint(0, 2))]
    if heads and sheet.rng.random() < 0.5:
        chosen.append(f"<h3>{e(sheet, sheet.desk.heading())}</h3>")
    return chosen


def _advert(sheet: Sheet) -> str:
    return f'<div class="ad-slot"><span>{e(sheet, sheet.one("ads"))}</span></div>'


def _letter_box(sheet: Sheet) -> str:
    words = e(sheet, sheet.one("newsletter"))
    return f'<aside class="box"><h4>Stay informed</h4><p>{words}</p><form><input type="email"><button>Sign up</button></form></aside>'


def _teaser(sheet: Sheet) -> str:
    return f'<p class="see-also">Read more: <a href="/x">{e(sheet, sheet.one("other"))}</a></p>'


def nav(sheet: Sheet, count: int = 7) -> str:
    items = "".join(f'<li><a href="/{slug(line)}">{e(sheet, line)}</a></li>' for line in sheet.some("nav", count))
    return f"<nav><ul>{items}</ul></nav>"


def share(sheet: Sheet) -> str:
    items = "".join(f'<a class="btn" href="#">{e(sheet, line)}</a> ' for line in sheet.some("share", 3))
    return f'<div class="share">{items}</div>'


def teasers(sheet: Sheet, title: str, count: int = 4) -> str:
    items = "".join(f'<li><a href="/{slug(line)}">{e(sheet, line)}</a></li>' for line in sheet.some("other", count))
    return f"<h3>{title}</h3><ul>{items}</ul>"


def related(sheet: Sheet, title: str, count: int = 2) -> str:
    """Cards with title and a line of teaser, news like the rest of the page, but no article of it."""
    cards = ""
    for _ in range(count):
        other = sheet.desk.story(2, 2)
        sheet.note(other.title or "", other.paragraphs[0][0])
        cards += f'<div class="card"><a href="/n"><h4>{e(sheet, other.title or "")}</h4></a><p>{e(sheet, other.paragraphs[0][0])}</p></div>'
    return f'<section class="related"><h3>{title}</h3>{cards}</section>'


def foot(sheet: Sheet) -> str:
    links = " | ".join(f'<a href="#">{e(sheet, line)}</a>' for line in sheet.some("policy", 2))
    return f"<footer><p>{e(sheet, sheet.one('donate'))}</p><p>{links}</p><p>{e(sheet, sheet.one('legal'))}</p></footer>"


def discussion(sheet: Sheet, count: int) -> str:
    """Readers’ comments with names and dates."""
    items = ""
    for who, words in sheet.comments(count):
        items += f'<li class="c"><b>{e(sheet, who)}</b> <span>{sheet.desk.now:%d %b %Y at %H:%M}</span><p>{e(sheet, words)}</p><a href="#">Reply</a></li>'
    sheet.note("Your email address will not be published")
    return f'<div id="comments"><h3>{count} comments</h3><ol>{items}</ol><p>Leave a reply</p><p>Your email address will not be published</p></div>'


def captioned(sheet: Sheet, story: Story) -> str:
    return f'<figure><img src="/i/{slug(story.town)}.jpg" alt=""><figcaption>A street in {e(sheet, story.town)} this week. Photo: {e(sheet, sheet.desk.person())}</figcaption></figure>'


def linked_data(story: Story, outlet: str) -> str:
    """JSON-LD of the article, as the modern makes have it."""
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": story.title,
        "datePublished": f"{story.when:%Y-%m-%dT%H:%M:00+00:00}",
        "author": [{"@type": "Person", "name": name} for name in story.authors],
        "publisher": {"@type": "Organization", "name": outlet},
    }
    return f'<script type="application/ld+json">{json.dumps(data, ensure_ascii=False)}</script>'


def document(sheet: Sheet, title: str, head: str, body: str) -> str:
    return f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>{e(sheet, title)}</title>\n{head}\n</head>\n<body>\n{body}\n</body>\n</html>\n'
