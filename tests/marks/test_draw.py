"""Whatever the marks, the words stay the words."""

from itertools import pairwise

import html5lib
from hypothesis import example, given, settings
from hypothesis import strategies as st

from headwater.marks import Mark, draw, safe_href, spread
from headwater.records import Span

texts = st.text(alphabet=st.one_of(st.characters(), st.sampled_from("<>&\"'\r\n\0 =/a")), max_size=60)
words = st.one_of(st.none(), st.text(max_size=12), st.just('"><script>alert(1)</script>'))
anywhere = st.integers(-3, 63)
drawn_marks = st.lists(
    st.builds(
        lambda a, b, classes, title, href: (min(a, b), max(a, b), classes, title, href),
        anywhere, anywhere,
        st.lists(st.sampled_from(["quote", "copy", 'x" onload="y']), max_size=2).map(tuple),
        words, st.one_of(words, st.sampled_from(["/r/a1", "https://example.org/", "javascript:alert(1)"])),
    ),
    max_size=40,
).map(lambda made: [Mark(a, b, c, t, h, id=f"i{n}") for n, (a, b, c, t, h) in enumerate(made)])  # fmt: skip


def tree(html):
    return html5lib.parseFragment(html, container="div", treebuilder="etree", namespaceHTMLElements=False)


def as_drawn(text):
    return "".join("\ufffd" if c == "\0" or "\ud800" <= c <= "\udfff" else c for c in text)


def characters(root):
    """Every character with the ids of the marks around it, and the offset at which the page says it stands."""
    found = []

    def walk(element, ids):
        own = ids | set((element.get("data-m") or "").split())
        claimed = element.get("data-o")
        if claimed is not None:
            assert int(claimed) == walk.start + len(found)
        found.extend((c, own) for c in element.text or "")
        for child in element:
            walk(child, own)
            found.extend((c, own) for c in child.tail or "")

    walk.start = 0
    first = next(iter(root), None)
    if first is not None:
        walk.start = int(first.get("data-o"))
    walk(root, frozenset())
    return found


@given(texts, drawn_marks)
@settings(max_examples=150, deadline=None)
@example("ab\r\n<b>\0c", [Mark(n % 3, 9, id=f"i{n}") for n in range(40)])
def test_text_content_is_the_text_and_marks_cover_their_characters(text, marks):
    found = characters(tree(draw(text, marks)))
    assert "".join(c for c, _ in found) == as_drawn(text)
    for mark in marks:
        covered = [n for n, (_, ids) in enumerate(found) if mark.id in ids]
        assert covered == list(range(max(mark.start, 0), max(min(mark.end, len(text)), mark.start, 0)))


@given(texts, drawn_marks)
@settings(max_examples=100, deadline=None)
def test_only_our_own_elements_and_attributes(text, marks):
    root = tree(draw(text, marks))
    for element in root.iter():
        if element is root:
            continue
        assert element.tag in {"span", "mark", "a"}
        assert set(element.keys()) <= {"class", "id", "title", "href", "rel", "data-o", "data-m", "data-href"}
        assert safe_href(element.get("href")) == element.get("href")
        if element.tag == "a":
            assert not [inner for inner in element.iter("a") if inner is not element]


@given(texts, drawn_marks, anywhere, anywhere)
@settings(max_examples=100, deadline=None)
def test_a_window_is_a_cut_of_the_whole(text, marks, a, b):
    start, end = max(min(a, b), 0), min(max(a, b), len(text))
    whole = characters(tree(draw(text, marks)))
    part = characters(tree(draw(text, marks, window=Span(min(a, b), max(a, b)))))
    assert part == whole[start : max(end, start)]


@given(drawn_marks, st.lists(st.integers(0, 60), min_size=1, max_size=8))
@settings(max_examples=100, deadline=None)
def test_spread_gives_each_window_just_what_touches_it(marks, cuts):
    cuts = sorted(set(cuts))
    windows = [Span(a, b) for a, b in pairwise(cuts)]
    for window, share in zip(windows, spread(marks, windows), strict=True):
        touching = [m for m in marks if m.start < m.end and m.start < window.end and m.end > window.start]
        assert {m.id for m in share if m.start < m.end} == {m.id for m in touching}


def test_crossing_marks_are_split_and_say_where_they_begin_and_end():
    html = draw("abcdef", [Mark(0, 4, ("x",), id="x"), Mark(2, 6, ("y",), id="y")])
    assert html == (
        '<mark class="x m-from m-to" data-m="x" id="m-x" data-o="0">ab'
        '<mark class="y m-from" data-m="y" id="m-y" data-o="2">cd</mark></mark>'
        '<mark class="y m-to" data-m="y" data-o="4">ef</mark>'
    )


def test_links_do_not_nest_and_outside_ones_send_no_referrer():
    html = draw("abcd", [Mark(0, 4, href="https://example.org/?a=1&b=2"), Mark(1, 2, href="/r/x")])
    assert html.startswith('<a class="m-from m-to" data-o="0" href="https://example.org/?a=1&amp;b=2" rel="noreferrer')
    assert '<mark class="m-from m-to" data-o="1" data-href="/r/x">b</mark>' in html


def test_addresses_that_could_run_are_no_links():
    for bad in [
        "javascript:alert(1)",
        " javascript:x",
        "java\nscript:x",
        "data:text/html,x",
        "//host/",
        "/\\host",
        "vbscript:x",
        "",
    ]:
        assert safe_href(bad) is None, bad


def test_data_names_are_checked():
    assert draw("a", [Mark(0, 1, data={"of": "q1", 'x" onclick="y': "no"})]) == (
        '<mark class="m-from m-to" data-of="q1" data-o="0">a</mark>'
    )


def test_of_marks_over_the_same_words_the_first_given_lies_outside():
    marks = [Mark(1, 3, ("outer",)), Mark(1, 3, ("inner",)), Mark(1, 3, ("innermost",))]
    (share,) = spread(marks, [Span(0, 4)])
    assert share == marks
    outer = next(e for e in tree(draw("abcd", share)) if e.tag == "mark")
    assert [e.get("class").split()[0] for e in outer.iter()] == ["outer", "inner", "innermost"]
