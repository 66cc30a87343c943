"""What was there, what came, what went, what is there now: 月初132只，收容41只，被领养56只，月末117只.

The accounts of things that are counted, told more freely than 期初 + 增加 − 减少 = 期末: the word for the
start may stand in the clause before, and a net figure (净增) may stand for the stocks. A flow whose words
say no way may have gone either way; such an account only shows a slip of the pen.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby, product

from factcheck.calendar import next_day
from factcheck.claims.adding import greater, printed
from factcheck.claims.bind import Bound
from factcheck.claims.facts import interval_of
from factcheck.claims.lexicons import any_of, either
from factcheck.claims.mentions import Mention, Role
from factcheck.claims.pack_lists import packs
from factcheck.claims.skeleton import LEVEL, PERIOD
from factcheck.claims.slips import by_luck, exchanged_repairs, one_digit_repairs
from factcheck.claims.stating import stated
from factcheck.claims.terms import UNLIKE
from factcheck.interval import Interval
from factcheck.model import Partition
from factcheck.patterns import compiled
from factcheck.periods import is_key

_NET = compiled(
    "(?:净增加?|净减少?|净新增|净增长|自然增加|自然减少|自然增长|净流失)[\u4e00-\u9fff]{0,4}(?:了|约|达到?|为|是)*$"
)
_LESS = compiled("减|流失")
_BORN = compiled("出生|死亡")
_CLOSED = compiled(r"[。！？；\n]|\d")
_FEW, _MANY, _NEAR = 2, 6, 40
_UNSURE = 2
_WITHIN = compiled("[，,]其中[^；;。]*$")
# 没有其他增减: nothing is left out.
_NO_LEAK = compiled("(?:没有|并无|别无|再无|无|未有|不存在)其他[^，。；]{0,6}")
# 前一天留站的640吨, 上周结转的12件.
_LEFT_OVER = compiled(
    "(?:前一[天日晚周月]|昨[天日晚]|头一?天|上[日周月季期次]|此前|之前|先前|原先|早先)[^，。；]{0,3}[留存剩余积滞库欠结未]"
)
# Ways that the last verb before a figure tells, where the word is not listed: 离院, 病淘, 外购.
_IN, _OUT = "入进购收到来抵增引招", "出离退亡死销卖减淘拆送废撤走往汰掉"
_PLANNED = compiled("计划|目标|任务|还[要需应差]|仍[需差]|定下|拟|预计|力争|指标|估计")
# What is there now, in words that other things are told in as well.
_STILL = compiled(
    "(?:[还仍尚现]|当前|今[早晨晚日天])[^，。；]{0,6}?[有存剩余压留积着][^，。；]{0,4}$|剩下?[^，。；]{0,2}$"
)
_VERB = compiled(f"[{_IN}{_OUT}]")
_NOT_VERB = compiled(
    "收入|支出|进度|出口|进口|销量|来自|往年|收费|增长|增加值|到[年月季期]?[底末初]|[年月季]到"
)


def turnovers(mentions: Sequence[Mention], bound: Bound) -> Iterator[Partition]:
    """The accounts of what came and went that the paragraphs of an article tell."""
    said = [m for m in mentions if m.role in (Role.LEVEL, Role.DIFFERENCE) and m.slot.mark == LEVEL]
    said = [m for m in said if m.made_by not in UNLIKE and interval_of(m) is not None]
    said = [m for m in said if not m.aside and not m.name.within and not m.only_base]
    net = "净" in bound.article.text or "自然" in bound.article.text
    for _, group in groupby(said, key=lambda m: m.where[0]):
        if len(together := list(group)) <= _FEW:
            continue
        like: dict[str, list[Mention]] = defaultdict(list)
        for mention in together:
            like[mention.base_unit].append(mention)
        for levels in like.values():
            if len(levels) > _FEW and _starting(levels, bound):
                yield from _stocks(levels, bound)
            if len(levels) > _FEW and net:
                yield from _nets(levels, bound)


def _starting(levels: Sequence[Mention], bound: Bound) -> bool:
    """Whether any words among some levels, or a single day, may tell what there was at the start."""
    text = bound.article.text
    first, last = max(0, levels[0].slot.span.start - _NEAR), levels[-1].slot.span.start
    if _started().search(text, first, last) or _LEFT_OVER.search(text, first, last):
        return True
    return any(is_key(m.period) and m.period[1] == m.period[2] for m in levels)


def _stocks(levels: Sequence[Mention], bound: Bound) -> Iterator[Partition]:
    """A stock at the start, flows, and the stock at the end."""
    at = _started_at(levels, bound)
    if at is None:
        return
    start, after = levels[at], levels[at + 1 :][:_MANY]
    before = [m for m in levels[:at] if m.sentence == start.sentence and _way(m)]
    before = [m for m in before if not _gathers(m, start, bound)]
    least = max(1, _FEW - len(before)) if len(before) < _FEW else 0
    end = next(
        (n for n, m in enumerate(after) if n >= least and (_ends(m, bound) or _shuts(m, after[0]))), -1
    )
    if end < 0 or any(_leaking(m) for m in (start, *after[: end + 1])):
        return
    flows, stock = [*before, *after[:end]], after[end]
    if any((m.name.total or "共" in m.left) and _more(m, start) for m in flows):
        return  # 新收6218件，加上旧存的1142件，共受理7360件
    if any(_PLANNED.search(_clause(m, bound)) for m in (start, stock)):
        return
    if stock.sentence[1] > start.sentence[1] + 1 or stock.modality != start.modality:
        return
    yield from _account(stock, [start], flows, bound)


def _gathers(whole: Mention, start: Mention, bound: Bound) -> bool:
    """受理28.64万件，其中新收25.37万件、旧存3.27万件: what was there is in the whole already."""
    between = bound.article.text[whole.slot.span.end : start.slot.span.start]
    return _WITHIN.match(between) is not None and _more(whole, start)


def _nets(levels: Sequence[Mention], bound: Bound) -> Iterator[Partition]:
    """新增8.6万，注销1.4万，净增7.2万: what came less what went."""
    for at, net in enumerate(levels):
        if not _NET.search(net.left):
            continue
        flows = [m for m in levels[max(0, at - _MANY) : at] if m.sentence == net.sentence]
        flows = [m for m in flows if m.segment == net.segment and not _NET.search(m.left)]
        signs = [_direction(m) for m in flows]
        if _BORN.search("".join(m.left for m in flows)) and "自然" not in net.left:
            continue  # people move as well
        if set(signs) == {1, -1} and not any(map(_leaking, (*flows, net))):
            said = interval_of(net)
            turned = said is not None and said.bottom is not None and said.bottom >= 0
            way = -1 if turned and _LESS.search(net.left) else 1
            weights = tuple(_weight(m, sign * way) for m, sign in zip(flows, signs, strict=True))
            yield from stated(net, flows, bound, "stock-flow", signs=weights, sort="flow")


def _account(
    stock: Mention, start: list[Mention], flows: Sequence[Mention], bound: Bound
) -> Iterator[Partition]:
    """What was there with what came and without what went, against what is there."""
    told = [_way(m) for m in flows]
    weak = not _ended().search(_own(stock))
    guessed = weak or not all(_direction(m) for m in flows)
    if told.count(0) > _UNSURE or len(flows) < _FEW:
        return
    ways = list(product(*([sign] if sign else [1, -1, 0] for sign in told)))
    closed = any(_makes(stock, start, flows, way) for way in ways)
    both = [way for way in ways if {1, -1} <= set(way)]
    slip = [way for way in both if not guessed or _repaired(stock, [*start, *flows], (1, *way), rare=weak)]
    if len(slip) == 1 and not (closed and guessed):
        parts = [m for m, sign in zip((*start, *flows), (1, *slip[0]), strict=True) if sign]
        signs = [sign for sign in (1, *slip[0]) if sign]
        weights = tuple(_weight(m, sign) for m, sign in zip(parts, signs, strict=True))
        complete = "likely" if guessed else "stated"
        yield from stated(stock, parts, bound, "stock-flow", signs=weights, sort="flow", complete=complete)


def _makes(stock: Mention, start: list[Mention], flows: Sequence[Mention], way: tuple[int, ...]) -> bool:
    total = Interval.exactly(0)
    for mention, sign in zip((*start, *flows), (1, *way), strict=True):
        total = total + (interval_of(mention) or Interval.exactly(0)).scaled(_weight(mention, sign))
    large = interval_of(stock)
    return large is not None and large.meets(total)


def _weight(mention: Mention, sign: int) -> int:
    """How an amount counts: 减少0.98亿元 is less than nothing already."""
    return abs(sign) if mention.sign < 0 else sign


def _repaired(stock: Mention, parts: Sequence[Mention], signs: Sequence[int], *, rare: bool) -> bool:
    """Whether one slip of the pen mends the account, one that would not mend most if it must be `rare`."""
    figures = printed([stock, *parts])
    if len(figures) != len(parts) + 1:
        return False
    if exchanged_repairs(figures, signs):
        return True
    return one_digit_repairs(figures, signs) and not (rare and by_luck(figures))


def _more(mention: Mention, start: Mention) -> bool:
    one, other = interval_of(mention), interval_of(start)
    return other is not None and greater(one, other)


def _started_at(levels: Sequence[Mention], bound: Bound) -> int | None:
    """The place of the first stock, said to be of the start or of the day on which the flows began."""
    for at, mention in enumerate(levels):
        if mention.role is Role.LEVEL and (_starts(mention, bound) or _opens(levels, at)):
            return at
    return None


def _opens(levels: Sequence[Mention], at: int) -> bool:
    """9月1日零时386人；9月入院1254人: what there was on the first day of the time of the flows."""
    start, flow = levels[at], levels[at + 1] if at + 1 < len(levels) else None
    if flow is None or not (is_key(start.period) and is_key(flow.period)):
        return False
    first, last = start.period[1:3]
    if first is None or first != last or start.period[0] is not flow.period[0] or _direction(start):
        return False
    begun = flow.period[1] in (first, next_day(first))
    return begun and flow.period[2] not in (None, first) and _way(flow) != 0


def _starts(mention: Mention, bound: Bound) -> bool:
    """The words before it, or those of the clause before, say that it was there at the start."""
    said = _clause(mention, bound)
    started = _started().search(said) or _LEFT_OVER.search(said)
    return started is not None and not _direction(mention)


def _ends(mention: Mention, bound: Bound) -> bool:
    """Its own words say that it is there at the end, or those of the clause before, if it did not move."""
    if mention.role is not Role.LEVEL:
        return False
    if _ended().search(_own(mention)) or (_STILL.search(_own(mention)) and not _direction(mention)):
        return True
    return _ended().search(_clause(mention, bound)) is not None and not _way(mention)


def _shuts(mention: Mention, flow: Mention) -> bool:
    """3月31日存栏199只 after what came in March: what there is on the last day of the flows."""
    if mention.role is not Role.LEVEL or not (is_key(mention.period) and is_key(flow.period)):
        return False
    last = mention.period[2]
    one_day = last is not None and last == mention.period[1] and mention.period_said
    return one_day and flow.period[2] == last != flow.period[1] and not _direction(mention)


def _clause(mention: Mention, bound: Bound) -> str:
    """The words before a figure, back to the figure or to the full stop before."""
    text, end = bound.article.text, mention.slot.span.start
    return _CLOSED.split(text[max(0, end - _NEAR) : end])[-1]


def _leaking(mention: Mention) -> bool:
    return _leaks().search(_NO_LEAK.sub("", mention.lead)) is not None


def _way(mention: Mention) -> int:
    """Its direction by a listed word, else by the last verb before it."""
    if sign := _direction(mention):
        return sign
    found = _VERB.findall(_NOT_VERB.sub("", _own(mention)))
    return 0 if not found else 1 if found[-1] in _IN else -1


def _direction(mention: Mention) -> int:
    """1 for what came, −1 for what went, by the word that stands last; 0 when none does."""
    found = _moved().findall(_own(mention))
    if not found:
        return 0
    return 1 if found[-1] in packs().flow["inflow"] else -1


def _own(mention: Mention) -> str:
    return mention.left.replace(PERIOD, "") if PERIOD not in mention.left else mention.lead


@cache
def _moved() -> re.Pattern[str]:
    flow = packs().flow
    return compiled(either([*flow["inflow"], *flow["outflow"]]))


@cache
def _started() -> re.Pattern[str]:
    return compiled(any_of(packs().flow["start"]))


@cache
def _ended() -> re.Pattern[str]:
    return compiled(any_of([*packs().flow["end"], "现存", "尚有", "在册", "在站", "结存", "库存", "未结"]))


@cache
def _leaks() -> re.Pattern[str]:
    return compiled(any_of(packs().flow["leaks"]))
