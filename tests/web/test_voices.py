"""Who speaks in an article: the text is shared out without rest, and joint words are counted once."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.records import ARTICLE_ROLES, Article, Attribution, Block, Content, Entity, Source, Span
from headwater.web.chain import chain, levels
from headwater.web.voices import voices

PEOPLE = [
    Source(None, "Iva Dorn", "e1", "Iva Dorn", "person"),
    Source(None, "the general", "e1", "Iva Dorn", "person", office="general"),
    Source(None, "the Column", "e2", "Third Column", "armed_group", side="north"),
    Source(None, "two medics", None, None, "unnamed", described_as="two medics at the ferry"),
    Source(None, "he", None, None, "person"),
]
ENTITIES = [Entity("e1", "a1", "Iva Dorn", "person", described_as="chief of staff"), Entity("e2", "a1", "Third Column", "armed_group")]  # fmt: skip


def article(id_="a1"):
    return Article(id_, "p1", Span(0, 100), "story", None, (), None, None, None, "en", (), None, "r")


def block(start, end, role="body", owner="a1"):
    return Block(f"b{start}", "p1", Span(start, end), role, owner, "r")


def said(id_, *contents, by=PEOPLE[:1], parent=None, cut=(), owner="a1"):
    spans = tuple(Content(Span(*content), True) for content in contents)
    return Attribution(id_, owner, tuple(by), (), spans, tuple(Span(*c) for c in cut), "direct", "neutral", parent, "r")


def told(found, name):
    return next(one for one in found.speakers if one.name == name)


def test_what_nobody_says_is_the_outlets_own():
    found = voices(article(), [block(0, 60), block(60, 100)], [said("x", (10, 30), (70, 80))], ENTITIES)
    assert (found.length, found.own) == (100, 70)
    iva = told(found, "Iva Dorn")
    assert (iva.outermost, iva.jointly, iva.nested, len(iva.told)) == (30, 0, 0, 1)
    assert iva.remarks == ("chief of staff",) and iva.entity == "e1" and iva.class_ == "person"
    assert found.share(iva.outermost) == pytest.approx(0.3)


def test_only_article_text_counts():
    blocks = [block(0, 10, "byline"), block(10, 50), block(50, 70, "advert", None), block(70, 100, owner="a2")]
    other = said("y", (75, 90), owner="a2")
    found = voices(article(), blocks, [said("x", (0, 90)), other], ENTITIES)
    assert (found.length, found.own) == (40, 0)
    assert told(found, "Iva Dorn").outermost == 40 and len(told(found, "Iva Dorn").told) == 1


def test_joint_words_are_counted_for_each_and_once_in_all():
    pair = [PEOPLE[0], PEOPLE[2]]
    found = voices(article(), [block(0, 100)], [said("x", (0, 20), by=pair), said("y", (20, 50))], ENTITIES)
    assert (told(found, "Iva Dorn").outermost, told(found, "Iva Dorn").jointly) == (50, 20)
    assert (told(found, "Third Column").outermost, told(found, "Third Column").jointly) == (20, 20)
    assert sorted((len(group.speakers), group.characters) for group in found.groups) == [(1, 30), (2, 20)]
    assert found.own == 50


def test_joint_speakers_are_one_group_in_any_order():
    both = [said("x", (0, 20), by=[PEOPLE[0], PEOPLE[2]]), said("y", (30, 50), by=[PEOPLE[2], PEOPLE[1]])]
    found = voices(article(), [block(0, 100)], both, ENTITIES)
    assert [(len(group.speakers), group.characters) for group in found.groups] == [(2, 40)]


def test_nested_words_are_apart():
    inner = said("y", (10, 30), by=[PEOPLE[3]], parent="x")
    found = voices(article(), [block(0, 100)], [said("x", (0, 40)), inner], ENTITIES)
    assert (told(found, "Iva Dorn").outermost, told(found, "Iva Dorn").nested) == (40, 0)
    medics = told(found, "two medics at the ferry")
    assert (medics.outermost, medics.nested, medics.class_, medics.entity) == (0, 20, "unnamed", None)


def test_an_insertion_is_the_enclosing_voices():
    outer = said("x", (0, 40), cut=[(10, 15)])
    inner = said("y", (20, 40), by=[PEOPLE[2]], parent="x", cut=[(30, 36)])
    found = voices(article(), [block(0, 100)], [outer, inner], ENTITIES)
    assert told(found, "Iva Dorn").outermost == 35 and found.own == 65
    assert told(found, "Third Column").nested == 14


def test_words_that_two_claim_are_his_who_begins_first():
    both = [said("x", (20, 60), by=[PEOPLE[2]]), said("y", (10, 40))]
    found = voices(article(), [block(0, 100)], both, ENTITIES)
    assert (told(found, "Iva Dorn").outermost, told(found, "Third Column").outermost, found.own) == (30, 20, 50)


def test_one_entity_under_two_names_is_one_speaker():
    found = voices(article(), [block(0, 100)], [said("x", (0, 9)), said("y", (20, 30), by=[PEOPLE[1]])], ENTITIES)
    assert [(one.name, len(one.told), one.outermost) for one in found.speakers] == [("Iva Dorn", 2, 19)]
    assert "general" in found.speakers[0].remarks


def test_a_pronoun_that_leads_to_nobody_is_not_resolved():
    found = voices(
        article(), [block(0, 100)], [said("x", (0, 9), by=[PEOPLE[4]]), said("y", (10, 20), by=[])], ENTITIES
    )
    assert {one.name: one.resolved for one in found.speakers} == {"he": False, "a speaker not found": False}
    assert found.own == 81


def test_an_article_without_text_has_no_shares():
    found = voices(article(), [], [said("x", (0, 9))], ENTITIES)
    assert (found.length, found.own, found.share(0), found.groups) == (0, 0, 0.0, ())
    assert found.speakers[0].outermost == 0


def test_chains_end_where_a_parent_is_missing_or_comes_round():
    around = [said("x", (0, 9), parent="z"), said("y", (0, 9), parent="x"), said("z", (0, 9), parent="y")]
    lost = said("w", (0, 9), parent="gone")
    assert [one.id for one in chain(around[1], {one.id: one for one in around})] == ["z", "x", "y"]
    assert levels([lost]) == {"w": 0}
    assert levels([said("x", (0, 9)), said("y", (0, 9), parent="x"), said("z", (0, 5), parent="y")])["z"] == 2


spans = st.tuples(st.integers(0, 60), st.integers(1, 25)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@st.composite
def pages(draw):
    """Blocks that do not overlap, and attributions over them however they come, some of them inside others."""
    at, blocks = 0, []
    for _ in range(draw(st.integers(0, 5))):
        at += draw(st.integers(0, 4))
        end = at + draw(st.integers(1, 20))
        role = draw(st.sampled_from(["body", "body", "headline", "byline", "advert"]))
        blocks.append(block(at, end, role, draw(st.sampled_from(["a1", "a1", "a1", "a2", None]))))
        at = end
    made = []
    for number in range(draw(st.integers(0, 7))):
        sources = draw(st.lists(st.sampled_from(PEOPLE), max_size=3))
        contents = draw(st.lists(spans, min_size=1, max_size=3))
        cuts = draw(st.lists(spans, max_size=2))
        parent = draw(st.sampled_from([None, None, *(f"x{n}" for n in range(8))]))
        made.append(said(f"x{number}", *contents, by=sources, parent=parent, cut=cuts))
    return blocks, made


def covered(one):
    contents = {n for content in one.contents for n in range(content.span.start, content.span.end)}
    return contents - {n for cut in one.insertions for n in range(cut.start, cut.end)}


@given(pages())
@settings(max_examples=300, deadline=None)
def test_the_text_is_shared_out_without_rest(page):
    blocks, made = page
    found = voices(article(), blocks, made, ENTITIES)
    text = {n for b in blocks if b.article == "a1" and b.role in ARTICLE_ROLES for n in range(b.span.start, b.span.end)}
    depth = levels(made)
    outermost = [one for one in made if depth[one.id] == 0]
    assert found.length == len(text)
    assert found.own == len(text - set().union(*(covered(one) for one in outermost)))
    assert found.own + sum(group.characters for group in found.groups) == found.length
    if text:
        assert found.share(found.own) + sum(found.share(g.characters) for g in found.groups) == pytest.approx(1)
    for speaker in found.speakers:
        theirs = [group for group in found.groups if speaker.key in group.speakers]
        assert speaker.outermost == sum(group.characters for group in theirs)
        assert speaker.jointly == sum(group.characters for group in theirs if len(group.speakers) > 1)
        inside = set().union(*(covered(one) for one in speaker.told if depth[one.id])) & text
        assert speaker.nested == len(inside)
    assert {one.id for speaker in found.speakers for one in speaker.told} == {one.id for one in made}
