"""What the text says: quantities over facts, wholes with their parts, counts with their items.

A claim is a quantity over facts, not a row of slots: “占规上工业总产值的66%” speaks of two facts and
gives a figure for neither. A `Fact` is what can be measured and is the join key; a `Quantity` is
a level of a fact, or a difference, quotient or growth of two; a `Claim` says how much it is.
"""

from __future__ import annotations

from collections.abc import Hashable

from factcheck.interval import Interval
from factcheck.model.numbers import Figure, Group, Token, Unit
from factcheck.model.period import Period
from factcheck.model.source import Article, Span
from factcheck.records import Enum, dataclass


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that can be measured: the join key.

    Attributes:
        subject: whose (the canonical name of a place, organisation, product, person); may be empty.
        indicator: what (the canonical noun phrase).
        scope: restrictions that must agree (规上, 常住, 城镇), as a set.
        period: `Period.key` of when, or `None` when unknown.
    """

    subject: str
    indicator: str
    scope: frozenset[str] = frozenset()
    period: Hashable = None


class Measure(Enum):
    """How a quantity is formed from its facts."""

    __hash__ = object.__hash__  # by identity: Enum hashes names, in Python

    LEVEL = "level"
    DIFFERENCE = "difference"
    QUOTIENT = "quotient"
    GROWTH = "growth"
    RANK = "rank"
    DATE = "date"


class Modality(Enum):
    """Whether the text says that it is, should be, or will be so."""

    __hash__ = object.__hash__  # by identity: Enum hashes names, in Python

    ACTUAL = "actual"
    PLAN = "plan"
    FORECAST = "forecast"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A level of a fact, or a difference, quotient or growth of two.

    Attributes:
        measure: how it is formed.
        of: the fact, or a quantity again (降幅收窄0.3个百分点 is a difference of growths).
        against: base, whole, peer, pool, plan or denominator; `None` for a level.
        sort: the kind of quotient or difference, for choosing words and rules: `share`, `multiple`,
            `mean`, `per`, `progress`, `rate`, `increment`, `gap`; empty otherwise.
        over: the number of periods a growth runs over (年均 of 2020→2024: 4), `None` when one.
    """

    measure: Measure
    of: Fact | Quantity
    against: Fact | Quantity | None = None
    sort: str = ""
    over: int | None = None

    @property
    def root(self) -> Fact:
        """The fact it is of, however often it is wrapped."""
        of = self.of
        while isinstance(of, Quantity):
            of = of.of
        return of


@dataclass(frozen=True, slots=True, eq=False)
class Claim:
    """A quantity said to be this much.

    Attributes:
        quantity: what is claimed.
        interval: the values it can mean, signed, in base units (下降5.9% is −0.059); `None` when
            the words give no magnitude.
        figures: the figures it was read from; may be empty (持平, 过半).
        words: roles and spans of the words that carried it: `direction`, `subject`, `indicator`,
            `period`, `against`, `hedge`, `respectively`, ….
        article: where it was said.
        unit: the unit the writer used, for messages.
        modality: actual, plan or forecast.
        licences: names from the licence lexicon that apply (不变价, 可比口径, 修订, …).
        made_by: the name of the pattern that read it.
        sign: −1 when a direction word says a decrease, else 1.
        group: set when the figures are the ends of a range or the members of a ratio.
        alternative: 0 for the reading the words ask for; above 0 for other fair readings of the
            same figures. A conflict counts only under reading 0, and only when no other reading of
            the same figures holds; a figure that has no reading 0 can be verified and never accused.
        whose: whose an empty subject is, as it was said: a level (`city` for 全市), `body` for 该行 or 公司,
            a name; empty when nothing was said. Only needed where articles meet.
        told: the subject was said in the words of this very claim, not taken over from before.
        times: how many claims it stands for, itself included: an archive that says one thing in many
            articles answers with one of them.
    """

    quantity: Quantity
    interval: Interval | None
    figures: tuple[Figure, ...]
    article: Article
    words: tuple[tuple[str, Span], ...] = ()
    unit: Unit | None = None
    modality: Modality = Modality.ACTUAL
    licences: frozenset[str] = frozenset()
    made_by: str = ""
    sign: int = 1
    group: Group | None = None
    alternative: int = 0
    whose: str = ""
    told: bool = False
    times: int = 1

    @property
    def drawn(self) -> bool:
        """It is the number of a table's cell: printed as it is, and its place says what it is."""
        return self.made_by in ("table", "table-quote")

    @property
    def span(self) -> Span:
        """The words to underline: the figures, or the words that stand for one."""
        if len(self.figures) == 1:
            return self.figures[0].span
        spans = [figure.span for figure in self.figures] or [span for _, span in self.words]
        return Span(min(s.start for s in spans), max(s.end for s in spans))


