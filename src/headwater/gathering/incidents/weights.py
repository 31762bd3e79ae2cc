"""What each feature weighs (log-odds), fitted by training/incidents/fit.py: see docs/incidents.md.

Weights go with the features that they were fitted on, so they are part of the code and not of a setting.
"""

BIAS = -1.42
WEIGHTS: dict[str, float] = {
    "same_words": 2.73,
    "same_head_words": 1.28,
    "same_sentence_words": 2.45,
    "same_people": 1.63,
    "same_people_around": 6.31,
    "other_people": -0.08,
    "same_day": 1.94,
    "days_meet": 0.48,
    "other_day": -3.93,
    "another_day": -1.35,
    "published_near": 0.14,
    "published_apart": -4.98,
    "told_before": -2.83,
    "same_place": 2.27,
    "place_within": 1.00,
    "place_near": 0.48,
    "other_place": -1.70,
    "nowhere_together": -1.88,
    "same_places_around": 1.43,
    "other_places_around": -0.74,
    "same_counts": 0.48,
    "other_counts": -0.50,
    "same_kind": 1.13,
    "same_stems": -0.20,
    "same_sides": 0.50,
    "other_sides": -1.00,
    "same_way": 0.24,
    "other_way": -2.00,
    "same_means": 0.50,
    "same_host": -0.12,
    "aside": -0.44,
    "background": -0.98,
}
