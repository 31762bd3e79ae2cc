"""What is said within what is said, to the last remove."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from headwater.reading.attributions.citing import cited
from headwater.reading.attributions.contents import contents_of
from headwater.reading.attributions.draft import Draft
from headwater.reading.attributions.ground import Ground
from headwater.reading.attributions.joining import joined
from headwater.reading.attributions.lexicon import Lexicon
from headwater.reading.attributions.linking import linked
from headwater.reading.attributions.portions import portions
from headwater.reading.attributions.quotations import Paragraph, find_quotations, meets_quotation
from headwater.reading.attributions.rules import by_rule
from headwater.reading.attributions.spans import holds, meets
from headwater.reading.attributions.untangling import untangled
from headwater.reading.heard import Signals
from headwater.records import Content, Span

DEEPEST = 6
FEWEST_WORDS = 3
_WORD = re.compile(r"\w+|[“”\"«»‘]")
_BORDER = re.compile(r"(\w+)([.!?…][”\"’)]*)\s+(?=[“\"‘(]?[^\W\d_a-z])")
_THAT = re.compile(r"that\s+", re.IGNORECASE)
_OPENING = re.compile("''|``|[“\"«‘]")
_CLOSING = re.compile("(?:''|[”\"»’])$")

Again = Callable[[Sequence[Span]], Signals]


@dataclass(frozen=True, slots=True)
class Voiced:
    """A draft with what is said, cut into words of the speaker's own and words about them."""

    draft: Draft
    contents: tuple[Content, ...]


def nested(ground: Ground, top: Sequence[Draft], lexicon: Lexicon, again: Again) -> list[Voiced]:
    """All attributions of a text, those within others behind the ones that hold them; `again` hears stretches."""
    found: list[Voiced] = []
    fresh = list(_known(ground, found, top, lexicon))
    for _ in range(DEEPEST):
        stretches = [(at, stretch) for at in fresh for stretch in _stretches(ground, found[at], lexicon)]
        if not stretches:
            break
        heard = portions(again([stretch for _, stretch in stretches]), [[stretch] for _, stretch in stretches])
        inside: dict[int, list[Draft]] = {}
        for (at, stretch), signals in zip(stretches, heard, strict=True):
            inside.setdefault(at, []).extend(_read_stretch(ground.text, stretch, signals, lexicon))
        fresh = []
        for at, drafts in inside.items():
            children = [
                draft
                for draft in untangled(ground.text, drafts)
                if draft.sources and _is_inside(found[at], draft) and not _says_itself(draft)
            ]
            fresh += _known(ground, found, [replace(draft, parent=at) for draft in children], lexicon)
    return found


def _known(ground: Ground, found: list[Voiced], drafts: Sequence[Draft], lexicon: Lexicon) -> Iterator[int]:
    """Add the drafts, each with the one that it cites; the places of those in which there may be more."""
    for draft in drafts:
        outer, inner = cited(ground.text, draft, lexicon)
        contents = _contents(ground, found, outer)
        if not contents:
            continue
        found.append(Voiced(outer, contents))
        if inner is not None:
            found.append(Voiced(replace(inner, parent=len(found) - 1), contents))
        yield len(found) - 1


def _contents(ground: Ground, found: Sequence[Voiced], draft: Draft) -> tuple[Content, ...]:
    """What the draft says; within what another says, in the pieces in which that is said."""
    if draft.parent is None:
        quotations = [one for span in draft.contents for one in meets_quotation(ground.quotations, span)]
        return tuple(contents_of(ground.text, draft.contents, quotations))
    around = Span(draft.contents[0].start, draft.contents[-1].end)
    pieces = [content.span for content in found[draft.parent].contents]
    own = contents_of(ground.text, draft.contents, find_quotations(ground.text, [Paragraph(0, around, "body")]))
    return tuple(
        Content(Span(max(piece.start, content.span.start), min(piece.end, content.span.end)), content.verbatim)
        for content in own
        for piece in meets(pieces, content.span)
    )


def _is_inside(voiced: Voiced, draft: Draft) -> bool:
    """Does every part of the draft lie in what the other says?"""
    own = [content.span for content in voiced.contents]
    return all(holds(own, span) for span in (*draft.sources, *draft.cues)) and all(
        next(meets(own, span), None) for span in draft.contents
    )


def _says_itself(draft: Draft) -> bool:
    """Does a cue lie in what it hands over?  Then it would be found in there again and again."""
    return any(holds([content], cue) for content in draft.contents for cue in draft.cues)


def _stretches(ground: Ground, voiced: Voiced, lexicon: Lexicon) -> Iterator[Span]:
    """The sentences of what is said that hold a cue or a quotation, without marks and "that" at their edges."""
    for content in voiced.draft.contents:
        for sentence in ground.sentences_in(content):
            for piece in _split(ground.text, sentence, lexicon):
                stretch = _bare(ground.text, piece)
                if _may_hold(ground.text, stretch, lexicon):
                    yield stretch


def _split(text: str, span: Span, lexicon: Lexicon) -> Iterator[Span]:
    """The sentences within a quotation, which the splitter takes for one."""
    start = span.start
    for match in _BORDER.finditer(text, span.start, span.end):
        word = match.group(1)
        if not (len(word) == 1 and word.isupper()) and not lexicon.among("abbreviated", word):
            yield Span(start, match.end(2))
            start = match.end()
    yield Span(start, span.end)


def _bare(text: str, span: Span) -> Span:
    """The span without a quotation mark at either end, and without "that"."""
    start, end = span.start, span.end
    opening, closing = _OPENING.match(text, start, end), _CLOSING.search(text, start, end)
    if opening:
        start = opening.end()
        end = closing.start() if closing and closing.start() > start else end
    elif closing and closing.group() != "’" and not _OPENING.search(text, start, closing.start()):
        end = closing.start()
    that = _THAT.match(text, start, end)
    return Span(that.end() if that else start, end)


def _may_hold(text: str, stretch: Span, lexicon: Lexicon) -> bool:
    words = [match.group().lower() for match in _WORD.finditer(text, stretch.start, stretch.end)]
    return len(words) > FEWEST_WORDS and any(lexicon.hands_over(word) or not word[0].isalnum() for word in words)


def _read_stretch(text: str, stretch: Span, heard: Signals, lexicon: Lexicon) -> list[Draft]:
    """The attributions of a stretch, and those of each quotation in it."""
    ground = _ground(text, stretch)
    rules = by_rule(ground, lexicon, outermost=False)
    for quotation in ground.quotations:
        rules += [draft for part in quotation.parts for draft in by_rule(_ground(text, part), lexicon, outermost=False)]
    return joined(ground, linked(heard, [stretch]), rules, lexicon) if heard.parts else rules


def _ground(text: str, stretch: Span) -> Ground:
    paragraph = Paragraph(0, stretch, "body")
    return Ground(text, [paragraph], [stretch], find_quotations(text, [paragraph]))
