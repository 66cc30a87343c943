"""Totals of several houses named together: 高新区、经开区、新区三大开发区共实现工业总产值1286.7亿元.

The subject of such a total is the list itself; its parts may stand in the articles of the houses.
"""

from __future__ import annotations

import re

from factcheck.archive.naming import canonical
from factcheck.archive.setting import Setting
from factcheck.claims.divisions import path_of
from factcheck.model import Claim, Fact, Measure

POOL = "+"
_LISTED = re.compile(
    r"(?P<list>(?:[\u4e00-\u9fff]{2,12}、)+[\u4e00-\u9fff]{2,12}?)(?P<count>[两二三四五六七八九十]|\d{1,2})(?:大|个|家|座|所|地)"
    r"[\u4e00-\u9fff]{0,8}?(?:共|合计|总共|一共|累计)(?:计)?(?:实现|完成|有)?(?P<what>[\u4e00-\u9fff]{3,16})(?:达到?|为)?$"
)
_COUNTS = {"两": 2, **{digit: at for at, digit in enumerate("一二三四五六七八九十", 1)}}


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
    count = int(found["count"]) if found["count"].isdigit() else _COUNTS[found["count"]]
    members = [path_of(name, here.home.path) for name in names]
    what = canonical(found["what"])
    if len(names) != count or not all(members) or len(what) < 2:
        return None
    unit = fact.indicator.partition("|")[2]
    return Fact(POOL.join(members), f"{what}|{unit}", period=fact.period)
