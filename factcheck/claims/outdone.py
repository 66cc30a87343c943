"""How far two levels just said are apart: 甲320吨，乙280吨，甲比乙多40吨; 去年280人，今年320人，多了40人.

前者 and 后者 are the two levels of their sentence; a name, or the beginning of one, is the level it
names. Who names neither speaks of the only two levels that can be meant, if they are of one kind.
"""

from __future__ import annotations

import re

from factcheck.claims import skeleton as mark
from factcheck.claims.context import Context, is_last_year, is_later
from factcheck.claims.facts import interval_of, middle_of, root
from factcheck.claims.just_said import is_stretch, told_last
from factcheck.claims.mentions import Against, Mention, Role
from factcheck.claims.names import EMPTY
from factcheck.claims.patterns import DEALINGS
from factcheck.claims.roles import Window
from factcheck.model import Dimension
from factcheck.patterns import compiled

_PAIR = 2
_FORMER, _LATTER = "前者", "后者"
_MANNER = (
    "(?:整整|足足|还要?|又|就|要|也|则|直接|一下子|硬是|生生|每[斤张件单趟次吨个人台辆户瓶盒箱]|能|可以?|刚好|正好"
    "|只|仅|已|大约|差不多|几乎|大致|平均|相当于|等于|反而|竟|却|都)*"
)
_VERB = f"[{DEALINGS}等付掏打得拿]?"
_MORE = compiled(
    r"^(?:(?:也就是说|这样算来|算下来|一来一去|这么一来)[，,]?)?(?P<who>[^，,；;]*?)"
    rf"(?:(?:比|(?<!比)较)(?P<than>[^，,；;]+?))?{_MANNER}"
    rf"(?P<how>[多少]{_VERB}|高|低|快|慢|贵|便宜|长|短|宽|窄|重|轻|早|晚|节?省|节约|超支)"
    r"(?:了|出|出了|下|下了|去|去了|出来)?$"
)
_OVER = compiled(
    rf"^(?P<who>[^，,；;]*?){_MANNER}(?P<how>超出|超过|反超|多出|跑赢|跑输|领先|落后|优于|高于|高出|多于|大于|快于|低于|少于|小于|慢于|短于)了?"
    r"(?P<than>[^，,；;]+?)(?:整整|足足)?$"
)
_TIMES = compiled(
    rf"^(?P<who>[^，,；;]+?){_MANNER}(?:是|为|相当于|达到?)(?P<than>[^，,；;]+?)的?(?:近|约|整整)?$"
)
_PART = compiled(
    rf"^(?P<who>[^，,；;]*?){_MANNER}(?:只有|仅有|仅为|只是|[是为]|相当于|等于|不到)(?P<than>[^，,；;]+?)的(?:约|近|整整)?$"
)
_PATTERNS = {
    mark.PERCENT: (_PART,),
    mark.LEVEL: (_MORE, _OVER),
    mark.POINTS: (_MORE, _OVER),
    mark.MULTIPLE: (_TIMES,),
}
_MUCH = compiled("[多少高低快慢贵便长短宽窄重轻早晚省节超跑领落于]")
# Without these none of the patterns for a mark finds anything.
_HINTS = {
    mark.PERCENT: compiled("的(?:约|近|整整)?$"),
    mark.LEVEL: _MUCH,
    mark.POINTS: _MUCH,
    mark.MULTIPLE: compiled("[是为于达]"),
}
_RATES = (Role.LEVEL, Role.GROWTH, Role.SHARE)
_LESS = ("跑输", "落后", "少", "低", "慢", "便宜", "短", "窄", "轻", "早", "节", "省", "小")
# What a thing may measure by itself; only so much 了 or 出 is by how much more.
_SIZES, _BY = frozenset(["重", "长", "宽", "高"]), ("了", "出", "下", "去", "来")
_SAVED = ("节", "省")
# Nobody in particular, for whom it is more or less.
_ANYBODY = compiled(
    "(?:为|让|使|给|替)?(?:企业|群众|居民|乘客|旅客|游客|患者|学生|用户|消费者|市民|大家|买家|农户|村民"
    "|一[台次趟张件单斤吨亩]|单[日天周月季年场次程趟]|路上|途中|一路|光?这一项|仅此一项|前后|总体|整体|全程|同比|环比|一年[间里来]?|[总数]量|总数|总体上|[较比](?:上年|去年|上届|同期))*"
)
_PLANS = ("预算", "概算", "计划", "目标", "预期", "拦标价", "控制价", "最高限价")
_ONCE = compiled("原[来先本]|以[前往]|过去|此前|从前|改造前|早先")
_MOVED = compiled("[压降减缩升增涨提扩]短?[至到]$")
_NOW = compiled("现在|如今|目前|改造后|眼下|现")
# Who came in first and second: 冠军48秒，亚军55秒，慢了7秒.
_PLACED = compiled("[冠亚季殿]军|第[一二三四五]名?|[头次]名|[首末]位")
_FAR = 8
_OTHERS = compiled("[，,]?(?:其余|其他|剩下|余下|剩余|另外)")


