"""Pairs of articles that share words."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from headwater.gathering.lineage.evidence import BY_CREDIT, OF_COPIES, OF_PASSAGES, Rule, Way, direction
from headwater.gathering.lineage.pairing import Pair, in_order, pairs_of
from headwater.gathering.lineage.passages import by_paragraph, shared_runs
from headwater.gathering.lineage.prints import SURE, imprint
from headwater.gathering.lineage.runs import Run
from headwater.gathering.lineage.telling import Shared, tell_apart
from headwater.gathering.lineage.wording import Vocabulary, Wording, read_wording
from headwater.records import Account, Copy, Passages, Reason
from headwater.records.identity import joint_id
from headwater.records.lineage import Relation

A_COPY = 0.5
REWRITTEN = 0.3
MOST_QUOTED = 150
QUOTED_SHARE = 0.8

# A quotation may have been heard by both; what an agency is credited with may be another part of the article.
RULES: dict[Relation, tuple[Rule, ...]] = {
    "identical": OF_COPIES,
    "edited_copy": OF_COPIES,
    "self_update": OF_COPIES,
    "partial_reuse": OF_PASSAGES,
    "shared_quote": BY_CREDIT,
}


def find_copies(accounts: Iterable[Account]) -> tuple[Copy, ...]:
    """Every two articles that share 13 words in a row or more, or are edited versions of one text, by id.

    Nothing depends on the order in which the articles come.  The n-th span of one side has the same words as the n-th
    of the other, case and punctuation left aside.  An article is not compared with one that it is embedded in.
    """
    vocabulary = Vocabulary()
    wordings = {account.body.article.id: read_wording(account, vocabulary) for account in accounts}
    imprints = in_order([imprint(wording, "") for wording in wordings.values()])
    return tuple(sorted(found_in(pairs_of(imprints), wordings.__getitem__), key=lambda copy: copy.id))


def found_in(pairs: Iterable[Pair], wording_of: Callable[[str], Wording]) -> Iterator[Copy]:
    """What each pair has in common, where it has anything."""
    for pair in pairs:
        copy = compare(pair, wording_of(pair.a), wording_of(pair.b))
        if copy:
            yield copy


def compare(pair: Pair, a: Wording, b: Wording) -> Copy | None:
    """What the two articles of a pair have in common; null where it is too little to be more than phrases."""
    runs = shared_runs(a, b)
    shared = tell_apart(runs, a, b, (pair.a_standing, pair.b_standing))
    score = shared.words / max(min(shared.a_words, shared.b_words), 1)
    if any(run.length >= SURE for run in shared.news) or score >= REWRITTEN:
        relation = _relation(a, b, shared, score)
        return _copy(a, b, shared.news, relation, score, direction(a, b, shared.news, RULES[relation]))
    if any(run.length >= SURE for run in shared.standing):
        return _copy(a, b, shared.standing, "boilerplate", 0.0, Way("unknown"))
    return None


def _copy(  # noqa: PLR0913, PLR0917 (one record's parts)
    a: Wording, b: Wording, runs: Sequence[Run], relation: Relation, score: float, way: Way
) -> Copy:
    pieces = by_paragraph(a, b, runs)
    a_spans = tuple(a.spans(run.a, run.a_end) for run in pieces)
    b_spans = tuple(b.spans(run.b, run.b_end) for run in pieces)
    longest = max(range(len(pieces)), key=lambda index: (pieces[index].length, -index))
    words = (
        Reason("shared_words", a.article.id, (a_spans[longest],)),
        Reason("shared_words", b.article.id, (b_spans[longest],)),
    )
    return Copy(
        joint_id("copy", a.article.id, b.article.id),
        Passages(a.article.id, a_spans),
        Passages(b.article.id, b_spans),
        relation,
        way.direction,
        way.common_source,
        round(score, 3),
        words + way.reason,
    )


def _relation(a: Wording, b: Wording, shared: Shared, score: float) -> Relation:
    if shared.words == shared.a_words == shared.b_words and _in_sequence(shared.news):
        return "identical"
    if score >= A_COPY:
        return "self_update" if a.outlet and a.outlet == b.outlet else "edited_copy"
    quoted = min(
        sum(int(a.quoted[run.a : run.a_end].sum()) for run in shared.news),
        sum(int(b.quoted[run.b : run.b_end].sum()) for run in shared.news),
    )
    if shared.words <= MOST_QUOTED and quoted >= QUOTED_SHARE * shared.words:
        return "shared_quote"
    return "partial_reuse"


def _in_sequence(runs: Sequence[Run]) -> bool:
    return [run.b for run in runs] == sorted(run.b for run in runs)
