"""How long what is in store lasts: 现有存煤21万吨，每天耗煤1.5万吨，够烧14天."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from factcheck.claims.mentions import Mention
from factcheck.claims.skeleton import LEVEL
from factcheck.claims.terms import UNLIKE, Term
from factcheck.model import Dimension
from factcheck.patterns import compiled

_USED = compiled(
    "(?:每[天日]|日均?|一天)[^，。；]{0,4}(?:耗|用|烧|吃|消费|消耗|需|要|发|卖|供)[^，。；]{0,6}$"
)
_STORED = compiled("(?:库?存|储备|储存|备有|备足|囤|现有|结存|屯)[^，。；]{0,8}$")
_LASTS = compiled(
    "(?:[还足可也就]?够[\u4e00-\u9fff]{0,6}|可供[\u4e00-\u9fff]{0,8}|[能可](?:用|烧|吃|撑|维持|满足|支撑)[\u4e00-\u9fff]{0,6}|支撑|维持)$"
)
_MORE = compiled("再加上|另有|补充|陆续到|在途")
_FAR, _SENTENCES = 8, 3
_SECONDS = {"天": 86_400, "日": 86_400}


def supply_terms(levels: Sequence[Mention], at: int) -> list[Term]:
    """What is in store, and for how many days, if a level is what is used up in one."""
    here = levels[at]
    if here.slot.mark != LEVEL or not here.base_unit or not _USED.search(here.lead):
        return []
    around = [m for m in levels[max(0, at - _FAR) : at + _FAR] if m.where[0] == here.where[0]]
    around = [m for m in around if abs(m.sentence[1] - here.sentence[1]) <= _SENTENCES and _is_plain(m)]
    stores = [m for m in around if m.base_unit == here.base_unit and m is not here]
    lasting = [m for m in around if _days(m) and _LASTS.search(m.left)]
    if len(stores) != 1 or len(lasting) != 1 or not _STORED.search(stores[0].lead) or _MORE.search(here.lead):
        return []
    return [(0, stores[0], lasting[0], Fraction(1, _days(lasting[0])))]


def _is_plain(mention: Mention) -> bool:
    return mention.made_by not in UNLIKE and not mention.aside and mention.slot.figure is not None


def _days(mention: Mention) -> int:
    """How many seconds the unit of a number of days has; 0 for other units."""
    unit = mention.slot.unit
    timed = unit is not None and unit.dimension is Dimension.DURATION
    return _SECONDS.get(unit.name, 0) if timed and unit is not None else 0
