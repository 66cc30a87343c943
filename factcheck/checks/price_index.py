"""An index to base 100 against the change it stands for: 100.4（上年同月=100）is +0.4%."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.printing import rounded
from factcheck.checks.parts.told import told
from factcheck.interval import Interval
from factcheck.model import Claim, Figure, Measure, Reading
from factcheck.patterns import compiled

_BASE = compiled(r"[（(](?:以)?(?:上年|上月|去年|上年同月|上年同期|去年同期|上季度|上年同季)(?:为|[=＝])$")
_SAID = compiled(
    r"[)）][，,]?(?:同比|比上年|较上年|比去年|环比|比上月)?(?:上涨|下降|上升|下跌|增长|回落)(?:了)?"
)
_HUNDRED = Interval.exactly(100)


def check(subject: Sequence[Claim], reading: Reading) -> Iterator[Judgement]:
    """Every index that states its base, followed by the change it stands for."""
    for here in told(reading, subject, ("=100", "＝100", "为100")):
        growths = {one.span.start: one for one in here.claims if one.quantity.measure is Measure.GROWTH}
        for at in range(len(here.figures) - 2):
            index, base, change = here.figures[at : at + 3]
            if _BASE.search(here.left(base)) and _SAID.fullmatch(here.left(change)):
                claim = growths.get(change.span.start)
                if claim is not None:
                    yield from _judged(index, claim)


def _judged(index: Figure, change: Claim) -> Iterator[Judgement]:
    if index.interval is None or change.interval is None:
        return
    expected = index.interval - _HUNDRED
    stated = change.interval.scaled(100)
    spots = Spot("change", change.span), Spot("index", index.span)
    said = change.figures[0].text
    sign = "−" if change.sign < 0 else ""
    equation = f"{sign}{said} {'=' if expected.meets(stated) else '≠'} {index.text} − 100"
    if expected.meets(stated):
        yield held(*spots, equation=equation)
        return
    middle = expected.middle
    places = len(index.text.partition(".")[2])
    wanted = "" if middle is None else f"{rounded(abs(middle), places)}%"
    yield conflict(*spots, equation=equation, expected=wanted)
