"""Wholes divided by what became of each: 47名嫌疑人中，31人被刑事拘留，16人取保候审.

The ends of one group shut each other out, so that together they cannot be more than the whole; that
they are all of it shows when they make it, or miss it by one slip of the pen.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby

from factcheck.claims.adding import adds_up, exceeds, printed, slipped
from factcheck.claims.bind import Bound
from factcheck.claims.joined import came, joined
from factcheck.claims.lexicons import either
from factcheck.claims.mentions import Mention, Role
from factcheck.claims.sets import known_set
from factcheck.claims.skeleton import LEVEL
from factcheck.claims.slips import by_luck
from factcheck.claims.stating import stated
from factcheck.claims.terms import UNLIKE
from factcheck.claims.told import told
from factcheck.model import Partition
from factcheck.patterns import compiled

_PAIR, _LONG = 2, 200
# What may stand between a figure and what became of those it counts: 被判处缓刑, 合格的有29人.
_BETWEEN = "已被均仍还在最终宣告判处获予以经正因依法当场痊愈"
_AFTER = "的有为达了共是约"
_OBJECT = compiled("(?<=同意|赞成|反对)[\u4e00-\u9fff]{2,4}$")  # 同意改造的771户


def outcomes(mentions: Sequence[Mention], bound: Bound) -> Iterator[Partition]:
    """The wholes that the mentions of an article divide by what became of each."""
    for sentence in _ended(mentions, bound.article.text):
        for at, whole in enumerate(sentence):
            parts = _parts(sentence, at) if _counts(whole) else []
            if len(parts) < _PAIR or known_set(parts) or joined(whole, parts, sentence[:at]):
                continue
            if complete := _complete(whole, parts):
                yield from stated(whole, parts, bound, "outcomes", complete=complete)


def _ended(mentions: Sequence[Mention], text: str) -> Iterator[list[Mention]]:
    """The figures of each sentence that tells two ends at least beside them, and around them."""
    told_at: list[int] = []
    for _, together in groupby(mentions, key=lambda m: m.sentence):
        sentence = [m for m in together if not m.aside]
        if len(sentence) <= _PAIR or sum(_tells(m) for m in sentence) < _PAIR:
            continue
        told_at = told_at or [found.start() for found in _ends().finditer(text)]
        if _ending(sentence, told_at):
            yield sentence


def _tells(mention: Mention) -> bool:
    """Whether an end is told beside it."""
    return _ends().search(mention.left) is not None or _ends().search(mention.right) is not None


def _ending(sentence: Sequence[Mention], told_at: Sequence[int]) -> bool:
    """Whether two ends at least are told around the figures of a sentence."""
    start, end = sentence[0].slot.span.start - _LONG, sentence[-1].slot.span.end + _LONG
    return bisect_right(told_at, end) - bisect_left(told_at, start) >= _PAIR


@cache
def _ends() -> re.Pattern[str]:
    """Any end."""
    return compiled(either({word for group in told().outcomes for word in group}))


def _counts(mention: Mention) -> bool:
    one = mention.slot.mark == LEVEL and mention.slot.figure is not None
    plain = mention.role is Role.LEVEL and one and not mention.modality
    return plain and mention.made_by not in UNLIKE and not mention.only_base


def _parts(sentence: Sequence[Mention], at: int) -> list[Mention]:
    """The figures right after a whole that tell one end each, of one group that the whole is none of."""
    if _end(sentence[at], frozenset()) is not None:
        return []
    whole, parts = sentence[at], list[Mention]()
    group, met = frozenset[str](), set[str]()
    for mention in sentence[at + 1 :]:
        if mention.role in (Role.SHARE, Role.GROWTH):
            continue
        found = _end(mention, group) if _counts(mention) and mention.base_unit == whole.base_unit else None
        if found is None or found[1] in met:
            break
        group, met = found[0], met | {found[1]}
        parts.append(mention)
    return parts


def _end(mention: Mention, group: frozenset[str]) -> tuple[frozenset[str], str] | None:
    """The end that the words of a figure tell, with its group; of `group` when one is open."""
    before, behind = _OBJECT.sub("", mention.left.rstrip(_AFTER)), mention.right.lstrip(_BETWEEN)
    for words in told().outcomes:
        if group and group != frozenset(words):
            continue
        ends = (word for word in words if before.endswith(word) or behind.startswith(word))
        found = next(ends, None)
        if found is not None:
            return frozenset(words), found
    return None


def _complete(whole: Mention, parts: Sequence[Mention]) -> str:
    """How sure it is that the parts are all there are; empty when nothing can be said."""
    if exceeds(whole, parts) and not came(whole):
        return "known"
    likely = slipped(whole, parts) and not by_luck(printed([whole, *parts]))
    return "likely" if likely or adds_up(whole, parts) else ""
