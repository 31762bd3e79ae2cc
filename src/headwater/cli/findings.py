"""What a small ledger shows, in about ten lines: counts, then the most telling of what was found."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from headwater.records import Article, Attribution, Copy, PageRecord, Quantity, Reason

if TYPE_CHECKING:
    from headwater.ledger import View


def findings(view: "View", why: str) -> Iterator[str]:
    """The lines, each resting on records of the ledger; `why` is the command that leads a value back, up to its id."""
    pages = {page.id: page for page in view.pages(status="read") if isinstance(page, PageRecord)}
    articles = {article.id: article for article, _ in view.articles()}
    yield f"{len(pages)} pages hold {len(articles)} articles{_stacked(articles)}."
    yield from _furniture(view)
    yield from _reprints(articles, pages)
    yield from _copies(view, articles, pages)
    yield from _speakers(view)
    yield from _chains(view)
    yield from _tolls(view, articles, why)
    yield from _incidents(view)
    yield from _repairs(pages)
    yield from _undated(articles, pages)


def _stacked(articles: dict[str, Article]) -> str:
    most = Counter(article.page for article in articles.values() if article.embedded_in is None).most_common(1)
    return f"; one page holds {most[0][1]} of them" if most and most[0][1] > 1 else ""


def _furniture(view: "View") -> Iterator[str]:
    kept, cut = 0, Counter[str]()
    for block in view.records("block"):
        if block.article is None:
            cut[block.role] += len(block.span)
        else:
            kept += len(block.span)
    total = sum(cut.values())
    if total:
        kinds = ", ".join(role.replace("_", " ") for role, _ in cut.most_common(4))
        yield f"{total / (total + kept):.0%} of their text is furniture, each piece named by kind ({kinds} …)."


def _reprints(articles: dict[str, Article], pages: dict[str, PageRecord]) -> Iterator[str]:
    for article in articles.values():
        if article.kind == "reprint" and article.embedded_in in articles:
            outlet = f" of {article.publisher.name}" if article.publisher else ""
            by = f" by {article.authors[0].name}" if article.authors else ""
            yield f"{pages[article.page].location} is an introduction around a reprint{outlet}{by}."


def _copies(view: "View", articles: dict[str, Article], pages: dict[str, PageRecord]) -> Iterator[str]:
    told = (copy for copy in view.records("copy") if copy.relation != "boilerplate")
    copies: list[Copy] = sorted(told, key=lambda copy: (-copy.score, copy.id))
    relations = Counter(copy.relation for copy in copies)
    if copies:
        kinds = ", ".join(f"{count} {relation.replace('_', ' ')}" for relation, count in relations.most_common())
        yield f"{len(copies)} pairs of articles share words: {kinds}."
    directed = next((copy for copy in copies if copy.direction in ("a_from_b", "b_from_a")), None)
    if directed is not None and directed.a.article in articles and directed.b.article in articles:
        taker, giver = directed.a.article, directed.b.article
        if directed.direction == "b_from_a":
            taker, giver = giver, taker
        names = [pages[articles[each].page].location for each in (taker, giver)]
        yield f"{names[0]} took from {names[1]} ({_because(directed.reason)})."


def _because(reasons: tuple[Reason, ...]) -> str:
    return ", ".join(dict.fromkeys(reason.kind.replace("_", " ") for reason in reasons)) or "no reason kept"


def _speakers(view: "View") -> Iterator[str]:
    said = Counter[str]()
    heard: dict[str, set[str]] = {}
    quotations = 0
    for attribution in view.records("attribution"):
        quotations += 1
        for source in attribution.sources:
            if source.name:
                said[source.name] += 1
                heard.setdefault(source.name, set()).add(attribution.article)
    if said:
        name = max(heard, key=lambda each: (len(heard[each]), said[each], each))
        yield f"{quotations} quotations have their speaker; {name} is quoted in {len(heard[name])} articles."


def _chains(view: "View") -> Iterator[str]:
    """The deepest voice within voices, outermost first."""
    said = {attribution.id: attribution for attribution in view.records("attribution")}
    chains: list[tuple[str, ...]] = [_chain(attribution, said) for attribution in said.values()]
    named = [chain for chain in chains if len(chain) > 1 and all(chain) and len(set(chain)) == len(chain)]
    if named:
        longest = max((len(chain), chain) for chain in named)[1]
        yield f"The longest chain of voices: {' ← '.join(longest)}."


def _chain(attribution: Attribution, said: Mapping[str, Attribution]) -> tuple[str, ...]:
    names: list[str] = []
    above: Attribution | None = attribution
    while above is not None and len(names) < 10:
        names.append(next((each.name or "" for each in above.sources), ""))
        above = said.get(above.parent) if above.parent else None
    return tuple(reversed(names))


def _incidents(view: "View") -> Iterator[str]:
    from headwater.inquiry.incidents import rows

    found = rows(view)
    if not found:
        return
    yield f"{len(found)} incidents, {sum(bool(row.disputed) for row in found)} of them told in different ways."
    most = max(found, key=lambda row: (row.shown, row.articles, row.id))
    yield (
        f"Most told: {most.name}, in {most.articles} articles from {most.shown} origins (up to {most.possible}); "
        f"killed: {most.killed or 'not stated'}; disputed: {', '.join(most.disputed) or 'nothing'}."
    )


def _tolls(view: "View", articles: dict[str, Article], why: str) -> Iterator[str]:
    killed: list[Quantity] = [each for each in view.records("quantity") if each.unit == "killed"]
    words = Counter(each.text for each in killed)
    if killed:
        few = ", ".join(f"“{text}”" for text, _ in words.most_common(5))
        yield f"{len(killed)} figures of people killed, in {len(words)} wordings: {few} …"
        first = min(killed, key=lambda each: (articles[each.article].published is None, each.id))
        yield f"{why} {first.id} leads “{first.text}” back to its sentence and bytes."


def _repairs(pages: dict[str, PageRecord]) -> Iterator[str]:
    for page in pages.values():
        for repair in page.repairs:
            if repair.kind == "mojibake":
                yield f"{page.location} came in broken encoding: {repair.count} characters mended and marked."


def _undated(articles: dict[str, Article], pages: dict[str, PageRecord]) -> Iterator[str]:
    undated = [article for article in articles.values() if article.published is None]
    if undated:
        names = sorted({pages[article.page].location for article in undated})
        yield f"No date of publication is stated for {len(undated)} of them ({', '.join(names[:3])}): left unknown."
