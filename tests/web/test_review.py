"""Decisions: who may write, what is written, and what the queue asks."""

import threading
from dataclasses import replace
from types import SimpleNamespace

import html5lib
import pytest
from starlette.testclient import TestClient

from headwater import web
from headwater.errors import InputError
from headwater.inquiry.doubts import doubts
from headwater.web.reviewer import Reviewer
from made_incidents import market
from web.bench import bench_over

SAME_ORIGIN = {"origin": "http://localhost", "sec-fetch-site": "same-origin"}


@pytest.fixture
def bench():
    """A desk that may write, over the market, and a client of it."""
    made = bench_over(*market())
    client = TestClient(made.app, base_url="http://localhost", follow_redirects=False)
    return SimpleNamespace(client=client, **vars(made))


def tree(html):
    return html5lib.parse(html, treebuilder="etree", namespaceHTMLElements=False)


def token(bench, address="/review"):
    page = tree(bench.client.get(address).text)
    return next(field.get("value") for field in page.iter("input") if field.get("name") == "token")


def form(bench, **fields):
    return {"token": token(bench), "back": "/review?kind=tie", **fields}


def pair(bench):
    return sorted((bench.ids.ledger_event, bench.ids.mirror_event))


def test_a_decision_is_written_gathered_and_leads_back(bench):
    sent = form(bench, verdict="different", id=pair(bench), why=" two towns ")
    answer = bench.client.post("/review", data=sent, headers=SAME_ORIGIN)
    assert (answer.status_code, answer.headers["location"]) == (303, "/review?kind=tie")
    judgement = bench.view.judged[0]
    assert (judgement.verdict, judgement.value, judgement.why, judgement.by) == (
        "different",
        pair(bench),
        "two towns",
        "tester",
    )
    assert bench.gathered == [1]
    page = bench.client.get(f"/incident/{bench.ids.incident}").text
    assert "somebody said: different" in page


def test_what_was_decided_leaves_the_queue_and_comes_back_when_withdrawn(bench):
    ties = lambda: [one for one in bench.client.get("/review.json").json()["queue"] if one["kind"] == "tie"]  # noqa: E731
    assert ties()[0]["ids"] == pair(bench) and len(ties()) == 2
    bench.client.post("/review", data=form(bench, verdict="same", id=pair(bench)), headers=SAME_ORIGIN)
    assert len(ties()) == 1
    id_ = bench.view.judged[0].id
    assert "Withdraw" in bench.client.get("/review").text
    bench.client.post("/review", data=form(bench, verdict="withdraw", id=id_), headers=SAME_ORIGIN)
    assert len(ties()) == 2 and bench.gathered == [1, 1]
    assert bench.client.get("/review.csv").text.splitlines()[1].endswith("2031-06-02")


def test_the_queue_asks_for_ties_then_slots_by_doubt(bench):
    found = doubts(bench.view)
    assert [one.kind for one in found] == ["tie", "tie", "slot", "slot"]
    assert found[0].doubt > found[1].doubt
    killed = next(one for one in found if one.slot == "killed")
    assert {bench.view.find(id_).kind for id_ in killed.ids} == {"quantity"}
    assert len(doubts(replace_doubt(bench.view))) == 5


def replace_doubt(view):
    reading = view.readings[0]
    said = replace(reading.attributions[0], doubt=0.7)
    view.readings[0] = replace(reading, attributions=(said, *reading.attributions[1:]))
    return view


def test_a_misread_figure_can_be_rejected_from_the_queue(bench):
    page = tree(bench.client.get("/review?kind=slot").text)
    forms = [one for one in page.iter("form") if one.get("action") == "/review"]
    ids = {field.get("value") for one in forms for field in one.iter("input") if field.get("name") == "id"}
    quantity = next(id_ for id_ in ids if id_.startswith("q"))
    bench.client.post("/review", data=form(bench, verdict="reject", id=quantity), headers=SAME_ORIGIN)
    assert (bench.view.judged[0].verdict, bench.view.judged[0].target.id) == ("reject", quantity)


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"origin": "http://evil.example"},
        {"origin": "http://localhost", "sec-fetch-site": "cross-site"},
        {"origin": "http://localhost:9", "sec-fetch-site": "same-site"},
        {"origin": "null", "sec-fetch-site": "cross-site"},
        {"origin": "null"},
        {"origin": "http://localhost.evil.example", "sec-fetch-site": "same-origin"},
    ],
)
def test_a_form_of_another_site_writes_nothing(bench, headers):
    answer = bench.client.post("/review", data=form(bench, verdict="same", id=pair(bench)), headers=headers)
    assert answer.status_code == 403 and bench.view.judged == [] and bench.gathered == []


