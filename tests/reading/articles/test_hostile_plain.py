"""Roles and splitting stay linear on pages that are made to hurt."""

import gc
from time import process_time

import numpy as np
import pytest

from headwater.knowledge import load
from headwater.reading.articles.cues import read_cues
from headwater.reading.articles.plain import outline_plain
from headwater.reading.articles.plain_roles import give_plain_roles
from headwater.reading.articles.split import split
from headwater.text import Decoded

KNOWLEDGE = load()
UNITS = [
    "A title that goes on and on\n", "14:05\n", "By Ann Orde\n", "Read more\n", "3 March 2031\n", "KASNA: Shells fell. Two.\n",
    "Ed.\n", "Title of it all\nBy Ann Orde\n3 March 2031\n", "— Ann (@ann) March 4, 2031\n", "a|b|c|d\n", "Ann says:\n2 May 2031\n",
    "Read more\nShe said so. It was late.\n", "14:05\nShe said so. It was late.\n", "Share\nA title of a thing\nIt was. She went.\n",
]  # fmt: skip


@pytest.mark.parametrize("unit", UNITS)
def test_time_grows_with_the_page_and_no_faster(unit: str) -> None:
    def seconds(count: int) -> float:
        text = unit * count
        outline = outline_plain(Decoded(text, "utf-8", np.arange(len(text) + 1)))
        start = process_time()
        cues = read_cues(outline, KNOWLEDGE)
        split(outline, cues, give_plain_roles(outline, cues, KNOWLEDGE), KNOWLEDGE)
        return process_time() - start

    seconds(10)
    gc.collect()
    gc.disable()  # a collection looks through all that is known, at whatever moment
    try:
        assert min(seconds(1600) for _ in range(3)) < 8 * max(min(seconds(400) for _ in range(3)), 0.02)
    finally:
        gc.enable()
