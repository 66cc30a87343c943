"""What there was, what came on top, and what there is, in whatever order they are told.

Either the two ends are one statement (由A增至B) and what came stands beside it, or the words tell the
end of an earlier time (去年底, 上届, 原有) from the one of now, and what came stands between, before
or behind them. Something may have gone while something came, so that no account closes by its words
alone: it must come out, or be one slip of the pen away from that.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby

from factcheck.claims.adding import greater, printed
from factcheck.claims.bind import Bound
from factcheck.claims.ends import earlier, now, of_one, pairs, rung, then
from factcheck.claims.facts import interval_of, root
from factcheck.claims.mentions import Mention, Role
from factcheck.claims.skeleton import LEVEL
from factcheck.claims.slips import exchanged_repairs, one_digit_repairs
from factcheck.claims.stating import stated
from factcheck.claims.stepped import Step, step_of
from factcheck.claims.stocks import increases
from factcheck.claims.terms import AGAIN
from factcheck.model import Dimension, Fact, Measure, Partition
from factcheck.patterns import compiled
from factcheck.periods import is_key
from factcheck.text.words import cutter

_ENDS = ("from", "to")
_COUNTED = (Role.LEVEL, Role.DIFFERENCE)
_THREE, _NEAR = 3, 6
_COMMAS = "，,、；;：: "
_AGAINST = compiled("[，,、；;]?(?:而|但|若|如)?(?:与|同|和|跟|相比|对比|较|比)")
# Whoever it is told of: 每位游客少花, 乘客少坐.
_ANYONE = compiled(
    "每.*|单[程次趟件个]|平均|[人户]均|[乘旅游顾]客|居民|用户|患者|[村市农]民|[一两][天年周个]\\w?|[则也都还又却要就才可能将会均]"
)
_SOMETHING = ("n", "t", "s", "j", "x", "b")
_EACH = compiled("每|[人户亩日月年台辆场]均|一[天日月年]|单[位价程]")
_ARRIVES = compiled(
    "(?:增加?|上?升|上涨|涨|扩大|扩充|扩|攀升|累计达?|(?P<less>减少?|降|下降|缩减))[到至为]了?(?:约|近)?$"
)
_GENERAL = compiled("累计|总[数量]|人数|数量|[增升涨扩攀减降]")
# Nothing is told of such units by themselves.
_PLAIN = frozenset({"个", "家", "人", "户", "元", "件", "项"})
_HAN = compiled("[\u4e00-\u9fff]")


def steps(mentions: Sequence[Mention], bound: Bound) -> Iterator[Partition]:
    """The accounts of one step that the mentions of an article make."""
    found = list(_with_ends(mentions))
    tied = {claim.span for claim in increases(mentions, bound)} if found else set()
    for step, ends in found:
        known = step.mention.slot.span in tied
        if not known and not _known(step.mention, ends, bound):
            yield from _account(step, ends, bound)


def _with_ends(mentions: Sequence[Mention]) -> Iterator[tuple[Step, tuple[Mention, Mention]]]:
    """What came, with the levels before and after it."""
    for _, together in groupby(mentions, key=lambda m: m.where[0]):
        if len(told := list(together)) < _THREE:
            continue
        paragraph = _of_shared_units([m for m in told if _counts(m)])
        for step in _steps(paragraph):
            near = [m for m in paragraph if _beside(m, step.mention)]
            ends = _told_as_one(near, step) or _told_apart(near, step)
            if ends is not None and _of_as_many(step.mention, ends):
                yield step, ends


def _of_as_many(step: Mention, ends: Sequence[Mention]) -> bool:
    """每月多领115元 beside what each gets a month: what each gets more, they are not told of all."""
    return not step.name.mean or any(m.name.mean or _EACH.search(m.lead) for m in ends)


def _of_shared_units(paragraph: Sequence[Mention]) -> list[Mention]:
    """Those in units of which there are enough for an account."""
    if len(paragraph) < _THREE:
        return []
    units = [m.base_unit for m in paragraph]
    often = {unit for unit, times in Counter(units).items() if times >= _THREE}
    return [m for m, unit in zip(paragraph, units, strict=True) if unit in often]


def _counts(mention: Mention) -> bool:
    """A level or a difference told for itself as one number, neither a range nor a compound."""
    if mention.slot.mark != LEVEL or mention.slot.figure is None or mention.aside:
        return False
    said = mention.role in _COUNTED and mention.made_by not in AGAIN
    return said and interval_of(mention) is not None


def _beside(mention: Mention, step: Mention) -> bool:
    """In its sentence up to its semicolon, or the sentence before or after, and in its unit."""
    after = mention.sentence == step.sentence and mention.segment > step.segment
    near = abs(mention.sentence[1] - step.sentence[1]) <= 1 and not after
    return near and mention.base_unit == step.base_unit


def _steps(paragraph: Sequence[Mention]) -> Iterator[Step]:
    for mention in paragraph:
        if mention.made_by in _ENDS or mention.modality:
            continue
        if (step := step_of(mention)) is not None:
            yield step


def _told_as_one(near: Sequence[Mention], step: Step) -> tuple[Mention, Mention] | None:
    """由A增至B beside what came, when nothing else of the unit is told there."""
    ends = [m for m in near if m.made_by in _ENDS]
    if [m.made_by for m in ends] != list(_ENDS) or ends[1].modality or _apart(step.mention, ends):
        return None
    places = {m.sentence for m in (*ends, step.mention)}
    return (ends[0], ends[1]) if len([m for m in near if m.sentence in places]) == _THREE else None


def _apart(step: Mention, ends: Sequence[Mention]) -> bool:
    """What came is a part of its own, of another time, or a difference of another sort."""
    start, end = ends
    if step.name.within or start.name.within or "差" in start.left:
        return True
    if then().search(_compared().sub("", step.lead)) and now().search(start.lead):
        return True  # 昨天上涨0.4米，今天由18.2米涨到18.9米
    other = step.period is not None and end.period is not None and step.period != end.period
    return other and step.sentence == end.sentence and (start.period_said or step.period_said)


@cache
def _compared() -> re.Pattern[str]:
    return compiled("[比较][^，]*")


def _told_apart(near: Sequence[Mention], step: Step) -> tuple[Mention, Mention] | None:
    """The end of an earlier time and the end of now, when there is just one of each and nothing else."""
    others = [m for m in near if m is not step.mention]
    here = [m for m in others if m.sentence == step.mention.sentence and m.where < step.mention.where]
    if len(here) == _THREE - 1 and not step.gross:
        others = here
    if len(others) != _THREE - 1 or any(m.role is not Role.LEVEL or m.modality for m in others):
        return None
    if any(m.where[:3] == step.mention.where[:3] and m.lead.startswith(("较", "比")) for m in others):
        return None  # 较去年的2251万千瓦增加143万千瓦
    if any(step_of(m) is not None for m in others):
        return None
    return (others[0], others[1]) if _arrived(step, *others) else _by_time(step, *others)


def _by_time(step: Step, first: Mention, second: Mention) -> tuple[Mention, Mention] | None:
    """The two in the order of the times that the words tell them of."""
    start, end = (first, second) if earlier(first, second) else (second, first)
    alike = of_one(start, end) or _alone(step, first, second)
    apart = alike and earlier(start, end) and not earlier(end, start)
    if not apart or _of_its_own(step.mention, (first, second)):
        return None
    if _AGAINST.match(end.lead) or _before_it_came(end, step.mention):
        return None
    against = step.mention.base.period
    other = is_key(against) and is_key(start.period) and against != start.period
    return None if other else (start, end)


def _arrived(step: Step, start: Mention, end: Mention) -> bool:
    """累计确诊19例，今日新增4例，累计升至23例: what there is in the end, told right behind what came."""
    row = start.sentence == step.mention.sentence == end.sentence
    row = row and start.where < step.mention.where < end.where and not step.mention.name.within
    found = _ARRIVES.search(end.left) if row and not (end.last_year or start.name.within) else None
    if found is None or (found["less"] is not None) != (step.sign < 0):
        return False
    named = pairs("".join(_HAN.findall(_GENERAL.sub("", root(end).name.indicator))))
    told = "".join(m.left + m.right for m in (start, step.mention))
    return not named or bool(named & pairs(told)) or "又" in step.mention.left


def _before_it_came(end: Mention, step: Mention) -> bool:
    """去年7天；今年多1天，2019年7天: a level of a time gone by before anything came is none of now."""
    last, came = end.period, step.period
    if not is_key(last) or not is_key(came) or last[2] is None or came[1] is None:
        return False
    return last[0] is came[0] and last[2] < came[1]


def _of_its_own(step: Mention, ends: Sequence[Mention]) -> bool:
    """本周入库410吨，其中小麦增加60吨; 昨日103.1米，今天上涨0.4米: of a part, or of a third time.

    交付新车3.1万辆，较上年同期的2.1万辆增长47%: what is compared with a level is one itself.
    """
    if any(m.topic is step for m in ends):
        return True
    own = step.name.indicator if step.role is Role.DIFFERENCE else ""
    other = own and own != "下来" and not any(own in root(m).name.indicator + m.lead for m in ends)
    here, known = rung(step.lead), {at for m in ends if (at := rung(m.lead)) is not None}
    third = here is not None and here not in known and here[0] in {row for row, _ in known}
    return bool(other or third) or step.name.within


def _alone(step: Step, first: Mention, second: Mention) -> bool:
    """年初客户640家，年末已签下915家，全年净增275家: a net change between two levels of its sentence."""
    return "净" in step.mention.left and first.sentence == second.sentence == step.mention.sentence


def _known(step: Mention, ends: Sequence[Mention], bound: Bound) -> bool:
    """Its words already tie what came to two levels."""
    facts = {claim.quantity.of for m in ends if (claim := bound.levels.get(id(m))) is not None}
    if len(facts) < len(ends):  # 前日 and 昨日 are of no known date
        return False
    for claim in bound.of.get(id(step), ()):
        said = claim.quantity
        if said.measure is Measure.DIFFERENCE and {said.of, said.against} <= facts:
            return isinstance(said.of, Fact)
    return False


def _account(step: Step, ends: tuple[Mention, Mention], bound: Bound) -> Iterator[Partition]:
    """The end as what was there and what came, or what was there as the end and what went."""
    came = interval_of(step.mention)
    assert came is not None
    gone = step.sign < 0 or (came.high is not None and came.high < 0)
    whole, part = ends if gone else ends[::-1]
    sign = -1 if gone and step.sign > 0 else 1
    parts = [part, step.mention]
    large, rest = interval_of(whole), interval_of(part)
    if large is None or rest is None or greater(came, large):
        return
    made = rest + (came if sign > 0 else -came)
    told = large.meets(made) or (_slip([whole, *parts]) and _related(step, *ends))
    told = told and (made.middle == large.middle or not _of_another(step, ends))
    if told and _measured(step.mention):
        start, end = ends
        signs = (1, step.sign)
        yield from stated(
            end, [start, step.mention], bound, "stock-flow", signs=signs, sort="flow", complete="likely"
        )
    elif told:
        yield from stated(whole, parts, bound, "stock-flow", signs=(1, sign), complete="likely")


def _measured(mention: Mention) -> bool:
    """A temperature: it moves, and has no parts."""
    unit = mention.slot.unit
    return unit is not None and unit.dimension is Dimension.TEMPERATURE


def _slip(members: Sequence[Mention]) -> bool:
    """One slip of the pen keeps the account from closing."""
    figures = printed(members)
    return one_digit_repairs(figures) or exchanged_repairs(figures)


def _of_another(step: Step, ends: Sequence[Mention]) -> bool:
    """末班车少坐31分钟, 周末多出210人: of something or of a time that the two levels do not name."""
    if step.own is None:
        return False
    own = _ANYONE.sub("", now().sub("", then().sub("", step.own.strip(_COMMAS))))
    names = any(tag.startswith(_SOMETHING) for _, tag in cutter().cut(own))
    told = "".join(m.lead for m in ends)
    other = step.mention.period_said and step.mention.period not in {m.period for m in ends}
    return bool(other or (names and not pairs(own) <= pairs(told)))


def _related(step: Step, start: Mention, end: Mention) -> bool:
    """What came is of the kind of what there is, by its words or by its measure word."""
    thing = "".join(_HAN.findall(step.thing[:_NEAR]))
    about = start.left + root(start).name.indicator + end.left + end.right + root(end).name.indicator
    unit = step.mention.slot.unit
    if not thing or step.mention.role is Role.DIFFERENCE or "又" in step.mention.left:
        return True  # 19人死亡，又有4人不治
    if pairs(thing) & pairs("".join(_HAN.findall(about))):
        return True
    return unit is not None and unit.name not in _PLAIN and bool(set(thing) & set(about))
