"""The grammar of headers, compiled once from the lexicon: dates, names, bylines, credits and datelines as patterns.

Every repeat is bounded or runs over a class that its neighbours exclude, so matching is linear in the text.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from headwater.knowledge import Knowledge
from headwater.records.articles import CreditKind

PART = re.compile(r"(?<!\?P)<(\w+)>")
# An agency at the very end of a text: "(Reuters)", "--AFP", "- AFP", and after a full stop the bare name.
AGENCY_END = r"(?:\(\s?|\[|[-–—―−]{1,2}\s?|[.\"”’]\s|\n)(?P<agency>AGENCY)(?:\s?/\s?(?:AGENCY))?\s?[)\]]?\.?\s*$"
# What no name holds: mail addresses, handles, web addresses, brackets, digits.
NO_NAME = r"[\w.+-]{1,64}@[\w-]{1,64}\.\w|https?:|www\.|@\w|\son\s|[©(\[\d]"
# Without one of these no line is a credit; it spares most lines the patterns of the credits.
CREDIT_HINT = (
    r"(?i:\b(?:via|h/t|hat tip|originally|first|original|re-?p\w+|cross-?posted|syndicated|excerpted|source|origin|"
    r"agenc(?:y|ies)|wire)\b)|(?:19|20)\d\d"
)
UPPER = "".join(chr(code) for code in (*range(0x41, 0x530), *range(0x1E00, 0x1F00)) if chr(code).isupper())


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
    login: re.Pattern[str]
    byline_end: re.Pattern[str]
    dateline: re.Pattern[str]
    agency_end: re.Pattern[str]
    credit_hint: re.Pattern[str]
    credits: Mapping[str, re.Pattern[str]]
    credit_kinds: Mapping[str, CreditKind]
    words: Mapping[str, frozenset[str]]
    months: Mapping[str, int]
    zones: Mapping[str, int]


@lru_cache(maxsize=4)
def compiled(knowledge: Knowledge) -> Patterns:
    """The patterns of this knowledge."""
    header = knowledge.lexicons["header"]
    words = {name: frozenset(values) for name, values in header["words"].items()}
    agencies, agency = _agencies(knowledge.lexicons["agencies"]["agency"])
    date = _date(header["months"], words["weekdays"])
    name = _name(words["particles"])
    credit_lines, kinds = _credits(knowledge.lexicons["credits"], agency, name, date)
    return Patterns(
        agencies=agencies,
        agency=re.compile(agency),
        date=re.compile(date, re.IGNORECASE),
        clock=re.compile(CLOCK, re.IGNORECASE),
        ago=re.compile(AGO, re.IGNORECASE),
        by=re.compile(rf"(?P<by>{_any(words['by'])})(?:\s{{0,5}}:\s*|\s+)(?=\S)", re.IGNORECASE),
        posted=re.compile(
            rf"\b(?P<kind>{_any(words['published'] | words['modified'])})\b(?:\s*:|\s+(?:on|at|in|by)\b)?",
            re.IGNORECASE,
        ),
        name=re.compile(name),
        login=re.compile(rf"(?:{_any(words['logins'])})s?\d{{0,6}}", re.IGNORECASE),
        byline_end=re.compile(rf"{NO_NAME}|\b(?:{_any(words['byline_ends'])})\b", re.IGNORECASE),
        dateline=_dateline(agency, header["months"]),
        agency_end=re.compile(AGENCY_END.replace("AGENCY", agency)),
        credit_hint=re.compile(rf"{agency}|{CREDIT_HINT}"),
        credits=credit_lines,
        credit_kinds=kinds,
        words=words,
        months=header["months"],
        zones=header["zones"],
    )


CLOCK = (
    r"(?<![\d:])(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?(?!\d)\s{0,3}"
    r"(?P<half>[ap]\.?m\b\.?)?"
)
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
    return forms, _agency(forms)


def _agency(forms: Iterable[str]) -> str:
    return rf"(?<![\w&])(?:{_any(forms)})(?![\w&])"


def agency_patterns(forms: Iterable[str]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Any of these written forms of agencies, and one of them as a tag at the very end of a text."""
    agency = _agency(forms)
    return re.compile(agency), re.compile(AGENCY_END.replace("AGENCY", agency))


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
    when = rf"(?:, ?{month} \d{{1,2}}(?:, \d{{4}})?|,? \d{{1,2}} {month}(?: \d{{4}})?)?"
    source = rf"\((?P<agency>{agency}(?:\s*/\s*{agency})?|[{UPPER}][\w .&/-]{{1,40}})\)"
    dash = r"\s{0,3}(?:--|[-–—―−:])\s?"
    return re.compile(
        rf"(?:{part}(?:, {part}){{0,2}}{when} ?{source}{dash}"
        rf"|{shout}(?:, [{UPPER}][\w. ]{{1,30}}){{0,2}}{when}\s{{0,3}}(?:--|[–—―−]|\s-)\s)"
    )


def _credits(
    lexicon: Mapping[str, Any], agency: str, name: str, date: str
) -> tuple[Mapping[str, re.Pattern[str]], Mapping[str, CreditKind]]:
    parts = {**lexicon["parts"], "agency": agency, "name": name, "date": date, "upper": UPPER}
    patterns: dict[str, re.Pattern[str]] = {}
    for entry in lexicon["credit"]:
        pattern = entry["pattern"]
        for _ in range(2):  # a part may hold another part
            pattern = PART.sub(lambda match: parts.get(match[1], match[0]), pattern)
        patterns[entry["rule"]] = re.compile(pattern)
    return patterns, {entry["rule"]: entry["kind"] for entry in lexicon["credit"]}
