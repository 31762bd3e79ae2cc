"""The rules of one codebook as data: what it makes of words, which figure it takes, how it divides sums.

Every rule has an `id` ("acled_2019.several") and a `page`, the place in the codebook or material where it was read.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Amount = int | Literal["low", "low+1", "best", "high", "lowest", "number"]


@dataclass(frozen=True, slots=True)
class WordingRule:
    """What a codebook writes where the text words a number in one of these ways, for these units.

    `wordings` are those of the lexicon ("several", "dozens") or qualifiers ("exact", "at_least"), or "any".  An amount
    is a number, null (not written), or the name of a number that the words state: `low`, `best`, `high` of the
    quantity, `low+1`, its `lowest` (the least of the three that are stated), `number` (the one that is stated).
    `unit` is what the figure is of, where that is not the quantity's own.  `otherwise` is what the codebook writes
    instead under a condition that words alone do not show.
    """

    id: str
    page: str
    wordings: tuple[str, ...]
    units: tuple[str, ...]
    status: Literal["coded", "blank"] = "coded"
    low: Amount | None = None
    best: Amount | None = None
    high: Amount | None = None
    unit: str | None = None
    otherwise: str | None = None


@dataclass(frozen=True, slots=True)
class ChoosingRule:
    """Which of several figures is taken for one field, the first rule of that field that can be followed.

    `take`: `corroborated` the figure with most independent origins, where it has more than one; `majority` the one that
    more than half of the independent origins give; `latest` that of the most recent account; `stated` the one there is,
    or the same from all; `sum_of_sides` the sum of the figures for each side, civilians and unknown.  `unless` and
    `leave_out` name what is not taken: figures `by_perpetrator`, `doubtful`, `unreasonable`, of a `single_source`,
    of people whose class is `contested`.
    """

    id: str
    page: str
    field: Literal["figure", "low", "best", "high"]
    take: Literal["lowest", "highest", "latest", "majority", "corroborated", "stated", "sum_of_sides"]
    unless: tuple[str, ...] = ()
    leave_out: tuple[str, ...] = ()
    note: bool = False


@dataclass(frozen=True, slots=True)
class DividingRule:
    """What is done with a sum over several days, places or incidents.

    `how`: `even` parts in whole numbers; `spread` over the linked incidents without a fixed key; `same_high` gives each
    the same upper bound.  `remainder` goes one by one from the first part on, or is left where the rule is silent.
    `fewer_than_parts`: what happens when fewer are counted than there are parts.  `subtract_known`: parts that are
    known for themselves are taken off the sum.  `note`: the codebook asks that the notes say so.
    """

    id: str
    page: str
    over: tuple[Literal["days", "places", "incidents"], ...]
    how: Literal["even", "spread", "same_high"]
    remainder: Literal["from_first"] | None = None
    fewer_than_parts: Literal["keep_whole"] | None = None
    subtract_known: bool = False
    note: bool = False


@dataclass(frozen=True, slots=True)
class GradeRule:
    """A grade of evidence and what it asks for, in the order in which they are tried.

    `accepted`: a belligerent has accepted responsibility; `competing`: sources name different ones; `not_civilians`:
    those killed were combatants; `origins`: at least this many independent origins.
    """

    id: str
    page: str
    grade: str
    needs: tuple[Literal["accepted", "competing", "not_civilians", "near_actions"], ...] = ()
    origins: int = 0


@dataclass(frozen=True, slots=True)
class Policy:
    """The rules of one codebook, named with its year (acled_2019, ucdp_23 …), and where they were read.

    `figures`: whether it writes one number, or low, best and high, or a least and a most.  `named_minimum`: the page
    that lets no minimum lie below the number of victims that are named; null without such a rule.  `unknown`: what
    stands where nothing is stated, by unit ("0", "blank", "-99").
    """

    name: str
    source: str
    figures: Literal["one", "low_best_high", "min_max"] = "one"
    named_minimum: str | None = None
    wordings: tuple[WordingRule, ...] = ()
    choosing: tuple[ChoosingRule, ...] = ()
    dividing: tuple[DividingRule, ...] = ()
    grades: tuple[GradeRule, ...] = ()
    unknown: Mapping[str, str] = field(default_factory=dict)
