"""A rounded number said first, the exact one further on: 近九成职工支持，具体是88.6%; 不足百人…：97名学生."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.around import paragraph
from factcheck.interval import Interval
from factcheck.model import Dimension, Figure, Reading, Span
from factcheck.patterns import compiled
from factcheck.stops import closing, opening

_ROUNDED = compiled("近|超|逾|不足|不到|突破|过|多|余|未满|接近")
_LINKED = compiled("[一-鿿]{0,8}[，,][一-鿿]{0,9}(?:准确|确切)地说是")  # told by another check
_EXACTLY = compiled(
    "(?:具体|确切|准确|精确)(?:地?[说讲来]+|点儿?说)?的?(?:数字|数据|数值|比例|占比|人数|数)?(?:是|为|达)?[：:，,]?$"
)
_OWN = compiled("(?:共|有|共有|现有|其|一共|总共|全校|全村|全厂|全院|全体)*")
_SINGLE = compiled("[^，。；：\n]*是(?:一[个所家座支名]|[^，。；：\n]*的[一-鿿]{1,6}$)")
_NOUN = compiled("[一-鿿]{2,4}")
_CHANGED = compiled("[增升降减涨跌落提高低多少快慢长][^，。；]{0,6}$|点")
_EMPTY = frozenset("的了是在有占比为这家年去今全市县省区一个人入和与及其中上下到成产量")
_STOPS = "，。；：！？\n"
_HALF = Fraction(1, 2)


def check(subject: Reading, reading: Reading) -> Iterator[Judgement]:
    """Every rounded figure with the exact one its paragraph gives for it."""
    text = reading.article.text
    for at, rounded in enumerate(reading.figures):
        if rounded.interval is None or not _ROUNDED.search(rounded.hedge):
            continue
        end = paragraph(text, rounded.span.start).end
        after = [one for one in reading.figures[at + 1 : at + 8] if one.span.end <= end]
        exact = _exact(text, rounded, after)
        if exact is not None:
            yield from _judged(rounded, exact)


def _exact(text: str, rounded: Figure, after: Sequence[Figure]) -> Figure | None:
    """The figure that gives a rounded one exactly; `None` when none does for sure."""
    like = [one for one in after if _alike(rounded, one)]
    between = text[rounded.span.end : like[0].span.start] if like else ""
    if _LINKED.fullmatch(between):
        return None
    if like and not like[0].hedge and _EXACTLY.search(between):
        return like[0]
    named = [one for one in like if not one.hedge and _counted_again(text, rounded, one)]
    if len(named) == 1:
        return named[0]
    return _retold(text, rounded, like)


def _alike(rounded: Figure, other: Figure) -> bool:
    one, two = rounded.unit, other.unit
    if one is None or two is None or other.interval is None or other.value is None:
        return False
    return one.dimension is two.dimension and (one.base == two.base or one.dimension is Dimension.COUNT)


def _counted_again(text: str, rounded: Figure, exact: Figure) -> bool:
    """这是一所学生不足百人的村小：97名学生: the noun behind the exact figure names the rounded one."""
    if rounded.unit is None or rounded.unit.dimension is not Dimension.COUNT or not _is_near(rounded, exact):
        return False
    noun = _NOUN.match(text, exact.span.end)
    start = _start(text, rounded.span.start)
    stop = _end(text, rounded.span.end)
    if noun is None or "。" in text[rounded.span.end : exact.span.start]:
        return False
    here = text[start:stop]
    ahead = text[_start(text, exact.span.start) : exact.span.start]
    whole = _SINGLE.match(here) is not None or stop == rounded.span.end + len("人")
    return whole and noun.group()[:2] in here and _OWN.fullmatch(ahead) is not None


def _retold(text: str, rounded: Figure, like: Sequence[Figure]) -> Figure | None:
    """近六成产品出口。…出口收入占58.7%: the only percentage of two sentences, or its digits exchanged."""
    if (
        rounded.unit is None
        or rounded.unit.dimension is not Dimension.RATIO
        or rounded.text.endswith(("%", "％"))
    ):
        return None
    exact = like[0] if len(like) == 1 else None
    if exact is None or exact.hedge or not exact.text.endswith(("%", "％")):
        return None
    between = text[rounded.span.end : exact.span.start]
    start = max(_start(text, exact.span.start), rounded.span.end)
    told = text[start : exact.span.start] + text[exact.span.end : _end(text, exact.span.end)]
    if between.count("。") > 1 or _CHANGED.search(text[start : exact.span.start]):
        return None
    shared = set(text[rounded.span.end : _end(text, rounded.span.end)]) & set(told) - _EMPTY
    return exact if shared and any(_scaled(rounded).meets(other) for other in _turned(exact)) else None


def _turned(exact: Figure) -> Iterator[Interval]:
    """The shares a percentage becomes when its first two digits change places; itself first."""
    yield _scaled(exact)
    text = exact.text
    if len(text) > 2 and text[:2].isdigit():
        swapped = Fraction(text[1] + text[0] + text[2:].rstrip("%％")) / 100
        yield Interval.exactly(swapped)


def _is_near(rounded: Figure, exact: Figure) -> bool:
    one, two = _scaled(rounded), _scaled(exact)
    edge, value = one.top if one.bottom is None else one.bottom, two.middle
    return bool(edge and value and _HALF < value / edge < 1 / _HALF)


def _scaled(figure: Figure) -> Interval:
    assert figure.interval is not None and figure.unit is not None
    return figure.interval.scaled(figure.unit.scale)


def _start(text: str, at: int) -> int:
    return opening(text, at, _STOPS)


def _end(text: str, at: int) -> int:
    return closing(text, at, _STOPS)


def _judged(rounded: Figure, exact: Figure) -> Iterator[Judgement]:
    word = rounded.hedge.split("…")[0]
    span = rounded.span
    spots = Spot("exact", exact.span), Spot("bound", Span(span.start, span.end))
    if _scaled(rounded).meets(_scaled(exact)):
        yield held(*spots, equation=f"{word}{rounded.text} ∋ {exact.text}", weak=True)
    else:
        yield conflict(*spots, equation=f"{word}{rounded.text} ∌ {exact.text}", word=word)
