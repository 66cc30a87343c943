"""Prices that hold until somebody changes them: 由每立方米2.53元调整为2.80元, 现行水价为每立方米2.35元.

Only prices that are set (水价, 票价, 学费) are read: what a market makes (油价, 菜价) moves without a word.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from factcheck import calendar
from factcheck.archive.lives import told
from factcheck.archive.moments import last_day, moment
from factcheck.archive.setting import Setting, names_of
from factcheck.archive.whose import LEVELS, of_article
from factcheck.checks._across import TARIFF
from factcheck.model import Anchor, Claim, Fact, Measure, Modality
from factcheck.model.period import Day
from factcheck.patterns import compiled

_SET = compiled(
    "[水电气热票]价|[水电学]费|门票|[单月年日]票|起步价|停车费|收费标准|保教费|床位费|挂号费|诊查费|物业费|垃圾费|阶梯"
)
_MADE = compiled(
    "[油金房菜肉股]价|汽油|柴油|均价|批发|收盘|行情|平均|优惠|折|补贴|[邻外][省市县地]|周边|其他|全国|省内"
)
_STANDING = compiled("现行|目前|现在|眼下|一直|仍[为是]|沿用|执行")
_HABIT = compiled(
    "居民|生活|用(?=[水电气热])|目前|现在|眼下|沿用|现行?|仍|行(?=第)|价格|收费标准|标准|费用|收费|每一?[立方米吨度户千瓦时平月人次张]{1,4}|一直|执行|[价由从为的是元调至到]"
)
_THING = compiled("(?P<thing>[水电气热])价|用(?P<used>[水电气热])")
_YUAN = "元"


def tariffs(here: Setting) -> Iterator[Claim]:
    """The set prices of an article, each with the days on which it is said to hold."""
    text = here.article.text
    if here.published is None or here.published.day is None or not _SET.search(text):
        return
    today = last_day(here.published)
    levels = [claim for claim in here.reading.claims if claim.quantity.measure is Measure.LEVEL]
    for before, after in pairwise(levels):
        if before.made_by == "from" and after.made_by == "to":
            start = _day(after, here) or today
            year = calendar.add_years(start, -1)
            yield from _held(before, after, year, calendar.add_days(start, -1), here)
            yield from _held(after, after, start, calendar.add_years(start, 1), here)
    for claim in levels:
        if claim.made_by not in ("from", "to") and _STANDING.search(here.words(claim)):
            yield from _held(claim, claim, today, today, here)


def _held(claim: Claim, named: Claim, first: Day, last: Day, here: Setting) -> Iterator[Claim]:
    """The price with the days from `first` to `last`, under the name that `named` tells."""
    what = _name(named, here)
    yuan = claim.unit is not None and claim.unit.name == _YUAN and len(claim.figures) == 1
    if what and yuan and claim.interval is not None and claim.modality is Modality.ACTUAL:
        whose, period = of_article(here), (Anchor.ABSOLUTE, first, last, False)
        name, figure = f"{TARIFF}:{what}", claim.figures[0]
        yield told(whose, name, claim.interval, figure, here, period=period, sort=TARIFF)


def _name(claim: Claim, here: Setting) -> str:
    """What has the price, as its letters in order; empty for what has no set price, or no name."""
    fact = claim.quantity.of
    words = here.words(claim)
    if not isinstance(fact, Fact) or not _SET.search(words) or _MADE.search(words) or not _own(fact, here):
        return ""
    name = fact.indicator.partition("|")[0]
    for place in names_of(here.home):
        name = name.removeprefix(place)
    things = {found["thing"] or found["used"] for found in _THING.finditer(here.article.text)}
    letters = set(_HABIT.sub("", name)) | (things if len(things) == 1 else set())
    han = sorted(letter for letter in letters if "\u4e00" <= letter <= "\u9fff")
    return "".join(han) if len(han) > 1 else ""


def _own(fact: Fact, here: Setting) -> bool:
    """Whether it is a price of the place or the house the article is of: 邻县目前为3.1元 is none."""
    names = (*LEVELS, *names_of(here.home), *((here.home.body,) if here.home.body else ()))
    return not fact.subject or fact.subject.startswith(names)


def _day(claim: Claim, here: Setting) -> Day | None:
    """From when a changed price holds."""
    fact = claim.quantity.of
    found = moment(fact.period, claim, here) if isinstance(fact, Fact) else None
    return found[1] if found is not None and found[1] is not None and found[1] == found[2] else None
