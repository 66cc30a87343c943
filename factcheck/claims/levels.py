"""What a figure's role makes of the context: levels set the topic, changes speak of it."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from factcheck.claims import skeleton as mark
from factcheck.claims.again import (
    AMOUNTS,
    is_bare,
    lend_unit,
    of_each,
    of_one_unit,
    pointed,
    restate,
    said_again,
    stands_against,
)
from factcheck.claims.bases import base
from factcheck.claims.called_again import of_another_time, shortened
from factcheck.claims.context import Context, is_later
from factcheck.claims.mentions import Mention, Role
from factcheck.claims.names import Name, name
from factcheck.claims.onward import is_next, of_its_own
from factcheck.claims.patterns import compares
from factcheck.claims.windows import headline
from factcheck.model import Dimension
from factcheck.patterns import compiled
from factcheck.periods import is_key

_SHARE_NOUNS = ("占比", "比重", "份额", "比例")
_EXTREME = compiled("[高低](?:点|位|值|价|价位|点位|峰|纪录)$|[峰谷][值底]$")
# 成交价20.55亿元，比总起价18.37亿元高11.9%.
_PEER_PRICE = compiled("比[^，]*(?:起|底|原|挂牌|评估|保留|估|标)价的?$")
_REACHED = frozenset({"创下", "创造", "录得", "登记", "公布", "记录", "发布"})
# Where things stand, as against what was said before: 现在有540个.
NOW = compiled("现在|如今|而今|现今|目前|眼下")
_REPORTED = compiled("(?:收?报|收于|收在|报收|收盘于|达到?|升至|涨至|跌至|降至|增至|为)$")
_DONE = compiled("实际|已经?|累计|竣工|完成|建成")
_PLANNED = compiled(
    "(?:年初|原|年度|全年)?(?:计划|预计|规划)(?:安排|新建|新增|完成)?"
    "|^(?:目标|任务|预算|拟)(?:安排|新建|新增|完成)?|(?:目标|任务|预期)[数值量]?$"
)
_MOVED = (Role.DIFFERENCE, Role.GROWTH)
_FALL = compiled("[降跌]幅")
_EARLIER = compiled(
    "常年|往年|历年|多年|上[期次批轮届季茬一个]|前[一期次值届轮]|首[期次批轮届]|此前|之前|原[来先]|先前|[春夏秋冬][季拍展茬]"
)
_MEANWHILE = (  # 48小时上涨2.55米: how long it took
    "累计",
    "内",
    "来",
    "间",
    "以来",
    "上涨",
    "上升",
    "增加",
    "增长",
    "下降",
    "减少",
    "回落",
    "回升",
    "反弹",
    "攀升",
    "提升",
    "缩短",
    "提高",
    "涨",
    "降",
)
# 31件持平；还有17件更贵: others than those told before.
_ANOTHER = compiled("[，,；;、]?(?:还有|另有|另外有?|此外还?有|也有|尚有|再有)$")
_OF_YEARS = compiled("[两三四五六七八九十]年(?:加起来|合起来|合计|总共|一共|共计)")  # 三年加起来439万亩
_PLAN_BEHIND = compiled("的?[^，]{0,6}?(?:目标|任务|计划|预算|预期|指标)")
_LOOKED = 6
_CHANGES = 3  # one thing is said to have changed in so many ways at most: 减少180吨，下降12%
_OVER_TIME = ("日均", "月均", "年均", "周均", "季均", "每天", "每日", "每月")


def level(context: Context, mention: Mention, left: str) -> None:
    """Let a level name the topic, or find the topic it goes on from; `left` are the words before it."""
    lend_unit(mention, context.topic)
    back = pointed(context, mention)
    topic = context.topic = back or context.topic
    if _lasts(mention) or _OF_YEARS.search(mention.lead) or _takes_place(context, mention):
        return
    _named(context, mention, topic)
    if back is not None:  # 今年10月，这一数字为4.62亿件
        mention.name = mention.name.called("")
        mention.period_said = mention.period_said or mention.period != back.period
    if (spoken := _spoken(context, mention, topic)) is not None:
        _go_on(context, mention, spoken)
    compared = compares(left) or is_bare(mention)
    if (compared and not _than_a_plan(mention)) or stands_against(mention):
        _compared(context, mention, left)
    elif (said := said_again(context, mention)) is not None and not of_each(said, mention):
        restate(mention, said)
    elif mention.name.indicator and not _only_averages(topic, mention):
        mention.prior = topic
        context.topic = mention
        context.before = context.versus = None
    elif not mention.aside and (mention.name.total or _of_another_kind(topic, mention)):
        context.topic = mention


def _than_a_plan(mention: Mention) -> bool:
    """比8.50亿元的年度目标高出8%: a plan, which is no level of then."""
    return is_bare(mention) and _PLAN_BEHIND.match(mention.right) is not None


def _compared(context: Context, mention: Mention, left: str) -> None:
    """比上年的A: the level of the topic at another time, or of something not spoken of before."""
    topic = context.topic
    mention.made_by = "versus"
    context.versus = mention
    if topic is not None and not of_one_unit(topic, mention) and stands_against(mention):
        topic = context.topic = _like(context, mention) or topic
    if (called := _called_so(context, mention, left)) is not None:
        topic = context.topic = called
    if not is_bare(mention) and (own := _own_base(mention, left, topic)) is not None:
        mention.name, mention.last_year, context.topic, context.before = own, True, mention, None
        if not mention.period_said and _EARLIER.search(left):
            mention.period = ("before", mention.nameless)  # 奖牌总数比上届的28枚增加8枚
        return
    rated = context.rated if mention.slot.mark == mark.PERCENT else None
    mention.topic = rated or mention.topic or topic
    mention.name = mention.name.called("") if mention.topic else mention.name
    if mention.topic is not None and mention.topic.role is Role.GROWTH and _FALL.search(left):
        mention.sign = -1  # 降幅较上月的0.6%
    then = mention.topic is not None and mention.period == mention.topic.period and not mention.period_said
    if then and (is_bare(mention) or called is not None or _EARLIER.search(left) or _PEER_PRICE.search(left)):
        mention.period = ("before", mention.nameless)  # 比上期的2.45%: another time without a date


def _called_so(context: Context, mention: Mention, left: str) -> Mention | None:
    """亩产703公斤，总产2251吨，比对照品种的亩产657公斤增产: the level of the sentence that is called so."""
    said = (m for m in reversed(context.mentions[-_LOOKED:]) if m.sentence == mention.sentence)
    words = left.rstrip("为是的达")
    like = (m for m in said if m.role is Role.LEVEL and of_one_unit(m, mention) and len(m.name.indicator) > 1)
    return next((m for m in like if words.endswith(m.name.indicator[-2:]) and m.made_by == "level"), None)


def _like(context: Context, mention: Mention) -> Mention | None:
    """The level spoken of last in the unit of what it is compared with."""
    said = (m for m in reversed(context.mentions) if m.where[0] == mention.where[0])
    levels = (m for m in said if m.role is Role.LEVEL and not m.aside and m.made_by != "versus")
    return next((m for m in levels if of_one_unit(m, mention)), None)


def _spoken(context: Context, mention: Mention, topic: Mention | None) -> Mention | None:
    """The level that one without a name goes on from: the topic, where it is in like units.

    事故11起、死亡14人，上年为17起: of last year it may be the one thing of the sentence in that unit.
    """
    if mention.name.indicator or topic is None or of_one_unit(topic, mention):
        return None if mention.name.indicator else topic
    if not mention.last_year or not mention.period_said or mention.aside:
        return None
    said = takewhile(lambda m: m.sentence == mention.sentence, reversed(context.mentions))
    here = [m for m in said if m.role is Role.LEVEL]
    like = [m for m in here if m.name.indicator and m.base_unit == mention.base_unit and not m.aside]
    return like[0] if len(like) == 1 else None


def _named(context: Context, mention: Mention, topic: Mention | None) -> None:
    """Give a bare level the name of its heading, and take from it a name that only shortens the topic's."""
    spoken = topic is not None and topic.sentence == mention.sentence and of_one_unit(topic, mention)
    if context.leading and not (mention.name.indicator or mention.aside or mention.period_said):
        called = headline(context.leading)
        mention.name = called if called.indicator else mention.name.called(context.leading.rstrip("的"))
        context.leading = ""
        return
    if not (mention.name.indicator or spoken or mention.aside) and context.headline.indicator:
        mention.name = replace(context.headline, total=mention.name.total)
        context.heading = ""
    if shortened(mention, topic) or (spoken and of_another_time(mention, topic)):
        mention.name = mention.name.called("")


