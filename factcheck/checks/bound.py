"""A rounded figure against the exact one beside it: 近500名（527名）, 突破1000亿元，达986.4亿元."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.around import either, outer
from factcheck.checks.parts.compared import base
from factcheck.model import Dimension, Figure, FigureKind, Reading
from factcheck.patterns import compiled

_KINDS = frozenset({FigureKind.QUANTITY, FigureKind.PERCENT, FigureKind.NUMBER, FigureKind.POINTS})
_NEAR = Fraction(1, 4)
_LOOSE = compiled(r"[约近超逾余多几左右上下内]|不|突破")
_REACHED = compiled(r"[已高多]?达到?")
_ABOVE = ("高于", "多于", "大于", "超", "远超", "突破", "逾", "越过", "跨过", "冲破")
_BELOW = ("低于", "少于", "小于", "不足", "不到", "不及", "不满", "未")
# 超过45.5米的警戒水位: another number, which the first is not said to be nearly.
_OF_ANOTHER = compiled(r"的[\u4e00-\u9fff]{1,8}[，。；、]")
_NORM = compiled(
    r"(?:的[^，。；\d]{0,8}(?:标准|要求|限值|均值|平均值?|水平|目标值?|警戒线|红线|底线|承诺值?|限额|上限|下限|指标|门槛|规定|基准))?[，。；]"
)
_THRESHOLD = compiled(
    "的?(?:[起免]付线|起征点|免征额|门槛|限额|限值|标准|上限|下限|红线|底线|警戒|阈值|封顶线|及格线|分数线|荣枯线)"
)
_ATTRIBUTE = compiled(
    r"的[^，。；]{1,12}(?:有|共|达|占|为)"
    "|(?:才|就|便|即|方|则)(?:算|可|能|要|须|应|会|是|需|属|为|得|视|按)"  # 92分，超过60分才算合格
)
_COMPARED = ("高于", "多于", "低于", "少于", "大于", "小于", "越过", "跨过", "迈过", "跨越")
_BOUNDS = compiled(r"超|逾|破|失守|站上|重回|重返|多于|高于|近|接近|不足|不到|未满|不满|余|多|过")


# 近200家，签到簿上写着196家; 突破30万人次。截至昨日闭馆，计数牌停在30.7万人次: the same number read off.
_READ_OFF = compiled(
    r"(?:的?[\u4e00-\u9fff]{0,6})[，、。；—（(]{1,2}(?!其中|另|而)(?:(?:[^，。；、\d]{0,10}[，,])?[^，。；、\d]{0,10}?"
    r"(?:(?:[牌屏幕器表计簿本册单机上里账仪尺秤板台统据根件环]|里程碑)(?:上|里)?(?:的)?(?:写着|写的是|显示|停在|停留在|定格在|定格于|记着|记的是|走到)|(?:读数|数字|示数)[是为]|(?:停留|定格)在)"
    r"|(?:登记在册|清点[出后]来?|点下来|数下来|算下来|数了数|[称量]出来|过秤|实测|换算[^，。；\d]{0,4}|也就是说?|(?:确切|准确|具体|精确)(?:地|点儿?|一点)?(?:说|讲)?))"
    r"(?:的?是|为|有|了|着|出|只有|共|：)*[，：:]?第?"
)
# 372套，连续第三个月不足300套: of the same thing, and how it stands to a round number.
_STILL = compiled(
    "[，,](?:仍然?|还|依然|依旧|尚|却|已经?|才|刚|也|又|首[次度]|历史性地?|再[次度]|一举|终于|首个[年月季]度?"
    "|连续第?[一二三四五六七八九十两0-9]+个?(?:年|月|季度?|天|周|场|期))+"
)
_SMALL = compiled(r"[，,](?:大约|大概)?[仅只]?(?:占比?|比[例重])(?:为|是|达|只有|仅有)?")
_OTHER = compiled(
    "今年|去年|上年|本[月季年周]|当[月年季]|每|平均|计划|目标|比|增|减|预计|同期|前[一年]|女|男|其余|剩|体感|最|那[天次]"
)
_TODAY = compiled(
    "(?<!截至)(?<!截止)(?<!截止到)(?<!到)(?:[昨今前当]天|[昨今前当]日|[昨今前]晚|周[一二三四五六日末]|[上下]午)"
)
_NORM_SAID = compiled("规定|约定|合同|标准|要求|不得|不应|应当|承诺|协议|限")
_TWICE = 2


def check(subject: Reading, reading: Reading, *, links: tuple[str, ...] = ()) -> Iterator[Judgement]:
    """Compare each bounded figure with a plain one in brackets behind it, or joined by a word of `links`."""
    joined = compiled(
        rf"(?P<noun>[\u4e00-\u9fff]{{0,8}})(?:[（(](?:即|共|实际|实有|为|其实)?|[，,](?P<words>(?:(?![年月前原期均低比较其另])[\u4e00-\u9fff]){{0,9}}?)"
        rf"(?P<link>{either(link for link in links if link)}))"
    )
    text = reading.article.text
    plain = (figure for figure in reading.figures if figure.kind is not FigureKind.ORDINAL)
    for first, second in pairwise(plain):
        if not (first.hedge or second.hedge):
            continue
        if not _comparable(first, second) or not _beside(text, first, second, joined):
            yield from _read_off(text, first, second)
            continue
        if first.hedge and _is_norm(text, first):
            continue
        for bound, exact in ((first, second), (second, first)):
            if bound is second and (second.hedge.startswith(_COMPARED) or _of_another(text, second)):
                yield from _against(text, bound, exact)
            elif _bounded(bound) and not _LOOSE.search(exact.hedge):
                yield from _judged(text, bound, exact)


def _of_another(text: str, figure: Figure) -> bool:
    end = outer(text, figure).end
    return _OF_ANOTHER.match(text, end) is not None or _THRESHOLD.match(text, end) is not None


def _is_norm(text: str, bound: Figure) -> bool:
    """合同约定不多于30天，实际用了35天: what should be, and what was."""
    opening = max(text.rfind(stop, 0, bound.span.start) for stop in "。；！？\n") + 1
    return bound.hedge.startswith("不") and _NORM_SAID.search(text, opening, bound.span.start) is not None


def _read_off(text: str, bound: Figure, exact: Figure) -> Iterator[Judgement]:
    """The number that a bounded one rounds, told as it was read or counted, or as a share of so much."""
    if not _bounded(bound) or exact.hedge or not _one_unit(bound, exact):
        return
    between = text[outer(text, bound).end : exact.span.start]
    said = _READ_OFF.fullmatch(between) or (_shares(bound, exact) and _SMALL.fullmatch(between))
    if not said or _OTHER.search(between) or _TODAY.search(between) or _is_norm(text, bound):
        return
    if _ATTRIBUTE.match(text, exact.span.end) or text[exact.span.end : exact.span.end + 1] == "的":
        return
    one, two = base(bound), base(exact)
    if one is None or two is None or (one.bottom is None and one.top is None):
        return
    middle, value = (figure.worth or Fraction(0) for figure in (bound, exact))
    if value and middle and middle / _TWICE <= value <= middle * _TWICE:
        spots = Spot("bound", outer(text, bound)), Spot("exact", exact.span)
        if one.meets(two):
            yield held(*spots, equation=f"{spots[0].span.of(text)} ∋ {exact.text}", weak=True)
        else:
            yield conflict(*spots, equation=f"{spots[0].span.of(text)} ∌ {exact.text}")


def _one_unit(bound: Figure, exact: Figure) -> bool:
    """Whether two figures have units that compare: 不到10分钟, 第584秒."""
    if bound.unit is None or exact.unit is None or bound.value is None or exact.value is None:
        return False
    return bound.unit.base == exact.unit.base and bound.unit.dimension is exact.unit.dimension


def _shares(bound: Figure, exact: Figure) -> bool:
    return bound.unit is not None and bound.unit.dimension is Dimension.RATIO and not exact.hedge


def _comparable(first: Figure, second: Figure) -> bool:
    if first.kind not in _KINDS or second.kind not in _KINDS or first.value is None or second.value is None:
        return False
    units = [figure.unit.name if figure.unit is not None else "" for figure in (first, second)]
    bare = second.unit is None and bool(second.hedge)  # 1134人，还不到一千
    if (units[0] != units[1] and not bare) or not first.value or not second.value:
        return False
    one, two = first.value, second.value
    if isinstance(one, Decimal) and isinstance(two, Decimal) and 2 * abs(two - one) > abs(one):
        return False  # far from it
    return abs(Fraction(second.value) / Fraction(first.value) - 1) <= _NEAR


def _beside(text: str, first: Figure, second: Figure, joined: re.Pattern[str]) -> bool:
    """Whether one figure explains the other: brackets, or a comma and a word of reaching or bounding."""
    start, end = outer(text, first).end, outer(text, second).start
    between = text[start:end]
    found = joined.fullmatch(between)
    if found is not None:
        closing = text[second.span.end : second.span.end + 8]
        return found.group("link") is not None or any(mark in closing for mark in "）)")
    if _ATTRIBUTE.match(text, outer(text, second).end):
        return False  # 平均46.8毫米，超过50毫米的站点有38个: another thing
    if second.hedge.startswith(_COMPARED):
        return between in ("，", ",") and _NORM.match(text, outer(text, second).end) is not None
    if _STILL.fullmatch(between):
        return _bounded(second)
    return between in ("，", ",") and (_bounded(second) or _REACHED.fullmatch(second.hedge) is not None)


def _bounded(figure: Figure) -> bool:
    return bool(figure.hedge) and _BOUNDS.search(figure.hedge) is not None


def _against(text: str, peer: Figure, exact: Figure) -> Iterator[Judgement]:
    """充足率6.47%，高于7.5%的监管要求: another number, which this one is said to be above or below."""
    if exact.value is None or peer.value is None or exact.value == peer.value:
        return
    if exact.hedge and not _REACHED.fullmatch(exact.hedge):
        return
    above = peer.hedge.startswith(_ABOVE)
    if not above and not peer.hedge.startswith(_BELOW):
        return  # 接近50吨的目标
    whole = outer(text, peer)
    spots = Spot("bound", whole), Spot("exact", exact.span)
    if (exact.value > peer.value) == above:
        yield held(*spots, equation=f"{exact.text} {'>' if above else '<'} {peer.text}", weak=True)
    else:
        yield conflict(*spots, equation=f"{exact.text} {'<' if above else '>'} {peer.text}")


def _judged(text: str, bound: Figure, exact: Figure) -> Iterator[Judgement]:
    if bound.interval is None or exact.interval is None:
        return
    whole = outer(text, bound)
    spots = Spot("bound", whole), Spot("exact", exact.span)
    if bound.interval.meets(exact.interval):
        yield held(*spots, equation=f"{whole.of(text)} ∋ {exact.text}")
    else:
        yield conflict(*spots, equation=f"{whole.of(text)} ∌ {exact.text}")
