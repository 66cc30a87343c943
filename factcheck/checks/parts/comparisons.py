"""One figure compared with another of the same unit: 6.2%，高于全国（5.0%）, 比全省的2万元低800元."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from factcheck.checks.parts.around import sentence
from factcheck.checks.parts.compared import comparable, fits, of_peer, own_figure, reached
from factcheck.checks.parts.last import Last
from factcheck.model import Dimension, Figure, FigureKind, GroupKind, Reading, Span
from factcheck.patterns import compiled
from factcheck.records import dataclass

_UP = "高多快大"
_PLAIN = frozenset("高多快大低少慢小")  # what compares without saying by how much
# One set of characters first: the search runs through an article for it at once.
_WORD = compiled(
    r"[高多快大低少慢小比较与和同偏](?:(?<=[高多快大低少慢小])(?P<than>于)"
    r"|(?<=[比较])(?<![同环占]比)(?![重例值率])(?=[\u4e00-\u9fff0-9２])"
    r"|(?<=[与和同])(?!(?<=同)期)(?=[^，,。；;：:、\n]{2,24}相比)|(?<=[，,]偏)(?P<then>[高低多少大小强弱长短]))"
)
_NOUN = r"[^，,。；;：:、（()）！？\n]"
_OPEN = compiled(rf"{_NOUN}{{1,16}}[（(](?:为|约)?\s?$")
_BARE = compiled(rf"{_NOUN}{{1,14}}$")
_VERBS = "雇招收卖产用花建种养跑走"
_ALONE = "(?![幅速量致约达期新年大位点峰谷])"  # 比去年的48元大幅下降; 与5.9万元的高位相比
_RISES = (
    "增加|增长|提高|上升|延长|延迟|推迟|超出|[升增加][高多大长宽厚深重快]"
    f"|多[{_VERBS}]|[高多快大长重宽深贵厚远超强]{_ALONE}"
)
_FALLS = (
    f"提前|缩短|压缩|减少|节省|节约|降低|下降|便宜|减[小轻弱]|少[{_VERBS}]|[低少慢小短轻窄浅薄近省弱]{_ALONE}"
)
_AMOUNTS = compiled("增加|增长|提高|上升|减少|降低|下降")  # their per cents are growths
_HEIGHT = compiled(
    rf"\s?的?(?:平均)?(?:水平)?(?:[）)]\s?(?:相比)?[，,]?|相比[，,]?)?偏?(?P<way>(?P<up>{_RISES})|{_FALLS})(?:出|了|于)?(?:约|近|整整)?"
)
_BEFORE = compiled(
    r"(?:常年|同期|多年|均值|历史|平均|标准|定额|设计值|[上去前]年|上[月季])[^，,。；;、]{0,6}$"
)
_GAP = compiled(rf"(?P<peer>{_NOUN}{{1,14}}?)(?P<way>[高多快大低少慢小])(?:出|了)?(?:约|近)?$")
_CLOSED = compiled(r"[）)]\s?(?:约|近)?")
_LATER = compiled(
    r"[）)]?[，,；;（(](?P<peer>[\u4e00-\u9fff]{2,10}?)(?:平均|同期)?(?:水平)?(?:则|仅|只)?(?:为|是|增长|达到?|约为)?$"
)
_FALLING = compiled(r"下降|减少|降低|降幅|回落|下跌|跌幅|负增长|缩小|亏损[^，。]{0,3}(?:扩大|增加)")
# 比乙队多2金: by how much, and no level of its own.
_MORE = compiled("比[^，,。；;、]{1,12}[高多快大低少慢小](?:出|了)?(?:约|近)?$")
_FAR = 18
_STOP = compiled(r"[。！？!?\n]")
_CHANGED = compiled("(?:减少|增加|净增|净减|下降|上升|提高|降低|多招|少招)了?$")
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


@cache
def _last() -> Last[Sequence[Comparison]]:
    return Last()


def comparisons(reading: Reading) -> Sequence[Comparison]:
    """The comparisons of `reading` in which both figures are given."""
    return _last().of(reading, find=lambda: tuple(_plain(reading)))


def _plain(reading: Reading) -> Iterator[Comparison]:
    """The comparisons but those with one end of a range: 比40毫米偏少5至15毫米."""
    ranged = {id(one) for group in reading.groups if group.kind is GroupKind.RANGE for one in group.figures}
    for one in _found(reading):
        if not ranged.intersection((id(one.own), id(one.peer), id(one.gap))):
            yield one


def _found(reading: Reading) -> Iterator[Comparison]:
    text = reading.article.text
    figures = [one for one in reading.figures if one.kind is not FigureKind.ORDINAL]  # 第47周的5.9%
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
        if not behind or _just_compared(text, inside, figures[here - 1 : here]):
            continue
        ahead = figures[bisect_left(starts, inside.start) : here]
        if word.group("then"):
            found = _then(text, word, ahead, behind)
        else:
            found = _than(text, word, behind) if word.group("than") else _by(text, word, behind)
        if found is None:
            continue
        up, span, peer, gap = found
        peers.add(id(peer))
        own = reached(text, behind, peer, gap) or own_figure(
            text,
            [one for one in ahead if id(one) not in peers and not _changed(text, one)],
            peer,
            gap,
            word.start(),
        )
        if own is not None and (gap is None or not of_peer(gap, own) or fits(own, peer, gap)):
            lead = text[inside.start : word.start()][-30:]
            falling = bool(_FALLING.search(lead)) and not _MAGNITUDES.search(text, inside.start, span.start)
            yield Comparison(own, span, up != _takes_time(own, text, span), peer, gap, falling)


def _changed(text: str, one: Figure) -> bool:
    """报名14.7万人，比去年减少1.9万人，但仍多于2019年: by how much it changed is no level to compare."""
    return _CHANGED.search(text, max(0, one.span.start - 4), one.span.start) is not None


def _just_compared(text: str, inside: Span, last: Sequence[Figure]) -> bool:
    """比乙队多2金，比上届的9金多3金: the figure before only says by how much, so that none is compared."""
    starts = [max(inside.start, one.span.start - _FAR) for one in last if one.span.start >= inside.start]
    return any(_MORE.search(text, start, one.span.start) for start, one in zip(starts, last, strict=False))


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
    """比…低: the peer's figure inside, bare or in brackets, or in the next clause."""
    first = behind[0]
    between = text[word.end() : first.span.start]
    found = _GAP.fullmatch(between)  # 快了3秒多 tells by how much
    if found is None and (_BARE.fullmatch(between) or _OPEN.fullmatch(between)):
        height = _HEIGHT.match(text, first.span.end)
        if height is not None:
            return _higher(word.start(), height, first, behind)
    if found is None:
        return None
    peer = _later(text, first, behind, found.group("peer"))
    if peer is None:
        return None
    return found.group("way") in _UP, Span(word.start(), first.span.start), peer, first


