"""Pages fetched from their addresses, when the user asks for it."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from typing import TYPE_CHECKING

from headwater.pages.carriers import read_kind
from headwater.pages.decoding import decode_body
from headwater.pages.options import PageOptions
from headwater.pages.place import Place, RefusedError, as_address, content_type, refuse, too_large
from headwater.pages.sniff import HEAD, MEDIA_TYPES, PDF_TYPE, kind_of_bytes
from headwater.pages.streams import Stream
from headwater.records import Page, Unread

if TYPE_CHECKING:
    import httpcore

KINDS = {
    **{media_type: kind for kind, media_type in MEDIA_TYPES.items()},
    PDF_TYPE: "pdf",
    "application/rss+xml": "feed",
    "application/atom+xml": "feed",
    "application/rdf+xml": "feed",
}
SNIFFED = frozenset((None, "application/octet-stream", "application/xml", "text/xml", "text/markdown"))
REDIRECTS = frozenset((301, 302, 303, 307, 308))


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    headers: dict[str, str]
    body: bytes
    url: str


def read_address(address: str, place: Place, options: PageOptions) -> Iterator[Page | Unread]:
    """The page at an address (or the items of the feed there); `not_fetched` with the reason where that fails."""
    try:
        answer = _follow(address, options)
        data = decode_body(answer.body, None, answer.headers.get("content-encoding"), options.max_page_bytes)
    except RefusedError as refused:
        yield refuse(place, refused.reason, refused.detail, refused.data)
        return
    media_type, charset = content_type(answer.headers.get("content-type"))
    kind = kind_of_bytes(data[:HEAD]) if media_type in SNIFFED else KINDS.get(media_type or "", "binary")
    if kind not in {*MEDIA_TYPES, "pdf", "feed"}:
        yield refuse(place, "not_text", f"the server sent {media_type or 'something'}, which is no page")
        return
    place = replace(place, url=answer.url, charset=charset)
    yield from read_kind(kind, Stream(BytesIO(data), len(data)), place, options)


def _follow(address: str, options: PageOptions) -> _Answer:
    """What the server at the end of the redirects sends.  RefusedError: nothing that is a page."""
    deadline = time.monotonic() + options.timeout
    for _ in range(options.max_redirects + 1):
        answer = _get(address, deadline, options)
        if answer.status not in REDIRECTS:
            break
        address = _next_hop(answer)
    else:
        raise RefusedError("not_fetched", f"more than {options.max_redirects} redirects")
    if not 200 <= answer.status < 300:
        raise RefusedError("not_fetched", f"the server answered {answer.status} instead of the page")
    return answer


def _next_hop(answer: _Answer) -> str:
    import httpx

    target = answer.headers.get("location", "")
    try:
        url = str(httpx.URL(answer.url).join(target))
    except (httpx.InvalidURL, ValueError, TypeError) as error:
        raise RefusedError("not_fetched", "the server redirects to something that is no address") from error
    if not target or as_address(url) is None:
        raise RefusedError("not_fetched", f"the server redirects to {target[:200]!r}, which is no http(s) address")
    return url


def _get(address: str, deadline: float, options: PageOptions) -> _Answer:
    """One request, at most one page long; no cookie, proxy or setting of the environment takes part."""
    import httpcore
    import httpx

    from headwater.pages.network import NotAllowedError, PinnedBackend, allowed_addresses

    try:
        url = httpx.URL(address).copy_with(fragment=None)
        if url.userinfo:
            raise RefusedError("not_fetched", "the address holds a user name")
        host, port = url.raw_host.decode("ascii"), url.port or {"http": 80, "https": 443}[url.scheme]
        pinned = allowed_addresses(host, port, allow_private=options.allow_private_networks)
        with (
            httpcore.ConnectionPool(
                ssl_context=httpx.create_ssl_context(trust_env=False),
                network_backend=PinnedBackend(pinned, deadline),
            ) as pool,
            pool.stream("GET", str(url), headers=_request_headers(url.netloc, options)) as response,
        ):
            headers = {key.decode("latin-1").lower(): value.decode("latin-1") for key, value in response.headers}
            redirected = response.status in REDIRECTS
            return _Answer(response.status, headers, b"" if redirected else _body(response, options), str(url))
    except NotAllowedError as error:
        raise RefusedError("not_fetched", f"{error}; --allow-private-networks lifts this") from error
    except (httpx.InvalidURL, UnicodeError, KeyError, ValueError) as error:
        raise RefusedError("not_fetched", f"the address cannot be used: {error}") from error
    except (httpcore.TimeoutException, httpcore.NetworkError, httpcore.ProtocolError, OSError) as error:
        raise RefusedError("not_fetched", f"it could not be fetched: {error or type(error).__name__}") from error


def _request_headers(host: bytes, options: PageOptions) -> list[tuple[bytes, bytes]]:
    return [
        (b"Host", host),
        (b"User-Agent", options.user_agent.encode("latin-1", "replace")),
        (b"Accept", ", ".join((*KINDS, "*/*;q=0.5")).encode()),
        (b"Accept-Encoding", b"gzip, deflate"),
        (b"Connection", b"close"),
    ]


def _body(response: "httpcore.Response", options: PageOptions) -> bytes:
    body = bytearray()
    for piece in response.iter_stream():
        body += piece
        if len(body) > options.max_page_bytes:
            raise RefusedError(*too_large("the page", options.max_page_bytes))
    return bytes(body)
