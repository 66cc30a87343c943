"""Clauses without a figure that turn to another group: 研究生则是女生略多，占52.3%.

The share that follows is of what such a clause tells, within the group it names; the number that was told
before, of another group, is neither its part nor its whole.
"""

from __future__ import annotations

from factcheck.claims.facts import middle_of, root
from factcheck.claims.mentions import Mention, Role
from factcheck.patterns import compiled

_TELLING = compiled("[多主先半数风头势则却倒]")
_MANNER = "(?:[略稍偏较更居占远明显相对还]|相对|大)*"
_MOST = (
    f"(?:{_MANNER}多数?(?:一[些点])?|为主|为先|过半|占[了据]?(?:上风|优势|主导|主流)"
    "|半数[\u4e00-\u9fff]{0,4}|[是占]大头|唱主角)"
)
_OPEN = "[，,；;]?(?:而|但|不过|其中)?(?:在)?"
# 研究生中女生略多, 游客以自驾为主, 研究生女多男少.
_GROUP = compiled(
    f"{_OPEN}(?P<of>[\u4e00-\u9fff]{{2,10}}?)"
    f"(?:(?:之中|当中|[中里])?(?:则|却|倒)?(?:[是以]|(?<=[中里则却倒]))[\u4e00-\u9fff]{{1,8}}?{_MOST}"
    "|(?:之中|当中|[中里])?(?:则|却|倒)?是?[\u4e00-\u9fff]多[\u4e00-\u9fff]少)"
)
# 桃树则半数挂果: another than what was told before.
_TURNED = compiled(
    f"{_OPEN}(?P<of>(?!同时)[\u4e00-\u9fff]{{2,10}}?)(?<![原规准法否实细一二再量率势价格额质况度比例积模平])(?:则|却|反倒|倒是)"
)
# 以人次计，首次献血占30.4%: another count than the one told before.
_COUNTED_BY = compiled(
    "[，,；;]?(?:而|但|不过|如果|若)?(?:[以按]|按照)(?P<of>[一-鿿]{2,6}?)(?:来|口径)?(?:计算?|算|统计)[，,]?"
)
_OF_ALL = compiled("(?:占|在)全[国省市县区球镇乡村]")
_INSIDE = compiled("[^，。；、]{0,6}(?:里面?|(?<!其)中|当中|之中)(?:[，,]|$)")
_HOUSE = compiled("集团|公司|银行|医院|学校|大学|学院|合作社|[该本我][校院厂行社店]")
_TOWN = compiled("全[国省市县区球镇乡村]")


def described(text: str) -> str:
    """What a clause without a figure turns to: a group (研究生中) or another thing (桃树); empty for none."""
    if (way := _COUNTED_BY.fullmatch(text)) is not None:
        return way["of"]
    if not _TELLING.search(text):
        return ""
    if (group := _GROUP.fullmatch(text)) is not None:
        return group["of"] + "中"
    found = _TURNED.match(text)
    return found["of"] if found is not None else ""


def is_elsewhere(share: Mention, part: Mention | None) -> bool:
    """Whether a share is told of a group just turned to, and the part told before is of another."""
    if (
        not share.turned
        or part is None
        or part.turned == share.turned
        or share.whole.indicator
        or share.turned in root(part).name.indicator
    ):
        return False
    return not share.name.indicator or part.sentence == share.sentence


def of_a_house(share: Mention, whole: Mention) -> bool:
    """集团售出418套，…占全市的8.7%: a share of all the city has is none of what one house has."""
    of_all = _OF_ALL.search(share.left) is not None
    return of_all and _HOUSE.search(whole.lead) is not None and not _TOWN.search(whole.lead)


def is_inside(share: Mention, part: Mention | None, last: Mention | None) -> bool:
    """今年新进的132人里，医生占四成: whether a share is of the number told last, `part` before it."""
    if part is None or last is None or last.role is not Role.LEVEL or part.where >= last.where:
        return False
    inside = last.sentence == share.sentence and _INSIDE.match(last.right) is not None
    return inside and middle_of(part) > middle_of(last)
