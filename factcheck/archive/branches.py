"""Parts of a house or of a zone that bear its name: 沐江大学附属口腔医院, 岭川新区临港片区.

What an article of such a part counts is not all that the whole has.
"""

from __future__ import annotations

from re import Pattern

from factcheck.patterns import compiled

_NAMED = "(?:(?![和与及在的是将为有从被对向等以到于还又也都各这该本全])[\u4e00-\u9fff])"
BRANCH = (
    rf"(?<=大学)(?:附属{_NAMED}{{0,8}}?医院|{_NAMED}{{1,6}}?(?:学院|医院|研究院))"
    rf"|(?<=[学院])附属{_NAMED}{{0,6}}?(?:医院|[中小]学|幼儿园|学校)"
    rf"|(?<=集团|公司)(?!股份|有限|控股|公司){_NAMED}{{2,8}}?(?:分公司|有限公司)"
)
"""What follows the name of a house in the name of one of its parts."""
OF_PARK = rf"{_NAMED}{{1,4}}?(?:分园|园区|片区|分区)"
"""The same, behind the name of a park."""
_OF_ZONE = (
    rf"(?<=[新发开税保贸]区){_NAMED}{{1,8}}?"
    "(?:产业园|工业园|科技园|软件园|创业园|物流园|示范园|园区|片区|组团|功能区|孵化器|核心区|起步区)"
)
_IN_ZONE = compiled(_OF_ZONE)
_SITE = compiled(rf"{_NAMED}{{1,4}}?(?:院区|校区|馆区|厂区|分[院校馆店厂])")
_OFFICE = compiled("管委会|党工委|管理|融媒体|日报|发布|宣传|新闻|报社")
_BRANCH = compiled(f"(?P<whole>.{{2,}}?)(?:{BRANCH}|{_OF_ZONE}|(?<=园){OF_PARK})")
# 与云溪创业园隔江相望, 云溪创业园对面, 云溪创业园北岸分园: named, but not what is spoken of.
_PASSED = compiled("[和与跟同比继距邻]$")
_BESIDE = compiled(
    rf"(?:的)?(?:隔|对面|对岸|附近|周边|旁|之[后外前]|以外|等|、)|{_NAMED}{{0,4}}?分[园店馆校部厂场站院社]|{OF_PARK}"
)


def whole_of(name: str) -> str:
    """What a name says it is a part of (恒宁集团 of 恒宁集团江北分公司); empty when it is a whole itself."""
    found = _BRANCH.fullmatch(name)
    return found["whole"] if found is not None else ""


def speaks_of(words: str, house: str) -> bool:
    """Whether `words` name a house as what they tell of, not a part of it nor something beside it."""
    at = words.find(house)
    while at >= 0:
        end = at + len(house)
        if _BESIDE.match(words, end) is None and _PASSED.search(words, max(0, at - 1), at) is None:
            return True
        at = words.find(house, end)
    return False


def in_zone(words: str, zone: str) -> str:
    """The one part of `zone` that `words` are of, by its full name; empty when of the zone itself."""
    part = _one_part(words, zone, _IN_ZONE)
    return zone + part if part else ""


def site_of(words: str, house: str) -> str:
    """The one site of `house` that `words` are of (东院区); empty when of the house itself."""
    return _one_part(words, house, _SITE)


def _one_part(words: str, whole: str, parts: Pattern[str]) -> str:
    """What follows the name of the whole wherever it stands, if it is always the same part."""
    found, at = set(), words.find(whole) if whole else -1
    while at >= 0:
        end = at + len(whole)
        part = parts.match(words, end)
        if part is not None:
            found.add(part.group())
        elif _OFFICE.match(words, end) is None:
            return ""
        at = words.find(whole, end)
    return found.pop() if len(found) == 1 else ""
