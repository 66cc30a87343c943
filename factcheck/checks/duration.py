"""How long something is said to last against its first and last day, month, year or clock time.

Both ways of counting are fair (with both ends, or one less). A duration is tied to the stretch
before it in its sentence by a word that asks for it (为期, 历时, 共), or by brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.around import any_of, either, paragraph, sentence
from factcheck.checks.parts.courses import COURSES, apart
from factcheck.checks.parts.daily import daily
from factcheck.checks.parts.durations import DAYS, Duration, durations, respective
from factcheck.checks.parts.events import clocked_stretch, named_stretch, plausible
from factcheck.checks.parts.partners import of_a_part, running, whole
from factcheck.checks.parts.stretches import Ends, Stretch, stretches
from factcheck.checks.parts.this_month import beside_it
from factcheck.checks.parts.two_dates import CUE, only_two
from factcheck.model import Reading
from factcheck.patterns import compiled

_FILLED = "(?:(?:时间|总共|一共|已经|正好|整整|刚好|仅|只|了|约|近|为|达|长达|有|已)*)"
_SHUT = compiled(r"(?:时间|整|左右|有余|以上|\s)*(?:[，。；、）)！？!?,;\n”]|$)")
_TIED = compiled(r"[，,]?(?:举办|举行|开展)?为期")
_REST = compiled("(?<![不无])休|间歇|扣除|除去|除开|停[诊业工机]|小憩|[吃用就]餐|吃饭|中断")
_NAME = compiled(r"的[\u4e00-\u9fff“”]{2,14}(?:将|于|定于|在)?")
_JOINED = compiled(r"、|[，,]?(?:以及|和|及|与)")
_LATER = compiled(f"(?:{_JOINED.pattern}|[，,])")
_WEEKLY = compiled("(?:周[一二三四五][至到]周[四五六]|工作日)[^。；]*?(?:周[六日末]|双休日|节假日)")
_AGAIN = compiled("再[\u4e00-\u9fff]{1,3}一[次场趟回]")
_PART = compiled(
    "(?:(?:其间|期间|中间|中途|途中|[每各前首后])[，,]?|(?:其[中间]|中途|途中|先)[^，。；]{0,10}|(?:发言|讨论|采访)[，,]?)$"
)
_EVENTS = compiled("[从自由隔相](?:(?<=[从自由])[^，。；]{2,16}[到至]|(?<=隔)|(?<=相)距)")
_SINCE = compiled("算起|起算|开始算|那一刻起|距离?[^，。；]{2,6}[已仅只不过才刚]")
_ROOM = 24  # 从接警到扑灭历时: no more stands between two events and how long they are apart
_OFF = 2  # a length by the clock that is as often as much off is of something else


def check(
    subject: Reading,
    reading: Reading,
    *,
    cues: tuple[str, ...] = (),
    totals: tuple[str, ...] = (),
    starts: tuple[str, ...] = (),
    ends: tuple[str, ...] = (),
    units: tuple[str, ...] = (),
    events: tuple[str, ...] = (),
    courses: tuple[str, ...] = (),
) -> Iterator[Judgement]:
    """Compare every duration that a word among `cues` or `totals` ties to a stretch with that stretch.

    `totals` (共) need the end of the clause behind the duration. `starts` and `ends` are words that
    make two dates the ends of one thing (开幕…闭幕). `events` are words that name the same event, parted
    by `|`; two of them (从立案到宣判) have their dates told elsewhere; so have the first and the
    last event of a course (开工→竣工). Only durations in `units`, if any.
    """
    text, found = reading.article.text, _lengths(reading, units)
    known = _known(reading, Ends(any_of(starts), any_of(ends))) if found else []
    if not found or not (known or any(pattern.search(text) for pattern in (_EVENTS, _SINCE, COURSES, CUE))):
        return
    asks = compiled(f"(?P<cue>{either((*cues, *totals))}){_FILLED}$")
    dealt = {one.span.start: own for run in respective(found, text) for one, own in _dealt(run, known, text)}
    judgements: list[tuple[Duration, Judgement]] = []
    counted: set[int] = set()
    for duration in found:
        cue = asks.search(text, max(0, duration.span.start - 14), duration.span.start)
        asked = cue is not None and _asks(cue, duration, text, totals)
        asked |= duration.unit == "night" and duration.span.start in counted
        counted |= {duration.span.end} if asked else set()
        asked |= not units and running(duration, known, text)
        beside = beside_it(duration, known, reading, asked=asked)
        meant = dealt.get(duration.span.start) or whole(cue, duration, beside, text)
        told = meant or apart(duration, reading, known, courses) or _behind_two(cue, duration, reading)
        judging = _judging(duration, told, reading, events, tied=not meant)
        several = _over_days(duration, told, found, known, text)
        judgements += [(duration, one) for one in (judging if several is None else several)]
    yield from _unsettled(judgements)


def _behind_two(cue: re.Match[str] | None, duration: Duration, reading: Reading) -> list[Stretch]:
    return [] if of_a_part(cue, reading.article.text) else only_two(duration, reading)


def _known(reading: Reading, ends: Ends) -> list[Stretch]:
    """The stretches of time that are told, by where they end."""
    return sorted(stretches(reading.periods, reading.article.text, ends), key=lambda one: one.end)


def _judging(
    duration: Duration, told: Sequence[Stretch], reading: Reading, events: Sequence[str], *, tied: bool
) -> Iterator[Judgement]:
    """A duration against the stretches told beside it, or against the events that it names itself."""
    text = reading.article.text
    if told and not _between(duration, told, text):
        return judged(duration, told, text, tied=tied)
    return _named(duration, reading, events)


def _lengths(reading: Reading, units: Sequence[str]) -> list[Duration]:
    """The durations in `units`, if any are named, in reading order."""
    text = reading.article.text
    found = sorted(durations(reading.figures, text), key=_start)
    return [one for one in found if (not units or one.unit in units) and not _of_a_week(one, text)]


def _of_a_week(one: Duration, text: str) -> bool:
    """周一至周五9时至17时，周六9时至12时，每周共43小时: the hours of several days, however they are told.

    So are those of several times a day: 7时开，两小时后关门，晚上再开一次，一天总共4个半小时.
    """
    start = one.span.start
    ahead = sentence(text, start).start
    several = _WEEKLY.search(text, ahead, start) or _AGAIN.search(text, ahead, start)
    return one.unit == "minute" and several is not None


def _asks(cue: re.Match[str], duration: Duration, text: str, totals: Sequence[str]) -> bool:
    """Whether a cue asks for the whole stretch, and for that of no part of it (其间, 首日)."""
    if _PART.search(text, max(0, cue.start() - 16), cue.start()):
        return False
    return cue.group("cue") not in totals or _SHUT.match(text, duration.span.end) is not None


def _unsettled(judgements: Sequence[tuple[Duration, Judgement]]) -> Iterator[Judgement]:
    """The judgements, without a conflict over a stretch whose length another duration tells rightly.

    Several lengths that all miss one stretch are parts of it.
    """
    settled = {(duration.unit, _witnesses(one)) for duration, one in judgements if one.holds}
    missed: dict[tuple[str, tuple[Spot, ...]], set[str]] = {}
    for duration, one in judgements:
        missed.setdefault((duration.unit, _witnesses(one)), set()).add(duration.text)
    settled |= {key for key, texts in missed.items() if len(texts) > 1}
    for duration, one in judgements:
        if one.holds or (duration.unit, _witnesses(one)) not in settled:
            yield one


def _witnesses(judgement: Judgement) -> tuple[Spot, ...]:
    return judgement.spots[1:]


def judged(
    duration: Duration, meant: Sequence[Stretch], text: str, *, tied: bool = False
) -> Iterator[Judgement]:
    """Compare a duration with the stretches it may speak of, nearest first; one that fits settles it.

    Unless `tied`, 为期三天的 must stand right beside its dates.
    """
    spot = Spot("length", duration.span)
    meant = [one for one in meant if one.lengths(duration.unit)]  # 从4月到5月22日 is no number of days
    for one in meant:
        if duration.means(one.lengths(duration.unit)):
            yield held(spot, *_ends(one), equation=f"{_words(one, text)} = {duration.text}")
            return
    run = _run(meant, text)
    if len(run) > 1:
        yield _together(duration, run, text)
        return
    for one in meant[:1]:
        if not tied and text.startswith("的", duration.span.end) and not _tied(duration, one, text):
            return
        right = duration.printed(int(max(one.lengths(duration.unit))))
        yield conflict(spot, *_ends(one), equation=f"{_words(one, text)} ≠ {duration.text}", expected=right)


def _tied(duration: Duration, one: Stretch, text: str) -> bool:
    """Whether 为期三天的 stands right behind its dates, or before the name of what they are of."""
    if one.start > duration.span.end:
        return _NAME.fullmatch(text, duration.span.end, one.start) is not None
    return _TIED.fullmatch(text, one.end, duration.span.start) is not None


def _dealt(
    run: Sequence[Duration], known: Sequence[Stretch], text: str
) -> Iterator[tuple[Duration, list[Stretch]]]:
    """Each of the durations that 分别 gives in turn, with the stretch that is its own."""
    first, unit = run[0].span.start, run[0].unit
    inside = sentence(text, first)
    ahead = [one for one in known if inside.start <= one.start and one.end <= first and one.lengths(unit)]
    if len(ahead) >= len(run):
        yield from ((duration, [own]) for duration, own in zip(run, ahead[-len(run) :], strict=True))


def _start(duration: Duration) -> int:
    return duration.span.start


def _named(duration: Duration, reading: Reading, events: Sequence[str]) -> Iterator[Judgement]:
    """A duration between two events by name (从立案到宣判) against their dates elsewhere."""
    text, at = reading.article.text, duration.span
    found, alone = named_stretch(reading, at.start, at.end, events, reading.periods)
    if duration.unit == "minute":
        found = clocked_stretch(reading, at.start, at.end, events, reading.periods)
        alone = bool(found) and "分" in duration.text
    fits = [one for one in found if duration.means(one.lengths(duration.unit))]
    if not fits and not (alone and _near(duration, found[0], text)):
        return
    yield from judged(duration, fits or found, text)


def _between(duration: Duration, told: Sequence[Stretch], text: str) -> bool:
    """2时17分接警，2时24分到场，4时40分扑灭，从接警到扑灭历时2小时23分: it says itself between which two."""
    missed = not any(duration.means(one.lengths(duration.unit)) for one in told)
    named = _EVENTS.search(text, max(told[0].end, duration.span.start - _ROOM), duration.span.start)
    return missed and named is not None


def _near(duration: Duration, one: Stretch, text: str) -> bool:
    """Whether both dates are told in its paragraph, or are not too far apart to be those meant."""
    inside, days, longest = (
        paragraph(text, duration.span.start),
        DAYS.get(duration.unit),
        duration.interval.top,
    )
    if duration.unit == "minute" and one.minutes is not None and longest is not None:
        return one.minutes <= longest * _OFF and longest <= one.minutes * _OFF
    if not one.lengths(duration.unit) or days is None or longest is None:
        return False
    together = inside.start <= one.start and one.end <= inside.end
    return together or plausible(one, int(longest * days))


def _run(partners: Sequence[Stretch], text: str) -> list[Stretch]:
    """The stretches listed up to the nearest one (2日至4日、11日至12日和27日至28日), in order."""
    found = list(partners[:1])
    for one in partners[1:]:
        pattern = _LATER if text[found[0].start] in "下晚傍中" else _JOINED
        if one.end <= found[0].start and pattern.fullmatch(text, one.end, found[0].start):
            found.insert(0, one)
    return found


def _added(run: Sequence[Stretch], unit: str) -> frozenset[Fraction]:
    """How many `unit` stretches may fairly be said to last together."""
    sums = {Fraction(0)}
    for one in run:
        sums = {done + length for done in sums for length in one.lengths(unit)}
    return frozenset(sums)


def _together(duration: Duration, run: Sequence[Stretch], text: str) -> Judgement:
    """What several stretches last together, against the total said behind them."""
    spots = Spot("length", duration.span), *(spot for one in run for spot in _ends(one))
    lengths = _added(run, duration.unit)
    fits = duration.means(lengths)
    equation = f"{' + '.join(_words(one, text) for one in run)} {'=' if fits else '≠'} {duration.text}"
    if fits:
        return held(*spots, equation=equation)
    return conflict(*spots, equation=equation, expected=duration.printed(int(max(lengths))))


def _over_days(
    duration: Duration,
    told: Sequence[Stretch],
    found: Sequence[Duration],
    known: Sequence[Stretch],
    text: str,
) -> list[Judgement] | None:
    """The hours of a day times the days, against the total behind them; `None` where it is no such total."""
    hours = _run(told, text)
    if len(told) > len(hours) and duration.means(_added(told, duration.unit)):
        return [_together(duration, told[::-1], text)]
    several = daily(duration, hours, found, known, text) if hours else None
    if several is None:
        return [] if told and _paused(duration, told[0], text) else None
    days = next((one for one in several if one.fits or one.sure), None)
    if days is None:
        return []
    spots = Spot("length", duration.span), Spot("days", days.told), *(s for one in hours for s in _ends(one))
    each = " + ".join(_words(one, text) for one in hours)
    equation = f"{days.days}天 × {each} {'=' if days.fits else '≠'} {duration.text}"
    if days.fits:
        return [held(*spots, equation=equation)]
    return [conflict(*spots, equation=equation, expected=duration.printed(days.minutes * days.days))]


def _paused(duration: Duration, one: Stretch, text: str) -> bool:
    """8时至17时，午休1小时，共8小时: a length by the clock that a pause may have shortened."""
    said, lengths = duration.interval.top, one.lengths(duration.unit)
    shorter = said is not None and duration.unit == "minute" and said < max(lengths, default=Fraction(0))
    return shorter and _REST.search(text, one.end, max(one.end, duration.span.start)) is not None


def _ends(one: Stretch) -> list[Spot]:
    if len(one.spans) == 1:
        return [Spot("stretch", one.spans[0])]
    return [Spot("first", one.spans[0]), Spot("last", one.spans[1])]


def _words(one: Stretch, text: str) -> str:
    return "至".join(span.of(text) for span in one.spans)
