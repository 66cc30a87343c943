"""The verb between two levels against which of them is larger: 由5.1%回落至5.4% rises."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.around import sentence
from factcheck.checks.parts.moved import moved
from factcheck.model import Claim, Measure, Reading
from factcheck.patterns import compiled

# 计划起降量 tells of no fall, 水位 of no place in a list.
_LIFTS = compiled("起降|升降|降[水雨雪温]|[水单价点床学岗席泊车库工]位")
# 价格连跌三周，由每公斤8.4元回落至7.6元 fell all the while; 跌幅收窄，由… is of a fall.
_FELL = compiled("[降跌减](?![幅势速])[^，。；]*[，]")
_TELLING = 3  # characters of a word that turns all that its sentence says behind it


def check(
    subject: Sequence[Claim],
    reading: Reading,
    *,
    up: tuple[str, ...] = (),
    down: tuple[str, ...] = (),
    turned: tuple[str, ...] = (),
    bettered: tuple[str, ...] = (),
) -> Iterator[Judgement]:
    """Every level that is said to have gone `up` or `down` to the next one, compared with it.

    After one of the words `turned` (降幅, 第) a larger number may be less, and anywhere behind a long one
    (分辨率500米，红外由4公里提高到2公里); a time that one of the words `bettered` is said of (提高) may be a
    shorter one.
    """
    levels = [one for one in subject if one.quantity.measure is Measure.LEVEL and one.interval is not None]
    text = reading.article.text
    for found in moved(levels, text):
        about = _FELL.sub("", _LIFTS.sub("", found.about))
        line = text[sentence(text, found.before.span.start).start : found.before.span.start]
        if any(word in (line if len(word) >= _TELLING else about) for word in turned):
            continue
        rises = any(word in found.words for word in up)
        falls = any(word in found.words for word in down)
        if _is_time(found.now) and any(word in found.words for word in bettered):
            continue
        if rises is not falls:
            yield from _judged(found.before, found.now, rises)


def _is_time(one: Claim) -> bool:
    """Whether a level is a time that was stopped, to the second; years of school are none."""
    return one.unit is not None and one.unit.name == "秒"


def _judged(before: Claim, now: Claim, rises: bool) -> Iterator[Judgement]:
    assert before.interval is not None
    assert now.interval is not None
    spots = Spot("now", now.span), Spot("before", before.span)
    small, large = (before.interval, now.interval) if rises else (now.interval, before.interval)
    if small.bottom is None or large.top is None or small.meets(large):
        return
    if small.bottom > large.top:
        yield conflict(*spots, way="升" if rises else "降", other="降" if rises else "升")
    else:
        yield held(*spots, weak=True)
