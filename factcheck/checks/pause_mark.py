"""Two neighbouring numbers for an approximation with a pause mark between: 三、四个月.

Places (分列二、三位) and other names of single things are a list, and keep the mark.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checks import Judgement, Spot, conflict
from factcheck.checks.parts.around import before
from factcheck.model import Reading, Span
from factcheck.patterns import compiled

_LISTED = compiled(r"(?:列|居|第|获|排名?|分别为?|位次|名次|周[一二三四五六])\s?$")
_SORTS = compiled(r"(?:类|级|层|楼|单元|等|期|季度|线|审|胎|档|组|标段|号线|中学|小学|区间|产业|版)$")
_PLAYED = compiled("名?(?:的)?(?:决赛|之争|争夺|排位|附加)")  # 三、四名决赛 is played for two places
_FLAG = "pause-in-approx"


def check(subject: Reading, reading: Reading) -> Iterator[Judgement]:
    """A conflict for each pair that the number reader took for an approximation."""
    text = reading.article.text
    end = -1
    flagged = [figure for figure in reading.figures if _FLAG in figure.form]
    for figure in flagged:
        if figure.span.start <= end:
            continue
        pair = [one for one in flagged if figure.span.end <= one.span.start <= figure.span.end + 2]
        end = pair[0].span.end if pair else figure.span.end
        whole = Span(figure.span.start, end)
        words = whole.of(text)
        if _LISTED.search(before(text, figure.span.start, 4)) or _SORTS.search(words):
            continue
        if _PLAYED.match(text, end):
            continue
        yield conflict(Spot("text", whole)).edited(words.replace("、", "", 1), "删去顿号")
