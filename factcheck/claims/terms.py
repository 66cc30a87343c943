"""The terms of a rate: those of a quotient the lexicon knows, those its name tells, those said in numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache

from factcheck.claims import skeleton as mark
from factcheck.claims.facts import interval_of, root
from factcheck.claims.holding import comes_out
from factcheck.claims.lexicons import Identity, known
from factcheck.claims.mentions import Mention
from factcheck.claims.planned import of_more_years
from factcheck.claims.rate_words import is_left, synonyms
from factcheck.interval import Interval
from factcheck.model import Dimension
from factcheck.patterns import compiled
from factcheck.periods import is_key

# Rank (0 = the words ask for it), dividend, divisor, and the factor between the units.
Term = tuple[int, Mention, Mention, Fraction]
Terms = Iterator[Term]

# How a level was read that says another once more, or what it is compared with or came from.
AGAIN = ("restated", "headline", "echo")
UNLIKE = ("versus", "from", *AGAIN)
_FAR = 14
_REGISTERED = "户籍人口"  # beside it the words do not say which people a mean is of
_NET = ("净", "固定", "流动")  # 净资产 is no 资产
# A margin is of what was sold for, not of what it cost.
_PROFIT = compiled("(?:毛利|利润|净利|收益|回报)率$")
_SALES = compiled("收入|营收|销售|售价|卖|单价|均价")
_PAIR, _OWNER = 2, 8
_WORDS = compiled(r"[^\u4e00-\u9fff]")
# Rates that say no more than that one is a part of the other.
_OF_WHICH = ("渗透率", "占有率", "普及率", "覆盖率")
_ACHIEVED = ("完成率", "达成率", "实现率", "执行率")  # of what was planned, whatever is said to be done
# Characters of rates that say what is done to a part of all.
_DONE = "得到结办通达录取格优勤课座住租完活愈破签参就收检升投标还缴退"
_IN_TIME = compiled("^[，,]?(?:按期|按时|及时|如期|限时)")  # of those that were due
_ALL_OF = compiled("(?:已经?)?(?:全部|均已|都已|全都|悉数)")
_FAILED = compiled("失[利败误手]|[未不没]|负")  # 成功3次、失利1次: neither is a part of the other
_NOT_SO = "应需未不没"
_THAT_IS = compiled(r"即|也就是|也即|相当于|合")


def near(levels: Sequence[Mention], at: int, after: int = 3) -> list[Mention]:
    """Levels of the same paragraph, nearest first, those before it ahead of the few `after` it."""
    here = levels[at]
    before = [m for m in reversed(levels[max(0, at - _FAR) : at]) if m.where[0] == here.where[0]]
    behind = [m for m in levels[at + 1 : at + 1 + after] if m.sentence == here.sentence]
    return [m for m in before + behind if m.made_by not in UNLIKE]


def below(small: Interval | None, large: Interval | None) -> bool:
    """Whether the first can be less than the second."""
    if small is None or large is None or small.bottom is None:
        return False
    return large.top is None or small.bottom < large.top


def known_terms(levels: Sequence[Mention], at: int, listed: Identity) -> Terms:
    """The terms of a quotient the lexicon knows, by their names."""
    here = levels[at]
    close = [m for m in near(levels, at) if m.slot.mark == mark.LEVEL]
    close.sort(key=lambda m: (m.made_by == "level-again" and m.period_said, m.period != here.period))
    both = f"{listed.of}{listed.against}"  # 男女合计 is neither
    close = [m for m in close if both not in root(m).name.indicator]
    of = _called(listed.of, close)
    if of is None:
        return
    against = _called(listed.against, [m for m in close if m is not of and m.base_unit == of.base_unit])
    if against is not None:
        yield 0, of, against, Fraction(1, listed.scale)


def per_head_terms(levels: Sequence[Mention], at: int, listed: Identity) -> Terms:
    """The terms of a per-head figure, anywhere in the article, of its subject and year."""
    here = levels[at]
    near_first = [
        (abs(place - at), place, named, m)
        for place, m in enumerate(levels)
        if m.subject == here.subject
        and m.modality == here.modality
        and ((named := root(m).name.indicator) in (listed.of, listed.against) or _REGISTERED in named)
        and of_one_year(m, here)
    ]
    like = [(named, m) for _, _, named, m in sorted(near_first)]
    of = next((m for named, m in like if named == listed.of), None)
    against = next((m for named, m in like if named == listed.against), None)
    if of is None or against is None or (_year(here) is None and of.where[0] != here.where[0]):
        return
    rival = any(_REGISTERED in named for named, _ in like)
    yield (1 if rival else 0), of, against, Fraction(1)


def of_one_year(one: Mention, here: Mention) -> bool:
    """Whether two levels are of one year; beside each other in a sentence one may leave it out."""
    return _year(one) == _year(here) or (_year(one) is None and one.sentence == here.sentence)


def _year(mention: Mention) -> int | None:
    """The year a figure holds for, `None` when that is not known."""
    period = mention.period
    return period[2][0] if is_key(period) and period[2] else None


def _called(term: str, near: Sequence[Mention]) -> Mention | None:
    """The nearest level of that very name, else one whose name begins with it, else one that holds it.

    What the lexicon knows for a part of it (乡村常住人口 of 常住人口) is not it.
    """
    parts = {part for whole, members in known().partitions if whole == term for part in members}
    wholes = [m for m in near if root(m).name.indicator not in parts]
    for fits in (str.__eq__, str.startswith, str.__contains__):
        for mention in wholes:
            if fits(root(mention).name.indicator, term) and not mention.name.indicator.startswith(_NET):
                return mention
    return next((m for m in wholes if term in m.left), None)


def rate_terms(levels: Sequence[Mention], at: int) -> Terms:
    """The part and the whole of a rate that is named after its part (上线率: 上线 over all)."""
    here = levels[at]
    if (said := _in_numbers(levels, at)) is not None:
        yield 0, *said, Fraction(1)
        return
    close = [m for m in near(levels, at) if m.slot.mark == mark.LEVEL]
    stem = here.name.indicator.removesuffix("进度").rstrip("率比度")[-2:]
    owned = _of_its_owner(here, close, stem)
    close = owned or close
    if _IN_TIME.search(here.left) or _ALL_OF.search(here.lead) or (close and _ALL_OF.match(close[0].right)):
        return  # 应回复的209份已全部回复，回复率100%
    for of in _parts(here, close, stem)[:1]:
        like = [m for m in close if m is not of and m.base_unit == of.base_unit]
        if _PROFIT.search(here.name.indicator):
            like = [m for m in like if _SALES.search(_full(m))]
        others = [m for m in like if below(interval_of(of), interval_of(m))]
        others = [m for m in others if of.name.within or not _has_its_own(m, levels, at)]
        if not others and len(like) == 1 and like[0].sentence == of.sentence == here.sentence:
            if comes_out(here, like[0], of):  # 覆盖62个社区中的58个，覆盖率93.5%
                yield 0, like[0], of, Fraction(1)
                return
            # The part is larger than the only whole there is: one of them is wrong.
            others = [m for m in like if not _has_its_own(m, levels, at) and not _FAILED.search(m.left)]
            others = [m for m in others if m.period == of.period or not m.period_said]
        fit = [m for m in others[:3] if comes_out(here, of, m)]
        others = fit + [m for m in others if m not in fit]
        for rank, other in enumerate(others[:3]):
            beside = [m for m in others if m.sentence == here.sentence]
            sure = rank == 0 and other.sentence == of.sentence == here.sentence and len(beside) == 1
            sure = sure or (bool(owned) and other.segment == of.segment)
            sure = (sure or other in fit[:1]) and not _of_them_all(here, of, other, like)
            sure = sure and (other in fit or not _of_others(here, of, other, close))
            yield (0 if sure else 1), of, other, Fraction(1)


def _parts(here: Mention, close: list[Mention], stem: str) -> list[Mention]:
    """What a rate may be of, the nearest first; of a part of all only what is one: 其中城区接种率92%."""
    named = (
        [m for m in close if stem and stem in _full(m) and not _is_other(m, stem, here)]
        or _of_both(close, stem)
        or _spoken(here, close, stem)
        or [m for m in close if any(word in _full(m) for word in synonyms(stem))]
    )
    return [m for m in named if m.name.within >= here.name.within and not is_left(m)]


def _is_other(level: Mention, stem: str, here: Mention) -> bool:
    """应参保126万人 are the whole of 参保率, 未达标23人 what 达标率 leaves out."""
    said, named = _full(level), here.name.indicator
    return any(f"{word}{stem}" in said and f"{word}{stem}" not in named for word in _NOT_SO)


def _has_its_own(level: Mention, levels: Sequence[Mention], at: int) -> bool:
    """数字化改造2211家，改造率58%；…3126家，使用率82%: what has a rate of its own is no whole of another."""
    place = next((n for n, m in enumerate(levels) if m is level), -1)
    after = levels[place + 1] if 0 <= place < len(levels) - 1 else None
    if after is None or after is levels[at] or after.sentence != level.sentence:
        return False
    return after.slot.mark == mark.PERCENT and after.name.indicator.endswith("率")


def _of_its_owner(here: Mention, close: list[Mention], stem: str) -> list[Mention]:
    """流通1974批次，不合格31批次；餐饮1326批次，不合格33批次。餐饮的不合格率最高: only what is of 餐饮."""
    said = here.name.indicator if stem and stem in here.name.indicator else here.left
    owner = said.partition(stem)[0].rstrip("不的").lstrip("，,；;“")[-_OWNER:] if stem else ""
    if len(owner) < _PAIR:
        return []
    told = {(m.sentence, m.segment) for m in close if owner in m.lead}
    mine = [m for m in close if (m.sentence, m.segment) in told and m.sentence != here.sentence]
    return mine if len(mine) == _PAIR and mine[0].base_unit == mine[1].base_unit else []


def _of_others(here: Mention, of: Mention, other: Mention, close: Sequence[Mention]) -> bool:
    """Whether a rate that does not come out is of something else than the two.

    贷款520亿元，普惠贷款86亿元，不良贷款率1.1%: neither is what the rate is named for.
    计划1200人，报到1140人，报到率97.4%，录取通知书1170份: what is counted otherwise fits.
    """
    if of.where[:3] == other.where[:3] and any(m.left.startswith("、") for m in (of, other)):
        return True  # 完赛全程6971人、半程11102人，完赛率分别为93.1%和98.0%
    whole = here.name.indicator.rstrip("率比度")
    stem = whole[-_PAIR:]
    if len(whole) > _PAIR and all(stem in _full(m) and whole not in _full(m) for m in (of, other)):
        return True
    rate, part = interval_of(here), interval_of(of)
    counted = (m for m in close if m not in (of, other) and m.sentence == here.sentence)
    wholes = (interval_of(m) for m in counted if m.base_unit != of.base_unit)
    fits = (
        one is not None and part is not None and rate is not None and part.meets(rate * one) for one in wholes
    )
    return any(fits)


def _of_them_all(here: Mention, of: Mention, other: Mention, like: Sequence[Mention]) -> bool:
    """新收5480件，旧存612件，结案5216件，结案率85.6%: the rate is of all that there were together."""
    rate, part = interval_of(here), interval_of(of)
    before = [m for m in like if m.sentence == here.sentence and m.where < here.where and m is not other]
    whole = interval_of(other)
    if rate is None or part is None or whole is None or comes_out(here, of, other):
        return False
    rest = (interval_of(m) for m in before)
    return any(one is not None and part.meets(rate * (whole + one)) for one in rest)


def _of_both(close: Sequence[Mention], stem: str) -> list[Mention]:
    """调撤率 is of what was settled or withdrawn: 调解撤诉7860件."""
    full = len(stem) == _PAIR
    return [m for m in close if full and m.name.indicator[:1] == stem[0] and stem[1] in m.name.indicator[1:]]


def _spoken(here: Mention, close: Sequence[Mention], stem: str) -> list[Mention]:
    """受理18642件，审结16405件，结案率88%: the figure right before the rate, that does what the rate says."""
    last = close[0] if close else None
    if last is None or last.sentence != here.sentence or last.where[3] + 1 != here.where[3] or last.last_year:
        return []
    like = [m for m in close if m.sentence == here.sentence and m.where < here.where]
    like = [m for m in like if m.base_unit == last.base_unit]
    said = _full(last) + _WORDS.split(last.right[:4])[0]
    if (
        last.slot.unit is None
        or last.slot.unit.dimension is Dimension.DURATION
        or _is_other(last, stem, here)
    ):
        return []
    told = any(char in _DONE and char in said for char in stem)
    told = told or (last.name.within and here.name.indicator.endswith(_OF_WHICH))
    plans = [m for m in like if m.modality == "plan" and not of_more_years(m, last.lead)]
    told = told or (here.name.indicator.endswith(_ACHIEVED) and bool(plans))
    return [last] if len(like) == _PAIR and told else []


def _in_numbers(levels: Sequence[Mention], at: int) -> tuple[Mention, Mention] | None:
    """400间，出租率82.5%，即330间有人住: the part in numbers, and the whole before the rate."""
    here = levels[at]
    part = levels[at + 1] if at + 1 < len(levels) else None
    if part is None or part.sentence != here.sentence or not _THAT_IS.match(part.lead.lstrip("，")):
        return None
    like = [m for m in reversed(levels[max(0, at - 4) : at]) if m.base_unit == part.base_unit]
    whole = next((m for m in like if m.sentence == here.sentence), None)
    return (part, whole) if whole is not None and below(interval_of(part), interval_of(whole)) else None


def listed_quotient(indicator: str) -> Identity | None:
    """The known quotient an indicator is called by, alone or at the end of its name."""
    if not indicator.endswith(_quotients()):
        return None
    return next((q for name, q in known().quotients.items() if indicator.endswith(name)), None)


@cache
def _quotients() -> tuple[str, ...]:
    return tuple(known().quotients)


def _full(mention: Mention) -> str:
    return mention.left + root(mention).name.indicator
