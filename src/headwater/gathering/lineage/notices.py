"""Words by which a page speaks to its reader about itself, and not of the world."""

import numpy as np
from numpy.typing import NDArray

from headwater.gathering.lineage.wording import Vocabulary

# A passage with so many of them in a hundred words is a notice; news that quotes "you" and "your" stays well under.
PER_WORD = 0.15
WORDS = """
    you your yours yourself please sign signed signing log login logged click clicking tap enter re
    email emails inbox spam notification notifications alert alerts newsletter newsletters
    subscribe subscriber subscribers subscription subscriptions account profile password username
    register registering registered registration verify
    verification confirm confirmation activate cookies browser javascript enable enabled website site page pages
    copyright reserved rights redistributed rewritten broadcast republished permission trademark
    terms service privacy policy conditions agree agreement disclaimer
    advertisement advertise sponsored download app apps facebook twitter instagram follow share shares link links
    comment comments commenting posted posting submit tips photos video videos watch mobile device
    delivery delivered digital access unlimited sale offer zip code captcha characters
""".split()

_NUMBERS = np.array(sorted(map(Vocabulary().__getitem__, set(WORDS))), np.uint64)


def is_notice(words: NDArray[np.uint64]) -> bool:
    """Whether these words are such as only a notice has."""
    return bool(np.isin(words, _NUMBERS).mean() >= PER_WORD)
