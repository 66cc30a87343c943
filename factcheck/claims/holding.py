"""Whether a level can be the whole of a part: by its name, its unit and its size."""

from __future__ import annotations

from factcheck.claims.facts import interval_of
from factcheck.claims.mentions import Mention
from factcheck.claims.names import Name
from factcheck.model import Dimension
from factcheck.patterns import compiled

_EMPTY = frozenset("总数量额的全共")
_ADDED_UP = compiled("总[^总]{2,}$")
_STAGE = compiled("(?<![相对适反响])([已应未拟待])[\u4e00-\u9fff]{1,6}$")
_THEN = compiled("去年|上年|前年|上届")
_TRADE = compiled("进出口|出口|进口")
_MEASURED = compiled("(?:长|里程|面积|重|产值|收入|金额|造价|投资额?|产量)$")
_ALL = compiled("^(?:全部|所有|整个)的?(?=[\u4e00-\u9fff]{2})")  # 全部发电量 are of 工业发电量


def is_tail(whole: Name, part: Name) -> bool:
    """The name of a whole is the end of its part's (人口 and 城镇人口)."""
    short, long = whole.indicator, part.indicator
    return bool(short) and len(short) < len(long) and long.endswith(short)


def comes_out(share: Mention, part: Mention, whole: Mention) -> bool:
    """Whether the part can be that share of the whole."""
    return part.base_unit == whole.base_unit and rate_comes_out(share, part, whole)


def rate_comes_out(share: Mention, part: Mention, whole: Mention) -> bool:
    """Whether the part can be that share of the whole, whatever the two are counted in."""
    rate, small, large = interval_of(share), interval_of(part), interval_of(whole)
    if part is whole or rate is None or small is None or large is None:
        return False
    return small.meets(rate * large)


def whose(whole: Mention, named: Name, mention: Mention) -> bool:
    """The whole is of the subject that was named, or of the one the sentence speaks of."""
    return not named.subject or not whole.subject or whole.subject in (named.subject, mention.subject)


def alike(named: str, whole: Mention) -> bool:
    """The name of a whole, shortened or lengthened: 档期总票房 and 电影总票房; 隧洞总长 is not 7座隧洞."""
    unit = whole.slot.unit
    counted = unit is not None and unit.dimension is Dimension.COUNT
    if counted and _MEASURED.search(named):
        return False
    if not _one_head(named, whole.name.indicator) or _traded(named) != _traded(whole.name.indicator):
        return False
    one, two = set(named) - _EMPTY, set(whole.name.indicator) - _EMPTY
    return len(one & two) > 1 and len(one & two) * 2 >= min(len(one), len(two))


def _traded(name: str) -> str:
    """进出口, 出口 or 进口 in a name: 占出口总额的60.9% is of no 进出口; empty for none of them."""
    found = _TRADE.search(name)
    return found.group() if found is not None else ""


def contrary(share: Mention, whole: Mention) -> bool:
    """占已排查户数的18.1%: 应排查户数 are another whole."""
    one, two = (_STAGE.search(text) for text in (share.left, whole.lead))
    return one is not None and two is not None and one.group(1) != two.group(1)


def shortened(named: str, whole: Mention) -> bool:
    """Whether a level has all the characters of a name in order: 过夜旅客 are not 国内旅客, nor all 旅客.

    What is measured may be left out (应收面积 and 应收小麦486万亩), and a total is known by its noun
    (档期总票房 and 电影总票房).
    """
    one, two = (_ADDED_UP.search(name) for name in (named, whole.name.indicator))
    if one is not None and two is not None and one.group() == two.group():
        return True
    if _traded(named) != _traded(whole.name.indicator):
        return False
    rest = iter(whole.name.indicator)
    return all(char in rest for char in _MEASURED.sub("", _ALL.sub("", named)) if char not in _EMPTY)


def of_everything(named: str) -> bool:
    """Whether the words for a whole mean all there is: 全部发电量."""
    return _ALL.match(named) is not None


def _one_head(named: str, other: str) -> bool:
    """Whether the noun at the end of one name is in the other: 小学教师 are no 小学生."""
    one, two = (_MEASURED.sub("", name).rstrip("总数量额的值") for name in (named, other))
    return not one or not two or one[-1] in two or two[-2:] in one


def can_hold(whole: Mention, part: Mention | None) -> bool:
    """Whether `whole` is no less than the part whose share is said, and of its time."""
    if part is None:
        return True
    if _THEN.search(whole.lead) and not _THEN.search(part.lead) and whole.sentence != part.sentence:
        return False
    then = whole.last_year and not part.last_year and whole.sentence != part.sentence
    if whole is part or whole.base_unit != part.base_unit or then:
        return False
    return can_hold_otherwise(whole, part)


def can_hold_otherwise(whole: Mention, part: Mention) -> bool:
    """Whether the number of `whole` is no less than that of `part`."""
    large, small = interval_of(whole), interval_of(part)
    return (
        large is not None
        and small is not None
        and (large.top is None or small.bottom is None or large.top >= small.bottom)
    )
