"""“第几周年” against the year something began, and “第几个” against the first of its kind.

N周年 is a difference of years, 第N个 one more. The beginning is a year in brackets or beside a word
for beginnings in the same sentence, an event everybody knows, or (weaker) one told next to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.around import after, any_of, before, clause, paragraph, sentence
from factcheck.checks.parts.dates import guessed, year
from factcheck.checks.parts.within import next_date, periods_within
from factcheck.model import BlockKind, Figure, FigureKind, Period, Reading, Span
from factcheck.patterns import compiled
from factcheck.records import dataclass

_COMING = compiled(r"即将|将迎|将满|再过|明年|来年|还有")
_NOW = compiled(r"今[年天日秋春夏冬]|如今|现在|眼下|目前|近日|日前|明年|即将")
_SEGMENT = compiled(r"[。；;！？\n]")
_TOLD = 20
_SOON = 5  # years ahead that a feast is awaited: the next of those kept in tens and fives
_FEAST = 6  # how far behind the number 校庆 and 院庆 are looked for
_AWAITED = compiled(r"迎接|喜迎|献礼|迎来|备战|倒计时|庆祝")
_GREETED = "来祝迎接念过行办是为的满第到达"
_AGES = frozenset({"岁", "周岁"})
_KEPT = compiled("(?:的?生日)?[店校厂院社馆台行局刊厦园]庆|华诞")
_ORDINAL = frozenset({"个", "届", "次"})


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a rule, compiled.

    Attributes:
        begun: words for beginnings behind or before a year (创办, 建成).
        bodies: words that stand for the one the article speaks of (公司, 学校), so that its
            beginning may be told in a neighbouring sentence.
        known: years in which well-known events took place.
        counted: years in which days were kept for the first time (第几个教师节).
    """

    begun: re.Pattern[str]
    bodies: re.Pattern[str]
    known: Mapping[str, int]
    counted: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class _Start:
    """A year something began in, and where it is told; `near` when it is sure to be the one meant."""

    year: int
    span: Span
    near: bool = True


def check(
    subject: Reading,
    reading: Reading,
    *,
    begun: tuple[str, ...] = (),
    bodies: tuple[str, ...] = (),
    known: Mapping[str, int] | None = None,
    counted: Mapping[str, int] | None = None,
) -> Iterator[Judgement]:
    """Compare every 周年, and every 第N个 of a day that has been counted since `counted`."""
    words = Words(any_of(begun), any_of(bodies), known or {}, counted or {})
    told: set[tuple[str, Span]] = set()
    for figure in reading.figures:
        if figure.unit is None or figure.value is None or figure.hedge:
            continue
        if figure.unit.name == "周年" or _feast(reading.article.text, figure):
            for found in _anniversary(reading, figure, words):
                about = figure.text, found.spots[1].span
                if found.holds or about not in told:
                    yield found
                told.add(about)
        elif figure.kind is FigureKind.ORDINAL and figure.unit.name in _ORDINAL:
            yield from _counted(reading, figure, words)


def _feast(text: str, figure: Figure) -> bool:
    """Whether years of age are those of a body: 67周岁店庆, 60岁校庆."""
    aged = figure.unit is not None and figure.unit.name in _AGES
    return aged and _KEPT.match(text, figure.span.end) is not None


_Years = list[tuple[int, list[Spot]]]


def _anniversary(reading: Reading, figure: Figure, words: Words) -> Iterator[Judgement]:
    starts, years = list(_starts(reading, figure, words)), _years(reading, figure)
    for start in starts:
        for now, spot in years:
            if now - start.year == figure.value:
                spots = [Spot("anniversary", figure.span), Spot("start", start.span), *spot]
                yield held(*spots, equation=f"{now} − {start.year} = {figure.text}")
                return
    if _just_ended(reading, figure, starts, years) or _of_another(reading, figure):
        return
    later = _some_later(reading, figure)
    for start in starts[:1]:
        for now, spot in [one for one in years if one[0] > start.year][:1]:
            if later and (figure.value or 0) > now - start.year:
                return
            yield conflict(
                Spot("anniversary", figure.span),
                Spot("start", start.span),
                *spot,
                equation=f"{now} − {start.year} ≠ {figure.text}",
                expected=f"{now - start.year}{figure.unit.name if figure.unit else ''}",
                weak=not start.near,
            ).edited(
                f"{now - start.year}{figure.unit.name if figure.unit else ''}", f"{now}年减{start.year}年"
            )


