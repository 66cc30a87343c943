"""Names with a value each that stand in lines of their own, or that 分别 gives to a list of names.

- 东仓：318吨          东仓、西仓、北仓分别存粮318吨、275吨和149吨
- 西仓：275吨
- 北仓：149吨
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.checks.parts.around import paragraph, sentence
from factcheck.checks.parts.standings import LEAST, MEASURED, Column, Standing
from factcheck.checks.parts.within import figures_within
from factcheck.model import Enumeration, Figure, Reading, Span
from factcheck.patterns import compiled

_LINE = compiled(
    r"\s*(?:[-*·•●◆▪○]|[（(]?[\d一二三四五六七八九十]{1,2}[）).、．])?\s*\**(?P<name>[\u4e00-\u9fffA-Za-z]{2,10})\**\s*(?:[：:]\s*\**|\s|为|（|\()[^\d，。；]{0,6}$"
)
_TOTAL = compiled("计$|^平均|^总|^其中|^全[国省市县区州网线校院厂镇村乡]")
_LONGEST = 10


def listed_values(reading: Reading) -> Iterator[Standing]:
    """The standings of runs of lines, and of the lists that 分别 gives values."""
    yield from _of_lines(reading)
    for one in reading.enumerations:
        if one.style == "respective" and len(one.items) == len(one.values) >= LEAST:
            yield from _of_turns(reading, one)


def _of_lines(reading: Reading) -> Iterator[Standing]:
    run: list[tuple[str, Figure]] = []
    text, last = reading.article.text, -1
    for inside, figures in _lines(reading):
        found = _LINE.fullmatch(text, inside.start, figures[0].span.start)
        name = found.group("name") if found is not None else ""
        goes_on = run and inside.start == last + 1 and figures[0].unit == run[0][1].unit
        if run and not (name and goes_on):
            yield from _standing(reading, run)
            run = []
        if name and not _TOTAL.search(name) and figures[0].kind in MEASURED and not figures[0].hedge:
            run.append((name, figures[0]))
        last = inside.end
    yield from _standing(reading, run)


def _lines(reading: Reading) -> Iterator[tuple[Span, Sequence[Figure]]]:
    """The lines that hold figures, those of tables left out, each with its figures."""
    text, figures, tables = reading.article.text, reading.figures, reading.article.tables
    at = 0
    while at < len(figures):
        inside = paragraph(text, figures[at].span.start)
        held = figures_within(reading, inside)
        if not any(inside.overlaps(table.span) for table in tables):
            yield inside, held
        at += max(1, len(held))


def _standing(reading: Reading, run: Sequence[tuple[str, Figure]]) -> Iterator[Standing]:
    names = [name for name, _ in run]
    if len(run) < LEAST or len(set(names)) < len(names):
        return
    text = reading.article.text
    first = paragraph(text, run[0][1].span.start).start
    lead = sentence(text, max(0, first - 2))
    head = text[lead.start : lead.end] if first else ""
    yield Standing(Span(first, run[-1][1].span.end), (Column(head, dict(run)),))


def _of_turns(reading: Reading, one: Enumeration) -> Iterator[Standing]:
    """The names of a 分别 list; behind the last one may stand what is measured."""
    text = reading.article.text
    values: dict[str, Figure] = {}
    for item, value in zip(one.items, one.values, strict=True):
        found = figures_within(reading, value)
        name = item.of(text)
        if len(found) != 1 or found[0].kind not in MEASURED or found[0].hedge or name in values:
            return
        values[name[:_LONGEST]] = found[0]
    if len({figure.unit for figure in values.values()}) == 1 and len(values) == len(one.items):
        inside = sentence(text, one.items[0].start)
        span = Span(inside.start, one.values[-1].end)
        yield Standing(span, (Column(text[inside.start : one.values[0].start], values),))
