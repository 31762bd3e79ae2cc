"""How fast the ledger stores pages, how large they lie in it, and how fast it answers.

`python bench/ledger.py [--pages N] [--html KB] [--paragraphs N]` makes N pages of invented words, of the given size and
number of paragraphs, on one core, and prints `name value` lines.  With `--bytes FOLDER` the bytes (not the records) are
those of the .html and .html.gz files in it, in turn.
"""

import argparse
import gzip
import platform
import random
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import cycle, islice
from pathlib import Path

from headwater.ledger import open_ledger
from headwater.ledger.packing import PackedPage, pack_page
from headwater.ledger.sqlite import SqliteLedger
from headwater.records import Article, Block, Entity, Mention, Page, PageRecord, Reading, Span, Words
from headwater.records.identity import digest, page_id, record_id

SHARD = 64
SYLLABLES = "ba ke lo mi nu ra se ti vo za dor fen gal hum jin kor".split()


@dataclass(frozen=True, slots=True)
class Shape:
    """What the made pages are like: bytes of HTML, paragraphs of an article, blocks of furniture."""

    html: int
    paragraphs: int
    furniture: int
    real: tuple[bytes, ...] = ()


def words(rng: random.Random, count: int) -> str:
    """Words of a small language with a Zipf-like spread, so that they compress about as news does."""
    return " ".join("".join(rng.choices(SYLLABLES, k=1 + min(int(rng.expovariate(0.7)), 3))) for _ in range(count))


def made(number: int, shape: Shape) -> tuple[Page, Reading]:
    """The n-th page, the same in every run."""
    rng = random.Random(number)
    texts = [words(rng, 6) for _ in range(shape.furniture)] + [words(rng, 45) for _ in range(shape.paragraphs)]
    text = "\n".join(texts)
    body = "".join(f'<div class="paragraph block-{rng.randrange(9)}"><p>{each}</p></div>\n' for each in texts)
    script = ""
    while len(body) + len(script) < shape.html:
        script += (
            f'{{"@type":"ListItem","position":{rng.randrange(99)},"url":"https://news.example/{words(rng, 1)}/"}},'
        )
    data = (body + script).encode()
    location = f"https://news.example/{number}"
    sha = digest(data)
    id_ = page_id(sha, location)
    record = PageRecord(id_, location, "text/html", "utf-8", sha, len(data), None, "read")
    page = Page(id_, location, "text/html", "utf-8", sha, data)
    return page, Reading(record, text, *records(id_, texts, shape))


