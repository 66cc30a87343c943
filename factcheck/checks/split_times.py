"""Times of the two halves, or of the legs, of one race against the time of the whole."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.around import sentence
from factcheck.checks.parts.timings import Timing, printed, timings
from factcheck.model import Reading
from factcheck.patterns import compiled

_FIRST = compiled("(?:前|上)半[程段场圈]?|首回合|首轮|第一轮|去程|前程")
_SECOND = compiled("(?:后|下)半[程段场圈]?|次回合|次轮|第二轮|返程|回程|后程")
_BOTH = compiled("前[、和]?后(?:两个?)?半程|上下半程|两个半程|往返(?:分别|各)")
_WHOLE = compiled(
    "(?:全程|总成绩|总用时|总时间|总耗时|总计|合计|往返|两[程轮]|最终|一共|共计?)(?:用时|耗时|成绩|时间)?(?:共|为|是|以|定格在)*$"
)
_LIST = compiled(r"、[^，,。；;\d]{0,8}")
_CHANGES = compiled("换项|转换|休息|加罚|罚时|途中|约|左右")
_OF_TIME = ("秒", "小时", "分钟", "″", "”", ":", "：")
_LABEL, _FAR, _TWO = 12, 16, 2


def check(subject: Reading, reading: Reading) -> Iterator[Judgement]:
    """Compare the time of a whole with the two halves named before it, or with the legs listed before it.

    Legs may leave out what lies between them, so that only more than the whole is wrong.
    """
    text = reading.article.text
    if "秒" not in text and "分" not in text:
        return
    found = list(timings(reading.figures, text))
    for place in range(_TWO, len(found)):
        whole, inside = found[place], sentence(text, found[place].span.start)
        parts = found[bisect_left(found, inside.start, 0, place, key=_start) : place]
        if not _total(whole, parts, text) or _CHANGES.search(text, inside.start, inside.end):
            continue
        if not any(mark in text[parts[0].span.start : whole.span.end] for mark in _OF_TIME):
            continue  # 笔试75分、面试84分，总成绩80.4分
        if _halves(parts, text):
            yield from _judged(whole, parts, over=False)
        elif _listed(parts, text):
            yield from _judged(whole, parts, over=True)


def _start(timing: Timing) -> int:
    return timing.span.start


def _total(whole: Timing, parts: Sequence[Timing], text: str) -> bool:
    """Whether a time is told as the whole, right behind its parts, none of them only about so long."""
    if len(parts) < _TWO or whole.span.start - parts[-1].span.end > _FAR:
        return False
    told = _WHOLE.search(text, max(parts[-1].span.end, whole.span.start - _LABEL), whole.span.start)
    return told is not None and not any(one.hedged for one in (whole, *parts))


def _halves(parts: Sequence[Timing], text: str) -> bool:
    if len(parts) != _TWO:
        return False
    if _BOTH.search(text, max(0, parts[0].span.start - _LABEL), parts[0].span.start):
        return True
    first, second = (text[max(0, one.span.start - _LABEL) : one.span.start] for one in parts)
    ahead = text[max(0, parts[0].span.start - _LABEL) : parts[1].span.start]
    told = _SECOND.search(second) or _SECOND.search(first)
    return told is not None and _FIRST.search(ahead) is not None and "比" not in ahead


def _listed(parts: Sequence[Timing], text: str) -> bool:
    links = [text[one.span.end : other.span.start] for one, other in pairwise(parts)]
    return all(_LIST.fullmatch(link) for link in links)


def _judged(whole: Timing, parts: Sequence[Timing], *, over: bool) -> Iterator[Judgement]:
    """The judgement; nothing where legs do not fill the whole."""
    together = sum((one.value for one in parts), Fraction(0))
    exact = whole.step >= 1 and whole.step == max(one.step for one in parts)
    slack = Fraction(0) if exact else sum((one.step for one in parts), whole.step) / 2
    spots = Spot("whole", whole.span), *(Spot("part", one.span) for one in parts)
    shown = " + ".join(one.text for one in parts)
    if abs(together - whole.value) <= slack:
        yield held(*spots, equation=f"{shown} = {whole.text}")
    elif not over or together > whole.value:
        yield conflict(*spots, equation=f"{shown} ≠ {whole.text}", expected=printed(together, whole))
