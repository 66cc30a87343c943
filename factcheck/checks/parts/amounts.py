"""Figures that can be ranked: amounts in a unit, times down to seconds as one amount each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.checks.parts.compared import base
from factcheck.checks.parts.timings import timings
from factcheck.interval import Interval
from factcheck.model import Dimension, Figure, FigureKind, Span
from factcheck.patterns import compiled
from factcheck.records import dataclass

_KINDS = frozenset({FigureKind.QUANTITY, FigureKind.PERCENT})
_SELF = frozenset(
    {"岁", "周岁", "年", "个月", "届", "号", "位", "个百分点", "倍"}
)  # told of whom, not of what is ranked
_JOIN = compiled("[至到—–~～-]{1,2}|[、和与及]")
_SECOND = compiled("之(?=[，。；,;]|$)")
_APART = compiled(
    r"(?:(?<!新)增|[减升降涨跌差扣超]|(?<!最)[高低多少快慢大小远领]出?|可投|限投|[最至]多(?:只?[可能]\w)?|落后|领先|相差|差距|优势|分差|奖金?|奖励|补贴|起价|[^同环]比|每|平均|合计|总计|共计|累计|罚款?)"
    r"[了出长加少速幅为约近达至到的其：]{0,2}$"
    r"|[快慢多少早晚差](?:了|出)?[他她它其](?:们)?$|(?:领先|落后|超过|超出|多出|高出|力压|净胜)(?![的者])[\u4e00-\u9fff]{2,8}$"
)
_SIZES = ("万", "亿")
_GROWN = ("增长", "上涨", "提升", "下降")
_BY_GROWTH = compiled("(?:从|按)?(?:增[速幅]|涨幅|降幅|增长率?)(?:看|最|排|居|位|前|由|从|在|领跑)")
_BACK, _FAR = 12, 80


@dataclass(frozen=True, slots=True, eq=False)
class Amount:
    """How much it is, in base units; `lasting` when it is a length of time."""

    span: Span
    text: str
    values: Interval
    unit: str
    printed: tuple[str, object] | None = None
    lasting: bool = False

    def below(self, other: Amount) -> bool:
        """Whether it is surely less: ranges apart, or printed to the same place and not the same."""
        mine, theirs = self.values, other.values
        if mine.middle is None or theirs.middle is None or mine.middle >= theirs.middle:
            return False
        alike = self.printed is not None and self.printed == other.printed
        return alike or not mine.meets(theirs)


def amounts(figures: Sequence[Figure], text: str) -> list[Amount]:
    """The amounts among `figures`, in reading order, without what only tells gaps, prizes and means."""
    timed = [one for one in figures if _lasts(one)]
    plain = [one for one in figures if not _lasts(one)] if timed else figures
    found = [*_plain(plain, text), *_times(timed, text)]
    found = [one for one in found if one.text[0].isdecimal()]  # 一班 is a name
    kept = [one for one in found if not _is_apart(text, one)]
    return sorted(kept, key=lambda one: one.span.start)


def _is_apart(text: str, one: Amount) -> bool:
    """Whether it only tells a gap, a prize or a mean; 增速最快的是甲区，增长11.4% tells what is ranked."""
    start = one.span.start
    if _APART.search(text, max(0, start - _BACK), start) is None:
        return False
    ranked = one.text.endswith(("%", "％")) and text.endswith(_GROWN, 0, start)
    return not ranked or _BY_GROWTH.search(text, max(0, start - _FAR), start) is None


def _lasts(figure: Figure) -> bool:
    return figure.unit is not None and figure.unit.dimension is Dimension.DURATION


def _plain(figures: Sequence[Figure], text: str) -> Iterator[Amount]:
    last: Figure | None = None
    for figure in figures:
        joined = last is not None and _JOIN.fullmatch(text, last.span.end, figure.span.start)
        unit = last.unit if joined and last is not None and figure.unit is None else figure.unit
        if unit is None and figure.text.endswith(_SIZES) and figure.interval is not None:
            printed = None if figure.hedge else (figure.text[-1], figure.step)
            yield Amount(figure.span, figure.text, figure.interval, "", printed)  # 洛阳1126万、开封874万
            last = None
            continue
        ranked = figure.kind in _KINDS or (figure.kind is FigureKind.NUMBER and unit is not None)
        values = base(figure) if figure.unit is unit else figure.interval
        if not ranked or unit is None or unit.name in _SELF or values is None:
            last = None
            continue
        if figure.unit is not unit:
            values = values.scaled(unit.scale)
        cut = _second(figure, unit.name, text)
        printed = None if figure.hedge else (unit.name[:-cut] if cut else unit.name, figure.step)
        name = unit.base[:-cut] if cut else unit.base
        span = Span(figure.span.start, figure.span.end - cut)
        yield Amount(span, span.of(text), values, name, printed)
        last = figure


def _second(figure: Figure, unit: str, text: str) -> int:
    """How much of a unit belongs to what follows it: 3600台次之 are 3600台, and second."""
    return int(len(unit) > 1 and unit.endswith("次") and _SECOND.match(text, figure.span.end) is not None)


def _times(figures: Sequence[Figure], text: str) -> Iterator[Amount]:
    for one in timings(figures, text):
        printed = None if one.hedged else ("秒", one.step)
        yield Amount(one.span, one.text, one.interval, "秒", printed, lasting=True)


def is_price(figure: Figure) -> bool:
    """Whether `figure` is an amount of money whose number is known."""
    unit = figure.unit
    return unit is not None and unit.dimension is Dimension.MONEY and figure.interval is not None
