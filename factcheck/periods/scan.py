"""From text to phrases: pieces that follow each other in order are one date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from factcheck.periods.patterns import joints, pieces
from factcheck.periods.phrase import Edge, Phrase, Rank
from factcheck.periods.pieces import READERS

_GAPS = frozenset({"", " ", "\u3000", "的"})


def phrases(text: str) -> Iterator[Phrase]:
    """The dates of `text` as written, by position; two ends joined by 至 are one."""
    text = plain(text)
    held: Phrase | None = None
    for phrase in _singles(text):
        _dress(text, phrase)
        if held is not None and _joined(text, held, phrase):
            held.until, held.end = phrase, phrase.end
            held.flags |= phrase.flags & {"since", "by"}
            continue
        if held is not None:
            yield held
        held = phrase
    if held is not None:
        yield held


def plain(text: str) -> str:
    """`text` with full-width digits and signs made half-width, character for character."""
    return text.translate(_wide()[1]) if _wide()[0].search(text) else text


@cache
def _wide() -> tuple[re.Pattern[str], dict[int, int]]:
    signs = "０１２３４５６７８９－／．～ＱＦＹ"
    return re.compile("[０-９]"), dict(zip(map(ord, signs), map(ord, "0123456789-/.~QFY"), strict=True))


def _singles(text: str) -> Iterator[Phrase]:
    """Runs of pieces in order of rank."""
    held: Phrase | None = None
    for found in pieces().finditer(text):
        kind = found.lastgroup or ""
        rank, read = READERS[kind]
        start, end = found.span()
        if held is not None and _follows(text, held, start, rank):
            held.end = end
        else:
            if held is not None and _stands(held):
                yield held
            held = Phrase(start, end)
        read(held, found)
        held.rank = rank
        held.flags.add(kind)
    if held is not None and _stands(held):
        yield held


def _follows(text: str, held: Phrase, start: int, rank: Rank) -> bool:
    """Whether a piece goes on with the date before it."""
    if Rank.WHOLE in (held.rank, rank) or rank <= held.rank:
        return False
    return start - held.end <= 1 and text[held.end : start] in _GAPS


def _stands(phrase: Phrase) -> bool:
    """Whether a run is a date at all: 上午 and 上旬 alone are not."""
    return phrase.flags != {"daypart"}


def _joined(text: str, first: Phrase, last: Phrase) -> bool:
    """Whether two dates are the ends of one stretch."""
    gap = last.start - first.end
    if gap > 7 or first.until is not None or first.whole or last.whole or gap == 0:
        return False
    return joints().fullmatch(text, first.end, last.start) is not None


@cache
def _before() -> re.Pattern[str]:
    return re.compile(r"截[至止](?:到|至|了)?\s?$")


@cache
def _after() -> re.Pattern[str]:
    return re.compile(
        r"(?P<since>(?:开始)?以来|至今(?![年天日晚早]))|(?P<by>[以之]?前(?![0-9一二三四五六七八九十两列往沿后期]))|(?P<during>期间|时期)"
    )


def _dress(text: str, phrase: Phrase) -> None:
    """Take in the words around a date that change its meaning: 截至, 以来, 期间."""
    before = _before().search(text, max(0, phrase.start - 4), phrase.start)
    if before:
        phrase.start = before.start()
        phrase.flags.add("as-of")
    after = _after().match(text, phrase.end)
    if after and after.lastgroup != "by":
        phrase.end = after.end()
        phrase.flags.add(after.lastgroup or "")
    if phrase.edge is Edge.START and phrase.rank == Rank.EDGE and phrase.months is None:
        phrase.flags.add("approximate")
