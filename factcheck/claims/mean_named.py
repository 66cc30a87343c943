"""The amount and the number that a mean itself names, though they stand a sentence before it.

每家茶厂进账 is over the 茶厂 counted before, 人均改卷 is of the 改卷 told before: what the mean repeats is
meant, however many other figures stand between.
"""

from __future__ import annotations

from factcheck.claims.facts import interval_of, root
from factcheck.claims.mean_telling import Around, Pair, comes_out, is_each, speaks
from factcheck.claims.mentions import Mention
from factcheck.claims.names import name
from factcheck.patterns import compiled

_LEAST = 2
_LONGEST = 5
_EACH = compiled("(?:每|平均(?!每))一?个?[\u4e00-\u9fff](?P<noun>[\u4e00-\u9fff]{2,5})")
_LASTED = compiled(r"\d+(?:天|个月|年)|[一两三四五六七八九十]+(?:天|个月|年)")
# Not every one that was counted gets a grant, so that only a slip of the point tells an error.
GIVEN = compiled("补[助贴]|奖|资助|资金|贷|捐|扶持|领|获")
_TENS = (10, 100, 1000, 10**4, 10**8)


def named_terms(mean: Mention, around: Around) -> Pair | None:
    """The amount and the number that a mean names; `None` when it names none, or one of them fits others."""
    if not mean.name.mean:
        return None
    meant = _over_those(mean, around) or _of_that(mean, around) or _times_those(mean, around)
    if meant is None:
        return None
    pairs = ((total, count, per) for total in around.totals for count, per in around.counts)
    near = (pair for pair in pairs if pair[0] is meant[0] or pair[1] is meant[1])
    return None if any(comes_out(mean, *pair) for pair in near) else meant


def _over_those(mean: Mention, around: Around) -> Pair | None:
    """茶厂86家…。卖茶收入2150万元，每家茶厂进账2.5万元: the one amount beside it, over those it names."""
    totals = [m for m in around.totals if m.sentence == mean.sentence]
    counts = [(m, per) for m, per in around.counts if is_of(mean, m)]
    if len(totals) != 1 or len(counts) != 1 or totals[0].where > mean.where or counts[0][0].name.within:
        return None
    (total,), ((count, per),) = totals, counts
    some = any(len(other) >= _LEAST and other in total.lead for other in _others(around, count))
    if some or not speaks(mean, total) or not _as_long(mean, around):
        return None
    pair = total, count, per
    given = GIVEN.search(total.lead + mean.lead) is not None
    return pair if not given or _slipped(mean, pair) else None


def _of_that(mean: Mention, around: Around) -> Pair | None:
    """批改试卷96.6万份…。教师2100名，人均批改试卷640份: what it repeats, over the first number beside it."""
    whose, _, own = mean.left.rpartition(mean.name.mean)
    own = name(own).indicator
    totals = [m for m in around.totals if len(own) >= _LEAST and root(m).name.indicator.endswith(own)]
    totals = [m for m in totals if not m.name.within and not m.last_year]
    counts = [(m, per) for m, per in around.counts if m.sentence == mean.sentence and not m.name.within]
    others = [m for m, _ in around.counts if m.sentence != mean.sentence and not m.name.within]
    if len(totals) != 1 or not counts or others or totals[0].where > mean.where:
        return None
    count, per = min(counts, key=lambda pair: pair[0].where)
    return (totals[0], count, per) if name(whose).indicator in root(count).name.indicator else None


def _times_those(mean: Mention, around: Around) -> Pair | None:
    """危房862户…。每户补助1.5万元，共129.3万元: the one number before it, where only the point is wrong."""
    totals = [m for m in around.totals if m.sentence == mean.sentence]
    counts = [(m, per) for m, per in around.counts if m.where < mean.where and not m.name.within]
    if not is_each(mean) or len(totals) != 1 or len(counts) != 1:
        return None
    pair = totals[0], *counts[0]
    return pair if totals[0].where[3] == mean.where[3] + 1 and _slipped(mean, pair) else None


def is_of(mean: Mention, count: Mention) -> bool:
    """Whether a number is of what the mean is said for each of."""
    found = _EACH.search(mean.lead)
    noun = found.group("noun") if found is not None else ""
    counted = root(count).name.indicator
    return any(counted.endswith(noun[:size]) for size in range(_LEAST, min(len(noun), _LONGEST) + 1))


def _others(around: Around, count: Mention) -> list[str]:
    """What else is counted in the same way, of which the amount may be."""
    return [root(m).name.indicator for m, _ in around.counts if m is not count]


def _as_long(mean: Mention, around: Around) -> bool:
    """A mean said for a stretch of days goes with amounts of just those."""
    lasted = _LASTED.search(mean.lead)
    return lasted is None or any(lasted.group() in m.lead + m.slot.printed for m in around.close)


def _slipped(mean: Mention, pair: Pair) -> bool:
    """Whether only the point of the mean is in the wrong place."""
    each, amount, number = interval_of(mean), interval_of(pair[0]), interval_of(pair[1])
    if each is None or amount is None or number is None:
        return False
    made = each.scaled(pair[2]) * number
    return any(amount.meets(made.scaled(ten)) or made.meets(amount.scaled(ten)) for ten in _TENS)
