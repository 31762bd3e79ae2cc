"""The labels that the encoder gives to words.  Their order is part of the protocol."""

from typing import Literal

PROTOCOL = 1

PartKind = Literal["source", "cue", "content"]
PART_KINDS: tuple[PartKind, ...] = ("source", "cue", "content")
# One label for no part, then for each kind: begins, within, ends, single word.
PART_LABELS = ("O", *(f"{place}-{kind}" for kind in PART_KINDS for place in "BIES"))

NAME_CLASSES = (
    "person", "organisation", "armed_group", "state", "outlet", "place", "platform", "weapon", "temporal", "quantity",
)  # fmt: skip
# One label for no name, then for each class: begins, within.
NAME_LABELS = ("O", *(f"{place}-{name}" for name in NAME_CLASSES for place in "BI"))

# How far apart, in sentences, two linked parts stand: from three or more before to three or more behind.
FARTHEST = 3
