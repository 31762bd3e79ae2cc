"""Plain text pages: every piece has its role, and every article its pieces."""

import numpy as np
import pytest
from case_pages import Case, cases

from headwater.knowledge import load
from headwater.reading.articles.cues import read_cues
from headwater.reading.articles.outline import Draft, Outline, Verdict
from headwater.reading.articles.plain import outline_plain
from headwater.reading.articles.plain_roles import give_plain_roles
from headwater.reading.articles.split import split
from headwater.records import ARTICLE_ROLES, FURNITURE_ROLES, HEADER_ROLES
from headwater.text import Decoded

KNOWLEDGE = load()
ANY = {"*": ARTICLE_ROLES + HEADER_ROLES, "?": FURNITURE_ROLES}


def read(text: str) -> tuple[Outline, tuple[Verdict, ...], tuple[Draft, ...]]:
    outline = outline_plain(Decoded(text, "utf-8", np.arange(len(text) + 1)))
    cues = read_cues(outline, KNOWLEDGE)
    verdicts = give_plain_roles(outline, cues, KNOWLEDGE)
    return outline, verdicts, split(outline, cues, verdicts, KNOWLEDGE)


def kind(draft: Draft) -> str:
    return draft.kind if draft.embedded_in is None else f"{draft.kind}<{draft.embedded_in + 1}"


@pytest.mark.parametrize("case", list(cases("plain_synthetic.toml")), ids=lambda case: case.name)
def test_page(case: Case) -> None:
    outline, verdicts, drafts = read(case.text)
    owners = {index: number for number, draft in enumerate(drafts) for index in draft.pieces}
    words = [outline.text.text[piece.start : piece.end] for piece in outline.pieces]
    assert words == [expected.words for expected in case.pieces]
    got = [(text, verdict.role, owners.get(i)) for i, (text, verdict) in enumerate(zip(words, verdicts, strict=True))]
    wanted = [
        (
            expected.words,
            verdict.role if verdict.role in ANY.get(expected.role, ()) else expected.role,
            expected.article,
        )
        for expected, verdict in zip(case.pieces, verdicts, strict=True)
    ]
    assert got == wanted
    assert [kind(draft) for draft in drafts] == list(case.kinds)
