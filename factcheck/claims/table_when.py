"""Whether a sentence and a cell speak of the same time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from typing import Any

from factcheck.model import Article, BlockKind, Period, Span
from factcheck.patterns import compiled
from factcheck.records import Enum

_VAGUE = compiled(
    r"^(?:今年|本年|年内|目前|当前|近期|近年|近日|截至目前|截至|至今|全年|当年|年初以来|今年以来|同期|当月|当日)"
)
_ANNOUNCED = compiled(r"公布|发布|通报|获悉|召开|举行|介绍|透露|报道|印发|出台|消息|采访|来到|走进|日前|近日")


_PAST = compiled(
    r"年前|前年|此前|以前|之前|曾|历史|往年|过去|当时|当初|原来|原先|起初|最初|最高的年份|最低的年份|历年|早年|那年"
)


class Times(Enum):
    """How two periods stand to each other; `LOOSE` when a table names none and the sentence another."""

    SAME = "same"
    UNKNOWN = "unknown"
    LOOSE = "loose"
    APART = "apart"


def times(one: Hashable, two: Hashable) -> Times:
    """Compare two keys; a balance day (6月末) is the same as the stretch that ends on it (1—6月)."""
    if not (isinstance(one, tuple) and isinstance(two, tuple) and _known(one) and _known(two)):
        return Times.UNKNOWN
    balance = one[3] or two[3]
    if one[0] is two[0]:
        same = one[2] == two[2] if balance else one[1:3] == two[1:3]
        return Times.SAME if same else Times.APART
    same = one[2][1:] == two[2][1:] if balance else _shape(one) == _shape(two)
    return Times.UNKNOWN if same else Times.APART


def _known(key: tuple[object, ...]) -> bool:
    """Whether a key is that of a period with two ends, not of one relative to another (before 3月)."""
    return len(key) == 4 and isinstance(key[1], tuple) and isinstance(key[2], tuple)


def _shape(key: tuple[Any, ...]) -> tuple[object, ...]:
    """A period without its year."""
    return key[1][1:], key[2][1:], key[2][0] - key[1][0]


def main_period(article: Article, said: Sequence[Hashable], periods: Sequence[Period]) -> Hashable:
    """The period an article speaks of: the headline's, else that of most of its figures; may be `None`."""
    titles = [block.span for block in article.blocks if block.kind is BlockKind.TITLE]
    named = [p for p in periods if p.first and any(t.start <= p.span.start < t.end for t in titles)]
    if named:
        return named[-1].key
    known = [key for key in said if key is not None]
    usual, count = Counter(known).most_common(1)[0] if known else (None, 0)
    return usual if 2 * count > len(known) else None


def looks_back(words: str) -> bool:
    """Whether the words speak of some time past without naming it."""
    return _PAST.search(words) is not None


def said_when(text: str, start: int, end: int, periods: Sequence[Period]) -> tuple[Hashable, Span] | None:
    """The one period that the words from `start` (of a sentence) to `end` state plainly, and where.

    `None` when they state none or several, a vague one, or the time of an announcement.
    """
    inside = [p for p in periods if start <= p.span.start and p.span.end <= end]
    resolved = [p for p in inside if p.first is not None and p.last is not None]
    if not resolved or len(resolved) != len(inside) or len({p.key for p in resolved}) > 1:
        return None
    last = resolved[-1]
    if last.first == last.last and not last.instant:  # a day is when it was said, not what is counted
        return None
    if _VAGUE.match(last.text) or _ANNOUNCED.search(text, last.span.end, end):
        return None
    return last.key, last.span
