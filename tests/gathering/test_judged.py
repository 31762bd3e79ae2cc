"""What people decided is done before anything is gathered."""

from dataclasses import replace

from headwater.gathering.judged import judged
from headwater.gathering.succession import successors
from headwater.records import Account, ArticleBody, Incident, Judgement, Target
from made_readings import made_page, made_reading

READING = made_reading(made_page(1))
ACCOUNT = Account(
    ArticleBody(READING.articles[0], "x", ()), READING.attributions, READING.entities, READING.mentions,
    READING.quantities, READING.events,
)  # fmt: skip


def judgement(verdict: str, kind: str, id_: str, field: str | None = None, value: object = None) -> Judgement:
    return Judgement("j1", Target(kind, id_, field), verdict, value, "Iva Dorn", "2031-03-02T10:00:00+00:00")  # type: ignore[arg-type]


def test_what_is_rejected_is_gone() -> None:
    event = READING.events[0]
    (account,) = judged([ACCOUNT], [judgement("reject", "event", event.id)])
    assert event not in account.events
    assert account.quantities == ACCOUNT.quantities


def test_what_is_corrected_bears_the_hand() -> None:
    quantity = READING.quantities[0]
    (account,) = judged([ACCOUNT], [judgement("correct", "quantity", quantity.id, "best", 7)])
    assert account.quantities[0] == replace(quantity, best=7, rule="judgement")


def test_withdrawn_and_unfitting_change_nothing() -> None:
    event = READING.events[0]
    taken_back = replace(judgement("reject", "event", event.id), withdrawn_at="2031-03-03T10:00:00+00:00")
    assert list(judged([ACCOUNT], [taken_back])) == [ACCOUNT]
    assert list(judged([ACCOUNT], [judgement("correct", "event", event.id, "no_such_field", 1)])) == [ACCOUNT]


def incident(id_: str, *events: str) -> Incident:
    return Incident(id_, id_, "shelling", events, None, None, None, ())


def test_the_successor_holds_most_of_the_mentions() -> None:
    before = [incident("i1", "e1", "e2", "e3"), incident("i2", "e9"), incident("i3", "e5")]
    after = [incident("i4", "e1", "e2"), incident("i5", "e3"), incident("i3", "e5")]
    assert successors(before, after) == {"i1": "i4"}
