"""Addresses within the desk."""

from urllib.parse import quote

from headwater.records import Span


def page(id_: str) -> str:
    """The reader at a page."""
    return f"/page/{quote(id_, safe='')}"


def at(id_: str, span: Span) -> str:
    """The reader at a span of a page: the query is for browsers without scripts, the fragment is the permalink."""
    if span.space != "text":
        return page(id_)
    return f"{page(id_)}?start={span.start}&end={span.end}#s={span.start}-{span.end}"


def record(id_: str) -> str:
    """Wherever the record with this id stands."""
    return f"/r/{quote(id_, safe='')}"


def incident(id_: str) -> str:
    """The page of an incident."""
    return f"/incident/{quote(id_, safe='')}"
