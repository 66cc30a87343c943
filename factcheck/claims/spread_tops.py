"""What is called the most or the least of a range and is not its end: 12元到18元不等，最贵的16元."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from factcheck.claims.facts import interval_of
from factcheck.claims.mentions import Mention
from factcheck.claims.spread_ends import Ends, words_of
from factcheck.interval import Interval
from factcheck.model import Article, Figure
from factcheck.patterns import compiled

_MOST = compiled("最(?:(?P<up>[高贵多大长重])|便宜|[低少小短轻])")
_TWO = 2


def top(
    found: Sequence[Mention], mentions: Sequence[Mention], ends: Ends, article: Article
) -> tuple[Mention, Figure, Interval] | None:
    """The most or the least that is not its end of a range, where the other one is, and that end."""
    if ends.sort != "range" or len(ends.figures) != _TWO:
        return None
    sides = sorted(((_value(f, ends), f) for f in ends.figures), key=lambda side: side[0].middle or 0)
    said = [_called(found, mentions, article, up=up) for up in (False, True)]
    least, most = said
    if least is None or most is None:
        return None
    fits = [_lies(one, side[0]) for one, side in zip((least, most), sides, strict=True)]
    if fits[0] == fits[1]:
        return None
    wrong = fits.index(False)
    return (least, most)[wrong], sides[wrong][1], sides[wrong][0]


def _value(figure: Figure, ends: Ends) -> Interval:
    unit = figure.unit or ends.anchor.slot.unit
    said = figure.interval or Interval.exactly(0)
    return said.scaled(unit.scale if unit is not None else Fraction(1))


def _lies(mention: Mention, end: Interval) -> bool:
    said = interval_of(mention)
    return said is not None and said.middle == end.middle


def _called(
    found: Sequence[Mention], mentions: Sequence[Mention], article: Article, *, up: bool
) -> Mention | None:
    """The only one of some members that is called the most, or the least."""
    places = [at for at, m in enumerate(mentions) if any(m is one for one in found)]
    said = [mentions[at] for at in places if _way(words_of(mentions, at, article)) is up]
    return said[0] if len(said) == 1 else None


def _way(words: str) -> bool | None:
    """Whether the last that words call the most is up; `None` where they call nothing so."""
    told = list(_MOST.finditer(words))
    return told[-1]["up"] is not None if told else None
