"""The desk in a real browser: hostile pages run nothing, links to words work, keys work, it can be read in the dark."""

import pytest

pytestmark = pytest.mark.browser


def test_a_hostile_page_runs_nothing(watched, desk):
    i = desk.ids
    panels = "".join(
        f"&of={one}"
        for one in (i.evil_article, f"{i.evil_article}:author:0", f"{i.evil_article}:published", i.bad_copy)
    )
    for address in [
        "/",
        "/?q=script",
        "/?q=%3Cscript%3E",
        "/copies",
        f"/copy/{i.bad_copy}",
        f"/page/{i.evil}",
        f"/page/{i.evil}/raw?start=0&end=50",
        f"/page/{i.evil}/panel?at=0{panels}",
        "/%3Cscript%3Ewindow.__pwned=1%3C/script%3E",
    ]:
        tab = watched.go(address)
        tab.wait_for_timeout(120)
        assert tab.locator("body").is_visible()
        assert "{{ 7*7 }}" in tab.content() or "49" not in tab.inner_text("body")
        if not address.startswith("/%3C"):
            watched.check()
        assert tab.evaluate("window.__pwned") is None


def test_clicking_through_a_hostile_page_runs_nothing(watched, desk):
    tab = watched.go(f"/page/{desk.ids.evil}")
    for mark in tab.locator("mark.m-from[data-of]").all():
        mark.click(force=True)
        tab.wait_for_selector("#panel:not([hidden]) .note-of")
    for block in tab.locator(".furniture .block").all():
        block.click(force=True)
    tab.wait_for_timeout(150)
    assert (
        tab.evaluate(
            "document.querySelectorAll('#panel script, #panel img, #panel svg, main img, main svg:not(.bars, .letters)').length"
        )
        == 0
    )
    assert [
        a for a in tab.eval_on_selector_all("a", "all => all.map(a => a.protocol)") if a not in ("http:", "https:")
    ] == []
    watched.check()


def lit(tab):
    return tab.evaluate("[...(CSS.highlights.get('asked') ?? [])].map(range => range.toString()).join('')")


def test_a_permalink_lights_exactly_these_words(watched, desk):
    for id_, words in [
        (desk.ids.story, "Rescuers were still lifting"),
        (desk.ids.reprint, "stopped counting,” said Ilena"),
        (desk.ids.story, "Accept all"),
    ]:
        text = desk.view.page_text(id_)
        start = text.index(words)
        tab = watched.go(f"/page/{id_}#s={start}-{start + len(words)}")
        tab.wait_for_selector("html[data-revealed]")
        assert lit(tab) == words
        box = tab.evaluate(
            "(() => { const r = [...CSS.highlights.get('asked')][0].getBoundingClientRect(); return [r.top, r.bottom]; })()"
        )
        assert 0 < box[0] < box[1] < 900
        watched.check()


def test_offsets_count_code_points(watched, desk):
    page = next(reading for reading in desk.view.readings if reading.page.location == "brief-ar.txt")
    at = page.text.index("😔")
    tab = watched.go(f"/page/{page.page.id}#s={at}-{at + 2}")
    tab.wait_for_selector("html[data-revealed]")
    assert lit(tab) == "😔."


def test_a_selection_becomes_a_link_to_its_words(watched, desk):
    tab = watched.go(f"/page/{desk.ids.story}")
    words = "counted fourteen and then we stopped counting,” said Ilena"
    tab.evaluate(
        """words => {
          const block = [...document.querySelectorAll('.block.body')].find(b => b.textContent.includes(words));
          const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
          const points = []; let node;
          while ((node = walker.nextNode())) for (let n = 0; n < node.length; n++) points.push([node, n]);
          const at = block.textContent.indexOf(words);
          const range = document.createRange();
          range.setStart(...points[at]);
          const [last, n] = points[at + words.length - 1];
          range.setEnd(last, n + 1);
          getSelection().removeAllRanges(); getSelection().addRange(range);
        }""",
        words,
    )
    tab.wait_for_selector("#selection:not([hidden])")
    start = desk.view.page_text(desk.ids.story).index(words)
    assert tab.get_attribute(".selection-raw", "href").endswith(f"start={start}&end={start + len(words)}")
    tab.click(".selection-copy")
    assert tab.evaluate("location.hash") == f"#s={start}-{start + len(words)}"
    tab.reload()
    tab.wait_for_selector("html[data-revealed]")
    assert lit(tab) == words


