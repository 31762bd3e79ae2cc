"""Addresses: fetched on a server of our own, refused without any network at all."""

import gzip
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest
from made_carriers import HTML, opened, outcome, page, unread, zeros

from headwater.pages import network
from headwater.records import Given, Page, Unread

Reply = tuple[int, dict[str, str], bytes]
LOCAL = {"allow_network": True, "allow_private_networks": True, "timeout": 20.0}


class _Handler(BaseHTTPRequestHandler):
    replies: ClassVar[dict[str, Reply]] = {}
    asked: ClassVar[list[tuple[str, dict[str, str]]]] = []
    slow = 0.0

    def do_GET(self) -> None:
        self.asked.append((self.path, {key.lower(): value for key, value in self.headers.items()}))
        status, headers, body = self.replies[self.path.split("?")[0]]
        self.send_response(status)
        for key, value in headers.items():
            self.send_header(key, value)
        self.end_headers()
        for start in range(0, len(body), 1 if self.slow else 1 << 20):
            try:
                self.wfile.write(body[start : start + (1 if self.slow else 1 << 20)])
            except OSError:
                return
            time.sleep(self.slow)

    def log_message(self, *_: object) -> None:
        return None


@contextmanager
def serving(replies: dict[str, Reply], *, slow: float = 0.0) -> Iterator[tuple[str, list[tuple[str, dict[str, str]]]]]:
    handler = type("Handler", (_Handler,), {"replies": replies, "asked": [], "slow": slow})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", handler.asked
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def html(body: bytes = HTML, **headers: str) -> Reply:
    return 200, {"Content-Type": "text/html; charset=UTF-8", **headers}, body


def moved(to: str, status: int = 302) -> Reply:
    return status, {"Location": to, "Content-Type": "text/html"}, b"<p>moved</p>"


def test_a_page_at_an_address() -> None:
    with serving({"/a": html()}) as (base, asked):
        answer = page(f"{base}/a?b=1#part", seen_at="2024-01-01", **LOCAL)
    assert (answer.data, answer.media_type, answer.charset) == (HTML, "text/html", "utf-8")
    assert (answer.location, answer.path) == (f"{base}/a?b=1", f"{base}/a?b=1#part")
    assert answer.seen_at == "2024-01-01"
    ((path, headers),) = asked
    assert path == "/a?b=1"
    assert headers["host"] == base.removeprefix("http://")
    assert "cookie" not in headers and "headwater" in headers["user-agent"]


def test_content_codings_are_taken_off() -> None:
    packed = gzip.compress(HTML)
    chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(packed), packed)
    with serving({"/a": html(packed, **{"Content-Encoding": "gzip"})}) as (base, _):
        assert page(f"{base}/a", **LOCAL).data == HTML
    reply = html(chunked, **{"Content-Encoding": "gzip", "Transfer-Encoding": "chunked"})
    with serving({"/a": reply}) as (base, _):
        _Handler.protocol_version = "HTTP/1.1"
        try:
            assert page(f"{base}/a", **LOCAL).data == HTML
        finally:
            _Handler.protocol_version = "HTTP/1.0"


def test_redirects_are_followed_and_the_last_address_is_the_pages() -> None:
    replies = {"/a": moved("/b", 301), "/b": moved("c/d", 307), "/c/d": html()}
    with serving(replies) as (base, asked):
        answer = page(f"{base}/a", **LOCAL)
        assert answer.location == f"{base}/c/d"
        assert [path for path, _ in asked] == ["/a", "/b", "/c/d"]


