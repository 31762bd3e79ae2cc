"""The command line, called as a user calls it, within this process."""

import sys
from pathlib import Path

import pytest

from headwater.cli import main
from made_calls import STORY, Answer, Call


@pytest.fixture
def call(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Call:
    monkeypatch.chdir(tmp_path)

    def run(*words: str | Path) -> Answer:
        monkeypatch.setattr(sys, "argv", ["headwater", *map(str, words)])
        try:
            main()
            code = 0
        except SystemExit as left:
            code = int(left.code or 0)
        told = capsys.readouterr()
        return Answer(code, told.out, told.err)

    return run


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.html"
    path.write_text(STORY)
    return path
