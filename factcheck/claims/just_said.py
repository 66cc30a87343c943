"""Rates of a change that was just told as an amount: 比上月降0.9元，降幅19%; 比年初增加42亿元，增长12%."""

from __future__ import annotations

from fractions import Fraction

from factcheck.claims.context import Context
from factcheck.claims.facts import interval_of
from factcheck.claims.mentions import Against, Mention, Role
from factcheck.claims.roles import Answer
from factcheck.model import Dimension
from factcheck.patterns import compiled

_SIZE = compiled(
    "[降跌涨增升]幅(?:为|达到?|约|近|超)*$|[一二三四五六七八九十两0-9](?:年|个月)[间来内]?(?:增长|下降)了?$"
)
_NEAR_RATE = Fraction(1, 4)


def as_just_said(context: Context, mention: Mention, found: Answer) -> Mention | None:
    """比上月降0.9元，降幅19%: the share of a change just told is against what the change is against."""
    last, spanned = told_last(context)
    if last is None or last.role is not Role.DIFFERENCE:
        return None
    yearly = found.base.kind is Against.YEAR and last.before is not None and last.before.last_year
    sized = _SIZE.search(mention.left) is not None or _is_whole(context.before) or _comes_near(last, mention)
    fits = yearly or (sized and last.before is not None and last.before.made_by == "versus")
    if last.base.kind is Against.DEFAULT and last.before in (None, last.topic) and not fits:
        return None  # 比上届的28枚增加8枚，增幅28.6%
    told = found.role is Role.GROWTH and (spanned or yearly or sized)
    close = last.sentence == mention.sentence and last.where[3] + 1 + spanned == mention.where[3]
    same = last.topic is context.topic and last.topic is not None
    same = same and (yearly or found.base.kind is Against.DEFAULT)
    if last.before is not None and (last.topic is None or last.before.base_unit != last.topic.base_unit):
        return None
    return last if told and close and same else None


def told_last(context: Context) -> tuple[Mention | None, bool]:
    """The mention before, a stretch of time left out (增加422家，*三年*增长四成), and whether one was."""
    last = context.previous
    lasting = last is not None and is_stretch(last) and len(context.mentions) > 1
    return (context.mentions[-2], True) if lasting else (last, False)


def is_stretch(mention: Mention) -> bool:
    """Whether a level is a stretch of time: 三个月."""
    unit = mention.slot.unit if mention.role is Role.LEVEL else None
    return unit is not None and unit.dimension is Dimension.DURATION


def pass_a_stretch(context: Context, mention: Mention) -> None:
    """6月末441亿元，9月末428亿元，三个月流失13亿元: what changed is what was told before the stretch."""
    last, spanned = told_last(context)
    if not spanned or last is None or last.role is not Role.LEVEL or last.sentence != mention.sentence:
        return
    if context.topic is context.previous and context.topic is not None and not context.topic.name.indicator:
        context.topic, context.previous = last, last


def _comes_near(change: Mention, growth: Mention) -> bool:
    """比年初增加42亿元，增长12%: whether a growth without a base is about that of the change just told."""
    if change.base.kind in (Against.DEFAULT, Against.YEAR) or change.topic is None:
        return False
    said = [interval_of(m) for m in (change.topic, change, growth)]
    now, by, rate = (None if one is None else one.middle for one in said)
    if not now or not by or not rate or now == by:
        return False
    return abs(by / (now - by) / rate - 1) <= _NEAR_RATE


def _is_whole(before: Mention | None) -> bool:
    return before is not None and before.made_by == "whole-said"  # 完成计划6万的98%，比上年少6人，下降2%
