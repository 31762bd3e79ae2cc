"""Invented pages: a newspaper story, a comment around a reprint of it, an Arabic brief, and one written by an attacker."""

from fake_view import FakeView, Scribe, copy_id
from headwater.records import Copy, Credit, Given, Moment, Name, PageRecord, Passages, Reason, Run, Span, Unread

AGENCY = (
    "At least 14 people were killed when a shell struck the grain market in Dorvan on Tuesday, the regional governor "
    "said. Rescuers were still lifting slabs by nightfall."
)
QUOTE = "“We counted fourteen and then we stopped counting,” said Ilena Marsk, who heads the district hospital."

EVIL = '"><script>window.__pwned=1;alert(1)</script><img src=x onerror="window.__pwned=2"><svg/onload=window.__pwned=3>'
EVIL_LINK = "javascript:window.__pwned=4"
EVIL_STYLE = (
    "</style><style>*{display:none!important}@import url(http://evil.example/x.css);</style>{{ 7*7 }}{% raw %}${7*7}"
)


def story():
    s = Scribe("https://www.dorvan-courier.example/2026/03/03/market")
    for words in ("Home", "World", "Business", "Sport", "Weather", "Subscribe"):
        s.block("navigation", words, rule="nav_element")
    a = s.begin()
    title = s.block("headline", "Shell hits grain market in Dorvan, at least 14 dead", rule="heading_1")
    s.block("standfirst", "Officials on both sides of the river blame each other; the hospital asks for blood.")
    by = s.block("byline", "By Tomas Vell and Rin Adair")
    date = s.block("dateline", "DORVAN, March 3, 2026, 18:40 (+02:00) — Courier wire")
    s.block("body", AGENCY)
    s.block("body", QUOTE)
    s.block("advert", "Advertisement", article=False, rule="ad_label")
    s.block(
        "body",
        "The army said on Wednesday that “no unit fired on the town that day,” while Governor Pell Orin told reporters that a commander had admitted “a mistake on the northern battery”. Some 40 others were injured.",
    )
    s.block("heading", "A town on the line")
    s.block(
        "body",
        "Dorvan changed hands twice last year. The market had reopened only in January, after a ceasefire that both sides accuse each other of breaking. In 2024 an airstrike on the same street killed six.",
    )
    s.block("caption", "Traders carry sacks away from the damaged hall. (Click to enlarge)")
    s.end(
        a, title=title,
        authors=(Name(s.find("Tomas Vell"), "Tomas Vell", "by_words"), Name(s.find("Rin Adair"), "Rin Adair", "by_words")),
        publisher=Name(Span(812, 830, "source"), "The Dorvan Courier", "jsonld_publisher"),
        published=Moment(s.find("March 3, 2026, 18:40 (+02:00)"), "2026-03-03T18:40", "minute", "+02:00", False, "dateline_words"),
        credits=(Credit(s.find("Courier wire"), "agency", "Courier wire", None, None, "dash_agency"),),
    )  # fmt: skip
    assert by and date
    s.block(
        "newsletter",
        "Get the Courier in your inbox every morning. Enter your address and we will do the rest.",
        rule="newsletter_words",
    )
    s.block("related", "Read next: Bridge reopens at Sall", rule="link_density")
    s.block("related", "Grain prices climb for a third week", rule="link_density")
    s.block(
        "comments",
        "3 comments. Log in to leave a comment. " + "Reader 42 wrote: this again, and nobody answers for it. " * 18,
        rule="comment_container",
    )
    s.block("hidden", "This site uses cookies. Accept all. Manage choices.", rule="style_display_none")
    s.block("licence", "© 2026 The Dorvan Courier. All rights reserved.", rule="copyright_sign")
    outer = s.said(
        a,
        "the regional governor",
        "said",
        "At least 14 people were killed when a shell struck the grain market in Dorvan on Tuesday",
        kind="indirect",
    )
    s.said(a, "Ilena Marsk", "said", "We counted fourteen and then we stopped counting,")
    gov = s.said(
        a, "Governor Pell Orin", "told", "a commander had admitted “a mistake on the northern battery”", kind="indirect"
    )
    s.said(a, "a commander", "admitted", "a mistake on the northern battery", parent=gov)
    s.counted(a, "At least 14 people", 14, qualifier="at_least", attributions=(outer,))
    s.counted(a, "Some 40 others", 40, unit="injured", qualifier="about")
    s.happened(a, "shell struck")
    s.happened(a, "airstrike")
    reading = s.reading()
    data = b" " * 812 + b"The Dorvan Courier" + b" " * 40 + s.text.encode()
    return reading, data, a


