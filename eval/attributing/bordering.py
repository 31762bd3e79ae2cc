"""Sentences as the published protocol has them: borders inside quotations count too.

The published figures rest on sentences by CoreNLP, which ends one at each stop, question or exclamation mark with the
quotation marks and brackets behind it, in the midst of a quotation as anywhere.  Our splitter keeps a quotation of
several sentences whole; these borders are added to its own.
"""

import re
from collections.abc import Iterable, Iterator

from eval.polnear_gold import Extent

_BORDER = re.compile(r"(?<![A-Z])([^\W\d_]+|[\d%)\]”\"’]+)?[.!?…]+[\"”’»)\]]*\s+(?=[\"“‘«(\[]*[A-Z0-9])")
_ABBREVIATED = frozenset(
    "Mr Mrs Ms Dr Prof Gen Lt Col Maj Capt Cmdr Sgt Cpl Brig Adm Rev Sen Sens Rep Reps Gov Govs Pres St Jr Sr vs No "
    "Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Inc Corp Co Ltd Hon Amb Atty Supt Fla Calif Ariz Conn Mass Mich "
    "Minn Miss Tenn Tex Wis Va Ga Ala Ark Colo Del Ill Ind Kan Ky La Md Neb Nev Okla Ore Pa Wash Wyo Mont".split()
)


def finer(text: str, sentences: Iterable[Extent]) -> Iterator[Extent]:
    """The sentences, cut further where one ends inside."""
    for start, end in sentences:
        last = start
        for match in _BORDER.finditer(text, start, end):
            word = match.group(1) or ""
            if word not in _ABBREVIATED and match.end() < end:
                yield last, match.start() + len(match.group().rstrip())
                last = match.end()
        yield last, end
