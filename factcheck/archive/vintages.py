"""How final a figure is said to be, and whether it sums up: what its sentence and its name tell."""

from __future__ import annotations

import re

from factcheck.archive.lexicon import joining
from factcheck.archive.setting import Setting
from factcheck.archive.spelling import PLANNED
from factcheck.model import Claim, Fact, Modality, PartialDate, Quantity

PRELIMINARY = "初步数"
REVISED = "修订数"
QUOTED = "原文如此"
ROUTINE = "例行修订"
STOCK = "时点数"
SUMMED = "累计数"
_OF_WHICH = ("其中", "其余", "包括")
_TITLE = re.compile(r"更正|勘误|修订|最终核实")
_ANNOUNCED = re.compile("(?:公布|发布|披露|宣布|介绍|制定|出台)[^，。；]{0,6}(?:年度)?计划[：，]")
_TO_COME = re.compile(
    r"(?:今年|年内|全年|明年)[^，。：！？ \n]{0,6}?(?:再|将|要|拟|欲|预|力争|计划|目标)"
    r"|(?:将|拟|欲|计划|力争)[^，。：！？ \n]{0,8}$"
)


def licences(claim: Claim, setting: Setting) -> frozenset[str]:
    """The licences of `claim` and how final its sentence says it is."""
    start, words, table = setting.sentence(claim).start, setting.words(claim), joining()
    if words.lstrip("，, 　").startswith(_OF_WHICH):  # is as final as what it is part of
        start = setting.begin(max(start - 2, 0))
        words = setting.article.text[start : setting.sentence(claim).end]
    found = set(claim.licences)
    if table.preliminary.search(words[: claim.span.start - start]):
        found.add(PRELIMINARY)
    if table.revised.search(words) or _TITLE.search(setting.article.title):
        found.add(REVISED)
    if table.quoted.search(words):
        found.add(QUOTED)
    return frozenset(found)


def nature(name: str, claim: Claim, setting: Setting) -> frozenset[str]:
    """What the name of an indicator and the words before its figure tell: stock or sum, revised by habit."""
    table, found = joining(), set()
    if table.revisable.search(name):
        found.add(ROUTINE)
    if table.stock.search(name):
        found.add(STOCK)
    start = setting.sentence(claim).start
    if table.cumulative.search(setting.article.text[start : claim.span.start]):
        found.add(SUMMED)
    return frozenset(found)


def modality(claim: Claim, setting: Setting) -> Modality | None:
    """Plan or fact, from the verb that governs the figure; `None` when that cannot be told.

    What a report 提出 for a year that is not over is a plan; 目标 and 预算 alone make none of what is past.
    """
    if claim.made_by == PLANNED:
        return claim.modality
    if _announced(claim, setting):
        return None
    sentence = setting.sentence(claim)
    before = setting.article.text[sentence.start : claim.span.start].rpartition("；")[2]
    planned = joining().plan.search(before) is not None
    last, today = _last(claim.quantity), setting.published
    ahead = last is not None and today is not None and last > _day(today)
    if claim.modality is not Modality.ACTUAL:
        planned = planned or (ahead and _ANNOUNCED.search(before) is not None)
        past = last is not None and today is not None and last <= _day(today)
        return claim.modality if planned else (Modality.ACTUAL if past else None)
    to_come = ahead and last is not None and last[1:] == (12, 31)
    return Modality.PLAN if planned and to_come else claim.modality


def _announced(claim: Claim, setting: Setting) -> bool:
    """A headline that tells what the text plans: 今年再开60家店."""
    title = next((one for one in setting.titles if one.overlaps(claim.span)), None)
    if title is None:
        return False
    if _TO_COME.search(setting.article.text[title.start : claim.span.start]):
        return True
    told = [
        one.modality
        for one in setting.reading.claims
        if not title.overlaps(one.span) and one.interval == claim.interval and _unit(one) == _unit(claim)
    ]
    return bool(told) and all(one is not Modality.ACTUAL for one in told)


def _unit(claim: Claim) -> str:
    return claim.unit.base if claim.unit is not None else ""


def _day(date: PartialDate) -> tuple[int, int, int]:
    return date.year, date.month or 1, date.day or 1


def _last(quantity: Quantity) -> tuple[int, int, int] | None:
    of: Fact | Quantity | None = quantity
    while isinstance(of, Quantity):
        of = of.of
    period = of.period if of is not None else None
    if isinstance(period, tuple) and len(period) == 4 and isinstance(period[2], tuple):
        return period[2]
    return None
