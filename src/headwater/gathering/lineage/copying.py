"""Pairs of articles that share words."""

from collections.abc import Iterable, Mapping, Sequence

from headwater.gathering.lineage.evidence import direction, same_outlet
from headwater.gathering.lineage.passages import Run, by_paragraph, shared_runs
from headwater.gathering.lineage.prints import candidates, prints_of
from headwater.gathering.lineage.wording import Vocabulary, Wording, in_order
from headwater.records import Article, ArticleBody, Copy, Passages, Reason
from headwater.records.identity import joint_id
from headwater.records.lineage import Relation

A_COPY = 0.5
MOST_QUOTED = 150
QUOTED_SHARE = 0.9


def find_copies(bodies: Iterable[ArticleBody]) -> tuple[Copy, ...]:
    """Every two articles that share 13 words in a row or more, by id, whatever order the articles come in.

    The n-th span of one side has the same words as the n-th of the other, case and punctuation left aside.  An article
    is not compared with one that it is embedded in.  Where a passage stands in more than a dozen articles, each is
    compared with the one that had it first.
    """
    vocabulary = Vocabulary()
    wordings = in_order(bodies, vocabulary)
    parents = {wording.article.id: wording.article.embedded_in for wording in wordings}
    found: list[Copy] = []
    for (first, second), seeds in candidates(prints_of(wordings, vocabulary.hashes())):
        a, b = wordings[first], wordings[second]
        if _embedded(a.article, b.article, parents) or _embedded(b.article, a.article, parents):
            continue
        runs = shared_runs(a, b, seeds)
        if runs:
            found.append(_copy(a, b, runs))
    return tuple(sorted(found, key=lambda copy: copy.id))


def _embedded(inner: Article, outer: Article, parents: Mapping[str, str | None]) -> bool:
    above, steps = inner.embedded_in, 0
    while above is not None and steps < 10:
        if above == outer.id:
            return True
        above, steps = parents.get(above), steps + 1
    return False


def _copy(a: Wording, b: Wording, runs: Sequence[Run]) -> Copy:
    shared = sum(run.length for run in runs)
    score = shared / min(len(a), len(b))
    relation = _relation(a, b, runs, shared, score)
    way = direction(a.article, b.article, by_date=relation != "shared_quote")
    pieces = by_paragraph(a, b, list(runs))
    a_spans = tuple(a.spans(run.a, run.a + run.length) for run in pieces)
    b_spans = tuple(b.spans(run.b, run.b + run.length) for run in pieces)
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


def _relation(a: Wording, b: Wording, runs: Sequence[Run], shared: int, score: float) -> Relation:
    if shared == len(a) == len(b) and len(runs) == 1:
        return "identical"
    if score >= A_COPY:
        return "self_update" if same_outlet(a, b) else "edited_copy"
    quoted = min(
        sum(int(a.quoted[run.a : run.a + run.length].sum()) for run in runs),
        sum(int(b.quoted[run.b : run.b + run.length].sum()) for run in runs),
    )
    return "shared_quote" if shared <= MOST_QUOTED and quoted >= QUOTED_SHARE * shared else "partial_reuse"
