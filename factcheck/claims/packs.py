"""Accounts that must close: remainders, stocks and flows, periods of one year, wins and losses.

Each finds its members by their words among the levels of a sentence or a paragraph and states a
partition, with a sign or weight for each part. Where the words name a leak (另有, 损耗) the account
is not closed and nothing is stated.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from factcheck.claims.adding import fills
from factcheck.claims.bare_lists import bare_lists
from factcheck.claims.bind import Bound
from factcheck.claims.cumulative import by_period
from factcheck.claims.deducted import deducted
from factcheck.claims.doers import apart_from_doers
from factcheck.claims.facts import interval_of, root
from factcheck.claims.lexicons import known
from factcheck.claims.mentions import Mention, Role
from factcheck.claims.outcomes import outcomes
from factcheck.claims.pack_lists import packs
from factcheck.claims.remainders import led, remainders
from factcheck.claims.scores import by_unit
from factcheck.claims.skeleton import LEVEL
from factcheck.claims.stating import stated
from factcheck.claims.steps import steps
from factcheck.claims.tallies import tallies
from factcheck.model import Partition
from factcheck.patterns import compiled
from factcheck.periods import is_key

_CAME = compiled("新增|净增|增加|新建|新装|投产|并网")
_SINCE = compiled("累计|总|达到|增至|升至")
_LEFT = compiled("(?:当期|当年|本年|本期|年度)(?:收支|基金)?(?:结余|净增加?|净流入)")
_FEWEST = 3  # a whole and two that make it up
_ACCOUNT = 4  # what there was, what came, what went, and what there is
_COUNTED = (Role.LEVEL, Role.DIFFERENCE)
_SKIPPED = ("restated", "versus", "headline", "from")


def accounts(mentions: Sequence[Mention], bound: Bound) -> list[Partition]:
    """The accounts that the level mentions of an article state."""
    said = apart_from_doers([m for m in mentions if m.role in _COUNTED and _counts(m)])
    shared = frozenset(id(m.topic) for m in mentions if m.role is Role.SHARE and not m.whole.indicator)
    listed = list(tallies(mentions, bound))
    found: list[Partition] = [made for _, made in listed]
    taken = {id(m) for members, _ in listed for m in members}
    above: list[Mention] = []
    for _, together in groupby(said, key=lambda m: m.where[0]):
        paragraph = list(together)
        free = [m for m in paragraph if id(m) not in taken]
        found += remainders(free, bound, above, shared)
        above += paragraph
        paragraph = [m for m in paragraph if m.made_by != "echo"]
        if len(paragraph) >= _FEWEST:
            found += [*_flows(paragraph, bound), *_net(paragraph, bound), *_grown(paragraph, bound)]
            found += [*by_unit(paragraph, bound), *by_period(paragraph, bound), *deducted(paragraph, bound)]
        found += _by_name(paragraph, bound)
    found += [*steps(mentions, bound), *outcomes(mentions, bound), *bare_lists(bound)]
    return [*found, *_moved(mentions, bound), *by_period(said, bound, whole_article=True)]


def _counts(mention: Mention) -> bool:
    said = mention.made_by not in _SKIPPED and not mention.only_base
    return said and mention.slot.mark == LEVEL and interval_of(mention) is not None


def _flows(paragraph: list[Mention], bound: Bound) -> Iterator[Partition]:
    """期初 + 增加 − 减少 = 期末."""
    flow = packs().flow
    by_base: dict[str, list[Mention]] = defaultdict(list)
    for mention in paragraph:
        by_base[mention.base_unit].append(mention)
    for like in by_base.values():
        if len(like) < _ACCOUNT:
            continue
        start = next((m for m in like if m.role is Role.LEVEL and _starts(m)), None)
        if start is None or any(leak in m.lead for m in like for leak in flow["leaks"]):
            continue
        after = like[like.index(start) + 1 :]
        end = next((m for m in reversed(after) if led(m, flow["end"]) and m.role is Role.LEVEL), None)
        if end is None:
            continue
        between = after[: after.index(end)]
        if weights := _weights(between):
            yield from stated(end, [start, *between], bound, "stock-flow", signs=(1, *weights), sort="flow")


def _starts(mention: Mention) -> bool:
    """What there was at first: 期初, 年初."""
    return led(mention, packs().flow["start"]) or _as_of(mention) == (1, 1)


def _weights(flows: Sequence[Mention]) -> list[int]:
    """The sign of each of some flows; none when one tells no direction, or all go one way."""
    signs = [_direction(m) for m in flows]
    if {1, -1} != set(signs):
        return []
    return [1 if m.role is Role.DIFFERENCE else sign for m, sign in zip(flows, signs, strict=True)]


def _net(paragraph: list[Mention], bound: Bound) -> Iterator[Partition]:
    """当期结余35亿元。年初累计结余412亿元，年末累计结余447亿元: what a year leaves goes on top."""
    flow = packs().flow
    left = [m for m in paragraph if m.role is Role.LEVEL and _LEFT.search(m.left)]
    for end in paragraph if left else ():
        like = [
            m for m in paragraph if m.base_unit == end.base_unit and m.role is Role.LEVEL and m is not end
        ]
        if end.role is not Role.LEVEL or not (led(end, flow["end"]) or _as_of(end) == (12, 31)):
            continue
        own = root(end).name.indicator
        starts = [m for m in like if _starts(m) and own and root(m).name.indicator == own]
        rest = [m for m in like if m in left and m not in starts]
        if len(starts) == len(rest) == 1:
            yield from stated(end, [starts[0], rest[0]], bound, "stock-flow", sort="flow")


def _grown(paragraph: list[Mention], bound: Bound) -> Iterator[Partition]:
    """去年底装机186.4万千瓦，新增52.7万千瓦，累计装机239.1万千瓦: but for one slip of the pen at most."""
    for start, came, end in zip(paragraph, paragraph[1:], paragraph[2:], strict=False):
        if start.sentence != end.sentence or _as_of(start) is None:
            continue
        like = start.base_unit == came.base_unit == end.base_unit
        if not like or not _CAME.search(came.left) or not _SINCE.search(end.lead):
            continue
        names = root(start).name.indicator, root(end).name.indicator
        if names[0].endswith(names[1]) and fills(end, [start, came]):
            yield from stated(end, [start, came], bound, "stock-flow", sort="flow")


def _moved(mentions: Sequence[Mention], bound: Bound) -> Iterator[Partition]:
    """新增47户，退出12户，总数由83户变为118户."""
    for at, (start, end) in enumerate(pairwise(mentions)):
        if start.made_by != "from" or end.made_by != "to":
            continue
        around = [*mentions[max(0, at - 6) : at], *mentions[at + 2 : at + 6]]
        flows = [
            m for m in around if m.sentence == end.sentence and m.base_unit == end.base_unit and _counts(m)
        ]
        flows = [m for m in flows if m.made_by != "to" and not _apart(m)]
        leaks = any(leak in m.lead for m in flows for leak in packs().flow["leaks"])
        if not leaks and (weights := _weights(flows)):
            yield from stated(end, [start, *flows], bound, "stock-flow", signs=(1, *weights), sort="flow")


def _apart(mention: Mention) -> bool:
    """由120人扩到158人，增加38人: how far apart the ends of a change are, of this one or of another."""
    return mention.before is not None and mention.before.made_by == "from"


def _as_of(mention: Mention) -> tuple[int, int] | None:
    """Month and day of a stock that was said to hold on one day (年初, 年末)."""
    period = mention.period
    if not is_key(period) or not period[3] or period[1] is None:
        return None
    return period[1][1], period[1][2]


def _direction(mention: Mention) -> int:
    flow = packs().flow
    text = mention.left
    if any(word in text for word in flow["outflow"]):
        return -1
    return 1 if any(word in text for word in flow["inflow"]) else 0


def _by_name(paragraph: list[Mention], bound: Bound) -> Iterator[Partition]:
    """地区生产总值 and the three 增加值: wholes whose parts the lexicon names."""
    named: dict[str, list[Mention]] = defaultdict(list)
    for level in paragraph if len(paragraph) > 1 else ():
        if level.role is Role.LEVEL and not level.modality:
            named[root(level).name.indicator].append(level)
    pairs = known().partitions if len(named) > 1 else ()
    for whole_name, part_names in pairs:
        for whole in named.get(whole_name, ()):
            parts = [_called(whole, named.get(name, ())) for name in part_names]
            if all(parts):
                yield from stated(
                    whole,
                    [p for p in parts if p is not None],
                    bound,
                    "known",
                    by=whole_name,
                    complete="known",
                )


def _called(whole: Mention, levels: Sequence[Mention]) -> Mention | None:
    """The one of some levels nearest to the whole, of its subject, unit and period."""
    like = [m for m in levels if m.base_unit == whole.base_unit]
    like = [m for m in like if m.subject == whole.subject and m.period == whole.period and m is not whole]
    return min(like, key=lambda m: abs(m.where[3] - whole.where[3]), default=None)
