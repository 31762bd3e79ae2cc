"""Who speaks: 200 attributions of PolNeAR whose speaker was told by hand, as the words that name it most fully.

eval/gold/polnear_speakers.jsonl holds offsets and no text: `article` and the `sha256` of its text, `attribution`,
`source` (extent of its words), `form` (pronoun, role, name), `resolves_to` (extent of the fullest naming of the
speaker in the article, null where it does not name it) and its `class`. Items were drawn by chance, by form, out of
the held-out articles, so that half are no names: the shares say nothing about news at large. Of 216 drawn, 12 with
joint speakers and 4 whose source is nobody at all were left out. One coder, a language model, who read some 600
characters before each pronoun, 480 before each role, 130 before each name, and a list of the runs of capitals in the
article; no second coder. A group by its bare name ("Greens") is named by that name; lawyers, officials or voters of
somebody are nobody named. After a first run of the rules two namings lost their titles; nothing else was changed.

An item is covered when an attribution of the system has a source there (or, with none in the text, a content like the
gold's from .3 on).  It is right when a naming of that speaker holds the last word of the fullest naming, or the system
calls it by the same words; where the gold is null, when the system names nobody.  What is not covered is a miss.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from eval.attributing.alignment import characters, covers, head_of_name, likeness, overlaps
from eval.attributing.counts import share
from eval.attributing.found import Extent, FoundAttribution, FoundSource, Paper
from eval.polnear_gold import GoldAttribution

CODED = Path(__file__).parents[1] / "gold" / "polnear_speakers.jsonl"
FORMS = ("pronoun", "role", "name")
ALIKE = 0.3


@dataclass(frozen=True, slots=True)
class Coded:
    """One attribution whose speaker was told by hand."""

    article: str
    sha256: str
    attribution: str
    source: Extent
    form: str
    resolves_to: Extent | None
    class_: str


@dataclass(frozen=True, slots=True)
class Read:
    """One article with its gold and what a system found in it."""

    paper: Paper
    gold: Sequence[GoldAttribution]
    found: tuple[FoundAttribution, ...]


def load_coded(path: Path = CODED) -> list[Coded]:
    """The coded items, in the order of the file."""
    return [_coded(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines() if line]


def speaker_figures(coded: Sequence[Coded], articles: Mapping[str, Read]) -> Iterator[tuple[str, float]]:
    """Accuracy over all items, coverage, and accuracy of the covered ones; also by form of the source."""
    answers: list[tuple[str, bool | None]] = []
    for item in coded:
        read = articles.get(item.article)
        if read is not None and fingerprint(read.paper.text) == item.sha256:
            gold = next(one for one in read.gold if one.id == item.attribution)
            answers.append((item.form, answer(read.paper.text, item, gold, read.found)))
    for form in ("all", *FORMS) if answers else ():
        own = [right for kind, right in answers if form in ("all", kind)]
        covered = [right for right in own if right is not None]
        name = "speaker" if form == "all" else f"speaker.{form}"
        yield f"{name}.items", len(own)
        yield f"{name}.accuracy", share(sum(covered), len(own))
        yield f"{name}.coverage", share(len(covered), len(own))
        yield f"{name}.of_covered", share(sum(covered), len(covered))


def answer(text: str, item: Coded, gold: GoldAttribution, found: Sequence[FoundAttribution]) -> bool | None:
    """Whether the system tells the speaker of this item; null where it has no such attribution."""
    source = _source_there(text, item, gold, found)
    return None if source is None else is_right(text, item.resolves_to, source)


def is_right(text: str, fullest: Extent | None, source: FoundSource) -> bool:
    """Whether the source is who the fullest naming names; nobody, where that is null."""
    if fullest is None:
        return source.name is None
    if source.name is None:
        return False
    places = (*source.namings, *((source.extent,) if source.extent else ()))
    last = head_of_name(text, fullest)
    return _plain(source.name) == _plain(text[slice(*fullest)]) or any(covers(place, last) for place in places)


def fingerprint(text: str) -> str:
    """What ties offsets to a text."""
    return sha256(text.encode()).hexdigest()


def _source_there(
    text: str, item: Coded, gold: GoldAttribution, found: Sequence[FoundAttribution]
) -> FoundSource | None:
    """The found source on the item's words whose attribution says most of what the gold says."""
    said = characters(text, gold.content)
    scored = [
        (likeness(characters(text, one.contents), said), source)
        for one in found
        for source in one.sources
        if source.extent is not None and overlaps(source.extent, item.source)
    ]
    scored = scored or [
        (value, source)
        for one in found
        for source in one.sources
        if source.extent is None and (value := likeness(characters(text, one.contents), said)) >= ALIKE
    ]
    return max(scored, key=lambda one: one[0])[1] if scored else None


def _plain(name: str) -> str:
    return " ".join(name.casefold().removeprefix("the ").split())


def _coded(entry: Mapping[str, object]) -> Coded:
    fields = {("class_" if key == "class" else key): value for key, value in entry.items()}
    for key in ("source", "resolves_to"):
        extent = fields[key]
        fields[key] = tuple(extent) if isinstance(extent, list) else None
    return Coded(**fields)  # type: ignore[arg-type]
