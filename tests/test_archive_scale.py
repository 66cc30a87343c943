"""The cost of claims that share a key grows with their number, not with their product."""

from __future__ import annotations

from collections.abc import Callable

from growing import ratio

from factcheck.archive.audit import _judged
from factcheck.archive.exact import interval_text, quantity_text, unit_text
from factcheck.archive.remembered import Known
from factcheck.archive.rows import Row
from factcheck.engine import home, load
from factcheck.interval import Interval
from factcheck.model import Anchor, Dimension, Fact, Measure, Quantity, Unit

RULES = [rule for rule in load([home()]) if rule.within != "article"]
PERIOD = (Anchor.ABSOLUTE, (2024, 1, 1), (2024, 12, 31), False)


def row(article: int, value: int) -> Row:
    """A claim that a fact all others speak of too is this much."""
    unit = Unit("件", Dimension.COUNT, 1, "件")
    of = Fact("泽州市", "快递业务量|件", period=PERIOD)
    values = dict.fromkeys(Row._fields, "") | dict.fromkeys(("other", "start", "end"), 0)
    values |= {
        "article": article,
        "series": 1,
        "year": 2024,
        "measure": "level",
        "quantity": quantity_text(Quantity(Measure.LEVEL, of)),
        "modality": "actual",
        "interval": interval_text(Interval.exactly(value)),
        "value": str(value),
        "unit": unit_text(unit),
        "sign": 1,
        "start": 4,
        "end": 4 + len(str(value)),
        "line": 1,
        "column": 5,
        "words": str(value),
    }
    return Row(**values)


def judged(count: int, every: int) -> Callable[[], None]:
    """Judges one fact told by so many articles, one in `every` wrong in its own way."""
    rows = [row(at, 32900 if at % every else 32900 + at) for at in range(count)]
    known = {at: Known(at, f"{at}.md", "", "2025-01-16", "泽州市", "") for at in range(count)}

    def judge() -> None:
        assert len(list(_judged(rows, known, RULES))) >= count // every - 2

    return judge


def test_twice_the_claims_cost_twice_the_time():
    """With room for noise; their product would cost four times."""
    assert ratio(judged(2000, 100), judged(4000, 100), 3) < 3


def test_nor_do_many_different_numbers_cost_their_product():
    """Not even when one in four is another one."""
    assert ratio(judged(1000, 4), judged(2000, 4), 3) < 3
