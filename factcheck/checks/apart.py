"""How far two figures are apart: 男性76.8岁，女性81.9岁，相差5.1岁."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.printing import printed
from factcheck.checks.parts.told import Told, alike, bounded, near, told
from factcheck.model import Claim, Dimension, Reading
from factcheck.patterns import compiled

_APART = compiled(
    r"[，,；;、]?(?:[\u4e00-\u9fff]{1,4}[与和][\u4e00-\u9fff]{1,4}之间的?|[\u4e00-\u9fff]{0,6}(?:[两二]端|两头|南北|东西|内外))?(?:两者|二者|双方|[两二][地家队人方组批年县市区镇乡村校厂院店国省班线款城站片部省州岸头路期季]|首尾|彼此|之间|前后|上下|男女|城乡|高低|多少)*"
    r"(?:[一两]?[天日夜](?:之[内间]|[里内])?|(?:夫妻|父子|母女|姐弟|兄弟|姐妹|师徒|祖孙)(?:俩|[两二]人)?|[他她]们|整整|足足)*"
    r"(?:居民)?(?:人均)?(?:收入|价格|票房|得分|产量|人口|成绩|得票|票数|比分|用时|均价|销量|亩产|身高|年龄|气温)?的?"
    r"(?:相差|之差|差距|落差|差额|差值|悬殊|胜负|分差|票差|价差|差价|温差|高差|差别|差(?=[了出]))(?:就|也|则|已|又|再|被|一下|迅速|进一步)*"
    r"(?:(?:拉大|扩大|缩小|收窄|拉开|缩减|压缩|缩短|收敛)(?:了?[到至为成])?)?(?:就|约|达到?|为|是|在|有|近|高达|仅|只有?|了|出|整整|足足)*(?:每(?:平方米|公斤|斤|亩|吨|人|户))?"
)
# 上半场46比38，第三节差距拉大到15分: how far apart they were at another time.
_LATER = compiled(
    "第[一二三四五]|[上下]半|随后|后来|之后|此后|一度|曾|最[大多高终后]|[去上前]年|比|较|如今|现在|目前"
)
# 与城镇居民的32846元之间，仍有13873元的差距.
_LEAVES = compiled("(?:之间|相比)?[，,]?(?:仍|还|尚|依然|依旧|就|也)?(?:存在|相?差|隔|有)(?:着|了|近|约)?")
# 11.4℃…3.8℃，7.6℃的落差; 9月交了6840元，10月只交4510元，省下的2330元.
_ALONE = compiled("[，,]?(?:这)?$")
_SAVED = compiled(
    "(?:[，,][^，。；]{1,10}(?:说|算过|介绍|表示|笑道))?[，,；;](?:这)?(?:一下子?|总共|一共|一年)?(?:省下|省出|多出来?|差出来?|少交|多交|少花|多花|省)(?:了|的)?"
)
# 两片之间还隔着5500万元, 彼此只差着4票.
_BETWEEN = compiled(
    "[，,](?:(?:这|前后)?[两二][\u4e00-\u9fff]{1,3}|它们|[他她]们|彼此|二者|双方)(?:之?间)?(?:还|仍|只|就|又|便|已)?(?:隔|差|拉开)(?:着|了|有|开|出|近|约|足足|整整)*"
)
_BEHIND = compiled("的(?:差距|差额|落差|价差|分差|剪刀差|距离)")
_PAIR = 2


def check(subject: Sequence[Claim], reading: Reading, *, words: tuple[str, ...] = ()) -> Iterator[Judgement]:
    """Every number that is by one of `words` the difference of the only two like it before it."""
    for here in told(reading, subject, words):
        levels = here.levels()
        for at, gap in enumerate(levels):
            like = [one for one in levels[:at] if _measured(one, gap) and bounded([one])]
            if (
                len(like) == _PAIR
                and _is_gap(here, like[-1], gap)
                and not _LATER.search(_between(here, like[-1], gap))
            ):
                yield from _judged(gap, *sorted(like, key=_middle))


def _is_gap(here: Told, last: Claim, gap: Claim) -> bool:
    """Whether the words before a figure, or those before and behind it, make it a difference."""
    between = _between(here, last, gap)
    if any(way.fullmatch(between) is not None for way in (_APART, _SAVED, _BETWEEN)):
        return True
    behind = _BEHIND.match(here.text, gap.span.end - here.span.start)
    leaves = _LEAVES.fullmatch(between) or _ALONE.match(between[between.rfind("，") :])
    return leaves is not None and behind is not None


def _measured(one: Claim, gap: Claim) -> bool:
    """Whether the gap is in the unit of a figure; percentages are percentage points apart."""
    if one.unit is None or gap.unit is None or gap.unit.dimension is not Dimension.POINTS:
        return alike(one, gap)
    return one.unit.dimension is Dimension.RATIO


def _judged(gap: Claim, smaller: Claim, larger: Claim) -> Iterator[Judgement]:
    low, high, said = bounded([smaller, larger, gap]) or (None, None, None)
    if low is None or high is None or said is None:
        return
    expected = high - low
    spots = Spot("gap", gap.span), Spot("larger", larger.span), Spot("smaller", smaller.span)
    texts = [claim.figures[0].text for claim in (gap, larger, smaller)]
    if expected.meets(said):
        yield held(*spots, equation=f"{texts[0]} = {texts[1]} − {texts[2]}")
    elif near(expected, said):
        yield conflict(
            *spots, equation=f"{texts[0]} ≠ {texts[1]} − {texts[2]}", expected=printed(expected, gap)
        )


def _between(here: Told, one: Claim, two: Claim) -> str:
    """The words between two claims of a sentence, other figures included."""
    return here.text[one.span.end - here.span.start : two.span.start - here.span.start]


def _middle(claim: Claim) -> Fraction:
    return (claim.interval.middle if claim.interval is not None else None) or Fraction(0)
