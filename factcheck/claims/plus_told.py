"""Two amounts, one added to the other, and what both come to: 新收60.5万件，连同结转的7.9万件，受理总数….

The words that add leave no doubt of what is added to what, where these three are all that the sentence
tells in their unit.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from factcheck.claims.bind import Bound
from factcheck.claims.facts import interval_of, middle_of
from factcheck.claims.mentions import Mention, Role
from factcheck.claims.stating import stated
from factcheck.model import Partition
from factcheck.patterns import compiled

_ADDS = compiled("加上|连同|算上|外加|连上|加之|再加")
_PLUS = compiled(f"[，,、]?(?:再|另|并)?(?:{_ADDS.pattern})")
_ALL = compiled(
    "[共总全]|合计|累计|一起|加起来|合起来|达到?$|受理|规模|[增扩]至|(?:就|便)(?:有了?|到了?|是)$|拢共|凑|攒"
)
_OTHERWISE = compiled(
    "其中|比|较|同比|增[长加]|减少|下降|平均|均|每|另|还|剩|余|占|不含|扣|计划|目标|预计|最"
)
_THREE, _FAR = 3, 2


def plus_told(mentions: Sequence[Mention], bound: Bound) -> Iterator[Partition]:
    """The sums of a sentence that adds one amount to another and tells what they come to."""
    if _ADDS.search(bound.article.text) is None:
        return
    said = [m for m in mentions if not m.aside and interval_of(m) is not None]
    for _, group in groupby(said, key=lambda m: m.sentence):
        told = list(group)
        for base in {m.base_unit for m in told}:
            like = [m for m in told if m.base_unit == base]
            if len(like) == _THREE and all(m.role is Role.LEVEL for m in like) and _adds(*like):
                yield from stated(like[2], like[:2], bound, "plus-told")


def _adds(first: Mention, more: Mention, total: Mention) -> bool:
    """Whether the words add the second amount to the first, and call the third what both come to."""
    if not _PLUS.match(more.left) or not _ALL.search(total.left) or _PLUS.match(first.left):
        return False
    if (
        any(_OTHERWISE.search(m.left) for m in (more, total))
        or len({m.modality for m in (first, more, total)}) > 1
    ):
        return False
    large = max(middle_of(first), middle_of(more))
    return large < middle_of(total) < (middle_of(first) + middle_of(more)) * _FAR