def reprint():
    s = Scribe("https://plain-words.example/blog/the-market-again", given=Given(outlet="Plain Words"))
    s.block("navigation", "About · Archive · Feed", rule="nav_element")
    a = s.begin()
    t = s.block("headline", "The market, again")
    s.block("body", "I put the Courier's report below in full, because it will be gone by the weekend.")
    s.end(
        a,
        kind="introduction",
        title=t,
        published=Moment(Span(31, 41, "location"), "2026-03", "month", None, True, "address_date"),
    )
    b = s.begin()
    t2 = s.block("headline", "Shell hits grain market in Dorvan")
    s.block("body", "Tomas Vell, The Dorvan Courier, March 3, 2026")
    s.block("body", AGENCY)
    s.block("body", QUOTE + " Nobody else would speak.")
    s.end(
        b, kind="reprint", title=t2, embedded_in=a,
        authors=(Name(s.find("Tomas Vell"), "Tomas Vell", "credit_line"),),
        publisher=Name(Span(0, 11, "given"), "Plain Words", "given_outlet"),
        published=Moment(s.find("March 3, 2026"), "2026-03-03", "day", None, False, "credit_line"),
        credits=(Credit(s.find("Tomas Vell, The Dorvan Courier, March 3, 2026"), "reprint", "The Dorvan Courier", "Tomas Vell", "2026-03-03", "credit_line"),),
    )  # fmt: skip
    s.said(b, "Ilena Marsk", "said", "We counted fourteen and then we stopped counting,")
    s.block("donation", "This page lives from its readers. Give five a month.", rule="donation_words", article=False)
    return s.reading(), b


def arabic():
    s = Scribe("brief-ar.txt")
    a = s.begin()
    t = s.block("headline", "سقوط قذيفة على سوق الحبوب")
    s.block("body", "قال مسؤول محلي إن القذيفة أصابت السوق صباح الثلاثاء، ولم يذكر عدد الضحايا 😔.")
    s.end(a, kind="brief", title=t, language="ar")
    return s.reading()


def evil():
    s = Scribe(EVIL_LINK)
    a = s.begin()
    t = s.block("headline", f"Evil {EVIL}")
    s.block("byline", f"By {EVIL_LINK}")
    s.block("body", f"Text {EVIL} and {EVIL_STYLE} and <a href='{EVIL_LINK}' onclick='window.__pwned=5'>click</a>")
    s.block("body", f"{AGENCY} {EVIL}")
    s.block("other", EVIL_STYLE, article=False, rule="none_of_these")
    s.end(
        a, title=t, authors=(Name(s.find(EVIL_LINK), EVIL, "by_words"),), publisher=Name(s.find("Evil"), f"Outlet {EVIL}", "meta_site"),
        published=Moment(Span(0, 9, "source"), f"2026{EVIL}", "year", EVIL_LINK, True, "meta_date"),
        credits=(Credit(s.find("Text"), "via", EVIL, EVIL_STYLE, None, "via_words"),),
    )  # fmt: skip
    s.said(a, "Text", "and", EVIL)
    return s.reading(), a


def world():
    """The view, with the ids that tests ask for by name."""
    one, data, courier = story()
    two, blog = reprint()
    bad, evil_article = evil()

    def passages(reading, article, *pieces):
        start = next(x.span.start for x in reading.articles if x.id == article)
        spans = []
        for words in pieces:
            at = reading.text.index(words, start)
            spans.append(Span(at, at + len(words)))
        return Passages(article, tuple(spans))

    copy = Copy(
        copy_id(courier, blog), passages(one, courier, AGENCY, QUOTE), passages(two, blog, AGENCY, QUOTE),
        "edited_copy", "b_from_a", None, 0.914, (Reason("credit", blog),),
    )  # fmt: skip
    bad_copy = Copy(
        copy_id(evil_article, blog), passages(bad, evil_article, AGENCY), passages(two, blog, AGENCY),
        "partial_reuse", "unknown", EVIL, 0.4, (),
    )  # fmt: skip
    lost = PageRecord("p00000000000000ff", "scan.pdf", "application/pdf", None, "f" * 64, 90210, None, "unread", "pdf")
    run = Run(
        "r1",
        "2026-03-05T09:00:00",
        "2026-03-05T09:00:04",
        {"code": "0.1.0", "lexicon": "a1b2c3"},
        {"page": 4, "article": 5},
    )
    view = FakeView(
        [one, two, arabic(), bad], [Unread(lost, "pages", "pdf", "This is a PDF. Save it as text first, then read the text.")],
        [copy, bad_copy], [run], {one.page.id: data, bad.page.id: EVIL.encode()},
    )  # fmt: skip
    names = {
        "story": one.page.id,
        "reprint": two.page.id,
        "evil": bad.page.id,
        "copy": copy.id,
        "bad_copy": bad_copy.id,
        "courier": courier,
        "blog": blog,
        "evil_article": evil_article,
    }
    return view, names
