"""Which figure a comparison is about, and whether the gap told of it fits."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from factcheck.checks.parts.around import clause
from factcheck.interval import Interval
from factcheck.model import Dimension, Figure, FigureKind
from factcheck.patterns import compiled

_REACHES = compiled(r"[，,]?(?:目前|现|总数|合计)?(?:达到?|为|至|是|有)")
_LEAD = compiled(
    r"仍然?|也|均|则|还|又|都|但|而|却|且|并|略|远|明显|显著|大大|大幅|已|虽|不仅|只|同比|环比|分别|其|这|该|此|一|不|数字?|水平|成绩|比例"
    r"|占比|比重|数据|速度|价格|增速|增幅|涨幅|降幅|跌幅|总体|整体|平均|单日|当[天日月年]|今年|本[月年季周]|同期|更|[是就，,、\s]"
)
_ANOTHER_TIME = compiled(r"[，,][^，,、]{0,6}?(?:\d[日号月年]|[当单每][天日月年]|日均|月均)")
_SHARED = frozenset({Dimension.RATIO, Dimension.POINTS})
_TAKEN_OFF = compiled("扣除|扣去|减去|除去|刨除|净额")
_SHORTEST, _AHEAD = 2, 16


def reached(text: str, behind: Sequence[Figure], peer: Figure, gap: Figure | None) -> Figure | None:
    """The figure that is told behind the gap: 比去年的120人增加30人，达150人."""
    if gap is None or peer.unit is None:
        return None
    for one in behind:
        if one.span.start <= gap.span.end or one.unit is None:
            continue
        told = one.unit.base == peer.unit.base and _REACHES.fullmatch(text, gap.span.end, one.span.start)
        return one if told else None
    return None


def own_figure(
    text: str, ahead: Sequence[Figure], peer: Figure, gap: Figure | None, at: int
) -> Figure | None:
    """The figure before, in the unit of the peer, that is compared with it at `at`.

    The one the gap fits, else the whole where parts were told after it (40个，其中前场10个，比对手多5个),
    else the nearest; what stands before a semicolon only where nothing stands behind it.
    """
    like = [one for one in ahead if one.unit and peer.unit and one.unit.base == peer.unit.base]
    if not like:
        return None
    fitting = [one for one in like if gap is not None and fits(one, peer, gap)]
    fitting = [one for one in fitting if gap is not None and _exactly(one, peer, gap)] or fitting
    cut = max(text.rfind(mark, 0, at) for mark in "；;")
    near = [one for one in like if one.span.start > cut] or like
    own = fitting[-1] if fitting else _whole(text, near) or near[-1]
    if not fitting and _another(text, own, at):
        return None
    return own if _alike(own, peer) else None


def _another(text: str, own: Figure, at: int) -> bool:
    """Whether the clause of a comparison at `at` names what is compared, and it is not what `own` is of."""
    start = clause(text, at).start
    name = _LEAD.sub("", text[start:at])
    if own.span.end > start or len(name) < _SHORTEST:
        return False
    return name not in text[max(0, own.span.start - _AHEAD) : own.span.start]


def fits(own: Figure, peer: Figure, gap: Figure) -> bool:
    """Whether the two are apart by the gap, whichever is greater."""
    mine, theirs, apart = base(own), base(peer), base(gap)
    if mine is None or theirs is None or apart is None:
        return False
    if of_peer(gap, own):
        if not theirs.bottom or theirs.bottom < 0:
            return False
        rate = (mine / theirs).shifted(-1)
        return apart.meets(rate) or apart.meets(-rate)
    if not comparable(gap, own):
        return False
    return apart.meets(mine - theirs) or apart.meets(theirs - mine)


def _exactly(own: Figure, peer: Figure, gap: Figure) -> bool:
    """Whether the printed values are apart by the printed gap: 38天 and 21.6天 by 16.4天, and not 5天."""
    if None in (own.worth, peer.worth, gap.worth):
        return False
    assert own.worth is not None and peer.worth is not None
    return abs(own.worth - peer.worth) == gap.worth


def of_peer(gap: Figure, own: Figure) -> bool:
    """Whether a gap is told as a share of the peer."""
    return gap.kind is FigureKind.PERCENT and own.kind is not FigureKind.PERCENT


def comparable(gap: Figure, own: Figure) -> bool:
    """Whether a gap is told in the unit of what it parts; points part per cents."""
    if gap.unit is None or own.unit is None:
        return False
    return gap.unit.base == own.unit.base or {gap.unit.dimension, own.unit.dimension} <= _SHARED


def _whole(text: str, like: Sequence[Figure]) -> Figure | None:
    """The figure that those behind it are parts of: 其中 stands between, or they add up to it."""
    last = like[-1]
    for place in range(len(like) - 2, -1, -1):
        one, rest = like[place], like[place + 1 :]
        if _ANOTHER_TIME.search(text, like[-2].span.end, last.span.start):
            return None
        if _TAKEN_OFF.search(text, one.span.end, last.span.start):
            return None  # 总额6.24亿元，扣除费用0.58亿元，净额5.66亿元，少于…
        if "其中" in text[one.span.end : rest[0].span.start]:
            return one
        values = [figure.value for figure in rest]
        added = len(rest) > 1 and None not in values and one.value == sum(value or 0 for value in values)
        if added and one.unit == last.unit:
            return one
    return None


def _alike(own: Figure, peer: Figure) -> bool:
    """Whether two figures are of one order, so that they can be of one thing."""
    mine, theirs = base(own), base(peer)
    if mine is None or theirs is None or not mine.bottom or not theirs.bottom:
        return own.kind is FigureKind.PERCENT and peer.kind is FigureKind.PERCENT
    return own.kind is FigureKind.PERCENT or Fraction(1, 20) < abs(mine.bottom / theirs.bottom) < 20


def base(figure: Figure) -> Interval | None:
    """The values of a figure in base units; points and per cent share theirs."""
    if figure.interval is None or figure.unit is None:
        return figure.interval
    return figure.interval.scaled(figure.unit.scale)
