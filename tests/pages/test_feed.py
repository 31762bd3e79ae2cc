"""RSS and Atom files."""

from pathlib import Path

import pytest
from made_carriers import opened, outcome, page, unread

from headwater.pages.feed import is_full_text
from headwater.records import Given, Page, Unread

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>The Orlo
 Courier</title><image><title>logo</title></image>%s</channel></rss>"""
ITEM = """<item><title>Bridge</title><link>https://orlo.example/%d</link>
<pubDate>Fri, 03 May 2024 10:00:00 +0200</pubDate>
<description>Two died.</description><media:description>a very long description of a picture</media:description>
<content:encoded><![CDATA[<p>Two died at the bridge &amp; one at the mill, %d.</p>]]></content:encoded></item>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Orlo Today</title><entry><title>Bridge</title>
<link rel="self" href="https://orlo.example/self"/><link href="https://orlo.example/a"/>
<updated>2024-05-04T00:00:00Z</updated>%s</entry></feed>"""
LONG = "The mayor of Orlo said on Friday that two people had died at the bridge. " * 30


def stored(folder: Path, text: str, name: str = "feed.xml") -> Path:
    path = folder / name
    path.write_text(text)
    return path


@pytest.mark.parametrize("name", ["feed.xml", "feed.rss", "feed", "feed.php"])
def test_rss_with_full_content(tmp_path: Path, name: str) -> None:
    path = stored(tmp_path, RSS % (ITEM % (1, 1) + ITEM % (2, 2)), name)
    one, two = opened(path)
    assert isinstance(one, Page) and isinstance(two, Page)
    assert one.data == b"<p>Two died at the bridge &amp; one at the mill, 1.</p>"
    assert (one.media_type, one.charset) == ("text/html", "utf-8")
    assert one.location == "https://orlo.example/1"
    assert one.given == Given("https://orlo.example/1", "2024-05-03T10:00:00+02:00", "The Orlo Courier")
    assert (one.path, two.path) == (f"{path}#1", f"{path}#2")


@pytest.mark.parametrize(
    ("content", "data", "media_type"),
    [
        ('<content type="html">&lt;p&gt;Two &amp;amp; one&lt;/p&gt;</content>', b"<p>Two &amp; one</p>", "text/html"),
        ('<content type="text">5 &lt; 6</content>', b"5 < 6", "text/plain"),
        ("<content>5 &lt; 6</content>", b"5 < 6", "text/plain"),
        (
            '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p class="a&quot;b">5 &lt; 6<br/>x</p><p/></div></content>',
            b'<div><p class="a&quot;b">5 &lt; 6<br>x</p><p></p></div>',
            "text/html",
        ),
        ('<content type="html"></content><summary>' + LONG + "</summary>", LONG.encode(), "text/plain"),
    ],
)
def test_atom_content_of_each_type(tmp_path: Path, content: str, data: bytes, media_type: str) -> None:
    answer = page(stored(tmp_path, ATOM % content))
    assert (answer.data, answer.media_type) == (data, media_type)
    # When an entry was updated is not when it came out.
    assert answer.given == Given("https://orlo.example/a", None, "Orlo Today")


def test_atom_published_and_the_title_of_a_quoted_feed(tmp_path: Path) -> None:
    inside = "<published>2024-05-03T10:00:00Z</published><source><title>other</title></source><content>x</content>"
    assert page(stored(tmp_path, ATOM % inside)).given.published == "2024-05-03T10:00:00Z"


@pytest.mark.parametrize(
    ("guid", "url"),
    [
        ("<guid>https://orlo.example/g</guid>", "https://orlo.example/g"),
        ('<guid isPermaLink="false">https://orlo.example/g</guid>', None),
        ("<guid>tag:orlo.example,2024:1</guid>", None),
        ("<link>javascript:alert(1)</link>", None),
    ],
)
def test_the_address_of_an_item_without_a_link(tmp_path: Path, guid: str, url: str | None) -> None:
    item = f"<item>{guid}<content:encoded>&lt;p&gt;x</content:encoded></item>"
    answer = page(stored(tmp_path, RSS % item))
    assert (answer.given.url, answer.location) == (url, url or "feed.xml#1")


def test_a_summary_is_not_taken_for_the_text(tmp_path: Path) -> None:
    item = "<item><link>https://orlo.example/1</link><description>Two died at the bridge.</description></item>"
    one, two = opened(stored(tmp_path, RSS % (item + ITEM % (2, 2))))
    assert isinstance(one, Unread) and isinstance(two, Page)
    assert (one.reason, one.page.location) == ("summary_only", "https://orlo.example/1")


@pytest.mark.parametrize(
    ("description", "full"),
    [
        (LONG, True),
        (LONG[:1000], False),
        (f"<p>{LONG[:400]}</p><p>{LONG[:400]}</p>", True),
        (f"{LONG[:400]}<br /> <br>{LONG[:400]}<br><br>{LONG[:90]}", True),
        (f"<p>{LONG[:100]}</p><p>{LONG[:100]}</p>", False),
        (f"<p>{LONG}</p><p>and so on […]</p>", False),
        (f"<p>{LONG}</p><p>and so on [&#8230;]</p>", False),
        (f"{LONG}...", False),
        (f'<p>{LONG}</p><p>{LONG}</p><a href="/a">Continue reading</a>', False),
        ("", False),
    ],
)
def test_when_a_description_is_the_full_text(description: str, full: bool) -> None:
    assert is_full_text(description) is full


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("<rss><channel><item></rss>", "not well-formed"),
        ("<rss><channel>", "not well-formed"),
        ("<urlset><url/></urlset>", "neither RSS nor Atom"),
        ("plain words", "not well-formed"),
        ("<rss>" + "<a>" * 5000, "nested too deeply"),
        ('<?xml version="1.0" encoding="klingon"?><rss/>', "encoding"),
        ('<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss>&b;</rss>', "entities"),
        ('<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss>&x;</rss>', "entities"),
    ],
)
def test_a_feed_that_cannot_be_read(tmp_path: Path, text: str, says: str) -> None:
    answer = unread(stored(tmp_path, text))
    assert answer.reason == "bad_feed" and says in answer.detail


def test_items_before_the_break_are_given(tmp_path: Path) -> None:
    text = RSS % (ITEM % (1, 1) + ITEM % (2, 2))
    answers = outcome(opened(stored(tmp_path, text[: text.rfind("<content")])))
    assert len(answers) == 2 and answers[-1] == "bad_feed"


def test_an_item_or_a_file_beyond_its_limit(tmp_path: Path) -> None:
    path = stored(tmp_path, RSS % ((ITEM % (1, 1)).replace("Two died at", "x" * 5000) + ITEM % (2, 2)))
    answers = outcome(opened(path, max_page_bytes=1000))
    assert answers[0] == "too_large" and "bridge" in answers[1]
    assert outcome(opened(path, max_whole_bytes=1000))[-1] == "too_large"


def test_a_feed_without_items_holds_no_page(tmp_path: Path) -> None:
    assert unread(stored(tmp_path, RSS % "")).reason == "no_page"
