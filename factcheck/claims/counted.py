"""Changes of a count named as a number: 发生事故11起…，事故起数下降35% speaks of the 11起.

人数, 起数 and 数量 at the end of a name say how the thing is counted; the level that was told of it
names the thing and carries the unit.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claims.facts import agree
from factcheck.claims.mentions import Mention, Role
from factcheck.claims.names import EMPTY
from factcheck.claims.terms import UNLIKE
from factcheck.patterns import compiled

_COUNT = compiled("(?P<stem>.{2,}?)(?P<unit>[人起户家件辆例台场份])?(?:总?数量?|总?量)$")
_CHANGES = (Role.GROWTH, Role.DIFFERENCE)
_FAR = 24


def count_again(mentions: Sequence[Mention]) -> None:
    """Let the changes among `mentions` that name a number speak of the level that was counted."""
    names = {m.name.indicator for m in mentions if m.role is Role.LEVEL}
    for at, mention in enumerate(mentions):
        if mention.role is Role.MULTIPLE and mention.before is not None and mention.topic is None:
            mention.topic = _called(mention, mention.before, mentions[max(0, at - _FAR) : at])
        if mention.role not in _CHANGES or mention.topic is not None or mention.noun:
            continue
        named = mention.name.indicator
        found = _COUNT.match(named) if named and named not in names else None
        if found is None:
            continue
        level = _counted(found["stem"], found["unit"] or "", mention, mentions[max(0, at - _FAR) : at])
        if level is not None:
            mention.topic, mention.name = level, EMPTY


def _called(multiple: Mention, base: Mention, before: Sequence[Mention]) -> Mention | None:
    """产量5.04万吨。产量是2019年1.68万吨的3倍: the level that goes by the name the multiple says again."""
    named = multiple.name.indicator
    like = [m for m in before if m.role is Role.LEVEL and m.base_unit == base.base_unit and m is not base]
    like = [m for m in like if m.name.indicator == named and m.period == multiple.period and not m.aside]
    return like[-1] if named and like and all(agree(like[-1], other) for other in like) else None


def _counted(stem: str, unit: str, mention: Mention, before: Sequence[Mention]) -> Mention | None:
    """The only level of the paragraph that is called so, or whose name ends so, in that unit."""
    like = [m for m in before if m.role is Role.LEVEL and m.where[0] == mention.where[0]]
    like = [m for m in like if m.made_by not in UNLIKE and not (m.aside or m.last_year or m.modality)]
    like = [m for m in like if m.subject == mention.subject and (not unit or m.base_unit == unit)]
    called = [m for m in like if m.name.indicator == stem]
    called = called or [m for m in like if m.name.indicator.endswith(stem)]
    here = [m for m in called if m.sentence == mention.sentence] or called
    return here[-1] if len({m.name.indicator for m in here}) == 1 and _told_once(here, mention) else None


def _told_once(like: Sequence[Mention], mention: Mention) -> bool:
    """Whether the sentence itself says the level, or the paragraph says just one."""
    return like[0].sentence == mention.sentence or all(agree(like[0], other) for other in like)
