"""Paragraphs into mentions: one pass in reading order, with the context Chinese leaves out.

A subject, a period and a topic stated once hold for the clauses that leave them out. The topic is
the last level that named itself; changes and shares are of the topic unless they name their own.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field, replace

from factcheck.claims import skeleton as mark
from factcheck.claims.bases import compared, key_of
from factcheck.claims.lexicons import licence_pattern, words
from factcheck.claims.listing import RESPECTIVELY, items, respective
from factcheck.claims.mentions import Against, Base, Mention, Role
from factcheck.claims.names import EMPTY, Name, intended, is_total, name
from factcheck.claims.nouns import is_noun, noun_after
from factcheck.claims.patterns import compares, patterns
from factcheck.claims.roles import Answer, Window, answer, of_figure
from factcheck.claims.skeleton import Clause, Paragraph, Sentence, Slot
from factcheck.model import BlockKind, Dimension

_COUNTED = (mark.LEVEL, mark.RANGE)
_BLANKS = re.compile(r"[ \t\u3000\xa0]+")
_KINDS = frozenset({"类", "种", "档", "部分", "类别", "个档次", "大类"})
_ROLLING = ("过去", "近", "最近", "未来", "今后", "此后", "这一年", "一年来")
_LONGEST_LINE = 40
_LONGEST_HEAD = 24
_LABELS = re.compile(r"(?:图|表|专栏|附件|附图|例|注|款|条|项|号|版|型|第|No\.?|[A-Za-z])\s*$")
_PLANS = re.compile(r"目标|安排|部署|思路|展望|下一步|打算|建议|今后|规划|重点工作|工作任务")
_DONE = re.compile(r"回顾|完成情况|总结|成就|成效|过去")
_AND = re.compile(r"[、和及与，以]*(?:以及)?")
_OF = re.compile(r"的?(?:近|约|超|逾|整整|比重|比例|份额|为|达|达到|还)*")
# 60岁及以上人口, 600分以上考生: a bound or a noun right after the figure makes it an attribute.
_ATTRIBUTE = re.compile(r"(?:[及（(]?(?:含)?以[上下内]|组|的)?[\u4e00-\u9fff]{2,}")
_ATTRIBUTIVE_UNITS = frozenset({"岁", "周岁", "分", "级", "年", "月龄", "度", "寸", "英寸", "吨级", "千伏"})
_UNREAD = (mark.PERIOD, mark.SCORE)
_NAMING = (mark.CODE, mark.ORDINAL)


@dataclass(slots=True, eq=False)
class Context:
    """What holds until something else is said."""

    main_subject: str = ""
    subject: str = ""
    period: Hashable = None
    topic: Mention | None = None
    previous: Mention | None = None
    rated: Mention | None = None
    before: Mention | None = None
    versus: Mention | None = None
    within: bool = False
    totalled: str = ""
    pending: Base | None = None
    lens: str = ""
    listed: tuple[str, ...] = ()
    licences: frozenset[str] = frozenset()
    modality: str = ""
    opening: bool = True
    section: str = ""
    stretch: int = 0
    kinds: int = 0
    headline: Name = EMPTY
    segment: int = 0
    order: int = 0


@dataclass(slots=True, eq=False)
class Reader:
    """Reads the paragraphs of one article; `mentions` grows in reading order."""

    context: Context = field(default_factory=Context)
    mentions: list[Mention] = field(default_factory=list)

    def read(self, paragraph: Paragraph, number: int) -> None:
        """Add the mentions of `paragraph`, the `number`th of its article."""
        context = self.context
        context.topic = context.previous = context.before = context.versus = None
        context.subject, context.lens, context.headline = context.main_subject, "", EMPTY
        if paragraph.kind in (BlockKind.HEADING, BlockKind.TITLE) or _is_heading(paragraph.text):
            context.section = "plan" if _PLANS.search(paragraph.text) and not _DONE.search(paragraph.text) else ""
        context.listed = ()
        for index, sentence in enumerate(paragraph.sentences):
            self._sentence(paragraph, sentence, (number, index))

    def _sentence(self, paragraph: Paragraph, sentence: Sentence, where: tuple[int, int]) -> None:
        context = self.context
        context.before = context.versus = context.pending = context.rated = None
        context.licences, context.modality, context.lens = frozenset(), context.section, ""
        context.headline, context.stretch, context.kinds = EMPTY, 0, 0
        context.opening = True
        for order, clause in enumerate(sentence.clauses):
            self._clause(paragraph, clause, (*where, order))
            context.opening = clause.stop in "；;"
            if clause.stop in "：:" and _just_said(context.previous, (*where, order)):
                context.within = True
            if context.opening:
                context.segment += 1
                context.before = context.versus = context.pending = None
                context.licences = frozenset()

    def _clause(self, paragraph: Paragraph, clause: Clause, where: tuple[int, int, int]) -> None:
        text = paragraph.text[clause.start : clause.end]
        context = self.context
        context.licences |= _licences(text)
        periods: list[Slot] = []
        at, seen = clause.start, False
        for index in range(clause.start, clause.end):
            slot = paragraph.slots.get(index)
            if slot is None:
                continue
            if slot.mark == mark.PERIOD:
                periods.append(slot)
                continue
            self._asides(paragraph, at, index, where, periods)
            if slot.mark in _NAMING or _numbered(paragraph, at, index):
                continue
            if slot.mark in _UNREAD:
                at = index + 1
                continue
            if _attributive(paragraph, clause, at, index):
                continue
            seen = True
            self._figure(paragraph, clause, slot, (at, index), where, periods)
            at, periods = index + 1, []
        self._asides(paragraph, at, clause.end + 1, where, periods)
        self._distribute(where)
        self.context.listed = items(text) or self.context.listed
        if not seen:
            context.within = text.strip(" ，") in words().within
            context.totalled = text if is_total(text) else ""
            context.modality = intended(text) or context.modality
            self._silent(text, periods)
        elif periods:
            self._period(periods)

    def _distribute(self, where: tuple[int, int, int]) -> None:
        """Give the members of a 分别 list the names that were listed for them."""
        run = [m for m in self.mentions[-20:] if m.where[:3] == where and m.head is not None]
        if not run or run[0].head is None:
            return
        head = run[0].head
        members = [head, *(m for m in run if m.head is head)]
        names = respective(head.left, self.context.listed, len(members))
        if not names and not RESPECTIVELY.search(head.left):
            return
        if not names and self._again(members):
            return
        for number, mention in enumerate(members):
            mention.topic = None
            mention.name = name(names[number]) if names else Name(indicator=f"{head.name.indicator}#{id(head)}.{number}")
            mention.made_by = "respectively"

    def _again(self, members: list[Mention]) -> bool:
        """2023年分别为…: the levels named just before, at another time."""
        head = members[0]
        if head.role is not Role.LEVEL or head.name.indicator or not head.period_said:
            return False
        at = self.mentions.index(head)
        before = [m for m in self.mentions[max(0, at - 16) : at] if m.sentence == head.sentence and m.role is Role.LEVEL]
        named = [m.topic if m.made_by == "respectively" and m.topic is not None else m for m in before][-len(members) :]
        if len(named) < len(members) or any(m.base_unit != head.base_unit for m in named):
            return False
        for mention, topic in zip(members, named, strict=True):
            mention.topic, mention.period_said, mention.made_by = topic, True, "respectively"
        return True

    def _silent(self, text: str, periods: list[Slot]) -> None:
        """A clause without a figure still sets the period, the lens, the base or the subject."""
        context = self.context
        if found := patterns().lens.search(text):
            context.lens = found.group("by")
        elif found := patterns().compared.search(text):
            context.pending = compared(found.group("peer"), periods)
            return
        self._period(periods)
        if context.opening and len(text) <= _LONGEST_HEAD:
            context.headline = _headline(text)
        subject = name(text + "数").subject
        if subject:
            context.subject = subject
            context.main_subject = context.main_subject or subject

    def _period(self, periods: list[Slot]) -> bool:
        keys = [key_of(slot) for slot in periods if not _is_long(slot)]
        self.context.stretch = max([self.context.stretch, *map(_years, periods)])
        if keys:
            self.context.period = keys[-1]
        return bool(keys)

    def _figure(
        self, paragraph: Paragraph, clause: Clause, slot: Slot, reach: tuple[int, int],
        where: tuple[int, int, int], periods: list[Slot],
    ) -> None:
        at, index = reach
        left = _spelled(paragraph, at, index)
        lead = _spelled(paragraph, clause.start, index, dates=True)
        right = _right(paragraph, clause, index)
        context = self.context
        if context.previous is not None and self._arrives(slot, left, right, where, periods):
            return
        if self._follows(slot, left, right, where):
            return
        found = self._of_figure(slot, left, where) or answer(Window(slot, left, right, periods))
        mention = self._mention(slot, found, (left, right), where, periods)
        if mention.role is Role.LEVEL:
            self._level(mention, left)
        else:
            self._change(mention, found)
        mention.spans.append(("name", paragraph.span(at, index)))
        self._total(mention, lead)
        self._keep(mention)

    def _total(self, mention: Mention, lead: str) -> None:
        """Whether the words before it in its clause, or a clause of their own, say that it is a total."""
        mention.lead = lead
        mention.modality = "" if mention.last_year else intended(lead) or self.context.modality
        if self.context.totalled or is_total(lead):
            mention.name = replace(mention.name, total=True)
        self.context.totalled = ""

    def _mention(
        self, slot: Slot, found: Answer, around: tuple[str, str], where: tuple[int, int, int], periods: list[Slot]
    ) -> Mention:
        context, (left, right) = self.context, around
        named = _named(slot, found, right)
        kept = context.period
        said = found.base.kind is not Against.PERIOD and self._period_of(found.np, periods)
        relative = bool(said) and _is_last_year(periods[: found.np.count(mark.PERIOD)])
        if context.within:
            named, context.within = replace(named, within=True), False
        subject = named.subject or context.subject
        if named.subject and context.opening and not named.within:
            context.subject = named.subject
            context.main_subject = context.main_subject or named.subject
        context.order += 1
        if "全年" in left and isinstance(context.period, tuple) and len(context.period) == 4 and context.period[1]:
            year = context.period[1][0]
            context.period = (context.period[0], (year, 1, 1), (year, 12, 31), False)
        spoken: Hashable = context.period
        if named.label:
            said, spoken = True, ("said", named.label)
        if relative or (found.role is Role.LEVEL and compares(left)):
            context.period = kept
        return Mention(
            slot=slot, role=found.role, name=named, where=(*where, context.order), made_by=found.made_by,
            left=left, right=right, subject=subject, period=spoken, period_said=bool(said), last_year=relative,
            base=found.base, whole=found.whole, sign=found.sign, noun=found.noun, lens=context.lens,
            licences=context.licences, modality=context.modality,
        )

    def _period_of(self, np: str, periods: list[Slot]) -> bool:
        """Set the period from the slots that stand in the name, not in the base."""
        return self._period(periods[: np.count(mark.PERIOD)])

    def _level(self, mention: Mention, left: str) -> None:
        context = self.context
        if not mention.name.indicator and context.headline.indicator and not mention.aside:
            mention.name, context.headline = context.headline, EMPTY
        topic = context.topic
        if not mention.name.indicator and topic is not None and topic.base_unit == mention.base_unit:
            mention.topic = topic
            mention.made_by = "level-again"
            if mention.period_said and not mention.last_year:
                self._moved_on(mention, topic)
        if compares(left):
            mention.made_by = "versus"
            context.versus = mention
            rated = context.rated if mention.slot.mark == mark.PERCENT else None
            mention.topic = rated or mention.topic or topic
            mention.name = replace(mention.name, indicator="") if mention.topic else mention.name
        elif self._bounds_again(mention):
            mention.topic, mention.made_by = context.previous, "restated"
        elif mention.name.indicator:
            mention.prior = topic
            context.topic = mention
            context.before = context.versus = None

    def _moved_on(self, mention: Mention, topic: Mention) -> None:
        """The topic at a later time is the topic now; at an earlier one it was only a base."""
        if _later(mention.period, topic.period):
            self.context.topic = mention
        else:
            self.context.period = topic.period

    def _bounds_again(self, mention: Mention) -> bool:
        """人均结案312件，接近300件: a bare bounded figure says the one before it once more."""
        before, figure = self.context.previous, mention.slot.figure
        if before is None or figure is None or not figure.hedge or mention.name.indicator or mention.period_said:
            return False
        near = before.sentence == mention.sentence and before.role is Role.LEVEL and not before.aside
        bare = not mention.left.strip("，,、也已还仍更 ")
        return near and bare and before.base_unit == mention.base_unit

    def _change(self, mention: Mention, found: Answer) -> None:
        context = self.context
        if found.base.kind is Against.DEFAULT and context.pending is not None:
            mention.base = context.pending
        if context.versus is not None and context.versus.where[:3] == mention.where[:3]:
            mention.before = context.versus
        elif context.before is not None:
            mention.before = context.before
        own = mention.name.indicator and found.role in (Role.GROWTH, Role.DIFFERENCE, Role.MULTIPLE)
        if own or (mention.name.indicator and found.role is Role.SHARE):
            context.topic = context.topic if found.role is Role.SHARE else mention
        else:
            mention.topic = context.topic
            if mention.slot.mark == mark.POINTS and context.rated is not None and not mention.noun:
                mention.topic = context.rated

    def _follows(self, slot: Slot, left: str, right: str, where: tuple[int, int, int]) -> bool:
        """分别为A、B和C: the second and later members do what the first does, each for its own name."""
        head = self.context.previous
        if head is None or head.where[:3] != where or head.aside or head.slot.mark != slot.mark:
            return False
        if not _AND.fullmatch(left):
            return False
        self.context.order += 1
        mention = Mention(slot, head.role, EMPTY, (*where, self.context.order), "listed", left, right,
                          subject=head.subject, period=head.period, base=head.base, whole=head.whole,
                          sign=head.sign, noun=head.noun, lens=head.lens, licences=head.licences,
                          modality=head.modality, head=head.head or head)
        self._keep(mention)
        return True

    def _of_figure(self, slot: Slot, left: str, where: tuple[int, int, int]) -> Answer | None:
        """占支出491.6亿元的78.6%, 是去年800台的5倍: the figure before is the whole or the base."""
        other = self.context.previous
        if other is None or other.where[:3] != where or other.role is not Role.LEVEL:
            return None
        if slot.mark not in (mark.PERCENT, mark.MULTIPLE) or not _OF.fullmatch(left):
            return None
        found = of_figure(other.left)
        if found is None:
            return None
        role, np, named = found
        if other.name.indicator or named:
            other.name = name(named) if name(named).indicator else other.name
        other.made_by = "whole-said"
        other.topic = None if other.name.indicator else other.prior or other.topic or self.context.topic
        if self.context.topic is other:
            self.context.topic = other.prior
        self.context.before = other
        return Answer(role, np, f"{role.value}-of-figure")

    def _arrives(
        self, slot: Slot, left: str, right: str, where: tuple[int, int, int], periods: list[Slot]
    ) -> bool:
        """由A增至B: the figure before is where it came from, this one is where it stands."""
        before = self.context.previous
        if before is None or before.where[:2] != where[:2] or before.slot.mark != slot.mark:
            return False
        between = patterns().between.search(left)
        start = patterns().from_.search(before.left)
        if between is None or start is None or before.base_unit != (slot.unit.base if slot.unit else ""):
            return False
        context = self.context
        named = name(start.group("np") or start.group("head"))
        if not named.indicator and before.topic is None:
            named = before.name if before.name is not EMPTY else context.headline
        topic = before.topic or context.topic
        if named.indicator:
            before.name, before.topic = named, None
        elif topic is not None and topic is not before:
            before.topic = topic
        before.role, before.made_by = Role.LEVEL, "from"
        self._period(periods)
        context.order += 1
        mention = Mention(
            slot, Role.LEVEL, before.name, (*where, context.order), "to", left, right, topic=before.topic,
            subject=before.subject, period=context.period, period_said=bool(periods), before=before,
            licences=context.licences, modality=context.modality,
        )
        if not before.period_said or before.period == mention.period:
            before.period = ("before", id(before))
        context.topic, context.before = mention, before
        self._keep(mention)
        return True

    def _asides(
        self, paragraph: Paragraph, start: int, end: int, where: tuple[int, int, int], periods: list[Slot]
    ) -> None:
        """Read what stood in brackets between `start` and `end`."""
        for at, inner in paragraph.asides:
            if start <= at < end or (at == end and end == len(paragraph.text)):
                self._aside(inner, where, periods, after_figure=at == start)

    def _aside(self, inner: Paragraph, where: tuple[int, int, int], periods: list[Slot], *, after_figure: bool) -> None:
        context = self.context
        kept = (context.period, context.topic, context.previous, context.subject)
        rated = context.rated
        count = len(self.mentions)
        anchor = context.previous
        if periods and not after_figure:
            self._period(periods)
        for sentence in inner.sentences:
            for clause in sentence.clauses:
                self._clause(inner, clause, where)
        fresh = self.mentions[count:]
        for mention in fresh:
            mention.aside = True
            _restate(mention, anchor, after_figure=after_figure)
        if fresh and not after_figure and fresh[-1].role is Role.LEVEL and periods:
            context.versus = fresh[-1]
        if not fresh and not after_figure and context.period != kept[0]:
            kept = (context.period, *kept[1:])
        context.period, context.topic, context.previous, context.subject = kept
        context.rated = rated

    def _keep(self, mention: Mention) -> None:
        mention.segment, mention.stretch = self.context.segment, self.context.stretch
        mention.kinds = self.context.kinds
        if mention.slot.unit is not None and mention.slot.unit.name in _KINDS and mention.slot.figure is not None:
            self.context.kinds = int(mention.slot.figure.value or 0)
        self.mentions.append(mention)
        if mention.slot.mark == mark.PERCENT and mention.made_by not in ("versus", "restated") and not mention.aside:
            self.context.rated = mention
        self.context.previous = mention


def _just_said(mention: Mention | None, where: tuple[int, int, int]) -> bool:
    """Whether the clause that just ended gave a level."""
    return mention is not None and mention.where[:3] == where and mention.role is Role.LEVEL


def _named(slot: Slot, found: Answer, right: str) -> Name:
    """The name of a figure: the words before it, and the counted noun after it."""
    named = name(found.np)
    if found.role is not Role.LEVEL or slot.mark not in _COUNTED:
        return named
    noun = noun_after(right) if _counts(slot) else ""
    if not noun:
        return named
    return replace(named, indicator=named.indicator + noun)


def _counts(slot: Slot) -> bool:
    """Its unit is a measure word, so that what follows is the noun it counts."""
    return slot.unit is None or slot.unit.dimension in (Dimension.COUNT, Dimension.NONE)


def _is_heading(text: str) -> bool:
    """A short line that is no sentence."""
    return len(text) < _LONGEST_LINE and not text.rstrip().endswith(("。", "；", "，", "：", "！", "？"))


def _headline(text: str) -> Name:
    """The noun phrase of a clause that is nothing else (研究与试验发展经费，从…); empty otherwise."""
    named = name(text)
    return named if named.indicator and is_noun(named.indicator) else EMPTY


def _numbered(paragraph: Paragraph, at: int, index: int) -> bool:
    """图3, 表1, 第2款: a number that only names."""
    slot = paragraph.slots[index]
    noted = paragraph.text[at:index].endswith(("[", "［")) and paragraph.text[index + 1 : index + 2] in ("]", "］")
    return slot.mark == mark.LEVEL and slot.unit is None and (noted or bool(_LABELS.search(paragraph.text[at:index])))


def _attributive(paragraph: Paragraph, clause: Clause, at: int, index: int) -> bool:
    """60岁及以上人口, 600分以上考生: the figure belongs to the name of the next one."""
    text = paragraph.text
    if text[at:index].endswith("每"):
        return True
    if name(text[at:index]).indicator or not _ATTRIBUTE.match(text, index + 1):
        return False
    unit = paragraph.slots[index].unit
    aged = unit is not None and unit.name in _ATTRIBUTIVE_UNITS
    after = next((i for i in range(index + 1, clause.end) if i in paragraph.slots and text[i] != mark.PERIOD), None)
    return aged and after is not None and "、" not in text[index:after]


def _spelled(paragraph: Paragraph, at: int, index: int, *, dates: bool = False) -> str:
    """The words between two slots, the figures that belong to the name written out."""
    text = paragraph.text[at:index]
    inside = [i for i in range(at, index) if i in paragraph.slots and (dates or paragraph.text[i] != mark.PERIOD)]
    for i in reversed(inside):
        text = text[: i - at] + paragraph.slots[i].printed + text[i - at + 1 :]
    return _BLANKS.sub("", text)


def _right(paragraph: Paragraph, clause: Clause, index: int) -> str:
    """The words after a slot, to the next slot or the end of the clause."""
    end = index + 1
    while end < clause.end and end not in paragraph.slots:
        end += 1
    return _BLANKS.sub("", paragraph.text[index + 1 : end])


def _restate(mention: Mention, anchor: Mention | None, *, after_figure: bool) -> None:
    """A bare amount in brackets right after a figure says the same thing again."""
    if anchor is None or not after_figure or mention.role is not Role.LEVEL or mention.name.indicator:
        return
    if mention.period_said:
        mention.topic = anchor.topic or anchor
        return
    if mention.base_unit == anchor.base_unit and anchor.role in (Role.LEVEL, Role.DIFFERENCE, Role.SHARE, Role.GROWTH):
        mention.role, mention.topic, mention.made_by = anchor.role, anchor, "restated"


def _later(one: Hashable, two: Hashable) -> bool:
    """Whether a period ends after another; by their words when they have no dates."""
    if isinstance(one, tuple) and isinstance(two, tuple) and len(one) == len(two):
        return one > two if len(one) == 2 else bool(one[2] and two[2] and one[2] > two[2])
    return False


def _years(slot: Slot) -> int:
    """How many years apart the ends of a run of years are (2018年至2023年: 5)."""
    period = slot.period
    if period is None or period.first is None or period.last is None:
        return 0
    return period.last[0] - period.first[0]


def _is_long(slot: Slot) -> bool:
    """A plan period, a run of years or 过去一年: too wide or too loose to be when figures hold."""
    period = slot.period
    if period is None or period.first is None or period.last is None:
        return period is None
    return period.last[0] - period.first[0] > 1 or period.text.startswith(_ROLLING)


def _is_last_year(periods: list[Slot]) -> bool:
    """The period said last is 去年, 上年同期 and the like: it holds for its own figure alone."""
    said = periods[-1].period if periods else None
    return said is not None and said.text in words().last_year


def _licences(text: str) -> frozenset[str]:
    pattern, names = licence_pattern()
    return frozenset(names[found] for found in pattern.findall(text))


def mentions(paragraphs: Iterable[Paragraph]) -> list[Mention]:
    """What is said of each figure of an article, in reading order."""
    reader = Reader()
    for number, paragraph in enumerate(paragraphs):
        reader.read(paragraph, number)
    return reader.mentions
