"""Somebody through whom it came: "the Ledger, citing a clerk, says …"; "Tevin was quoted by the Ledger as saying …"."""

from dataclasses import replace

from headwater.reading.attributions.draft import Draft
from headwater.reading.attributions.lexicon import Lexicon
from headwater.reading.attributions.nominals import nominal_after, nominal_before, reach
from headwater.reading.words import Token, tokenize
from headwater.records import Span

REACH = 300
JOINT = 2
ACCORDING = "according to "


def cited(text: str, draft: Draft, lexicon: Lexicon) -> tuple[Draft, Draft | None]:
    """The draft of the voice that speaks to the reader, and of the one that it hands on, with the same contents.

    The second is null where nobody is cited.
    """
    if not draft.sources or not draft.contents:
        return draft, None
    return (
        _according(text, draft)
        or _cited_beside(text, draft, lexicon)
        or _cited_before(text, draft, lexicon)
        or _cited_behind(text, draft, lexicon)
        or _quoted_by(text, draft, lexicon)
    )


def _according(text: str, draft: Draft) -> tuple[Draft, Draft] | None:
    """Two that seem to speak together, one of them behind "according to" in what the other says: "Tevin said that,
    according to a clerk, …"."""
    if len(draft.sources) != JOINT or not draft.cues:
        return None
    whom = next(
        (one for one in draft.sources if text[max(one.start - 20, 0) : one.start].lower().endswith(ACCORDING)), None
    )
    if whom is None:
        return None
    cue = Span(whom.start - len(ACCORDING), whom.start - 1)
    outer = tuple(one for one in draft.sources if one != whom)
    cues = tuple(one for one in draft.cues if one.end <= cue.start or one.start >= whom.end)
    return _pair(draft, replace(draft, sources=outer, cues=cues), whom, cue) if cues else None


def _cited_beside(text: str, draft: Draft, lexicon: Lexicon) -> tuple[Draft, Draft] | None:
    """The words between commas behind the source: "The Ledger, citing a clerk, says …"."""
    source = draft.sources[0]
    limit = next((cue.start for cue in draft.cues if cue.start > source.start), source.end)
    tokens = tokenize(text, source.start, min(max(limit, source.end), source.start + REACH))
    for at in range(1, len(tokens) - 1):
        if tokens[at].lower in lexicon.speech["citing.forms"] and tokens[at - 1].text in (",", "(", "—", "–"):
            whom = _whom(tokens, at + 1, lexicon)
            if whom is None:
                return None
            outer = Span(source.start, tokens[at - 2].end if at > 1 else source.end)
            cue = Span(tokens[at].start, tokens[at].end)
            cues = tuple(one for one in draft.cues if one.start >= whom.end or one.end <= source.start) or draft.cues
            rest = tuple(one for one in draft.sources[1:] if one.start >= whom.end)
            return _pair(draft, replace(draft, sources=(outer, *rest), cues=cues), whom, cue)
    return None


def _cited_before(text: str, draft: Draft, lexicon: Lexicon) -> tuple[Draft, Draft] | None:
    """At the head of the sentence, right before the source: "Citing a clerk, the Ledger says …"."""
    source = draft.sources[0]
    if source.start > min(content.start for content in draft.contents):
        return None
    tokens = tokenize(text, max(source.start - REACH, 0), source.start)
    at = next((index for index in reversed(range(len(tokens))) if _cites(tokens, index, lexicon)), None)
    if at is None or tokens[-1].text != ",":
        return None
    between = tokens[at + 1 : -1]
    if not between or not all(token.word for token in between) or _whom(tokens, at + 1, lexicon) is None:
        return None
    return _pair(draft, draft, Span(between[0].start, between[-1].end), Span(tokens[at].start, tokens[at].end))


def _cites(tokens: list[Token], index: int, lexicon: Lexicon) -> bool:
    return tokens[index].capital and tokens[index].lower in lexicon.speech["citing.forms"]


def _cited_behind(text: str, draft: Draft, lexicon: Lexicon) -> tuple[Draft, Draft] | None:
    """At the end of what is said, or right behind the cue: "The Ledger says …, citing a clerk"."""
    last = draft.contents[-1]
    ends = max([cue.end for cue in draft.cues] + [source.end for source in draft.sources])
    for start, end in ((max(last.start, last.end - REACH), last.end), (ends, min(ends + REACH, len(text)))):
        tokens = tokenize(text, start, end)
        inside = end == last.end
        for at in range(1 if inside else 0, len(tokens) - 1):
            if tokens[at].lower == "citing" and (tokens[at - 1].text == "," if at else False):
                whom = _whom(tokens, at + 1, lexicon)
                if whom is None or (inside and whom.end < last.end - 1) or (not inside and at > 1):
                    break
                contents = (
                    (*draft.contents[:-1], Span(last.start, tokens[at - 2].end))
                    if inside and at > 1
                    else draft.contents
                )
                return _pair(draft, replace(draft, contents=contents), whom, Span(tokens[at].start, tokens[at].end))
    return None


def _quoted_by(text: str, draft: Draft, lexicon: Lexicon) -> tuple[Draft, Draft | None]:
    """The Ledger speaks to the reader: "Tevin was quoted by the Ledger as saying …"."""
    cue = draft.cues[0] if draft.cues else None
    if cue is None or not text[cue.start : cue.end].lower().endswith((" quoted by", " cited by")):
        return draft, None
    before = tokenize(text, max(cue.start - REACH, 0), cue.start)
    nominal = nominal_before(before, len(before), lexicon)
    saying = next((one for one in tokenize(text, cue.end, draft.contents[0].start) if one.lower == "saying"), None)
    if nominal is None or saying is None:
        return draft, None
    first, last = reach(nominal)
    whom = Span(before[first].start, before[last - 1].end)
    return _pair(draft, draft, whom, Span(saying.start, saying.end))


def _pair(draft: Draft, outer: Draft, whom: Span, cue: Span) -> tuple[Draft, Draft]:
    return outer, Draft((whom,), (cue,), outer.contents, "cited", draft.doubt, None, apart=True)


def _whom(tokens: list[Token], first: int, lexicon: Lexicon) -> Span | None:
    nominal = nominal_after(tokens, first, lexicon)
    return Span(tokens[nominal.first].start, tokens[nominal.last - 1].end) if nominal else None
