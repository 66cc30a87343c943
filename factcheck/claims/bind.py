"""Mentions into claims: names become facts, bases and wholes are found, readings are carried.

A level named without words of its own is the topic's at another time; a change or a share of the
topic speaks of the topic's fact. A whole that is named is looked up among the levels of the
article; a whole left out is tried among the levels just before, as other fair readings that can
verify and never accuse.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import field, replace

from factcheck.claims.against import base_fact
from factcheck.claims.changes import changes, of_a_rate, rate_at
from factcheck.claims.facts import Mentions, agree, fact_of, interval_of, root, topic_fact, whose
from factcheck.claims.holding import comes_out
from factcheck.claims.lexicons import is_real
from factcheck.claims.mentions import Mention, Role
from factcheck.claims.planned import is_planned, of_more_years
from factcheck.claims.roles import PLANS
from factcheck.claims.skeleton import LEVEL
from factcheck.claims.terms import UNLIKE
from factcheck.claims.wholes import shares
from factcheck.model import Article, Claim, Fact, Measure, Modality, Quantity
from factcheck.patterns import compiled
from factcheck.records import dataclass

_MODALITIES = {"plan": Modality.PLAN, "forecast": Modality.FORECAST}


@dataclass(slots=True, eq=False)
class Bound:
    """The claims of an article, and its levels.

    Attributes:
        article: the article.
        measured: its levels that say how much, in reading order.
        amounts: those of them that are one number, told for themselves: no base and nothing said again.
        claims: all claims.
        levels: the level claim of each level mention (by `id`).
        of: the claims of each mention (by `id`).
    """

    article: Article
    measured: Sequence[Mention]
    amounts: Sequence[Mention]
    claims: list[Claim] = field(default_factory=list)
    levels: dict[int, Claim] = field(default_factory=dict)
    of: dict[int, list[Claim]] = field(default_factory=dict)


def bind(mentions: Sequence[Mention], article: Article) -> Bound:
    """The claims that `mentions` make."""
    levels = [m for m in mentions if m.role is Role.LEVEL]
    measured = [m for m in levels if interval_of(m) is not None]
    amounts = [m for m in measured if m.slot.mark == LEVEL and m.made_by not in UNLIKE]
    bound = Bound(article, measured, amounts)
    for mention in levels:
        if not of_a_rate(mention):
            claim = _claim(mention, Quantity(Measure.LEVEL, fact_of(mention)), bound)
            bound.levels[id(mention)] = claim
    index = Mentions(list(mentions))
    for mention in mentions:
        for alternative, quantity in quantities(mention, index):
            _claim(mention, quantity, bound, alternative)
    for fact, (whole, part) in index.again.items():
        told = replace(bound.levels[id(whole)], quantity=Quantity(Measure.LEVEL, fact), unit=part.slot.unit)
        bound.claims.append(told)
    return bound


def _claim(mention: Mention, quantity: Quantity, bound: Bound, alternative: int = 0) -> Claim:
    owner = whose(mention)
    claim = Claim(
        quantity=quantity,
        interval=interval_of(mention),
        figures=mention.slot.figures,
        article=bound.article,
        words=tuple(mention.spans),
        unit=mention.slot.unit,
        modality=_MODALITIES.get(mention.modality, Modality.ACTUAL),
        licences=mention.licences | _constant_prices(mention, quantity),
        made_by=mention.made_by,
        sign=mention.sign,
        group=mention.slot.group,
        alternative=alternative,
        whose=owner.whose,
        told=owner.told,
    )
    bound.claims.append(claim)
    bound.of.setdefault(id(mention), []).append(claim)
    return claim


def _constant_prices(mention: Mention, quantity: Quantity) -> frozenset[str]:
    """The licence that the growth of some indicators carries unsaid, unless current prices are said."""
    of = quantity.of
    if quantity.measure is not Measure.GROWTH or not isinstance(of, Fact):
        return _NO_LICENCES
    if "现价" in mention.lead or "名义" in mention.lead:
        return _NO_LICENCES
    return _REAL if is_real(of.indicator.partition("|")[0]) else _NO_LICENCES


_NO_LICENCES: frozenset[str] = frozenset()
_REAL = frozenset({"不变价"})
_LEVELLED = (Role.LEVEL, Role.SHARE)


def quantities(mention: Mention, index: Mentions) -> Iterator[tuple[int, Quantity]]:
    """The readings of a mention that is no level, each with its rank (0 = what the words ask for)."""
    if mention.role in _LEVELLED and of_a_rate(mention) and mention.topic is not None:
        yield 0, rate_at(mention, index)
    elif mention.role in (Role.GROWTH, Role.DIFFERENCE):
        yield from changes(mention, index)
    elif mention.role is Role.SHARE:
        done = [] if mention.whole.indicator or "完成" not in mention.left else [*_progress(mention, index)]
        yield from done or shares(mention, index)
    elif mention.role is Role.PROGRESS:
        yield from _quotients(mention, index, "progress")
    elif mention.role is Role.MULTIPLE:
        yield from _quotients(mention, index, "multiple")
    elif mention.role is Role.CONTRIBUTION:
        yield 0, Quantity(Measure.QUOTIENT, topic_fact(mention), None, "contribution")


def _quotients(mention: Mention, index: Mentions, sort: str) -> Iterator[tuple[int, Quantity]]:
    of = topic_fact(mention)
    if mention.before is not None and _AVERAGED.match(mention.left):
        return  # 一天是175天日均的14倍: the average is of those days, and told elsewhere
    if mention.before is not None:
        average = _average_of(mention, index)
        if average is not None and average.base_unit == mention.before.base_unit:
            of = fact_of(average)
        yield 0, Quantity(Measure.QUOTIENT, of, fact_of(mention.before), sort)
        return
    if sort == "progress":
        yield from _progress(mention, index)
        return
    if (sides := _two_sides(mention, index)) is not None:
        yield 0, Quantity(Measure.QUOTIENT, fact_of(sides[0]), fact_of(sides[1]), sort)
        return
    yield 0, Quantity(Measure.QUOTIENT, of, base_fact(of, mention, index), sort)


def _two_sides(mention: Mention, index: Mentions) -> tuple[Mention, Mention] | None:
    """机器每小时450件，人工每小时15件，效率是人工的30倍: two levels, one of them the peer's."""
    peer = mention.base.peer.subject or mention.base.peer.indicator
    known = index.named.get(mention.name.indicator, [])
    if not peer or not mention.name.indicator or any(m.where[0] == mention.where[0] for m in known):
        return None
    said = [m for m in index.before(mention, _BEFORE) if m.sentence == mention.sentence]
    like = [m for m in said if m.role is Role.LEVEL and m.base_unit == said[0].base_unit]
    theirs = [m for m in like if peer in m.lead]
    spoken = _MEASURES.search(mention.name.indicator) or any(
        mention.name.indicator[-2:] in m.lead for m in like
    )
    if len(like) != _BOTH or len(theirs) != 1 or not spoken:
        return None
    other = next(m for m in like if m is not theirs[0])
    third = mention.name.indicator[:-2]
    alike = third[-1:] == peer[-1:] and third != peer  # 甲厂…，乙厂…，丙厂产值是乙厂的3倍
    return None if alike and third not in other.lead else (other, theirs[0])


