"""Factuality (UW, MEANTIME, UDS): how near our class of certainty comes to what people said of gold event words.

Gold is -3 (certainly did not happen) to 3 (certainly did).  For a class of ours (factuality and polarity) stands the
median of the gold of that class in the set's own train part (UDS: its dev part, the only other one here); the test part
is reported.  Of the gold only the place of the word and its part of speech (verb, or noun and adjective) are used.
Beside it: `all_true`, 3 everywhere; `words`, which looks for negations and modal words among the six words before, in
the manner of lexicon baselines, its classes valued the same way; `median`, one value everywhere.  MAE and Pearson's r.
"""

import csv
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean, median

from eval.corpus import corpus_hash
from eval.report import Options, Report, Skipped
from headwater.knowledge import Knowledge, load
from headwater.reading.certainty import certainty, lexicon
from headwater.reading.words import Token, tokenize

UDS_FILE = "uds/factuality_eng_udewt/it-happened/it-happened_eng_ud1.2_07092017.tsv"
_NEGATIONS = frozenset("not n't no never without nor neither nobody nothing".split())
_MODALS = frozenset("may might could can would should will must if whether unless perhaps possibly probably".split())


@dataclass(frozen=True, slots=True)
class Item:
    """A gold event word: token `at` of its sentence, as our own tokenizer cuts it."""

    set: str
    part: str
    tokens: tuple[Token, ...]
    at: int
    noun: bool
    gold: float


Classify = Callable[[Item], str]


def measure(data: Path, options: Options) -> Report | Skipped:
    """MAE and r per set and system on the test parts (the dev parts with half=choose)."""
    items = [item for name in ("uw", "meantime", "uds") for item in load_set(data / "factuality", name)]
    if not items:
        return Skipped("factuality", f"no factuality set under {data}")
    test = "dev" if options.half == "choose" else "test"
    knowledge = load()
    figures: dict[str, float] = {}
    for name in ("uw", "meantime", "uds"):
        tested = [item for item in items if item.set == name and item.part == test]
        fitted = [item for item in items if item.set == name and item.part == ("dev" if name == "uds" else "train")]
        figures[f"{name}.items"] = len(tested)
        for system, classify in _systems(knowledge).items():
            values = _values(fitted, classify) if system != "all_true" else {}
            said = [values.get(classify(item), 3.0) for item in tested]
            gold = [item.gold for item in tested]
            figures[f"{name}.{system}.mae"] = mean(abs(a - b) for a, b in zip(said, gold, strict=True))
            figures[f"{name}.{system}.r"] = pearson(said, gold)
    files = [path for path in (data / "factuality").rglob("*") if path.suffix in (".conll", ".conllu", ".tsv")]
    settings = {"part": test, "values": "class medians of train (uds: dev)"}
    return Report("factuality", len(items), corpus_hash(files), settings, figures)


def _systems(knowledge: Knowledge) -> dict[str, Classify]:
    words = lexicon(knowledge)

    def ours(item: Item) -> str:
        weighed = certainty(item.tokens, item.at, item.at + 1, words, noun=item.noun)
        return f"{weighed.factuality}{'-' if weighed.negative else ''}"

    return {"ours": ours, "words": by_words, "median": lambda item: "", "all_true": lambda item: "true"}


def by_words(item: Item) -> str:
    """The rival: is there a negation, is there a modal, among the six words before?"""
    near = {token.lower for token in item.tokens[max(item.at - 6, 0) : item.at]}
    negated = bool(near & _NEGATIONS) or any(word.endswith("n't") for word in near)
    return f"{'modal' if near & _MODALS else 'plain'}{'-' if negated else ''}"


def _values(items: Sequence[Item], classify: Classify) -> Mapping[str, float]:
    golds: dict[str, list[float]] = {}
    for item in items:
        golds.setdefault(classify(item), []).append(item.gold)
    return {name: median(found) for name, found in golds.items()}


def pearson(a: Sequence[float], b: Sequence[float]) -> float:
    """Pearson's r; 0 where one of both never varies."""
    middle_a, middle_b = mean(a), mean(b)
    both = sum((x - middle_a) * (y - middle_b) for x, y in zip(a, b, strict=True))
    spread = sum((x - middle_a) ** 2 for x in a) * sum((y - middle_b) ** 2 for y in b)
    return both / spread**0.5 if spread else 0.0


def load_set(folder: Path, name: str) -> list[Item]:
    """The items of one set; none where it is absent."""
    if name == "uds":
        return list(_uds(folder)) if (folder / UDS_FILE).exists() else []
    return [item for part in ("train", "dev", "test") for item in _conll(folder / name / f"{part}.conll", name, part)]


def _conll(path: Path, name: str, part: str) -> Iterator[Item]:
    if not path.exists():
        return
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if line.count("\t") > 5]
        golds = {index: float(row[2]) for index, row in enumerate(rows) if row[2] != "_"}
        yield from _items(name, part, [(row[1], row[3]) for row in rows], golds)


def _uds(folder: Path) -> Iterator[Item]:
    golds: dict[str, dict[int, list[float]]] = {}
    with (folder / UDS_FILE).open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            if row["Is.Predicate"] == "True" and row["Keep"] == "True" and row["Confidence"] != "na":
                sign = 1 if row["Happened"] == "true" else -1
                value = sign * 3 * int(row["Confidence"]) / 4
                found = golds.setdefault(row["Sentence.ID"], {})
                found.setdefault(int(row["Pred.Token"]) - 1, []).append(value)
    for part in ("dev", "test"):
        text = (folder / "uds" / "UD-EWT" / f"en_ewt-ud-{part}.conllu").read_text(encoding="utf-8")
        for number, block in enumerate(text.strip().split("\n\n"), 1):
            rows = [line.split("\t") for line in block.splitlines() if line[:1].isdigit()]
            words = [(row[1], row[4]) for row in rows if row[0].isdigit()]
            found = golds.get(f"en-ud-{part}.conllu {number}", {})
            means = {at: mean(values) for at, values in found.items() if at < len(words)}
            yield from _items("uds", part, words, means)


def _items(name: str, part: str, words: Sequence[tuple[str, str]], golds: Mapping[int, float]) -> Iterator[Item]:
    if not golds:
        return
    text, begins = "", []
    for word, _ in words:
        glued = word.lower() in ("n't", "'s", "'re", "'ve", "'ll", "'d", "'m")
        text += "" if glued or not text else " "
        begins.append(len(text))
        text += word
    tokens = tuple(tokenize(text, 0, len(text)))
    for index, gold in sorted(golds.items()):
        at = next((at for at, token in enumerate(tokens) if token.start <= begins[index] < token.end), None)
        if at is not None:
            yield Item(name, part, tokens, at, words[index][1][:1] in ("N", "J"), gold)
