"""Windows tile the sentences, in order, and none is too long."""

from hypothesis import given
from hypothesis import strategies as st

from headwater.knowledge.windows import ROOM, windows


@given(st.lists(st.integers(1, ROOM), max_size=80))
def test_windows_tile_the_sentences(sizes: list[int]) -> None:
    found = windows(sizes)
    assert [index for window in found for index in window] == list(range(len(sizes)))
    assert all(sum(sizes[index] for index in window) <= ROOM for window in found)


def test_windows_are_filled_evenly() -> None:
    assert [len(window) for window in windows([30] * 10)] == [5, 5]
