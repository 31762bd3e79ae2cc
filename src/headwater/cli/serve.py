"""`headwater serve`: the desk over a ledger, or over pages at once."""

import os
import signal
import threading
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from headwater.cli.options import DEFAULT_LEDGER, PrivateNetworks, Sources, Workers
from headwater.errors import HeadwaterError

if TYPE_CHECKING:
    from collections.abc import Callable

    from headwater.batch import Counts
    from headwater.ledger.sqlite import SqliteLedger
    from headwater.session import Wish
    from headwater.web import Progress

LOOPBACK = ("127.0.0.1", "localhost", "::1")


def serve(  # noqa: PLR0913 - one parameter for each option
    what: Annotated[
        list[str] | None, typer.Argument(help="A ledger, or pages: files, folders, addresses.", show_default=False)
    ] = None,
    *,
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", "-p", help="The port; another free one where it is taken.")] = 8420,
    open_browser: Annotated[bool, typer.Option("--open", "-o", help="Open the browser.")] = False,
    sources: Sources = None,
    workers: Workers = None,
    allow_private_networks: PrivateNetworks = False,
) -> None:
    """Show a ledger, or read pages into a temporary one and show them while they are read."""
    from headwater.ledger import open_ledger
    from headwater.pages import PageOptions, read_sources
    from headwater.session import Wish, check

    inputs = what or [str(DEFAULT_LEDGER)]
    if len(inputs) == 1 and is_ledger(Path(inputs[0])):
        show(open_ledger(inputs[0], create=False), host=host, port=port, open_browser=open_browser)
        return
    options = PageOptions(
        sources=read_sources(str(sources)) if sources else {},
        allow_network=True,
        allow_private_networks=allow_private_networks,
    )
    wish = Wish(inputs, options, workers, apart=True)
    check(wish)
    show_meanwhile(wish, host=host, port=port, open_browser=open_browser)


def is_ledger(path: Path) -> bool:
    """Whether the path is to be opened as a ledger: it begins like one, or is named like one."""
    try:
        with path.open("rb") as file:
            return file.read(16) == b"SQLite format 3\0"
    except OSError:
        return path.suffix == ".ledger"


def show(ledger: "SqliteLedger", *, host: str, port: int, open_browser: bool) -> None:
    """Serve the ledger until interrupted."""
    with ledger:
        _answer(desk_over(ledger, host, title=ledger_name(ledger)), host, port, open_browser=open_browser)


def show_meanwhile(wish: "Wish", *, host: str, port: int, open_browser: bool) -> None:
    """Read what is wished for into a temporary ledger, and serve it from the first moment on until interrupted."""
    from headwater.web import Opening

    opened: list[SqliteLedger] = []

    def make() -> Any:
        from headwater.ledger import open_ledger

        opened.append(open_ledger(None))
        reading = Background(opened[0], wish)
        app = desk_over(opened[0], host, title="Headwater", progress=reading.progress)
        reading.start()
        return app

    try:
        _answer(Opening(make, _tell_and_stop), host, port, open_browser=open_browser)
    finally:
        for ledger in opened:
            ledger.close()


def desk_over(
    ledger: "SqliteLedger", host: str, *, title: str, progress: "Callable[[], Progress | None]" = lambda: None
) -> Any:
    """The application that shows this ledger under this host name.

    Decisions can be written where only this machine is answered: nobody else is asked for a name.
    """
    from headwater.cli.deciding import reviewer_of
    from headwater.cli.home import raw_of
    from headwater.web import create_app

    alone = host in LOOPBACK
    reviewer = reviewer_of(ledger, reading=lambda: progress() is not None) if alone else None
    hosts = LOOPBACK if alone else ("*",)
    return create_app(
        ledger.view, title=title, progress=progress, raw_of=raw_of(ledger), hosts=hosts, reviewer=reviewer
    )


def _answer(app: Any, host: str, port: int, *, open_browser: bool) -> None:
    from headwater.web import serve as answer

    port = free_port(host, port)
    address = f"http://{f'[{host}]' if ':' in host else host}:{port}/"
    typer.echo(f"Headwater is at {address}    (Ctrl-C stops it)", err=True)
    if open_browser:
        threading.Timer(0.5, webbrowser.open, [address]).start()
    answer(app, host, port)


def _tell_and_stop(error: Exception) -> None:
    typer.echo(f"headwater: {error}", err=True)
    os.kill(os.getpid(), signal.SIGINT)


def ledger_name(ledger: "SqliteLedger") -> str:
    """What to call a ledger on the screen: its file's name."""
    path = getattr(ledger, "path", None)
    return Path(path).name if path else "Headwater"


def free_port(host: str, port: int) -> int:
    """The port itself where it is free, else one that the system picks."""
    import socket

    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    for candidate in (port, 0):
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((host, candidate))
            except OSError as error:
                if candidate == 0:
                    raise HeadwaterError(f"{host}: cannot listen there ({error.strerror})") from error
                continue
            return int(probe.getsockname()[1])
    return port


class Background(threading.Thread):
    """Reads while the desk already answers.  What stops it is said on standard error; what was read stays."""

    def __init__(self, ledger: "SqliteLedger", wish: "Wish") -> None:
        super().__init__(daemon=True, name="reading")
        self._ledger = ledger
        self._wish = wish
        self._counts: Counts | None = None
        self._total: int | None = None
        self._over = False

    def run(self) -> None:
        from headwater.session import read_into, total_of

        try:
            self._total = total_of(self._wish)
            read_into(self._ledger, self._wish, self._note)
        except HeadwaterError as error:
            typer.echo(f"headwater: {error}", err=True)
        finally:
            self._over = True

    def progress(self) -> "Progress | None":
        """How far it has come; None once it is done."""
        from headwater.web import Progress

        if self._over:
            return None
        if self._counts is None:
            return Progress(0, self._total, stage="starting")
        counts = self._counts
        done = counts.pages
        stage = "comparing" if self._total is not None and done >= self._total else "reading"
        rate = done / counts.seconds if counts.seconds else None
        return Progress(done, self._total, sum(counts.unread.values()), rate, stage)

    def _note(self, counts: "Counts") -> None:
        self._counts = counts
