"""The functions that read what a rule matches, by the name that the rule gives."""

from collections.abc import Callable, Mapping

from headwater.reading.times import counted, habits, holidays, lengths, longer, named, near, relative, stretches, weeks
from headwater.reading.times.parts import Parts
from headwater.reading.times.setting import Meaning, Setting

Means = Callable[[Parts, Setting], Meaning | None]

MEANINGS: Mapping[str, Means] = {
    "date": named.date_,
    "short_year": named.short_year,
    "numeric": named.numeric,
    "decade": longer.decade,
    "century": longer.century,
    "season": longer.season,
    "quarter": longer.quarter,
    "holiday": holidays.holiday,
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
    "weekend": weeks.weekend,
    "ago": counted.ago,
    "later": counted.later,
    "past_units": stretches.past_units,
    "duration": lengths.duration,
    "units_alone": lengths.units_alone,
    "long": lengths.long,
    "units_of": stretches.units_of,
    "each": habits.each,
    "set": habits.set_,
    "now": habits.now,
    "this_time": habits.this_time,
    "past": habits.past,
    "recently": habits.recently,
    "reference": habits.reference,
}
