"""The unit of a number against the noun it is said of: 发电量 is energy, 装机容量 power, 增速 a rate."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checks import Judgement, Spot, conflict
from factcheck.model import Claim, Fact, Figure, Measure, Reading
from factcheck.patterns import compiled

_FAR, _VERB = 16, 4
_CLOSED = compiled("[，。；、！？）\n]|$")


def check(
    subject: Claim,
    reading: Reading,
    *,
    nouns: tuple[str, ...] = (),
    apart: tuple[str, ...] = (),
    unless: tuple[str, ...] = (),
    beside: tuple[str, ...] = (),
    behind: tuple[str, ...] = (),
    deeds: tuple[str, ...] = (),
) -> Iterator[Judgement]:
    """A conflict when the noun ends in one of `nouns`; the rule asks for claims in the wrong units.

    `apart` are longer nouns that end alike and are something else; after one of the words `unless`
    the number may speak of something else; `beside` are nouns so plain that they need only stand
    shortly before the number. `behind` are those that stand right behind it, after a verb that has one of
    the characters `deeds` (发了126万千瓦的电) and close their clause.
    """
    figure = subject.figures[0] if subject.figures else None
    if figure is None or figure.unit is None or subject.alternative:
        return
    noun = _noun(subject)
    if not (beside or behind) and not noun.endswith(nouns):
        return
    left = reading.article.text[max(0, figure.span.start - _FAR) : figure.span.start]
    done = _done(reading, figure, behind, deeds)
    near = next((word for word in beside if word in left), "") or done
    if noun.endswith(apart or ("\0",)) or not (noun.endswith(nouns) or near):
        return
    if any(reading.article.text.startswith(noun[at:], figure.span.end) for at in range(len(noun) - 1)):
        return  # 两组降幅相差5.6, 甲等24只基金净值涨幅在50%以上: whose it is
    noun = noun if noun.endswith(nouns) else near
    if done or not any(word in left for word in unless):
        yield conflict(Spot("figure", _whole(subject, figure).span), noun=noun, unit=figure.unit.name)


def _done(reading: Reading, figure: Figure, behind: tuple[str, ...], deeds: tuple[str, ...]) -> str:
    """The noun right behind a number that a verb before it was done to; empty when there is none."""
    text, start, end = reading.article.text, figure.span.start, figure.span.end
    word = next((word for word in behind if text.startswith(word, end)), "")
    if not word or not any(deed in text[max(0, start - _VERB) : start] for deed in deeds):
        return ""
    return word.removeprefix("的") if _CLOSED.match(text, end + len(word)) else ""


def _noun(claim: Claim) -> str:
    of = claim.quantity.of
    if claim.quantity.measure is not Measure.LEVEL and not isinstance(of, Fact):
        return ""
    return of.indicator.partition("|")[0] if isinstance(of, Fact) else ""


def _whole(claim: Claim, figure: Figure) -> Figure:
    """The last figure of the claim: in a range it carries the unit."""
    return claim.figures[-1] if len(claim.figures) > 1 else figure
