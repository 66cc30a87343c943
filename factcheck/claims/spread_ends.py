"""Where a text says between which ends its values lie: 在A至B之间, 从A到B不等, 最高A、最低B, 都不低于A."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache
from itertools import pairwise

from factcheck.claims import skeleton as mark
from factcheck.claims.facts import interval_of
from factcheck.claims.lexicons import either
from factcheck.claims.mentions import Mention, Role
from factcheck.claims.pack_lists import packs
from factcheck.interval import Interval
from factcheck.model import Article, Figure
from factcheck.patterns import compiled
from factcheck.records import dataclass
from factcheck.stops import opening

_STOPS = "。！？!?\n"
_CLAUSE = f"{_STOPS}，,；;：:"
_OPENED = compiled("介于|区间|[从由自在]")
_CLOSED = compiled(r"(?:元|%)?(?:之间|不等|[都均]有|(?:的|这一?个?)?(?:区间|范围))")
EVERY = compiled(
    "(?<![平日月年周人户店场])均(?![价值分匀衡])|各(?!自|种各样)|(?<![成首京古故帝国大])都(?!市|会|江)|所有|全部|逐[月年日季]|历次"
    "|每(?:一|个)?[天日月年周季旬场家户店校村镇县区市条座科项期站队支栋幢名位趟班层]"
)
ALL = compiled("(?<![平日月年周人户店场])均(?![价值分匀衡])|(?<![成首京古故帝国大])都(?!市|会|江)|全部|全在")
_EACH = compiled("各(?!自|种各样)")
# 结果全部落在5300年至4800年, with nothing behind it.
_KEPT = compiled("(?:全部|全都|[均都]|始终|一直)(?:落|保持|稳定|维持|处|分布|控制)?在(?:距今|每[^，]{1,3})?$")
_JOINED = compiled("[和与至到—~～－-]{1,2}")
_TWO, _LONG = 2, 400
_QUANTITY = compiled("最.[值价分]?[为是达有]*到?$")


@dataclass(frozen=True, slots=True)
class Ends:
    """What values must lie between.

    Attributes:
        anchor: the mention that says it (the last one, where there are two).
        first: the place of its first mention among all, and `last` of its last.
        hull: from the least to the most, in base units; one end may be open.
        figures: the figures that say so.
        words: the words of its sentence before it, which name what is measured.
        sort: `range`, or `extremes` (最高A、最低B).
        lead: the sentence before it in its paragraph, for `extremes`.
    """

    anchor: Mention
    first: int
    last: int
    hull: Interval
    figures: tuple[Figure, ...]
    words: str
    sort: str = "range"
    lead: str = ""


def ranges(mentions: Sequence[Mention], article: Article) -> Iterator[Ends]:
    """The ranges that an article says all of something lie in."""
    for at, mention in enumerate(mentions):
        if mention.role is not Role.LEVEL or not _says_all(mention):
            continue
        hull = ends_of(mention)
        if hull is not None and mention.slot.group is not None:
            yield _said(mention, (at, at), hull, mention.slot.group.figures, article)
        elif (other := _other(mentions, at, article)) is not None:
            one, two = interval_of(other), interval_of(mention)
            if one is not None and two is not None:
                hull = one.hull(two)
                yield _said(
                    mention, (at - 1, at), hull, (*other.slot.figures, *mention.slot.figures), article
                )


def _says_all(mention: Mention) -> bool:
    """在A至B之间, A到B不等; 各科室在A至B, with nothing behind it."""
    if _CLOSED.match(mention.right):
        return True
    if mention.right or mention.slot.group is None:
        return False
    told = _EACH.search(mention.lead) is not None or "介于" in mention.left
    return told or _KEPT.search(mention.lead) is not None


def _other(mentions: Sequence[Mention], at: int, article: Article) -> Mention | None:
    """从12元到18元不等, 介于0.82与1.15之间: the mention of the first end."""
    mention, other = mentions[at], mentions[at - 1] if at else None
    if other is None or other.role is not Role.LEVEL or other.where[:3] != mention.where[:3]:
        return None
    between = article.text[other.slot.span.end : mention.slot.span.start]
    if not _JOINED.fullmatch(between.strip()) or _OPENED.search(other.left) is None:
        return None
    return other if mention.base_unit in (other.base_unit, other.slot.unit and other.base_unit) else None


def extremes(mentions: Sequence[Mention], article: Article) -> Iterator[Ends]:
    """What some members have most and least of: 最贵的是油画，680元；最便宜的是书法，180元."""
    told = [found.start() for found in _extreme().finditer(article.text)]
    if len(told) < _TWO:
        return
    levels = [(at, m) for at, m in enumerate(mentions) if m.role is Role.LEVEL and not _is_one(m)]
    levels = [(at, m) for at, m in levels if extreme_of(m) is not None]
    for (at, one), (to, two) in pairwise(levels):
        if one.base_unit != two.base_unit or one.where[0] != two.where[0]:
            continue
        first = bisect_left(told, one.slot.span.start - _LONG)
        if not 0 <= two.where[1] - one.where[1] <= 1 or first + 1 >= len(told):
            continue
        if told[first + 1] > two.slot.span.start:
            continue
        said = [words_of(mentions, place, article) for place in (at, to)]
        ways = [_way(words) for words in said]
        left, right = extreme_of(one), extreme_of(two)
        if set(ways) != {1, -1} or left is None or right is None or any(map(_QUANTITY.search, said)):
            continue
        start = one.slot.span.start
        begun = sentence_start(article.text, start)
        words = article.text[begun:start]
        lead = article.text[sentence_start(article.text, max(0, begun - 1)) : begun]
        figures = (*one.slot.figures, *two.slot.figures)
        yield Ends(two, at, to, left.hull(right), figures, words, "extremes", lead)


def _is_one(mention: Mention) -> bool:
    """最少的一场1.4万人: one of them, and not what it had."""
    return mention.slot.figure is not None and "article" in mention.slot.figure.form


def extreme_of(mention: Mention) -> Interval | None:
    """The values of a most or a least: 最多28立方米 beside 最少15立方米 is what one had, and no limit."""
    figure = mention.slot.figure
    if figure is None or figure.hedge not in ("最多", "最少") or figure.value is None or figure.step is None:
        return interval_of(mention)
    value, half = Fraction(figure.value), Fraction(figure.step) / 2
    told = Interval.between(value - half, value + half)
    return told.scaled(figure.unit.scale) if figure.unit is not None else told


@cache
def _extreme() -> re.Pattern[str]:
    return compiled(either([word for words in packs().extremes.values() for word in words]))


def _way(words: str) -> int:
    """1 for 最高, −1 for 最低, 0 for neither or both."""
    up, down = (any(word in words for word in packs().extremes[way]) for way in ("high", "low"))
    return up - down


def _said(
    mention: Mention, places: tuple[int, int], hull: Interval, figures: tuple[Figure, ...], article: Article
) -> Ends:
    start = figures[0].span.start
    words = article.text[sentence_start(article.text, start) : start]
    return Ends(mention, *places, hull, figures, words)


def ends_of(mention: Mention) -> Interval | None:
    """The hull of a range, signed, in base units."""
    group = mention.slot.group
    if (
        group is None
        or mention.slot.mark not in (mark.RANGE, mark.PERCENT_RANGE)
        or len(group.figures) != _TWO
    ):
        return None
    scales = [f.unit.scale if f.unit else 1 for f in group.figures]
    found = [
        f.interval.scaled(scale)
        for f, scale in zip(group.figures, scales, strict=True)
        if f.interval is not None
    ]
    if len(found) != _TWO:
        return None
    hull = found[0].hull(found[1])
    return -hull if mention.sign < 0 else hull


def words_of(mentions: Sequence[Mention], at: int, article: Article) -> str:
    """The words that name the value of a mention: since the figure before, at least those of its clause."""
    here = mentions[at].slot.span.start
    before = mentions[at - 1].slot.span.end if at else 0
    return article.text[min(before, clause_start(article.text, here)) : here]


def sentence_start(text: str, at: int) -> int:
    """Where the sentence of a place begins."""
    return opening(text, at, _STOPS)


def clause_start(text: str, at: int) -> int:
    """Where the clause of a place begins."""
    return opening(text, at, _CLAUSE)
