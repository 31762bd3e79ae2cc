"""What the encoder in the package says, and how it refuses what it cannot use."""

from dataclasses import replace
from pathlib import Path

import pytest
from made_page import MadePage, make_page

from headwater.errors import KnowledgeError
from headwater.knowledge import encoder as encoder_module
from headwater.knowledge import load
from headwater.knowledge.encoder import Encoder
from headwater.reading import sentences, signals
from headwater.reading.heard import Signals
from headwater.records import Span

KNOWLEDGE = load()
ORSK = """
# Council denies shelling of Orsk, agency says
Maro Tevin, a spokesman for the council, said the bridge at Orsk had been closed since Monday.
“We held it for two days,” he added. “Then they came with tanks.”
According to the Belmar Observatory, at least 12 people were killed.
"""


def hear(page: MadePage) -> Signals:
    split = sentences.split(page.text, page.blocks, page.articles, KNOWLEDGE)
    return signals.hear(page.text, page.blocks, page.articles, split, KNOWLEDGE)


def words(page: MadePage, heard: Signals) -> set[tuple[str, str]]:
    return {(part.kind, page.text[part.span]) for part in heard.parts}


def test_parts_of_plain_speech() -> None:
    page = make_page(ORSK)
    found = words(page, hear(page))
    assert ("cue", "said") in found
    assert ("cue", "added") in found
    assert ("source", "he") in found
    assert ("source", "the Belmar Observatory") in found
    assert ("content", "at least 12 people were killed") in found


def test_links_lead_from_a_content_to_its_own_source() -> None:
    page = make_page(ORSK)
    heard = hear(page)
    content = next(n for n, part in enumerate(heard.parts) if page.text[part.span] == "at least 12 people were killed")
    sources = [link for link in heard.links if link.content == content and heard.parts[link.other].kind == "source"]
    best = max(sources, key=lambda link: link.weight)
    assert page.text[heard.parts[best.other].span] == "the Belmar Observatory"


def test_names_have_their_class() -> None:
    page = make_page(ORSK)
    found = {(page.text[name.span], name.class_) for name in hear(page).names}
    assert ("Maro Tevin", "person") in found
    assert any(class_ == "temporal" and "Monday" in words for words, class_ in found)


def test_what_is_heard_stands_in_the_text_and_is_the_same_twice() -> None:
    page = make_page(ORSK)
    heard = hear(page)
    spans = [one.span for one in (*heard.parts, *heard.names)]
    assert all(page.text[span].strip() == page.text[span] != "" for span in spans)
    assert [part.span for part in heard.parts] == sorted(part.span for part in heard.parts)
    assert hear(page) == heard


def test_more_threads_say_the_same() -> None:
    page = make_page(ORSK)
    assert KNOWLEDGE.encoder is not None
    two = replace(KNOWLEDGE, encoder=Encoder(KNOWLEDGE.encoder.path, threads=2))
    split = sentences.split(page.text, page.blocks, page.articles, KNOWLEDGE)
    assert signals.hear(page.text, page.blocks, page.articles, split, two) == hear(page)


def test_an_article_in_another_language_is_not_heard() -> None:
    assert hear(make_page("=== fr\nMaro Tevin said the bridge was closed.")) == Signals()


def test_a_stretch_is_read_as_a_sentence_of_its_own() -> None:
    page = make_page("The agency quoted Iva Dorn as saying that the commander claimed the bridge had fallen.")
    start = page.text.text.index("the commander")
    heard = signals.hear_inside(page.text, [Span(start, len(page.text.text) - 1)], KNOWLEDGE)
    assert ("cue", "claimed") in words(page, heard)
    assert all(part.span.start >= start for part in heard.parts)


def test_a_sentence_longer_than_a_window_is_read_to_its_end() -> None:
    page = make_page("Shells fell, " * 200 + "and Maro Tevin said the road to Orsk was closed.")
    assert ("cue", "said") in words(page, hear(page))


def test_no_encoder_no_signals() -> None:
    page = make_page(ORSK)
    split = sentences.split(page.text, page.blocks, page.articles, KNOWLEDGE)
    deaf = replace(KNOWLEDGE, encoder=None)
    assert signals.hear(page.text, page.blocks, page.articles, split, deaf) == Signals()
    assert signals.hear_inside(page.text, split, deaf) == Signals()


def test_an_encoder_of_another_protocol_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    assert KNOWLEDGE.encoder is not None
    monkeypatch.setattr(encoder_module, "PROTOCOL", 99)
    with pytest.raises(KnowledgeError, match="reads protocol 99"):
        Encoder(KNOWLEDGE.encoder.path).cut("Orsk fell.", [encoder_module.Stretch(0, 10)])


def test_a_broken_encoder_is_named(tmp_path: Path) -> None:
    path = tmp_path / "encoder.onnx"
    path.write_bytes(b"no network")
    with pytest.raises(KnowledgeError, match=r"encoder\.onnx: not a readable encoder"):
        Encoder(path).cut("Orsk fell.", [encoder_module.Stretch(0, 10)])
