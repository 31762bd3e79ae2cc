"""Trees with entities (CoNLL-U with `Entity=`): words, their places in the text, and entities, named or not."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

# What hangs on a head behind it and is no part of its name; and clauses, which are none wherever they hang.
_CLAUSES = frozenset({"acl", "advcl", "parataxis"})
_BEHIND = _CLAUSES | {"appos", "conj", "punct", "cc", "discourse", "dislocated", "cop", "csubj"}
_MARK = re.compile(r"\((\d+)-([a-z]+)-[^()]*|(\d+)\)|\)")
_YEAR = re.compile(r"(?:1[0-9]|20)\d\d")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a tree; `head` is an index into the words of the document, its own where it has none."""

    start: int
    end: int
    form: str
    tag: str
    fine: str
    relation: str
    head: int
    entity: str
    opens: bool  # a sentence begins here


def documents(conllu: str) -> Iterator[tuple[str, str, list[Word]]]:
    """Id, text and words of each document.  A paragraph ends with a line, a sentence with a space."""
    for block in conllu.split("# newdoc id = ")[1:]:
        id_, _, rest = block.partition("\n")
        text = ""
        words: list[Word] = []
        for sentence in rest.split("\n\n"):
            lines = sentence.split("\n")
            if text and any(line.startswith("# newpar") for line in lines):
                text = text.rstrip(" ") + "\n"
            rows = [line.split("\t") for line in lines if line[:1].isdigit()]
            text = _add(text, rows, words)
        yield id_.strip(), text, words


def entities(words: Sequence[Word]) -> Iterator[tuple[int, int, str]]:
    """First word, last word and type of each entity that does not run over the end of a sentence."""
    open_: list[tuple[str, int, str]] = []
    for number, word in enumerate(words):
        if word.opens:
            open_ = []
        for mark in _MARK.finditer(word.entity):
            if mark[1]:
                open_.append((mark[1], number, mark[2]))
            else:
                at = next((i for i in reversed(range(len(open_))) if mark[3] in (None, open_[i][0])), None)
                if at is not None:
                    _, first, type_ = open_.pop(at)
                    yield first, number, type_


def head_of(words: Sequence[Word], first: int, last: int) -> int:
    """The word that the others hang on: the first whose own head lies outside."""
    for number in range(first, last + 1):
        if not first <= words[number].head <= last or words[number].head == number:
            return number
    return last


def is_named(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether the head of an entity is a proper noun."""
    return words[head_of(words, first, last)].tag == "PROPN"


def is_dated(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether a time is a month, a day of the week, a feast, a short phrase with one of these in it, or a year."""
    inside = words[first : last + 1]
    if first == last:
        return inside[0].tag == "PROPN" or bool(_YEAR.fullmatch(inside[0].form))
    short = len(inside) <= 5 and any(word.tag == "PROPN" for word in inside)
    return short or is_named(words, first, last)


def name_end(words: Sequence[Word], first: int, last: int) -> int:
    """The last word of the name itself: no possessive, no clause or apposition that the entity takes in."""
    head = head_of(words, first, last)
    if last > first and words[last].fine == "POS":
        last -= 1
    for number in range(head + 1, last + 1):
        relation = words[number].relation.split(":")[0]
        if relation in (_BEHIND if words[number].head == head else _CLAUSES) or words[number].fine == "-LRB-":
            return _before(words, head, number, last)
    return last


def _before(words: Sequence[Word], head: int, cut: int, last: int) -> int:
    """The word before the whole subtree of `cut`."""
    inside = {cut}
    for _ in range(last - head):
        more = {n for n in range(head + 1, last + 1) if words[n].head in inside} - inside
        if not more:
            break
        inside |= more
    return max(min(inside) - 1, head)


def _add(text: str, rows: Sequence[Sequence[str]], words: list[Word]) -> str:
    """The text with a sentence more; its words are added to `words`."""
    base, place = len(words), {row[0]: n for n, row in enumerate(r for r in rows if r[0].isdigit())}
    whole, until, at, last = "", 0, 0, False
    for row in rows:
        if "." in row[0]:
            continue
        if "-" in row[0]:
            whole, until = row[1], int(row[0].split("-")[1])
            at, last = len(text), "SpaceAfter=No" in row[9]
            text += whole
            continue
        inside = int(row[0]) <= until
        start = text.find(row[1], at) if inside else len(text)
        if not inside:
            text += row[1]
            last = "SpaceAfter=No" in row[9]
        start, end = (start, start + len(row[1])) if start >= 0 else (at, len(text))
        at = end
        entity = re.search(r"(?:^|\|)Entity=([^|]*)", row[9])
        head = base + place.get(row[6], place[row[0]])
        words.append(
            Word(start, end, row[1], row[3], row[4], row[7], head, entity[1] if entity else "", len(words) == base)
        )
        if not last and (not inside or int(row[0]) == until):
            text += " "
    return text if text.endswith((" ", "\n")) else text + " "
