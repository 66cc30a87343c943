"""What is left of what was taken in: 收入8.64万元，扣掉费用1.29万元，净得7.35万元.

The word that stands last before each amount says whether it came in or was paid out; what follows a
扣除 is paid out whatever it is called. Where the words do not say that the account is closed, only what
one slip of the pen keeps from closing is held against the writer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations

from factcheck.claims.adding import printed
from factcheck.claims.bind import Bound
from factcheck.claims.facts import interval_of
from factcheck.claims.lexicons import any_of, either
from factcheck.claims.mentions import Mention
from factcheck.claims.pack_lists import packs
from factcheck.claims.skeleton import PERIOD
from factcheck.claims.slips import likely_complete, one_digit_repairs
from factcheck.claims.stating import stated
from factcheck.interval import Interval
from factcheck.model import Partition
from factcheck.patterns import compiled
from factcheck.records import dataclass

_REACH = compiled("(?:了|的|约|达到?|有|还有|仅|只|为|是|共|人民币|近|超|过|实现|将近|大约|左右|就|也|已)*$")
_TAKEN = compiled("收[^，支。；]{0,6}费$")  # 收保教费86万元
_EACH = compiled("每|[人户亩日月年场]均|平均|单[价个]|一[亩碗份个斤只套箱]")
# 扣除种子钱6万元及雇工等费用后: more is taken off than is told.
_MORE = compiled("^[^，。；]{0,4}?(?:及|等|以及|和|与|、|外加|加上)")
_FEWEST, _MOST = 2, 7


@dataclass(frozen=True, slots=True)
class _Account:
    """What is left, and what it was left of: each amount with its sign, in reading order."""

    left: Mention
    terms: list[Mention]
    signs: list[int]
    closed: bool


def balances(bound: Bound) -> Iterator[Partition]:
    """The accounts whose result an article tells."""
    levels = bound.amounts
    for at, left in enumerate(levels):
        way = _way(left) if left.base_unit == "元" and not left.aside else 0
        account = _account(levels, at, way, bound) if way else None
        if account is not None:
            yield from _told(account, way, bound)


def _told(account: _Account, way: int, bound: Bound) -> Iterator[Partition]:
    """The account as a partition, where it closes or where the words or a slip say that it should."""
    signs = tuple(sign * way for sign in account.signs)
    some = _closing(account, signs)
    complete = "open" if some else _complete(account, signs)
    chosen = some or range(len(signs))
    if complete:
        parts = [account.terms[n] for n in chosen]
        kept = tuple(signs[n] for n in chosen)
        yield from stated(
            account.left, parts, bound, "balance", signs=kept, sort="balance", complete=complete
        )


def _closing(account: _Account, signs: Sequence[int]) -> tuple[int, ...]:
    """The places of the terms that make what is left: all, or some, as the others are told in them."""
    places = range(len(signs))
    if _made(account, places, signs).meets(_of(account.left)):
        return tuple(places)
    for size in range(len(signs) - 1, _FEWEST - 1, -1):
        for some in combinations(places, size):
            if {signs[n] for n in some} == {1, -1} and _makes(account, some, signs):
                return some
    return ()


def _makes(account: _Account, some: Sequence[int], signs: Sequence[int]) -> bool:
    """Whether some of the terms make what is left: to the digit, or the others are parts or sums of them."""
    made, left = _made(account, some, signs), _of(account.left)
    if not made.meets(left):
        return False
    rest = [n for n in range(len(signs)) if n not in some]
    ways = {signs[n] for n in rest}
    like = [n for n in some if {signs[n]} == ways]
    twice = _made(account, rest, signs)
    told = [_made(account, [n], signs) for n in like] + [_made(account, like, signs)] * (len(rest) == 1)
    return made.middle == left.middle or any(one.meets(twice) for one in told)


def _made(account: _Account, some: Sequence[int], signs: Sequence[int]) -> Interval:
    return sum((_of(account.terms[n]).scaled(signs[n]) for n in some), Interval.exactly(0))


def _of(mention: Mention) -> Interval:
    return interval_of(mention) or Interval.exactly(0)


def _complete(account: _Account, signs: Sequence[int]) -> str:
    """How sure it is that an account that does not close should: empty for not at all."""
    made = _made(account, range(len(signs)), signs).middle
    figures = printed([account.left, *account.terms])
    if made is None or made <= 0 or len(figures) <= len(signs):
        return ""
    if account.closed:
        return "stated"
    if _ends(account.left, packs().account["sure"]):
        return "stated" if one_digit_repairs(figures, signs) else ""
    return "likely" if _slipped(account, signs) else ""


def _slipped(account: _Account, signs: Sequence[int]) -> bool:
    """Whether one slip keeps the only amount that came in from being made up of all the others."""
    ways = sorted(zip(signs, range(len(signs)), strict=True), reverse=True)
    terms = [account.terms[n] for _, n in ways]
    return signs.count(1) == 1 and likely_complete(printed([*terms, account.left]))


def _account(levels: Sequence[Mention], at: int, way: int, bound: Bound) -> _Account | None:
    """The amounts before what is left that it was left of; `None` where one of them cannot be told."""
    left = levels[at]
    terms = _before(levels, at)
    between = _between(terms, left, bound)
    if not _FEWEST <= len(terms) <= _MOST or any(_leaking(words) for words in between):
        return None
    if not _like(left, terms):
        return None
    signs = _signs(terms, between, way)
    if {1, -1} != set(signs):
        return None
    last = between[-1]
    taken_off = any(_deducting().search(words) for words in between)
    if taken_off and _MORE.match(last):
        return None
    told = last + "".join(m.left for m, sign in zip(terms, signs, strict=True) if sign < 0)
    return _Account(left, terms, signs, taken_off or _closers().search(told) is not None)


def _before(levels: Sequence[Mention], at: int) -> list[Mention]:
    """The amounts of money before what is left, back to the first of its sentence or to another result."""
    left, found = levels[at], list[Mention]()
    for mention in reversed(levels[max(0, at - _MOST - 4) : at]):
        near = mention.where[0] == left.where[0] and mention.sentence[1] >= left.sentence[1] - 1
        if not near or (found and mention.sentence != left.sentence and _taken(found)):
            break
        if mention.base_unit != left.base_unit or mention.name.within or mention.aside:
            continue
        if mention.segment != left.segment and mention.sentence == left.sentence:
            break
        if _way(mention):
            return [mention, *found] if _way(mention) > 0 and not _taken(found) else []
        found.insert(0, mention)
    return found


def _taken(terms: Sequence[Mention]) -> bool:
    """Whether one of some amounts came in."""
    return any(_sign(m) > 0 for m in terms)


def _between(terms: Sequence[Mention], left: Mention, bound: Bound) -> list[str]:
    """The words before each amount and before what is left, back to the amount before."""
    text, found = bound.article.text, []
    end = None
    for mention in (*terms, left):
        start = mention.slot.span.start
        found.append(mention.lead if end is None else text[end:start])
        end = mention.slot.span.end
    return found


def _leaking(words: str) -> bool:
    return _leaks().search(words) is not None


def _like(left: Mention, terms: Sequence[Mention]) -> bool:
    """All amounts are of one time and of all, or all of each."""
    each = _EACH.search(left.lead) is not None
    some = [_EACH.search(m.lead) is not None for m in terms]
    if any(some) and not (each and some[0]):
        return False
    if each and not any(some):
        return False
    return all(m.modality == left.modality and not m.only_base for m in terms)


def _signs(terms: Sequence[Mention], between: Sequence[str], way: int) -> list[int]:
    """Which way each amount went; empty when the words do not say it of one."""
    signs: list[int] = []
    off = False
    for mention, words in zip(terms, between, strict=False):
        off = off or _deducting().search(words) is not None
        listed = signs[-1] if signs and mention.left.startswith(("、", "和", "及", "与")) else 0
        sign = -1 if off and signs else (1 if _way(mention) > 0 else _sign(mention)) or listed
        if not sign:
            return []
        signs.append(sign)
    return signs


def _sign(mention: Mention) -> int:
    """1 for what came in, −1 for what was paid out, by the word that stands last; 0 when none does."""
    words = mention.left.replace(PERIOD, "")
    if _TAKEN.search(words):
        return 1
    found = list(_directions().finditer(words))
    if not found:
        return 0
    return 1 if found[-1].group() in packs().account["taken"] else -1


def _way(mention: Mention) -> int:
    """1 for what is left over, −1 for what is lost, 0 for any other amount."""
    account = packs().account
    return 1 if _ends(mention, account["gain"]) else -int(_ends(mention, account["loss"]))


def _ends(mention: Mention, words: tuple[str, ...]) -> bool:
    """One of the words ends what stands before a figure, but for what says no more than 为."""
    own = _REACH.sub("", mention.left.replace(PERIOD, ""))
    return own.endswith(words)


@cache
def _directions() -> re.Pattern[str]:
    account = packs().account
    return compiled(either([*account["taken"], *account["spent"]]))


@cache
def _deducting() -> re.Pattern[str]:
    return compiled(any_of(packs().account["deduct"]))


@cache
def _closers() -> re.Pattern[str]:
    return compiled(any_of(packs().account["closing"]))


@cache
def _leaks() -> re.Pattern[str]:
    return compiled(any_of(packs().account["leaks"]))
