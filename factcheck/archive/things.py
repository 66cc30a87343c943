"""Things that an article names in full once and in short afterwards: 云岭大桥…大桥全长1860米，主跨680米.

What is measured of them stays as it is, whoever writes of it: such a fact is of the thing itself, not of
the place the article is of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from factcheck.archive.lexicon import joining
from factcheck.archive.setting import EDGE, Setting
from factcheck.model import Claim, Fact

SITE = re.compile(r"(?:[院校厂园馆库景矿营]区|[一二三四五六]期|分[院校馆店厂]|航站楼|[\u4e00-\u9fff]号?线)$")
"""The end of the name of a part of a house."""
_NOT_NAMES = re.compile(
    "[全该这那本此新旧每各两座条第]|长江|黄河|人民|中山|解放|世界|国内|一[座条]|今|昨|日前|双[线向洞]|单[线洞]|[双单独三多]塔|钢|混凝土|连续|主桥|引桥|跨[江海河]|过江|穿山|山岭|[海水]底|水下|公路|铁路|小型|大型|中型"
)
_THIS = re.compile("[这该][座条处](?![^，。]*(?:主桥|引桥|接线|连接线|[左右][线洞幅]|主跨|单[幅洞]))")
_LED = re.compile(r".*[过在的是为座到由从与和入用](?=.{3})")
_LONG = 3  # 民生工程 and 重点项目 are no names
_OF_ANOTHER = re.compile(
    "[主引旧老]桥|接线|连接线|引[道线]|匝道|道路|公路|线路|河[道流]|支[线洞]|[左右][线洞幅]|其中|[和与、]"
)
_BARE = re.compile(r"[，,]?(?:总|设计)?$")


def thing_of(fact: Fact, claim: Claim, here: Setting, last: Fact | None) -> Fact | None:
    """`fact` as one of the thing it measures; `None` when that is none, or could be several.

    `last` is what the claim before in the same sentence was made of.
    """
    words, _, _ = fact.indicator.partition("|")
    found = joining().short.fullmatch(words)
    if found is None:
        return of_itself(fact) or _this_one(fact, claim, here)
    opener = fact.subject if proper(fact.subject) else _opener(claim, here)
    if opener and opener.startswith(fact.subject):
        return _of(opener, opener, found["measure"], fact)
    if fact.subject and not is_thing(fact):
        return None
    noun = found["noun"] or ""
    name = _in_full(noun, here) if noun else _just_named(claim, here, found["measure"]) or _begun(claim, here)
    if not noun and not name and last is not None and is_thing(last):
        name = last.subject
    if not name:
        return _this_one(fact, claim, here)
    return _of(name if proper(name) else "", name, found["measure"], fact)


def of_itself(fact: Fact) -> Fact | None:
    """A fact whose name holds the thing and what is measured of it (鹿门江大桥主跨), as one of the thing."""
    words = fact.indicator.partition("|")[0]
    found = joining().lasts.search(words)
    name = words[: found.start()] if found is not None else ""
    return _of(name, name, found.group(), fact) if found is not None and proper(name) else None


def _of(whose: str, name: str, measure: str, fact: Fact) -> Fact:
    unit = fact.indicator.partition("|")[2]
    return Fact(whose, f"{name}{measure}|{unit}", fact.scope, fact.period)


def _this_one(fact: Fact, claim: Claim, here: Setting) -> Fact | None:
    """这座双向6车道的斜拉桥全长…, in an article that names one work."""
    found = joining().lasts.search(fact.indicator.partition("|")[0])
    begin = here.begin(claim.span.start)
    if found is None or fact.subject or not _THIS.search(here.article.text, begin, claim.span.start):
        return None
    names = _names(here)
    name = names.pop() if len(names) == 1 else ""
    return _of(name, name, found.group(), fact) if name else None


def _names(here: Setting) -> set[str]:
    """The works an article names; 首批车辆驶上桐江二桥 is 桐江二桥 once more."""
    names = {name for _, name in works(here.article.text) if proper(name)}
    return {one for one in names if not any(one != other and one.endswith(other) for other in names)}


def _opener(claim: Claim, here: Setting) -> str:
    """The one work that the sentence names before the figure, when it begins with it."""
    text = here.article.text
    start = here.begin(claim.span.start)
    named = [(at, name) for at, name in works(text[start : claim.span.start]) if proper(name)]
    return named[0][1] if len({name for _, name in named}) == 1 and named[0][0] == 0 else ""


def is_thing(fact: Fact) -> bool:
    """Whether it is a fact of a thing that is known by its name."""
    return bool(fact.subject) and fact.indicator.startswith(fact.subject) and proper(fact.subject)


def proper(name: str) -> bool:
    """Whether a name says which bridge, tunnel or dam is meant."""
    noun = joining().things.search(name)
    if noun is None or _NOT_NAMES.match(name) is not None:
        return False
    return noun.start() > (_LONG if noun.group() in ("工程", "项目") else 1)


def works(text: str) -> Iterator[tuple[int, str]]:
    """The bridges, tunnels and dams that a text names, and where."""
    for found in _works().finditer(text):
        led = _LED.match(found["name"])
        at = led.end() if led else 0
        yield found.start("name") + at, found["name"][at:]


@cache
def _works() -> re.Pattern[str]:
    return re.compile(
        f"{EDGE}(?P<name>[\\u4e00-\\u9fff]{{2,8}}?{joining().things.pattern.removesuffix('$')})"
    )


def _in_full(noun: str, here: Setting) -> str:
    """The one thing of the article that ends with this noun, or is of its kind: 大桥 may be 桐江二桥."""
    known = _names(here)
    names = {name for name in known if name.endswith(noun)} or {
        name for name in known if name[-1] == noun[-1]
    }
    return names.pop() if len(names) == 1 else ""


def _begun(claim: Claim, here: Setting) -> str:
    """The thing whose bare noun the sentence begins with: 大桥双向六车道，全长1860米."""
    begin = here.begin(claim.span.start)
    noun = _noun().match(here.article.text, begin)
    if noun is None or _OF_ANOTHER.search(here.article.text, noun.end(), claim.span.start):
        return ""
    return _in_full(noun.group(), here)


@cache
def _noun() -> re.Pattern[str]:
    return re.compile(joining().things.pattern.removesuffix("$"))


def _just_named(claim: Claim, here: Setting, measure: str) -> str:
    """The thing or the house right before the measure of a claim: 昨日通车的云岭大桥，全长1860米."""
    before = here.article.text[here.sentence(claim).start : claim.span.start]
    before = _BARE.sub("", before[: before.rfind(measure)])
    house = (
        re.search(f"{re.escape(here.home.body)}.{{0,4}}?{SITE.pattern}", before) if here.home.body else None
    )
    if house is not None:
        return house.group()
    found = re.search(f"{EDGE}(?P<name>[\\u4e00-\\u9fff]{{2,8}}?{joining().things.pattern})", before)
    return found["name"] if found and proper(found["name"]) else ""
