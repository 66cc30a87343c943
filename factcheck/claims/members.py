"""Figures listed together: 分别为A、B和C, each for the name that was listed for it."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from factcheck.claims.by_times import times_of
from factcheck.claims.context import Context
from factcheck.claims.listing import RESPECTIVELY, listed, respective
from factcheck.claims.mentions import Mention, Role
from factcheck.claims.names import EMPTY, Name, name
from factcheck.claims.roles import Window
from factcheck.patterns import compiled

# Words that point back at the figures named before: 两项数据分别为.
_THE_SAME = ("数据", "指标", "数字", "两项数据", "两项指标")
# 连续三年超过20亿元, 提前两个月突破50万辆: how long it took stands before what was passed.
LASTED = ("连续", "已连续", "提前", "时隔", "比计划提前", "仅用", "用时")
_FAR = 16
_AND = compiled(r"[、和及与，以]*(?:以及)?")


def follows(context: Context, window: Window) -> bool:
    """分别为A、B和C: the second and later members do what the first does, each for its own name."""
    head = context.previous
    if head is None or head.slot.mark != window.slot.mark or head.where[:3] != window.where or head.aside:
        return False
    if not _AND.fullmatch(window.left) or (not window.left and head.name.indicator in LASTED):
        return False
    mention = Mention(
        window.slot,
        head.role,
        EMPTY,
        context.next_place(window.where),
        "listed",
        window.left,
        window.right,
        subject=head.subject,
        period=head.period,
        base=head.base,
        whole=head.whole,
        sign=head.sign,
        noun=head.noun,
        lens=head.lens,
        licences=head.licences,
        modality=head.modality,
        head=head.head or head,
        aside=_is_one_of(window) and head.base_unit == "元",  # 18元一碗
    )
    context.keep(mention)
    context.paired = context.paired or not mention.aside
    return True


def _is_one_of(window: Window) -> bool:
    """一碗, 一张: what a price right before it is of."""
    figure = window.slot.figure
    return not window.left and figure is not None and figure.value == 1 and figure.text.startswith("一")


def distribute(context: Context, where: tuple[int, int, int]) -> None:
    """Give the members of a 分别 list the names that were listed for them."""
    said = [m for m in context.mentions[-20:] if m.head is not None]
    run = [m for m in said if m.where[:3] == where]
    if not run or run[0].head is None:
        return
    head = run[0].head
    members = [head, *(m for m in run if m.head is head)]
    _share_unit(members)
    shares = head.role is Role.SHARE and RESPECTIVELY.search(head.left) is not None
    if shares and _of_the_levels(context, members):
        return
    names = respective(head.left, (), len(members))
    if not names and _at_times(context, members):
        return
    names = names or respective(head.left, listed(context.listed), len(members))
    if not names:
        told = RESPECTIVELY.search(head.left) is not None
        if _of_the_changes(context, members) or not told or _of_the_levels(context, members):
            return
    for number, mention in enumerate(members):
        mention.topic, mention.made_by = None, "respectively"
        mention.name = (
            name(names[number]) if names else Name(indicator=f"{head.name.indicator}{head.nameless}.{number}")
        )
        if (level := _called(context, mention)) is not None:
            mention.topic, mention.name = level, EMPTY


def _at_times(context: Context, members: list[Mention]) -> bool:
    """2023年、2024年招生分别为310人和320人: each is of a time of its own, and all are of one thing."""
    head, times = members[0], times_of(members, context.timed)
    if not times or not (head.name.indicator or head.topic is not None):
        return False
    for mention, period in zip(members, times, strict=True):
        mention.name, mention.topic, mention.period = head.name, head.topic, period
        mention.period_said, mention.made_by = True, "respectively"
    context.period = times[-1]
    if context.topic is head:
        context.topic = members[-1]
    return True


def _of_the_changes(context: Context, members: list[Mention]) -> bool:
    """What is listed goes on from a list before it, in the same order: 11起、14人，上年为17起、23人."""
    head = members[0]
    if head.role is Role.LEVEL:
        told = RESPECTIVELY.search(head.left) is not None
        units = {m.base_unit for m in members}
        return (told or (head.last_year and len(units) == len(members))) and _again(context, members)
    at = context.mentions.index(head)
    before = context.mentions[max(0, at - len(members)) : at]
    if len(before) < len(members) or head.name.indicator or any(m.topic is None for m in before):
        return False  # 分别增加0.4万人和0.2万人，增幅为5.4%和4.7%
    if any(m.made_by != "respectively" or m.sentence != head.sentence for m in before):
        return False
    for mention, other in zip(members, before, strict=True):
        mention.topic, mention.made_by = other.topic, "respectively"
        mention.base, mention.before = other.base, other.before
    return True


def _called(context: Context, mention: Mention) -> Mention | None:
    """事故11起、死亡14人，分别减少6起、9人: the level of the sentence that a change in its unit names."""
    if mention.role is not Role.DIFFERENCE:
        return None
    said = [m for m in _levels(context, mention) if m.sentence == mention.sentence and not m.last_year]
    like = [m for m in said if m.name.indicator == mention.name.indicator]
    return like[-1] if like and like[-1].base_unit == mention.base_unit else None


def _share_unit(members: list[Mention]) -> None:
    """分别为12.6亿、13.8亿和16.2亿千瓦时: the unit that the last one says is that of all."""
    unit = members[-1].slot.unit
    if unit is None or any(m.slot.unit is not None or m.slot.figure is None for m in members[:-1]):
        return
    for mention in members[:-1]:
        figure = mention.slot.figure
        assert figure is not None
        mention.slot = replace(mention.slot, figure=replace(figure, unit=unit), unit=unit)


def _of_the_levels(context: Context, members: list[Mention]) -> bool:
    """甲473万元，乙253万元，分别占…: the changes or shares of the levels listed just before."""
    head = members[0]
    if head.role is Role.LEVEL or head.name.indicator:
        return False
    said = [m for m in _levels(context, head) if m.sentence == head.sentence]
    starts = {id(to): start for start, to in pairwise(said) if (start.made_by, to.made_by) == ("from", "to")}
    levels = [m for m in said if m.made_by != "from"][-len(members) :]
    alike = len({m.base_unit for m in levels}) == 1 and all(m.name.indicator for m in levels)
    moved = sum(id(m) in starts for m in levels)  # 甲由60升至80，乙由100升至130，分别提高20、30
    if len(levels) < len(members) or not alike or moved not in (0, len(levels)):
        return False
    if levels[0].where[3] + len(levels) + max(0, moved - 1) != head.where[3]:
        return False
    for mention, topic in zip(members, levels, strict=True):
        mention.topic, mention.made_by = topic, "respectively"
        mention.before = starts.get(id(topic), mention.before)
    return True


def _levels(context: Context, head: Mention) -> list[Mention]:
    """The levels said not long before the first of a list."""
    at = context.mentions.index(head)
    return [m for m in context.mentions[max(0, at - _FAR) : at] if m.role is Role.LEVEL]


def _again(context: Context, members: list[Mention]) -> bool:
    """2023年分别为…: the levels named just before, at another time."""
    head = members[0]
    pointed = head.name.indicator in _THE_SAME
    if head.role is not Role.LEVEL or not (pointed or (head.period_said and not head.name.indicator)):
        return False
    levels = _levels(context, head)
    before = [m for m in levels if m.sentence == head.sentence]
    if pointed:  # 去年三季度，两项数据分别为: those of the sentence before
        last = (head.where[0], head.where[1] - 1)
        before = [m for m in levels if m.sentence == last and m.made_by == "level" and m.name.indicator]
        before = before if len(before) == len(members) else []
    named = [m.topic if m.made_by == "respectively" and m.topic is not None else m for m in before][
        -len(members) :
    ]
    units = [m.base_unit for m in members], [m.base_unit for m in named]
    if units[0] != units[1]:
        return False
    for mention, topic in zip(members, named, strict=True):
        mention.topic, mention.period_said, mention.made_by = topic, True, "respectively"
        mention.name = EMPTY
    return True
