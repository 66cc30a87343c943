"""Wholes and their parts: stated (合计), known (男女, 三次产业), likely, or open (其中).

Wording alone does not show that a list of parts is complete. It counts as complete when the text
says so, when the lexicon knows the set, or when the parts miss the whole by exactly one slip of the
pen; otherwise the parts may add up, and then do so on the record, or not, and then nothing is said.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import pairwise

from factcheck.claims import slips
from factcheck.claims.adding import (
    adds_up,
    but_one,
    ends_a_list,
    exceeds,
    makes,
    printed,
    running,
    slipped,
    total_of,
)
from factcheck.claims.alone import alone
from factcheck.claims.bind import Bound
from factcheck.claims.by_years import by_years
from factcheck.claims.closings import closings
from factcheck.claims.columned import columned
from factcheck.claims.denominated import denominated
from factcheck.claims.divided import divisions
from factcheck.claims.doers import apart_from_doers
from factcheck.claims.facts import interval_of, is_one
from factcheck.claims.holding import comes_out
from factcheck.claims.itemised import itemised
from factcheck.claims.left_out import leaves_out, rest_in_share
from factcheck.claims.lexicons import ADDED_UP
from factcheck.claims.mentions import Mention, Role
from factcheck.claims.naming_total import spelled
from factcheck.claims.of_them_all import of_them_all
from factcheck.claims.overfull import one_of_each
from factcheck.claims.parallel import parallel
from factcheck.claims.sets import in_series, known_set, makes_up, set_name
from factcheck.claims.skeleton import PERIOD
from factcheck.claims.table_words import table_words
from factcheck.claims.totalled import totals
from factcheck.interval import Interval
from factcheck.model import Partition
from factcheck.patterns import compiled

# How many figures on 其中 may open, at most: the growth and the rank of the whole stand between.
_CLOSE = 3
_FEW = 3
_PAIR = 2
_NOT_MORE = Interval.between(1, Fraction(3, 2))  # by more than half, they are of something else
_OPENED = compiled("^[，,、；; ]*(?:其中)?[，,：: ]*")
# 两侧各宽1米: of each of several; 其余各类 are all the others together.
_EACH = compiled(
    "(?:(?<!其余)(?<!其他)(?<!其它)(?<!剩余)各|各(?![类项种]))[^，、；]{0,2}$|各[设有建派出配选拿种卖买捐分][^，、；]{0,6}$"
)
_EACH_COSTS = compiled("每[\u4e00-\u9fff]{1,2}(?:为|约|仅|只)?$")
_STATED = compiled(
    r"[两二三四五六七八九十]\w?[项类者种部]?(?:合计|共计|相加|总计|共)|合计|总计|共计|相加|总和|小计"
    f"|{ADDED_UP}"
)


def partitions(mentions: Sequence[Mention], bound: Bound) -> list[Partition]:
    """The wholes with their parts that the level mentions of an article make."""
    plain = (m for m in bound.amounts if not m.modality and not m.only_base)
    levels = apart_from_doers([m for m in plain if not m.right.startswith("级")])  # 73公斤级: a name
    found, taken = denominated(levels, bound)
    levels = [m for m in levels if id(m) not in taken]
    for total, run in totals(levels):
        parts = _plain(total, run)
        found += _partition(total, parts, bound, _completeness(total, parts), "total")
        taken.update(id(part) for part in parts)
    shared = {id(m.topic): m for m in mentions if m.role is Role.SHARE and m.topic is not None}
    last = {id(level): before for before, level in pairwise(levels)}
    for whole, parts in divisions(levels):
        run_on = _one_of_a_run(whole, last.get(id(whole))) or ends_a_list(levels, whole, parts[0])
        if run_on or is_one(whole) or _shared_otherwise(whole, parts, shared):
            continue
        free = [part for part in parts if id(part) not in taken]
        found += _division(whole, free, bound) if free and not _is_moment(whole, free) else []
    told = {frozenset(map(id, partition.parts)) for partition in found}
    for whole, parts in itemised(levels):
        likely = _likely(whole, parts)
        complete = "known" if likely == "open" and exceeds(whole, parts) else likely
        made = _partition(whole, parts, bound, complete, "items")
        found += [one for one in made if frozenset(map(id, one.parts)) not in told]
    told |= {frozenset(map(id, partition.parts)) for partition in found}
    for whole, parts in columned(levels):
        made = _partition(whole, parts, bound, "known", "columns")
        found += [one for one in made if frozenset(map(id, one.parts)) not in told]
    for whole, parts in by_years([m for m in bound.measured if id(m) in bound.levels]):
        found += _partition(whole, parts, bound, "stated", "total")
    for whole, part in alone(levels):
        found += _partition(whole, [part], bound, "open", "of-which")
    return parallel(found)


def _plain(total: Mention, parts: list[Mention]) -> list[Mention]:
    """后24次每次4元，付96元: what each costs is no part beside what all cost.

    三层每户出2.5万元，四层3.5万元，8户共14万元: where they do not make the total, the others are of each.
    """
    plain = [part for part in parts if not _EACH_COSTS.search(part.left)]
    if len(plain) < len(parts) and len(plain) > 1 and not adds_up(total, plain):
        return []
    return plain if len(plain) > 1 else parts


def _one_of_a_run(whole: Mention, last: Mention | None) -> bool:
    """三名博导一名硕导，其中两位…: of all that are told together, and not of the last of them."""
    if last is None or not whole.left or last.base_unit != whole.base_unit:
        return False
    beside = last.where[:3] == whole.where[:3] and last.where[3] + 1 == whole.where[3]
    return beside and last.right[:_PAIR] == whole.left


def _shared_otherwise(whole: Mention, parts: Sequence[Mention], shared: Mapping[int, Mention]) -> bool:
    """车险642亿元。从渠道看，甲386亿元，占新单的47.6%；乙297亿元，占36.6%: shares of another whole."""
    said = [(shared[id(part)], part) for part in parts if id(part) in shared]
    if len(said) < _PAIR or whole.sentence == parts[0].sentence:
        return False
    return not any(comes_out(share, part, whole) for share, part in said)


def _completeness(total: Mention, parts: list[Mention]) -> str:
    opened = _STATED.match(total.lead.lstrip("，、")) or spelled(total, parts) or of_them_all(total, parts)
    if opened or not total.name.indicator or (total.where[2] and total.name.total and _near(total, parts)):
        return "stated"
    return "known" if known_set(parts) and makes_up(total, parts) else _likely(total, parts)


def _near(total: Mention, parts: list[Mention]) -> bool:
    """Whether the parts are listed in the clauses right before their total, alike in words."""
    run = [*parts, total]
    return all(two.where[3] - one.where[3] <= 2 for one, two in pairwise(run))


def _division(whole: Mention, parts: list[Mention], bound: Bound) -> list[Partition]:
    """One whole with its parts; the parts that add up are told apart from the others."""
    parts = _undetailed(whole, parts)
    totals_so_far = running(parts)
    for end in range(len(parts), 1, -1):
        if makes(totals_so_far[end], whole):
            rest = parts[end:]
            made = _partition(
                whole, parts[:end], bound, "known" if known_set(parts[:end]) else "open", "division"
            )
            return made + _partition(whole, rest, bound, "open", "within")
    members = known_set(parts)
    members = members if makes_up(whole, members) else []
    opened = parts[0].name.within or bool(parts[0].lens)
    if members and opened and (len(members) == len(parts) or not _among(members, parts)):
        return _partition(whole, members, bound, "known", "division")
    told = parts[0].kinds == len(parts)  # 由三部分构成
    closed = len(parts) > 1 and not _is_open(parts) and (told or not _nested(parts))
    complete = _likely(whole, parts) if closed and not _by_luck(whole, parts) else "open"
    complete = "open" if complete == "likely" and leaves_out(whole, parts, bound) else complete
    exhausted = _exhausted(parts) and not rest_in_share(whole, parts, bound)
    if closed and not whole.last_year and (exhausted or told):
        complete = "stated"
    runs = (parts[:end] for end in range(len(parts), 1, -1)) if complete == "open" and closed else ()
    series = next((run for run in runs if in_series(run, whole)), [])
    if series and exceeds(whole, series):
        return _partition(whole, series, bound, "known", "within")
    if complete == "open" and closed and parts[0].name.within and _overfull(whole, parts, bound):
        return _partition(whole, parts, bound, "known", "within")
    if complete == "open" and exceeds(whole, parts):
        how = "of-which" if _directly(whole, parts[0]) else "within"
        return [made for part in parts for made in _partition(whole, [part], bound, "open", how)]
    return _partition(whole, parts, bound, complete, "within")


def _is_moment(whole: Mention, parts: list[Mention]) -> bool:
    """16分钟前起飞。换作轮渡，单是船程就要70分钟: when it was, and not how long."""
    return whole.right.startswith(("前", "后", "之前", "之后", "以后")) and exceeds(whole, parts[:1])


def _overfull(whole: Mention, parts: Sequence[Mention], bound: Bound) -> bool:
    """52艘次，其中母港邮轮37艘次、访问港邮轮18艘次: sorts of which nothing is two come to more than all.

    受理90件，办结85件，其中刑事60件、民事30件 are of a larger whole beside it.
    """
    names = [_spelled(part) for part in parts]
    large, total = interval_of(whole), total_of(parts)
    beside = (m for m in bound.amounts if m is not whole and m.where[0] == whole.where[0])
    others = (m for m in beside if m.where < parts[0].where and m.base_unit == whole.base_unit)
    if any(not exceeds(other, parts) for other in others):
        return False
    if whole.last_year or not exceeds(whole, parts) or not one_of_each(names, closings().apart):
        return False
    return large is not None and total.meets(large * _NOT_MORE)


def _undetailed(whole: Mention, parts: list[Mention]) -> list[Mention]:
    """其中两村合计1900亩，东村1050亩、西村850亩，其余1300亩: what makes a joint part stands in it.

    16人中，9人已宣判，另8人半年至5年，其余7人: so does a part of a part, where the others make all.
    """
    if parts[-1].name.rest and not adds_up(whole, parts) and (others := but_one(whole, parts)):
        return others
    for at, joint in enumerate(parts):
        totals_so_far = running(parts[at + 1 :]) if joint.name.total and not joint.name.rest else []
        for end in range(2, len(totals_so_far)):
            if makes(totals_so_far[end], joint):
                return [*parts[: at + 1], *parts[at + 1 + end :]]
    return parts


def _among(members: list[Mention], parts: list[Mention]) -> bool:
    """Whether other parts stand between the members of a set: they are not all then (小学, 初中 of five)."""
    places = sorted(parts.index(member) for member in members)
    return places[-1] - places[0] >= len(places) or places[0] > 0


def _directly(whole: Mention, first: Mention) -> bool:
    """Whether 其中 opens the parts right after their whole: 医院120家，其中公立…."""
    if not first.name.within or whole.where[0] != first.where[0]:
        return False
    if whole.sentence == first.sentence:
        return first.where[3] - whole.where[3] <= _CLOSE
    return whole.where[1] + 1 == first.where[1] and first.where[2] <= 1 and whole.where[2] == 0


def _by_luck(whole: Mention, parts: list[Mention]) -> bool:
    """Two round parts after 其中 that fall short: one digit would mend most such gaps."""
    short = not exceeds(whole, parts) and parts[0].name.within and len(parts) < _FEW
    return short and slips.by_luck(printed([whole, *parts]))


def _exhausted(parts: list[Mention]) -> bool:
    """甲40、乙30、其他20: an even list in one sentence that ends with all the rest."""
    if len(parts) < 3 or not parts[-1].name.rest or parts[-1].sentence != parts[0].sentence:
        return False
    return len({two.where[3] - one.where[3] - (two.doer is not None) for one, two in pairwise(parts)}) == 1


def _partition(
    whole: Mention, parts: list[Mention], bound: Bound, complete: str, made_by: str
) -> list[Partition]:
    if complete == "open" and _signed(whole):
        return []  # 亏损3.86亿元，其中上半年亏损4.41亿元，三季度盈利0.55亿元
    if not parts or (whole.name.mean and any(part.period != whole.period for part in parts)):
        return []  # 暑运日均120万，其中8月日均125万
    if len(parts) > 1 and any(_EACH.search(part.left) for part in parts):
        complete = "open"
    claims = tuple(bound.levels[id(part)] for part in parts)
    by = set_name(parts)
    return [Partition(bound.levels[id(whole)], claims, complete, bound.article, by, "level", (), made_by)]


def _signed(whole: Mention) -> bool:
    """Whether a whole may be less than one of its parts, as what is lost here is won there."""
    return any(word in whole.name.indicator for word in table_words().signed)


def _is_open(parts: list[Mention]) -> bool:
    text = parts[0].left + "".join(part.right[:2] for part in parts)
    return any(
        word in text
        for word in (
            "等",
            "主要",
            "例如",
            "比如",
            "部分",
            "重点",
            "尤其",
            "特别是",
            "仅",
            "最",
            "超过",
            "以上",
        )
    )


def _nested(parts: list[Mention]) -> bool:
    """One part is of the kind of another (汽车, 新能源汽车): it is counted in it, not beside it."""
    names = {_spelled(part) for part in parts if len(part.name.indicator) > 1}
    return any(one != other and one.endswith(other) for one in names for other in names)


def _spelled(part: Mention) -> str:
    """The words of a part, with what its name leaves out: 企业捐款 of which the name is 捐款."""
    words = _OPENED.sub("", part.left.replace(PERIOD, "")).rstrip("的为是有达共约")
    return words if words.endswith(part.name.indicator) else part.name.indicator


def _likely(whole: Mention, parts: list[Mention]) -> str:
    """Complete but for one slip of the pen: the gap is one digit of one of the figures."""
    return "likely" if slipped(whole, parts) else "open"
