"""Answering on an address."""

from typing import Any


def serve(app: Any, host: str = "127.0.0.1", port: int = 8420) -> None:
    """Answer on this address until interrupted; loopback unless told otherwise."""
    import uvicorn

    # What is named here is not looked for: the first page comes a tenth of a second sooner.
    uvicorn.run(
        app, host=host, port=port, log_level="warning", server_header=False,
        loop="asyncio", http="h11", ws="none", lifespan="off",
    )  # fmt: skip
