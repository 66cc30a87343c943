"""Who came in behind whom, and by how much: 甲59秒34夺冠；乙1分00秒12获得第二，慢了0秒78.

The times of one race stand in one sentence in the order in which they were run. A gap stands behind the time
of who came later (慢了33秒), before it (又过了31秒，…成绩是…), or between two of them (以43秒的优势领先亚军).
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.checks.parts.around import sentence
from factcheck.checks.parts.timings import Timing
from factcheck.patterns import compiled
from factcheck.records import dataclass

GAP = compiled(
    "(?P<word>快|慢|领先|落后|相差|[只仅]差|差距[为是]?|提高|提升|缩短|刷新|缩小|多用|少用|多|少|短|长)"
    "(?:了|近|约|整整|足足|仅|只|出|有)*$"
)
"""The words right before how far two times are apart."""

_SLOWER = compiled(
    "[^，,。；;\\d]{0,8}[，,]?(?:[^，,。；;\\d比较]{0,4}[，,])?(?:只|仅|就|也|则|以)*"
    "(?:慢|晚|落后)(?:于?(?:冠军|第一名|头名)|冠军)?了?(?:约|近)?"
)
_PASSED = compiled("(?:又|再|仅|只|刚|才)(?:过|隔|等|慢|晚)了?$")
_LATER = compiled("[，,之以]?后?[^。；;\\d]{2,36}")
_LEAD = compiled("(?:以|凭借?)(?:仅仅?)?$")
_BY = compiled(
    "的(?:微弱|明显|绝对|巨大|较大|些微|细微)?优势[^，,。；;\\d]{0,16}(?:亚军|第二名|次名)[^，,。；;\\d]{0,10}[（(]?"
)
_FIRST = compiled(
    "第一(?![次棒圈节轮局段程集梯])|冠军|夺[冠魁金]|摘金|金牌|折桂|问鼎|登顶|率先|头名|首[个位]|榜首"
)
_NEXT = compiled(
    "第[二三四五](?![次棒圈节轮局段程集梯])|[亚季殿]军|屈居|次席|居次|紧随|银牌|铜牌|摘[银铜]|[获夺][银铜]"
)
ANOTHER = compiled(
    "[男女]子|[\u4e00-\u9fff]组|[半全]程|团体|[预复决]赛|项目|[今去]年|上届|纪录|分段|第[一二三四五][棒圈节段程]"
)
"""Words that turn to another race, or to a part of one."""
_MOST, _WORDS = 20, 10


@dataclass(frozen=True, slots=True)
class Behind:
    """By how much the `later` of two came in behind any of `earlier`, the nearest first."""

    earlier: Sequence[Timing]
    later: Timing
    gap: Timing

    def holds(self, one: Timing) -> bool:
        """Whether the gap is that between `one` and the later."""
        return self.later.value - one.value in self.gap.interval


def finishers(found: Sequence[Timing], place: int, text: str) -> Behind | None:
    """What the time at a place of `found` tells as a gap of two who finished; `None` when it is none."""
    told = _slower(found, place, text) or _passed(found, place, text) or _led(found, place, text)
    if told is None or not told.earlier:
        return None
    times = (*told.earlier, told.later)
    fine = all(one.step <= told.gap.step and not one.hedged for one in times)
    nearest = told.later.value - told.earlier[0].value
    likely = 0 < nearest <= told.gap.value * _MOST and told.gap.value <= nearest * _MOST
    return told if fine and likely and not told.gap.hedged else None


def _slower(found: Sequence[Timing], place: int, text: str) -> Behind | None:
    """张晓以1小时19分15秒位居第二，落后33秒."""
    gap, own = found[place], found[place - 1] if place else None
    if own is None or _SLOWER.fullmatch(text, own.span.end, gap.span.start) is None:
        return None
    before = _results(found[: place - 1], own, text)
    begins = before[0].span.end if before else own.span.start
    placed = _NEXT.search(text, begins, gap.span.start) is not None
    return Behind(before, own, gap) if placed and _won(before, own, text) else None


def _passed(found: Sequence[Timing], place: int, text: str) -> Behind | None:
    """又过了31秒，阿敏才冲线，成绩是2小时09分51秒."""
    gap, own = found[place], found[place + 1] if place + 1 < len(found) else None
    if own is None or _PASSED.search(text, max(0, gap.span.start - 6), gap.span.start) is None:
        return None
    if _LATER.fullmatch(text, gap.span.end, own.span.start) is None:
        return None
    before = _results(found[:place], own, text)[:1]
    return (
        Behind(before, own, gap) if _NEXT.search(text, gap.span.start - _MOST, own.span.end + _MOST) else None
    )


def _led(found: Sequence[Timing], place: int, text: str) -> Behind | None:
    """王海涛2小时21分05秒夺冠，以43秒的优势领先亚军刘杰（2小时21分48秒）."""
    gap, peer = found[place], found[place + 1] if place + 1 < len(found) else None
    if peer is None or _BY.fullmatch(text, gap.span.end, peer.span.start) is None:
        return None
    if _LEAD.search(text, max(0, gap.span.start - 4), gap.span.start) is None:
        return None
    return Behind(_results(found[:place], peer, text)[:1], peer, gap)


def _results(before: Sequence[Timing], own: Timing, text: str) -> list[Timing]:
    """The times of those who finished before one in his race, the last of them first."""
    inside = sentence(text, own.span.start)
    here = [one for one in before if one.span.start >= inside.start]
    results = [one for one in reversed(here) if not _is_gap(one, text)]
    return [one for one in results if not ANOTHER.search(text, one.span.end, own.span.start)][:2]


def _is_gap(one: Timing, text: str) -> bool:
    start, end = max(0, one.span.start - _WORDS), one.span.end
    told = GAP.search(text, start, one.span.start) or _PASSED.search(text, start, one.span.start)
    return told is not None or (text.startswith("的", end) and "优势" in text[end : end + 6])


def _won(before: Sequence[Timing], own: Timing, text: str) -> bool:
    """Whether the first of those told is by the words beside him the winner."""
    if not before:
        return False
    first = before[-1]
    begins = max(sentence(text, first.span.start).start, first.span.start - _MOST)
    return _FIRST.search(text, begins, min(own.span.start, first.span.end + _MOST)) is not None
