"""How long something is said to last against its first and last day, month, year or clock time.

Both ways of counting are fair (with both ends, or one less). A duration is tied to the stretch
before it in its sentence by a word that asks for it (为期, 历时, 共), or by brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.around import any_of, clause, either, paragraph, sentence
from factcheck.checks.parts.durations import Duration, durations, respective
from factcheck.checks.parts.events import named_stretch, plausible
from factcheck.checks.parts.stretches import Ends, Stretch, stretches
from factcheck.model import Reading
from factcheck.patterns import compiled

_FILLED = "(?:(?:时间|总共|一共|已经|正好|整整|刚好|仅|只|了|约|近|为|达|长达|有|已)*)"
_SHUT = compiled(r"(?:时间|整|左右|有余|以上|\s)*(?:[，。；、）)！？!?,;\n”]|$)")
_PAUSE = compiled(r"(?:之?后|整|左右|有余)?[，,；;。]|之?后[于在]")
_OPENED = compiled(r"[（(]\s*(?:即|从|自)?$")
_TIED = compiled(r"[，,]?(?:举办|举行|开展)?为期")
_JOINED = compiled(r"、|[，,]?(?:以及|和|及|与)")
_RUNNING = compiled(r"(?:这)?(?:的|[，,])")
_WHILE = compiled(r"(?:多|整)?(?:的?时间)?(?:之?间|里|内|当中)")
_PART = compiled(
    "(?:(?:其间|期间|中间|中途|途中|[每各前首后])[，,]?|其中[^，。；]{0,10}|(?:发言|讨论|采访)[，,]?)$"
)
_EVENTS = compiled("[从自由][^，。；]{2,16}[到至]|[相间时]隔|相距|隔")
_TAKEN = compiled("用时|耗时|时长|时间|限时|片长")
_OWN = compiled("[\u4e00-\u9fff]{2,12}")
_WHOLE = compiled(
    "全|总|整|本次|此次|前后|共|单程|往返|项目|工程|活动|比赛|赛事|施工|[车班趟航]|会议|考试|讲座|演出|电影|影片|停[电水气运]|交通|管制|[的期]$"
)
_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}
_CALLED = {
    "minute": "分钟",
    "day": "天",
    "night": "夜",
    "week": "周",
    "month": "个月",
    "year": "年",
    "workday": "个工作日",
}


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
) -> Iterator[Judgement]:
    """Compare every duration that a word among `cues` or `totals` ties to a stretch with that stretch.

    `totals` (共) need the end of the clause behind the duration. `starts` and `ends` are words that
    make two dates the ends of one thing (开幕…闭幕). `events` are words that name the same event, parted
    by `|`; two of them (从立案到宣判) have their dates told elsewhere. Only durations in `units`, if any.
    """
    text = reading.article.text
    asks = compiled(f"(?P<cue>{either((*cues, *totals))}){_FILLED}$")
    words = Ends(any_of(starts), any_of(ends))
    counted: set[int] = set()
    known = sorted(stretches(reading.periods, text, words), key=lambda one: one.end)
    asking = known or _EVENTS.search(text)
    found = sorted(durations(reading.figures, text), key=_start) if asking else []
    dealt = {one.span.start: own for run in respective(found, text) for one, own in _dealt(run, known, text)}
    for duration in found:
        if units and duration.unit not in units:
            continue
        cue = asks.search(text, max(0, duration.span.start - 14), duration.span.start)
        total = cue is not None and cue.group("cue") in totals
        inner = cue is not None and _inner(cue, text)
        asked = cue is not None and not inner and not (total and not _SHUT.match(text, duration.span.end))
        asked |= duration.unit == "night" and duration.span.start in counted
        counted |= {duration.span.end} if asked else set()
        asked |= _bracketed(duration, known, text) or _running(duration, known, text)
        partners = _partners(duration, known, text) if asked else []
        meant = dealt.get(duration.span.start) or _no_part(cue, duration, partners, text)
        yield from judged(duration, meant, text) if meant else _named(duration, reading, events)


def judged(duration: Duration, partners: Sequence[Stretch], text: str) -> Iterator[Judgement]:
    """Compare a duration with the stretches it may speak of, nearest first; one that fits settles it."""
    spot = Spot("length", duration.span)
    for one in partners:
        if any(length in duration.interval for length in one.lengths(duration.unit)):
            yield held(spot, *_ends(one), equation=f"{_words(one, text)} = {duration.text}")
            return
    run = _run(partners, text)
    if len(run) > 1:
        yield _together(duration, run, text)
        return
    for one in partners[:1]:
        if text[duration.span.end : duration.span.end + 1] == "的" and not _TIED.fullmatch(
            text, one.end, duration.span.start
        ):
            return
        right = _printed(int(max(one.lengths(duration.unit))), duration)
        yield conflict(spot, *_ends(one), equation=f"{_words(one, text)} ≠ {duration.text}", expected=right)


def _dealt(
    run: Sequence[Duration], known: Sequence[Stretch], text: str
) -> Iterator[tuple[Duration, list[Stretch]]]:
    """Each of the durations that 分别 gives in turn, with the stretch that is its own."""
    first, unit = run[0].span.start, run[0].unit
    inside = sentence(text, first)
    ahead = [one for one in known if inside.start <= one.start and one.end <= first and one.lengths(unit)]
    if len(ahead) >= len(run):
        yield from ((duration, [own]) for duration, own in zip(run, ahead[-len(run) :], strict=True))


def _inner(cue: re.Match[str], text: str) -> bool:
    """Whether the words before a cue make it a part of the whole: 其间, 首日."""
    return _PART.search(text, max(0, cue.start() - 16), cue.start()) is not None


def _no_part(
    cue: re.Match[str] | None, duration: Duration, partners: Sequence[Stretch], text: str
) -> Sequence[Stretch]:
    """The stretches of which a thing named right before the cue (麻醉用时) can be no part."""
    own = text[clause(text, cue.start()).start : cue.start()] if cue else ""
    if duration.unit != "minute" or cue is None or not _TAKEN.search(cue.group("cue")):
        return partners
    if not _OWN.fullmatch(own) or _WHOLE.search(own):
        return partners
    least = duration.interval.bottom or 0
    return [one for one in partners if max(one.lengths("minute")) <= least]


def _parted(first: int, last: int, text: str) -> bool:
    """Whether a semicolon parts what is said."""
    return any(sign in text[first:last] for sign in "；;")


def _start(duration: Duration) -> int:
    return duration.span.start


def _named(duration: Duration, reading: Reading, events: Sequence[str]) -> Iterator[Judgement]:
    """A duration between two events by name (从立案到宣判) against their dates elsewhere."""
    text, at = reading.article.text, duration.span
    found, alone = named_stretch(reading, at.start, at.end, events, reading.periods)
    fits = [one for one in found if any(length in duration.interval for length in one.lengths(duration.unit))]
    if not fits and not (alone and _near(duration, found[0], text)):
        return
    yield from judged(duration, fits or found, text)


def _near(duration: Duration, one: Stretch, text: str) -> bool:
    """Whether both dates are told in its paragraph, or are not too far apart to be those meant."""
    inside, days, longest = (
        paragraph(text, duration.span.start),
        _DAYS.get(duration.unit),
        duration.interval.top,
    )
    if not one.lengths(duration.unit) or days is None or longest is None:
        return False
    together = inside.start <= one.start and one.end <= inside.end
    return together or plausible(one, int(longest * days))


def _partners(duration: Duration, known: Sequence[Stretch], text: str) -> list[Stretch]:
    """The stretches the duration may speak of, nearest first."""
    at = duration.span
    inside = sentence(text, at.start)
    behind = [
        one for one in known if at.end <= one.start <= at.end + 3 and _OPENED.search(text, at.end, one.start)
    ]
    here = [one for one in reversed(known) if inside.start <= one.start and one.end <= inside.end]
    ahead = [one for one in here if one.end <= at.start]
    shut = _PAUSE.match(text, at.end) is not None
    around = [one for one in here if shut and one.start < at.start and at.end <= one.end]
    if not ahead and duration.unit == "minute":
        ahead = [
            one
            for one in reversed(known)
            if one.end <= at.start and one.end >= inside.start and "\n" not in text[one.start : at.start]
        ]
    follow = [one for one in reversed(here) if at.end <= one.start and not _parted(at.end, one.start, text)]
    return [one for one in behind or around or ahead or follow if one.lengths(duration.unit)]


def _bracketed(duration: Duration, known: Sequence[Stretch], text: str) -> bool:
    """Whether one of the two stands in brackets right behind the other."""
    at = duration.span
    behind = any(
        at.end <= one.start <= at.end + 3 and _OPENED.search(text, at.end, one.start) for one in known
    )
    ahead = any(0 < at.start - one.end <= 3 and _OPENED.search(text, one.end, at.start) for one in known)
    return behind or (ahead and bool(re.match(r"[）)]", text[at.end : at.end + 1])))


def _running(duration: Duration, known: Sequence[Stretch], text: str) -> bool:
    """Whether it names the stretch right before it once more (至2023年10月6日，两年六个月间).

    Behind a comma only years with months do: 1日至7日，3天内 may be any three days.
    """
    at = duration.span
    if not _WHILE.match(text, at.end):
        return False
    links = [text[one.end : at.start] for one in known if 0 < at.start - one.end <= 2]
    exact = duration.unit == "month" and "年" in duration.text
    return any(_RUNNING.fullmatch(link) and (exact or "的" in link) for link in links)


def _run(partners: Sequence[Stretch], text: str) -> list[Stretch]:
    """The stretches listed up to the nearest one (2日至4日、11日至12日和27日至28日), in order."""
    found = list(partners[:1])
    for one in partners[1:]:
        if one.end <= found[0].start and _JOINED.fullmatch(text, one.end, found[0].start):
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
    fits = any(length in duration.interval for length in lengths)
    equation = f"{' + '.join(_words(one, text) for one in run)} {'=' if fits else '≠'} {duration.text}"
    if fits:
        return held(*spots, equation=equation)
    return conflict(*spots, equation=equation, expected=_printed(int(max(lengths)), duration))


def _ends(one: Stretch) -> list[Spot]:
    if len(one.spans) == 1:
        return [Spot("stretch", one.spans[0])]
    return [Spot("first", one.spans[0]), Spot("last", one.spans[1])]


def _words(one: Stretch, text: str) -> str:
    return "至".join(span.of(text) for span in one.spans)


def _printed(length: int, duration: Duration) -> str:
    """A length in the units of `duration`: 32个月 as 2年8个月 where years were written."""
    unit = duration.unit
    if unit == "minute" and length >= 60:
        return f"{length // 60}小时" + (f"{length % 60}分" if length % 60 else "")
    if unit == "month" and length >= 12 and "年" in duration.text:
        return f"{length // 12}年" + (f"{length % 12}个月" if length % 12 else "")
    return f"{length}{_CALLED[unit]}"