def _own_base(mention: Mention, left: str, topic: Mention | None) -> Name | None:
    """在园幼儿比上年的20.14万人…: the base of something that was not spoken of before."""
    own = name(base(left, [])[1])
    if own.indicator in _REACHED or _EXTREME.search(own.indicator) or stands_against(mention):
        return None
    known = topic.name.indicator if topic is not None else ""
    if not own.indicator or own.indicator in known or known.endswith(own.indicator) or mention.aside:
        return None
    return None if own.indicator.endswith(_SHARE_NOUNS) or mention.slot.mark == mark.PERCENT else own


def _only_averages(topic: Mention | None, mention: Mention) -> bool:
    """接待68万人次，日均13万人次，增长5%: an average with no name of its own leaves the topic as it is."""
    mean, named = mention.name.mean, mention.name.indicator.removeprefix("平均")
    if named != mean or not (
        mean in _OVER_TIME or (mean.startswith("每") and named != mention.name.indicator)
    ):
        return False
    return topic is not None and topic.sentence == mention.sentence and of_one_unit(topic, mention)


def _of_another_kind(topic: Mention | None, mention: Mention) -> bool:
    """A level without a name, in another unit than the topic and not listed with it."""
    if topic is None or topic.where[:3] == mention.where[:3]:
        return False
    return not of_one_unit(topic, mention) and not mention.left.startswith("、")


