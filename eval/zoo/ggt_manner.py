"""A rule system in the manner of GenderGapTracker's quotes over a spaCy parse, written from its published rules.

1. Syntactic: a verb of reporting with a clausal complement (ccomp); the complement's subtree is the quote, the verb's
   subject (nsubj, or agent of a passive) the speaker.
2. Words between quotation marks that the first rule has not: the nearest reporting verb in the sentence gives cue and
   speaker; without one, the speaker of the quote before goes on where that ended just before.
3. "According to X": its object is the speaker, the rest of its clause the quote.
Speakers are the subject's subtree.  HEADWATER_SPACY names the folder of a trained pipeline with a parser; spaCy and the
pipeline are needed by this rival alone.
"""

import os
from collections.abc import Iterator, Sequence
from typing import Any

from eval.attributing.alignment import characters, likeness
from eval.attributing.found import Extent, FoundAttribution, FoundSource, Paper, System
from eval.zoo.quoting import QUOTED, VERBS
from eval.zoo.who import with_names

SUBJECTS = ("nsubj", "nsubj:pass", "nsubjpass")
CLAUSES = ("ccomp", "dislocated")
ASIDES = ("parataxis", "advcl")
OBJECTS = ("pobj", "obl", "nmod")
PRONOUNS = frozenset("he she they we i you it who".split())
GOES_ON = 3  # blanks and marks between a quotation and the one before it that it goes on from


def system() -> System:
    """The rules over the pipeline of HEADWATER_SPACY; ImportError where it or spaCy is not there."""
    folder = os.environ.get("HEADWATER_SPACY", "")
    if not folder:
        raise ImportError("HEADWATER_SPACY names no pipeline")
    import spacy

    try:
        pipeline = spacy.load(folder)
    except OSError as error:
        raise ImportError(f"no pipeline in {folder}") from error
    return lambda paper: with_names(paper.text, tuple(_attributions(paper, pipeline)), pronouns=True)


def _attributions(paper: Paper, pipeline: Any) -> Iterator[FoundAttribution]:
    """The three rules in order over each paragraph."""
    for block in paper.page.blocks:
        start, end = block.span.start, block.span.end
        doc = pipeline(paper.text[start:end])
        found: list[FoundAttribution] = [*by_complement(doc), *by_according(doc)]
        found += by_marks(doc, found)
        found.sort(key=lambda one: min((*one.cues, *one.contents)))
        yield from (_moved(one, start) for one in found)


def by_complement(doc: Any) -> Iterator[FoundAttribution]:
    """Reporting verb, clausal complement, subject; or a reporting verb set beside the clause that it reports."""
    for verb in doc:
        subject = _subject(verb) if verb.text.lower() in VERBS else None
        if subject is None:
            continue
        clauses = [list(child.subtree) for child in verb.children if child.dep_ in CLAUSES]
        if not clauses and verb.dep_ in ASIDES:
            aside = {token.i for token in verb.subtree}
            clauses = [[token for token in verb.head.subtree if token.i not in aside]]
        contents = tuple(run for clause in clauses for run in _runs(clause))
        if contents:
            yield FoundAttribution((_source(subject),), (_extent([verb]),), contents)


def by_according(doc: Any) -> Iterator[FoundAttribution]:
    """According to somebody, under either scheme of dependencies: the name holds "according", or hangs under "to"."""
    for word in doc:
        after = word.nbor(1) if word.i + 1 < len(doc) else None
        if word.lower_ != "according" or after is None or after.lower_ != "to":
            continue
        below = [token for token in (*word.children, *after.children) if token.dep_ in OBJECTS]
        speaker = word.head if word.head.i > after.i else next(iter(below), None)
        if speaker is not None:
            said_by = [token for token in speaker.subtree if token.i > after.i]
            rest = {token.i for token in word.sent} - {word.i, after.i} - {token.i for token in said_by}
            contents = _runs([token for token in word.sent if token.i in rest])
            if said_by and contents:
                yield FoundAttribution((_named(said_by),), (_extent([word, after]),), tuple(contents))


def by_marks(doc: Any, found: Sequence[FoundAttribution]) -> Iterator[FoundAttribution]:
    """Quotation marks that no complement holds."""
    before: tuple[int, FoundAttribution] | None = None
    for match in QUOTED.finditer(doc.text):
        own = characters(doc.text, [match.span()])
        if any(likeness(own, own & characters(doc.text, one.contents)) > 0.5 for one in found):
            continue
        cue = _nearest(doc, match.span())
        subject = _subject(cue) if cue is not None else None
        if cue is not None and subject is not None:
            attribution = FoundAttribution((_source(subject),), (_extent([cue]),), (match.span(),))
        elif before is not None and match.start() - before[0] <= GOES_ON:
            attribution = FoundAttribution(before[1].sources, (), (match.span(),))
        else:
            continue
        before = (match.end(), attribution)
        yield attribution


def _nearest(doc: Any, quotation: Extent) -> Any:
    """The reporting verb outside all marks that is nearest to the quotation in its sentences."""
    quoted = [match.span() for match in QUOTED.finditer(doc.text)]
    touched = [one for one in doc.sents if one.start_char < quotation[1] and quotation[0] < one.end_char]
    verbs = [token for sentence in touched for token in sentence if token.text.lower() in VERBS]
    verbs = [verb for verb in verbs if not any(start <= verb.idx < end for start, end in quoted)]
    return min(verbs, key=lambda verb: max(quotation[0] - verb.idx, verb.idx - quotation[1]), default=None)


def _subject(verb: Any) -> Any:
    """Its own subject, else that of the verb it is joined to."""
    while True:
        own = next((child for child in verb.children if child.dep_ in SUBJECTS), None) or _inverted(verb)
        if own is not None or verb.dep_ not in ("conj", "xcomp", "advcl"):
            return own
        verb = verb.head


def _inverted(verb: Any) -> Any:
    """What a parser calls the object in "“…,” said Iva Dorn"."""
    children = list(verb.children)
    quoting = any(child.dep_ == "ccomp" and child.i < verb.i for child in children)
    return next((child for child in children if child.dep_ == "obj" and child.i > verb.i), None) if quoting else None


def _source(subject: Any) -> FoundSource:
    return _named(list(subject.subtree))


def _named(tokens: Sequence[Any]) -> FoundSource:
    extent = _extent(tokens)
    words = tokens[0].doc.text[slice(*extent)]
    named = any(token.text[:1].isupper() and token.i != token.sent.start for token in tokens) or words.istitle()
    return FoundSource(extent, words if named and words.lower() not in PRONOUNS else None)


def _runs(tokens: Sequence[Any]) -> list[Extent]:
    """The tokens as extents, a new one wherever the next token is not the next word; marks alone are left out."""
    runs: list[list[Any]] = []
    for token in sorted(tokens, key=lambda token: token.i):
        if runs and runs[-1][-1].i == token.i - 1:
            runs[-1].append(token)
        else:
            runs.append([token])
    return [_extent(run) for run in runs if any(character.isalnum() for token in run for character in token.text)]


def _extent(tokens: Sequence[Any]) -> Extent:
    return tokens[0].idx, tokens[-1].idx + len(tokens[-1].text)


def _moved(one: FoundAttribution, by: int) -> FoundAttribution:
    def moved(extent: Extent) -> Extent:
        return extent[0] + by, extent[1] + by

    sources = tuple(FoundSource(moved(source.extent) if source.extent else None, source.name) for source in one.sources)
    return FoundAttribution(sources, tuple(map(moved, one.cues)), tuple(map(moved, one.contents)))
