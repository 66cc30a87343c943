"""Said to be level, and then a change or two numbers that are not: 与上年持平，增长6.3%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from factcheck.checks import Judgement, Spot, conflict
from factcheck.checks.parts.told import Told, alike, near, told
from factcheck.interval import Interval
from factcheck.model import Claim, Dimension, Measure, Reading, Span
from factcheck.patterns import compiled

_CHANGE = compiled(r"[，,]?(?:同比|环比|比上年|较上年)?(?:增长|下降|上升|上涨|增加|减少|提高|回落|下跌)")
_AGAINST = compiled(r"[与同和较比跟]|环比")
_SORTED = compiled(r"的?(?:则|也|仅|只|共|各)?(?:有|为)?(?:约)?[0-9０-９一二三四五六七八九十]|的$|者")
_BASE = compiled("同比|环比")
_NEAR = 8
_SAME = Fraction(102, 100)


def check(
    subject: Sequence[Claim], reading: Reading, *, flat: tuple[str, ...] = (), nearly: tuple[str, ...] = ()
) -> Iterator[Judgement]:
    """Every sentence that says `flat`, unless it says so with a word such as `nearly` before it."""
    for here in told(reading, subject, flat):
        for word in flat:
            at = here.text.find(word)
            if at >= 0 and not here.text[:at].endswith(nearly):
                span = Span(here.span.start + at, here.span.start + at + len(word))
                yield from _change(here, span)
                yield from _levels(here, span)


def _change(here: Told, flat: Span) -> Iterator[Judgement]:
    """A change of more than two in a hundred right after the word."""
    for claim in here.claims:
        percent = claim.unit is not None and claim.unit.dimension is Dimension.RATIO
        between = here.text[flat.end - here.span.start : max(0, claim.span.start - here.span.start)]
        if _of_another_base(here.text[: flat.start - here.span.start], between):
            continue
        if claim.quantity.measure is Measure.GROWTH and percent and _CHANGE.fullmatch(between):
            small = Interval.between(1 - _SAME, _SAME - 1)
            if claim.interval is not None and not claim.interval.meets(small):
                yield conflict(
                    Spot("flat", flat),
                    Spot("change", claim.span),
                    told=f"却又增减{claim.span.of(claim.article.text)}",
                )


def _of_another_base(before: str, between: str) -> bool:
    """环比持平，同比下降14.8%: level against the month before, and down against the year before."""
    said = _BASE.findall(before[-_NEAR:])
    other = _BASE.search(between)
    return bool(said) and other is not None and said[-1] != other.group()


def _levels(here: Told, flat: Span) -> Iterator[Judgement]:
    """Two like levels, one before the word and one right before or after it, further apart than that."""
    levels = here.levels()
    if not _compares(here, flat):
        return
    for one, two in pairwise(levels):
        if one.span.start > flat.start or not alike(one, two) or one.interval is None or two.interval is None:
            continue
        if "；" in here.text[one.span.end - here.span.start : two.span.start - here.span.start]:
            continue  # of two things
        beside = abs(two.span.end - flat.start) <= 1 or 0 < two.span.start - flat.end <= 6
        apart = not one.interval.meets(two.interval) and not near(one.interval, two.interval, _SAME)
        if beside and apart and near(one.interval, two.interval):
            yield conflict(
                Spot("flat", flat),
                Spot("one", one.span),
                Spot("two", two.span),
                told=f"{one.span.of(one.article.text)}与{two.span.of(two.article.text)}却不同",
            )


def _compares(here: Told, flat: Span) -> bool:
    """Whether the word compares two figures; 涨价64家，持平144家 counts those that are level."""
    at, end = flat.start - here.span.start, flat.end - here.span.start
    ahead = re.split("[，,；;：:、]", here.text[:at])[-1]
    return _AGAINST.search(ahead) is not None and _SORTED.match(here.text, end) is None
