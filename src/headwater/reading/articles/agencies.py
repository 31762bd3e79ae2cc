"""News agencies that a page spells out, beside those of the lexicon, and the letters by which it credits them."""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from headwater.reading.articles.outline import Outline
from headwater.reading.articles.patterns import UPPER, Patterns, agency_patterns

KINDS = r"(?:Press Agency|News Agency|Newswire|News Service|Wire Service|Presse-Agentur)"
SPELLED = re.compile(
    rf"(?<![\w-])(?P<name>(?:[{UPPER}][\w'’-]{{1,30}} ){{1,4}}{KINDS})(?: \((?P<letters>[{UPPER}]{{2,6}})\))?"
)
LETTERS = re.compile(rf"[{UPPER}]{{2,6}}")
ARTICLES = ("The ", "By ", "From ", "With ", "Copyright ")
LONGEST_TEXT = 300_000


@lru_cache(maxsize=2)
def page_patterns(outline: Outline, patterns: Patterns) -> Patterns:
    """The patterns with the agencies that this page spells out among those of the lexicon."""
    spelled = spelled_agencies(outline.text.text[:LONGEST_TEXT], patterns)
    if not spelled:
        return patterns
    known = {**spelled, **patterns.agencies}
    agency, agency_end = agency_patterns(known)
    return replace(patterns, agencies=known, agency=agency, agency_end=agency_end)


def spelled_agencies(text: str, patterns: Patterns) -> Mapping[str, str]:
    """By written form, the names of agencies that the text spells out: the name, and its letters where they stand
    behind it in brackets, or are its first letters and stand in the text by themselves."""
    forms: dict[str, str] = {}
    for match in SPELLED.finditer(text):
        name = match["name"]
        for opening in ARTICLES:
            name = name.removeprefix(opening)
        name = patterns.agencies.get(name, name)
        forms[match["name"]] = forms[name] = name
        letters = match["letters"] or "".join(word[0] for word in re.split(r"[ -]", name))
        if len(letters) >= 2 and (match["letters"] or re.search(rf"(?<!\w){letters}(?!\w)", text)):
            forms.setdefault(letters, name)
    return forms
