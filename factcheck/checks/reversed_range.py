"""A range whose first end is the greater: 35~28℃.

A fall may be told from the greater to the smaller one (同比下降20%至10%): the result still grows.
Years counted back from today or from the turn of the era go from the greater to the smaller one too
(距今4500年至4200年, 公元前300年至200年, 8000—7500年前).
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checks import Judgement, Spot, conflict
from factcheck.checks.parts.around import before
from factcheck.model import Group, GroupKind, Reading
from factcheck.patterns import compiled

_FALL = compiled(r"下降|减少|下滑|降低|降幅|亏损|下跌|跌幅|收窄|缩减|回落|[降减跌亏零]下?$|由|从")
_BACK_AHEAD = compiled(r"距今|公元前|[Bb]\.?[CcPp]\.?|校正|测年|碳十四|碳14")
_BACK_BEHIND = compiled(r"\s?(?:万年|年)?(?:以?前|之前|\s?[Bb]\.?[Pp]|\s?[Bb]\.?[Cc])")
# 判处23名被告人二十五年至一年六个月不等有期徒刑，并处罚金200万元至10万元不等: the heaviest first.
_SENTENCES = compiled("(?:[一二三四五六七八九十0-9]+个月)?(?:不等)?的?(?:有期徒刑|徒刑|刑期|刑罚|拘役)")
_FINED = compiled("(?:罚金|罚款|没收)(?:人民币)?(?:分别|各)?$")
_FLAG = "range-reversed"


def check(subject: Group, reading: Reading) -> Iterator[Judgement]:
    """A conflict when the number reader found `subject` reversed and no fall is told before it."""
    if subject.kind is not GroupKind.RANGE or not any(_FLAG in figure.form for figure in subject.figures):
        return
    if _FALL.search(before(reading.article.text, subject.span.start, 10)):
        return
    text = reading.article.text
    if _counts_back(subject, text) or _rises(subject) or _is_sentence(subject, text):
        return
    yield conflict(Spot("text", subject.span), equation=" > ".join(figure.text for figure in subject.figures))


def _is_sentence(group: Group, text: str) -> bool:
    """Whether the range is of punishments."""
    if _SENTENCES.match(text, group.span.end):
        return True
    fined = _FINED.search(before(text, group.span.start, 8)) is not None
    return fined and text.startswith("不等", group.span.end)


def _rises(group: Group) -> bool:
    """Below zero the smaller digits are the greater number: -10℃到-5℃."""
    first, last = group.figures[0].value, group.figures[-1].value
    return first is not None and last is not None and first < 0 and first < last


def _counts_back(group: Group, text: str) -> bool:
    """Whether the range is of years before today or before the era."""
    unit = group.figures[-1].unit
    if unit is not None and unit.name not in ("年", "个基点"):  # BP is both
        return False
    ahead = _BACK_AHEAD.search(before(text, group.span.start, 16))
    return ahead is not None or _BACK_BEHIND.match(text, group.span.end) is not None
