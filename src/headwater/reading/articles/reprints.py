"""A reprint inside a commentary: what tells the introduction from the text that it introduces."""

import re
from collections.abc import Sequence
from dataclasses import replace

from headwater.reading.articles.cues import credit_rule
from headwater.reading.articles.leaves import Leaf
from headwater.reading.articles.outline import Draft
from headwater.reading.articles.patterns import Patterns

SIGN_OFF = re.compile(
    r"(?:^|[.!?…”\"')\]]\s{0,3}|\n)[\[(—–-]{0,3}\s?(?:ed|eds|editor|the editors?)\.?[\])]{0,2}$"
    r"|^\s?[—–-]{1,2}\s?[^.!?]{2,60}[, ]\s?(?:ed|eds|editors?)\b[^.!?]{0,30}\.?$",
    re.IGNORECASE,
)
ANNOUNCEMENT = re.compile(
    r"\b(?:the )?following (?:is|was|article|report|piece|text|story|essay|op-ed|commentary|column|account|dispatch)\b"
    r"|\b(?:re-?print(?:ed|ing)?|re-?publish(?:ed|ing)?|re-?post(?:ed|ing)?|reproduced?)"
    r" (?:\w{1,20} ){0,5}(?:below|here|in full)\b"
    r"|\b(?:full (?:text|article|report|story)|article|report|text) (?:\w{1,20} ){0,3}(?:below|follows)\b"
    r"|\bhere is (?:the|his|her|their|what) (?:\w{1,20} ){0,4}(?:article|report|piece|text|story|wrote|published)\b",
    re.IGNORECASE,
)
LABEL = re.compile(
    r"(?:introduction|editor['’]?s['’]? (?:note|introduction|comment)|foreword|preface|introductory note)\b",
    re.IGNORECASE,
)
FROM_ELSEWHERE = frozenset({"via", "originally_published", "reprint", "syndicated"})
# A page's own outlet and date can stand in the same form, so alone they make no reprint.
OWN_OR_OTHER = frozenset({"outlet_date", "source_line"})
OPEN_KINDS = frozenset({"story", "brief"})


def announces(text: str) -> bool:
    """True for the end of an introduction: an editor's sign-off, or words that announce the text below."""
    end = text[-240:].rstrip()
    return bool(SIGN_OFF.search(end[-120:]) or (ANNOUNCEMENT.search(end) and (end.endswith(":") or "below" in end)))


def name_reprints(drafts: Sequence[Draft], page: Sequence[Leaf], patterns: Patterns) -> tuple[Draft, ...]:
    """The drafts with their kinds: reprints are credited to another outlet, and may stand in an introduction, several
    of them in the same one."""
    named = list(drafts)
    rules = [_credit(draft, page, patterns) for draft in drafts]
    all_introduced = _opens_for_all(drafts, rules, page)
    for number, (draft, rule) in enumerate(zip(drafts, rules, strict=True)):
        if all_introduced:
            named[number] = replace(
                draft, kind="reprint" if number else "introduction", embedded_in=0 if number else None
            )
            continue
        if draft.kind != "story":
            continue
        before = named[number - 1] if number else None
        told = before is not None and before.kind in ("story", "introduction")
        if before is not None and told and _introduces(before, draft, rule, page):
            named[number - 1] = replace(before, kind="introduction")
            named[number] = replace(draft, kind="reprint", embedded_in=number - 1)
        elif rule is not None and rule not in OWN_OR_OTHER:
            named[number] = replace(draft, kind="reprint")
    return tuple(named)


def _opens_for_all(drafts: Sequence[Draft], rules: Sequence[str | None], page: Sequence[Leaf]) -> bool:
    """True where the first text, without a credit of its own, is shorter than what follows, and that all comes from
    elsewhere with no furniture in between."""
    if len(drafts) < 2 or rules[0] is not None or any(draft.kind not in OPEN_KINDS for draft in drafts):
        return False
    if None in rules[1:] or OWN_OR_OTHER.issuperset(rules[1:]) or any("wall" in d.rule for d in drafts[1:]):
        return False
    lengths = [sum(len(page[index].text) for index in draft.pieces if page[index].prose) for draft in drafts]
    return lengths[0] < sum(lengths[1:])


def _credit(draft: Draft, page: Sequence[Leaf], patterns: Patterns) -> str | None:
    """The rule of the credit line in the draft's header."""
    for index in draft.pieces[:8]:
        leaf = page[index]
        if index > draft.opening and leaf.prose and not leaf.cues.credit:
            return None
        if leaf.cues.credit and (found := credit_rule(leaf.text, patterns)):
            return found[0] if patterns.credit_kinds[found[0]] in FROM_ELSEWHERE else None
    return None


def _introduces(before: Draft, draft: Draft, rule: str | None, page: Sequence[Leaf]) -> bool:
    """True where `before` says that it introduces, and `draft` that it comes from elsewhere."""
    repeated = "repeated_title" in draft.rule
    if rule is None and not repeated:
        return False
    texts = [page[index].text for index in before.pieces]
    if repeated and rule is not None:
        return True
    return any(LABEL.match(text.lstrip("[( ")) for text in texts[:6]) or any(announces(text) for text in texts[-3:])
