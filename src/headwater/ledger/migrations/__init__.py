"""The format of the ledger, one numbered file per change; the last number is the format this program writes."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

APPLICATION_ID = int.from_bytes(b"HDWR", "big")


@dataclass(frozen=True, slots=True)
class Step:
    """SQL that makes format `number` out of the one before it."""

    number: int
    sql: str


@cache
def steps() -> tuple[Step, ...]:
    """All steps, in order: 0001 makes the first format out of an empty file."""
    names = sorted(entry.name for entry in files(__name__).iterdir() if entry.name.endswith(".sql"))
    return tuple(Step(int(name.split("_")[0]), (files(__name__) / name).read_text("utf-8")) for name in names)


def format_of(connection: sqlite3.Connection) -> int:
    """The format number that the file bears; 0 for an empty one."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection, path: Sequence[Step]) -> None:
    """Bring the file to the last step of `path`, each step in one transaction; several processes may try at once."""
    for step in path:
        if format_of(connection) >= step.number:
            continue
        connection.execute("BEGIN IMMEDIATE")
        try:
            if format_of(connection) < step.number:
                for statement in _statements(step.sql):
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {step.number:d}")
            connection.execute("COMMIT")
        except BaseException:
            connection.execute("ROLLBACK")
            raise


def _statements(sql: str) -> list[str]:
    """The statements of a script; `executescript` would end the transaction they are to stand in."""
    statements: list[str] = []
    pending = ""
    for line in sql.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            statements.append(pending)
            pending = ""
    return statements
