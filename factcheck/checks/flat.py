"""Said to be level, and then a change or two numbers that are not: 与上年持平，增长6.3%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from factcheck.checks import Judgement, Spot, conflict
from factcheck.checks.parts.told import Told, alike, near, told
from factcheck.interval import Interval
from factcheck.model import Claim, Dimension, Measure, Reading, Span
from factcheck.patterns import compiled

_CHANGE = compiled(
    "[，,]?(?:同比|环比|[比较](?:(?:上年|去年)(?:同期)?|上月))?(?:增长|下降|上升|上涨|增加|减少|提高|回落|下跌)"
)
_AGAINST = compiled(r"[与同和较比跟]|环比")
_SORTED = compiled(r"的?(?:则|也|仅|只|共|各)?(?:有|为)?(?:约)?[0-9０-９一二三四五六七八九十]|的$|者")
_BASE = compiled(
    "(?P<year>同比|(?:去年|上年|上一年|前一年|上一?年度)(?:同[期月季周日])?|(?<=[与同和较比跟])同期|一年前)"
    "|(?P<step>环比|[上前]一?个?(?:月|周|星期|季|期|旬|日|天)|昨)"
)
_NUMBERED = compiled(r"(?P<number>\d+)(?:(?P<year>年)(?:同[期月季])?|(?P<step>月)份?)$")
_FILLED = compiled("(?:的?水平|相比|相较|基本|大体|大致|总体|完全|也|又|则|均|都|[，,])*$")
_OPENS = compiled("(?:^|[，,；;：:、])(?:另外?|还|其中|也|仅|只)?有?$|有$")
_NOTHING_ELSE = compiled(
    r"(?:[，,、（(：:—]|\d+[年月]份?|同[期月季周日]|[前去上]年|当时|那时|今年|本[月周季期]|年[初末底]|原先?|曾|现在?|目前|均|都|也|仍|依[旧然]|还|同样"
    "|[为是达有在]|达到|仅|只|约|近|共|维持|保持|的)*"
)
_NEAR, _BESIDE = 16, 6
_SAME = Fraction(102, 100)


def check(
    subject: Sequence[Claim], reading: Reading, *, flat: tuple[str, ...] = (), nearly: tuple[str, ...] = ()
) -> Iterator[Judgement]:
    """Every sentence that says `flat`, unless it says so with a word such as `nearly` before it."""
    for here in told(reading, subject, flat):
        for word in flat:
            at = here.text.find(word)
            if at >= 0 and not here.text[:at].endswith(nearly):
                span = Span(here.span.start + at, here.span.start + at + len(word))
                yield from _change(here, span)
                yield from _levels(here, span)


def _change(here: Told, flat: Span) -> Iterator[Judgement]:
    """A change of more than two in a hundred right after the word."""
    for claim in here.claims:
        percent = claim.unit is not None and claim.unit.dimension is Dimension.RATIO
        between = here.text[flat.end - here.span.start : max(0, claim.span.start - here.span.start)]
        if _of_another_base(here.text[: flat.start - here.span.start], between):
            continue
        if claim.quantity.measure is Measure.GROWTH and percent and _CHANGE.fullmatch(between):
            small = Interval.between(1 - _SAME, _SAME - 1)
            if claim.interval is not None and not claim.interval.meets(small):
                yield conflict(
                    Spot("flat", flat),
                    Spot("change", claim.span),
                    told=f"却又增减{claim.span.of(claim.article.text)}",
                )


def _of_another_base(before: str, between: str) -> bool:
    """与上月持平，同比下降14.8%: level against the month before, and down against the year before."""
    other = _BASE.search(between)
    return other is not None and _base(before) != other.lastgroup


def _base(words: str) -> str:
    """What the last base named in the clause goes back by, `year` or `step`; empty when none is known."""
    clause = _FILLED.sub("", re.split("[；;：:]", words)[-1])
    found = list(_BASE.finditer(clause, max(0, len(clause) - _NEAR)))
    if found:
        before, tail = clause[: found[-1].start()], clause[found[-1].end() :]
        told = (f"年{tail}" if tail in ("末", "底") else tail) in before
        return (found[-1].lastgroup or "") if told else ""
    numbered = _NUMBERED.search(clause)
    sort = (numbered and numbered.lastgroup) or ""
    return sort if numbered and f"{int(numbered['number']) + 1}{numbered[sort]}" in words else ""


def _levels(here: Told, flat: Span) -> Iterator[Judgement]:
    """Two like levels, one before the word and one right before or after it, further apart than that."""
    levels = here.levels()
    if not _compares(here, flat):
        return
    for one, two in pairwise(levels):
        if one.span.start > flat.start or not alike(one, two) or one.interval is None or two.interval is None:
            continue
        if (
            _those_level(here, one, flat)
            or "；" in here.text[one.span.end - here.span.start : two.span.start - here.span.start]
        ):
            continue  # of two things
        ahead, behind = here.text[: flat.start - here.span.start], here.text[flat.end - here.span.start :]
        if two.span.start > flat.end and _of_another_base(ahead, behind[: two.span.start - flat.end]):
            continue
        between = behind[: max(0, two.span.start - flat.end)]
        beside = abs(two.span.end - flat.start) <= 1 or (0 < len(between) <= _BESIDE and _of_then(between))
        apart = not one.interval.meets(two.interval) and not near(one.interval, two.interval, _SAME)
        if beside and apart and near(one.interval, two.interval):
            yield conflict(
                Spot("flat", flat),
                Spot("one", one.span),
                Spot("two", two.span),
                told=f"{one.span.of(one.article.text)}与{two.span.of(two.article.text)}却不同",
            )


def _of_then(between: str) -> bool:
    """，上年为, but no ，会员价: whether the number behind the word is told of a time and of nothing else."""
    return _NOTHING_ELSE.fullmatch(_BASE.sub("", between)) is not None


def _those_level(here: Told, one: Claim, flat: Span) -> bool:
    """1个与上年持平，2个下降: a count that opens its clause is of those that are level."""
    counted = one.unit is not None and one.unit.dimension is Dimension.COUNT
    start = one.span.start - here.span.start
    between = here.text[one.span.end - here.span.start : flat.start - here.span.start]
    return counted and _OPENS.search(here.text, 0, start) is not None and not set("，,；;：:") & set(between)


def _compares(here: Told, flat: Span) -> bool:
    """Whether the word compares two figures; 涨价64家，持平144家 counts those that are level."""
    at, end = flat.start - here.span.start, flat.end - here.span.start
    ahead = re.split("[，,；;：:、]", here.text[:at])[-1]
    return _AGAINST.search(ahead) is not None and _SORTED.match(here.text, end) is None
