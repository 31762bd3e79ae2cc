"""JSON-LD with places: every value is found again in the bytes of the page; what is broken is given up."""

import json
from typing import Any

from header_pages import outlined, read, words_at
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.reading.articles.jsonld import scan, script_article, script_articles

NODE = {
    "@type": "NewsArticle",
    "headline": "Bridge hit in the night",
    "author": [{"@type": "Person", "name": "Dana Orlik"}, {"@id": "#sam"}],
    "datePublished": "2018-05-06T10:00:00+02:00",
    "publisher": {"@type": "Organization", "name": "The Lantern"},
}
GRAPH = {"@graph": [NODE, {"@id": "#sam", "@type": "Person", "name": "Sam Reth"}]}


def with_script(script: str, body: str = "<h1>Bridge hit in the night</h1><p>Text.</p>") -> str:
    return f'<html><head><script type="application/ld+json">{script}</script></head><body>{body}</body></html>'


def test_values_and_their_bytes() -> None:
    html = "<!-- — -->" + with_script(json.dumps(GRAPH))
    outline, header = read(html)
    data = html.encode()
    assert [(name.name, words_at(outline, data, name.span)) for name in header.authors] == [
        ("Dana Orlik", "Dana Orlik"),
        ("Sam Reth", "Sam Reth"),
    ]
    assert header.published is not None and header.publisher is not None
    assert words_at(outline, data, header.published.span) == "2018-05-06T10:00:00+02:00"
    assert words_at(outline, data, header.publisher.span) == "The Lantern"


def test_escaped_values_are_read_and_their_bytes_cover_them() -> None:
    html = with_script('{"@type": "NewsArticle", "author": {"name": "Jos\\u00e9 Orlik"}}')
    outline, header = read(html)
    assert [name.name for name in header.authors] == ["José Orlik"]
    assert words_at(outline, html.encode(), header.authors[0].span) == "Jos\\u00e9 Orlik"


def test_half_a_character_is_replaced() -> None:
    html = with_script('{"@type": "NewsArticle", "headline": "Bridge \\ud83d hit"}')
    headline = script_articles(outlined(html))[0].headline
    assert headline is not None
    assert headline.text == "Bridge \ufffd hit"


def test_organisations_are_no_authors() -> None:
    node = NODE | {"author": {"@type": "Organization", "name": "Lantern Desk"}}
    assert read(with_script(json.dumps(node)))[1].authors == ()


def test_of_several_nodes_the_one_with_the_title() -> None:
    other = NODE | {"headline": "Harbour reopens after storm", "author": {"@type": "Person", "name": "Ada Venn"}}
    header = read(with_script(json.dumps([other, NODE | {"author": "Dana Orlik"}])))[1]
    assert [name.name for name in header.authors] == ["Dana Orlik"]


def test_no_node_is_taken_where_several_do_not_fit() -> None:
    nodes = [NODE | {"headline": f"Harbour storm number {number}"} for number in range(3)]
    assert read(with_script(json.dumps(nodes)))[1].authors == ()


def test_broken_scripts_are_given_up() -> None:
    for broken in ('{"@type": "NewsArticle", "headline": "x', '{"headline" "x"}', "[" * 5000, '{"a": }', "nothing"):
        assert scan(broken) == ()


def test_text_that_stands_only_in_a_script() -> None:
    node = NODE | {"articleBody": "The bridge was hit. " * 60}
    assert script_article(outlined(with_script(json.dumps(node)))) is not None
    assert script_article(outlined(with_script(json.dumps(NODE)))) is None


STRINGS = st.text(st.characters(codec="utf-8"), max_size=20)
VALUES = st.recursive(
    STRINGS | st.integers() | st.booleans() | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(STRINGS, inner, max_size=3),
    max_leaves=12,
)


@given(st.dictionaries(STRINGS, VALUES, max_size=4))
@settings(max_examples=150, deadline=None)
def test_every_string_stands_where_the_scanner_says(value: dict[str, Any]) -> None:
    text = json.dumps(value, ensure_ascii=False)
    found = scan(text)
    assert len(found) == 1

    def check(node: Any, expected: Any) -> None:
        if isinstance(expected, str):
            assert node.text == expected
            assert json.loads('"' + text[node.start : node.end] + '"') == expected
        elif isinstance(expected, dict):
            assert list(node.fields) == list(expected)
            for key, inner in expected.items():
                check(node.fields[key], inner)
        elif isinstance(expected, list):
            assert len(node.items) == len(expected)
            for item, inner in zip(node.items, expected, strict=True):
                check(item, inner)

    check(found[0], value)
