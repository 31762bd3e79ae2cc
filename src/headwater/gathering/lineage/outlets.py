"""Which outlet an article stands at, as far as its address or its page says."""

import re
from urllib.parse import urlsplit

from headwater.records import Article, ArticleBody

_SECOND = frozenset(("co", "com", "org", "net", "gov", "ac", "edu"))
# A web archive keeps the address of the page inside its own.
_INSIDE = re.compile(r"/(https?://?[^/].*)$")


def host_of(location: str) -> str | None:
    """The host of an address without `www.`; of a page in an archive, that of the page, not of the archive."""
    within = _INSIDE.search(location)
    address = within.group(1) if within else location
    try:
        host = urlsplit(address).hostname if "://" in address else None
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def name_in(host: str) -> str:
    """The part of a host that is registered: what stands before `.com`, `.co.uk` and their like.

    >>> name_in("edition.orskcourier.co.uk")
    'orskcourier'
    """
    labels = host.split(".")[:-1] or [host]
    while len(labels) > 1 and labels[-1] in _SECOND:
        labels.pop()
    return labels[-1]


def publisher_of(article: Article) -> str | None:
    """The publisher's name, folded."""
    return folded(article.publisher.name) if article.publisher else None


def outlet_of(body: ArticleBody) -> str:
    """The host, else the publisher of what is no reprint; empty where neither is known."""
    host = host_of(body.location)
    if host or body.article.kind == "reprint":
        return host or ""
    return publisher_of(body.article) or ""


def folded(name: str | None) -> str | None:
    """A name by which two outlets are told to be one.

    >>> folded("The Orsk Courier ")
    'orsk courier'
    """
    return name.casefold().removeprefix("the ").strip() or None if name else None


def called(name: str) -> frozenset[str]:
    """The folded name, and the initials of one of several words.

    >>> sorted(called("Orsk Press Agency"))
    ['opa', 'orsk press agency']
    """
    known = folded(name) or ""
    parts = re.findall(r"\w+", known)
    initials = "".join(part[0] for part in parts)
    return frozenset((known, initials) if len(parts) > 1 and " " in known else (known,)) - {""}
