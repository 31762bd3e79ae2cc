"""HTML to page text: the standard's own tree decides which text there is, and every character leads home."""

import re
from html import unescape

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.reading.articles.decode import decode
from headwater.reading.articles.html import outline_html
from headwater.reading.articles.outline import Outline
from headwater.records import Span

SILENT = ("script", "style", "template")


def outline(source: str | bytes) -> Outline:
    decoded, repairs = decode(source.encode() if isinstance(source, str) else source)
    return outline_html(decoded, repairs)


def pieces(source: str) -> list[str]:
    read = outline(source)
    return [read.text.text[piece.start : piece.end] for piece in read.pieces]


def tree_text(source: str) -> str:
    """The text nodes of the tree that html5lib builds, in order, without those of script, style and template."""
    parts: list[str] = []

    def walk(element) -> None:
        if isinstance(element.tag, str) and element.tag not in SILENT:
            parts.append(element.text or "")
            for child in element:
                walk(child)
        parts.append(element.tail or "")

    walk(html5lib.parse(source, namespaceHTMLElements=False))
    return "".join(parts)


def solid(text: str) -> str:
    return re.sub(r"[\s\x00-\x1f\ufffd]+", "", text)


def leads_home(source: str) -> None:
    read = outline(source)
    data = source.encode()
    for position in range(len(read.text.text)):
        kind = read.text.kind_at(position)
        ranges = read.text.raw(Span(position, position + 1))
        raw = b"".join(data[start:end] for start, end in ranges).decode("utf-8")
        character = read.text.text[position]
        if kind == "literal":
            assert raw == character
        elif kind == "entity":
            assert unescape(raw) == character
        elif kind == "break":
            assert ranges == []
        else:
            assert ranges
    for piece in read.pieces:
        words = read.text.text[piece.start : piece.end]
        assert words == words.strip()
        assert words


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>one<p>two", ["one", "two"]),
        ("<p>a  <b>b</b>\n c</p>", ["a b c"]),
        ("<div>x<p>y</p>z</div>", ["x", "y", "z"]),
        ("<ul><li>a<li>b</ul>", ["a", "b"]),
        ("line<br>next<br><br>after", ["line\nnext", "after"]),
        ("AT&T &amp; &lt;b&gt; &notit; &#8217;s &copy 2018", ["AT&T & <b> ¬it; ’s © 2018"]),
        ("a<script>if (a<b) '<p>no</p>'</script>b", ["ab"]),
        ("a<script><!-- <script> </script> x --></script>b", ["ab"]),
        ("<template><p>no</p></template>yes", ["yes"]),
        ("<title>A &lt; B</title>x", ["A < B", "x"]),
        ("a<!-- <p>no --> b<!-->c", ["a bc"]),
        ("<p title='it>s'>x</p><p title=it's>y</p>", ["x", "y"]),
        ("<pre>a\n  b\n\nc</pre>", ["a\nb", "c"]),
        ("&nbsp;<p>&nbsp; x &nbsp;</p>", ["x"]),
        ("<table><tr><td>1<td>2<tr><td>3</table>", ["1", "2", "3"]),
        ("text < 5 and <3", ["text < 5 and <3"]),
        ("x <a href=", ["x"]),
        ("", []),
    ],
)
def test_pieces(source: str, expected: list[str]) -> None:
    assert pieces(source) == expected
    leads_home(source)


@pytest.mark.parametrize(
    ("source", "hidden"),
    [
        ("<p hidden>x</p>", True),
        ("<div style='display: none'><p>x</p></div>", True),
        ("<div style=visibility:hidden>x</div>", True),
        ("<noscript><p>x</p></noscript>", True),
        ("<p style='color:red'>x</p>", False),
        ("<body style='display:none'><p>x</p>", False),
        ("<p class=hidden>x</p>", False),
    ],
)
def test_hidden(source: str, hidden: bool) -> None:
    assert [piece.hidden for piece in outline(source).pieces] == [hidden]


def test_facts_stand_in_the_source() -> None:
    source = (
        '<html lang="en"><head><meta property="og:title" content="Two &quot;dead&quot;"><link rel=canonical '
        'href="https://a.example/x"><script type="application/ld+json">{"headline": 1}</script></head>'
        '<body><time datetime="2018-11-06">then</time></body>'
    )
    read = outline(source)
    found = {fact.kind: (fact.value, source.encode()[fact.span.start : fact.span.end].decode()) for fact in read.facts}
    assert found == {
        "meta": ('Two "dead"', "Two &quot;dead&quot;"),
        "canonical": ("https://a.example/x", "https://a.example/x"),
        "jsonld": ('{"headline": 1}', '{"headline": 1}'),
        "time": ("2018-11-06", "2018-11-06"),
    }
    assert read.language_hint == "en"


def test_links_and_bold_are_counted() -> None:
    (piece,) = outline("<p>ab <a href=x>cd</a> <b>efg</b></p>").pieces
    assert (piece.linked, piece.strong) == (2, 3)


def test_mended_characters_are_declared() -> None:
    read = outline("<p>the army’s toll</p>".encode().decode("latin-1").encode())
    assert read.text.text == "the army’s toll"
    assert read.text.kind_at(8) == "repaired"
    assert [repair.kind for repair in read.repairs] == ["mojibake"]


def test_ten_thousand_nested_tags() -> None:
    read = outline("<div>" * 10_000 + "deep" + "</div>" * 10_000 + "<p>after</p>")
    assert [read.text.text[piece.start : piece.end] for piece in read.pieces] == ["deep", "after"]


@pytest.mark.parametrize(
    "unit", ["<", "<a ", "<!--", "&", "<p", "</", "<a b='", "<svg><title>", "&#", "<script>", "\n<b>"]
)
def test_hostile_repetition_takes_linear_time(unit: str) -> None:
    outline(unit * 40_000)  # hangs where a pattern backtracks


TAGS = st.sampled_from(
    ["<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "<i class='x y'>", "</i>", "<ul>", "<li>", "</ul>", "<h2>", "</h2>",
     "<br>", "<a href='u'>", "</a>", "<script>", "</script>", "<style>", "</style>", "<!-- c -->", "<noscript>", "</noscript>",
     "<span hidden>", "</span>", "<textarea>", "</textarea>", "<title>", "</title>", "<td>", "<template>", "</template>",
     "<section>", "</section>", "&amp;", "&lt;", "&#x2014;", "&nbsp;", "&bogus;", "&copy", "<!doctype html>", "<", ">", "\n", "  "]
)  # fmt: skip
SOUP = st.lists(st.one_of(TAGS, st.text("abcé’ .&;", min_size=1, max_size=8)), max_size=25).map("".join)


@settings(max_examples=300)
@given(SOUP)
def test_text_is_that_of_the_html5_tree(source: str) -> None:
    # html5lib moves text out of broken tables, where source order is kept here, and knows no template.
    table_free = re.sub("</?(?:td|template)>", "", source)
    assert sorted(solid(outline(table_free).text.text)) == sorted(solid(tree_text(table_free)))


@settings(max_examples=300)
@given(SOUP)
def test_every_character_leads_home(source: str) -> None:
    leads_home(source)


@settings(max_examples=200)
@given(st.text(max_size=80))
def test_any_text_is_read(source: str) -> None:
    outline(source.encode("utf-8", "replace"))
