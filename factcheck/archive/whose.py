"""Whose a figure is, in words that mean the same in every article.

全市 becomes the city the article is of, 该行 the bank its opening names. What cannot be named
becomes a class of unknowns (`?city`), which may meet its like only where nothing else is known.
"""

from __future__ import annotations

import re

from factcheck.archive.branches import whole_of
from factcheck.archive.naming import bare_firm
from factcheck.archive.setting import Home, Setting, cut_short, names_of
from factcheck.claims.divisions import above, path_of
from factcheck.claims.lexicons import words
from factcheck.claims.subjects import level
from factcheck.model import Claim

LEVELS = ("nation", "province", "city", "county", "town", "village")
UNKNOWN = "?"
_PLACE = 3  # 恒溪电器股份 is the firm, 恒溪 may be the place
_WHOLE = re.compile("(?P<stem>[\u4e00-\u9fff]{2,4})全(?P<kind>[省市州盟区县旗镇乡村])")
_OF_THE_PLACE = re.compile("(?:局|委|委员会|厅|办公室|政府|检察院|支队|总队|大队|管理处|服务中心)$")
_PUBLIC = re.compile(
    "(?P<of>[省市县区])(?P<kind>(?:人民|中级|中心|中|妇幼保健|第[一二三四五六])?(?:法院|检察院|医院|图书馆|博物馆|档案馆|文化馆|科技馆))"
)
_EVERY = r"(?:[\d一二两三四五六七八九十几余多]+[家所座个]|[两三各]级|各|全部|所有|全[国省市州县区])"
_OF_ALL = _EVERY + "[^，。；：的最唯首]{0,6}?"
_OFFICE = r"(?![\u4e00-\u9fff]{0,5}(?:局|委|厅|办|政府|院|社|部|处|协会|公安|法院|海关))"


def home_subject(claim: Claim, setting: Setting) -> str:
    """Whose the facts of `claim` without a subject are; empty when they are of somebody unclear."""
    whose, home = claim.whose, setting.home
    if whole := _WHOLE.fullmatch(whose):
        whose = whole["stem"] + whole["kind"]
    if whose in LEVELS:
        return _of_level(whose, home)
    if whose == "body":
        return home.body or _house_before(claim, setting) or UNKNOWN + "body"
    if whose and whose == home.small:
        return whose
    if whose and not _of_home(whose, home):
        return _named(whose, home) if claim.told or _said(whose, claim, setting) else ""
    return home.path if of_all_such(claim, setting) else of_article(setting)


def of_article(setting: Setting) -> str:
    """Who or where the article is of: its house, else its place, else the class of unknowns it speaks of."""
    return setting.home.body or setting.home.path or UNKNOWN + setting.spoken


def of_all_such(claim: Claim, setting: Setting) -> bool:
    """It is of all houses of a kind, not of the one its article is of: 全市23家博物馆接待观众236万人次."""
    body = setting.home.body
    if not body:
        return False
    start = setting.sentence(claim).start
    before = setting.article.text[start : claim.span.start].rpartition("；")[2]
    kinds = "|".join(map(re.escape, {body[-2:], bare_firm(body)[-2:]}))
    every = [found.end() for found in re.finditer(f"{_OF_ALL}(?:{kinds})", before)]
    return bool(every) and not re.search(f"其中|该[{body[-1]}]|{re.escape(body)}", before[every[-1] :])


def subject(name: str, claim: Claim, setting: Setting) -> str:
    """The subject `name` of a fact of `claim`; empty when it was not said beside it or could be several."""
    home = setting.home
    if name in LEVELS:
        return _of_level(name, home)
    if whole := _WHOLE.fullmatch(name):  # 云陵全市
        name = whole["stem"] + whole["kind"]
    if name and name == home.body:
        return name
    if _of_home(name, home) or name == home.small:
        return name if name == home.small else home.path
    for spoken in LEVELS:
        if name.startswith(spoken):
            place = _of_level(spoken, home)
            return f"{place}/{name[len(spoken) :]}" if place else ""
    begun = home.body.startswith(name) and (len(name) > _PLACE or not claim.told)
    begun = begun and name != whole_of(home.body)
    if home.body and (cut_short(name, home.body) or begun):
        return home.path if of_all_such(claim, setting) else home.body
    return _told_of(name, claim, setting)


def _told_of(name: str, claim: Claim, setting: Setting) -> str:
    """Whose a fact is that names somebody else than the home: an office of it, or who the sentence names."""
    home = setting.home
    if home.body and name.endswith(home.body):  # 省属国企华岭交投集团
        return home.body
    if _OF_THE_PLACE.search(name) and any(name.startswith(place) for place in names_of(home)):
        return home.path
    return _named(name, home) if claim.told or _said(name, claim, setting) else ""


def _of_level(spoken: str, home: Home) -> str:
    """全市, 全省 in an article of `home`."""
    if spoken == "nation":
        return above(home.path, "nation")
    if home.path and spoken in (home.level, _like(home.level)):
        return home.path
    if home.small and level(home.small) == spoken:
        return home.small
    if home.path:
        return above(home.path, spoken)
    return UNKNOWN + spoken


def _house_before(claim: Claim, setting: Setting) -> str:
    """The house of the place that the sentence names before its 全院: 区图书馆馆长介绍，2024年全馆…."""
    place = setting.home.path.rpartition("/")[2]
    before = setting.article.text[setting.sentence(claim).start : claim.span.start]
    found = list(_PUBLIC.finditer(before)) if place else []
    kinds = {one.group() for one in found}
    if len(kinds) != 1 or found[-1]["of"] != place[-1]:
        return ""
    spoken = before.rfind("全" + found[-1]["kind"][-1], found[-1].end())
    return place + found[-1]["kind"] if spoken >= 0 else ""


def _like(found: str) -> str:
    """重庆市 is a city and a province, 渝中区 a county."""
    return {"province": "city", "city": "province"}.get(found, found)


def _of_home(name: str, home: Home) -> bool:
    return name in names_of(home) or (bool(home.body) and name == home.body)


def _named(name: str, home: Home) -> str:
    """A name said in so many words; common nouns name nobody."""
    if name in words().not_names or len(name) < 2:
        return ""
    return path_of(name, home.path) if level(name) or len(name) == 2 else name


def _said(name: str, claim: Claim, setting: Setting) -> bool:
    """The sentence names it before the figure, and not as the seat of an office."""
    sentence = setting.sentence(claim)
    before = setting.article.text[sentence.start : claim.span.start]
    return re.search(re.escape(name) + _OFFICE, before) is not None
