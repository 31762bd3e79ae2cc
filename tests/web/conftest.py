"""A desk over the invented pages."""

import warnings
from types import SimpleNamespace

import pytest

from headwater import web
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
