"""How far a plan is, said without naming it again: 计划120个，已完工84个，刚好七成; 进度75%.

The plan is the one number of its kind that was said to be one, in this sentence or the one before; what
was done is the one number told after it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.claims import skeleton as mark
from factcheck.claims.bind import Bound
from factcheck.claims.exchanged import misprinted
from factcheck.claims.facts import interval_of
from factcheck.claims.mentions import Mention, Role
from factcheck.claims.patterns import overdone
from factcheck.claims.planned import is_planned, of_more_years
from factcheck.claims.skeleton import PERIOD
from factcheck.claims.stating import stated
from factcheck.claims.terms import Term, below, near
from factcheck.model import Partition
from factcheck.patterns import compiled

_PARTS = (mark.PERCENT, mark.MULTIPLE)
_REACHED = (
    "(?:刚好|正好|恰好|刚刚|整整|(?:走|推进|来|跑)到了?|已经?|也就是|也即|即|约|相当于|差不多|过了?|完成了?|达到?了?|达成|接近|超过|为|是|了|只有?|"
    "仅|就|有|完|目前|现|累计|总的|将近|近|超)*"
)
# 进度达到75.2%, 完成率85%, 刚好七成, 任务过了七成五.
_SO_FAR = compiled(
    f"^[，,]?{_REACHED}(?:(?:总体|整体|总|任务|计划|目标|工程|项目|建设|施工|年度|全年|工作|募款|筹款|众筹|完成|形象|预算|投资|支出)*"
    f"(?:进度条?|完成率|完成比例|达成率|实现率|执行率|完成度|兑现率|率))?(?:(?:年度|全年|年初|既定|预定|总|全部|的)*(?:任务|目标|计划|工程量?))?{_REACHED}$"
)
_NAMED = compiled("进度|完成|达成|实现|执行|兑现|任务|目标|计划|工程")
_BEHIND = compiled("^(?:左右|上下|以上|多|强|有余|出头|还多)?(?:[，。；、,;.：）)！]|$)")
_TASK = compiled("^的?(?:年度|全年)?(?:任务|目标|计划|工程量?|工作量)")
_SPENT = compiled("支出|投资|资金|预算")
_NOT_YET = compiled(
    "(?:尚|还|仍)(?:未|没有?|待)(?P<verb>[\u4e00-\u9fff]{1,2})(?:的|者|人员|居民|群众|对象|人数|户数|约|仍?有)*$"
)
_LEFT_SO = compiled("(?:尚|还|仍|另)有$")
_SO = compiled("^[^，。；、]{0,4}?(?:没有?|尚?未|还没)(?P<verb>[\u4e00-\u9fff]{2})")
_LACKING = compiled("(?:还|尚|仍)(?:差|缺|欠|剩下?|有)(?:约|着)?$")  # 还差0.7万亩，进度刚好八成
_EACH = compiled("每|平均|[人户亩日月]均")
_ONE = Fraction(1)
_TWO = 2  # what was planned and what was done


def progress_terms(levels: Sequence[Mention], at: int) -> list[Term]:
    """What was done and what was planned, where a share says no more than how far something is."""
    here = levels[at]
    if not _is_progress(here):
        return []
    close = [m for m in near(levels, at, 0) if m.sentence[1] >= here.sentence[1] - 1]
    close = [m for m in close if m.slot.mark == mark.LEVEL and not m.aside]
    plans = [m for m in close if is_planned(m)]
    if _SPENT.search(here.left):
        plans = [m for m in plans if m.base_unit == "元"]
    like = [m for m in close if plans and m.base_unit == plans[0].base_unit]
    if (
        not plans
        or len([m for m in like if m in plans]) > 1
        or (len(like) > _TWO and any(m.name.within for m in like))
    ):
        return []
    plan = plans[0]
    done = [m for m in like if m is not plan and m.where > plan.where and m.sentence == here.sentence]
    done = [m for m in done if not _LACKING.search(m.left)]
    done = [m for m in done if not _EACH.search(m.left) and not m.only_base and m.last_year is here.last_year]
    if not done or of_more_years(plan, done[0].lead + here.left):
        return []
    told = _NAMED.search(here.left) is not None or done[0].where[3] + 1 == here.where[3]
    sure = told and len(done) == 1 and below(interval_of(done[0]), interval_of(plan))
    return [(0 if sure or misprinted(here, done[0], plan) else 1, done[0], plan, _ONE)]


def remaining(bound: Bound) -> Iterator[Partition]:
    """计划接种6.5万人，已接种5.2万人，尚未接种的1.3万人: what is not done yet is the rest of the plan."""
    levels = [m for m in bound.amounts if not m.aside]
    for at, rest in enumerate(levels):
        verb = _not_yet(rest)
        if not verb:
            continue
        close = [m for m in near(levels, at, 0) if m.sentence[1] >= rest.sentence[1] - 1]
        like = [m for m in reversed(close) if m.base_unit == rest.base_unit]
        told = len(like) == _TWO and verb in like[1].lead and not is_planned(like[1])
        if told and below(interval_of(like[1]), interval_of(like[0])):
            yield from stated(like[0], [*like[1:], rest], bound, "remainder")


def _not_yet(mention: Mention) -> str:
    """What was not done yet to the things counted: 接种 for 尚未接种的1.3万人; empty when it is not told."""
    if found := _NOT_YET.search(mention.left):
        return found.group("verb")
    found = _SO.match(mention.right) if _LEFT_SO.search(mention.left) else None
    return found.group("verb") if found is not None else ""


def _is_progress(mention: Mention) -> bool:
    """Whether a share says no more than how far something is."""
    if mention.slot.mark not in _PARTS or mention.role is not Role.LEVEL or mention.aside:
        return False
    if overdone(mention.lead, mention.slot.figure):
        return False
    words = mention.left.replace(PERIOD, "")
    if _TASK.match(mention.right):
        return not words.strip("，,已有近超约达")
    return _SO_FAR.match(words) is not None and _BEHIND.match(mention.right) is not None