_BEFORE, _BOTH = 6, 2
_AVERAGED = compiled("(?:[里内]的?|的)?(?:日均|月均|年均|周均|平均)")
# Names that only say what sort of number is compared.
_MEASURES = compiled("(?:效率|速度|工效|功效|能力|数量|规模|强度|密度|长度|高度|重量|体量|频次)$")
_ROOM = compiled("(?:仓容|库容|容量|容积|床位|座位|席位|能力)$")
_THAT_IS = compiled("(?:^|，)(?:也?即|也就是|合计?|折合|共计?|计)(?:[为是有])?$")
_LOOKED = 20
_BASES = ("versus", "from", "restated")


def _average_of(mention: Mention, index: Mentions) -> Mention | None:
    """车流938万，日均313万，是平日198万的1.6倍: the average just said, where it is that which fits.

    Or the amount before an average that took the topic: 21.96万，平均每月1.83万，是首年3.66万的6倍.
    """
    topic, base = mention.topic, mention.before
    if topic is None or base is None or comes_out(mention, topic, base):
        return None
    if topic.name.mean:
        ahead = (m for m in index.before(topic, 3) if m.sentence == topic.sentence and m.role is Role.LEVEL)
        return next((m for m in ahead if comes_out(mention, m, base)), None)
    said = index.mentions[index.position[id(topic)] + 1 : index.position[id(mention)]]
    averages = [m for m in reversed(said) if m.role is Role.LEVEL and m.name.mean and m is not base]
    right_before = averages[0] if averages and averages[0].where[3] + 1 == base.where[3] else None
    return next((m for m in averages if comes_out(mention, m, base)), right_before)


