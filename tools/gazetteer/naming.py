"""Under which names a place is found, and how sure each of them is."""

import re
from collections.abc import Iterator

from sources import DEEP, Entry

from headwater.knowledge.spelling import fold

_LATIN = re.compile(r"^[\x20-\x7eÀ-ɏʿʾʼ‘’ḀḞ-ỿ]+$")
_ARTICLES = ("al-", "ar-", "as-", "ad-", "az-", "an-", "at-", "el-", "ash-", "al ", "el ")
_CODE = re.compile(r"^[A-Z]{2,4}$")
_LEGAL = re.compile(r"^(?:City|Town|Village|Township|Borough|Municipality|State|Gorad|Horad) of ", re.IGNORECASE)
_DIVISION = (
    "governorate|province|oblast|oblast'|region|district|state|department|county|krai|republic|wilayat|wilaya|"
    "prefecture|zone|municipality|raion|rayon|division|township|subdistrict|nahiyah|emirate|territory"
)
_BEHIND = re.compile(rf"^(.{{3,}}?) (?:{_DIVISION})$", re.IGNORECASE)
_BEFORE = re.compile(
    r"^(?:Muhafazat|Muḩāfaz̧at|Muhafazat|Mintaqat|Minţaqat|Qada|Qaḑā’|Wilayat|Wilaya de|Wilaya d|Ostan-e|Ostān-e|"
    r"Velayat-e|Wilāyat-e|Province of|Governorate of|State of|Region of|District of|Departement de|Region de|"
    r"Province de|"
    r"Shahrestan-e|Shahrestān-e|Mudīrīyat|Mudiriyat|Gorod) (.{3,})$",
    re.IGNORECASE,
)
_FIELD = re.compile(
    r"^(.{3,}?) (?:international airport|airport|airfield|air base|airbase|army air field|air force base)$",
    re.IGNORECASE,
)


def names_of(entry: Entry) -> Iterator[tuple[str, bool]]:
    """Folded names with whether each is the place's own (or as good as that)."""
    seen: set[str] = set()
    for name, own in _written(entry):
        key = fold(name)
        if len(key) >= 2 and key not in seen:
            seen.add(key)
            yield key, own


def _written(entry: Entry) -> Iterator[tuple[str, bool]]:
    yield entry.name, True
    yield from ((short, True) for short in _short(entry.name, entry))
    for given in sorted(entry.also, key=lambda name: not name.startswith("=")):
        # The supplement's spellings (marked so where it was joined to a place of the packages) are as good as its own.
        trusted = given.startswith("=") or entry.key.startswith(("own:", "country:"))
        name = given.removeprefix("=")
        if trusted or _wanted(name, entry):
            yield name, trusted
            if not trusted or entry.kind.startswith("adm"):
                yield from ((short, False) for short in _short(name, entry))


def _wanted(name: str, entry: Entry) -> bool:
    """Alternates in Latin letters that a text may use; of small places far from any war none."""
    if not _LATIN.match(name) or _CODE.match(name) or _LEGAL.match(name) or len(name) < 4:
        return False
    if not (name[0].isupper() or name.lower().startswith(_ARTICLES)):
        return False
    if entry.country in DEEP:
        return True
    if entry.kind == "adm2":
        return entry.country == "US" and f"{name} " == entry.name[: len(name) + 1]
    return entry.population >= (1_000_000 if entry.country == "US" else 50_000) or entry.kind in ("adm1", "capital")


def _short(name: str, entry: Entry) -> Iterator[str]:
    """Idlib for Idlib Governorate; counties of the US are never told by their first word alone."""
    if entry.kind in ("adm1", "adm2") and entry.country not in ("US", "PR"):
        for pattern in (_BEHIND, _BEFORE):
            if match := pattern.match(name):
                yield match.group(1)
    if entry.kind in ("airport", "base") and (match := _FIELD.match(name)):
        for kind in ("airport", "airfield", "air base", "airbase", "international airport", "military airport"):
            yield f"{match.group(1)} {kind}"
