"""HTML makes with exactly one article in heavy furniture: the control."""

# ruff: noqa: E501  (markup reads better unbroken)

from markup import (
    captioned,
    discussion,
    document,
    e,
    foot,
    inline_extras,
    linked_data,
    nav,
    related,
    running,
    share,
    teasers,
)
from sheet import Sheet
from stories import BYLINE_STYLES, CREDIT_STYLES, FULL_DATES, byline, credit_line, date_line


def blog_theme(sheet: Sheet) -> str:
    """A blog theme with sidebar, share buttons, related posts and comments; the credit below the text."""
    story = sheet.add(sheet.desk.story(10, 25))
    story.publisher = sheet.outlet
    when = date_line(story, "british")
    story.published = f"{story.when:%Y-%m-%dT%H:%M:00+00:00}"
    story.alternatives["published"] = [story.when.date().isoformat()]
    by = byline(story, sheet.desk, sheet.rng.choice(("by", "text", "words")))
    credit = (
        credit_line(story, sheet.desk.outlet(), sheet.rng.choice(CREDIT_STYLES)) if sheet.rng.random() < 0.6 else ""
    )
    story.kind, story.alternatives["kind"] = ("reprint", ["story"]) if credit else ("story", [])
    head = f'<meta property="og:site_name" content="{sheet.outlet}">\n<meta property="article:published_time" content="{story.published}">'
    entry = f"""<article class="post hentry"><h1 class="entry-title">{e(sheet, story.title or "")}</h1>
<div class="entry-meta"><span class="posted-on">{when}</span> <span class="byline">{e(sheet, by)}</span></div>
{share(sheet)}<div class="entry-content">
{captioned(sheet, story)}
{running(sheet, story, inside=inline_extras(sheet))}
{f"<p><em>{e(sheet, credit)}</em></p>" if credit else ""}</div></article>"""
    aside = f'<aside class="sidebar">{teasers(sheet, "Most read")}<div class="widget"><p>{e(sheet, sheet.one("widgets"))}</p></div><div class="widget"><p>{e(sheet, sheet.one("newsletter"))}</p></div></aside>'
    body = f"""<div class="cookie-bar">{e(sheet, sheet.one("cookies"))} <button>Accept</button></div>
<header><p class="site-title"><a href="/">{sheet.outlet}</a></p>{nav(sheet)}</header>
<main>{entry}{related(sheet, "You may also like")}{discussion(sheet, 3)}</main>{aside}{foot(sheet)}"""
    return document(sheet, f"{story.title} | {sheet.outlet}", head, body)


def utility_soup(sheet: Sheet) -> str:
    """Nothing but div elements with utility classes; header in JSON-LD."""
    story = sheet.add(sheet.desk.story(10, 25))
    story.publisher = sheet.outlet
    by = byline(story, sheet.desk, sheet.rng.choice(("by", "pair", "staff")))
    when = date_line(story, sheet.rng.choice(("british", "weekday", "ago")))
    story.published = f"{story.when:%Y-%m-%dT%H:%M:00+00:00}"
    story.alternatives["published"] = [story.when.date().isoformat()]
    links = "".join(
        f'<a class="px-2 py-1 text-sm hover:underline" href="#">{e(sheet, line)}</a>' for line in sheet.some("nav", 8)
    )
    tiles = "".join(
        f'<div class="col-span-1 border p-2"><a href="#">{e(sheet, line)}</a></div>' for line in sheet.some("other", 5)
    )
    body = f"""<div class="fixed bottom-0 inset-x-0 p-4 bg-white shadow">{e(sheet, sheet.one("cookies"))}</div>
<div class="flex justify-between border-b p-3"><div class="font-black">{sheet.outlet}</div><div class="flex">{links}</div></div>
<div class="mx-auto max-w-2xl">
<div class="text-4xl font-bold mt-8">{e(sheet, story.title or "")}</div>
<div class="text-gray-600 mt-2">{e(sheet, by)}</div><div class="text-gray-400 text-xs">{when}</div>
<div class="flex gap-1 my-2">{"".join(f'<div class="rounded-full px-3 bg-gray-100">{e(sheet, line)}</div>' for line in sheet.some("share", 3))}</div>
{running(sheet, story, "div", attrs=' class="my-4 leading-7"', inside=inline_extras(sheet, heads=False))}
</div>
<div class="bg-yellow-50 p-6">{e(sheet, sheet.one("donate"))}</div>
<div class="grid grid-cols-5 gap-3">{tiles}</div>
<div class="text-xs text-center p-8">{e(sheet, sheet.one("legal"))}</div>"""
    return document(sheet, story.title or "", linked_data(story, sheet.outlet), body)


