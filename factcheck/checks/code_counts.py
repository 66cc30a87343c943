"""The digits of a code against the counts that spell it out: “1+9+N”（1支队伍、9个部门、N个窗口）."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.model import Enumeration, Reading


def check(subject: Enumeration, reading: Reading) -> Iterator[Judgement]:
    """Compare the parts of the code with the figures of its items, one by one."""
    if subject.style != "digits" or subject.count is None:
        return
    text = reading.article.text
    values = {figure.span.start: figure.value for figure in reading.figures}
    parts = subject.count.text.split("+")
    code = Spot("code", subject.count.span)
    spots = [Spot("item", item) for item in subject.items]
    for part, item in zip(parts, subject.items, strict=False) if len(parts) > 1 else ():
        value = values.get(item.start)
        if part.isdecimal() and value is not None and value != int(part):
            equation = f"{part} ≠ {item.of(text)}"
            yield conflict(Spot("item", item), code, equation=equation, expected=part)
            return
    yield held(
        code, *spots, equation=f"{subject.count.text} = {'、'.join(item.of(text) for item in subject.items)}"
    )
