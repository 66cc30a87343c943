"""Percentages that leave nothing of a whole out: 甲占41%，乙占35%，其余24%.

Whether a list of percentages is closed is told by its last member (其余, 余下), by classes that join
each other from 以下 to 以上, by answers that exclude each other (上升, 持平, 下降), or by a question
that takes one answer only. How the members are put is no matter: 甲占41%, 41%的人选甲, 41%为甲.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.claims.bands import joined
from factcheck.claims.bind import Bound
from factcheck.claims.closings import closings
from factcheck.claims.mentions import Mention
from factcheck.claims.percentages import Item, percentages
from factcheck.claims.slips import digit_changes, digits_of
from factcheck.interval import Interval
from factcheck.model import Claim, Partition
from factcheck.patterns import compiled
from factcheck.stops import closing

_MOST, _FEWEST, _ANY = 12, 3, 2
_NEAR, _FAR = Fraction(15, 100), Fraction(35, 100)
_LEFT = compiled("其余|余下|剩余|剩下|剩(?=的)")
_OTHERS = compiled("(?<![及和或与、])(?:其他|其它)|(?:其他|其它)[^，。；]{0,8}(?:合计|共)")
_APART = compiled("^(?:另外?|另有)(?:有|的)?$|^最后[^，。；]{0,8}(?:利润|毛利|净利|赚)")
_DEGREES = compiled("(?:轻|中|重|高|低|极重)度[^，。；]{0,4}$")
_OPEN = compiled(
    "除[^。；]*外|(?:其[余他它]|余下|剩余|剩下)[^，。；]*(?:均|各[占自有约不为项]|都|每|还有|包括|最|分别|主要|中[，的]?|里)"
)
_ENDED = compiled("及以[上下]")  # the last class is open: 中度及以上污染
_LENS = compiled("[^，。；]看[，：]|方面")
_AFTER = compiled("^(?:则|均|都)?(?:[为是属归]|来自|选择?|走)(?:其他|其它|其余)")
_BELOW = compiled("不足|不到|低于|以下|以内|未满|少于|小于")


def hundreds(mentions: Sequence[Mention], bound: Bound) -> Iterator[Partition]:
    """The lists of percentages among `mentions` that leave nothing out."""
    for items in percentages(mentions, bound.article.text):
        text = _around(items, bound.article.text)
        if closings().many.search(text):
            continue
        single = closings().single.search(text) is not None
        at = 0
        while at < len(items):
            end, made = _closed(items, at, single)
            if made is not None:
                yield from _partition(made, bound)
            at = end


def _around(items: Sequence[Item], text: str) -> str:
    """The sentence of a list with the words of its paragraph before it."""
    start = text.rfind("\n", 0, items[0].said.slot.span.start) + 1
    return text[start : closing(text, items[-1].said.slot.span.end, "。！？\n")]


def _closed(items: Sequence[Item], at: int, single: bool) -> tuple[int, list[Item] | None]:
    """The list that ends first at or after `at`: where it ends, and its members (`None` when none closes)."""
    for end in range(at + _ANY, min(len(items), at + _MOST) + 1):
        run = items[at:end]
        following = items[end] if end < len(items) else None
        if _is_rest(run, following):
            return end, _made(run)
        for start in range(len(run) - 1):
            tail = run[start:]
            if joined([(item.before, item.after) for item in tail]) or _excluding(tail):
                return end, _made(tail)
    run = items[at:]
    if (single and len(run) >= _FEWEST) or _too_many(run):
        return len(items), _made(run)
    return len(items), None


def _too_many(run: Sequence[Item]) -> bool:
    """Parts by source or kind, votes, or degrees of one word, that are more than all there is."""
    least = _sum(run).bottom
    if least is None or least <= 1 or len(run) < _ANY:
        return False
    if closings().votes.search(run[0].before):
        return True
    if len(run) < _FEWEST:
        return False
    if _APART.search(run[-1].before) or all(_DEGREES.search(item.before) for item in run):
        return True
    held = [closings().held.search(item.before) is not None for item in run]
    shared = all(own or item.before in ("", "和", "与") for own, item in zip(held, run, strict=True))
    open_ended = _ENDED.search(run[-1].before) is not None and not any(
        _ENDED.search(i.before) for i in run[:-1]
    )
    return (held[0] and shared) or open_ended or _is_headed(run) or _graded(run)


def _is_headed(run: Sequence[Item]) -> bool:
    """捐款来源：甲占…: the words before a list tell by what it parts a whole."""
    return closings().dimension.search(run[0].before) is not None


def _graded(run: Sequence[Item]) -> bool:
    """很重要、比较重要、不重要: degrees of one word, among them that it is not so."""
    found = [closings().degree.findall(item.before + item.after) for item in run]
    words = {word for degrees in found for _, word in degrees}
    told = [degree for degrees in found for degree, _ in degrees]
    return len(words) == 1 and all(len(degrees) == 1 for degrees in found) and len(set(told)) == len(run)


def _is_rest(run: Sequence[Item], following: Item | None) -> bool:
    """Whether the last of a list is all that is left; `following` stands after it."""
    last = run[-1]
    if _OPEN.search(last.before + last.after) or _BELOW.search(
        last.said.slot.figure.hedge if last.said.slot.figure else ""
    ):
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
            if len(members) >= _ANY and _sum(members).meets(Interval.exactly(1)):
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
    return any(run[at].value.meets(_sum(run[:at])) for at in range(2, len(run)))


def _wholes(run: Sequence[Item]) -> int:
    """Of how many wholes they are said to be shares."""
    named = {(item.said.whole.subject, item.said.whole.indicator) for item in run}
    return len(named - {("", "")})


def _sum(run: Sequence[Item]) -> Interval:
    return sum((item.value for item in run), Interval.exactly(0))


def _near(run: Sequence[Item]) -> bool:
    """Whether a list misses a whole by little, or by one slip of the pen."""
    middle = _sum(run).middle
    if middle is None:
        return False
    gap = middle - 1
    return abs(gap) <= _NEAR or (abs(gap) <= _FAR and any(gap in _slips(item) for item in run))


def _slips(item: Item) -> set[Fraction]:
    """By how much one wrong digit, or two that changed places, make a percentage too large."""
    figure = item.said.slot.figure
    if figure is None or figure.step is None:
        return set()
    place = Fraction(figure.step) / 100
    return {-change * place for change in digit_changes(digits_of(figure))}


def _partition(run: Sequence[Item], bound: Bound) -> Iterator[Partition]:
    claims = [_plainest(bound.of.get(id(item.said), [])) for item in run]
    if all(claim is not None for claim in claims):
        kept = tuple(claim for claim in claims if claim is not None)
        yield Partition(None, kept, "stated", bound.article, "", "share", (), "hundred")


def _plainest(claims: Sequence[Claim]) -> Claim | None:
    """The reading the words ask for most."""
    return min(claims, key=lambda claim: claim.alternative, default=None)
