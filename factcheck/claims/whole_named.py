"""The wholes that the words of a share name in other words than the level itself: 占全部…, 占…总量."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claims.facts import Mentions, middle_of
from factcheck.claims.holding import can_hold
from factcheck.claims.mentions import Mention, Role
from factcheck.model import Dimension
from factcheck.patterns import compiled
from factcheck.periods import is_key
from factcheck.text.words import cutter

_WHOLLY = compiled("(?:全部|所有|全体|整个)(?=[\u4e00-\u9fff]{2})")
_MEASURE = compiled("(?:产量|人数|户数|面积|数量|金额|销量|总[数量额])$")
_TOTALLED = compiled("总(?:数|量|额|计|人数|人次|规模|票房|收入|营收)|[一总]?共")
_FEWEST = 2
_SPELLED = 3


def all_of(named: str, mention: Mention, index: Mentions) -> list[Mention]:
    """占全部网络零售额的44%: of the 网络零售额 told before."""
    found = _WHOLLY.match(named)
    called = index.named.get(named[found.end() :], []) if found is not None else []
    told = [w for w in called if w.where < mention.where]
    units = {w.base_unit for w in told}
    rest = (m for m in index.before(mention) if m.role is Role.LEVEL and m.base_unit in units)
    return [] if any(not can_hold(w, other) for other in rest for w in told if other is not w) else told


def in_short(named: str, mention: Mention, index: Mentions) -> list[Mention]:
    """门急诊总量 for 门急诊306万人次 of the same time, 外出务工人数 for 外出务工9.4万人."""
    shorts = (named.rstrip("总数量额"), _MEASURE.sub("", named)) if not mention.whole.subject else ()
    called = (index.named.get(short, []) for short in shorts if _FEWEST <= len(short) < len(named))
    return next(([w for w in told if w.period == mention.period] for told in called if told), [])


def timely(called: list[Mention], share: Mention, part: Mention | None, index: Mentions) -> list[Mention]:
    """业务量 for 快递业务量, where the very name is only of another time: the one name that ends so."""
    named = share.whole.indicator
    now = [w for w in called if w.period == share.period and w.where[0] <= share.where[0]]
    dated = all(is_key(w.period) for w in (*called, share))
    if now or not called or part is None or not dated:
        return called
    names = [name for name in index.named if name.endswith(named) and name != named]
    held = [w for name in names for w in index.named[name] if w.base_unit == part.base_unit]
    held = [w for w in held if w.period == share.period and not w.modality]
    return held if len({w.name.indicator for w in held}) == 1 else called


def spelled_out(named: str, part: Mention | None, index: Mentions) -> list[Mention]:
    """人身险保费 for 人身险业务保费收入: the one name that has all its words in their order."""
    if part is None or len(named) < _SPELLED:
        return []
    longer = [name for name in index.named if len(name) > len(named) and name[0] == named[0]]
    run = [word for word, _ in cutter().cut(named)] if longer else []
    names = [name for name in longer if _in_order(run, name)]
    held = [w for name in names for w in index.named[name] if w.base_unit == part.base_unit and w is not part]
    return held if len({w.name.indicator for w in held}) == 1 else []


def total_behind(share: Mention, part: Mention | None, index: Mentions) -> Mention | None:
    """往届生1.86万人，占41.6%。报名总数为4.47万人: the total in that unit that opens the next sentence."""
    if part is None:
        return None
    at = index.position[id(share)] + 1
    after = next((m for m in index.mentions[at : at + _FEWEST] if m.sentence != share.sentence), None)
    if after is None or after.sentence != (share.sentence[0], share.sentence[1] + 1):
        return None
    total = after.role is Role.LEVEL and _TOTALLED.search(after.lead) is not None and not after.last_year
    return after if total and after.base_unit == part.base_unit and can_hold(after, part) else None


def _in_order(run: Sequence[str], name: str) -> bool:
    """Whether some words stand in a name in their order: 进口 and 总额 do not in 进出口总额."""
    at = 0
    for word in run:
        at = name.find(word, at) + len(word)
        if at < len(word):
            return False
    return True


def is_a_time(whole: Mention) -> bool:
    """约占那两天的六分之一: of what there was in that time."""
    return whole.slot.unit is not None and whole.slot.unit.dimension is Dimension.DURATION


def stands_inside(named: str, whole: Mention) -> bool:
    """本科新生中男生2528人 is a part of 本科新生 and not the whole."""
    return bool(named) and any(named + word in whole.lead for word in ("中", "里"))


def largest(likely: list[Mention], near: list[Mention]) -> list[Mention]:
    """4250只产品中，2482只基金跑赢…，占全部基金的1.6%: all there is is no less than those beside it."""
    most = max(map(middle_of, near), default=None)
    return [w for w in likely if middle_of(w) == most]
