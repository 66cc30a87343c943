"""Lists of percentages that are more than all there is, or as many as were announced.

A list that ends without 其余 is only held to be no more than the whole, and only where its members shut each
other out: by what they are held of, by kind, by degree, by 其他 among them, by long numbers that one slip of
the pen keeps from filling it. One that is announced (由四方出资, 分成三块) leaves nothing out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction

from factcheck.claims.bands import apart
from factcheck.claims.closings import closings
from factcheck.claims.percentages import Item, total
from factcheck.claims.slips import digit_changes, digits_of, neighbour_changes
from factcheck.interval import Interval
from factcheck.patterns import compiled
from factcheck.periods.numerals import number

_FEWEST, _ANY = 3, 2
_APART = compiled("^(?:另外?|另有)(?:有|的)?$|^最后[^，。；]{0,8}(?:利润|毛利|净利|赚)")
_DEGREES = compiled("(?:轻|中|重|高|低|极重)度[^，。；]{0,4}$")
_ENDED = compiled("及以[上下]")  # the last class is open: 中度及以上污染
# 其他省份占12% in the midst of a list; 玻璃和织物等占6% at its end.
_OTHERS = compiled("(?<![及和或与、])(?:其[他它余])[^，。；]{0,8}(?:占|为)?[^，。；占]{0,2}$")
_AND_SUCH = compiled("[\u4e00-\u9fff][、和及与][\u4e00-\u9fff]{1,6}等(?:[\u4e00-\u9fff]{0,4}占|$)")
_COUNTED = compiled(
    "(?<!第)(?P<many>[两二三四五六2-6])(?:类|种|块|部分|方|档|份|股|拨|大块|大类|个?(?:品种|年级|学院|渠道|来源|去向|档次|等级|部门|板块|产业|车间|股东|年龄段|方向))(?P<kind>[^。；]{0,16})$"
    "|(?:由|分[成为]?)(?P<made>[两二三四五六2-6])[^，。；：]{1,8}(?:出资|组成|构成|入股|合资|认缴)(?P<of>[^。；]{0,16})$"
    "|一分为(?P<cut>[二三四五六])[：，:,][^。；]{0,10}$"
)
_MADE_OF = compiled(
    "(?<!营养)(?:面料|里料|成分|配方|配料|配比|混纺|吊牌|水洗标|标签|材质|原料|合金|填充物|基质|饲料)(?!.*(?:每日|推荐|含糖|营养))[^。；占]{0,14}$"
)
_TAKES = compiled("占(?:到|了|去)?$")
_LAST = compiled("(?:占(?:到|了|去)?|[只仅]剩|[只仅]有)$")
_HEADED = compiled("[^，。；：]{4,}[，：]")
_WISHED = compiled("[过会喜爱愿想曾]|以上|以下|其中")
# What a thing may be beside being something else: a woman may be a student, a sale an export.
_CROSSING = compiled(
    "[女男岁新老]|职工|家庭|市民|党员|研究生|学历|民族|[0九八七零]0?后|青年|学生|农民|留守|残疾|职称|首次|回头|复购|本地|外[地省来]|线[上下]"
    "|出口|进口|有机|绿色|自有|海外|国内|境内|高新|高端|民营|国有|国企|民企|中小|小微|外资|规上|产业|[工农商造务]业|过夜|自驾|散客|团队|夜间|周末|重点|优"
    "|的[占只仅]|[校县市区镇乡村省厂院站组班队](?:只|仅)?[占剩]"
)
_LONG, _LONG_STEP, _SMALL = 2, Decimal("0.1"), Fraction(3, 20)
_CLAUSE = compiled("[，：]")
_EACH = compiled("[都均各率多常]|普遍|主要|突出|其中|占比|分别占")


def announced(run: Sequence[Item]) -> bool:
    """由四方出资, 分成三块: as many members as were announced right before the list."""
    if len(run) < _FEWEST:
        return False
    found = _COUNTED.search(run[0].before)
    if found is None or _EACH.search(found["kind"] or found["of"] or ""):
        return False
    return number(found["many"] or found["made"] or found["cut"]) == len(run)


def too_many(run: Sequence[Item]) -> bool:
    """Parts by source or kind, votes, or degrees of one word, that are more than all there is."""
    least = total(run).bottom
    if least is None or least <= 1 or len(run) < _ANY:
        return False
    if closings().votes.search(run[0].before):
        return True
    if len(run) < _FEWEST:
        return False
    if (
        _APART.search(run[-1].before)
        or _with_others(run)
        or apart([(item.before, item.after) for item in run])
        or all(_DEGREES.search(item.before) for item in run)
    ):
        return True
    held = [closings().held.search(item.before) is not None for item in run]
    shared = all(
        own or item.before in ("", "和", "与") or item.before.endswith("占")
        for own, item in zip(held, run, strict=True)
    )
    open_ended = _ENDED.search(run[-1].before) is not None and not any(
        _ENDED.search(i.before) for i in run[:-1]
    )
    if (held[0] and shared) or open_ended or _is_headed(run) or _graded(run):
        return True
    return _of_kinds(run) or _filled(run)


def _with_others(run: Sequence[Item]) -> bool:
    """其他省份占12%、境外占3%, 玻璃和织物等占6%: a list that names what all other things come to."""
    if any(total(run[:end]).meets(Interval.exactly(1)) for end in range(_ANY, len(run))):
        return False
    others = any(_OTHERS.search(item.before) for item in run[1:])
    last = run[-1].before
    return others or (_AND_SUCH.search(last) is not None and not _CROSSING.search(last))


def _is_headed(run: Sequence[Item]) -> bool:
    """捐款来源：甲占…: the words before a list tell by what it parts a whole."""
    return closings().dimension.search(run[0].before) is not None


def _of_kinds(run: Sequence[Item]) -> bool:
    """纯电动、插电混动、燃油, or what cloth is made of: each is another member of one set."""
    if _MADE_OF.search(run[0].before) and not any(_TAKES.search(item.before) for item in run):
        return True
    if not _plainly_taken(run):
        return False
    return one_of_each(_names(run), closings().kinds)


def one_of_each(said: Sequence[str], sets: Iterable[Sequence[re.Pattern[str]]]) -> bool:
    """Whether every name tells another member of one of `sets`, and no more than one."""
    for members in sets:
        found = [[n for n, member in enumerate(members) if member.search(words)] for words in said]
        if all(len(one) == 1 for one in found) and len({one[0] for one in found}) == len(said):
            return True
    return False


def _names(run: Sequence[Item]) -> list[str]:
    """The words that name each, without the head of the list."""
    return [_CLAUSE.split(run[0].before)[-1], *(item.before for item in run[1:])]


def _plainly_taken(run: Sequence[Item]) -> bool:
    """Whether each is said to take so much, of no whole of its own."""
    taken = all(_TAKES.search(item.before) for item in run[:-1]) and _LAST.search(run[-1].before)
    return bool(taken) and not any(_WISHED.search(words) for words in _names(run))


def _filled(run: Sequence[Item]) -> bool:
    """Things beside each other under one head, with decimals, that one slip keeps from filling the whole."""
    middle = total(run).middle
    steps = [item.said.slot.figure.step for item in run if item.said.slot.figure is not None]
    if middle is None or len([step for step in steps if step is not None and step < 1]) < _LONG:
        return False
    alike = _HEADED.match(run[0].before) is not None and _plainly_taken(run)
    return alike and not any(_CROSSING.search(words) for words in _names(run)) and slipped_by(run, middle - 1)


def _graded(run: Sequence[Item]) -> bool:
    """很重要、比较重要、不重要: degrees of one word, among them that it is not so."""
    found = [closings().degree.findall(item.before + item.after) for item in run]
    words = {word for degrees in found for _, word in degrees}
    told = [degree for degrees in found for degree, _ in degrees]
    return len(words) == 1 and all(len(degrees) == 1 for degrees in found) and len(set(told)) == len(run)


def slipped_by(run: Sequence[Item], gap: Fraction) -> bool:
    """Whether one slip of the pen makes a list too large by `gap`."""
    return any(gap in _slips(item) for item in run)


def _slips(item: Item) -> set[Fraction]:
    """By how much one wrong digit, or two that changed places, make a percentage too large."""
    figure = item.said.slot.figure
    if figure is None or figure.step is None:
        return set()
    place = Fraction(figure.step) / 100
    return {-change * place for change in digit_changes(digits_of(figure))}


def exchanged(run: Sequence[Item]) -> bool:
    """Whether two digits side by side that changed places keep long numbers from a hundred: 25.4 for 24.5.

    So few numbers would do by chance that it tells the list to be all there is.
    """
    figures = [item.said.slot.figure for item in run]
    if len(run) < _FEWEST or any(item.said.name.within for item in run):
        return False
    gap, slips = Fraction(-1), set[Fraction]()
    for figure in figures:
        if figure is None or figure.hedge or figure.value is None or not figure.step:
            return False
        if figure.step > _LONG_STEP:
            return False
        gap += Fraction(figure.value) / 100
        place = Fraction(figure.step) / 100
        slips |= {-change * place for change in neighbour_changes(digits_of(figure))}
    wide = len(run) > _FEWEST or abs(gap) <= _SMALL
    return gap != 0 and wide and gap in slips
