"""Averages and rates: a level that is, by its name, the quotient of two others.

人均消费 is an amount over a number of people; 上线率 is those who 上线 over all. The name tells what
to look for; the terms are the levels of the right kind nearest to it. Where the words name both
terms the reading is the writer's own; where they merely stand near it can only be verified.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.claims import skeleton as mark
from factcheck.claims.bind import Bound, fact_of, interval_of, root
from factcheck.claims.lexicons import Identity, known, words
from factcheck.claims.mentions import Mention, Role
from factcheck.interval import Interval
from factcheck.model import Claim, Fact, Measure, Modality, Quantity

_FAR = 14
_FILLERS = frozenset("平均数量总额量的约为全均每单次个")


def quotients(mentions: Sequence[Mention], bound: Bound) -> None:
    """Add to `bound` what the averages and rates of an article claim."""
    levels = [m for m in mentions if m.role is Role.LEVEL and interval_of(m) is not None]
    for at, mention in enumerate(levels):
        if mention.made_by in ("versus", "from", "restated"):
            continue
        if mention.name.mean and mention.slot.mark == mark.LEVEL:
            _add(mention, _mean_terms(levels, at), bound, "mean")
        elif mention.name.indicator.endswith(("率", "比", "度")):
            _add(mention, _rate_terms(levels, at), bound, "rate")


def _add(mention: Mention, terms: Iterator[tuple[int, Mention, Mention]], bound: Bound, sort: str) -> None:
    claim = bound.levels.get(id(mention))
    if claim is None or claim.interval is None:
        return
    listed = _listed(mention.name.indicator)
    scale = listed.scale if listed is not None else 1
    for rank, of, against in terms:
        bound.claims.append(
            Claim(
                Quantity(Measure.QUOTIENT, fact_of(of), fact_of(against), sort),
                claim.interval.scaled(Fraction(1, scale)),
                claim.figures,
                bound.article,
                claim.words,
                claim.unit,
                claim.modality,
                claim.licences | of.licences | against.licences,
                sort,
                alternative=rank,
            )
        )


def _near(levels: Sequence[Mention], at: int) -> list[Mention]:
    """Levels of the same paragraph, nearest first, those before it ahead of those after."""
    here = levels[at]
    before = [m for m in reversed(levels[max(0, at - _FAR) : at]) if m.where[0] == here.where[0]]
    after = [m for m in levels[at + 1 : at + 3] if m.sentence == here.sentence]
    return [m for m in before + after if m.modality == here.modality]


def _mean_terms(levels: Sequence[Mention], at: int) -> Iterator[tuple[int, Mention, Mention]]:
    here = levels[at]
    per = words().means.get(here.name.mean, ())
    near = [m for m in _near(levels, at) if not m.name.mean]
    totals = [m for m in near if m.base_unit == here.base_unit and _larger(m, here)]
    counts = [m for m in near if m.slot.unit is not None and m.slot.unit.name in per]
    if not totals or not counts:
        return
    pairs = [(t, c) for t in totals[:3] for c in counts[:3] if t is not c]
    for total, count in pairs:
        told = (total, count) == pairs[0] and total.sentence == count.sentence == here.sentence and _speaks(here, total)
        yield (0 if told else 1), total, count


def _speaks(mean: Mention, total: Mention) -> bool:
    """The average is of the total: their names share a word, or the average has no name of its own."""
    own = root(mean).name.indicator.replace(mean.name.mean, "")
    other = root(total).name.indicator
    spent = any(word in own for word in ("消费", "花费", "支出")) and any(word in other for word in ("收入", "消费", "花费", "支出"))
    return not own or spent or bool((set(own) & set(other)) - _FILLERS)


def _larger(one: Mention, two: Mention) -> bool:
    large, small = interval_of(one), interval_of(two)
    return large is not None and small is not None and _below(small, large)


def _below(small: Interval, large: Interval) -> bool:
    return small.bottom is not None and (large.top is None or small.bottom < large.top)


def _rate_terms(levels: Sequence[Mention], at: int) -> Iterator[tuple[int, Mention, Mention]]:
    here = levels[at]
    indicator = here.name.indicator
    listed = _listed(indicator)
    if listed is None and here.slot.mark != mark.PERCENT:
        return
    near = [m for m in _near(levels, at) if m.slot.mark == mark.LEVEL]
    if listed is not None:
        of = [m for m in near if listed.of in _full(m)][:1]
        like = [m for m in near if of and m is not of[0] and m.base_unit == of[0].base_unit]
        against = [m for m in like if listed.against in _full(m)]
        if of and against:
            yield 0, of[0], against[0]
            return
    stem = indicator.rstrip("率比度")[-2:]
    named = [m for m in near if stem and stem in _full(m)]
    for of_ in named[:1]:
        others = [m for m in near if m is not of_ and m.base_unit == of_.base_unit and _larger(m, of_)]
        for rank, other in enumerate(others[:3]):
            sure = rank == 0 and other.sentence == of_.sentence == here.sentence and len(others) == 1
            yield (0 if sure else 1), of_, other


def _listed(indicator: str) -> Identity | None:
    """The known quotient an indicator is called by, alone or at the end of its name."""
    return next((q for name, q in known().quotients.items() if indicator.endswith(name)), None)


def _full(mention: Mention) -> str:
    return mention.left + root(mention).name.indicator


def identities(bound: Bound) -> list[Claim]:
    """What is the difference of two others by definition (自然增长率, 顺差), as claims."""
    made = []
    for claim in list(bound.claims):
        of = claim.quantity.of
        if claim.quantity.measure is not Measure.LEVEL or not isinstance(of, Fact):
            continue
        name, _, unit = of.indicator.partition("|")
        identity = known().differences.get(name)
        if identity is None or claim.modality is not Modality.ACTUAL:
            continue
        made.append(_difference(claim, of, identity.of, identity.against, unit))
    return made


def _difference(claim: Claim, of: Fact, minuend: str, subtrahend: str, unit: str) -> Claim:
    left = Fact(of.subject, f"{minuend}|{unit}", of.scope, of.period)
    right = Fact(of.subject, f"{subtrahend}|{unit}", of.scope, of.period)
    return Claim(
        Quantity(Measure.DIFFERENCE, left, right, "identity"), claim.interval, claim.figures, claim.article,
        claim.words, claim.unit, claim.modality, claim.licences, "identity",
    )


