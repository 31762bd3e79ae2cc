"""The grammar of headers, compiled once from the lexicon: dates, names, bylines, credits and datelines as patterns.

Every repeat is bounded or runs over a class that its neighbours exclude, so matching is linear in the text.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from headwater.knowledge import Knowledge

UPPER = "".join(chr(code) for code in (*range(0x41, 0x530), *range(0x1E00, 0x1F00)) if chr(code).isupper())
DASH = r"[-‐‑‒–—―−|•·]"


@dataclass(frozen=True, slots=True, eq=False)
class Patterns:
    """Compiled patterns and word sets; `agencies` maps each written form to the agency's name."""

    agencies: Mapping[str, str]
    agency: re.Pattern[str]
    date: re.Pattern[str]
    clock: re.Pattern[str]
    ago: re.Pattern[str]
    by: re.Pattern[str]
    posted: re.Pattern[str]
    name: re.Pattern[str]
    dateline: re.Pattern[str]
    credits: Mapping[str, re.Pattern[str]]
    words: Mapping[str, frozenset[str]]


@lru_cache(maxsize=4)
def compiled(knowledge: Knowledge) -> Patterns:
    """The patterns of this knowledge."""
    header = knowledge.lexicons["header"]
    words = {name: frozenset(values) for name, values in header["words"].items()}
    agencies, agency = _agencies(knowledge.lexicons["agencies"]["agency"])
    date = _date(header["months"], words["weekdays"])
    name = _name(words["particles"])
    return Patterns(
        agencies=agencies,
        agency=re.compile(agency),
        date=re.compile(date, re.IGNORECASE),
        clock=re.compile(CLOCK, re.IGNORECASE),
        ago=re.compile(AGO, re.IGNORECASE),
        by=re.compile(rf"(?P<by>{_any(words['by'])})(?:\s*:\s*|\s+)(?=\S)", re.IGNORECASE),
        posted=re.compile(
            rf"(?P<kind>{_any(words['published'] | words['modified'])})\b(?:\s*:|\s+(?:on|at|in|by)\b)?", re.IGNORECASE
        ),
        name=re.compile(name),
        dateline=_dateline(agency, header["months"]),
        credits=_credits(agency, name, date),
        words=words,
    )


CLOCK = r"(?<![\d:])(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?(?!\d)\s{0,3}(?P<half>[ap]\.?m\b\.?)?"
AGO = r"\b(?P<count>\d{1,3}|an?|one|two|three)\s+(?P<unit>min(?:ute)?|hour|hr|day|week|month|year)s?\s+ago\b"


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=lambda w: (-len(w), w)))


def _agencies(entries: Iterable[Mapping[str, object]]) -> tuple[Mapping[str, str], str]:
    forms: dict[str, str] = {}
    for entry in entries:
        for kind in ("short", "long"):
            written = entry[kind]
            assert isinstance(written, list)  # noqa: S101
            forms.update((form, str(entry["name"])) for form in written)
    return forms, rf"(?<![\w&])(?:{_any(forms)})(?![\w&])"


def _date(months: Iterable[str], weekdays: Iterable[str]) -> str:
    month = rf"(?:{_any(months)})\b\.?"
    day = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
    weekday = rf"(?:(?:{_any(weekdays)})\b[.,]{{0,2}}\s{{1,3}}(?:the\s)?)?"
    year = r"(?:19|20)\d\d"
    return (
        rf"(?<![\w/.-]){weekday}(?:"
        rf"{year}-\d\d-\d\d(?![\d-])"
        rf"|{year}[/.]\d{{1,2}}[/.]\d{{1,2}}(?![\d/])"
        rf"|\d{{1,2}}[/.]\d{{1,2}}[/.]{year}(?![\d/])"
        rf"|{month}\s{{0,3}}{day},?\s{{0,3}}{year}(?!\d)"
        rf"|{day}\s{{0,3}}[-/]?(?:of\s)?\s?{month}[,/-]?\s{{0,3}}{year}(?!\d)"
        rf"|{month},?\s{{1,3}}{year}(?!\d)"
        rf"|{month}\s{{1,3}}{day}(?![\w:])"
        rf"|{day}\s{{1,3}}{month}(?!\w)"
        rf")"
    )


def _name(particles: Iterable[str]) -> str:
    word = rf"[{UPPER}][\w'’.\-]{{0,30}}"
    particle = rf"(?:{_any(particles)})[ -]"
    return rf"(?:(?:Dr|Mr|Mrs|Ms|Prof|Sir)\.? )?{word}(?: (?:{particle}){{0,2}}{word}){{1,4}}"


