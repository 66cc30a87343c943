"""Lists announced by a count whose items carry a figure each: 归为三类：裂缝12处，渗水9处，剥落4处."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from factcheck.claims.enumeration_counts import Count, names_an_event
from factcheck.claims.enumeration_words import enumeration_words
from factcheck.model import Article, Dimension, Enumeration, Figure, FigureKind, Span
from factcheck.patterns import compiled
from factcheck.records import dataclass

_FIGURES = frozenset({FigureKind.QUANTITY, FigureKind.PERCENT, FigureKind.NUMBER})
_LEAST, _FEW = 2, 3
# What may stand between a count and the first name: a noun and a colon, or a noun and 分别为.
_LINK = compiled(
    r"[”」』]?[^，,。；;：:、！？!?\n\d（）()]{0,10}(?:[（(][^（）()\d]{1,12}[）)])?(?:(?:分别[为是])?[：:]\s*|[，,]?(?:分别[为是]|即)[：:]?\s*)"
)
_NAME = r"(?P<name>[“《]?[\u4e00-\u9fffA-Za-z][\u4e00-\u9fffA-Za-z·“”《》/－-]{0,11}?)(?:为|有|是|约|达|共)?"
_FIRST = compiled(rf"{_NAME}$")
_NEXT = compiled(
    rf"(?:[（(][^（）()。\n]{{1,30}}[）)])?[ \u3000]?"
    rf"(?:[，,、；;](?:以及|和|还有)?|[和及]|以及)[ \u3000]?{_NAME}$"
)
# Such a name begins no further item: a total, a part of the item before, what is left, a comparison.
_NO_ITEM = compiled(
    r"共|合计|总|累计|全部|全[年市县区省镇村校]|平均|均|每|人均|户均|比|较|占|增|减|同比|环比|其中|含|包括|约占|涉及|覆盖|完成|实现|惠及|带动|投[资入]|预计|计划|目前|已|将|分别|最|超|近|达|可|由|为|是|有|从|到|至|在|另|还|剩|而|但|也|又|且|并"
    "|高低|前后|首尾|头尾|上下|[^，]{0,3}(?:相差|相距|差距|悬殊)"
)
_SUM = "(?:总(?:数量?|量|额|计|和|面积|人数|长度?|规模)|合计|共计)"
_SUMMED = compiled(f"{_SUM}$")  # 座席总数 is none of three halls
_IN_TURN = compiled("分别|依次|各")
_OTHERS = compiled(r"其他|其它|其余|另有|还有|剩下|剩余|余下")
_ENDS = compiled(r"(?:[（(][^（）()\n]{1,40}[）)])?[”」』]?[ \u3000]?(?:[。！？!?\n]|$)")
_TOTALLED = compiled(
    r"(?:[（(][^（）()\n]{1,40}[）)])?[，,；;](?:共|合计|总计|一共|累计|加起来|总[\u4e00-\u9fff]{1,4}"
    rf"|[\u4e00-\u9fff]{{1,6}}?{_SUM})"
)
_OPEN = compiled(r"等|主要|例如|比如|包括|其中|部分|重点|之[首一]|仅|只|如[：:]")


@dataclass(frozen=True, slots=True)
class _Walk:
    """The items that were walked, and whether nothing but the end or a total follows them."""

    items: tuple[Span, ...]
    closed: bool
    rest: bool


def figured(article: Article, counted: Sequence[Count], figures: Sequence[Figure]) -> Iterator[Enumeration]:
    """The lists of names with a figure each that one of `counted` announces."""
    starts = [figure.span.start for figure in figures]
    for count in counted:
        link = _LINK.match(article.text, count.end)
        if link is None or count.unit in enumeration_words().occasions or _OPEN.search(link.group()):
            continue
        walk = _walked(article.text, link.end(), figures[bisect_left(starts, link.end()) :], count)
        if walk is not None and len(walk.items) >= _LEAST:
            yield _enumeration(article, count, link, walk)


def _walked(text: str, start: int, figures: Sequence[Figure], count: Count) -> _Walk | None:
    """The names with a figure of one unit, one after another from `start` on."""
    found, at, rest = list[Span](), start, False
    unit = figures[0].unit if figures else None
    if unit is None or names_an_event(text, figures[0]):
        return None
    for figure in figures:
        name = (_NEXT if found else _FIRST).fullmatch(text, at, figure.span.start)
        others = name is not None and _OTHERS.match(name.group("name")) is not None
        if name is None or figure.unit != unit or figure.kind not in _FIGURES or figure.text.startswith("第"):
            break
        if not others and _is_none(name.group("name")):
            break
        rest |= others
        at = figure.span.end
        found.append(Span(name.start("name"), at))
    if unit.name == count.unit and _sums(figures[: len(found)], count):
        return None
    together = sum(one.value or 0 for one in figures[: len(found)])
    if unit.dimension is Dimension.COUNT and together == count.value:
        return None  # 人手5个：法官2名、助理2名、书记员1名
    closed = _ENDS.match(text, at) is not None or _TOTALLED.match(text, at) is not None
    return _Walk(tuple(found), closed, rest)


def _is_none(name: str) -> bool:
    """Whether a name tells of what is no item: a total, a part of the item before, a comparison."""
    return any((_NO_ITEM.match(name), _SUMMED.search(name), _IN_TURN.search(name)))


def _sums(figures: Sequence[Figure], count: Count) -> bool:
    """Whether the items may be shares of what is counted: 7个站：东区3个，西区4个."""
    return all(figure.value is not None and figure.value <= count.value for figure in figures)


def _enumeration(article: Article, count: Count, link: re.Match[str], walk: _Walk) -> Enumeration:
    number = len(walk.items)
    far = abs(count.value - number) > max(_FEW - 1, count.value // _FEW)
    return Enumeration(
        count.figure,
        link.group().strip("：:，, "),
        walk.items,
        article,
        open=not walk.closed,
        made_by="figured",
        loose=far,
        fair=frozenset({number - 1}) if walk.rest else frozenset(),
    )
