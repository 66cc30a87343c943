"""Percentages that leave nothing of a whole out: 甲占41%，乙占35%，其余24%.

Whether a list of percentages is closed is told by its last member (其余, 余下), by classes that join
each other from 以下 to 以上, by answers that exclude each other (上升, 持平, 下降), or by a question
that takes one answer only. How the members are put is no matter: 甲占41%, 41%的人选甲, 41%为甲.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import groupby

from factcheck.claims.bands import joined
from factcheck.claims.bind import Bound
from factcheck.claims.closings import closings
from factcheck.claims.mentions import Mention
from factcheck.claims.overfull import announced, exchanged, slipped_by, too_many
from factcheck.claims.percentages import Item, percentages, total
from factcheck.interval import Interval
from factcheck.model import Claim, Partition
from factcheck.patterns import compiled
from factcheck.stops import closing

_MOST, _FEWEST, _ANY = 12, 3, 2
_NEAR, _FAR = Fraction(15, 100), Fraction(35, 100)
_LEFT = compiled("其余|余下|剩余|剩下|剩(?=的)")
_LEFT_AT_ONCE = compiled("(?:其余|余下|剩余|剩下)的?(?:约|近|这)?$")
_OTHERS = compiled(
    "(?<![及和或与、])(?:其他|其它)|(?:其他|其它)[^，。；]{0,8}(?:合计|共|加在一起|加起来|合在一起)"
)
_OPEN = compiled(
    "除[^。；]*外|(?:其[余他它]|余下|剩余|剩下)[^，。；]*(?:均|各[占自有约不为项]|都|每|还有|包括|最|分别|主要|中[，的]?|里)"
)
_LENS = compiled("[^，。；]看[，：]|方面")
_AFTER = compiled("^(?:则|均|都)?(?:[为是属归]|来自|选择?|走)(?:其他|其它|其余)")
_BELOW = compiled("不足|不到|低于|以下|以内|未满|少于|小于")


def hundreds(mentions: Sequence[Mention], bound: Bound) -> Iterator[Partition]:
    """The lists of percentages among `mentions` that leave nothing out."""
    for items in percentages(mentions, bound.article.text):
        if len(items) < _ANY:
            continue
        text = _around(items, bound.article.text)
        if closings().many.search(text):
            continue
        single = closings().single.search(text) is not None
        found = list(_lists(items, single)) or _exchanged(items)
        for made in found:
            yield from _partition(made, bound)


def _lists(items: Sequence[Item], single: bool) -> Iterator[list[Item]]:
    """The lists among some percentages that their words close."""
    at = 0
    while at < len(items):
        end, made = _closed(items, at, single)
        if made is not None and not _goes_on(made, items[end : end + 1]):
            yield made
        at = end


def _exchanged(items: Sequence[Item]) -> list[list[Item]]:
    """The lists that no word closes, each of one sentence, which two digits keep from being all there is."""
    sentences = [list(group) for _, group in groupby(items, key=lambda item: item.said.sentence)]
    return [run for run in sentences if exchanged(run)]


def _goes_on(made: Sequence[Item], following: Sequence[Item]) -> bool:
    """一成以下的占31.7%，3.7%的人从不: the one right behind the last makes the hundred."""
    if not following or following[0].said.sentence != made[-1].said.sentence:
        return False
    whole = Interval.exactly(1)
    return not total(made).meets(whole) and total([*made, *following]).meets(whole)


def _around(items: Sequence[Item], text: str) -> str:
    """The sentence of a list with the words of its paragraph before it."""
    start = text.rfind("\n", 0, items[0].said.slot.span.start) + 1
    return text[start : closing(text, items[-1].said.slot.span.end, "。！？\n")]


def _closed(items: Sequence[Item], at: int, single: bool) -> tuple[int, list[Item] | None]:
    """The list that ends first at or after `at`: where it ends, and its members (`None` when none closes)."""
    for end in range(at + _ANY, min(len(items), at + _MOST) + 1):
        run = items[at:end]
        following = items[end] if end < len(items) else None
        if _is_rest(run, following) or (announced(run) and (following is None or _opens(run[-1], following))):
            return end, _made(run)
        for start in range(len(run) - 1):
            tail = run[start:]
            if joined([(item.before, item.after) for item in tail]) or _excluding(tail):
                return end, _made(tail)
    run = items[at:]
    if (single and len(run) >= _FEWEST) or too_many(run):
        return len(items), _made(run)
    return len(items), None


def _is_rest(run: Sequence[Item], following: Item | None) -> bool:
    """Whether the last of a list is all that is left; `following` stands after it."""
    last = run[-1]
    hedge = last.said.slot.figure.hedge if last.said.slot.figure else ""
    ended = _LEFT_AT_ONCE.search(last.before) is not None  # 剩余45%由三家均分
    if _OPEN.search(last.before if ended else last.before + last.after) or _BELOW.search(hedge):
        return False
    if _LEFT.search(last.before):
        return True
    others = _OTHERS.search(last.before) or _AFTER.match(last.after)
    last_one = following is None or _opens(last, following)
    return others is not None and len(run) >= _FEWEST and last_one


def _excluding(run: Sequence[Item]) -> bool:
    """上升、持平、下降: every answer of a set that leaves no other."""
    said = [item.before + item.after for item in run]
    return any(
        len(answers) == len(run)
        and all(len([a for a in answers if a.search(words)]) == 1 for words in said)
        and all(any(a.search(words) for words in said) for a in answers)
        for answers in closings().answers
    )


def _made(run: Sequence[Item]) -> list[Item] | None:
    """The members of the list that ends with `run`, when they make a whole or ought to."""
    for start in range(len(run) - 1):
        if start and not _opens(run[start - 1], run[start]):
            continue
        for members in (run[start:], [item for item in run[start:] if not item.said.name.within]):
            if len(members) >= _ANY and total(members).meets(Interval.exactly(1)):
                return list(members)
    members = list(run)
    if any(item.said.name.within for item in members[1:]) or _totals(members) or _wholes(members) > 1:
        return None
    return members if _near(members) else None


def _opens(last: Item, item: Item) -> bool:
    """Whether a list may begin with an item that stands after another: 其中, a sentence, a semicolon."""
    apart = last.said.sentence != item.said.sentence or last.said.segment != item.said.segment
    return apart or item.said.name.within or _LENS.search(item.before) is not None


def _totals(run: Sequence[Item]) -> bool:
    """Whether one of a list is the total of those before it: 三者占92%."""
    return any(run[at].value.meets(total(run[:at])) for at in range(2, len(run)))


def _wholes(run: Sequence[Item]) -> int:
    """Of how many wholes they are said to be shares."""
    named = {(item.said.whole.subject, item.said.whole.indicator) for item in run}
    return len(named - {("", "")})


def _near(run: Sequence[Item]) -> bool:
    """Whether a list misses a whole by little, or by one slip of the pen."""
    middle = total(run).middle
    if middle is None:
        return False
    gap = middle - 1
    return abs(gap) <= _NEAR or (
        abs(gap) <= _FAR and (slipped_by(run, gap) or all(item.is_tenth for item in run))
    )


def _partition(run: Sequence[Item], bound: Bound) -> Iterator[Partition]:
    claims = [_plainest(bound.of.get(id(item.said), [])) for item in run]
    if all(claim is not None for claim in claims):
        kept = tuple(_told(item, claim) for item, claim in zip(run, claims, strict=True) if claim is not None)
        yield Partition(None, kept, "stated", bound.article, "", "share", (), "hundred")


def _told(item: Item, claim: Claim) -> Claim:
    """A claim as the list means it: the tenths that fill a whole are told as exactly as they are printed."""
    return replace(claim, interval=item.value) if item.is_tenth else claim


def _plainest(claims: Sequence[Claim]) -> Claim | None:
    """The reading the words ask for most."""
    return min(claims, key=lambda claim: claim.alternative, default=None)
