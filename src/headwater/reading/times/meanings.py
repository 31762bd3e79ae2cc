"""The functions that read what a rule matches, by the name that the rule gives."""

from collections.abc import Callable, Mapping

from headwater.reading.times import counted, habits, named, near, relative
from headwater.reading.times.parts import Parts
from headwater.reading.times.setting import Meaning, Setting

Means = Callable[[Parts, Setting], Meaning | None]

MEANINGS: Mapping[str, Means] = {
    "date": named.date_,
    "short_year": named.short_year,
    "numeric": named.numeric,
    "decade": named.decade,
    "century": named.century,
    "season": named.season,
    "quarter": named.quarter,
    "holiday": named.holiday,
    "relative_month": named.relative_month,
    "weekday": near.weekday,
    "weekdays": near.weekdays,
    "night_between": near.night_between,
    "deictic": near.deictic,
    "last_night": near.last_night,
    "part": near.part,
    "part_before_date": near.part_before_date,
    "clock": near.clock,
    "relative_unit": relative.relative_unit,
    "weekend": relative.weekend,
    "ago": counted.ago,
    "later": counted.later,
    "past_units": counted.past_units,
    "duration": counted.duration,
    "units_alone": counted.units_alone,
    "long": counted.long,
    "units_of": counted.units_of,
    "each": habits.each,
    "set": habits.set_,
    "now": habits.now,
    "this_time": habits.this_time,
    "past": habits.past,
    "recently": habits.recently,
    "reference": habits.reference,
}