def outdoes(context: Context, window: Window) -> bool:
    """Read a figure that says how far, or how many times, two levels of its sentence are apart."""
    hint = _HINTS.get(window.slot.mark)
    if hint is None or hint.search(window.left) is None:
        return False
    pair = _pair(context, window)
    said = _said(window) if pair else None
    if said is None:
        return False
    found = said.groupdict("")
    if found.get("how") in _SIZES and not found["than"] and not window.left.endswith(_BY):
        return False  # 最重的是一口铁钟，重186公斤
    less = _is_less(found.get("how", ""), window)
    saved = found.get("how", "").startswith(_SAVED)
    told = _then(pair, window) if found["who"] == mark.PERIOD and not found["than"] else None
    told = told or _sides(pair, found["who"], found["than"], less=less, saved=saved)
    if not found["than"] and _goes_on(context, pair):
        return False
    if told is None:
        return False
    _keep(context, window, told, -1 if less else 1)
    return True


def _goes_on(context: Context, pair: list[Mention]) -> bool:
    """玉米每斤1.09元，比去年同期高3分钱；稻谷每斤1.31元，低2分钱: each against what the first one was."""
    one, two = pair
    between = (m for m in context.mentions if one.where < m.where < two.where)
    return any(m.role is Role.DIFFERENCE and m.base.kind is not Against.DEFAULT for m in between)


def _is_less(how: str, window: Window) -> bool:
    """Whether the words say less; what is quicker takes less time."""
    lasting = _is_time(window)
    return how.startswith("快") if lasting and how[:1] in ("快", "慢") else how.startswith(_LESS)


def _is_time(window: Window) -> bool:
    unit = window.slot.unit
    return unit is not None and unit.dimension is Dimension.DURATION


def _said(window: Window) -> re.Match[str] | None:
    """The words that tell how two things compare, up to the figure."""
    tried = (pattern.match(window.left) for pattern in _PATTERNS.get(window.slot.mark, ()))
    return next((found for found in tried if found is not None), None)


def _pair(context: Context, window: Window) -> list[Mention]:
    """The only two levels of the sentence before the clause that are in the unit of the figure."""
    named = context.previous is not None and bool(context.previous.name.indicator)  # 周末一天能多卖260个
    last = context.previous if _is_time(window) or named else told_last(context)[0]
    if last is None or last.where[:3] == window.where:
        return []
    sentence = window.where[:2]
    if window.left.lstrip("，").startswith((_FORMER, _LATTER)) and any(
        map(_OTHERS.match, context.listed[-_PAIR:])
    ):
        return []  # 女生90名，其余都是男生，前者是后者的3倍
    if window.left.startswith((_FORMER, _LATTER)) and context.mentions[-1].sentence != sentence:
        sentence = context.mentions[-1].sentence  # 物理类438分，历史类463分。前者比后者低25分
    if len(context.mentions) < _PAIR or context.mentions[-_PAIR].sentence != sentence:
        return []
    here = [m for m in context.mentions[-_FAR:] if m.sentence == sentence and not m.aside]
    here = here[:-1] if here and here[-1] is not last and is_stretch(here[-1]) else here
    if len(here) < _PAIR:
        return []
    if window.slot.mark == mark.POINTS:
        here = [m for m in here if m.slot.mark == mark.PERCENT]
        return here if len(here) == _PAIR and all(m.role in _RATES for m in here) else []
    here = [m for m in here if m.role is Role.LEVEL and interval_of(m) is not None]
    own = window.slot.unit.base if window.slot.unit is not None else ""
    unit = own if window.slot.mark == mark.LEVEL or not here else here[-1].base_unit
    like = [m for m in here if m.base_unit == unit]
    beside = [m for m in like if m.segment == context.segment]
    like = beside if len(beside) == _PAIR else like  # 甲比乙高50分；丙572分，丁546分，高出26分
    return like if len(like) == _PAIR and like[-1] is here[-1] and unit else []


