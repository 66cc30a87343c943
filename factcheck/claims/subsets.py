"""Parts that no 其中 opens: 收治286只，康复放飞的204只; 37座，这37座里出土青铜器的有19座.

What ends in 的 with no noun behind it is of those just counted (放飞的, 不合格的达). That is only sure where
the whole is the figure right before it, and where the two are no two sides of one thing (公办的36所，
民办的48所), no coming and going, no doers and those they did it for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.claims.adding import ends_a_list, exceeds
from factcheck.claims.bind import Bound
from factcheck.claims.facts import interval_of, is_one, middle_of
from factcheck.claims.holding import comes_out
from factcheck.claims.known_within import among
from factcheck.claims.mentions import Mention, Role
from factcheck.claims.terms import UNLIKE
from factcheck.model import Dimension, Partition
from factcheck.patterns import compiled
from factcheck.text.words import cutter

# 这37座里出土青铜器的有19座, 签约的2487人当中: the whole is said once more.
_AGAIN = compiled(
    "^[^，。；：、和及与]{0,14}(?:里头?|(?<![其集空])中(?![医心级学小型介等])|当中|之中)[，,]?(?P<what>[^，。；：、和及与]{0,20})(?:的|有|只有|就有|的有)$"
)
# 抓获涉案人员57名。截至发稿时，这些人中已有43名: those told in the sentence before.
_THESE = compiled(
    "^[^，。；]{0,14}。(?:[^，。；]{0,14}[，,])?(?:这些(?:人员?|[\u4e00-\u9fff]{2,3})|[他她它]们)(?:当中|之中|[中里])[，,]?"
    "(?:已经?|目前|现|就|仅|只|共|还|又)*有(?:约|近)?$"
)
_REPEATED = compiled("(?:[这那该]|的|在)$")
# 研发人员318人；研发人员里，硕士的142人: or its name.
_NAMED = compiled(
    "^[^，。；：、]{0,6}[，。；](?P<name>[一-鿿]{2,8}?)的?(?:里头?|(?<![其集空])中|当中|之中)[，,]?[^，。；：、]{0,16}$"
)
# 审结1153件。在审结的案件中，以调解方式结案的687件: or what was done.
_DONE = compiled(
    "^[^，。；：、]{0,6}[，。；](?:而|其中)?在?(?:这些|上述)?(?P<deed>[一-鿿]{2,4})的[一-鿿]{1,8}?"
    "(?:里头?|(?<![其集空])中|当中|之中)[，,]?[^。；]{0,24}$"
)
_HEADLESS = compiled(
    "^(?P<noun>[^，。；：、]{0,12})[，](?P<what>[^。；：、，]{0,10}[，])?(?P<done>(?:[^，。；：、]{2,8}、)?[^，。；：、]{2,12})的(?:就|也|却|还|才|只|仅|共|一共|已|已经|约|大约)*(?:有|占|达|为|是)?$"
)
# 46台手术，白内障占大头，有41台: most of them are of one kind.
_MOST = compiled(
    "^[^，。；：、]{0,10}[，](?:其中)?[^，。；：、]{1,10}?(?:[占居了]据?(?:了)?(?:大头|绝?大多数|多数|[一绝]?大?[多大]半|主体)|居多|唱主角)"
    "[，,](?:有|就有|达到?|多达|足有|共|是|为)*(?:约|近)?$"
)
# 640件家事案件中，以调解方式了结的有412件.
_IN_IT = compiled(
    "^[^，。；：、]{0,8}(?:里头?|(?<![其空集])中(?![医心级学小型介等])|当中|之中)[，,][^，。；：]{0,20}的(?:就|也|还|共|已)?(?:有|达|为|占)$"
)
_SIDES = compiled("的(?:就|也|还|只|仅|共|已|约)*(?:有|占|达|为|是)?$")
_UNLIKE = compiled(
    "去年|上年|前年|往年|原来|原先|以前|此前|从前|历年|上[月届次季周]|同期|同比|[12][0-9]{3}年|邻|另|其他|其它|别的|别处|对面|隔壁|外[地省市县来]"
    "|全国|全省|全市|全县|计划|目标|预计|预定|拟|打算|原定|应|需|加上|连同|包括|算上|合计|还有|留[下给作]|剩|余下|比|较|每|平均|最|超过|不足|如果|若|相当|折合"
    "|曾|一度|盘中|定下|下达|年初|次于|高于|低于|不及|相当于|落后|领先|注销|吊销|倒闭|关[闭停张掉]|歇业|停业|退出|撤|离[职开]|走|死|出去|下车|买|(?<!出)来(?!的[有达占])|卖|售|出栏|出院|淘汰|报废|迁出|转出|流失|归还|还[了回]|支出|借出|新增|增加|多[了出]|减|改[种养为做建]|社会办|公[办立]|民[办营]|私[立营]|集体"
)
_OF_OTHERS = compiled(
    "^(?:[甲乙丙丁一二三四五六七八九十东西南北上下前后两][村班校组队厂店县镇乡区站园所院家]|[^进入到在给往去送]{2}[村镇乡县区])"
)
# Those for whom something is done are not among those who do it.
_SERVED = compiled(
    "受[益惠害]|惠及|就诊|看过?病|围观|[观收]看|听|到场|参观|前来|赶来|参[加与]|报名|咨询|求助|服务|帮|救[助援]|接受|培训|入住|住|就读|在读|等|陪|送|来|被|服[务刑]|教|带|接待|受理|求职|应聘|购|买|领[取到]|吃|坐|乘"
)
_WHOLE_OPEN = compiled(
    "[卖售销][出了]|其中|其余|剩|另|比|较|增|减|多|少|降|升|上年|去年|计划|目标|每|平均|最|第|约占|占"
)
_DENIED = compiled("(?:还|尚|仍)?[没未不]有?(?P<what>..)")
_ASPECT = compiled("[了过成完]")
_PREDICATES = "vad"  # the first letters of their tags
# 女作者4位，首次参评的5位: one sort of those told before, as the next may be another.
_SORT = compiled(
    "(?:^|[，。；：、])(?:[女男]|本地|外地|本省|外省|境外|青年|老年|中年|少年|在校|退休|农村|城镇|首次|新)(?!增)[^，。；：、]{1,6}$"
)
_HAVING = compiled("的[^，的]*[有占达为是]$")
_FAR, _WITHIN, _TAIL, _SHORT = 3, 12, 2, 3


def subsets(mentions: Sequence[Mention], bound: Bound) -> Iterator[Partition]:
    """The parts among `mentions` that are of the figure right before them, each alone with its whole."""
    text = bound.article.text
    shared = {id(m.topic): m for m in mentions if m.role is Role.SHARE and m.topic is not None}
    for whole, part in _neighbours(mentions):
        share = shared.get(id(part))
        if share is not None and exceeds(whole, [part]) and not comes_out(share, part, whole):
            continue  # 一级文物23件，首次展出的37件，占29.4%
        if not _alike(whole, part) or whole.sentence[0] != part.sentence[0]:
            continue
        between = text[whole.slot.span.end : part.slot.span.start]
        made_by = _said(whole, part, between)
        if made_by and (ends_a_list(mentions, whole, part) or _beside(mentions, whole, part)):
            continue
        if made_by and _of_one_size(whole, part):
            claims = bound.levels[id(whole)], (bound.levels[id(part)],)
            yield Partition(*claims, "open", bound.article, "", "level", (), made_by)


def _beside(mentions: Sequence[Mention], whole: Mention, part: Mention) -> bool:
    """5家投标，2家被否决，进入评分的3家: both are parts of what was told before them."""
    said = (m for m in mentions if m.sentence == whole.sentence == part.sentence and m.where < whole.where)
    both = middle_of(whole) + middle_of(part)
    return any(m.base_unit == whole.base_unit and middle_of(m) == both for m in said)


def _neighbours(mentions: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Each two figures that stand next to each other, but for an age or a stretch of time between them."""
    for at in range(1, len(mentions)):
        unit = mentions[at - 1].slot.unit
        timed = unit is not None and (unit.dimension is Dimension.DURATION or unit.base == "岁")
        yield mentions[at - 2 if timed and at > 1 else at - 1], mentions[at]


