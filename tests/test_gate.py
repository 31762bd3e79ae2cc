"""What the reader has reached on the sample and on the unseen pages, it still reaches; and the gate can fall."""

import sys
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

from eval.report import Options, Report

from eval import gate

FLOORS = gate.load(gate.FLOORS)


@cache
def report(name: str) -> Report:
    return gate.MEASURES[name](Path(), Options())


@pytest.mark.parametrize("name", gate.MEASURES)
def test_no_figure_is_under_its_floor(name: str) -> None:
    assert list(gate.falls(FLOORS[name], report(name))) == []


@pytest.mark.parametrize("name", gate.MEASURES)
def test_floors_are_there_for_every_pinned_figure(name: str) -> None:
    assert set(FLOORS[name].at_least) == set(gate.PINNED)
    assert set(FLOORS[name].at_most) == set(gate.CAPPED)
    assert FLOORS[name].commit


def made(corpus: str = "c1", **figures: float) -> Report:
    return Report("made", 1, corpus, {}, dict.fromkeys(gate.PINNED, 0.8) | {"furniture_inside": 0.1} | figures)


def test_a_fall_is_seen() -> None:
    floor = gate.pinned(made(), "abc")
    assert list(gate.falls(floor, made())) == []
    assert [line.split()[0] for line in gate.falls(floor, made(recall=0.79))] == ["made.recall"]
    assert [line.split()[0] for line in gate.falls(floor, made(furniture_inside=0.11))] == ["made.furniture_inside"]
    assert [line.split()[0] for line in gate.falls(floor, made(recall=float("nan")))] == ["made.recall"]
    figures = {name: value for name, value in made().figures.items() if name != "recall"}
    assert len(list(gate.falls(floor, replace(made(), figures=figures)))) == 1


def test_other_pages_are_seen() -> None:
    assert len(list(gate.falls(gate.pinned(made(), "abc"), made(corpus="c2", recall=0.1)))) == 1


def test_raising_never_lowers() -> None:
    old = gate.pinned(made(), "abc")
    better = gate.raised(old, gate.pinned(made(recall=0.9, precision=0.5, furniture_inside=0.3), "def"))
    assert better.at_least["recall"] > old.at_least["recall"]
    assert better.at_least["precision"] == old.at_least["precision"]
    assert better.at_most == old.at_most
    assert better.commit == "def"
    assert gate.raised(old, gate.pinned(made(recall=0.1), "def")) == old
    assert gate.raised(old, gate.pinned(made(corpus="c2", recall=0.9), "def")) == old


def test_floors_are_read_as_written(tmp_path: Path) -> None:
    floors = {"made": gate.pinned(made(), "abc")}
    (tmp_path / "floors.toml").write_text(gate.toml(floors))
    assert gate.load(tmp_path / "floors.toml") == floors
