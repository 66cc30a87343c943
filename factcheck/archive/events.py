"""Ordinals that count on from year to year: editions of an event, places on a list.

第六届茶叶博览会 of last September asks for a seventh this year; 比上年的第36位前移7位 asks that last year's
article said 41. Both become claims of a rank, of the event in its year or of the house on its list.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from factcheck.archive.moments import whole_year
from factcheck.archive.setting import Setting, names_of
from factcheck.archive.whose import UNKNOWN
from factcheck.interval import Interval
from factcheck.model import Claim, Fact, Figure, FigureKind, Measure, Quantity
from factcheck.patterns import compiled

EDITION, PLACE = "edition", "place"
PAUSED = "停办"
_EVENT = (
    r"[\u4e00-\u9fffA-Za-z0-9·—\-“”]{2,24}?(?:博览会|交易会|展览会|展销会|运动会|联欢会|艺术展|马拉松赛?|半马|锦标赛|邀请赛|公开赛|"
    r"联赛|大赛|艺术节|文化节|音乐节|旅游节|美食节|论坛|峰会|庙会|灯会|书展|车展|大会|年会|[节赛展])"
)
_AFTER = compiled(_EVENT)
_BEFORE = compiled(
    rf"(?:^|[，。“、的])(?P<event>{_EVENT})(?=昨|今|日前|近日|在|将|于|\d|，|开|鸣|举|启|已|是|第|迎)"
)
_HELD = compiled(
    r"昨|今[日天晚早晨]|日前|近日|\d+日|[上本这]周|前[天晚]|刚刚|当[日天]|[开闭]幕|鸣枪|启幕|落幕|收官|开[赛锣跑]|举[行办]"
)
_NOT_YET = compiled(
    r"报名|筹[备办]|将|拟|定于|明年|下[一届]|即将|倒计时|征集|启事|预计|计划|历届|往届|曾|时隔|首届"
)
_NOT_YEARLY = compiled(
    r"人民代表|人大|政协|中央|全会|代表大会|委员|党|奥运|亚运|全运|运动会|世界杯|世锦|双年|三年展|换届"
)
_PAUSED = compiled(r"停办|延期|推迟|中断|时隔|暂停|隔年|两年一|每两年|疫情|恢复举办|一年两|每半年|春季|秋季")
_CLAUSE = compiled("[，；：]")
_MARATHON = compiled("(?:半程|全程)?马拉松(?:赛|比赛|大赛)?$|半马$")
_ELSEWHEN = compiled(r"(?:上|去年|前年|明年|下|往|历|首)[^，。]{0,6}$")
_LIST = compiled(r"[\u4e00-\u9fff]{3,30}?(?:[百十千]强[县区市]?(?:榜单?)?|排行榜|榜单|榜|指数|排名)")
_ONTO = compiled(r".*(?:在|列|入围|入选|跻身|登上|进入|发布的?|公布的?|^年)")
_LISTING = compiled(r"(?:榜单|榜|名单)$")
_LAST_YEAR = compiled(r"[比较由从](?:上年|去年|上一年)(?:的)?$")


def events(here: Setting) -> Iterator[Claim]:
    """The editions and places an article claims."""
    today = here.published
    if today is None or today.month is None:
        return
    listed = ""
    for figure in here.reading.figures:
        if figure.kind is not FigureKind.ORDINAL or figure.unit is None or figure.value is None:
            continue
        start = _sentence_start(here, figure)
        before = here.article.text[start : figure.span.start]
        if figure.unit.name == "届":
            yield from _edition(figure, before, today.year, here)
        elif figure.unit.name in ("位", "名"):
            listed, year = _listed(before, listed, today.year, here)
            if listed and year:
                yield _ranked(figure, _in(_home(here), f"{listed}|位", year), PLACE, here)


def _edition(figure: Figure, before: str, year: int, here: Setting) -> Iterator[Claim]:
    text = here.article.text
    end = next((stop for stop in here.stops if stop >= figure.span.end), len(text))
    sentence = before + text[figure.span.start : end]
    following = _AFTER.match(text, figure.span.end, end)
    named = following.group() if following else _named(before)
    if not named or _NOT_YEARLY.search(named) or _ELSEWHEN.search(before) or not _HELD.search(sentence):
        return
    if _NOT_YET.search(_CLAUSE.split(before)[-1] + _CLAUSE.split(text[figure.span.end : end])[0]):
        return
    paused = frozenset({PAUSED}) if _PAUSED.search(text) else frozenset()
    claim = _ranked(figure, _in(_own_name(named, here), "届次|届", year), EDITION, here)
    yield replace(claim, licences=paused)


def event_names(here: Setting) -> list[tuple[int, str]]:
    """The events that an article names with their number, or as something that begins or ends; and where.

    What it calls 艺术节 for short goes by the full name.
    """
    named = list(_event_names(here))
    full = {name for _, name in named}
    longer = {name: {one for one in full if one != name and one.endswith(name)} for name in full}
    return [(at, next(iter(longer[name])) if len(longer[name]) == 1 else name) for at, name in named]


def _event_names(here: Setting) -> Iterator[tuple[int, str]]:
    text = here.article.text
    for figure in here.reading.figures:
        if figure.kind is FigureKind.ORDINAL and figure.unit is not None and figure.unit.name == "届":
            found = _AFTER.match(text, figure.span.end)
            if found and not _NOT_YEARLY.search(found.group()):
                yield found.start(), _own_name(found.group(), here)
    for found in _BEFORE.finditer(text):
        if not _NOT_YEARLY.search(found["event"]) and "届" not in found["event"]:
            yield found.start("event"), _own_name(found["event"], here)


def _named(before: str) -> str:
    found = list(_BEFORE.finditer(before))
    return found[-1]["event"] if found else ""


def _own_name(named: str, here: Setting) -> str:
    """The name without what describes it and whose it is: 一年一度的中国茶叶博览会, 泽州半程马拉松赛."""
    name = named.rpartition("的")[2]
    name = _MARATHON.sub("马拉松", (name if len(name) > 3 else named).strip("“”"))
    for place in names_of(here.home):
        name = name.removeprefix(place) if len(name) > len(place) + 2 else name
    return name


def _listed(before: str, listed: str, year: int, here: Setting) -> tuple[str, int]:
    """The list a place is on, and its year; the list named before holds for 比上年的第41位."""
    if _LAST_YEAR.search(before):
        return listed, year - 1
    for found in reversed(_LIST.findall(before)):
        name = _LISTING.sub("", _ONTO.sub("", found))
        if len(name) > 4 and not name.startswith(names_of(here.home)):
            return name, year
    return listed, 0


def _ranked(figure: Figure, of: Fact, sort: str, here: Setting) -> Claim:
    return Claim(
        quantity=Quantity(Measure.RANK, of, sort=sort),
        interval=Interval.exactly(Fraction(figure.value or 0)),
        figures=(figure,),
        article=here.article,
        unit=figure.unit,
        made_by=sort,
    )


def _in(whose: str, what: str, year: int) -> Fact:
    return Fact(whose, what, period=whole_year(year))


def _home(here: Setting) -> str:
    """The home of the article, or the unknown that its 我县 stands for."""
    spoken = {
        "我县": "county",
        "全县": "county",
        "我区": "county",
        "我市": "city",
        "全市": "city",
        "我省": "province",
    }
    level = next((level for word, level in spoken.items() if word in here.article.text), "")
    return here.home.path or here.home.body or UNKNOWN + level


def _sentence_start(here: Setting, figure: Figure) -> int:
    before = [stop for stop in here.stops if stop < figure.span.start]
    return before[-1] + 1 if before else 0
