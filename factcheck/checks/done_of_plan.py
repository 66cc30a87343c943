"""How far a plan is, told in per cent: 今年要建成20个，现已建成16个，完成计划的80%."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.around import clause, sentence, with_last
from factcheck.checks.parts.within import figures_within
from factcheck.model import Dimension, Figure, FigureKind, Measure, Reading
from factcheck.patterns import compiled

_OF_PLAN = compiled(
    "(?:完成|达到|实现|达成|兑现|占)了?(?:全年|年度|年初|今年|本年度?|当年|既定|预定|原定|总|全部)*的?"
    "(?:计划|任务|目标)[\u4e00-\u9fff]{0,4}的$"
)
_PLAN = compiled("计划|目标|任务|安排|盘子|[要拟需应](?:建|完成|实现|新|改|招|种|修|播|栽|培)|打算|承诺")
_BEHIND = compiled("的?[\u4e00-\u9fff]{0,8}(?:目标|任务|计划)")
# What is told of a plan behind its share: 按50万亩的计划, 全年任务是6万亩, and no plan of another thing.
_NO_OTHER = compiled(
    "(?:按照?|根据|以|全年|年度|今年|总|原定|既定|全[县市省区镇乡村]|的|计划|任务|目标|数|面积|[是为共有])*$"
)
_DONE = compiled("已|完成|累计|实际|现|目前|截至")
_LONGER = compiled(
    "(?<![十百])[两二三四五六七八九十\\d]年(?:[内间里来]|计划|规划|目标)|十四五|十五五|上半年|季度|月度|首批|一期"
)
_LOOSE = compiled("其中|去年|上年|同期|调整|追加|超额|新增计划")
_TWO = 2


def check(subject: Reading, reading: Reading) -> Iterator[Judgement]:
    """Every share of a plan that nothing else reads, against the one plan and the one thing done near it."""
    text = reading.article.text
    shares = [one for one in reading.figures if _of_plan(text, one)]
    known = {
        one.span
        for claim in (reading.claims if shares else ())
        if claim.quantity.measure is Measure.QUOTIENT
        for one in claim.figures
    }
    for share in shares:
        if share.span in known:
            continue
        inside = with_last(text, share.span.start)
        if _LONGER.search(text, inside.start, inside.end) or _LOOSE.search(
            text, inside.start, share.span.start
        ):
            continue
        yield from _found(share, figures_within(reading, inside), text)


def _of_plan(text: str, share: Figure) -> bool:
    """Whether the words right before a figure make it a share of a plan."""
    at = share.span.start
    if share.kind is not FigureKind.PERCENT or share.hedge or not share.value or text[at - 1 : at] != "的":
        return False
    return _OF_PLAN.search(text, max(0, at - 24), at) is not None


def _found(share: Figure, near: Sequence[Figure], text: str) -> Iterator[Judgement]:
    """The judgement, where one plan and one thing done before the share are of one unit."""
    told = [one for one in near if one.unit is not None and one.value and one.kind is FigureKind.QUANTITY]
    before = [one for one in told if one.span.end <= share.span.start and not _planned(one, text)]
    if not before or (done := before[-1]).unit is None or done.unit.dimension is Dimension.DURATION:
        return
    like = [one for one in told if one.unit is not None and one.unit.base == done.unit.base]
    plans = [one for one in like if _planned(one, text)]
    if any(one.span.start > share.span.end and not _NO_OTHER.match(_words(one, text)) for one in plans):
        return
    alone = [one for one in like if one in before] == [done]
    here = sentence(text, share.span.start).start <= done.span.start
    if (
        len(plans) == 1
        and alone
        and here
        and _DONE.search(_words(done, text))
        and not plans[0].hedge + done.hedge
    ):
        yield from _judged(share, done, plans[0])


def _words(figure: Figure, text: str) -> str:
    """The words of its clause before a figure."""
    return text[clause(text, figure.span.start).start : figure.span.start]


def _planned(figure: Figure, text: str) -> bool:
    """It was planned, by the words before it in its clause or right behind it."""
    said = _PLAN.search(_words(figure, text)) or _BEHIND.match(text, figure.span.end)
    return said is not None


def _judged(share: Figure, done: Figure, plan: Figure) -> Iterator[Judgement]:
    assert done.unit is not None and plan.unit is not None
    made = (done.worth or Fraction(0)) / (plan.worth or plan.unit.scale)
    said = Fraction(share.value or 0) / 100
    room = Fraction(share.step or 1) / 100 + made * Fraction(done.step or 1) / Fraction(done.value or 1) / 2
    room += (
        made * Fraction(plan.step or 1) / Fraction(plan.value or 1) / 2 if plan.step and plan.step < 1 else 0
    )
    spots = Spot("share", share.span), Spot("done", done.span), Spot("plan", plan.span)
    shown = f"{done.text} ÷ {plan.text}"
    if abs(made - said) <= room:
        yield held(*spots, equation=f"{shown} = {share.text}")
    else:
        yield conflict(*spots, equation=f"{shown} ≠ {share.text}", expected=f"{round(made * 100)}%")
