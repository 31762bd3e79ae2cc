"""What stands between commas, dashes or brackets beside a name and says who it is."""

from headwater.reading.attributions.lexicon import Lexicon
from headwater.reading.words import Token

ASIDE = frozenset({",", "—", "–"})


def before_bracket(tokens: list[Token], end: int) -> int:
    """Where the bracket that ends here began: "Maro Tevin (Orsk) said"."""
    if end and tokens[end - 1].text == ")":
        for opening in range(end - 2, max(end - 9, -1), -1):
            if tokens[opening].text == "(":
                return opening
    return end


def behind_bracket(tokens: list[Token], at: int) -> int:
    """Behind the bracket that begins here: "said Maro Tevin (Orsk)"."""
    if at < len(tokens) and tokens[at].text == "(":
        for closing in range(at + 2, min(at + 9, len(tokens))):
            if tokens[closing].text == ")":
                return closing + 1
    return at


def next_border(tokens: list[Token], index: int, lexicon: Lexicon) -> int:
    """The next mark that ends an aside; the stop of "Col." does not."""
    while index < len(tokens):
        stop = tokens[index].text == "." and lexicon.among("abbreviated", tokens[index - 1].text)
        if tokens[index].text in ',.;:“"?!—–' and not stop:
            break
        index += 1
    return index


def tells(tokens: list[Token], first: int, last: int, lexicon: Lexicon) -> bool:
    """Do these words between commas say who somebody is, rather than what he does or when he speaks?"""
    word = tokens[first].lower if first < last else ""
    doing = word.endswith("ing") or word in lexicon.speakers["links"] or lexicon.among("stops", word)
    return word in ("who", "whose") or not doing or is_apposition(tokens, first, last, lexicon)


def is_apposition(tokens: list[Token], first: int, last: int, lexicon: Lexicon) -> bool:
    """Do these tokens name an office, or another name of the same?"""
    words = [token.lower for token in tokens[first:last]]
    if not words:
        return False
    opens = lexicon.among("determiners", words[0]) or lexicon.among("person", words[0]) or words[0] == "who"
    particles = lexicon.speakers["particles"]
    names = all(token.capital or token.text == "." or token.lower in particles for token in tokens[first:last])
    holds_role = any(lexicon.among("person", word) for word in words)
    return (opens and (holds_role or words[0] == "who")) or (holds_role and not words[0].endswith("ing")) or names
