"""What a header or a row label says: whose what, in which unit, when, and what sort of value.

The same reader serves columns and rows, since tables stand either way: the unit in brackets, the
period, the words that make a column a growth, a share or a difference, and what is left as a name.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from factcheck.claims.lexicons import licence_pattern
from factcheck.claims.table_words import TableWords, table_words
from factcheck.figures import unit
from factcheck.model import Anchor, Dimension, Period, Span, Unit

_BRACKETS = re.compile(r"[（(\[［〔]([^（）()\[\]［］〔〕]*)[）)\]］〕]")
_APART = re.compile(r"[,，、;；]")
_UNIT = re.compile(r"(?:计量)?单位[:：]?")
_INDEX = re.compile(r"=\s*100$|＝\s*100$")
_TAIL = re.compile(r"^(?P<words>.+?)[:：/／,，\s](?:单位[:：]?)?(?P<unit>[^\s:：,，]+)$")
_PERCENT_TAIL = re.compile(r"^(?P<words>.*?[^\d])(?P<unit>[%％‰])$")
_PLUS_MINUS = re.compile(r"[±＋+][/／]?[-－—]?\s*(?=[%％])")
_YEAR = re.compile(r"((?:19|20)\d\d)年?")
_NUMBERING = re.compile(
    r"^(?:(?P<top>[一二三四五六七八九十]+[、.．])|(?P<mid>[（(][一二三四五六七八九十]+[)）])|(?P<low>\d{1,2}[、.．](?!\d))|"
    r"(?P<least>[（(]\d{1,2}[)）]|[①-⑳]|\d{1,2}[)）]))"
)
_COMPARED = re.compile(r"[比较]$")
_BLANK = re.compile(r"\s+")
_RATIO = frozenset({Dimension.RATIO})


class Kind(Enum):
    """What sort of value a line of a table holds."""

    LEVEL = "level"
    GROWTH = "growth"
    DIFFERENCE = "difference"
    SHARE = "share"
    PROGRESS = "progress"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Head:
    """A header or a row label, understood.

    Attributes:
        said: the words as printed, blanks left out.
        words: what is left as a name when unit, period and the word for the kind are taken off.
        kind: what sort of values it announces.
        unit: the unit it names, `None` when it names none or several.
        period: the key of the period it names.
        when: `now`, `year` (a year before), `previous` (the stretch before) or empty.
        base: what a change is against: `year`, `previous`, `start`, `average` or empty.
        based: the key of the period a change is said to be against.
        falls: positive values mean a decrease.
        plan: it speaks of what was planned.
        mean: its values do not add up.
        total: `all`, `sub`, `whole` or empty.
        within: it is part of the line before.
        depth: how deep its numbering stands, 0 for none.
        bare: the word for the kind may as well mean amounts (增减) and no unit tells.
        licences: names of licences in its words.
        spans: where it stands, one span for each cell it was read from.
        unit_span: the cell that names the unit.
        period_span: the cell that names the period.
    """

    said: str = ""
    words: str = ""
    kind: Kind = Kind.LEVEL
    unit: Unit | None = None
    period: Hashable = None
    when: str = ""
    base: str = ""
    based: Hashable = None
    falls: bool = False
    plan: bool = False
    mean: bool = False
    total: str = ""
    within: bool = False
    depth: int = 0
    bare: bool = False
    licences: frozenset[str] = frozenset()
    spans: tuple[Span, ...] = ()
    unit_span: Span | None = None
    period_span: Span | None = None


def head(text: str, spans: Sequence[Span], periods: Sequence[Period], *, hint: Unit | None = None) -> Head:
    """The head in the cells `spans` of `text`, the upper cell first.

    `periods` are those of the article; `hint` is the unit of its values when it names none itself.
    """
    made = Head()
    for span in spans:
        made = _joined(made, _one(text, span, periods))
    return _classified(made if made.unit is not None else replace(made, unit=hint))


def units_in(words: str) -> tuple[Unit, ...]:
    """The units that a bracket or a caption names (“单位：亿元、%”), in order."""
    body = _PLUS_MINUS.sub("", _UNIT.sub("", _BLANK.sub("", words)))
    whole = unit(body) if body else None
    if whole is not None:
        return (whole,)
    return tuple(found for part in _APART.split(body) if part and (found := unit(part)) is not None)


def licences_in(words: str) -> frozenset[str]:
    """The licences (不变价, 可比口径, 修订, …) that the words name."""
    pattern, names = licence_pattern()
    return frozenset(names[found] for found in pattern.findall(words))


def _one(text: str, span: Span, periods: Sequence[Period]) -> Head:
    """One cell: what it names, the period and the unit taken out."""
    kept, found, based = _without_periods(text, span, periods)
    units: list[Unit] = []
    aside: list[str] = []
    for bracket in _BRACKETS.findall(kept):
        named = units_in(bracket)
        units += named
        if not named:
            aside.append(bracket)
    bare = _BRACKETS.sub("", kept)
    words = _BLANK.sub("", bare)
    if not units:
        words, units = _trailing_unit(bare.strip(), words)
    index = any(_INDEX.search(one) for one in (*aside, words))
    return Head(
        said=_BLANK.sub("", span.of(text)),
        words=words.strip("：:,，、"),
        unit=units[0] if len(units) == 1 else None,
        period=found.key if found is not None and found.first is not None else _bare_year(words),
        when=_when(found.text if found is not None else ""),
        based=based,
        mean=index,
        licences=licences_in(span.of(text)),
        spans=(span,),
        unit_span=span if units else None,
        period_span=span if found is not None else None,
    )


def _without_periods(text: str, span: Span, periods: Sequence[Period]) -> tuple[str, Period | None, Hashable]:
    """The words of a cell without its periods, the last period, and the one a change is against."""
    kept, at = "", span.start
    last: Period | None = None
    based: Hashable = None
    for period in periods:
        if period.span.start < span.start or period.span.end > span.end:
            continue
        kept += text[at : period.span.start]
        at = period.span.end
        if _COMPARED.search(kept):
            based = period.key if period.first is not None else None
            kept += period.text
        else:
            last = period
    return kept + text[at : span.end], last, based


def _trailing_unit(bare: str, words: str) -> tuple[str, list[Unit]]:
    """A unit without brackets: the whole cell, or what stands after a stroke, a colon or a blank."""
    whole = units_in(words)
    if len(whole) == 1 and (unit(words) is not None or _UNIT.match(words)):
        return "", [whole[0]]
    for pattern in (_PERCENT_TAIL, _TAIL):
        if (found := pattern.match(bare)) and (named := unit(found["unit"])) is not None:
            return _BLANK.sub("", found["words"]), [named]
    return words, []


def _bare_year(words: str) -> Hashable:
    found = _YEAR.fullmatch(words)
    if found is None:
        return None
    year = int(found[1])
    return Anchor.ABSOLUTE, (year, 1, 1), (year, 12, 31), False


def _when(words: str) -> str:
    w = table_words()
    for name, pattern in (("year", w.year), ("previous", w.previous), ("now", w.now)):
        if words and pattern.search(words):
            return name
    return ""


def _joined(upper: Head, lower: Head) -> Head:
    """Two cells of one header, one above the other."""
    if not upper.spans:
        return lower
    return replace(
        lower,
        said=upper.said + lower.said,
        words=upper.words + lower.words,
        unit=lower.unit or upper.unit,
        period=lower.period if lower.period is not None else upper.period,
        when=lower.when or upper.when,
        based=lower.based if lower.based is not None else upper.based,
        mean=upper.mean or lower.mean,
        licences=upper.licences | lower.licences,
        spans=(*upper.spans, *lower.spans),
        unit_span=lower.unit_span or upper.unit_span,
        period_span=lower.period_span or upper.period_span,
    )


def _classified(made: Head) -> Head:
    """The kind that the words announce, and the words without it."""
    w = table_words()
    words = made.words
    if _YEAR.fullmatch(words):
        return replace(made, words="", period_span=made.spans[-1])
    numbered = _NUMBERING.match(words)
    depth = _DEPTHS[numbered.lastgroup or ""] if numbered else 0
    words = words[numbered.end() :] if numbered else words
    within = w.within.match(words)
    words = words[within.end() :].lstrip("：:") if within else words
    made = replace(made, words=words, within=within is not None, depth=depth)
    if words in w.ranks or words in w.codes:
        return replace(made, kind=Kind.OTHER)
    made = next(_kinds(made, w), made)
    made = replace(
        made,
        total=_total(words, w),
        plan=made.kind is Kind.LEVEL and any(word in words for word in w.plans),
        mean=made.mean or _is_mean(made, w),
    )
    return _moment(made, w)


def _total(words: str, w: TableWords) -> str:
    classes = (("all", w.totals), ("sub", w.subtotals), ("whole", w.wholes))
    return next((name for name, listed in classes if words in listed), "")


_DEPTHS = {"top": 1, "mid": 2, "low": 3, "least": 4}


def _kinds(made: Head, w: TableWords) -> Iterator[Head]:
    """The readings as something worked out, the likeliest first; none for a plain level."""
    words, ratio = made.words, made.unit is not None and made.unit.dimension in _RATIO
    unknown = made.unit is None
    if (found := w.progress.search(words)) and (ratio or (unknown and words.endswith(("率", "比例")))):
        yield replace(made, kind=Kind.PROGRESS, words=words[: found.start()])
    if (found := w.shares.search(words)) and (ratio or unknown):
        yield replace(made, kind=Kind.SHARE, words=words[: found.start()].partition("占")[0])
    growth, amount = w.growth.search(words), w.differences.search(words)
    if growth and (ratio or (unknown and growth.group() in w.percent)):
        yield _change(made, growth, Kind.GROWTH)
    if amount and made.unit is not None and not ratio:
        yield _change(made, amount, Kind.DIFFERENCE)
    if growth and unknown:
        yield replace(_change(made, growth, Kind.GROWTH), bare=True)
    if amount and unknown:
        yield replace(_change(made, amount, Kind.DIFFERENCE), bare=True)


def _change(made: Head, found: re.Match[str], kind: Kind) -> Head:
    words = found.group()
    base = ""
    if any(word in words for word in ("年均", "平均")):
        base = "average"
    elif any(word in words for word in ("年初", "上年末", "期初")):
        base = "start"
    elif any(word in words for word in ("环比", "上月", "上期", "上季")):
        base = "previous"
    elif any(word in words for word in ("同比", "上年", "去年", "同期")):
        base = "year"
    return replace(
        made,
        kind=kind,
        words=made.words[: found.start()].removesuffix("比").removesuffix("较"),
        base=base,
        falls=words in table_words().falls,
        licences=made.licences | licences_in(words),
    )


def _is_mean(made: Head, w: TableWords) -> bool:
    if made.kind is not Kind.LEVEL:
        return False
    measured = made.unit is not None and (made.unit.dimension in _NOT_ADDED or "/" in made.unit.base)
    return measured or w.mean.search(made.words) is not None


_NOT_ADDED = frozenset(
    [
        Dimension.RATIO,
        Dimension.POINTS,
        Dimension.MULTIPLE,
        Dimension.DOUBLING,
        Dimension.TEMPERATURE,
        Dimension.SPEED,
    ]
)


def _moment(made: Head, w: TableWords) -> Head:
    """The head with now or before, by the words at the end of a level's label, and without these words."""
    if made.kind is not Kind.LEVEL or made.when:
        return made
    for name, pattern in (("year", w.year), ("previous", w.previous), ("now", w.now)):
        if found := pattern.search(made.words):
            left = made.words[: found.start()] + made.words[found.end() :]
            return replace(made, when=name, words=left)
    return made
