"""Administrative divisions: which county lies where, and the full path a place is known by.

A path is unique in the country (江苏省/南京市/鼓楼区); a bare name may not be (four cities have a
鼓楼区). A name the table does not hold is its own path: it may be newer than the table.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from factcheck import toml
from factcheck.patterns import compiled
from factcheck.records import dataclass

NATION = "全国"
_NATIONS = frozenset(("全国", "我国", "中国", "国内", "全中国", "中华人民共和国"))
_ENDINGS = ("特别行政区", "自治区", "自治州", "地区", "省", "市", "盟", "林区")
# Names that every city has one of: they mean nothing without the city.
_EVERYWHERE = frozenset(
    (
        "高新区",
        "经开区",
        "开发区",
        "新区",
        "城区",
        "郊区",
        "矿区",
        "主城区",
        "中心城区",
        "老城区",
        "高新技术产业开发区",
        "经济技术开发区",
        "经济开发区",
        "工业园区",
        "度假区",
        "保税区",
        "综保区",
        "综合保税区",
        "自贸区",
        "城关镇",
        "街道",
    )
)
_PEOPLES = compiled(
    "维吾尔|哈萨克|柯尔克孜|蒙古|朝鲜族|土家族|布依族|哈尼族|傈僳族|景颇族|[壮回藏羌彝苗侗傣白]族"
)


@dataclass(frozen=True, slots=True)
class Divisions:
    """Paths by full name, and by the short name of a province or prefecture (南京, 延边)."""

    full: dict[str, tuple[str, ...]]
    short: dict[str, str]


@cache
def divisions() -> Divisions:
    """The table of `lexicon/divisions.toml`."""
    text = (files("factcheck.claims") / "lexicon" / "divisions.toml").read_text(encoding="utf-8")
    full: dict[str, list[str]] = {}
    short: dict[str, str] = {}
    for province, prefectures in toml.table(text).items():
        full.setdefault(province, []).append(province)
        short.setdefault(_short(province), province)
        for prefecture, counties in prefectures.items():
            above = f"{province}/{prefecture}" if prefecture else province
            if prefecture:
                full.setdefault(prefecture, []).append(above)
                short.setdefault(_short(prefecture), above)
            for county in counties.split():
                full.setdefault(county, []).append(f"{above}/{county}")
    return Divisions({name: tuple(paths) for name, paths in full.items()}, short)


def path_of(name: str, home: str = "") -> str:
    """The path of the place `name` in an article of the place `home`; empty when it could be several."""
    if name in _NATIONS:
        return NATION
    if name in _EVERYWHERE:
        return f"{home}/{name}" if home else ""
    known = divisions()
    paths = known.full.get(name, ())
    if len(paths) > 1:
        paths = tuple(path for path in paths if _near(path, home))
        return paths[0] if len(paths) == 1 else ""
    return paths[0] if paths else known.short.get(name, name)


def above(path: str, level: str) -> str:
    """The province or city a place of this path lies in; empty when it is not known."""
    steps = path.split("/")
    if level == "nation":
        return NATION
    if level == "province":
        return steps[0] if steps[0] in divisions().full and len(steps) > 1 else ""
    return "/".join(steps[:2]) if level == "city" and len(steps) == 3 else ""


def called(path: str) -> tuple[str, ...]:
    """The names a place of this path is called by, longest first: 重庆市, 重庆."""
    name = path.rpartition("/")[2]
    short = _short(name)
    return (name, short) if short != name else (name,)


def _near(path: str, home: str) -> bool:
    """Whether `path` lies in the place `home`, or beside it under one parent."""
    return bool(home) and (path.startswith(home + "/") or path.rpartition("/")[0] == home.rpartition("/")[0])


def _short(name: str) -> str:
    """南京市 → 南京, 内蒙古自治区 → 内蒙古, 广西壮族自治区 → 广西; two characters at least."""
    for ending in _ENDINGS:
        if name.endswith(ending) and len(name) > len(ending) + 1:
            stem = name.removesuffix(ending)
            return stem if len(ending) < 3 else _without_peoples(stem)
    return name


def _without_peoples(stem: str) -> str:
    """西双版纳傣族 → 西双版纳, 黔东南苗族侗族 → 黔东南, 新疆维吾尔 → 新疆."""
    found = _PEOPLES.search(stem, 2)
    return stem[: found.start()] if found else stem
