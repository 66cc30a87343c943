"""What is said of each figure, before anything is tied: the records the readers pass on.

A `Mention` is one figure (or range, or ratio) with its role in the sentence: a level of something,
a change of something against something, a part in a whole. Facts are formed from mentions only
after the whole article is read, since a base or a whole may be named before or after.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import field

from factcheck.claims.names import EMPTY, Name
from factcheck.claims.skeleton import Slot
from factcheck.interval import Interval
from factcheck.model import Span
from factcheck.records import Enum, dataclass

# What a bare number counts, by the two characters that end its name: 出游人次27.25亿.
_COUNTED = {
    "人次": "人次",
    "人数": "人",
    "户数": "户",
    "件数": "件",
    "家数": "家",
    "架次": "架次",
}


class Role(Enum):
    """What a figure does in its sentence."""

    LEVEL = "level"
    GROWTH = "growth"
    DIFFERENCE = "difference"
    SHARE = "share"
    PROGRESS = "progress"
    MULTIPLE = "multiple"
    CONTRIBUTION = "contribution"
    RATIO = "ratio"


class Against(Enum):
    """What a change is against."""

    DEFAULT = "default"
    YEAR = "year"
    PREVIOUS = "previous"
    YEAR_START = "year-start"
    PERIOD = "period"
    PEER = "peer"
    EARLIER = "earlier"
    AVERAGE = "average"
    TWO_YEARS = "two-years"


@dataclass(frozen=True, slots=True)
class Base:
    """What a change or a multiple is against, as said.

    Attributes:
        kind: the sort of base.
        period: the key of the period that was named, for `PERIOD`; for `YEAR` whether it was called 同期.
        peer: the name of a peer or a whole.
    """

    kind: Against = Against.DEFAULT
    period: Hashable = None
    peer: Name = EMPTY


DEFAULT = Base()


@dataclass(slots=True, eq=False)
class Mention:
    """One figure and what is said of it.

    Attributes:
        slot: the figure, range or ratio.
        role: what it does.
        name: the name in the words before it, as far as it was spelled out there.
        topic: the level whose name it inherits or whose change it is; `None` when it names its own.
        period: key of when, inherited from the context.
        period_said: the period was named in this clause.
        last_year: that period was 去年 or the like: a base, not where things stand.
        base: what it is against.
        before: the level it changed from, when the sentence gives one.
        head: the first member of the list it continues (分别为A、B、C).
        prior: the topic before it became the topic itself.
        whole: the name of the whole it is a share of (empty when left out).
        whole_period: key of when that whole was measured, when its own words say so.
        sign: −1 for a decrease.
        noun: the noun of a change of a change (增速, 降幅), empty otherwise.
        left: the words before it, as matched on.
        lead: the words of its clause before it, figures spelled out.
        right: the words after it, to the next figure or stop.
        where: paragraph, sentence, clause, order: where it stands.
        lens: the words of a clause that divides a whole (分产业看), empty when none governs.
        among: what its clause or the one before says it is a part of (珍贵文物里，一级的有206件).
        turned: the group that the words before it turned to (研究生则是女生略多，占52.3%).
        segment: how many semicolons of its sentence stand before it.
        stretch: key of the longest run of years said in its sentence (2018年至2023年).
        kinds: how many kinds (三类, 四个档次) its sentence said there are, 0 when it did not.
        distinct: what tells it apart from others of its name, empty when nothing does.
        peer: whose it is, when it was said in brackets of another: 邻县（9.1万公顷）.
        aside: it stood in brackets after `topic`.
        attached: the figure before it that belongs to its name: 超过800公斤的有3个村.
        doer: the figure right before it that counts who did it: 三个乡镇赶来147个摊位.
        licences: names of licences that act on its clause.
        modality: `plan`, `forecast` or empty.
        spans: the words that carried it, by role.
        whose: its subject before the home's was emptied.
        told: its own words name the subject.
        made_by: the pattern that read it.
        values: what its number can mean by its sign, kept by `interval_of`.
        sentence: paragraph and sentence.
    """

    slot: Slot
    role: Role
    name: Name
    where: tuple[int, int, int, int]
    made_by: str
    left: str = ""
    right: str = ""
    lead: str = ""
    topic: Mention | None = None
    subject: str = ""
    period: Hashable = None
    period_said: bool = False
    last_year: bool = False
    base: Base = DEFAULT
    before: Mention | None = None
    head: Mention | None = None
    prior: Mention | None = None
    whole: Name = EMPTY
    whole_period: Hashable = None
    sign: int = 1
    noun: str = ""
    lens: str = ""
    among: str = ""
    turned: str = ""
    segment: int = 0
    stretch: Hashable = None
    kinds: int = 0
    distinct: str = ""
    aside: bool = False
    attached: Slot | None = None
    peer: str = ""
    doer: Mention | None = None
    licences: frozenset[str] = frozenset()
    modality: str = ""
    spans: list[tuple[str, Span]] = field(default_factory=list)
    whose: str = ""
    told: bool = False
    values: dict[int, Interval | None] = field(default_factory=dict)
    sentence: tuple[int, int] = field(init=False)

    def __post_init__(self) -> None:
        self.sentence = self.where[:2]

    @property
    def nameless(self) -> str:
        """A name for what its words do not name: its place, the same in every run, of no other mention."""
        return f"#{self.slot.span.start}"

    @property
    def only_base(self) -> bool:
        """The topic a year before (上年同期为1000亿元): what a change is against, and no whole or part."""
        return self.last_year and self.made_by == "level-again"

    @property
    def base_unit(self) -> str:
        """The name under which its unit compares; empty for a bare number whose name tells none."""
        unit = self.slot.unit
        if unit is not None:
            return unit.base
        if not self.name.indicator and self.topic is not None and self.topic is not self:
            return self.topic.base_unit
        return _COUNTED.get(self.name.indicator[-2:], "")
