"""From text to phrases: pieces that follow each other in order are one date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from factcheck.patterns import compiled
from factcheck.periods import surroundings
from factcheck.periods.patterns import patterns
from factcheck.periods.phrase import Edge, Phrase, Rank
from factcheck.periods.piece import TO, Match, Piece

_GAPS = frozenset({"", " ", "\n", "\u3000", "的"})
_LONE = frozenset(
    {
        "same",
        "plan",
        "rolling",
        "ago",
        "since-length",
        "vague",
        "season",
        "fiscal",
        "school-year",
        "both",
        "year",
        "resume",
        "list",
    }
)
_OPEN = frozenset({"", "fiscal"})
_WIDE = compiled("[０-９]")
_PARTS = (Rank.YEAR, Rank.PART, Rank.MONTH)
_DAYS = (Rank.DAY, Rank.WEEKDAY)


def phrases(text: str) -> Iterator[Phrase]:
    """The dates of `text` as written, by position; two ends joined by 至 are one."""
    held: Phrase | None = None
    for phrase in _singles(text):
        if held is not None and phrase.start < held.end:
            continue
        surroundings.dress(text, phrase)
        if held is not None and _joined(text, held, phrase):
            held.until, held.end = phrase, phrase.end
            held.flags |= phrase.flags & surroundings.LASTING
            continue
        if held is not None and _named_day(text, held, phrase):
            held = _merged(text, held, phrase)
            continue
        if held is not None and surroundings.stands(text, held):
            yield held
        held = phrase
    if held is not None and surroundings.stands(text, held):
        yield held


def plain(text: str) -> str:
    """`text` with full-width digits and signs made half-width, character for character."""
    if _WIDE.search(text) is None:
        return text
    for sign, narrow in zip("０１２３４５６７８９－／．～Ｑ", "0123456789-/.~Q", strict=True):
        text = text.replace(sign, narrow)
    return text


def _singles(text: str) -> Iterator[Phrase]:
    """Runs of pieces in order of rank."""
    held: Phrase | None = None
    for found, piece, kind in _pieces(text):
        start, end = found.span()
        if held is not None and start < held.end:
            continue
        follows = held is not None and _follows(text, held, found, piece)
        if piece.needs and not follows:
            continue
        if held is None or not follows:
            if held is not None:
                yield held
            held = Phrase(start, end)
        held.end = end
        piece.read(held, found)
        held.rank = piece.rank
        held.flags.add(kind)
        _take_tail(text, held)
    if held is not None:
        yield held


def _pieces(text: str) -> Iterator[tuple[Match, Piece, str]]:
    """The pieces of `text`, by position."""
    known = patterns()
    starts, numeral, kinds, pairs = known.starts.search, known.numeral.match, known.kinds, known.pairs
    position = 0
    while opening := starts(text, position):
        start = opening.start()
        found = numeral(text, start) if opening.lastgroup else None
        if found is None:
            pair = text[start : start + 2]
            if pair in pairs:
                found = known.opening(pair).match(text, start)
            elif pair[1:].isspace():
                found = known.word.match(text, start)
        if found is None:
            position = start + 1
            continue
        kind = (found.lastgroup or "")[2:]
        yield found, kinds[kind], kind
        position = found.end()


def _follows(text: str, held: Phrase, found: Match, piece: Piece) -> bool:
    """Whether a piece goes on with the date before it; a weekday on the next line does so alone there."""
    rank, start = piece.rank, found.start()
    if Rank.WHOLE in (held.rank, rank) or rank <= held.rank or start - held.end > 1:
        return False
    if held.rank < piece.needs or (rank in (Rank.WEEKDAY, Rank.DAYPART) and held.rank < Rank.DAY):
        return False
    if rank == Rank.CLOCK and held.rank < Rank.DAY:
        return False
    if (
        rank == Rank.WEEKDAY
        and text[held.end : start] == "\n"
        and text[found.end() : found.end() + 1].strip()
    ):
        return False
    return text[held.end : start] in _GAPS and not (held.whole not in _OPEN and rank <= Rank.EDGE)


def _take_tail(text: str, phrase: Phrase) -> None:
    """末, 底, 初 right after a year, quarter or month; 晚, 早 right after a day."""
    if phrase.whole:
        return
    if phrase.rank in _PARTS and (found := _edges().match(text, phrase.end)):
        phrase.edge = Edge.START if found["e"] == "初" else Edge.END
        phrase.rank, phrase.end = Rank.EDGE, found.end()
    elif phrase.rank in _DAYS and (found := _nights().match(text, phrase.end)):
        phrase.say("daypart", found[0])
        phrase.rank, phrase.end = Rank.DAYPART, found.end()


@cache
def _edges() -> re.Pattern[str]:
    return compiled(
        r"(?:(?<=[年度])年?|(?<=[月份])月?)(?P<e>[末底](?![端日梢期部层数气盘线座片色])"
        r"|初(?![步级中次始期心审赛试选稿婚三二一]))"
    )


@cache
def _nights() -> re.Pattern[str]:
    return compiled(r"[晚早晨夜](?![上间点报])")


@cache
def _joints() -> re.Pattern[str]:
    return compiled(r"(?:起|开始|开|延|延长|延续|持续|一直)?(?:[（(][^（()）]{0,8}[）)])?" + TO)


def _joined(text: str, first: Phrase, last: Phrase) -> bool:
    """Whether two dates are the ends of one stretch."""
    gap = last.start - first.end
    if not 0 < gap <= 9 or first.until is not None or first.whole in _LONE or last.whole in _LONE:
        return False
    if "since" in first.flags or "as-of" in last.flags:
        return False
    between = text.startswith(("之间", "间"), last.end) and text[first.end : last.start] in ("与", "和")
    return between or _joints().fullmatch(text, first.end, last.start) is not None


def _named_day(text: str, first: Phrase, last: Phrase) -> bool:
    """Whether a weekday is followed by its date in brackets: 本周五（11月28日）."""
    if not first.weekday or first.days or first.part == "day" or not last.days or last.weekday or last.until:
        return False
    return text[first.end : last.start] in ("（", "(") and text[last.end : last.end + 1] in ("）", ")")


def _merged(text: str, first: Phrase, last: Phrase) -> Phrase:
    """The date, with the weekday written before it."""
    last.start, last.end, last.weekday = first.start, last.end + 1, first.weekday
    last.say("weekday", first.weekday)
    last.flags.add("near")
    last.flags |= first.flags & {"as-of"}
    return last
