"""What an engine is: muscle that knows nothing of what it moves."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import Protocol, TypeVar

In = TypeVar("In")
Out = TypeVar("Out")


class Engine(Protocol):
    """Runs pure, picklable functions over many items, on as many workers as it has."""

    def map(self, function: Callable[[In], Out], items: Iterable[In]) -> Iterator[Out]:
        """`function` of each item, in the order of the items; items are drawn as workers come free."""
        ...

    def group(
        self, key: Callable[[In], Hashable], items: Iterable[In], function: Callable[[list[In]], Out]
    ) -> Iterator[Out]:
        """`function` of each group of items with one key, in the order of the keys' first appearance."""
        ...
