"""Names brought to a form in which one person's, group's or body's names are equal."""

import re
import unicodedata

OFFICES = frozenset(
    """ambassador activist adviser advisor analyst assistant attorney captain chairman chairwoman chief chancellor
    colonel commander commissioner coordinator correspondent deputy director doctor dr envoy general governor head
    imam journalist judge justice king lawyer lawmaker leader lieutenant major mayor medic minister mr mrs ms officer
    official president prime prince prosecutor reporter representative resident secretary senator sergeant
    sheikh sheriff spokesman spokesperson spokeswoman superintendent surgeon witness""".split()
)
GENERIC = frozenset(
    """activists agencies agency alliance army authorities body brigade camp church city civilians clinic
    coalition command commission committee company council court crowd defence defense department district doctors
    fighters force forces general government governorate group groups gunmen health hospital hospitals insurgents
    interior internal journalists judge leadership local locals media medical medics members militants militia military
    ministry ministries mosque national observatory office officials opposition organisation organization parliament
    party people police presidency provincial rebels regime regional reporter reporters rescue residents school security
    sheriff's sheriff’s service services soldiers source sources spokesman state station supreme team teams
    television terrorists town tribe troops tv union united university villagers witnesses
    workers news weather sports arab""".split()
)
_SMALL = frozenset("of for the and in on to".split())
MANY = frozenset(
    """activists children citizens civilians doctors fighters forces groups gunmen insurgents jihadists journalists
    medics militants militias officials opposition organizations people rebels refugees reporters residents
    sources soldiers terrorists troops villagers witnesses""".split()
)
_SUFFIXES = frozenset("jr sr ii iii iv phd md".split())
_WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)*")
_ARTICLE_INSIDE = re.compile(r"(?<!\w)(?:al|el)[-\s]+(?=\w)")
_SERVANT = re.compile(r"^abd(?:el|ul|al|ur|ar|us|as)?[-\s]?(?=\w{3})", re.IGNORECASE)
_BASED = re.compile(r"^\S+[-\s]based\s+", re.IGNORECASE)
_THE = re.compile(r"^the\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?$")


def plain(name: str) -> str:
    """The name folded, without accents, possessive ending and leading article."""
    flat = "".join(letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))
    flat = _POSSESSIVE.sub("", " ".join(flat.split())).casefold()
    return flat.removeprefix("the ")


def person_key(name: str) -> str | None:
    """First and last name of a person, as far as spellings agree; null where only one of them is given.

    Words of office before the name fall away, so do "al-" and the beginnings of "Abdel Rahman", "Abdurrahman".
    """
    words = [word for word in _ARTICLE_INSIDE.sub(" ", plain(name)).split() if word not in _SUFFIXES]
    offices = [index for index, word in enumerate(words) if word.strip(".,") in OFFICES]
    words = words[offices[-1] + 1 :] if offices else words
    words = [word for word in words if len(word.strip(".,")) > 1]
    if len(words) < 2:
        return None
    last = words[-1] if len(words) == 2 or not words[-2].startswith("abd") else f"abd{words[-1]}"
    return f"{words[0].strip('.,')} {_SERVANT.sub('', last.strip('.,'))}"


def family_name(key: str) -> str:
    """The last name of a person's key."""
    return key.rsplit(" ", 1)[-1]


def body_key(name: str) -> str | None:
    """The name of a group or body; null where it is one of many of its kind ("the ministry", "local police", "Orsk
    rebels", "Syrians"): nothing in it is its own, or a single word is that is not written as a name of its own."""
    written = _THE.sub("", name)
    words = [match.group() for match in _WORD.finditer(_BASED.sub("", plain(name)))]
    own = [word for word in words if word not in GENERIC and word not in MANY]
    if not own or not written[:1].isupper() or (len(own) == 1 and not MANY.isdisjoint(words)):
        return None
    return " ".join(words) if len(words) > 1 or written[1:] != written[1:].lower() else None


def initials(key: str) -> str:
    """First letters of the words of a body's key, small words left out."""
    return "".join(word[0] for word in key.split() if word not in _SMALL)
