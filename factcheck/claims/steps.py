"""What there was, what came on top, and what there is, in whatever order they are told.

Either the two ends are one statement (由A增至B) and what came stands beside it, or the words tell the
end of an earlier time (去年底, 上届, 原有) from the one of now, and what came stands between, before
or behind them. Something may have gone while something came, so that no account closes by its words
alone: it must come out, or be one slip of the pen away from that.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby

from factcheck.claims.adding import greater, printed
from factcheck.claims.bind import Bound
from factcheck.claims.ends import earlier, now, of_one, pairs, rung, then
from factcheck.claims.facts import interval_of, root
from factcheck.claims.lexicons import any_of, either
from factcheck.claims.mentions import Against, Mention, Role
from factcheck.claims.skeleton import LEVEL, PERIOD
from factcheck.claims.slips import exchanged_repairs, one_digit_repairs
from factcheck.claims.stating import stated
from factcheck.claims.stocks import increases
from factcheck.claims.terms import AGAIN
from factcheck.claims.told import told
from factcheck.model import Fact, Measure, Partition
from factcheck.patterns import compiled
from factcheck.periods import is_key
from factcheck.records import dataclass

_ENDS = ("from", "to")
_THREE, _NEAR = 3, 6
_AGAINST = compiled("[，,、；;]?(?:而|但|若|如)?(?:与|同|和|跟|相比|对比|较|比)")
_JUST = "(?:了|的|整整|足足|约|近|超|共|一共|有|出|又|达)*"
_ANY = "[^，,、；;：:到至为由从比较]"
# Nothing is told of such units by themselves.
_PLAIN = frozenset({"个", "家", "人", "户", "元", "件", "项"})
_HAN = compiled("[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class _Step:
    """What came or went: its mention, by what sign it counts, and what sort of thing it is."""

    mention: Mention
    sign: int
    thing: str


def steps(mentions: Sequence[Mention], bound: Bound) -> Iterator[Partition]:
    """The accounts of one step that the mentions of an article make."""
    found = list(_with_ends(mentions))
    tied = {claim.span for claim in increases(mentions, bound)} if found else set()
    for step, ends in found:
        known = step.mention.slot.span in tied
        if not known and not _known(step.mention, ends, bound):
            yield from _account(step, ends, bound)


def _with_ends(mentions: Sequence[Mention]) -> Iterator[tuple[_Step, tuple[Mention, Mention]]]:
    """What came, with the levels before and after it."""
    for _, together in groupby(mentions, key=lambda m: m.where[0]):
        paragraph = _of_shared_units([m for m in together if _counts(m)])
        for step in _steps(paragraph):
            near = [m for m in paragraph if _beside(m, step.mention)]
            ends = _told_as_one(near, step) or _told_apart(near, step)
            if ends is not None:
                yield step, ends


def _of_shared_units(paragraph: Sequence[Mention]) -> list[Mention]:
    """Those in units of which there are enough for an account."""
    units = Counter(m.base_unit for m in paragraph)
    return [m for m in paragraph if units[m.base_unit] >= _THREE]


def _counts(mention: Mention) -> bool:
    said = mention.role in (Role.LEVEL, Role.DIFFERENCE) and mention.made_by not in AGAIN
    return said and _printed(mention) and not mention.aside and interval_of(mention) is not None


def _printed(mention: Mention) -> bool:
    """One number, neither a range nor a compound."""
    return mention.slot.mark == LEVEL and mention.slot.figure is not None


def _beside(mention: Mention, step: Mention) -> bool:
    """In its sentence up to its semicolon, or the sentence before or after, and in its unit."""
    after = mention.sentence == step.sentence and mention.segment > step.segment
    near = abs(mention.sentence[1] - step.sentence[1]) <= 1 and not after
    return near and mention.base_unit == step.base_unit


def _steps(paragraph: Sequence[Mention]) -> Iterator[_Step]:
    for mention in paragraph:
        if mention.made_by in _ENDS or mention.modality or mention.name.mean:
            continue
        if (step := _step(mention)) is not None:
            yield step


def _step(mention: Mention) -> _Step | None:
    """What a mention says came or went; `None` when it says that of nothing."""
    words = mention.left.replace(PERIOD, "")
    if _more().search(words + mention.right) is None:
        return None
    if mention.role is Role.DIFFERENCE:
        return None if mention.base.kind is Against.PEER else _Step(mention, 1, mention.right)
    found = _close().search(words) or _named().search(words)
    if found is None:
        new = _behind().match(mention.right)
        return _Step(mention, 1, mention.right[new.end() :]) if new is not None else None
    word, thing = found.group("word"), found.group("thing") or mention.right
    return _Step(mention, -1 if word in told().step["lost"] else 1, thing)


@cache
def _more() -> re.Pattern[str]:
    step = told().step
    return compiled(any_of([*step["gross"], *step["net"], *step["lost"]]))


@cache
def _close() -> re.Pattern[str]:
    step = told().step
    return compiled(f"(?P<word>{either([*step['gross'], *step['net'], *step['lost']])}){_JUST}(?P<thing>)$")


@cache
def _named() -> re.Pattern[str]:
    step = told().step
    words = [word for word in (*step["gross"], *step["net"], *step["lost"]) if len(word) > 1]
    return compiled(f"(?P<word>{either(words)}){_JUST}(?P<thing>{_ANY}{{1,12}})$")


@cache
def _behind() -> re.Pattern[str]:
    return compiled(f"的?{either([*told().step['gross'], '新'])}的?")


def _told_as_one(near: Sequence[Mention], step: _Step) -> tuple[Mention, Mention] | None:
    """由A增至B beside what came, when nothing else of the unit is told there."""
    ends = [m for m in near if m.made_by in _ENDS]
    if [m.made_by for m in ends] != list(_ENDS) or ends[1].modality or _apart(step.mention, ends):
        return None
    places = {m.sentence for m in (*ends, step.mention)}
    return (ends[0], ends[1]) if len([m for m in near if m.sentence in places]) == _THREE else None


def _apart(step: Mention, ends: Sequence[Mention]) -> bool:
    """What came is a part of its own, of another time, or a difference of another sort."""
    start, end = ends
    if step.name.within or start.name.within or "差" in start.left:
        return True
    if then().search(_compared().sub("", step.lead)) and now().search(start.lead):
        return True  # 昨天上涨0.4米，今天由18.2米涨到18.9米
    other = step.period is not None and end.period is not None and step.period != end.period
    return other and step.sentence == end.sentence and (start.period_said or step.period_said)


@cache
def _compared() -> re.Pattern[str]:
    return compiled("[比较][^，]*")


def _told_apart(near: Sequence[Mention], step: _Step) -> tuple[Mention, Mention] | None:
    """The end of an earlier time and the end of now, when there is just one of each and nothing else."""
    others = [m for m in near if m is not step.mention]
    if len(others) != _THREE - 1 or any(m.role is not Role.LEVEL or m.modality for m in others):
        return None
    first, second = others
    if any(m.where[:3] == step.mention.where[:3] and m.lead.startswith(("较", "比")) for m in others):
        return None  # 较去年的2251万千瓦增加143万千瓦
    if _step(first) or _step(second) or _of_its_own(step.mention, others):
        return None
    start, end = (first, second) if earlier(first, second) else (second, first)
    alike = of_one(start, end) or _alone(step, first, second)
    if not earlier(start, end) or earlier(end, start) or not alike:
        return None
    if _AGAINST.match(end.lead) or _before_it_came(end, step.mention):
        return None
    against = step.mention.base.period
    other = is_key(against) and is_key(start.period) and against != start.period
    return None if other else (start, end)


def _before_it_came(end: Mention, step: Mention) -> bool:
    """去年7天；今年多1天，2019年7天: a level of a time gone by before anything came is none of now."""
    last, came = end.period, step.period
    if not is_key(last) or not is_key(came) or last[2] is None or came[1] is None:
        return False
    return last[0] is came[0] and last[2] < came[1]


def _of_its_own(step: Mention, ends: Sequence[Mention]) -> bool:
    """本周入库410吨，其中小麦增加60吨; 昨日103.1米，今天上涨0.4米: of a part, or of a third time."""
    own = step.name.indicator if step.role is Role.DIFFERENCE else ""
    other = own and own != "下来" and not any(own in root(m).name.indicator + m.lead for m in ends)
    here, known = rung(step.lead), {at for m in ends if (at := rung(m.lead)) is not None}
    third = here is not None and here not in known and here[0] in {row for row, _ in known}
    return bool(other or third) or step.name.within


def _alone(step: _Step, first: Mention, second: Mention) -> bool:
    """年初客户640家，年末已签下915家，全年净增275家: a net change between two levels of its sentence."""
    return "净" in step.mention.left and first.sentence == second.sentence == step.mention.sentence


def _known(step: Mention, ends: Sequence[Mention], bound: Bound) -> bool:
    """Its words already tie what came to two levels."""
    facts = {claim.quantity.of for m in ends if (claim := bound.levels.get(id(m))) is not None}
    if len(facts) < len(ends):  # 前日 and 昨日 are of no known date
        return False
    for claim in bound.of.get(id(step), ()):
        said = claim.quantity
        if said.measure is Measure.DIFFERENCE and {said.of, said.against} <= facts:
            return isinstance(said.of, Fact)
    return False


def _account(step: _Step, ends: tuple[Mention, Mention], bound: Bound) -> Iterator[Partition]:
    """The end as what was there and what came, or what was there as the end and what went."""
    came = interval_of(step.mention)
    assert came is not None
    gone = step.sign < 0 or (came.high is not None and came.high < 0)
    whole, part = ends if gone else ends[::-1]
    sign = -1 if gone and step.sign > 0 else 1
    parts = [part, step.mention]
    large, rest = interval_of(whole), interval_of(part)
    if large is None or rest is None or greater(came, large):
        return
    comes_out = large.meets(rest + (came if sign > 0 else -came))
    if comes_out or (_slip([whole, *parts]) and _related(step, *ends)):
        yield from stated(whole, parts, bound, "stock-flow", signs=(1, sign), complete="likely")


def _slip(members: Sequence[Mention]) -> bool:
    """One slip of the pen keeps the account from closing."""
    figures = printed(members)
    return one_digit_repairs(figures) or exchanged_repairs(figures)


def _related(step: _Step, start: Mention, end: Mention) -> bool:
    """What came is of the kind of what there is, by its words or by its measure word."""
    thing = "".join(_HAN.findall(step.thing[:_NEAR]))
    about = start.left + root(start).name.indicator + end.left + end.right + root(end).name.indicator
    unit = step.mention.slot.unit
    if not thing or step.mention.role is Role.DIFFERENCE:
        return True
    if pairs(thing) & pairs("".join(_HAN.findall(about))):
        return True
    return unit is not None and unit.name not in _PLAIN and bool(set(thing) & set(about))
