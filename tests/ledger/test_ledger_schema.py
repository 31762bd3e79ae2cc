"""The tables that queries see are those that the migrations make."""

from pathlib import Path

from sqlalchemy import create_engine, inspect

from headwater.ledger import open_ledger
from headwater.ledger.schema import METADATA


def test_schema_and_migrations_agree(tmp_path: Path) -> None:
    open_ledger(tmp_path / "ledger.hw").close()
    inspector = inspect(create_engine(f"sqlite:///{tmp_path / 'ledger.hw'}"))
    for table in METADATA.sorted_tables:
        made = [column["name"] for column in inspector.get_columns(table.name)]
        assert made == [column.name for column in table.columns], table.name
