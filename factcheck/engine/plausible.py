"""Whether a conflict looks like a slip of the pen, or rather like words that were misread.

Writers mistype a digit, miscount a difference, take the wrong base; they do not write 1.2% for 8500%. A
conflict is believed when one slip would mend it, or when the number is at least near what the
others demand. Anything wilder is left alone: silence over noise.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace
from fractions import Fraction

from factcheck.checks._misprint import misprinted
from factcheck.engine.blame import required
from factcheck.engine.box import Verdict
from factcheck.engine.confused import is_relative, of_a_pound
from factcheck.engine.edits import edits
from factcheck.engine.otherwise import Told, scattered
from factcheck.engine.outcome import Outcome, compared
from factcheck.engine.relation import Term
from factcheck.engine.rule import Repeats, Sums
from factcheck.interval import Interval
from factcheck.model import Claim, Dimension, Fact, Measure

_TOLD = frozenset(["restated", "echo", "headline"])
"""How a claim was read when the words themselves say that it repeats another."""
_REPEATED = Fraction(7, 6)
_EXCEEDED = Fraction(3, 2)
_EXCEEDED_AS_SAID = Fraction(10)
_DIRECTED = (Measure.GROWTH, Measure.DIFFERENCE)
_ORDERS = frozenset([("level", "versus"), ("to", "from")])
_VERBS = (
    "偏多",
    "偏少",
    "偏高",
    "偏低",
    "增长",
    "增加",
    "上升",
    "上涨",
    "提高",
    "提升",
    "扩大",
    "减少",
    "下降",
    "下跌",
    "降低",
    "回落",
    "缩小",
    "延长",
    "缩短",
    "上调",
    "下调",
    "扩招",
    "减招",
    "缩招",
    "涨",
    "跌",
)
_VERB = 4
# What can only be said of a longer and a shorter time: a time that 提高 may be less.
_OF_TIMES = ("延长", "缩短", "增加", "减少")
_THREE = 3
_LIKELY = 1  # what a slip costs at most that neither adds a digit nor drops one
_BEFORE = ("去年", "上年", "上一", "上个", "上赛季", "上届", "上季", "上月", "上学年", "前一")
_NAMED = 2
_FAR = Fraction(2)
_TENS = (10, 100, 1000, 10**4, 10**8)
_ROUGH = Fraction(1, 10)
_ACCOUNTS = ("flow", "balance", "period")
_RANGES = ("range", "limit", "end")


def plausible(failed: Outcome, said: Told) -> bool:
    """One slip mends it, or its numbers are near each other.

    Numbers told far apart, with others that are `said` between them, are tied less surely, and have to be
    one likely slip apart.
    """
    form = failed.relation.rule.form
    if isinstance(form, Repeats) and form.alike:
        return _meant_as_one(failed)
    if scattered(failed, said):
        return any(_one_slip(failed, term, _LIKELY) for term in failed.relation.terms)
    if not flipped(failed):
        return _close(failed)
    if failed.relation.terms[0].claim.drawn or _told_in_order(failed):
        return True
    return not _turned(failed) and _close(failed)


def _meant_as_one(failed: Outcome) -> bool:
    """Whether two unlike numbers are said of one thing by mistake."""
    one, two = (term.claim for term in failed.relation.terms)
    if "headline" in (one.made_by, two.made_by):
        return True  # its words were found to be those of the body
    if _TOLD & {one.made_by, two.made_by}:
        return misprinted(one, two) or _of_one_size(failed) or _is_converted(failed)
    return failed.verdict is not Verdict.BOUNDARY and (misprinted(one, two) or _overstated(failed))


def _close(failed: Outcome) -> bool:
    """Whether one slip would mend it, or its numbers are near each other."""
    if _near(failed):
        return True
    if not failed.equal:
        return False
    if of_a_pound(failed) or is_relative(failed):
        return True
    return not _rough(failed) and any(_one_slip(failed, term) for term in failed.relation.terms)


def _rough(failed: Outcome) -> bool:
    """Whether a share or another quotient is told so roughly (四成多) that many slips would mend it."""
    claim = failed.relation.terms[0].claim
    said = claim.interval
    hedged = claim.quantity.measure is Measure.QUOTIENT and any(figure.hedge for figure in claim.figures)
    if not hedged or said is None or said.width is None:
        return False
    return said.middle is None or said.width > _ROUGH * abs(said.middle)


def _told_in_order(failed: Outcome) -> bool:
    """Whether the words say which level was first, and a rise or a fall: else they were misread."""
    terms = failed.relation.terms
    if len(terms) != _THREE:
        return False
    change, now, before = (term.claim for term in terms)
    timed = now.unit is not None and now.unit.dimension is Dimension.DURATION
    verbs = _OF_TIMES if timed else _VERBS
    return _said_with(change, verbs) and _in_order(now, before)


def flipped(failed: Outcome) -> bool:
    """Whether the numbers agree, and only a rise is said of a fall."""
    if _turned(failed):
        return True
    terms = failed.relation.terms
    if not _is_directed(failed):
        return False
    return _would_hold(failed, (replace(terms[0], sign=-terms[0].sign), *terms[1:]))


def _is_directed(failed: Outcome) -> bool:
    """Whether a change is judged by the level now and the level before."""
    terms = failed.relation.terms
    quantity = terms[0].claim.quantity
    return len(terms) == _THREE and quantity.measure in _DIRECTED and quantity.sort != "identity"


def _turned(failed: Outcome) -> bool:
    """Now and before change places and all is well."""
    if not _is_directed(failed):
        return False
    first, now, before = failed.relation.terms
    return _would_hold(failed, (first, replace(before, role=now.role), replace(now, role=before.role)))


def _would_hold(failed: Outcome, terms: tuple[Term, ...]) -> bool:
    """Whether the equation holds, and tells something, with other terms."""
    found = compared(replace(failed.relation, terms=terms), failed.equation)
    return found is not None and found.verdict is Verdict.HOLDS and found.tells


def _said_with(change: Claim, verbs: tuple[str, ...]) -> bool:
    """Whether its verb can only mean a larger number, or only a smaller one: 增加, but not 改善 or 提前."""
    start = change.span.start
    return change.article.text[max(0, start - _VERB) : start].rstrip("了约近超逾达 ").endswith(verbs)


def _in_order(now: Claim, before: Claim) -> bool:
    """The words themselves say which of two levels was first: 上年为43%, 比上年的43%, 由43%降至42%."""
    if now.sign < 0 or before.sign < 0:
        return False
    if before.made_by in ("level-again", "respectively") or before.made_by == now.made_by == "level":
        one, two = before.quantity.of, now.quantity.of
        return isinstance(one, Fact) and isinstance(two, Fact) and _earlier(one.period, two.period)
    return (now.made_by, before.made_by) in _ORDERS


def _earlier(one: Hashable, two: Hashable) -> bool:
    """Whether a period ends before another, both told in the same way."""
    if not isinstance(one, tuple) or one == two:
        return False
    if len(one) == _NAMED and one[0] == "said":  # a time with a name and no dates
        return str(one[1]).startswith(_BEFORE)
    if not isinstance(two, tuple) or len(one) != len(two) or len(one) == _NAMED:
        return False
    return one[0] is two[0] and bool(one[2] and two[2] and one[2] < two[2])


def _of_one_size(failed: Outcome) -> bool:
    """Two figures said to be one: at most twice each other, a power of ten apart, or of the same digits."""
    if len({_digits(term.claim) for term in failed.relation.terms}) == 1:
        return True  # 12.5平方公里 and 1250亩: a slip of the unit
    left, right = failed.left.middle, failed.right.middle
    if left is None or right is None or not left or not right:
        return True
    times = max(abs(left), abs(right)) / min(abs(left), abs(right))
    return times <= _FAR or any(abs(times / ten - 1) * 20 < 1 for ten in _TENS)


def _is_converted(failed: Outcome) -> bool:
    """1200亩，合180公顷: told again in another unit, not more than ten times as much."""
    one, two = (term.claim for term in failed.relation.terms)
    left, right = failed.left.middle, failed.right.middle
    units = one.unit is not None and two.unit is not None and one.unit.name != two.unit.name
    return units and bool(left and right) and _within(left or Fraction(0), right or Fraction(0), Fraction(10))


def _digits(claim: Claim) -> str:
    """The significant digits that a claim prints, without the point and the zeros around them."""
    return "".join(c for c in claim.figures[0].text if c in "0123456789").strip("0") if claim.figures else ""


def _overstated(failed: Outcome) -> bool:
    """A round number that does not hold for the exact one: 接近300件 said of 312件."""
    one, two = (term.claim for term in failed.relation.terms)
    hedged = [any(figure.hedge for figure in claim.figures) for claim in (one, two)]
    bounded = failed.left.bounded and failed.right.bounded
    return hedged[0] != hedged[1] and bounded and _near(failed)


def _one_slip(failed: Outcome, term: Term, most: int = 2) -> bool:
    """Whether a slip that costs at most so much would have given a number that holds."""
    needed = required(failed, term)
    if needed is None:
        return False
    return any(edit.cost <= most and edit.interval.meets(needed) for edit in edits(term.claim))


def _near(failed: Outcome) -> bool:
    left, right = failed.left.middle, failed.right.middle
    if left is None or right is None:
        return True
    form, measure = failed.relation.rule.form, failed.relation.terms[0].claim.quantity.measure
    if isinstance(form, Repeats):
        drawn = any(term.claim.drawn for term in failed.relation.terms)
        return _within(left, right, _FAR if drawn else _REPEATED)
    if isinstance(form, Sums):
        return _near_its_whole(failed, _limit(failed) if form.each else _FAR)
    if measure is Measure.GROWTH:
        return _within(left + 1, right + 1, _FAR) or _within(left, right, _FAR)
    return _within(abs(left), abs(right), _FAR)


def _near_its_whole(failed: Outcome, limit: Fraction) -> bool:
    """Whether parts are near their whole, or near an end of the range they should lie in."""
    left, right, partition = failed.left.middle, failed.right.middle, failed.relation.partition
    if partition is not None and partition.sort in _RANGES:
        return _near_an_end(failed.left, failed.right)
    return _within(left or Fraction(0), right or Fraction(0), limit) and not _loosely_told(failed)


def _loosely_told(failed: Outcome) -> bool:
    """Whether a whole and its parts are found by what they are called, here and there: 新开, 关闭, 剩下."""
    partition = failed.relation.partition
    if partition is None or any(term.claim.drawn for term in failed.relation.terms):
        return False
    return partition.sort in _ACCOUNTS or (
        partition.made_by == "remainder" and len(partition.parts) >= _THREE
    )


def _near_an_end(one: Interval, two: Interval) -> bool:
    """Whether what lies outside a range is near one of its ends, or no farther than the range is wide."""
    if None not in (one.bottom, one.top, two.bottom, two.top):
        apart = max(_less(one.bottom, two.top), _less(two.bottom, one.top))
        if apart <= max(one.width or 0, two.width or 0):
            return True  # -2℃到3℃之间，最冷的-6℃
    ends = [(a, b) for a in (one.bottom, one.top) for b in (two.bottom, two.top)]
    return any(a is not None and b is not None and _within(a, b, _FAR) for a, b in ends)


def _less(one: Fraction | None, two: Fraction | None) -> Fraction:
    return (one or Fraction(0)) - (two or Fraction(0))


def _limit(failed: Outcome) -> Fraction:
    """How many times its whole a part may be said to be, and be believed to be its part."""
    partition = failed.relation.partition
    said = partition is not None and partition.made_by == "of-which"
    return _EXCEEDED_AS_SAID if said else _EXCEEDED


def _within(one: Fraction, two: Fraction, factor: Fraction) -> bool:
    """Both have one sign, and neither is more than `factor` times the other."""
    if one == 0 or two == 0 or (one < 0) != (two < 0):
        return False
    return max(abs(one), abs(two)) <= factor * min(abs(one), abs(two))
