"""JSON lines: one page a line."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from headwater.pages.options import PageOptions
from headwater.pages.place import Place, as_address, make_page, refuse, too_large
from headwater.pages.sniff import kind_of_bytes
from headwater.pages.streams import Stream, lines
from headwater.records import Given, Page, Unread

# Names that scrapers give to the same thing; of several in one line the first named here holds.
URL = ("url", "link", "uri", "address", "page_url", "canonical_url", "article_url", "source_url", "web_url")
HTML = ("html", "raw_html", "page_html", "content_html", "body_html")
TEXT = ("text", "maintext", "main_text", "article_text", "full_text", "plain_text", "content", "body", "article")
PUBLISHED = (
    "published", "date", "published_at", "date_published", "datepublished", "date_publish", "publish_date",
    "published_date", "publication_date", "pub_date", "pubdate", "date_published_utc",
)  # fmt: skip
OUTLET = (
    "outlet", "publisher", "publication", "newspaper", "sitename", "site_name", "source_name", "source", "site",
    "source_domain", "domain",
)  # fmt: skip
SEEN = ("seen_at", "date_download", "crawled_at", "fetched_at", "retrieved_at", "scraped_at", "downloaded_at")

LONGEST_FIELD = 300

_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d[0-9:.,]{0,12}(?:Z|[+-]\d\d:?\d\d)?)?")


def read_jsonl(stream: Stream, place: Place, options: PageOptions) -> Iterator[Page | Unread]:
    """Each line as a page; `bad_line` for one that is no JSON object, or holds neither HTML nor text."""
    for number, line in lines(stream, options.max_page_bytes):
        spot = place.at(number)
        if line is None:
            yield refuse(spot, *too_large(f"line {number}", options.max_page_bytes))
        elif line.strip(b"\xef\xbb\xbf \t\r"):
            yield _read_line(line, number, spot)
    if stream.trouble:
        yield refuse(place, stream.trouble.reason, stream.trouble.detail)


def _read_line(line: bytes, number: int, spot: Place) -> Page | Unread:
    try:
        fields = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return refuse(spot, "bad_line", f"line {number} is not UTF-8", line)
    except ValueError as error:
        return refuse(spot, "bad_line", f"line {number} is not JSON: {error}", line)
    except RecursionError:
        return refuse(spot, "bad_line", f"line {number} is nested too deeply", line)
    if not isinstance(fields, dict):
        return refuse(spot, "bad_line", f"line {number} is JSON, but not an object with fields", line)
    return _read_fields({_key(name): value for name, value in reversed(fields.items())}, line, number, spot)


def _read_fields(fields: Mapping[str, Any], line: bytes, number: int, spot: Place) -> Page | Unread:
    url = as_address(_first(fields, URL))
    published, outlet, seen = (_first(fields, names) for names in (PUBLISHED, OUTLET, SEEN))
    spot = replace(
        spot,
        url=url,
        own=Given(url=url, published=published, outlet=outlet),
        seen_at=seen if seen and _ISO.fullmatch(seen) else spot.seen_at,
        charset="utf-8",
    )
    html, text = _content(fields, HTML), _content(fields, TEXT)
    if html is None and text is None:
        return refuse(spot, "bad_line", f"line {number} has neither html nor text", line)
    # Half of a surrogate pair stays as it came, for the reading to declare as damage.
    data = (html or text or "").encode("utf-8", "surrogatepass")
    is_html = bool(html) or kind_of_bytes(data[:1000]) == "html"
    return make_page(replace(spot, media_type="text/html" if is_html else "text/plain"), data)


def _key(name: str) -> str:
    return name.strip().lower().replace("-", "_")


def _content(fields: Mapping[str, Any], names: tuple[str, ...]) -> str | None:
    """The longest of the fields with these names that is a string."""
    found = [value for name in names if isinstance(value := fields.get(name), str)]
    return max(found, key=len, default=None)


def _first(fields: Mapping[str, Any], names: tuple[str, ...]) -> str | None:
    """The first of these fields that says something short; of an object, its name."""
    for name in names:
        value = fields.get(name)
        value = value.get("name") if isinstance(value, dict) else value
        if isinstance(value, str) and value.strip() and (name in URL or len(value) <= LONGEST_FIELD):
            return value.strip()
    return None
