"""Numbers that are always among others by what is counted: 出手22次，投中13次; 送检85批次，不合格12批次."""

from __future__ import annotations

import re
from functools import cache

from factcheck.claims.lexicons import either, lexicon
from factcheck.claims.mentions import Mention
from factcheck.patterns import compiled

_BESIDE = 8
# Of another time, place or sort, or more than these.
_OTHER = compiled(
    "去年|上年|前年|同期|往年|历年|上届|上[月周季]|另|累计|此前|其他|其它|全[国省]|计划|目标|预计|比|较|平均|每|连同|加上|第[一二三四]"
)
_SORT = compiled("三分|两分|罚球|客队|主队|对手|对方|食品|药品")


def among(whole: Mention, part: Mention, between: str) -> bool:
    """Whether what the second counts is always among what the first counts, in the words beside them."""
    if _OTHER.search(between) or whole.last_year is not part.last_year or part.name.rest:
        return False
    told = [mention.left + mention.right[:_BESIDE] for mention in (whole, part)]
    if any(sort.group() not in told[0] for sort in _SORT.finditer(told[1])):
        return False  # 三分球出手22次，罚球命中23次
    return any(one.search(told[0]) and other.search(told[1]) for one, other in _pairs())


@cache
def _pairs() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    rows = lexicon("within")["within"]
    return tuple((compiled(either(row["whole"])), compiled(either(row["part"]))) for row in rows)
