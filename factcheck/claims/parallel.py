"""Lists that divide one whole after another in the same way: 国家级1家，省级16家，市级289家, twice.

Where the same parts make up one whole exactly, they are all there are, and the whole beside it is made up of
them too, unless more than one slip of the pen stands between.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.claims.slips import one_digit_repairs
from factcheck.model import Claim, Fact, Partition


def parallel(found: Sequence[Partition]) -> list[Partition]:
    """The partitions, those that are like one beside them that adds up counted as complete."""
    full = [partition for partition in found if partition.made_by == "division" and len(partition.parts) > 2]
    return [_completed(partition, full) for partition in found]


def _completed(partition: Partition, full: Sequence[Partition]) -> Partition:
    if partition.complete != "open" or partition.made_by != "within" or partition.whole is None:
        return partition
    like = any(
        other.whole is not None
        and len(other.parts) == len(partition.parts)
        and _names(other) == _names(partition)
        and _in_one_sentence(other.whole, partition.whole)
        for other in full
    )
    figures = [figure for claim in (partition.whole, *partition.parts) for figure in claim.figures]
    slip = like and len(figures) == len(partition.parts) + 1 and one_digit_repairs(figures)
    return replace(partition, complete="likely") if slip else partition


def _in_one_sentence(one: Claim, two: Claim) -> bool:
    start, end = sorted([one.span.start, two.span.start])
    return not set("。！？\n") & set(one.article.text[start:end])


def _names(partition: Partition) -> tuple[str, ...]:
    return tuple(map(_name, partition.parts))


def _name(claim: Claim) -> str:
    of = claim.quantity.of
    return of.indicator.partition("|")[0] if isinstance(of, Fact) else ""
