"""The quantities of a page, with the verbs they rest on."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from headwater.knowledge import Knowledge
from headwater.reading.certainty import Lexicon as Certain
from headwater.reading.certainty import lexicon as certain
from headwater.reading.english import sentences_of
from headwater.reading.numbered import Numbered, Numbers
from headwater.reading.quantities.coding import code
from headwater.reading.quantities.count import Count
from headwater.reading.quantities.counting import counts
from headwater.reading.quantities.lexicon import Lexicon, lexicon
from headwater.reading.quantities.likewise import with_classes
from headwater.reading.quantities.persons import Cast, persons
from headwater.reading.quantities.scoping import Scopes
from headwater.reading.quantities.unnumbered import unnumbered
from headwater.reading.quantities.whom import counted
from headwater.reading.quantities.wording import factuality_of, wording_of
from headwater.reading.spoken import Spoken
from headwater.reading.timed import Timed
from headwater.reading.voices import Voices
from headwater.reading.words import Token, tokenize
from headwater.records import Article, Attribution, PartOf, Policy, Quantity, Span
from headwater.records.events import Factuality
from headwater.records.identity import record_id

LONGEST_SENTENCE = 3000

Totals = dict[tuple[str, str], Quantity]  # the last whole number of each article and unit


@dataclass(frozen=True, slots=True, eq=False)
class _Known:
    """What every sentence of a page is read with."""

    text: str
    words: Lexicon
    certain: Certain
    voices: Voices
    cast: Cast
    scopes: Scopes
    policies: Sequence[Policy]


def read(page: Spoken, timed: Timed, knowledge: Knowledge) -> Numbers:
    """How many were killed, injured, captured, displaced …, how many weapons, vehicles and strikes, wherever an English
    article states it; see docs/quantities.md for the units.

    A figure for which no rule says what it counts is left out.
    """
    words = lexicon(knowledge)
    known = _Known(
        page.text.text,
        words,
        certain(knowledge),
        Voices(page.attributions),
        Cast(page.entities, page.mentions),
        Scopes(timed, knowledge.lexicons["scopes"]),
        knowledge.guide.policies,
    )
    found: list[Numbered] = []
    totals: Totals = {}
    for article, sentence in sentences_of(page.articles, page.sentences):
        end = min(sentence.end, sentence.start + LONGEST_SENTENCE)
        if words.gate.search(known.text, sentence.start, end):
            found += _read_sentence(article, tokenize(known.text, sentence.start, end), known, totals)
    return Numbers(tuple(with_classes(found)))


def _read_sentence(article: Article, tokens: list[Token], known: _Known, totals: Totals) -> list[Numbered]:
    if not tokens:
        return []
    found = counts(tokens, persons(tokens, known.cast, known.words), known.words)
    found += unnumbered(tokens, found, known.words)
    made: dict[str, Numbered] = {}
    for count in sorted(found, key=lambda one: one.group.figure.first):
        factuality = factuality_of(tokens, count, known.certain)
        if factuality:
            numbered = _numbered(article, tokens, count, factuality, known)
            if count.part and count.whole is None:
                numbered = _in_total(numbered, totals)
            made.setdefault(numbered.quantity.id, numbered)
    before = {total.id for total in totals.values()}
    whole = {id_: _without_lost(numbered, made, before) for id_, numbered in made.items()}
    for numbered in whole.values():
        if numbered.quantity.part_of is None and numbered.quantity.best:
            totals[article.id, numbered.quantity.unit] = numbered.quantity
    return [_coded(numbered, list(whole.values()), known.policies) for numbered in whole.values()]


def _in_total(numbered: Numbered, totals: Totals) -> Numbered:
    """Fifteen of the wounded: part of the last number of wounded before, where that is larger."""
    quantity = numbered.quantity
    total = totals.get((quantity.article, quantity.unit))
    if total is None or (total.best or 0) < (quantity.best or 0):
        return numbered
    return replace(numbered, quantity=replace(quantity, part_of=PartOf(total.id, "including")))


def _without_lost(numbered: Numbered, made: Mapping[str, Numbered], known: Collection[str]) -> Numbered:
    """No part of a count that was left out."""
    part_of = numbered.quantity.part_of
    if part_of is None or part_of.id in made or part_of.id in known:
        return numbered
    return replace(numbered, quantity=replace(numbered.quantity, part_of=None))


def _numbered(article: Article, tokens: list[Token], count: Count, factuality: Factuality, known: _Known) -> Numbered:
    span, figure = _span(tokens, count), count.group.figure
    around = _voices(tokens, count, known.voices.around(span))
    quantity = Quantity(
        _id(article, tokens, count),
        article.id,
        span,
        known.text[span.start : span.end],
        figure.low,
        figure.best,
        figure.high,
        figure.qualifier,
        count.unit,
        counted(known.text, tokens, count, known.cast, known.words),
        "named_victims" if count.group.kind == "named" else count.rule,
        _part_of(article, tokens, count),
        known.scopes.of(tokens, count),
        tuple(one.id for one in around),
        _voiced(factuality, around),
        wording=wording_of(tokens, count),
    )
    link = count.link
    trigger = Span(tokens[link.first].start, tokens[link.last - 1].end) if link.last > link.first else None
    return Numbered(quantity, trigger, link.trigger.event if trigger else None)


def _voices(tokens: list[Token], count: Count, around: Sequence[Attribution]) -> list[Attribution]:
    """Without those whose cue is the verb of the count: "the blast claimed 12 lives" quotes nobody."""
    link = count.link
    if link.last == link.first:
        return list(around)
    start, end = tokens[link.first].start, tokens[link.last - 1].end
    return [one for one in around if not any(cue.start < end and cue.end > start for cue in one.cues)]


def _span(tokens: list[Token], count: Count) -> Span:
    figure = count.group.figure
    return Span(tokens[figure.first].start, tokens[figure.last - 1].end)


def _id(article: Article, tokens: list[Token], count: Count) -> str:
    return record_id("quantity", article.page, _span(tokens, count), count.unit)


def _part_of(article: Article, tokens: list[Token], count: Count) -> PartOf | None:
    if count.whole is None:
        return None
    return PartOf(_id(article, tokens, count.whole), "besides" if count.besides else "including")


def _voiced(factuality: Factuality, around: Sequence[Attribution]) -> Factuality:
    if factuality != "asserted":
        return factuality
    if any(one.stance == "denial" for one in around):
        return "denied"
    return "reported" if around else "asserted"


def _coded(numbered: Numbered, beside: list[Numbered], policies: Sequence[Policy]) -> Numbered:
    """With the figure of each policy, which may depend on how many of those counted are named."""
    quantity = numbered.quantity
    parts = [one.quantity for one in beside if one.quantity.part_of == PartOf(quantity.id, "including")]
    named = sum(part.best or 0 for part in (quantity, *parts) if part.rule == "named_victims")
    return replace(numbered, quantity=replace(quantity, policies=code(quantity, policies, named)))
