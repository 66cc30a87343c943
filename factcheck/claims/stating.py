"""A whole and its parts, found among mentions, as a partition of their claims."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.claims.bind import Bound
from factcheck.claims.mentions import Mention
from factcheck.interval import Interval
from factcheck.model import Partition
from factcheck.patterns import compiled


def stated(
    whole: Mention,
    parts: Sequence[Mention],
    bound: Bound,
    made_by: str,
    *,
    signs: tuple[int, ...] = (),
    by: str = "",
    sort: str = "level",
    complete: str = "stated",
    exact: bool = False,
) -> Iterator[Partition]:
    """The partition over the claims of its members, when all of them made a claim; prices are `exact`."""
    claims = [bound.of.get(id(m), [None])[0] for m in (whole, *parts)]
    if all(claim is not None for claim in claims):
        kept = [claim for claim in claims if claim is not None]
        if made_by in ("by-unit", "points"):
            kept = [replace(claim, unit=None) for claim in kept]
        if exact:
            kept = [replace(claim, interval=_face(claim.interval)) for claim in kept]
        yield Partition(kept[0], tuple(kept[1:]), complete, bound.article, by, sort, signs, made_by)


def _face(interval: Interval | None) -> Interval | None:
    """What is printed, not rounded: the middle of what a figure may mean."""
    middle = None if interval is None else interval.middle
    return interval if middle is None else Interval.between(middle, middle)


def tenable(found: Sequence[Partition]) -> list[Partition]:
    """The partitions, without a list whose members are said to overlap where it does not add up.

    And without a guess at some parts of a whole that adds up with one more (8.1, 3.3, 0.6).
    """
    full = [one for one in found if one.whole is not None and not one.signs and _adds_up(one)]
    found = [one for one in found if one in full or not _said_to_overlap(one)]
    return [
        one for one in found if one.complete != "likely" or not any(_holds_all(other, one) for other in full)
    ]


# 四项相加不止71，这是因为有3批次同时存在两类问题.
_OVERLAP = compiled(
    "(?:相加|加起来|加在一起|之和|合起来)[^，。；]{0,6}(?:不止|超过|超出|大于|多于|不等于|并不|不是|对不上)"
    "|(?:有|中)[^，。；]{1,8}(?:同时(?:存在|涉及|属于|具[有备]|拥有|参加|获|犯|患)|兼[有任报跨属]|身兼|跨[两多]|重复|既)"
)
_FAR = 60  # characters behind a list within which it is said that its members overlap


def _said_to_overlap(one: Partition) -> bool:
    """Whether the writer says behind a list that some of its members are counted twice."""
    if one.whole is None or one.sort != "level" or not one.parts:
        return False
    end = max(part.span.end for part in one.parts)
    text = one.article.text
    stop = text.find("\n", end)
    return _OVERLAP.search(text, end, min(end + _FAR, len(text) if stop < 0 else stop)) is not None


def _adds_up(one: Partition) -> bool:
    whole = one.whole.interval if one.whole is not None else None
    values = [part.interval for part in one.parts if part.interval is not None]
    if whole is None or len(values) < len(one.parts):
        return False
    return sum(values, Interval.exactly(0)).meets(whole)


def _holds_all(other: Partition, one: Partition) -> bool:
    """Whether another partition, of a whole as large, has all parts of one, and more."""
    same = one.whole is not None and other.whole is not None and one.whole.interval == other.whole.interval
    figures = [{id(figure) for part in each.parts for figure in part.figures} for each in (one, other)]
    return same and figures[0] < figures[1]
