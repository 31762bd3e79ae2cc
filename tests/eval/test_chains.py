"""Chains of sources, against cases worked out by hand, and MPQA's files as they are read."""

from eval.attributing.chains import agreeing, chain_figures, chain_of, is_link, paired
from eval.attributing.found import FoundAttribution, FoundSource
from eval.attributing.mpqa import Document, Nested, read_document

from made_quotes import GATE, at

TEXT = "The Ledger wrote that Iva Dorn said the mayor fears the worst. It was claimed."
AGENTS = {"ledger": (at(TEXT, "The Ledger"),), "dorn": (at(TEXT, "Iva Dorn"),), "mayor": (at(TEXT, "the mayor"),)}
EVENTS = (
    Nested(at(TEXT, "wrote"), ("ledger",)),
    Nested(at(TEXT, "said"), ("ledger", "dorn")),
    Nested(at(TEXT, "fears"), ("ledger", "dorn", "mayor")),
    Nested(at(TEXT, "claimed"), ("implicit",)),
)
DOCUMENT = Document("d", TEXT, EVENTS, AGENTS)


def link(source: str | None, cue: str, parent: int | None = None) -> FoundAttribution:
    spans = FoundSource(at(TEXT, source) if source else None)
    return FoundAttribution((spans,), (at(TEXT, cue),), (), parent)


FOUND = (link("The Ledger", "wrote"), link("Iva Dorn", "said", 0), link("the mayor", "fears", 1))


def test_a_chain_runs_from_the_outermost_and_ends_in_a_circle_of_parents():
    assert chain_of(FOUND, 2) == FOUND
    circle = (link("The Ledger", "wrote", 1), link("Iva Dorn", "said", 0))
    assert len(chain_of(circle, 0)) == 3


def test_a_link_may_be_right_by_another_place_that_names_the_same():
    pronoun = FoundAttribution((FoundSource(at(TEXT, "It"), "Dorn", namings=(at(TEXT, "Dorn"),)),), (), ())
    assert is_link(pronoun, "dorn", AGENTS) and not is_link(pronoun, "mayor", AGENTS)
    assert is_link(link(None, "claimed"), "implicit", AGENTS)
    assert not is_link(link("Iva Dorn", "said"), "implicit", AGENTS)


def test_links_agree_in_order():
    assert agreeing(FOUND, ("ledger", "dorn", "mayor"), AGENTS) == 3
    assert agreeing(FOUND[1:], ("ledger", "dorn", "mayor"), AGENTS) == 2
    assert agreeing((FOUND[1], FOUND[0]), ("ledger", "dorn"), AGENTS) == 1


def test_all_right_is_all_right():
    figures = dict(chain_figures(paired(DOCUMENT, FOUND)))
    assert (figures["items"], figures["chain.f1"], figures["link.f1"]) == (3, 1, 1)
    assert (figures["all.items"], figures["all.chain.recall"]) == (4, 0.75)


def test_without_parents_only_the_first_depth_is_exact():
    flat = (link("The Ledger", "wrote"), link("Iva Dorn", "said"), link("the mayor", "wrote"))
    figures = dict(chain_figures(paired(DOCUMENT, flat)))
    assert (figures["depth1.exact"], figures["depth2.exact"], figures["depth3_or_more.exact"]) == (1, 0, 0)
    assert figures["paired.precision"] == figures["paired.recall"] == 2 / 3
    assert (figures["link.precision"], figures["link.recall"]) == (2 / 3, 2 / 6)
    assert (figures["link_of_paired.precision"], figures["link_of_paired.recall"]) == (1, 2 / 3)
    assert figures["chain.of_paired"] == 0.5


def test_a_gate_file_gives_text_chains_and_places(tmp_path):
    path = tmp_path / "made" / "one" / "gateman.mpqa.3.0.xml"
    path.parent.mkdir(parents=True)
    path.write_text(GATE, encoding="utf-8")
    document = read_document(path)
    assert document.id == "made/one"
    assert document.text == "Iva Dorn & co. said\nthey hope."
    assert [(document.text[slice(*event.anchor)], event.chain) for event in document.events] == [
        ("said", ("dorn",)),
        ("hope", ("dorn", "they")),
    ]
    assert document.agents["dorn"] == ((0, 14),)
