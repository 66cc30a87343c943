"""Figures that make one statement with the figure before them: 由A增至B, 占A的B%."""

from __future__ import annotations

import re

from factcheck.claims import skeleton as mark
from factcheck.claims.context import Context
from factcheck.claims.mentions import Mention, Role
from factcheck.claims.names import EMPTY, Name, name
from factcheck.claims.of_figure import of_figure
from factcheck.claims.patterns import patterns
from factcheck.claims.roles import Answer, Window
from factcheck.claims.whole_named import is_a_time
from factcheck.patterns import compiled

# 占支出491.6亿元的78.6%, 占全市1320家*企业的*35%.
_OF = compiled(
    r"(?:(?P<noun>(?!年前|天前|个?月前|周前|岁|[只仅才不就也便正约]*(?:是|占|过|相当于|等于|完成))[\u4e00-\u9fff]{1,10}?)(?=的))?的?(?:近|约|超|逾|整整|比重|比例|份额|为|达|达到|还)*"
)


def of_the_figure_before(context: Context, window: Window) -> Answer | None:
    """占支出491.6亿元的78.6%, 是去年800台的5倍: the figure before is the whole or the base."""
    other = context.previous
    if other is None or other.where[:3] != window.where or other.role is not Role.LEVEL:
        return None
    of = _OF.fullmatch(window.left) if window.slot.mark in (mark.PERCENT, mark.MULTIPLE) else None
    if of is None:
        return None
    words = other.left + (of["noun"] or "")
    found = of_figure(words) or _of_a_quota(words)
    if found is None:
        return None
    role, np, named = found
    if role is Role.MULTIPLE and is_a_time(other) and not _lasts(context, other):
        return None  # 48.6毫米，是这3小时的一半: of what fell in them
    _call(other, role, named)
    other.topic = None if other.name.indicator else other.prior or other.topic or context.topic
    if context.topic is other:
        context.topic = other.prior
    if role is Role.PROGRESS:
        context.topic = _done(context, other) or context.topic
    if mark.PERIOD in named:
        context.period = context.earlier  # 是2019年1.68万吨的3倍: only the base is of 2019年
    context.before = other
    return Answer(role, np, f"{role.value}-of-figure")


def _lasts(context: Context, other: Mention) -> bool:
    """Whether what was told before another length of time is one too."""
    before = [m for m in context.mentions if m is not other][-1:]
    return bool(before) and is_a_time(before[0])


# 只用掉年度限额25万人次的74.4%: used up of all that may be used.
_QUOTA = compiled(
    "^(?P<np>.*?)(?:只|仅|才|已|已经|共|一共|累计|实际)*"
    "(?:[使动]?用(?:掉|去|了|到|足)?|花(?:掉|去|了)|[消损]?耗(?:掉|去|用|费)?了?|占用了?|达到?了?|够得?上)"
    "(?P<named>[^，]*(?:限额|额度|指标|配额|限量|上限|许可|核定|核准|批准|定额|红线|预算|容量|能力|设计|承载)[^，]*)$",
    re.S,
)


def _of_a_quota(words: str) -> tuple[Role, str, str] | None:
    """The words before a quota that something uses up, as those of a share of it."""
    found = _QUOTA.search(words)
    return (Role.SHARE, found["np"], found["named"]) if found else None


def _call(whole: Mention, role: Role, named: str) -> None:
    """Give the figure that something is a part, a multiple or the completion of the name its words say."""
    if role is Role.PROGRESS:
        whole.name, whole.modality = Name(indicator=f"{name(named).indicator}{whole.nameless}"), "plan"
    elif name(named).indicator:
        whole.name = name(named)
    whole.made_by = "whole-said"


def _done(context: Context, plan: Mention) -> Mention | None:
    """11月销售3万辆；1至11月销售39万辆，完成全年45万辆目标的87%: what was said right before the plan."""
    last = context.mentions[-2] if len(context.mentions) > 1 else None
    if last is None or last.made_by != "level-again" or last.sentence != plan.sentence:
        return None
    return last if last.base_unit == plan.base_unit and not last.last_year else None


def _starts(context: Context, before: Mention, named: Name) -> None:
    """Make the figure before the level that something came from."""
    if not named.indicator and before.topic is None:
        named = before.name if before.name is not EMPTY else context.headline
    topic = before.topic or context.topic
    if named.indicator:
        before.name, before.topic = named, None
    elif topic is not None and topic is not before:
        before.topic = topic
    before.role, before.made_by = Role.LEVEL, "from"


def _of_the_base(before: Mention) -> bool:
    """由2020年的A增至B: the time that was said after 由 is that of the base alone."""
    start = patterns().from_.search(before.left)
    return start is not None and before.period_said and mark.PERIOD in start.group("head")


_FELL = compiled("(?:下[降跌滑]|减少|回落|收缩)$")  # 由上涨0.1%转为下降0.3%
_RANGED = ("不等", "都有", "均有", "之间", "元不等", "各不")
_ARRIVAL = compiled("[到至为成]")  # one of them is in every arrival


def arrives(context: Context, window: Window) -> bool:
    """由A增至B: the figure before is where it came from, this one is where it stands."""
    before = context.previous
    if before is None or before.slot.mark != window.slot.mark or before.where[:2] != window.where[:2]:
        return False
    if window.right.startswith(_RANGED):
        return False  # 从80元到380元不等
    if not _ARRIVAL.search(window.left) or not patterns().between.search(window.left):
        return False
    start = patterns().from_.search(before.left)
    bare = before.slot.unit is None and window.slot.unit is None  # 从8.6万增至11.2万
    unit = window.slot.unit.base if window.slot.unit else ""
    if start is None or not (bare or before.base_unit == unit):
        return False
    _starts(context, before, name(start.group("np") or start.group("head")))
    if not context.say_period(window.periods) and _of_the_base(before):
        context.period = context.earlier
    mention = Mention(
        window.slot,
        Role.LEVEL,
        before.name,
        context.next_place(window.where),
        "to",
        window.left,
        window.right,
        topic=before.topic,
        subject=before.subject,
        period=context.period,
        period_said=bool(window.periods),
        before=before,
        licences=context.licences,
        modality=context.modality,
    )
    if not before.period_said or before.period == mention.period:
        before.period = ("before", before.nameless)
    for turned in (before, mention) if window.slot.mark == mark.PERCENT else ():
        turned.sign = -1 if _FELL.search(turned.left) else turned.sign
    context.topic, context.before = mention, before
    context.keep(mention)
    return True
