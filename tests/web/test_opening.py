"""What the desk answers before it is set up."""

import asyncio
import threading
from typing import Any

from headwater.web import Opening


def ask(app: Any, path: str) -> tuple[int, bytes]:
    """Status and body of one GET."""
    sent: list[dict[str, Any]] = []

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    asyncio.run(app({"type": "http", "path": path}, receive, send))
    return sent[0]["status"], sent[1]["body"]


async def real(_scope: Any, _receive: Any, send: Any) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"the desk"})


def test_front_page_answers_at_once_and_the_desk_takes_over() -> None:
    go = threading.Event()

    def make() -> Any:
        go.wait()
        return real

    app = Opening(make, lambda _error: None)
    status, body = ask(app, "/")
    assert status == 200
    assert b"Reading in progress" in body
    threading.Timer(0.1, go.set).start()
    assert ask(app, "/articles.json") == (200, b"the desk")  # waits for the desk
    assert ask(app, "/") == (200, b"the desk")


def test_a_desk_that_cannot_be_set_up_is_told() -> None:
    told: list[Exception] = []

    def make() -> Any:
        raise OSError("no space left")

    app = Opening(make, told.append)
    assert ask(app, "/articles.json")[0] == 503
    assert [str(error) for error in told] == ["no space left"]
