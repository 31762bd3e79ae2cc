"""Each command does its job, and its output is what programs can read."""

import json
import subprocess
import sys
from pathlib import Path

from made_calls import Call, records


def test_read_then_export_then_why(call: Call, story: Path) -> None:
    assert call("read", story, "--ledger", "a.ledger").code == 0
    found = records(call("export", "a.ledger").out)
    (article,) = found["article"]
    assert article["title"]["text"] == "Two die in Torma as shells hit the bridge"
    assert [author["name"] for author in article["authors"]] == ["Ana Belic"]
    assert article["published"]["date"] == "2024-03-12"
    killed = next(each for each in found["quantity"] if each["unit"] == "killed")
    assert killed["best"] == 2
    told = call("why", killed["id"][:10], "--ledger", "a.ledger").out
    assert "story.html" in told
    assert killed["text"] in told
    start = told.index("bytes")
    assert killed["text"] in told[start:]


def test_why_in_json_gives_bytes_of_the_page(call: Call, story: Path) -> None:
    call("read", story, "--ledger", "a.ledger")
    article = records(call("export", "a.ledger", "--kind", "article").out)["article"][0]
    told = json.loads(call("why", article["id"], "--ledger", "a.ledger", "--json").out)
    title = next(place for place in told["places"] if place["what"] == "title")
    data = story.read_bytes()
    assert b"".join(data[start:end] for start, end in title["bytes"]).decode() == article["title"]["text"]


def test_without_bytes_why_and_verify_say_what_they_cannot_show(call: Call, story: Path) -> None:
    assert call("read", story, "--ledger", "a.ledger", "--no-bytes").code == 0
    article = records(call("export", "a.ledger", "--kind", "article").out)["article"][0]
    assert "not kept" in call("why", article["id"], "--ledger", "a.ledger").out
    verified = call("verify", "a.ledger")
    assert verified.code == 0
    assert "not kept" in verified.out


def test_verify_finds_a_changed_page(call: Call, story: Path) -> None:
    import sqlite3
    import zlib

    call("read", story, "--ledger", "a.ledger")
    assert call("verify", "a.ledger").code == 0
    with sqlite3.connect("a.ledger") as connection:
        (packed,) = connection.execute("select data from contents").fetchone()
        changed = zlib.decompress(packed).replace(b"Two people", b"Ten people")
        connection.execute("update contents set data = ?", (zlib.compress(changed),))
    faulty = call("verify", "a.ledger")
    assert faulty.code == 6
    assert "bytes_changed" in faulty.out


def test_reading_twice_writes_nothing_new(call: Call, story: Path) -> None:
    call("read", story, "--ledger", "a.ledger")
    before = call("export", "a.ledger", "--no-bookkeeping").out
    again = json.loads(call("read", story, "--ledger", "a.ledger", "--json").out)
    assert (again["read"], again["skipped"]) == (0, 1)
    assert call("export", "a.ledger", "--no-bookkeeping").out == before


def test_csv_of_a_kind(call: Call, story: Path) -> None:
    call("read", story, "--ledger", "a.ledger")
    header, row = call("export", "a.ledger", "--format", "csv", "--kind", "article").out.splitlines()
    assert "title.text" in header
    assert "Two die in Torma" in row


def test_undated_articles_are_counted_in_a_warning(call: Call, tmp_path: Path) -> None:
    (tmp_path / "bare.txt").write_text(
        "Shells hit the mill at Torma\n\nShells hit the mill at Torma, and the miller was hurt. Nobody was killed there.\n"
        "\nThe mill stands on the river, and it was the last one working in the valley, the miller said to neighbours.\n"
    )
    told = call("read", "bare.txt", "--ledger", "a.ledger", "--quiet")
    assert "no date of publication" in told.err


def test_version_and_help_come_fast_and_import_nothing_heavy() -> None:
    code = (
        "import sys, headwater.cli; heavy = {'numpy', 'sqlalchemy', 'starlette', 'rich.progress', 'httpx', 'ftfy'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