def test_a_token_is_good_for_one_visit_and_one_desk_only(bench):
    sent = form(bench, verdict="same", id=pair(bench))
    assert bench.client.post("/review", data={**sent, "token": "0" * 64}, headers=SAME_ORIGIN).status_code == 403
    assert bench.client.post("/review", data={**sent, "token": "é"}, headers=SAME_ORIGIN).status_code == 403
    stranger = TestClient(bench.app, base_url="http://localhost", follow_redirects=False)
    assert stranger.post("/review", data=sent, headers=SAME_ORIGIN).status_code == 403
    stranger.cookies.set("headwater_desk", "guessed")
    assert stranger.post("/review", data=sent, headers=SAME_ORIGIN).status_code == 403
    assert bench.view.judged == []


def test_the_cookie_is_kept_from_scripts_and_other_sites(bench):
    cookie = bench.client.get("/review").headers["set-cookie"]
    assert "HttpOnly" in cookie and "SameSite=strict" in cookie and "Path=/" in cookie


@pytest.mark.parametrize(
    "back",
    ["http://evil.example/", "//evil.example", "/\\evil.example", "javascript:x", "", "/a\r\nset-cookie: x", "/é"],
)
def test_it_leads_back_only_to_pages_of_the_desk(bench, back):
    sent = form(bench, verdict="same", id=pair(bench)) | {"back": back}
    assert bench.client.post("/review", data=sent, headers=SAME_ORIGIN).headers["location"] == "/review"


@pytest.mark.parametrize(
    ("verdict", "ids"),
    [
        ("praise", ["x"]),
        ("accept", ["none"]),
        ("accept", []),
        ("same", ["one"]),
        ("withdraw", ["none"]),
        ("withdraw", []),
    ],
)
def test_what_makes_no_sense_is_said_and_not_written(bench, verdict, ids):
    answer = bench.client.post("/review", data=form(bench, verdict=verdict, id=ids), headers=SAME_ORIGIN)
    assert answer.status_code == 400 and bench.view.judged == [] and bench.gathered == []


def test_long_forms_are_refused(bench):
    sent = form(bench, verdict="same", id=pair(bench), why="x" * 100_000)
    assert bench.client.post("/review", data=sent, headers=SAME_ORIGIN).status_code == 413


def test_a_desk_without_a_reviewer_shows_no_form_and_writes_nothing():
    view, names = market()
    client = TestClient(web.create_app(lambda: view, title="t"), base_url="http://localhost")
    for address in ("/review", f"/incident/{names['incident']}"):
        answer = client.get(address)
        assert 'action="/review"' not in answer.text and "set-cookie" not in answer.headers
    assert client.post("/review", data={"verdict": "accept"}, headers=SAME_ORIGIN).status_code == 404


def test_two_incidents_can_be_said_to_be_one(bench):
    first = bench.view.gathered["incident"][0]
    other = replace(first, id="i00000000000000aa", events=(bench.ids.post_event,), name="strike, Orsk")
    bench.view.gathered["incident"].append(other)
    bench.app.state.desk.shelf.forget()
    page = bench.client.get(f"/incident/{bench.ids.incident}").text
    assert "One and the same" in page and "strike, Orsk" in page
    sent = form(bench, verdict="same", id=[first.id, other.id])
    assert bench.client.post("/review", data=sent, headers=SAME_ORIGIN).status_code == 303
    assert bench.view.judged[0].target.kind == "event"


def test_gathering_goes_on_beside_the_desk_and_once_more_for_what_came_meanwhile():
    begun, go = threading.Event(), threading.Event()
    runs = []

    def slowly():
        begun.set()
        go.wait(5)
        runs.append(1)

    reviewer = Reviewer(lambda *_: None, lambda _: None, slowly)
    assert not reviewer.gather_anew(patience=0)
    begun.wait(5)
    assert reviewer.gathering and not reviewer.gather_anew(patience=0) and not reviewer.gather_anew(patience=0)
    go.set()
    assert reviewer.gather_anew(patience=5)
    assert 2 <= len(runs) <= 3 and not reviewer.gathering


def test_a_gathering_that_fails_is_told(bench):
    def fail():
        raise InputError("the disk is full")

    bench.reviewer.regather = fail
    assert (
        bench.client.post("/review", data=form(bench, verdict="same", id=pair(bench)), headers=SAME_ORIGIN).status_code
        == 303
    )
    assert "the disk is full" in bench.client.get("/review").text and len(bench.view.judged) == 1


def test_the_bar_says_that_the_ledger_is_gathered(bench):
    bench.reviewer._running = True
    assert bench.client.get("/progress.json").json()["stage"] == "gathering anew"
    assert "gathering anew" in bench.client.get("/about").text
