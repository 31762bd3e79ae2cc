"""The same number told twice: "18 civilians" in a headline, "18 people" below."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from headwater.reading.numbered import Numbered
from headwater.reading.quantities.lexicon import Class
from headwater.records import Counted, Quantity

SMALLEST = 4  # smaller numbers are told of different people too often

Key = tuple[str, str, int]


def with_classes(found: Sequence[Numbered]) -> Iterator[Numbered]:
    """Where an article tells the class of so many in one place, those of the same number and unit elsewhere in it have
    it too; not where it tells two classes."""
    told: dict[Key, set[Class]] = {}
    for numbered in found:
        key, class_ = _key(numbered.quantity), _class(numbered.quantity)
        if key and class_ != "unknown":
            told.setdefault(key, set()).add(class_)
    for numbered in found:
        key = _key(numbered.quantity)
        classes = told.get(key, set()) if key else set()
        yield _with(numbered, classes) if len(classes) == 1 else numbered


def _with(numbered: Numbered, classes: set[Class]) -> Numbered:
    quantity = numbered.quantity
    if _class(quantity) != "unknown":
        return numbered
    of = quantity.of or Counted(None, None)
    (class_,) = classes
    return replace(numbered, quantity=replace(quantity, of=replace(of, class_=class_)))


def _key(quantity: Quantity) -> Key | None:
    number = quantity.best
    if number is None or number < SMALLEST or quantity.unit not in ("killed", "injured", "casualties"):
        return None
    return quantity.article, quantity.unit, number


def _class(quantity: Quantity) -> Class:
    return quantity.of.class_ if quantity.of else "unknown"
