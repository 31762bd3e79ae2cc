"""The sentences that are read: those of English articles."""

from collections.abc import Iterator, Sequence

from headwater.records import Article, Span


def sentences_of(articles: Sequence[Article], sentences: Sequence[Span]) -> Iterator[tuple[Article, Span]]:
    """Each sentence with the innermost English article that it stands in; one of no language counts as English."""
    ordered = sorted(articles, key=lambda article: (article.span.start, -article.span.end))
    open_: list[Article] = []
    index = 0
    for sentence in sentences:
        while index < len(ordered) and ordered[index].span.start <= sentence.start:
            open_.append(ordered[index])
            index += 1
        while open_ and open_[-1].span.end < sentence.end:
            open_.pop()
        if open_ and open_[-1].language.split("-")[0] in ("en", "und"):
            yield open_[-1], sentence
