"""Wholes and their parts: stated (合计), known (男女, 三次产业), likely, or open (其中).

Wording alone does not show that a list of parts is complete. It counts as complete when the text
says so, when the lexicon knows the set, or when the parts miss the whole by exactly one slip of the
pen; otherwise the parts may add up, and then do so on the record, or not, and then nothing is said.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby

from factcheck.claims import slips
from factcheck.claims.bind import Bound
from factcheck.claims.facts import interval_of, root
from factcheck.claims.lexicons import known, words
from factcheck.claims.mentions import Mention, Role
from factcheck.claims.skeleton import LEVEL
from factcheck.interval import Interval
from factcheck.model import Partition
from factcheck.periods import adjacent

_STATED = re.compile(
    r"[两二三四五六七八九十]\w?[项类者种部]?(?:合计|共计|相加|总计|共)|合计|总计|共计|加起来|相加|总和|小计"
)
_COUNTED = re.compile(r"([两二三四五六七八九十])(?:项|类|者|种|部分|家|地|区|县|市|个)")
_NUMBERS = {c: n for n, c in enumerate("零一二三四五六七八九十")} | {"两": 2}
_CONDITIONAL = ("before", "from", "to", "versus", "restated", "whole-said")


def partitions(mentions: Sequence[Mention], bound: Bound) -> list[Partition]:
    """The wholes with their parts that the level mentions of an article make."""
    levels = [m for m in mentions if m.role is Role.LEVEL and _is_part(m)]
    found: list[Partition] = []
    taken: set[int] = set()
    for total, parts in _totals(levels):
        found += _partition(total, parts, bound, _completeness(total, parts), "total")
        taken.update(id(part) for part in parts)
    for whole, parts in _divisions(levels):
        free = [part for part in parts if id(part) not in taken]
        found += _division(whole, free, bound) if free else []
    return found


def _is_part(mention: Mention) -> bool:
    return (
        mention.slot.mark == LEVEL
        and interval_of(mention) is not None
        and mention.made_by not in ("restated", "versus", "from", "echo", "headline")
        and not mention.modality
    )


def _totals(levels: list[Mention]) -> Iterator[tuple[Mention, list[Mention]]]:
    """A total with the parts listed before it in its sentence."""
    last: list[Mention] = []
    for _, group in groupby(levels, key=lambda m: m.sentence):
        sentence = list(group)
        for at, mention in enumerate(sentence):
            if not mention.name.total or mention.aside:
                continue
            before = _run_before(sentence[:at], mention)
            if not before and last and last[0].where[0] >= mention.where[0] - 1:
                before = _run_before(last, mention)
            count = _COUNTED.search(mention.left)
            if count and len(before) > _NUMBERS[count.group(1)] > 1:
                before = before[-_NUMBERS[count.group(1)] :]
            if len(before) >= 2 and _tiles(mention, before):
                yield mention, _best_suffix(mention, before)
        last = sentence


def _run_before(before: list[Mention], total: Mention) -> list[Mention]:
    """The unbroken run of like figures right before a total."""
    run: list[Mention] = []
    for mention in reversed(before):
        if mention.base_unit != total.base_unit or mention.name.total:
            if run and mention.name.total:
                break
            continue
        run.insert(0, mention)
        if mention.name.within:
            break
    return run


def _tiles(total: Mention, parts: list[Mention]) -> bool:
    """Parts said of periods of their own make the total only if those follow each other."""
    periods = [part.period for part in parts]
    if None in periods or len(set(periods)) < len(parts):
        return True
    keys = [p for p in periods if isinstance(p, tuple) and len(p) == 4 and p[1] is not None]
    return all(adjacent(one, two) for one, two in zip(keys, keys[1:], strict=False))


def _best_suffix(total: Mention, run: list[Mention]) -> list[Mention]:
    """The last parts that add up to the total, or all of them."""
    for start in range(len(run) - 1):
        if _adds_up(total, run[start:]):
            return run[start:]
    return run


def _completeness(total: Mention, parts: list[Mention]) -> str:
    if _STATED.search(total.lead) or not total.name.indicator or (total.where[2] and total.name.total):
        return "stated"
    return "known" if known_set(parts) else _likely(total, parts)


def _divisions(levels: list[Mention]) -> Iterator[tuple[Mention, list[Mention]]]:
    """A level with the parts listed after it: 其中, a lens (分产业看), or a complete set."""
    for _, sentence in groupby(enumerate(levels), key=lambda pair: pair[1].sentence):
        said = [pair for pair in sentence if not pair[1].aside]
        for unit in dict.fromkeys(mention.base_unit for _, mention in said):
            yield from _opened([pair for pair in said if pair[1].base_unit == unit], levels)
        yield from _columns(said, levels)


def _opened(
    sentence: list[tuple[int, Mention]], levels: list[Mention]
) -> Iterator[tuple[Mention, list[Mention]]]:
    """The lists that one sentence opens, each with its whole."""
    for order, (at, mention) in enumerate(sentence):
        rest = [m for _, m in sentence[order:]]
        if mention.name.within:
            whole = _before(levels, at, rest, strict=True)
        elif mention.lens and (order == 0 or sentence[order - 1][1].lens != mention.lens):
            whole = _before(levels, at, rest, strict=False)
        elif order < 2 and _leads_a_set(rest):
            whole = _before(levels, at, rest, strict=True)
        else:
            continue
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
    members = known_set(rest)
    return (
        bool(members)
        and rest[0] in members
        and rest[: len(members)] == sorted(members, key=lambda m: m.where)
    )


def _before(levels: list[Mention], at: int, parts: list[Mention], *, strict: bool) -> Mention | None:
    """The level before `at` that `parts` divide: the nearest of their unit, or the nearest large enough."""
    first = parts[0]
    for whole in reversed(levels[max(0, at - 12) : at]):
        if whole.base_unit != first.base_unit or whole.aside or _averaged(first) > _averaged(whole):
            continue
        if _averaged(whole) and not _adds_as_mean(parts):
            continue
        if whole.where[0] < first.where[0] - (0 if strict else 1):
            return None
        if strict:
            near = whole.sentence == first.sentence or whole.sentence[1] >= first.sentence[1] - 1
            apart = whole.lens and first.lens and not first.name.within
            fits = first.name.within or _holds(whole, parts)
            return whole if near and fits and not apart else None
        if not whole.lens and _holds(whole, _siblings(whole, parts)[:1]):
            return whole
    return None


def _averaged(mention: Mention) -> bool:
    """An average or a rate: it has no parts, whatever is listed after it."""
    unit = mention.slot.unit
    return bool(mention.name.mean) or (unit is not None and (unit.base == "1" or unit.name in ("岁", "周岁")))


def _adds_as_mean(parts: list[Mention]) -> bool:
    """The one thing said per head whose components add up: income by source."""
    return set_name(known_set(parts)) == "居民收入"


def _holds(whole: Mention, parts: list[Mention]) -> bool:
    """No part is larger than the whole."""
    large = interval_of(whole)
    return large is not None and all(not _greater(interval_of(part), large) for part in parts)


def _greater(part: Interval | None, whole: Interval) -> bool:
    return part is not None and part.bottom is not None and whole.top is not None and part.bottom > whole.top


def _siblings(whole: Mention, run: list[Mention]) -> list[Mention]:
    """Members of the list that `run` opens with: up to the next list within or the next total.

    A list opened after its whole in one segment ends with the segment; what is larger than the
    whole begins something else, unless it comes first.
    """
    kept, large = [run[0]], interval_of(whole)
    assert large is not None
    for mention in run[1:]:
        if mention.name.within or mention.name.total or (mention.lens != run[0].lens):
            break
        if (
            run[0].name.within
            and whole.sentence == run[0].sentence
            and whole.segment == run[0].segment != mention.segment
        ):
            break
        if (
            _greater(interval_of(mention), large)
            or mention.name.mean
            or (mention.period_said and mention.period != run[0].period)
        ):
            break
        kept.append(mention)
    return kept


def _division(whole: Mention, parts: list[Mention], bound: Bound) -> list[Partition]:
    """One whole with its parts; the parts that add up are told apart from the others."""
    for end in range(len(parts), 1, -1):
        if _adds_up(whole, parts[:end]):
            rest = parts[end:]
            made = _partition(
                whole, parts[:end], bound, "known" if known_set(parts[:end]) else "open", "division"
            )
            return made + _partition(whole, rest, bound, "open", "within")
    members = known_set(parts)
    opened = parts[0].name.within or bool(parts[0].lens)
    if members and opened:
        return _partition(whole, members, bound, "known", "division")
    complete = _likely(whole, parts) if len(parts) > 1 and not _is_open(parts) else "open"
    if complete == "open" and _exceeds(whole, parts):
        return [made for part in parts for made in _partition(whole, [part], bound, "open", "within")]
    return _partition(whole, parts, bound, complete, "within")


def _partition(
    whole: Mention, parts: list[Mention], bound: Bound, complete: str, made_by: str
) -> list[Partition]:
    if not parts:
        return []
    claims = tuple(bound.levels[id(part)] for part in parts)
    by = set_name(parts)
    return [Partition(bound.levels[id(whole)], claims, complete, bound.article, by, "level", (), made_by)]


def _sum(parts: Sequence[Mention]) -> Interval:
    total = Interval.exactly(0)
    for part in parts:
        interval = interval_of(part)
        assert interval is not None
        total = total + interval
    return total


def _adds_up(whole: Mention, parts: Sequence[Mention]) -> bool:
    """Whether the parts can be the whole, and are said exactly enough for that to mean something."""
    large, total = interval_of(whole), _sum(parts)
    if large is None or not large.meets(total):
        return False
    low, high = total.bottom, total.top
    return low is not None and high is not None and (high - low) * 25 <= abs(high)


def _exceeds(whole: Mention, parts: Sequence[Mention]) -> bool:
    large, total = interval_of(whole), _sum(parts)
    return (
        large is not None and large.top is not None and total.bottom is not None and total.bottom > large.top
    )


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


def _likely(whole: Mention, parts: list[Mention]) -> str:
    """Complete but for one slip of the pen: the gap is one digit of one of the figures."""
    large, total = interval_of(whole), _sum(parts)
    if (
        large is None
        or large.bottom is None
        or total.top is None
        or large.bottom <= 0
        or total.bottom is None
    ):
        return "open"
    gap = abs(large.bottom - total.top) / large.bottom
    if gap > (slips.WIDE if len(parts) > 2 else slips.NARROW):
        return "open"
    figures = [m.slot.figure for m in (whole, *parts) if m.slot.figure is not None]
    return "likely" if slips.one_digit_repairs(figures) else "open"


def known_set(parts: Sequence[Mention]) -> list[Mention]:
    """The members among `parts` that make a set the lexicon knows to be complete, largest first."""
    best: list[Mention] = []
    for _, members in known().sets:
        found = [_member(word, parts) for word in members]
        picked = [m for m in found if m is not None]
        if len(picked) == len(members) > len(best) and len({id(m) for m in picked}) == len(picked):
            best = picked
    return best


def set_name(parts: Sequence[Mention]) -> str:
    """The name of the set the parts make, empty when none."""
    for name, members in known().sets:
        if len(members) == len(parts) and all(_member(word, parts) for word in members):
            return name
    return ""


def _member(word: str, parts: Sequence[Mention]) -> Mention | None:
    """The part that is named by the set's word: at the start or the end of its name."""
    hits = [part for part in parts if _called(word, part)]
    return hits[0] if len(hits) == 1 else None


def _called(word: str, part: Mention) -> bool:
    said = root(part).name
    full = said.subject + said.indicator if said.subject not in words().places.values() else said.indicator
    if word == "税收":
        return full.startswith("税收")
    return full.startswith(word) or full.endswith(word) or full.removeprefix("居住在").startswith(word)
