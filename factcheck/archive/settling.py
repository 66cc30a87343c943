"""Where articles that meet are of: one that names its place in short is helped by those that name it in full.

瑞宁快递 in a headline is of 瑞宁市 once another article says so; and an article that speaks of 全市 is of no
county, whichever county it names on the way.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from factcheck.archive.branches import speaks_of
from factcheck.archive.lookup import begun_in, by_letters
from factcheck.archive.naming import short_house
from factcheck.archive.setting import Home, names_of, opening_of
from factcheck.model import Article
from factcheck.patterns import compiled

Names = Mapping[str, Sequence[str]]
"""Names by their first two letters."""
_SPOKEN = compiled("[我全本](?P<kind>[省市州盟区县旗镇乡村])(?![域民级场委内属区庄里中])")
_COMMON = compiled("(?:园|[中小]学|医院|卫生院|敬老院|福利院)$")
_ENDINGS = {"省": ("省", "自治区", "市"), "区": ("区",), "市": ("市",)}


def settled(articles: Sequence[Article], own: Sequence[Home], others: Iterable[Home]) -> list[Home]:
    """The homes of `articles`, found alone (`own`), after what all that meet know."""
    every = (*own, *others)
    places: dict[str, dict[str, Home]] = defaultdict(dict)
    for home in {one.path: one for one in every if one.path}.values():
        for name in names_of(home):
            places[name][home.path] = home
    bodies = sorted({one.body for one in every if one.body})
    shorts = {short: body for body in bodies for short in (body, short_house(body)) if short}
    starts, houses = by_letters(places), by_letters(shorts)
    placed = [_settled(article, here, places, starts) for article, here in zip(articles, own, strict=True)]
    return [_of_house(article, here, shorts, houses) for article, here in zip(articles, placed, strict=True)]


def namesakes(homes: Iterable[Home]) -> dict[str, str]:
    """Nobody, for each house that two places have under one name that is of neither: 东门创业园, 实验小学."""
    places: dict[str, set[str]] = defaultdict(set)
    for one in homes:
        if one.path and _COMMON.search(one.body) and not one.body.startswith(names_of(one)):
            places[one.body].add(one.path)
    return {body: "" for body, paths in places.items() if len({path.split("/")[0] for path in paths}) > 1}


def _of_house(article: Article, here: Home, shorts: Mapping[str, str], houses: Names) -> Home:
    """The home of an article that calls the one house it speaks of by a short name: 惠邻佳 is 惠邻佳超市."""
    if here.body or not shorts:
        return here
    opening, text = opening_of(article), article.text
    named = {shorts[short] for short in begun_in(opening, houses) if speaks_of(opening, short)}
    named = {one for one in named if not any(one != other and one in other for other in named)}
    if not named and not here.path:
        named = {shorts[short] for short in begun_in(text, houses) if text.count(short) > 1}
    return replace(here, body=named.pop()) if len(named) == 1 else here


def _settled(article: Article, here: Home, places: Mapping[str, Mapping[str, Home]], starts: Names) -> Home:
    endings = _spoken(article)
    if here.path and (not endings or here.path.endswith(endings)):
        return here

    def named(words: str) -> list[Home]:
        """The homes of the level spoken of that `words` name."""
        near = (home for name in begun_in(words, starts) if name in words for home in places[name].values())
        return _apart([home for home in near if _fits(home, endings)])

    found = named(article.title) or named(opening_of(article))
    if len(found) != 1 and here.path:
        found = named(article.text)
    return replace(here, path=found[0].path, level=found[0].level) if len(found) == 1 else here


def _fits(home: Home, endings: tuple[str, ...]) -> bool:
    if home.level == "province" and "省" not in endings:
        return False
    return not endings or home.path.endswith(endings)


def _spoken(article: Article) -> tuple[str, ...]:
    """How the place ends that the 全市, 我县 of an article can mean; nothing when it says none."""
    counts = Counter(_SPOKEN.findall(article.title + "\n" + article.text))
    kind = counts.most_common(1)[0][0] if counts else ""
    return _ENDINGS.get(kind, (kind,)) if kind else ()


def _apart(homes: Sequence[Home]) -> list[Home]:
    """Each once, without those whose name is part of that of another: 宁州 in 西宁州市."""
    found = {one.path: one for one in homes}
    return [one for one in found.values() if not any(_holds(other, one) for other in found.values())]


def _holds(longer: Home, shorter: Home) -> bool:
    one, two = (home.path.rpartition("/")[2] for home in (longer, shorter))
    return one != two and two[:-1] in one
