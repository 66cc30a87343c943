"""Where a team finished its season: 以第三名收官, 最终排名第四, and the row of the final table.

Each is a place on the list of one season. It meets the others by the name of the team, which an article
tells in full once and cuts short afterwards; a league that both name must be the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.archive.lives import told
from factcheck.archive.moments import whole_year
from factcheck.archive.setting import EDGE, Setting
from factcheck.checks._across import MEASURED, RANKED
from factcheck.interval import Interval
from factcheck.model import Claim, Span, Table
from factcheck.patterns import compiled
from factcheck.periods.numerals import number

_NUMBER = "[一二三四五六七八九十]{1,3}|\\d{1,2}"
_PLACE = compiled(
    f"(?:(?:最终|锁定|排名?|位列|名列|位居|以|获得?|得到)[^，。；：第\\d]{{0,8}})第(?P<place>{_NUMBER})(?:名|位)?"
    "(?![名位]?[季届期批次个家年轮节])"
)
_OVER = compiled("收官|收场|收尾|完赛|结束|告终|锁定|最终|画上句号")
_SEASON = compiled("(?:(?P<year>20\\d\\d)(?:[-—/]\\d{2,4})?|(?P<other>[上下]个?|前两个))?赛季")
_LEAGUE = compiled("[\u4e00-\u9fff][超甲乙丙]联赛|(?:中国|全国|本省)[\u4e00-\u9fff]{0,4}(?:职业|超级)联赛")
_FINAL = compiled("最终(?:积分|排名|名次)|总排名|(?:全部|赛季|轮次)结束|结束全部")
_STAGE = compiled("常规赛|小组赛|季后赛|预赛|总决赛|半程")
_OTHER = compiled(
    "上赛?季|去年|上年|曾|此前|目标|力争|有望|目前|暂|若|如果|争取|杯赛|足协杯|青年|梯队|预备队|U\\d"
    "|射手|助攻|得分榜|[胜负]后|轮(?:后|过后)"
)
_TEAM = compiled(
    f"{EDGE}(?:全赛季|本赛季|赛季|新军|主队|客队)?(?P<name>[\u4e00-\u9fff]{{2,8}}?)队(?![员长伍友史内里际])"
)
_HEADS = ("名次", "排名", "位次"), ("球队", "队伍", "俱乐部", "队名", "参赛队")
_FAR, _NEAR = 60, 8
# A team, the list it stands on, its place there, and where that is told.
_Place = tuple[str, str, int, Span]


def finishes(here: Setting) -> Iterator[Claim]:
    """The final places of teams that an article tells in words or in a table, with its one league."""
    text = here.article.title + "\n" + here.article.text
    if "赛季" not in text:
        return
    leagues = set(_LEAGUE.findall(text))
    league = frozenset({f"{MEASURED}{leagues.pop()}"}) if len(leagues) == 1 else frozenset()
    for team, what, place, span in _places(text, here):
        if what and place:
            year, exactly = whole_year(int(what[:4])), Interval.exactly(place)
            yield told(team, what, exactly, span, here, period=year, licences=league, sort=RANKED)


def _places(text: str, here: Setting) -> Iterator[_Place]:
    teams = _teams(here.article.text)
    for found in _PLACE.finditer(here.article.text) if teams else ():
        yield from _in_words(found, teams, here)
    for table in here.article.tables if _FINAL.search(text) else ():
        yield from _in_rows(table, here)


def _teams(text: str) -> list[tuple[int, str]]:
    """Where teams are named, by their names in full: 铁骑队 is 江堰铁骑队."""
    named = [(found.end(), found["name"]) for found in _TEAM.finditer(text)]
    full = {name for _, name in named}
    return [(at, max((one for one in full if one.endswith(name)), key=len)) for at, name in named]


def _in_words(found: re.Match[str], teams: list[tuple[int, str]], here: Setting) -> Iterator[_Place]:
    text, start = here.article.text, here.begin(found.start())
    end = min(found.end() + _NEAR, next((stop for stop in here.stops if stop >= found.end()), len(text)))
    near = [(at, name) for at, name in teams if start <= at <= found.start() and found.start() - at < _FAR]
    season = _season(start, found.start(), here)
    if not near or season is None or _OVER.search(text, found.start(), end) is None:
        return
    at, name = near[-1]
    if _OTHER.search(text, at, found.end()) is None:
        span = Span(found.start("place") - 1, found.end())
        stages = _STAGE.findall(text, at, end)
        what = _listed(season, "".join(stages[-1:]), here)
        yield name, what, number(found["place"]), span


def _season(start: int, end: int, here: Setting) -> re.Match[str] | None:
    """The season named last before a place in its paragraph; `None` when it is another than that of then."""
    text = here.article.text
    named = list(_SEASON.finditer(text, text.rfind("\n", 0, start) + 1, end))
    return named[-1] if named and not named[-1]["other"] else None


def _in_rows(table: Table, here: Setting) -> Iterator[_Place]:
    """The teams of a table that tells the places of a season that is over."""
    rows: dict[int, dict[int, Span]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, {})[cell.column] = cell.span
    text = here.article.text
    heads = {at: span.of(text).strip() for at, span in rows.get(0, {}).items()}
    place, team = (next((at for at, name in heads.items() if name in few), None) for few in _HEADS)
    season = _SEASON.search(here.article.title + text)
    if place is None or team is None or season is None:
        return
    what = _listed(season, "", here)
    for row in rows.values():
        if place in row and team in row and row[place].of(text).strip().isdigit():
            name = row[team].of(text).strip().removesuffix("队")
            yield name, what, int(row[place].of(text)), row[place]


def _listed(season: re.Match[str], stage: str, here: Setting) -> str:
    """The list of a season; empty when its year is not known."""
    today = here.published
    year = season["year"] or (today.year if today is not None else "")
    return f"{year}赛季{stage}名次榜" if year else ""