def _sides(
    pair: list[Mention], who: str, than: str, *, less: bool, saved: bool
) -> tuple[Mention, Mention] | None:
    """Which of the two is so much more or less than which; `None` when the words do not tell."""
    one, two = pair
    of, against = _side(pair, who), _side(pair, than)
    if (who and than) or (than and against is None):
        return (of, against) if of and against and of is not against else None
    if against is not None:
        return (two if against is one else one), against
    if of is not None:
        return of, (two if of is one else one)
    return _later(one, two, less=less) if _ANYBODY.fullmatch(who) and _alike(one, two, saved=saved) else None


def _then(pair: list[Mention], window: Window) -> tuple[Mention, Mention] | None:
    """去年386万斤，今年多收36万斤: the one of the two levels that is of the time said, and the other."""
    at = [m for m in pair if m.last_year is is_last_year(window.periods)]
    return (at[0], next(m for m in pair if m is not at[0])) if len(at) == 1 else None


def _side(pair: list[Mention], said: str) -> Mention | None:
    """The level that words stand for."""
    if said in (_FORMER, _LATTER):
        return pair[0] if said == _FORMER else pair[1]
    called = [m for m in pair if said and _is_called(m, said)]
    return called[0] if len(called) == 1 else None


def _is_called(mention: Mention, said: str) -> bool:
    """甲厂 for 甲厂产量; 专家号 for 专家门诊号."""
    name = mention.name
    if said == name.subject or len(said) < _PAIR:
        return bool(said) and said in (name.subject, name.indicator)
    rest = iter(name.indicator)
    return said in name.indicator or (name.indicator[:1] == said[0] and all(char in rest for char in said))


def _alike(one: Mention, two: Mention, *, saved: bool) -> bool:
    """Whether two levels are of one thing, or of things of one kind (原价, 现价; 预算, 支出).

    What was saved may be anything but between a plan, or what was, and what came of it.
    """
    names = root(one).name.indicator, root(two).name.indicator
    if one.made_by == "from" or any(name.endswith(_PLANS) for name in names):
        return True
    if (_ONCE.search(one.lead) and _NOW.search(two.lead)) or _at_two_times(one, two):
        return True
    if all(_PLACED.search(m.lead) for m in (one, two)):
        return True
    return not saved and bool(names[0] and names[1]) and names[0][-1] == names[1][-1]


def _at_two_times(one: Mention, two: Mention) -> bool:
    """2024年平均要38.6小时，去年压到31.2小时: each says when, and the second only how it changed."""
    return one.period_said and two.period_said and one.period != two.period and bool(_MOVED.search(two.left))


def _later(one: Mention, two: Mention, *, less: bool) -> tuple[Mention, Mention]:
    """The level that became more or less, and what it was before."""
    if two.made_by == "to" or is_later(two.period, one.period):
        return two, one
    if is_later(one.period, two.period) or (two.last_year and one.period is None):
        return one, two
    low, high = sorted((one, two), key=middle_of)
    return (low, high) if less else (high, low)


def _keep(context: Context, window: Window, sides: tuple[Mention, Mention], sign: int) -> None:
    of, against = sides
    mention = Mention(
        window.slot,
        Role.DIFFERENCE if window.slot.mark in (mark.LEVEL, mark.POINTS) else Role.MULTIPLE,
        EMPTY,
        context.next_place(window.where),
        "outdone",
        window.left,
        window.right,
        topic=of,
        subject=of.subject,
        period=of.period,
        before=against,
        sign=sign,
        licences=context.licences,
        modality=context.modality,
    )
    context.keep(mention)
