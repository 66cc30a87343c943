"""A place with those right before it: 排在第四位，仅次于云溪县 is second, behind one."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.standings import number
from factcheck.model import Figure, FigureKind, Reading, Span
from factcheck.patterns import compiled

_BEHIND = compiled("[名位]?[，,]?(?:稍|略)?仅(?:次于|落后于|排在)(?P<who>[^，。；：！？\n]{2,40})")
_AND = compiled("、|以及|[和与及]")
_SURE = compiled("、")
_MANY = compiled("^(?P<many>[两二三四五六七八九十])[个家位名县市区国省校队人座支项款]")
_OPEN = compiled("等|前[两二三四五六七八九十\\d]|之后|榜首|第[一二三四五六七八九十\\d]")
_OTHERWISE = ("倒数", "倒数第", "并列", "并列第")


def check(subject: Figure, reading: Reading) -> Iterator[Judgement]:
    """Hold the place `subject` against how many it is said to be only behind."""
    if subject.kind is not FigureKind.ORDINAL or subject.value is None:
        return
    text = reading.article.text
    found = _BEHIND.match(text, subject.span.end)
    if found is None or _OPEN.search(found["who"]) or text.endswith(_OTHERWISE, 0, subject.span.start):
        return
    fair = {count + 1 for count in _counts(found["who"])}
    spots = Spot("rank", subject.span), Spot("behind", Span(*found.span("who")))
    names = found["who"]
    if int(subject.value) in fair:
        yield held(*spots, equation=f"{subject.text} = {min(fair) - 1} + 1")
    else:
        yield conflict(*spots, equation=f"{subject.text} ≠ {min(fair)}", expected=f"第{min(fair)}", who=names)


def _counts(who: str) -> set[int]:
    """How many may be named: 和 may stand inside of a name."""
    if (many := _MANY.match(who)) is not None:
        return {number(many["many"])}
    return {len(_AND.split(who)), len(_SURE.split(who))} if "、" in who else {len(_AND.split(who)), 1}
