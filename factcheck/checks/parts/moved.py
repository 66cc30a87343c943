"""Two levels of one thing of which one came from the other: 由5%降到4%; 9月13.2元，11月已跌到12.1元."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.checks._across import level_of, stretch
from factcheck.model import Claim, Fact
from factcheck.model.period import Day
from factcheck.patterns import compiled
from factcheck.records import dataclass

_FAR, _NEAR = 12, 48
_NAMELESS = "#"
_STOP = compiled("[。！？!?\n]")
_CLAUSE = compiled("[，,：:。！？!?；;\n]")
_ARRIVED = compiled("[\u4e00-\u9fff](?:[到至成]了?|为)(?:每[\u4e00-\u9fff]{1,3})?(?:约|近|超|不足)?$")
_SINCE = compiled("如今|现在|眼下|目前|今[年天日晨早晚]|当前|本[周月季旬届期]")
_AGO = (
    "(?:[去上前]年|此前|先前|之前|以前|从前|过去|原来|原先|当初|当时|上[个一]?[月周季旬届期]|年初|前一?[天日周月]|昨[天日晚]"
    "|[半一两二三四五六七八九十几0-9]+个?(?:多?[年月周天]|星期|季度)(?:之)?前|[\u4e00-\u9fff]{2}前(?![\u4e00-\u9fff0-9]{0,3}[月天年]))"
)
_ONCE = compiled(_AGO)
_THEN = compiled(
    f"^[，,；;]?(?:而|但|可|却)?在?{_AGO}(?:同期|同月|同季|此时|同[日天]|同一?时[段期点间刻]|底|末|初|全年|这[个一]?(?:数字?|比例|指标|时候)?)*"
    "(?:还|尚|仅|只|才|是|为|有|达|要|得|的|约|近|每[\u4e00-\u9fff]{1,3})*$"
)
_YESTERDAY = compiled("昨[天日晚]")  # 上周4.9元，昨天已降到4.6元
_THAN = compiled("[，,](?:[比较])[^，。；]{0,12}?的?(?:平均)?")
_WENT = compiled(
    "(?:的?(?:水平|价格|均价))?(?:又|再|也|继续|进一步|明显|略|稍)?(?:有所|略有|小幅|大幅|明显|稍有|略微)?"
    "(?P<way>回落|下降|下跌|下滑|走低|降低|减少|上升|上涨|提高|提升|走高|增加|增长|回升)[了]?[，。；]"
)
_AT_ONCE = compiled("(?:左右|上下|[多余])?(?:的[^，。；、有占达为]{1,6})?[，,；;]")
# 到11月中旬已跌到, 昨天同一时刻已涨至: a time, how, and the verb, and nothing that changed.
_BARE = compiled(
    "(?:[，,而但可则却又再已还就便都也仍并]|经|到|[0-9一二三四五六七八九十]+[年月日号时点周季](?:[底初末份]|[上中下]旬|度)?|[今昨前去上本当][年天日晚晨早周月季]"
    "|如今|现在|眼下|目前|傍晚|[上下]午|中午|凌晨|夜[里间]|晚[上间]|清晨|同一?时[段期点间刻]|一[下路]子?|持续|逐步|迅速|快速|大幅|小幅|又|直接|[\u4e00-\u9fff]{2}后)*"
    "(?:[\u4e00-\u9fff]{1,2}(?:[到至成]了?|为)(?:每[\u4e00-\u9fff]{1,3})?(?:约|近|超|不足)?)"
)
# 息差收窄：三季度末…: what the figures behind the colon show.
_HEADED = compiled("(?P<said>[^，。；：:！？\n]{2,24})[：:][^：:]{0,24}$")


@dataclass(frozen=True, slots=True, eq=False)
class Moved:
    """A level before and the level it went to.

    Attributes:
        before: the level it had.
        now: the level it went to.
        words: those that tell which way it went.
        about: those before them, which tell what it is.
    """

    before: Claim
    now: Claim
    words: str
    about: str


def moved(levels: Sequence[Claim], text: str) -> Iterator[Moved]:
    """The levels among neighbours that the words say to have gone from one to the other."""
    for one, two in pairwise(levels):
        if one.unit != two.unit:
            continue
        between = text[one.span.end : two.span.start]
        about = text[max(0, one.span.start - _FAR) : one.span.end]
        if one.made_by == "from" and two.made_by == "to":
            if len(between) <= _FAR:
                yield Moved(one, two, between, about)
        elif (back := _went_back(text, one, two)) is not None:
            yield Moved(two, one, back, about)
        elif len(between) <= _NEAR and not _STOP.search(between):
            told = _alike(one, two) and "；" not in between
            again = [*_again(one, two, about, text)] if told else []
            yield from again or _then_and_now(one, two, text)


def _went_back(text: str, one: Claim, two: Claim) -> str | None:
    """25.8元，比前一周的24.6元有所回落: the words behind a level that another is compared with."""
    than = _THAN.fullmatch(text, one.span.end, two.span.start)
    went = _WENT.match(text, two.span.end) if than is not None else None
    return went["way"] if went is not None else None


def _again(one: Claim, two: Claim, about: str, text: str) -> Iterator[Moved]:
    """Those of the same thing told twice, of two times."""
    between = text[one.span.end : two.span.start]
    own = _CLAUSE.split(between)[-1]
    later, earlier = _is_later(two, one), _is_later(one, two)
    named = not _is_nameless(two)
    if named and _ARRIVED.search(own) and (later or _SINCE.search(own)) and not earlier:
        yield Moved(one, two, own, about)  # 9月13.2元，到11月已跌到12.1元
        return
    lead = _CLAUSE.split(text[max(0, one.span.start - _NEAR) : one.span.start])[-1]
    arrived = _ARRIVED.search(lead) if named and earlier else None
    if arrived is not None and _THEN.match(between):
        yield Moved(two, one, lead, lead[: arrived.start()])  # 降到37微克，去年同期是51微克
        return
    headed = _HEADED.search(text, max(0, one.span.start - _NEAR), one.span.start)
    if headed is not None and later is not earlier:
        ends = (one, two) if later else (two, one)
        yield Moved(*ends, headed["said"], about)


def _then_and_now(one: Claim, two: Claim, text: str) -> Iterator[Moved]:
    """Those whose clauses name nothing but when and how: 上周28元，眼下涨到25元; 降到28元，上周25元."""
    between = text[one.span.end : two.span.start]
    if _AT_ONCE.match(between) is None:
        return  # 28人受伤；次日增至5人遇难
    own = _CLAUSE.split(between)[-1]
    lead = _CLAUSE.split(text[max(0, one.span.start - _NEAR) : one.span.start])[-1]
    about = text[max(0, one.span.start - _FAR) : one.span.end]
    once, again = (_ONCE.search(words) is not None for words in (lead, own))
    again = again and not (_YESTERDAY.search(own) and not _YESTERDAY.search(lead))
    later = _is_later(two, one) or (once and not again and not _is_later(one, two))
    if later and _BARE.fullmatch(own):
        yield Moved(one, two, own, about)
    elif _THEN.match(between) and not once and (arrived := _ARRIVED.search(lead)) is not None:
        yield Moved(two, one, lead, lead[: arrived.start()])


def _alike(one: Claim, two: Claim) -> bool:
    """Two levels that are called the same: 三季度末为1.46%，二季度末则为1.41%."""
    if two.made_by == "level-again":
        return True
    facts = level_of(one), level_of(two)
    if facts[0] is None or facts[1] is None:
        return False
    return facts[0].subject == facts[1].subject and _name(facts[0]) == _name(facts[1])


def _name(fact: Fact) -> str:
    """What a level is called; empty for one without a name."""
    return "" if fact.indicator.startswith(_NAMELESS) else fact.indicator


def _is_nameless(one: Claim) -> bool:
    fact = level_of(one)
    return one.made_by != "level-again" and fact is not None and not _name(fact)


def _is_later(one: Claim, two: Claim) -> bool:
    """Whether the first holds for a time that ends after that of the second."""
    ends = [_end(claim) for claim in (one, two)]
    return ends[0] is not None and ends[1] is not None and ends[0] > ends[1]


def _end(claim: Claim) -> Day | None:
    fact = level_of(claim)
    found = stretch(fact) if fact is not None else None
    return found.last if found is not None else None
