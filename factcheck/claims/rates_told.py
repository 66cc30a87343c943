"""Rates whose part or whole is told in another sentence, in another unit, or in words of its own.

手术2400例。术后感染的6例，感染率0.25%: the part is called as the rate is, and there is one number it can be a
part of. 床位260张，入住老人208位，入住率80%: what is counted in another unit only shows a slip of the pen.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from factcheck.claims import skeleton as mark
from factcheck.claims.exchanged import misprinted
from factcheck.claims.facts import interval_of
from factcheck.claims.holding import comes_out
from factcheck.claims.mentions import Mention
from factcheck.claims.rate_words import is_left, of_seats, opposites
from factcheck.claims.terms import Terms, below, near
from factcheck.model import Dimension
from factcheck.patterns import compiled

# What is done to find the part says nothing of it: 并发症发生率 is of 并发症.
_DOING = compiled("(?:发生|检出|出现|发现|查出|产生|报告|完成|实际)$")
_OTHER = compiled("(?:[应需待不未没非]|没有)$")
_ALL = compiled("(?:已经?)?(?:全部|均已|都已|全都|悉数)")
# Of what was sold, whichever amounts stand beside it.
_OF_SALES = compiled("票面|年利|利$|毛利|利润|净利|收益|费用|回报|成本|得分|税")
_NOT_OF_MONEY = compiled(
    "(?:入住|上座|客座|入座|满座|出勤|到会|到课|到岗|合格|及格|成活|存活|就业|升学|录取|中签|满意|准点|正点|知晓|参与|命中|完赛|成交|流拍)$"
)
# 满分11人，不及格4人，及格率91.1%: two grades of all who were graded.
_GRADED = compiled("满分|优秀|优等|优良|良好|高分|特等|[一二]等|A[级等]|满意|上涨|上升|增长")
_LEAST = 2
_ONE = Fraction(1)


def told_terms(levels: Sequence[Mention], at: int) -> Terms:
    """The part and the whole of a rate by what the part is called, or by a slip of the pen alone."""
    here, before = levels[at], _before(levels, at)
    stem = _stem(here)
    if _OF_SALES.search(stem):
        return
    part = _called_so(stem, before)
    wholes = [] if part is None else _wholes(here, part, before)
    if (named := bool(wholes)) is False:
        part = _right_before(here, before)
        wholes = [] if part is None else _wholes(here, part, before)
    if part is None or part.slot.unit is None or part.sentence != here.sentence:
        return
    if _ALL.search(here.lead + part.right) or is_price(here, part):
        return
    alike = [m for m in wholes if m.base_unit == part.base_unit]
    if len(alike) == 1:
        sure = named and alike[0].sentence != part.sentence and not _of_one_kind(stem, part, alike[0])
        sure = sure or misprinted(here, part, alike[0], digits=named and stem in _full(part))
        yield (0 if sure or comes_out(here, part, alike[0]) else 1), part, alike[0], _ONE
    elif not alike and (named or of_seats(stem)):
        counted = [m for m in wholes if _counts(m) and _counts(part)]
        if len(counted) == 1 and misprinted(here, part, counted[0], digits=True):
            yield 0, part, counted[0], _ONE


def rest_terms(levels: Sequence[Mention], at: int) -> Terms:
    """抽检420批次，不合格6批次，合格率98.6%: what a rate leaves out, and the whole."""
    here, before = levels[at], _before(levels, at)
    stem = _stem(here)
    words = opposites(stem)
    parts = [m for m in before if words and any(word in _full(m) for word in words)]
    parts = parts or [m for m in before if words and is_left(m)]
    if len(parts) != 1 or parts[0].sentence != here.sentence:
        return
    like = [m for m in before if m.base_unit == parts[0].base_unit and m is not parts[0]]
    wholes = _wholes(here, parts[0], before)
    # 报名250人，缺考12人，不及格15人: of those who came
    if len(like) == 1 and like[0] in wholes and not _GRADED.search(like[0].left):
        yield 0, parts[0], wholes[0], _ONE


def is_price(rate: Mention, part: Mention) -> bool:
    """旺季280元，平均入住率六成: a price is no part of those who took a room."""
    unit = part.slot.unit
    money = unit is not None and unit.dimension is Dimension.MONEY
    return money and _NOT_OF_MONEY.search(_stem(rate)) is not None


def _before(levels: Sequence[Mention], at: int) -> list[Mention]:
    """The levels of the sentence before a rate, and of the sentence before that, the nearest first."""
    here = levels[at]
    close = [m for m in near(levels, at, 0) if m.sentence[1] >= here.sentence[1] - 1]
    rated = any(m.slot.mark == mark.PERCENT and m.sentence != here.sentence for m in close)
    before = [m for m in close if m.slot.mark == mark.LEVEL and not m.aside and not m.only_base]
    return [m for m in before if not rated or m.sentence == here.sentence]


def _wholes(here: Mention, part: Mention, before: Sequence[Mention]) -> list[Mention]:
    """The larger numbers before a part, of its time, that are not called as the rate is."""
    wholes = [m for m in before if m.where < part.where and below(interval_of(part), interval_of(m))]
    wholes = [m for m in wholes if m.sentence != part.sentence or m.segment == part.segment]
    wholes = [m for m in wholes if not (stem := _stem(here)) or stem not in _full(m)]
    return [m for m in wholes if m.modality in ("", here.modality) and not _of_another_time(part, m)]


def _of_another_time(part: Mention, whole: Mention) -> bool:
    return part.period_said and whole.period is not None and part.period != whole.period


def _called_so(stem: str, before: Sequence[Mention]) -> Mention | None:
    """The level that is called as the rate is: 并发症 for 并发症发生率, the nearest first."""
    for size in range(len(stem), _LEAST - 1, -1):
        for word in dict.fromkeys((stem[-size:], stem[:size])):
            found = [m for m in before if word in _full(m) and not _is_other(m, word)]
            if found:
                return found[0]
    if len(stem) == _LEAST and before and _in_order(stem, _full(before[0])):
        return before[0]  # 加入工会的13.7万人 of an 入会率
    return None


def _in_order(stem: str, words: str) -> bool:
    """Whether the two characters of `stem` stand in `words` with one or two others of a line between them."""
    for line in words.split("\n"):
        ends = (line[at + 2 : at + 4] for at, char in enumerate(line) if char == stem[0])
        if any(stem[1] in end for end in ends):
            return True
    return False


def _of_one_kind(stem: str, part: Mention, whole: Mention) -> bool:
    """贷款520亿元，普惠贷款86亿元，不良贷款率1.1%: neither is what the rate is named for."""
    return stem not in _full(part) and any(
        stem[at : at + _LEAST] in _full(part) and stem[at : at + _LEAST] in _full(whole)
        for at in range(len(stem) - 1)
    )


def _stem(here: Mention) -> str:
    return _DOING.sub("", here.name.indicator.removesuffix("进度").rstrip("率比度"))


def _is_other(mention: Mention, word: str) -> bool:
    """应参保126万人 are the whole of those that should, 未达标23人 those that are left out."""
    return _OTHER.search(_full(mention).partition(word)[0]) is not None


def _right_before(here: Mention, before: Sequence[Mention]) -> Mention | None:
    last = before[0] if before else None
    if last is None or last.sentence != here.sentence or last.where[3] + 1 != here.where[3]:
        return None
    return None if is_left(last) else last


def _counts(mention: Mention) -> bool:
    unit = mention.slot.unit
    return unit is not None and unit.dimension is Dimension.COUNT


def _full(mention: Mention) -> str:
    return mention.left + mention.name.indicator + mention.right[:4]
