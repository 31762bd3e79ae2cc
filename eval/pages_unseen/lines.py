"""Lines of plain text that several makes share: furniture above and below, headers, wrapping."""

import textwrap
from collections.abc import Sequence

from sheet import Sheet
from stories import Story, byline, date_line

BLANK = ""


def top(sheet: Sheet, count: int = 6) -> list[str]:
    return [sheet.outlet, *sheet.some("nav", count)]


def bottom(sheet: Sheet) -> list[str]:
    """What stands below the articles, in groups whose order and presence differ from page to page."""
    groups = [
        sheet.some("share", 2),
        sheet.some("newsletter"),
        sheet.some("donate"),
        [sheet.rng.choice(["Most read", "Trending now", "Popular this week"]), *sheet.some("other", 4)],
        [sheet.rng.choice(["Related", "More on this", "Read next"]), *sheet.headlines(sheet.rng.randint(2, 3))],
        sheet.some("widgets"),
    ]
    chosen = sheet.rng.sample(groups, sheet.rng.randint(4, 6))
    kept = [line for group in chosen for line in group]
    sheet.never = [line for line in sheet.never if line in kept or not any(line in group for group in groups)]
    return [*kept, *sheet.some("policy", 2), sheet.one("legal")]


def said(sheet: Sheet, count: int) -> list[str]:
    lines = [f"{count} Comments"]
    for who, words in sheet.comments(count):
        lines += [
            who,
            f"{sheet.desk.now:%B} {sheet.desk.now.day}, {sheet.desk.now.year} at 9:{sheet.rng.randint(10, 59)} am",
            words,
            "Reply",
        ]
    return [*lines, "Click to comment"]


def owned(sheet: Sheet, story: Story) -> Story:
    story.publisher = sheet.outlet
    return sheet.add(story)


def page(*parts: Sequence[str]) -> str:
    """The lines of all parts; of several empty lines one is kept."""
    lines: list[str] = []
    for line in (line for part in parts for line in part):
        if line or (lines and lines[-1]):
            lines.append(line)
    return "\n".join(lines) + "\n"


def spaced(lines: Sequence[str]) -> list[str]:
    """Each line followed by an empty one."""
    return [part for line in lines for part in (line, BLANK)]


def wrapped(words: str, width: int = 72) -> str:
    return textwrap.fill(words, width, break_long_words=False, break_on_hyphens=False)


def header(sheet: Sheet, story: Story, by: Sequence[str], dates: Sequence[str]) -> list[str]:
    """Byline and date, in one line or two, in either order."""
    name = byline(story, sheet.desk, sheet.rng.choice(by))
    when = date_line(story, sheet.rng.choice(dates))
    if not name:
        return [when]
    if sheet.rng.random() < 0.4:
        return [f"{name} | {when}"]
    return sheet.rng.choice([[name, when], [when, name]])
