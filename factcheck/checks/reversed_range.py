"""A range whose first end is the greater: 35~28℃.

A fall may be told from the greater to the smaller one (同比下降20%至10%): the result still grows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.checks import Judgement, Spot, conflict
from factcheck.checks.parts.around import before
from factcheck.model import Group, GroupKind, Reading

_FALL = re.compile(r"下降|减少|下滑|降低|降幅|亏损|下跌|跌幅|收窄|缩减|回落|[降减跌亏零]下?$|由|从")
_FLAG = "range-reversed"


def check(subject: Group, reading: Reading) -> Iterator[Judgement]:
    """A conflict when the number reader found `subject` reversed and no fall is told before it."""
    if subject.kind is not GroupKind.RANGE or not any(_FLAG in figure.form for figure in subject.figures):
        return
    if _FALL.search(before(reading.article.text, subject.span.start, 10)):
        return
    yield conflict(Spot("text", subject.span), equation=" > ".join(figure.text for figure in subject.figures))
