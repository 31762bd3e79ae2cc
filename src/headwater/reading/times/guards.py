"""Words that look like times and are none: names, verbs, amounts, newspapers."""

from headwater.reading.times.lexicon import Lexicon

ABBREVIATED = frozenset("ca c jan feb mar apr jun jul aug sept sep oct nov dec tues wed thurs fri".split())
COMMON = frozenset(
    "DEICTIC SET NOW CURRENT HOLIDAY RECENTLY RECENT ONCE PART MOMENT UNIT UNITS WEEKEND CENTURY SEASON".split()
)
_TITLED = 0.7


class Seen:
    """The tokens of a sentence: (text, group, start, end), and their words in lower case."""

    __slots__ = ("_titled", "lower", "tokens")

    def __init__(self, tokens: list[tuple[str, str, int, int]]) -> None:
        self.tokens = tokens
        self.lower = [token[0].lower() for token in tokens]
        self._titled: bool | None = None

    def word(self, at: int) -> str:
        """The word there in lower case, or nothing."""
        return self.lower[at] if 0 <= at < len(self.lower) else ""

    def text(self, at: int) -> str:
        """The word there as it stands, or nothing."""
        return self.tokens[at][0] if 0 <= at < len(self.tokens) else ""

    def capital(self, at: int) -> bool:
        """Whether a word with a capital stands there."""
        return self.text(at)[:1].isupper()

    def digits(self, at: int) -> bool:
        """Whether digits stand there."""
        return self.text(at)[:1].isdigit()

    @property
    def titled(self) -> bool:
        """Whether most words have capitals, as in a headline: then a capital says nothing."""
        if self._titled is None:
            words = [token[0] for token in self.tokens if token[1] == "word" and len(token[0]) > 3]
            self._titled = bool(words) and sum(word[0].isupper() for word in words) >= _TITLED * len(words)
        return self._titled


def is_word(seen: Seen, at: int, width: int, class_: str, lexicon: Lexicon) -> bool:
    """Whether the word or phrase means here what the class says."""
    if class_ in ("UNITS", "UNIT") and seen.word(at - 1)[:1] in ("'", "’") and seen.capital(at):
        return False
    if class_ in lexicon.proper and not seen.capital(at):
        return False
    if seen.word(at + width) in lexicon.guards["newspapers"] and seen.capital(at + width) and seen.capital(at):
        return class_ not in COMMON and class_ != "WEEKDAY"
    if class_ == "MONTH":
        return _is_month(seen, at, lexicon)
    if class_ == "WEEKDAY" and seen.lower[at] in ABBREVIATED:
        return seen.word(at + 1) in (".", ",")
    if class_ == "APPROX" and seen.lower[at] == "over":
        return seen.word(at + 1) in ("a", "an") or seen.word(at - 1) == "for"
    if class_ == "DOT":
        return at + 1 < len(seen.tokens) and seen.word(at - 1) in ABBREVIATED
    if class_ == "SEASON":
        return _is_season(seen, at, lexicon)
    if class_ in COMMON and at and seen.capital(at) and not seen.titled:
        return not (seen.capital(at - 1) or seen.capital(at + width)) or seen.word(at - 1) in lexicon.phrases
    return True


def _is_month(seen: Seen, at: int, lexicon: Lexicon) -> bool:
    word, before, behind = seen.lower[at], seen.word(at - 1), seen.word(at + 1)
    near = (
        seen.digits(at + 1)
        or (behind in ("-", "–") and seen.capital(at + 2))
        or seen.digits(at - 1)
        or (before == "of" and seen.digits(at - 2))
    )
    if word in ABBREVIATED:
        return near or (behind == "." and seen.digits(at + 2))
    if near or before in lexicon.guards["month_before"]:
        return True
    if word in lexicon.guards["doubtful_month"]:
        bare = before in ("the", "a") and not (behind.isalpha() and not seen.capital(at + 1))
        return before.isalpha() and not bare and not seen.capital(at - 1) and not seen.titled
    return True


def _is_season(seen: Seen, at: int, lexicon: Lexicon) -> bool:
    before = seen.word(at - 1)
    if seen.word(at + 1) in lexicon.guards["lasting"] or seen.word(at + 1) == "offensives":
        return True
    if seen.capital(at) and seen.capital(at - 1) and not seen.titled and before not in lexicon.phrases:
        return False
    if seen.lower[at] in lexicon.guards["doubtful_season"]:
        if seen.lower[at] == "fall" and seen.word(at + 1) == "of" and not seen.digits(at + 2):
            return seen.word(at + 2) in ("next", "last", "this", "that")
        return before in lexicon.guards["season_before"] or seen.digits(at + 1)
    return True


def number_class(seen: Seen, at: int, lexicon: Lexicon) -> str:
    """YEAR, DAY, NUMBER, or nothing for money."""
    digits, before, behind = seen.text(at), seen.word(at - 1), seen.word(at + 1)
    if before in lexicon.guards["numbered"] or behind == "%" or (before == "." and seen.word(at - 2) == "no"):
        return ""
    if behind == "-" and any(
        meant.class_ in ("UNIT", "UNITS") for _, meant in lexicon.phrases.get(seen.word(at + 2), ())
    ):
        return "NUMBER"
    if len(digits) == 4 and digits.isdigit() and 1000 <= int(digits) <= 2100:
        return "YEAR" if _is_year(seen, at, lexicon) else "NUMBER"
    if digits.isdigit() and 1 <= int(digits) <= 31 and not digits.startswith("00"):
        return "DAY" if _is_day(seen, at, lexicon) else "NUMBER"
    return "NUMBER"


def _is_year(seen: Seen, at: int, lexicon: Lexicon) -> bool:
    before, behind = seen.word(at - 1), seen.word(at + 1)
    guards = lexicon.guards
    named = any(
        meant.class_ == "MONTH" for back in (1, 2) for _, meant in lexicon.phrases.get(seen.word(at - back), ())
    )
    if named and (seen.digits(at - 1) or seen.digits(at - 2)):
        return True
    if before in ("-", "–") and seen.digits(at - 2) and len(seen.word(at - 2)) != 4:
        return False
    if behind in guards["counted"]:
        return before in guards["year_sure"] and behind in ("people", "troops", "soldiers", "civilians")
    if before in guards["year_sure"]:
        return True
    if before == "than":
        return seen.word(at - 2) in guards["than_year"]
    if before in guards["amount_before"]:
        return False
    if int(seen.text(at)) < 1800 and seen.capital(at - 1) and before not in lexicon.phrases:
        return False
    if not behind.isalpha():
        return True
    if before in guards["year_before"]:
        return (
            not seen.text(at).endswith("00")
            or seen.text(at) == "2000"
            or int(seen.text(at)) > 2000
            or before in ("of", "from")
        )
    month = seen.word(at - 1) == "," or (seen.capital(at - 1) and len(before) > 2)
    return month or not (behind.endswith("s") and seen.text(at + 1)[0].islower())


def _is_day(seen: Seen, at: int, lexicon: Lexicon) -> bool:
    """ "In March 20 soldiers were killed" has no 20 March."""
    counted = seen.word(at + 1) in lexicon.guards["counted"]
    if not counted:
        return True
    months = seen.word(at - 1)
    return not (
        seen.capital(at - 1) and seen.word(at - 2) in ("in", "since", "early", "late", "mid") and months.isalpha()
    )
