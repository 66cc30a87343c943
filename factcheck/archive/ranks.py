"""Places told in words: 岩坪县干茶产量居全省第四位, 澄州代表团列金牌榜第二位, 《长街》名列第四.

A place is of somebody, on a list or among all of an area, by something that is measured. Only what is told of
a name that the articles know meets, and only where list and measure are told alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from factcheck.archive.lives import told
from factcheck.archive.lookup import begun_in
from factcheck.archive.moments import whole_year
from factcheck.archive.setting import Setting
from factcheck.checks._across import RANKED
from factcheck.interval import Interval
from factcheck.model import Claim, Span
from factcheck.patterns import compiled
from factcheck.periods.numerals import number

_PLACE = compiled(
    r"(?:位?列|[位名高]?居|排名|排在|排到|[暂名]列|排(?=第))(?P<list>[^，。；：！？\n]{0,20}?)"
    r"(?:第(?P<place>[一二三四五六七八九十]{1,3}|\d{1,3})(?:位|名)?|(?P<first>首位|榜首))(?![季届期批次个年轮])"
)
_OTHER_TIME = compiled("去年|上年|上届|前年|上轮|上一|曾|历史|以来|此前|一度|有望|力争|目标|预计|往年|连续")
_LIST = compiled("[\u4e00-\u9fff]{0,10}(?:排行榜|榜单|榜)")
_ENDING = compiled("排行榜$|榜单$|榜$")
_AREA = compiled("全([国省市县区州])")
_MEASURE = compiled(
    "产量|产值|增加值|生产总值|增速|增幅|面积|销量|销售额|销售总额|客流量?|发行量|得票数?|进球|浓度|密度|总量|收入|投资额?|用户数?|人数|得分|积分"
)
_VALUE = compiled("\\d+(?:\\.\\d+)?[万亿]?[\u4e00-\u9fff]")
_PART = compiled("[\u4e00-\u9fff]{2,3}[市州县区旗镇乡]")
_STRANGE = compiled(
    "(?:^|[，,；：])(?P<name>[^全我本该各邻\\W\\d][\u4e00-\u9fff]{1,2}[市县区州])(?=[^\\W\\d]|\\d)"
)
"""A place that begins a clause, be it known or not."""
_STOP = compiled("[，,；：]")
# 2024年度全省农村公路养护评价: what is judged, of which year.
_JUDGED = compiled(
    "(?:(?P<year>(?:19|20)\\d\\d)年度?)?(?P<area>全[国省市州县区])(?P<name>[\u4e00-\u9fff]{2,14}?(?:评价|评比|评估|考核|考评|测评|竞赛|检查))"
)
_REACH = 60
_TITLE = compiled("《[^《》]{2,16}》")


def ranks(here: Setting, owners: Mapping[str, str], names: Mapping[str, Sequence[str]]) -> Iterator[Claim]:
    """The places told in an article, with what is judged where it tells one place of a name.

    `owners` are the names known among the articles and whose they are, `names` these by their first letters.
    """
    found = list(_ranks(here, owners, names))
    judged = _judged(here) if found else frozenset()
    for one in found:
        alone = all(other.interval == one.interval for other in found if _of_one(one, other))
        yield replace(one, licences=one.licences | judged) if judged and alone else one


def _of_one(one: Claim, two: Claim) -> bool:
    return one.quantity.root.subject == two.quantity.root.subject


def _ranks(here: Setting, owners: Mapping[str, str], names: Mapping[str, Sequence[str]]) -> Iterator[Claim]:
    text, today = here.article.text, here.published
    if today is None or ("第" not in text and "首" not in text):
        return
    for found in _PLACE.finditer(text):
        start = max(here.begin(found.start()), found.start() - _REACH)
        ahead = text[start : found.start()]
        clause = _STOP.split(ahead)[-1]
        scope = _scope(ahead + found["list"], here, start)
        measured = _measured(ahead)
        whose = _whose(ahead, owners, names) or here.home.body or (here.home.path if measured else "")
        if not whose or not scope or _OTHER_TIME.search(clause + found["list"]):
            continue
        place = number(found["place"]) if found["place"] else 1
        span = Span(found.start("place") - 1 if found["place"] else found.start("first"), found.end())
        exactly, year = Interval.exactly(place), whole_year(today.year)
        yield told(whose, scope, exactly, span, here, period=year, licences=measured, sort=RANKED)


def _whose(ahead: str, owners: Mapping[str, str], names: Mapping[str, Sequence[str]]) -> str:
    """The last name before the place that the articles know, or the title of a work."""
    named = (name for name in begun_in(ahead, names) if name in ahead)
    near = [(ahead.rfind(name) + len(name), len(name), owners[name]) for name in named]
    near += [(found.end(), len(found.group()), found.group()) for found in _TITLE.finditer(ahead)]
    near += [(one.end(), 0, one["name"]) for one in _STRANGE.finditer(ahead)]
    if not near:
        return ""
    end, _, owner = max(near)
    part = _PART.match(ahead, end)  # 泽州市青湖县
    return f"{owner}/{part.group()}" if part is not None else owner


def _scope(words: str, here: Setting, start: int) -> str:
    """Where the place is: the kind of list, else the area; of the sentence before when this tells none."""
    if lists := _LIST.findall(words):
        return _short(lists[-1])
    if areas := _AREA.findall(words):
        return "全" + str(areas[-1])
    before = here.begin(max(start - 2, 0))
    lists = _LIST.findall(here.article.text[before:start])
    return _short(lists[-1]) if lists else ""


def _short(name: str) -> str:
    """金牌榜 of 岭东省运会金牌榜: the list by what it ranks."""
    return _ENDING.sub("", name)[-2:] + "榜"


def _judged(here: Setting) -> frozenset[str]:
    """The one judgement an article tells places of, with its year; nothing when it names several."""
    found = {one.group("year", "area", "name") for one in _JUDGED.finditer(here.article.text)}
    years = {year for year, _, _ in found} - {None}
    names = {area + name for _, area, name in found}
    return frozenset({f"评:{years.pop()}{names.pop()}"} if len(names) == len(years) == 1 else ())


def _measured(ahead: str) -> frozenset[str]:
    """What is measured, in the clause of the place or the one before, and how much it is said to be."""
    near = "，".join(_STOP.split(ahead)[-2:])
    found, values = _MEASURE.findall(near), _VALUE.findall(near)
    return frozenset({"量:" + one for one in found[-1:]} | {"值:" + one for one in values})
