"""What there is, what is added and what there is then: 现有床位620张，新楼增加180张，床位总数将达到800张.

The three are the only numbers of their unit in those sentences, and the last is said to be the total.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.claims.bind import Bound
from factcheck.claims.facts import interval_of, middle_of
from factcheck.claims.mentions import Mention, Role
from factcheck.claims.skeleton import LEVEL
from factcheck.claims.stating import stated
from factcheck.claims.terms import UNLIKE
from factcheck.model import Partition
from factcheck.patterns import compiled

_HAD = compiled("现有|原有|原来|原先|此前|之前|以前|只有|已有|目前|本来|[启投使]用前|扩建前|改造前|现在")
_CAME = compiled("(?:新增|增加|增设|添置|新添|再添|扩建|新建|加开|新开)[^，。；]{0,6}$")
_THEN = compiled(
    "(?:总(?:数|量|计|床位|规模|面积|座位|车位|户数|人数|长)|总共|一共|合计|共有)[^，。；]{0,8}$"
)
_LOST = compiled("拆除|减少|撤销|退出|停用|报废|关闭|替换|淘汰|取代")
_SENTENCES, _TRIPLE = 2, 3


def enlarged(mentions: Sequence[Mention], bound: Bound) -> Iterator[Partition]:
    """The totals among `mentions` with what there was and what came."""
    levels = [m for m in mentions if _is_amount(m)]
    for unit in dict.fromkeys(m.base_unit for m in levels if m.base_unit):
        like = [m for m in levels if m.base_unit == unit]
        for at in range(len(like) - _TRIPLE + 1):
            had, came, total = like[at : at + _TRIPLE]
            if _follow(had, came, total) and not _lost(had, total, bound.article.text):
                yield from stated(total, [had, came], bound, "stock-flow", sort="flow")


def _is_amount(mention: Mention) -> bool:
    """So much of something, or so much more of it."""
    plain = mention.slot.mark == LEVEL and mention.made_by not in UNLIKE and not mention.aside
    return plain and mention.role in (Role.LEVEL, Role.DIFFERENCE) and interval_of(mention) is not None


def _follow(had: Mention, came: Mention, total: Mention) -> bool:
    """Whether the words tell of each what it is, within a few sentences."""
    near = had.where[0] == total.where[0] and total.sentence[1] - had.sentence[1] <= _SENTENCES
    told = _HAD.search(had.lead) and _CAME.search(came.lead) and _THEN.search(total.lead)
    return bool(near and told and middle_of(total) > middle_of(had) > 0) and not _CAME.search(had.lead)


def _lost(had: Mention, total: Mention, text: str) -> bool:
    return _LOST.search(text, had.slot.span.end, total.slot.span.start) is not None