def _of_another(reading: Reading, figure: Figure) -> bool:
    """1958年建馆；新馆2016年5月启用，再过11天满9周年: whether a year told right before it fits."""
    given, start = reading.article.published, sentence(reading.article.text, figure.span.start).start
    told = [year(one) for one in periods_within(reading, Span(start, figure.span.start))]
    return given is not None and any(one is not None and given.year - one == figure.value for one in told)


def _just_ended(reading: Reading, figure: Figure, starts: list[_Start], years: _Years) -> bool:
    """Whether a report that names no year may tell of the one that has just ended, or of one to come."""
    given = reading.article.published
    if given is None or not years or years[0][1]:
        return False
    ahead = before(reading.article.text, figure.span.start, 24)
    falls = [one.year + int(figure.value or 0) for one in starts]
    awaited = _AWAITED.search(ahead) is not None and any(0 < fall - given.year <= _SOON for fall in falls)
    later = guessed(reading.article) and given.year + 1 in falls
    return awaited or later or given.year - 1 in falls


def _some_later(reading: Reading, figure: Figure) -> bool:
    """Whether the year of an anniversary is not known, only that it is after those the text names.

    1995年建厂，2009年扩建，今年迎来建厂30周年, in an article without a date.
    """
    if reading.article.published is not None:
        return False
    inside = Span(sentence(reading.article.text, figure.span.start).start, figure.span.start)
    named = [period for period in periods_within(reading, inside) if year(period) is not None]
    ahead = reading.article.text[named[-1].span.end if named else inside.start : inside.end]
    return not named or _NOW.search(ahead) is not None


def _counted(reading: Reading, figure: Figure, words: Words) -> Iterator[Judgement]:
    following = after(reading.article.text, figure.span.end, 16).lstrip("“‘《全国中世界际家")
    first = next((day for name, day in words.counted.items() if following.startswith(name)), None)
    if first is None:
        return
    years = _years(reading, figure)
    if any(now - first + 1 == figure.value for now, _ in years) or not years:
        return
    now, spot = years[0]
    if _some_later(reading, figure) and (figure.value or 0) > now - first + 1:
        return
    right = f"第{now - first + 1}{figure.unit.name if figure.unit else ''}"
    yield conflict(
        Spot("anniversary", figure.span),
        *spot,
        equation=f"{now} − {first} + 1 ≠ {figure.text}",
        expected=right,
    )


def _years(reading: Reading, figure: Figure) -> _Years:
    """The years the anniversary may fall in, the likeliest first, each with where it is said."""
    text = reading.article.text
    inside = sentence(text, figure.span.start)
    said = [
        (named, [Spot("year", period.span)])
        for period in periods_within(reading, Span(inside.start, figure.span.start))
        if (named := year(period)) is not None
    ]
    said.reverse()
    given = reading.article.published
    if given is not None:
        said.append((given.year, []))
        if _COMING.search(text, inside.start, figure.span.start):
            said.append((given.year + 1, []))
    return said or _elsewhere(reading, figure)


def _elsewhere(reading: Reading, figure: Figure) -> _Years:
    """All years the paragraph names, the latest first, for an article whose own day is not known."""
    line = paragraph(reading.article.text, figure.span.start)
    found = [
        (named, [Spot("year", period.span)])
        for period in periods_within(reading, line)
        if (named := year(period)) is not None
    ]
    return sorted(found, key=lambda one: -one[0])


