"""Cross-document event coreference: chains of ours and of simple rivals against those of the truth.

A chain of ours is the event mentions of one happening (gathering/incidents) that name one kind of part of it. The
rivals know the mentions of the truth too: `same_head` joins mentions whose first word that says anything is written
the same, `lemma` those with one stem, `lemma_delta` those with one stem in documents whose words are alike (cosine of
words weighed by rarity in the set, at least DELTA, the best on both halves "choose"; Upadhyay et al. 2016), joined
on. Singletons count.

With predicted mentions, ours are the events that the product finds; one stands for a mention of the truth where their
words overlap, each for one at most.
"""

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from eval.corpus import in_half
from eval.coval import Scores, chains_of, score
from eval.mentions_gold import GoldDocument
from eval.mentions_read import Found, found_in, gold_account, own_account
from eval.report import Half, Options
from headwater.gathering.incidents import group, kinds_of
from headwater.gathering.incidents.linking import components
from headwater.gathering.incidents.rarity import likeness, to_unit, words_of
from headwater.gathering.incidents.stems import stem
from headwater.gathering.lineage import find_copies
from headwater.records import Account

DELTA = 0.2
LIGHT = frozenset(
    "a an and be been being did do for get got had has have in is it of off on out the to up was were".split()
)
Labels = Mapping[str, object]


def figures(yardstick: str, documents: Sequence[GoldDocument], options: Options) -> dict[str, float]:
    """Of each half that is asked for, with gold and with predicted mentions, and of the rivals."""
    read = {document.key: found_in(yardstick, document) for document in documents}
    halves: tuple[Half, ...] = ("choose", "report", "all") if options.half == "all" else (options.half,)
    result: dict[str, float] = {}
    for half in halves:
        part = [document for document in documents if in_half(document.topic, half)]
        truth = {mention.id: mention.chain for document in part for mention in document.mentions}
        result[f"{half}.documents"], result[f"{half}.mentions"] = float(len(part)), float(len(truth))
        for name, system in SYSTEMS.items():
            if not options.systems or name in options.systems:
                scores = score(chains_of(truth), chains_of(dict(system(part, read))))
                result |= _lines(f"{half}.{name}", scores)
    return result


def ours(documents: Sequence[GoldDocument], read: Mapping[str, Found]) -> Labels:
    """Happening and kind of each mention of the truth."""
    accounts = [gold_account(document, read[document.key]) for document in documents]
    labels = labelled(accounts)
    return {
        mention.id: labels[event.id]
        for document, account in zip(documents, accounts, strict=True)
        for mention, event in zip(document.mentions, account.events, strict=True)
    }


def predicted(documents: Sequence[GoldDocument], read: Mapping[str, Found]) -> Labels:
    """The same for the events that the product finds; those that no mention of the truth overlaps keep their own id."""
    accounts = [own_account(document, read[document.key]) for document in documents]
    labels = labelled(accounts)
    found: dict[str, object] = {}
    for document, account in zip(documents, accounts, strict=True):
        free = list(document.mentions)
        for event in account.events:
            hit = next((one for one in free if one.start < event.span.end and event.span.start < one.end), None)
            if hit is not None:
                free.remove(hit)
            found[hit.id if hit else event.id] = labels[event.id]
    return found


def labelled(accounts: Sequence[Account]) -> dict[str, tuple[str, str]]:
    """Happening and kind of each event."""
    copies = find_copies(accounts)
    kinds = {event: kind for account in accounts for event, kind in kinds_of(account).items()}
    return {
        event: (happening.id, kinds[event].family)
        for happening in group(accounts, (), copies)
        for event in happening.events
    }


def same_head(documents: Sequence[GoldDocument], read: Mapping[str, Found]) -> Labels:
    """By the word as written."""
    return {mention.id: _head(mention.text) for document in documents for mention in document.mentions}


def lemma(documents: Sequence[GoldDocument], read: Mapping[str, Found]) -> Labels:
    """By the stem."""
    return {mention.id: stem(_head(mention.text)) for document in documents for mention in document.mentions}


def lemma_delta(documents: Sequence[GoldDocument], read: Mapping[str, Found]) -> Labels:
    """By the stem, in documents that are alike."""
    bags = [Counter(words_of(document.text)) for document in documents]
    spread = Counter(word for bag in bags for word in bag)
    vectors = [
        to_unit({w: (1 + math.log(n)) * math.log(len(bags) / spread[w]) for w, n in bag.items()}) for bag in bags
    ]
    alike = [(a, b) for b in range(len(bags)) for a in range(b) if likeness(vectors[a], vectors[b]) >= DELTA]
    stems = [{stem(_head(mention.text)) for mention in document.mentions} for document in documents]
    nodes = {
        (index, one): number
        for number, (index, one) in enumerate((i, s) for i in range(len(bags)) for s in sorted(stems[i]))
    }
    pairs = [(nodes[a, one], nodes[b, one]) for a, b in alike for one in stems[a] & stems[b]]
    home = {item: number for number, part in enumerate(components(len(nodes), pairs)) for item in part}
    return {
        mention.id: home[nodes[index, stem(_head(mention.text))]]
        for index, document in enumerate(documents)
        for mention in document.mentions
    }


SYSTEMS: dict[str, Callable[[Sequence[GoldDocument], Mapping[str, Found]], Labels]] = {
    "headwater": ours,
    "predicted": predicted,
    "same_head": same_head,
    "lemma": lemma,
    "lemma_delta": lemma_delta,
}


def _head(text: str) -> str:
    words = words_of(text) or [text.casefold()]
    return next((word for word in words if word not in LIGHT), words[0])


def _lines(name: str, scores: Scores) -> dict[str, float]:
    lines = {f"{name}.conll": 100 * scores.conll}
    for metric in ("muc", "b3", "ceafe"):
        one = getattr(scores, metric)
        lines |= {f"{name}.{metric}.r": one.recall, f"{name}.{metric}.p": one.precision, f"{name}.{metric}.f1": one.f1}
    return lines
