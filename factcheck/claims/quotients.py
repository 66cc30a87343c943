"""Averages and rates: a level that is, by its name, the quotient of two others.

人均消费 is an amount over a number of people; 上线率 is those who 上线 over all. The name tells what
to look for; the terms are the levels of the right kind nearest to it. Where the words name both
terms the reading is the writer's own; where they merely stand near it can only be verified.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction

from factcheck.claims import skeleton as mark
from factcheck.claims.bind import Bound
from factcheck.claims.capacity import capacity_terms, is_capacity, is_room
from factcheck.claims.facts import fact_of
from factcheck.claims.lexicons import Identity
from factcheck.claims.mean_ones import one_price_terms, one_terms, product_terms
from factcheck.claims.mean_slips import is_priced, slipped_terms
from factcheck.claims.mean_sole import sole_terms
from factcheck.claims.mean_surely import surely
from factcheck.claims.mean_telling import as_one, is_each
from factcheck.claims.mean_terms import is_mean, mean_terms
from factcheck.claims.mentions import Mention, Role
from factcheck.claims.otherwise import unless_otherwise
from factcheck.claims.progress_told import progress_terms
from factcheck.claims.rates_told import is_price, rest_terms, told_terms
from factcheck.claims.shared_out import shared_terms
from factcheck.claims.so_many import named_rate, so_many_terms
from factcheck.claims.supplies import supply_terms
from factcheck.claims.terms import (
    UNLIKE,
    Term,
    Terms,
    known_terms,
    listed_quotient,
    per_head_terms,
    rate_terms,
)
from factcheck.interval import Interval
from factcheck.model import Claim, Dimension, Measure, Modality, Quantity, Unit
from factcheck.patterns import compiled

_ADDED = ("相加", "加起来", "加在一起", "加到一起", "之和", "合起来", "合在一起", "合计", "总和")
_EARLIER = compiled("(?:还是|原来是|原是|原为|曾是|曾为|还要)$")
_MORE = compiled("[，；](?:另有|还有|外加|加上|再加)[^，。；0-9]{0,8}[0-9.]+[万亿]?")
_THAN_OTHERS = compiled("[，；](?:比|而)(?:另外|其余|剩下)")
_REST = compiled("[，,；;]?(?:剩下|余下|剩余|其余)的?(?:钱|款|部分|全)*[由给分]")
_SOME_GAMES = compiled("[主客]场")
_BOTH = 2  # the amount and the number


def quotients(mentions: Sequence[Mention], bound: Bound) -> None:
    """Add to `bound` what the averages and rates of an article claim."""
    levels = bound.measured
    parted = _parted(mentions)
    for at, mention in enumerate(levels):
        if mention.made_by not in UNLIKE:
            _divided(levels, at, parted, bound)
            _add(mention, shared_terms(levels, at), bound, "per")
            _add(mention, one_price_terms(levels, at), bound, "per")
            _add(mention, supply_terms(levels, at), bound, "per")


def _divided(levels: Sequence[Mention], at: int, parted: set[tuple[int, int]], bound: Bound) -> None:
    """Add what the level at a place claims by its name or by its words, if it is a quotient."""
    mention = levels[at]
    listed = listed_quotient(mention.name.indicator)
    if (rate := named_rate(mention)) is not None:
        terms = so_many_terms(levels, at, rate)
        _add(mention, terms, bound, "mean" if mention.base_unit else "rate", rate.leeway)
    elif far := progress_terms(levels, at):
        _add(mention, far, bound, "progress")
    elif listed is not None:
        _known(levels, at, listed, bound)
    elif is_room(mention):
        _add(mention, capacity_terms(levels, at), bound, "per")
    elif ones := one_terms(levels, at):
        _add(mention, ones, bound, "mean")
    elif is_mean(mention) or is_priced(mention):
        meant = unless_otherwise(levels, at, _meant(levels, at, parted))
        averaged = mention.name.mean in ("均价", "平均", "平均价")  # 折合均价15.3元/股
        _add(mention, meant, bound, "per" if is_each(mention) and not averaged else "mean")
    elif _is_rate(mention):
        _add(mention, unless_otherwise(levels, at, _rated(levels, at)), bound, "rate")
        _add(mention, rest_terms(levels, at), bound, "rest")


def _known(levels: Sequence[Mention], at: int, listed: Identity, bound: Bound) -> None:
    """Add what a quotient the lexicon knows claims."""
    mention = levels[at]
    if listed.leeway:
        _add(mention, per_head_terms(levels, at, listed), bound, "per-head", listed.leeway)
        return
    known = list(known_terms(levels, at, listed))
    rates = rate_terms(levels, at) if not known and _is_rate(mention) else iter(known)
    _add(mention, rates, bound, "rate")


def _meant(levels: Sequence[Mention], at: int, parted: set[tuple[int, int]]) -> list[Term]:
    """The terms of a mean or a price: those its words tell, else those that a slip of the pen does."""
    mention = levels[at]
    found = mean_terms(levels, at) if is_mean(mention) else iter(())
    terms = (term for term in found if not _told_apart(mention, term))
    named = list(_of_a_part(mention, terms) if mention.sentence in parted else terms)
    if mention.sentence in parted or any(not rank for rank, *_ in named):
        return named
    slips = slipped_terms(levels, at) or product_terms(levels, at) or sole_terms(levels, at)
    slips = [term for term in slips or capacity_terms(levels, at) if not _told_apart(mention, term)]
    return [*slips, *(pair for pair in named if pair[1:3] not in [slip[1:3] for slip in slips])]


def _told_apart(mean: Mention, term: Term) -> bool:
    """四笔相加是98.35元: added up, not multiplied; 停约30天；每天留800个号: days of another half sentence.

    出厂价5.6元，9月底还是7.2元: what it was before.
    """
    _, total, count, _ = term
    if count.right.startswith(_ADDED) or _EARLIER.search(total.left):
        return True
    if _SOME_GAMES.search(total.lead) and count.where[:3] != total.where[:3]:
        return True  # 还剩2轮。打过的4个主场来了74800人，场均18700人
    if total.left in ("到", "至"):
        return True  # 12款，单价从9.9元到168元
    timed = count.slot.unit is not None and count.slot.unit.dimension is Dimension.DURATION
    return timed and count.sentence == mean.sentence == total.sentence and count.segment < mean.segment


def _rated(levels: Sequence[Mention], at: int) -> list[Term]:
    """The terms of a rate: those its name tells, else those of the sentence before or in another unit."""
    here = levels[at]
    named = [term for term in rate_terms(levels, at) if not (is_price(here, term[1]) or _of_two_times(term))]
    told = [] if any(not rank for rank, *_ in named) else list(told_terms(levels, at))
    pairs = [pair[1:3] for pair in told]
    return [*told, *(pair for pair in named if pair[1:3] not in pairs)]


def _of_two_times(term: Term) -> bool:
    """10月26天，优良率83.9%，9月是30天: a whole that is told of a time of its own behind its part."""
    _, part, whole, _ = term
    apart = whole.period_said and whole.period is not None and part.period is not None
    return apart and part.where < whole.where and part.period != whole.period


def _parted(mentions: Sequence[Mention]) -> set[tuple[int, int]]:
    """The sentences that tell two shares of one thing: 少儿馆到馆人次占23%，外借量占32.5%."""
    shares = Counter(m.sentence for m in mentions if m.role is Role.SHARE and not m.aside)
    return {sentence for sentence, count in shares.items() if count >= _BOTH}


def _of_a_part(mean: Mention, terms: Terms) -> Terms:
    """The terms of a mean in such a sentence: what is told elsewhere is of all and not of the part."""
    for rank, of, against, factor in terms:
        all_of_them = mean.sentence not in (of.sentence, against.sentence)
        yield (rank or int(all_of_them)), of, against, factor


# Percentages that an instrument shows: nothing was divided.
_SHOWN = ("湿度", "浓度", "纯度", "糖度", "坡度", "酒精度", "浊度", "饱和度", "透明度", "亮度", "电量")


def _is_rate(mention: Mention) -> bool:
    """A percentage that is by its name a rate."""
    named = mention.name.indicator
    return (
        mention.slot.mark == mark.PERCENT
        and named.endswith(("率", "比", "度"))
        and not named.endswith(_SHOWN)
    )


def _add(
    mention: Mention, terms: Iterable[Term], bound: Bound, sort: str, leeway: Fraction = Fraction(0)
) -> None:
    claim = bound.levels.get(id(mention))
    if claim is None or claim.interval is None:
        return
    terms = [term for term in terms if not _for_the_rest(*term[1:3])]
    if not terms or (sort in ("per", "mean") and _is_of_some(mention, bound.article.text)):
        return
    for rank, of, against, factor in surely(mention, terms) if sort in ("per", "mean") else terms:
        _as_planned(of, against, bound)
        bound.claims.append(
            Claim(
                Quantity(Measure.QUOTIENT, fact_of(of), fact_of(against), sort),
                _widened(claim.interval.scaled(factor), leeway),
                claim.figures,
                bound.article,
                claim.words,
                _unit(claim.unit, (of, against, factor), sort),
                _intended(claim, of, against, bound),
                claim.licences | of.licences | against.licences,
                sort,
                alternative=rank,
            )
        )


def _for_the_rest(total: Mention, count: Mention) -> bool:
    """奖金1.2万元，其中一半…。剩下的由4人平分: what is left is divided, and not all of it."""
    return _REST.match(count.lead) is not None and count.where[:3] != total.where[:3]


def _is_of_some(mean: Mention, text: str) -> bool:
    """63名队员分两班，每班31人，另有站长1人; 亩产742公斤，比另外660亩高: there are more than these."""
    end, unit = mean.slot.span.end, mean.slot.unit
    more = _MORE.match(text, end)
    alike = more is not None and unit is not None and text.startswith(unit.name, more.end())
    return alike or _THAN_OTHERS.match(text, end) is not None


def _as_planned(of: Mention, against: Mention, bound: Bound) -> None:
    """18.6万亩，预计产量41.3万吨: what a forecast is divided by counts for the forecast as well."""
    total, count = bound.levels.get(id(of)), bound.levels.get(id(against))
    if total is None or count is None or of.sentence != against.sentence:
        return
    dividend = against.base_unit == "股"  # 拟以总股本8亿股为基数，合计派现2亿元
    if total.modality is not count.modality and (count.modality is Modality.ACTUAL or dividend):
        bound.claims.append(replace(count, modality=total.modality))


def _intended(mean: Claim, of: Mention, against: Mention, bound: Bound) -> Modality:
    """拟每10股派3元，以总股本8亿股计，共派2.4亿元: the plan that a mean opens is that of its amount too."""
    total = bound.levels.get(id(of))
    return total.modality if total is not None and of.sentence == against.sentence else mean.modality


def _widened(interval: Interval, share: Fraction) -> Interval:
    low, high = interval.bottom, interval.top
    if not share or low is None or high is None:
        return interval
    return Interval.between(low * (1 - share), high * (1 + share))


def _counted(unit: Unit | None, of: Mention) -> Unit | None:
    """The unit of a mean, in visits where it is one of visits, in seats where it is one of people."""
    alike = unit is not None and unit.base != of.base_unit
    alike = alike and unit is not None and (as_one(unit.base, of.base_unit) or is_capacity(of))
    return replace(unit, base=of.base_unit) if unit is not None and alike else unit


def _unit(unit: Unit | None, pair: tuple[Mention, Mention, Fraction], sort: str) -> Unit | None:
    """The unit of what an amount over a number is said to be."""
    of, against, factor = pair
    if sort not in ("rate", "rest", "progress"):
        return _scaled(_counted(unit, of), factor, against)
    if (
        unit is None
        or factor != 1
        or unit.dimension is not Dimension.RATIO
        or of.base_unit == against.base_unit
    ):
        return _scaled(_counted(unit, of), factor, None)
    # 208位 of 260张: guests over beds
    return replace(unit, dimension=Dimension.OTHER, base=f"{of.base_unit}/{against.base_unit}")


def _scaled(unit: Unit | None, factor: Fraction, count: Mention | None) -> Unit | None:
    """The writer's unit as it counts in the quotient: over the divisor's unit, per ten of it, ….

    The name stays the writer's, so that what is expected is shown as the writer would print it.
    """
    if unit is None:
        return None if factor == 1 else Unit("", Dimension.NONE, factor, "1")
    over = count is not None and count.slot.unit is not None and "/" not in unit.base
    base = f"{unit.base}/{count.base_unit}" if over and count is not None else unit.base
    return replace(unit, scale=unit.scale * factor, base=base)
