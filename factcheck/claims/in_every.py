"""So many in every so many: 每五名租客里有两人合租, beside 2150名租客 and 860人合租.

The words around the small numbers are held against the names of the levels of the paragraph; what
shares no word with either side, or with more than one level, says nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.claims.bind import Bound
from factcheck.claims.facts import fact_of, interval_of, middle_of, root
from factcheck.claims.holding import can_hold
from factcheck.claims.mentions import Mention, Role
from factcheck.interval import Interval
from factcheck.model import Claim, Dimension, Figure, Measure, Quantity, Unit
from factcheck.patterns import compiled
from factcheck.periods.numerals import HANZI, number

_EVERY = compiled(
    rf"每(?P<many>\d{{1,3}}|[{HANZI}]{{1,3}})(?P<unit>批次|人次|[个名位人户家所件辆台只头株棵册本项条批份票单例])"
    r"(?P<whole>[^，。；：、\d]{0,16}?)(?:里面?|之?中|当中)?[，,]?(?:平均|就|便|也|仅|只|大约|约|差不多|会)*有?(?:约|大约)?$"
)
# 换句话说，每百名…: what was just told, in small numbers.
_REWORDED = compiled(
    "(?:换句话说|换言之|也就是说|等于说?|相当于|意味着|差不多|算下来|平均|折算)[^。；]{0,12}$"
)
_ABOUT = ("约", "大约", "差不多", "大概")
_TOLD = compiled("(?:是|为|的)?(?P<part>[\u4e00-\u9fff]{1,12})")
_NOUN = compiled("[^，、。；中里的有是]{0,8}")
_BACK, _NEAR, _SHORTEST, _ROUND = 40, 1, 2, 10
_TWO, _SMALL = 2, 10
_COMMON = ("一个", "的人", "我们", "他们", "没有", "有的", "表示", "中有")


def in_every(mentions: Sequence[Mention], bound: Bound) -> Iterator[Claim]:
    """What the levels of the form 每五名里有两人 among `mentions` claim of the levels around them."""
    text = bound.article.text
    for mention in mentions:
        figure, span = mention.slot.figure, mention.slot.span
        if mention.role is not Role.LEVEL or figure is None or figure.value is None:
            continue
        if figure.hedge and figure.hedge not in _ABOUT:
            continue
        begun = max(0, span.start - _BACK)
        if "每" not in text[begun : span.start] or (every := _EVERY.search(text, begun, span.start)) is None:
            continue
        told = _TOLD.match(text, span.end)
        many = number(every["many"])
        if not 0 < figure.value < many:
            continue
        pair = _pair(mention, every["unit"] + every["whole"], told["part"], mentions) if told else None
        if pair is None and _REWORDED.search(text, max(0, every.start() - _BACK), every.start()):
            pair = _just_told(mention, mentions)
        if pair is not None:
            yield _claim(mention, figure, many, pair, bound)


def _pair(
    small: Mention, whole: str, part: str, mentions: Sequence[Mention]
) -> tuple[Mention, Mention] | None:
    """The level the words for the part tell, and the one that those for the whole do."""
    near = [m for m in mentions if m.where[0] == small.where[0] and _is_level(m) and m is not small]
    near = [m for m in near if abs(m.where[1] - small.where[1]) <= _NEAR]
    parts = _alike(part, near)
    wholes = [m for m in near if m not in parts and len(parts) == 1 and can_hold(m, parts[0])]
    wholes = _alike(whole, wholes) if len(wholes) > 1 else wholes
    return (parts[0], wholes[0]) if len(parts) == len(wholes) == 1 else None


def _just_told(small: Mention, mentions: Sequence[Mention]) -> tuple[Mention, Mention] | None:
    """The only two counts of one unit told right before, the smaller one first."""
    near = [m for m in mentions if m.where[0] == small.where[0] and m.where < small.where and _is_level(m)]
    near = [m for m in near if m.where[1] >= small.where[1] - _NEAR and not m.lead.endswith("每")]
    near = [m for m in near if middle_of(m) > _SMALL]
    if len(near) != _TWO or near[0].base_unit != near[1].base_unit:
        return None
    part, whole = sorted(near, key=middle_of)
    return (part, whole) if can_hold(whole, part) else None


def _is_level(mention: Mention) -> bool:
    unit = mention.slot.unit
    counted = unit is not None and unit.dimension is Dimension.COUNT
    return mention.role is Role.LEVEL and counted and not mention.aside and interval_of(mention) is not None


def _alike(words: str, levels: Sequence[Mention]) -> list[Mention]:
    """The levels whose names or nouns have the longest run of characters in common with some words."""
    runs = [_common(words, root(m).name.indicator + "，" + _counted(m)) for m in levels]
    most = max(runs, default=0)
    return [m for m, run in zip(levels, runs, strict=True) if run == most >= _SHORTEST]


def _counted(mention: Mention) -> str:
    """The words right after a number that say what it counts (1500名*学生*中戴眼镜的)."""
    found = _NOUN.match(mention.right)
    return found.group() if found is not None else ""


def _common(one: str, two: str) -> int:
    """The length of the longest run of characters that two texts have in common."""
    runs = (
        end - start
        for start in range(len(one))
        for end in range(start + _SHORTEST, len(one) + 1)
        if one[start:end] in two and one[start:end] not in _COMMON
    )
    return max(runs, default=0)


def _claim(mention: Mention, figure: Figure, many: int, pair: tuple[Mention, Mention], bound: Bound) -> Claim:
    value = Fraction(figure.value or 0)
    slack = Fraction(1, 2) if many >= _ROUND else value / _ROUND
    unit = mention.slot.unit
    return Claim(
        Quantity(Measure.QUOTIENT, fact_of(pair[0]), fact_of(pair[1]), "in-every"),
        Interval.between((value - slack) / many, (value + slack) / many),
        (figure,),
        bound.article,
        words=tuple(mention.spans),
        unit=Unit(unit.name if unit is not None else "", Dimension.NONE, Fraction(1, many), "1"),
        licences=mention.licences,
        made_by="in-every",
    )
