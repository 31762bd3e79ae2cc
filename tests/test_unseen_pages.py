"""The drawn pages agree with their truth for any seed, are the same for the same seed, and the check can fail."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[1] / "eval/pages_unseen"


def make(*options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(FOLDER / "make.py"), *options], capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("seed", ["1", "2", "77"])
def test_pages_and_truth_agree(seed: str) -> None:
    done = make("--check", "--seed", seed)
    assert (done.returncode, done.stdout) == (0, "pages and truth agree\n")


def test_same_seed_same_bytes(tmp_path: Path) -> None:
    drawn = []
    for name, seed in (("one", "1"), ("two", "1"), ("other", "2")):
        assert make("--out", str(tmp_path / name), "--seed", seed).returncode == 0
        drawn.append({path.name: path.read_bytes() for path in (tmp_path / name).rglob("*") if path.is_file()})
    assert drawn[0] == drawn[1]
    assert all(drawn[0][page] != drawn[2][page] for page in drawn[0])
    pages = [name for name in drawn[0] if not name.endswith(".json")]
    assert (sum(name.endswith(".html") for name in pages), len(pages)) == (15, 30)


def test_a_third_of_the_pages_holds_one_article(tmp_path: Path) -> None:
    make("--out", str(tmp_path))
    counts = [len(json.loads(path.read_text())["articles"]) for path in (tmp_path / "truth").iterdir()]
    assert counts.count(1) == 10


def test_the_check_sees_what_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(FOLDER))
    import sheet

    article = {"title": "Hills are wet", "authors": [], "credits": [], "dateline": None, "embedded_in": None}
    article |= {"first": "It rained.", "last": "It stopped.", "sentences": ["It rained.", "It stopped."]}
    truth = {"page": "x.html", "articles": [article], "in_no_article": ["Menu"]}
    right = "<ul><li>Menu</ul><h1>Hills are wet</h1><p>It rained.<p>It stopped."
    assert sheet.faults(right, truth) == []
    for wrong in (
        right.replace("rained", "snowed"),
        right.replace("Menu", ""),
        right.replace("Hills", "Roads"),
        right + "It rained.",
    ):
        assert sheet.faults(wrong, truth)
    assert sheet.faults(right.replace("It rained.<p>It stopped.", "It stopped.<p>It rained."), truth)
