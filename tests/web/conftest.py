"""A desk over the invented pages."""

import os
import socket
import threading
import time
import warnings
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest

from fake_view import FakeView
from headwater import web
from invented_chorus import chorus
from invented_pages import world

with warnings.catch_warnings():
    # Starlette would rather have another client than httpx, which the package needs anyway.
    warnings.simplefilter("ignore")
    from starlette.testclient import TestClient


@pytest.fixture(scope="session")
def desk():
    """The app, a client, the view behind it, and the ids of its pages."""
    view, names = world()
    state = {"progress": None}
    app = web.create_app(
        lambda: view,
        title="Desk <of> tests",
        progress=lambda: state["progress"],
        raw_of=lambda page, span: [(span.start, span.end)],
    )
    client = TestClient(app, base_url="http://localhost", follow_redirects=False)
    return SimpleNamespace(app=app, view=view, ids=SimpleNamespace(**names), state=state, client=client)


@pytest.fixture(scope="session")
def choir():
    """A desk over the page on which everybody speaks: its app, a client, the reading, and ids of its attributions."""
    reading, ids = chorus()
    app = web.create_app(lambda: FakeView([reading]), title="Choir", raw_of=lambda page, span: [(span.start, span.end)])
    client = TestClient(app, base_url="http://localhost", follow_redirects=False)
    return SimpleNamespace(app=app, client=client, reading=reading, ids=SimpleNamespace(**ids))


CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
WATCH = """
window.__violations = [];
document.addEventListener('securitypolicyviolation', (e) => window.__violations.push(e.violatedDirective + ' ' + e.blockedURI));
"""


@pytest.fixture(scope="module")
def browser():
    """A Chromium."""
    missing = None
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing = "the Python package playwright is not installed"
    if not Path(CHROMIUM).exists():
        missing = f"no Chromium at {CHROMIUM} (apt install chromium)"
    if missing:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(f"browser tests need a browser: {missing}")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield started
        started.close()


@contextmanager
def served(app):
    """The app behind a real socket; its address."""
    import uvicorn

    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="off"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    until = time.monotonic() + 10
    while not server.started and time.monotonic() < until:
        time.sleep(0.02)
    yield f"http://localhost:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join(5)


@pytest.fixture(scope="module")
def site(desk):
    """The address of the desk over the invented pages."""
    with served(desk.app) as address:
        yield address


class Watched:
    """A browser tab with a record of everything that should not have happened in it."""

    def __init__(self, context, site):
        self.site, self.wrong = site, []
        self.tab = context.new_page()
        self.tab.add_init_script(WATCH)
        self.tab.on("dialog", lambda dialog: (self.wrong.append(f"dialog {dialog.message}"), dialog.dismiss()))
        self.tab.on(
            "request", lambda request: request.url.startswith(site) or self.wrong.append(f"request {request.url}")
        )
        self.tab.on("pageerror", lambda error: self.wrong.append(f"error {error}"))
        self.tab.on("console", lambda said: said.type == "error" and self.wrong.append(f"console {said.text}"))

    def go(self, address):
        self.tab.goto(self.site + address)
        return self.tab

    def check(self):
        assert self.tab.evaluate("window.__pwned") is None
        assert self.tab.evaluate("window.__violations") == []
        assert self.wrong == []


@pytest.fixture
def watched(browser, site):
    """A watched tab on the desk."""
    context = browser.new_context(viewport={"width": 1200, "height": 900})
    made = Watched(context, site)
    yield made
    context.close()
