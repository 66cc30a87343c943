"""What dates and stretches of time in running text mean."""

from __future__ import annotations

from pathlib import Path

import pytest
from period_table import TABLES, date, rows, shown

from factcheck.model import Grain, PartialDate
from factcheck.periods import periods

SEEDS = Path(__file__).parent.parent / "seeds"


@pytest.mark.parametrize(
    ("text", "published", "expected"), rows("periods_forms.txt") + rows("periods_silent.txt")
)
def test_a_text_names_these_periods(text: str, published: PartialDate | None, expected: str) -> None:
    """Each row of the tables: the words, the days, the kind and the flags, in order."""
    assert (" ; ".join(map(shown, periods(text, published))) or "none") == expected.replace("\\n", "\n")


def _seeds() -> list[tuple[str, PartialDate | None, list[str]]]:
    found: list[tuple[str, PartialDate | None, list[str]]] = []
    for line in (TABLES / "periods_seeds.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            name, published = line[1:-1].split(" | ")
            found.append((name, date(published), []))
        elif line and not line.startswith("#"):
            found[-1][2].append(line)
    return found


@pytest.mark.parametrize(("name", "published", "expected"), _seeds())
def test_every_date_of_a_seed_is_read(name: str, published: PartialDate | None, expected: list[str]) -> None:
    """The whole document, as it lies on disk: nothing missed, nothing read into it."""
    text = next(SEEDS.glob(f"{name}_*.txt")).read_text(encoding="utf-8")
    assert [shown(period) for period in periods(text, published)] == expected


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2025年3月28日（星期五）", {"year": "2025", "month": "3", "day": "28", "weekday": "5"}),
        ("3月28日，周天", {"month": "3", "day": "28", "weekday": "7"}),
        ("周五（3月28日）", {"month": "3", "day": "28", "weekday": "5"}),
        ("2月30日", {"month": "2", "day": "30"}),
        ("13月", {"month": "13"}),
        ("昨日8时75分", {"hour": "8", "minute": "75"}),
        ("下午3点半", {"daypart": "下午", "hour": "3", "minute": "30"}),
        ("6月6日上午15时", {"month": "6", "day": "6", "daypart": "上午", "hour": "15"}),
        ("9时至11时30分", {"hour": "9", "end-hour": "11", "end-minute": "30"}),
        ("3月15日至4月2日", {"month": "3", "day": "15", "end-month": "4", "end-day": "2"}),
        ("前三季度", {"quarter": "1", "end-quarter": "3"}),
        ("2016—2020年", {"year": "2016", "end-year": "2020"}),
        ("“十四五”时期", {"plan": "14"}),
        ("20世纪90年代", {"century": "20", "decade": "90"}),
        ("2024年中秋节", {"year": "2024", "festival": "中秋"}),
        ("民国二十六年", {"republic": "26"}),
    ],
)
def test_the_parts_written_are_kept(text: str, said: dict[str, str]) -> None:
    """What was said stays apart from what it resolves to, in decimal digits."""
    (period,) = periods(text)
    assert dict(period.said) == said


def test_a_duration_is_left_to_the_figures() -> None:
    """A length of time is a number with a unit, no period, with or without a document date."""
    for text in ("工期30天", "历时五年", "用时3小时35分", "服役十年", "每30分钟一班"):
        assert not periods(text)
        assert not periods(text, PartialDate(2024, 3, 1))


def test_last_year_and_this_year_compare_without_a_date() -> None:
    """Relative years count from the article's own, so that they differ by one with no date known."""
    last, this = periods("去年增长，今年回落。")
    assert (last.anchor, this.anchor) == (this.anchor, last.anchor)
    assert last.first is not None
    assert this.first is not None
    assert this.first[0] - last.first[0] == 1


def test_a_time_of_day_refines_its_day() -> None:
    """15时 after a date is one period with it."""
    (period,) = periods("3月5日15时，发车。", PartialDate(2024, 3, 20))
    assert (period.grain, period.first) == (Grain.TIME, (2024, 3, 5))
