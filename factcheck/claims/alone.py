"""Parts that are told as much by themselves: 全县建成公园30个，光是老城就有16个."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.claims.mentions import Mention
from factcheck.claims.nouns import noun_after
from factcheck.claims.skeleton import PERIOD
from factcheck.patterns import compiled
from factcheck.periods import is_key

_NO_WORD = "(?![伏电纤缆明大学刻谷热山照])"  # 光伏, 光缆
_ALONE = compiled(
    f"[，,；;]?(?:其中|而)?(?P<only>仅仅?|光是|光{_NO_WORD}|单是?|单单|只是?)?(?P<of>[\u4e00-\u9fff{PERIOD}]{{1,10}}?)[就便]"
    "(?:有|达到?|占|占去|多达)(?:了|约|近)?"
)
# 光是140平方米以上的就卖掉264套, 仅今年一年吸收进来的就有2860人: with other figures between.
_ONLY = compiled(
    f"(?:^|[，,；;]|其中|而)(?P<only>仅仅?|光是|光{_NO_WORD}|单是|单单)(?P<of>[^，。；]{{1,20}}?)[就便]"
    "(?:有|[达占]到?|多达|[\u4e00-\u9fff]{1,2}[了掉出到过下走])(?:约|近)?$"
)
# 有食堂的就有36个: those that are so, of all that were told.
_SUCH = compiled("的$|[者户]$")
# 分布在24个国家，仅美国就有31个: one of them, which has so many of another thing.
_PLACES = compiled("(?:国家|地区|省|自治区|直辖市|城市|[市州县区乡镇]|街道|行政村|社区)")
_REACH = 4
_MORE = compiled("[多增加少降]|比|较|每|平均|需|要|将|可")


def alone(levels: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Each whole among `levels` with the part told of it behind."""
    for at, part in enumerate(levels):
        if "就" not in part.left and "便" not in part.left:
            continue
        near = (m for m in reversed(levels[max(0, at - _REACH) : at]) if m.sentence == part.sentence)
        like = (m for m in near if m.base_unit == part.base_unit)
        whole = next((m for m in like if _PLACES.match(m.right) is None), None)
        if whole is not None and _is_part(whole, part, beside=whole is levels[at - 1]):
            yield whole, part


def _is_part(whole: Mention, part: Mention, *, beside: bool) -> bool:
    """Whether the words make one a part of the other, right `beside` it or not."""
    found = _ALONE.fullmatch(part.left) or _ONLY.search(part.lead)
    if found is None or _MORE.search(part.left):
        return False
    if part.aside or whole.aside or whole.name.mean or part.name.mean:
        return False
    if whole.slot.figure is None or whole.slot.figure.hedge:
        return False  # 超过800架就算多，今年仅这里就有2000架
    only = found["only"]
    if not only and not (beside and _SUCH.search(found["of"])):
        return False
    noun = noun_after(part.right)
    return (not noun or noun in whole.right + whole.name.indicator) and _within(whole, part)


def _within(whole: Mention, part: Mention) -> bool:
    """Whether the part is of the time of the whole, or of a time inside it."""
    if not part.period_said or part.period == whole.period:
        return True
    one, two = whole.period, part.period
    if not is_key(one) or not is_key(two) or one[0] is not two[0]:
        return False
    ends = one[1], two[1], two[2], one[2]
    known = [end for end in ends if end is not None]
    return len(known) == len(ends) and known == sorted(known)
