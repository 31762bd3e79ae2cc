"""Gathering a large ledger at once, and adding a few pages to it: time and memory of each part.

    python bench/gathering.py [--articles 20000] [--new 100] [--out bench/runs/gathering.txt]

News of invented words in English sentences; half of it copies: whole, with 3 words in 100 changed, cut to a third, or
with its halves swapped.  The large ledger's readings are made, with some fifty records an article, for reading 20,000
pages takes an hour; the new pages are read as any page is.  Seconds are of processor time.  Each part runs in a process
of its own, which is what its memory is of.
"""

import argparse
import platform
import random
import resource
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

from headwater.ledger import open_ledger
from headwater.records import (
    Article,
    Attribution,
    Block,
    Content,
    Entity,
    Mention,
    Moment,
    Page,
    PageRecord,
    Reading,
    Source,
    Span,
)  # fmt: skip
from headwater.records.identity import digest, page_id, record_id

T = TypeVar("T")
SHARD = 256
OUTLETS = 60
SENTENCES = 30
SYLLABLES = "ba ke lo mi nu ra se ti vo za dor fen gal hum jin kor pel tam ur os".split()
NOUNS = """bridge road market school clinic tank convoy checkpoint village hill farm river tower depot truck barracks
    station warehouse mosque house bakery tunnel valley border camp council soldier fighter doctor driver farmer mayor
    witness officer patient worker teacher neighbour ministry brigade battalion army police hospital mill harbour
    airfield rocket shell mine drone rifle grenade cellar roof wall window street square corner gate""".split()
VERBS = """hit struck burned seized left reached crossed shelled searched closed opened held lost saw found carried
    guarded repaired cleared emptied blocked entered damaged destroyed surrounded abandoned attacked""".split()
ADJECTIVES = """old northern southern main small narrow burned empty crowded nearby distant ruined armed wounded local
    eastern western quiet broken abandoned besieged senior young new other last first heavy""".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def name(chance: random.Random) -> str:
    return "".join(chance.choices(SYLLABLES, k=chance.randrange(2, 4))).capitalize()


def sentence(chance: random.Random) -> str:
    """Some twenty words, no five in a row of them given."""
    thing = lambda: f"{chance.choice(ADJECTIVES)} {chance.choice(NOUNS)}"  # noqa: E731 (a word of this one sentence)
    parts = [
        f"the {thing()} near {name(chance)} {chance.choice(VERBS)} {chance.randrange(2, 90)} {chance.choice(NOUNS)}s",
        f"a {thing()} of {name(chance)} {chance.choice(VERBS)} the {thing()}",
        f"{name(chance)} {chance.choice(VERBS)} {thing()}s on {chance.choice(DAYS)}",
    ]
    told = f"{name(chance)} {name(chance)}, a {thing()}, said {parts[0]} while {parts[1]}"
    return chance.choice((told, f"{parts[2]} and {parts[0]} after {parts[1]}", f"{parts[1]} before {parts[2]}")) + "."


def texts(count: int, seed: int) -> Iterator[list[str]]:
    """The sentences of each article; every second one a copy of one of the last two hundred originals."""
    chance = random.Random(seed)
    originals: list[list[str]] = []
    for number in range(count):
        if number % 2 == 0 or not originals:
            originals = [*originals[-199:], [sentence(chance) for _ in range(chance.randrange(15, 2 * SENTENCES - 15))]]
            yield originals[-1]
        else:
            yield edited(chance.choice(originals), chance.randrange(4), chance)


