"""Corrections: “全县新建水窖3600口”应为“360口”. What was wrong must not come back in a later article.

A correction is a claim of the wrong number under the name the correction gives it, with the right
one among its words. The quoted numbers are no claims of the correction itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.archive.moments import UNDATED
from factcheck.archive.naming import canonical
from factcheck.archive.setting import Setting
from factcheck.claims.names import name
from factcheck.model import Claim, Fact, Figure, Measure, Quantity, Span

CORRECTED = "correction"
_CORRECTED = re.compile(
    r"[“「\"](?P<wrong>[^”」\"\n]{2,40})[”」\"](?:等?字样)?(?:有误|系误)?[，,]?(?:应|更正|订正|改|修改)(?:为|作|是)"
    r"[“「\"]?(?P<right>[^”」\"，。；\n]{1,40})"
)
_TITLE = re.compile(r"《([^》]{4,40})》")


def corrections(here: Setting) -> Iterator[Claim]:
    """The wrong numbers that an article corrects."""
    text = here.article.text
    for found in _CORRECTED.finditer(text):
        wrong = _within(here.reading.figures, Span(*found.span("wrong")))
        right = _within(here.reading.figures, Span(*found.span("right")))
        if wrong is None or right is None or wrong.unit is None or wrong.unit.base != _base(right):
            continue
        what = _name(text[found.start("wrong") : wrong.span.start]) or _titled(text[: found.start()])
        if what and wrong.interval is not None:
            yield Claim(
                quantity=Quantity(Measure.LEVEL, Fact("", what, period=UNDATED)),
                interval=wrong.interval.scaled(wrong.unit.scale),
                figures=(wrong,),
                article=here.article,
                words=(("right", right.span),),
                unit=wrong.unit,
                made_by=CORRECTED,
            )


def quoted(here: Setting) -> tuple[Span, ...]:
    """The stretches of an article that quote what is being corrected, or correct it."""
    return tuple(Span(*found.span()) for found in _CORRECTED.finditer(here.article.text))


def _within(figures: Sequence[Figure], span: Span) -> Figure | None:
    inside = [one for one in figures if span.start <= one.span.start < span.end and one.kind.countable]
    return inside[0] if len(inside) == 1 else None


def _base(figure: Figure) -> str:
    return figure.unit.base if figure.unit is not None else ""


def _name(words: str) -> str:
    """The common name in the words before a quoted number; empty when there is none."""
    return canonical(name(words).indicator) if words else ""


def _titled(before: str) -> str:
    """The words of the last title named, marked as such: they hold the name somewhere."""
    found = _TITLE.findall(before)
    return f"《{found[-1]}》" if found else ""
