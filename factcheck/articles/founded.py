"""Whether the last year a text tells of may be taken for its own.

An article of an old works says 建于1995年, one of its master 1950年生: they tell of then, not of the year
in which they are written. A year is the article's when it is told as news (今年是2025年, a day or a month
of it, its statistics, its spring), and then all that has no year of its own is counted from it.
"""

from __future__ import annotations

import re

from factcheck.articles.passed import of_a_life, over, reported
from factcheck.articles.weekdays import compared, current
from factcheck.patterns import compiled

# How something or somebody's work began or turned: a year that stays worth telling for decades.
_BACKGROUND = compiled(
    r"[^，。；：！？\n]{0,12}?(?:成立|创[办立建始]|始?建成?于?|挂牌|开[业办张馆园街工]|投[产用]|落成|竣工|通车"
    r"|办厂|开厂|建厂|建校|进厂|组建|注册|承包|返乡|回乡|回村|回国|创业|接[手班任]|上任|就任|当选|担任|调[任到至入]|转[业岗行]"
    r"|退[役伍休]|拜师|学[艺徒]|下[岗海乡]|改[制造建]|迁[到至入址]|搬[到至进来]|搬迁|列入|入选|评为|获评|获得?|荣获|授予"
    r"|[离去逝]世|牺牲|诞生|修[建缮]|重[建修]|扩建|翻[建修新]|脱贫|摘帽|大[旱水火雨灾]|洪[水灾]|地震)"
)
_BACK_THEN = compiled(r"(?:[早曾]|始|自|从|上一次|上次|此前|之前)[^，。；：\n]{0,3}$")
_WHEN_THEN = compiled(
    r"\s?年?(?:[^，。；：\n]{0,8}时(?![间长刻])|[前起初]|以[来前后]|之[前后]|左右|前后|至今|年代)"
)
_STATISTIC = compiled(
    r"[^。；！？\n]{0,40}?(?:增长|增速|同比|上涨|下降|回落|环比|比上年|较上年|增加值|累计|已(?:超过?|达到?|突破)|全年|产值|GDP|CPI|年[末底])"
)
_AGO = compiled(r"\s?年?同期")
_SAID = compiled(r"(?:今年|当前|现在|眼下|时值)(?:已?[是为]|（|\()?\s?$")
_SAID_BEHIND = compiled(
    r"\s?年?[（(，,]?(?:即|也就是)?今年|\s?年(?:[，,]?(?:适逢|恰逢|正[值逢]|迎来)|是)[^，。；！？\n]{0,30}(?:周年|之年|[一开收]年|第)"
)
_SEASON = compiled(r"\s?年?\s?[春夏秋冬][天季]?(?![^，。；：！？\n]{0,25}\d{1,2}\s?月\s?\d{1,2}\s?日)")
_BALANCE = compiled(r"\s?年?[末底](?![，,])")


def founded(text: str, found: re.Match[str]) -> bool:
    """Whether what is told at the year `found` is told as news, or as the state of things now."""
    start = found.start()
    if _SAID.search(text, max(0, start - 6), start) or _SAID_BEHIND.match(text, found.end("year")):
        return True
    if _AGO.match(text, found.end()):
        return True
    if of_a_life(text, found) or compared(text, found) or _back_then(text, found):
        return False
    if found["month"] or (current(text, found) and not _SEASON.match(text, found.end("year"))):
        return True
    return over(text, found) or reported(text, found.end(), whole=True) or _counted(text, found)


def _back_then(text: str, found: re.Match[str]) -> bool:
    """建于1995年, 2016年，合作社成立, 2009年办厂时: told of what has long been."""
    start, end = found.span()
    if _BACK_THEN.search(text, max(0, start - 6), start) or _WHEN_THEN.match(text, end):
        return True
    ahead = text[max(0, start - 8) : start]
    if ahead.endswith("于") and not ahead.endswith(("将于", "定于")):
        return True
    behind = end + (text[end : end + 1] in ("，", ","))
    return _BACKGROUND.match(text, behind) is not None


def _counted(text: str, found: re.Match[str]) -> bool:
    """Whether statistics of the year are told: 2024年，全县粮食产量增长3%, 2024年末全县人口."""
    end = found.end()
    return _STATISTIC.match(text, end) is not None or _BALANCE.match(text, end) is not None
