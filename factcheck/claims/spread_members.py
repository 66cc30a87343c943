"""The values told beside a spread that must lie in it: 其中城关镇1200米, 1号楼13200元, 口腔科现在是27分钟."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache

from factcheck.claims.facts import interval_of, is_one, middle_of
from factcheck.claims.lexicons import either
from factcheck.claims.mentions import Mention, Role
from factcheck.claims.pack_lists import packs
from factcheck.claims.spread_ends import ALL, Ends, clause_start, words_of
from factcheck.claims.spread_told import of_the_team, told_of
from factcheck.interval import Interval
from factcheck.model import Article, Dimension
from factcheck.patterns import compiled
from factcheck.periods import is_key

_TIMES = compiled(
    "[每各逐](?:个)?[月年日天周季旬次]|历[年次月]|年度|月度|近[^，。]{1,3}年|以来|连续[^，。]{1,3}[天日周月年]"
)
_WIDE = compiled("全[市县区州省国]|入户")
_KIND = compiled("[^最的是为达盘售单均全，；。：、\\s](?:价(?!格)|费|额|率|薪|速|产(?=[为是达]|$))")
_BY_TIME = compiled("(?:[每逐](?:个)?[月日天周季旬]|各[月年日季周]|逐年|历年)(?!费|租|薪|工资|补)")
_EACH = compiled("各(?![月年日季周自])")
_TIMED = compiled("[月日年季周天次]")
_NOW = compiled("现在|如今|目前|眼下|现")
_MOST = compiled("[最更].")
_MOSTLY = "普遍"
# 其余三枪 lie between the best and the worst; 最高出现在 is no 高出.
_THE_REST = compiled("其[余他](?=的?[各几两一二三四五六七八九十\\d])")
_WHERE_MOST = compiled("最[高低大小多少](?=出)")
# Those who lead and teach the young are no members of them.
_GROWN = compiled("教|师|领队|[校园院馆局台]长|[爷奶爸妈父母叔姨]|主任|书记|导演|医|冠军|对手|记者|[女儿]|的")
_OF_A_PLACE = compiled("批发(?=市场)|[\u4e00-\u9fff]{1,3}产(?=的)")  # 城东批发市场旁, 金乡产的
_PRICED = compiled("[标定售卖要叫]价")
_CHIEF = compiled("[队班组村站厂科会船店]长")
_YOUNG = 30
_OF_THEM = compiled("其中(?!最|也|个别|少数|只有|唯)")
_MEAN = compiled("^[，,；;、]?平均[^，。]{0,4}$")
_LIST = 2
_AGE, _DEGREES = "岁", "摄氏度"
_LEADING = compiled("教(?:[练授课书]|[\u4e00-\u9fff]{1,2}的)|老师|领队|指导|指挥|领唱的")
_COLDER = compiled("^[^最]*(?:山[区顶上]|高山|高海拔|高寒|林区|海上)")
_OF_A_DAY = compiled("(?:周[一二三四五六日天]|[0-9]日|[明后]天)[^，。；]{0,8}(?:，[^，。；]{0,8})?$")
_FORESEEN = compiled("预计|预测|预报|预期")
_SENTENCES = 1
_LONG = 36
_AFTER, _BEFORE = 10, 8
_FAR, _WIDTHS, _TWICE = 4, 4, 2


@cache
def _foreign() -> re.Pattern[str]:
    return compiled(either(packs().spread["foreign"]))


@cache
def _past() -> re.Pattern[str]:
    return compiled(either(packs().spread["past"]))


@cache
def _measures() -> re.Pattern[str]:
    return compiled(either(packs().spread["measures"]))


@cache
def _extreme() -> re.Pattern[str]:
    return compiled("(最.)[^的，]{0,3}" + either(packs().spread["measures"]))


@cache
def vague() -> re.Pattern[str]:
    """Words before a range that need not hold all, or that say what should be."""
    return compiled(either([*packs().spread["vague"], *packs().spread["norm"]]))


def members(mentions: Sequence[Mention], ends: Ends, article: Article) -> list[Mention]:
    """The values that must lie between some ends, where enough says that they are of them."""
    if _loose(ends.words.replace(_MOSTLY, ""), forecast=ends.anchor.base_unit == _DEGREES):
        return []
    near = list(behind(mentions, ends, article))
    found = [(m, w) for m, w in near if belongs(m, w, ends)]
    if ends.anchor.base_unit == _DEGREES and _FORESEEN.search(ends.words):
        found = [(m, w) for m, w in found if _OF_A_DAY.search(w)]  # 山区最低可到零下6℃ is elsewhere
    if _MOSTLY in ends.words and not (found and _OF_THEM.search(found[0][1])):
        return []
    if not told_of(found, ends) and not any(
        is_an_end(m, ends) and not _is_other(m, w, ends) for m, w in near
    ):
        found = [(m, w) for m, w in found if lies(m, ends.hull)]
    if ends.sort == "range" and ALL.search(ends.words[clause_start(ends.words, len(ends.words)) :]):
        found += [(m, w) for m, w in _ahead(mentions, ends, article) if belongs(m, w, ends)]
    inside = [m for m, _ in found if lies(m, ends.hull)]
    outside = [m for m, _ in found if not lies(m, ends.hull)]
    return [] if len(outside) > max(1, len(inside)) else [*inside, *outside]


def _loose(words: str, *, forecast: bool) -> bool:
    """Whether the words before a range say that it need not hold all, or what should be.

    A weather `forecast` gives both the range and the days in it.
    """
    last = clause_start(words, len(words))
    before = words[clause_start(words, max(last - 1, 0)) : last]
    foreseen = not forecast and _FORESEEN.search(before) is not None
    return foreseen or vague().search(words[last:]) is not None or _normed().search(before) is not None


@cache
def _normed() -> re.Pattern[str]:
    return compiled(either(packs().spread["norm"]))


def _ahead(mentions: Sequence[Mention], ends: Ends, article: Article) -> list[tuple[Mention, str]]:
    """The list that ends right before the sentence of a range or its clause: all in one unit."""
    found: list[tuple[Mention, str]] = []
    for at in range(ends.first - 1, max(-1, ends.first - 1 - _BEFORE), -1):
        mention = mentions[at]
        if mention.where[:3] == ends.anchor.where[:3]:
            continue  # 三栋楼的备案价均在…
        near = mention.where[0] == ends.anchor.where[0] and mention.where[1] >= ends.anchor.where[1] - 1
        if not near or mention.base_unit != ends.anchor.base_unit:
            break
        found.append((mention, words_of(mentions, at, article)))
    return found if len(found) >= _LIST else []


def behind(mentions: Sequence[Mention], ends: Ends, article: Article) -> Iterator[tuple[Mention, str]]:
    """The mentions behind what sets ends, to the end of the next sentence, with their words."""
    paragraph, sentence = ends.anchor.sentence
    told = False
    for at in range(ends.last + 1, min(len(mentions), ends.last + 1 + _AFTER)):
        mention = mentions[at]
        if mention.where[0] != paragraph or mention.where[1] > sentence + _SENTENCES:
            return
        words = words_of(mentions, at, article)
        last = mentions[at - 1]
        if last.sentence == mention.sentence and is_one(last):  # 最便宜的是城南一家店，只要
            start = last.slot.span.start - len(words_of(mentions, at - 1, article))
            words = article.text[start : mention.slot.span.start]
        if _MEAN.search(words):
            continue
        if told and "其中" in words:
            return  # 最大的恒达公司3.2亿元，其中出口1860万元
        yield mention, words
        alike = mention.role is Role.LEVEL and _one_unit(mention, ends)
        if alike and not belongs(mention, words, ends) and not is_an_end(mention, ends):
            return  # what follows it may be of it
        told = told or alike


def belongs(mention: Mention, words: str, ends: Ends) -> bool:
    """Whether a mention can be a member: a level in the same unit, of nothing else."""
    if mention.role is not Role.LEVEL or not _one_unit(mention, ends):
        return False
    foretold = ends.anchor.modality == "forecast" and not mention.modality  # 最高气温将在A到B之间。15日16℃
    alike = foretold or mention.modality == ends.anchor.modality
    if not alike or mention.aside or mention.made_by in _NO_MEMBERS:
        return False
    if (
        mention.right.startswith("起")
        or interval_of(mention) is None
        or not _near(mention, ends.hull)
        or len(words) > _LONG
    ):
        return False
    past = mention.last_year or _past().search(words) is not None
    if (mention.period_said or past) and not _then(mention, words, ends):
        return False
    timed = mention.period_said or _TIMED.search(words) or mention.made_by == "level-again"
    if _BY_TIME.search(ends.words) and not (timed or _EACH.search(ends.words)):
        return False  # 每月都超过2000辆，其中12月3120辆，纯电车型1480辆
    return not _is_other(mention, words, ends) and _measured_alike(words, ends.words)


def _is_other(mention: Mention, words: str, ends: Ends) -> bool:
    """Whether the words of a value say that it is of something else than the range."""
    young = mention.base_unit == _AGE and (ends.hull.top or 0) < _YOUNG and not of_the_team(words)
    if young and _GROWN.search(words):
        return True
    if _is_apart(mention, words, ends):
        return True
    said = _WHERE_MOST.sub("", words)
    return _foreign().search(_THE_REST.sub("", said) if ends.sort == "extremes" else said) is not None


def _is_apart(mention: Mention, words: str, ends: Ends) -> bool:
    """气温8℃至15℃，山区最低3℃; 最小的队员48岁，教舞的小周29岁: told beside those of a range."""
    if _OF_THEM.search(words):
        return False
    if mention.base_unit == _DEGREES:
        return _COLDER.search(words) is not None
    leads = _LEADING.search(words) if mention.base_unit == _AGE else None
    return leads is not None and leads.group() not in ends.lead + ends.words


def _one_unit(mention: Mention, ends: Ends) -> bool:
    """Whether a value is told in the unit of a range, or counts what a bare range (最多2.87万) leaves out."""
    if mention.base_unit == ends.anchor.base_unit:
        return True
    unit = mention.slot.unit
    counts = unit is not None and unit.dimension is Dimension.COUNT
    return counts and not ends.anchor.base_unit and _near(mention, ends.hull)


def _then(mention: Mention, words: str, ends: Ends) -> bool:
    """Whether the time a value is said of is one that the range speaks of."""
    one, all_of_them = mention.period, ends.anchor.period
    if (mention.period_said and one == all_of_them) or _NOW.search(words):
        return True
    if mention.base_unit == _AGE and _THIS_YEAR.search(words):
        return True
    if not _TIMES.search(ends.words):
        return False
    if not is_key(one) or not is_key(all_of_them):
        return True
    (first, last), (start, end) = one[1:3], all_of_them[1:3]
    if first is None or last is None or start is None or end is None:
        return True
    return start <= first and (last <= end or start == end)


_THIS_YEAR = compiled("今年(?:已经?|刚|才|满|也)*$")
_NO_MEMBERS = ("versus", "from", "to", "restated", "echo")


def at_home(mention: Mention, said: str) -> bool:
    """Whether an average is of what a range is of: 取药平均用时8分钟 is not of 候诊时间."""
    words = mention.left.replace("平均", "").replace("均价", "")
    wide = [found for p in (_foreign(), _past(), _WIDE) for found in p.findall(words) if found not in said]
    return not wide and _measured_alike(words, said)


def _measured_alike(words: str, said: str) -> bool:
    """It names nothing measured that the words of the range do not, and no other group (农村 after 城镇)."""
    words = _OF_A_PLACE.sub("", words)
    words = _PRICED.sub("", words) if _PRICED.search(said) else words
    named = _CHIEF.sub("", _MOST.sub("", words))
    if any(found not in said for found in _measures().findall(named)):
        return False
    if any(found not in said for found in _extreme().findall(words)):
        return False  # 各区平均雨量在A至B之间，最大点雨量
    if any(found not in said for found in _KIND.findall(words)):
        return False  # 报价在A至B之间，中标价
    return not any(
        one in words and one not in said and any(other in said for other in group if other != one)
        for group in _groups()
        for one in group
    )


@cache
def _groups() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(group.split("|")) for group in packs().spread["apart"])


def _near(mention: Mention, hull: Interval) -> bool:
    """Not so far off that it must be something else."""
    value, bottom, top = middle_of(mention), hull.bottom, hull.top
    if bottom is None or top is None:
        limit = (top if bottom is None else bottom) or Fraction(0)
        return limit / _TWICE <= value if bottom is not None else value <= limit * _TWICE
    if bottom > 0 and value > 0:
        return bottom / _FAR <= value <= top * _FAR
    return bottom - _WIDTHS * (top - bottom) <= value <= top + _WIDTHS * (top - bottom)


def lies(mention: Mention, hull: Interval) -> bool:
    """Whether what a mention says can lie between some ends."""
    said = interval_of(mention)
    middle = said.middle if said is not None else None
    return said is not None and (said.meets(hull) if middle is None else Interval.exactly(middle).meets(hull))


def is_an_end(mention: Mention, ends: Ends) -> bool:
    """Whether a value is one of the ends once more."""
    said, hull = interval_of(mention), ends.hull
    if said is None or not _one_unit(mention, ends):
        return False
    if mention.slot.group is not None or mention.right.startswith(("到", "至", "—")):
        return False  # the ends of another range
    return said.bounded and (said.bottom == hull.bottom or said.top == hull.top)
