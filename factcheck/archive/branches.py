"""Parts of a house or of a zone that bear its name: 沐江大学附属口腔医院, 岭川新区临港片区.

What an article of such a part counts is not all that the whole has.
"""

from __future__ import annotations

from factcheck.patterns import compiled

_NAMED = "(?:(?![和与及在的是将为有从被对向等以到于还又也都各这该本全])[\u4e00-\u9fff])"
BRANCH = (
    rf"(?<=大学)(?:附属{_NAMED}{{0,8}}?医院|{_NAMED}{{1,6}}?(?:学院|医院|研究院))"
    rf"|(?<=[学院])附属{_NAMED}{{0,6}}?(?:医院|[中小]学|幼儿园|学校)"
    rf"|(?<=集团|公司)(?!股份|有限|控股|公司){_NAMED}{{2,8}}?(?:分公司|有限公司)"
)
"""What follows the name of a house in the name of one of its parts."""
_OF_ZONE = (
    rf"(?<=[新发开税保贸]区){_NAMED}{{1,8}}?"
    "(?:产业园|工业园|科技园|软件园|创业园|物流园|示范园|园区|片区|组团|功能区|孵化器|核心区|起步区)"
)
_IN_ZONE = compiled(_OF_ZONE)
_OFFICE = compiled("管委会|党工委|管理|融媒体|日报|发布|宣传|新闻|报社")
_BRANCH = compiled(f"(?P<whole>.{{2,}}?)(?:{BRANCH}|{_OF_ZONE})")


def whole_of(name: str) -> str:
    """What a name says it is a part of (恒宁集团 of 恒宁集团江北分公司); empty when it is a whole itself."""
    found = _BRANCH.fullmatch(name)
    return found["whole"] if found is not None else ""


def in_zone(words: str, zone: str) -> str:
    """The one part of `zone` that `words` are of, by its full name; empty when of the zone itself."""
    parts, at = set(), words.find(zone)
    while at >= 0:
        end = at + len(zone)
        found = _IN_ZONE.match(words, end)
        if found is not None:
            parts.add(zone + found.group())
        elif _OFFICE.match(words, end) is None:
            return ""
        at = words.find(zone, end)
    return parts.pop() if len(parts) == 1 else ""
