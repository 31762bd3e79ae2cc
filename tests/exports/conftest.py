"""A ledger with a little of everything to export."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from headwater.ledger import open_ledger
from headwater.ledger.sqlite import SqliteLedger
from headwater.records import (
    Actor,
    Cell,
    CellRelation,
    Incident,
    Judgement,
    Origin,
    OriginCount,
    Reason,
    Run,
    Slot,
    Span,
    Target,
    ValueOrigins,
    Words,
)
from made_readings import made_copy, made_family, made_page, made_reading, unread

FORMULA = "=HYPERLINK(0)"


@pytest.fixture
def ledger() -> Iterator[SqliteLedger]:
    pages = [made_page(number) for number in range(5)]
    readings = [made_reading(page) for page in pages]
    odd = readings[4].articles[0]
    readings[4] = replace(readings[4], articles=(replace(odd, title=Words(Span(0, 6), FORMULA), published=None),))
    first, second = readings[0].articles[0], readings[1].articles[0]
    event = readings[0].events[0].id
    cell = Cell("c1", {"best": 12}, "affirms", "o1", None, (event,), (first.id,), (Span(1, 2),))
    one = OriginCount(1, 2)
    slot = Slot("s1", "killed", (cell,), (CellRelation("c1", "c1", "same"),), one, (ValueOrigins(12, one),))
    with open_ledger(None) as opened:
        with opened.writer(signature="x") as writer:
            writer.add_pages([(made_page(5), unread(made_page(5), "timeout"))])
            writer.add_pages(list(zip(pages, readings, strict=True)))
            writer.replace_gathering("copy", [made_copy(first, second)])
            writer.replace_gathering("family", [made_family(first, second)])
            writer.replace_gathering("actor", [Actor("a1", "Bo", "person", None, (), (Reason("name", None),))])
            writer.replace_gathering("origin", [Origin("o1", "speaker", "-Bo", ())])
            writer.replace_gathering(
                "incident", [Incident("i1", "x", "y", (event,), None, None, {"lat": -1.5}, (slot,))]
            )
            writer.add_judgement(Judgement("j1", Target("event", event), "accept", None, "ada", "2031-05-05"))
            writer.add_run(Run("r1", "2031-05-04", None, {"code": "1"}, {"read": 5}))
        yield opened
