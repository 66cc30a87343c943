"""A price told for one measure and again for another: 每公斤142元，折合每斤71元."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import pairwise

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.amounts import is_price
from factcheck.checks.parts.around import before, either
from factcheck.checks.parts.printing import rounded
from factcheck.model import Figure, Reading
from factcheck.patterns import compiled

_REACH, _PLACES = 8, 2


def check(
    subject: Reading, reading: Reading, *, links: tuple[str, ...] = (), sizes: Mapping[str, int]
) -> Iterator[Judgement]:
    """Compare every two prices that a word of `links` (折合) joins, each told for one of the measures.

    `sizes` tells how large each measure is, in a common unit of its kind.
    """
    text, names = reading.article.text, either(tuple(sizes))
    if not any(link in text for link in links):
        return
    own = compiled(f"(?:每|一)(?P<per>{names})[^，。；、0-9]{{0,3}}$")
    again = compiled(
        f"[，,（(]?(?:也就是|即|约)?{either(links)}(?:下来|成|为|约|到|是)*(?:每|一)(?P<per>{names})(?:约|为|是|只|仅|要)*"
    )
    for one, other in pairwise(reading.figures):
        joined = again.fullmatch(text, one.span.end, other.span.start)
        first = own.search(before(text, one.span.start, _REACH)) if joined is not None else None
        if first is None or joined is None or not (is_price(one) and is_price(other)):
            continue
        yield from _judged(one, other, Fraction(sizes[joined["per"]], sizes[first["per"]]))


def _judged(one: Figure, other: Figure, times: Fraction) -> Iterator[Judgement]:
    """The second price must be so many `times` the first."""
    if one.interval is None or other.interval is None or one.unit is None or other.unit is None:
        return
    wanted = one.interval.scaled(one.unit.scale * times)
    spots = Spot("price", other.span), Spot("other", one.span)
    middle = wanted.middle
    if wanted.meets(other.interval.scaled(other.unit.scale)):
        yield held(*spots, equation=f"{one.text} × {times} = {other.text}")
    elif middle is not None:
        right = rounded(middle / other.unit.scale, _PLACES).removesuffix(".00") + other.unit.name
        yield conflict(*spots, equation=f"{one.text} × {times} ≠ {other.text}", expected=right)
