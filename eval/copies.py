"""Copies (syrianews, gva, ecbplus): pairs found among texts into which copies with known edits are put.

From each set, texts of at least 120 words are drawn, other ones for each kind of edit, and their copies put among all
texts of the set.  A known pair is found when the system says copy: ours by relation (what ties a family: identical,
edited_copy, self_update, partial_reuse of .4), MinHash by its threshold.  Any other pair with a made copy in it is
wrong, unless it is the original's kin: a pair that any of the systems finds in the set without the copies, or where
another lead came from.  Spans: of
the characters of the words that were copied and of those marked, the share in common (both sides, mean over found
pairs).  Direction: half of the copies state a date, a day later; of syrianews and gva.  `across` counts the pairs of
gva articles of different incidents, without the copies: all that share words, and those called copies, less those of
one address (a page that tells of two incidents).

Rivals run where their packages are: datasketch and rensa, at thresholds of .5 and .2.
"""

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.copying.edits import KINDS, Injected, inject
from eval.copying.systems import Pairs, ours, rivals
from eval.copying.texts import SETS, Text
from eval.corpus import corpus_hash, in_half
from eval.report import Options, Report, Skipped
from headwater.gathering.lineage.families import tie_of
from headwater.records import Copy

FEWEST = 120
EACH = 40
GLOBS = ("syrianews/*.csv", "gva/docs.jsonl", "ecbplus/ECB+/*/*.xml")


@dataclass(frozen=True, slots=True)
class Trial:
    """One set with the copies put into it."""

    name: str
    texts: Sequence[Text]
    made: Sequence[Injected]

    @property
    def all(self) -> list[Text]:
        return [*self.texts, *(each.copy for each in self.made)]


def measure(data: Path, options: Options) -> Report | Skipped:
    """Figures of every system on every set under `data`."""
    trials = [trial for name in SETS if (trial := _trial(name, data, options)).made]
    if not trials:
        return Skipped("copies", f"no syrianews, gva or ecbplus under {data}")
    figures: dict[str, float] = {}
    notes: list[str] = []
    for trial in trials:
        before, after = ours(trial.texts), ours(trial.all)
        systems = {"ours": (_tied(before), _tied(after))}
        systems |= {name: (run(trial.texts), run(trial.all)) for name, run in rivals() if _wanted(name, options)}
        kin = Pairs().union(_all(before), *(pairs for pairs, _ in systems.values()))
        for name, (_, pairs) in systems.items():
            figures |= _figures(f"{trial.name}.{name}", trial, pairs, kin)
        figures |= _details(trial, after)
        if trial.name == "gva":
            figures |= _across(trial.texts, before)
            notes += list(_doubtful(trial.texts, before)) if options.pages else []
    files = [path for pattern in GLOBS for path in data.glob(pattern)]
    settings = {"half": options.half, "seed": str(options.seed), "each": str(EACH), "fewest_words": str(FEWEST)}
    items = sum(len(trial.made) for trial in trials)
    return Report("copies", items, corpus_hash(files), settings, figures, tuple(notes))


def _wanted(system: str, options: Options) -> bool:
    return not options.systems or system in options.systems


