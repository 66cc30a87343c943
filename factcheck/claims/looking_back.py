"""Changes told from a level looked back at: 现有公园120个。2020年公园有105个，五年增加18个.

So many years of a change that end where the level told before stands, and begin at the one just
told, make it the change between the two, and none that led up to the earlier one.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claims.facts import root
from factcheck.claims.mentions import Against, Mention, Role
from factcheck.claims.shifts import year_before
from factcheck.patterns import compiled
from factcheck.periods.numerals import number

_YEARS = compiled(
    r"^[，,]?(?:这|短短|仅仅?|不到|在)?([一二两三四五六七八九十]{1,3}|\d{1,2})年(?:多|间|来|里|内|时间|之间)?(?!均|平均|复合|以上)"
)
_CHANGES = (Role.DIFFERENCE, Role.GROWTH)
_LEVELS = (Role.LEVEL, Role.SHARE)
_FAR = 12


def look_back(mentions: Sequence[Mention]) -> None:
    """Let each such change among `mentions` lead from the level looked back at to the later one."""
    for at, mention in enumerate(mentions):
        then = mention.topic
        if then is None or not _leads_on(mention, then):
            continue
        said = _YEARS.match(mention.left)
        count = number(said.group(1)) if said is not None else 0
        near = reversed(mentions[max(0, at - _FAR) : at])
        now = next((m for m in near if count and _later(m, then, count)), None)
        if now is not None:
            mention.topic, mention.before, mention.period = now, then, now.period
            if then.role is Role.SHARE and not then.whole.indicator:
                then.topic, then.name = now, then.name.called("")  # of the same whole


def _leads_on(mention: Mention, then: Mention) -> bool:
    """Whether a change names no base of its own, behind a level of a time of its own."""
    plain = mention.role in _CHANGES and mention.base.kind is Against.DEFAULT and mention.before is None
    plain = plain and not mention.name.indicator and not mention.noun
    return plain and then.role in _LEVELS and then.sentence == mention.sentence and then.period is not None


def _later(now: Mention, then: Mention, count: int) -> bool:
    """Whether one level is of what another is, so many years later."""
    if now is then or now.role is not then.role or now.base_unit != then.base_unit or now.period is None:
        return False
    one, two = root(now), root(then)
    same = one is two or (one.name.indicator, one.subject) == (two.name.indicator, two.subject)
    return same and not now.aside and year_before(now.period, count) == then.period
