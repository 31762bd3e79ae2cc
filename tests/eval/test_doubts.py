"""Whether doubt says how often we are wrong."""

import pytest
from eval.doubts import _figures


def test_a_doubt_that_is_true_has_no_error_and_slope_one() -> None:
    judged = [(0.25, at % 4 != 0) for at in range(400)]
    figures = dict(_figures(judged))
    assert figures["slope"] == pytest.approx(1.0)
    assert figures["wrong"] == pytest.approx(0.25)
    assert figures["doubt"] == pytest.approx(0.25)


def test_a_doubt_twice_too_large_says_so_and_still_tells_apart() -> None:
    judged = [(0.2, at % 10 != 0) for at in range(300)] + [(0.8, at % 10 > 3) for at in range(300)]
    figures = dict(_figures(judged))
    assert figures["slope"] == pytest.approx(0.5)
    assert figures["error"] == pytest.approx(0.25)
    assert figures["spread"] == pytest.approx(0.3)
