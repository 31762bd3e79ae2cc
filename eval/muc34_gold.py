"""MUC-3 and MUC-4: reports on Latin America in upper case, with keys of 24 slots (DEV, TST1, TST2).

DEV-MUC3-1133 is left out: it is a near copy of a test text.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

NUMBER = "MESSAGE: TEMPLATE"
LEFT_OUT = frozenset(("DEV-MUC3-1133",))
_SLOT = re.compile(r"^(\d+)\.\s+([A-Z][A-Z: ]*?)\s{2,}(.*)$")
_MESSAGE = re.compile(r"^((?:DEV|TST\d)-MUC\d-\d{4})\b.*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Fill:
    """One filler of a slot: its alternatives, each a class with the words it speaks of, or either alone."""

    alternatives: tuple[tuple[str, str], ...]
    optional: bool


Template = Mapping[str, Sequence[Fill]]


@dataclass(frozen=True, slots=True)
class Report:
    """A report and its key templates; none where nothing in it is relevant."""

    id: str
    text: str
    templates: tuple[Template, ...]
    optional: tuple[bool, ...]


def load(data: Path, part: str) -> list[Report]:
    """The reports of `dev`, `tst1` or `tst2`; none where they are absent."""
    folder = data / "muc34" / "TASK" / "CORPORA" / part
    if not folder.exists():
        return []
    keys: dict[str, list[Template]] = {}
    for path in sorted(folder.glob("key-*")):
        for id_, template in _keys(path.read_text(encoding="latin-1")):
            keys.setdefault(id_, []).extend([template] if template else [])
    texts = [
        found
        for path in sorted(folder.iterdir())
        if "muc" in path.name and not path.name.startswith("key-")
        for found in _texts(path.read_text(encoding="latin-1"))
    ]
    return [_report(id_, text, keys[id_]) for id_, text in texts if id_ in keys and id_ not in LEFT_OUT]


def _report(id_: str, text: str, templates: Sequence[Template]) -> Report:
    """Its templates without their numbers; one whose number says so is optional."""
    optional = tuple("OPTIONAL" in template[NUMBER][0].alternatives[0][0] for template in templates)
    slots = tuple({name: fills for name, fills in one.items() if name != NUMBER} for one in templates)
    return Report(id_, text, slots, optional)


def _texts(text: str) -> Iterator[tuple[str, str]]:
    heads = list(_MESSAGE.finditer(text))
    for head, following in zip(heads, [*heads[1:], None], strict=True):
        body = text[head.end() : following.start() if following else len(text)]
        paragraphs = [" ".join(part.split()) for part in re.split(r"\n\s*\n", body)]
        yield head.group(1), "\n".join(part for part in paragraphs if part)


def _keys(text: str) -> Iterator[tuple[str, Template | None]]:
    """Each template; None for a report that has none."""
    slots: dict[str, list[str]] = {}
    name = ""
    for line in [*text.splitlines(), "0.  MESSAGE: ID                     END"]:
        if line.startswith(";"):
            continue
        slot = _SLOT.match(line)
        if slot:
            if slot.group(1) == "0" and slots:
                yield slots["MESSAGE: ID"][0].split()[0], _template(slots)
                slots = {}
            name = slot.group(2)
            slots.setdefault(name, []).append(slot.group(3))
        elif line.strip() and name and slots:
            slots[name].append(line.strip())


def _template(slots: Mapping[str, Sequence[str]]) -> Template | None:
    if slots.get("INCIDENT: TYPE", ["*"])[0].strip() in ("*", "-", ""):
        return None
    kept = {name: lines for name, lines in slots.items() if name != "MESSAGE: ID"}
    return {name: [fill for line in lines if (fill := _fill(line))] for name, lines in kept.items()}


def _fill(line: str) -> Fill | None:
    """`? CLASS: "WORDS" / "OTHER WORDS"`; None for an empty one."""
    words = line.strip().replace('\\"', "'")
    optional = words.startswith("?")
    words = words.lstrip("? ").strip()
    if words in ("*", "-", ""):
        return None
    alternatives = []
    for part in _apart(words):
        quoted = re.search(r'"([^"]*)"', part)
        label = re.sub(r'"[^"]*"', "", part).strip(" :/()")
        said = quoted.group(1).strip() if quoted and quoted.group(1) != "-" else ""
        alternatives.append((label, said))
    return Fill(tuple(alternatives), optional)


def _apart(words: str) -> list[str]:
    """At the slashes outside of quotation marks; a class before the first holds for all its words."""
    parts = [part.strip() for part in re.split(r"/(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", words)]
    label = re.sub(r'".*', "", parts[0]).strip(" :") if '"' in parts[0] else ""
    return [f"{label}: {part}" if label and part.startswith('"') else part for part in parts]