def test_sources_know_a_redirected_address_by_the_name_the_user_gave() -> None:
    with serving({"/a": moved("/b"), "/b": html()}) as (base, _):
        said = Given(f"{base}/a", "2024-05-03", "Courier")
        answer = page(f"{base}/a", sources={f"{base}/a": said}, **LOCAL)
        assert answer.given == Given(None, "2024-05-03", "Courier")
        assert answer.location == f"{base}/b"


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        ((404, {"Content-Type": "text/html"}, HTML), "not_fetched"),
        ((500, {}, b""), "not_fetched"),
        ((204, {}, b""), "empty"),
        ((304, {}, b""), "not_fetched"),
        (moved("/a"), "not_fetched"),
        (moved("file:///etc/passwd"), "not_fetched"),
        (moved("http://me:secret@orlo.example/"), "not_fetched"),
        (moved(""), "not_fetched"),
        ((200, {"Content-Type": "application/pdf"}, b"%PDF-1.7"), "pdf"),
        ((200, {"Content-Type": "image/png"}, b"\x89PNG"), "not_text"),
        ((200, {"Content-Type": "application/octet-stream"}, b"\x1f\x8b..."), "not_text"),
        (html(b""), "empty"),
        (html(bytes(range(256)) * 9), "not_text"),
        (html(b"x" * 10_001), "too_large"),
        (html(zeros(5_000_000), **{"Content-Encoding": "gzip"}), "too_large"),
        (html(gzip.compress(HTML)[:-9], **{"Content-Encoding": "gzip"}), "truncated"),
        (html(HTML, **{"Content-Length": "9999"}), "not_fetched"),
    ],
)
def test_what_is_not_fetched_is_unread_with_a_reason(reply: Reply, reason: str) -> None:
    with serving({"/a": reply}) as (base, _):
        answer = unread(f"{base}/a", max_page_bytes=10_000, **LOCAL)
    assert answer.reason == reason
    assert answer.page.path == f"{base}/a" and "\n" not in answer.detail


def test_without_a_media_type_the_body_tells() -> None:
    with serving({"/a": (200, {}, HTML), "/b": (200, {}, b"Two died.")}) as (base, _):
        one, two = opened(f"{base}/a", f"{base}/b", **LOCAL)
    assert isinstance(one, Page) and isinstance(two, Page)
    assert (one.media_type, two.media_type) == ("text/html", "text/plain")


def test_a_feed_at_an_address() -> None:
    feed = (
        b'<rss xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>C</title><item>'
        b"<link>https://orlo.example/1</link><content:encoded>&lt;p&gt;x</content:encoded></item></channel></rss>"
    )
    with serving(
        {"/a": (200, {"Content-Type": "application/rss+xml"}, feed), "/b": (200, {"Content-Type": "text/xml"}, feed)}
    ) as (base, _):
        answers = opened(f"{base}/a", f"{base}/b", **LOCAL)
    assert [each.location for each in answers if isinstance(each, Page)] == ["https://orlo.example/1"]


@pytest.mark.parametrize("slow", [0.05])
def test_a_server_that_drips_is_left_when_the_time_is_up(slow: float) -> None:
    with serving({"/a": html()}, slow=slow) as (base, _):
        began = time.monotonic()
        answer = unread(f"{base}/a", **{**LOCAL, "timeout": 0.4})
        took = time.monotonic() - began
    assert answer.reason == "not_fetched" and "time" in answer.detail
    assert took < 3


def test_a_header_that_drips_is_left_too() -> None:
    listener = socket.create_server(("127.0.0.1", 0))

    def drip() -> None:
        connection, _ = listener.accept()
        with connection:
            try:
                for byte in b"HTTP/1.1 200 OK\r\n" + b"x" * 1000:
                    connection.sendall(bytes([byte]))
                    time.sleep(0.02)
            except OSError:
                return

    thread = threading.Thread(target=drip, daemon=True)
    thread.start()
    began = time.monotonic()
    answer = unread(f"http://127.0.0.1:{listener.getsockname()[1]}/", **{**LOCAL, "timeout": 0.4})
    assert answer.reason == "not_fetched"
    assert time.monotonic() - began < 3
    thread.join()
    listener.close()


def test_nobody_listens() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    assert unread(f"http://127.0.0.1:{port}/", **LOCAL).reason == "not_fetched"


