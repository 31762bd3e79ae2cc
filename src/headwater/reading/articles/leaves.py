"""A piece with all that is known of it so far: its words, its cues, and its role where one is given."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from headwater.reading.articles.cues import Cues
from headwater.reading.articles.outline import Element, Outline, Piece, Verdict
from headwater.records import FURNITURE_ROLES

FURNITURE = frozenset(FURNITURE_ROLES)
TITLE_ROLES = frozenset({"headline", "heading"})
NOT_PROSE = frozenset({"headline", "standfirst", "heading", "byline", "dateline", "metadata", "caption"})
KINDS = ("byline", "credit", "date", "time")
BY_ROLE = {"metadata": "label", "byline": "byline", "dateline": "date"}
TITLE_NAMES = frozenset({"title", "headline", "heading", "hed"})
NAME = re.compile(r"[a-z]+")
LONGEST_TITLE = 260
ABBREVIATED = re.compile(r"\b(?:[A-Z]\.){2,}[”\"’']?$")
QUOTED_SENTENCE = re.compile(r"[.!?,][”\"’']$")
STAFF = re.compile(
    r"\b(?:staff|reporters?|correspondents?|editors?|desk|bureau|newsroom|agencies|team)$", re.IGNORECASE
)


@dataclass(frozen=True, eq=False)
class Leaf:
    """One piece, of which much is asked many times: what is worked out of it is kept.

    `role` is None where nothing is decided yet (plain text only); `headed` is true on a page whose text has heading
    tags, where a line in bold is not taken for a title.
    """

    text: str
    piece: Piece
    cues: Cues
    role: str | None
    headed: bool = False

    @cached_property
    def furniture(self) -> bool:
        """True for what is decided to be no part of an article."""
        return self.role in FURNITURE

    @cached_property
    def titular(self) -> bool:
        """True for a line that could be the title of an article."""
        if self.furniture or not 8 <= len(self.text) <= LONGEST_TITLE:
            return False
        if self.role in TITLE_ROLES or self.cues.heading is not None:
            return True
        if self.role is not None and self.piece.element is not None:
            return not self.headed and self.cues.title_like and self._looks_like_title(self.piece.element)
        words = len(self.text.split())
        if ABBREVIATED.search(self.text):
            return self.cues.sentences <= 1 and 4 <= words <= 28
        if QUOTED_SENTENCE.search(self.text):
            return False
        return self.cues.title_like or (self.cues.name_like and words >= 4)

    def _looks_like_title(self, element: Element) -> bool:
        """True for a line of HTML in bold or in an element that is called a title, where no heading tag is used."""
        if self.piece.strong >= 0.8 * len(self.piece):
            return True
        return bool(TITLE_NAMES & set(NAME.findall(element.attributes.get("class", "").lower())))

    @cached_property
    def name_in_place(self) -> bool:
        """True for a short line that is a name, or could be one where a name is expected."""
        if self.cues.name_like or STAFF.search(self.text[-40:]):
            return len(self.text) <= 60
        return (
            len(self.text.split()) <= 4 and len(self.text) <= 45 and not self.cues.sentences and self.text[0].isupper()
        )

    @cached_property
    def prose(self) -> bool:
        """True for sentences of running text."""
        if self.furniture or self.role in NOT_PROSE:
            return False
        return self.cues.sentences >= 2 or (self.cues.sentences >= 1 and len(self.text) >= 60) or len(self.text) > 240

    @cached_property
    def evidence(self) -> frozenset[str]:
        """What the line says about an article: byline, date, credit and time, several of them at once, or label."""
        if self.furniture or len(self.text) > 240:
            return frozenset()
        if kinds := frozenset(kind for kind in KINDS if getattr(self.cues, kind)):
            return kinds
        kind = BY_ROLE.get(self.role or "")
        return frozenset({kind}) if kind else frozenset()


def leaves(outline: Outline, cues: Sequence[Cues], verdicts: Iterable[Verdict | None]) -> tuple[Leaf, ...]:
    """A Leaf for each piece of the outline, in order."""
    text = outline.text.text
    roles = [verdict.role if verdict else None for verdict in verdicts]
    headed = any(cue.heading and role not in FURNITURE for cue, role in zip(cues, roles, strict=True))
    return tuple(
        Leaf(text[piece.start : piece.end], piece, cue, role, headed)
        for piece, cue, role in zip(outline.pieces, cues, roles, strict=True)
    )
