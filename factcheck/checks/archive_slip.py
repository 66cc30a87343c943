"""Two articles of one thing whose numbers are one slip apart, though not all that is said of them is sure.

That 882米 and 828米 are one number is told by the bridge both articles are of, by the name both numbers go
by, and by digits that changed places; an article that also has the other number tells of two.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence
from itertools import product

from factcheck.checks import Judgement
from factcheck.checks._across import (
    AREA,
    DAY,
    HOME,
    NOUN,
    PRELIMINARY,
    QUOTED,
    REVISED,
    SEEN,
    TOGETHER,
    TOPIC,
    accusable,
    accused,
    days_apart,
    differing,
    interval,
    stretch,
    when,
)
from factcheck.checks._company import Company
from factcheck.checks._misprint import digits_of, one_digit, sharing, swapped
from factcheck.checks.archive_alike import slips
from factcheck.model import Claim, Dimension, Reading
from factcheck.patterns import compiled

_NAME = 4  # characters of a name that says enough for a whole place
_LONG = 4  # digits of a number of which all but one are no chance
_SEASON = 330  # days after which what is counted may be another number
_MANY = 2  # numbers told in two sentences that make the third one number
_HEAD = 2  # characters at the end of a name that tell what is counted
_VISITS = "人次"
# Words of who came, of whom there are more: 学生, 外省游客.
_SORTED = compiled(
    "少儿|儿童|老人|青少年|外[省地国籍]|境[内外]|港澳台|本[地市省]|会员|志愿者|医保|门诊|住院|手术|国[内际]|过夜|一日"
)
_EDITION = compiled(f"{TOPIC}第[^届]+届")
_OPEN = frozenset({QUOTED, REVISED, PRELIMINARY})
_EXACT = frozenset({"", "达", "达到", "共", "为"})


def check(subject: Company, reading: Reading) -> Iterator[Judgement]:
    """Each pair of numbers of two articles that seem to be one."""
    seen = _alone([claim for claim in subject.claims() if claim.quantity.sort == SEEN])
    told = _known(subject)
    numbers = _numbers(subject)
    found = [(one, two) for one, two in sharing(seen, _digits) if _is_one(one, two)]
    support = Counter(_number(claim) for claim in {id(c): c for pair in found for c in pair}.values())
    done: set[Hashable] = set()
    for one, two in found:
        mark = frozenset((_number(one), _number(two)))
        if mark in done or {_place(one), _place(two)} & told or _has_both(one, two, numbers):
            continue
        done.add(mark)
        suspect, witness = accused(one, two)
        if support[_number(suspect)] > support[_number(witness)] and accusable(witness):
            suspect, witness = witness, suspect
        if accusable(suspect):
            yield differing(suspect, witness)


def _alone(seen: Sequence[Claim]) -> list[Claim]:
    """Those whose name, owner and time stand for one number in their article: else they say too little."""
    told: dict[Hashable, set[Hashable]] = defaultdict(set)
    for claim in seen:
        told[id(claim.article), claim.quantity.root].add(_number(claim))
    return [one for one in seen if _plain(one) and len(told[id(one.article), one.quantity.root]) == 1]


def _plain(claim: Claim) -> bool:
    return claim.figures[0].hedge in _EXACT and not claim.licences & _OPEN


def _known(company: Company) -> set[Hashable]:
    """The places of numbers that are judged elsewhere: facts told differently, names that are nearly one."""
    groups = [group.claims for group in company.groups() if not group.agree]
    told = [claim for claims in groups if claims[0].quantity.sort != SEEN for claim in claims]
    return {_place(claim) for claim in (*told, *(one for pair in slips(company) for one in pair))}


def _place(claim: Claim) -> Hashable:
    return id(claim.article), claim.span.start


def _number(claim: Claim) -> Hashable:
    return digits_of(claim), claim.unit.base if claim.unit else ""


def _numbers(company: Company) -> dict[int, set[Hashable]]:
    """The numbers that each article has, by whatever name."""
    found: dict[int, set[Hashable]] = defaultdict(set)
    for claim in company.every():
        if len(claim.figures) == 1:
            found[id(claim.article)].add(_number(claim))
    return found


def _has_both(one: Claim, two: Claim, numbers: dict[int, set[Hashable]]) -> bool:
    return _number(two) in numbers[id(one.article)] or _number(one) in numbers[id(two.article)]


def _digits(claim: Claim) -> set[Hashable]:
    """The unit and the digits of a number, sorted, and without the one at each place."""
    digits, unit = digits_of(claim), claim.unit.base if claim.unit else ""
    without = {(unit, at, digits[:at] + digits[at + 1 :]) for at in range(len(digits))}
    return {(unit, -1, "".join(sorted(digits))), *without}


def _is_one(one: Claim, two: Claim) -> bool:
    """Whether digits, names, times and what the articles are of all speak for one number."""
    turned, same_time = swapped(one, two), _same_time(one, two)
    same_time = True if turned and _shared(one, two, DAY) else same_time  # 昨天, and that day in a later one
    if interval(one).meets(interval(two)) or one.modality is not two.modality or same_time is False:
        return False
    slip = turned or (same_time and one_digit(one, two))
    if not slip or _two_editions(one, two) or _grown(one, two, same_time):
        return False
    beside = _beside(one, two)
    near = _nearness(one, two, beside)
    if turned and beside >= _MANY and near > _UNLIKE:
        return not (_strange(one, two) and _strange(two, one))
    thing = _shared(one, two, TOPIC)
    if not _of_one_owner(one, two) or not (thing or _shared(one, two, AREA)):
        return False
    if not thing:
        known = same_time is True or (turned and beside > 0)
        return (turned or len(digits_of(one)) >= _LONG) and _of_a_place(one, two, near, known=known)
    sure = turned and near > _UNLIKE and (same_time is True or near >= _INSIDE or beside > 0)
    return near == _SAME or sure or (turned and same_time is True and _are_visits(one, two))


def _grown(one: Claim, two: Claim, same_time: bool | None) -> bool:
    """What is counted now and was counted a year ago, no time told: 在校学生1728人, 1782人."""
    if same_time or one.unit is None or one.unit.dimension is not Dimension.COUNT:
        return False
    first, second = when(one.article), when(two.article)
    editions = any(_EDITION.match(name) for name in one.licences & two.licences)
    return not editions and first is not None and second is not None and days_apart(first, second) > _SEASON


def _two_editions(one: Claim, two: Claim) -> bool:
    """Their articles are of two editions of something: 第五届书展, 第六届书展."""
    named = [{name for name in claim.licences if _EDITION.match(name)} for claim in (one, two)]
    return all(named) and not named[0] & named[1]


def _beside(one: Claim, two: Claim) -> int:
    """How many other numbers both sentences tell: 48个教学班, 162名教师 beside the one in doubt."""
    return sum(name.startswith(TOGETHER) for name in one.licences & two.licences)


def _are_visits(one: Claim, two: Claim) -> bool:
    """31.7万人次, 37.1万人次: visits of one house in one time, received, come or brought."""
    visits = all(claim.unit is not None and claim.unit.base == _VISITS for claim in (one, two))
    return visits and not any(_SORTED.search(_name(claim)) or "学生" in _name(claim) for claim in (one, two))


def _of_a_place(one: Claim, two: Claim, near: int, *, known: bool) -> bool:
    """Much is told of a place: the number must be of the place itself, under a name that says enough.

    It is `known` to be of one time, or another number beside both tells as much.
    """
    enough = min(len(_name(one)), len(_name(two))) >= _NAME
    owner = one.quantity.root.subject or two.quantity.root.subject
    if not enough or not owner or near < _INSIDE:
        return False
    return known or (near == _SAME and one.told and two.told)


def _shared(one: Claim, two: Claim, sort: str) -> bool:
    return any(name.startswith(sort) for name in one.licences & two.licences)


def _of_one_owner(one: Claim, two: Claim) -> bool:
    """Whose they are is the same, or not told of one of them."""
    first, second = (claim.quantity.root.subject for claim in (one, two))
    if first and second:
        return first == second
    return not (_strange(one, two) and _strange(two, one))


def _strange(one: Claim, two: Claim) -> bool:
    """The article of one has a home that the article of the other does not name."""
    home = next((name.removeprefix(HOME) for name in one.licences if name.startswith(HOME)), "")
    return bool(home) and not {AREA + home, HOME + home} & two.licences


def _same_time(one: Claim, two: Claim) -> bool | None:
    """Whether they are of the same days; `None` when that is not told of one of them.

    What there is at the end of a year may be told among what happened in it.
    """
    first, second = (stretch(claim.quantity.root) for claim in (one, two))
    if first is None or second is None or (first.instant != second.instant and first.last == second.last):
        return None
    return first == second


def _name(claim: Claim) -> str:
    return claim.quantity.root.indicator.partition("|")[0]


_UNLIKE, _ALIKE, _INSIDE, _SAME = range(4)


def _nearness(one: Claim, two: Claim, beside: int) -> int:
    """How alike two names are: one, one inside the other, the same at the end, unlike.

    Long numbers, and numbers with another one beside them, also go by the noun behind them.
    """
    names = _names(one), _names(two)
    first, second = (set(_SORTED.findall(" ".join(few))) for few in names)
    if first != second:
        return _UNLIKE  # 外省游客 are not all 游客
    if swapped(one, two) and (beside or len(digits_of(one)) >= _LONG):
        near = max(_like(*pair) for pair in product(*names))
        ends = any(set(one[-_HEAD:]) & set(two[-_HEAD:]) for one, two in product(*names))
        return max(near, _ALIKE if beside and ends else _UNLIKE)  # 来稿, 稿件
    return _like(_name(one), _name(two))


def _names(claim: Claim) -> list[str]:
    behind = (name.removeprefix(NOUN) for name in claim.licences if name.startswith(NOUN))
    return [_name(claim), *behind]


def _like(one: str, two: str) -> int:
    short, long = sorted((one, two), key=len)
    if short == long:
        return _SAME
    letters = iter(long)
    if all(letter in letters for letter in short):
        return _INSIDE
    return _ALIKE if short[-_HEAD:] == long[-_HEAD:] else _UNLIKE