def test_proxies_and_secrets_of_the_environment_take_no_part(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    monkeypatch.delenv("no_proxy", raising=False)
    with serving({"/a": html()}) as (base, _):
        assert page(f"{base}/a", **LOCAL).data == HTML


NOT_PUBLIC = [
    "127.0.0.1", "127.9.9.9", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
    "224.0.0.1", "240.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1", "::1", "::", "fe80::1", "fe80::1%eth0",
    "fc00::1", "fd12::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::",
    "2001:0:7f00:1::", "2001:db8::1", "no address",
]  # fmt: skip


@pytest.mark.parametrize("address", NOT_PUBLIC)
def test_addresses_off_the_public_network(address: str) -> None:
    assert not network.is_public(address)


@pytest.mark.parametrize(
    "address", ["93.184.215.14", "1.1.1.1", "2606:4700::1111", "::ffff:1.1.1.1", "64:ff9b::101:101"]
)
def test_addresses_on_the_public_network(address: str) -> None:
    assert network.is_public(address)


def no_connections(*_: object, **__: object) -> None:
    raise AssertionError("a connection was tried")


@pytest.mark.parametrize("found", [["127.0.0.1"], ["93.184.215.14", "10.0.0.1"], ["::ffff:192.168.0.1"]])
def test_a_host_that_leads_to_a_private_network_is_refused_before_any_connection(
    monkeypatch: pytest.MonkeyPatch, found: list[str]
) -> None:
    monkeypatch.setattr(network, "resolve", lambda host, port: found)
    monkeypatch.setattr(socket, "create_connection", no_connections)
    answer = unread("https://orlo.example/a", allow_network=True)
    assert answer.reason == "not_fetched" and "not on the public network" in answer.detail


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/",
        "http://[::1]/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://localhost/",
        "http://[::ffff:7f00:1]/",
    ],
)
def test_literal_addresses_in_every_disguise_are_refused(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setattr(socket, "create_connection", no_connections)
    assert unread(address, allow_network=True).reason == "not_fetched"


def test_each_hop_is_checked_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first host counts as public here, the one it redirects to does not."""
    with serving({"/a": moved("http://inside.example/secret")}) as (base, asked):
        port = int(base.rpartition(":")[2])
        monkeypatch.setattr(
            network, "resolve", lambda host, _: ["127.0.0.1" if host == "outside.example" else "127.0.0.2"]
        )
        monkeypatch.setattr(network, "is_public", lambda address: address == "127.0.0.1")
        answer = unread(f"http://outside.example:{port}/a", allow_network=True)
    assert answer.reason == "not_fetched" and "inside.example leads to 127.0.0.2" in answer.detail
    assert len(asked) == 1


def test_the_connection_goes_to_the_address_that_was_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name is looked up once; a second answer, as in DNS rebinding, is never asked for."""
    lookups: list[str] = []
    real = socket.create_connection
    connected: list[str] = []

    def once(host: str, port: int) -> list[str]:
        lookups.append(host)
        return ["127.0.0.1"]

    def connect(address: tuple[str, int], *args: object, **options: object) -> socket.socket:
        connected.append(address[0])
        return real(address, *args, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(network, "resolve", once)
    monkeypatch.setattr(socket, "create_connection", connect)
    with serving({"/a": html()}) as (base, asked):
        port = base.rpartition(":")[2]
        assert page(f"http://orlo.example:{port}/a", **LOCAL).location == f"http://orlo.example:{port}/a"
    assert lookups == ["orlo.example"] and connected == ["127.0.0.1"]
    assert asked[0][1]["host"] == f"orlo.example:{port}"


def test_the_next_address_is_tried_where_the_first_does_not_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving({"/a": html()}) as (base, _):
        port = base.rpartition(":")[2]
        monkeypatch.setattr(network, "resolve", lambda *_: ["127.0.0.99", "127.0.0.1"])
        assert outcome(opened(f"http://orlo.example:{port}/a", **LOCAL)) == [HTML.decode()]


def test_a_name_that_leads_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object) -> list[str]:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(network, "resolve", unknown)
    answer = only_unread("http://orlo.example/a")
    assert answer.reason == "not_fetched" and "Name or service not known" in answer.detail


def only_unread(address: str) -> Unread:
    return unread(address, allow_network=True)


def test_tls_asks_for_the_name_and_not_for_the_number(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str | None] = []

    class Stream:
        def start_tls(self, context: object, server_hostname: str | None, timeout: float | None) -> None:
            asked.append(server_hostname)
            raise OSError("far enough")

        def close(self) -> None:
            return None

    monkeypatch.setattr(network, "resolve", lambda *_: ["93.184.215.14"])
    monkeypatch.setattr("httpcore.SyncBackend.connect_tcp", lambda *_, **__: Stream())
    assert only_unread("https://orlo.example/a").reason == "not_fetched"
    assert asked == ["orlo.example"]
