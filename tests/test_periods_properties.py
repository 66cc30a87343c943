"""What must hold of the periods of any text at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from growing import ratio
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.model import PartialDate
from factcheck.periods import periods
from factcheck.periods.patterns import patterns

TABLE = Path(__file__).parent / "tables" / "periods_words.txt"
WORDS = [*TABLE.read_text(encoding="utf-8").splitlines()[1:], "\n", " "]
TEXTS = st.lists(st.sampled_from(WORDS), max_size=12).map("".join) | st.text(max_size=40)
DATES = (
    st.none()
    | st.builds(PartialDate, st.integers(1800, 2200))
    | st.builds(PartialDate, st.integers(1800, 2200), st.integers(1, 12), st.none() | st.integers(1, 28))
)
WIDE = str.maketrans("0123456789-/", "０１２３４５６７８９－／")


@settings(max_examples=300, deadline=None)
@given(TEXTS, DATES)
def test_spans_slice_to_the_text_and_never_overlap(text: str, published: PartialDate | None) -> None:
    """Any string and any document date: no crash, ordered spans, words as printed."""
    end = 0
    for period in periods(text, published):
        assert end <= period.span.start < period.span.end <= len(text)
        assert period.text == period.span.of(text)
        assert period.first is None or period.last is None or period.first <= period.last
        end = period.span.end


@pytest.mark.parametrize("word", ["2024年3月5日", "1—9月", "2024-03-05", "2024/3/5", "3月15日至20日"])
def test_full_width_digits_read_alike(word: str) -> None:
    """Full-width digits and signs mean the same days."""
    plain, wide = periods(word), periods(word.translate(WIDE))
    assert plain
    assert [p.key for p in plain] == [p.key for p in wide]


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_nothing_begins_where_the_quick_look_sees_nothing(text: str) -> None:
    """The cheap scan for openings loses no piece that the full patterns would find."""
    known = patterns()
    openings = {found.start() for found in known.starts.finditer(text)}
    inside = {start for start in range(1, len(text)) if text[start - 1 : start + 1].isdecimal()}
    for start in set(range(len(text))) - openings - inside:
        found = known.word.match(text, start) or known.numeral.match(text, start)
        assert found is None, found


HOSTILE = [
    "1",
    "一",
    "-",
    "—",
    "年",
    "1年",
    "一月",
    "1-",
    "1、",
    "1:",
    "20",
    "（",
    "，周",
    " ",
    "今年",
    "上",
    "2024年1—",
    "十",
    "零",
]


@pytest.mark.parametrize("unit", HOSTILE)
def test_hostile_runs_take_linear_time(unit: str) -> None:
    """Four times the length takes about four times the time (not sixteen), whatever is repeated."""
    start = PartialDate(2024, 3, 1)
    short, long = unit * (8_000 // len(unit)), unit * (32_000 // len(unit))
    assert ratio(lambda: periods(short, start), lambda: periods(long, start), 8) <= 8
