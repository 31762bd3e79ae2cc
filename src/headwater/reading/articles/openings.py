"""Where articles begin on a page: titles with what stands below and before them.

Small named features are weighed; a lone sub-heading never weighs enough, so an article with sub-headings stays whole.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from headwater.reading.articles.leaves import Leaf
from headwater.reading.articles.reprints import announces

LONGEST_HEADER = 14  # pieces looked at below a title
LONGEST_STANDFIRST = 340
LONGEST_MASTHEAD = 60
FOOT = 40  # pieces at the end of a page in which its licence is looked for
SHORTEST_BODY = 200
UNTITLED = 300
ENOUGH = 4
WEIGHTS: Mapping[str, int] = {
    "byline": 2, "date": 2, "credit": 2, "dateline": 2, "label": 1, "time": 1, "name": 1, "standfirst": 1, "wall": 2,
    "repeated_title": 4, "same_make": 2, "top_level": 1, "rule": 1, "linked_title": 1, "container": 3, "announced": 4,
    "date_above": 2, "furniture_before": 1, "divided": 4, "below_top": -2, "capitals": 2,
}  # fmt: skip
STATED = frozenset({"byline", "date", "credit", "dateline", "label", "time", "container", "date_above", "divided"})
NO_WALL = frozenset({"advert", "hidden", "embed_card", "share", "other"})
HARD = frozenset({"related", "donation", "comments", "licence", "disclaimer", "author_bio", "newsletter"})
WORD = re.compile(r"\w{5,}")


@dataclass(frozen=True, slots=True)
class Opening:
    """A header: pieces [at, body) with the title among them (or none), and the features that speak for it."""

    at: int
    title: int | None
    standfirst: int | None
    body: int
    features: frozenset[str]
    sentences: int = 0
    characters: int = 0

    @property
    def weight(self) -> int:
        """The sum of its features."""
        return sum(WEIGHTS[feature] for feature in self.features)

    @property
    def rule(self) -> str:
        """The features by name, heaviest first."""
        alone = "first_title" if self.title is not None else "untitled_text"
        return "+".join(sorted(self.features, key=lambda name: (-WEIGHTS[name], name))) or alone

    @property
    def complete(self) -> bool:
        """True where enough text follows for an article of its own."""
        return self.sentences >= 2 or self.characters >= SHORTEST_BODY or (self.sentences > 0 and self.dated)

    @property
    def dated(self) -> bool:
        """True for an item that opens with an agency's dateline."""
        return "dateline" in self.features


def find_openings(page: Sequence[Leaf], extra: Mapping[int, frozenset[str]] | None = None) -> tuple[Opening, ...]:
    """The openings of the page's articles, in order.  `extra` gives features that markup adds for single pieces.

    The first opening needs only a title and text; every other one must weigh enough and be stated by a byline, date,
    credit, dateline, label, container or repeated title.
    """
    found = [header for header in _headers(page, extra or {}) if header.features]
    found = _with_bodies(page, found)
    first = next((opening for opening in found if opening.complete and opening.features & STATED), None)
    bare = _first_title(page) or _untitled_text(page, first)
    if bare is not None and (first is None or bare.at < first.at):
        first = bare
        found = _with_bodies(page, [bare, *(opening for opening in found if opening.at >= bare.body)])
    if first is None:
        return ()
    found = [opening for opening in found if opening.at >= first.at]
    head = found[0]
    made = [replace(o, features=o.features | _same_make(o, head, found)) for o in found[1:]]
    kept = [head, *(o for o in made if o.complete and _weighs_enough(o, head))]
    return tuple(_with_bodies(page, [_below_page_head(page, head, kept[1:]), *kept[1:]]))


def _below_page_head(page: Sequence[Leaf], head: Opening, others: Sequence[Opening]) -> Opening:
    """The first opening; where its second line is a heading of the level of the other titles, that is its title, and
    the line above it the head of the page."""
    levels = {page[other.title].cues.heading for other in others if other.title is not None}
    second = head.standfirst
    if second is None or page[second].cues.heading is None or page[second].cues.heading not in levels:
        return head
    return replace(head, at=second, title=second, standfirst=None)


def _weighs_enough(opening: Opening, head: Opening) -> bool:
    """True where its features suffice; a dividing line alone counts only where the first header states no more."""
    features = opening.features
    if head.features & STATED - {"divided"} and not features & STATED - {"divided"}:
        features -= {"divided"}
    return sum(WEIGHTS[feature] for feature in features) >= ENOUGH and bool(features & STATED)