def _dateline(agency: str, months: Iterable[str]) -> re.Pattern[str]:
    month = rf"(?i:{_any(months)})\b\.?"
    part = rf"[{UPPER}][^\W\d_'’]?[^\n\d,()—–:;!?\"“”]{{1,34}}"
    shout = rf"[{UPPER}][{UPPER}'’.\- ]{{2,34}}"
    when = rf"(?:, ?{month} \d{{1,2}}(?:, \d{{4}})?| \d{{1,2}} {month})?"
    source = rf"\((?P<agency>{agency}(?:\s*/\s*{agency})?|[{UPPER}][\w .&/-]{{1,40}})\)"
    dash = r"\s{0,3}(?:--|[-–—―−:])\s?"
    return re.compile(
        rf"(?:{part}(?:, {part}){{0,2}}{when} ?{source}{dash}"
        rf"|{shout}(?:, [{UPPER}][\w. ]{{1,30}}){{0,2}}{when}\s{{0,3}}(?:--|[–—―−]|\s-)\s)"
    )


def _credits(agency: str, name: str, date: str) -> Mapping[str, re.Pattern[str]]:
    end = r"\s{0,3}[.…:]{0,3}$"
    outlet = r"(?P<outlet>[^\s,;:|][^,;:|\n]{1,70}?)"
    where = r"\s+(?:at|on|in|by|with|via|from|for)\s+"
    on = rf"(?:,?\s+(?:on\s+)?(?P<date>(?i:{date})))?"
    verb = r"(?i:published|appeared|posted|printed|ran|written|aired|produced)"
    piece = r"(?i:this|the)\s+(?:\w+\s+){0,2}(?i:article|story|report|piece|post|essay|column|commentary|op-ed|item|text)"
    again = r"(?i:re-?printed|re-?published|reproduced|re-?posted|cross-?posted|syndicated|excerpted)"
    patterns = {
        "authored_via": rf"(?:[\w ]{{0,20}}\b(?i:by)\s+)(?P<author>[^,;:|\n]{{2,60}}?),?\s+(?:[\w-]+\s+){{0,2}}(?i:via)\s+{outlet}{on}{end}",
        "via": rf"(?i:via|h/t|hat tip)\s*:?\s+{outlet}{on}{end}",
        "originally_published": rf"(?:{piece}\s+)?(?:(?i:was|has been|is)\s+)?(?i:originally|first)\s+{verb}{where}{outlet}{on}(?=[.,;]|\s*$)",
        "reprint": rf"(?:{piece}\s+)?(?:(?i:is|was|has been)\s+)?{again}\s+(?:here\s+)?(?:(?i:with|by)\s+(?:(?i:the|kind)\s+){{0,2}}(?i:permission)\s+)?(?i:from|of|by)\s+{outlet}{on}(?=[.,;]|\s*$)",
        "source": rf"(?i:source|article source|news source|origin)\s*:\s*{outlet}{on}{end}",
        "contributed": rf"[^.\n]{{0,60}}?(?P<outlet>{agency})[^.\n]{{0,60}}\s(?i:contributed)\s+to\s+this\s[^.\n]{{2,20}}{end}",
        "with_agencies": r"(?i:\W{0,2}(?:with )?(?:(?:news )?agencies|wire services|agency reports|wire reports|(?:additional )?inputs? from agencies)\W{0,2}$)",
        "with_agency": rf"\W{{0,2}}(?i:with|additional)\s+(?:(?i:additional|files?|inputs?|reporting|reports?|information|material|contributions?)\s+){{0,3}}(?:(?i:from|by)\s+)?(?P<outlet>{agency})\W{{0,2}}$",
        "agency_alone": rf"(?:{DASH}|[(\[\s©/-]){{0,6}}(?P<outlet>{agency})[)\].\s]{{0,3}}$",
        "agency_copyright": rf"(?i:copyright|©|\(c\))[^.\n]{{0,30}}?(?P<outlet>{agency})",
        "author_outlet_date": rf"(?P<author>{name})\s{{0,3}}(?:--|{DASH}|,\s)\s{{0,3}}(?P<outlet>[^\W\d_][^,;:|\n\d]{{1,60}}?)[\s,|–—-]{{1,4}}(?P<date>(?i:{date})){end}",
        "outlet_date": rf"(?P<outlet>[{UPPER}][\w.'’& -]{{2,50}}?)\s{{0,3}}(?:--|{DASH}|,\s)\s{{0,3}}(?P<date>(?i:{date})){end}",
    }
    return {rule: re.compile(pattern) for rule, pattern in patterns.items()}
