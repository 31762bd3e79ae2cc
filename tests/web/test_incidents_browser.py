"""Incidents and review in a real browser: keys, small screens, no scripts, hostile words."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from invented_pages import EVIL
from made_incidents import market
from web.bench import bench_over, every_page
from web.conftest import Watched, served


@pytest.fixture(scope="module")
def stall():
    """A desk that may write, over the market, behind a socket."""
    made = bench_over(*market())
    with served(made.app) as address:
        yield SimpleNamespace(site=address, **vars(made))


@pytest.fixture
def tab(browser, stall):
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    made = Watched(context, stall.site)
    yield made
    context.close()


def hostile():
    """The market with an attacker's words wherever an incident has words."""
    view, names = market()
    incident = view.gathered["incident"][0]
    slots = []
    for slot in incident.slots:
        cells = [
            replace(cell, value={"name": EVIL, "text": EVIL} if slot.slot != "happened" else True)
            for cell in slot.cells
        ]
        slots.append(replace(slot, cells=tuple(cells)))
    place = {**incident.place, "name": EVIL, "country": EVIL}
    view.gathered["incident"] = [replace(incident, name=EVIL, type=EVIL, place=place, slots=tuple(slots))]
    view.gathered["origin"] = [replace(one, name=EVIL) for one in view.gathered["origin"]]
    return view, names


def test_nothing_hostile_runs_on_any_page(browser):
    made = bench_over(*hostile())
    context = browser.new_context()
    with served(made.app) as address:
        watched = Watched(context, address)
        for page in every_page(made.ids):
            watched.go(page)
            watched.check()
    context.close()


def test_one_key_decides_and_the_next_line_comes_up(tab, stall):
    stall.view.judged.clear()
    stall.app.state.desk.shelf.forget()
    page = tab.go("/review")
    assert page.inner_text(".item.current h2") == "One happening, or two?"
    before = page.locator(".item").count()
    page.keyboard.press("y")
    page.keyboard.type("same day, same town")
    page.keyboard.press("Escape")
    with page.expect_navigation():
        page.keyboard.press("s")
    assert page.locator(".item").count() == before - 1
    assert page.locator(".item.current").count() == 1
    assert [(one.verdict, one.why) for one in stall.view.judged] == [("same", "same day, same town")]
    page.keyboard.press("j")
    with page.expect_navigation():
        page.keyboard.press("r")
    assert stall.view.judged[1].verdict == "reject"
    tab.check()


def test_a_decision_can_be_made_without_scripts(browser, stall):
    stall.view.judged.clear()
    stall.app.state.desk.shelf.forget()
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{stall.site}/incident/{stall.ids.incident}")
    page.get_by_role("button", name="Another happening").first.click()
    page.wait_for_url("**/incident/**")
    assert [one.verdict for one in stall.view.judged] == ["different"]
    context.close()


def test_a_form_of_another_origin_is_refused_by_the_real_browser(browser, stall):
    stall.view.judged.clear()
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{stall.site}/review")
    token = page.get_attribute("input[name=token]", "value")
    elsewhere = stall.site.replace("localhost", "127.0.0.1")
    page.goto(f"{elsewhere}/about")
    page.evaluate(
        """([to, token, ids]) => {
          const form = document.createElement("form");
          form.method = "post"; form.action = to + "/review";
          for (const [name, value] of [["token", token], ["verdict", "same"], ["id", ids[0]], ["id", ids[1]]]) {
            const field = document.createElement("input"); field.name = name; field.value = value; form.append(field);
          }
          document.body.append(form); form.submit();
        }""",
        [stall.site, token, [stall.ids.ledger_event, stall.ids.mirror_event]],
    )
    page.wait_for_timeout(500)
    assert stall.view.judged == []
    context.close()


def test_a_cell_leads_to_its_words_lit_up(tab, stall):
    page = tab.go(f"/incident/{stall.ids.incident}")
    page.locator("#slot-killed a.value", has_text="17 people").click()
    page.wait_for_selector("html[data-revealed]")
    assert page.evaluate("[...CSS.highlights.get('asked')].map(String).join('')") == "17 people"
    tab.check()


def test_the_words_of_an_events_arguments_light_up(tab, stall):
    page = tab.go(f"/page/{stall.ids.mirror}")
    page.locator("mark.event").first.click()
    page.wait_for_selector("#panel .note-of.event")
    page.wait_for_function("CSS.highlights.has('argument')")
    lit = page.evaluate("[...CSS.highlights.get('argument')].map(String)")
    assert {"15 people", "Friday"} <= set(lit)
    assert (
        page.locator("#panel a", has_text="air strike, Orsk, Friday").get_attribute("href")
        == f"/incident/{stall.ids.incident}"
    )
    page.keyboard.press("Escape")
    assert not page.evaluate("CSS.highlights.has('argument')")
    tab.check()


@pytest.mark.parametrize("width", [380, 1280])
def test_nothing_is_wider_than_the_screen(browser, stall, width):
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    for address in every_page(stall.ids):
        page.goto(stall.site + address)
        assert page.evaluate("document.scrollingElement.scrollWidth") <= width, address
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_badges_can_be_read_by_day_and_by_night(browser, stall, scheme):
    from web.test_browser import luminance

    context = browser.new_context(color_scheme=scheme)
    page = context.new_page()
    page.goto(f"{stall.site}/incident/{stall.ids.incident}")
    paper = luminance(page.evaluate("getComputedStyle(document.documentElement).backgroundColor"))
    for relation in ("conflict", "deny", "update", "refine", "same"):
        ink = luminance(
            page.evaluate(f"getComputedStyle(document.querySelector('.legend-of .badge.{relation}')).color")
        )
        assert (max(ink, paper) + 0.05) / (min(ink, paper) + 0.05) >= 4.5, relation
    context.close()


def test_on_a_small_screen_each_cell_names_its_origin(browser, stall):
    context = browser.new_context(viewport={"width": 380, "height": 800})
    page = context.new_page()
    page.goto(f"{stall.site}/incident/{stall.ids.incident}")
    assert page.locator("#slot-killed .of-origin").first.is_visible()
    assert not page.locator(".matrix thead").is_visible()
    context.close()


def test_the_list_is_come_back_to(tab, stall):
    page = tab.go("/incidents?type=air_strike")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/incident/**")
    page.keyboard.press("u")
    page.wait_for_url("**/incidents?type=air_strike")
    tab.check()
