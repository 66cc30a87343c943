"""A bare day that ends a stretch: 从10月9日开卖，到11日共34天, told on 13 November, is up to 11 November.

Such a day is read as one of the month named before it. Where what is said to lie between fits the month
that the article speaks from, and not that one, the article's month was meant.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck import calendar
from factcheck.checks.parts.dates import published
from factcheck.checks.parts.durations import Duration
from factcheck.checks.parts.partners import bracketed, partners
from factcheck.checks.parts.stretches import Stretch
from factcheck.model import Reading


def beside_it(
    duration: Duration, known: Sequence[Stretch], reading: Reading, *, asked: bool
) -> Sequence[Stretch]:
    """The stretches in brackets beside a duration, or those that it is asked to tell the length of."""
    text = reading.article.text
    found = bracketed(duration, known, text) or (partners(duration, known, text) if asked else [])
    return _to_now(duration, found, reading)


def _to_now(duration: Duration, told: Sequence[Stretch], reading: Reading) -> Sequence[Stretch]:
    """The stretches `told`, the nearest up to the article's own month where only that fits the duration."""
    if not told or duration.means(told[0].lengths(duration.unit)):
        return told
    later = _up_to_now(told[0], reading)
    return told if later is None or not duration.means(later.lengths(duration.unit)) else [later, *told[1:]]


def _up_to_now(one: Stretch, reading: Reading) -> Stretch | None:
    """The stretch up to that day of the article's month; `None` where its last day says its own month."""
    today = published(reading.article)
    last = next((p for p in reading.periods if p.span == one.spans[-1]), None)
    if today is None or last is None or "month-inferred" not in last.form or one.last is None:
        return None
    then = today[0], today[1], one.last[2]
    return replace(one, last=then) if calendar.exists(*then) and one.last < then <= today else None
