"""Shares that are listed together: 男占51%，女占49%; 三次产业结构18.4∶38.0∶43.6.

Shares of one whole add up to one when the text divides the whole completely: by a lens
(从年龄看), by a stated number of kinds, with 分别, or into a set the lexicon knows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import groupby

from factcheck.claims import skeleton as mark
from factcheck.claims.beside import implied
from factcheck.claims.bind import Bound
from factcheck.claims.facts import interval_of
from factcheck.claims.hundreds import hundreds
from factcheck.claims.lexicons import words
from factcheck.claims.mentions import Mention, Role
from factcheck.claims.percentages import several
from factcheck.claims.sets import known_set
from factcheck.claims.structures import structures
from factcheck.interval import Interval
from factcheck.model import Claim, Figure, Partition
from factcheck.patterns import compiled

_KINDS = compiled(r"[两二三四五六七八九十](?:类|种|部分|个?档|个?层次|者|大类)|分别|依次|各占")
# 甲组99人、乙组98人，好转的比例分别为: how many of each group, and no shares of one whole.
_OF_EACH = compiled(
    "(?:^|[，；])(?![^，；]*(?:男女|城乡|公私|内外|进出口))[^，；、和与及占]{2,14}的(?:比例|比率)(?:分别|依次)"
)
# The last of a list that leaves nothing out.
_REST = compiled(r"(?<![及和])(?:其他|其它|其余)[^，]{0,10}$")
# The first of many are listed, not all.
_RANKED = compiled("首要|其次|主要|最[大多高]|居首|第一大|排名|靠前")
_MORE = compiled("[，、]?(?:再|另|外)加上?|[，、]?另有|[，、]?还有")
_BESIDES = compiled("(?:另有|还有|此外|另外|外加)[^，]{0,4}$")
_FEW = 3
_THESE = compiled("(?:这|上述|以上|前)[两二2]")
_ITEMS = 4
_MANY = compiled(r"多选|重叠|交叉")


def share_partitions(mentions: Sequence[Mention], bound: Bound) -> list[Partition]:
    """The lists of shares, and of ratios that are shares of a hundred."""
    found = list(hundreds(mentions, bound))
    told = [_figures(partition) for partition in found]
    rests = {m.sentence for m in mentions if m.name.rest and m.role is Role.LEVEL}
    levels = [m for m in mentions if m.role is Role.LEVEL and m.name.indicator]
    more = {m.sentence for m in mentions if m.slot.mark == mark.PERCENT and _BESIDES.search(m.left)}
    for run in _runs(mentions):
        if run and run[0].sentence in more and not _fills(run):
            continue  # 国内其他省份占18.2%，另有4.1%是境外游客
        if len(run) > 1 and not any(_MANY.search(m.left) or "重叠" in m.licences for m in run):
            listed = _listed(run, bound, rests, levels)
            found += [one for one in listed if not any(_figures(one) <= closed for closed in told)]
    found += _contributions(mentions, bound)
    found += structures(mentions, bound)
    return found


def _figures(partition: Partition) -> frozenset[tuple[Figure, ...]]:
    return frozenset(part.figures for part in partition.parts)


def _contributions(mentions: Sequence[Mention], bound: Bound) -> Iterator[Partition]:
    """贡献率 of all that makes up a growth (三次产业) listed in one sentence: they make a hundred."""
    rates = [
        m
        for m in mentions
        if m.role is Role.CONTRIBUTION and m.slot.mark == mark.PERCENT and interval_of(m) is not None
    ]
    for _, group in groupby(rates, key=lambda m: m.sentence):
        run = list(group)
        if len(run) > 1 and len(known_set(run)) == len(run):
            claims = tuple(bound.of[id(m)][0] for m in run if id(m) in bound.of)
            yield Partition(None, claims, "known", bound.article, "", "contribution", (), "contributions")


def _runs(mentions: Sequence[Mention]) -> Iterator[list[Mention]]:
    """Shares of one sentence that speak of one whole, parts within parts left out."""
    shares = [m for m in mentions if _is_share(m)]
    for _, group in groupby(shares, key=lambda m: m.sentence):
        for same in _of_one(group):
            run = [m for m in same if not (m.name.within and "其中" in m.lead)]
            yield [m for m in run if m.topic is None or not m.topic.name.total] or run


def _of_one(shares: Iterable[Mention]) -> Iterator[list[Mention]]:
    """The shares that name one whole, with those after them that name none: 占出口的31%，对欧盟占23%."""
    run: list[Mention] = []
    whole = ("", "")
    for share in shares:
        named = share.whole.subject, share.whole.indicator
        if run and any(named) and named != whole:
            yield run
            run = []
        whole = named if any(named) or not run else whole
        run.append(share)
    if run:
        yield run


def _is_share(mention: Mention) -> bool:
    told = mention.role is Role.SHARE and mention.slot.mark == mark.PERCENT
    return told and mention.made_by != "restated" and (not mention.name.total or mention.name.rest)


def _listed(
    run: list[Mention], bound: Bound, rests: set[tuple[int, int]], levels: Sequence[Mention]
) -> list[Partition]:
    complete = "open"
    if known_set(_parts(run)) and len(known_set(_parts(run))) == len(run) and _is_near(run):
        complete = "known"
    elif _divided(run) and (run[0].sentence not in rests or _parts(run)[-1].name.rest):
        complete = "stated"
    if complete == "open" and _turned(run):
        complete = "stated"
    filled = _fills(run)
    if not filled and (_OF_EACH.search(run[0].left) or (complete == "stated" and _of_one_whole(run, levels))):
        complete = "open"
    if not filled and (complete == "open" or _MORE.match(bound.article.text, run[-1].slot.span.end)):
        return []  # 各占38%、35%、13%，再加一成多的辅料
    claims = tuple(_of_each(m, _plainest(m, bound.of[id(m)])) for m in run if id(m) in bound.of)
    return (
        [Partition(None, claims, complete, bound.article, "", "share", (), "shares")]
        if len(claims) > 1
        else []
    )


def _of_one_whole(run: list[Mention], levels: Sequence[Mention]) -> bool:
    """Whether the amounts of the parts over their shares come to one whole: the shares are right as they are.

    机电786亿元、服装141亿元，分别占70.0%和12.6%: they leave others out, and no digit is wrong.
    """
    common: Interval | None = Interval(None, None)
    for topic, share in zip(_parts(run), run, strict=True):
        part = topic if topic is not share else _amount(share, levels)
        whole = implied(share, part) if part is not share else None
        if whole is None:
            return False
        common = common.intersect(whole) if common is not None else None
    return common is not None


def _amount(share: Mention, levels: Sequence[Mention]) -> Mention:
    """The level of its sentence that a share goes by; the share itself when there is none."""
    named = share.name.indicator
    like = (m for m in levels if m.sentence == share.sentence and named and m.name.indicator.endswith(named))
    return next(like, share)


def _plainest(mention: Mention, claims: Sequence[Claim]) -> Claim:
    """The reading the words ask for most; 分别 lists shares of one whole, whichever that is."""
    first = min(claims, key=lambda claim: claim.alternative)
    return replace(first, alternative=0) if mention.made_by == "respectively" else first


def _parts(run: list[Mention]) -> list[Mention]:
    return [m.topic if not m.name.indicator and m.topic is not None else m for m in run]


def _divided(run: list[Mention]) -> bool:
    """The text divides the whole: a lens, a number of kinds, or 分别; and nothing is far from one."""
    total = _sum(run)
    if not _is_near(run) or len(run) < 2:
        return False
    some = run[0].kinds == len(run) < _FEW and _THESE.search(run[0].lead)
    if some and total.top is not None and total.top < 1:
        return False  # 这两类产品占比分别为19.38%、77.62%: there are others
    if _leaves_little(total) and not _REST.search(run[-1].lead):
        return False
    if run[0].lens and not (_RANKED.search("".join(m.lead for m in run)) or _far_off(run, total)):
        return True
    if run[0].kinds == len(run) or (len(run) > 2 and _REST.search(run[-1].lead)):
        return True
    return not _of_a_place(run[0]) and any(_KINDS.search(m.left) for m in run)


def _leaves_little(total: Interval) -> bool:
    """民企占58.6%，外企26.5%，国企14.6%: less than one in a hundred is left for others that are not said."""
    return total.top is not None and Fraction(99, 100) < total.top < 1


def _turned(run: list[Mention]) -> bool:
    """Four or more items of a list make a hundred but for two digits that changed places: 43.7 for 34.7."""
    total = _sum(run).middle
    if len(run) < _ITEMS or not _is_near(run) or total is None or len({m.segment for m in run}) < len(run):
        return False
    return any(
        total - Fraction(value) / 100 + Fraction(other) / 100 == 1
        for m in run
        if m.slot.figure is not None and (value := m.slot.figure.value) is not None
        for other in _swaps(value)
    )


def _swaps(value: Decimal | Fraction) -> Iterator[Fraction]:
    """The numbers that a number of tenths becomes when two neighbouring digits change places."""
    digits = str(int(value * 10))
    for at in range(len(digits) - 1):
        yield Fraction(int(digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]), 10)


def _is_near(run: list[Mention]) -> bool:
    """Whether the shares come near a hundred together."""
    total = _sum(run)
    return (
        total.top is not None
        and total.bottom is not None
        and total.top > Fraction(85, 100)
        and total.bottom < Fraction(115, 100)
    )


def _far_off(run: list[Mention], total: Interval) -> bool:
    """Two shares that miss a hundred by a twentieth are just two of many."""
    middle = total.middle
    return len(run) < _FEW and (middle is None or abs(middle - 1) > Fraction(1, 20))


def _of_a_place(mention: Mention) -> bool:
    """Its whole is just a place (占全国的40%): of each thing that is listed, the place has its own total."""
    whole = mention.whole
    return bool(whole.subject) and whole.indicator in ("", *words().wholes)


def _of_each(mention: Mention, claim: Claim) -> Claim:
    """另外两家股东各占3%: what they have together."""
    times = several(mention.lead)
    if times == 1 or claim.interval is None:
        return claim
    return replace(claim, interval=claim.interval.scaled(Fraction(times)))


def _fills(run: list[Mention]) -> bool:
    return _sum(run).meets(Interval.exactly(1))


def _sum(run: list[Mention]) -> Interval:
    total = Interval.exactly(0)
    for mention in run:
        total = total + (interval_of(mention) or Interval.exactly(0))
    return total
