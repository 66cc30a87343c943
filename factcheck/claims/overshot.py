"""By how much what was done is past its plan, in per cent: 任务12亿元，做到13.5亿元，超额12.5%; 比目标高出8%.

The plan and what was done are the only two numbers of their unit told with it, in this sentence or with
the one before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.claims.bind import Bound
from factcheck.claims.ends import is_level
from factcheck.claims.mentions import Mention, Role
from factcheck.claims.planned import is_planned, of_more_years
from factcheck.claims.skeleton import LEVEL, PERCENT, PERIOD
from factcheck.claims.terms import near
from factcheck.model import Claim, Fact, Measure, Quantity
from factcheck.patterns import compiled

_PLAN = "(?:目标|计划|任务|预算|预期|指标|盘子)[数值额量]?"
_SO_MUCH = "(?:了|约|近|达|整整|足足|为)*$"
_OVER = compiled(
    f"^[，,]?(?:已|并|又|也|还|提前|共|实际|累计|均|都|从而|顺利)*超额(?:完成|实现|达成)?{_SO_MUCH}"
)
_PAST = compiled(
    f"{_PLAN}(?:的|还|又|更|已|要)*(?:高出|高|超出|超过|超|多出|多|(?P<less>低|少|短)){_SO_MUCH}"
)
# 超出全年计划26.5%, 超出24亿元的年度目标10%: the verb stands before the plan.
_ABOVE = compiled(
    f"(?:超出|超过|高出|超|高于|多出|(?P<less>低于|少于))(?:了)?(?:年度|全年|年初|既定|预定|原定|今年|原|的|{PERIOD})*{_PLAN}(?:的|约|近|达)*$"
)
_BEHIND = compiled(f"^的?(?:年度|全年|年初|既定|预定|原定|今年|的)*{_PLAN}(?:约|近)?$")
_BEYOND = compiled("(?:超出|超过|高出|高于|多出|(?P<less>低于|少于|不及))(?:了)?$")
_IS_PLAN = compiled(f"^的(?:年度|全年|年初|既定|预定|原定|今年|的)*{_PLAN}")
_ROLES = (Role.LEVEL, Role.GROWTH)
_FEW = 2


def overshot(mentions: Sequence[Mention], bound: Bound) -> Iterator[Claim]:
    """The percentages by which something is past its plan, as growths from the plan to what was done."""
    for at, rate in enumerate(mentions):
        if rate.slot.mark != PERCENT or rate.slot.figure is None or rate.role not in _ROLES:
            continue
        if (sign := _sign(rate, mentions[at - 1] if at else None)) and not rate.aside:
            ends = _ends(rate, near(mentions, at, 0))
            if ends is not None:
                yield from _tied(rate, sign, ends, bound)


def _sign(rate: Mention, last: Mention | None) -> int:
    """Whether it is so much above (1) or below (-1) a plan; 0 when it is no such percentage."""
    if _OVER.search(rate.left):
        return 1
    if (found := _PAST.search(rate.left) or _ABOVE.search(rate.left)) is not None:
        return -1 if found["less"] else 1
    beyond = _BEYOND.search(last.left) if last is not None and _BEHIND.match(rate.left) else None
    return (-1 if beyond["less"] else 1) if beyond is not None else 0


def _ends(rate: Mention, around: Sequence[Mention]) -> tuple[Mention, Mention] | None:
    """The plan and what was done; `None` when other numbers of the unit are told there."""
    close = [m for m in around if m.sentence[1] >= rate.sentence[1] - 1 and m.where < rate.where]
    close = [m for m in close if m.slot.mark == LEVEL and not m.aside]
    plans = [m for m in close if is_planned(m) or _IS_PLAN.match(m.right)]
    if len(plans) != 1 or of_more_years(plans[0], rate.left):
        return None
    like = [m for m in close if m.base_unit == plans[0].base_unit]
    done = next((m for m in like if m is not plans[0]), None)
    if (
        len(like) != _FEW
        or done is None
        or not is_level(done)
        or rate.sentence not in {m.sentence for m in like}
    ):
        return None
    return plans[0], done


def _tied(rate: Mention, sign: int, ends: tuple[Mention, Mention], bound: Bound) -> Iterator[Claim]:
    plan, done = (bound.levels.get(id(m)) for m in ends)
    claims = bound.of.get(id(rate)) or bound.levels.get(id(rate))
    if plan is None or done is None or not claims or rate.slot.figure is None:
        return
    told = claims if isinstance(claims, Claim) else claims[0]
    if told.interval is None or not isinstance(plan.quantity.of, Fact):
        return
    set_before = replace(plan.quantity.of, indicator=f"计划{plan.quantity.of.indicator}")
    yield replace(plan, quantity=replace(plan.quantity, of=set_before), modality=done.modality)
    quantity = Quantity(Measure.GROWTH, done.quantity.of, set_before)
    interval = told.interval if sign > 0 else -told.interval
    yield replace(
        told, quantity=quantity, interval=interval, made_by="overshot", alternative=0, modality=done.modality
    )
