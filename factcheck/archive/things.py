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
    "[全该这那本此新旧每各两座条第]|长江|黄河|人民|中山|解放|世界|国内|一[座条]|今|昨|日前"
)
_BARE = re.compile(r"[，,]?(?:总|设计)?$")


def thing_of(fact: Fact, claim: Claim, here: Setting, last: Fact | None) -> Fact | None:
    """`fact` as one of the thing it measures; `None` when that is none, or could be several.

    `last` is what the claim before in the same sentence was made of.
    """
    words, bar, unit = fact.indicator.partition("|")
    found = joining().short.fullmatch(words)
    if found is None or (fact.subject and not is_thing(fact)):
        return None
    noun = found["noun"] or ""
    name = _in_full(noun, here) if noun else _just_named(claim, here, found["measure"])
    if not noun and not name and last is not None and is_thing(last):
        name = last.subject
    whose = name if proper(name) else ""
    return Fact(whose, f"{name}{found['measure']}{bar}{unit}", fact.scope, fact.period) if name else None


def is_thing(fact: Fact) -> bool:
    """Whether it is a fact of a thing that is known by its name."""
    return bool(fact.subject) and fact.indicator.startswith(fact.subject) and proper(fact.subject)


def proper(name: str) -> bool:
    """Whether a name says which bridge, tunnel or dam is meant."""
    noun = joining().things.search(name)
    return noun is not None and noun.start() > 1 and _NOT_NAMES.match(name) is None


def works(text: str) -> Iterator[tuple[int, str]]:
    """The bridges, tunnels and dams that a text names, and where."""
    for found in _works().finditer(text):
        yield found.start("name"), found["name"]


@cache
def _works() -> re.Pattern[str]:
    return re.compile(
        f"{EDGE}(?P<name>[\\u4e00-\\u9fff]{{2,8}}?{joining().things.pattern.removesuffix('$')})"
    )


def _in_full(noun: str, here: Setting) -> str:
    """The one thing of the article that ends with this noun."""
    whole = re.compile(f"{EDGE}(?P<name>[\\u4e00-\\u9fff]{{2,8}}?{noun})")
    names = {name for name in whole.findall(here.article.text) if proper(name)}
    return names.pop() if len(names) == 1 else ""


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
