"""What surrounds a date: the article's day, the sentence's year, the date named before."""

from __future__ import annotations

import re
from dataclasses import field
from functools import cache

from factcheck.model import Anchor, Grain, PartialDate
from factcheck.model.period import Day
from factcheck.patterns import compiled
from factcheck.records import dataclass

_LEAD = 3  # characters before a year that still leads its sentence: a quotation mark, 在, 截至
_LAST_OF_BASES = frozenset("比较同与和由从自是于为按以过到")  # of what `_bases` finds

_STOPS = r"[。！？!?\n]"
_CLAUSE = 60  # characters within which a clause is looked for
_CLAUSE_MARKS = compiled("[，；：。！？,;\n]")

Year = tuple[Anchor, int]


@dataclass(slots=True)
class Resolved:
    """The days a phrase means; `None` where they are not known."""

    grain: Grain
    anchor: Anchor = Anchor.ABSOLUTE
    first: Day | None = None
    last: Day | None = None
    instant: bool = False
    form: set[str] = field(default_factory=set)


@cache
def _stops() -> re.Pattern[str]:
    return compiled(_STOPS)


@cache
def _last_stop() -> re.Pattern[str]:
    return compiled(rf"(?s:.*){_STOPS}")


@cache
def _futures() -> re.Pattern[str]:
    return compiled(
        r"(?<![大上中少主名老武健麻闯])将(?![军士领近帅相才官])|拟(?![合人态声])|预计|预期|计划|力争|有望|即将|届时|定于|争取|确保"
        r"|起(?:正式)?(?:施行|实施|执行|启用|开放)|敬请|欢迎"
    )


@cache
def _bases() -> re.Pattern[str]:
    return compiled(r"(?:[比较同与和由从自是于为按以]|相比|对比|不及|超过|高于|低于|到)$")


_RECORDS = ("打破", "刷新", "改写", "超越", "追平", "平了", "打破了", "刷新了", "改写了", "此前")
_FORETOLD = tuple(f"{word}{mark}" for word in ("预计", "预测", "预报", "预告") for mark in "，,：:")


@dataclass(slots=True)
class Context:
    """What is known when a date is read; it moves forward with the text.

    Attributes:
        text: the text the dates stand in.
        published: the day the article speaks from, or as much of it as is known.
        sentence: where the sentence last entered begins, −1 before any was.
        end: where it ends.
        year: the year last named in this sentence.
        aside: a year since named as 上年 or 上一年: a month after it is in it, a 年末 is not.
        years: the years named in the nearest sentence of this paragraph that names any.
        above: the years so named in the last paragraph that names any.
        led: whether that sentence began with a year (2023年，…); 公司成立于1998年 teaches no date after it.
        judged: the sentence of which `hopeful` tells.
        hopeful: whether that sentence speaks of what is to come.
        topic: the year of the stretch last spoken of.
        stretch: the stretch last spoken of, for 同期.
        day: the day last read, for 当日.
        month: the month last read, for 当月 and 15日.
        day_sentence: the sentence in which `day` was read.
        month_sentence: the sentence in which a month was last written.
    """

    text: str
    published: PartialDate | None
    sentence: int = -1
    end: int = -1
    year: Year | None = None
    aside: Year | None = None
    years: set[Year] = field(default_factory=set)
    above: set[Year] = field(default_factory=set)
    led: bool = False
    judged: int = -1
    hopeful: bool = False
    topic: Year | None = None
    stretch: tuple[Grain, Anchor, Day, Day] | None = None
    day: tuple[Anchor, Day] | None = None
    month: tuple[Anchor, int, int] | None = None
    day_sentence: int = -1
    month_sentence: int = -1

    def enter(self, position: int) -> None:
        """Go on to the date at `position`: what sentence and paragraph taught is kept or dropped."""
        if self.sentence - 1 <= position < self.end:
            return
        before = _last_stop().match(self.text, self.end if position >= self.end >= 0 else 0, position + 1)
        sentence = before.end() if before is not None else 0
        if self.years and self.text.find("\n", self.end, sentence) >= 0:
            self.above, self.years = self.years, set()
        after = _stops().search(self.text, position + 1)
        self.sentence, self.year, self.aside = sentence, None, None
        self.end = after.start() if after is not None else len(self.text)

    def outdone(self, start: int) -> bool:
        """Whether a date is that of a record now broken: 打破2013年8月创下的40.9℃."""
        return self.text.endswith(_RECORDS, 0, start)

    def compared(self, start: int) -> bool:
        """Whether what stands at `start` is the base of a comparison (比2020年, 由2020年的)."""
        if self.text[max(0, start - 1) : start] not in _LAST_OF_BASES:
            return False
        return _bases().search(self.text, max(0, start - 2), start) is not None

    def name_year(self, year: Year, start: int, *, topical: bool = False) -> None:
        """A year was written at `start`, `topical` when as 上年; a base of comparison teaches nothing.

        2021年开工，到今年6月做了8季，9月8日…: 到 leads on to the article's own year.
        """
        reached = year == self.document_year() and self.text[start - 1] == "到"
        if self.compared(start) and not reached:
            return
        if topical:
            self.aside = year
            return
        self.aside = None
        if self.year is None:
            self.years, self.led = set(), start - self.sentence <= _LEAD
        self.year = year
        self.years.add(year)

    def near_year(self) -> Year | None:
        """The year this sentence named last, else the only one, with which the sentence before began."""
        if self.year is not None:
            return self.year
        return next(iter(self.years)) if self.led and len(self.years) == 1 else None

    def future(self) -> bool:
        """Whether the sentence last entered speaks of what is to come."""
        if self.judged != self.sentence:
            found = _futures().search(self.text, self.sentence, self.end)
            self.judged, self.hopeful = self.sentence, found is not None
        return self.hopeful

    def coming(self, start: int, end: int) -> bool:
        """Whether the clause of the date from `start` to `end` speaks of what is to come.

        A date set off by a comma (11月，全市将举办车展) belongs to the clause after it.
        """
        if not self.future():
            return False
        before = _CLAUSE_MARKS.split(self.text[max(self.sentence, start - _CLAUSE) : start])[-1]
        if not before and self.text.endswith(_FORETOLD, 0, start):
            return True  # 气象台预计，16日（周六）起降雨
        after = _CLAUSE_MARKS.split(self.text[end : end + _CLAUSE])
        clause = after[0] or (after[1] if len(after) > 1 else "")
        return bool(_futures().search(before + clause))

    def document_year(self, shift: int = 0) -> Year:
        """The year the article speaks from, shifted; relative when it is not known."""
        if self.published is None:
            return Anchor.DOCUMENT, shift
        return Anchor.ABSOLUTE, self.published.year + shift

    def today(self) -> Day | None:
        """The article's own day, when it is known to the day."""
        given = self.published
        if given is None or given.month is None or given.day is None:
            return None
        return given.year, given.month, given.day
