"""Totals of several houses named together: 高新区、经开区、新区三大开发区共实现工业总产值1286.7亿元.

The subject of such a total is the list itself; its parts may stand in the articles of the houses.
"""

from __future__ import annotations

import re

from factcheck.archive.naming import canonical
from factcheck.archive.setting import Setting, names_of
from factcheck.claims.divisions import path_of
from factcheck.model import Claim, Fact, Measure
from factcheck.periods.numerals import number

POOL = "+"
_LISTED = re.compile(
    r"(?P<list>(?:[\u4e00-\u9fff]{2,12}、)+[\u4e00-\u9fff]{2,12}?)(?P<count>[两二三四五六七八九十]|\d{1,2})(?:大|个|家|座|所|地)"
    r"(?P<kind>[区县市镇乡村旗州盟]|街道|社区)?(?P<ahead>[\u4e00-\u9fff]{3,12}?(?=(?:共|合计|总共|一共|累计)(?:为|达到?|有)?$))?[\u4e00-\u9fff\d]{0,10}?(?:共|合计|总共|一共|累计)(?:计)?(?:实现|完成|有|为|达到?)?(?P<what>[\u4e00-\u9fff]{3,16})?(?:达到?|为)?$"
)


_TIME = re.compile(r"^.*(?:[去今]年|半年|季度|\d年|月份?|以来)(?=.{2})")


def _member(name: str, kind: str, here: Setting) -> str:
    """A house or a place of the list, in full: 城东 of 城东、城西两个区 is 城东区."""
    if not kind:
        return path_of(name, here.home.path)
    name = _TIME.sub("", name)
    for place in ("全区", "全县", "全市", "全镇", *names_of(here.home)):
        name = name.removeprefix(place) if len(name) > len(place) + 1 else name
    return name if name.endswith(kind) else name + kind


def pooled(claim: Claim, here: Setting) -> Fact | None:
    """What `claim` is the total of, when its sentence names a list of houses; `None` when it does not."""
    fact = claim.quantity.of
    if claim.quantity.measure is not Measure.LEVEL or not isinstance(fact, Fact):
        return None
    before = here.article.text[here.sentence(claim).start : claim.span.start]
    found = _LISTED.search(before)
    if found is None:
        return None
    names = found["list"].split("、")
    count = number(found["count"])
    members = [_member(name, found["kind"] or "", here) for name in names]
    what = canonical(found["what"] or found["ahead"] or "")
    if len(names) != count or not all(members) or len(what) < 2:
        return None
    unit = fact.indicator.partition("|")[2]
    near = here.periods(here.sentence(claim).start, claim.span.start)
    period = near[0].key if fact.period is None and len(near) == 1 else fact.period
    return Fact(POOL.join(members), f"{what}|{unit}", period=period)
