"""Wholes with their parts set out as items: after a colon, in bullets, by how far each has come.

Items are a complete list only when they add up to the whole, or miss it by one slip of the pen; what
else follows a figure may be anything.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from factcheck.claims.adding import adds_up, exceeds, greater, makes, printed, slipped, total_of
from factcheck.claims.facts import interval_of, root
from factcheck.claims.joined import joined
from factcheck.claims.mentions import Mention
from factcheck.claims.pack_lists import packs
from factcheck.claims.slips import by_luck

_RECORDS = ("纪录", "的纪录", "的历史", "记录")
_WHOLE_AND_FIRST = 2
_ABOVE = 3  # paragraphs between a whole and its items, at most


def itemised(levels: Sequence[Mention]) -> Iterator[tuple[Mention, list[Mention]]]:
    """Each whole among `levels` (in reading order) with the items that make it."""
    yield from _items(levels)
    yield from _stages(levels)


def _items(levels: Sequence[Mention]) -> Iterator[tuple[Mention, list[Mention]]]:
    """支出650万元：午餐559万元；设备63万元；管理28万元: the first figures of the items."""
    for (paragraph, _), group in groupby(enumerate(levels), key=lambda pair: pair[1].sentence):
        places = [(at, m) for at, m in group if not m.aside]
        said = [m for _, m in places]
        first = said[0] if said else None
        if first is None or len({m.segment for m in said}) < 2 or _leaves_rest(said):
            continue
        inside = [m for m in said if m.segment == first.segment and m.base_unit == first.base_unit]
        later = _firsts([m for m in said if m.segment > first.segment], first.base_unit)
        if len(inside) == _WHOLE_AND_FIRST and inside[1].left.startswith(("：", ":")):
            yield from _made(first, [inside[1], *later])
        parts = [first, *later]
        near = list(_above(levels, places[0][0], paragraph)) if _one_each(said, parts) else []
        total = total_of(parts)
        for whole in near:
            if (makes(total, whole) or _surely(whole, parts, near)) and (made := list(_made(whole, parts))):
                yield from made
                break


def _one_each(said: Sequence[Mention], parts: Sequence[Mention]) -> bool:
    """Each item tells one figure of the unit, so that none is left out."""
    return len([m for m in said if m.base_unit == parts[0].base_unit]) == len(parts)


def _surely(whole: Mention, parts: Sequence[Mention], near: Sequence[Mention]) -> bool:
    """A list of some length that a slip keeps from the one level it can be of, by no mere luck."""
    if len(parts) <= _WHOLE_AND_FIRST:
        return False
    alike = [m for m in near if m.where[0] == whole.where[0] and not m.name.mean]
    return alike == [whole] and not by_luck(printed([whole, *parts]))


def _firsts(said: Sequence[Mention], unit: str) -> list[Mention]:
    """The first figure of each item, when they are all in `unit`."""
    heads = [next(group) for _, group in groupby(said, key=lambda m: m.segment)]
    return heads if all(head.base_unit == unit for head in heads) else []


def _above(levels: Sequence[Mention], at: int, paragraph: int) -> Iterator[Mention]:
    """The levels of the unit of the one `at` a place in the paragraphs right above, the nearest first."""
    first = levels[at]
    for other in reversed(levels[max(0, at - 12) : at]):
        if other.where[0] < paragraph - _ABOVE:
            return
        if other.base_unit == first.base_unit and other.where[0] < paragraph and not other.aside:
            yield other


def _stages(levels: Sequence[Mention]) -> Iterator[tuple[Mention, list[Mention]]]:
    """426件，已办结358件，阶段性办结49件，正在办理19件: what was done, and what was not yet."""
    for _, group in groupby(levels, key=lambda m: m.sentence):
        said = [m for m in group if not m.aside]
        for start, opened in enumerate(said[:-1]):
            run = _alike(said[start:]) if _says(opened, packs().stages_done) else []
            if len(run) < 2 or not _says(run[-1], packs().stages_open):
                continue
            wholes = [w for w in _before(levels, opened) if not joined(w, run, _ahead(w, said))]
            yield from next((made for w in wholes if (made := list(_made(w, run)))), _too_many(wholes, run))
            break


def _ahead(whole: Mention, said: Sequence[Mention]) -> list[Mention]:
    """The figures of the sentence before a whole."""
    return [m for m in said if m.where < whole.where]


def _too_many(wholes: Sequence[Mention], run: list[Mention]) -> list[tuple[Mention, list[Mention]]]:
    """17座中9座已封顶，6座正在施工，3座尚未开工: one thing done or not, of more than there are."""
    whole = wholes[0] if wholes else None
    if whole is None or whole.sentence != run[0].sentence or whole.name.mean:
        return []
    reached = next((run[:end] for end in range(len(run) - 1, 1, -1) if makes(total_of(run[:end]), whole)), [])
    if reached:
        return [(whole, reached)]  # 开工121座，完工76座，在建45座，未动工7座: what was not begun is no part
    large, undone = interval_of(whole), all(_says(m, packs().stages_open) for m in run[1:])
    held = large is not None and not greater(interval_of(run[0]), large)
    return [(whole, run)] if held and undone and exceeds(whole, run) else []


def _alike(said: Sequence[Mention]) -> list[Mention]:
    """The figures in one unit that follow each other, to the last that says what is not done."""
    run: list[Mention] = []
    undone = packs().stages_open
    for mention in said:
        if mention.base_unit != said[0].base_unit or (run and mention.name.within):
            break
        if len(run) > 1 and _says(run[-1], undone) and not _says(mention, undone):
            break
        run.append(mention)
    return run


def _says(mention: Mention, words: tuple[str, ...]) -> bool:
    spoken = mention.left.lstrip("，,、；;。目前截至止到")
    told = spoken.startswith(words) or root(mention).name.indicator.startswith(words)
    return told or mention.right.startswith(words)  # 9座已封顶，3座仍在施工


def _before(levels: Sequence[Mention], opened: Mention) -> list[Mention]:
    """The levels of that unit a little before, the nearest first."""
    at = next(n for n, m in enumerate(levels) if m is opened)
    near = (m for m in reversed(levels[max(0, at - 8) : at]) if m.where[0] >= opened.where[0] - 2)
    return [m for m in near if m.base_unit == opened.base_unit and not m.aside][:3]


def _made(whole: Mention, parts: list[Mention]) -> Iterator[tuple[Mention, list[Mention]]]:
    """The whole with its parts, when they make it but for one slip at most."""
    large = interval_of(whole)
    if len(parts) < 2 or large is None or whole in parts or any(part.name.total for part in parts):
        return
    if whole.right.startswith(_RECORDS):
        return  # 刷新了2022年创下的49.5万吨纪录
    if whole.name.mean or any(part.name.mean or part.period_said != parts[0].period_said for part in parts):
        return
    if len(printed([whole, *parts])) <= len(parts) or greater(interval_of(parts[0]), large):
        return
    if adds_up(whole, parts) or (slipped(whole, parts) and not _enumerated(whole)):
        yield whole, parts


def _enumerated(mention: Mention) -> bool:
    """小学48万人、幼儿园15万人: what ends a list is hardly the whole of the next one."""
    return mention.left.lstrip().startswith("、")


def _leaves_rest(said: Sequence[Mention]) -> bool:
    """甲37个；乙61个，其余4个: what is left over stands beside the last item."""
    return any(m.name.rest and said[at - 1].segment == m.segment for at, m in enumerate(said) if at)
