"""What a date or a stretch of time means, with what was said and what it resolves to kept apart.

`first` and `last` are (year, month, day), both ends included. Under `Anchor.ABSOLUTE` the year is
a calendar year. Under `Anchor.DOCUMENT` it counts from the year the article speaks from (今年 = 0,
去年 = −1), so that 去年 and 今年 compare without any date. A period read in an article whose date is
known is absolute.
"""

from __future__ import annotations

from factcheck.model.source import Span
from factcheck.records import Enum, dataclass

Day = tuple[int, int, int]


class Anchor(Enum):
    """What the year of a period counts from."""

    __hash__ = object.__hash__  # by identity: Enum hashes names, in Python

    ABSOLUTE = "absolute"
    DOCUMENT = "document"


class Grain(Enum):
    """The kind of stretch that was named; 环比 goes back by one of it."""

    __hash__ = object.__hash__  # by identity: Enum hashes names, in Python

    TIME = "time"
    DAY = "day"
    WEEK = "week"
    TEN_DAYS = "ten-days"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    SPAN = "span"


@dataclass(frozen=True, slots=True)
class Period:
    """A date or stretch of time as written, and what it resolves to.

    Attributes:
        span: where it stands in the reading text.
        text: the words as printed.
        grain: the kind of stretch.
        anchor: what the years of `first` and `last` count from.
        first: first day, included; `None` when it cannot be resolved.
        last: last day, included; `None` when it cannot be resolved or is open.
        instant: it names a balance day (年末, 截至9月底), not a stretch.
        form: flags what is odd about the writing: `impossible` (2月30日), `reversed` (2020—2016年),
            `year-inferred`, `month-inferred`, `future` (inferred to be still to come), `lunar`,
            `festival`, `holiday` (国庆假期: its days are not known), `open-start` (6月底前), `open-end`
            (2020年以来, 2016年起), `approximate`, `fiscal`, `school-year`, `season`, `plan-name`
            (“十四五”规划), `reign`, `arabic` (a lunar or reign date in Arabic digits), `recurring`
            (周一至周五), `list` (3、5月份).
        said: the parts that were written, such as `("year", "2024")`, `("weekday", "3")` (1 is Monday),
            `("hour", "15")`, `("month", "2")`, `("day", "30")`; decimal digits. The second end of a
            stretch is `("end-month", "9")`; `daypart` and `festival` keep the word.
    """

    span: Span
    text: str
    grain: Grain
    anchor: Anchor
    first: Day | None
    last: Day | None
    instant: bool = False
    form: frozenset[str] = frozenset()
    said: tuple[tuple[str, str], ...] = ()

    @property
    def key(self) -> tuple[Anchor, Day | None, Day | None, bool]:
        """Equal for two periods that mean the same days, however they were written."""
        return self.anchor, self.first, self.last, self.instant

    def part(self, name: str) -> str | None:
        """One of the parts that were written, or `None`."""
        for key, value in self.said:
            if key == name:
                return value
        return None
