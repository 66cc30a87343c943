"""Lists and the figure that is all of them, by where it stands: 甲3人、乙5人、丙4人，12名选手全部到齐.

A figure that opens the clause or the sentence right after a list, in the unit of the list, with no
name of its own or with words for all (全厂, 三班合力, …全部到齐), tallies it. The account must come out
or be one slip of the pen away from that: a figure there can also speak of something else.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby

from factcheck.claims.adding import adds_up, greater, printed
from factcheck.claims.bind import Bound
from factcheck.claims.facts import interval_of, middle_of
from factcheck.claims.lexicons import any_of, either
from factcheck.claims.mentions import Mention, Role
from factcheck.claims.sets import known_set
from factcheck.claims.skeleton import PERIOD
from factcheck.claims.slips import by_luck, exchanged_repairs, one_digit_repairs
from factcheck.claims.stating import stated
from factcheck.claims.terms import UNLIKE
from factcheck.claims.told import told
from factcheck.claims.totalled import closes
from factcheck.model import Dimension, Partition
from factcheck.patterns import compiled
from factcheck.periods import is_key

_PAIR, _LIST, _FEW, _FAR, _MOST = 2, 3, 10, 3, 40
_JOINTS = "，,、；;：:。—–- “”"
# What may stand before a figure that has no name of its own: 这, 到案的.
_BARE = compiled("(?:这|那|这些|所有|整整|足足|将近|近|约)?(?:[^，]{1,12}的)?")
_OPENED = compiled("其中|包括|例如|比如|主要|尤其|特别是|最[高多大低少]|仅|等")
# What there was and what went are no parts of what there is: 原设24项，取消1项，共设25项.
_WENT = compiled("(?:取消|撤销|撤并|减少|淘汰|关停|退出|注销)了?[^，]{0,4}$")
_WAS = compiled("上届|上次|原[有设来本]|此前|年初|期初|[年月]底|[年月]末")
_SUMMED = compiled("[总共]|累计|合计|各$")
_RATES = ("岁", "周岁", "分", "度", "级", "倍", "名次")
_PER_ONE = compiled("每[户人家台辆亩层间份次天月年]")
# 早上…，中午…，晚上…，一天要吃…: the parts of the day make it.
_DAY = compiled("(?:^|[，,])(?:[这那]?一|每|整)[天日](?:下来|里|总)?[^，]{0,6}$")
_DAY_PART = compiled("[早晚]|清晨|凌晨|上午|[中正]午|午[市餐饭班后间]|下午|傍晚|[白夜](?:班|间|天|里|市)")
_CHANGES = (Role.SHARE, Role.GROWTH, Role.PROGRESS, Role.MULTIPLE)


def tallies(mentions: Sequence[Mention], bound: Bound) -> Iterator[tuple[list[Mention], Partition]]:
    """The lists that a figure right behind them tallies, the whole first, and what they make."""
    for _, together in groupby(mentions, key=lambda m: m.where[0]):
        paragraph = [m for m in together if not m.aside]
        for at in _behind_others(paragraph):
            total = paragraph[at]
            free = _usable(total) and _speaks(total) and not closes(total)
            run = _parts(paragraph, at) if free else []
            parts = next((run[n:] for n in range(len(run) - 1) if adds_up(total, run[n:])), [])
            if not parts and _slip(total, run):
                parts = run
            if parts:
                for made in stated(total, parts, bound, "tally", complete="likely"):
                    yield [total, *parts], made


def _behind_others(paragraph: Sequence[Mention]) -> Iterator[int]:
    """The places of the figures that have enough others in their unit before them to be their sum."""
    if len(paragraph) <= _PAIR:
        return
    places: dict[str, list[int]] = defaultdict(list)
    for at, mention in enumerate(paragraph):
        places[mention.base_unit].append(at)
    yield from sorted(at for like in places.values() for at in like[_PAIR:])


def _usable(mention: Mention) -> bool:
    """It can be a member of a sum."""
    unit = mention.slot.unit
    if mention.role is not Role.LEVEL or mention.slot.figure is None or unit is None:
        return False
    if "/" in unit.name or unit.base == "1" or unit.name in _RATES or unit.dimension is Dimension.TEMPERATURE:
        return False
    plain = not mention.modality and not mention.name.mean and not mention.only_base
    return plain and mention.made_by not in (*UNLIKE, "to") and interval_of(mention) is not None


def _parts(paragraph: Sequence[Mention], at: int) -> list[Mention]:
    """The list right before a figure, when the figure tallies it."""
    total = paragraph[at]
    run = _run(paragraph, at)
    if len(run) < _PAIR or not _can_hold(total, run) or _of_each(paragraph, at, run[0]):
        return []
    if not _is_list(paragraph, run):
        return []
    if len(run) > _LIST and middle_of(run[0]) == len(run) - 1:
        run = run[1:]  # 5个市：甲市36个…
    return run if _tells(total, run) else []


def _of_each(paragraph: Sequence[Mention], at: int, first: Mention) -> bool:
    """三层每户出2.5万元，四层3.5万元，8户共14万元: what follows a price for each is of each, too."""
    place = next(n for n in range(at - 1, -1, -1) if paragraph[n] is first)
    before = paragraph[max(0, place - 1)]
    return before.sentence == first.sentence and _PER_ONE.search(before.left) is not None


def _is_list(paragraph: Sequence[Mention], run: Sequence[Mention]) -> bool:
    """Figures side by side, none of them among another, of which no more are left out."""
    if _OPENED.search(run[0].lead + "".join(m.right[:2] for m in run)):
        return False
    if any(_WENT.search(m.left) for m in run) or _WAS.search(run[0].lead):
        return False
    within = any(m.name.within for m in run[1:]) or _opened(paragraph, run[0])
    return not within and _named_apart(run)


def _can_hold(total: Mention, run: Sequence[Mention]) -> bool:
    """It is no part itself, no less than any of them and not far more than all."""
    value = interval_of(total)
    if value is None or total.name.within or total.name.rest:
        return False
    if any(greater(interval_of(part), value) for part in run):
        return False
    return middle_of(total) <= sum(map(middle_of, run)) * _FAR


def _run(paragraph: Sequence[Mention], at: int) -> list[Mention]:
    """The unbroken run of figures in the unit of the one `at` a place before it, in one sentence."""
    total, run = paragraph[at], list[Mention]()
    for mention in reversed(paragraph[max(0, at - _MOST) : at]):
        if run and mention.sentence != run[0].sentence:
            break
        if mention.sentence[1] < total.sentence[1] - 1:
            break
        if mention.role in _CHANGES:
            continue
        if mention.base_unit == total.base_unit and _usable(mention):
            run.insert(0, mention)
        elif run or not _counts(mention):
            break
    return run


def _counts(mention: Mention) -> bool:
    """三班合力, 三天时间, 一天: how many there were."""
    figure = mention.slot.figure
    if figure is None or figure.value is None:
        return False
    return _PAIR <= figure.value <= _FEW or figure.text in ("一天", "一日")


def _opened(paragraph: Sequence[Mention], first: Mention) -> bool:
    """A whole of its own unit is told before the list, which it opens."""
    before = paragraph[: paragraph.index(first)]
    like = [m for m in before if m.base_unit == first.base_unit and m.sentence[1] >= first.sentence[1] - 1]
    return first.name.within and bool(like)


def _named_apart(run: Sequence[Mention]) -> bool:
    """Each part has words of its own, before it or behind it, or is one of several told 分别."""
    if all(m.made_by == "respectively" for m in run):
        return True
    before = [m.left.strip(_JOINTS) for m in run]
    behind = [m.right.strip(_JOINTS) for m in run]
    return len(set(before)) == len(run) or (all(behind) and len(set(behind)) == len(run))


def _speaks(total: Mention) -> bool:
    """Its words may say that it is all of what was listed."""
    own, lead = total.left.replace(PERIOD, "").strip(_JOINTS), total.lead.strip(_JOINTS)
    told_so = (
        _DAY.search(lead) or _before().match(own) or _before().match(lead) or _behind().search(total.right)
    )
    return bool(told_so or _BARE.fullmatch(lead))


def _tells(total: Mention, run: Sequence[Mention]) -> bool:
    """Its words, or that it has none while the parts have, say that it is all of them."""
    own, lead = total.left.replace(PERIOD, "").strip(_JOINTS), total.lead.strip(_JOINTS)
    if total.left.startswith("、") or any(_SUMMED.search(m.left) for m in run):
        return False
    if _before().match(own) or _before().match(lead) or _behind().search(total.right):
        return True
    if _DAY.search(lead):
        parts = [found.group() for m in run if (found := _DAY_PART.search(m.left)) is not None]
        little = middle_of(total) * 8 <= sum(map(middle_of, run)) * 9  # what was eaten in between is not told
        return little and len(set(parts)) == len(run)
    named = all(m.left.strip(_JOINTS) for m in run)
    return len(run) >= _LIST and named and _BARE.fullmatch(lead) is not None


@cache
def _before() -> re.Pattern[str]:
    return compiled(f"[^，]{{0,3}}?{either(told().tally['before'])}[^，]{{0,5}}$")


@cache
def _behind() -> re.Pattern[str]:
    return compiled(any_of(told().tally["behind"]))


def _slip(total: Mention, run: Sequence[Mention]) -> bool:
    """One slip of the pen keeps the list from making the total, and few other gaps would be one."""
    if len(run) < _PAIR or _lacks_months(total, run):
        return False
    figures = printed([total, *run])
    if len(run) < _LIST and by_luck(figures) and not known_set(run):
        return False
    return one_digit_repairs(figures) or exchanged_repairs(figures)


def _lacks_months(total: Mention, run: Sequence[Mention]) -> bool:
    """10月、11月分别售出…，四季度累计售出…: the parts are of times of their own, which leave some out."""
    keys = [m.period for m in (total, *run)]
    days = [(key[1], key[2]) for key in keys if is_key(key) and key[1] and key[2]]
    if len(days) < len(keys) or len(set(days[1:])) < len(run):
        return False
    first, last = min(start for start, _ in days[1:]), max(end for _, end in days[1:])
    return (first, last) != days[0]
