"""How many an article says were killed and injured in what it tells of, chosen from its quantities.

The same person is told of many times, wounded first and dead later, and other happenings stand beside; so each number
that the quantities give (and 0 and 1) is weighed by where and how often it stands.  The weights are fitted on the
articles that are given (softmax over the numbers of an article); what is chosen is always a number of that article.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from eval.tolls_told import Tale

Array = NDArray[np.float64]
LARGEST = {"killed": 70, "injured": 120}
_PRONOUNS = {"he", "she", "him", "her", "himself", "herself"}


def killed_numbers(article: Tale) -> list[int]:
    """What the killed may be."""
    names = {name for one in article.of("killed") for name in one.names}
    return sorted({0, 1, *(one.value for one in article.of("killed") if one.value < LARGEST["killed"])} | _few(names))


def injured_numbers(article: Tale, killed: int) -> list[int]:
    """What the injured may be where so many were killed."""
    stated = {one.value for one in article.of("injured")}
    rest = {max(one.value - killed, 0) for one in article.of("casualties")}
    few = _few(_unharmed(article)) | _few(_heads(article))
    return sorted({number for number in {0, 1} | stated | rest | few if number < LARGEST["injured"]})


def killed_signs(number: int, article: Tale) -> list[float]:
    """What speaks for so many killed."""
    told = article.of("killed")
    numbers = [one.value for one in told if not one.single]
    names = {name for one in told for name in one.names}
    joint = [one.value for one in article.of("casualties") if not one.single]
    signs = [
        any(one.value == number for one in told if one.start < article.title),
        any(one.value == number for one in told if one.start < article.title and not one.single),
        numbers[:1] == [number],
        [one.value for one in told[:1]] == [number],
        _share(numbers[:4], number),
        min(sum(one.value == number for one in told), 5) / 5,
        max(numbers[:4], default=-1) == number,
        max(numbers, default=-1) == number,
        len(names) == number,
        max(joint, default=-1) == number,
        bool(numbers) and number > max(numbers),
        number > 1 and not numbers,
        number == 2 and not numbers and len(names) >= 2,
        np.log1p(number) / 3,
        number > 1 and any(one.value == number - 1 for one in told[:3] if not one.single),
    ]
    return [float(sign) for sign in (*signs, *_none_killed(number, article, numbers), *_one_killed(number, article))]


def _none_killed(number: int, article: Tale, numbers: list[int]) -> list[float]:
    told = article.of("killed")
    signs = (
        True,
        not told,
        not article.dead,
        not article.dead_in_title,
        not numbers,
        bool(numbers),
        any(one.start < article.title for one in told),
        min(len(told), 4) / 4,
        article.alive,
    )
    return [float(sign) if number == 0 else 0.0 for sign in signs]


def _one_killed(number: int, article: Tale) -> list[float]:
    told = article.of("killed")
    numbers = any(not one.single for one in told)
    single = sum(one.single for one in told)
    signs = (
        True,
        bool(told) and not numbers,
        article.dead_in_title and not numbers,
        article.dead and not told,
        min(single, 4) / 4,
    )
    return [float(sign) if number == 1 else 0.0 for sign in signs]


def injured_signs(number: int, article: Tale, killed: int) -> list[float]:
    """What speaks for so many injured."""
    told, joint = article.of("injured"), article.of("casualties")
    numbers = [one.value for one in told if not one.single]
    rest = [one.value - killed for one in joint if not one.single]
    signs = [
        any(one.value == number for one in told if one.start < article.title and not one.single),
        any(one.value == number for one in told if one.start < article.title),
        numbers[:1] == [number],
        _share(numbers[:4], number),
        max(numbers[:4], default=-1) == number,
        max(numbers, default=-1) == number,
        rest[:1] == [number],
        max(rest[:3], default=-1) == number,
        max(rest, default=-1) == number,
        any(one.value - killed == number for one in joint if one.start < article.title and not one.single),
        any(one.value == number for one in joint if one.start < article.title and not one.single),
        len(_unharmed(article)) == number,
        len(_heads(article)) == number,
        len(_heads(article) - _heads(article, ("killed",))) == number,
        numbers[:1] == rest[:1] == [number],
        any(one.value == number and one.further for one in told if not one.single),
        bool(numbers) and number > max(numbers) and number > max(rest, default=-1),
        np.log1p(number) / 3,
    ]
    plain = bool(numbers) or any(one > 0 for one in rest)
    return [float(sign) for sign in (*signs, *_few_injured(number, article, killed, plain))]


def _few_injured(number: int, article: Tale, killed: int, plain: bool) -> list[float]:
    told = [*article.of("injured"), *article.of("casualties")]
    other = bool(_heads(article) - _heads(article, ("killed",)))
    none = (
        True,
        killed > 0,
        not told,
        killed > 0 and not plain,
        plain,
        killed > 0 and article.alive,
        other and killed > 0,
        any(one.value == 0 for one in article.of("injured")),
    )
    one = (
        True,
        killed == 0 and not plain,
        killed > 0 and not plain,
        killed == 0 and bool(told),
        any(each.further and each.single for each in told),
        len(_unharmed(article)) == 1 and killed > 0,
        killed > 0 and not _unharmed(article),
        killed > 0 and article.alive,
        other and killed > 0,
    )
    return [float(sign) if number == 0 else 0.0 for sign in none] + [float(s) if number == 1 else 0.0 for s in one]


def fit(signs: Sequence[Array], right: Sequence[int | None], steps: int = 400) -> Array:
    """Weights under which the right row of each article weighs most; articles without a right one are left out."""
    pairs = [(rows, row) for rows, row in zip(signs, right, strict=True) if row is not None]
    weights = np.zeros(pairs[0][0].shape[1])
    mean, spread = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, steps + 1):
        slope = 1e-3 * weights + sum((rows.T @ _softmax(rows @ weights) - rows[row] for rows, row in pairs)) / len(
            pairs
        )
        mean, spread = 0.9 * mean + 0.1 * slope, 0.99 * spread + 0.01 * slope**2
        weights = weights - 0.1 * (mean / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.99**step)) + 1e-8)
    return np.asarray(weights)


def choose(numbers: Sequence[int], signs: Array, weights: Array) -> int:
    """The number that weighs most."""
    return numbers[int(np.argmax(signs @ weights))]


def _softmax(scores: Array) -> Array:
    raised = np.exp(scores - scores.max())
    return np.asarray(raised / raised.sum())


def _unharmed(article: Tale) -> set[str]:
    """Names of those told to be hurt who are not told to be dead."""
    dead = {name for one in article.of("killed") for name in one.names}
    return {name for one in article.told if one.unit != "killed" for name in one.names} - dead


def _heads(article: Tale, units: Sequence[str] = ("injured", "casualties")) -> set[str]:
    single = [one for one in article.told if one.unit in units and one.single]
    return {head for one in single for head in one.heads} - _PRONOUNS


def _few(found: set[str]) -> set[int]:
    return {len(found)} if len(found) < 8 else set()


def _share(numbers: Sequence[int], number: int) -> float:
    return sum(one == number for one in numbers) / max(len(numbers), 1)
