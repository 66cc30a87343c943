"""What a share is a share of: the whole its words name, or the level it was divided from."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from factcheck.claims.adding import adds_up
from factcheck.claims.beside import (
    alike_named,
    beside,
    elsewhere,
    items,
    level_of,
    of_all,
    only_fit,
    opened,
    shared,
    told_after,
)
from factcheck.claims.crossing import counted_otherwise
from factcheck.claims.described import is_elsewhere, is_inside, of_a_house
from factcheck.claims.facts import Mentions, agree, fact_of, root, topic_fact
from factcheck.claims.holding import (
    alike,
    can_hold,
    comes_out,
    contrary,
    is_tail,
    of_everything,
    shortened,
    whose,
)
from factcheck.claims.lexicons import words
from factcheck.claims.mentions import Mention, Role
from factcheck.claims.whole_named import (
    all_of,
    in_short,
    is_a_time,
    largest,
    spelled_out,
    stands_inside,
    timely,
    total_behind,
)
from factcheck.model import Dimension, Fact, Measure, Quantity
from factcheck.patterns import compiled

_BASES = ("versus", "from")
_TOTAL = compiled("总(?:数|量|额|人数|人次|户数|件数|台数|计)$")
# 分别占各自销量的…: of a whole that each has for itself.
_OWN = compiled("占(?:其|各自|自身|本身|自己|当地|同类)的?[\u4e00-\u9fff]*")
_DONE, _LIMIT = (
    compiled("[，,]?(?:已|共|目前|累计)*(?:完成|发行|使用|下达|用掉)"),
    compiled("(?:限额|额度|上限|指标)$"),
)
# 光伏2310万千瓦，加上风电的890万千瓦，占总装机的44.8%: both together.
_ADDED = compiled("[，,、]?(?:再?加上|连同|连上|外加|再?算上)")
_CANDIDATES, _REACH, _SPELLED = 6, 3, 3
_BACK = 400


def shares(mention: Mention, index: Mentions) -> Iterator[tuple[int, Quantity]]:
    """Share of a named whole, or of one of the levels just before."""
    if mention.name.total and not mention.name.rest:
        if mention.name.indicator:  # 风电和光伏加起来占18.4%
            of = _part(mention, index)
            yield 0, Quantity(Measure.QUOTIENT, of, _unseen(mention, of), "share")
        return
    if mention.made_by == "restated" and mention.prior is not None and mention.prior.role is Role.SHARE:
        yield from shares(mention.prior, index)
        return
    after = told_after(mention, index)
    of = fact_of(after) if after is not None else _part(mention, index)
    if (whole := _stated(mention, of)) is not None:
        yield 0, Quantity(Measure.QUOTIENT, of, whole, "share")
        return
    part = after or _shortened(mention, index) or level_of(mention) or _spelled_part(mention, index)
    if part is not None and after is None and _ADDED.match(part.left) and not mention.name.indicator:
        return
    last = next(iter(index.before(mention, 1)), None)
    if is_elsewhere(mention, part) or _is_its_limit(mention, part) or is_inside(mention, part, last):
        yield 0, Quantity(Measure.QUOTIENT, of, _unseen(mention, of), "share")
        return
    exact, near = _wholes(mention, part, index)
    exact = exact or opened(mention, part, index)
    if exact:
        fits = (w for w in exact if part is not None and w.base_unit == part.base_unit)
        best = next((w for w in fits if part is not None and comes_out(mention, part, w)), exact[0])
        yield 0, Quantity(Measure.QUOTIENT, of, fact_of(best), "share")
    else:
        yield from _unnamed(mention, of, part, near, index)


def _stated(mention: Mention, of: Fact) -> Fact | None:
    """The whole that the words of a share point at, told before it or its own (占各自销量的…)."""
    if mention.before is not None and mention.before.made_by != "from":  # 由8万增至14万，占了58.3%
        return _unseen(mention, of) if is_a_time(mention.before) else fact_of(mention.before)
    own = _OWN.search(mention.head.left if mention.head is not None else mention.left)
    return _unseen(mention, of) if own else None


def _unnamed(
    mention: Mention, of: Fact, part: Mention | None, near: list[Mention], index: Mentions
) -> Iterator[tuple[int, Quantity]]:
    """Share of what the words before it name, of the whole of its list, or of a level that is near."""
    shared_too = beside(mention, index)
    near = [w for w in near if id(w) not in shared_too and not w.left.startswith("、")]
    unnamed = not mention.whole.indicator or mention.whole.indicator in words().wholes
    unnamed = unnamed or _is_their_total(mention.whole.indicator, part)
    sure = _divided(part, index) if unnamed else None
    if sure is not None and of_a_house(mention, sure):
        yield 0, Quantity(Measure.QUOTIENT, of, _unseen(mention, of), "share")
        return
    said = _parallel(mention, of, index) if unnamed and sure is None else None
    behind = total_behind(mention, part, index) if unnamed and not near else None
    if behind is not None:
        said = fact_of(behind)
    if said is None and not near:
        said = counted_otherwise(mention, part, index) or _unseen(mention, of)
    if said is not None:
        yield 0, Quantity(Measure.QUOTIENT, of, said, "share")
    elif unnamed and sure is None:
        sure = _nearest(mention, near, index)
        sure = None if sure is not None and elsewhere(mention, part, sure, index) else sure
    sure = sure or only_fit(mention, part, near)
    for whole in near[:_CANDIDATES]:
        yield (0 if whole is sure else 1), Quantity(Measure.QUOTIENT, of, fact_of(whole), "share")


def _is_their_total(named: str, part: Mention | None) -> bool:
    """参观总人数 said of a part: the total of which 其中 made it a part, under another name."""
    if part is None or not part.name.within or not _TOTAL.search(named):
        return False
    return root(part).name.indicator not in named


def _unseen(mention: Mention, of: Fact) -> Fact:
    """A whole of which the article gives no level."""
    named = mention.whole
    indicator = named.indicator or mention.nameless
    then = mention.whole_period or of.period
    return Fact(named.subject or mention.subject, indicator, period=then)


def _nearest(mention: Mention, near: list[Mention], index: Mentions) -> Mention | None:
    """The one level of its paragraph that can be the whole, or that of the other shares of its list."""
    close = near[0].where[0] == mention.where[0] or of_all(mention, near[0])
    if close and all(agree(near[0], other) for other in near):
        return near[0]
    return shared(mention, near, index)


def _whole_of(share: Mention, index: Mentions) -> Fact | None:
    """The whole that another share was surely divided from."""
    sure = next((quantity for rank, quantity in shares(share, index) if not rank), None)
    return sure.against if sure is not None and isinstance(sure.against, Fact) else None


def _is_its_limit(mention: Mention, part: Mention | None) -> bool:
    """全年新增限额1340亿元，已完成95.8%: what was just told is what there is to do, and no part of more."""
    done = _DONE.match(mention.left) is not None and not mention.whole.indicator
    return done and part is not None and _LIMIT.search(root(part).name.indicator) is not None


def _spelled_part(mention: Mention, index: Mentions) -> Mention | None:
    """The level of the paragraph that the words before a share name, the nearest before it first."""
    called = [m for m in index.named.get(mention.name.indicator, []) if m.where[0] == mention.where[0]]
    ahead = [m for m in called if m.where < mention.where]
    here = [m for m in called if m.sentence == mention.sentence]
    return ahead[-1] if ahead else next(reversed(here), None)


def _part(mention: Mention, index: Mentions) -> Fact:
    """The fact whose share is said: named by the words, or the topic."""
    named = mention.name.indicator
    if named:
        if (spelled := _spelled_part(mention, index)) is not None:
            return fact_of(spelled)
        close = _shortened(mention, index)
        return fact_of(close) if close is not None else Fact(mention.subject, named, period=mention.period)
    return topic_fact(mention)


def _shortened(mention: Mention, index: Mentions) -> Mention | None:
    """The level just said that the words before a share name in short (税收 for 税收收入)."""
    at = index.position[id(mention)]
    start = max(0, at - 4) if mention.name.indicator else at
    for other in reversed(index.mentions[start:at]):
        level = other.role is Role.LEVEL and other.sentence == mention.sentence
        if level and other.name.indicator and _calls(mention.name.indicator, other):
            return other
    return None


def _calls(short: str, level: Mention) -> bool:
    """Whether words call a level in short: 税收 for 税收收入, 流感样病例 for 报告流感样病例."""
    name, unit = level.name.indicator, level.slot.unit
    counted = unit is not None and unit.dimension is Dimension.COUNT
    return name.startswith(short) or (counted and len(short) >= _SPELLED and name.endswith(short))


def _wholes(mention: Mention, part: Mention | None, index: Mentions) -> tuple[list[Mention], list[Mention]]:
    """Levels that can be the whole: those that are called so, and those that merely stand before."""
    named = mention.whole
    called = index.named.get(named.indicator, []) if named.indicator else []
    called = (
        called
        or all_of(named.indicator, mention, index)
        or in_short(named.indicator, mention, index)
        or spelled_out(named.indicator, part, index)
    )
    called = timely(called, mention, part, index)
    exact = [w for w in called if can_hold(w, part) and whose(w, named, mention)]
    at = index.position[id(mention)]
    then = mention.whole_period
    exact = [w for w in exact if then is None or w.period is None or w.period == then]
    exact = [w for w in exact if not contrary(mention, w) and not stands_inside(named.indicator, w)]
    exact.sort(key=lambda w: (w.period != (then or mention.period), abs(index.position[id(w)] - at)))
    if exact or part is None:
        return exact, []
    end = index.position[id(part)]
    near = [
        w
        for w in reversed(index.mentions[max(0, end - _BACK) : end])
        if w.role is Role.LEVEL and w.made_by not in _BASES and not w.aside and w.base_unit == part.base_unit
    ]
    near = [w for w in near if not of_a_house(mention, w)]
    holding = (w for w in near if is_tail(w.name, root(part).name) and can_hold(w, part))
    same = list(islice(holding, 2))
    start = min([mention.where[0], *(m.where[0] for m, _ in items(mention, index))])
    close = [w for w in near if w.where[0] >= start - _REACH and can_hold(w, part)]
    if named.indicator and named.indicator not in words().wholes:
        near = [w for w in near if not contrary(mention, w) and not stands_inside(named.indicator, w)]
        close = [w for w in close if not stands_inside(named.indicator, w)]
        likely = _likely(near, part, named.indicator)
        likely = largest(likely, close or near) if of_everything(named.indicator) else likely
        sure = likely and all(agree(likely[0], other) for other in likely)
        if sure and all(shortened(named.indicator, w) for w in likely):
            return likely, []
        close = likely or close
    return [], list(dict.fromkeys([*same, *close]))


def _likely(near: list[Mention], part: Mention, named: str) -> list[Mention]:
    """Those that can hold the part and go by much the same words as the whole."""
    called = (w for w in near if alike(named, w) and can_hold(w, part))
    return [w for w in called if not _stands_beside(w, part, named)]


def _stands_beside(whole: Mention, part: Mention, named: str) -> bool:
    """加工贸易进出口 is no part of 一般贸易进出口, though its share is that of 进出口总额."""
    return root(part).name.indicator.endswith(named.rstrip("总数量额值")) and alike_named(whole, part)


def _divided(part: Mention | None, index: Mentions) -> Mention | None:
    """The whole of the list that `part` stands in: the level before the 其中 or the lens that opens it."""
    opened = ""
    for other in reversed(index.mentions[: index.position[id(part)] + 1] if part is not None else []):
        assert part is not None
        if other.role is not Role.LEVEL or other.base_unit != part.base_unit or other.aside:
            continue
        if other.where[0] != part.where[0] or other.sentence[1] < part.sentence[1] - 1:
            return None
        if opened == "within" or (opened and not other.lens):
            holds = can_hold(other, part) and not _filled(other, part, index)
            return other if holds else None
        if other.name.within:
            opened = "within"
        elif other.lens and other.sentence == part.sentence:
            opened = "lens"
    return None


def _filled(whole: Mention, part: Mention, index: Mentions) -> bool:
    """收入8亿元，其中甲5亿元、乙3亿元；支出…: what follows the parts that fill a whole is none of it."""
    if whole.segment == part.segment:
        return False
    start, end = index.position[id(whole)] + 1, index.position[id(part)]
    parts = [m for m in index.mentions[start:end] if m.segment == whole.segment and m.role is Role.LEVEL]
    return len(parts) > 1 and all(p.base_unit == whole.base_unit for p in parts) and adds_up(whole, parts)


def _parallel(mention: Mention, of: Fact, index: Mentions) -> Fact | None:
    """The whole that the share before it in the sentence names: 甲占总产值的46%，乙占29%."""
    for other in index.before(mention, 6):
        if other.sentence != mention.sentence or other.name.within:
            return None
        if other.role is Role.SHARE:
            named = other.whole
            if not named.indicator or named.indicator in words().wholes:
                return None
            parts = level_of(other), level_of(mention)  # 对东盟出口1200亿元，占出口总值的60%
            called = [w for w in index.named.get(named.indicator, []) if w not in parts]
            if not called and (divided := _whole_of(other, index)) is not None:
                return divided
            subject = named.subject or mention.subject
            return fact_of(called[0]) if called else Fact(subject, named.indicator, period=of.period)
    return None
