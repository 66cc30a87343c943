"""Spreads that hold other figures: 涨幅在0.2%至3.1%之间, 最低2.2元、最高3.6元，均价2.9元."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from factcheck.claims.bind import Bound
from factcheck.claims.facts import interval_of
from factcheck.claims.lexicons import either
from factcheck.claims.mentions import Mention, Role
from factcheck.claims.pack_lists import packs
from factcheck.claims.spread_ends import Ends, ends_of, extreme_of, extremes, ranges
from factcheck.claims.spread_landed import landed
from factcheck.claims.spread_limits import limits, norms
from factcheck.claims.spread_members import at_home, members
from factcheck.claims.spread_sole import sole
from factcheck.claims.spread_tops import top
from factcheck.interval import Interval
from factcheck.model import Claim, Fact, Figure, Measure, Partition, Quantity
from factcheck.patterns import compiled

# The mean of all lies between the means of the two groups that make up all.
_PER_HEAD = compiled(
    "(?:全体|全部)?(?P<who>城镇|农村|乡村)?(?:常住)?居民"
    "(?P<what>人均(?:年?可支配收入|(?:生活)?消费(?:性)?支出))"
)
_GROUP = {"城镇": "town", "农村": "country", "乡村": "country"}
_NOUN = compiled("(?P<noun>[\u4e00-\u9fff]{2,3}?)(?:每[^最，]{1,3})?(?:为|是)?最[低高少多小大]")
_ONE_OF_THEM = compiled(
    "(?<=最[\u4e00-\u9fff])的(?:一[个名位次家户场]|考了?|得了?|拿了?|卖到?|为|是|有|达到?|仅|只有?)*$"
)
_AVERAGES = ("平均", "均价", "均值", "中值", "均分")


def spreads(mentions: Sequence[Mention], bound: Bound) -> list[Partition]:
    """What must lie within a stated spread, as partitions of sort `range`."""
    found = [*_ranges(mentions, bound), *_extremes(mentions, bound), *_groups(mentions, bound)]
    return [*found, *_limits(mentions, bound)]


def _limits(mentions: Sequence[Mention], bound: Bound) -> Iterator[Partition]:
    """What all are said to keep, and what a list is said to meet."""
    article = bound.article
    told = [*limits(mentions, article), *norms(mentions, article), *sole(mentions, article)]
    for ends, parts in [*told, *landed(mentions, article)]:
        if not parts:
            continue
        whole = replace(_spread(ends.anchor, ends.hull, bound), figures=ends.figures)
        for made in _partition(whole, parts, bound):
            yield replace(made, sort="limit" if None in (ends.hull.low, ends.hull.high) else "range")


def _ranges(mentions: Sequence[Mention], bound: Bound) -> Iterator[Partition]:
    """A range said to hold all (之间, 不等), or a most and a least, with the members told beside it."""
    yield from _grown(mentions, bound)
    for ends in [*ranges(mentions, bound.article), *extremes(mentions, bound.article)]:
        parts = members(mentions, ends, bound.article)
        if not parts:
            parts = _averages(mentions[ends.last + 1 : ends.last + 4], ends)
        whole = replace(_spread(ends.anchor, ends.hull, bound), figures=ends.figures)
        yield from _partition(whole, parts, bound)
        found = top(parts, mentions, ends, bound.article)
        if found is not None and id(found[0]) in bound.of:
            part, figure, interval = found
            end = replace(whole, figures=(figure,), interval=interval)
            yield Partition(end, (bound.of[id(part)][0],), "stated", bound.article, "", "end", (), "range")


def _averages(after: Sequence[Mention], ends: Ends) -> list[Mention]:
    """The average told behind a range, when it is the next figure of its unit."""
    like = [m for m in after if m.base_unit == ends.anchor.base_unit][:1]
    return [m for m in like if _average(m, ends.anchor) and at_home(m, ends.words)]


def _grown(mentions: Sequence[Mention], bound: Bound) -> Iterator[Partition]:
    """涨幅在0.2%至3.1%之间: the growths of the same direction told after it."""
    for at, mention in enumerate(mentions):
        if mention.role is not Role.GROWTH or "之间" not in mention.right[:3]:
            continue
        if (ends := ends_of(mention)) is not None:
            parts = [m for m in mentions[at + 1 : at + 12] if _member(m, mention)]
            yield from _partition(_spread(mention, ends, bound), parts, bound)


def _groups(mentions: Sequence[Mention], bound: Bound) -> Iterator[Partition]:
    """居民人均可支配收入 lies between that of 城镇居民 and that of 农村居民."""
    means: dict[tuple[Hashable, ...], dict[str, Mention]] = {}
    for mention in mentions:
        found = _PER_HEAD.fullmatch(mention.name.indicator) if mention.role is Role.LEVEL else None
        if found is not None and interval_of(mention) is not None and not mention.aside:
            key = (mention.subject, mention.period, found.group("what"), mention.base_unit)
            means.setdefault(key, {}).setdefault(_GROUP.get(found.group("who") or "", ""), mention)
    for said in means.values():
        if len(said) == len({"", *_GROUP.values()}):
            yield from _hulled(said[""], (said["town"], said["country"]), bound)


def _hulled(whole: Mention, groups: tuple[Mention, Mention], bound: Bound) -> Iterator[Partition]:
    ends = [end for group in groups if (end := interval_of(group)) is not None]
    spread = replace(
        _spread(groups[0], ends[0].hull(ends[1]), bound),
        figures=(*_figures(groups[0]), *_figures(groups[1])),
    )
    yield from _partition(spread, [whole], bound)


def _member(mention: Mention, spread: Mention) -> bool:
    """A growth of the same direction in the sentence after, opened by 其中 or a list."""
    near = mention.sentence[0] == spread.sentence[0] and mention.sentence[1] <= spread.sentence[1] + 1
    alike = mention.role is Role.GROWTH and mention.sign == spread.sign and mention.base == spread.base
    return near and alike and bool(mention.name.indicator) and interval_of(mention) is not None


def _average(mention: Mention, spread: Mention) -> bool:
    """An average of the same unit right after its spread."""
    if (
        mention.role is not Role.LEVEL
        or mention.base_unit != spread.base_unit
        or mention.sentence != spread.sentence
    ):
        return False
    words = (*_AVERAGES, *packs().spread["fixings"])
    told = any(word in mention.left for word in words) and interval_of(mention) is not None
    return told and not mention.left.startswith(("，多于", "，少于", "，高于", "，低于"))


def _extremes(mentions: Sequence[Mention], bound: Bound) -> Iterator[Partition]:
    """最低 and 最高 of one thing, with the average said after them."""
    levels = [m for m in mentions if m.role is Role.LEVEL and extreme_of(m) is not None]
    for one, two in pairwise(levels):
        if one.sentence != two.sentence or one.base_unit != two.base_unit:
            continue
        low, high = (next((m for m in (one, two) if _led(m, way)), None) for way in ("low", "high"))
        if low is None or high is None:
            continue
        left, right = extreme_of(low), extreme_of(high)
        after = [
            m
            for m in levels[levels.index(two) + 1 :][:2]
            if _average(m, two) and (_bare(m) or _of_one_noun(m, one))
        ]
        if left is None or right is None or not after:
            continue
        whole = _spread(one, left.hull(right), bound)
        figures = (*_figures(one), *_figures(two))
        yield from _partition(replace(whole, figures=figures), after[:1], bound)


def _led(mention: Mention, way: str) -> bool:
    """Whether the words right before a figure say that it is the least, or the most."""
    figure = mention.slot.figure
    words = _ONE_OF_THEM.sub("", mention.left)  # 最低的考了42分
    near = (words + (figure.hedge if figure is not None else ""))[-4:]
    return _leading()[way].search(near) is not None


@cache
def _leading() -> dict[str, re.Pattern[str]]:
    return {way: compiled(either(words)) for way, words in packs().extremes.items()}


def _of_one_noun(mean: Mention, extreme: Mention) -> bool:
    """收购价每公斤最低4.8元、最高7.6元，全产区平均收购价为每公斤6.3元: the noun before 最低 is averaged."""
    found = _NOUN.search(extreme.left)
    return found is not None and found["noun"] in mean.left


def _bare(mention: Mention) -> bool:
    """The average names nothing of its own."""
    text = mention.left.lstrip("，,、")
    return len(text) <= 5


def _figures(mention: Mention) -> tuple[Figure, ...]:
    return (mention.slot.figure,) if mention.slot.figure else ()


def _spread(mention: Mention, hull: Interval, bound: Bound) -> Claim:
    group = mention.slot.group
    figures = group.figures if group else ()
    quantity = Quantity(Measure.LEVEL, Fact(mention.subject, f"{mention.nameless}range"))
    return Claim(
        quantity,
        hull,
        figures,
        bound.article,
        unit=mention.slot.unit,
        made_by="range",
        licences=mention.licences,
    )


def _partition(whole: Claim, parts: Sequence[Mention], bound: Bound) -> Iterator[Partition]:
    claims = tuple(bound.of[id(m)][0] for m in parts if id(m) in bound.of)
    for claim in claims:
        yield Partition(whole, (claim,), "stated", bound.article, "", "range", (), "range")
