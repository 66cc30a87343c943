"""Clauses without a figure: they set the subject, the period, the lens or the base of those that follow.

Most sentences of an article hold no figure at all. Little of what they say outlasts them, so that they
are passed over, and only what does is read, when a sentence with a figure follows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.claims import skeleton as mark
from factcheck.claims.bases import compared
from factcheck.claims.context import Context
from factcheck.claims.described import described
from factcheck.claims.intentions import intended
from factcheck.claims.lexicons import words
from factcheck.claims.mentions import Role
from factcheck.claims.patterns import patterns
from factcheck.claims.skeleton import Sentence, Slot
from factcheck.patterns import compiled

_LONGEST_HEAD = 24
# 餐饮环节的不合格率最高，为2.5%: the rate that the next clause puts in a number.
_RATED = compiled("([率比度])(?:最[高低大小]|居首|[居排]第一|垫底|更[高低]|[较偏][高低])?$")
# How every lens ends and every comparison begins; few clauses do.
_LENSES = ("看", "分", "而言", "来说", "统计", "归类", "口径")
# 分县区看, 从各产业看: kinds of which none is the one that the figures are of.
_KINDS = compiled(
    "^(?:不同|各个?|几大|主要)?(?:县市区?|市县|区县|县区|县域|市州|地市|省[份区市]|地区|区域|片区|板块|乡镇|街镇|镇街"
    "|产业|行业|门类|领域|类别|品类|品种|类型|结构|学段|年龄段?|性别|月份|季度|时段|渠道|用途|来源)(?:情况|分布|来源|结构|构成)?$"
)
_LED = compiled("[最居占主唱领位列排大]")  # one of them is in all of the next
_LEADING = compiled(
    "[，,]?(?:其中)?[，,]?(?P<name>[\u4e00-\u9fff]{2,10}?)(?:数量|占比|规模|人数)?"
    "(?:最[多高大长]|居首|占比?最[高大多]|[是为](?:大头|主力|主体)|占[了据]?(?:大头|绝对?多数)|唱主角|领跑|[位排]居第一|排第一|[位居]列第一)[，,]?"
)
# 珍贵文物里，; not 心里, 年中.
_AMONG = compiled(
    "[，,、；;]?(?:而|但|其中)?在?(?:这些|上述|全部|所有|这批|此次|这|该)?(?P<of>[\u4e00-\u9fff]{2,12}?)"
    "(?:之中|当中|里面|里头|(?<![年月季集期空其家心手城村市县省区适])[中里])(?:[，,]|$|有)"
)
# 始建于1959年, 1996年被评为三级医院: what happened to a house once is not when its figures hold.
_BEGUN = compiled(
    "(?:[始兴筹创]?建|成立|创[办立建刊]|诞生|落成|竣工|投[产用运]|问世|注册|上市|开[业馆园校])(?:于|在)"
    f"|{mark.PERIOD}[^，]{{0,4}}?(?:始建|建成|成立|创[办立建刊]|投[产用运]|开[业馆园校]|上市|[被获][评批授列])"
)
_BY_PLAN = compiled("[，,]?(?:按照?|根据|依据)[^，。]{0,8}计划[，,]?")
_LISTED = 12
_COMPARING = tuple("与和同较比")


def silence(context: Context, text: str, periods: list[Slot]) -> None:
    """Take over what a clause without a figure sets for its sentence, given its periods."""
    _passing(context, text)
    by_plan = "计划" in text and _BY_PLAN.fullmatch(text) is not None
    context.modality = "plan" if by_plan else intended(text) or context.modality
    if found := _lens(text):
        context.lens = found.group("by")
        if _KINDS.search(context.lens):
            return
    elif among := opened_among(text):
        context.among = among
    elif found := _comparison(text):
        context.pending = compared(found.group("peer"), periods)
        return
    context.turned = described(text) or context.turned
    if periods and _BEGUN.search(text) is None:
        context.say_period(periods)
    rate = _RATED.search(text)
    if (context.opening or rate is not None) and len(text) <= _LONGEST_HEAD:
        context.heading = text[: rate.end(1)] if rate is not None else text
    if _LED.search(text) and (found := _LEADING.fullmatch(text)) is not None:
        _spoken_of(context, found["name"])
    context.hear(text)


def opened_among(text: str) -> str:
    """That of which parts follow, as a clause opens it: 珍贵文物里, 在这些珍贵文物当中; else empty."""
    if "中" not in text and "里" not in text:
        return ""
    found = _AMONG.match(text)
    return found["of"] if found is not None else ""


def _spoken_of(context: Context, name: str) -> None:
    """古建筑78处…。古建筑最多，占40%: what follows is of what goes by the name."""
    said = context.mentions[-_LISTED:]
    like = [m for m in said if m.role is Role.LEVEL and m.name.indicator == name and not m.aside]
    if len(like) == 1:
        context.topic = like[0]
    context.leading = "" if like else name


def _lens(text: str) -> re.Match[str] | None:
    """What divides a whole: 分产业看."""
    return patterns().lens.search(text) if text.endswith(_LENSES) else None


def _comparison(text: str) -> re.Match[str] | None:
    """What the figures of the next clauses are compared with: 与上年相比."""
    return patterns().compared.search(text) if text.startswith(_COMPARING) else None


def _passing(context: Context, text: str) -> None:
    """Take over what a clause without a figure says of the very next figure."""
    context.within = text.strip(" ，") in words().within
    context.totalled = text


def passed(context: Context, sentences: Sequence[Sentence], *, last: bool = False) -> None:
    """Take over what sentences that say neither figure nor period leave behind.

    Whose its figures are does not outlast a paragraph: with `last` the sentences are its last ones.
    """
    if last and context.main_subject:
        sentences = sentences[-1:]
    texts = [words for sentence in sentences for words in sentence.words]
    if not texts:
        return
    for sentence in sentences:
        context.segment += sentence.semicolons
    context.listed += texts
    _passing(context, texts[-1])
    # What figures are compared with is not whose they are.
    context.hear(*[text for text in texts if not _comparison(text) or _lens(text)])