def test_keys_of_the_list(watched):
    tab = watched.go("/")
    titles = tab.locator(".line .title").all_inner_texts()
    tab.keyboard.press("j")
    tab.keyboard.press("j")
    assert tab.inner_text(".line.current .title") == titles[1]
    tab.keyboard.press("k")
    assert tab.inner_text(".line.current .title") == titles[0]
    tab.keyboard.press("/")
    assert tab.evaluate("document.activeElement.id") == "q"
    tab.keyboard.type("market j")
    assert tab.input_value("#q") == "market j"
    tab.keyboard.press("Escape")
    tab.keyboard.press("?")
    assert tab.locator("#help").is_visible()
    tab.keyboard.press("Escape")
    assert not tab.locator("#help").is_visible()
    tab.keyboard.press("j")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/page/**")
    watched.check()


def test_keys_of_the_reader(watched, desk):
    watched.go("/?kind=story")
    tab = watched.go(f"/page/{desk.ids.story}")
    tab.keyboard.press("n")
    tab.wait_for_selector("#panel:not([hidden]) .note-of")
    first = tab.evaluate("document.activeElement.dataset.o")
    tab.keyboard.press("n")
    second = tab.evaluate("document.activeElement.dataset.o")
    assert int(first) < int(second)
    tab.keyboard.press("p")
    assert tab.evaluate("document.activeElement.dataset.o") == first
    tab.keyboard.press("Enter")
    tab.wait_for_selector("#panel:focus")
    tab.keyboard.press("Escape")
    assert tab.locator("#panel").is_hidden()
    assert tab.evaluate("document.activeElement.dataset.o") == first
    assert tab.locator(".furniture").first.is_visible()
    tab.keyboard.press("f")
    assert tab.locator(".furniture").first.is_hidden()
    tab.keyboard.press("f")
    assert tab.locator(".furniture").first.is_visible()
    tab.keyboard.press("u")
    tab.wait_for_url("**/articles?kind=story")
    watched.check()


def test_a_kind_switched_off_is_neither_drawn_nor_visited(watched, desk):
    tab = watched.go(f"/page/{desk.ids.story}")
    for kind in ("quotation", "event", "copy", "header"):
        tab.uncheck(f'[data-shows="{kind}"]')
    tab.keyboard.press("n")
    tab.wait_for_selector("#panel:not([hidden]) .note-of")
    assert tab.locator("#panel h2").all_inner_texts() == ["Figure"]


def test_a_click_on_furniture_tells_its_role_and_rule(watched, desk):
    tab = watched.go(f"/page/{desk.ids.story}")
    tab.locator(".role-newsletter .block").click()
    tab.wait_for_selector("#panel:not([hidden]) .note-of")
    said = tab.inner_text("#panel")
    assert "newsletter" in said and "newsletter_words" in said


def test_the_other_side_of_a_copy_is_one_click_away(watched, desk):
    tab = watched.go(f"/page/{desk.ids.story}")
    tab.locator(".block.body mark.copy").nth(1).click(position={"x": 4, "y": 8})
    tab.wait_for_selector("#panel .note-of.copy")
    tab.locator(".note-of.copy dd a", has_text="Shell hits grain market in Dorvan").click()
    tab.wait_for_url(f"**/page/{desk.ids.reprint}?**")
    tab.wait_for_selector("html[data-revealed]")
    assert lit(tab).startswith("“We counted fourteen")


def test_the_list_takes_in_what_was_read_meanwhile(watched, desk):
    from headwater import web

    held = desk.view.readings.pop()
    desk.app.state.desk.shelf.look_again()
    desk.state["progress"] = web.Progress(3, 4, rate=1.0)
    try:
        tab = watched.go("/")
        before = tab.locator(".line").count()
        assert "3 of 4 pages" in tab.inner_text("#progress")
        desk.view.readings.append(held)
        desk.app.state.desk.shelf.look_again()
        desk.state["progress"] = None
        tab.locator(".line").nth(before).wait_for(timeout=10000)
        assert tab.locator("#progress").is_hidden()
        watched.check()
    finally:
        desk.state["progress"] = None
        if held not in desk.view.readings:
            desk.view.readings.append(held)


def luminance(colour):
    channels = [int(part) / 255 for part in colour[colour.index("(") + 1 : -1].split(",")[:3]]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_has_contrast_by_day_and_by_night(browser, site, desk, scheme):
    context = browser.new_context(color_scheme=scheme)
    tab = context.new_page()
    tab.goto(f"{site}/page/{desk.ids.story}")
    paper = luminance(tab.evaluate("getComputedStyle(document.documentElement).backgroundColor"))
    assert (paper < 0.05) == (scheme == "dark")
    for selector in [
        ".block.body",
        ".furniture .block",
        ".figure.casualty",
        ".from",
        ".card dd",
        ".card dt",
        ".block.caption",
    ]:
        ink = luminance(tab.evaluate(f"getComputedStyle(document.querySelector('{selector}')).color"))
        contrast = (max(ink, paper) + 0.05) / (min(ink, paper) + 0.05)
        assert contrast >= 4.5, (selector, contrast)
    context.close()


def test_nothing_is_wider_than_a_small_screen(browser, site, desk):
    context = browser.new_context(viewport={"width": 380, "height": 800})
    tab = context.new_page()
    i = desk.ids
    for address in [
        "/",
        "/copies",
        f"/copy/{i.bad_copy}",
        f"/page/{i.story}",
        f"/page/{i.evil}",
        "/unread",
        "/about",
        f"/page/{i.story}/raw?start=0&end=99",
    ]:
        tab.goto(site + address)
        assert tab.evaluate("document.scrollingElement.scrollWidth") <= 380, address
    context.close()


def test_it_can_be_read_without_scripts(browser, site, desk):
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    start = desk.view.page_text(desk.ids.story).index("Rescuers")
    tab.goto(f"{site}/page/{desk.ids.story}?start={start}&end={start + 8}#s={start}-{start + 8}")
    assert tab.inner_text("mark.asked") == "Rescuers"
    assert tab.locator("mark.asked").bounding_box()["y"] < 720
    context.close()