def _takes_place(context: Context, mention: Mention) -> bool:
    """Make a level the topic of the change just told, where it is what that change led to."""
    topic = context.topic
    if topic is None or topic.role not in _MOVED or topic.sentence != mention.sentence:
        return False
    told = [m for m in context.mentions[-_CHANGES:] if m.where[3] > topic.where[3]]
    if not all(_tells_more(m, topic) for m in told) or not _stands_after(mention, topic):
        return False
    mention.name, context.topic = topic.name, mention
    for moved in (topic, *told):
        moved.topic = mention
    return True


def _tells_more(mention: Mention, topic: Mention) -> bool:
    """减少180吨，*下降12%*，降至1320吨: the same change once more."""
    return mention.topic is topic and mention.role in _MOVED and not mention.noun


def _stands_after(mention: Mention, topic: Mention) -> bool:
    """沪指涨32.5点，报3286.4点; 出口额下降12.3%，降至86.4亿元: where that which moved stands now."""
    if topic.role not in _MOVED or topic.topic is not None or topic.noun:
        return False
    counted = mention.name.indicator in AMOUNTS and topic.role is Role.DIFFERENCE  # 净增32家，总数升至180家
    named = topic.name.indicator and (counted or not (mention.name.indicator or mention.name.total))
    fits = topic.role is Role.GROWTH or of_one_unit(topic, mention)
    plain = mention.slot.mark == mark.LEVEL and not mention.period_said and not mention.aside
    return bool(named and fits and plain) and _REPORTED.search(mention.left) is not None


def _lasts(mention: Mention) -> bool:
    """一周累计下跌4.6%: how long it took, of which nothing is told."""
    unit = mention.slot.unit
    lasting = unit is not None and unit.dimension is Dimension.DURATION
    return lasting and not mention.left.strip("，,、") and mention.right.startswith(_MEANWHILE)


def _go_on(context: Context, mention: Mention, topic: Mention) -> None:
    """A level without a name goes on from the topic, and is it from now on when it tells of a later time."""
    other = mention.name.rest or _ANOTHER.match(mention.left)  # 教育41家，占14.3%；其余64家，占22.4%
    if other and not mention.period_said:
        context.topic, context.before = mention, None
        return
    if mention.period_said and (named := of_its_own(mention, topic)):
        mention.name = mention.name.called(named)
        mention.last_year, context.topic, context.before = False, mention, None
        return
    mention.topic, mention.made_by = topic, "level-again"
    mention.last_year = mention.last_year and not _of_a_later_date(mention, topic)
    if topic.modality == "plan" and not mention.modality and _DONE.search(mention.left):
        mention.name, mention.topic, mention.made_by = _achieved(topic, mention), None, "level"
        return
    if mention.name.within:
        context.topic, context.resumed = mention, context.resumed or topic.period
    elif _of_another_owner(mention, topic):
        context.topic, context.before = mention, None
    elif (mention.period_said or _of_later(mention, topic)) and not mention.last_year:
        _moved_on(context, mention, topic)
    elif NOW.search(mention.lead) and not NOW.search(topic.lead):
        context.topic, context.before = mention, None


def _of_a_later_date(mention: Mention, topic: Mention) -> bool:
    """2019年12万元，去年36万元: 去年 is no base of what was told of a year before it."""
    dated = is_key(mention.period) and is_key(topic.period)
    return mention.period_said and dated and is_later(mention.period, topic.period)


def _of_another_owner(mention: Mention, topic: Mention) -> bool:
    """全省人均9.6亩。我市为6.9亩，比上年增加0.1亩: what follows is of the one told last."""
    other = mention.name.subject not in ("", topic.subject) and not mention.aside
    return other and not is_later(topic.period, mention.period)


def _achieved(topic: Mention, mention: Mention) -> Name:
    """计划投资3.2亿元，实际完成3.5亿元: what was done of what was planned, and no plan."""
    named = _PLANNED.sub("", topic.name.indicator) or topic.name.indicator
    return mention.name.called(named)


def _of_later(mention: Mention, topic: Mention) -> bool:
    """2019年为125万人次；到2023年，这个数字升至183万人次: a time told by the clause before."""
    return mention.sentence == topic.sentence and is_later(mention.period, topic.period)


def _moved_on(context: Context, mention: Mention, topic: Mention) -> None:
    """The topic at a later time is the topic now; at an earlier one it was only a base."""
    if is_later(mention.period, topic.period) or is_next(mention.period):
        context.topic, context.before = mention, topic if is_next(mention.period) else None
    else:
        context.period = topic.period
