"""Names that people marked in text, out of three public sets, in one shape; what each set leaves open is said.

re3d   all mentions of its types, with their articles and titles.  Person, Location, MilitaryPlatform, Weapon and
       Temporal as they are; Quantity and Money are quantities; Organisation by names_classes.toml.
uner   PER, ORG and LOC, mostly without an article before them.
gum    person, organization and place where the head is a proper noun, time where a proper noun is in it or it is a
       year.  A name ends before a possessive, and before the first clause, apposition or conjunct behind its head.

A set marks more than names, or marks what no reader would: such stretches are `unsure`, which says nothing for and
nothing against a name there.  They are: pronouns, nationalities, and words without a capital that a machine proposed
(confidence 0) in re3d; what is a person, organisation, place or time but not named in gum.  Of nested names the
outermost is kept.  Reddit in gum is left out (its words are withheld), and so are the files GENTLE_*.
"""

import json
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Any

from eval.names_bodies import body
from eval.names_shape import CLASSES, Document, Name, Stretch, beside, outermost, trimmed
from eval.names_trees import Word, documents, entities, is_dated, is_named, name_end

__all__ = ["CLASSES", "FOLDS", "Document", "Name", "fold", "gum", "load", "re3d", "uner"]

FOLDS = 5
_SALT = 35  # of three hundred, one that makes folds of like size

_RE3D = {
    "Person": "person", "Organisation": "organisation", "Location": "place", "MilitaryPlatform": "platform",
    "Weapon": "weapon", "Temporal": "temporal", "Quantity": "quantity", "Money": "quantity",
}  # fmt: skip
_UNER = {"PER": "person", "ORG": "organisation", "LOC": "place"}
_GUM = {"person": "person", "organization": "organisation", "place": "place", "time": "temporal"}
_PRONOUNS = frozenset(
    "i me my mine you your yours he him his she her hers it its we us our ours they them their theirs who whose whom "
    "this that these those both himself herself itself themselves ourselves one ones others".split()
)


def load(data: Path) -> list[Document]:
    """All documents of the three sets, those of an absent set left out."""
    return [*re3d(data), *uner(data), *gum(data)]


def fold(set_: str, id_: str) -> int:
    """In 0..4, by the hash of the id.  Fold 0 is kept from training: of uner it is the test file, and only that."""
    if set_ == "uner":
        return 0 if id_.startswith("test/") else 1 + _hash(id_) % (FOLDS - 1)
    return _hash(f"{_SALT}/{set_}/{id_}") % FOLDS


def re3d(data: Path) -> Iterator[Document]:
    """Documents of re3d, by folder and id."""
    for path in sorted((data / "re3d").glob("*/documents.json")):
        marks: dict[str, list[dict[str, Any]]] = {}
        for mark in _json_lines(path.with_name("entities.json")):
            if mark["type"] in _RE3D or mark["type"] == "Nationality":
                marks.setdefault(mark["documentId"], []).append(mark)
        for each in sorted(_json_lines(path), key=lambda record: str(record["_id"])):
            yield _of_re3d(each["_id"], each["text"], marks.get(each["_id"], []))


def uner(data: Path) -> Iterator[Document]:
    """Documents of uner: ids begin with the name of their file's part."""
    for part in ("dev", "test"):
        for path in sorted((data / "uner").glob(f"*-{part}.iob2")):
            for id_, block in _blocks(path.read_text(encoding="utf-8"), "# newdoc id = "):
                yield _of_uner(f"{part}/{id_}", block)


def gum(data: Path) -> Iterator[Document]:
    """Documents of gum whose words are there."""
    for path in sorted((data / "gum").glob("GUM_*.conllu")):
        if not path.stem.startswith("GUM_reddit_"):
            for id_, text, words in documents(path.read_text(encoding="utf-8")):
                yield _of_gum(id_, text, words)


def _of_re3d(id_: str, text: str, marks: Sequence[dict[str, Any]]) -> Document:
    names: list[Name] = []
    unsure: list[Stretch] = []
    # Of two types on the same words, the one that a person chose.
    for mark in sorted(marks, key=lambda each: (-each["confidence"], each["begin"], each["type"])):
        start, end = trimmed(text, mark["begin"], mark["end"])
        if start >= end:
            continue
        if _says_nothing(text[start:end], mark):
            unsure.append((start, end))
        else:
            class_ = _RE3D[mark["type"]]
            names.append((start, end, body(text[start:end]) if class_ == "organisation" else class_))
    kept, nested = outermost(names)
    return Document("re3d", id_, text, kept, frozenset(CLASSES), beside(text, unsure, kept), nested)


def _says_nothing(words: str, mark: dict[str, Any]) -> bool:
    if mark["type"] == "Nationality" or words.casefold() in _PRONOUNS:
        return True
    return mark["confidence"] == 0 and words == words.lower() and _RE3D[mark["type"]] not in ("temporal", "quantity")


def _of_uner(id_: str, block: str) -> Document:
    text = ""
    names: list[Name] = []
    for sentence in block.split("\n\n"):
        lines = sentence.split("\n")
        line = next((each[len("# text = ") :] for each in lines if each.startswith("# text = ")), None)
        if line is None:
            continue
        at, base = 0, len(text)
        for row in (each.split("\t") for each in lines if each[:1].isdigit()):
            start = line.index(row[1], at)
            at = start + len(row[1])
            class_ = _UNER.get(row[2][2:])
            if class_ and row[2].startswith("I-") and names and names[-1][2] == class_:
                names[-1] = (names[-1][0], base + at, class_)
            elif class_:
                names.append((base + start, base + at, class_))
        text += line + "\n"
    return Document("uner", id_, text, tuple(names), frozenset(_UNER.values()))


def _of_gum(id_: str, text: str, words: Sequence[Word]) -> Document:
    names: list[Name] = []
    unsure: list[Stretch] = []
    for first, last, type_ in entities(words):
        if type_ not in _GUM:
            continue
        named = is_dated if type_ == "time" else is_named
        if named(words, first, last):
            end = words[name_end(words, first, last)].end
            names.append((words[first].start, end, _GUM[type_]))
        else:
            unsure.append((words[first].start, words[last].end))
    kept, nested = outermost(names)
    return Document("gum", id_, text, kept, frozenset(_GUM.values()), beside(text, unsure, kept), nested)


def _blocks(text: str, mark: str) -> Iterator[tuple[str, str]]:
    for block in text.split(mark)[1:]:
        id_, _, rest = block.partition("\n")
        yield id_.strip(), rest


def _json_lines(path: Path) -> Iterator[dict[str, Any]]:
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.strip():
            yield json.loads(line)


def _hash(identity: str) -> int:
    return int.from_bytes(blake2b(identity.encode(), digest_size=4).digest(), "big")