def _starts(reading: Reading, figure: Figure, words: Words) -> Iterator[_Start]:
    """The years something may have begun in, the likeliest first."""
    text = reading.article.text
    inside = sentence(text, figure.span.start)
    ahead = text[clause(text, figure.span.start).start : figure.span.start]
    for name, known in words.known.items():
        if name in ahead:
            yield _Start(known, Span(figure.span.start - len(ahead) + ahead.index(name), figure.span.start))
    here = _named(reading, figure, inside) or [
        period for period in periods_within(reading, inside) if _begins(reading, period, words)
    ]
    yield from (_Start(period.first[0], period.span) for period in here if period.first)
    if not here and words.bodies.search(ahead + after(text, figure.span.end, _FEAST)):
        line = _line_meant(reading, figure.span.start)
        near = [period for period in periods_within(reading, line) if _begins(reading, period, words)]
        yield from (_Start(period.first[0], period.span, near=False) for period in near if period.first)
    yield from _same_event(reading, figure)


def _named(reading: Reading, figure: Figure, inside: Span) -> list[Period]:
    """The one year of the sentence behind which the very event is told: 2005年改制，…改制20周年."""
    text = reading.article.text
    name = before(text, figure.span.start, 2)
    told = [
        one
        for one in periods_within(reading, Span(inside.start, figure.span.start))
        if one.part("year") and year(one) is not None and text.startswith(name, one.span.end)
    ]
    return told if len(told) == 1 and name.isalpha() and len(name) > 1 and name[-1] not in _GREETED else []


def _line_meant(reading: Reading, at: int) -> Span:
    """The paragraph at `at`; of a headline the first paragraph below it, which tells the same."""
    line = paragraph(reading.article.text, at)
    kinds = {block.kind: block.span for block in reversed(reading.article.blocks)}
    title, first = kinds.get(BlockKind.TITLE), kinds.get(BlockKind.PARAGRAPH)
    headed = title is not None and first is not None and title.start <= at < title.end
    return first if headed and first is not None else line


def _begins(reading: Reading, period: Period, words: Words) -> bool:
    """Whether `period` is a year in which something began."""
    text = reading.article.text
    if year(period) is None or not period.part("year"):
        return False
    behind = _told(reading, period)
    if _led(before(text, period.span.start, 8), words):
        return True  # 创办于1952年的学校将迎来73周年校庆
    if "周年" in behind:
        return False
    bracketed = before(text, period.span.start, 1) in ("（", "(") and behind[:1] in ("）", ")")
    return bracketed or bool(words.begun.search(behind[:_TOLD]))


def _told(reading: Reading, period: Period) -> str:
    """The words behind a year, to the next date or the end of what is said of it."""
    text = reading.article.text
    words = _SEGMENT.split(text[period.span.end : period.span.end + 40], maxsplit=1)[0]
    return words[: next_date(reading, period.span.end) - period.span.end]


def _led(ahead: str, words: Words) -> bool:
    found = list(words.begun.finditer(ahead))
    return bool(found) and ahead[found[-1].end() :] in ("", "于", "在", "：", "于公元")


def _same_event(reading: Reading, figure: Figure) -> Iterator[_Start]:
    """The one day elsewhere on which what the anniversary is called by took place (牺牲, 通车)."""
    text = reading.article.text
    name = before(text, figure.span.start, 2)
    if not re.fullmatch(r"[\u4e00-\u9fff]{2}", name) or name[-1] in "是迎为的满第":
        return
    found = []
    for period in reading.periods:
        inside = sentence(text, period.span.start)
        told = (
            name in text[period.span.end : inside.end] and not inside.start <= figure.span.start < inside.end
        )
        if told and period.part("day") and period.part("year") and period.first is not None:
            found.append(_Start(period.first[0], period.span))
    yield from found if len({start.year for start in found}) == 1 else []
