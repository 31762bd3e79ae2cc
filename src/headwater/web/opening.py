"""The first second: the desk answers that it is being set up, and that pages are being read."""

import asyncio
import threading
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any, TypeAlias

Message: TypeAlias = MutableMapping[str, Any]
App: TypeAlias = Callable[[Message, Callable[[], Awaitable[Message]], Callable[[Message], Awaitable[None]]], Any]

WAIT_PAGE = (
    "<!doctype html><html lang=en><meta charset=utf-8><meta http-equiv=refresh content=1><title>Headwater</title>"
    "<p>Reading in progress: the desk is being set up.</p></html>"
)
HEADERS = [
    (b"content-type", b"text/html; charset=utf-8"),
    (b"cache-control", b"no-store"),
    (b"content-security-policy", b"default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
]


class Opening:
    """An application that is made while it already answers.

    Until `make` has given the real one, the front page says that reading is in progress and comes again by itself;
    every other address waits.  Where `make` fails, `on_failure` is told, and requests are answered with 503.
    """

    def __init__(self, make: Callable[[], App], on_failure: Callable[[Exception], None]) -> None:
        self._make = make
        self._on_failure = on_failure
        self._app: App | None = None
        self._settled = threading.Event()
        threading.Thread(target=self._set_up, daemon=True, name="opening").start()

    async def __call__(
        self,
        scope: Message,
        receive: Callable[[], Awaitable[Message]],
        send: Callable[[Message], Awaitable[None]],
    ) -> None:
        if not self._settled.is_set():
            if scope.get("path") == "/":
                await _say(send, 200)
                return
            await asyncio.to_thread(self._settled.wait)
        if self._app is None:
            await _say(send, 503)
        else:
            await self._app(scope, receive, send)

    def _set_up(self) -> None:
        try:
            self._app = self._make()
        except Exception as error:
            self._on_failure(error)
        finally:
            self._settled.set()


async def _say(send: Callable[[Message], Awaitable[None]], status: int) -> None:
    await send({"type": "http.response.start", "status": status, "headers": HEADERS})
    await send({"type": "http.response.body", "body": WAIT_PAGE.encode()})
