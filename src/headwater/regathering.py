"""Gathering a ledger: what came since the last time is compared with what is there; what did not change stays."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from headwater.gathering.gather import gather_on
from headwater.gathering.gathered import Gathered, Kin
from headwater.gathering.lineage import group, updating
from headwater.gathering.lineage.prints import FORMAT, imprint
from headwater.gathering.lineage.wording import Vocabulary, Wording, read_wording
from headwater.gathering.succession import successors
from headwater.ledger.base import Change, Ledger, Opened, View, Where
from headwater.records import ARTICLE_ROLES, Account, Article, ArticleBody, Block, Family, Guide, Words
from headwater.records.lineage import Compared, Imprint

TOLD = ("attribution", "entity", "mention", "quantity", "event")


def gather_ledger(ledger: Ledger, guide: Guide) -> Gathered:
    """What the articles of the ledger have in common, stored in place of what was gathered before.

    Copies and families are brought up to date; all that rests on them is gathered anew.
    """
    refresh_lineage(ledger)
    view = ledger.view()
    judgements = [judgement for judgement in view.records("judgement") if judgement.withdrawn_at is None]
    kin = Kin(tuple(view.records("copy")), tuple(view.records("family")))
    gathered = gather_on(kin, list(accounts(view)), guide, judgements)
    gone = successors(list(view.records("incident")), gathered.incidents)
    with ledger.writer() as writer:
        writer.add_successions(gone)
        writer.replace_gathering("actor", gathered.actors)
        writer.replace_gathering("origin", gathered.origins)
        writer.replace_gathering("incident", gathered.incidents)
    return gathered


def refresh_lineage(ledger: Ledger) -> None:
    """Bring copies and families up to date with the articles: the same as from nothing, whatever came in what order."""
    view = ledger.view()
    places = view.whereabouts()
    words = _Words(view, places)
    kept, made, dropped = _imprints(view, places, words)
    known = {pair.key: pair for pair in view.compared()}
    grounds = updating.grounds([*kept, *made], known)
    words.fetch(grounds.articles)
    answers = updating.answers(grounds.fresh, words.of)
    change = Change(
        imprints_gone=dropped,
        imprints=made,
        compared_gone=[pair.key for pair in grounds.stale],
        compared=answers.compared,
        gone={"copy": _copies_of(grounds.stale)},
        records={"copy": answers.copies},
    )
    if made or dropped or grounds.fresh or grounds.stale:
        with ledger.writer() as writer:
            writer.change_gathering(change)
            writer.change_gathering(_families(view, [*grounds.stale, *answers.compared]))


def accounts(view: View, pages: Iterable[str] | None = None) -> Iterator[Account]:
    """Every article with its words and what was read in them, in the order of page id and start; of all pages, or
    some."""
    for opened in view.opened(("block", *TOLD), pages):
        yield from _of_page(opened, TOLD)


class _Words:
    """Articles as rows of words, each read once: a function of what the ledger holds."""

    def __init__(self, view: View, places: Mapping[str, Where]) -> None:
        self._view = view
        self._places = places
        self._vocabulary = Vocabulary()
        self._held: dict[str, Wording] = {}

    def of(self, article: str) -> Wording:
        return self._held[article]

    def fetch(self, articles: Iterable[str]) -> None:
        """Read those of these articles that were not read yet."""
        pages = {self._places[article].page for article in articles if article not in self._held}
        for opened in self._view.opened(("block", "attribution"), pages) if pages else ():
            for account in _of_page(opened, ("attribution",)):
                self._held[account.body.article.id] = read_wording(account, self._vocabulary)


def _imprints(view: View, places: Mapping[str, Where], words: _Words) -> tuple[list[Imprint], list[Imprint], list[str]]:
    """Imprints that still hold, those of new and changed articles, and ids of articles that are gone."""
    kept: list[Imprint] = []
    dropped: list[str] = []
    for held in view.imprints():
        place = places.get(held.article)
        if place is None:
            dropped.append(held.article)
        elif held.digest == _digest(place):
            kept.append(held)
    new = sorted(places.keys() - {held.article for held in kept})
    words.fetch(new)
    return kept, [imprint(words.of(article), _digest(places[article])) for article in new], dropped


def _digest(place: Where) -> str:
    return f"{FORMAT}:{place.digest}"


def _copies_of(pairs: Iterable[Compared]) -> list[str]:
    return [pair.copy for pair in pairs if pair.copy is not None]


def _families(view: View, changed: Sequence[Compared]) -> Change:
    """The families of changed ties made anew, from all copies among their members."""
    gone: list[str] = []
    made: list[Family] = []
    for each in updating.regroupings(list(view.compared()), changed):
        before = view.gathered("family", view.gathered_about("family", each.articles))
        gone.extend(family.id for family in before if family.kind == each.kind)
        made.extend(group(view.gathered("copy", each.copies)))
    return Change(gone={"family": gone}, records={"family": made})


def _of_page(opened: Opened, kinds: Sequence[str]) -> Iterator[Account]:
    told: dict[str, tuple[Any, ...]] = {kind: opened.records.get(kind, ()) for kind in kinds}
    blocks: tuple[Block, ...] = opened.records.get("block", ())
    for article in opened.articles:
        body = ArticleBody(article, opened.page.location, _paragraphs(article, blocks, opened.text))
        about = (tuple(one for one in told.get(kind, ()) if one.article == article.id) for kind in TOLD)
        yield Account(body, *about)


def _paragraphs(article: Article, blocks: Iterable[Block], text: str) -> tuple[Words, ...]:
    return tuple(
        Words(block.span, text[block.span.start : block.span.end])
        for block in blocks
        if block.article == article.id and block.role in ARTICLE_ROLES
    )
