"""Changes that were planned, and what was done of them: 计划新增6000箱，已增2400箱."""

from __future__ import annotations

from factcheck.claims.context import Context
from factcheck.claims.mentions import Against, Mention, Role
from factcheck.claims.roles import Answer, Window
from factcheck.patterns import compiled

_PLANNED = compiled(
    r"(?:计划|规划|打算|力争|目标是?|任务是?|预计|拟|要)[^增减新压削]{0,8}(?P<named>[新增减压削].*)$"
)
# What a share of a plan may be of: 要加装320部, 定的盘子是24亿元.
_MEANT = compiled(
    "计划|目标|任务|预算|规划|[拟应需](?=[\u4e00-\u9fff])|要(?![求点素闻闭])|承诺|打算|准备|(?<!已)(?<!共)(?<!经)安排|盘子|(?<![工人到标])指标"
    "|[确核敲设锁]?定[的为下在]|下达|给自己定|排定|[领接揽分派摊]到?[下到了](?=$)|领[取受]"
)
# 4.5万亩的造林任务: what stands behind a level calls it one.
_CALLED = compiled("的?[\u4e00-\u9fff]{0,4}?(?:任务|目标|计划|指标)(?![书单组人的])")
_FULFILLED = compiled("完成|实现|超额|兑现|达成|落实|[已了过]")
_DONE = compiled(r"(?:已|业已|实际|累计|共|完成)[^，]{0,4}$")
_OF_THIS_YEAR = compiled("年度|全年|当年|今年|本年|去年")
_YEARS = compiled(
    r"(?<![\d一二三四五六七八九十])[两二三四五六七八九十2-9]年(?:[内间里来]|(?![度级初前底末]))"
)
_MORE, _LESS = frozenset("增新"), frozenset("减压削")


def is_planned(level: Mention) -> bool:
    """Whether a level was planned, by how it is said or by the words before it in its clause."""
    if level.modality == "plan" or _MEANT.search(level.lead) is not None:
        return True
    return _CALLED.match(level.right) is not None and _FULFILLED.search(level.lead) is None


def of_more_years(plan: Mention, told: str) -> bool:
    """计划三年培训1.2万人，今年培训3200人，完成年度任务的80%: of one year of a longer plan."""
    return _OF_THIS_YEAR.search(told) is not None and _YEARS.search(plan.lead) is not None


def as_planned(context: Context, window: Window, found: Answer) -> Answer:
    """The answer, or where a change of just this sort was planned a moment ago the amount done of it."""
    topic = context.topic
    if found.role is not Role.DIFFERENCE or found.base.kind is not Against.DEFAULT or topic is None:
        return found
    unit, planned = window.slot.unit, topic.slot.unit
    if unit is None or planned is None or unit.dimension is not planned.dimension:
        return found
    named = _PLANNED.search(topic.name.indicator) if topic.role is Role.LEVEL else None
    if named is None or topic.modality != "plan" or topic.where[:2] != window.where[:2]:
        return found
    ways = _MORE if named.group("named")[0] in _MORE else _LESS
    said = window.left[: window.left.rfind(found.direction)]
    if not ways & set(found.direction) or _DONE.search(said) is None:
        return found
    return Answer(Role.LEVEL, said + named.group("named"), "level")
