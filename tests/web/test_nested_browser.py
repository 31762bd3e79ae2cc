"""Nested voices in a real browser: all levels show, bars stand beside their lines, chains and shares are a click away."""

from itertools import pairwise

import pytest

from web.conftest import Watched, served

pytestmark = pytest.mark.browser

LINES = """id => [...document.querySelectorAll(`mark.content[data-of="${id}"]`)].flatMap(m => [...m.getClientRects()])
  .map(box => [box.top, box.bottom])"""
BAR = """id => [...document.querySelectorAll(`g.bar[data-of="${id}"] .stem`)].map(stem => {
  const box = stem.getBoundingClientRect(); return [box.top, box.bottom, box.left, box.right]; })"""


@pytest.fixture(scope="module")
def chapel(choir):
    with served(choir.app) as address:
        yield address


@pytest.fixture
def tab(browser, chapel, choir):
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    made = Watched(context, chapel)
    yield made.go(f"/page/{choir.reading.page.id}")
    made.check()
    context.close()


def opened(tab):
    tab.wait_for_selector("#panel:not([hidden])")
    return tab.inner_text("#panel")


def test_every_level_has_a_line_of_its_own(tab, choir):
    i = choir.ids
    ends = [tab.evaluate(LINES, id_)[-1][1] for id_ in (i.wrote, i.believed, i.knew, i.notebook, i.promised)]
    assert all(after - before >= 3 for before, after in pairwise(ends)), ends


def test_a_bar_stands_beside_the_lines_of_its_words(tab, choir):
    tab.wait_for_timeout(200)
    for name in ("ministry", "general", "commander", "medics", "ledger", "wrote", "promised"):
        lines, bars = tab.evaluate(LINES, getattr(choir.ids, name)), tab.evaluate(BAR, getattr(choir.ids, name))
        assert len(bars) == 1, name
        assert abs(bars[0][0] - lines[0][0]) < 2 and abs(bars[0][1] - lines[-1][1]) < 2, name
    lefts = [tab.evaluate(BAR, getattr(choir.ids, name))[0] for name in ("commander", "general", "ministry")]
    assert all(one[3] < other[2] for one, other in pairwise(lefts)), lefts


def test_bars_of_one_column_share_a_line_without_overlap(tab, choir):
    tab.wait_for_timeout(200)
    ends = [tab.evaluate(BAR, getattr(choir.ids, name))[0][:2] for name in ("column", "sarn", "stamp")]
    assert all(top < bottom for top, bottom in ends)
    assert ends[0][1] <= ends[1][0] and ends[1][1] <= ends[2][0]


def test_bars_show_without_scripts(browser, chapel, choir):
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(f"{chapel}/page/{choir.reading.page.id}")
    bars = tab.locator("g.bar")
    assert bars.count() >= 15
    for number in range(bars.count()):
        box = bars.nth(number).bounding_box()
        assert box["height"] >= 11 and box["width"] >= 10
    tab.click(".voices-open")
    tab.wait_for_url("**/voices")
    assert "Ministry of Defence of Vell" in tab.inner_text("main")
    context.close()


def test_a_click_on_the_innermost_words_shows_the_chain(tab, choir):
    tab.locator(f'mark.content[data-of="{choir.ids.commander}"]').last.click()
    tab.wait_for_selector("#panel .links-of")
    path = " ".join(tab.inner_text("#panel .path").split())
    assert path == "Two Banks › Ministry of Defence of Vell › Iva Dorn › a commander of the Third Column"
    assert tab.locator("#panel .chain").count() == 1
    assert set(tab.eval_on_selector_all("mark.on", "all => all.map(m => m.dataset.of)")) == {choir.ids.commander}


def test_links_of_a_chain_lead_to_the_words_and_leave_the_panel(tab, choir):
    tab.locator(f'mark.content[data-of="{choir.ids.commander}"]').last.click()
    tab.wait_for_selector("#panel .links-of")
    tab.locator("#panel dd a", has_text="General Iva Dorn").click()
    tab.wait_for_selector("html[data-revealed]")
    assert tab.evaluate("[...CSS.highlights.get('asked')].map(r => r.toString()).join('')") == "General Iva Dorn"
    assert tab.locator("#panel .links-of").is_visible()
    start = choir.reading.text.index("General Iva Dorn")
    assert tab.evaluate("location.hash") == f"#s={start}-{start + 16}"
    tab.go_back()
    tab.wait_for_timeout(200)
    assert not tab.evaluate("CSS.highlights.has('asked')")


