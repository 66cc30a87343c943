"""A streak against the numbers listed for it: 连续三个月增长, 分别为2.1%、-0.3%、1.5%."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.told import Told, told
from factcheck.interval import Interval
from factcheck.model import Claim, Dimension, Figure, Reading, Span
from factcheck.patterns import compiled

_FEW = 3
_TIME = r"(?:[12]\d{3}年|\d{1,2}月份?|[一二三四]季度|[前去今]年)(?:分别)?(?:为|是|达|有|降至|升至|增至|减至)?"
_NEXT_TIME = compiled(rf"[，、；]{_TIME}")
_FIRST_TIME = compiled(rf"[：:，]{_TIME}$")
_OF_A_RATE = compiled("率(?:已经?|也|又|均)?$")
_GRADES = compiled("年级|各班|年龄段")  # listed by age and not by year: those who came later stand first


def check(
    subject: Sequence[Claim],
    reading: Reading,
    *,
    streak: tuple[str, ...] = (),
    up: tuple[str, ...] = (),
    down: tuple[str, ...] = (),
    rates: tuple[str, ...] = (),
    listed: tuple[str, ...] = (),
) -> Iterator[Judgement]:
    """Every sentence that says a `streak` of going `up` or `down` and lists three numbers or more.

    Rates listed for a streak of growth must have one sign; levels, and rates of which one of `rates`
    itself is said to rise or fall, must follow each other in order.
    """
    for here in told(reading, subject, streak):
        dated = _dated(here)
        run = dated or _run(here, listed)
        said = next((word for word in streak if word in here.text), "")
        if len(run) < _FEW or not said or _GRADES.search(here.text):
            continue
        words = here.text[here.text.find(said) : here.text.find(said) + 14]
        rises, falls = (any(word in words for word in ones) for ones in (up, down))
        if rises is falls:
            continue
        start = here.span.start + here.text.find(said)
        spot = Spot("streak", Span(start, start + len(said)))
        percent = all(one.unit is not None and one.unit.dimension is Dimension.RATIO for one in run)
        lead = here.text[: here.text.find(said)]
        of_rates = any(word in lead for word in rates) or (
            bool(dated) and _OF_A_RATE.search(lead) is not None
        )
        yield from _signs(spot, run, rises) if percent and not of_rates else _order(spot, run, rises)


def _dated(here: Told) -> list[Figure]:
    """2012年为5.6‰，2013年为5.2‰，2014年为4.8‰: three like figures at least, each behind its time."""
    run: list[Figure] = []
    for figure in here.figures:
        goes_on = run and figure.unit == run[-1].unit and _NEXT_TIME.fullmatch(here.left(figure))
        if goes_on:
            run.append(figure)
        elif len(run) < _FEW:
            run = [figure] if _FIRST_TIME.search(here.left(figure)) else []
    return run if len(run) >= _FEW else []


def _run(here: Told, listed: tuple[str, ...]) -> list[Figure]:
    """The longest run of like figures parted by pause marks, in a sentence that says they are a list."""
    best: list[Figure] = []
    run: list[Figure] = []
    for figure in here.figures:
        joined = run and here.left(figure).strip() in ("、", "和") and figure.unit == run[-1].unit
        run = [*run, figure] if joined else [figure]
        best = max(best, run, key=len)
    return best if any(word in here.text for word in listed) else []


def _signs(spot: Spot, run: Sequence[Figure], rises: bool) -> Iterator[Judgement]:
    for figure in run:
        value = figure.value
        if value is not None and (value < 0) is rises and value != 0:
            yield conflict(spot, Spot("odd", figure.span))
            return


def _order(spot: Spot, run: Sequence[Figure], rises: bool) -> Iterator[Judgement]:
    for one, two in pairwise(run):
        if one.interval is None or two.interval is None:
            return
        small, large = (two.interval, one.interval) if rises else (one.interval, two.interval)
        if _before(small, large):
            yield conflict(spot, Spot("odd", two.span), Spot("before", one.span))
            return
    yield held(spot, *(Spot("listed", one.span) for one in run), weak=True)


def _before(one: Interval, two: Interval) -> bool:
    return one.top is not None and two.bottom is not None and one.top < two.bottom
