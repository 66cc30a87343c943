"""A share in words against the percentage beside it: 近八成（82.3%）, 过半（47.2%）, 占43.6%，已经过半."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.around import either
from factcheck.checks.parts.halves import ABOVE, NEARLY, halves
from factcheck.interval import Interval
from factcheck.model import Dimension, Figure, Reading, Span
from factcheck.patterns import compiled

_OPEN = compiled(r"(?:以上|多|左右|强|弱)?[（(]$")
_HALF = Fraction(1, 2)
_WORDS = {
    "过半": ABOVE,
    "超半数": ABOVE,
    "过半数": ABOVE,
    "半数以上": Interval.between(_HALF, 1),
    "近半": NEARLY,
    "近半数": NEARLY,
    "一半": Interval.between(Fraction(45, 100), Fraction(55, 100)),
}
_BELOW = Interval.between(0, _HALF, high_open=True)
# 占43.6%，已经过半: the clause of the word says nothing else.
_SO_IT_IS = (
    "[，,](?:且|已经?|也|都|就|均|又|首次|第一次|终于|依然|仍然?|刚刚?|占比|比[例重率]|其|占了?|达到?)*"
)
_CLOSED = "(?=[，。；！？、）]|$)"


def check(
    subject: Reading,
    reading: Reading,
    *,
    more: tuple[str, ...] = (),
    nearly: tuple[str, ...] = (),
    less: tuple[str, ...] = (),
) -> Iterator[Judgement]:
    """Every percentage in brackets right after a share in words, or with such words in the clause behind it.

    `more`, `nearly` and `less` are words for above, almost and below a half.
    """
    before: Figure | None = None
    for figure in subject.figures:
        if _is_percentage(figure):
            yield from _beside(before, figure, subject.article.text)
        before = figure
    yield from _behind(reading, more, nearly, less)


def _behind(
    reading: Reading, more: tuple[str, ...], nearly: tuple[str, ...], less: tuple[str, ...]
) -> Iterator[Judgement]:
    text = reading.article.text
    allowed = halves(more, nearly, less, _BELOW)
    said = compiled(f"{_SO_IT_IS}(?P<word>{either(allowed)}){_CLOSED}")
    for figure in reading.figures:
        if figure.hedge or not _is_percentage(figure):
            continue
        found = said.match(text, figure.span.end)
        if found is not None:
            yield from _judged(Span(*found.span("word")), allowed[found["word"]], figure)


def _beside(word: Figure | None, exact: Figure, text: str) -> Iterator[Judgement]:
    start = word.span.end if word is not None else max(0, exact.span.start - 6)
    between = text[start : exact.span.start]
    if not between.endswith(("（", "(")):
        return
    if word is not None and _is_share(word) and not _is_percentage(word) and _OPEN.fullmatch(between):
        said = _scaled(word)
        if said is not None:
            yield from _judged(word.span, said, exact)
        return
    for name, said in _WORDS.items():
        if between.endswith((name + "（", name + "(")):
            end = exact.span.start - 1
            yield from _judged(Span(end - len(name), end), said, exact)
            return


def _judged(word: Span, said: Interval, exact: Figure) -> Iterator[Judgement]:
    value = _scaled(exact)
    if value is None:
        return
    spots = Spot("word", word), Spot("exact", exact.span)
    yield held(*spots) if value.meets(said) else conflict(*spots)


def _is_share(figure: Figure) -> bool:
    return figure.unit is not None and figure.unit.dimension is Dimension.RATIO


def _is_percentage(figure: Figure) -> bool:
    return _is_share(figure) and figure.text.endswith(("%", "％"))


def _scaled(figure: Figure) -> Interval | None:
    if figure.interval is None or figure.unit is None:
        return None
    return figure.interval.scaled(figure.unit.scale)
