"""A total of so many parts in one article, one slip from the sum of as many parts that others tell.

三家景区共接待119.2万人次, and three articles tell 38.2, 56.7 and 14.3: the number of parts is announced, they
are told of the same thing in the same unit, and only one digit keeps them from the total.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations

from factcheck.checks import Judgement, conflict, held
from factcheck.checks._across import (
    AREA,
    COUNTED,
    SEEN,
    TOPIC,
    accusable,
    added,
    cited,
    interval,
    spot,
    stretch,
    words,
)
from factcheck.checks._company import Company
from factcheck.checks._misprint import digits_of, slip_between
from factcheck.checks.parts.printing import printed
from factcheck.interval import Interval
from factcheck.model import Claim, Reading

_LONG, _STEM = 3, 2
_SPARE = 2  # numbers of the kind that may be told beside the parts
_MOST = 400


def check(subject: Company, reading: Reading) -> Iterator[Judgement]:
    """Each total that says of how many it is."""
    by_unit: dict[str, list[Claim]] = defaultdict(list)
    for claim in subject.claims():
        if claim.quantity.sort == SEEN and claim.unit is not None:
            by_unit[claim.unit.base].append(claim)
    for claims in by_unit.values():
        for total in claims:
            counts = _announced(total)
            parts = _parts(total, claims) if counts else []
            for count in counts:
                if 1 < count <= len(parts) <= count + _SPARE:
                    yield from _judged(total, parts, count)


def _announced(claim: Claim) -> list[int]:
    """Of how many parts the sentence of a claim speaks."""
    return sorted(int(name.removeprefix(COUNTED)) for name in claim.licences if name.startswith(COUNTED))


def _parts(total: Claim, claims: Sequence[Claim]) -> list[Claim]:
    """What other articles tell of the same thing and kind, each number once."""
    found: dict[tuple[str, Fraction | None], Claim] = {}
    for claim in claims:
        if claim.article is not total.article and _may_be_part(claim, total):
            found.setdefault((_name(claim), interval(claim).middle), claim)
    return list(found.values())


def _may_be_part(claim: Claim, total: Claim) -> bool:
    least, most = interval(claim).middle, interval(total).middle
    if least is None or most is None or not 0 < least < most or claim.modality is not total.modality:
        return False
    return _of_one_thing(claim, total) and _of_one_time(claim, total) and _of_one_kind(claim, total)


def _of_one_thing(claim: Claim, total: Claim) -> bool:
    shared = claim.licences & total.licences
    own, whole = (one.quantity.root.subject for one in (claim, total))
    if any(name.startswith(TOPIC) for name in shared) or (own and own == whole):
        return True
    area = any(name.startswith(AREA) for name in shared)  # 云台山景区 of 云台山、石门峡两家景区
    return area and len(own) > 1 and own.rpartition("/")[2][:_STEM] in total.article.text


def _of_one_time(claim: Claim, total: Claim) -> bool:
    first, second = stretch(claim.quantity.root), stretch(total.quantity.root)
    return first is None or second is None or (first.first <= second.last and second.first <= first.last)


def _of_one_kind(claim: Claim, total: Claim) -> bool:
    """Names that end alike, or share most of the shorter one."""
    one, two = sorted((_name(claim), _name(total)), key=len)
    return one[-1:] == two[-1:] or 2 * len(set(one) & set(two)) > len(one)


def _name(claim: Claim) -> str:
    return claim.quantity.root.indicator.partition("|")[0]


def _judged(total: Claim, parts: Sequence[Claim], count: int) -> Iterator[Judgement]:
    """The parts that add up to it, else the only ones that miss it by one slip."""
    near: list[tuple[tuple[Claim, ...], Interval]] = []
    for at, chosen in enumerate(combinations(parts, count)):
        together = added(chosen)
        if together.meets(interval(total)):
            yield from _held(total, chosen)
            return
        if at > _MOST:
            return
        if slip_between(total, together.middle) and _tells(total, chosen):
            near.append((chosen, together))
    if len(near) == 1 and accusable(total):
        chosen, together = near[0]
        equation = " + ".join(map(words, chosen))
        yield conflict(
            spot("total", total),
            *(spot("part", part) for part in chosen),
            equation=f"{words(total)} ≠ {equation}",
            parts=equation,
            expected=printed(together, total),
            where="、".join(dict.fromkeys(cited(part) for part in chosen)),
        )


def _tells(total: Claim, parts: Sequence[Claim]) -> bool:
    """Three digits are no chance; two are none for sorts of what the total names: 公办养老机构, 养老机构."""
    name = _name(total)
    sorts = all(_name(part).endswith(name) and _name(part) != name for part in parts)
    return len(digits_of(total)) >= _LONG or sorts


def _held(total: Claim, parts: Sequence[Claim]) -> Iterator[Judgement]:
    if accusable(total):
        equation = " + ".join(map(words, parts))
        yield held(
            spot("total", total),
            *(spot("part", part) for part in parts),
            equation=f"{words(total)} = {equation}",
        )
