"""Ids: the hash of what a record is about, never of what it says, so that reading twice writes nothing new."""

from hashlib import blake2b, sha256

from headwater.records.span import Span


def digest(data: bytes) -> str:
    """SHA-256 of the bytes, as hex."""
    return sha256(data).hexdigest()


def page_id(sha: str, address: str) -> str:
    """Id of a page: its bytes and its address without local folder, so one text at two addresses is two pages."""
    return "p" + _short(f"page\n{sha}\n{address}")


def record_id(kind: str, page: str, span: Span | None, type_: str = "") -> str:
    """Id of whatever is read on a page: kind, page, span and type."""
    where = "-" if span is None else f"{span.space}:{span.start}:{span.end}"
    return kind[0] + _short(f"{kind}\n{page}\n{where}\n{type_}")


def joint_id(kind: str, *members: str) -> str:
    """Id of a record about several others (a copy, a family, an incident), whatever their order."""
    return kind[0] + _short(kind + "\n" + "\n".join(sorted(members)))


def _short(key: str) -> str:
    return blake2b(key.encode(), digest_size=8).hexdigest()
