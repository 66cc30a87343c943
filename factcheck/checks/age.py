"""Ages against the year of birth, now or when something happened, and ages at death.

An age may count birthdays (周岁) or years begun (虚岁); a birthday that is not known may have passed
or not. An age is tied to a birth of its own sentence by a word that asks for it (现年, 时年, 享年).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.checks import Judgement
from factcheck.checks.parts.agreed import Aged, disagreeing
from factcheck.checks.parts.around import any_of, before, either, sentence
from factcheck.checks.parts.births import Date, births, deaths, judged, lives, told_ages
from factcheck.checks.parts.dates import guessed, stated
from factcheck.checks.parts.within import next_date, periods_within
from factcheck.model import Anchor, Figure, Reading, Span
from factcheck.patterns import compiled

_RESUME = compiled(r"(?:出生|生)(?:于[^，。]{0,12})?[，,]$")
_PARTED = compiled("[；;]")
_SHUT = compiled(r"[，,。；;、）)]|$")
_WHEN = compiled(r"(?P<event>[\u4e00-\u9fff]{2})时(?:[仅才刚已只](?:有|满)?|年仅|年满|为)?$")
_YOUNGER = compiled("比[他她][小大年]")
_LONG = 30  # 2016年3月 may be told of many years later
_FILLED = "(?:(?:已|已经|仅|约|刚|刚好|正好|刚满|才|满|整|整整|近|虚岁|周岁|只有|都|也|为)*)"
_YET = compiled(f"[）)]?{_FILLED}")


def check(
    subject: Reading,
    reading: Reading,
    *,
    now: tuple[str, ...] = (),
    then: tuple[str, ...] = (),
    dead: tuple[str, ...] = (),
    law: tuple[str, ...] = (),
    kin: tuple[str, ...] = (),
) -> Iterator[Judgement]:
    """Compare ages that a word asks for with the dates of a life.

    The word is one of `now` (现年, on the article's own day), `then` (时年) or `dead` (享年), or an event
    dated elsewhere (宣判时, 落网时). At events of the `law` birthdays alone are counted, where all days
    are known. An age at death behind a word of `kin` (夫人, 母亲) is not that of the one whose birth is told.
    """
    figures = told_ages(reading.figures)
    if not figures:
        return
    born, died, whole = list(births(reading)), list(deaths(reading)), list(lives(reading))
    yield from disagreeing(reading, list(_aged_now(reading, figures, born, now)))
    for figure in figures:
        found = None
        if dead and _asked(reading, figure, dead):
            found = _at_death(reading, figure, born, died, whole)
            if found and _of_kin(reading.article.text, found[0].span, figure.span, kin):
                continue
        elif now and _asked(reading, figure, now, _RESUME):
            found = _today(reading, figure, born)
        elif then:
            found = _then(reading, figure, born, then) or _of_the_named(reading, figure, born)
        if found is not None:
            strict = _strict(found, before(reading.article.text, figure.span.start, 8), law)
            yield from judged(reading, figure, *found, strict=strict)


def _aged_now(
    reading: Reading, figures: Sequence[Figure], born: Sequence[Date], now: Sequence[str]
) -> Iterator[Aged]:
    """The ages of today that stand with a birth, where the article does not say when it speaks."""
    for figure in () if stated(reading.article) or not now else figures:
        birth = _same_sentence(reading, figure, born) if _asked(reading, figure, now, _RESUME) else None
        if birth is not None and figure.value is not None and not figure.hedge:
            yield Aged(figure, birth)


def _told_next(reading: Reading, figure: Figure, born: Sequence[Date]) -> Date | None:
    """今年78岁的顾某天天来。她生于1957年: whose birth opens the next sentence."""
    text, inside = reading.article.text, sentence(reading.article.text, figure.span.start)
    ages = [one for one in told_ages(reading.figures) if inside.start <= one.span.start < inside.end]
    opened = _PRONOUN.match(text, inside.end)
    if opened is None or len(ages) > 1:
        return None
    return next((one for one in born if opened.end() <= one.span.start <= opened.end() + _NEXT), None)


# She herself, and not her daughter.
_PRONOUN, _NEXT = compiled("[。！？]?[”」]?[他她](?:本人)?(?:出?生于|是|于)?"), 1

_Life = tuple[Date, Date]


def _asked(
    reading: Reading, figure: Figure, words: Sequence[str], other: re.Pattern[str] | None = None
) -> bool:
    ahead = before(reading.article.text, figure.span.start, 18)
    if re.search(f"{either(words)}{_FILLED}$", ahead):
        return True
    shut = _SHUT.match(reading.article.text, figure.span.end) is not None
    return other is not None and shut and other.search(ahead) is not None


def _dated(reading: Reading, figure: Figure) -> bool:
    """Whether a year stands right before the age: 2003年31岁时, 2024年已经86岁."""
    start, text = figure.span.start, reading.article.text
    near = [one for one in periods_within(reading, Span(start - 12, start)) if one.part("year") is not None]
    return any(_YET.fullmatch(text, one.span.end, start) for one in near if one.span.end <= start)


def _same_sentence(reading: Reading, figure: Figure, dates: Sequence[Date]) -> Date | None:
    """The nearest of `dates` before the figure in its sentence, else the nearest behind it."""
    text, at = reading.article.text, figure.span
    inside = sentence(text, at.start)
    here = [date for date in dates if inside.start <= date.span.start < inside.end]
    part = [one for one in here if not _PARTED.search(text, *sorted((one.span.start, at.start)))]
    here = part or here
    ahead = [date for date in here if date.span.end <= figure.span.start]
    return ahead[-1] if ahead else here[0] if here else None


def _then(reading: Reading, figure: Figure, born: Sequence[Date], words: Sequence[str]) -> _Life | None:
    """The life up to the time an age is told for: 时年, 2003年31岁时, 2023年6月落网时."""
    if _asked(reading, figure, words) or _dated(reading, figure):
        return _at_event(reading, figure, born)
    ahead = before(reading.article.text, figure.span.start, 12)
    named = _WHEN.search(ahead)
    if named is None:
        return None
    start = figure.span.start - len(ahead) + named.start()
    near = periods_within(reading, Span(start - 12, start))
    if any(period.span.end == start and period.part("year") is not None for period in near):
        return _at_event(reading, figure, born)
    return _at_named(reading, figure, born, named.group("event"))


def _today(reading: Reading, figure: Figure, born: Sequence[Date]) -> _Life | None:
    given = reading.article.published
    birth = _same_sentence(reading, figure, born) or _told_next(reading, figure, born)
    if given is None or birth is None:
        return None
    first = (given.year, given.month or 1, given.day or 1)
    late = int(guessed(reading.article))
    if late and given.month is not None and given.day is None:
        late = _LONG
    last = (given.year + late, 12 if late else given.month or 12, 28 if late else given.day or 28)
    return birth, Date(birth.span, first, last)


def _of_the_named(reading: Reading, figure: Figure, born: Sequence[Date]) -> _Life | None:
    """72岁的张某，1962年出生: the age of today, unless it is one at a time that the article tells of."""
    text, end = reading.article.text, figure.span.end
    if figure.value is None or not text.startswith("的", end):
        return None
    birth = next((one for one in born if end < one.span.start < end + _FAR), None)
    if birth is None or not _WHOSE.fullmatch(text, end, birth.span.start):
        return None
    inside = sentence(text, end)
    if _BACK_THEN.search(text, inside.start, inside.end) or _ANOTHER.match(text, birth.span.end):
        return None
    told = (period.first for period in reading.periods if period.anchor is Anchor.ABSOLUTE)
    later = {day[0] for day in told if day is not None} - {birth.first[0], birth.last[0]}
    fits = any(abs(year - birth.first[0] - int(figure.value)) <= 1 for year in later)
    return None if fits else _today(reading, figure, [birth])


# The name between an age and a birth: 的老支书张某，男，汉族，; nobody's kin.
_WHOSE = compiled(
    "的(?![\u4e00-\u9fff]*[儿女孙父母妻夫兄弟姐妹爷奶][\u4e00-\u9fff]*)[\u4e00-\u9fff·某×]{2,10}[，,（(]?"
    "(?:(?:[男女]|[\u4e00-\u9fff]{1,3}族|[\u4e00-\u9fff]{2,7}人|中共党员)[，,])*(?:出?生于)?"
)
_FAR = 30
_BACK_THEN = compiled("那年|当年|当时|彼时|那时|年代|时年")
_ANOTHER = compiled("出?生的")  # 72岁的张某1985年出生的儿子


def _at_event(reading: Reading, figure: Figure, born: Sequence[Date]) -> _Life | None:
    birth = _same_sentence(reading, figure, born)
    if birth is None:
        return None
    inside = sentence(reading.article.text, figure.span.start)
    events = [
        Date(period.span, period.first, period.last)
        for period in periods_within(reading, Span(inside.start, figure.span.start))
        if period.span != birth.span
        and period.anchor is Anchor.ABSOLUTE
        and period.first is not None
        and period.last is not None
        and period.last[0] - period.first[0] == 0
    ]
    return (birth, events[-1]) if events else None


def _at_named(reading: Reading, figure: Figure, born: Sequence[Date], event: str) -> _Life | None:
    """The life up to an event (宣判) that is told behind one date of the article, and only one."""
    birth, text = _same_sentence(reading, figure, born), reading.article.text
    if birth is None:
        return None
    told = re.compile(f"(?<![至到距离后前]){event}(?![时前后])")
    found = {}
    for period in reading.periods:
        if period.first is None or period.last is None or period.part("day") is None:
            continue
        end = min(sentence(text, period.span.start).end, next_date(reading, period.span.end))
        if period.anchor is Anchor.ABSOLUTE and told.search(text, period.span.end, end):
            found[period.first, period.last] = Date(period.span, period.first, period.last)
    dates = [date for date in found.values() if date.first > birth.last]
    return (birth, dates[0]) if len(dates) == 1 else None


def _strict(life: _Life, ahead: str, law: Sequence[str]) -> bool:
    """Whether only birthdays count: a matter of law, the days of birth and event known."""
    whole = all(date.first == date.last for date in life)
    return whole and re.search(f"{either(law)}时", ahead) is not None


def _at_death(
    reading: Reading, figure: Figure, born: Sequence[Date], died: Sequence[Date], whole: Sequence[_Life]
) -> _Life | None:
    text = reading.article.text
    inside = sentence(text, figure.span.start)
    for life in reversed(whole):
        if inside.start <= life[0].span.start < figure.span.start or _line(text, life[0].span, figure.span):
            return life
    death, birth = _same_sentence(reading, figure, died), _same_sentence(reading, figure, born)
    if birth is None and len(born) == 1:
        birth = born[0]
    return (birth, death) if birth is not None and death is not None and birth.first < death.first else None


def _of_kin(text: str, birth: Span, age: Span, kin: Sequence[str]) -> bool:
    """Whether the sentence of an age, behind the birth, names somebody's kin, or compares the two ages."""
    inside = sentence(text, age.start)
    said = text[max(inside.start, birth.end if birth.end <= age.start else 0) : age.start]
    return any_of(kin).search(said) is not None or _YOUNGER.search(text, age.end, inside.end) is not None


def _line(text: str, first: Span, second: Span) -> bool:
    return first.end <= second.start and "\n" not in text[first.end : second.start]
