"""Parts that are told as much by themselves: 全县建成公园30个，光是老城就有16个."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.claims.mentions import Mention
from factcheck.claims.nouns import noun_after
from factcheck.claims.skeleton import PERIOD
from factcheck.patterns import compiled
from factcheck.periods import is_key

_ALONE = compiled(
    f"[，,；;]?(?:其中|而)?(?P<only>仅仅?|光是?|单是?|单单|只是?)?(?P<of>[\u4e00-\u9fff{PERIOD}]{{1,10}}?)[就便]"
    "(?:有|达到?|占|占去|多达)(?:了|约|近)?"
)
# 有食堂的就有36个: those that are so, of all that were told.
_SUCH = compiled("的$|[者户]$")
_MORE = compiled("[多增加少降]|比|较|每|平均|需|要|将|可")


def alone(levels: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Each whole among `levels` with the part told of it right behind."""
    for whole, part in pairwise(levels):
        if "就" not in part.left and "便" not in part.left:
            continue
        if whole.sentence == part.sentence and whole.base_unit == part.base_unit and _is_part(whole, part):
            yield whole, part


def _is_part(whole: Mention, part: Mention) -> bool:
    found = _ALONE.fullmatch(part.left)
    if (
        found is None
        or _MORE.search(part.left)
        or part.aside
        or whole.aside
        or whole.name.mean
        or part.name.mean
    ):
        return False
    if not (found["only"] or _SUCH.search(found["of"])):
        return False
    noun = noun_after(part.right)
    return (not noun or noun in whole.right + whole.name.indicator) and _within(whole, part)


def _within(whole: Mention, part: Mention) -> bool:
    """Whether the part is of the time of the whole, or of a time inside it."""
    if not part.period_said or part.period == whole.period:
        return True
    one, two = whole.period, part.period
    if not is_key(one) or not is_key(two) or one[0] is not two[0]:
        return False
    ends = one[1], two[1], two[2], one[2]
    known = [end for end in ends if end is not None]
    return len(known) == len(ends) and known == sorted(known)
