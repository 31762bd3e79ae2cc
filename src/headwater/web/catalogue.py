"""The articles of a ledger as a list that can be filtered and counted."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from headwater.inquiry.outlets import host_of, outlet_of
from headwater.records import Article, PageRecord
from headwater.web.wording import shorten


@dataclass(frozen=True, slots=True)
class Entry:
    """An article in the list, with its page."""

    article: Article
    page: PageRecord

    @property
    def outlet(self) -> str:
        """The publisher, or what the user said, or the host of the address; at most 120 characters."""
        return shorten(outlet_of(self.article, self.page) or self.page.location, 120)

    @property
    def date(self) -> str | None:
        """Publication date, ISO 8601 to its own precision."""
        return self.article.published.date if self.article.published is not None else None


@dataclass(frozen=True, slots=True)
class Asked:
    """What the reader of the list asked for; empty means all."""

    q: str = ""
    outlet: str = ""
    kind: str = ""
    when: str = ""
    sort: str = "newest"
    page: int = 1

    def url(self, **changes: str | int) -> str:
        """The address of the list with these changes; a changed filter goes back to the first page."""
        changed = replace(self, **({"page": 1} | changes))  # type: ignore[arg-type]
        default = Asked()
        pairs = [(name, getattr(changed, name)) for name in Asked.__slots__]
        query = urlencode([(name, value) for name, value in pairs if value != getattr(default, name)])
        return f"/articles?{query}" if query else "/articles"

    @property
    def filtered(self) -> bool:
        return bool(self.q or self.outlet or self.kind or self.when)


def asked(query: Mapping[str, str]) -> Asked:
    """The query string, read; what makes no sense is left out."""
    page = query.get("page", "1")
    return Asked(
        q=query.get("q", "").strip()[:400],
        outlet=query.get("outlet", "")[:300],
        kind=query.get("kind", "")[:40],
        when=query.get("when", "")[:10],
        sort=query.get("sort", "") if query.get("sort") == "oldest" else "newest",
        page=min(max(int(page), 1), 10**6) if page.isascii() and page.isdigit() and len(page) < 8 else 1,
    )


def host(page: PageRecord) -> str:
    """The host of the page's address, or of the one that the user gave; the address itself for a local file."""
    return host_of(page) or page.location


def choose(entries: Sequence[Entry], wanted: Asked, *, but: str = "") -> list[Entry]:
    """The entries that pass every filter, except the one named by `but`."""
    return [
        entry
        for entry in entries
        if (but == "outlet" or not wanted.outlet or entry.outlet == wanted.outlet)
        and (but == "kind" or not wanted.kind or entry.article.kind == wanted.kind)
        and (but == "when" or not wanted.when or _within(entry.date, wanted.when))
    ]


def ordered(entries: Sequence[Entry], sort: str) -> list[Entry]:
    """Newest or oldest first; the undated always last."""
    dated = [entry for entry in entries if entry.date is not None]
    dated.sort(key=lambda entry: (entry.date or "", entry.page.id, entry.article.span.start), reverse=sort == "newest")
    return dated + [entry for entry in entries if entry.date is None]


@dataclass(frozen=True, slots=True)
class Facet:
    """One value to filter by, and how many articles it would leave."""

    value: str
    count: int
    chosen: bool


def facet(entries: Sequence[Entry], wanted: Asked, name: str, *, limit: int = 200) -> list[Facet]:
    """The most frequent values of `outlet` or `kind` among what the other filters leave; a chosen one always shows."""
    chosen: str = getattr(wanted, name)
    left = choose(entries, wanted, but=name)
    counts = Counter(entry.outlet if name == "outlet" else entry.article.kind for entry in left)
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    shown = [item for place, item in enumerate(ranked) if place < limit or item[0] == chosen]
    return [Facet(value, number, value == chosen) for value, number in shown]


def _within(date: str | None, when: str) -> bool:
    return date is None if when == "undated" else date is not None and date.startswith(when)