def _headers(page: Sequence[Leaf], extra: Mapping[int, frozenset[str]]) -> list[Opening]:
    """Every title with something below or before it that speaks for a header; none overlaps another."""
    headers: list[Opening] = []
    repeats = _repeats(page)
    index = 0
    while index < len(page):
        features = extra.get(index, frozenset()) | ({"repeated_title"} if index in repeats else frozenset())
        header = _header_at(page, index, features) if page[index].titular else _untitled_at(page, index)
        if header is None:
            index += 1
            continue
        headers.append(header)
        index = max(header.body, index + 1)
    return [header for number, header in enumerate(headers) if not number or header.at >= headers[number - 1].body]


def _header_at(page: Sequence[Leaf], at: int, features: frozenset[str]) -> Opening | None:
    """The header that begins with the title `at`, or None where nothing around it speaks for one."""
    stated, standfirst, body = _below(page, at)
    features |= stated
    if at and page[at - 1].evidence == {"date"}:
        features |= {"date_above"}
    start = _first_body(page, body)
    if start is not None and page[start].cues.dateline:
        features |= {"dateline"}
    if not features & STATED:
        return None
    title, standfirst = _title_of(page, at, standfirst, body)
    if title == at and (lower := _title_below_masthead(page, at, body)) is not None:
        stated, standfirst, body = _below(page, lower)
        title, features = lower, features | stated
    if standfirst is not None and standfirst != at:
        features |= {"standfirst"}
    first = at - 1 if "date_above" in features else at
    return Opening(first, title, standfirst, body, features | _before(page, first))


def _untitled_at(page: Sequence[Leaf], at: int) -> Opening | None:
    """A credit line without a title, where the words before it announce another's text."""
    if "credit" not in page[at].evidence or "announced" not in (before := _before(page, at)):
        return None
    stated, _, body = _below(page, at)
    return Opening(at, None, None, max(body, at + 1), stated | before | {"credit"})


def _below(page: Sequence[Leaf], at: int) -> tuple[frozenset[str], int | None, int]:
    """What stands between a title and its text: the features, the standfirst, and where the text begins."""
    features: set[str] = set()
    standfirst: int | None = None
    body = at + 1
    for index in range(at + 1, min(at + 1 + LONGEST_HEADER, len(page))):
        leaf = page[index]
        evidence = leaf.evidence
        if evidence == {"time"} and leaf.piece.element is None and not features:
            break  # in plain text a time right below a line heads a live blog's entry
        if evidence:
            features |= evidence
            body = index + 1
        elif leaf.furniture:
            if _closes_header(leaf, features):
                break
        elif leaf.role == "caption":
            continue
        elif leaf.name_in_place and not leaf.cues.heading:
            features.add("name")
        elif standfirst is None and not features & STATED and _can_stand_first(leaf):
            standfirst = index
        else:
            break
    if not features & STATED:
        return frozenset(), None, at + 1
    if standfirst is not None and standfirst >= body:
        standfirst = None
    return frozenset(features), standfirst, body


def _closes_header(leaf: Leaf, features: set[str]) -> bool:
    """True for furniture that does not stand inside a header."""
    if leaf.role == "navigation":
        return not features and leaf.piece.element is None
    return leaf.role in HARD and not (features and leaf.role == "comments")


def _can_stand_first(leaf: Leaf) -> bool:
    return len(leaf.text) <= LONGEST_STANDFIRST and leaf.cues.sentences <= 3


def _title_of(page: Sequence[Leaf], at: int, below: int | None, body: int) -> tuple[int, int | None]:
    """Title and standfirst among two lines: the upper one is the title, but where only the lower one is a heading, or
    only the lower one shares words with the text (the upper one is then the motto of the site)."""
    if below is None or not page[below].titular or page[at].role == "headline":
        return at, below
    upper, lower = page[at].cues.heading, page[below].cues.heading
    if upper != lower and (upper is None or lower is None):
        return (at, below) if lower is None else (below, None)
    if lower is not None or len(page[at].text) > LONGEST_MASTHEAD or len(page[below].text) > 110:
        return at, below
    return (below, None) if _is_masthead(page, at, below, body) else (at, below)


