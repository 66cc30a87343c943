"""What one cell of a header says: a name, the unit in its brackets, a period, licences.

A `Head` is what a whole column or row announces; one cell gives the part of it that can be read
without knowing the others.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from functools import cache

from factcheck.claims.lexicons import known, licence_pattern
from factcheck.claims.pack_lists import packs
from factcheck.claims.table_words import table_words
from factcheck.figures import unit
from factcheck.model import Anchor, Dimension, Period, Span, Unit
from factcheck.patterns import compiled
from factcheck.records import Enum, dataclass

_BRACKETS = compiled(r"[（(\[［〔]([^（）()\[\]［］〔〕]*)[）)\]］〕]")
_APART = compiled(r"[,，、;；]")
_UNIT = compiled(r"(?:计量)?单位[:：]?")
_INDEX = compiled(r"=\s*100$|＝\s*100$")
_TAIL = compiled(r"^(?P<words>.+?)[:：/／,，\s](?:单位[:：]?)?(?P<unit>[^\s:：,，]+)$")
_PERCENT_TAIL = compiled(r"^(?P<words>.*?[^\d])(?P<unit>[%％‰])$")
_PLUS_MINUS = compiled(r"[±＋+][/／]?[-－—]?\s*(?=[%％])")
_YEAR = compiled(r"((?:19|20)\d\d)[年AEF]?")
_NUMBERING = compiled(
    r"^(?:(?P<top>[一二三四五六七八九十]+[、.．])|(?P<mid>[（(][一二三四五六七八九十]+[)）])|(?P<low>\d{1,2}[、.．](?!\d))|"
    r"(?P<least>[（(]\d{1,2}[)）]|[①-⑳]|\d{1,2}[)）]))"
)
_DEPTHS = {"top": 1, "mid": 2, "low": 3, "least": 4}
_MARKS = compiled(r"[*`~]+|<[^<>]{1,20}>|&nbsp;")
"""Marks of emphasis and breaks that the format left in."""
_COMPARED = compiled(r"[比较]$")
_BLANK = compiled(r"\s+")
_CHANGED = compiled(
    "(?:[改技]造|改革|整治|优化|调整|实施|治理|提速|施用|训练|搬迁|改版|升级|更新|[投使]用|技改|扩建)$"
)


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
        total: `all` (合计), `sub` (小计), `some` (流动资产合计), `whole` (全市) or empty.
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


def label(text: str, span: Span, periods: Sequence[Period]) -> Head:
    """What the cell `span` of `text` says, its kind not yet known."""
    kept, found, based = _without_periods(text, span, periods)
    kept = _MARKS.sub("", kept).strip()
    numbered = _NUMBERING.match(kept)
    kept = kept[numbered.end() :] if numbered else kept
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
        said=_BLANK.sub("", _MARKS.sub("", span.of(text))),
        words=words.strip("：:,，、"),
        unit=units[0] if len(units) == 1 else None,
        period=found.key if found is not None and found.first is not None else bare_year(words),
        when=_when(found.text if found is not None else ""),
        based=based,
        depth=_DEPTHS[numbered.lastgroup or ""] if numbered else 0,
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
        if period.text.startswith("前") and _CHANGED.search(text, span.start, period.span.start):
            continue  # 改造前年产 is no 前年
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
    if len(whole) == 1 and (_UNIT.match(words) or _is_unit(words)):
        return "", [whole[0]]
    for pattern in (_PERCENT_TAIL, _TAIL):
        if (found := pattern.match(bare)) and (named := unit(found["unit"])) is not None:
            return _BLANK.sub("", found["words"]), [named]
    return words, []


def _is_unit(words: str) -> bool:
    """Whether a whole header is a unit, not a thing that is counted (人口, 项目, 金, 胜, 场次)."""
    if words in _results():
        return False
    found = unit(words)
    thing = found is not None and found.dimension is Dimension.COUNT and found.scale == 1 and len(words) > 1
    return found is not None and (not thing or words.endswith("次"))


@cache
def _results() -> frozenset[str]:
    """The names of what is won and played that measure words are, too: 金, 胜, 场次."""
    parts = frozenset(part for pack in packs().units for part in pack.parts)
    return parts | {whole for whole, named in known().partitions if parts.issuperset(named)}


def bare_year(words: str) -> Hashable:
    """The key of a year that is all there is (2024); `None` for anything else."""
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
