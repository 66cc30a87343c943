"""One figure compared with another of the same unit: 6.2%，高于全国（5.0%）, 比全省的2万元低800元."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.checks.parts.around import sentence
from factcheck.interval import Interval
from factcheck.model import Dimension, Figure, FigureKind, Reading, Span
from factcheck.patterns import compiled
from factcheck.records import dataclass

_UP = "高多快大"
_PLAIN = frozenset("高多快大低少慢小")  # what compares without saying by how much
_WORD = compiled(
    r"[高多快大低少慢小比较](?:(?<=[高多快大低少慢小])(?P<than>于)|(?<=[比较])(?<![同环占]比)(?=[\u4e00-\u9fff0-9２]))"
)
_NOUN = r"[^，,。；;：:、（()）！？\n]"
_OPEN = compiled(rf"{_NOUN}{{1,16}}[（(](?:为|约)?\s?$")
_BARE = compiled(rf"{_NOUN}{{1,14}}$")
_RISES = "增加|增长|提高|上升|延长|延迟|推迟|超出|多[雇招收卖产用花建种养跑走]|[高多快大长重宽深贵厚远超]"
_FALLS = "提前|缩短|压缩|减少|节省|节约|降低|下降|便宜|少[雇招收卖产用花建种养跑走]|[低少慢小短轻窄浅薄近省]"
_HEIGHT = compiled(rf"\s?的?(?:平均)?(?:水平)?(?P<way>(?P<up>{_RISES})|{_FALLS})(?:出|了|于)?(?:约|近|整整)?")
_GAP = compiled(rf"(?P<peer>{_NOUN}{{1,14}}?)(?P<way>[高多快大低少慢小])(?:出|了)?(?:约|近)?$")
_CLOSED = compiled(r"[）)]\s?(?:约|近)?")
_LATER = compiled(
    r"[）)]?[，,；;（(](?P<peer>[\u4e00-\u9fff]{2,10}?)(?:平均|同期)?(?:水平)?(?:则|仅|只)?(?:为|是|增长|达到?|约为)?$"
)
_FALLING = compiled(r"下降|减少|降低|降幅|回落|下跌|跌幅|负增长|缩小|亏损[^，。]{0,3}(?:扩大|增加)")
_STOP = compiled(r"[。！？!?\n]")
_ANOTHER_TIME = compiled(r"[，,][^，,、]{0,6}?(?:\d[日号月年]|[当单每][天日月年]|日均|月均)")
_SHARED = frozenset({Dimension.RATIO, Dimension.POINTS})
_MAGNITUDES = compiled(r"降幅|跌幅|亏损")


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two figures, which of them is said to be greater, and by how much when that is said.

    Attributes:
        own: the figure that is compared.
        word: the words of comparison.
        up: it is said to be the greater one.
        peer: the figure it is compared with.
        gap: by how much, `None` when it is not said.
        falling: the sentence tells of a fall, so that more may mean less.
    """

    own: Figure
    word: Span
    up: bool
    peer: Figure
    gap: Figure | None = None
    falling: bool = False


def comparisons(reading: Reading) -> Iterator[Comparison]:
    """The comparisons of `reading` in which both figures are given."""
    text, figures = reading.article.text, reading.figures
    starts = [figure.span.start for figure in figures]
    peers: set[int] = set()
    for word in _WORD.finditer(text):
        here = bisect_right(starts, word.start())
        if here == len(starts):
            return
        if _STOP.search(text, word.end(), starts[here]):
            continue
        inside = sentence(text, word.start())
        behind = figures[here : bisect_right(starts, inside.end)]
        if not behind:
            continue
        ahead = figures[bisect_left(starts, inside.start) : here]
        found = _than(text, word, behind) if word.group("than") else _by(text, word, behind)
        if found is None:
            continue
        up, span, peer, gap = found
        own = _own(text, [one for one in ahead if id(one) not in peers], peer, gap, word.start())
        peers.add(id(peer))
        if own is not None:
            lead = text[inside.start : word.start()][-30:]
            falling = bool(_FALLING.search(lead)) and not _MAGNITUDES.search(text, inside.start, span.start)
            yield Comparison(own, span, up != _takes_time(own, text, span), peer, gap, falling)


def _takes_time(own: Figure, text: str, span: Span) -> bool:
    """6.8分钟比7.9分钟快: what takes less time is faster."""
    lasting = own.unit is not None and own.unit.dimension is Dimension.DURATION
    return lasting and any(way in text[span.start : span.end] for way in "快慢")


_Found = tuple[bool, Span, Figure, "Figure | None"]


