"""What the judgements across articles share: claims by what they claim, order in time, citations."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from fractions import Fraction

from factcheck.checks import Judgement, Spot, conflict
from factcheck.checks._misprint import misprinted
from factcheck.interval import Interval
from factcheck.model import (
    Anchor,
    Article,
    Claim,
    Dimension,
    Fact,
    Measure,
    Modality,
    Quantity,
    Standing,
)
from factcheck.records import dataclass

REVISED, PRELIMINARY, QUOTED, ROUTINE = "修订数", "初步数", "原文如此", "例行修订"
LIFE, STANDING, TARIFF = "life", "standing", "tariff"
"""Sorts of ranks: what happens once in a life, the place of a team at the end of a league, a set price."""
BORN, BEGUN, AIM, FIRST_AIM = "出生年", "创办年", "计划", "最初计划"
"""What a claim of the sort `life` tells; the last is the licence of a plan that is told afterwards."""
SEEN = "seen"
"""The sort of a rank that only keeps what a number's own words say of it."""
TOPIC, AREA, HOME = "题:", "地:", "家:"
"""How licences begin that name what an article is of (a house, a work, an event; a place), and its home."""
COUNTED = "数:"
"""How a licence begins that tells of how many parts the sentence of a number speaks."""
NOUN, TOGETHER = "名:", "伴:"
"""How licences begin that name the noun behind a number, and another number told with it."""
DAY = "日:"
"""How a licence begins that names the one day a number is told of, which is also when it was reported."""
RANKED = "ranked"
"""The sort of a rank that is a place told in words."""
MEASURED = "量:"
"""How a licence begins that names what a place told in words is by, or the league of a team."""
NEAR, PLACED, POINTS = "旁:", "排:", "分:"
"""How licences begin: what stands beside a person's name, a place in a ranking, the points of a team."""
_CURRENCIES = frozenset({"美元", "欧元", "日元", "英镑", "港元"})
NOTICE = "本次"
"""In the scope of what one event or notice fixes: it is the same in the articles of its few weeks."""
LIMITS = frozenset({"不超过", "不高于", "不低于", "不少于", "不多于", "上限", "下限", "不得超过", "不得低于"})
"""Bounds that are set, not estimated: two articles write the same one with the same number."""
_NO_FLOWS = frozenset(
    {
        Dimension.NONE,
        Dimension.RATIO,
        Dimension.POINTS,
        Dimension.MULTIPLE,
        Dimension.DOUBLING,
        Dimension.DURATION,
        Dimension.SPEED,
        Dimension.POWER,
        Dimension.TEMPERATURE,
        Dimension.VOLTAGE,
    }
)
_POINTS, _FACTOR = Fraction(1, 10), Fraction(3, 2)
Day = tuple[int, int, int]
Key = tuple[Measure, Hashable, Hashable, str, Modality]
"""What is claimed: how it is formed, of what, against what, in which unit, as fact or plan."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """The period of a joined claim: two days, and whether it is a balance day."""

    first: Day
    last: Day
    instant: bool


def key(claim: Claim) -> Key:
    """What two claims of one quantity share in whatever article they stand."""
    quantity = claim.quantity
    unit = (
        "" if quantity.measure in (Measure.LEVEL, Measure.GROWTH) or claim.unit is None else claim.unit.base
    )
    return (
        quantity.measure,
        _side(quantity.of, quantity),
        _side(quantity.against, quantity),
        unit,
        claim.modality,
    )


def growth_key(quantity: Quantity) -> Hashable:
    """What all claims of one growth share."""
    return _side(quantity.of, quantity), _side(quantity.against, quantity)


def series(fact: Fact) -> str:
    """The name a growth goes by: without its unit, unless that is a foreign currency."""
    words, _, unit = fact.indicator.partition("|")
    return f"{words}|{unit}" if unit in _CURRENCIES else words


def level_of(claim: Claim) -> Fact | None:
    """The fact a level is a level of; `None` for changes and shares."""
    quantity = claim.quantity
    if quantity.measure is not Measure.LEVEL or not isinstance(quantity.of, Fact):
        return None
    return quantity.of


def stretch(fact: Fact) -> Stretch | None:
    """The days of a joined fact; `None` for what holds always."""
    period = fact.period
    if not isinstance(period, tuple) or len(period) != 4 or period[1] is None or period[2] is None:
        return None
    return Stretch(period[1], period[2], period[3])


def flows(claim: Claim) -> bool:
    """It is measured in something that adds up over time."""
    unit = claim.unit
    return unit is not None and unit.dimension not in _NO_FLOWS and "/" not in unit.base


def dated(quantity: Quantity) -> bool:
    """It speaks of a time, or of what holds always."""
    period = quantity.root.period
    return isinstance(period, tuple) and Anchor.ABSOLUTE in period


def interval(claim: Claim) -> Interval:
    """The values a claim can mean."""
    return claim.interval or Interval(None, None)


def when(article: Article) -> Day | None:
    """The day an article speaks from, its unknown parts taken late; `None` when unknown."""
    date = article.published
    return None if date is None else (date.year, date.month or 12, date.day or 31)


def days_apart(one: Day, two: Day) -> int:
    """Roughly how many days lie between two dates."""
    return abs((one[0] - two[0]) * 365 + (one[1] - two[1]) * 30 + one[2] - two[2])


def believable(one: Claim, two: Claim) -> bool:
    """Two numbers that cannot both be right may be one number: near each other, or one slip apart."""
    return misprinted(one, two) or near(one, two)


def near(one: Claim, two: Claim) -> bool:
    """Two numbers are no farther from each other than one that is revised lies from what it was."""
    first, second = interval(one).middle, interval(two).middle
    if first is None or second is None:
        return True
    if one.quantity.measure is Measure.GROWTH:
        return abs(first - second) <= _POINTS
    return first * second > 0 and max(abs(first), abs(second)) <= _FACTOR * min(abs(first), abs(second))


def accusable(claim: Claim) -> bool:
    """Its article is being checked."""
    return claim.article.standing is Standing.CHECKED


def accused(one: Claim, two: Claim) -> tuple[Claim, Claim]:
    """The suspect and the witness of two that differ: the later one is the suspect, when it is checked."""
    early, late = sorted((one, two), key=lambda claim: when(claim.article) or (0, 0, 0))
    return (late, early) if accusable(late) else (early, late)


def added(claims: Iterable[Claim]) -> Interval:
    """What claims come to together."""
    return sum((interval(claim) for claim in claims), Interval.exactly(0))


def looseness(claim: Claim) -> tuple[bool, Fraction]:
    """How much a claim leaves open: 站上365亿元 more than 365.2亿元."""
    width = interval(claim).width
    return width is None, width or Fraction(0)


def spot(role: str, claim: Claim) -> Spot:
    """The figure of a claim, in its own article."""
    return Spot(role, claim.span, claim.article)


def words(claim: Claim) -> str:
    """The figure as printed."""
    return claim.span.of(claim.article.text)


def cited(claim: Claim) -> str:
    """Where a claim stands, for people: date, title, file and line."""
    article = claim.article
    place = article.place(claim.span)
    title = f"《{article.title}》" if article.title else ""
    date = str(article.published) if article.published is not None else ""
    return f"{date}{title}（{place.path} 第{place.line}行）"


def differing(suspect: Claim, witness: Claim) -> Judgement:
    """The conflict of two claims that give one number differently."""
    return conflict(
        spot("this", suspect),
        spot("other", witness),
        equation=f"{words(suspect)} ≠ {words(witness)}",
        expected=words(witness),
        where=cited(witness),
    )


def row_text(row: Claim) -> str:
    """The value of a row of a table with its unit, which may stand in a cell of its own."""
    unit = next((span.of(row.article.text) for role, span in row.words if role == "unit"), "")
    return words(row) + unit


def _side(side: Fact | Quantity | None, quantity: Quantity) -> Hashable:
    if isinstance(side, Quantity):
        return side.measure, _side(side.of, side), _side(side.against, side)
    if side is None or quantity.measure is Measure.LEVEL:
        return side
    return side.subject, series(side), side.scope, side.period
