"""What the main-text model keeps but what stands where furniture stands: below a head of comments or of links to other
stories, in a box for subscribers, in a cell of a layout table without text, or behind the last paragraph."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, islice

from headwater.reading.articles.above import Ground, stated_titles
from headwater.reading.articles.outline import Element, Verdict

HEADS: Mapping[str, tuple[float, int]] = {"comment_invitation": (0.8, 600), "related_head": (0.3, 320)}
UNSURE = frozenset({"payment_form"})  # lists of goods have such lines too
INLINE = frozenset({"read_more"})  # and running text these
BOXED = frozenset({"newsletter", "donation"})
LONGEST_HEAD = 60
MOST_HEADS = 100  # looked at on a page
LONGEST_BOX = 450
LONGEST_LINE = 140
PARAGRAPH = 120  # characters of a paragraph that can take a story up again
STORY = 400  # characters of text above a head of comments, or below a title
MOSTLY, NEARLY_ALL = 0.6, 0.75  # share of running text in the main text of stories
LAID_OUT = 0.6  # share of the main text in cells that shows a layout table
DEEPEST = 40  # containers looked at, from the inside out
OUTER = frozenset({"body", "main", "html", "article"})


@dataclass(frozen=True, eq=False)
class Borders:
    """A page with its main text, what its lines are by their words alone, and where its titles stand."""

    on: Ground
    named: Mapping[int, Verdict]

    @cached_property
    def kept(self) -> list[int]:
        """The pieces of main text."""
        return [index for index in range(len(self.on.cues)) if self.on.kept[index]]

    @cached_property
    def titles(self) -> tuple[int, ...]:
        """Titles that a byline, a date or a credit follows, in order."""
        return tuple(sorted(stated_titles(self.on)))

    @cached_property
    def texts(self) -> list[int]:
        """The pieces of running text."""
        return [index for index in self.kept if self.on.tells(index) and index not in self.named]

    @cached_property
    def sums(self) -> list[int]:
        """The characters of running text before each piece of it."""
        return [0, *accumulate(self.length(index) for index in self.texts)]

    @cached_property
    def tells_stories(self) -> bool:
        """True where running text makes up nearly all of the main text, or most of it where a header states a story's
        origin: no list of goods or of links."""
        share = MOSTLY if self.titles else NEARLY_ALL
        return self.sums[-1] >= max(STORY, share * sum(self.length(index) for index in self.kept))

    def element(self, index: int) -> Element | None:
        """The element of a piece."""
        return self.on.outline.pieces[index].element

    def length(self, index: int) -> int:
        """The characters of a piece."""
        return len(self.on.outline.pieces[index])

    def siblings(self, one: int, other: int) -> bool:
        """True for two pieces of one tag in one container."""
        first, second = self.element(one), self.element(other)
        return first is not None and second is not None and first.tag == second.tag and first.parent is second.parent


def trailing_verdicts(on: Ground, named: Mapping[int, Verdict]) -> dict[int, Verdict]:
    """Furniture among the main text; `named` is what the lines of the page are by their words alone."""
    page = Borders(on, {index: verdict for index, verdict in named.items() if verdict.rule not in UNSURE})
    found: dict[int, Verdict] = {}
    for rule in RULES if page.tells_stories else ():
        found = rule(page) | found
    return {index: verdict for index, verdict in found.items() if on.kept[index]}


def _below_heads(page: Borders) -> dict[int, Verdict]:
    """Everything from a head of comments or related stories to where a story goes on or the next one begins."""
    found: dict[int, Verdict] = {}
    titles = set(page.titles)
    heads = (head for head in page.named if page.named[head].rule in HEADS and page.length(head) <= LONGEST_HEAD)
    for head in islice(heads, MOST_HEADS):
        verdict, last = page.named[head], _text_above(page, head)
        if last is None or head in found:
            continue
        end = head + 1
        while end < len(page.on.cues) and end not in titles and not _goes_on(page, end, head, last):
            end += 1
        if _is_slight(page, head, end, HEADS[verdict.rule]):
            found.update((index, Verdict(verdict.role, f"below_{verdict.rule}")) for index in range(head, end))
    return found


def _is_slight(page: Borders, head: int, end: int, most: tuple[float, int]) -> bool:
    """True where the text below a head is a small share of that above it, in short pieces."""
    share, longest = most
    first, last = bisect_left(page.texts, head), bisect_left(page.texts, end)
    short = all(page.length(index) <= longest for index in page.texts[first:last])
    return short and page.sums[last] - page.sums[first] <= share * page.sums[first]


def _text_above(page: Borders, head: int) -> int | None:
    """The last running text above a head, where there is a story's worth of it since the last title."""
    since = page.titles[at - 1] if (at := bisect_right(page.titles, head)) else -1
    first, end = bisect_right(page.texts, since), bisect_left(page.texts, head)
    return page.texts[end - 1] if page.sums[end] - page.sums[first] >= STORY else None


