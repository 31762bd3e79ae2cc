"""The rule version: attributions of a text by what its words and marks show."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from headwater.reading.attributions.clauses import clauses
from headwater.reading.attributions.direct import RULES
from headwater.reading.attributions.draft import Draft
from headwater.reading.attributions.ground import Ground, Setting
from headwater.reading.attributions.headlines import headlines
from headwater.reading.attributions.lexicon import Lexicon
from headwater.reading.attributions.nouns import nouns
from headwater.reading.attributions.quotations import Quotation, meets_quotation
from headwater.reading.attributions.spans import meets, united
from headwater.reading.attributions.tallies import tallies
from headwater.reading.attributions.untangling import untangled


def by_rule(ground: Ground, lexicon: Lexicon, *, outermost: bool = True) -> list[Draft]:
    """The attributions of a text that stand in no other, in order; no two share a word of what is said.

    `outermost`: the text is an article's, where "I" is the author, whose voice needs no attribution.
    """
    quoted = by_quotation(ground, lexicon)
    said = [
        draft
        for _, line in ground.lines()
        for draft in chain(
            headlines(line, lexicon), clauses(line, lexicon), nouns(line, lexicon), tallies(line, lexicon)
        )
    ]
    said = [draft for draft in said if not _author(ground.text, draft)] if outermost else said
    return untangled(ground.text, _joined(quoted, [_whole(ground, draft) for draft in said]))


def _author(text: str, draft: Draft) -> bool:
    return any(text[source.start : source.end].lower() in ("i", "we", "you") for source in draft.sources)


def _whole(ground: Ground, draft: Draft) -> Draft:
    """The draft with all paragraphs of the quotations that it holds a part of."""
    more = [
        outer
        for content in draft.contents
        for quotation in meets_quotation(ground.quotations, content)
        if len(quotation.outer) > 1
        for outer in quotation.outer
    ]
    return replace(draft, contents=tuple(united([*draft.contents, *more]))) if more else draft


def by_quotation(ground: Ground, lexicon: Lexicon) -> list[Draft]:
    """The quotations for which a rule finds a speaker, those of one speaker under one cue together."""
    drafts: list[Draft] = []
    last: Quotation | None = None
    for index, quotation in enumerate(ground.quotations):
        setting = ground.setting(index)
        draft = _draft(quotation, setting, lexicon)
        previous = drafts[-1] if drafts else None
        goes_on = (
            previous is not None
            and last is not None
            and (_goes_on(previous, last, quotation, setting) if draft is None else _same_cue(draft, previous))
        )
        if previous is not None and goes_on:
            contents = (*previous.contents, *quotation.outer)
            drafts[-1] = Draft(previous.sources, previous.cues, contents, previous.rule)
        elif draft:
            drafts.append(draft)
        last = quotation if goes_on or draft else last
    return drafts


def _draft(quotation: Quotation, setting: Setting, lexicon: Lexicon) -> Draft | None:
    for rule in RULES:
        found = rule(setting, lexicon)
        if found:
            return Draft((found.source,), (found.cue,) if found.cue else (), quotation.outer, rule.__name__)
    return None


def _same_cue(draft: Draft, previous: Draft) -> bool:
    return bool(draft.cues) and draft.cues == previous.cues


def _goes_on(previous: Draft, last: Quotation, quotation: Quotation, setting: Setting) -> bool:
    """“…,” Maro Tevin said. “…” : the speaker goes on in the same paragraph, in a sentence of quoted words alone."""
    return (
        last.last == quotation.first
        and not setting.before
        and not [token for token in setting.after if token.word]
        and setting.ends_speech
        and quotation.start >= max(last.end, *(cue.end for cue in previous.cues), 0)
    )


def _joined(quoted: Sequence[Draft], said: Sequence[Draft]) -> list[Draft]:
    """Drafts of both kinds, those with the same cue as one: said the town was “ready for a siege”."""
    by_cue = {cue: draft for draft in said for cue in draft.cues}
    cues = sorted(by_cue)
    taken: set[Draft] = set()
    drafts: list[Draft] = []
    for draft in quoted:
        other = next((by_cue[cue] for one in draft.cues for cue in meets(cues, one)), None)
        drafts.append(draft if other is None or other in taken else _both(draft, other))
        taken |= {other} if other else set()
    return drafts + [draft for draft in said if draft not in taken]


def _both(quoted: Draft, said: Draft) -> Draft:
    contents = tuple(united([*quoted.contents, *said.contents]))
    rule = quoted.rule if contents == quoted.contents else said.rule
    return Draft(said.sources or quoted.sources, said.cues, contents, rule)
