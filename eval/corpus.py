"""Data sets on disk: what is there, its hash, and the two halves of it."""

from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path

from eval.report import Half


def corpus_hash(files: Iterable[Path]) -> str:
    """Hash of names and bytes of the files, so that two figures can be seen to rest on the same items."""
    total = blake2b(digest_size=6)
    for path in sorted(files):
        total.update(path.name.encode())
        total.update(blake2b(path.read_bytes()).digest())
    return total.hexdigest()


def half_of(identity: str) -> Half:
    """The half that an item belongs to, by the hash of its id: stable under more or other items."""
    return "choose" if blake2b(identity.encode(), digest_size=2).digest()[0] % 2 else "report"


def in_half(identity: str, half: Half) -> bool:
    """Whether the item is measured under `half`."""
    return half in ("all", half_of(identity))
