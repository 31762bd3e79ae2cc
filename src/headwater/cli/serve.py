"""`headwater serve`: the desk over a ledger, or over pages at once."""

import threading
import time
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from headwater.cli.options import DEFAULT_LEDGER, PrivateNetworks, Sources, Workers
from headwater.errors import HeadwaterError

if TYPE_CHECKING:
    from headwater.batch import Counts
    from headwater.ledger.sqlite import SqliteLedger
    from headwater.session import Wish
    from headwater.web import Progress

FIRST_PAGE_S = 1.0
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
        show(open_ledger(inputs[0], create=False), None, host=host, port=port, open_browser=open_browser)
        return
    options = PageOptions(
        sources=read_sources(str(sources)) if sources else {},
        allow_network=True,
        allow_private_networks=allow_private_networks,
    )
    wish = Wish(inputs, options, workers, apart=True)
    check(wish)
    show(open_ledger(None), wish, host=host, port=port, open_browser=open_browser)


def is_ledger(path: Path) -> bool:
    """Whether the path is to be opened as a ledger: it begins like one, or is named like one."""
    try:
        with path.open("rb") as file:
            return file.read(16) == b"SQLite format 3\0"
    except OSError:
        return path.suffix == ".ledger"


def show(ledger: "SqliteLedger", wish: "Wish | None", *, host: str, port: int, open_browser: bool) -> None:
    """Serve the ledger until interrupted, reading what is wished for in the background."""
    from headwater.cli.home import raw_of
    from headwater.web import create_app
    from headwater.web import serve as answer

    reading = Background(ledger, wish) if wish is not None else None
    if reading is not None:
        reading.start()
    port = free_port(host, port)
    hosts = LOOPBACK if host in LOOPBACK else ("*",)
    title = "Headwater" if wish is not None else ledger_name(ledger)
    app = create_app(
        ledger.view, title=title, progress=reading.progress if reading else lambda: None, raw_of=raw_of(ledger),
        hosts=hosts,
    )  # fmt: skip
    address = f"http://{f'[{host}]' if ':' in host else host}:{port}/"
    typer.echo(f"Headwater is at {address}    (Ctrl-C stops it)", err=True)
    if open_browser:
        threading.Timer(0.5, webbrowser.open, [address]).start()
    try:
        answer(app, host, port)
    finally:
        ledger.close()


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
        self._begun = time.monotonic()
        self._over = False
        self._asked = threading.Event()

    def run(self) -> None:
        from headwater.session import read_into, total_of

        self._asked.wait(FIRST_PAGE_S)  # the first page goes out before reading takes the processor
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

        self._asked.set()
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
