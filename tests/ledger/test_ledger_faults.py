"""Everything that can be wrong with a ledger's file is told in one line that names it and says what to do."""

import os
import sqlite3
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from headwater.errors import LedgerError
from headwater.ledger import open_ledger
from headwater.ledger.migrations import APPLICATION_ID, Step, format_of, migrate, steps
from headwater.ledger.opening import prepare
from headwater.ledger.sqlite import SqliteLedger
from made_readings import made_page, made_reading, page_of, unread

NOBODY = 65534


def told(path: Path, *, create: bool = True) -> str:
    """What is said when this is opened as a ledger."""
    with pytest.raises(LedgerError) as caught:
        open_ledger(path, create=create).close()
    message = str(caught.value)
    assert message.startswith(f"{path}: ")
    assert "\n" not in message
    return message


@contextmanager
def as_nobody() -> Iterator[None]:
    """Without the rights of root, to whom nothing is forbidden."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


def filled(path: Path) -> Path:
    with open_ledger(path) as ledger, ledger.writer() as writer:
        writer.add_pages([(made_page(1), made_reading(made_page(1)))])
    return path


def test_a_folder(tmp_path: Path) -> None:
    assert "is a folder, not a ledger" in told(tmp_path)


def test_no_such_file(tmp_path: Path) -> None:
    assert "no such ledger; make one with `headwater read" in told(tmp_path / "none.hw", create=False)
    assert not (tmp_path / "none.hw").exists()


def test_no_such_folder(tmp_path: Path) -> None:
    assert "make it first" in told(tmp_path / "none" / "ledger.hw")


@pytest.mark.parametrize("content", [b"<html>not a ledger</html>", b"SQLite format 4\0" + bytes(200), b"S"])
def test_another_kind_of_file(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(content)
    assert "is not a ledger" in told(path)
    assert path.read_bytes() == content


def test_a_torn_file(tmp_path: Path) -> None:
    path = filled(tmp_path / "ledger.hw")
    content = path.read_bytes()
    path.write_bytes(content[:3000] + b"\xff" * (len(content) - 3000))
    with pytest.raises(LedgerError, match=r"is damaged|is not a ledger") as caught, open_ledger(path) as ledger:
        list(ledger.view().records("block"))
    assert "\n" not in str(caught.value)


def test_damaged_contents(tmp_path: Path) -> None:
    path = filled(tmp_path / "ledger.hw")
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE contents SET text = x'00', data = x'00', sentences = x'00'")
        connection.execute("UPDATE bundles SET records = x'00'")
        connection.execute("UPDATE articles SET record = '{'")
    with open_ledger(path) as ledger:
        view, page = ledger.view(), made_page(1).id
        for call in (
            lambda: view.page_text(page),
            lambda: view.page_bytes(page),
            lambda: view.sentences(page),
            lambda: list(view.records("block")),
            lambda: list(view.records("article")),
            lambda: list(view.articles()),
            lambda: view.search("dusk"),
        ):
            with pytest.raises(LedgerError, match="is damaged"):
                call()


def test_a_database_of_another_program(tmp_path: Path) -> None:
    path = tmp_path / "bookmarks.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE bookmarks (id)")
    assert "a database of another program" in told(path)


def test_a_newer_format(tmp_path: Path) -> None:
    path = filled(tmp_path / "ledger.hw")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    assert f"newer Headwater (format 99, this one knows {steps()[-1].number})" in told(path)
    assert "pip install --upgrade" in told(path)


def test_an_empty_file_becomes_a_ledger(tmp_path: Path) -> None:
    path = tmp_path / "ledger.hw"
    path.touch()
    assert filled(path) == path


def test_a_locked_ledger(tmp_path: Path) -> None:
    path = filled(tmp_path / "ledger.hw")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with SqliteLedger(path, wait_s=0.05) as ledger, ledger.writer() as writer:
            with pytest.raises(LedgerError, match="another process is writing to it; wait"):
                writer.add_pages([(made_page(2), made_reading(made_page(2)))])
            assert ledger.view().counts()["page"] == 1
            other.execute("ROLLBACK")
            writer.add_pages([(made_page(2), made_reading(made_page(2)))])
            assert ledger.view().counts()["page"] == 2


def test_a_ledger_that_may_only_be_read(tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    folder.mkdir()
    path = filled(folder / "ledger.hw")
    path.chmod(0o444)
    folder.chmod(0o555)
    for parent in (tmp_path, *list(tmp_path.parents)[:3]):
        parent.chmod(parent.stat().st_mode | 0o055)
    try:
        with as_nobody(), open_ledger(path) as ledger:
            assert ledger.view().counts()["page"] == 1
            assert len(ledger.view().search("dusk")) == 1
            with pytest.raises(LedgerError, match="may not be written"):
                ledger.writer()
        with as_nobody():
            assert "cannot be opened" in told(folder / "new.hw")
        assert sorted(each.name for each in folder.iterdir()) == ["ledger.hw"]
    finally:
        folder.chmod(0o755)


def test_a_ledger_that_may_not_be_read(tmp_path: Path) -> None:
    path = filled(tmp_path / "ledger.hw")
    path.chmod(0o000)
    with as_nobody():
        assert "may not be read" in told(path)


def test_a_full_disk(tmp_path: Path) -> None:
    """The database may not grow: to SQLite that is the same as a disk without room."""
    path = filled(tmp_path / "ledger.hw")
    with open_ledger(path) as ledger, ledger.writer() as writer:
        writer._pragma("PRAGMA max_page_count = 1")
        noise = [page_of(os.urandom(60_000).hex(), f"noise {number:05d}") for number in range(9)]
        with pytest.raises(LedgerError, match="no space left for it; what was finished before is safe"):
            writer.add_pages([(page, unread(page)) for page in noise])
        assert ledger.view().counts()["page"] == 1


def test_a_reader_in_another_process_while_one_writes(tmp_path: Path) -> None:
    path = tmp_path / "ledger.hw"
    script = """
        import sys
        from pathlib import Path
        from headwater.ledger import open_ledger
        with open_ledger(Path(sys.argv[1]), create=False) as ledger:
            view = ledger.view()
            for _ in sys.stdin:
                read = {page.id for page in view.records("page")}
                with_blocks = {block.page for block in view.records("block")}
                print(view.counts()["page"], len(read), len(with_blocks), len(view.search("dusk")), flush=True)
    """
    command = [sys.executable, "-c", textwrap.dedent(script), str(path)]
    with open_ledger(path) as ledger, ledger.writer() as writer:
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True, "bufsize": 1}
        with subprocess.Popen(command, **pipes) as reader:
            assert reader.stdin is not None
            assert reader.stdout is not None
            for number in range(1, 6):
                writer.add_pages([(made_page(number), made_reading(made_page(number)))])
                with writer._connection.begin():
                    # A transaction is under way in this process while the other reads.
                    writer._connection.exec_driver_sql("DELETE FROM pages")
                    reader.stdin.write("look\n")
                    assert reader.stdout.readline().split() == [str(number)] * 4
                    writer._connection.get_transaction().rollback()
            reader.stdin.close()


def test_a_temporary_ledger_is_gone_when_closed() -> None:
    ledger = open_ledger(None)
    folder = ledger.path.parent
    assert ledger.temporary
    assert folder.exists()
    ledger.close()
    assert not folder.exists()


OLD = Step(1, f"PRAGMA application_id = {APPLICATION_ID};\nCREATE TABLE pages (id TEXT);\n")
NEW = Step(2, "ALTER TABLE pages ADD COLUMN seen TEXT;\nUPDATE pages SET seen = 'long; ago';\n")
BROKEN = Step(3, "CREATE TABLE more (id TEXT);\nCREATE TABLE pages (id TEXT);\n")


def test_an_older_format_is_brought_up_step_by_step(tmp_path: Path) -> None:
    path = tmp_path / "old.hw"
    prepare(path, create=True, steps=[OLD], wait_s=1)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("INSERT INTO pages VALUES ('p1')")
    for _ in range(2):
        prepare(path, create=False, steps=[OLD, NEW], wait_s=1)
        with closing(sqlite3.connect(path)) as connection:
            assert format_of(connection) == 2
            assert connection.execute("SELECT id, seen FROM pages").fetchall() == [("p1", "long; ago")]


def test_a_step_that_fails_leaves_the_format_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "old.hw"
    prepare(path, create=True, steps=[OLD, NEW], wait_s=1)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        with pytest.raises(sqlite3.OperationalError):
            migrate(connection, [OLD, NEW, BROKEN])
        assert format_of(connection) == 2
        assert connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'more'").fetchone() == (0,)


def test_steps_are_numbered_without_gaps() -> None:
    assert [step.number for step in steps()] == list(range(1, len(steps()) + 1))
