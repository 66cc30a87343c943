"""Two ages of one person, each told for a year: 1991年进山，那年他24岁；2025年退休时，他58岁."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.around import before, paragraph
from factcheck.checks.parts.births import told_ages
from factcheck.checks.parts.dates import year
from factcheck.checks.parts.within import periods_within
from factcheck.model import Figure, Period, Reading, Span
from factcheck.patterns import compiled
from factcheck.records import dataclass

_OWN = compiled(
    r"(?:^|[，,；;。、）)\n]|时|那年|[这当]年|后)(?:(?:那|这|当)年|当时|时年|如今|这时|此时)?[，,]?"
    r"(?P<who>[他她]|[\u4e00-\u9fff]{0,4})(?:才|刚|刚满|刚好|正好|只有|已经|已|年仅|年满|满|正|是|虚岁|周岁|都|过完|过了|迎来了?)*$"
)
_OTHERS = compiled(
    "[父母爷奶儿女妻丈孙徒弟妹兄姐叔伯舅姨婶]|战友|同[伴事学乡]|老[伴人]|[他她]们|两人|二人|平均|最[大小]|以上|以下|周岁以"
)
_APART = compiled(r"[\n“”我]|。(?!\d|[他她]|[到如今至后])")
_LATER = compiled("[。；;]|出生|生于|[生后](?!来)|直[到至]|仍|延迟|[到至]$|诞生|规定|满足|未满")
_BORN = compiled("生于|出生(?:于|在)?$|诞生(?:于|在)?$")
_NEAR, _SLIP, _ROOM = 24, 1, 30


@dataclass(frozen=True, slots=True)
class _Aged:
    """An age and the year it is told for."""

    figure: Figure
    value: int
    period: Period
    year: int


def check(subject: Reading, reading: Reading) -> Iterator[Judgement]:
    """Compare the years between two ages with the ages; one year more or less is let pass."""
    ages = [one for figure in told_ages(reading.figures) if (one := _aged(reading, figure)) is not None]
    text = reading.article.text
    for first, second in pairwise(ages):
        between = text[first.figure.span.end : second.figure.span.start]
        if first.year == second.year or _APART.search(between) or not _same(text, first, second):
            continue
        yield _judged(first, second)


def _aged(reading: Reading, figure: Figure) -> _Aged | None:
    """The year right before an age, in its paragraph, when nobody else comes between."""
    text, at = reading.article.text, figure.span.start
    if figure.hedge or figure.value is None or figure.value != int(figure.value):
        return None
    line = paragraph(text, at)
    told = periods_within(reading, Span(max(line.start, at - _ROOM), at))
    if not told or _OWN.search(before(text, at, 14)) is None:
        return None
    period, named = told[-1], year(told[-1])
    if named is None or period.part("year") is None or at - period.span.end > _NEAR:
        return None
    if _LATER.search(text, period.span.end, at) or _BORN.search(before(text, period.span.start, 6)):
        return None
    return _Aged(figure, int(figure.value), period, named)


def _same(text: str, first: _Aged, second: _Aged) -> bool:
    """Whether two ages are told of one person: nobody else is named from the first year on."""
    others = _OTHERS.search(text, first.period.span.start, second.figure.span.end)
    return others is None and not _renamed(text, first, second)


def _renamed(text: str, first: _Aged, second: _Aged) -> bool:
    """Whether the second age is told of a name, and not of 他 or of whom the sentence is about."""
    found = _OWN.search(text[max(0, second.figure.span.start - 14) : second.figure.span.start])
    who = found.group("who") if found is not None else ""
    subject = text[second.period.span.start - 6 : second.period.span.start]
    named = (
        bool(who) and who not in ("他", "她") and len(who) > 1 and who not in text[: first.figure.span.start]
    )
    return named and subject[-1:] not in "，。；"


def _judged(first: _Aged, second: _Aged) -> Judgement:
    early, late = sorted((first, second), key=lambda one: one.year)
    apart, grown = late.year - early.year, late.value - early.value
    spots = Spot("age", late.figure.span), Spot("other", early.figure.span)
    years = Spot("year", late.period.span), Spot("then", early.period.span)
    equation = f"{late.year} − {early.year} {'=' if apart == grown else '≠'} {late.value} − {early.value}"
    if abs(apart - grown) <= _SLIP:
        return held(*spots, *years, equation=equation, weak=apart != grown)
    return conflict(*spots, *years, equation=equation, expected=f"{early.value + apart}岁")
