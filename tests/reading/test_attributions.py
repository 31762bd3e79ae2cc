"""Attributions: cases as data, and what holds for any text."""

import itertools
import time
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_page import MadePage, make_page
from made_signals import make_inside, make_named, make_signals

from headwater.knowledge import load
from headwater.reading import attributions, sentences
from headwater.reading.attributions import Said
from headwater.reading.heard import HearInside, Link, Part, Signals, unheard
from headwater.reading.named import Named
from headwater.records import Attribution, Source, Span

CASES = Path(__file__).parents[1] / "cases" / "attributions"
KNOWLEDGE = load()


def read(page: MadePage, case: dict[str, Any] | None = None) -> Said:
    """What is said on the page, with what the case has the encoder and the stage of names say."""
    case = case or {}
    return read_with(page, make_signals(page, case), make_named(page, case), make_inside(page, case))


def read_with(page: MadePage, heard: Signals, named: Named, inside: HearInside = unheard) -> Said:
    split = sentences.split(page.text, page.blocks, page.articles, KNOWLEDGE)
    return attributions.read(page.text, page.blocks, page.articles, split, heard, named, KNOWLEDGE, inside=inside)


def cases(name: str) -> list[dict[str, Any]]:
    return tomllib.loads((CASES / name).read_text())["case"]


def seen(page: MadePage, said: Said) -> list[dict[str, Any]]:
    """The attributions in the form of the case files."""
    places = {attribution.id: place for place, attribution in enumerate(said.attributions)}
    return [_seen(page, attribution, places) for attribution in said.attributions]


def _seen(page: MadePage, attribution: Attribution, places: dict[str, int]) -> dict[str, Any]:
    sources = [_seen_source(source) for source in attribution.sources]
    alone = sources[0] if len(sources) == 1 else {"sources": sources}
    fields = {
        "said": [page.text[content.span] for content in attribution.contents if content.verbatim],
        "told": [page.text[content.span] for content in attribution.contents if not content.verbatim],
        **alone,
        "cue": " … ".join(page.text[cue] for cue in attribution.cues),
        "stance": attribution.stance if attribution.stance != "neutral" else None,
        "within": places[attribution.parent] if attribution.parent else None,
        "insertions": [page.text[span] for span in attribution.insertions],
        "rule": attribution.rule,
        "doubt": attribution.doubt,
    }
    return {key: value for key, value in fields.items() if value not in (None, [], "")}


def _seen_source(source: Source) -> dict[str, Any]:
    fields = {
        "source": source.text,
        "speaker": source.name,
        "class": source.class_,
        "office": source.office,
        "side": source.side,
        "described_as": source.described_as,
    }
    return {key: value for key, value in fields.items() if value is not None}


@pytest.mark.parametrize("case", cases("synthetic.toml"), ids=lambda case: case["name"])
def test_synthetic(case: dict[str, Any]) -> None:
    check(case)


@pytest.mark.parametrize("case", cases("wild.toml"), ids=lambda case: case["name"])
def test_wild(case: dict[str, Any]) -> None:
    check(case)


@pytest.mark.parametrize("case", cases("negative.toml"), ids=lambda case: case["name"])
def test_negative(case: dict[str, Any]) -> None:
    page = make_page(case["page"])
    assert read(page, case).attributions == ()


@pytest.mark.xfail
@pytest.mark.parametrize("case", cases("known_failures.toml"), ids=lambda case: case["name"])
def test_known_failures(case: dict[str, Any]) -> None:
    check(case)


def check(case: dict[str, Any]) -> None:
    page = make_page(case["page"])
    assert seen(page, read(page, case)) == case.get("attribution", [])


SPEECH = KNOWLEDGE.lexicons["speech"]


@pytest.mark.parametrize(
    "entry", SPEECH["cue"] + SPEECH["phrase"] + SPEECH["source_phrase"], ids=lambda entry: entry["example"]
)
def test_every_cue_is_read_in_its_own_example(entry: dict[str, Any]) -> None:
    page = make_page(entry["example"])
    outer = next(one for one in read(page).attributions if one.parent is None)
    (cue,) = outer.cues
    assert any(page.text[cue].lower().endswith(form) for form in entry.get("forms", [entry.get("words")]))
    assert len(outer.sources) == 1
    assert outer.stance == entry["stance"]


def test_one_entity_for_a_speaker_and_a_mention_for_each_naming() -> None:
    page = make_page(
        "“It burned,” said Iva Dorn.\n“Nobody came,” Ms. Dorn said.\n“I waited,” she said.\nDorn said it was cold."
    )
    said = read(page)
    (entity,) = said.entities
    assert (entity.name, entity.class_) == ("Iva Dorn", "person")
    assert [attribution.sources[0].entity for attribution in said.attributions] == [entity.id] * 4
    assert [mention.text for mention in said.mentions] == ["Iva Dorn", "Dorn", "Dorn"]


def test_entities_of_the_stage_of_names_are_kept_and_none_is_made_twice() -> None:
    page = make_page("Iva Dorn met Kem Orsk. “It burned,” Dorn said, and Ansa Vell said it had not.")
    named = {"named": [{"name": "Iva Dorn", "class": "person", "mentions": ["Iva Dorn", "Dorn"]},
                       {"name": "Kem Orsk", "class": "person"}]}  # fmt: skip
    said = read(page, named)
    assert [entity.name for entity in said.entities] == ["Iva Dorn", "Kem Orsk", "Ansa Vell"]
    assert [mention.text for mention in said.mentions] == ["Iva Dorn", "Kem Orsk", "Dorn", "Ansa Vell"]
    assert said.attributions[0].sources[0].entity == said.entities[0].id


