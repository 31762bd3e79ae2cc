"""Plain-text makes: what a scraper leaves of a page.  The first five hold one article each, in heavy furniture."""

from html_many import reprinted_in
from lines import BLANK, bottom, header, owned, page, said, spaced, top, wrapped
from sheet import Sheet
from stories import BYLINE_STYLES, CREDIT_STYLES, FULL_DATES, Story, credit_line, date_line


def flattened(sheet: Sheet) -> str:
    """A modern page as a scraper gives it: every button and menu item a line, empty lines only by chance."""
    story = owned(sheet, sheet.desk.story(10, 25))
    lines = [
        story.title or "",
        *header(sheet, story, BYLINE_STYLES, FULL_DATES),
        sheet.one("views"),
        *sheet.some("share", 2),
    ]
    text = story.texts
    text.insert(sheet.rng.randint(1, max(1, len(text) - 1)), sheet.one("ads"))
    return page(["Skip to content"], top(sheet), [BLANK], lines, text, [sheet.one("widgets")], bottom(sheet))


def column(sheet: Sheet) -> str:
    """A newspaper’s column with headings between, one paragraph a line."""
    story = owned(sheet, sheet.desk.story(15, 25))
    text = story.texts
    for _ in range(2):
        text.insert(sheet.rng.randint(1, len(text) - 1), sheet.desk.heading())
    lines = [
        story.title or "",
        *header(sheet, story, ("by", "staff"), ("british", "weekday", "clock")),
        BLANK,
        *spaced(text),
    ]
    return page(top(sheet, 4), [BLANK], lines, [*sheet.bio(story), BLANK, sheet.one("ads"), BLANK], bottom(sheet))


def wire(sheet: Sheet) -> str:
    """Agency copy, wrapped at 72 columns, with dateline."""
    story = owned(sheet, sheet.desk.story(8, 16))
    agency = sheet.desk.agency()
    story.credits.append({"kind": "agency", "outlet": agency})
    story.dateline = f"{story.town.upper()}, {story.when:%B} {story.when.day} ({agency}) --"
    when = date_line(story, "iso-time")
    text = story.texts
    text[0] = f"{story.dateline} {text[0]}"
    lines = [
        sheet.outlet,
        "Wire desk",
        when,
        BLANK,
        wrapped(story.title or ""),
        BLANK,
        *spaced([wrapped(line) for line in text]),
    ]
    return page(lines, ["-" * 72, *map(wrapped, [*sheet.some("legal"), sheet.one("policy"), sheet.one("donate")])])


def commented(sheet: Sheet) -> str:
    """An article with a credit below it, and a long discussion."""
    story = owned(sheet, sheet.desk.story(6, 14))
    lines = [story.title or "", *header(sheet, story, BYLINE_STYLES, FULL_DATES), BLANK, *spaced(story.texts)]
    if sheet.rng.random() < 0.7:
        lines += [credit_line(story, sheet.desk.outlet(), sheet.rng.choice(CREDIT_STYLES)), BLANK]
        story.kind, story.alternatives["kind"] = "reprint", ["story"]
    return page(top(sheet), [BLANK], lines, [sheet.one("disclaimers"), BLANK], said(sheet, 7), [BLANK], bottom(sheet))


def print_version(sheet: Sheet) -> str:
    """The page for the printer: little furniture; below, “With agencies” or “(Agency)”."""
    story = owned(sheet, sheet.desk.story(8, 20))
    lines = [
        f"{sheet.outlet} - print version",
        BLANK,
        story.title or "",
        BLANK,
        *header(sheet, story, ("text", "by", "words"), ("american", "slashes", "iso")),
        BLANK,
    ]
    lines += spaced(story.texts)
    if sheet.rng.random() < 0.6:
        agency = sheet.rng.choice([None, sheet.desk.agency()])
        story.credits.append({"kind": "agency", "outlet": agency})
        lines += [f"({agency})" if agency else "With agencies", BLANK]
    return page(lines, ["Link to this page: https://news.example/print/88213", sheet.one("policy"), sheet.one("legal")])


def latest(sheet: Sheet) -> str:
    """A “Latest” column of whole articles."""
    parts: list[str] = []
    style = (sheet.rng.choice(FULL_DATES),)
    for _ in range(sheet.rng.randint(3, 5)):
        story = owned(sheet, sheet.desk.story(6, 11))
        parts += [story.title or "", *header(sheet, story, ("by", "none", "words"), style), BLANK, *spaced(story.texts)]
        parts += [sheet.rng.choice(["Continue reading", "0 comments", "Share   Tweet   Email", BLANK]), BLANK]
    return page(top(sheet, 5), ["Latest", BLANK], parts, ["Older posts", BLANK], bottom(sheet))


def round_up(sheet: Sheet) -> str:
    """News in brief: each item runs on from a place name in capitals."""
    when = f"{sheet.desk.now.day} {sheet.desk.now:%B %Y}"
    items = []
    for town in sheet.rng.sample(sheet.desk.world["towns"], sheet.rng.randint(4, 6)):
        story = _brief(sheet)
        story.title, story.dateline = None, f"{town.upper()} —"
        story.alternatives["title"] = [town.upper(), town]
        items.append(f"{story.dateline} {story.texts[0]}")
    return page(top(sheet, 4), [BLANK, "News in brief", when, BLANK], spaced(items), bottom(sheet))


def _brief(sheet: Sheet) -> Story:
    story = owned(sheet, sheet.desk.story(2, 4))
    story.kind, story.paragraphs = "brief", [[line for part in story.paragraphs for line in part]]
    story.published = sheet.desk.now.date().isoformat()
    story.alternatives["published"] = [None]
    return story


