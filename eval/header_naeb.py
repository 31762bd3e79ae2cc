"""Headers of news pages: exact authors and the day of publication (NAEB), and title, author and date (WCXB articles).

An item's authors are right when the set of names found is the set of the gold, case and order aside; they are counted
where the gold names somebody, and `authors_none` is the share of pages without a gold author on which none is given.
A date is right when it is the gold's day; `date_or_modified` also counts a date of change, since the gold is the day
that the page shows, which may be either.  A title is right when its words are the gold's.
Trivial baseline: giving nothing scores `authors_none` 1 and all else 0.
Layout: naeb/html/KEY.html.gz and naeb/articles.json; wcxb/html/ID.html.gz and wcxb/ground-truth/ID.json.
"""

import gzip
import json
import re
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.corpus import corpus_hash, in_half
from eval.report import Options, Report, Skipped
from eval.zoo.rivals import versions

WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Stated:
    """What a page says in its header, by the gold or by a system; empty where it says nothing."""

    title: str = ""
    authors: tuple[str, ...] = ()
    date: str = ""
    modified: str = ""


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotated page."""

    set: str
    id: str
    page: Path
    address: str
    stated: Stated


System = Callable[[bytes, str], Stated]


def measure(data: Path, options: Options) -> Report | Skipped:
    """Figures of every system on the pages under `data`/naeb and the articles under `data`/wcxb."""
    golds = [gold for gold in (*load_naeb(data / "naeb"), *load_wcxb(data / "wcxb")) if in_half(gold.id, options.half)]
    if not golds:
        return Skipped("header_naeb", f"no pages under {data}")
    figures: dict[str, float] = {}
    systems = [name for name in SYSTEMS if not options.systems or name in options.systems]
    misses: list[dict[str, object]] = []
    for name in systems:
        system = SYSTEMS[name]()
        for set_ in ("naeb", "wcxb"):
            chosen = [gold for gold in golds if gold.set == set_]
            found, seconds = run(system, chosen)
            for figure, value in scores(chosen, found).items():
                figures[f"{name}.{set_}.{figure}"] = round(value, 3)
            figures[f"{name}.{set_}.pages_per_second"] = round(len(chosen) / seconds, 1) if seconds else 0.0
            if name == "headwater":
                misses += [
                    {"set": set_, "id": gold.id, "address": gold.address, "gold": str(gold.stated), "found": str(one)}
                    for gold, one in zip(chosen, found, strict=True)
                ]
    if options.keep is not None:
        options.keep.mkdir(parents=True, exist_ok=True)
        (options.keep / "header_naeb.json").write_text(json.dumps(misses, ensure_ascii=False, indent=0))
    settings = {"half": options.half, "address": "given to all", **versions()}
    return Report("header_naeb", len(golds), corpus_hash(gold.page for gold in golds), settings, figures)


def load_naeb(folder: Path) -> list[Gold]:
    """The news pages; authors stand in one string with commas."""
    if not (folder / "articles.json").is_file():
        return []
    entries: Mapping[str, Mapping[str, str]] = json.loads((folder / "articles.json").read_text())
    return [
        Gold("naeb", key, folder / "html" / f"{key}.html.gz", entry["url"], _naeb_stated(entry))
        for key, entry in sorted(entries.items())
    ]


def load_wcxb(folder: Path) -> list[Gold]:
    """The pages of type article."""
    golds = []
    for path in sorted((folder / "ground-truth").glob("*.json")):
        entry = json.loads(path.read_text())
        truth = entry["ground_truth"]
        if entry["_internal"]["page_type"]["primary"] == "article":
            authors = split_authors(truth.get("author") or "")
            stated = Stated(truth.get("title") or "", authors, (truth.get("publish_date") or "")[:10])
            page = folder / "html" / f"{path.stem}.html.gz"
            golds.append(Gold("wcxb", path.stem, page, entry.get("url") or "", stated))
    return golds


def run(system: System, golds: Sequence[Gold]) -> tuple[list[Stated], float]:
    """What the system states of each page, and the seconds it took, loading left out; a failure states nothing."""
    found: list[Stated] = []
    seconds = 0.0
    for gold in golds:
        data = gzip.decompress(gold.page.read_bytes())
        start = time.process_time()
        try:
            found.append(system(data, gold.address))
        except Exception:  # a rival's failure is its score
            found.append(Stated())
        seconds += time.process_time() - start
    return found, seconds


def scores(golds: Sequence[Gold], found: Sequence[Stated]) -> dict[str, float]:
    """Shares of right titles, authors and dates where the gold has one, and of nothing said where it has no author."""
    pairs = [(gold.stated, one) for gold, one in zip(golds, found, strict=True)]
    return {
        "authors": _share([author_set(one.authors) == author_set(gold.authors) for gold, one in pairs if gold.authors]),
        "authors_none": _share([not one.authors for gold, one in pairs if not gold.authors]),
        "date": _share([one.date[: len(gold.date)] == gold.date for gold, one in pairs if gold.date]),
        "date_or_modified": _share([_either(one, gold.date) for gold, one in pairs if gold.date]),
        "title": _share([_words(one.title) == _words(gold.title) for gold, one in pairs if gold.title]),
    }


def author_set(names: Sequence[str]) -> frozenset[str]:
    """Names without case, order and runs of blanks."""
    return frozenset(" ".join(name.lower().split()) for name in names if name.strip())


def split_authors(authors: str) -> tuple[str, ...]:
    """Names out of one string; an academic degree after a comma stays with its name."""
    parts = re.split(r",\s*(?!Ph\.?D|M\.?D|R\.?D|Jr|MS\b)|\s+and\s+|\s*[;&|]\s*", authors)
    return tuple(part.strip() for part in parts if part.strip())


def headwater() -> System:
    """The header of the longest article that our reading finds on the page and that stands in no other."""
    from headwater.knowledge import load
    from headwater.reading import articles
    from headwater.records import Page, Unread
    from headwater.records.identity import digest

    knowledge = load()

    def run(data: bytes, address: str) -> Stated:
        found = articles.read(Page("p", address, "text/html", None, digest(data), data), knowledge)
        outermost = [] if isinstance(found, Unread) else [one for one in found.articles if one.embedded_in is None]
        if not outermost:
            return Stated()
        main = max(outermost, key=lambda article: len(article.span))
        return Stated(
            main.title.text if main.title else "",
            tuple(name.name for name in main.authors),
            main.published.date if main.published else "",
            main.modified.date if main.modified else "",
        )

    return run


def header_alone() -> System:
    """Our header of the page taken as one article from its first h1 on, whatever our splitting would make of it."""
    from eval.header_trivial import first_header
    from headwater.knowledge import load

    knowledge = load()
    return lambda data, address: first_header(data, address, knowledge)


def trafilatura() -> System:
    """trafilatura's metadata of the whole page."""
    from trafilatura import extract_metadata

    def read(data: bytes, address: str) -> Stated:
        found = extract_metadata(data, default_url=address)
        return Stated(found.title or "", split_authors(found.author or ""), found.date or "")

    return read


def newspaper4k() -> System:
    """newspaper4k without fetching anything."""
    import newspaper

    def read(data: bytes, address: str) -> Stated:
        article = newspaper.Article(address or "https://page.example/", fetch_images=False)
        article.download(input_html=data.decode("utf-8", "replace"))
        article.parse()
        day = article.publish_date.strftime("%Y-%m-%d") if article.publish_date else ""
        return Stated(article.title or "", tuple(article.authors), day)

    return read


SYSTEMS: Mapping[str, Callable[[], System]] = {
    "headwater": headwater,
    "header_alone": header_alone,
    "trafilatura": trafilatura,
    "newspaper4k": newspaper4k,
}


def _naeb_stated(entry: Mapping[str, str]) -> Stated:
    day = "" if entry["date"] == "NaT" else entry["date"][:10]
    return Stated(entry["title"], split_authors(entry["authors"]), day)


def _either(one: Stated, day: str) -> bool:
    return day in (one.date[: len(day)], one.modified[: len(day)])


def _share(right: Sequence[bool]) -> float:
    return sum(right) / len(right) if right else 0.0


def _words(title: str) -> list[str]:
    return WORD.findall(title.lower())
