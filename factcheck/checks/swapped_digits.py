"""A number told again with two digits in each other's place: 1846人平安转移…1846名群众…转移的1486人.

What an article tells twice with the same digits is taken for right; a third number, told once of the same
thing, that only swaps two of its digits is a slip of the pen. Fewer than four digits may be so by chance.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from factcheck.checks import Judgement, Spot, conflict
from factcheck.checks.parts.around import clause, sentence
from factcheck.model import Figure, FigureKind, Reading
from factcheck.patterns import compiled

_DIGITS, _TWICE = 4, 2
_KINDS = frozenset({FigureKind.QUANTITY, FigureKind.PERCENT, FigureKind.NUMBER})
_HAN = compiled("[\u4e00-\u9fff]+")
_OTHER_TIME = compiled("去年|上年|同期|前年|上届|上次|上月|上周|原来|此前|计划|目标|预计")


def check(subject: Reading, reading: Reading) -> Iterator[Judgement]:
    """Every number told once whose digits, but for two that changed places, are told twice elsewhere."""
    known: dict[tuple[str, tuple[str, ...]], list[Figure]] = {}
    for figure in reading.figures:
        if (digits := _digits(figure)) and figure.kind in _KINDS and not figure.hedge:
            unit = figure.unit.base if figure.unit is not None else ""
            known.setdefault((unit, tuple(sorted(digits))), []).append(figure)
    for alike in known.values():
        yield from _swapped(alike, reading)


def _digits(figure: Figure) -> str:
    """The digits of a number of four at least that are not all zeros behind the second; else empty."""
    digits = "".join(char for char in figure.text if char in "0123456789.").rstrip(".")
    return digits if len(digits.replace(".", "").rstrip("0")) >= _DIGITS else ""


def _swapped(alike: list[Figure], reading: Reading) -> Iterator[Judgement]:
    """The figures among those of the same digits that are told once, beside one told twice."""
    times: dict[str, list[Figure]] = {}
    for figure in alike:
        times.setdefault(_digits(figure), []).append(figure)
    twice = [found for found in times.values() if len(found) >= _TWICE]
    once = [found[0] for found in times.values() if len(found) == 1]
    if len(twice) != 1 or len(once) != 1:
        return
    told, figure = twice[0], once[0]
    text = reading.article.text
    like = [one for one in told if _of_one_thing(one, figure, text)]
    like = [] if all(_OTHER_TIME.search(clause(text, one.span.start).of(text)) for one in told) else like
    if like and _are_neighbours(_digits(figure), _digits(told[0])):
        witnesses = [Spot("first", like[0].span), *(Spot("again", o.span) for o in told if o is not like[0])]
        yield conflict(Spot("swapped", figure.span), *witnesses, expected=like[0].text)


def _are_neighbours(one: str, two: str) -> bool:
    """Whether two neighbouring digits changed places, and nothing else."""
    if len(one) != len(two):
        return False
    apart = [at for at, (a, b) in enumerate(zip(one, two, strict=True)) if a != b]
    return len(apart) == _TWICE and apart[1] - apart[0] <= _TWICE and "." not in one[apart[0] : apart[1] + 1]


def _of_one_thing(one: Figure, other: Figure, text: str) -> bool:
    """Whether the sentences of two figures share a word, and the second tells no other time."""
    words = [_pairs(sentence(text, figure.span.start).of(text)) for figure in (one, other)]
    own = clause(text, other.span.start).of(text)
    return bool(words[0] & words[1]) and _OTHER_TIME.search(own) is None


def _pairs(words: str) -> set[str]:
    return {a + b for run in _HAN.findall(words) for a, b in pairwise(run)}
