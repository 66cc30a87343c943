"""One date or stretch as it was written, before anything is resolved.

The scanner fills a `Phrase` piece by piece (今年 · 3月 · 15日 · 上午); the resolver reads it. It is the
one mutable object of this package: built once, frozen into a `Period` at the end.
"""

from __future__ import annotations

from dataclasses import field
from enum import IntEnum

from factcheck.records import Enum, dataclass


class Base(Enum):
    """What a year, month or day counts from when it is not written out."""

    CALENDAR = "calendar"
    DOCUMENT = "document"
    ANTECEDENT = "antecedent"
    TOPIC = "topic"


class Rank(IntEnum):
    """The order in which the parts of one date follow each other; each may stand once."""

    NONE = 0
    YEAR = 1
    PART = 2
    MONTH = 3
    DAY = 4
    EDGE = 5
    WEEKDAY = 6
    DAYPART = 7
    CLOCK = 8
    WHOLE = 9


class Edge(Enum):
    """The end of a year or month that is meant by 初, 末 and 底."""

    START = "start"
    END = "end"


@dataclass(slots=True)
class Phrase:
    """The parts of one date as they were read.

    A number with a base other than `CALENDAR` is a shift: `year=-1` from `Base.DOCUMENT` is 去年.

    Attributes:
        start: first character of the expression.
        end: one past its last character.
        rank: the rank of the piece read last.
        year: the year, or its shift.
        year_end: the last year of a stretch named as one piece.
        year_base: what `year` counts from.
        months: first and last month of a stretch, equal when one is named.
        month_base: what a relative month or quarter (本月) counts from; its shift is `number`.
        part: `year`, `half`, `quarter`, `cumulative`, `month`, `week` or `day`, when a word said so.
        days: first and last day, equal when one is named.
        day_base: what a relative day or week counts from; its shift is `number` or `week`.
        tens: 1, 2, 3 for 上旬, 中旬, 下旬.
        tens_end: likewise for the second of 中下旬.
        weeks: first and last week counted within the month or year.
        week: shift of a relative week.
        weekday: 1 Monday to 7 Sunday, 0 when none was written.
        clock: whether a time of day was written.
        edge: 初, 末 or 底.
        whole: the kind of an expression that follows rules of its own (`plan`, `festival`, …).
        name: of a festival, or the unit of a rolling stretch.
        number: a shift or an ordinal, as the kind asks.
        flags: how it was written and what stands around it.
        said: the parts written, as `Period.said` keeps them.
        until: the other end of a stretch joined by 至, 到 or a dash.
    """

    start: int
    end: int
    rank: Rank = Rank.NONE
    year: int | None = None
    year_end: int | None = None
    year_base: Base = Base.CALENDAR
    months: tuple[int, int] | None = None
    month_base: Base = Base.CALENDAR
    part: str = ""
    days: tuple[int, int] | None = None
    day_base: Base = Base.CALENDAR
    tens: int = 0
    tens_end: int = 0
    weeks: tuple[int, int] | None = None
    week: int | None = None
    weekday: int = 0
    clock: bool = False
    edge: Edge | None = None
    whole: str = ""
    name: str = ""
    number: int = 0
    flags: set[str] = field(default_factory=set)
    said: list[tuple[str, str]] = field(default_factory=list)
    until: Phrase | None = None

    def say(self, name: str, value: int | str) -> None:
        """Keep one of the parts that were written."""
        self.said.append((name, str(value)))
