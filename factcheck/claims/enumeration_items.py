"""The items of a row as a careful reader counts them: where the last one ends, what 和 joins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from factcheck.claims.enumeration_rows import joined, joints, trimmed
from factcheck.claims.enumeration_words import enumeration_words
from factcheck.claims.lexicons import either
from factcheck.model import Span
from factcheck.patterns import compiled
from factcheck.records import dataclass
from factcheck.text.words import cutter

_TWO = 2


@dataclass(frozen=True, slots=True)
class Items:
    """Items, the other numbers of them that are fair, and whether more are left unsaid."""

    spans: tuple[Span, ...]
    fair: frozenset[int]
    open: bool


def uncounted(text: str, stretches: Sequence[Span]) -> Items:
    """The items of a row of `stretches` that nothing counts, so that any number of them is fair."""
    *firsts, last = stretches
    last, left_open = _ended(text, last, firsts)
    return Items((*firsts, *_parted(text, last, firsts)[0]), frozenset(), left_open)


def items(
    text: str, stretches: Sequence[Span], *, cut: bool = True, lead: bool = True, places: bool = False
) -> Items:
    """The items of a row of `stretches`; with `cut` the last may be followed by other words.

    With `lead` words before the first item that lead to the list are cut off. The names of `places` hold
    no 和: two that are no longer than the others are two.
    """
    *firsts, last = _headed(text, stretches) if lead else stretches
    left_open = False
    if cut:
        last, left_open = _ended(text, last, firsts)
    spans, fair = (*firsts, last), set[int]()
    if joined(text, Span(spans[0].start, last.end)):
        begun = [at for at, item in enumerate(firsts) for _ in joints(text, item)]
        inner = len(begun)
        parted, more = _parted(text, last, firsts)
        spans = (*firsts, *parted)
        two = places and _names(spans, firsts)
        least = len(spans) if two or _kin(text, spans) else len(firsts) + 1
        fair |= set(range(least, len(spans) + inner + more + 1))
        fair |= {len(spans) - at for at in begun}  # 新罗区、漳平市和永定、上杭、武平三县: a second list
    if all(item.end - item.start == 1 for item in spans[:-1]):
        fair.add(len(spans) - 1 + spans[-1].end - spans[-1].start)  # 甲、乙、丙丁: each character a name
    return Items(spans, frozenset(fair - {len(spans)}), left_open)


def _names(spans: Sequence[Span], firsts: Sequence[Span]) -> bool:
    """Whether the names behind several others are no longer than those."""
    longest = max((one.end - one.start for one in firsts), default=0)
    return len(firsts) > _TWO and all(_TWO <= one.end - one.start <= longest for one in spans[len(firsts) :])


def _kin(text: str, spans: Sequence[Span]) -> bool:
    """Whether all items end alike (2日、9日和15日) or are as long, so that none is only half of a name."""
    lengths = {span.end - span.start for span in spans}
    level = len(lengths) == 1 and lengths.pop() >= _TWO
    return (len({text[span.end - 1] for span in spans}) == 1 or level) and len(spans) > _TWO


def _headed(text: str, stretches: Sequence[Span]) -> list[Span]:
    """The stretches, the first one without the words that lead to the list (新建, 来自, 为)."""
    first, *others = stretches
    longest = max((item.end - item.start for item in others), default=0)
    if not others or first.end - first.start <= longest:
        return list(stretches)
    start, found = first.start, first.start
    for word, _ in cutter().cut(first.of(text)):
        start += len(word)
        if word in enumeration_words().leads and start < first.end and first.end - start <= longest + 2:
            found = start
    return [trimmed(text, found, first.end), *others]


def _ended(text: str, item: Span, firsts: Sequence[Span]) -> tuple[Span, bool]:
    """The last item without the words that follow it, and whether 等 is one of them."""
    open_at = _opens().search(text, item.start + 1, item.end)
    if open_at is not None:
        longest = max([one.end - one.start for one in firsts[-2:]], default=0)
        if open_at.start() - item.start <= longest * 2 + 8:
            return trimmed(text, item.start, open_at.start()), True
    tail = _tails().search(text, item.start + 1, item.end)
    if tail is not None:
        return trimmed(text, item.start, tail.start()), False
    return item, False


def _parted(text: str, item: Span, firsts: Sequence[Span]) -> tuple[list[Span], int]:
    """The last stretch parted at its 和, and how many other words in it could part it."""
    found = joints(text, item)
    longest = max([s.end - s.start for s in firsts], default=8) if found else 0
    for joint in found:
        if joint.start - item.start <= longest + 3:
            parts = [trimmed(text, item.start, joint.start), trimmed(text, joint.end, item.end)]
            return [part for part in parts if part.end > part.start], len(found) - 1
    return [item], len(found)


@cache
def _opens() -> re.Pattern[str]:
    return compiled(rf"{either(enumeration_words().opens)}(?![级于待候额])")


@cache
def _tails() -> re.Pattern[str]:
    words = [word for word in enumeration_words().tails if len(word) > 1 or word in "各均"]
    return compiled(rf"{either(words)}|都(?<![成首国古新旧]都)(?![江匀市会城])")
