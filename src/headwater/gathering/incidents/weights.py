"""What each feature weighs (log-odds), fitted by training/incidents: see docs/incidents.md.

Weights go with the features that they were fitted on, so they are part of the code and not of a setting.
"""

BIAS = -6.0
WEIGHTS: dict[str, float] = {
    "same_words": 8.0,
    "same_head_words": 2.0,
    "same_sentence_words": 2.0,
    "same_people": 1.5,
    "same_people_around": 2.0,
    "other_people": -0.7,
    "same_day": 2.0,
    "other_day": -4.0,
    "published_near": 1.0,
    "published_apart": -2.0,
    "told_before": -3.0,
    "same_place": 2.5,
    "place_within": 1.0,
    "place_near": 0.5,
    "other_place": -3.0,
    "same_places_around": 1.5,
    "other_places_around": -1.5,
    "same_counts": 0.5,
    "other_counts": -0.5,
    "same_kind": 0.5,
    "same_stems": 0.5,
    "other_sides": -1.0,
    "same_sides": 0.5,
    "background": -0.5,
}
