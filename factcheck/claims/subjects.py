"""Who an article is about: 全市, 江州市 and nothing at all name the same subject.

The home of an article is the place it speaks from: the place its reader found, else the first
place of the level its 全市, 全县, 全省 names. Facts of the home carry no subject; facts of other places
(全国, 全省 in a city's article) carry theirs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from factcheck.claims.mentions import Mention
from factcheck.claims.names import Name
from factcheck.model import Article
from factcheck.patterns import compiled

_LEVELS = {
    "省": "province",
    "自治区": "province",
    "市": "city",
    "州": "city",
    "盟": "city",
    "县": "county",
    "区": "county",
    "旗": "county",
    "镇": "town",
    "乡": "town",
    "街道": "town",
    "村": "village",
    "社区": "village",
}
_ENDINGS = tuple(sorted(_LEVELS, key=len, reverse=True))
_BODIES = ("集团", "公司", "股份", "银行", "大学", "学院", "医院", "中学", "小学")
_SPOKEN = ("nation", "province", "city", "county", "town", "village")


def level(place: str) -> str:
    """The administrative level that the name of a place ends with; empty when it is none."""
    if place.endswith(_ENDINGS):
        return next(_LEVELS[ending] for ending in _ENDINGS if place.endswith(ending))
    return "nation" if place in ("全国", "中国", "我国") else ""


def settle(mentions: Sequence[Mention], article: Article) -> None:
    """Give the mentions of the article's home an empty subject, and others one name each."""
    home = _home(mentions, article)
    names = {home, "body", *_called(mentions, home, article)}
    others = _others(mentions, home) | ({} if home else _body(mentions, article.text))
    for mention in mentions:
        mention.subject = others.get(mention.subject, mention.subject)
        mention.whose, mention.told = mention.subject, bool(mention.name.subject)
        if mention.subject in names:
            mention.subject = ""
        mention.name = _settled(mention.name, names)
        mention.whole = _settled(mention.whole, names)
        if mention.base.peer.subject in names:
            mention.base = replace(mention.base, peer=_settled(mention.base.peer, names))


def _others(mentions: Sequence[Mention], home: str) -> dict[str, str]:
    """全村 and its kin of another level than the home → the one place of that level that is named."""
    found = {}
    levels = {said: level(said) for said in {m.subject for m in mentions}.difference(_SPOKEN)}
    for spoken in _SPOKEN[2:]:
        named = {said for said, known in levels.items() if known == spoken}
        if spoken != home and len(named) == 1:
            found[spoken] = next(iter(named))
    return found


def _settled(name: Name, names: set[str]) -> Name:
    return replace(name, subject="") if name.subject in names else name


def _home(mentions: Sequence[Mention], article: Article) -> str:
    """The level of the article's place, or of the 全市 and its kin it uses most."""
    if article.place_name and level(article.place_name):
        return level(article.place_name)
    spoken = Counter(m.subject for m in mentions if m.subject in _SPOKEN)
    return spoken.most_common(1)[0][0] if spoken else ""


def _called(mentions: Sequence[Mention], home: str, article: Article) -> set[str]:
    """The names of the home: the first of its level, and what the article's reader found."""
    names = {article.place_name} if article.place_name else set()
    if not home:
        return names
    first = next((m.subject for m in mentions if m.subject not in _SPOKEN and level(m.subject) == home), "")
    return names | ({first} if first else set())


def _body(mentions: Sequence[Mention], text: str) -> dict[str, str]:
    """集团, 公司, 该校 → the one company or school that an article names."""
    said = {m.subject for m in mentions}
    named = [one for one in said if one.endswith(_BODIES) and one not in _BODIES]
    alone = "body" in said and len(named) == 1 and _ITSELF.search(text) is not None
    return {"body": named[0]} if alone and not _ANOTHER.search(text) else {}


# 1至9月，集团产煤4286万吨; but 项目收入1.6亿元 is no figure of the whole company.
_ITSELF = compiled(r"(?:^|[，。；：、\s])(?:该|本|我|全)?(?:集团|公司|[校行院](?=[\u4e00-\u9fff]))")
_ANOTHER = compiled(
    r"(?:^|[，。；：、\s])(?:该|本|全|我)?(?:企业|项目|园区|行业|系统|基地|中心|站|店|厂|线|队)(?=[\u4e00-\u9fff])"
)
