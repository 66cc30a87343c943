"""Dates and stretches of time in running text, resolved against the article's own date."""

from __future__ import annotations

from factcheck.model import PartialDate, Period
from factcheck.periods.arithmetic import (
    adjacent,
    contains,
    is_key,
    month_count,
    previous,
    shifted,
    year_to_date,
)
from factcheck.periods.context import Context
from factcheck.periods.resolve import period
from factcheck.periods.scan import phrases, plain

__all__ = ["adjacent", "contains", "is_key", "month_count", "periods", "previous", "shifted", "year_to_date"]


def periods(text: str, published: PartialDate | None = None) -> tuple[Period, ...]:
    """The dates and stretches named in `text`, by position, none overlapping.

    Undated months and days lie in the past of `published` unless their sentence speaks of the
    future. Without `published` they stay relative to the article (今年 is year 0).
    """
    known = plain(text)
    context = Context(known, published)
    found = (period(phrase, text, context) for phrase in phrases(known))
    return tuple(one for one in found if one is not None)