def records(
    page: str, texts: list[str], shape: Shape
) -> tuple[tuple[Block, ...], tuple[Article, ...], tuple[Span, ...]]:
    """Blocks, one article and three sentences a paragraph."""
    spans, at = [], 0
    for each in texts:
        spans.append(Span(at, at + len(each)))
        at += len(each) + 1
    whole = Span(spans[shape.furniture].start, spans[-1].end)
    id_ = record_id("article", page, whole)
    title = Words(spans[shape.furniture], texts[shape.furniture])
    article = Article(id_, page, whole, "story", title, (), None, None, None, "en", (), None, "bench")
    blocks = tuple(
        Block(record_id("block", page, span), page, span, "body", id_, "model:body", 0.031)
        if number >= shape.furniture
        else Block(record_id("block", page, span), page, span, "navigation", None, "link_list", 0.004)
        for number, span in enumerate(spans)
    )
    thirds = [(span, len(span) // 3) for span in spans[shape.furniture :]]
    sentences = tuple(
        Span(span.start + n * third, span.start + (n + 1) * third) for span, third in thirds for n in range(3)
    )
    return blocks, (article,), sentences


def with_mentions(reading: Reading) -> Reading:
    """The same with an entity and a mention for each sentence, as a full reading would have."""
    article = reading.articles[0].id
    entities = tuple(
        Entity(record_id("entity", reading.page.id, s), article, "Bo Lindqvist", "person") for s in reading.sentences
    )
    mentions = tuple(
        Mention(
            record_id("mention", reading.page.id, span),
            entity.id,
            article,
            span,
            reading.text[span.start : span.end][:20],
        )
        for span, entity in zip(reading.sentences, entities, strict=True)
    )
    return Reading(
        reading.page, reading.text, reading.blocks, reading.articles, reading.sentences, (), entities, mentions
    )


def contents(path: Path) -> bytes:
    """The bytes of a page that may be compressed."""
    return gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()


def timed(call: Callable[[], object]) -> float:
    start = time.process_time()
    call()
    return time.process_time() - start


def shards(count: int, shape: Shape) -> Iterator[list[tuple[Page, Reading]]]:
    real = cycle(shape.real or [b""])
    made_pages = (made(n, shape) for n in range(count))
    pages = ((replace(page, data=next(real) or page.data), with_mentions(reading)) for page, reading in made_pages)
    while shard := list(islice(pages, SHARD)):
        yield shard


def store(ledger: SqliteLedger, count: int, shape: Shape) -> Iterator[tuple[int, float, float]]:
    """Pages so far, and CPU seconds spent packing and storing, after each shard."""
    stored, packing, storing = 0, 0.0, 0.0
    with ledger.writer(signature="bench") as writer:
        for number, shard in enumerate(shards(count, shape)):
            packed: list[PackedPage] = []
            packing += timed(lambda packed=packed, shard=shard: packed.extend(pack_page(*each) for each in shard))
            storing += timed(lambda packed=packed, number=number: writer.add_packed(packed, shard=str(number)))
            stored += len(shard)
            yield stored, packing, storing


def sizes(path: Path) -> dict[str, int]:
    """Bytes per page in each table with its indexes."""
    with sqlite3.connect(path) as connection:
        pages = connection.execute("SELECT count(*) FROM pages").fetchone()[0]
        parts = {
            "bytes": "SELECT sum(length(data)) FROM contents",
            "text": "SELECT sum(length(text)) + sum(length(sentences)) FROM contents",
            "records": "SELECT sum(length(records)) FROM bundles",
            "ids": "SELECT sum(length(block)) FROM ids_data",
            "search_index": "SELECT sum(length(block)) FROM words_data",
            "search_text": "SELECT sum(length(c0)) + sum(length(c1)) FROM words_content",
        }
        sized = {name: int(connection.execute(query).fetchone()[0] / pages) for name, query in parts.items()}
    return {**sized, "file": int(path.stat().st_size / pages)}


def answers(ledger: SqliteLedger, count: int, shape: Shape) -> dict[str, float]:
    """Median milliseconds of what the faces ask most."""
    view, rng = ledger.view(), random.Random(1)
    some = [made(rng.randrange(count), shape)[1] for _ in range(25)]
    asked: dict[str, Callable[[Reading], object]] = {
        "find_block": lambda reading: view.find(reading.blocks[3].id),
        "find_by_beginning": lambda reading: view.find(reading.blocks[3].id[:10]),
        "blocks_of_page": lambda reading: list(view.records("block", page=reading.page.id)),
        "page_text": lambda reading: view.page_text(reading.page.id),
        "search_two_words": lambda reading: view.search(" ".join(reading.text.split()[-2:])),
        "list_50_articles": lambda reading: list(view.articles(limit=50, offset=count // 2)),
        "counts": lambda reading: view.counts(),
    }
    return {name: sorted(timed(lambda r=r, ask=ask: ask(r)) for r in some)[12] * 1000 for name, ask in asked.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=2000)
    parser.add_argument("--html", type=int, default=100, help="kilobytes of HTML of a page")
    parser.add_argument("--paragraphs", type=int, default=25)
    parser.add_argument("--furniture", type=int, default=60)
    parser.add_argument("--bytes", type=Path, help="a folder of .html and .html.gz files")
    options = parser.parse_args()
    real = tuple(contents(path) for path in sorted(options.bytes.rglob("*.html*"))) if options.bytes else ()
    shape = Shape(options.html * 1000, options.paragraphs, options.furniture, real)
    print(f"settings pages={options.pages} html_kB={options.html} paragraphs={options.paragraphs}", end=" ")
    mean = sum(map(len, real)) // max(len(real), 1)
    print(f"furniture={options.furniture} real_bytes={len(real)}x{mean}", end=" ")
    print(f"python={platform.python_version()} sqlite={sqlite3.sqlite_version}")
    with tempfile.TemporaryDirectory() as folder, open_ledger(Path(folder) / "bench.hw") as ledger:
        marks, before = options.pages // 4, (0, 0.0, 0.0)
        for stored, packing, storing in store(ledger, options.pages, shape):
            if stored - before[0] >= marks or stored == options.pages:
                n = stored - before[0]
                pack, put = (packing - before[1]) / n * 1000, (storing - before[2]) / n * 1000
                print(
                    f"to_page_{stored} pack_ms={pack:.2f} store_ms={put:.2f} both_pages_per_s={1000 / (pack + put):.0f}"
                )
                before = (stored, packing, storing)
        for name, value in answers(ledger, options.pages, shape).items():
            print(f"{name}_ms {value:.2f}")
        ledger.close()
        for name, value in sizes(Path(folder) / "bench.hw").items():
            print(f"{name}_per_page {value}")


if __name__ == "__main__":
    main()
