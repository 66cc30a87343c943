"""What is left of a whole: 计划80公里，已完成56公里，剩余24公里."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache
from itertools import pairwise, permutations, product

from factcheck.claims.adding import adds_up, but_one, printed, slipped
from factcheck.claims.bind import Bound
from factcheck.claims.facts import interval_of, middle_of, root
from factcheck.claims.lexicons import any_of
from factcheck.claims.mentions import Mention, Role
from factcheck.claims.pack_lists import packs
from factcheck.claims.planned import is_planned
from factcheck.claims.skeleton import PERIOD
from factcheck.claims.slips import exchanged_repairs
from factcheck.claims.stating import stated
from factcheck.claims.still_to_do import still_to_do
from factcheck.interval import Interval
from factcheck.model import Partition
from factcheck.patterns import compiled

# 2024年初: the year is left out, so that the words that open a stock stand first.
_YEAR = compiled(r"^(?:19|20)\d\d(?=年)")
# Words of what is divided, said after its first part: 已完成56公里，全长80公里.
_WHOLE = compiled("[共总全]|计划|合计|目标|应|任务")
_ABOVE = 40
_LONG = 3
_LISTED = 2
_FAR_OFF = Fraction(2, 3)
_OPEN = compiled("^(?:[中里]|当中|之中)|^[^，。；]{0,6}(?:另|待|还|外)")
_STEP = compiled("[，；]?(?:再|又|然后|接着|随后|最后)[还付给拨交缴]")
# 其余靠卖球衣，账上还剩2.3万元: some more that is not told.
_UNTOLD = compiled("(?:其余|剩下|余下)[^，。；]{2,}，")
_STILL = compiled("(?:还|仍|尚)(?:要|得|需|须|应|必须)(?:再|继续)?(?P<deed>[\u4e00-\u9fff]{0,3})$")
_GATHERED = compiled("[共总全]|计划|合计|[募筹征][得集到]|收到|带回|产生|评出")
_EACH = compiled("(?:每一?个?|[一全]?(?=[日月年](?:[租薪供费收工]|$)))([\u4e00-\u9fff])[\u4e00-\u9fff]*$")
_OF = {"日": "天", "星": "周"}
# How many days, weeks and months there are in what the whole is told of.
_OFTEN = {
    "天月": (30, 31, 28, 29),
    "天周": (7,),
    "天年": (365, 366),
    "周月": (4,),
    "月": (12,),
    "月年": (12,),
}


def remainders(
    paragraph: list[Mention], bound: Bound, above: Sequence[Mention], shared: frozenset[int]
) -> Iterator[Partition]:
    """计划80公里，已完成56公里，剩余24公里: what is left with what is done makes the whole.

    `above` are the levels of the paragraphs above: one that opens with what is left goes on from them.
    `shared` are the levels (by `id`) that have a share of their own, and so lie beside each other.
    """
    for at, rest in enumerate(paragraph):
        if (pair := still_to_do(rest, paragraph[:at])) is not None:
            yield from stated(pair[0], [pair[1], rest], bound, "remainder")
        elif account := _left_of(at, paragraph, bound, above, shared):
            yield from _told(account[0], [*account[1:], rest], bound)


def _left_of(
    at: int, paragraph: list[Mention], bound: Bound, above: Sequence[Mention], shared: frozenset[int]
) -> list[Mention]:
    """The whole and what was taken from it that leave the level at a place; none where nothing is left."""
    rest, leaks = paragraph[at], packs().remainder_leaks
    told = led(rest, packs().remainder) or _to_do(rest, paragraph[:at])
    if rest.role is not Role.LEVEL or not told or _of_those(paragraph[at + 1 : at + 2], rest):
        return []
    if _own(rest).startswith(("其余", "剩余", "余下")) and not rest.name.rest:
        return []
    like = _before(paragraph[:at], rest, above)
    if len(like) < 2 or any(leak in m.lead + m.right for m in paragraph for leak in leaks):
        return []
    if like and _UNTOLD.search(bound.article.text, like[-1].slot.span.end, rest.slot.span.start):
        return []
    if len({m.period for m in (*like[-2:], rest) if m.period_said}) > _LISTED:
        return []  # 2019年276人，2022年143人，今年春天剩下47人
    return _elsewhere(like, rest, above) or _account(like, rest, shared)


def _to_do(rest: Mention, before: Sequence[Mention]) -> bool:
    """计划招工320人，已招244人，还要再招76人: what is still to be done of what was planned."""
    found = _STILL.search(rest.left)
    if found is None:
        return False
    like = [m for m in before if m.base_unit == rest.base_unit and m.sentence[1] >= rest.sentence[1] - 1]
    if len(like) != _LISTED or not is_planned(like[0]) or is_planned(like[1]):
        return False
    deed = found["deed"]  # 还要再招76人; not 还要培训76人
    return not deed or deed.startswith("完成") or any(deed[0] in m.left for m in like)


def _told(whole: Mention, parts: list[Mention], bound: Bound) -> Iterator[Partition]:
    """The account of a whole; what is told of each month (每月900元) counts as often as comes out."""
    often = [_times(part, whole) for part in parts]
    if all(times == (1,) for times in often) or adds_up(whole, parts):
        yield from stated(whole, parts, bound, "remainder")
        return
    amounts, large = [interval_of(part) or Interval.exactly(0) for part in parts], interval_of(whole)
    for signs in product(*often):
        made = [amount.scaled(sign) for amount, sign in zip(amounts, signs, strict=True)]
        if large is not None and sum(made, Interval.exactly(0)).meets(large):
            yield from stated(whole, parts, bound, "remainder", signs=signs, complete="open")
            return


def _times(part: Mention, whole: Mention) -> tuple[int, ...]:
    """How often an amount may count in a whole: what is told of each month more often than what is of all."""
    unit, over = _each(part), _each(whole)
    return (1,) if unit in ("", over) else _OFTEN.get(unit + over, ())


def _each(mention: Mention) -> str:
    """What an amount is told for each of: 月 for 每月900元 and 月租900元; empty for one of all."""
    found = _EACH.search(mention.lead)
    return _OF.get(found.group(1), found.group(1)) if found is not None else ""


def _of_those(after: Sequence[Mention], rest: Mention) -> bool:
    """其余四个年级17个班: what is counted of those that are left is told right behind their number."""
    behind = after[0] if after else None
    beside = behind is not None and behind.where[:3] == rest.where[:3] and behind.base_unit == rest.base_unit
    return beside and behind is not None and bool(rest.right) and rest.right == behind.left


def _before(paragraph: Sequence[Mention], rest: Mention, above: Sequence[Mention]) -> list[Mention]:
    """The levels in the unit of what is left, said before it in its paragraph, or above when it opens one."""
    said = [m for m in paragraph if m.sentence[1] >= rest.sentence[1] - 1]
    if not paragraph and not rest.where[1] and above and above[-1].where[0] + 1 == rest.where[0]:
        said = [m for m in above if m.where[0] == above[-1].where[0]]
    if _counted_here(paragraph, rest):
        said = [m for m in said if m.sentence == rest.sentence]
    said = [m for m in said if not (m.aside and m.made_by == "listed")]  # 18元一碗
    return [m for m in said if m.base_unit == rest.base_unit and m.role is Role.LEVEL]


def _counted_here(before: Sequence[Mention], rest: Mention) -> bool:
    """9名教师。12个孩子，六年级5人、五年级3人、余下4人: what the sentence itself counts is divided."""
    here = [m for m in before if m.sentence == rest.sentence]
    unit = here[0].slot.unit if here else None
    return unit is not None and unit.name == "个" and unit.base != rest.base_unit


def _elsewhere(like: list[Mention], rest: Mention, above: Sequence[Mention]) -> list[Mention]:
    """门店卖了1180把，网店1965把，剩下的1175把: parts of a whole that the paragraphs above tell."""
    here = [m for m in like if m.sentence == rest.sentence]
    wide = [m for m in reversed(above[-_ABOVE:]) if m.base_unit == rest.base_unit and m.role is Role.LEVEL]
    whole = next((m for m in wide if adds_up(m, [*here, rest])), None) if len(here) > 1 else None
    return [whole, *here] if whole is not None and not adds_up(here[0], [*here[1:], rest]) else []


def _opened(like: list[Mention], rest: Mention) -> list[Mention]:
    """应休船1286艘。其中，甲342艘；乙817艘；其余127艘: the whole before the 其中 that opens the list."""
    here = [m for m in like if m.sentence == rest.sentence]
    at = like.index(here[0]) if here and here[0].name.within else 0
    whole = like[at - 1] if at and not like[at - 1].name.within else None
    held = whole is not None and all(_least(m) < _least(whole) for m in here)
    return [whole, *here] if whole is not None and held and len(here) > 1 else []


def _account(like: list[Mention], rest: Mention, shared: frozenset[int]) -> list[Mention]:
    """The whole and what was taken from it: those that leave the rest, else those the words ask for."""
    named = next((pair for pair in _pairs(like) if _alike(pair) and _all_but(pair, rest)), [])
    here = [m for m in like if m.sentence == rest.sentence]
    ahead = [m for m in like if m.sentence != rest.sentence]
    if len(ahead) == 1 and len(here) > 1:  # 接诊6412人次。内科2980人次，外科1745人次，其余…
        here = [*ahead, *here]
    if len(here) > _LISTED and id(here[0]) not in shared and _listed_out(here, rest, like):
        return here
    return _leaving(like, rest) or named or _opened(like, rest) or _likely(like, rest, shared)


def _leaving(like: list[Mention], rest: Mention) -> list[Mention]:
    """A whole and parts that leave exactly the rest."""
    for start in range(len(like) - 2, -1, -1):
        for after in range(start + 1, len(like)):
            if adds_up(like[start], [*like[after:], rest]):
                return [like[start], *like[after:]]
    for start in range(len(like) - 2):
        if others := but_one(like[start], [*like[start + 1 :], rest]):
            return [like[start], *others[:-1]]
    pairs = ([whole, done] for whole, done in permutations(reversed(like), 2))
    return next((pair for pair in pairs if adds_up(pair[0], [pair[1], rest])), [])


def _likely(like: list[Mention], rest: Mention, shared: frozenset[int]) -> list[Mention]:
    """The largest figure beside the rest as the whole, where the words or one slip of the pen say so."""
    here = [m for m in like if m.sentence == rest.sentence]
    alone = len(here) > 1
    if alone and len([m for m in here if id(m) in shared]) > 1:
        return []  # 甲53120只，占61%；乙21846只，占25%；剩下的12470只: of a whole that is not here
    account = _from_largest(here if alone else like)
    if account and _STEP.match(account[0].left):
        return []  # 先付工资，再还银行8170万元，其中本金6300万元，余下515万元
    told = alone and len(account) == 2 and (not rest.name.rest or _done(account[1]) or _first(account, rest))
    if told or (account and _one_slip([*account, rest])):
        return account
    return next((pair for pair in _pairs(like) if _all_but(pair, rest)), [])


def _listed_out(account: list[Mention], rest: Mention, like: list[Mention]) -> bool:
    """共1260册，少儿类480册，科普类360册，剩下320册: a whole, and clause by clause all that makes it up."""
    whole, *parts = account
    if whole is not like[0] or any(_least(m) >= _least(whole) for m in parts) or _OPEN.search(rest.right):
        return False
    if any(word in rest.left for word in "各每均") or adds_up(whole, parts):
        return False  # 其余两侧各3米; 312天里，优118天、良194天；其余54天中
    opened = _GATHERED.search(whole.lead) is not None or parts[0].name.within
    here = [m for m in (*account, rest) if m.sentence == rest.sentence]
    places = [m.where[2] for m in here]
    row = all(0 <= two - one <= _LISTED for one, two in pairwise(places)) and not any(
        m.aside for m in account
    )
    named = all(m.name.indicator and not m.period_said for m in parts)
    made = sum(map(middle_of, (*parts, rest)), Fraction(0)) / (middle_of(whole) or 1)
    return opened and row and named and _FAR_OFF < made < 1 / _FAR_OFF


def _from_largest(here: list[Mention]) -> list[Mention]:
    """The largest figure with those after it; one that ends them must be said to be the whole."""
    largest = max(range(len(here)), key=lambda n: _least(here[n]))
    if largest < len(here) - 1:
        return here[largest:]
    return [here[-1], here[-2]] if _WHOLE.search(here[-1].lead) else []


def _pairs(like: list[Mention]) -> Iterator[list[Mention]]:
    """The last figure before what is left, with each one before it, the nearest first."""
    for whole in reversed(like[:-1]):
        yield [whole, like[-1]]


def _alike(pair: list[Mention]) -> bool:
    """The name of the whole stands in that of what was done: 隧洞42公里, 隧洞掘进38公里."""
    whole, done = (root(m).name.indicator for m in pair)
    return len(whole) > 1 and whole in done


def _all_but(pair: list[Mention], rest: Mention) -> bool:
    """Whether one slip of the pen keeps a whole, what was done and what is left from agreeing."""
    return _one_slip([*pair, rest])


def _one_slip(account: list[Mention]) -> bool:
    """One digit is another, or two digits of numbers that are not short changed places."""
    figures = printed(account)
    long = all(sum(char.isdigit() for char in figure.text) >= _LONG for figure in figures)
    return slipped(account[0], account[1:]) or (
        long and len(figures) == len(account) and exchanged_repairs(figures)
    )


def _done(mention: Mention) -> bool:
    """The words say that it was taken from the whole: 已完成56公里, 首批215吨."""
    return mention.left.lstrip("，,、；;。").startswith(packs().done)


def _first(account: list[Mention], rest: Mention) -> bool:
    """145名教师中，98人优秀，其余47人合格: one part opened, and the rest right after it."""
    done = account[1]
    return done.name.within and done.where[2] + 1 == rest.where[2]


def _least(mention: Mention) -> Fraction:
    interval = interval_of(mention)
    return interval.bottom if interval is not None and interval.bottom is not None else Fraction(0)


def led(mention: Mention, words: Sequence[str]) -> bool:
    """One of the words opens the name of the figure, or stands right before it."""
    if not _telling().search(mention.lead):
        return False
    text = _own(mention)
    return any(text.startswith(word) or text.rstrip("的为约有共达是").endswith(word) for word in words)


@cache
def _telling() -> re.Pattern[str]:
    """Any of the words that tell of an account."""
    found = packs()
    return compiled(any_of([*found.remainder, *found.flow["start"], *found.flow["end"]]))


def _own(mention: Mention) -> str:
    """The words of its clause before it, back to the figure before, periods spelled out."""
    words = mention.lead.lstrip("，,、；; ")
    left = mention.left.replace(PERIOD, "").lstrip("，,、；; ")
    start = words.rfind(left) if left else -1
    words = _YEAR.sub("", words)
    spoken = words.startswith((*packs().flow["start"], *packs().flow["end"]))
    return words if start < 0 or (spoken and len(words) <= len(left) + 4) else words[start:]
