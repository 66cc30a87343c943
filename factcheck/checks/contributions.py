"""Contributions to growth: shares that fill 100%, points that fill the growth, points over growth."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import reduce

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.around import either
from factcheck.checks.parts.printing import rounded
from factcheck.checks.parts.told import Told, told
from factcheck.interval import Interval
from factcheck.model import Claim, Dimension, Figure, Measure, Reading
from factcheck.patterns import compiled

_ALL = Interval.exactly(1)
_NEAR = Interval.between(Fraction(85, 100), Fraction(115, 100))


def check(
    subject: Sequence[Claim],
    reading: Reading,
    *,
    rate: tuple[str, ...] = (),
    pull: tuple[str, ...] = (),
    sets: tuple[str, ...] = (),
) -> Iterator[Judgement]:
    """Every sentence that speaks of a contribution `rate` or a `pull` in points.

    `sets` are the members of complete sets, such as `消费 投资 净出口`, parted by blanks: only of these are
    the contributions known to fill the whole.
    """
    for here in told(reading, subject, (*rate, *pull)):
        rates = _after(here, rate, Dimension.RATIO)
        points = _after(here, pull, Dimension.POINTS)
        growth = _growth(here)
        count = _members(here.text, sets)
        if count and len(rates) == count:
            yield from _filled(rates, _ALL, None)
        if count and len(points) == count and growth is not None:
            yield from _filled(points, growth.interval or _ALL, growth)
        if len(rates) == len(points) == 1 and growth is not None and not _of_a_part(here, pull):
            yield from _quotient(rates[0], points[0], growth)


def _after(here: Told, words: tuple[str, ...], dimension: Dimension) -> list[Figure]:
    """The figures after the word, in its unit: a list may state the unit at its end only."""
    at = min((here.text.find(word) for word in words if word in here.text), default=-1)
    later = [one for one in here.figures if at >= 0 and one.span.start >= here.span.start + at]
    run: list[Figure] = []
    for figure in later:
        joined = not run or here.left(figure).strip("分别各为约的") in ("、", "和", "，", ",")
        if not joined or (figure.unit is not None and figure.unit.dimension is not dimension):
            break
        run.append(figure)
    last = run[-1].unit if run else None
    return run if last is not None and last.dimension is dimension else []


def _growth(here: Told) -> Claim | None:
    """The growth the sentence opens with."""
    found = [
        one for one in here.claims if one.quantity.measure is Measure.GROWTH and one.interval is not None
    ]
    return found[0] if found and found[0] is here.claims[0] else None


def _of_a_part(here: Told, pull: tuple[str, ...]) -> bool:
    """该行业增长10.2%，占规上工业的18.7%，拉动规上工业增长1.8个百分点: the growth is not the whole's."""
    pulls = compiled(f"{either(pull)}([\u4e00-\u9fff]{{2,12}}?)(?:增|上升|上涨)")
    pulled = pulls.search(here.text)
    return pulled is not None and f"占{pulled[1]}" in here.text[: pulled.start()]


def _members(text: str, sets: tuple[str, ...]) -> int:
    """How many members the complete set has that the sentence names; 第一、二、三产业 are three."""
    found = [one.split() for one in sets]
    named = [members for members in found if all(member in text for member in members)]
    return max(
        (1 + "".join(members).count("、") if len(members) == 1 else len(members) for members in named),
        default=0,
    )


def _filled(parts: Sequence[Figure], whole: Interval, said: Claim | None) -> Iterator[Judgement]:
    intervals = [one.interval.scaled(Fraction(1, 100)) for one in parts if one.interval is not None]
    if len(intervals) < len(parts) or whole.middle is None:
        return
    total = reduce(Interval.__add__, intervals)
    spots = [Spot("part", one.span) for one in parts]
    spots += [] if said is None else [Spot("whole", said.span)]
    equation = " + ".join(one.text for one in parts)
    name = "100%" if said is None else said.figures[0].text
    if total.meets(whole):
        yield held(*spots, equation=f"{equation} = {name}")
    elif said is not None or total.meets(_NEAR):
        yield conflict(*spots, equation=f"{equation} ≠ {name}", whole=name)


def _quotient(rate: Figure, pull: Figure, growth: Claim) -> Iterator[Judgement]:
    if rate.interval is None or pull.interval is None or growth.interval is None:
        return
    hundredth = Fraction(1, 100)
    try:
        expected = pull.interval.scaled(hundredth) / growth.interval
    except ZeroDivisionError:  # growth that may be nothing
        return
    spots = Spot("rate", rate.span), Spot("pull", pull.span), Spot("growth", growth.span)
    said = growth.figures[0].text
    if expected.meets(rate.interval.scaled(hundredth)):
        yield held(*spots, equation=f"{rate.text} = {pull.text} ÷ {said}")
    else:
        middle = expected.middle
        wanted = "" if middle is None else f"{rounded(middle * 100, 1)}%"
        yield conflict(*spots, equation=f"{rate.text} ≠ {pull.text} ÷ {said}", expected=wanted, whole=wanted)
