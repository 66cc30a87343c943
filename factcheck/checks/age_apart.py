"""An age told of somebody whose birth is told elsewhere in the article, at a time named beside the age.

A person is known by a name that begins with a common surname and stands right beside the birth. The age is
theirs by that name (26岁的程大河), or by 我 where they speak: in an answer under their name, in a
quotation given to them, or all through an article that tells of 我.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from factcheck.checks import Judgement
from factcheck.checks.parts.around import after, before, paragraph, sentence
from factcheck.checks.parts.births import Date, births, judged, told_ages
from factcheck.checks.parts.dates import guessed
from factcheck.checks.parts.within import periods_within
from factcheck.model import Anchor, Figure, Reading, Span
from factcheck.patterns import compiled

_HAN = "[\u4e00-\u9fff]"
_NAMED_BEFORE = compiled(rf"(?P<name>{_HAN}{{2,4}}|我)(?:[，,（(](?:{_HAN}{{1,6}}[，,])*|是|于)?$")
_NAMED_BEHIND = compiled(rf"[^，,。；的\n]{{0,14}}的(?P<name>{_HAN}{{2,4}})(?=[，,。（(])")
_FILLED = "(?:已经|已|正好|刚好|刚满|刚|才|年满|满|整|，|,|当时|那年|时年)*"
_OWN = compiled(rf"(?P<name>{_HAN}{{1,4}}){_FILLED}$")
_OTHERS = compiled("[父母爷奶儿女夫妻兄弟姐妹叔伯舅姨孙媳]|徒|师|同[伴学事乡]|老[伴人乡]|战友|朋友|另一")
_AGED = compiled(rf"的(?P<words>{_HAN}{{2,8}})")
_APART = compiled(r"(?:[^，,。；\d]{0,10}[，,时年]|[那这]年|[春夏秋冬][天季]?)?(?:[，,])?")
_LABEL = compiled(rf"[*#\s]*(?P<label>{_HAN}{{1,8}})(?:[（(][^）)]*[）)])?[*]*[：:]")
_ANSWERS = frozenset({"答", "受访者", "讲述人", "口述", "口述人", "讲述者", "自述"})
_SAID = "(?:[^的，,。“”]{0,6})(?:说|回忆|告诉|讲|笑道|坦言|感慨)"
_NOW = compiled("(?:今年|现年|如今|现在|眼下)[，,]?$")
_FAR = 26


def check(subject: Reading, reading: Reading, *, surnames: str = "") -> Iterator[Judgement]:
    """Compare ages with the births of those they are told of; one year off is let pass."""
    figures = told_ages(reading.figures)
    born = _born(reading, surnames) if figures else {}
    for figure in figures if born else ():
        name = _whose(figure, reading, born)
        event = _when(figure, name, reading) if name else None
        if name is None or event is None or event.first <= born[name].last:
            continue
        yield from (one for one in judged(reading, figure, born[name], event, strict=False) if not one.weak)


def _born(reading: Reading, surnames: str) -> Mapping[str, Date]:
    """The births by name; nobody who is told to be born on two days."""
    found: dict[str, set[Date]] = {}
    text = reading.article.text
    for birth in births(reading):
        ahead = _NAMED_BEFORE.search(before(text, birth.span.start, 24))
        named = ahead or _NAMED_BEHIND.match(text, birth.span.end)
        name = _name(named.group("name"), surnames) if named else None
        if name is not None:
            found.setdefault(name, set()).add(birth)
    days = {name: {(one.first, one.last) for one in dates} for name, dates in found.items()}
    return {name: min(dates, key=_start) for name, dates in found.items() if len(days[name]) == 1}


def _start(date: Date) -> int:
    return date.span.start


def _name(words: str, surnames: str) -> str | None:
    """The name at the end of `words`: three characters from a surname on, or two; 我 is one too."""
    ends = [words] if words == "我" else [words[-3:], words[-2:]]
    return next((one for one in ends if one == "我" or one[0] in surnames), None)


def _whose(figure: Figure, reading: Reading, born: Mapping[str, Date]) -> str | None:
    """Of whom an age is told, among those whose birth is known and told in another sentence."""
    text, at = reading.article.text, figure.span
    inside = sentence(text, at.start)
    aged = _AGED.match(text, at.end)
    if aged is not None:
        names = [name for name in born if aged.group("words").startswith(name)]
    elif own := _OWN.search(before(text, at.start, 16)):
        names = _speakers(at.start, text, born) if own.group("name").endswith("我") else []
        names += [name for name in born if name != "我" and own.group("name").endswith(name)]
        names += _pronoun(at.start, text, born) if own.group("name")[-1] in "他她" else []
    else:
        return None
    apart = [name for name in names if not inside.start <= born[name].span.start < inside.end]
    return apart[0] if apart else None


def _pronoun(at: int, text: str, born: Mapping[str, Date]) -> list[str]:
    """Who 他 is: the only one whose birth this paragraph tells, no other person having been named since."""
    inside = paragraph(text, at)
    here = [name for name, birth in born.items() if inside.start <= birth.span.start < at]
    between = text[born[here[0]].span.end : at] if len(here) == 1 else "“"
    return [] if "“" in between or _OTHERS.search(between) else here


def _speakers(at: int, text: str, born: Mapping[str, Date]) -> list[str]:
    """Who says 我 at a place: the one the paragraph is under, or the quotation is given to, or the writer."""
    inside = paragraph(text, at)
    label = _LABEL.match(text, inside.start)
    opened = text.rfind("“", inside.start, at)
    closed = text.rfind("”", inside.start, at)
    if label is not None and opened <= closed:
        own = [name for name in born if label.group("label").endswith(name)]
        return own or (list(born) if len(born) == 1 and label.group("label") in _ANSWERS else [])
    if opened > closed:
        return [name for name in born if name != "我" and _quoted(name, opened, at, text)]
    return ["我"] if "我" in born and _plain(born["我"], text) else []


def _plain(birth: Date, text: str) -> bool:
    """Whether a birth is told by the writer, and not in a quotation or an answer."""
    inside = paragraph(text, birth.span.start)
    ahead = text[inside.start : birth.span.start]
    return ahead.count("“") == ahead.count("”") and _LABEL.match(ahead) is None


def _quoted(name: str, opened: int, at: int, text: str) -> bool:
    """Whether the quotation that holds `at` is given to `name`."""
    closed = text.find("”", at)
    behind = closed >= 0 and re.match(rf"[，,]?{name}{_SAID}", text[closed + 1 : closed + 24])
    return bool(behind or re.search(rf"{name}[^的，,。“”]{{0,10}}[：:]$", text[max(0, opened - 20) : opened]))


def _when(figure: Figure, name: str, reading: Reading) -> Date | None:
    """The time an age is told for: a year named right before it, or the article's own day by 今年."""
    text, at = reading.article.text, figure.span
    inside = sentence(text, at.start)
    near = [
        one
        for one in periods_within(reading, Span(max(inside.start, at.start - _FAR), at.start))
        if one.part("year")
        and one.anchor is Anchor.ABSOLUTE
        and one.form.isdisjoint({"open-end", "open-start"})
    ]
    for period in near[-1:]:
        start = _subject(figure, name, text)
        if period.first and period.last and _APART.fullmatch(text, period.span.end, start):
            return Date(period.span, period.first, period.last)
    return None if near else _today(figure, name, reading)


def _subject(figure: Figure, name: str, text: str) -> int:
    """Where the words begin that say whose the age is."""
    ahead = before(text, figure.span.start, 16)
    own = None if _AGED.match(text, figure.span.end) else _OWN.search(ahead)
    if own is None:
        return figure.span.start
    said = own.group("name")
    whole = len(name) if said.endswith(name) else 1
    return figure.span.start - len(ahead) + own.end("name") - whole


def _today(figure: Figure, name: str, reading: Reading) -> Date | None:
    """The article's own day, where the age is that of today."""
    text, given = reading.article.text, reading.article.published
    start = _subject(figure, name, text)
    if (
        given is None
        or guessed(reading.article)
        or not _NOW.search(text, max(0, start - 4), start)
        or after(text, start, 1) == ""
    ):
        return None
    first = (given.year, given.month or 1, given.day or 1)
    return Date(figure.span, first, (given.year, given.month or 12, given.day or 28))
