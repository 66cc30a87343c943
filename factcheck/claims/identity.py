"""When two mentions of one name speak of one thing.

从业人员6.1万人 of the libraries and 从业人员19.9万人 of the arts centres share a name and nothing else: the
first figure of the sentence, its *holder*, tells them apart. A name that takes several values in
an article names a kind of thing; one that is given two values may be a slip, if nothing around the
two tells them apart. What stays told apart gets a mark on its fact, so that no rule can tie it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Sequence

from factcheck.claims.facts import interval_of
from factcheck.claims.lexicons import aliases
from factcheck.claims.mentions import Mention, Role
from factcheck.interval import Interval

_SHORT = 3
_FREE = ("from", "to", "versus", "restated", "respectively", "whole-said", "echo", "headline")
_NAMED = (Role.LEVEL, Role.GROWTH, Role.DIFFERENCE)


def identify(mentions: Sequence[Mention]) -> None:
    """Mark apart the mentions that share a name but not what it names."""
    holders = _holders(mentions)
    groups: dict[Hashable, list[Mention]] = defaultdict(list)
    often = Counter(m.name.indicator for m in mentions)
    for mention in mentions:
        named = mention.name.indicator
        if mention.role in _NAMED and named and often[named] > 1 and interval_of(mention) is not None:
            groups[_key(mention)].append(mention)
    for group in groups.values():
        if len(group) > 1 and not _agree(group) and not _one_slip(group, holders):
            _part(group, holders)


def _key(mention: Mention) -> Hashable:
    base = (mention.base.kind, mention.base.period, mention.noun) if mention.role is not Role.LEVEL else None
    return (
        mention.role,
        mention.subject,
        mention.name.indicator,
        mention.base_unit,
        mention.period,
        mention.modality,
        base,
    )


def _holders(mentions: Sequence[Mention]) -> dict[int, str]:
    """For each mention the name that opened its sentence, or the whole its list divides."""
    first: dict[tuple[int, int], str] = {}
    found: dict[int, str] = {}
    whole, last, segment = "", "", (-1, -1, -1)
    for mention in mentions:
        sentence = mention.sentence
        here = (*sentence, mention.segment)
        if mention.name.within:
            whole, segment = last, here
        elif here != segment:
            whole = ""
        if mention.role is Role.LEVEL and mention.name.indicator and not whole:
            last = mention.name.indicator
        opened = first.setdefault(sentence, mention.name.indicator)
        found[id(mention)] = whole or opened
    return found


def _agree(group: Sequence[Mention]) -> bool:
    if len(group) < 2:
        return True
    common: Interval | None = Interval(None, None)
    for interval in map(interval_of, group):
        common = None if interval is None or common is None else common.intersect(interval)
    return common is not None


def _one_slip(group: Sequence[Mention], holders: dict[int, str]) -> bool:
    """Two values, in two sentences that nothing else tells apart, under a name that can identify."""
    values = _values(group)
    titled = any(mention.made_by == "headline" for mention in group)  # a title takes up what the text says
    if len(values) != 2 or not (titled or _identifies(group[0])):
        return False
    return all(_alike(a, b, holders) for a in values[0] for b in values[1])


def _values(group: Sequence[Mention]) -> list[list[Mention]]:
    """The mentions by the value they can share."""
    found: list[list[Mention]] = []
    for mention in group:
        interval = interval_of(mention)
        for members in found:
            other = interval_of(members[0])
            if interval is not None and other is not None and interval.meets(other):
                members.append(mention)
                break
        else:
            found.append([mention])
    return found


def _identifies(mention: Mention) -> bool:
    indicator = mention.name.indicator
    return len(indicator) > _SHORT or indicator in set(aliases().values()) or bool(mention.subject)


def _alike(one: Mention, two: Mention, holders: dict[int, str]) -> bool:
    if one.sentence == two.sentence or one.lens != two.lens or one.name.within != two.name.within:
        return False
    if one.aside or two.aside:
        return False
    held = {holders[id(one)], holders[id(two)]}
    return len(held) == 1 or bool(held & {one.name.indicator})


def _part(group: Sequence[Mention], holders: dict[int, str]) -> None:
    """Tell the members apart: by holder, and one by one where a holder has several values."""
    held: dict[str, list[Mention]] = defaultdict(list)
    for mention in group:
        if mention.made_by not in _FREE:
            held[holders[id(mention)]].append(mention)
    for holder, members in held.items():
        agreed = _agree(members)
        for mention in members:
            mention.distinct = f"@{holder}" if agreed else mention.nameless
