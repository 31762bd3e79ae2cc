"""Made copies: what was taken over is known to the character, and a measure of invented texts comes out as it must."""

import csv
import random
from pathlib import Path

import pytest
from eval.copying.edits import KINDS, inject
from eval.copying.texts import Text
from eval.report import Options, Report, Skipped

from eval import copies
from made_news import words


def invented(number: int) -> Text:
    chance = random.Random(number)
    sentences = [" ".join(words(chance, 15)).capitalize() + "." for _ in range(14)]
    return Text(f"t{number}", (f"News {number}", " ".join(sentences)), "courier", date="2031-03-04")


@pytest.mark.parametrize("kind", KINDS)
def test_the_characters_taken_over_are_the_same_words_on_both_sides(kind: str) -> None:
    original, donor = invented(1), invented(2)
    made = inject(original, donor, kind, random.Random(5))
    ours = "".join(original.text[at] for at in sorted(made.original_characters))
    theirs = "".join(made.copy.text[at] for at in sorted(made.copy_characters))
    letters = [sorted(char for char in side if char.isalnum()) for side in (ours, theirs)]
    assert letters[0] == letters[1] != []
    share = len(made.original_characters) / len(original.text)
    least, most = {"third": (0.25, 0.5), "changed30": (0.5, 0.8), "new_lead": (0.7, 0.95)}.get(kind, (0.7, 1.0))
    assert least <= share <= most


def test_measure_on_invented_texts(tmp_path: Path) -> None:
    folder = tmp_path / "syrianews"
    folder.mkdir()
    with (folder / "made.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["unit_id", "title", "content", "outlet", "date", "location"])
        for text in map(invented, range(30)):
            writer.writerow([text.id, text.paragraphs[0], text.paragraphs[1], text.outlet, "3/4/2031", "harun"])
    report = copies.measure(tmp_path, Options(systems=("none",)))
    assert isinstance(report, Report)
    assert report.figures["syrianews.ours.precision"] == 1.0
    assert report.figures["syrianews.ours.exact.recall"] == report.figures["syrianews.ours.exact.span_iou"] == 1.0
    assert report.figures["syrianews.ours.changed30.recall"] == 1.0
    assert report.figures["syrianews.ours.direction.right"] > 0
    assert "syrianews.ours.direction.wrong" not in report.figures


def test_without_data_it_says_so(tmp_path: Path) -> None:
    assert isinstance(copies.measure(tmp_path, Options()), Skipped)
