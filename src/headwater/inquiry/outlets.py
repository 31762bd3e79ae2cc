"""How an outlet is called on screen."""

from urllib.parse import urlsplit

from headwater.records import Article, PageRecord

LONGEST = 120


def outlet_of(article: Article, page: PageRecord) -> str:
    """The publisher, or what the user said, or the host of the address; at most 120 characters, empty where unknown."""
    stated = article.publisher.name if article.publisher is not None else page.given.outlet
    name = stated or host_of(page)
    return name if len(name) <= LONGEST else name[: LONGEST - 1] + "…"


def host_of(page: PageRecord) -> str:
    """The host of the page's address without www., or nothing."""
    for address in (page.given.url, page.location):
        try:
            host = urlsplit(address).hostname if address and "://" in address else None
        except ValueError:
            host = None
        if host:
            return host.removeprefix("www.")
    return ""
