"""Pieces that several formats share: exact numbers, places found again, columns, paths."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
import sample_report as sample

from factcheck.model import Document, Span
from factcheck.reports.parts.columns import by_path, byte_region, region
from factcheck.reports.parts.exact import plain, readable
from factcheck.reports.parts.refound import refound
from factcheck.reports.parts.safe import relative, shown_path


def test_regions_over_two_lines():
    """A number broken by a line end has its end in the next line, in every unit."""
    document = Document("a.txt", "甲😀13\n家、80家")
    place = document.place(Span(2, 6))
    assert place.text == "13\n家"
    assert (region(place).end_line, region(place).end_column) == (2, 2)
    in_bytes = byte_region(place, {"a.txt": document})
    assert (in_bytes.column, in_bytes.end_line, in_bytes.end_column) == (8, 2, 4)
    assert by_path(sample.report())["schools.txt"].text == sample.SCHOOLS


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (740000000000, "740000000000"),
        ("5.20", "5.2"),
        ("-0.05", "-0.05"),
        ("1/3", "1/3"),
        ("-1/3", "-1/3"),
        ("0", "0"),
        ("7.4E+11", "740000000000"),
        ("1/8", "0.125"),
    ],
)
def test_plain_numbers(value, written):
    """Exact decimals where they end, fractions where they do not, never an exponent."""
    number = Fraction(value) if "/" in str(value) else Decimal(value)
    assert plain(number) == written


@pytest.mark.parametrize(
    ("value", "written"),
    [(120000000000, "1200亿"), (12345678, "1234.5678万"), (123456789123, "123456789123"), (9999, "9999")],
)
def test_readable_numbers(value, written):
    """万 and 亿 only where they keep the number exact and short."""
    assert readable(value) == written


@pytest.mark.parametrize(
    ("words", "text", "other", "found"),
    [
        ("10%", "增长10%，下降10%。", "增长\u300010%，\n下降 10%。", "10%"),
        ("12亿", "共1\n2亿。", "共12亿。", None),
        ("7家", "甲7家。", "乙8家。", None),
    ],
)
def test_refound(words, text, other, found):
    """Words are found again where blanks differ, and not found where they are not."""
    start = text.find(words)
    span = refound(Span(start, start + len(words)), text, other) if start >= 0 else None
    assert (other[span.start : span.end] if span else None) == found


def test_refound_tells_twins_apart():
    """The second of two equal figures is found as the second."""
    one = "甲县增长10%。乙县也增长10%。"
    two = "甲县增长10%。\n\n乙县也 增长10%。"
    at = one.rindex("10%")
    span = refound(Span(at, at + 3), one, two)
    assert span is not None
    assert span.start == two.rindex("10%")


def test_paths_that_look_like_commands():
    """A file called `::error::` cannot give orders to a runner."""
    assert shown_path("::error::x.md") == "./::error::x.md"
    assert relative("/a/b/c.md", "/a") == "b/c.md"
    assert relative("/ab/c.md", "/a") == "/ab/c.md"