@dataclass(frozen=True, slots=True, eq=False)
class Partition:
    """A whole and its parts, said once over claims.

    Attributes:
        whole: the claim of the whole; `None` when shares of 1 are listed without it.
        parts: the claims of the parts, in reading order.
        by: the set the parts were recognised as (三次产业, 城乡), empty when unknown.
        complete: `stated` (合计, 三项共), `known` (lexicon), `likely` (parts fill the whole but for
            one slip of the pen) or `open` (其中, 等).
        article: where it was said.
        sort: what adds up: `level`, `share` (of 1), `share-row` (of the share of `whole`),
            `increment`, `contribution`, `period`.
        signs: one sign per part (stock and flow: inflow 1, outflow −1).
        made_by: the name of the pattern that read it.
    """

    whole: Claim | None
    parts: tuple[Claim, ...]
    complete: str
    article: Article
    by: str = ""
    sort: str = "level"
    signs: tuple[int, ...] = ()
    made_by: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Enumeration:
    """A list of items, and the count that is stated of it.

    Attributes:
        count: the figure that states how many; `None` when nothing does.
        noun: what is counted.
        items: spans of the items, in reading order.
        open: the list is left open (等, 如, 包括…等): it may name fewer, never more.
        style: how the items are written: `pause` (、), `semicolon`, `numbered` (一是, 第二, （三）),
            `sequence` (首先, 其次), `bullets`, `sidebar`, `groups` (a list of lists), `digits` (33618),
            `respective` (分别).
        article: where it was said.
        made_by: the name of the pattern that read it.
        loose: the items may be something else than what is counted; it can be verified and never
            contradicted.
        fair: other numbers of items a fair reader may count (和 inside a name).
        marks: the words that number the items (一是, 二是), empty when nothing does.
        numbers: what `marks` say, as printed.
        values: the figures that 分别 or 依次 gives to the items.
    """

    count: Figure | None
    noun: str
    items: tuple[Span, ...]
    article: Article
    open: bool = False
    style: str = "pause"
    made_by: str = ""
    loose: bool = False
    fair: frozenset[int] = frozenset()
    marks: tuple[Span, ...] = ()
    numbers: tuple[int, ...] = ()
    values: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Order:
    """Numbers that are said to stand in an order.

    Attributes:
        claims: the numbers, the one that is said to come first at the front.
        down: the largest comes first.
        said: the words that say so; empty when only the places of a rank column do.
        article: where it was said.
        made_by: the name of the pattern that read it.
    """

    claims: tuple[Claim, ...]
    down: bool
    article: Article
    said: Span | None = None
    made_by: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Quote:
    """A figure of a sentence and the cell it repeats digit for digit, under another unit or period.

    Attributes:
        said: what the sentence claims.
        cell: what the cell claims.
        differs: `unit` or `period`.
        head: where the table states the unit or the period.
        words: where the sentence states the period; `None` for a unit.
    """

    said: Claim
    cell: Claim
    differs: str
    head: Span
    words: Span | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """Everything understood of one article; what the engine judges."""

    article: Article
    tokens: tuple[Token, ...] = ()
    figures: tuple[Figure, ...] = ()
    groups: tuple[Group, ...] = ()
    periods: tuple[Period, ...] = ()
    claims: tuple[Claim, ...] = ()
    partitions: tuple[Partition, ...] = ()
    enumerations: tuple[Enumeration, ...] = ()
    notes: tuple[tuple[Span, str], ...] = ()
    orders: tuple[Order, ...] = ()
    quotes: tuple[Quote, ...] = ()
