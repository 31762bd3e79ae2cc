"""The colours of the seven classes can be told apart, by those too who see fewer colours, and stand out from the paper."""

import itertools
import re
from pathlib import Path

import pytest

from headwater.web.chain import CLASSES

STATIC = Path(__file__).parents[2] / "src/headwater/web/static"

# What is left of linear red, green and blue where one sort of cone is missing (Machado, Oliveira and Fernandes 2009).
SIGHT = {
    "full": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}


def times(matrix, vector):
    return [sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix]


def linear(colour):
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def lab(light):
    """CIE L*a*b* of linear light: equal distances look about equally far apart."""
    matrix = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.0721750), (0.0193339, 0.1191920, 0.9503041))
    xyz = times(matrix, [min(max(part, 0), 1) for part in light])
    x, y, z = (
        part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116
        for part in (xyz[0] / 0.95047, xyz[1], xyz[2] / 1.08883)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def contrast(one, other):
    light = sorted(
        sum(w * part for w, part in zip((0.2126, 0.7152, 0.0722), linear(c), strict=True)) for c in (one, other)
    )
    return (light[1] + 0.05) / (light[0] + 0.05)


def colours(sheet, scheme):
    """The custom properties with a plain colour, by day or by night."""
    day, night = (STATIC / sheet).read_text().split("prefers-color-scheme: dark", 1)
    return dict(re.findall(r"--(\w+): (#[0-9a-f]{6});", day if scheme == "day" else night))


@pytest.mark.parametrize("scheme", ["day", "night"])
@pytest.mark.parametrize("sight", SIGHT)
def test_the_classes_can_be_told_apart(scheme, sight):
    found = colours("voices.css", scheme)
    seen = {class_: lab(times(SIGHT[sight], linear(found[class_]))) for class_ in CLASSES}
    near = min(
        (sum((a - b) ** 2 for a, b in zip(seen[one], seen[two], strict=True)) ** 0.5, one, two)
        for one, two in itertools.combinations(seen, 2)
    )
    assert near[0] > 20, near


@pytest.mark.parametrize("scheme", ["day", "night"])
def test_bars_and_lines_stand_out_from_the_paper(scheme):
    found = colours("voices.css", scheme)
    paper = colours("desk.css", scheme)["paper"]
    assert {class_: contrast(found[class_], paper) for class_ in CLASSES if contrast(found[class_], paper) < 3} == {}
