"""A level against the limit a clause of its own says it kept: 逾期率0.87%，始终控制在1%以内."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.around import either
from factcheck.model import Figure, FigureKind, Reading, Span
from factcheck.patterns import compiled

_KINDS = frozenset({FigureKind.QUANTITY, FigureKind.PERCENT, FigureKind.NUMBER})
_BELOW = compiled("(?:的?[一-鿿]{0,8}?)?(?:以内|以下|之内|之下|内)(?=[，。；、！)）\n])")
_ABOVE = compiled("(?:的?[一-鿿]{0,8}?)?(?:以上|之上)(?=[，。；、！)）\n])")
_CHANGED = compiled(
    "(?:增长?|上升|下降|降低?|减少?|涨|跌|回落|提高|缩小|扩大|[高低多少]|[比较].{0,8}|由|从|原[来先本]?.{0,10}|占.{0,12})了?$"
)
_COMMAS = ("，", ",")
_LEAD = 12


def check(
    subject: Reading,
    reading: Reading,
    *,
    adverbs: tuple[str, ...] = (),
    verbs: tuple[str, ...] = (),
    marks: tuple[str, ...] = (),
) -> Iterator[Judgement]:
    """Each figure with a limit behind it, after `adverbs` and one of `verbs`; `marks` are names of limits."""
    named = f"(?:[一-鿿]{{0,6}}(?:{either(marks)}|的))?"
    joined = compiled(
        f"[，,](?:{either(adverbs)}|连续[\\d一-鿿]{{1,3}}[年月季届天])*(?:(?:{either(verbs)})在|(?:未|没有|并未|从未|没)(?P<not>超过|超出|突破)了?){named}"
    )
    kept = compiled(f"的?[一-鿿]{{0,8}}(?:{either(marks)})?(?=[，。；])")
    text = reading.article.text
    figures = reading.figures
    ahead = [at for at, one in enumerate(figures) if text.startswith(_COMMAS, one.span.end)]
    near = [(figures[at], figures[at + step]) for step in (1, 2) for at in ahead if at + step < len(figures)]
    for exact, limit in near:
        found = joined.fullmatch(text[exact.span.end : limit.span.start]) if _alike(exact, limit) else None
        if found is None or _CHANGED.search(text[max(0, exact.span.start - _LEAD) : exact.span.start]):
            continue
        yield from _judged(text, exact, limit, kept if found["not"] else None)


def _alike(exact: Figure, limit: Figure) -> bool:
    if exact.kind not in _KINDS or limit.kind not in _KINDS or exact.value is None or limit.value is None:
        return False
    one, two = exact.unit, limit.unit
    return one is not None and two is not None and one.base == two.base and not _loose(exact)


def _loose(exact: Figure) -> bool:
    return exact.hedge not in ("", "达", "达到", "为", "仅", "只", "仅为", "只有", "高达", "已达")


def _judged(text: str, exact: Figure, limit: Figure, kept: re.Pattern[str] | None) -> Iterator[Judgement]:
    end = limit.span.end
    if kept is not None:
        found, below = kept.match(text, end), True
    else:
        found, below = _BELOW.match(text, end), True
        if found is None:
            found, below = _ABOVE.match(text, end), False
    value, bound = exact.worth, limit.worth
    if found is None or value is None or bound is None:
        return
    spots = Spot("exact", exact.span), Spot("limit", Span(limit.span.start, found.end()))
    sign = "≤" if below else "≥"
    if value == bound or (value < bound) == below:
        yield held(*spots, equation=f"{exact.text} {sign} {limit.text}", weak=True)
    else:
        yield conflict(*spots, equation=f"{exact.text} {'>' if below else '<'} {limit.text}")
