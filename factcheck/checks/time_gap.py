"""By how much one time taken beats another (2小时11分38秒，比亚军的2小时12分25秒快47秒), to the second."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.around import paragraph, sentence
from factcheck.checks.parts.finishers import ANOTHER, GAP, finishers
from factcheck.checks.parts.timings import Timing, printed, timings
from factcheck.model import Reading
from factcheck.patterns import compiled

_AGAINST = compiled(r"(?:比|较|与|和|同|于|把|将)(?:[^，,。；;\d]|\d+(?=[年月日届岁米])){0,24}$")
# 10秒35摘银，慢了0秒14: behind the one told before.
_BEHIND = compiled("[\u4e00-\u9fff]{0,6}[，,](?:只|仅|就)?")
# 只比冠军慢了0秒43, and the time he took: 3分12秒28率先触壁.
_TITLED = compiled("(?:比|较|落后|距)(?:冠军|第一名|头名|榜首|金牌得主)[^，,。；;\\d]{0,4}$")
_WON = compiled("[^，,。；;\\d]{0,6}(?:率先|夺冠|夺魁|夺金|摘金|折桂|登顶|问鼎|第一|头名|冠军|金牌)")
_APART = compiled("相差|[只仅]?差|差距[为是]?")
_FROM_TO = compiled(r"[至到为][^，,。；;\d]{0,4}$")
_OTHER = compiled("[。；;]|[比较][^赛]|其中|平均|每|一共|总共|合计|累计|前后共")
_POINTS = compiled("[^时秒钟]*分")
_TIME = compiled(
    "[用耗历计]时|时间|时长|[快慢]|秒|小时|分钟|钟头|[跑走游骑登]完|[撞冲]线|完赛|抵达|到达|车程|航程"
)
_FAR, _WORDS, _PAIR = 30, 10, 2


def check(subject: Reading, reading: Reading) -> Iterator[Judgement]:
    """Compare a gap with the two times told before it in its sentence, told to its unit or finer."""
    text = reading.article.text
    if "秒" not in text and "分" not in text:
        return
    found = list(timings(reading.figures, text))
    for place in range(1, len(found)):
        told = found[max(0, place - 2) : place + 1]
        if not _timed(told, text):
            continue
        if (behind := finishers(found, place, text)) is not None:
            earlier = next((one for one in behind.earlier if behind.holds(one)), behind.earlier[0])
            yield _judged(earlier, behind.later, behind.gap)
        elif len(told) > _PAIR:
            yield from _apart(found, place, text)


def _apart(found: Sequence[Timing], place: int, text: str) -> Iterator[Judgement]:
    """The gap at a place of `found` against the two times before it, or against that of the winner."""
    own, peer, gap = found[place - 2 : place + 1]
    if _compared(own, peer, gap, text) and _alone(found, place, text):
        if abs(own.value - peer.value) in gap.interval or not _of_others(found, place, text):
            yield _judged(own, peer, gap)
    elif (first := _won(found[: place - 1], peer, gap, text)) is not None:
        yield _judged(first, peer, gap)


def _of_others(found: Sequence[Timing], place: int, text: str) -> bool:
    """预赛3分18秒03，当晚又快了0.57秒: whether the gap is that of two other times of its paragraph."""
    gap, start = found[place], paragraph(text, found[place].span.start).start
    near = [one for one in found[:place] if one.span.start >= start and one.step <= gap.step]
    return any(
        abs(one.value - other.value) in gap.interval for one in near for other in near if one is not other
    )


def _won(before: Sequence[Timing], own: Timing, gap: Timing, text: str) -> Timing | None:
    """The time of the winner, where the words before a gap tell it from his: 比冠军慢了0秒43."""
    inside = sentence(text, gap.span.start)
    word = GAP.search(text, max(own.span.end, gap.span.start - _WORDS), gap.span.start)
    if word is None or own.span.start < inside.start or max(own.step, gap.step) > gap.step or own.hedged:
        return None
    if _TITLED.search(text, own.span.end, word.start()) is None:
        return None
    here = paragraph(text, gap.span.start).start
    won = [one for one in before if one.span.start >= here and _WON.match(text, one.span.end)]
    fits = won and won[-1].step <= gap.step and not won[-1].hedged
    return won[-1] if fits else None


def _compared(own: Timing, peer: Timing, gap: Timing, text: str) -> bool:
    """Whether the words between three times of one sentence make the last the gap of the others."""
    inside = sentence(text, gap.span.start)
    if own.span.start < inside.start or max(own.step, peer.step) > gap.step or own.hedged or peer.hedged:
        return False
    word = GAP.search(text, max(peer.span.end, gap.span.start - _WORDS), gap.span.start)
    between = text[peer.span.end : gap.span.start]
    if GAP.search(text, max(own.span.end, peer.span.start - _WORDS), peer.span.start):
        return False  # 59秒10，较去年提高0.32秒，两年累计提高0.77秒
    if word is None or len(between) > _FAR or _OTHER.search(between) or text.startswith("的", gap.span.end):
        return False
    link = text[own.span.end : peer.span.start]
    against = _AGAINST.search(link) or _FROM_TO.search(link) or _APART.fullmatch(word.group("word"))
    slower = word.group("word") in ("慢", "落后")
    behind = slower and _BEHIND.fullmatch(text, peer.span.end, word.start()) and not ANOTHER.search(link)
    return bool(against or behind) and not any(sign in link for sign in "；;：")


def _timed(told: Sequence[Timing], text: str) -> bool:
    """Whether times are no points: 16分 is a length of time only where its sentence speaks of time."""
    points = all(_POINTS.fullmatch(one.text) for one in told)
    return not points or _TIME.search(sentence(text, told[0].span.start).of(text)) is not None


def _alone(found: Sequence[Timing], place: int, text: str) -> bool:
    """Whether no third time is told before them in their sentence."""
    start = sentence(text, found[place].span.start).start
    return place < 3 or found[place - 3].span.start < start


def _judged(own: Timing, peer: Timing, gap: Timing) -> Judgement:
    apart = abs(own.value - peer.value)
    spots = Spot("gap", gap.span), Spot("own", own.span), Spot("peer", peer.span)
    more, less = (own, peer) if own.value > peer.value else (peer, own)
    fits = apart in gap.interval
    equation = f"{more.text} − {less.text} {'=' if fits else '≠'} {gap.text}"
    return (
        held(*spots, equation=equation)
        if fits
        else conflict(*spots, equation=equation, expected=printed(apart, gap))
    )