def _trial(name: str, data: Path, options: Options) -> Trial:
    texts = list(SETS[name](data))
    chance = random.Random(f"{name} {options.seed}")
    fit = [text for text in texts if in_half(text.id, options.half) and len(text.text.split()) >= FEWEST]
    chance.shuffle(fit)
    each = min(EACH, len(fit) // len(KINDS))
    made = []
    for number, kind in enumerate(KINDS):
        for original in fit[number * each : (number + 1) * each]:
            donor = chance.choice([text for text in fit if text.id != original.id])
            made.append(inject(original, donor, kind, chance))
    return Trial(name, texts, made)


def _tied(copies: Iterable[Copy]) -> Pairs:
    return {frozenset((copy.a.article, copy.b.article)) for copy in copies if tie_of(copy) == "copies"}


def _all(copies: Iterable[Copy]) -> Pairs:
    return {frozenset((copy.a.article, copy.b.article)) for copy in copies}


def _figures(name: str, trial: Trial, found: Pairs, kin: Pairs) -> dict[str, float]:
    """Recall for each kind; precision and F1 over all."""
    known = {frozenset((each.copy.id, each.original)): each for each in trial.made}
    right = Counter(known[pair].kind for pair in found if pair in known)
    of_kind = Counter(each.kind for each in trial.made)
    wrong = sum(1 for pair in found - known.keys() if _is_wrong(pair, trial.made, kin))
    recall, precision = right.total() / len(known), right.total() / max(right.total() + wrong, 1)
    figures = {f"{name}.{kind}.recall": right[kind] / of_kind[kind] for kind in of_kind}
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return figures | {f"{name}.precision": precision, f"{name}.recall": recall, f"{name}.f1": f1}


def _is_wrong(pair: frozenset[str], made: Sequence[Injected], kin: Pairs) -> bool:
    """Whether a made copy is in the pair and its original is no kin of the other, nor the other a copy of kin."""
    original = {each.copy.id: each.original for each in made}
    given = {frozenset((each.copy.id, each.donor)) for each in made if each.kind == "new_lead"}
    if not pair & original.keys() or pair in given:
        return False
    traced = frozenset(original.get(article, article) for article in pair)
    return len(traced) == 2 and traced not in kin


def _details(trial: Trial, copies: Iterable[Copy]) -> dict[str, float]:
    """How exact our spans are, and how often relation and direction are right, by kind and over all found pairs."""
    known = {frozenset((each.copy.id, each.original)): each for each in trial.made}
    exactness: dict[str, list[float]] = {}
    relations, ways = Counter[str](), Counter[str]()
    for copy in copies:
        made = known.get(frozenset((copy.a.article, copy.b.article)))
        if made and tie_of(copy) == "copies":
            exactness.setdefault(made.kind, []).append(_overlap(copy, made))
            relations[copy.relation == ("identical" if made.kind == "exact" else "edited_copy")] += 1
            ways[_way(copy, made)] += 1
    name = f"{trial.name}.ours"
    figures = {f"{name}.{kind}.span_iou": sum(each) / len(each) for kind, each in exactness.items()}
    every = [value for each in exactness.values() for value in each]
    figures[f"{name}.span_iou"] = sum(every) / max(len(every), 1)
    figures[f"{name}.relation_right"] = relations[True] / max(relations.total(), 1)
    return figures | {f"{name}.direction.{way}": count / ways.total() for way, count in sorted(ways.items())}


def _overlap(copy: Copy, made: Injected) -> float:
    """Intersection over union of characters, both sides taken together."""
    shared = total = 0
    for side in (copy.a, copy.b):
        gold = made.copy_characters if side.article == made.copy.id else made.original_characters
        marked = {at for span in side.spans for at in range(span.start, span.end)}
        shared, total = shared + len(marked & gold), total + len(marked | gold)
    return shared / max(total, 1)


def _way(copy: Copy, made: Injected) -> str:
    """Right, wrong, or unknown; where no date is stated on both sides, unknown is all that can be said."""
    if copy.direction not in ("a_from_b", "b_from_a"):
        return "unknown"
    taker = copy.a.article if copy.direction == "a_from_b" else copy.b.article
    return "right" if taker == made.copy.id else "wrong"


def _across(texts: Sequence[Text], copies: Sequence[Copy]) -> dict[str, float]:
    by_id = {text.id: text for text in texts}
    apart = [copy for copy in copies if _events(copy, by_id) == 2]
    return {
        "gva.across.sharing_words": float(len(apart)),
        "gva.across.boilerplate": float(sum(copy.relation == "boilerplate" for copy in apart)),
        "gva.across.copies": float(sum(tie_of(copy) == "copies" for copy in apart)),
        "gva.across.copies_less_one_address": float(len(list(_called(apart, by_id)))),
    }


def _called(apart: Iterable[Copy], by_id: Mapping[str, Text]) -> Iterator[Copy]:
    for copy in apart:
        if tie_of(copy) == "copies" and by_id[copy.a.article].address != by_id[copy.b.article].address:
            yield copy


def _events(copy: Copy, by_id: Mapping[str, Text]) -> int:
    return len({by_id[side.article].event for side in (copy.a, copy.b)})


def _doubtful(texts: Sequence[Text], copies: Sequence[Copy]) -> Iterator[str]:
    """The pairs across incidents that are called copies, by their line numbers."""
    by_id = {text.id: text for text in texts}
    for copy in _called((copy for copy in copies if _events(copy, by_id) == 2), by_id):
        yield f"{copy.relation} {copy.score} {copy.a.article} {copy.b.article}"
