"""What holds until something else is said: the context of a reader, and the mentions it has made."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import field

from factcheck.claims import skeleton as mark
from factcheck.claims.bases import key_of, years
from factcheck.claims.lexicons import words
from factcheck.claims.mentions import Base, Mention, Role
from factcheck.claims.names import EMPTY, Name, subject
from factcheck.claims.skeleton import Slot
from factcheck.claims.windows import headline
from factcheck.records import dataclass

_COUNT = "数"  # what stands behind the words of a clause as if they named a figure
_KINDS = frozenset({"类", "种", "档", "部分", "类别", "个档次", "大类", "块", "大块", "板块", "大板块"})
_BEFORE = ("上月", "上个月", "上季度", "上一季度", "上周", "前一周", "前一日", "前一天", "前一月", "上期")
HOLIDAYS = ("假期", "假日", "期间", "长假", "黄金周", "小长假", "春运", "暑运", "暑期", "雪季", "旺季", "节")
_REPORTED = ("报告期内", "期内", "在报告期内")
_ROLLING = ("过去", "近", "最近", "未来", "今后", "此后", "这一年", "一年来")


@dataclass(slots=True, eq=False)
class Context:
    """The state of reading one article; `mentions` grows in reading order.

    Attributes:
        main_subject: the first subject the article named.
        subject: whose the figures are, until another is named; `whose` hears the clauses before it.
        unheard: the clauses without a figure passed since, which may say whose they are.
        period: key of when.
        topic: the last level or change that named itself.
        previous: the mention just made.
        rated: the last share, growth or rate of the sentence, which percentage points change.
        before: where the topic came from (由A增至B).
        versus: the level it was just compared with (比上年的A).
        within: the next figure opens a list of parts.
        inside: that list was opened by 中 or 里 behind a figure, and not by a colon.
        totalled: the clause without a figure just passed, which may say that a total follows.
        pending: the base that a clause of its own named (与2019年相比).
        lens: the words that divide a whole (分产业看).
        among: what the figures that follow are parts of (珍贵文物里，).
        turned: the group that a clause without a figure just turned to (研究生则是女生略多，).
        listed: the clauses of the paragraph so far, which may list names.
        paired: the sentence gave figures in turn, each for its own name.
        earlier: the period that held before the last figure said its own.
        resumed: the period to go back to at the end of the sentence.
        heading: the clause that opened the sentence and may be a noun phrase alone; see `headline`.
        leading: what a clause without a figure just called the most of all (出口占了大头，).
        headed: whether the paragraph before is a heading.
        section: the modality that the heading of the section gives.
        stretch: key of the longest run of years said in the sentence (2018年至2023年).
        timed: the times that the sentence told last.
        kinds: how many kinds the sentence said there are.
        segment: how many semicolons have passed.
        opening: the clause opens a sentence, or a segment of one.
        attached: the figure just passed that belongs to the name of the next one.
    """

    mentions: list[Mention] = field(default_factory=list)
    main_subject: str = ""
    subject: str = ""
    unheard: list[str] = field(default_factory=list)
    period: Hashable = None
    topic: Mention | None = None
    previous: Mention | None = None
    rated: Mention | None = None
    before: Mention | None = None
    versus: Mention | None = None
    within: bool = False
    inside: bool = False
    totalled: str = ""
    pending: Base | None = None
    lens: str = ""
    among: str = ""
    turned: str = ""
    listed: list[str] = field(default_factory=list)
    paired: bool = False
    licences: frozenset[str] = frozenset()
    modality: str = ""
    opening: bool = True
    section: str = ""
    stretch: Hashable = None
    timed: list[Slot] = field(default_factory=list)
    kinds: int = 0
    heading: str = ""
    leading: str = ""
    headed: bool = False
    resumed: Hashable = None
    earlier: Hashable = None
    segment: int = 0
    order: int = 0
    attached: Slot | None = None

    @property
    def headline(self) -> Name:
        """The noun phrase that opened the sentence as a clause of its own, until a figure took it."""
        return headline(self.heading) if self.heading else EMPTY

    def belongs(self, subject: str) -> None:
        """Say whose the figures are from here on."""
        self.subject = subject
        self.main_subject = self.main_subject or subject
        self.unheard.clear()

    def hear(self, *clauses: str) -> None:
        """Take over whose the figures after clauses without one are; who asks for it reads the words."""
        if self.main_subject:
            self.unheard += clauses
            return
        for clause in clauses:  # the first subject of all is the main one
            self.unheard.append(clause)
            self.whose()

    def whose(self) -> str:
        """Whose the figures are: the last clause that says so counts."""
        while self.unheard:
            if said := subject(self.unheard.pop() + _COUNT):
                self.belongs(said)
        return self.subject

    def next_place(self, where: tuple[int, int, int]) -> tuple[int, int, int, int]:
        """Where the next mention stands."""
        self.order += 1
        return (*where, self.order)

    def keep(self, mention: Mention) -> None:
        """Add a finished mention."""
        mention.segment, mention.stretch, mention.kinds = self.segment, self.stretch, self.kinds
        if (
            mention.slot.unit is not None
            and mention.slot.unit.name in _KINDS
            and mention.slot.figure is not None
        ):
            self.kinds = int(mention.slot.figure.value or 0)
        self.mentions.append(mention)
        if (
            mention.slot.mark == mark.PERCENT
            and mention.made_by not in ("versus", "restated")
            and not mention.aside
            and not _is_earlier(mention)
        ):
            self.rated = mention
        self.previous = mention

    def report(self, text: str, start: int) -> None:
        """A sentence that opens with 报告期内 is of the time of the first level of the article."""
        if text.startswith(_REPORTED, start):
            told = (m.period for m in self.mentions if m.role is Role.LEVEL and m.period is not None)
            self.period = next(told, self.period)

    def say_period(self, periods: list[Slot]) -> bool:
        """Take over the last period that tells when figures hold; whether there was one."""
        if not periods:
            return False
        self.timed = periods
        keys = [key_of(slot) for slot in periods if not _is_long(slot)]
        for slot in periods:
            if slot.period is not None and years(slot.period.key) > years(self.stretch):
                self.stretch = slot.period.key
        if keys:
            self.period = keys[-2] if len(keys) > 1 and _is_called(*periods[-2:]) else keys[-1]
        return bool(keys)


# The days around today, the earliest first, and how long the key of a time with a name and no date is.
_DAYS, _NAMED = "前昨今明后", 2


def _is_called(days: Slot, name: Slot) -> bool:
    """10月1日至8日的国庆长假: days with the name of the holiday they are."""
    dated = days.period is not None and days.period.first is not None
    bare = name.period is not None and name.period.first is None
    return dated and bare and 0 <= name.span.start - days.span.end <= 1


def earlier_share(mention: Mention) -> bool:
    """去年占71.5%, or 2023年占比为71.5% after one of 2024年: a share of before, with no name of its own."""
    if mention.role is not Role.SHARE or mention.name.indicator:
        return False
    topic = mention.topic
    if topic is None or topic.role is not Role.SHARE:
        return mention.last_year
    now = topic.period is None or is_later(topic.period, mention.period)
    return mention.last_year or (now and mention.period_said)


def _is_earlier(mention: Mention) -> bool:
    """上年末为1.58%: what a rate was before is not the rate that rose."""
    if earlier_share(mention):
        return True
    then = mention.topic is not None and is_later(mention.topic.period, mention.period)
    return mention.made_by == "level-again" and (then or mention.last_year)


def _is_long(slot: Slot) -> bool:
    """A plan period, a run of years or 过去一年: too wide or too loose to be when figures hold."""
    period = slot.period
    if period is None or period.first is None or period.last is None:
        return period is None
    return period.last[0] - period.first[0] > 1 or period.text.startswith(_ROLLING)


def is_last_year(periods: list[Slot]) -> bool:
    """The period said last is 去年, 上年同期 and the like: it holds for its own figure alone."""
    said = periods[-1].period if periods else None
    if said is None or said.text in words().last_year:
        return said is not None
    return said.text.startswith(("去年", "上年")) and said.text.endswith(HOLIDAYS)


def is_previous(periods: list[Slot]) -> bool:
    """8.4%，上月为5.8%: what is told of the month spoken of is not of the month before, whenever that was."""
    said = periods[-1].period
    return said is not None and said.text.startswith(_BEFORE)


def is_later(one: Hashable, two: Hashable) -> bool:
    """Whether a period ends after another; by their words when they have no dates."""
    if isinstance(one, tuple) and isinstance(two, tuple) and len(one) == len(two):
        if len(one) > _NAMED:
            return bool(one[0] is two[0] and one[2] and two[2] and one[2] > two[2])
        days = [_day(key[1]) for key in (one, two)]
        return days[0] > days[1] if min(days) >= 0 else bool(one > two)
    return False


def _day(said: object) -> int:
    """Where a day with a name and no date stands among those around it: 昨天 before 今天; -1 for none."""
    words = str(said)
    return _DAYS.find(words[0]) if len(words) > 1 and words[1] in "天日晚晨早夜" else -1