def _title_below_masthead(page: Sequence[Leaf], at: int, body: int) -> int | None:
    """The title that stands between a header's dates and the text, where the line at the head is the site's name."""
    if body + 1 >= len(page) or not page[body].titular or page[body].prose or len(page[at].text) > LONGEST_MASTHEAD:
        return None
    if page[body].cues.heading != page[at].cues.heading or not (page[body + 1].prose or page[body + 1].evidence):
        return None
    return body if _is_masthead(page, at, body, body + 1) else None


def _is_masthead(page: Sequence[Leaf], upper: int, lower: int, body: int) -> bool:
    """True where the upper of two lines is the site's: it comes again in the licence at the foot, or only the lower one
    shares words with the text."""
    name = page[upper].text.lower()
    if any(leaf.role == "licence" and name in leaf.text.lower() for leaf in page[-FOOT:]):
        return True
    text = " ".join(leaf.text for leaf in page[body : body + 12]).lower()[:6000]
    shared = set(WORD.findall(text))
    upper_words, lower_words = (set(WORD.findall(page[i].text.lower())) for i in (upper, lower))
    return bool(lower_words & shared) and len(upper_words & shared) <= len(upper_words) // 4


def _before(page: Sequence[Leaf], at: int) -> frozenset[str]:
    """What stands before a header: a wall of furniture, or words that announce another's text."""
    index = at - 1
    while index >= 0 and page[index].furniture:
        if page[index].role not in NO_WALL:
            return frozenset({"wall" if page[at].piece.element is None else "furniture_before"})
        index -= 1
    return frozenset({"announced"}) if index >= 0 and announces(page[index].text) else frozenset()


def _first_body(page: Sequence[Leaf], start: int) -> int | None:
    for index in range(start, min(start + LONGEST_HEADER, len(page))):
        if not page[index].furniture and page[index].role != "caption":
            return index
    return None


def _with_bodies(page: Sequence[Leaf], openings: Sequence[Opening]) -> list[Opening]:
    """The openings with the sentences and characters of prose up to the next one."""
    ends = [*(opening.at for opening in openings[1:]), len(page)][: len(openings)]
    counted = []
    for opening, end in zip(openings, ends, strict=True):
        prose = [leaf for leaf in page[opening.body : end] if leaf.prose]
        counted.append(
            replace(
                opening,
                sentences=sum(leaf.cues.sentences for leaf in prose),
                characters=sum(len(leaf.text) for leaf in prose),
            )
        )
    return counted


def _repeats(page: Sequence[Leaf]) -> frozenset[int]:
    """Titles of four words or more that an earlier title has had word for word, with text between the two."""
    seen: dict[str, int] = {}
    repeats: set[int] = set()
    texts = 0
    for index, leaf in enumerate(page):
        texts += leaf.prose and not leaf.titular
        if not leaf.titular:
            continue
        title = " ".join(leaf.text.lower().split())
        if len(title.split()) >= 4 and seen.setdefault(title, texts) < texts:
            repeats.add(index)
    return frozenset(repeats)


def _same_make(opening: Opening, head: Opening, found: Sequence[Opening]) -> frozenset[str]:
    """`same_make` for a header that states just what the first one does, where text follows each of them."""
    same = opening.features & STATED == head.features & STATED and opening.complete and head.complete
    return frozenset({"same_make"}) if same and opening.features & STATED and len(found) > 1 else frozenset()


def _untitled_text(page: Sequence[Leaf], first: Opening | None) -> Opening | None:
    """Text that stands before the first header, where there is enough of it to be an article without a title."""
    before = [index for index in range(first.at if first else 0) if page[index].prose]
    enough = sum(len(page[index].text) for index in before) >= UNTITLED
    return Opening(before[0], None, None, before[0], frozenset()) if enough else None


def _first_title(page: Sequence[Leaf]) -> Opening | None:
    """A title at the head of the page with text right below, though nothing else speaks for it."""
    for index, leaf in enumerate(page):
        if leaf.prose and not leaf.titular:
            return None
        if not leaf.titular:
            continue
        below = [i for i in range(index + 1, min(index + 6, len(page))) if not page[i].furniture]
        text = next((i for i in below if page[i].prose and not page[i].titular), None)
        others = [i for i in below if page[i].titular and (text is None or i < text)]
        if text is not None and len(others) <= 1:
            title, standfirst = _title_of(page, index, others[0] if others else None, text)
            return Opening(index, title, standfirst, (standfirst or title) + 1, frozenset())
    return None
