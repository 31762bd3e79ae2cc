"""Event mentions of gvc and ecbplus with the chains of the truth, as documents of one shape.

gvc: `val/conll.csv` (words) and `val/event_mentions.json` (mentions, chains).  ecbplus: topics outside 36 to 45, event
mentions (ACTION and NEG) of the sentences that `ECBplus_coreference_sentences.csv` names, chains across and within
documents, all others alone (the setup of Cybulska and Vossen 2015).  Words are joined by a blank; the first sentence
stands alone, as a title does.
"""

import csv
import json
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

LEFT_OUT = range(36, 46)


@dataclass(frozen=True, slots=True)
class GoldMention:
    """An event mention: its words from the first to the last stand at [start, end) of the text."""

    id: str
    chain: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """A document with its mentions; `topic` is what is kept together when the set is halved, `date` its publication."""

    key: str
    topic: str
    text: str
    sentences: tuple[tuple[int, int], ...]
    mentions: tuple[GoldMention, ...]
    date: str | None = None


@dataclass(frozen=True, slots=True)
class _Raw:
    id: str
    chain: str
    sentence: int
    words: tuple[int, ...]


def gvc(data: Path) -> list[GoldDocument]:
    """The documents of gvc/val; the topic is the incident."""
    folder = data / "gvc/val"
    if not (folder / "conll.csv").exists():
        return []
    words: dict[str, dict[int, list[str]]] = {}
    with (folder / "conll.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            document = words.setdefault(row["topic/subtopic_name/doc"], {})
            document.setdefault(int(row["sent_id"]), []).append(row["token"])
    mentions: dict[str, list[_Raw]] = {}
    for record in json.loads((folder / "event_mentions.json").read_text(encoding="utf-8")):
        raw = _Raw(record["mention_id"], record["coref_chain"], record["sent_id"], tuple(record["tokens_number"]))
        mentions.setdefault(record["conll_doc_key"], []).append(raw)
    return [_document(key, key.split("/")[1], mentions.get(key, []), lines) for key, lines in sorted(words.items())]


def ecbplus(data: Path) -> list[GoldDocument]:
    """The documents of ecbplus that are used for development; the topic is the number of the set."""
    folder = data / "ecbplus"
    if not folder.exists():
        return []
    chosen: dict[str, set[int]] = {}
    with (folder / "ECBplus_coreference_sentences.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            chosen.setdefault(f"{row['Topic']}_{row['File']}", set()).add(int(row["Sentence Number"]))
    paths = sorted((folder / "ECB+").glob("*/*.xml"), key=lambda path: (int(path.parent.name), path.name))
    return [
        _ecb_document(path, chosen.get(path.stem, set())) for path in paths if int(path.parent.name) not in LEFT_OUT
    ]


def _ecb_document(path: Path, chosen: set[int]) -> GoldDocument:
    root = ET.parse(path).getroot()
    lines: dict[int, list[str]] = {}
    where: dict[str, tuple[int, int]] = {}
    for token in root.iter("token"):
        line = lines.setdefault(int(token.get("sentence", "0")), [])
        where[token.get("t_id", "")] = (int(token.get("sentence", "0")), len(line))
        line.append(token.text or "_")
    chains = dict(_ecb_chains(root, path.stem))
    raws = []
    for mark in root.iterfind("Markables/*"):
        anchors = [where[anchor.get("t_id", "")] for anchor in mark.iterfind("token_anchor")]
        if anchors and mark.tag.startswith(("ACTION", "NEG")) and anchors[0][0] in chosen:
            id_ = f"{path.stem}:{mark.get('m_id')}"
            raws.append(_Raw(id_, chains.get(id_, id_), anchors[0][0], tuple(word for _, word in anchors)))
    return _document(path.stem, path.parent.name, raws, lines, first=0)


def _ecb_chains(root: ET.Element, name: str) -> Iterator[tuple[str, str]]:
    instances = {mark.get("m_id"): mark.get("instance_id") for mark in root.iterfind("Markables/*")}
    for relation in root.iterfind("Relations/*"):
        target = relation.find("target")
        instance = instances.get(target.get("m_id")) if target is not None else None
        chain = instance if relation.tag == "CROSS_DOC_COREF" and instance else f"{name}:r{relation.get('r_id')}"
        for source in relation.iterfind("source"):
            yield f"{name}:{source.get('m_id')}", chain


def _document(
    key: str, topic: str, raws: Sequence[_Raw], lines: dict[int, list[str]], *, first: int = 1
) -> GoldDocument:
    """The words put together; in gvc the first sentence is the date alone (`first` is 1)."""
    text, sentences = "", []
    begins: dict[tuple[int, int], int] = {}
    for number in sorted(lines)[first:]:
        text += "" if not text else "\n\n" if len(sentences) == 1 else " "
        start = len(text)
        for index, word in enumerate(lines[number]):
            text += " " if index else ""
            begins[number, index] = len(text)
            text += word
        sentences.append((start, len(text)))
    mentions = []
    for raw in raws:
        start, last = begins[raw.sentence, min(raw.words)], max(raw.words)
        end = begins[raw.sentence, last] + len(lines[raw.sentence][last])
        mentions.append(GoldMention(raw.id, raw.chain, start, end, text[start:end]))
    mentions.sort(key=lambda mention: (mention.start, mention.end, mention.id))
    date = lines[sorted(lines)[0]][0] if first else None
    return GoldDocument(key, topic, text, tuple(sentences), tuple(mentions), date)
