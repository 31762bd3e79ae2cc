"""What keeps hostile pages, and other sites open in the same browser, from doing anything here."""

from collections.abc import Sequence

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOOPBACK = ("localhost", "127.0.0.1", "::1")

POLICY = "; ".join([
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
])  # fmt: skip

HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-resource-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "x-frame-options": "DENY",
    "cache-control": "no-cache",
}


class Guarded:
    """An app behind these headers, answering only under the host names given (`*`: any).

    A site that points its own name at 127.0.0.1 (DNS rebinding) sends that name as Host, and is refused.
    """

    def __init__(self, app: ASGIApp, *, hosts: Sequence[str]) -> None:
        self.app = app
        self.hosts = frozenset(host.lower().strip("[]") for host in hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        app = self.app if self._knows(Headers(scope=scope).get("host", "")) else _REFUSAL
        await app(scope, receive, send_guarded)

    def _knows(self, host: str) -> bool:
        return "*" in self.hosts or _name(host) in self.hosts


def _name(host: str) -> str:
    """The name in a Host header, lower case, without port and brackets."""
    name, colon, port = host.rpartition(":")
    return (name if colon and port.isdigit() else host).lower().strip("[]")


_REFUSAL = PlainTextResponse(
    "This desk answers only under the names it was started with (localhost by default).\n", status_code=421
)
