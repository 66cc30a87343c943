"""Whether a figure is told as a total, by the words before it or by a clause of their own."""

from __future__ import annotations

from dataclasses import replace

from factcheck.claims.context import Context
from factcheck.claims.intentions import intended
from factcheck.claims.lexicons import words
from factcheck.claims.mentions import Mention
from factcheck.claims.names import is_total
from factcheck.patterns import compiled

_BESIDES = compiled("[，,]?(?:再|另)?(?:加上|加之|连同|算上)")
_DONE = compiled("已|截[至止]|目前|实际|迄今")  # 按照计划，全年修路420公里，截至10月底已完成357公里
_HEAD = 6  # 其余五类合计7228元
_OF_A_PLAN = ("multiple-of-figure", "progress-of-figure")


def say_total(context: Context, mention: Mention, lead: str) -> None:
    """Whether the words before it in its clause, or a clause of their own, say that it is a total."""
    mention.lead = lead
    if _DONE.search(lead):
        context.modality = ""
    mention.modality = "" if mention.last_year else intended(lead) or context.modality
    if mention.made_by in _OF_A_PLAN and context.topic is not None:
        mention.modality = context.topic.modality  # 是预测值14万的1.5倍 is no forecast itself
    total = mention.name.total or is_total(lead)
    if total and any(word in context.totalled or word in lead[:_HEAD] for word in words().rest):
        mention.name = replace(mention.name, total=False, rest=True)  # 其余为甲、乙等，共占14%
    elif total or (context.totalled and is_total(context.totalled)):
        mention.name = replace(mention.name, total=True)
        if not total or _BESIDES.match(context.totalled):
            mention.lead = context.totalled + lead  # 三类加起来，91件展品; 加上城北，合计99人
    context.totalled = ""
