"""RSS and Atom files: each item that carries its full text is a page."""

import re
from collections.abc import Iterator
from dataclasses import replace
from email.utils import parsedate_to_datetime
from html import unescape

from headwater.pages.feeditems import FeedItem, FeedParser, NotAFeedError, TooDeepError
from headwater.pages.options import PageOptions
from headwater.pages.place import Place, as_address, make_page, refuse, too_large
from headwater.pages.reasons import Reason
from headwater.pages.streams import Stream
from headwater.records import Given, Page, Unread

FULL_HTML = 600
FULL_TEXT = 1500

_TAG = re.compile(r"<[^<>]{0,2000}>")
_PARAGRAPH = re.compile(r"<p[\s>]|<br\s{0,9}/?>\s{0,99}<br", re.I)
_TEASER = re.compile(r"\[?(?:…|\.\.\.)\]?|\b(?:read (?:more|the full|the rest)|continue reading|full story)\b", re.I)


def read_feed(stream: Stream, place: Place, options: PageOptions) -> Iterator[Page | Unread]:
    """Each item with its full text as a page; `summary_only` for one without, `bad_feed` where the file breaks off."""
    limited = Stream(stream, options.max_whole_bytes)
    parser = FeedParser(options.max_page_bytes)
    number = 0
    trouble: tuple[Reason, str] | None = None
    while trouble is None and (data := limited.read()):
        trouble = _feed(parser, data)
        for item in parser.take():
            number += 1
            yield _read_item(item, parser.title, place.at(number), options)
    if cut := limited.trouble or stream.trouble:
        trouble = cut.reason, cut.detail
    if trouble := trouble or _feed(parser, None):
        yield refuse(place, *trouble)


def _feed(parser: FeedParser, data: bytes | None) -> tuple[Reason, str] | None:
    """Give the parser more, or (None) the end; answers what is wrong."""
    from xml.etree.ElementTree import ParseError

    from defusedxml import DefusedXmlException

    try:
        parser.feed(data)
    except DefusedXmlException:
        return "bad_feed", "it defines entities of its own, which may be a bomb, and is refused"
    except TooDeepError:
        return "bad_feed", "its elements are nested too deeply"
    except NotAFeedError as error:
        return "bad_feed", f"it is XML, but neither RSS nor Atom: its root is <{str(error)[:40]}>"
    except ParseError as error:
        return "bad_feed", f"it is not well-formed XML: {error}"
    except (ValueError, LookupError) as error:
        return "bad_feed", f"its encoding cannot be read: {error}"
    return None


def _read_item(item: FeedItem, title: str | None, spot: Place, options: PageOptions) -> Page | Unread:
    url = as_address(item.link) or as_address(item.guid)
    own = Given(url=url, published=_date(item.published), outlet=" ".join((title or "").split())[:300] or None)
    spot = replace(spot, url=url, own=own, charset="utf-8", media_type="text/html")
    if item.too_large:
        return refuse(spot, *too_large("the item", options.max_page_bytes))
    text = item.content if item.content.strip() else item.description if is_full_text(item.description) else None
    if text is None:
        return refuse(spot, "summary_only", "the feed gives only a summary of this item; read the page itself")
    plain = item.is_plain if item.content.strip() else not _TAG.search(text)
    return make_page(replace(spot, media_type="text/plain") if plain else spot, text.encode("utf-8", "surrogatepass"))


def is_full_text(description: str) -> bool:
    """Whether a description is clearly the whole article: long, in paragraphs, no sign of a teaser at its end."""
    words = unescape(_TAG.sub("", description)).strip()
    if _TEASER.search(words[-300:]):
        return False
    return len(words) >= FULL_TEXT or (len(words) >= FULL_HTML and len(_PARAGRAPH.findall(description)) >= 2)


def _date(value: str | None) -> str | None:
    """RSS dates as ISO 8601; anything else as it stands."""
    stated = (value or "").strip()[:100]
    try:
        return parsedate_to_datetime(stated).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return stated or None
