"""Words brought to one form, so that "shot", "shoots" and "shooting" can be compared: English, by rule."""

from functools import lru_cache

_IRREGULAR = """
arise arose arisen|bear bore borne|beat beaten|become became|begin began begun|bind bound|bleed bled|blow blew blown
break broke broken|bring brought|build built|burn burnt|buy bought|catch caught|choose chose chosen|come came
deal dealt|die died dies dying|dig dug|draw drew drawn|drive drove driven|fall fell fallen|feel felt|fight fought
find found|flee fled|fly flew flown|freeze froze frozen|get got gotten|give gave given|go went gone goes|grow grew grown
hang hung|have has had|hear heard|hide hid hidden|hold held|keep kept|know knew known|lay laid|lead led|leave left
lie lay lain lying|lose lost|make made|meet met|pay paid|rise rose risen|run ran|say said|see saw seen|seek sought
sell sold|send sent|shake shook shaken|shoot shot|sink sank sunk|sit sat|slay slew slain|speak spoke spoken
spend spent|spring sprang sprung|stand stood|steal stole stolen|stick stuck|strike struck stricken|swear swore sworn
sweep swept|take took taken|teach taught|tear tore torn|tell told|think thought|throw threw thrown|win won
withdraw withdrew withdrawn|write wrote written|be was were been am is are
"""
_ENDINGS = (("ies", "y"), ("ied", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x"))
_FORMS = {
    form: forms.split()[0] for line in _IRREGULAR.split("\n") for forms in line.split("|") for form in forms.split()
}


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The lower-cased word without the endings of number, tense and person; a final "e" falls with them."""
    word = word.casefold()
    if word in _FORMS:
        return _bare(_FORMS[word])
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return _bare(word[: -len(ending)] + instead)
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return _bare(_undoubled(word, word[: -len(ending)]))
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        word = word[:-1]
    return _bare(word)


def _undoubled(word: str, rest: str) -> str:
    if not any(letter in "aeiouy" for letter in rest):
        return word
    doubled = len(rest) > 3 and rest[-1] == rest[-2] and rest[-1] not in "lsz"
    return rest[:-1] if doubled else rest


def _bare(word: str) -> str:
    return word[:-1] if word.endswith("e") and len(word) > 3 else word
