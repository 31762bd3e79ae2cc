"""Sentences put together into windows: what the encoder reads at once."""

from collections.abc import Sequence

# Pieces that the encoder sees at once, with its two end marks.  Longer windows are slower and no better; shorter ones
# part contents from their sources (docs/decisions/008-layers-and-windows.md).
LONGEST = 192
ROOM = LONGEST - 2


def windows(sizes: Sequence[int], room: int = ROOM) -> list[list[int]]:
    """Indices of consecutive sentences that fit together, in order; a sentence longer than the room is alone.

    `sizes` are in pieces.  Windows are filled evenly: the sentences of a text that needs three windows fall into three
    of like length, so that none is left with a single sentence and no words around it.
    """
    total = sum(min(size, room) for size in sizes)
    aim = max(total / max(1, -(-total // room)), 1.0)
    found: list[list[int]] = []
    length = 0
    for index, size in enumerate(sizes):
        if not found or length + size > room or length + size / 2 > aim:
            found.append([])
            length = 0
        found[-1].append(index)
        length += min(size, room)
    return found