def test_a_click_on_a_bar_shows_its_voice(tab, choir):
    tab.wait_for_timeout(200)
    tab.locator(f'g.bar[data-of="{choir.ids.report}"]').click()
    assert "The yearly report of the River Watch" in opened(tab)


def test_who_speaks_opens_by_click_and_by_key(tab):
    tab.click(".voices-open")
    tab.wait_for_selector("#panel:focus .speakers")
    said = opened(tab)
    assert "Two Banks" in said and "jointly with Lisk Abern" in " ".join(said.split())
    tab.keyboard.press("Escape")
    assert tab.locator("#panel").is_hidden()
    assert tab.evaluate("document.activeElement.className") == "button voices-open"
    tab.keyboard.press("w")
    tab.wait_for_selector("#panel:focus .speakers")
    tab.locator("#panel .speakers li", has_text="Tam Orrin").locator(".told a").click()
    tab.wait_for_selector("html[data-revealed]")
    assert tab.evaluate("[...CSS.highlights.get('asked')][0].toString()").startswith("“I have crossed")
    assert tab.locator("#panel .speakers").is_visible()


def test_quotations_switched_off_leave_no_line_and_no_bar(tab):
    tab.uncheck('[data-shows="quotation"]')
    assert tab.locator("svg.bars").first.is_hidden() and tab.locator(".legend").is_hidden()
    looks = tab.eval_on_selector_all(
        "mark.quotation", "all => all.map(m => { const s = getComputedStyle(m); return [s.borderBottomColor, s.backgroundColor]; })"
    )  # fmt: skip
    assert {look for pair in looks for look in pair} <= {"rgba(0, 0, 0, 0)", "rgb(28, 27, 25)"}


def luminance(colour):
    parts = [int(part) / 255 for part in colour[colour.index("(") + 1 : -1].split(",")[:3]]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_letters_can_be_read_on_their_colours(browser, chapel, choir, scheme):
    context = browser.new_context(color_scheme=scheme)
    tab = context.new_page()
    tab.goto(f"{chapel}/page/{choir.reading.page.id}")
    signs = tab.eval_on_selector_all(
        ".legend .sign", "all => all.map(e => { const s = getComputedStyle(e); return [s.color, s.backgroundColor]; })"
    )
    assert len(signs) == 7
    for colours in signs:
        dark, light = sorted(luminance(colour) for colour in colours)
        assert (light + 0.05) / (dark + 0.05) >= 4.5, colours
    context.close()


def test_five_levels_fit_a_small_screen(browser, chapel, choir):
    context = browser.new_context(viewport={"width": 380, "height": 800})
    tab = context.new_page()
    for address in ("", "/voices"):
        tab.goto(f"{chapel}/page/{choir.reading.page.id}{address}")
        tab.wait_for_timeout(150)
        assert tab.evaluate("document.documentElement.scrollWidth") <= 380
    tab.goto(f"{chapel}/page/{choir.reading.page.id}")
    tab.wait_for_timeout(150)
    assert all(
        left >= 0 for left in tab.eval_on_selector_all("g.bar", "all => all.map(b => b.getBoundingClientRect().left)")
    )
    context.close()


def test_on_a_small_screen_the_panel_does_not_cover_what_it_tells_of(browser, chapel, choir):
    context = browser.new_context(viewport={"width": 420, "height": 800})
    tab = context.new_page()
    tab.goto(f"{chapel}/page/{choir.reading.page.id}")
    words = tab.locator(f'mark.content[data-of="{choir.ids.herdsman}"]').first
    words.scroll_into_view_if_needed()
    words.click(position={"x": 20, "y": 8})
    opened(tab)
    assert words.bounding_box()["y"] < tab.locator("#panel").bounding_box()["y"]
    context.close()
