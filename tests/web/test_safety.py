"""Headers on every answer, and names that are refused."""

import pytest
from starlette.testclient import TestClient

from headwater import web


def test_every_answer_carries_the_policy(desk):
    for address in [
        "/",
        "/.json",
        "/.csv",
        "/static/desk.css",
        "/nowhere",
        f"/page/{desk.ids.evil}",
        "/r/" + desk.ids.copy,
    ]:
        headers = desk.client.get(address).headers
        policy = headers["content-security-policy"]
        assert policy.startswith("default-src 'none'; style-src 'self'; script-src 'self'"), address
        assert "unsafe" not in policy and "frame-ancestors 'none'" in policy
        assert headers["x-content-type-options"] == "nosniff" and headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize("host", ["localhost", "localhost:8420", "127.0.0.1:1", "[::1]:9", "LOCALHOST"])
def test_loopback_names_are_answered(desk, host):
    assert desk.client.get("/about", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:80",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "",
        "192.168.1.7",
        "localhost:80:80",
    ],
)
def test_other_names_are_refused(desk, host):
    answer = desk.client.get("/about", headers={"host": host})
    assert answer.status_code == 421 and "Runs" not in answer.text
    assert answer.headers["content-security-policy"]


def test_names_can_be_given(desk):
    app = web.create_app(lambda: desk.view, title="t", hosts=["desk.example"])
    assert TestClient(app, base_url="http://desk.example").get("/").status_code == 200
    assert TestClient(app, base_url="http://localhost").get("/").status_code == 421
    assert (
        TestClient(web.create_app(lambda: desk.view, title="t", hosts=["*"]), base_url="http://any.example")
        .get("/")
        .status_code
        == 200
    )


def test_nothing_is_written(desk):
    for method in ("post", "put", "delete", "patch"):
        assert getattr(desk.client, method)("/").status_code == 405


def test_only_our_static_files(desk):
    for path in ["/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2fapp.py", "/static/"]:
        assert desk.client.get(path).status_code in {404, 405}, path
