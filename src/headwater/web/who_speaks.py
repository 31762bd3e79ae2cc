"""Who speaks on a page: each speaker of each article, with their part of its text."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from headwater.records import Article
from headwater.web import answers
from headwater.web.catalogue import Entry
from headwater.web.desk import desk_of
from headwater.web.sheet import Sheet, load
from headwater.web.voices import Group, Speaker, Voices, voices

COLUMNS = (
    "article", "title", "speaker", "class", "entity", "resolved", "attributions", "characters", "share",
    "jointly", "jointly_share", "nested", "nested_share",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the bar that stands for an article's text: x and width in percent, `by` the class it is coloured
    after, null for the outlet's own voice."""

    x: float
    width: float
    by: str | None
    label: str
    characters: int


@dataclass(frozen=True, slots=True)
class Hearing:
    """An article, its outlet, and its voices."""

    article: Article
    outlet: str
    voices: Voices

    @property
    def title(self) -> str:
        """The article's title, empty where it has none."""
        return self.article.title.text if self.article.title else ""

    @property
    def segments(self) -> list[Segment]:
        """The outlet's own voice, then those who speak, each group once, largest first."""
        parts: list[tuple[str | None, str, int]] = [(None, f"{self.outlet}, own voice", self.voices.own)]
        for group in self.voices.groups:
            first = self._speaker(group.speakers[0])
            parts.append((first.class_, " and ".join(self.names(group)), group.characters))
        made, at = [], 0
        for by, label, characters in parts:
            x, width = (round(100 * self.voices.share(n), 2) for n in (at, characters))
            made += [Segment(x, width, by, label, characters)] if characters else []
            at += characters
        return made

    def names(self, group: Group) -> list[str]:
        """What those are called who say these words together."""
        return [self._speaker(key).name for key in group.speakers]

    def partners(self, speaker: Speaker) -> list[str]:
        """With whom a speaker says something together."""
        joint = [group for group in self.voices.groups if speaker.key in group.speakers]
        keys = dict.fromkeys(key for group in joint for key in group.speakers if key != speaker.key)
        return [self._speaker(key).name for key in keys]

    def _speaker(self, key: tuple[str, str]) -> Speaker:
        return next(speaker for speaker in self.voices.speakers if speaker.key == key)


def show(request: Request) -> Response:
    """The speakers of a page, as a page of its own; the reader shows it in its panel."""
    sheet = _sheet(request)
    if sheet is None:
        return answers.missing(request, "no page with this id")
    return answers.html(request, "who_speaks.html", page=sheet.page, hearings=_hearings(sheet))


def show_json(request: Request) -> Response:
    """The same as JSON."""
    sheet = _sheet(request)
    if sheet is None:
        return answers.missing(request, "no page with this id")
    return answers.as_json({"page": sheet.page.id, "articles": [_plain(one) for one in _hearings(sheet)]})


def show_csv(request: Request) -> Response:
    """The same as CSV: the outlet's own voice, then a line for each speaker."""
    sheet = _sheet(request)
    if sheet is None:
        return answers.missing(request, "no page with this id")
    return answers.as_csv(COLUMNS, (row for one in _hearings(sheet) for row in _rows(one)))


def _sheet(request: Request) -> Sheet | None:
    return load(desk_of(request).view_of(), request.path_params["id"])


def _hearings(sheet: Sheet) -> list[Hearing]:
    made = []
    for article in sheet.articles:
        found = voices(article, sheet.blocks, sheet.attributions, sheet.entities)
        if found.length:
            made.append(Hearing(article, Entry(article, sheet.page).outlet, found))
    return made


def _plain(one: Hearing) -> dict[str, Any]:
    def part(characters: int) -> dict[str, Any]:
        return {"characters": characters, "share": one.voices.share(characters)}

    def speaker(who: Speaker) -> dict[str, Any]:
        parts = {"outermost": part(who.outermost), "jointly": part(who.jointly) | {"with": one.partners(who)}}
        return {
            "name": who.name, "class": who.class_, "entity": who.entity, "resolved": who.resolved,
            "remarks": who.remarks, "attributions": [said.id for said in who.told], **parts, "nested": part(who.nested),
        }  # fmt: skip

    return {
        "article": one.article.id,
        "title": one.title or None,
        "outlet": one.outlet,
        "characters": one.voices.length,
        "own_voice": part(one.voices.own),
        "groups": [{"speakers": one.names(group)} | part(group.characters) for group in one.voices.groups],
        "speakers": [speaker(who) for who in one.voices.speakers],
    }


def _rows(one: Hearing) -> Iterator[Mapping[str, Any]]:
    def share(characters: int) -> float:
        return round(one.voices.share(characters), 3)

    common = {"article": one.article.id, "title": one.title}
    own = one.voices.own
    yield common | {"speaker": one.outlet, "class": "own voice", "characters": own, "share": share(own)}
    for who in one.voices.speakers:
        yield common | {
            "speaker": who.name, "class": who.class_, "entity": who.entity, "resolved": who.resolved,
            "attributions": len(who.told), "characters": who.outermost, "share": share(who.outermost),
            "jointly": who.jointly, "jointly_share": share(who.jointly),
            "nested": who.nested, "nested_share": share(who.nested),
        }  # fmt: skip
