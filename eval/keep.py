"""Texts of a run kept outside the repository, for reading misses by eye."""

import json
from collections.abc import Sequence
from pathlib import Path


def keep_texts(folder: Path | None, name: str, identities: Sequence[str], texts: Sequence[str]) -> None:
    """Write the texts by id to `folder`/`name`.json; nothing where no folder is given."""
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        pairs = dict(zip(identities, texts, strict=True))
        (folder / f"{name}.json").write_text(json.dumps(pairs, ensure_ascii=False, indent=0))
