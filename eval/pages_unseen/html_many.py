"""HTML makes with several articles on one page."""

# ruff: noqa: E501  (markup reads better unbroken)

from markup import captioned, document, e, foot, inline_extras, nav, related, running, share, teasers
from sheet import Sheet
from stories import BYLINE_STYLES, CREDIT_STYLES, DATE_STYLES, FULL_DATES, Story, byline, credit_line, date_line


def table_stack(sheet: Sheet) -> str:
    """Three or four articles, each in its own row of a table in a table."""
    rows = ""
    style = sheet.rng.choice(FULL_DATES)
    for _ in range(sheet.rng.randint(3, 4)):
        story = sheet.add(sheet.desk.story(6, 12))
        story.publisher = sheet.outlet
        by = byline(story, sheet.desk, sheet.rng.choice(("by", "none", "text")))
        rows += f"""<tr><td><b><font size="4">{e(sheet, story.title or "")}</font></b></td></tr>
<tr><td class="small">{e(sheet, by)} {date_line(story, style)}</td></tr>
<tr><td>{running(sheet, story)}</td></tr><tr><td><hr></td></tr>\n"""
    side = "".join(f"<tr><td>{e(sheet, line)}</td></tr>" for line in sheet.some("nav", 6) + sheet.some("widgets", 2))
    body = f"""<table width="100%"><tr><td colspan="2"><h1>{sheet.outlet}</h1></td></tr>
<tr><td width="20%" valign="top"><table>{side}</table></td><td valign="top"><table>{rows}</table></td></tr>
<tr><td colspan="2">{e(sheet, sheet.one("legal"))}</td></tr></table>"""
    return document(sheet, sheet.outlet, "", body)


def sections(sheet: Sheet) -> str:
    """<article> elements inside <section> elements, each with header and footer of its own."""
    blocks = ""
    for name in ("Front line", "Capital"):
        items = ""
        for _ in range(sheet.rng.randint(1, 2)):
            story = sheet.add(sheet.desk.story(6, 14))
            story.publisher = sheet.outlet
            by = byline(story, sheet.desk, sheet.rng.choice(BYLINE_STYLES))
            when = date_line(story, "british")
            items += f"""<article><header><h3>{e(sheet, story.title or "")}</h3><address>{e(sheet, by)}</address>
<time datetime="{story.when.date().isoformat()}">{when}</time></header>
{running(sheet, story, inside=inline_extras(sheet))}
<footer>{share(sheet)}</footer></article>\n"""
        blocks += f"<section><h2>{name}</h2>{items}</section>"
    head = f'<meta property="og:site_name" content="{sheet.outlet}">'
    body = f"<header>{sheet.outlet}{nav(sheet)}</header><main>{blocks}</main><aside>{teasers(sheet, 'Most read')}</aside>{foot(sheet)}"
    return document(sheet, f"Latest | {sheet.outlet}", head, body)


def cards(sheet: Sheet) -> str:
    """Cards headed by h2 or h3, each holding the full text."""
    level = sheet.rng.choice(("h2", "h3"))
    style = sheet.rng.choice(DATE_STYLES)
    items = ""
    for _ in range(sheet.rng.randint(3, 5)):
        story = sheet.add(sheet.desk.story(6, 10))
        by = byline(story, sheet.desk, sheet.rng.choice(BYLINE_STYLES))
        when = date_line(story, style)
        items += f"""<div class="card card--full"><div class="card__img"></div><{level} class="card__title">{e(sheet, story.title or "")}</{level}>
<div class="card__meta"><span>{when}</span>{f" <span>{e(sheet, by)}</span>" if by else ""}</div><div class="card__text">{running(sheet, story)}</div>
<div class="card__tools"><a href="#">Share</a> <a href="#">{sheet.rng.randint(2, 40)} comments</a></div></div>\n"""
    for story in sheet.stories:
        story.publisher = sheet.outlet
    body = f'<div class="top"><a class="logo" href="/">{sheet.outlet}</a>{nav(sheet)}</div><div class="deck">{items}</div><div class="promo">{e(sheet, sheet.one("donate"))}</div>{foot(sheet)}'
    return document(sheet, sheet.outlet, f'<meta property="og:site_name" content="{sheet.outlet}">', body)