def _than(text: str, word: re.Match[str], behind: Sequence[Figure]) -> _Found | None:
    """高于 and its kin: the peer in brackets, bare, or in the next clause."""
    if not behind:
        return None
    up, first = word.group()[0] in _UP, behind[0]
    between = text[word.end() : first.span.start]
    span = Span(word.start(), word.end())
    if _OPEN.fullmatch(between):
        return up, Span(span.start, first.span.start - 1), first, _closing_gap(text, first, behind)
    if _BARE.fullmatch(between) and not _is_gap(first):
        return (
            (up, Span(span.start, first.span.start), first, None)
            if "的" in between or _named(between)
            else None
        )
    if _BARE.fullmatch(between):
        peer = _later(text, first, behind, between)
        return (up, Span(span.start, first.span.start), peer, first) if peer is not None else None
    found = re.match(rf"({_NOUN}{{2,14}})[，,]", text[word.end() : first.span.start])
    if found is not None and _same(found.group(1), between[found.end() :]):
        return up, Span(span.start, word.end() + len(found.group(1))), first, None
    return None


def _by(text: str, word: re.Match[str], behind: Sequence[Figure]) -> _Found | None:
    """比…低: the peer's figure inside, or in the next clause."""
    if not behind:
        return None
    first = behind[0]
    between = text[word.end() : first.span.start]
    if _BARE.fullmatch(between) and (height := _HEIGHT.match(text, first.span.end)):
        gap = behind[1] if len(behind) > 1 and behind[1].span.start == height.end() else None
        if height.group("way") not in _PLAIN and (gap is None or not comparable(gap, first)):
            return None
        return height.group("up") is not None, Span(word.start(), height.end()), first, gap
    found = _GAP.fullmatch(between)
    if found is None:
        return None
    peer = _later(text, first, behind, found.group("peer"))
    if peer is None:
        return None
    return found.group("way") in _UP, Span(word.start(), first.span.start), peer, first


def _closing_gap(text: str, peer: Figure, behind: Sequence[Figure]) -> Figure | None:
    """The figure right behind the closing bracket."""
    for figure in behind[1:2]:
        if _CLOSED.fullmatch(text, peer.span.end, figure.span.start):
            return figure
    return None


def _later(text: str, gap: Figure, behind: Sequence[Figure], name: str) -> Figure | None:
    """The peer's figure in the clause or the brackets behind the gap, told under the peer's name."""
    for figure in behind[1:2]:
        found = _LATER.fullmatch(text, gap.span.end, figure.span.start)
        if found is not None and _same(name, found.group("peer")):
            return figure
    return None


def _same(name: str, again: str) -> bool:
    """Whether a name is told again, by its first two characters."""
    return len(again) > 1 and name.strip()[:2] == again.strip()[:2]


def _named(between: str) -> bool:
    """Whether the words between a comparison and its figure end in what has a level (率, 目标, 水平)."""
    return between[-1:] in "率标平重值价额量线均损数比速幅"


def _is_gap(figure: Figure) -> bool:
    return figure.kind is FigureKind.POINTS


def _own(text: str, ahead: Sequence[Figure], peer: Figure, gap: Figure | None, at: int) -> Figure | None:
    """The figure before, in the unit of the peer, that is compared with it at `at`.

    The one the gap fits, else the whole where parts were told after it (40个，其中前场10个，比对手多5个),
    else the nearest; what stands before a semicolon only where nothing stands behind it.
    """
    like = [one for one in ahead if one.unit and peer.unit and one.unit.base == peer.unit.base]
    if not like:
        return None
    fitting = [one for one in like if gap is not None and _fits(one, peer, gap)]
    cut = max(text.rfind(mark, 0, at) for mark in "；;")
    near = [one for one in like if one.span.start > cut] or like
    own = fitting[-1] if fitting else _whole(text, near) or near[-1]
    return own if _alike(own, peer) else None


def _fits(own: Figure, peer: Figure, gap: Figure) -> bool:
    """Whether the two are apart by the gap, whichever is greater."""
    mine, theirs, apart = base(own), base(peer), base(gap)
    if mine is None or theirs is None or apart is None or not comparable(gap, own):
        return False
    return apart.meets(mine - theirs) or apart.meets(theirs - mine)


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
    if figure.interval is None:
        return None
    unit = figure.unit
    if unit is None:
        return figure.interval
    scale = (
        Fraction(1, 100)
        if unit.dimension in (Dimension.RATIO, Dimension.POINTS) and unit.name in _HUNDREDTHS
        else unit.scale
    )
    return figure.interval.scaled(scale)


_HUNDREDTHS = frozenset({"%", "个百分点", "百分点"})
