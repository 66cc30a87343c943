"""Classes that join each other from the lowest to the highest: 30岁以下, 30岁至49岁, 50岁及以上."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from factcheck.patterns import compiled

_N = r"(?P<{0}>\d+(?:\.\d+)?)(?P<{0}_unit>[\u4e00-\u9fffA-Za-z%‰℃]{{0,4}}?)"
_RANGE = compiled(
    _N.format("low") + r"(?:（[不]?含）)?(?:至|到|[-－—–~～]+)" + _N.format("high") + r"(?=\D|$)"
)
_UNDER = compiled(
    _N.format("high")
    + r"(?:（不?含）|\(不?含\))?(?:及|（含）|\(含\))?(?:以下|以内)|(?:未满|不满|不足|不到|低于|小于|少于)"
    + _N.format("top")
)
_OVER = compiled(
    _N.format("low")
    + r"(?:（不?含）|\(不?含\))?(?:及|（含）|\(含\))?以上|(?:超过|高于|大于|多于|超)"
    + _N.format("floor")
)
_CLAUSE = compiled("[，,：:；;]")
_WITHIN = compiled("[下上内岁年元米分间][的]?[^占为]{0,6}[中里]")  # 30岁以下职工中女性占42%
_END = compiled("(?:及|或)?以([上下])")
_FEWEST, _CLASSES = 2, 3


def joined(members: Sequence[tuple[str, str]]) -> bool:
    """Whether the classes named before (or after) each of some figures join, open at both ends."""
    return any(_joins(said) or _named(said) for said in _sides(members))


def apart(members: Sequence[tuple[str, str]]) -> bool:
    """Whether the classes join, wherever they begin and end: 18至30岁, 31至45岁, 46岁以上."""
    return any(_joins(said, ends=False) for said in _sides(members))


def _sides(members: Sequence[tuple[str, str]]) -> list[list[str]]:
    """What stands before each of some figures, and what stands after each."""
    return [[words[side] for words in members] for side in (0, 1)]


def _named(said: Sequence[str]) -> bool:
    """初中及以下、高中、本科及以上: classes without numbers, the lowest and the highest of them open."""
    ends = [_END.findall(_CLAUSE.split(words)[-1]) for words in said]
    if len(said) < _CLASSES or any(ends[1:-1]) or any(_WITHIN.search(words) for words in said):
        return False
    return sorted([*ends[0], *ends[-1]]) == ["上", "下"] and len(ends[0]) == 1


def _joins(said: Sequence[str], *, ends: bool = True) -> bool:
    """Whether classes follow each other; with `ends`, from the lowest there is to the highest."""
    bounds = [_bounds(words) for words in said]
    known = [bound for bound in bounds if bound is not None]
    if len(known) < max(len(bounds), _FEWEST):
        return False
    if (known[0][0] or 0) > (known[-1][0] or 0):
        known.reverse()
    if ends and (known[0][0] is not None or known[-1][1] is not None):
        return False
    return all(_follows(one[1], two[0]) for one, two in pairwise(known))


def _follows(top: Fraction | None, floor: Fraction | None) -> bool:
    return top is not None and floor is not None and 0 <= floor - top <= 1


def _bounds(words: str) -> tuple[Fraction | None, Fraction | None] | None:
    """The lower and the upper bound of the one class that words name; `None` when they name none."""
    words = _CLAUSE.split(words)[-1]
    if _WITHIN.search(words):
        return None
    if found := _RANGE.search(words):
        return Fraction(found["low"]), Fraction(found["high"])
    if found := _UNDER.search(words):
        return None, Fraction(found["high"] or found["top"])
    if found := _OVER.search(words):
        return Fraction(found["low"] or found["floor"]), None
    return None
