"""One date or stretch as it was written, before anything is resolved.

The scanner fills a `Phrase` piece by piece (今年 · 3月 · 15日 · 上午); the resolver reads it. It is the
one mutable object of this package: built once, frozen into a `Period` at the end.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, IntEnum


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
    `months` and `days` are the first and last of a stretch, equal when only one is named.
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
    week: int | None = None
    weekday: int = 0
    edge: Edge | None = None
    whole: str = ""
    number: int = 0
    flags: set[str] = field(default_factory=set)
    said: list[tuple[str, str]] = field(default_factory=list)
    until: Phrase | None = None

    def say(self, name: str, value: int | str) -> None:
        """Keep one of the parts that were written."""
        self.said.append((name, str(value)))
