"""Limits that all are said to keep, norms that a list is said to meet: 都不低于A, 应在A至B之间…全部达标."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from factcheck.claims.facts import interval_of, middle_of
from factcheck.claims.lexicons import either
from factcheck.claims.mentions import Mention, Role
from factcheck.claims.pack_lists import packs
from factcheck.claims.spread_ends import (
    ALL,
    EVERY,
    Ends,
    clause_start,
    ends_of,
    sentence_start,
    words_of,
)
from factcheck.claims.spread_members import behind, belongs, lies
from factcheck.interval import Interval
from factcheck.model import Article, Dimension, Figure
from factcheck.patterns import compiled
from factcheck.periods.numerals import number

_FLOOR = compiled(
    r"(?:(?:没有|从未|未|不曾|没|不得|不应)(?:跌破|低于|少于|跌到)|不低于|不少于|(?<![不未没有])(?:超过|高于|多于|突破))每[^，。\d]{1,3}$"
)
_CEILING = compiled(
    r"(?:(?:没有|从未|未|不曾|没|不得|不应)(?:超过|高于|多于|突破)|不超过|不高于|不多于|(?<![不未没有])(?:低于|少于))每[^，。\d]{1,3}$"
)
_ANY_EVERY = compiled(f"从未|一直|始终|从来没有|{ALL.pattern}|{EVERY.pattern}")
_BARE = compiled(
    "[，,；;](?:这?(?P<count>[两二三四五六七八九十])(?P<noun>[者家个项条座地人厂市县校站村镇区所期年月]))?"
    "(?:均|都|全部|全都|皆)(?:已经?|是|为|在|保持|稳定|维持)*$"
)
_AMONG = compiled("其中|：|:|最")
_INSIDE = compiled("其中|[这该][些\\d一二两三四五六七八九十]|[个家座名站处]?[^，。]{0,6}中|就连|也")
_LISTED = compiled("：|:|分别|依次")
# 实际用了52天，在约定之内; 最大的一个班44人，没有发现超额编班.
_ONE_KEEPS = compiled(
    r"[^，。；不未没\d]{0,6}[，,；](?:而?[也均都仍]|全部|完全|双双|总算|刚好|恰好|正好|总体|实际|检查|验收)*(?:"
    "(?:并?没有?|并?未|无一|没一个)(?:人|家|户|处)?(?:被?[查发出]现|出现)?[^，。；]{0,3}(?:超|违|逾|破|越|过线|踩线)[^，。；的]{0,6}(?=[，；]|$)"
    "|(?:[是仍均都]?在|符合|合乎|满足|达到|处于)[^，。；的]{0,8}(?:约定|规定|要求|标准|限[值额度]|范围|合同|期限|红线|允许|承诺)(?:的?(?:范围|标准|要求|规定|期限))?[之以]?内?(?=[，；]|$)"
    "|(?:达标|合格|合规|合标|守约)[^率，。；]{0,3}(?=[，；]|$))"
)
_UNKEPT = compiled("[没未不去超]")
_PAIR, _TWICE = 2, 2
_LEAST, _REACH, _SENTENCES, _PRICED = 2, 8, 2, 4


def limits(mentions: Sequence[Mention], article: Article) -> Iterator[tuple[Ends, list[Mention]]]:
    """The limits that an article says all of something keeps, with the members told beside them."""
    smallest = _SMALLEST.search(article.text) is not None
    for at, mention in enumerate(mentions):
        attached = mention.attached
        if attached is not None and attached.figure is not None:
            yield from _of_attached(mentions, at, attached.figure, article)
        if mention.modality or not _may_limit(mention, article.text) or _is_approximate(mention):
            continue
        words = words_of(mentions, at, article)
        listed, every = _listed(mentions, at, words), _every(words)
        grouped = smallest and _of_a_group(mentions, at)
        if listed or grouped or every:
            yield from _kept_by(mentions, at, words, article, (listed, grouped, every))


def _kept_by(
    mentions: Sequence[Mention],
    at: int,
    words: str,
    article: Article,
    told: tuple[list[Mention], bool, bool],
) -> Iterator[tuple[Ends, list[Mention]]]:
    """The limit that a mention sets, with its members, when no norm asks for it.

    `told` is the list before it, whether it says how many keep it, and whether it says that all do.
    """
    mention, (listed, grouped, every) = mentions[at], told
    start = mention.slot.span.start
    said = article.text[sentence_start(article.text, start) : start]
    hull = limit(mention.slot.figure, words)
    if hull is None or _norm().search(said):
        return
    ends = Ends(mention, at, at, hull, mention.slot.figures, said, "limit")
    found = listed or (_grouped(mentions, ends, article) if grouped else [])
    yield ends, found or (_told(mentions, ends, article) if every else [])


def _may_limit(mention: Mention, text: str) -> bool:
    """Whether it is worth reading its words: it is hedged, or a unit price (不低于每公斤5元)."""
    figure = mention.slot.figure
    if figure is None:
        return False
    start = mention.slot.span.start
    return figure.hedge != "" or "每" in text[max(0, start - _PRICED) : start]


def _is_approximate(mention: Mention) -> bool:
    """约5万 is no limit, whatever stands before it."""
    figure = mention.slot.figure
    return figure is not None and figure.hedge == "约"


def limit(figure: Figure | None, words: str) -> Interval | None:
    """From a limit on, or up to it, in base units; `None` when its words set none."""
    value = figure.worth if figure is not None else None
    if figure is None or value is None:
        return None
    said = figure.interval if figure.hedge else None
    up = said is not None and said.bottom == figure.value
    down = said is not None and said.top == figure.value and said.bottom is None
    if _CEILING.search(words) or down:
        return Interval.between(None, value)
    return Interval.between(value, None) if up or _FLOOR.search(words) else None


def _every(words: str) -> bool:
    last = words[clause_start(words, len(words)) :]
    return _ANY_EVERY.search(last) is not None


def _listed(mentions: Sequence[Mention], at: int, words: str) -> list[Mention]:
    """The list that a clause of its own speaks of: 一厂8.2万吨，二厂7.6万吨，均超过8万吨."""
    figure = mentions[at].slot.figure
    hedge = figure.hedge.split("…")[0] if figure is not None else ""
    bare = _BARE.fullmatch(words.removesuffix(hedge))
    if bare is None:
        return []
    anchor, found = mentions[at], list[Mention]()
    for mention in reversed(mentions[max(0, at - _REACH) : at]):
        if mention.sentence != anchor.sentence or mention.base_unit != anchor.base_unit:
            break
        if mention.role is not Role.LEVEL or interval_of(mention) is None or mention.made_by == "versus":
            break
        found.append(mention)
    stated = number(bare["count"]) if bare["count"] else 2
    return found if len(found) >= _LEAST and (not bare["count"] or stated == len(found)) else []


def _of_a_group(mentions: Sequence[Mention], at: int) -> bool:
    """Whether the clause of a limit tells how many keep it: 有6个乡镇超过200毫米."""
    anchor = mentions[at]
    near = [m for m in mentions[max(0, at - 2) : at + 2] if m.where[:3] == anchor.where[:3]]
    units = [m.slot.unit for m in near if m is not anchor and m.base_unit != anchor.base_unit]
    return sum(unit is not None and unit.dimension is Dimension.COUNT for unit in units) == 1


def _grouped(mentions: Sequence[Mention], ends: Ends, article: Article) -> list[Mention]:
    """有6个乡镇超过200毫米…6个乡镇中最小的柳河镇187毫米; 超过800公斤的有3个村，分别是…."""
    found = [(m, w) for m, w in behind(mentions, ends, article) if belongs(m, w, ends)]
    return [m for m, w in found if _INSIDE.search(w)] if found and _SMALLEST.search(found[-1][1]) else []


def _of_attached(
    mentions: Sequence[Mention], at: int, figure: Figure, article: Article
) -> Iterator[tuple[Ends, list[Mention]]]:
    """亩产超过800公斤的有3个村，分别是…: as many as are told, each beyond the limit."""
    count = mentions[at]
    first = mentions[at + 1] if at + 1 < len(mentions) else count
    if figure.unit is None or first.base_unit != figure.unit.base or first.sentence != count.sentence:
        return
    if (hull := limit(figure, "")) is None:
        return
    start = figure.span.start
    said = article.text[sentence_start(article.text, start) : start]
    ends = Ends(first, at, at, hull, (figure,), said, "limit")
    found = [(m, w) for m, w in behind(mentions, ends, article) if belongs(m, w, ends)]
    listed = bool(found) and _LISTED.search(found[0][1]) is not None
    stated = count.slot.figure
    whole = listed and stated is not None and stated.value == len(found)
    yield ends, [m for m, w in found if whole or _INSIDE.search(w)]


def _told(mentions: Sequence[Mention], ends: Ends, article: Article) -> list[Mention]:
    """What is told behind a limit that all keep: 其中一标段4820万元，三标段5140万元."""
    found = [(m, w) for m, w in behind(mentions, ends, article) if belongs(m, w, ends) and not _hedged(m)]
    inside = [m for m, _ in found if lies(m, ends.hull)]
    opened = any(_AMONG.search(w) for _, w in found)
    enough = len(found) - len(inside) <= 1 and (opened or len(inside) >= _LEAST)
    return [m for m, _ in found] if enough else inside


def _hedged(mention: Mention) -> bool:
    """成都超600万辆，上海超500万辆: a limit of its own."""
    return mention.slot.figure is not None and mention.slot.figure.hedge not in ("", "达", "达到", "约")


def norms(mentions: Sequence[Mention], article: Article) -> Iterator[tuple[Ends, list[Mention]]]:
    """What a norm asks for, with the list that is said to keep it: 应在A至B之间。…分别为C、D，全部达标."""
    told = [found.start() for found in _asked().finditer(article.text)]
    for at, mention in enumerate(mentions if told else ()):
        if mention.slot.group is None and not _may_limit(mention, article.text):
            continue
        start = mention.slot.span.start
        begun = sentence_start(article.text, start)
        if bisect_left(told, begun) == bisect_left(told, start):
            continue
        said = article.text[begun:start]
        hull = _norm_of(mention, words_of(mentions, at, article)) if _asked().search(said) else None
        if hull is None:
            continue
        ends = Ends(mention, at, at, hull, mention.slot.figures, said, "limit")
        yield ends, _kept(mentions, ends, article)


def _norm_of(mention: Mention, words: str) -> Interval | None:
    return ends_of(mention) or limit(mention.slot.figure, words)


def _kept(mentions: Sequence[Mention], ends: Ends, article: Article) -> list[Mention]:
    """The list behind a norm, up to the words that say that all of it keeps it."""
    paragraph = ends.anchor.where[0]
    after = [m for m in mentions[ends.last + 1 : ends.last + 1 + _REACH] if m.where[0] == paragraph]
    like = [m for m in after if m.base_unit == ends.anchor.base_unit and m.role is Role.LEVEL]
    like = [m for m in like if interval_of(m) is not None and m.where[1] - ends.anchor.where[1] <= _SENTENCES]
    if not like:
        return []
    text, end = article.text, like[-1].slot.span.end
    stop = text.find("。", end)
    behind_it = text[end : stop if stop >= 0 else len(text)]
    if _some().search(text[ends.anchor.slot.span.end : stop]):
        return []
    between = text[like[0].slot.span.end : like[-1].slot.span.start]
    if (
        len(like) <= _PAIR
        and not _UNKEPT.search(between)
        and _ONE_KEEPS.match(behind_it)
        and _near(like[-1], ends.hull)
    ):
        return like
    return like if _all_keep().match(behind_it) else []


def _near(mention: Mention, hull: Interval) -> bool:
    """Not so far beyond a limit that it must be of something else."""
    value = middle_of(mention)
    least, most = hull.bottom, hull.top
    return (least is None or value * _TWICE >= least) and (most is None or value <= most * _TWICE)


_SMALLEST = compiled("最[小低少短轻]")


@cache
def _norm() -> re.Pattern[str]:
    return compiled(either(packs().spread["norm"]))


@cache
def _asked() -> re.Pattern[str]:
    """What a norm or an agreement is told by."""
    return compiled(either([*packs().spread["norm"], "约定", "合同", "承诺", "不得", "协议", "红线", "警戒"]))


@cache
def _all_keep() -> re.Pattern[str]:
    return compiled(
        f"[^，。；]{{0,6}}[，,；]?(?:全部|全都|均|都|全|悉数|一律)[^，。；不未]{{0,6}}{either(packs().spread['kept'])}"
    )


@cache
def _some() -> re.Pattern[str]:
    return compiled("不合格|不达标|不符合|未达标|未全|(?<!未)(?<!没有)(?<!不)超标|除")