def _alike(whole: Mention, part: Mention) -> bool:
    """Two plain counts or areas in one unit."""
    if whole.role is not Role.LEVEL or part.role is not Role.LEVEL or whole.base_unit != part.base_unit:
        return False
    if is_one(whole):
        return False  # 一名产妇急需稀有血型，志愿者没有几个，其中3人是学生
    if any(m.aside or m.modality or m.made_by in UNLIKE or m.slot.group is not None for m in (whole, part)):
        return False
    unit = whole.slot.unit
    return unit is not None and unit.dimension in (Dimension.COUNT, Dimension.AREA)


def _of_one_size(whole: Mention, part: Mention) -> bool:
    """Whether the part is not far beyond the whole."""
    return interval_of(part) is not None and 0 < middle_of(part) <= middle_of(whole) * _FAR


def _said(whole: Mention, part: Mention, between: str) -> str:
    """How the words tell that one is part of the other; empty when they do not."""
    beside = whole.sentence[1] >= part.sentence[1] - 1
    if beside and (_goes_on(whole, between) or among(whole, part, between) or _of_those_done(whole, between)):
        return "of-which"
    if "的" not in between and "里" not in between and "中" not in between:
        return ""
    if _THESE.match(between) is not None:
        return "" if _UNLIKE.search(between) or whole.last_year else "of-which"
    again = _AGAIN.match(between)
    if again is not None:
        return "of-which" if not _UNLIKE.search(between) and _stands_for(whole) else ""
    named = _NAMED.match(between)
    if named is not None:
        called = whole.name.indicator[-_TAIL:] == named["name"][-_TAIL:] and not _UNLIKE.search(between)
        return "of-which" if called else ""
    return "of-which" if _is_headless(whole, part, between) else ""


