"""Levels with the parts listed after them: 其中, a lens (分产业看), columns of a list, complete sets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise

from factcheck.claims.adding import adds_up, greater, slipped
from factcheck.claims.context import is_later
from factcheck.claims.facts import interval_of, root
from factcheck.claims.lexicons import words
from factcheck.claims.mentions import Mention
from factcheck.claims.naming_total import spelled
from factcheck.claims.sets import in_series, is_member, known_set, set_name
from factcheck.claims.totalled import closes
from factcheck.patterns import compiled

# A difference or a base said in words of their own: 多了9.6天, 常年同期9.4天.
_GAP = compiled(r"^[，,、]?(?:均|都|共|还|约)?(?:多|少|高|低|增加|减少|相差|差|缺)(?:了|出|出了|出来)?$")
# 8868人死亡，其中7818人是平民，另有超过1.8万人受伤: those beside the whole.
_BESIDES = compiled("[，,；;、]?(?:另有|另外有|此外[还另]?有)")
_PAIR, _FAR = 2, 60
_FIRST = frozenset("一甲东上前")  # 一期7.8亿元，二期5.7亿元: how a series of parts begins
_NORMAL = compiled("^(?:而|较)?(?:常年|历年|往年|多年|近[十\\d]+年)(?:同期|平均|均值|值)?")


def divisions(levels: list[Mention]) -> Iterator[tuple[Mention, list[Mention]]]:
    """A level with the parts listed after it: 其中, a lens (分产业看), or a complete set."""
    for _, sentence in groupby(enumerate(levels), key=lambda pair: pair[1].sentence):
        said = [pair for pair in sentence if not pair[1].aside]
        for like in _by_unit(said):
            yield from _opened(like, levels)
        yield from _columns(said, levels)
    yield from _bracketed(levels)


def _by_unit(said: list[tuple[int, Mention]]) -> Iterable[list[tuple[int, Mention]]]:
    """The levels of a sentence by their units."""
    found: dict[str, list[tuple[int, Mention]]] = defaultdict(list)
    for pair in said:
        found[pair[1].base_unit].append(pair)
    return found.values()


def _bracketed(levels: list[Mention]) -> Iterator[tuple[Mention, list[Mention]]]:
    """重点人群1.56万剂次（其中医务人员0.43万剂次）: a part in brackets right behind its whole."""
    for whole, part in pairwise(levels):
        opened = part.aside and part.name.within and whole.sentence == part.sentence
        if opened and _divisible(whole, [part]):
            yield whole, [part]


def _opened(
    sentence: list[tuple[int, Mention]], levels: list[Mention]
) -> Iterator[tuple[Mention, list[Mention]]]:
    """The lists that one sentence opens, each with its whole."""
    for order, (at, mention) in enumerate(sentence):
        told = mention.name.within
        opened = bool(mention.lens) and (order == 0 or sentence[order - 1][1].lens != mention.lens)
        if not (told or opened or order < 2):
            continue
        rest = [m for _, m in sentence[order:]]
        if not (told or opened or _leads_a_set(rest)):
            continue
        whole = _before(levels, at, rest, strict=told or not opened)
        if whole is not None:
            yield whole, _siblings(whole, rest)


def _columns(
    said: list[tuple[int, Mention]], levels: list[Mention]
) -> Iterator[tuple[Mention, list[Mention]]]:
    """其中：甲 … 从业人员 …，营业收入 …；乙 … 从业人员 …: the columns of a list, each with its whole."""
    start = next((at for at, mention in said if mention.name.within), None)
    if start is None:
        return
    columns: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for at, mention in said:
        if at >= start and mention.name.indicator and not mention.name.within:
            columns[(mention.name.indicator, mention.base_unit)].append(mention)
    for (name, unit), parts in columns.items():
        whole = next(
            (
                m
                for m in reversed(levels[max(0, start - 8) : start])
                if m.name.indicator == name and m.base_unit == unit
            ),
            None,
        )
        listed = len(parts) > 1 and len({part.segment for part in parts}) == len(parts)
        if (
            listed
            and whole is not None
            and whole.sentence != parts[0].sentence
            and not _is_listed(whole, levels)
        ):
            yield whole, parts


def _is_listed(mention: Mention, levels: list[Mention]) -> bool:
    """Whether a level is itself a member of a list within another."""
    return any(m.name.within for m in levels if m.sentence == mention.sentence and m.where <= mention.where)


def _leads_a_set(rest: list[Mention]) -> bool:
    if len(rest) < _PAIR:
        return False
    if root(rest[0]).name.indicator[:1] in _FIRST and in_series(rest):
        return True
    members = known_set(rest) if len(rest) == _PAIR or is_member(rest[0]) else []
    return (
        bool(members)
        and rest[0] in members
        and rest[: len(members)] == sorted(members, key=lambda m: m.where)
    )


def _before(levels: list[Mention], at: int, parts: list[Mention], *, strict: bool) -> Mention | None:
    """The level before `at` that `parts` divide: the nearest of their unit, or the nearest large enough."""
    near = levels[max(0, at - 12) : at]
    if not strict and (filled := _filled(near, parts) or _filled_far(levels[max(0, at - _FAR) : at], parts)):
        return filled
    for whole in reversed(near):
        if not _divisible(whole, parts) or (strict and _is_base(whole, parts[0])):
            continue
        if whole.where[0] < parts[0].where[0] - (0 if strict else 1):
            return None
        if strict:
            opened = _opens(whole, parts) and not _counted_between(whole, parts[0], near)
            return _listed_whole(whole, parts, near) if opened else None
        if whole.where[0] != parts[0].where[0] and len(_siblings(whole, parts)) < 2:
            return None
        listed = _is_listed(whole, levels) and whole.sentence != parts[0].sentence
        if not whole.lens and not listed and _holds(whole, _siblings(whole, parts)[:1]):
            return whole
    return None


def _counted_between(whole: Mention, first: Mention, near: list[Mention]) -> bool:
    """9名教师、12个学生。12个孩子中，其中六年级5人: what the sentence itself counts is divided."""
    if whole.sentence == first.sentence:
        return False
    here = (m.slot.unit for m in near if m.sentence == first.sentence and not m.aside)
    return any(unit is not None and unit.name == "个" and unit.base != whole.base_unit for unit in here)


def _is_base(whole: Mention, first: Mention) -> bool:
    """What the level was compared with, or their difference: 其中 after it speaks of the level."""
    if not first.name.within or whole.name.within:
        return False
    return _GAP.match(whole.left) is not None or _NORMAL.match(whole.left) is not None


def _listed_whole(whole: Mention, parts: list[Mention], near: list[Mention]) -> Mention | None:
    """升学1684人，出国213人，深造率39%；其中…1207人: of the one in the list that can hold it."""
    first = parts[0]
    if whole in (spelled(first, near) or ()):
        return None  # 5月41套，6月52套，其中5月和6月合计93套
    set_off = first.where[3] - whole.where[3] > 1 or first.segment != whole.segment
    set_off = set_off or first.sentence != whole.sentence
    if not first.name.within or _holds(whole, parts[:1]) or not set_off:
        return whole
    same = [m for m in near if m.sentence == whole.sentence and m.where < whole.where]
    listed = [m for m in reversed(same) if m.base_unit == whole.base_unit and _holds(m, parts[:1])]
    return next(iter(listed), whole)


def _in_a_list(whole: Mention, first: Mention) -> bool:
    """A later member of a list in the same sentence."""
    return whole.sentence == first.sentence and (whole.name.within or whole.left.startswith(("、", "，")))


def _past(whole: Mention, first: Mention) -> bool:
    """The level of the year before, and the parts are of now."""
    topic = whole.topic
    earlier = topic is not None and is_later(topic.period, whole.period)
    then = whole.lead.lstrip("，,（").startswith((*words().last_year, *words().year_start))
    earlier = whole.made_by == "level-again" and (earlier or then)
    return (whole.last_year or earlier) and not first.last_year and whole.period != first.period


def _divisible(whole: Mention, parts: list[Mention]) -> bool:
    """A level in the unit of the parts, of no other time, that is no average they cannot make."""
    first = parts[0]
    if whole.base_unit != first.base_unit or whole.aside or _past(whole, first) or _introduced(whole, first):
        return False
    averaged = _averaged(whole)
    return _averaged(first) <= averaged and (not averaged or _adds_as_mean(parts))


def _introduced(whole: Mention, first: Mention) -> bool:
    """更正了一个数：当时说有9个: what is only brought up and then told, and no number of things."""
    figure = whole.slot.figure
    return figure is not None and "article" in figure.form and "其中" not in first.lead


def _opens(whole: Mention, parts: list[Mention]) -> bool:
    """其中 or a set right after the whole."""
    first = parts[0]
    near = whole.sentence == first.sentence or whole.sentence[1] >= first.sentence[1] - 1
    apart = whole.lens and first.lens and not first.name.within
    if first.name.within and not _holds(whole, parts[:1]) and _in_a_list(whole, first):
        return False  # 其中男生…、女生…，其中寄宿生…: of all, not of the last
    return near and not apart and (first.name.within or _holds(whole, parts))


def _filled(before: list[Mention], parts: list[Mention]) -> Mention | None:
    """The nearest level of this paragraph or the one before that the parts make up."""
    first = parts[0]
    for whole in reversed(before):
        near = whole.where[0] >= first.where[0] - 1 and whole.base_unit == first.base_unit
        if near and not whole.aside and not _past(whole, first) and not _averaged(whole):
            siblings = _siblings(whole, parts)
            if len(siblings) > 1 and adds_up(whole, siblings):
                return whole
    return None


def _filled_far(before: list[Mention], parts: list[Mention]) -> Mention | None:
    """营收31.64亿元…票房26.18亿元…从收入结构看，…: the nearest level farther up that a long list makes."""
    unit = parts[0].base_unit
    like = (m for m in reversed(before) if m.base_unit == unit and not (m.aside or _averaged(m)))
    found = ((whole, _siblings(whole, parts)) for whole in like if not _past(whole, parts[0]))
    return next((whole for whole, own in found if len(own) > _PAIR and adds_up(whole, own)), None)


def _averaged(mention: Mention) -> bool:
    """An average, a rate or the like of a temperature: it has no parts, whatever is listed after it."""
    unit = mention.slot.unit
    rated = unit is not None and (unit.base == "1" or "/" in unit.name or unit.name in ("岁", "周岁"))
    return rated or bool(mention.name.mean) or root(mention).name.indicator.endswith(words().intensive)


def _adds_as_mean(parts: list[Mention]) -> bool:
    """The one thing said per head whose components add up: income by source."""
    return set_name(known_set(parts)) == "居民收入"


def _holds(whole: Mention, parts: list[Mention]) -> bool:
    """No part is larger than the whole."""
    large = interval_of(whole)
    return large is not None and all(not greater(interval_of(part), large) for part in parts)


def _goes_on(whole: Mention, run: list[Mention]) -> bool:
    """Whether the last of `run`, though larger than the whole, stands in its list as the others do.

    甲2家、乙30家, 国家级2家，省级30家, or a list that one wrong digit keeps from making the whole.
    """
    last, large = run[-1], run[-2]
    names = last.name.indicator, large.name.indicator
    if last.segment == large.segment and last.left.startswith("、"):
        return True
    alike = names[0][-1:] == names[1][-1:] and len(names[0]) == len(names[1])
    return (alike and not names[0].endswith(whole.name.indicator or names[0])) or (
        len(run) > 2 and slipped(whole, run)
    )


def _siblings(whole: Mention, run: list[Mention]) -> list[Mention]:
    """Members of the list that `run` opens with: up to the next list within or the next total.

    A list opened after its whole in one segment ends with the segment; what is larger than the
    whole begins something else, unless it comes first.
    """
    kept, large = [run[0]], interval_of(whole)
    assert large is not None
    for mention in run[1:]:
        if mention.name.within or closes(mention) or mention.lens != run[0].lens:
            break
        if _BESIDES.match(mention.left):
            break
        if (
            run[0].name.within
            and whole.sentence == run[0].sentence
            and whole.segment == run[0].segment != mention.segment
        ):
            break
        if (
            (greater(interval_of(mention), large) and not _goes_on(whole, [*kept, mention]))
            or mention.name.mean
            or (mention.period_said and mention.period != run[0].period)
        ):
            break
        kept.append(mention)
    return kept
