"""What a count is a count of: named rules, the first that answers wins."""

from headwater.reading.quantities.link import Rule
from headwater.reading.quantities.objects import active, lives, of_whom
from headwater.reading.quantities.subjects import alone, bare, hospital, inverted, passive, suffered
from headwater.reading.quantities.tolls import (
    among,
    before_noun,
    counted_noun,
    dead_and_wounded,
    of_them,
    toll,
    victims,
)

RULES: tuple[Rule, ...] = (
    toll,
    dead_and_wounded,
    among,
    lives,
    active,
    of_whom,
    inverted,
    passive,
    alone,
    bare,
    of_them,
    counted_noun,
    suffered,
    hospital,
    victims,
    before_noun,
)