def discussed(sheet: Sheet) -> str:
    """A short article under which the readers have much to say."""
    story = sheet.add(sheet.desk.story(6, 12))
    story.publisher = sheet.outlet
    by = byline(story, sheet.desk, sheet.rng.choice(BYLINE_STYLES))
    when = date_line(story, sheet.rng.choice((*FULL_DATES, "slashes")))
    rows = ""
    for who, words in sheet.comments(8):
        rows += f'<div class="post"><div class="who">{e(sheet, who)}<br>Member since {sheet.desk.now.year - 3}</div><div class="what">{e(sheet, words)}</div><div class="when">{sheet.desk.now:%d/%m/%Y %H:%M}</div></div>\n'
    body = f"""<div id="head"><b>{sheet.outlet}</b> {nav(sheet, 5)}</div>
<div id="story"><h2>{e(sheet, story.title or "")}</h2><p class="sub">{e(sheet, by)}{" | " if by else ""}{when}</p>
{running(sheet, story)}
{"".join(f'<p class="bio">{e(sheet, line)}</p>' for line in sheet.bio(story))}</div><div id="forum"><h3>Join the conversation</h3>{rows}<a href="#">Show all comments</a></div>{foot(sheet)}"""
    return document(
        sheet, f"{sheet.outlet} - {story.title}", f'<meta name="application-name" content="{sheet.outlet}">', body
    )


def old_tables(sheet: Sheet) -> str:
    """One article in the middle cell of tables within tables, broken by <br><br>."""
    story = sheet.add(sheet.desk.story(8, 20))
    story.publisher = sheet.outlet
    by = byline(story, sheet.desk, sheet.rng.choice(("by", "caps", "staff")))
    when = date_line(story, sheet.rng.choice(("american", "british")))
    left = "".join(
        f'<tr><td><font size="2"><a href="p.htm">{e(sheet, line)}</a></font></td></tr>' for line in sheet.some("nav", 8)
    )
    right = "<br>".join(e(sheet, line) for line in sheet.some("other", 4) + sheet.some("widgets", 2))
    text = "<br><br>\n".join(e(sheet, text) for text in story.texts)
    body = f"""<table width="800" border="0"><tr><td colspan="3" bgcolor="#003366"><font color="white" size="5">{sheet.outlet}</font></td></tr>
<tr><td width="120" valign="top"><table>{left}</table></td>
<td valign="top"><table width="100%"><tr><td><font size="5"><b>{e(sheet, story.title or "")}</b></font></td></tr>
<tr><td><font size="2"><i>{e(sheet, by)}</i><br>{when}</font></td></tr><tr><td><font size="3">{text}</font></td></tr>
<tr><td align="right"><a href="#">{e(sheet, sheet.one("share"))}</a></td></tr></table></td>
<td width="150" valign="top" bgcolor="#eeeeee"><font size="1">{right}</font></td></tr>
<tr><td colspan="3" align="center"><font size="1">{e(sheet, sheet.one("legal"))}</font></td></tr></table>"""
    return document(sheet, sheet.outlet, "", body)


def wire_copy(sheet: Sheet) -> str:
    """A dispatch with slug line, dateline and “(Agency)”, no person named; <p> is never closed."""
    story = sheet.add(sheet.desk.story(8, 18))
    story.publisher = sheet.outlet
    agency = sheet.desk.agency()
    story.credits.append({"kind": "agency", "outlet": agency})
    story.dateline = sheet.rng.choice(
        [f"{story.town.upper()}, {story.when:%B} {story.when.day} ({agency}) —", f"{story.town.upper()} ({agency}) -"]
    )
    when = date_line(story, sheet.rng.choice(FULL_DATES))
    paragraphs = [f"<p>{e(sheet, text)}" for text in story.texts]
    paragraphs[0] = paragraphs[0].replace("<p>", f"<p>{e(sheet, story.dateline)} ", 1)
    links = " ".join(f'<a href="#">{e(sheet, line)}</a>' for line in sheet.some("nav", 6))
    body = f"""<div class="bar">{sheet.outlet} {links}</div>
<div class="updated">{when}</div><h1>{e(sheet, story.title or "")}</h1>
{chr(10).join(paragraphs)}
<hr><div class="fine">{e(sheet, sheet.one("legal"))}</div><div>{teasers(sheet, "Elsewhere", 6)}</div><div>{e(sheet, sheet.one("newsletter"))}</div>"""
    return document(sheet, story.title or "", "", body)


MAKES = (blog_theme, utility_soup, discussed, old_tables, wire_copy)
