"""What stands in brackets: the same again, the base, another unit, or a sentence of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from factcheck.claims import skeleton as mark
from factcheck.claims.bases import compared
from factcheck.claims.context import Context
from factcheck.claims.mentions import Against, Mention, Role
from factcheck.claims.names import EMPTY, name
from factcheck.claims.of_figure import of_figure
from factcheck.claims.skeleton import Paragraph, Slot
from factcheck.claims.windows import Here
from factcheck.model import Dimension
from factcheck.patterns import compiled
from factcheck.records import dataclass

ReadClause = Callable[[Context, Here], None]
_COMPARED = compiled(r"(?:相当于|是|比|较|高于|低于|多于|少于)(?P<peer>[\u4e00-\u9fff]{2,8})$")
_NOUN = compiled("[\u4e00-\u9fff]{2,}")
_IN_ALL, _EACH = compiled("^(?:总?共计?|合计|总计|一共)"), compiled("分别|每|各|平均|均")
_RESTATED = (Role.LEVEL, Role.DIFFERENCE, Role.SHARE, Role.GROWTH)


@dataclass(frozen=True, slots=True)
class _Bracket:
    """A bracket: its clauses, what stood before it, and the periods said there.

    `words` is empty when it stands right after a figure, and so speaks of that figure; `divided` when
    的 follows, so that a share or a multiple of what stands in it comes next.
    """

    here: Here
    words: str
    periods: list[Slot]
    divided: bool


def asides(
    context: Context, here: Here, reach: tuple[int, int], periods: list[Slot], read: ReadClause
) -> None:
    """Read what stood in brackets between two places of the paragraph, each clause with `read`."""
    start, end = reach
    for at, inner in here.paragraph.brackets(start, end):
        if at < end or (at == end and end == len(here.paragraph.text)):
            said = [] if at == start else periods
            words = here.paragraph.text[start:at]
            divided = here.paragraph.text.startswith("的", at)
            _aside(context, _Bracket(replace(here, paragraph=inner), words, said, divided), read)


def _aside(context: Context, bracket: _Bracket, read: ReadClause) -> None:
    kept = (context.topic, context.previous, context.rated)
    subject = context.whose()
    period, anchor, count = context.period, context.previous, len(context.mentions)
    if bracket.periods:
        context.say_period(bracket.periods)
    _clauses(context, bracket.here, read)
    fresh = context.mentions[count:]
    _of_a_work(fresh, bracket.words)
    for mention in fresh:
        mention.aside = True
        if not bracket.words:
            _restate(mention, anchor, fresh)
    if bracket.words and not bracket.periods:
        _of_a_peer(fresh, kept[0], bracket.words)
    if bracket.divided:
        _of_a_whole(fresh, bracket.words)
    if fresh and bracket.periods and fresh[-1].role is Role.LEVEL:
        context.versus = fresh[-1]
    if fresh or not bracket.words:
        context.period = period
    context.topic, context.previous, context.rated = kept
    context.belongs(subject)


def _of_a_work(fresh: list[Mention], before: str) -> None:
    """《我的世界》（3800万小时）: the amount is of the work that is named right before the bracket."""
    if before.endswith("》") and len(fresh) == 1 and not fresh[0].name.indicator:
        fresh[0].name, fresh[0].topic = name(before), None


def _of_a_peer(fresh: list[Mention], topic: Mention | None, before: str) -> None:
    """相当于邻镇（3.2万亩）的2倍: the amount is the peer's, of the thing the topic names."""
    if len(fresh) != 1 or topic is None or fresh[0].role is not Role.LEVEL or fresh[0].name.indicator:
        return
    found = _COMPARED.search(before)
    if found is not None and fresh[0].base_unit == topic.base_unit:
        then = compared(found.group("peer"), [])
        if then.kind is Against.PERIOD:  # 较常年同期（102.6毫米）偏少16%
            fresh[0].topic, fresh[0].period, fresh[0].period_said = topic, then.period, True
            fresh[0].made_by, fresh[0].last_year = "level-again", True
            return
    peer = name(found.group("peer")) if found else EMPTY
    if peer is not EMPTY and fresh[0].base_unit == topic.base_unit:
        fresh[0].peer, fresh[0].topic, fresh[0].period = peer.subject or peer.indicator, topic, topic.period


def _of_a_whole(fresh: list[Mention], before: str) -> None:
    """为年度预算（412亿元）的93.8%: the amount is that of the budget, which the words before it name."""
    found = of_figure(before)
    if found is None or len(fresh) != 1 or fresh[0].role is not Role.LEVEL:
        return
    if fresh[0].name.indicator or fresh[0].peer:
        return
    role, _, named = found
    whole = name(named)
    if whole.indicator:
        fresh[0].name, fresh[0].topic, fresh[0].made_by = whole, None, "whole-said"
        fresh[0].modality = "plan" if role is Role.PROGRESS else fresh[0].modality


def _clauses(context: Context, here: Here, read: ReadClause) -> None:
    inner: Paragraph = here.paragraph
    for sentence in inner.sentences:
        opened = None
        for clause in sentence.clauses:
            if clause.stop in "：:" and inner.text[clause.start : clause.end] == mark.PERIOD:
                opened = clause  # （上年同期：16亿元）
                continue
            start = opened.start if opened is not None else clause.start
            read(context, replace(here, clause=replace(clause, start=start)))
            opened = None


def _of_the_same(mention: Mention, anchor: Mention) -> bool:
    """One unit, and no noun that says that it counts something else: （5座换乘站不重复计算）."""
    unit = mention.slot.unit
    counted = unit is not None and unit.dimension is Dimension.COUNT
    return mention.base_unit == anchor.base_unit and not (counted and _NOUN.match(mention.right))


def _restate(mention: Mention, anchor: Mention | None, fresh: list[Mention]) -> None:
    """A bare amount in brackets right after a figure says the same thing again."""
    listed = mention.made_by == "listed" and mention is fresh[0]
    if anchor is None or mention.name.indicator or not (listed or mention.role is Role.LEVEL):
        return
    if _IN_ALL.search(mention.left) and _EACH.search(anchor.lead) and not mention.period_said:
        return  # 向两家分别支付0.1元（共计0.2元）
    if mention.period_said:
        mention.topic = anchor.topic or anchor
    elif mention is fresh[0] and anchor.role in _RESTATED and _of_the_same(mention, anchor):
        mention.role, mention.topic, mention.made_by = anchor.role, anchor, "restated"
        mention.sign, mention.before, mention.base = anchor.sign, anchor.before, anchor.base