def _goes_on(whole: Mention, between: str) -> bool:
    """Whether the words behind a whole go on with most of it, or with what is in it."""
    mostly = _MOST.match(between) is not None and not whole.last_year
    return (mostly or _IN_IT.match(between) is not None) and not _UNLIKE.search(between)


def _of_those_done(whole: Mention, between: str) -> bool:
    """审结1153件。在审结的案件中，…: whether the deed that the whole counts is told once more."""
    done = _DONE.match(between)
    return done is not None and done["deed"][:1] in whole.lead[-_SHORT:] and not whole.last_year


def _stands_for(whole: Mention) -> bool:
    """Whether it is all of something: 这37座里, and no 比上年的37座中."""
    said = _REPEATED.search(whole.lead) is not None
    return said and not whole.last_year and not whole.name.rest


def _tells_of_them(words: str, between: str) -> bool:
    """Whether words in front of 的 say what was done to things or what they are like: no 蓉城队的5.1万人."""
    if len(words) < _SHORT and not _ASPECT.search(words):
        return False
    cut = cutter().cut(words)
    return _HAVING.search(between) is not None or any(tag[:1] in _PREDICATES for _, tag in cut)


def _is_headless(whole: Mention, part: Mention, between: str) -> bool:
    """放飞的204只 right behind 收治286只."""
    found = _HEADLESS.match(between)
    if found is None or whole.sentence != part.sentence or whole.segment != part.segment:
        return False
    if (
        whole.name.within
        or _SORT.search(whole.left) is not None
        or _SIDES.search(whole.lead)
        or _WHOLE_OPEN.search(whole.left[-_WITHIN:])
        or _UNLIKE.search(between)
    ):
        return False
    if _OF_OTHERS.match(found["what"] or found["done"]) or _OF_OTHERS.match(found["done"]):
        return False
    if (denied := _DENIED.match(found["done"])) is not None and denied["what"] in whole.lead + found["noun"]:
        return False  # 11个达标，没达标的15个
    if not _tells_of_them(found["done"], between):
        return False
    people = part.base_unit in ("人", "人次")
    return not (people and _SERVED.search(found["done"]))
