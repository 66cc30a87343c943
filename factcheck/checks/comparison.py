"""高于 and 低于 against the two figures they compare."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.compared import base
from factcheck.checks.parts.comparisons import Comparison, comparisons
from factcheck.model import Dimension, Reading
from factcheck.patterns import compiled

_BETTER = compiled("提[高升]|进步|改善|刷新")
_OPPOSITE = dict(zip("高多快大低少慢小", "低少慢小高多快大", strict=True))


def check(subject: Reading, reading: Reading) -> Iterator[Judgement]:
    """Compare the direction of every comparison with its figures; falls are left alone."""
    text = reading.article.text
    for one in comparisons(reading):
        greater = _greater(one)
        if greater is None or one.falling or _bettered(one, text):
            continue
        spots = Spot("word", one.word), Spot("own", one.own.span), Spot("peer", one.peer.span)
        sign = ">" if greater else "<"
        equation = f"{one.own.text} {sign} {one.peer.text}"
        if greater == one.up:
            yield held(*spots, equation=equation)
        else:
            words = one.word.of(text)
            right = next((_OPPOSITE[char] for char in words if char in _OPPOSITE), "")
            yield conflict(*spots, equation=equation, expected=right)


def _bettered(one: Comparison, text: str) -> bool:
    """48秒92比个人最好成绩49秒10提高了: a result that gets better is a time that gets shorter."""
    lasting = one.own.unit is not None and one.own.unit.dimension is Dimension.DURATION
    return lasting and _BETTER.search(one.word.of(text)) is not None


def _greater(one: Comparison) -> bool | None:
    """Whether the own figure is surely the greater one; `None` when they may be equal."""
    own, peer = base(one.own), base(one.peer)
    if own is None or peer is None or own.meets(peer):
        return None
    if None in (own.bottom, own.top, peer.bottom, peer.top):
        return None
    assert own.bottom is not None and peer.top is not None
    return own.bottom >= peer.top