def edited(source: list[str], way: int, chance: random.Random) -> list[str]:
    third, half = max(len(source) // 3, 1), len(source) // 2
    if way == 1:
        return [" ".join(name(chance) if chance.random() < 0.03 else word for word in s.split()) for s in source]
    return (source, [], source[:third], source[half:] + source[:half])[way]


def page_of(number: int, sentences: list[str]) -> Page:
    """A page of plain text at the address of one of sixty outlets."""
    body = "\n\n".join(" ".join(sentences[at : at + 3]) for at in range(0, len(sentences), 3))
    location = f"https://outlet{number % OUTLETS}.example/{number}"
    data = f"News of {number}\n\n{body}\n".encode()
    sha = digest(data)
    return Page(page_id(sha, location), location, "text/plain", "utf-8", sha, data)


def reading_of(page: Page, number: int) -> Reading:
    """What a reader makes of it: blocks, an article with its date, and for each paragraph names and who speaks."""
    text, spans, at = page.data.decode(), [], 0
    for line in text.split("\n\n"):
        spans.append(Span(at, at + len(line.rstrip())))
        at += len(line) + 2
    whole = Span(0, spans[-1].end)
    id_ = record_id("article", page.id, whole)
    day = Moment(
        Span(0, 4, "source"), f"20{31 + number // 9999}-{number // 833 % 12 + 1:02}-01", "day", None, False, "m"
    )
    article = Article(id_, page.id, whole, "story", None, (), None, day, None, "en", (), None, "made")
    blocks = tuple(Block(record_id("block", page.id, span), page.id, span, "body", id_, "made") for span in spans)
    names = [Span(span.start + 9 * n, span.start + 9 * n + 7) for span in spans for n in range(3)]
    entities = tuple(
        Entity(record_id("entity", page.id, span), id_, text[span.start : span.end], "person") for span in names
    )
    mentions = tuple(
        Mention(record_id("mention", page.id, span), entity.id, id_, span, entity.name)
        for span, entity in zip(names, entities, strict=True)
    )
    said = tuple(
        Attribution(
            record_id("attribution", page.id, span), id_, (Source(span, None, None, None, "person"),), (span,),
            (Content(span, False),), (), "indirect", "neutral", None, "made",
        )
        for span in spans
    )  # fmt: skip
    record = PageRecord(page.id, page.location, "text/plain", "utf-8", page.sha256, len(page.data), None, "read")
    return Reading(record, text, blocks, (article,), (), said, entities, mentions)


def build(path: Path, articles: int) -> dict[str, float]:
    """A ledger with this many articles, not gathered yet."""
    pages = (page_of(number, sentences) for number, sentences in enumerate(texts(articles, 1)))
    begun = time.process_time()
    with open_ledger(path) as ledger, ledger.writer(signature="bench") as writer:
        numbered = enumerate(pages)
        while shard := [(page, reading_of(page, number)) for number, page in islice(numbered, SHARD)]:
            writer.add_pages(shard)
    return {"seconds": time.process_time() - begun}


def refresh(path: Path, articles: int) -> dict[str, float]:
    """Copies and families of all that is there."""
    from headwater.regathering import refresh_lineage

    with open_ledger(path) as ledger:
        begun = time.process_time()
        refresh_lineage(ledger)
        seconds = time.process_time() - begun
        counts = ledger.view().counts()
        return {"seconds": seconds, "copies": counts["copy"], "families": counts["family"]}


def read_accounts(path: Path, articles: int) -> dict[str, float]:
    """All accounts and copies out of the ledger, held at once: what all else in gathering begins with."""
    from headwater.regathering import accounts

    with open_ledger(path) as ledger:
        begun = time.process_time()
        held = list(accounts(ledger.view()))
        seconds = time.process_time() - begun
        begun = time.process_time()
        copies = list(ledger.view().records("copy"))
        return {
            "seconds": seconds,
            "records": sum(len(each.mentions) + len(each.entities) + len(each.attributions) for each in held),
            "copies_seconds": time.process_time() - begun,
            "copies": len(copies),
        }


def gather_rest(path: Path, articles: int) -> dict[str, float]:
    """Actors, incidents and origins over all accounts."""
    from headwater.gathering import actors, incidents, origins
    from headwater.gathering.happening import Tied
    from headwater.records import Guide
    from headwater.regathering import accounts

    seconds: dict[str, float] = {}

    def timed(part: str, call: Callable[[], T]) -> T:
        begun = time.process_time()
        result = call()
        seconds[f"{part}_seconds"] = time.process_time() - begun
        return result

    with open_ledger(path) as ledger:
        view = ledger.view()
        copies, families = tuple(view.records("copy")), tuple(view.records("family"))
        held = list(accounts(view))
    people = timed("actors", lambda: actors.join(held))
    happenings = timed("incidents", lambda: incidents.group(held, people, copies))
    told = timed("origins", lambda: origins.weigh(held, Tied(copies, families, people, happenings), Guide()))
    return {**seconds, "actors": len(people), "incidents": len(told.incidents), "origins": len(told.origins)}


def add(path: Path, new: int) -> dict[str, float]:
    """Read new pages, store them, and bring copies and families up to date."""
    from headwater.regathering import refresh_lineage
    from headwater.session import read_one

    pages = [page_of(10**6 + number, sentences) for number, sentences in enumerate(texts(new, 2))]
    read_one(page_of(0, [sentence(random.Random(0))]))
    with open_ledger(path) as ledger:
        begun = time.process_time()
        read = [(page, read_one(page)) for page in pages]
        reading = time.process_time() - begun
        begun = time.process_time()
        with ledger.writer(signature="bench") as writer:
            writer.add_pages(read)
        storing = time.process_time() - begun
        begun = time.process_time()
        refresh_lineage(ledger)
        seconds = time.process_time() - begun
    return {"reading": reading, "storing": storing, "lineage": seconds, "all": reading + storing + seconds}


def peak(call: Callable[[Path, int], dict[str, float]], path: Path, count: int) -> dict[str, float]:
    """What the call says, with the peak memory of this process."""
    told = call(path, count)
    return {**told, "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


def apart(call: Callable[[Path, int], dict[str, float]], path: Path, count: int) -> dict[str, float]:
    """The same in a process of its own."""
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        return pool.submit(peak, call, path, count).result()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--new", type=int, default=100)
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    lines = [f"# articles={options.articles} new={options.new} python={platform.python_version()} one process"]

    def tell(part: str, told: dict[str, float]) -> dict[str, float]:
        for key, value in told.items():
            lines.append(f"{part}.{key} {value:.2f}")
            print(lines[-1], flush=True)
        return told

    with tempfile.TemporaryDirectory() as folder:
        large, empty = Path(folder) / "large.hw", Path(folder) / "empty.hw"
        tell("build", apart(build, large, options.articles))
        tell("lineage_at_once", apart(refresh, large, options.articles))
        tell("lineage_again", apart(refresh, large, options.articles))
        tell("accounts", apart(read_accounts, large, options.articles))
        on_empty = tell("add_to_empty", apart(add, empty, options.new))
        on_large = tell("add_to_large", apart(add, large, options.new))
        tell("add", {"large_to_empty": on_large["all"] / on_empty["all"]})
        tell("rest_at_once", apart(gather_rest, large, options.articles))
    if options.out:
        options.out.write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