def blog_index(sheet: Sheet) -> str:
    """A blog index: “Posted by … on … in …”, “Read more” below some of the posts only."""
    style = sheet.rng.choice(FULL_DATES)
    posts = ""
    for _ in range(sheet.rng.randint(3, 5)):
        story = sheet.add(sheet.desk.story(6, 11))
        story.publisher = sheet.outlet
        handle = sheet.desk.person().replace(" ", "").lower()
        story.authors = [handle]
        extra = ""
        if sheet.rng.random() < 0.5:
            extra = f'<p class="credit">{e(sheet, credit_line(story, sheet.desk.outlet(), sheet.rng.choice(CREDIT_STYLES)))}</p>'
            story.kind, story.alternatives["kind"] = "reprint", ["story"]
        more = '<p><a class="more" href="/p">Read more</a></p>' if sheet.rng.random() < 0.5 else ""
        posts += f"""<div class="post"><h2><a href="/p">{e(sheet, story.title or "")}</a></h2>
<p class="postmeta">Posted by <a href="/u">{e(sheet, handle)}</a> on {date_line(story, style)} in <a href="/c">Conflict</a></p>
{running(sheet, story)}{extra}{more}<p class="foot">{sheet.rng.randint(0, 60)} Comments | Permalink</p></div>\n"""
    side = f'<div id="side">{teasers(sheet, "Blogroll")}<p>{e(sheet, sheet.one("newsletter"))}</p><p>{e(sheet, sheet.one("widgets"))}</p></div>'
    body = f'<div id="banner"><h1><a href="/">{sheet.outlet}</a></h1>{nav(sheet, 5)}</div><div id="main">{posts}<a href="/2">Older entries</a></div>{side}{foot(sheet)}'
    return document(sheet, sheet.outlet, "", body)


def digest(sheet: Sheet) -> str:
    """A digest: each brief opens with words in bold that serve as its title."""
    items = ""
    numbered = sheet.rng.random() < 0.5
    for number in range(1, sheet.rng.randint(5, 7)):
        story = sheet.add(sheet.desk.story(2, 4))
        story.kind, story.paragraphs = "brief", [[s for p in story.paragraphs for s in p]]
        story.alternatives["title"] = [None]
        lead = f"{f'{number}. ' if numbered else ''}<strong>{e(sheet, story.title or '')}.</strong> "
        items += f"<p>{lead}{e(sheet, story.texts[0])}</p>\n"
    when = f"{sheet.desk.now.day} {sheet.desk.now:%B %Y}"
    for story in sheet.stories:
        story.publisher = sheet.outlet
        story.published = sheet.desk.now.date().isoformat()
        story.alternatives["published"] = [None]
    body = f"""<header><a href="/">{sheet.outlet}</a>{nav(sheet)}</header><main><h1>Morning briefing</h1><p class="date">{when}</p>
{share(sheet)}{items}<div class="sub">{e(sheet, sheet.one("newsletter"))}</div></main>{related(sheet, "More briefings")}{foot(sheet)}"""
    return document(
        sheet, f"Morning briefing | {sheet.outlet}", f'<meta property="og:site_name" content="{sheet.outlet}">', body
    )


def reprinted_in(sheet: Sheet, inner: Story) -> str:
    """Header line of a reprint: who, where and when it first came out."""
    outlet = sheet.desk.outlet()
    author = sheet.desk.person()
    when = date_line(inner, "american")
    inner.kind, inner.authors, inner.publisher = "reprint", [author], outlet
    inner.alternatives["publisher"] = [sheet.outlet, None]
    inner.credits = [{"kind": "reprint", "outlet": outlet, "kind_or": ["originally_published"]}]
    return sheet.rng.choice(
        [f"{author} — {outlet}, {when}", f"By {author}, {outlet}, {when}", f"{outlet} | {when} | By {author}"]
    )


def editor_note(sheet: Sheet) -> str:
    """An editor’s words, then the article under its own title and attribution."""
    return _noted(sheet, quoted=False)


def editor_quote(sheet: Sheet) -> str:
    """The same with the article in a block quotation."""
    return _noted(sheet, quoted=True)


