"""The incidents of a ledger as a list that can be filtered and counted."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from headwater.inquiry.incidents import IncidentRow
from headwater.web.catalogue import Facet

SORTS = ("newest", "oldest", "origins", "deaths")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the reader of the list asked for; empty means all.  `when` is a beginning of an ISO date, or `undated`;
    `disputed` a slot, or `any`; `harm` is `killed`, `injured` or `none`; `told` is `one_article`, `several_articles` or
    `several_origins`."""

    q: str = ""
    type: str = ""
    country: str = ""
    place: str = ""
    when: str = ""
    disputed: str = ""
    harm: str = ""
    told: str = ""
    sort: str = "newest"
    page: int = 1

    def url(self, *, twin: str = "", **changes: str | int) -> str:
        """The address of the list with these changes; a changed filter goes back to the first page."""
        changed = replace(self, **({"page": 1} | changes))  # type: ignore[arg-type]
        default = Wanted()
        pairs = [(name, getattr(changed, name)) for name in Wanted.__slots__]
        query = urlencode([(name, value) for name, value in pairs if value != getattr(default, name)])
        return f"/incidents{twin}?{query}" if query else f"/incidents{twin}"

    @property
    def filters(self) -> list[tuple[str, str]]:
        """The filters that are set, by name."""
        names = ("type", "country", "place", "when", "disputed", "harm", "told")
        return [(name, getattr(self, name)) for name in names if getattr(self, name)]


def wanted(query: Mapping[str, str]) -> Wanted:
    """The query string, read; what makes no sense is left out."""
    page = query.get("page", "1")
    texts = {name: query.get(name, "").strip()[:300] for name in Wanted.__slots__ if name not in ("sort", "page")}
    return Wanted(
        **texts,
        sort=query["sort"] if query.get("sort") in SORTS else "newest",
        page=min(max(int(page), 1), 10**6) if page.isascii() and page.isdigit() and len(page) < 8 else 1,
    )


def choose(rows: Iterable[IncidentRow], asked: Wanted, *, but: str = "") -> list[IncidentRow]:
    """The incidents that pass every filter, except the one named by `but`."""
    tests = [(TESTS[name], value) for name, value in asked.filters if name != but]
    return [row for row in rows if all(test(row, value) for test, value in tests)]


def _in_time(row: IncidentRow, when: str) -> bool:
    """Whether some day of the incident lies in that year, month or day."""
    first, last = row.from_ or row.to, row.to or row.from_
    if first is None or last is None:
        return when == "undated"
    return when != "undated" and first[: len(when)] <= when <= last[: len(when)]


def _places(row: IncidentRow) -> Sequence[str]:
    return (row.place,) if row.place else row.places or ("unknown",)


def _harmed(row: IncidentRow, how: str) -> bool:
    told = {"killed": bool(row.killed), "injured": bool(row.injured), "none": not row.killed and not row.injured}
    return told.get(how, True)


def _told(row: IncidentRow) -> Sequence[str]:
    how = ["one_article" if row.articles <= 1 else "several_articles"]
    return [*how, "several_origins"] if row.shown > 1 else how


TESTS: Mapping[str, Callable[[IncidentRow, str], bool]] = {
    "type": lambda row, value: row.type == value,
    "country": lambda row, value: (row.country or "unknown") == value,
    "place": lambda row, value: value in _places(row),
    "when": _in_time,
    "disputed": lambda row, value: bool(row.disputed) if value == "any" else value in row.disputed,
    "harm": _harmed,
    "told": lambda row, value: value in _told(row),
}
VALUES: Mapping[str, Callable[[IncidentRow], Sequence[str]]] = {
    "type": lambda row: (row.type,),
    "country": lambda row: (row.country or "unknown",),
    "place": _places,
    "disputed": lambda row: (*(("any",) if row.disputed else ()), *row.disputed),
    "harm": lambda row: [name for name in ("killed", "injured", "none") if _harmed(row, name)],
    "told": _told,
}


def facet(rows: Iterable[IncidentRow], asked: Wanted, name: str, *, limit: int = 200) -> list[Facet]:
    """The most frequent values among what the other filters leave; a chosen one always shows."""
    chosen: str = getattr(asked, name)
    counts = Counter(value for row in choose(rows, asked, but=name) for value in VALUES[name](row))
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    shown = [item for place, item in enumerate(ranked) if place < limit or item[0] == chosen]
    return [Facet(value, number, value == chosen) for value, number in shown]


def ordered(rows: Sequence[IncidentRow], sort: str) -> list[IncidentRow]:
    """Newest or oldest first, the undated last; or most origins, or most killed, first."""
    if sort == "origins":
        return sorted(rows, key=lambda row: (-row.shown, -row.possible, row.name, row.id))
    if sort == "deaths":
        return sorted(rows, key=lambda row: (row.deaths is None, -(row.deaths or 0), row.name, row.id))
    dated = [row for row in rows if row.from_ or row.to]
    dated.sort(key=lambda row: (row.from_ or row.to or "", row.name, row.id), reverse=sort == "newest")
    return dated + [row for row in rows if not (row.from_ or row.to)]


def matching(rows: Iterable[IncidentRow], words: str, articles: frozenset[str]) -> list[IncidentRow]:
    """The incidents whose name, place, or people hold all the words, then those told in one of these articles."""
    asked = words.casefold().replace('"', " ").split()
    named, told = [], []
    for row in rows:
        own = (
            " ".join((row.name, row.type, row.place or "", *row.places, *row.blamed, *row.named))
            .casefold()
            .replace("_", " ")
        )
        if all(word in own for word in asked):
            named.append(row)
        elif articles.intersection(row.members):
            told.append(row)
    return named + told
