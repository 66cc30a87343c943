"""What is measured, under one name for all articles.

Within an article a name ties to its own repetition, whatever it is. Between articles only names
that say enough may join, and only after what surrounds them by habit (实现, 已, 累计) is cut away.
"""

from __future__ import annotations

from factcheck.archive.lexicon import joining
from factcheck.archive.setting import Setting, names_of
from factcheck.archive.things import SITE
from factcheck.claims.divisions import path_of
from factcheck.claims.lexicons import aliases
from factcheck.model import Fact
from factcheck.patterns import compiled

_STRANGE = compiled(r"[^\u4e00-\u9fffA-Za-z0-9+—\-（）()]|[（(].*[）)]$")
_PLACED = compiled(r"(?P<place>[\u4e00-\u9fff]{2,4}[省市县区镇乡村旗])(?P<rest>.{2,})")
_NO_PLACES = frozenset(
    {"地区", "城市", "乡镇", "城镇", "农村", "乡村", "社区", "县区", "县市", "省市", "各县", "各区"}
)
_CURRENCIES = frozenset({"美元", "欧元", "日元", "英镑", "港元"})
_OF_PLACE = compiled(r"[\u4e00-\u9fff]{2,3}[省市县区镇乡]")
_FUND = "公积金"
_CASES = compiled("^(?P<thing>.{2,})(?P<deed>新收|受理|审结|办结|执结)案件$")
_SOLD = compiled("^(?:(?:卖出|售出|卖掉)(?P<thing>.{2,8})|(?P<other>.{2,8}?)(?:卖出|售出|销售量))$")
_TRAINS = compiled(
    "(?:开行|开出|发出|驶出|始发|发运|发车)(?P<thing>[\u4e00-\u9fff]{0,8}(?:班列|列车|专列))"
    "|(?P<other>[\u4e00-\u9fff]{0,8}(?:班列|列车|专列))(?:开行|开出|发出|驶出|始发|发运|发车)(?:数|量|列数)?"
)
_MASS = "公斤"
_GROWN = compiled(
    r"(?:果园|茶园|基地|大棚|全[乡镇村县市区]|[乡镇村]里)?(?:共)?(?:产|采收|采摘|摘下|采下|收下|出产|产出|收)(?!量|值|业|品|能|地|入|购|储|割|集|成)(?P<thing>[\u4e00-\u9fff]{2,6})"
    r"|(?P<got>[\u4e00-\u9fff]{2,6})收获"
)
_LONGEST, _PEOPLE = 24, 4
_OF_FIRM = compiled("^(?:股份|控股|集团|有限|责任|公司)+(?=..)")  # 恒溪电器 leaves 股份 of 恒溪电器股份
_FIRM = compiled("(?:股份|控股|集团|有限|责任|总)*(?:公司|集团|股份)$")
# What a house that sells or makes something is, behind its name.
_SHOP = compiled(
    "(?:超市|百货|商城|大?药房|药店|连锁|酒店|饭店|书店|书局|滑雪场|乐园|牧场|农场|茶场|酒庄|食品|生鲜|家居|服饰|机械|陶瓷|玩具|水产|酒厂|[伞酒茶药纸乳牧矿木鞋糖电]业)$"
)
_STEM, _PLACES = 3, ("省", "市", "县", "区", "镇", "乡", "村")
_HOUSES = (
    "车站",
    "公司",
    "学校",
    "医院",
    "法院",
    "馆里",
    "全馆",
    "全网",
    "全院",
    "全校",
    "全站",
    "企业",
    "景区",
    "剧场",
    "集团",
)


def indicator(name: str, setting: Setting) -> str:
    """The common name of an indicator with the unit it compares in (`营业收入|元`); empty for a weak one."""
    words, bar, unit = name.partition("|")
    if "#" in name:
        return ""
    words = _STRANGE.sub("", words)
    for place in names_of(setting.home):
        words = words.removeprefix(place)
    words = _harvest(canonical(words)) if unit == _MASS else canonical(words)
    words = words.removesuffix("人") if unit == "人" and len(words) > _PEOPLE else words  # 领取待遇人数
    return words + bar + unit if says_enough(words) else ""


def _harvest(words: str) -> str:
    """产苹果, 果园产苹果 and 苹果总产量 are one."""
    found = _GROWN.fullmatch(words)
    if found is not None:
        return (found["thing"] or found["got"]) + "产量"
    return words.removesuffix("总产量") + "产量" if words.endswith("总产量") and words != "总产量" else words


