"""One person's age or year of birth told twice: 42岁的护林员赵建平 … 24岁的赵建平.

A person is known by a name that begins with a common surname and stands beside both figures. Where
either sentence names another time, the two may both be right.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.around import before, sentence
from factcheck.checks.parts.births import births, told_ages
from factcheck.checks.parts.within import periods_within
from factcheck.model import Reading, Span
from factcheck.patterns import compiled
from factcheck.records import dataclass

_OF = compiled(r"的?(?P<words>[\u4e00-\u9fff]{2,9})")
_BORN_OF = compiled(r"[^，,。；的]{0,14}的(?P<words>[\u4e00-\u9fff]{2,9})")
_LED = compiled(r"(?P<words>[\u4e00-\u9fff]{2,4})[，,](?:[\u4e00-\u9fff]{1,4}[，,])*$")
_THEN = compiled(r"接过|交出|接任|卸任|那年|当年|当时|时年|年前|年后|如今|今年|现在|转眼|从前|小时候")


@dataclass(frozen=True, slots=True)
class _Told:
    """A number told of somebody: its value, where it stands, and the words that hold the name."""

    value: int
    span: Span
    words: str


def check(subject: Reading, reading: Reading, *, surnames: str = "") -> Iterator[Judgement]:
    """Compare ages with ages and years of birth with years of birth, told of one name."""
    yield from _compared(_ages(reading), surnames)
    yield from _compared(_births(reading), surnames)


def _ages(reading: Reading) -> Iterator[_Told]:
    text = reading.article.text
    for figure in told_ages(reading.figures):
        if figure.value is None or figure.hedge:
            continue
        line, found = sentence(text, figure.span.start), _OF.match(text, figure.span.end)
        timed = any(period.part("year") for period in periods_within(reading, line))
        if found is not None and not timed and not _THEN.search(text, line.start, line.end):
            yield _Told(int(figure.value), figure.span, found.group("words"))


def _births(reading: Reading) -> Iterator[_Told]:
    text = reading.article.text
    for birth in births(reading):
        behind = _BORN_OF.match(text, birth.span.end)
        ahead = _LED.search(before(text, birth.span.start, 16))
        found = ahead or behind
        if found is not None and birth.first[0] == birth.last[0]:
            yield _Told(birth.first[0], birth.span, found.group("words"))


def _compared(told: Iterable[_Told], surnames: str) -> Iterator[Judgement]:
    """Each number against the first one told of the same name."""
    first: dict[str, _Told] = {}
    for one in told:
        names = _names(one.words, surnames)
        known = next((name for name in names if name in first), None)
        if known is not None:
            yield from _judged(known, first[known], one)
        for name in names:
            first.setdefault(name, one)


def _judged(name: str, first: _Told, second: _Told) -> Iterator[Judgement]:
    spots = Spot("second", second.span), Spot("first", first.span)
    if first.value == second.value:
        yield held(*spots, equation=f"{second.value} = {first.value}")
    else:
        yield conflict(*spots, equation=f"{second.value} ≠ {first.value}", name=name)


def _names(words: str, surnames: str) -> list[str]:
    """The names that `words` may hold: three characters from a surname on, or the last two."""
    found = [words[at : at + 3] for at in range(len(words) - 2) if words[at] in surnames]
    return found + ([words[-2:]] if words[-2] in surnames else [])
