"""The same whole and parts a year before: what the growths say the base levels were.

2454亿 that grew by 7.0% were 2294亿 the year before, and so for every part. If the parts make up
the whole now, and all grew over the same base, they made it up then: levels and growths of a
complete division hold each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.claims.weighted import weighted
from factcheck.interval import Interval
from factcheck.model import Claim, Fact, Measure, Modality, Partition, Quantity


def mixes(partitions: Sequence[Partition], claims: Sequence[Claim]) -> list[Partition]:
    """The divisions of the base period that follow from those of the present and their growths."""
    growths = _growths(claims)
    return [mixed for partition in partitions for mixed in _mixed(partition, growths)]


def _growths(claims: Sequence[Claim]) -> dict[Fact, Claim]:
    """The growth of each fact over one period, where the text gives just one."""
    found: dict[Fact, Claim] = {}
    twice: set[Fact] = set()
    for claim in claims:
        of = claim.quantity.of
        plain = (
            claim.quantity.measure is Measure.GROWTH and not claim.alternative and claim.quantity.over is None
        )
        if (
            not plain
            or not isinstance(of, Fact)
            or claim.interval is None
            or claim.modality is not Modality.ACTUAL
        ):
            continue
        if of in found:
            twice.add(of)
        found[of] = claim
    return {fact: claim for fact, claim in found.items() if fact not in twice}


def _mixed(partition: Partition, growths: dict[Fact, Claim]) -> Iterator[Partition]:
    whole = partition.whole
    if whole is None or partition.sort != "level" or partition.signs or len(partition.parts) < 2:
        return
    members = [whole, *partition.parts]
    rates = [growths.get(member.quantity.of) for member in members if isinstance(member.quantity.of, Fact)]
    if len(rates) < len(members) or not _same_base(rates) or not _complete(partition):
        return
    known = [rate for rate in rates if rate is not None]
    yield from weighted(partition, known)
    bases = [_base(level, rate) for level, rate in zip(members, rates, strict=True) if rate is not None]
    kept = [base for base in bases if base is not None]
    if len(kept) == len(members):
        yield Partition(
            kept[0], tuple(kept[1:]), "stated", partition.article, partition.by, "base", (), "mix"
        )


def _same_base(rates: Sequence[Claim | None]) -> bool:
    """Every member grew over the same earlier period."""
    against = [rate.quantity.against for rate in rates if rate is not None]
    if len(against) < len(rates):
        return False
    return len({fact.period for fact in against if isinstance(fact, Fact)}) == 1


def _complete(partition: Partition) -> bool:
    """The parts are all there are: known or stated, or they add up."""
    if partition.complete in ("stated", "known"):
        return True
    total = Interval.exactly(0)
    for part in partition.parts:
        if part.interval is None:
            return False
        total = total + part.interval
    whole = partition.whole.interval if partition.whole else None
    return whole is not None and whole.meets(total)


def _base(level: Claim, rate: Claim) -> Claim | None:
    """The level of the base period: `level` ÷ (1 + `rate`), resting on both figures."""
    value, growth = level.interval, rate.interval
    if value is None or growth is None or not value.bounded or not growth.bounded:
        return None
    low, high, least, most = value.bottom, value.top, growth.bottom, growth.top
    if low is None or high is None or least is None or most is None or low < 0 or least <= -1:
        return None
    interval = Interval.between(low / (1 + most), high / (1 + least))
    of = level.quantity.of
    assert isinstance(of, Fact)
    quantity = Quantity(Measure.LEVEL, Fact(of.subject, f"{of.indicator}÷", of.scope, of.period))
    return Claim(
        quantity,
        interval,
        (*level.figures, *rate.figures),
        level.article,
        unit=level.unit,
        licences=level.licences | rate.licences,
        made_by="mix",
    )