def _higher(start: int, height: re.Match[str], peer: Figure, behind: Sequence[Figure]) -> _Found | None:
    """A comparison from `start` on, told by the words behind the peer's figure and what they measure."""
    gap = behind[1] if len(behind) > 1 and behind[1].span.start == height.end() else None
    way = height.group("way")
    if way not in _PLAIN and (gap is None or not (comparable(gap, peer) or _rated(gap, way))):
        return None
    return height.group("up") is not None, Span(start, height.end()), peer, gap


def _rated(gap: Figure, way: str) -> bool:
    """Whether a gap is a share of the peer (厚三成), not a growth of it."""
    return gap.kind is FigureKind.PERCENT and _AMOUNTS.fullmatch(way) is None


def _then(text: str, word: re.Match[str], ahead: Sequence[Figure], behind: Sequence[Figure]) -> _Found | None:
    """86毫米，常年同期为124毫米，偏少30%: the peer's figure in the clause before."""
    peer = ahead[-1] if len(ahead) > 1 else None
    if peer is None or peer.span.end + 1 != word.start() or behind[0].span.start != word.end():
        return None
    if not _BEFORE.search(text, max(0, peer.span.start - 14), peer.span.start):
        return None
    return word.group("then") in "高多大强长", Span(*word.span()), peer, behind[0]


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
