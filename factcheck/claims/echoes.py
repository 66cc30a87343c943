"""The same figure said again in other words: a headline, a caption, 12.68亿元的净利润.

A headline says in short what the body says in full; an echo puts the figure before its noun and
leaves the rest out. Both are tied to what they repeat when the words allow it, and only when the
two numbers agree or look like one number mistyped: 30 of the 86 is no echo of 86.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claims.facts import agree, root
from factcheck.claims.mentions import Mention, Role
from factcheck.claims.misprints import digits, mistyped
from factcheck.claims.names import name
from factcheck.claims.skeleton import LEVEL
from factcheck.claims.titled import TITLED, bare_headline, headline
from factcheck.model import BlockKind, Dimension
from factcheck.patterns import compiled

_FAR = 60
_NOUN = compiled(r"的?[（(]?[\u4e00-\u9fff“”]{2,}")
_TELLING = 3
_ALIKE = 4
# Nouns for the size of something already named: 1.26万亿元的体量.
_SIZES = (
    "总量",
    "规模",
    "体量",
    "大盘",
    "盘子",
    "平台",
    "基础",
    "起点",
    "市场",
    "家底",
    "总额",
    "总数",
    "关口",
)
_PLANNED = compiled("列入|纳入|计划|拟|待")
_POINTS = compiled(r"[，。]?(?:这|该|此)")


def echoes(mentions: Sequence[Mention], kinds: Sequence[BlockKind]) -> None:
    """Tie each echo and headline among `mentions` to what it repeats; `kinds` is by paragraph."""
    for at, mention in enumerate(mentions):
        kind = kinds[mention.where[0]]
        if kind in TITLED:
            headline(mention, mentions, kinds)
            if mention.role is Role.LEVEL and mention.topic is None and not mention.name.indicator:
                bare_headline(mention, mentions, kinds)
        elif _is_echo(mention):
            _echo(mention, mentions[max(0, at - _FAR) : at], kinds)


def _is_echo(mention: Mention) -> bool:
    """A figure before its noun, with nothing named before it."""
    plain = (
        mention.role is Role.LEVEL
        and mention.slot.mark == LEVEL
        and mention.made_by in ("level", "level-again")
    )
    return (
        plain
        and not mention.aside
        and not mention.name.within
        and bool(_NOUN.match(mention.right))
        and not _named(mention)
    )


def _named(mention: Mention) -> bool:
    words = mention.left.lstrip("，,、。；;")
    pointing = words.startswith(("在", "这", "该", "此", "上述")) or words.endswith(("的", "中", "上"))
    return len(name(words).indicator) > 1 and not pointing


def _echo(mention: Mention, before: Sequence[Mention], kinds: Sequence[BlockKind]) -> None:
    noun = mention.right.lstrip("的（(")[:8]
    pairs = [noun[i : i + 2] for i in range(len(noun) - 1)]
    for other in reversed(before):
        if (
            other.role is Role.LEVEL
            and kinds[other.where[0]] not in TITLED
            and _same_thing(mention, other, noun, pairs)
        ):
            mention.topic, mention.made_by = other, "echo"
            mention.name = mention.name.called("")
            mention.period = other.period
            if _PLANNED.search(mention.left):  # 列入计划的125个小区
                mention.modality = other.modality
            return


def _same_thing(mention: Mention, other: Mention, noun: str, pairs: Sequence[str]) -> bool:
    if other.sentence == mention.sentence or not _comparable(mention, other):
        return False
    if _POINTS.match(mention.left) and digits(mention) == digits(other):
        return mistyped(mention, other)
    named = root(other).name.indicator
    shared = any(map(f"{named}{other.right[:6]}".__contains__, pairs))
    if not named and not _repeats(mention, other):
        shared = noun[:_ALIKE] == other.right.lstrip("的（(")[:_ALIKE]  # 23名被困群众, 32名被困群众
    sized = any(size in noun[:6] for size in _SIZES)
    told = len(digits(mention)) >= _TELLING if sized else shared
    return told and (_repeats(mention, other) or mistyped(mention, other))


def _comparable(one: Mention, two: Mention) -> bool:
    left, right = one.slot.unit, two.slot.unit
    if left is None or right is None or two.slot.figure is None:
        return False
    counted = Dimension.COUNT in (left.dimension, right.dimension)
    return left.base == right.base and (counted or left.dimension is right.dimension)


def _repeats(one: Mention, two: Mention) -> bool:
    return min(len(digits(one)), len(digits(two))) >= _TELLING and agree(one, two)
