"""Dates and stretches of time in running text, resolved against the article's own date."""

from __future__ import annotations

from factcheck.model import PartialDate, Period


def periods(text: str, published: PartialDate | None = None) -> tuple[Period, ...]:
    """The dates and stretches named in `text`, by position, none overlapping."""
    return ()
