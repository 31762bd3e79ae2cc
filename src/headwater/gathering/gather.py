"""The plot of gathering: many articles, from shared words to incidents."""

from collections.abc import Iterable

from headwater.gathering import lineage
from headwater.gathering.gathered import Gathered
from headwater.records import ArticleBody


def gather(bodies: Iterable[ArticleBody]) -> Gathered:
    """What these articles have in common, whatever order they come in.

    Works on records alone, so it runs wherever they are.
    """
    copies = lineage.find_copies(bodies)
    families = lineage.group(copies)
    return Gathered(copies=copies, families=families)
