"""How values are worded for people."""

from headwater.records import Moment

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

PLURALS = {"copy": "copies", "story": "stories"}


def number(value: float) -> str:
    """A number with thin spaces between its thousands.

    >>> number(12345)
    '12\u202f345'
    """
    return f"{value:,.0f}".replace(",", "\u202f")


def count(value: int, thing: str) -> str:
    """A number of things.

    >>> count(1, "copy"), count(2, "copy"), count(0, "page")
    ('1 copy', '2 copies', '0 pages')
    """
    return f"{number(value)} {thing if value == 1 else PLURALS.get(thing, thing + 's')}"


def percent(part: float) -> str:
    """A part of one as people read it: no part is "0 %" but none at all.

    >>> percent(0.183), percent(0.004), percent(0), percent(0.997), percent(1)
    ('18\u202f%', '<1\u202f%', '0\u202f%', '>99\u202f%', '100\u202f%')
    """
    whole = round(100 * part)
    close = "<1" if part > 0 and not whole else ">99" if part < 1 and whole == 100 else str(whole)
    return f"{close}\u202f%"


def day(date: str) -> str:
    """An ISO date, to whatever precision it has, as people write it; what is no ISO date stays as it is, shortened.

    >>> day("2018-11-06T10:02"), day("2018-11"), day("2018"), day("soon")
    ('6 Nov 2018, 10:02', 'Nov 2018', '2018', 'soon')
    """
    whole, _, clock = date.partition("T")
    parts = whole.split("-")
    if not all(part.isascii() and part.isdigit() for part in parts) or len(parts) > 3:
        return shorten(date, 32)
    if len(parts) > 1 and not 1 <= int(parts[1]) <= 12:
        return shorten(date, 32)
    year, *rest = parts
    words = [year] if not rest else [MONTHS[int(rest[0]) - 1], year]
    if len(rest) == 2:
        words.insert(0, str(int(rest[1])))
    return " ".join(words) + (f", {clock[:5]}" if clock else "")


def moment(value: Moment | None) -> str:
    """A date with its zone, as far as the page states them; empty for none."""
    if value is None:
        return ""
    return f"{day(value.date)} {zone(value)}".rstrip()


def zone(value: Moment) -> str:
    """The zone of a date that has a clock time and states one; else empty."""
    if not value.zone or "T" not in value.date:
        return ""
    return "UTC" if value.zone in ("Z", "+00:00") else shorten(value.zone, 32)


def plain_name(name: str) -> str:
    """A name of the records as words: `author_bio` as `author bio`."""
    return name.replace("_", " ")


def shorten(text: str, limit: int) -> str:
    """The text in one line, cut at `limit` characters with an ellipsis."""
    line = " ".join(text[: limit * 2].split())
    return line if len(line) <= limit and len(text) <= limit * 2 else line[: limit - 1].rstrip() + "…"
