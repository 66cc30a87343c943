"""Statistics of a stretch that had not ended on the article's own day."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck import calendar
from factcheck.checks import Judgement, Spot, conflict
from factcheck.checks.parts.around import sentence
from factcheck.checks.parts.dates import published, shown
from factcheck.checks.parts.tense import future
from factcheck.checks.parts.within import figures_within, next_date
from factcheck.model import Anchor, Grain, Period, Reading, Span
from factcheck.patterns import compiled

_COMPARED = compiled(
    r"同比|环比|比上年|比去年|较上年|较去年|比上月|增长|下降|上涨|增加|减少|创[^，。]{0,4}新高"
)
_REACHED = compiled(r"实现|完成|(?<![直抵到通加扎])达到?|累计|为|共|新增|接待|发放|办理|查处|生产|销售|签约")
# 常年全年, and what is paid ahead of or behind its time.
_PAID = compiled("[常历往多每平]年的?$|(?:[补预续](?:发|缴|付|交|存|订|售)|缴纳|缴存)[^，。]{0,2}$")
_SO_FAR = compiled(r"截[至止]|目前|以来|已|迄今|前\s?\d")
# 四季度还需销售13万辆, 离目标还差两成: what is still to be done is no data.
_TO_DO = compiled(
    r"(?:还|尚|仍)(?:需|须|要|得|差|缺|欠)|(?:得|应|必须|务必)(?:再|至少|月均|日均|每月|平均|达到?|完成|实现|保持)"
    r"|[尚留]待|留给|剩下|剩余|余下|缺口|差额|[才方]能|方可|任务(?:[还仍尚]有|为|量)"
)
# 今年全年购书经费为120万元: set beforehand by its nature, but 经费支出 is not.
_ALLOTTED = compiled(
    r"^(?![^，。；]*(?:完成|实现|执行|支出|使用|花掉|花了))[^。；]*"
    r"(?:经费|预算|额度|计划|指标|名额|限额|配额|定额|编制|赛历|档期|课时|学费|年费|会费|房租|租金|票价|排期|任务)"
    r"(?:总[额量数盘]|规模|数量?)?(?:分别|合计|总计|共计?|仅|约|初步|最终|核定|确定|下达|安排|[达定]?到?为?|[有是]){0,3}$"
)
_FIRST = compiled("(?:先|再|重点|着手|主攻)(?!后|度|进)")  # 下半年先为其中40多家会诊
_THIS = frozenset("本该此这")
_LOOSE = frozenset({"open-start", "open-end", "approximate", "festival"})
# The harvest and the year's work are summed up in mid-December.
_LEEWAY = {Grain.MONTH: 2, Grain.QUARTER: 3, Grain.HALF: 5, Grain.YEAR: 20, Grain.SPAN: 2}


def check(subject: Period, reading: Reading) -> Iterator[Judgement]:
    """A conflict when figures of a whole month, quarter, half or year are told before it has ended."""
    if subject.anchor is not Anchor.ABSOLUTE or subject.grain not in _LEEWAY or subject.last is None:
        return
    if subject.instant or subject.form & _LOOSE or not _whole(subject) or _is_just_told(subject, reading):
        return
    today = published(reading.article)
    if (
        today is None
        or subject.first is None
        or calendar.days_between(today, subject.last) <= _LEEWAY[subject.grain]
    ):
        return
    text = reading.article.text
    line = sentence(text, subject.span.start)
    words, ahead = text[subject.span.end : line.end], text[line.start : subject.span.start]
    if (
        _PAID.search(ahead)
        or _FIRST.match(words)
        or future(words)
        or future(ahead)
        or _SO_FAR.search(ahead)
        or _to_do(reading, subject.span, line)
        or not _told(words, reading, subject)
        or _allotted(reading, Span(subject.span.end, line.end))
    ):
        return
    equation = f"{shown(subject.last)} > {shown(today)}"
    yield conflict(
        Spot("period", subject.span), equation=equation, today=shown(today), last=shown(subject.last)
    )


def _whole(period: Period) -> bool:
    """Whether a finished stretch is meant: a year only when it is called whole."""
    if period.grain is Grain.YEAR:
        return "全年" in period.text
    if period.part("day") is not None or period.part("plan") is not None:
        return False
    return period.grain is not Grain.SPAN or any(period.part(name) for name in ("month", "quarter", "half"))


def _is_just_told(period: Period, reading: Reading) -> bool:
    """第三季度出货3.55亿部。…本季度: the quarter that the article tells of, not the one it was written in.

    10月末余额1.26万亿元；当月减少37亿元: 当月 is of the time told before it.
    """
    if period.text.startswith("当"):
        line = sentence(reading.article.text, period.span.start)
        return any(line.start <= one.span.start < period.span.start for one in reading.periods)
    if period.text[:1] not in _THIS:
        return False
    told = (one for one in reading.periods if one.span.end <= period.span.start and one.first is not None)
    return any(one.grain is period.grain and one.key != period.key for one in told)


def _to_do(reading: Reading, period: Span, line: Span) -> bool:
    """Whether the words around a stretch, on to its first figure, tell what is still to be done in it."""
    text, after = reading.article.text, figures_within(reading, Span(period.end, line.end))
    end = min((figure.span.start for figure in after), default=line.end)
    start = max(text.rfind(stop, line.start, period.start) for stop in "，；：。\n") + 1
    return _TO_DO.search(text[max(start, line.start) : end]) is not None


def _allotted(reading: Reading, after: Span) -> bool:
    """Whether the first figure after a stretch is one that is set beforehand: a budget, a quota."""
    first = next(iter(figures_within(reading, after)), None)
    return (
        first is not None
        and _ALLOTTED.search(reading.article.text[after.start : first.span.start]) is not None
    )


def _told(words: str, reading: Reading, subject: Period) -> bool:
    """Whether a figure of the stretch follows, with a word that compares or completes it."""
    near = words[: min(next_date(reading, subject.span.end) - subject.span.end, 60)]
    if _SO_FAR.search(near[:12]):
        return False
    start, end = subject.span.end, subject.span.end + len(near)
    if not any(figure.unit is not None for figure in figures_within(reading, Span(start, end))):
        return False
    compared = _COMPARED.search(words[:60]) is not None
    return compared or (subject.grain is not Grain.MONTH and _REACHED.search(near) is not None)
