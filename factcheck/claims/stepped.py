"""What came on top or went: 新增12家, 每月多领115元, 再添86辆后."""

from __future__ import annotations

import re
from functools import cache

from factcheck.claims.lexicons import any_of, either
from factcheck.claims.mentions import Against, Mention, Role
from factcheck.claims.skeleton import PERIOD
from factcheck.claims.told import told
from factcheck.patterns import compiled
from factcheck.records import dataclass

# 每月多领, 单程省下, 每人少交: what is done more or less.
_DONE = "[领交缴付花收拿卖赚挣打产用跑走排开来招建送发耗烧喝吃坐等要能]?"
_AFTER = compiled("^(?:之|以)?后.*")
_JOINED = compiled("(?P<word>新|再|又)[\u4e00-\u9fff]{1,2}了?(?P<thing>)$")
_LOOSE = "多少省节"  # said of any two things
_THEN = compiled("^[^，]{0,8}后$")
_JUST = f"{_DONE}(?:了|的|整整|足足|约|近|超|共|一共|有|出|又|达)*"
_ANY = "[^，,、；;：:到至为由从比较]"


@dataclass(frozen=True, slots=True)
class Step:
    """What came or went.

    Attributes:
        mention: the figure that tells it.
        sign: by what sign it counts.
        thing: what sort of thing it is.
        gross: others may have gone at the same time.
        own: the words before a verb that any two things may be compared by (末班车少坐); `None` for others.
    """

    mention: Mention
    sign: int
    thing: str
    gross: bool = False
    own: str | None = None


def step_of(mention: Mention) -> Step | None:
    """What a mention says came or went; `None` when it says that of nothing."""
    words = mention.left.replace(PERIOD, "")
    if _more().search(words + mention.right) is None and _THEN.search(mention.right) is None:
        return None
    if mention.role is Role.DIFFERENCE:
        return None if mention.base.kind is Against.PEER else Step(mention, 1, mention.right)
    found = _close().search(words) or _named().search(words) or _joining(mention)
    if found is None:
        new = _behind().match(mention.right)
        return Step(mention, 1, mention.right[new.end() :], gross=True) if new is not None else None
    word, thing = found.group("word"), found.group("thing") or _AFTER.sub("", mention.right)
    lost, gross = (word in told().step[kind] for kind in ("lost", "gross"))
    own = mention.lead[: mention.lead.rfind(word)] if word[0] in _LOOSE else None
    return Step(mention, -1 if lost else 1, thing, gross or word[0] == "新", own)


def _joining(mention: Mention) -> re.Match[str] | None:
    """再入驻14家商户后: what comes on top, of which no listed word tells."""
    return _JOINED.search(mention.left) if _THEN.search(mention.right) is not None else None


@cache
def _more() -> re.Pattern[str]:
    step = told().step
    return compiled(any_of(["新", *step["gross"], *step["net"], *step["lost"]]))


@cache
def _close() -> re.Pattern[str]:
    step = told().step
    words = either([*step["gross"], *step["net"], *step["lost"]])
    return compiled(f"(?P<word>{words}|新[\u4e00-\u9fff]){_JUST}(?P<thing>)$")


@cache
def _named() -> re.Pattern[str]:
    step = told().step
    words = [word for word in (*step["gross"], *step["net"], *step["lost"]) if len(word) > 1]
    return compiled(f"(?P<word>{either(words)}){_JUST}(?P<thing>{_ANY}{{1,12}})$")


@cache
def _behind() -> re.Pattern[str]:
    return compiled(f"的?{either([*told().step['gross'], '新'])}的?")
