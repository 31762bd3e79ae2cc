"""What is drawn over a text."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

_HREF = re.compile(r"(?:https?://|/(?!/)|#|\?)[^\x00-\x20\x7f\\]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch [start, end) of a text that is to stand out.

    `id` is unique among the marks drawn together: all pieces carry it as `data-m`, the first one as `id="m-…"`.  `data`
    becomes `data-…` attributes.  `href` makes a link of it, if the address can be no script.
    """

    start: int
    end: int
    classes: tuple[str, ...] = ()
    title: str | None = None
    href: str | None = None
    id: str | None = None
    data: Mapping[str, str] = field(default_factory=dict)


def safe_href(href: str | None) -> str | None:
    """The address if it is http, https, or a place on this site; None for every other (javascript:, data:, //host).

    >>> safe_href("https://example.org/a"), safe_href("#m-3"), safe_href("JavaScript:alert(1)"), safe_href("//host/x")
    ('https://example.org/a', '#m-3', None, None)
    """
    return href if href is not None and _HREF.fullmatch(href) else None
