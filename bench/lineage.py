"""Speed and memory of lineage on invented articles, half of them copies with known edits.

python bench/lineage.py [ARTICLES] [--json FILE]
"""

import argparse
import json
import random
import resource
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from headwater.gathering.lineage import find_copies, group
from headwater.records import Account, Article, ArticleBody, Span, Words

WORDS_EACH = 680
VOCABULARY = 30_000


@dataclass(frozen=True)
class Corpus:
    """Bodies in no order, and the pairs of original and copy, by their ids."""

    bodies: list[ArticleBody]
    copied: set[frozenset[str]]


def make_corpus(articles: int, seed: int) -> Corpus:
    """Half originals; the rest copies, a quarter each: whole, 3 % of words changed, a third kept, two parts swapped."""
    chance = random.Random(seed)
    names = ["".join(chance.choices("abcdefghijklmnoprstuvz", k=chance.randrange(2, 11))) for _ in range(VOCABULARY)]
    weights = [1 / (rank + 3) for rank in range(VOCABULARY)]
    lengths = [chance.randrange(WORDS_EACH // 2, WORDS_EACH * 3 // 2) for _ in range(articles // 2)]
    originals = [chance.choices(names, weights, k=length) for length in lengths]
    bodies = [_body(f"o{index}", words) for index, words in enumerate(originals)]
    families: dict[int, list[str]] = {index: [f"o{index}"] for index in range(len(originals))}
    for index in range(articles - len(originals)):
        source = min(int(chance.expovariate(1 / 250)), len(originals) - 1)
        bodies.append(_body(f"c{index}", _edited(originals[source], index % 4, names, chance)))
        families[source].append(f"c{index}")
    chance.shuffle(bodies)
    pairs = {frozenset((members[0], copy)) for members in families.values() for copy in members[1:]}
    return Corpus(bodies, pairs)


def _edited(words: list[str], way: int, names: list[str], chance: random.Random) -> list[str]:
    if way == 1:
        return [chance.choice(names) if chance.random() < 0.03 else word for word in words]
    third = len(words) // 3
    if way == 2:
        start = chance.randrange(len(words) - third)
        return words[start : start + third]
    return words[third:] + words[:third] if way == 3 else list(words)


def _body(id_: str, words: list[str]) -> ArticleBody:
    paragraphs: list[Words] = []
    position = 0
    for start in range(0, len(words), 45):
        text = " ".join(words[start : start + 45])
        paragraphs.append(Words(Span(position, position + len(text)), text))
        position += len(text) + 1
    article = Article(id_, "p" + id_, Span(0, position), "story", None, (), None, None, None, "en", (), None, "made")
    return ArticleBody(article, id_, tuple(paragraphs))


def main() -> None:
    """Run once and print what came of it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("articles", nargs="?", type=int, default=2000)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    corpus = make_corpus(options.articles, 1)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begun, cpu = time.perf_counter(), time.process_time()
    copies = find_copies([Account(body) for body in corpus.bodies])
    families = group(copies)
    seconds, cpu = time.perf_counter() - begun, time.process_time() - cpu
    family_of = {member.article: family.id for family in families for member in family.members}
    found = [pair for pair in corpus.copied if len({family_of.get(article, article) for article in pair}) == 1]
    report = {
        "articles": len(corpus.bodies),
        "words": sum(len(paragraph.text.split()) for body in corpus.bodies for paragraph in body.paragraphs),
        "seconds": round(seconds, 2),
        "cpu_seconds": round(cpu, 2),
        "articles_per_second_per_core": round(len(corpus.bodies) / cpu),
        "copies": len(copies),
        "families": len(families),
        "copies_in_the_family_of_their_original": f"{len(found)}/{len(corpus.copied)}",
        "added_memory_mb": round((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - memory) / 1024),
        "python": sys.version.split()[0],
    }
    text = json.dumps(report, indent=2)
    print(text)
    if options.json:
        options.json.write_text(text + "\n")


if __name__ == "__main__":
    main()
