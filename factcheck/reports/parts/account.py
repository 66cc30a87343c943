"""How one figure was read, what it is part of, and why it took part in no check: the words of `why`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from factcheck.interval import Interval
from factcheck.model import (
    Anchor,
    Claim,
    Figure,
    Finding,
    GroupKind,
    Period,
    Reading,
    Reason,
    Report,
)
from factcheck.reports.parts.claims import says
from factcheck.reports.parts.exact import readable
from factcheck.reports.parts.figures import day_words, days
from factcheck.reports.parts.safe import visible
from factcheck.reports.parts.statuses import Checked
from factcheck.reports.parts.words import kind_word, modality_word, reason_words


def figure_account(checked: Checked | None, figure: Figure, reading: Reading) -> Iterator[str]:
    """Lines on one figure; `checked` is `None` for one that can be no quantity."""
    yield f"“{visible(figure.text)}”"
    yield f"  读作　{_read(figure)}"
    if figure.hedge:
        yield f"  修饰　{visible(figure.hedge)}"
    if figure.form:
        yield f"  写法　{'、'.join(sorted(figure.form))}"
    for group in reading.groups:
        if figure in group.figures and len(group.figures) > 1:
            together = "、".join(visible(each.text) for each in group.figures)
            yield f"  同组　{_groups()[group.kind]}：{together}"
    claims = [claim for claim in reading.claims if figure in claim.figures]
    for claim in claims:
        yield from _claim(claim)
    yield from _fate(checked, claims)


def period_account(period: Period) -> Iterator[str]:
    """Lines on one date or stretch of time."""
    yield f"“{visible(period.text)}”"
    found = days(period) or _half_open(period)
    yield f"  读作　{found}" if found else "  读作　日期，但哪一年（哪一天）不明；可用 --date 给出稿件日期"
    if period.form:
        yield f"  写法　{'、'.join(sorted(period.form))}"


def _half_open(period: Period) -> str:
    """A stretch with one end: 2025-04-15 起."""
    known = period.anchor is Anchor.ABSOLUTE
    if known and period.first and not period.last:
        return f"{day_words(period.first)} 起"
    return f"{day_words(period.last)} 止" if known and period.last and not period.first else ""


def relation_lines(report: Report, checked: Checked) -> Iterator[str]:
    """Lines on the relations a figure is part of."""
    for relation in checked.relations:
        held = "冲突" if isinstance(relation, Finding) else "核对无误"
        words = relation.message if isinstance(relation, Finding) else relation.equation
        yield f"  {held}　{visible(words)}（{relation.rule}）"


def _read(figure: Figure) -> str:
    unit = figure.unit.name if figure.unit else ""
    kind = kind_word(figure.kind)
    if figure.value is None:
        return f"{kind}，没有单一的数值{_between(figure.interval, unit)}"
    return f"{kind} {readable(figure.value)}{unit}{_between(figure.interval, unit)}"


def _between(interval: Interval | None, unit: str) -> str:
    if interval is None or interval.exact:
        return ""
    low = "不限" if interval.bottom is None else readable(interval.bottom) + unit
    high = "不限" if interval.top is None else readable(interval.top) + unit
    ends = "" if not (interval.low_open or interval.high_open) else "（不含端点）"
    return f"，实际可能在 {low} 到 {high} 之间{ends}"


def _claim(claim: Claim) -> Iterator[str]:
    word = modality_word(claim.modality)
    mood = f"（{word}）" if word else ""
    decrease = "，下降" if claim.sign < 0 else ""
    yield f"  说的是　{visible(says(claim.quantity))}{mood}{decrease}（句式 {claim.made_by or '—'}）"
    if claim.licences:
        yield f"  注明　{'、'.join(sorted(claim.licences))}"


def _fate(checked: Checked | None, claims: Sequence[Claim]) -> Iterator[str]:
    if checked is None:
        yield "  未核对　这类数字（序数、日期、编号）不参与运算"
    elif checked.reason is not None:
        unread = not claims and checked.reason is not Reason.NOT_READ
        words = "没有读懂它说的是什么" if unread else reason_words(checked.reason)
        yield f"  未核对　{words}；{_cure(checked.reason, understood=not unread)}"


def _cure(reason: Reason, *, understood: bool) -> str:
    if not understood:
        return "请人工核实"
    return _cures()[reason]


@cache
def _cures() -> dict[Reason, str]:
    return {
        Reason.NO_PARTNER: "文中没有与它同一件事的另一个数，或能推出它的几个数，请人工核实",
        Reason.PERIOD_UNKNOWN: "若知道稿件日期，可用 --date 给出",
        Reason.SCOPE_DIFFERS: "口径不同的数不相比，请人工核实",
        Reason.LICENCE: "注明了口径的数不能用现价数值反推，请人工核实",
        Reason.AMBIGUOUS: "各种读法都有可能，只用来印证，不用来报错",
        Reason.NOT_READ: "用 factcheck read --outline 看哪些区域不读",
    }


@cache
def _groups() -> dict[GroupKind, str]:
    return {
        GroupKind.RANGE: "范围",
        GroupKind.RATIO: "比",
        GroupKind.SCORE: "比分",
        GroupKind.LIST: "并列",
        GroupKind.COMPOUND: "复合数",
        GroupKind.CODE: "编号",
        GroupKind.FORMULA: "算式",
    }