def numbered(sheet: Sheet) -> str:
    """A digest of numbered items with a title each."""
    when = f"{sheet.desk.now:%B} {sheet.desk.now.day}, {sheet.desk.now.year}"
    items: list[str] = []
    for number in range(1, sheet.rng.randint(5, 7)):
        story = _brief(sheet)
        items += [f"{number}. {story.title}", story.texts[0], BLANK]
    return page(
        top(sheet, 4),
        [BLANK, "The five-minute digest", when, BLANK],
        items,
        [sheet.one("newsletter"), BLANK],
        bottom(sheet),
    )


def noted(sheet: Sheet) -> str:
    """An editor’s note before a reprint."""
    note = owned(sheet, sheet.desk.opinion())
    head = [note.title or "", *header(sheet, note, ("by",), ("american", "clock")), BLANK, *spaced(note.texts)]
    inner = sheet.add(sheet.desk.story(8, 18))
    attribution = reprinted_in(sheet, inner)
    inner.embedded_in = 0
    below = [inner.title or "", attribution, BLANK, *spaced(inner.texts)]
    caption = f"[Click to enlarge] A street in {inner.town}."
    return page(
        top(sheet, 5),
        [BLANK],
        head,
        below,
        [caption, BLANK, sheet.one("disclaimers"), BLANK],
        said(sheet, 2),
        [BLANK],
        bottom(sheet),
    )


def others_press(sheet: Sheet) -> str:
    """A press review with a few words of its own before the articles of others."""
    note = owned(sheet, sheet.desk.opinion())
    head = [note.title or "", *header(sheet, note, ("by",), ("british",)), BLANK, *spaced(note.texts)]
    below: list[str] = []
    for _ in range(sheet.rng.randint(2, 3)):
        story = sheet.add(sheet.desk.story(6, 9))
        attribution = reprinted_in(sheet, story)
        story.embedded_in = 0
        below += [story.title or "", attribution, BLANK, *spaced(story.texts)]
    return page(top(sheet, 5), [BLANK], head, below, bottom(sheet))


def ticker(sheet: Sheet) -> str:
    """A ticker: a time before each entry."""
    opening = owned(sheet, sheet.desk.story(2, 3))
    opening.kind, opening.alternatives["kind"] = "introduction", ["story"]
    lines = [opening.title or "", *header(sheet, opening, ("by",), ("british",)), BLANK, *opening.texts, BLANK]
    mark = sheet.rng.choice(["{} GMT", "{}", "{} Uhr -", "[{}]"]).replace("Uhr -", "local time")
    for hour in range(sheet.rng.randint(5, 7), 0, -1):
        story = owned(sheet, sheet.desk.story(2, 4))
        story.kind, story.embedded_in, story.title = "entry", 0, None
        moment = opening.when.replace(hour=8 + hour, minute=sheet.rng.randint(0, 59))
        story.published = f"{moment:%Y-%m-%dT%H:%M}"
        story.alternatives["published"] = [story.published[:10], None]
        lines += [mark.format(f"{moment:%H:%M}"), *story.texts, BLANK]
    return page(top(sheet, 5), [BLANK], lines, bottom(sheet))


def capitals(sheet: Sheet) -> str:
    """Stacked articles whose titles are in capitals."""
    parts: list[str] = []
    for _ in range(sheet.rng.randint(2, 4)):
        story = owned(sheet, sheet.desk.story(6, 12))
        story.alternatives["title"] = [(story.title or "").upper()]
        parts += [
            (story.title or "").upper(),
            *header(sheet, story, ("caps", "by", "none"), FULL_DATES),
            BLANK,
            *spaced(story.texts),
        ]
    return page(top(sheet, 4), [BLANK], parts, bottom(sheet))


def marked(sheet: Sheet) -> str:
    """Markdown: titles underlined or after number signs."""
    parts: list[str] = []
    under = sheet.rng.random() < 0.5
    for _ in range(sheet.rng.randint(2, 4)):
        story = owned(sheet, sheet.desk.story(6, 12))
        title = story.title or ""
        line = " | ".join(header(sheet, story, ("by", "text"), FULL_DATES))
        parts += [title, "-" * len(title)] if under else [f"## {title}"]
        parts += [BLANK, f"*{line}*", BLANK, *spaced(story.texts)]
    links = [f"* [{line}](/n)" for line in sheet.some("nav", 5)]
    head = [sheet.outlet, "=" * len(sheet.outlet)] if under else [f"# {sheet.outlet}"]
    return page(head, [BLANK], links, [BLANK], parts, ["***", BLANK], bottom(sheet))


def wrapped_pair(sheet: Sheet) -> str:
    """Two articles, hard-wrapped, under a shared masthead."""
    parts: list[str] = []
    for _ in range(2):
        story = owned(sheet, sheet.desk.story(8, 14))
        by = header(sheet, story, ("by", "pair", "staff"), ("american", "british"))
        parts += [wrapped(story.title or ""), *by, BLANK, *spaced([wrapped(line) for line in story.texts]), BLANK]
    return page(top(sheet, 4), [BLANK], parts, [wrapped(line) for line in bottom(sheet)])


def packed(sheet: Sheet) -> str:
    """Three articles and not one empty line."""
    parts: list[str] = []
    for _ in range(3):
        story = owned(sheet, sheet.desk.story(6, 11))
        parts += [story.title or "", *header(sheet, story, ("by", "words", "staff"), FULL_DATES), *story.texts]
        parts += [sheet.one("share")]
    return page(top(sheet, 6), parts, bottom(sheet))


MAKES = (
    flattened, column, wire, commented, print_version, latest, round_up, numbered,
    noted, others_press, ticker, capitals, marked, wrapped_pair, packed,
)  # fmt: skip