def _noted(sheet: Sheet, *, quoted: bool) -> str:
    note = sheet.add(sheet.desk.opinion())
    note.publisher = sheet.outlet
    line = f"{e(sheet, byline(note, sheet.desk, 'by'))} | {date_line(note, 'british')}"
    inner = sheet.add(sheet.desk.story(8, 18))
    attribution = reprinted_in(sheet, inner)
    inner.embedded_in = 0
    frame = ("blockquote", "blockquote") if quoted else ('div class="reprint"', "div")
    body = f"""<header>{sheet.outlet}{nav(sheet)}</header><main><h1>{e(sheet, note.title or "")}</h1><p class="meta">{line}</p>
<div class="note">{running(sheet, note)}</div><{frame[0]}><h2>{e(sheet, inner.title or "")}</h2>
<p class="attr">{e(sheet, attribution)}</p>{captioned(sheet, inner)}{running(sheet, inner)}</{frame[1]}>
<p class="disc">{e(sheet, sheet.one("disclaimers"))}</p>{share(sheet)}</main><aside>{teasers(sheet, "Recent posts")}</aside>{foot(sheet)}"""
    return document(
        sheet, f"{note.title} | {sheet.outlet}", f'<meta property="og:site_name" content="{sheet.outlet}">', body
    )


def press_review(sheet: Sheet) -> str:
    """A review of the press: articles of others, one below the other, each with its attribution."""
    items = ""
    for _ in range(sheet.rng.randint(3, 4)):
        story = sheet.add(sheet.desk.story(6, 10))
        attribution = reprinted_in(sheet, story)
        story.alternatives["kind"] = ["story"]
        items += f'<h3>{e(sheet, story.title or "")}</h3><p class="from">{e(sheet, attribution)}</p>{running(sheet, story)}\n'
    body = f'<div class="mast">{sheet.outlet}{nav(sheet)}</div><h1>Press review</h1>{items}<p>{e(sheet, sheet.one("disclaimers"))}</p>{foot(sheet)}'
    return document(
        sheet, f"Press review - {sheet.outlet}", f'<meta property="og:site_name" content="{sheet.outlet}">', body
    )


def live_blog(sheet: Sheet) -> str:
    """A live blog, newest entry first, each with its time and some with a title."""
    opening = sheet.add(sheet.desk.story(2, 3))
    opening.kind, opening.alternatives["kind"] = "introduction", ["story"]
    by = byline(opening, sheet.desk, "by")
    when = date_line(opening, "british")
    entries = ""
    for hour in range(sheet.rng.randint(5, 7), 0, -1):
        story = sheet.add(sheet.desk.story(2, 5))
        story.kind, story.embedded_in = "entry", 0
        story.when = opening.when.replace(hour=8 + hour, minute=sheet.rng.randint(0, 59))
        story.published = f"{story.when:%Y-%m-%dT%H:%M}"
        story.alternatives["published"] = [story.published[:10], None]
        title = f"<h3>{e(sheet, story.title or '')}</h3>" if sheet.rng.random() < 0.6 else ""
        story.title = story.title if title else None
        entries += f'<div class="update"><span class="time">{story.when:%H:%M}</span>{title}{running(sheet, story)}<span class="tools">Share this update</span></div>\n'
    for story in sheet.stories:
        story.publisher = sheet.outlet
    sheet.note("Share this update", "Load earlier updates")
    body = f"""<header>{sheet.outlet}{nav(sheet)}</header><h1>{e(sheet, opening.title or "")}</h1><p>{e(sheet, by)} · {when}</p>
<div class="summary">{running(sheet, opening)}</div>{entries}<button>Load earlier updates</button><aside>{teasers(sheet, "Most read")}</aside>{foot(sheet)}"""
    return document(sheet, f"Live: {opening.title}", f'<meta property="og:site_name" content="{sheet.outlet}">', body)


def ruled(sheet: Sheet) -> str:
    """Two articles in one column of div elements with nothing but a rule between them."""
    parts = []
    for _ in range(2):
        story = sheet.add(sheet.desk.story(8, 16))
        story.publisher = sheet.outlet
        by = byline(story, sheet.desk, sheet.rng.choice(("by", "staff", "none")))
        if not story.authors:
            agency = sheet.desk.agency()
            by = sheet.rng.choice([agency, f"({agency})"])
            story.credits.append({"kind": "agency", "outlet": agency})
        meta = (
            f"<div>{e(sheet, by)}</div><div>{date_line(story, sheet.rng.choice(('american', 'iso', 'slashes')))}</div>"
        )
        parts.append(f'<div class="hd">{e(sheet, story.title or "")}</div>{meta}{running(sheet, story, "div")}')
    body = f'<div class="logo">{sheet.outlet}</div><div class="menu">{nav(sheet)}</div><div class="col">{"<hr>".join(parts)}</div><div class="end">{e(sheet, sheet.one("donate"))}</div>{foot(sheet)}'
    return document(sheet, sheet.outlet, "", body)


MAKES = (table_stack, sections, cards, blog_index, digest, editor_note, editor_quote, press_review, live_blog, ruled)
