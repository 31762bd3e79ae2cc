"""Functions for workers: these must be importable by name."""

import os
import time
from pathlib import Path


def square(number: int) -> int:
    return number * number


def slow_first(number: int) -> int:
    """The earlier the item, the longer it takes."""
    time.sleep(0.02 if number % 16 == 0 else 0)
    return number


def fails_at_nine(number: int) -> int:
    if number == 9:
        raise ValueError("nine is not to be had")
    return number


def dies_at_seven(number: int) -> int:
    if number == 7:
        os._exit(3)
    return number


def dies_once(item: tuple[int, str]) -> int:
    """Kills the worker the first time it sees the item that bears a path, and not again."""
    number, path = item
    if path and not Path(path).exists():
        Path(path).touch()
        os._exit(3)
    return number


def hangs_at_five(number: int) -> int:
    while number == 5:
        time.sleep(60)
    return number


def sleep_hard_at_five(number: int) -> int:
    """Like hangs_at_five, but deaf to every `except Exception` in between."""
    try:
        return hangs_at_five(number)
    except Exception:
        return -1


def unsendable_at_three(number: int) -> object:
    return (lambda: number) if number == 3 else number


def process_id(_: int) -> int:
    return os.getpid()


PREPARED: list[int] = []


def prepare() -> None:
    PREPARED.append(os.getpid())


def fail_to_prepare() -> None:
    raise FileNotFoundError("no lexicon here")


def preparations(_: int) -> tuple[int, int]:
    return os.getpid(), len(PREPARED)


def even(number: int) -> bool:
    return number % 2 == 0


def total(numbers: list[int]) -> int:
    return sum(numbers)


def negative(number: int) -> int:
    return -number