def owned(name: str, setting: Setting) -> str:
    """The common name of what a known house counts, for which bare words are enough; empty for none."""
    words, bar, unit = name.partition("|")
    if "#" in name:
        return ""
    words = of_kind(_STRANGE.sub("", words), setting)
    short = canonical(words, whole=True) + bar + unit
    table = joining()
    known = table.bare.get(short) or table.bare.get(name)
    if known:
        return known
    bare = short.partition("|")[0]
    bare = bare[1:] if bare[:1] == "有" and bare[1:] in table.owned else bare
    return f"{bare}{bar}{unit}" if bare in table.owned and unit else ""


def of_kind(words: str, setting: Setting) -> str:
    """A name without what the house is, in front: 机场旅客吞吐量 of an airport."""
    for noun in (setting.home.body[-3:], setting.home.body[-2:], *_HOUSES):
        words = words.removeprefix(noun) if len(words) > len(noun) + 1 else words
    return words


def apart(name: str, setting: Setting) -> tuple[str, str]:
    """A place read as part of a well-known name, and the name: 西坪镇粮食产量 → 西坪镇, 粮食产量."""
    words, bar, unit = name.partition("|")
    found = None if canonical(words) in aliases().values() else _PLACED.match(words)
    rest = canonical(found["rest"]) if found else ""
    if found is None or rest not in aliases().values() or found["place"][-2:] in _NO_PLACES:
        return "", name
    return path_of(found["place"], setting.home.path), rest + bar + unit


def of_body(name: str, setting: Setting) -> str:
    """What is left of a name that begins with the organisation the article is of; empty when it does not."""
    body = setting.home.body
    called = [*called_short(body), *map(body.removeprefix, names_of(setting.home))] if body else []
    own = next((one for one in called if len(one) > 1 and name.startswith(one)), "")
    placed = _OF_PLACE.match(name) if body and not own else None
    if placed is not None and name.startswith(body, placed.end()):
        return name[placed.end() + len(body) :]
    return _OF_FIRM.sub("", name.removeprefix(own)) if own else ""


def short_house(name: str) -> str:
    """What a firm or a shop is called for short: 惠邻佳超市 → 惠邻佳; empty where that would say too little.

    What is left of 泽州市图书馆 is a place.
    """
    bare = bare_firm(name)
    stem = _SHOP.sub("", bare)
    known = stem != name and len(stem) >= _STEM and not stem.endswith(_PLACES)
    return stem if known else ""


def called_short(body: str) -> tuple[str, ...]:
    """What a house is called: its name, and what is short for it; nothing for none."""
    names = (body, bare_firm(body), short_house(body))
    return tuple(name for name in names if name)


def bare_firm(name: str) -> str:
    """A firm without what every firm is called: 海门港集团 → 海门港; any other name as it is."""
    return _FIRM.sub("", name)


def of_part(fact: Fact, setting: Setting) -> str:
    """The name with the part of the house the article is of that it speaks of; empty for anything else.

    新院区建筑面积 in an article of 市三医院, which it calls 市三医院新院区 somewhere.
    """
    body, part = setting.home.body, fact.subject
    named = body and SITE.search(part) and body + part in setting.article.text
    return part + fact.indicator if named else ""


def canonical(words: str, *, whole: bool = False) -> str:
    """The name without habitual words at both ends, its measure last, under its usual synonym.

    With `whole` what a house counts stays as it is: 到馆读者 begins with no 到.
    """
    table, known = joining(), aliases()
    words = table.same.sub(_FUND, words) if _FUND in words else words
    while True:
        if words in known or words in (table.whole if whole else table.strong):
            return known.get(words, words)
        shorter = table.front.sub("", words, count=1) if table.front.match(words) else words
        shorter = table.back.sub("", shorter)
        if shorter == words:
            break
        words = shorter
    if found := table.heads.fullmatch(words):
        words = found[2] + found[1]
    words = table.inside.sub("", words) if len(words) > 5 else words
    words = _CASES.sub(r"\g<thing>案件\g<deed>", words)
    words = _SOLD.sub(r"\g<thing>\g<other>销量", words)
    if (train := _TRAINS.fullmatch(words)) is not None:
        return (train["thing"] or train["other"]) + "开行"
    if words not in known and (found := table.first.fullmatch(words) or table.behind.fullmatch(words)):
        words = found["thing"] + found["deed"]
    return known.get(words, words)


def says_enough(words: str) -> bool:
    """Whether two articles that use this name mean one thing by it."""
    table = joining()
    if words in table.strong or words in aliases() or words in aliases().values():
        return True
    return 4 <= len(words) <= _LONGEST and words not in table.weak


def series(name: str) -> str:
    """The name a growth goes by: without its unit, unless that is a foreign currency."""
    words, _, unit = name.partition("|")
    return f"{words}|{unit}" if unit in _CURRENCIES else words
