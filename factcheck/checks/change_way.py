"""A change against the two levels it lies between: 昨日14.2米，今日14.8米，下跌0.6米."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.around import clause, outer
from factcheck.checks.parts.compared import base, comparable
from factcheck.interval import Interval
from factcheck.model import Dimension, Figure, FigureKind, Reading
from factcheck.patterns import compiled

_WAY = compiled(
    "(?=[上增提升走攀涨贵多高下减降回缩跌便少低])(?:(?P<up>上升|上涨|增加|增长|提高|升高|走高|攀升|涨|贵|(?<![许至最不几差])多|(?<![最新])高)"
    "|(?P<down>下降|下跌|减少|降低|回落|下滑|走低|缩减|跌|便宜|(?<![至最不缺])少|(?<![最新])低))"
    "(?:(?<=[多少])[\u4e00-\u9fff])?(?:了|出)?(?:约|近|整整|足足)?$"
)
# A change of these is no change of the levels, or goes the other way round.
_TURNED = compiled(
    "亏|欠|逆差|赤字|[降跌减]幅|差距|缺口|负债率|还差|相差|排名|位次|名次|落差|耗时|用时|提前|延[后迟]"
)
_BEFORE = compiled(
    "[去上前]年|上[个一]?[月周季期次届旬]|前[一]?[天日周月晚期]|昨[天日晚]|上周|同期|同[月周季]|原来|原先|原本|此前|之前|以前|从前|年初|[年月季]初|过去|[天日周月年]之?前(?![后一二三四五六七八九十两几半\\d])|(?:(?<!理)由(?!于)|从(?![事业]|[^，。；到至]{1,7}起))[^，。；到至]{0,8}$"
)
_NOW = compiled("今[天日年晨早晚]|本[月周年季期届次]|目前|现在|如今|当前|眼下|[到至为]$")
# 2022年平均79分钟，今年52分钟.
_IN_A_YEAR = compiled("(?:19|20)[0-9]{2}年[^，。；]{0,2}[，]?[^，。；]{0,14}$")
_THAN = compiled("[比较](?![例重])[^，。；：]{0,12}$")
_MONTH = compiled("(1[0-2]|[1-9])月(?![1-3]?[0-9]日)[^，。；]{0,12}$")
# What may stand before the verb of a change; any other word tells that it is of something else.
_BARE = compiled(
    r"(?:一下子?|[一两三四五六七八九十\d.]+(?:个)?(?:小时|天|周|星期|月|年|日)(?:里|内|间|来|下来)?|环比|同比|比[去上前昨][^，]{1,4}|反而|反倒|却|又|再|也|还|就|"
    "都|则|已经?|整整|足足|一共|共|平均|每[^，]{1,3}|等于|相当于|这样|算下来|下来|大约|略|小幅|大幅|明显|净|增速|水位|气温|价格|单价|涨幅|[，,的了])*"
)
# A base that the clause of a change names must be that of the levels.
_BASES = {
    "同比": ("去年", "上年", "同期"),
    "比去年": ("去年", "上年"),
    "比上年": ("去年", "上年"),
    "环比": ("上", "前", "月", "季", "周"),
    "比上": ("上月", "上年", "上季", "上周", "上旬", "上期", "上届", "上次", "上一", "上个", "上半年"),
    "比前": ("前",),
    "比昨": ("昨",),
}
_STOP = compiled("[。！？；\n]")
_FALLING = compiled("[降跌减负][^，。；]{0,4}$")
_LEVELS, _REACH, _LEAD = 2, 70, 10
_CHANGES = (FigureKind.QUANTITY, FigureKind.PERCENT, FigureKind.POINTS)
_NO_LEVELS = frozenset({"位", "名", "年", "岁", "届", "号", "点", "时"})


def check(subject: Reading, reading: Reading) -> Iterator[Judgement]:
    """Every change whose size is what parts the two levels before it in its sentence, one of them earlier."""
    text, figures = reading.article.text, reading.figures
    for at in range(_LEVELS, len(figures)):
        change = figures[at]
        if change.kind not in _CHANGES or change.span.start - figures[at - _LEVELS].span.start > _REACH:
            continue
        start = outer(text, change).start
        lead = text[max(0, start - _LEAD) : start]
        way = _WAY.search(lead)
        if way is None:
            continue
        levels = _levels(text, figures, at)
        begins = start - len(lead) + way.start()
        if not levels or not _is_of_them(text, levels, begins):
            continue
        ordered = _ordered(text, levels)
        if ordered is None or _TURNED.search(text, levels[0].span.start - _LEAD, change.span.start):
            continue
        yield from _judged(change, ordered, way.group("up") is not None)


def _is_of_them(text: str, levels: Sequence[Figure], way: int) -> bool:
    """Whether the clause of a change names nothing else: 库存增加 is none of 进货."""
    last = levels[-1].span.end
    comma = max(text.rfind(mark, last, way) for mark in "，,")
    if comma < 0 or _BARE.fullmatch(text, comma + 1, way) is None:
        return False
    said = text[clause(text, levels[0].span.start).start : levels[-1].span.start]
    return all(
        any(word in said for word in words)
        for base, words in _BASES.items()
        if text.find(base, comma, way) >= 0
    )


def _levels(text: str, figures: Sequence[Figure], at: int) -> list[Figure]:
    """The two plain figures of one unit right before a change in its sentence; empty when there are none."""
    change = figures[at]
    found = [one for one in reversed(figures[max(0, at - _LEVELS - 2) : at]) if _can_be(one, change)]
    if len(found) < _LEVELS or change.span.start - found[1].span.start > _REACH:
        return []
    two = [found[1], found[0]]
    rated = two[0].unit is not None and two[0].unit.dimension is Dimension.RATIO
    if rated and any(_FALLING.search(text, max(0, one.span.start - _LEAD), one.span.start) for one in two):
        return []
    if _STOP.search(text, two[0].span.start, change.span.start):
        return []
    units = [one.unit for one in two]
    alike = units[0] is not None and units[1] is not None and units[0].base == units[1].base
    return two if alike and not any(one.hedge for one in two) else []


def _can_be(one: Figure, change: Figure) -> bool:
    """Whether a figure can be one of the levels that a change lies between."""
    if one.unit is None or one.value is None or one.unit.name in _NO_LEVELS:
        return False
    if one.kind is FigureKind.ORDINAL or one.kind is FigureKind.POINTS:
        return False
    if one.unit.dimension is Dimension.RATIO:
        return change.kind is FigureKind.POINTS
    return change.kind is FigureKind.PERCENT or comparable(change, one)


def _ordered(text: str, levels: Sequence[Figure]) -> tuple[Figure, Figure] | None:
    """The earlier and the later of two levels, where their words tell; `None` when they do not."""
    starts = [clause(text, levels[0].span.start).start, levels[0].span.end]
    said = [text[start : one.span.start] for start, one in zip(starts, levels, strict=True)]
    if _THAN.search(said[1]):
        return levels[1], levels[0]
    now = [_NOW.search(words) is not None for words in said]
    then = [_BEFORE.search(words) is not None for words in said]
    first = levels[0].span.start
    if now[1] and not now[0]:
        then[0] |= _IN_A_YEAR.search(text, max(0, first - _REACH), first) is not None
    if then[0] is not then[1]:
        return (levels[0], levels[1]) if then[0] else (levels[1], levels[0])
    if then[0]:
        return (levels[0], levels[1]) if now[1] and not now[0] else None
    months = [found for words in said if (found := _MONTH.search(words)) is not None]
    if len(months) < _LEVELS or not 0 < abs(int(months[0][1]) - int(months[1][1])) <= _LEVELS:
        return None
    rising = int(months[0][1]) < int(months[1][1])
    return (levels[0], levels[1]) if rising else (levels[1], levels[0])


def _judged(change: Figure, ordered: tuple[Figure, Figure], up: bool) -> Iterator[Judgement]:
    before, now, by = base(ordered[0]), base(ordered[1]), base(change)
    if before is None or now is None or by is None or not (before.bounded and now.bounded and by.bounded):
        return
    risen = _risen(change, before, now)
    if risen is None or before.meets(now):
        return
    spots = Spot("change", change.span), Spot("now", ordered[1].span), Spot("before", ordered[0].span)
    rises = now.middle is not None and before.middle is not None and now.middle > before.middle
    nominal = Interval.exactly(risen if rises else -risen)
    if not by.meets(nominal):
        return
    if rises is up:
        yield held(*spots, weak=True)
    else:
        sign = ">" if rises else "<"
        yield conflict(
            *spots,
            way="升" if up else "降",
            other="升" if rises else "降",
            equation=f"{ordered[1].text} {sign} {ordered[0].text}",
        )


def _risen(change: Figure, before: Interval, now: Interval) -> Fraction | None:
    """By how much it rose as printed, in the unit of the change."""
    then, later = before.middle, now.middle
    if then is None or later is None:
        return None
    if change.kind is not FigureKind.PERCENT:
        return later - then
    return later / then - 1 if then > 0 else None
