"""Bars for dates of every precision, and for nonsense."""

from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from headwater.web.histogram import MOST, histogram


def entries(*dates):
    return [SimpleNamespace(date=date) for date in dates]


def test_days_where_they_fit():
    made = histogram(entries("2026-03-01", "2026-03-03T10:00", "2026-03-03", None), "")
    assert [(bar.when, bar.count) for bar in made.bars] == [("2026-03-01", 1), ("2026-03-02", 0), ("2026-03-03", 2)]
    assert (made.undated, made.coarse) == (1, 0)


def test_a_few_coarse_dates_do_not_make_all_coarse():
    made = histogram(entries(*["2026-03-01"] * 9, "2026"), "")
    assert [bar.when for bar in made.bars] == ["2026-03-01"] and made.coarse == 1


def test_months_then_years():
    assert [bar.when for bar in histogram(entries("2025-12-30", "2026-04-01"), "").bars][:2] == ["2025-12", "2026-01"]
    assert len(histogram(entries("1990-01-01", "2026-01-01"), "").bars) == 37


@given(
    st.lists(
        st.one_of(
            st.none(), st.text(max_size=8), st.from_regex(r"[0-9]{4}(-[0-9]{2}){0,2}(T[0-9:]{0,5})?", fullmatch=True)
        ),
        max_size=20,
    )
)
def test_every_entry_is_counted_once(dates):
    made = histogram(entries(*dates), "2026")
    assert sum(bar.count for bar in made.bars) + made.undated + made.coarse == len(dates)
    assert len(made.bars) <= MOST + 1
    assert all(0 <= bar.x < 220 and 0 <= bar.y <= 44 and bar.height >= 0 for bar in made.bars)
