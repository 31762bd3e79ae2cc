"""A file that is one page."""

from collections.abc import Iterator
from dataclasses import replace

from headwater.pages.options import PageOptions
from headwater.pages.place import Place, make_page, refuse, too_large
from headwater.pages.streams import Stream, read_capped
from headwater.records import Page, Unread


def read_single(stream: Stream, place: Place, options: PageOptions, media_type: str) -> Iterator[Page | Unread]:
    """The whole stream as one page."""
    place = replace(place, media_type=media_type)
    data, more = read_capped(stream, options.max_page_bytes)
    if more:
        yield refuse(place, *too_large("the page", options.max_page_bytes), data)
    elif stream.trouble:
        yield refuse(place, stream.trouble.reason, stream.trouble.detail, data)
    else:
        yield make_page(place, data)
