"""最高, 最多 and their kin against the other figures of the sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.around import before, clause, sentence
from factcheck.checks.parts.compared import base
from factcheck.checks.parts.tense import future
from factcheck.checks.parts.within import figures_within
from factcheck.model import Figure, FigureKind, Reading, Span
from factcheck.patterns import compiled

_MOST = compiled(r"最(?P<way>[高多大快长重强]|[低少小慢短轻])")
_AMONG = compiled(r"(?:中|里|当中|其中|之中)[，,]")
_LEFT_OUT = compiled(r"历史|同期|以来|有史|纪录|记录|至今|之一|预计|原来|曾|往年|去年|上年")
_LOOSE = compiled(r"[约近超逾余多几左右上下内不]")
_BEFORE = compiled(r"的?(?:[，,]?(?:约?为|达到?|是|有|高达|仅有?|只有|共))?[（(]?")
_TOGETHER = compiled("合|共|总|累计|相加")  # 两人合砍65分 is no one's own
_NAME = "[“《]?[\u4e00-\u9fffA-Za-z0-9]{1,8}?[”》]?"
_VERBS = "打出|达到?|为|是|有|得|高|长|重|卖出?|收入?"
# 最高的甲楼, 产量最高的还数丙田，打出; 最大的一群有64只 is among those told before.
_PICKED = "(?!一[群批拨组处片块窝队次场回天笔单件只条])"
_NAMED_MOST = compiled(f"的(?:还数|要数|当数|是)?{_PICKED}{_NAME}[，,]?(?:{_VERBS})*")
_ENTRY = compiled(f"{_NAME}(?:亩产|{_VERBS})*")
_APART = compiled(
    "[年月日天周季]|如今|现在|目前|同期|共|总|合计|平均|均|其余|其他|另|比|较|增|减|降|涨|最|后|前"
)
# 定位最高的X5交付8236辆: most by something that is not counted.
_OTHERWISE = compiled(
    "(?:定位|价位|档次|级别|等级|规格|人气|热度|关注度|呼声|名气|评价|口碑|学历|海拔|纬度|楼层|难度|要求|职务|资历|辈分)$"
)
_NEAR, _TWO = 5, 2
_OF_THEM = compiled(
    "的?[\u4e00-\u9fff]{0,4}?(?:里头?|中间?|当中|之中|之内)(?![心小等])"
)  # 剩下的55件里雨伞最多
_KINDS = frozenset({FigureKind.QUANTITY, FigureKind.PERCENT, FigureKind.NUMBER})


def check(subject: Reading, reading: Reading) -> Iterator[Judgement]:
    """Compare the figure said to be extreme with its siblings: same unit, same sentence, one 最 only."""
    text = reading.article.text
    for word in _MOST.finditer(text):
        inside = sentence(text, word.start())
        line = text[inside.start : inside.end]
        if len(_MOST.findall(line)) != 1 or _LEFT_OUT.search(line) or future(line):
            continue
        if _OTHERWISE.search(text, inside.start, word.start()):
            continue
        told = [one for one in figures_within(reading, inside) if one.kind in _KINDS]
        figures = _of_group(text, word.start(), told)
        if _AMONG.search(line[: word.start() - inside.start]) and (own := _own(text, word, figures)):
            yield from _judged(text, word, own, _siblings(text, own, figures))
        elif (listed := _listed(text, word, figures)) is not None:
            yield from _judged(text, word, *listed)


def _own(text: str, word: re.Match[str], figures: Sequence[Figure]) -> Figure | None:
    """The figure that is called extreme: the next one, else the only one before in its clause."""
    here = clause(text, word.start())
    behind = [one for one in figures if one.span.start >= word.end()]
    if behind and _BEFORE.fullmatch(text, word.end(), behind[0].span.start):
        return None if behind[0].text.startswith("一") else behind[0]  # 最高一件判赔1200万元: picked out
    ahead = [one for one in figures if here.start <= one.span.start and one.span.end <= word.start()]
    return ahead[-1] if len(ahead) == 1 else None


def _of_group(text: str, at: int, figures: Sequence[Figure]) -> list[Figure]:
    """剩下的55件里雨伞最多，19把: only the figures behind that of those among which it is most."""
    here = clause(text, at)
    ahead = [one for one in figures if here.start <= one.span.start and one.span.end <= at]
    groups = [one.span.end for one in ahead if _OF_THEM.match(text, one.span.end, at)]
    return [one for one in figures if one.span.end > max(groups, default=0)]


def _listed(text: str, word: re.Match[str], figures: Sequence[Figure]) -> tuple[Figure, list[Figure]] | None:
    """最高的甲楼120米，乙楼98米，丙楼86米: one of a list of names with a value each, and the others."""
    figures = [one for one in figures if one.unit is not None]  # 云两优6 is a name
    own = next((one for one in figures if one.span.start >= word.end()), None)
    if own is None or _NAMED_MOST.fullmatch(text, word.end(), own.span.start) is None:
        return None
    like = [one for one in figures if one.unit == own.unit]
    others = [one for one in like if one is not own and _is_listed(text, one)]
    beside = [one for one in figures if one not in like and one.span.start > like[0].span.start]
    whole = not beside and len(others) == len(like) - 1 >= _TWO
    return (own, others) if whole and not any(one.hedge for one in like) else None


def _is_listed(text: str, figure: Figure) -> bool:
    """Whether its clause holds a name and the value alone."""
    here = clause(text, figure.span.start)
    words = text[here.start : figure.span.start]
    return _ENTRY.fullmatch(words) is not None and _APART.search(words) is None


def _siblings(text: str, own: Figure, figures: Sequence[Figure]) -> list[Figure]:
    others = [one for one in figures if one is not own and one.unit == own.unit]
    ahead = [before(text, one.span.start, _NEAR) for one in others]
    return [
        one
        for one, words in zip(others, ahead, strict=True)
        if not (_LOOSE.search(one.hedge) or _TOGETHER.search(words))
    ]


def _judged(text: str, word: re.Match[str], own: Figure, others: Sequence[Figure]) -> Iterator[Judgement]:
    most = word.group("way") in "高多大快长重强"
    mine = base(own)
    if mine is None or not others or _LOOSE.search(own.hedge):
        return
    spot = Spot("most", Span(_start(text, word, own), max(word.end(), own.span.start)))
    for other in others:
        theirs = base(other)
        if theirs is None or mine.meets(theirs) or None in (mine.bottom, theirs.bottom):
            continue
        assert mine.bottom is not None and theirs.bottom is not None
        if (theirs.bottom > mine.bottom) == most:
            sign = ">" if most else "<"
            yield conflict(
                spot,
                Spot("other", other.span),
                Spot("own", own.span),
                equation=f"{other.text} {sign} {own.text}",
                most=spot.span.of(text).partition("，")[0],
                own=own.text,
            )
            return
    if len(others) > 1:
        yield held(
            Spot("own", own.span),
            *(Spot("other", one.span) for one in others),
            equation=f"{own.text} {word.group()}",
        )


def _start(text: str, word: re.Match[str], own: Figure) -> int:
    here = clause(text, word.start())
    return min(here.start, own.span.start) if own.span.start >= here.start else here.start