def test_a_mention_has_the_voice_of_the_innermost_attribution_around_it() -> None:
    page = make_page("Iva Dorn said the Orsk Council claimed that Kem Orsk had left. Kem Orsk came.")
    named = {"named": [{"name": name, "class": "person"} for name in ("Iva Dorn", "Kem Orsk")]
             + [{"name": "Orsk Council", "class": "organisation"}]}  # fmt: skip
    said = read(page, named)
    outer, inner = said.attributions
    assert inner.parent == outer.id
    assert [mention.voice for mention in said.mentions] == [None, outer.id, inner.id, None]


PIECES = st.sampled_from(
    ["“", "”", '"', "‘", "’", "''", ",", ".", ":", ";", " – ", "\n", "\n# ", "\n> ", " said ", " told ", " Maro Tevin", " he", " the army", " Gen.",
     " according to ", "We held the bridge", " a spokesman for ", "(", ")", " [x] ", " and ", " who ", " Mr.", " that ", " was quoted by ", " as saying ",
     " citing ", " did not ", " denied ", " fear ", " claim", " by ", "'s", " adding ", " they ", " I think ", " accused ", " of ", " the road was open"]
)  # fmt: skip


@st.composite
def signals(draw: st.DrawFn, length: int) -> Signals:
    """Parts anywhere, of any length, overlapping, in no order; links between any of them and beyond."""
    places = st.tuples(st.integers(0, max(length - 1, 0)), st.integers(1, 40))
    kinds = st.sampled_from(("source", "cue", "content"))
    drawn = draw(st.lists(st.tuples(kinds, places, st.floats(0, 1)), max_size=12)) if length else []
    parts = tuple(
        Part(kind, Span(start, min(start + size, length)), doubt)  # type: ignore[arg-type]
        for kind, (start, size), doubt in drawn
    )
    numbers = st.integers(0, max(len(parts), 1))
    links = draw(st.lists(st.tuples(numbers, numbers, st.floats(0, 1)), max_size=12))
    return Signals(parts, tuple(Link(*link) for link in links))


def signs(page: MadePage, said: Said) -> None:
    """What is true of whatever was read."""
    by_id = {one.id: one for one in said.attributions}
    assert len(by_id) == len(said.attributions)
    entities = {entity.id for entity in said.entities}
    assert len(entities) == len(said.entities)
    for one in said.attributions:
        assert one.contents
        contents = sorted(content.span for content in one.contents)
        assert all(len(span) for span in contents)
        assert all(left.end <= right.start for left, right in itertools.pairwise(contents))
        assert (one.kind == "direct") == all(content.verbatim for content in one.contents)
        assert (one.kind == "indirect") == all(not content.verbatim for content in one.contents)
        assert one.sources or one.cues
        for source in one.sources:
            assert source.span is not None
            assert page.text[source.span] == source.text
            assert source.entity is None or source.entity in entities
        assert all(any(inside(span, content) for content in contents) for span in one.insertions)
        assert one.parent is None or nested(one, by_id)
    for mention in said.mentions:
        assert page.text[mention.span] == mention.text
        assert mention.entity in entities
        assert mention.voice is None or any(
            inside(mention.span, content.span) for content in by_id[mention.voice].contents
        )


def inside(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def nested(one: Attribution, by_id: dict[str, Attribution]) -> bool:
    """Every part lies in one content of the parent (who is cited stands beside it); parents lead to an end."""
    around = [content.span for content in by_id[one.parent or ""].contents]
    parts = [content.span for content in one.contents]
    if one.rule != "cited":
        parts += [*one.cues, *(source.span for source in one.sources if source.span)]
    seen = {one.id}
    at = one.parent
    while at is not None:
        assert at not in seen
        seen.add(at)
        at = by_id[at].parent
    return all(any(inside(part, span) for span in around) for part in parts)


@settings(max_examples=400, deadline=None)
@given(st.lists(PIECES, max_size=50).map("".join))
def test_what_holds_for_any_text(marked: str) -> None:
    page = make_page(marked)
    said = read(page)
    signs(page, said)
    blocks = [block.span for block in page.blocks]
    for content in (content for one in said.attributions for content in one.contents):
        assert any(inside(content.span, block) for block in blocks)
    outermost = sorted(content.span for one in said.attributions if one.parent is None for content in one.contents)
    assert all(left.end <= right.start for left, right in itertools.pairwise(outermost))
    assert read(page) == said


@settings(max_examples=400, deadline=None)
@given(st.data())
def test_what_holds_whatever_the_encoder_says(data: st.DataObject) -> None:
    page = make_page(data.draw(st.lists(PIECES, max_size=30).map("".join)))
    heard, again = data.draw(signals(len(page.text.text))), data.draw(signals(len(page.text.text)))
    said = read_with(page, heard, Named(), lambda text, stretches, knowledge: again)
    signs(page, said)
    assert read_with(page, heard, Named(), lambda text, stretches, knowledge: again) == said


def test_a_long_page_takes_time_by_its_length() -> None:
    paragraph = "“We held the bridge,” said Maro Tevin, and the army said he had claimed that it fell. He denied it.\n"
    seconds = []
    for times in (200, 800):
        page = make_page(paragraph * times)
        begun = time.process_time()
        read(page)
        seconds.append(time.process_time() - begun)
    assert seconds[1] < 8 * seconds[0]
