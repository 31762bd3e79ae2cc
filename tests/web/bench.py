"""A desk that may write, over a view in memory."""

from dataclasses import replace
from types import SimpleNamespace

from headwater import web
from headwater.errors import InputError
from headwater.inquiry.reviewing import Signed, decide
from headwater.web.reviewer import Reviewer


def bench_over(view, names):
    """The app, its reviewer, the view, ids, and how many judgements there were at each gathering."""
    gathered = []

    def judge(verdict, ids, why):
        judgement = decide(view, verdict, ids, Signed("tester", f"2031-06-01T10:00:{len(view.judged):02d}", why))
        view.judged.append(judgement)
        return judgement

    def withdraw(id_):
        at = next((n for n, one in enumerate(view.judged) if one.id == id_), None)
        if at is None:
            raise InputError(f"{id_}: no judgement of this id")
        view.judged[at] = replace(view.judged[at], withdrawn_at="2031-06-02")
        return view.judged[at]

    reviewer = Reviewer(judge, withdraw, lambda: gathered.append(len(view.judged)))
    app = web.create_app(lambda: view, title="Market", reviewer=reviewer)
    return SimpleNamespace(app=app, reviewer=reviewer, view=view, ids=SimpleNamespace(**names), gathered=gathered)


def every_page(ids):
    """Addresses of each view, over the market."""
    return [
        "/", "/incidents?q=orsk", f"/incident/{ids.incident}", "/articles", "/sources", "/naming", "/copies", "/unread",
        "/trace?q=at+least+12+people", "/review", f"/page/{ids.ledger}", f"/page/{ids.mirror}", f"/copy/{ids.copy}", "/about",
    ]  # fmt: skip
