"""What a header or a row label says: whose what, in which unit, when, and what sort of value.

The same reader serves columns and rows, since tables stand either way: the unit in brackets, the
period, the words that make a column a growth, a share or a difference, and what is left as a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.claims.table_labels import Head, Kind, bare_year, label, licences_in
from factcheck.claims.table_words import TableWords, table_words
from factcheck.model import Dimension, Period, Span, Unit

_SUMMED = ("合计", "总计", "小计", "共计")
_RATIO = frozenset({Dimension.RATIO})


def head(text: str, spans: Sequence[Span], periods: Sequence[Period], *, hint: Unit | None = None) -> Head:
    """The head in the cells `spans` of `text`, the upper cell first.

    `periods` are those of the article; `hint` is the unit of its values when it names none itself.
    """
    made = Head()
    for span in spans:
        made = _joined(made, label(text, span, periods))
    return _classified(made if made.unit is not None else replace(made, unit=hint))


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
        depth=upper.depth or lower.depth,
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
    if bare_year(words) is not None:
        return replace(made, words="", period_span=made.spans[-1])
    within = w.within.match(words)
    words = words[within.end() :].lstrip("：:") if within else words
    made = replace(made, words=words, within=within is not None)
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
    plain = next((name for name, listed in classes if words in listed), "")
    return plain or ("some" if words.endswith(_SUMMED) else "")


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
    if amount and (not (ratio or unknown) or (unknown and not growth)):
        yield _change(made, amount, Kind.DIFFERENCE)
    if growth and unknown:
        yield replace(_change(made, growth, Kind.GROWTH), bare=True)


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
