"""What changed between two runs, from short sketches of their incidents."""

from headwater.inquiry.changes import changes
from headwater.records import Sketch, SketchedSlot, SketchedValue


def sketch(id_: str, *events: str, killed: str = "3", shown: int = 1) -> Sketch:
    slot = SketchedSlot("killed", (SketchedValue(killed, "affirms", shown, 2),), False, shown, 2)
    return Sketch(id_, f"Shelling {id_}", "shelling", "2031-03-01", "2031-03-01", events, (slot,))


def test_alike_is_no_change() -> None:
    assert changes([sketch("i1", "e1")], [sketch("i1", "e1")]) == ()


def test_new_and_gone() -> None:
    found = changes([sketch("i1", "e1")], [sketch("i2", "e2")])
    assert [(one.kind, one.was, one.now) for one in found] == [("gone", ("i1",), ()), ("new", (), ("i2",))]


def test_a_value_that_came_and_one_that_went() -> None:
    (one,) = changes([sketch("i1", "e1", killed="3")], [sketch("i2", "e1", "e2", killed="9", shown=2)])
    assert (one.kind, one.was, one.now, one.mentions) == ("changed", ("i1",), ("i2",), 1)
    (slot,) = one.slots
    assert (slot.came, slot.went, slot.before, slot.after) == (("9",), ("3",), (1, 2), (2, 2))


def test_merged_and_split() -> None:
    (merged,) = changes([sketch("i1", "e1"), sketch("i2", "e2")], [sketch("i3", "e1", "e2")])
    assert (merged.kind, merged.was, merged.now, merged.mentions) == ("merged", ("i1", "i2"), ("i3",), 0)
    (split,) = changes([sketch("i3", "e1", "e2")], [sketch("i1", "e1"), sketch("i2", "e2")])
    assert (split.kind, split.was, split.now) == ("split", ("i3",), ("i1", "i2"))
