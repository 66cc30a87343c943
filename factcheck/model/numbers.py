"""What the number reader saw: units, figures, groups of figures, and the tokens between them."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from factcheck.interval import Interval
from factcheck.model.period import Period
from factcheck.model.source import Span
from factcheck.records import Enum, dataclass


class Dimension(Enum):
    """What a unit measures. Units of one dimension convert; figures of two never meet.

    A measure word (家, 辆, 人次) is a dimension of its own in the sense that 人 is not 人次:
    `Unit.name` tells them apart, and `COUNT` units never convert into each other.
    """

    __hash__ = object.__hash__  # by identity: Enum hashes names, in Python

    NONE = "none"
    COUNT = "count"
    RATIO = "ratio"
    POINTS = "points"
    MULTIPLE = "multiple"
    DOUBLING = "doubling"
    MONEY = "money"
    LENGTH = "length"
    AREA = "area"
    VOLUME = "volume"
    MASS = "mass"
    DURATION = "duration"
    SPEED = "speed"
    POWER = "power"
    ENERGY = "energy"
    TEMPERATURE = "temperature"
    DATA = "data"
    VOLTAGE = "voltage"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure.

    Attributes:
        name: as the JSON contract prints it (元, %, 个百分点, 亩, 人次, 元/公斤).
        dimension: what it measures.
        scale: how many base units one of it is (% is 1/100, 亩 is 2000/3 square metres).
        base: the name under which it compares: equal for 亩 and 公顷, different for 人 and 人次,
            for 元 and 美元.
    """

    name: str
    dimension: Dimension
    scale: Fraction
    base: str


class FigureKind(Enum):
    """What sort of number it is; only the first six can be quantities."""

    __hash__ = object.__hash__  # by identity: Enum hashes names, in Python

    QUANTITY = "quantity"
    NUMBER = "number"
    PERCENT = "percent"
    POINTS = "points"
    FRACTION = "fraction"
    MULTIPLE = "multiple"
    ORDINAL = "ordinal"
    DATE = "date"
    PERIOD = "period"
    TIME = "time"
    CODE = "code"

    @property
    def countable(self) -> bool:
        """A figure of this kind can be a quantity, so leaving it out of every check is worth a word."""
        return self not in (
            FigureKind.ORDINAL,
            FigureKind.DATE,
            FigureKind.PERIOD,
            FigureKind.TIME,
            FigureKind.CODE,
        )


@dataclass(frozen=True, slots=True)
class Figure:
    """One number with its unit.

    Attributes:
        span: number, magnitude and unit in the reading text, hedges left out.
        text: the characters as printed.
        value: the number with 万/亿/千 folded in, in `unit` as written; `None` when it has no
            single value (数十亿, a code).
        interval: every value the writer can have meant, in `unit` as written.
        unit: `None` for a bare number.
        kind: what sort of number it is.
        hedge: the bound words around it as printed (约, 近, 超, 余, 以上), empty when none;
            several are joined with `…` (约…左右).
        step: the unit of the last printed place, in `unit` as written (1.5万 → 1000).
        form: flags of malformed or notable writing (`double-point`, `bad-grouping`,
            `missing-zero`, `mixed-script`, `range-unit-dropped`, `approximate`, …).
        number: the span of the bare number inside `span`, magnitude included, unit left out.
    """

    span: Span
    text: str
    value: Decimal | Fraction | None
    interval: Interval | None
    unit: Unit | None
    kind: FigureKind
    hedge: str = ""
    step: Fraction | None = None
    form: frozenset[str] = frozenset()
    number: Span | None = None

    @property
    def worth(self) -> Fraction | None:
        """Its value in the base unit (4亿元 → 400000000 yuan); `None` when it has no single value."""
        if self.value is None:
            return None
        return Fraction(self.value) * (self.unit.scale if self.unit is not None else 1)


class GroupKind(Enum):
    """How several figures make one expression."""

    __hash__ = object.__hash__  # by identity: Enum hashes names, in Python

    RANGE = "range"
    RATIO = "ratio"
    SCORE = "score"
    LIST = "list"
    COMPOUND = "compound"
    CODE = "code"
    FORMULA = "formula"


@dataclass(frozen=True, slots=True)
class Group:
    """Several figures that are one expression; a range keeps its two ends, never one interval."""

    kind: GroupKind
    figures: tuple[Figure, ...]
    span: Span


class TokenKind(Enum):
    """What the lexer saw; wording rules match on sequences of these."""

    __hash__ = object.__hash__  # by identity: Enum hashes names, in Python

    FIGURE = "figure"
    PERIOD = "period"
    HEDGE = "hedge"
    BREAK = "break"


@dataclass(frozen=True, slots=True)
class Token:
    """One thing the lexer saw.

    `label` is the class of a hedge (`approx`, `near`, `over`, `at-least`, `at-most`, `about-after`,
    `more-after`, …) or of a break (`comma`, `stop`, `pause`, `bracket`); empty for figures.
    """

    kind: TokenKind
    span: Span
    label: str = ""
    payload: Figure | Period | None = None
