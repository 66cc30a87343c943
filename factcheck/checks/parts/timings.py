"""Times taken, down to seconds (2小时11分38秒, 3分58秒42, 58.4秒), each as one length."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from factcheck.interval import Interval
from factcheck.model import Figure, Span
from factcheck.records import dataclass

_SECONDS = {"小时": 3600, "个小时": 3600, "时": 3600, "分钟": 60, "分": 60, "秒": 1, "秒钟": 1}
_LINKS = ("", " ", "零", "又")
_HOUR, _MINUTE = 3600, 60


@dataclass(frozen=True, slots=True)
class Timing:
    """A time taken.

    Attributes:
        span: where it stands.
        text: as written.
        value: in seconds.
        step: the smallest part of it that was written, in seconds.
        interval: the values its writer may mean, in seconds.
        hedged: it is called 近, 约 or 多.
    """

    span: Span
    text: str
    value: Fraction
    step: Fraction
    interval: Interval
    hedged: bool


def timings(figures: Sequence[Figure], text: str) -> Iterator[Timing]:
    """Every time taken among `figures`, its hours, minutes and seconds together."""
    run: list[Figure] = []
    for figure in figures:
        if run and not _continues(run[-1], figure, text):
            yield _made(run, text)
            run = []
        if _scale(figure):
            run.append(figure)
    if run:
        yield _made(run, text)


def _continues(last: Figure, figure: Figure, text: str) -> bool:
    smaller = 0 < _scale(figure) < _scale(last)
    return smaller and text[last.span.end : figure.span.start] in _LINKS


def _scale(figure: Figure) -> int:
    """How many seconds its unit has; 0 for what is no plain length of time."""
    seconds = _SECONDS.get(figure.unit.name, 0) if figure.unit is not None else 0
    plain = seconds and isinstance(figure.value, Decimal | int) and figure.interval
    return seconds if plain else 0


def _made(run: Sequence[Figure], text: str) -> Timing:
    span = Span(run[0].span.start, run[-1].span.end)
    lengths = [
        Fraction(figure.value) * _scale(figure) for figure in run if isinstance(figure.value, Decimal | int)
    ]
    last, head = run[-1], sum(lengths[:-1], Fraction(0))
    interval = (last.interval or Interval.exactly(lengths[-1])).scaled(_scale(last)).shifted(head)
    hedged = any(figure.hedge for figure in run)
    return Timing(span, span.of(text), sum(lengths, Fraction(0)), _step(last), interval, hedged)


def _step(figure: Figure) -> Fraction:
    exponent = figure.value.as_tuple().exponent if isinstance(figure.value, Decimal) else 0
    return Fraction(10) ** min(exponent if isinstance(exponent, int) else 0, 0) * _scale(figure)


def printed(seconds: Fraction, like: Timing) -> str:
    """A length as it would be written in the manner of `like` (47秒, 1分2秒, 1秒68, 0.68秒)."""
    digits = len(str(like.step.denominator)) - 1
    whole, rest = divmod(round(abs(seconds) * 10**digits), 10**digits)
    hours, minutes, left = whole // _HOUR, whole % _HOUR // _MINUTE, whole % _MINUTE
    head = (f"{hours}小时" if hours else "") + (f"{minutes}分" if minutes else "")
    if not digits:
        return head + (f"{left}秒" if left else "" if "秒" in like.text else "钟" * head.endswith("分"))
    tail = f"{rest:0{digits}d}"
    return head + (f"{left}.{tail}秒" if like.text.endswith("秒") else f"{left}秒{tail}")
