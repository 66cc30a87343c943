"""The change of a nation's population against its births and deaths, where nobody moves in or out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.told import Told, told
from factcheck.interval import Interval
from factcheck.model import Claim, Figure, Reading


def check(
    subject: Sequence[Claim],
    reading: Reading,
    *,
    closed: tuple[str, ...] = (),
    births: tuple[str, ...] = (),
    deaths: tuple[str, ...] = (),
    change: tuple[str, ...] = (),
) -> Iterator[Judgement]:
    """Every sentence about a `closed` population with its births, its deaths and its change."""
    for here in told(reading, (), births):
        if any(word in here.text for word in closed):
            found = [_named(here, words) for words in (births, deaths, change)]
            known = [figure for figure in found if figure is not None and figure.interval is not None]
            if len(known) == 3 and len({figure.unit for figure in known}) == 1:
                yield from _judged(*known)


def _named(here: Told, words: tuple[str, ...]) -> Figure | None:
    found = [one for one in here.figures if any(word in here.left(one) for word in words)]
    return found[0] if len(found) == 1 else None


def _judged(births: Figure, deaths: Figure, change: Figure) -> Iterator[Judgement]:
    born, died, moved = (figure.interval or Interval.exactly(0) for figure in (births, deaths, change))
    difference = born - died
    size = -difference if difference.top is not None and difference.top <= 0 else difference
    spots = Spot("change", change.span), Spot("births", births.span), Spot("deaths", deaths.span)
    text = f"{births.text} − {deaths.text}"
    if size.meets(moved):
        yield held(*spots, equation=f"{change.text} = |{text}|")
    else:
        yield conflict(*spots, equation=f"{change.text} ≠ |{text}|")
