"""One fact in several articles: which of them is the odd one out, and which is merely older.

A later vintage wins: what was said before a revision was right in its day, what repeats the old
number after it is outdated. Two articles of different seasons may differ on figures that are
revised as a matter of course; that is worth a note, no more.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import accumulate

from factcheck.checks import Judgement, held
from factcheck.checks._across import (
    LIFE,
    LIMITS,
    NOTICE,
    PRELIMINARY,
    QUOTED,
    RANKED,
    REVISED,
    ROUTINE,
    SEEN,
    STANDING,
    Day,
    accusable,
    believable,
    days_apart,
    differing,
    interval,
    near,
    spot,
    when,
    words,
)
from factcheck.checks._company import Company
from factcheck.checks._misprint import exchanged
from factcheck.interval import Interval
from factcheck.model import Claim, Fact, Reading

_WEEKS = 31
_FAR = Fraction(10**30)


def check(
    subject: Company, reading: Reading, *, kind: str = "plain", season: int = 150
) -> Iterator[Judgement]:
    """Conflicts of one kind: `plain`, `revised` (a season apart), or `outdated` after a revision."""
    for group in subject.groups():
        claims = group.claims
        if claims[0].quantity.sort in ("edition", LIFE, STANDING, SEEN, RANKED):
            continue
        if not group.agree or _limited(claims):
            yield from _judged(claims, kind, season)
        elif subject.verify and kind == "plain":
            yield from _held(claims)


def _limited(claims: Sequence[Claim]) -> bool:
    """Some are limits (不超过), which agree as values and yet may differ as numbers."""
    return any(figure.hedge in LIMITS for claim in claims for figure in claim.figures)


def _held(claims: Sequence[Claim]) -> Iterator[Judgement]:
    """Each claim that is checked, with one of another article."""
    first = claims[0]
    other = next(claim for claim in claims if claim.article is not first.article)
    for claim in claims:
        witness = first if claim.article is not first.article else other
        if accusable(claim) and (claim is not first or not accusable(other)):
            equation = f"{words(claim)} = {words(witness)}"
            yield held(spot("this", claim), spot("other", witness), equation=equation)


def _judged(group: Sequence[Claim], kind: str, season: int) -> Iterator[Judgement]:
    final = _final(group)
    if final is not None:
        old = [claim for claim in group if not _meet(claim, final)]
        if kind == "outdated":
            yield from _outdated(old, final, group)
        group = [claim for claim in old if not _after(claim, final) and REVISED not in claim.licences]
    reference = _reference(group) if kind != "outdated" and len(group) > 1 else None
    if reference is not None:
        yield from _against(reference, group, kind, season)


def _against(reference: Claim, group: Sequence[Claim], kind: str, season: int) -> Iterator[Judgement]:
    """Each claim of another article than the reference that cannot be the same number."""
    dates = _dates(group, reference)
    for claim in group:
        if claim.article is reference.article or _meet(claim, reference):
            continue
        date = when(claim.article)
        stood = bool(dates) and date is not None and dates[0] < date < dates[-1]
        pair = _accused(claim, reference)
        if pair is not None and _kind(*pair, season, stood=stood) == kind:
            yield differing(*pair)


def _dates(group: Sequence[Claim], reference: Claim) -> list[Day]:
    """The days on which the number of the reference was written, in order."""
    same = (claim for claim in group if interval(claim) == interval(reference))
    return sorted(day for claim in same if (day := when(claim.article)) is not None)


def _final(group: Sequence[Claim]) -> Claim | None:
    """The latest claim that is said to be a revision."""
    revised = [claim for claim in group if REVISED in claim.licences and PRELIMINARY not in claim.licences]
    dated = [claim for claim in revised if when(claim.article) is not None]
    return max(dated, key=lambda claim: when(claim.article) or (0, 0, 0), default=None)


def _outdated(old: Sequence[Claim], final: Claim, group: Sequence[Claim]) -> Iterator[Judgement]:
    for claim in old:
        if (
            not _after(claim, final)
            or not accusable(claim)
            or claim.licences & {PRELIMINARY, REVISED, QUOTED}
        ):
            continue
        if not any(other.article is claim.article and _meet(other, final) for other in group):
            yield differing(claim, final)


def _reference(group: Sequence[Claim]) -> Claim | None:
    """The claim that most others agree with, among equals one that nobody checks, the earliest.

    `None` when most disagree.

    Where three articles write three numbers, the name they share says too little.
    """
    counted = Counter[Interval]()
    for claim in group:
        counted[interval(claim)] += claim.times
    support = _supports(counted)

    def agreeing(claim: Claim) -> tuple[int, bool, tuple[int, ...]]:
        date = when(claim.article) or (9999, 12, 31)
        return support[interval(claim)], not accusable(claim), tuple(-part for part in date)

    best = max(_sharpest(group), key=agreeing)
    return best if 2 * support[interval(best)] >= counted.total() else None


def _sharpest(group: Sequence[Claim]) -> Sequence[Claim]:
    """The claims without those that only say more loosely what another does: 突破60万, which 61.8万 is."""
    loose, least = set(), _FAR
    for one in sorted({interval(claim) for claim in group}, key=lambda one: (-_low(one), _high(one))):
        if least <= _high(one):
            loose.add(one)
        least = min(least, _high(one))
    return [claim for claim in group if interval(claim) not in loose]


def _supports(counted: Counter[Interval]) -> dict[Interval, int]:
    """How many claims can be the same number as each, found by where their ends lie."""
    lows = sorted((_low(one), times) for one, times in counted.items())
    highs = sorted((_high(one), times) for one, times in counted.items())
    after_low = [0, *accumulate(times for _, times in lows)]
    after_high = [0, *accumulate(times for _, times in highs)]
    all_of_them = after_low[-1]
    found = {}
    for one in counted:
        below = after_high[bisect_left(highs, (_low(one), 0))]
        above = all_of_them - after_low[bisect_right(lows, (_high(one), all_of_them))]
        found[one] = all_of_them - below - above
    return found


def _low(one: Interval) -> Fraction:
    return -_FAR if one.bottom is None else one.bottom


def _high(one: Interval) -> Fraction:
    return _FAR if one.top is None else one.top


def _accused(claim: Claim, reference: Claim) -> tuple[Claim, Claim] | None:
    """The suspect first; `None` when neither may be accused."""
    if not accusable(claim) and not accusable(reference):
        return None
    return (claim, reference) if accusable(claim) else (reference, claim)


def _kind(suspect: Claim, witness: Claim, season: int, *, stood: bool) -> str:
    """`plain` for a contradiction, `revised` where an ordinary revision may lie between.

    A point in another place, a digit too many, two digits exchanged are no revision however late they
    come; nor is anything when the other number `stood` both before and after it.
    """
    if QUOTED in suspect.licences | witness.licences or not believable(suspect, witness):
        return ""
    one, two = when(suspect.article), when(witness.article)
    if _noticed(suspect) and (one is None or two is None or days_apart(one, two) > _WEEKS):
        return ""
    apart = one is not None and two is not None and days_apart(one, two) > season
    licences = suspect.licences | witness.licences
    revisable = near(suspect, witness) and not exchanged(suspect, witness)
    if apart and not stood and revisable and licences & {ROUTINE, PRELIMINARY, REVISED}:
        return "revised"
    return "" if REVISED in licences else "plain"


def _noticed(claim: Claim) -> bool:
    of = claim.quantity.of
    return isinstance(of, Fact) and NOTICE in of.scope


def _after(claim: Claim, other: Claim) -> bool:
    one, two = when(claim.article), when(other.article)
    return one is not None and two is not None and one > two


def _meet(one: Claim, two: Claim) -> bool:
    """The two can be one number; the same limit (不超过) is written with the same number."""
    hedges = {figure.hedge for claim in (one, two) for figure in claim.figures}
    if len(hedges) == 1 and hedges <= LIMITS:
        return [figure.value for figure in one.figures] == [figure.value for figure in two.figures]
    return interval(one).meets(interval(two))
