"""Whole pages, from bytes to blocks and articles."""

from headwater.knowledge import load
from headwater.reading.articles import Layout, read
from headwater.records import Page, Unread
from headwater.records.identity import digest, page_id

KNOWLEDGE = load()


def taken_apart(source: str, media_type: str = "text/html") -> Layout | Unread:
    data = source.encode()
    sha = digest(data)
    return read(Page(page_id(sha, "p"), "p", media_type, None, sha, data), KNOWLEDGE)


def words_in_articles(layout: Layout) -> str:
    return " ".join(layout.text[block.span] for block in layout.blocks if block.article is not None)


STORY = (
    "<h1>Shells hit the mill at Torma</h1><p>By Ana Belic</p>"
    "<p>Two people were killed on Tuesday when shells hit the mill at Torma, the mayor said after a visit.</p>"
    "<p>The mill was the last one that worked in the valley, and three hundred families lived on its bread.</p>"
)


def test_the_title_element_is_in_no_article_and_is_no_part_of_the_page_shown() -> None:
    layout = taken_apart(f"<title>Shells hit the mill at Torma - The Post</title><article>{STORY}</article>")
    assert isinstance(layout, Layout)
    (article,) = layout.articles
    assert article.title is not None
    assert layout.text[article.title.span] == "Shells hit the mill at Torma"
    assert (layout.blocks[0].role, layout.blocks[0].rule, layout.blocks[0].article) == ("hidden", "title_element", None)
    assert article.span.start >= layout.blocks[1].span.start


def test_a_list_of_names_without_prose_is_not_lost() -> None:
    names = ["Ana Belic, 34", "Jora Venn, 61", "Maro Tevin, 8", "Lale Orun, 29", "Kem Orsk, 44", "Dana Reth, 17"]
    listed = "".join(f"<li>{name}, of Torma</li>" for name in names * 3)
    layout = taken_apart(f"<body><main><h2>The dead of the mill</h2><ul>{listed}</ul></main></body>")
    assert isinstance(layout, Layout)
    kept = words_in_articles(layout)
    assert all(name in kept for name in names)
    assert [article.kind for article in layout.articles] == ["brief"]
    assert layout.articles[0].doubt is not None
    assert layout.articles[0].doubt > 0.5


def test_an_article_that_stands_only_in_a_script_is_unread() -> None:
    body = "The mayor said that the mill had burned down. " * 30
    told = taken_apart(
        f'<script type="application/ld+json">{{"@type": "NewsArticle", "articleBody": "{body}"}}</script>'
    )
    assert isinstance(told, Unread)
    assert told.reason == "text_only_in_script"


def test_a_page_without_text_is_unread() -> None:
    for source in ("<html><body><img src=x></body></html>", "<!-- nothing -->", "   "):
        told = taken_apart(source)
        assert isinstance(told, Unread)
        assert told.reason == "no_text"


def test_every_block_of_an_article_lies_in_its_span() -> None:
    layout = taken_apart(f"<nav><a href=/>Home</a></nav><article>{STORY}</article><footer>© 2031 The Post</footer>")
    assert isinstance(layout, Layout)
    (article,) = layout.articles
    for block in layout.blocks:
        if block.article == article.id:
            assert article.span.start <= block.span.start
            assert block.span.end <= article.span.end


def test_where_only_a_change_is_dated_publication_is_inferred_from_it() -> None:
    layout = taken_apart(f"<article>{STORY.replace('By Ana Belic', 'Updated 4 May 2031')}</article>")
    assert isinstance(layout, Layout)
    (article,) = layout.articles
    assert article.modified is not None
    assert article.published is not None
    assert (article.modified.date, article.modified.inferred) == ("2031-05-04", False)
    assert (article.published.date, article.published.inferred) == ("2031-05-04", True)
    assert article.published.rule == "date_of_change"