def _progress(mention: Mention, index: Mentions) -> Iterator[tuple[int, Quantity]]:
    """What was done over what was planned: the levels before it, one of them said as a plan."""
    at = index.position[id(mention)]
    near = [
        m
        for m in reversed(index.mentions[max(0, at - 8) : at])
        if m.role is Role.LEVEL and m.where[0] == mention.where[0] and m.made_by != "versus"
    ]
    named = mention.whole.indicator.rstrip("目标计划任务")
    called = (m for m in near if named and named in m.name.indicator and _planned(m))
    plan = next(called, None) or next((m for m in near if _planned(m)), None)
    plan = plan or _meant(near, mention, index)
    others = [m for m in near if m is not plan and not _planned(m)]
    like = [m for m in others if plan is not None and m.base_unit == plan.base_unit]
    like = [m for m in like if m.sentence == mention.sentence or not _OF_A_MONTH.search(m.lead)]
    done = next((m for m in like if plan is not None and (plan.name.mean or not m.name.mean)), None)
    done = _put_otherwise(mention, plan, index) or done
    if plan is not None and done is None:
        done = _said_above(plan, mention, index)
    elif plan is not None and done is not None and (_several(done, like, mention) or _holds_so_much(done)):
        done = next((m for m in like if comes_out(mention, m, plan)), None)
    if plan is not None and done is not None and not of_more_years(plan, mention.left):
        yield 0, Quantity(Measure.QUOTIENT, fact_of(done), fact_of(plan), "progress")


def _put_otherwise(share: Mention, plan: Mention | None, index: Mentions) -> Mention | None:
    """已完成93%，即1.86万套: what was done, told right behind the share of the plan."""
    at = index.position[id(share)] + 1
    if plan is None or at == len(index.mentions):
        return None
    one = index.mentions[at]
    same = one.sentence == share.sentence and one.role is Role.LEVEL and one.base_unit == plan.base_unit
    return one if same and _THAT_IS.search(one.left) else None


def _holds_so_much(done: Mention) -> bool:
    """总仓容2.5万吨: what a place has room for, and nothing that was done."""
    return _ROOM.search(done.name.indicator) is not None


def _several(done: Mention, like: Sequence[Mention], share: Mention) -> bool:
    """三季度25亿元；上半年59亿元。全年目标115亿元，已完成73%: the sentence before tells of two times."""
    told = [m for m in like if m.sentence == done.sentence != share.sentence]
    return len({m.period for m in told}) > 1 and len({m.name.indicator for m in told} - {""}) < _BOTH


def _meant(near: Sequence[Mention], share: Mention, index: Mentions) -> Mention | None:
    """The one level that the words make a plan without calling it one: 今年要加装电梯320部.

    One that is called so behind the share (该目标为50公里) is what it is of.
    """
    found = [m for m in near if is_planned(m)]
    after = index.mentions[index.position[id(share)] + 1 :][:_BEFORE]
    told = any(_planned(m) for m in after if m.sentence == share.sentence)
    return found[0] if len(found) == 1 and not told else None


def _said_above(plan: Mention, share: Mention, index: Mentions) -> Mention | None:
    """What was done, when the two paragraphs above give one such level alone."""
    at, here = index.position[id(share)], share.where[0]
    like = [
        m
        for m in index.mentions[max(0, at - _LOOKED) : at]
        if m.role is Role.LEVEL and here - 2 <= m.where[0] < here and m.base_unit == plan.base_unit
    ]
    like = [m for m in like if not (_planned(m) or m.last_year or m.name.within or m.made_by in _BASES)]
    what = _PLANNING.sub("", plan.name.indicator)[-_PAIR:]
    if like and len(what) == _PAIR and what not in like[0].lead + root(like[0]).name.indicator:
        return None  # 支出2517.9万元。筹款目标3000万元，完成94.8%
    return like[0] if like and all(agree(like[0], other) for other in like) else None


_OF_A_MONTH = compiled("单月|当月|单日|单季|当季|[日月季周]均")
_PLANNING, _PAIR = compiled("目标|计划|任务|年度|全年|本年|原定|的|数$"), 2


def _planned(mention: Mention) -> bool:
    named = mention.name.indicator
    return mention.modality == "plan" or any(word in named for word in PLANS)
