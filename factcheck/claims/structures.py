"""Ratios that are shares of a hundred: 三次产业结构由12.1∶41.5∶46.4调整为11.8∶40.9∶47.3."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.claims import skeleton as mark
from factcheck.claims.bind import Bound
from factcheck.claims.lexicons import known
from factcheck.claims.mentions import Mention
from factcheck.model import Claim, Dimension, Fact, Figure, Measure, Partition, Quantity, Unit
from factcheck.patterns import compiled

_STRUCTURE = compiled(r"结构|构成|比重|占比|比例|之比|配比")
# A member of 18.4∶38.0∶43.6 counts in hundredths and prints no unit.
_HUNDREDTH = Unit("", Dimension.NONE, Fraction(1, 100), "1")
# The structure of output; 三次产业投资占比 is another whole.
_OF_OUTPUT = compiled(
    r"(?:三次|三大|一二三)产业(?:增加值)?(?:的)?(?:结构|比例|比重|之比|比值|占比|构成|比(?!重))"
)


def structures(mentions: Sequence[Mention], bound: Bound) -> Iterator[Partition]:
    """The ratios among `mentions` that say how a whole is made up."""
    last: tuple[Mention, str] | None = None
    for mention in mentions:
        if mention.slot.mark == mark.RATIO:
            said = _structure(mention, last)
            yield from _ratio(mention, said, bound)
            last = mention, said


def _structure(ratio: Mention, last: tuple[Mention, str] | None) -> str:
    """The words that say what a ratio is of: its own, or those of the one it moved on from (由…调整为…)."""
    if last is None or _STRUCTURE.search(ratio.left) or last[0].sentence != ratio.sentence:
        return ratio.left
    one, two = last[0].slot.group, ratio.slot.group
    alike = one is not None and two is not None and len(one.figures) == len(two.figures)
    return last[1] if alike else ratio.left


def _ratio(mention: Mention, said: str, bound: Bound) -> list[Partition]:
    """A ratio of which `said` tells a structure, when its members are near a hundred together."""
    group = mention.slot.group
    if group is None or not _STRUCTURE.search(said):
        return []
    values = [f.value for f in group.figures if f.value is not None]
    if len(values) < 2 or not 85 <= sum(Fraction(v) for v in values) <= 115:
        return []
    members = _members(said, len(values)) if _OF_OUTPUT.search(said) else []
    members = members or [f"#{n}" for n in range(len(values))]
    claims = tuple(
        _member_claim(mention, figure, name, bound)
        for figure, name in zip(group.figures, members, strict=True)
    )
    bound.claims.extend(claims)
    return [Partition(None, claims, "stated", bound.article, "", "share", (), "ratio")]


def _members(left: str, count: int) -> list[str]:
    """The names of the members of a ratio, when the words name a known set."""
    for name, members in known().sets:
        if len(members) == count and (name in left or all(member in left for member in members)):
            return list(members)
    return [f"#{n}" for n in range(count)]


def _member_claim(mention: Mention, figure: Figure, name: str, bound: Bound) -> Claim:
    whole, part = _known_part(name) or ("", name + mention.nameless)
    unit = _unit_of(bound, whole)
    of = Fact(mention.subject, f"{part}|{unit}" if whole else part, period=mention.period)
    against = Fact(mention.subject, f"{whole}|{unit}" if whole else mention.nameless, period=mention.period)
    interval = figure.interval.scaled(Fraction(1, 100)) if figure.interval is not None else None
    quantity = Quantity(Measure.QUOTIENT, of, against, "share")
    return Claim(
        quantity,
        interval,
        (figure,),
        bound.article,
        unit=_HUNDREDTH,
        made_by="ratio",
        licences=mention.licences,
    )


def _known_part(name: str) -> tuple[str, str] | None:
    """The whole and the part that a member of a known set stands for."""
    for whole, parts in known().partitions:
        for part in parts:
            if part.startswith(name):
                return whole, part
    return None


def _unit_of(bound: Bound, whole: str) -> str:
    for claim in bound.claims:
        of = claim.quantity.of
        if isinstance(of, Fact) and of.indicator.partition("|")[0] == whole and claim.unit is not None:
            return claim.unit.base
    return ""
