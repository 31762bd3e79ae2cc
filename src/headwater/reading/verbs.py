"""The forms of English verbs: what lexicons write as one word."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from headwater.knowledge import Knowledge

FormKind = Literal["base", "s", "past", "participle", "ing"]
_VOWELS = frozenset("aeiou")


@dataclass(frozen=True, slots=True, eq=False)
class Verbs:
    """`pasts` are all irregular pasts, `participles` all irregular participles, with their bases."""

    irregular: Mapping[str, tuple[tuple[str, str], ...]]
    doubling: frozenset[str]
    pasts: Mapping[str, str]
    participles: Mapping[str, str]

    def forms(self, base: str) -> dict[str, frozenset[FormKind]]:
        """All forms of a verb; of "open fire" the first word is inflected."""
        head, _, rest = base.partition(" ")
        found: dict[str, set[FormKind]] = {}
        for kind, form in self._listed(head):
            found.setdefault(f"{form} {rest}".strip(), set()).add(kind)
        return {form: frozenset(kinds) for form, kinds in found.items()}

    def _listed(self, base: str) -> list[tuple[FormKind, str]]:
        stem = base + base[-1] if base in self.doubling else base
        regular = _add(stem, "ed")
        pairs = self.irregular.get(base, ((regular, regular),))
        listed: list[tuple[FormKind, str]] = [("base", base), ("s", _plural(base)), ("ing", _add(stem, "ing"))]
        for past, participle in pairs:
            listed += [("past", past), ("participle", participle)]
        return listed


@lru_cache(maxsize=4)
def verbs(knowledge: Knowledge) -> Verbs:
    """The rules of lexicon/verbs.toml."""
    data = knowledge.lexicons["verbs"]
    rows = [tuple(line.split()) for line in data["irregular"]]
    irregular: dict[str, tuple[tuple[str, str], ...]] = {}
    for base, past, participle in rows:
        irregular[base] = (*irregular.get(base, ()), (past, participle))
    return Verbs(
        irregular,
        frozenset(data["doubling"]),
        {past: base for base, past, _ in rows if past != base},
        {participle: base for base, _, participle in rows if participle != base},
    )


def _plural(base: str) -> str:
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return base + "es"
    return base[:-1] + "ies" if base[-1] == "y" and base[-2:-1] not in _VOWELS else base + "s"


def _add(base: str, ending: str) -> str:
    if ending == "ed" and base[-1] == "y" and base[-2:-1] not in _VOWELS:
        return base[:-1] + "ied"
    if ending == "ing" and base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return base[:-1] + ending
    return base + ("d" if base.endswith("e") and ending == "ed" else ending)
