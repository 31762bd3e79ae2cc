"""A person's name among the words that name a speaker: where it begins, and what the words before it tell."""

from headwater.reading.attributions.lexicon import Lexicon
from headwater.reading.words import Token


def name_run(words: list[Token], head: int, lexicon: Lexicon) -> int:
    """Where the name that ends at `head` begins, titles left out; head + 1 where nothing but titles is there."""
    run = head
    while run > 0 and _joins_name(words, run - 1, lexicon):
        run -= 1
    while run <= head and (is_title(words[run], lexicon) or (run < head and _leads(words[run], lexicon))):
        run += 1
    return run


def _joins_name(words: list[Token], index: int, lexicon: Lexicon) -> bool:
    token = words[index]
    initial = token.text == "." and index > 0 and len(words[index - 1].text) == 1
    return token.capital or token.lower in lexicon.speakers["particles"] or initial


def is_title(token: Token, lexicon: Lexicon) -> bool:
    """Is the word a title, or the stop behind one?"""
    return lexicon.among("titles", token.text) or lexicon.among("abbreviated", token.text) or token.text == "."


def _leads(token: Token, lexicon: Lexicon) -> bool:
    return lexicon.among("determiners", token.lower) or lexicon.among("person", token.lower)


def office_of(lead: str) -> str | None:
    """The words before a name, where they say more than "Mr"."""
    return None if lead.rstrip(".").lower() in {"", "mr", "mrs", "ms", "mx", "the"} else lead


def gender_of(name: list[Token], lead: list[Token], lexicon: Lexicon) -> str | None:
    """What title ("Mrs", "spokesman") or first name tells: "he" or "she"."""
    for token in lead:
        for gender in ("he", "she"):
            if lexicon.among(gender, token.text) or lexicon.among(gender, token.text.capitalize()):
                return gender
    for gender, names in (("he", "men"), ("she", "women")):
        if len(name) > 1 and lexicon.among(names, name[0].text):
            return gender
    return None
