"""What every back-end of the ledger does."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from headwater.ledger import KINDS, Ledger
from headwater.ledger.kinds import place
from headwater.records import (
    Block,
    Judgement,
    PageRecord,
    Reading,
    Run,
    Sketch,
    SketchedSlot,
    SketchedValue,
    Span,
    Target,
    Unread,
    Words,
)
from made_readings import made_copy, made_page, made_reading, page_of, record_of, unread

READINGS = sorted((made_reading(made_page(number)) for number in range(12)), key=lambda reading: reading.page.id)
FIELDS = {
    "block": "blocks", "article": "articles", "attribution": "attributions", "entity": "entities",
    "mention": "mentions", "quantity": "quantities", "event": "events",
}  # fmt: skip


def of(reading: Reading, kind: str) -> list[Any]:
    return sorted(getattr(reading, FIELDS[kind]), key=place)


@pytest.mark.parametrize("kind", FIELDS)
def test_records_come_out_as_they_went_in(filled: Ledger, kind: str) -> None:
    assert list(filled.view().records(kind)) == [record for reading in READINGS for record in of(reading, kind)]


@pytest.mark.parametrize("kind", FIELDS)
def test_records_of_one_page_or_article(filled: Ledger, kind: str) -> None:
    reading = READINGS[4]
    article = reading.articles[0].id
    assert list(filled.view().records(kind, page=reading.page.id)) == of(reading, kind)
    inside = [record for record in of(reading, kind) if getattr(record, "article", article) == article]
    assert list(filled.view().records(kind, article=article)) == inside
    assert list(filled.view().records(kind, page="p0", article=article)) == []


def test_pages_in_the_order_of_their_ids(filled: Ledger) -> None:
    view = filled.view()
    ids = sorted([*(reading.page.id for reading in READINGS), made_page(12).id])
    assert [page.page.id if isinstance(page, Unread) else page.id for page in view.pages()] == ids
    assert [page.id for page in view.records("page")] == ids
    assert list(view.pages(status="read", limit=3, offset=2)) == [reading.page for reading in READINGS[2:5]]
    assert list(view.pages(status="unread")) == [unread(made_page(12))]
    assert view.page(READINGS[0].page.id) == READINGS[0].page
    assert view.page(made_page(12).id) == unread(made_page(12))
    assert view.page("p-none") is None


def test_text_bytes_and_sentences(filled: Ledger) -> None:
    view, reading = filled.view(), made_reading(made_page(3))
    assert view.page_text(reading.page.id) == reading.text
    assert view.page_bytes(reading.page.id) == made_page(3).data
    assert view.sentences(reading.page.id) == tuple((span.start, span.end) for span in reading.sentences)
    refused = made_page(12).id
    assert (view.page_text(refused), view.page_bytes(refused), view.sentences(refused)) == (
        None,
        made_page(12).data,
        (),
    )
    assert (view.page_text("p-none"), view.page_bytes("p-none"), view.sentences("p-none")) == (None, None, ())


def test_counts(filled: Ledger) -> None:
    counts = filled.view().counts()
    assert set(counts) == {*KINDS, "unread"}
    assert {kind: counts[kind] for kind in ("page", "unread", "block", "article", "copy", "family", "run")} == {
        "page": 13, "unread": 1, "block": 60, "article": 12, "copy": 2, "family": 1, "run": 0,
    }  # fmt: skip


def test_articles_by_date_undated_last(filled: Ledger) -> None:
    page = page_of("No date here\nBy Ilse Marrow\n", "https://lantern.example/90000")
    article = replace(made_reading(made_page(1)).articles[0], id="a0", page=page.id, published=None)
    with filled.writer() as writer:
        writer.add_pages([(page, Reading(record_of(page), page.data.decode(), (), (article,)))])
    listed = list(filled.view().articles())
    dates = [article.published.date if article.published else "9999" for article, _ in listed]
    assert dates == sorted(dates)
    assert listed[-1] == (article, record_of(page))
    assert list(filled.view().articles(limit=2, offset=3)) == listed[3:5]


@pytest.mark.parametrize("kind", FIELDS)
def test_find_by_id_and_by_its_beginning(filled: Ledger, kind: str) -> None:
    record = of(READINGS[5], kind)[0]
    for wanted in (record.id, record.id[:-2]):
        found = filled.view().find(wanted)
        assert found is not None
        assert (found.kind, found.page, found.record) == (kind, READINGS[5].page.id, record)


def test_find_what_stands_on_no_page(filled: Ledger) -> None:
    view = filled.view()
    judgement = Judgement("j-someone-1", Target("event", "e1"), "reject", None, "ada", "2031-05-05")
    run = Run("r0123456789abcdef", "2031-05-04", None, {}, {})
    with filled.writer() as writer:
        writer.add_judgement(judgement)
        writer.add_run(run)
    [copy, *_] = view.records("copy")
    for kind, record in (("copy", copy), ("judgement", judgement), ("run", run), ("page", READINGS[0].page)):
        found = view.find(record.id)
        assert found is not None
        assert (found.kind, found.record) == (kind, record)


@pytest.mark.parametrize(
    "id_", ["", "b", "b12", "b00000000000000000", "x' OR 1=1 --", '"', "b*", "p\0", "b\ud800", "é" * 9]
)
def test_find_nothing(filled: Ledger, id_: str) -> None:
    assert filled.view().find(id_) is None


def test_a_beginning_that_fits_several_finds_none(ledger: Ledger) -> None:
    page = made_page(1)
    blocks = tuple(Block(f"babcdef{n:010d}", page.id, Span(n, n + 1), "other", None, "r") for n in range(2))
    with ledger.writer() as writer:
        writer.add_pages([(page, Reading(record_of(page), "ab", blocks, ()))])
    assert ledger.view().find("babcdef") is None
    found = ledger.view().find("babcdef0000000001")
    assert found is not None
    assert found.record == blocks[1]


def test_search_finds_all_words_and_marks_them(filled: Ledger) -> None:
    hits = filled.view().search("DUSK eloi")
    assert {hit.article.title.text for hit in hits if hit.article.title} == {
        "Shells hit Saint-Éloi market, case 4",
        "Shells hit Saint-Éloi market, case 10",
    }
    for hit in hits:
        assert hit.page.id == hit.article.page
        assert {hit.snippet[start:end].casefold() for start, end in hit.marks} <= {"éloi", "dusk", "eloi"}
        assert hit.marks


def test_search_takes_a_phrase_as_one(filled: Ledger) -> None:
    view = filled.view()
    assert len(view.search('"went on past dusk"')) == 12
    assert len(view.search("“went on past dusk” Vrana")) == 2
    assert view.search('"dusk past on went"') == []
    assert len(view.search("past dusk", limit=5, offset=10)) == 2


def test_search_leaves_furniture_out(filled: Ledger) -> None:
    assert filled.view().search("share") == []


@pytest.mark.parametrize(
    "query",
    ["", "   ", '"', '""', "AND", "OR NOT", "(", "a*", "title:dusk", "NEAR(a b)", "dusk\0", "^dusk", "\ud800", "'; DROP TABLE pages", "a " * 5000, '"' * 999, "—", "{title}: x", "-dusk", "dusk + market"],
)  # fmt: skip
def test_search_never_fails_on_what_is_typed(filled: Ledger, query: str) -> None:
    assert isinstance(filled.view().search(query), list)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
@given(query=st.text(max_size=40))
def test_search_never_fails(filled: Ledger, query: str) -> None:
    assert isinstance(filled.view().search(query), list)


def test_the_same_page_again_changes_nothing(filled: Ledger) -> None:
    before = [filled.view().counts(), *(list(filled.view().records(kind)) for kind in KINDS)]
    with filled.writer(signature="first") as writer:
        writer.add_pages([(made_page(number), made_reading(made_page(number))) for number in range(12)], shard="one")
    assert [filled.view().counts(), *(list(filled.view().records(kind)) for kind in KINDS)] == before


def test_a_page_read_anew_takes_the_place_of_the_old(filled: Ledger) -> None:
    old = made_reading(made_page(2))
    gone = old.blocks[-1]
    new = replace(old, blocks=old.blocks[:-1], articles=(replace(old.articles[0], title=Words(Span(0, 6), "Shells")),))
    with filled.writer(signature="second") as writer:
        writer.add_pages([(made_page(2), new)])
    view = filled.view()
    assert list(view.records("block", page=old.page.id)) == list(new.blocks)
    assert list(view.records("article", page=old.page.id)) == list(new.articles)
    assert view.counts()["block"] == 59
    assert view.find(gone.id) is None
    kept = view.find(new.blocks[0].id)
    assert kept is not None
    assert kept.record == new.blocks[0]
    assert len(view.search('"went on past dusk"')) == 12


def test_a_page_that_can_no_longer_be_read_loses_its_records(filled: Ledger) -> None:
    page = made_page(2)
    with filled.writer() as writer:
        writer.add_pages([(page, unread(page, "failed"))])
    view = filled.view()
    assert view.page(page.id) == unread(page, "failed")
    assert list(view.records("block", page=page.id)) == []
    assert len(view.search('"went on past dusk"')) == 11


def test_pages_done_under_a_signature(filled: Ledger) -> None:
    ids = [made_page(number).id for number in range(14)]
    late = made_page(13)
    with filled.writer(signature="first") as writer:
        writer.add_pages([(late, unread(late, "timeout"))])
        assert writer.pages_done(ids) == frozenset(ids[:13])
        assert writer.shards_done("first") == {"one", "two"}
        assert writer.shards_done("second") == frozenset()
    with filled.writer(signature="second") as writer:
        assert writer.pages_done(ids) == frozenset()
        writer.add_pages([(made_page(0), made_reading(made_page(0)))])
        assert writer.pages_done(ids) == {ids[0]}


def test_a_failed_transaction_leaves_nothing(ledger: Ledger) -> None:
    good, bad = made_reading(made_page(1)), made_reading(made_page(2))
    # Two articles with one id cannot both be kept.
    bad = replace(bad, articles=(bad.articles[0], bad.articles[0]))
    with ledger.writer(signature="s") as writer:
        with pytest.raises(Exception, match="cannot be used"):
            writer.add_pages([(made_page(1), good), (made_page(2), bad)], shard="k")
        assert writer.shards_done("s") == frozenset()
    assert ledger.view().counts()["page"] == 0


def test_gathered_records_are_replaced_by_kind(filled: Ledger) -> None:
    first, second = (made_reading(made_page(number)).articles[0] for number in (0, 1))
    assert [copy.id for copy in filled.view().copies_of(first.id)] == [made_copy(first, second).id]
    assert len(filled.view().copies_of(second.id)) == 2
    assert len(list(filled.view().records("family", article=second.id))) == 1
    assert len(list(filled.view().records("copy", page=second.page))) == 2
    with filled.writer() as writer:
        writer.replace_gathering("copy", [])
        with pytest.raises(ValueError, match="not a gathered kind"):
            writer.replace_gathering("block", [])
    assert filled.view().copies_of(second.id) == []
    assert filled.view().counts()["family"] == 1


def test_judgements_are_kept_and_withdrawn(filled: Ledger) -> None:
    judgement = Judgement("j1", Target("article", "a1", "title"), "correct", {"text": "No"}, "ada", "2031-05-05")
    with filled.writer() as writer:
        writer.add_judgement(judgement)
        assert list(filled.view().records("judgement")) == [judgement]
        withdrawn = replace(judgement, withdrawn_at="2031-05-06")
        writer.add_judgement(withdrawn)
    assert list(filled.view().records("judgement")) == [withdrawn]


def test_runs_in_the_order_they_began(filled: Ledger) -> None:
    early, late = (
        Run(id_, day, None, {"code": "1"}, {"read": 2}) for id_, day in (("rz", "2031-01"), ("ra", "2031-02"))
    )
    with filled.writer() as writer:
        for run in (late, early, replace(late, finished="2031-03")):
            writer.add_run(run)
    assert filled.view().runs() == [early, replace(late, finished="2031-03")]


def test_what_a_run_made_of_the_incidents(filled: Ledger) -> None:
    slot = SketchedSlot("killed", (SketchedValue('{"best":3}', "affirms", 1, 2),), True)
    sketches = (Sketch("i1", "Shelling of Harun", "shelling", "2031-03-01", None, ("e1", "e2"), (slot,)),)
    with filled.writer() as writer:
        writer.add_sketches("r1", sketches)
    assert filled.view().sketches("r1") == sketches
    assert filled.view().sketches("r2") is None


def test_ids_lead_on_to_what_took_their_place(filled: Ledger) -> None:
    view, copy = filled.view(), made_copy(READINGS[0].articles[0], READINGS[1].articles[0])
    with filled.writer() as writer:
        writer.replace_gathering("copy", [copy])
        writer.add_successions({"c-oldest": "c-older"})
        writer.add_successions({"c-older": copy.id})
    assert view.now("c-oldest") == view.now("c-older") == copy.id
    found = view.find("c-oldest")
    assert found is not None
    assert found.record == copy
    with filled.writer() as writer:
        writer.add_successions({copy.id: "c-older"})
    assert view.now("c-older") == "c-older"


def test_an_unknown_kind_is_refused(filled: Ledger) -> None:
    with pytest.raises(ValueError, match="not a kind of record"):
        list(filled.view().records("blocks"))


def test_a_view_sees_what_a_writer_finished(ledger: Ledger) -> None:
    view = ledger.view()
    with ledger.writer() as writer:
        walking = view.pages()
        assert list(walking) == []
        writer.add_pages([(made_page(1), made_reading(made_page(1)))])
        assert view.counts()["page"] == 1


def test_strange_characters_survive(ledger: Ledger) -> None:
    text = "lone \ud800 and nul \0 and 😀 line"
    page = page_of("x", "odd \0 name 00001")
    span = Span(0, len(text))
    block = Block("b1", page.id, span, "body", "a1", "r")
    article = replace(made_reading(made_page(1)).articles[0], id="a1", page=page.id, span=span, title=Words(span, text))
    reading = Reading(record_of(page), text, (block,), (article,))
    with ledger.writer() as writer:
        writer.add_pages([(page, reading)])
    view = ledger.view()
    assert view.page_text(page.id) == text
    assert list(view.records("article")) == [article]
    assert isinstance(view.page(page.id), PageRecord)
    assert len(view.search("line")) == 1
