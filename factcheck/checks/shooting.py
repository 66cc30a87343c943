"""Shots against the rate that goes with them: 78投36中 is 46.2%, 27罚28中 cannot be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.printing import rounded
from factcheck.checks.parts.within import saying
from factcheck.interval import Interval
from factcheck.model import Figure, FigureKind, Reading
from factcheck.patterns import compiled
from factcheck.records import dataclass

_SHOT = compiled("[投罚射]")  # one of them is in every shot
_TRIED = compiled(r"[次个]?(?:投篮?|罚球?|射门?)[，,]?(?:命?中了?)?")
_MADE = compiled(r"[次个]?(?:命中|中|进)")
_RATE = compiled(
    r"[，,、；]?(?:投篮|三分球?|两分球?|二分球?|罚球)?(?:的)?命中率(?:为|达到?|是|仅|只有|高达|仅为)?(?:约|近)?"
)
_HUNDRED = 100


@dataclass(frozen=True, slots=True, eq=False)
class _Shots:
    tried: Figure
    made: Figure


def check(subject: Reading, reading: Reading) -> Iterator[Judgement]:
    """Judge the shots of each sentence, and the rate that follows some of them."""
    text = reading.article.text
    for _, figures in saying(reading, _SHOT):
        told: list[_Shots] = []
        for tried, made, after in zip(figures, figures[1:], [*figures[2:], None], strict=False):
            if not _is_pair(text, tried, made):
                continue
            told.append(_Shots(tried, made))
            yield from _possible(told[-1])
            if after is not None and _rated(text, told[-1], after):
                yield from _judged(told, after)


def _is_pair(text: str, tried: Figure, made: Figure) -> bool:
    if not (_bare(tried) and _bare(made)):
        return False
    between = _TRIED.fullmatch(text, tried.span.end, made.span.start)
    return between is not None and _MADE.match(text, made.span.end) is not None


def _bare(figure: Figure) -> bool:
    return figure.unit is None and figure.value is not None and not figure.hedge


def _rated(text: str, shots: _Shots, rate: Figure) -> bool:
    start = _MADE.match(text, shots.made.span.end)
    plain = rate.kind is FigureKind.PERCENT and rate.interval is not None
    return plain and start is not None and _RATE.fullmatch(text, start.end(), rate.span.start) is not None


def _possible(shots: _Shots) -> Iterator[Judgement]:
    spots = Spot("made", shots.made.span), Spot("tried", shots.tried.span)
    if (shots.made.value or 0) > (shots.tried.value or 0):
        told = f"{shots.made.text} > {shots.tried.text}"
        yield conflict(*spots, equation=told, reason=f"投{shots.tried.text}不能中{shots.made.text}")


def _judged(told: Sequence[_Shots], rate: Figure) -> Iterator[Judgement]:
    """The rate of the last shots; it may as well be that of all that the sentence told so far."""
    shots = told[-1]
    share, together = _share([shots]), _share(told)
    if share is None or together is None or rate.interval is None:
        return
    spots = Spot("rate", rate.span), Spot("made", shots.made.span), Spot("tried", shots.tried.span)
    written = f"{shots.made.text} ÷ {shots.tried.text}"
    if rate.interval.meets(Interval.exactly(share)) or rate.interval.meets(Interval.exactly(together)):
        yield held(*spots, equation=f"{rate.text} = {written}")
        return
    step = rate.step or Fraction(1)
    expected = f"{rounded(share, len(str(step.denominator)) - 1)}%"
    reason = f"{shots.tried.text}投{shots.made.text}中，命中率应为{expected}，文中写{rate.text}"
    yield conflict(*spots, equation=f"{rate.text} ≠ {written}", expected=expected, reason=reason)


def _share(told: Sequence[_Shots]) -> Fraction | None:
    """Made over tried, in percent."""
    tried = sum(Fraction(one.tried.value or 0) for one in told)
    return sum(Fraction(one.made.value or 0) for one in told) * _HUNDRED / tried if tried else None