def _goes_on(page: Borders, index: int, head: int, last: int) -> bool:
    """True for a paragraph like those above, or a heading no lower than the head."""
    level, own = page.on.cues[index].heading, page.on.cues[head].heading
    if level is not None and bool(page.on.kept[index]) and (own is None or level <= own):
        return True
    return page.on.tells(index) and page.length(index) >= PARAGRAPH and page.siblings(index, last)


def _boxes(page: Borders) -> dict[int, Verdict]:
    """All of a small container that holds a line for subscribers or a plea."""
    found: dict[int, Verdict] = {}
    for line, verdict in page.named.items():
        box = _box(page.element(line)) if verdict.role in BOXED else None
        index = line
        while box is not None and index and page.on.outline.pieces[index - 1].start >= box.start:
            index -= 1
        while box is not None and index < len(page.on.cues) and page.on.outline.pieces[index].end <= box.end:
            found[index] = Verdict(verdict.role, f"with_{verdict.rule}")
            index += 1
    return found


def _box(element: Element | None) -> Element | None:
    """The widest container around an element that is no longer than a box."""
    box: Element | None = None
    for near in element.path()[:DEEPEST] if element is not None else ():
        if near.tag in OUTER or near.end - near.start > LONGEST_BOX:
            break
        box = near
    return box


def _cells(page: Borders) -> dict[int, Verdict]:
    """Lines in those cells of a layout table that hold neither text nor a story's header."""
    cells = {index: _cell(page.element(index)) for index in page.kept}
    inside = sum(page.length(index) for index in page.texts if cells[index] is not None)
    if inside < max(STORY, LAID_OUT * sum(page.length(index) for index in page.texts)):
        return {}
    telling = {cell.number for index in page.texts if (cell := cells[index]) is not None}
    heads = _header_lines(page)
    return {
        index: Verdict("navigation", "cell_without_text")
        for index, cell in cells.items()
        if cell is not None and cell.number not in telling and index not in heads
    }


def _cell(element: Element | None) -> Element | None:
    """The innermost cell around an element."""
    path = element.path()[:DEEPEST] if element is not None else ()
    return next((near for near in path if near.tag in ("td", "th")), None)


def _header_lines(page: Borders) -> frozenset[int]:
    """Kept lines that state something or stand right above such a line or above running text."""
    texts = set(page.texts)
    heads: set[int] = set()
    below_is_part = False
    for index in reversed(page.kept):
        states = page.on.states(index)
        title = below_is_part and page.on.cues[index].title_like
        if states or title:
            heads.add(index)
        below_is_part = states or index in texts
    return frozenset(heads)


def _words_alone(page: Borders) -> dict[int, Verdict]:
    """Short lines that are furniture by their words, and paragraphs of that sort behind the last text of a story."""
    found = {}
    behind = {index for stretch in _behind(page) for index in stretch}
    for index, verdict in page.named.items():
        if index in behind or (page.length(index) <= LONGEST_LINE and verdict.rule not in INLINE):
            found[index] = verdict
    return found


def _after_text(page: Borders) -> dict[int, Verdict]:
    """Lines behind the last text of a story: those behind furniture, titles of nothing, those made unlike the text."""
    found: dict[int, Verdict] = {}
    texts = set(page.texts)
    for stretch in _behind(page):
        last = stretch.start - 1
        closed: Verdict | None = None
        for index in stretch:
            closed = page.named.get(index, closed)
            if not page.on.kept[index] or index in texts or _signs(page, index):
                continue
            if closed is not None:
                found[index] = Verdict(closed.role, f"behind_{closed.rule}")
            elif page.on.cues[index].sentences == 0 and page.on.cues[index].title_like:
                found[index] = Verdict("other", "title_of_nothing")
            elif page.length(index) <= LONGEST_LINE and not _alike(page, index, last):
                found[index] = Verdict("other", "line_unlike_text")
    return found


def _behind(page: Borders) -> list[range]:
    """For each story the pieces between its last text and the next title."""
    ends = [*(title for title in page.titles if page.texts and title > page.texts[0]), len(page.on.cues)]
    stretches: list[range] = []
    for end in ends:
        at = bisect_right(page.texts, end - 1)
        if at:
            stretches.append(range(page.texts[at - 1] + 1, end))
    return stretches


def _signs(page: Borders, index: int) -> bool:
    """True for what may close a story: a byline, date, credit or name, an item of a list, a quotation, a caption."""
    element = page.element(index)
    tags = {near.tag for near in element.path()[:4]} if element is not None else set()
    return (
        page.on.states(index) or page.on.cues[index].name_like or bool(tags & {"li", "dd", "blockquote", "figcaption"})
    )


def _alike(page: Borders, index: int, last: int) -> bool:
    """True where a line stands in the same sort of element as the text above it."""
    one, other = page.element(index), page.element(last)
    return one is None or other is None or one is other or page.siblings(index, last)


RULES: Sequence[Callable[[Borders], dict[int, Verdict]]] = (
    _words_alone, _below_heads, _boxes, _cells, _after_text,
)  # fmt: skip
