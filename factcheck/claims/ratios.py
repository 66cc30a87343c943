"""Ratios of two named things: 报录比7.8∶1, 研究生与本科生之比0.83∶1, 二者之比2∶1.

The two letters of 报录比 stand for the first words of what is compared; 甲与乙之比 spells them out;
二者之比 speaks of the only two numbers of its sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from factcheck.claims.bind import Bound
from factcheck.claims.facts import fact_of, interval_of, root
from factcheck.claims.mentions import Mention, Role
from factcheck.claims.nouns import noun_after
from factcheck.claims.skeleton import PERIOD
from factcheck.interval import Interval
from factcheck.model import Claim, Dimension, Figure, Group, Measure, Modality, Quantity
from factcheck.patterns import compiled

_FAR, _TWO, _CLOSE = 12, 2, 6
_SEXES = {"男", "女"}
_SPELLED = compiled(
    r"(?P<one>[\u4e00-\u9fff]{1,10}?)(?:与|和|同|跟|、)(?P<two>[\u4e00-\u9fff]{1,10}?)"
    r"的?(?:人数|数量|数|面积)?的?(?:之比|比例|比值|配比|比)"
)
_LETTERS = compiled(r"(?P<one>[\u4e00-\u9fff])(?P<two>[\u4e00-\u9fff])(?:人数)?的?(?:之比|比例|配比|比)")
# Two words that share their ending: 内外销 are 内销 and 外销, 男女生 are 男生 and 女生.
_SHARED = compiled(r"(?P<words>[\u4e00-\u9fff]{3,12}?)(?:人数|数量)?的?(?:之比|比例|配比|比)(?![例配])")
# A ratio of two numbers that one word names: 录取比例 is of all to those taken.
_TAKEN = "(?:录取|招录|录用|竞争|中签|招聘|报录)比"
_REACHING = "(?:约|大约|高达|达到?|为|是|近)*$"
_OF_ALL = compiled(f"{_TAKEN}(?:例|率)?{_REACHING}")
_OF_ALL_BEHIND = compiled(f"的?{_TAKEN}")
_FOR_PLACES = compiled(
    "(?:报考|报名|应聘|投档)[^，。；]{0,6}(?:与|和)[^，。；]{0,4}(?:计划|招录|招聘|岗位|名额)[^，。；]{0,4}(?:之比|比例|比)"
    + _REACHING
)
_PLACES = compiled("招聘|招录|招收|招募|拟招|计划招|岗位|名额|拟录|录用")
_BOTH = compiled(r"(?:二者|两者|两项|双方)(?:的)?(?:之比|比例|比值|比)")
# 其中男生40人: what is a side by its name alone, and no other act (最终录取男生80人).
_NAMED = compiled("[，,、：:；; ]*(?:其中|即)?[，,：:]?[\u4e00-\u9fff]{1,4}")
_LEEWAY = Interval.between(Fraction(95, 100), Fraction(105, 100))


def ratios(mentions: Sequence[Mention], bound: Bound) -> Iterator[Claim]:
    """What the ratios of two sides among `mentions` claim of the levels they name."""
    for at, mention in enumerate(mentions):
        group = mention.slot.group
        if mention.role is not Role.RATIO or group is None or len(group.figures) != 2:
            continue
        stated = _quotient(group)
        before, after = _before(mentions, at), _after(mentions, at)
        pair = None
        if stated is not None:
            pair = _pair(mention, before) or _pair(mention, after) or _lettered(mentions, at)
        if pair is None:
            continue
        for side in pair:  # 拟招12人, 684人报名: the places that are planned are those there are
            planned = bound.levels.get(id(side))
            if planned is not None and planned.modality is Modality.PLAN:
                yield replace(planned, modality=Modality.ACTUAL)
        quantity = Quantity(Measure.QUOTIENT, fact_of(pair[0]), fact_of(pair[1]), "ratio")
        yield Claim(
            quantity,
            stated,
            group.figures,
            bound.article,
            words=tuple(mention.spans),
            licences=mention.licences,
            made_by="named-ratio",
            group=group,
        )


def _before(mentions: Sequence[Mention], at: int) -> list[Mention]:
    """The levels of the paragraph before the ratio, the nearest first."""
    here = mentions[at]
    near = [m for m in mentions[max(0, at - _FAR) : at] if m.where[0] == here.where[0]]
    return [m for m in reversed(near) if m.role is Role.LEVEL and not m.aside and _counts(m)]


def _after(mentions: Sequence[Mention], at: int) -> list[Mention]:
    """The levels after the ratio, to the end of its sentence: 男女之比为1∶4，其中男生40人，女生160人."""
    here = mentions[at]
    near = [m for m in mentions[at + 1 : at + _FAR] if m.sentence == here.sentence]
    levels = [m for m in near if m.role is Role.LEVEL and not m.aside and _counts(m)]
    return levels if all(_NAMED.fullmatch(m.left) for m in levels) else []


def _lettered(mentions: Sequence[Mention], at: int) -> tuple[Mention, Mention] | None:
    """床护比1∶0.4，60张床位配了24名护士: the only two levels behind it, one of each of its letters."""
    here = mentions[at]
    found = _LETTERS.search(here.lead.replace(PERIOD, ""))
    levels = [m for m in mentions[at + 1 : at + _FAR] if m.sentence == here.sentence and _counts(m)]
    if found is None or len(levels) != _TWO or any(m.role is not Role.LEVEL for m in levels):
        return None
    letters = found["one"], found["two"]
    if set(letters) == _SEXES:
        return None  # 报名者男女之比为3∶2，最终录取男生80人，女生90人
    behind = [m.right[:_CLOSE] for m in levels]
    words = [b if any(x in b for x in letters) else m.left for m, b in zip(levels, behind, strict=True)]
    held = [[letter in each for each in words] for letter in letters]
    if held == [[True, False], [False, True]]:
        return levels[0], levels[1]
    return (levels[1], levels[0]) if held == [[False, True], [True, False]] else None


def _counts(mention: Mention) -> bool:
    unit = mention.slot.unit
    lasting = unit is not None and unit.dimension in (Dimension.DURATION, Dimension.NONE)
    return mention.slot.figure is not None and not lasting and interval_of(mention) is not None


def _pair(ratio: Mention, before: list[Mention]) -> tuple[Mention, Mention] | None:
    """The two levels the words before a ratio name; `None` when they name none, or two kinds of unit."""
    words = ratio.lead.replace(PERIOD, "")
    here = [m for m in before if m.sentence == ratio.sentence]
    if _BOTH.search(words):
        return (here[1], here[0]) if len(here) == 2 and _alike(here[1], here[0]) else None
    of_all = _OF_ALL.search(words) or _OF_ALL_BEHIND.match(ratio.right) or _FOR_PLACES.search(words)
    if of_all and len(here) == 1:
        here += [m for m in before if m is not here[0] and _PLACES.search(m.lead)]  # 招聘240名。…9120人
    if of_all and len(here) == 2 and _alike(here[1], here[0]):
        return _larger_first(ratio, here[1], here[0])
    if (shared := _sharing(words, before)) is not None:
        return shared
    if (found := _SPELLED.search(words)) is not None and (pair := _named(found, before)) is not None:
        return pair
    found = _LETTERS.search(words)
    if found is None or any(found.group("one") + found.group("two") in m.left for m in before):
        return None  # 文理科: 理科 is one word
    pair = _named(found, here) or _named(found, before)
    return _fitting(ratio, *pair, here) if pair is not None else None


def _named(sides: re.Match[str], levels: list[Mention]) -> tuple[Mention, Mention] | None:
    """The levels that go by the words for the two sides of a ratio."""
    one = _called_at_its_end(sides.group("one"), levels)
    two = _called(sides.group("two"), [m for m in levels if m is not one])
    if one is None or two is None or not _alike(one, two) or _both(sides.group("two"), one):
        return None
    return one, two


def _larger_first(ratio: Mention, one: Mention, two: Mention) -> tuple[Mention, Mention]:
    """The two in the order of the sides of the ratio."""
    stated, left, right = (
        _middle(interval) for interval in (_sides(ratio), interval_of(one), interval_of(two))
    )
    turned = (left < right) is not (stated < 1)
    return (two, one) if turned else (one, two)


def _sides(ratio: Mention) -> Interval | None:
    return _quotient(ratio.slot.group) if ratio.slot.group is not None else None


def _middle(interval: Interval | None) -> Fraction:
    return (interval.middle if interval is not None else None) or Fraction(0)


def _sharing(words: str, before: list[Mention]) -> tuple[Mention, Mention] | None:
    """The levels named by two words with one ending, the longest such reading first."""
    found = _SHARED.search(words)
    run = found.group("words") if found is not None else ""
    for start in range(len(run) - 2):
        ending = run[start + 2 :]
        names = [(run[start] + ending, run[start + 1] + ending)]
        if run[start + 1 : start + 3] == "内外":
            names = [(run[start] + "内" + run[start + 3 :], run[start] + "外" + run[start + 3 :])]
        for one, two in names:
            left, right = _called(one, before), _called(two, before)
            if left is not None and right is not None and left is not right and _alike(left, right):
                return left, right
    return None


def _fitting(ratio: Mention, one: Mention, two: Mention, here: list[Mention]) -> tuple[Mention, Mention]:
    """编制1800张、开放2046张，床护比1∶0.70: the level of that unit beside it, where it is that which fits."""
    stated = _sides(ratio)
    pairs = [(one, two)]
    pairs += [(m, two) for m in here if m.slot.unit == one.slot.unit and m is not two]
    pairs += [(one, m) for m in here if m.slot.unit == two.slot.unit and m is not one]
    return next((pair for pair in pairs if stated is not None and _holds(stated, *pair)), (one, two))


def _holds(stated: Interval, one: Mention, two: Mention) -> bool:
    large, small = interval_of(one), interval_of(two)
    return large is not None and small is not None and large.meets(stated * small)


def _called(words: str, levels: list[Mention]) -> Mention | None:
    """The nearest level whose name holds the words; a single letter must stand in one name alone."""
    fits = [m for m in levels if words in root(m).name.indicator or words in m.right[:4]]
    if len(words) == 1:  # 1680名学生由120名教师执教: the noun after a number is what it counts
        fits = [m for m in fits if words in (noun_after(m.right) or root(m).name.indicator)]
    if len(words) == 1 and len({root(m).name.indicator for m in fits}) > 1:
        opened = [m for m in fits if root(m).name.indicator.startswith(words)]
        return opened[0] if len(opened) == 1 else None
    return fits[0] if fits else None


def _called_at_its_end(words: str, levels: list[Mention]) -> Mention | None:
    """The level named by the longest end of some words: 车间里机器人 is 机器人."""
    ends = [words[start:] for start in range(max(len(words) - 1, 1))]
    return next((found for end in ends if (found := _called(end, levels)) is not None), None)


def _both(letter: str, one: Mention) -> bool:
    """女生: the letter of the second ends the name of the first as well and tells nothing."""
    return len(letter) == 1 and root(one).name.indicator.endswith(letter)


def _alike(one: Mention, two: Mention) -> bool:
    left, right = one.slot.unit, two.slot.unit
    if left is None or right is None:
        return left is right
    return left.base == right.base or left.dimension is right.dimension is Dimension.COUNT


def _quotient(group: Group) -> Interval | None:
    """What a ratio can mean as a number: its sides as rounded as they are printed."""
    one, two = (_side(figure) for figure in group.figures)
    if one is None or two is None or two.low is None or two.low <= 0:
        return None
    printed = [figure.text for figure in group.figures]
    whole = not any("." in text for text in printed)
    if whole and "1" not in printed:
        values = [Fraction(figure.value or 0) for figure in group.figures]
        return _LEEWAY * Interval.exactly(values[0] / values[1])
    return one / two


def _side(figure: Figure) -> Interval | None:
    """A side of a ratio: 1 is the base and exact, the other is rounded where it is printed."""
    if figure.value is None:
        return None
    value = Fraction(figure.value)
    if value == 1 and "." not in figure.text:
        return Interval.exactly(1)
    step = Fraction(figure.step) if figure.step else Fraction(1)
    return Interval.between(value - step / 2, value + step / 2)
