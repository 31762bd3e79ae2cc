"""Splitting HTML pages.  Roles come from the tags alone here, so that what is tested is the splitting."""

import re
import tomllib
from typing import Any

import numpy as np
import pytest
from case_pages import CASES

from headwater.knowledge import load
from headwater.reading.articles.cues import read_cues
from headwater.reading.articles.html import outline_html
from headwater.reading.articles.outline import Element, Outline, Verdict
from headwater.reading.articles.split import split
from headwater.text import Decoded

KNOWLEDGE = load()
PAGES = tomllib.loads((CASES / "html_synthetic.toml").read_text())["page"]
OUTSIDE = {"nav": "navigation", "aside": "related", "footer": "licence", "title": "metadata"}


def role_by_tags(element: Element | None) -> Verdict:
    """The role that the markup of these cases spells out."""
    path = element.path() if element is not None else []
    for near in path:
        if near.tag in OUTSIDE or near.attributes.get("role") == "navigation":
            return Verdict(OUTSIDE.get(near.tag, "navigation"), "tag")
    tag, classes = path[0].tag, path[0].attributes.get("class", "")
    if re.fullmatch(r"h[1-6]", tag) or any(re.fullmatch(r"h[1-6]", near.tag) for near in path[:2]):
        return Verdict("heading", "tag")
    named = {"byline": "byline", "date": "metadata", "time": "metadata"}.get(classes)
    return Verdict(named or ("quotation" if any(near.tag == "blockquote" for near in path) else "body"), "tag")


def outline_of(html: str) -> Outline:
    return outline_html(Decoded(html, "utf-8", np.arange(len(html) + 1)))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page["name"])
def test_page(page: Any) -> None:
    outline = outline_of(page["html"])
    verdicts = tuple(role_by_tags(piece.element) for piece in outline.pieces)
    drafts = split(outline, read_cues(outline, KNOWLEDGE), verdicts, KNOWLEDGE)
    words = [outline.text.text[piece.start : piece.end] for piece in outline.pieces]
    got = [
        [
            draft.kind if draft.embedded_in is None else f"{draft.kind}<{draft.embedded_in + 1}",
            words[draft.opening],
            words[draft.pieces[-1]],
        ]
        for draft in drafts
    ]
    assert [kind for kind, _, _ in got] == [kind for kind, _, _ in page["articles"]], [draft.rule for draft in drafts]
    for (_, first, last), (_, wanted_first, wanted_last) in zip(got, page["articles"], strict=True):
        assert first.startswith(wanted_first)
        assert last.startswith(wanted_last)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page["name"])
def test_drafts_share_no_piece_and_hold_no_furniture(page: Any) -> None:
    outline = outline_of(page["html"])
    verdicts = tuple(role_by_tags(piece.element) for piece in outline.pieces)
    drafts = split(outline, read_cues(outline, KNOWLEDGE), verdicts, KNOWLEDGE)
    pieces = [index for draft in drafts for index in draft.pieces]
    assert len(pieces) == len(set(pieces))
    assert all(verdicts[index].role not in OUTSIDE.values() or verdicts[index].role == "metadata" for index in pieces)
    assert all(draft.pieces == tuple(sorted(draft.pieces)) and draft.opening in draft.pieces for draft in drafts)
