"""Whether two printed numbers look like one number mistyped: the evidence that two mentions contradict.

Two mentions that were taken for one quantity may also be two quantities that were not told apart.
What speaks for a misprint is in the digits: one of several differs, two neighbours are swapped, one
is missing, or the same digits stand in another magnitude (5.8亿, 5800万).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import combinations

from factcheck.model import Claim

_TELLING = 3
_CROWD = 12  # digits that so many claims share say nothing
_TENS = frozenset("10/")
_REVISED = Fraction(1, 50)
_POWERS = [Fraction(10) ** power for power in (-4, -3, -2, -1, 1, 2, 3, 4)]


def misprinted(one: Claim, two: Claim) -> bool:
    """Whether one is the other with one slip, in numbers long enough for that to be telling."""
    values = _value(one), _value(two)
    if values[0] is None or values[1] is None:
        return False
    first, second = (_digits(value) for value in values if value is not None)
    if values[1] and values[0] / values[1] in _POWERS:
        return len(first) > 1 or _unit(one) != _unit(two)
    if _swapped(first, second):
        return True
    return min(len(first), len(second)) >= _TELLING and _one_edit(first, second)


def exchanged(one: Claim, two: Claim) -> bool:
    """Whether two neighbouring digits changed places (3.24万, 3.42万), by more than a revision would."""
    first, second = _value(one), _value(two)
    if not first or not second or max(len(_digits(first)), len(_digits(second))) < _TELLING:
        return False
    return _swapped(_digits(first), _digits(second)) and abs(first - second) > _REVISED * abs(first)


def digits_of(claim: Claim) -> str:
    """The significant digits of the number of a claim, without its magnitude; empty when it has none."""
    value = _written(claim)
    return _digits(value) if value else ""


def _written(claim: Claim) -> Fraction | None:
    """The value in base units, or in its own unit where that is no power of ten of them: 亩, not 平方米."""
    value, scale = _value(claim), claim.unit.scale if claim.unit else Fraction(1)
    return value if value is None or set(str(scale)) <= _TENS else value / scale


def sharing(
    claims: Sequence[Claim], keys: Callable[[Claim], Iterable[Hashable]]
) -> Iterator[tuple[Claim, Claim]]:
    """The pairs of claims of two articles with a key in common, in order; keys of a crowd say nothing."""
    shared: dict[Hashable, list[int]] = defaultdict(list)
    for at, claim in enumerate(claims):
        for key in set(keys(claim)):
            shared[key].append(at)
    met = {pair for few in shared.values() if len(few) <= _CROWD for pair in combinations(few, 2)}
    for first, second in sorted(met):
        if claims[first].article is not claims[second].article:
            yield claims[first], claims[second]


def telling(one: Claim, two: Claim) -> bool:
    """Whether so many digits agree that only one number can be meant, printed with a slip."""
    first, second = digits_of(one), digits_of(two)
    here, there = _value(one), _value(two)
    if not here or not there or min(len(first), len(second)) < _TELLING:
        return False
    if here / there in _POWERS:
        return True
    if _swapped(first, second):
        return len(str(abs(here) // 1)) == len(str(abs(there) // 1))  # 8.63万 is not 68.3万 with a slip
    near = abs(here - there) * 2 < max(abs(here), abs(there))
    return near and max(len(first), len(second)) > _TELLING and _one_edit(first, second)


def swapped(one: Claim, two: Claim) -> bool:
    """Whether two neighbouring digits of at least three, or any two of four, changed places."""
    first, second = digits_of(one), digits_of(two)
    if not _alike_in_size(one, two) or len(first) < _TELLING:
        return False
    return _swapped(first, second) or (len(first) > _TELLING and _crossed(first, second))


def one_digit(one: Claim, two: Claim) -> bool:
    """Whether one digit of at least three is another, and nothing else."""
    first, second = digits_of(one), digits_of(two)
    return _alike_in_size(one, two) and len(first) >= _TELLING and _one_other(first, second)


def slip_between(claim: Claim, value: Fraction | None) -> bool:
    """Whether the number of a claim is one slip from `value`: one digit of as many, or two exchanged."""
    here, whole = _written(claim), _value(claim)
    if not here or not value or not whole:
        return False
    value *= here / whole
    if len(str(abs(here) // 1)) != len(str(abs(value) // 1)):
        return False
    first, second = _digits(here), _digits(value)
    return len(first) > 1 and (_one_other(first, second) or _swapped(first, second))


def _alike_in_size(one: Claim, two: Claim) -> bool:
    """Whether two numbers have as many digits before the point."""
    sizes = [len(str(abs(value) // 1)) for value in (_written(one), _written(two)) if value]
    return len(sizes) == len((one, two)) and sizes[0] == sizes[1]


def one_slip(one: Fraction, two: Fraction) -> bool:
    """Whether two values are one slip apart as digits, however few they are."""
    if one == two or (one < 0) != (two < 0):
        return False
    if two and one / two in _POWERS:
        return True
    first, second = _digits(one), _digits(two)
    return _swapped(first, second) or _one_edit(first, second)


def _unit(claim: Claim) -> str:
    """The magnitude and the unit, without the digits."""
    return claim.figures[0].text.strip("0123456789.,")


def _value(claim: Claim) -> Fraction | None:
    """The printed value in base units."""
    if len(claim.figures) != 1 or claim.figures[0].value is None:
        return None
    return Fraction(claim.figures[0].value) * (claim.unit.scale if claim.unit else 1)


def _digits(value: Fraction) -> str:
    """The significant digits of a value, which its magnitude does not change."""
    scaled = abs(value)
    while scaled.denominator != 1 and scaled.numerator < 10**12:
        scaled *= 10
    return str(scaled.numerator // scaled.denominator).rstrip("0")


def _swapped(one: str, two: str) -> bool:
    """Two neighbouring digits change places."""
    unlike = [at for at, (a, b) in enumerate(zip(one, two, strict=False)) if a != b]
    if len(one) != len(two) or len(unlike) != 2 or unlike[1] != unlike[0] + 1:
        return False
    first, second = unlike
    return one[first] == two[second] and one[second] == two[first]


def _crossed(one: str, two: str) -> bool:
    """Two digits change places, wherever they stand: 83.76, 86.73."""
    unlike = [(a, b) for a, b in zip(one, two, strict=False) if a != b]
    return len(one) == len(two) and len(unlike) == len((one, two)) and unlike[0] == unlike[1][::-1]


def _one_other(one: str, two: str) -> bool:
    """One digit of as many is another."""
    return len(one) == len(two) and sum(a != b for a, b in zip(one, two, strict=True)) == 1


def _one_edit(one: str, two: str) -> bool:
    """One digit is another, or is missing."""
    if len(one) == len(two):
        return _one_other(one, two)
    short, long = sorted((one, two), key=len)
    return len(long) == len(short) + 1 and any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
