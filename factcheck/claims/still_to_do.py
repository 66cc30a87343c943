"""What is still to do of a plan, however put: 任务72万人，…还有8.5万人的缺口, 最后一个季度得啃下49亿元."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claims.facts import interval_of, middle_of
from factcheck.claims.mentions import Mention, Role
from factcheck.claims.planned import is_planned
from factcheck.patterns import compiled

_MUST = "(?:得|要|须|需|还得|还要|还需|必须|需要|非得|得再)"
_BEFORE = compiled(
    "(?:缺口|差距|余量|欠账)(?:还|仍|尚)?(?:有|为|是|达|剩|约|近)*$"
    f"|(?:最后|剩下|余下|剩余|接下来|后面?|末)(?:这|的)?[^，。；]{{0,8}}?{_MUST}[\u4e00-\u9fff]{{0,4}}$"
    "|(?:离|距离?)[^，。；]{0,12}(?:还|仍|尚)?(?:差|欠|缺|短|有)了?$|(?:还|仍|尚)(?:差|欠|缺|短)了?$"
)
_BEHIND = compiled(
    "的?(?:缺口|差距|尾巴|欠账|硬骨头)|(?:需|要|有?待|等着|没)(?:要)?(?:补上|补齐|追赶|追上|完成|消化)"
)
_OTHERWISE = compiled("每|平均|均|比|较|同比|增|减|最[高低多少]|超过?|多出|缺口率")
_EACH = compiled("每|[一单]\\S{1,2}价|单价|售价")
_NEAR, _PAIR = 3, 2


def still_to_do(rest: Mention, before: Sequence[Mention]) -> tuple[Mention, Mention] | None:
    """The plan and what was done of it, where `rest` is said to be what is still to do; else None.

    `before` are the levels of its paragraph told before it. Of those in its unit, in its sentence and the
    three before, there must be just two, and one of them planned.
    """
    if rest.role is not Role.LEVEL or _OTHERWISE.search(rest.left):
        return None
    if not (_BEFORE.search(rest.lead) or _BEHIND.match(rest.right)):
        return None
    like = [m for m in before if m.base_unit == rest.base_unit and m.sentence[1] >= rest.sentence[1] - _NEAR]
    like = [m for m in like if m.role is Role.LEVEL and not m.aside and interval_of(m) is not None]
    like = [m for m in like if not _EACH.search(m.lead)]
    plans = [m for m in like if is_planned(m)]
    done = [m for m in like if m not in plans]
    if len(like) != _PAIR or len(plans) != 1 or middle_of(done[0]) >= middle_of(plans[0]):
        return None
    return plans[0], done[0]
