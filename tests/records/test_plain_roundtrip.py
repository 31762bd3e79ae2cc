"""Every record class survives the way to plain JSON values and back."""

import json
from dataclasses import fields, is_dataclass
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from headwater import records
from headwater.records.plain import from_plain, to_plain

# Bytes never go into JSON, and a PageText or Reading is kept in parts.
RECORDS = [
    value
    for name in records.__all__
    if isinstance(value := getattr(records, name), type) and is_dataclass(value)
    if value not in (records.Page, records.Reading)
]
# Scores are written with three decimals, so only such come back the same.
SCORES = st.integers(-1000, 1000).map(lambda number: number / 1000)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | SCORES | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=5), inner, max_size=2),
    max_leaves=4,
)
st.register_type_strategy(float, SCORES)
st.register_type_strategy(str, st.text(max_size=8))
SPANS = st.builds(
    records.Span,
    st.integers(0, 10**7),
    st.integers(0, 10**7),
    st.sampled_from(["text", "source", "location", "given"]),
)
st.register_type_strategy(records.Span, SPANS)

FREE = {
    ("Argument", "value"): st.none() | st.dictionaries(st.text(max_size=5), JSON, max_size=2),
    ("Cell", "value"): JSON,
    ("ValueOrigins", "value"): JSON,
    ("Incident", "place"): JSON,
    ("Judgement", "value"): JSON,
}


def built(class_: type[Any]) -> st.SearchStrategy[Any]:
    free = {
        field: FREE[class_.__name__, field.name] for field in fields(class_) if (class_.__name__, field.name) in FREE
    }
    return st.builds(class_, **{field.name: strategy for field, strategy in free.items()})


for record_class in RECORDS:
    if any(name == record_class.__name__ for name, _ in FREE):
        st.register_type_strategy(record_class, built(record_class))


@pytest.mark.parametrize("class_", RECORDS, ids=lambda class_: class_.__name__)
def test_to_plain_and_back(class_: type[Any]) -> None:
    @settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow], database=None)
    @given(record=built(class_) if class_ is not records.Span else SPANS)
    def check(record: Any) -> None:
        plain = json.loads(json.dumps(to_plain(record)))
        assert from_plain(class_, plain) == record

    check()


@pytest.mark.parametrize("class_", RECORDS, ids=lambda class_: class_.__name__)
def test_no_key_bears_an_underscore_at_its_end(class_: type[Any]) -> None:
    @settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.too_slow], database=None)
    @given(record=built(class_) if class_ is not records.Span else SPANS)
    def check(record: Any) -> None:
        assert not [key for key in to_plain(record) if key.endswith("_")]

    check()
