"""One article's expressions, read in order: each may be counted from the one before."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from headwater.reading.timed import TimeMention
from headwater.reading.times.datelines import Older, Sentence, dateline, older
from headwater.reading.times.dates import Days, Ymd, precision_of
from headwater.reading.times.finding import candidates
from headwater.reading.times.lexicon import Lexicon
from headwater.reading.times.meanings import MEANINGS
from headwater.reading.times.parts import Parts
from headwater.reading.times.setting import Meaning, Setting
from headwater.reading.times.tense import is_future, is_past
from headwater.records import Article, Moment, Span

# A text tells a history where it has so many years, and so many to each day that only the report explains.
_YEARS, _SHARE = 3, 3
# Years between the last that a history dates and its report, from which on "last year" is none of the report's.
_FAR = 1
_DAYS_OF_REPORT = frozenset(("WEEKDAY", "DEICTIC", "LASTNIGHT", "TONIGHT", "AGO"))
_INSIDE = frozenset(
    ("", "in", "of", "during", "throughout", "the", "and", "-", "(", ",", "that", "later", "late", "early")
)
_RELATIVE = frozenset(("LAST", "NEXT", "THIS"))
_UNITS = (["UNIT"], ["WEEKEND"], ["MONTH"])


def tell(
    text: str, article: Article, sentences: Sequence[Sentence], contents: Sequence[Span], lexicon: Lexicon
) -> Iterator[TimeMention]:
    """The times of one article, in text order; `contents` is what is said by somebody."""
    published, stamp = ymd(article.published), dateline(text, article, sentences, lexicon)
    stated = stamp if stamp and stamp[0] != published else None
    published = stamp[0] if stamp else published
    history = tells_history(sentences, published)
    years, letters = main_years(sentences), older(sentences, contents, lexicon)
    far = history and (published is None or published[0] - years[1] > _FAR)
    setting = Setting(published, stated[1] if stated else None, history, far)
    last = -9
    for sentence in sentences:
        walk = candidates(sentence.line, lexicon)
        send: int | None = None
        while True:
            try:
                _, some = walk.send(send)
            except StopIteration:
                break
            send = None
            for parts in some:
                here = _here(setting, parts, near=sentence.number - last <= 1)
                here = _quoted(here, parts, letters) if letters else here
                meaning = MEANINGS[parts.means](parts, here)
                if meaning is None:
                    continue
                mention = _mention(text, article, parts, _since(meaning, here), here)
                yield replace(mention, rule="dateline") if stamp and _holds_span(mention.span, stamp[1]) else mention
                if meaning.names is not None and _holds(meaning.names, years, here):
                    setting = replace(
                        setting, named=meaning.names, named_on=mention.span, stated=meaning.anchor == "none"
                    )
                    last = sentence.number
                send = parts.end
                break


def _holds_span(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def ymd(moment: Moment | None) -> Ymd | None:
    """Year, month and day of the article, as far as they are known."""
    if moment is None:
        return None
    numbers = [int(number) for number in moment.date[:10].split("-") if number.isdigit()]
    kept = {"year": 1, "month": 2}.get(moment.precision, 3)
    year, month, day = ([*numbers[:kept], None, None, None])[:3]
    return (year, month, day) if year else None


def tells_history(sentences: Sequence[Sentence], published: Ymd | None) -> bool:
    """Whether the text tells of the past by its own dates: it names years long before the report, and hardly a day
    or year that only the report explains."""
    recent = published[0] - 1 if published else 9999
    years = days = 0
    for sentence in sentences:
        names = sentence.line.names
        for at, (name, value) in enumerate(zip(names, sentence.line.values, strict=True)):
            if name in ("YEAR", "ERA"):
                years += name == "ERA" or value < recent
            elif name in _DAYS_OF_REPORT or (name in _RELATIVE and names[at + 1 : at + 2] in _UNITS):
                days += 1
    return years >= _YEARS and years >= _SHARE * days


def main_years(sentences: Sequence[Sentence]) -> tuple[int, int]:
    """The first and last year of which the text names a month or day; (0, 9999) where it names none."""
    found = []
    for sentence in sentences:
        names = sentence.line.names
        for at, name in enumerate(names):
            if name == "YEAR" and any(near in ("MONTH", "DAY") for near in names[max(0, at - 2) : at]):
                found.append(sentence.line.values[at])
    return (min(found), max(found)) if found else (0, 9999)


def _holds(names: Ymd, years: tuple[int, int], setting: Setting) -> bool:
    """Whether what follows is of that date: any month or day is, a bare year only where the text is in it ("in 1941",
    not "before 1976"), and only one of its own time."""
    if names[1] is not None or names[0] < 0:
        return setting.history or not setting.since
    return setting.before in _INSIDE and (years[0] <= names[0] <= years[1] or not setting.history)


def _here(setting: Setting, parts: Parts, *, near: bool) -> Setting:
    line, start, end = parts.line, parts.start, parts.end
    before = line.words[start - 1] if start else ""
    return Setting(
        setting.published,
        setting.published_on,
        setting.history,
        setting.far,
        setting.named,
        setting.named_on,
        setting.stated,
        near and setting.named is not None,
        is_future(line, start, end, parts.lexicon),
        is_past(line, start, end, parts.lexicon),
        before == "since",
        before,
        line.words[end] if end < len(line.words) else "",
    )


def _quoted(setting: Setting, parts: Parts, letters: Sequence[Older]) -> Setting:
    """Inside words of another day: counted from that day."""
    start, end = parts.line.starts[parts.start], parts.line.ends[parts.end - 1]
    for letter in letters:
        if letter.content.start <= start and end <= letter.content.end:
            return replace(setting, published=letter.ymd, published_on=letter.stated, history=False, far=False)
    return setting


def _since(meaning: Meaning, setting: Setting) -> Meaning:
    """UCDP: since Thursday is Thursday to the day of the report."""
    day = setting.day
    if not setting.since or meaning.days is None or day is None or setting.told or meaning.kind == "duration":
        return meaning
    if meaning.days.first > day:
        return meaning
    days = Days(meaning.days.first, day)
    return replace(meaning, days=days, precision=2 if 1 < days.count <= 7 else None)


def _mention(text: str, article: Article, parts: Parts, meaning: Meaning, setting: Setting) -> TimeMention:
    line = parts.line
    span = Span(line.starts[parts.start], line.ends[parts.end - 1])
    days = meaning.days
    anchored_on = {"text": setting.named_on, "published": setting.published_on, "none": None}[meaning.anchor]
    return TimeMention(
        article=article.id,
        span=span,
        text=text[span.start : span.end],
        kind=meaning.kind,
        from_=days.first.isoformat() if days else None,
        to=days.last.isoformat() if days else None,
        precision=(meaning.precision or precision_of(days)) if days else None,
        value=meaning.value,
        anchor="text" if anchored_on else meaning.anchor,
        rule=parts.rule,
        anchored_on=anchored_on,
        time_of_day=meaning.time_of_day,
        mod=meaning.mod,
    )
