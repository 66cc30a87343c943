"""Which role a figure plays, from the words to its left: the order of the questions.

Each kind of slot asks its own questions, the most telling first; the first answer counts. What no
question answers is a level: the thing named before the figure is this much.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field

from factcheck.claims import skeleton as mark
from factcheck.claims.bases import base, compared
from factcheck.claims.gaps import gap
from factcheck.claims.mentions import DEFAULT, Against, Base, Role
from factcheck.claims.names import EMPTY, Name, name
from factcheck.claims.of_then import completed, of_then
from factcheck.claims.patterns import (
    changed,
    changed_by,
    contributed,
    down,
    growth_nouns,
    outdone,
    overdone,
    patterns,
    progressed,
    shared,
    shared_by,
)
from factcheck.claims.skeleton import Slot
from factcheck.model import Dimension
from factcheck.patterns import compiled
from factcheck.records import dataclass

PLANS = ("计划", "目标", "任务")
"""Nouns for what was to be done."""


@dataclass(frozen=True, slots=True)
class Window:
    """The words around a slot: back to the figure before it, and on to the next.

    Attributes:
        periods: the period slots among the words to the left, in order.
        lead: the words of the clause before the slot, figures and periods spelled out.
        where: paragraph, sentence and clause.
    """

    slot: Slot
    left: str
    right: str
    periods: list[Slot] = field(default_factory=list)
    lead: str = ""
    where: tuple[int, int, int] = (0, 0, 0)


@dataclass(frozen=True, slots=True)
class Answer:
    """The role of a figure and the words that gave it."""

    role: Role
    np: str
    made_by: str
    sign: int = 1
    base: Base = DEFAULT
    whole: Name = EMPTY
    noun: str = ""
    direction: str = ""


def answer(window: Window) -> Answer:
    """The role of the figure in `window`."""
    for question in _QUESTIONS.get(window.slot.mark, ()):
        found = question(window)
        if found is not None:
            return found
    return Answer(Role.LEVEL, window.left, "level")


def _share(window: Window) -> Answer | None:
    if found := shared(window.left, window.slot.figure):
        if any(word in found["whole"] for word in PLANS):
            return None
        among = _AMONG.search(found["np"]) if not found["whole"] else None  # 在集装箱总量中占七成
        np, whole = (found["np"][: among.start()], among["whole"]) if among else (found["np"], found["whole"])
        return Answer(Role.SHARE, np, "share-of", whole=name(whole))
    if found := shared_by(window.left):
        np = _THIS.sub("", found.group("np"))
        head, cut, tail = np.rpartition("占")
        if cut:
            return Answer(Role.SHARE, head, "share-of", whole=name(tail))
        np += mark.PERIOD * window.left.count(mark.PERIOD, found.end("np"))  # 甲的比重去年是62%
        return Answer(Role.SHARE, np, "share-noun")
    return None


_AMONG = compiled("[，,]?(?:在|于)(?P<whole>[^，在于]{2,16}?)[之当]?[中里](?:只|仅|约|大约|就|已|所)*$")
_THIS = compiled("(?:这一?|该|此|上述|其)$")  # 这一占比: the one just told


def _completed(window: Window) -> Answer | None:
    """完成隧洞总长的85%, or 完成83% alone: a share of all there is to do."""
    found = completed(window.left)
    return Answer(Role.SHARE, found[0], "share-of", whole=name(found[1])) if found is not None else None


def _progress(window: Window) -> Answer | None:
    if (found := progressed(window.left)) and not overdone(window.left, window.slot.figure):
        return Answer(Role.PROGRESS, found.group("np"), "progress", whole=name(found.group("plan")))
    return None


def _contribution(window: Window) -> Answer | None:
    if found := contributed(window.left):
        sign = -1 if found.group("direction") and down(found.group("direction")) else 1
        return Answer(
            Role.CONTRIBUTION, found.group("np"), "contribution", sign, whole=name(found.group("whole"))
        )
    return None


def _noun_change(window: Window) -> Answer | None:
    """增速为5%, 降幅达3%: a growth said with a noun."""
    if found := changed_by(window.left):
        against, np = base(found.group("np"), window.periods)
        return Answer(Role.GROWTH, np, "noun-growth", -1 if down(found.group("direction")) else 1, against)
    return None


def _growth(window: Window) -> Answer | None:
    found = changed(window.left)  # 溢价28%成交: a rate of its own
    if found is not None and found.group("direction") not in ("溢价", "折价"):
        direction = found.group("direction")
        against, np = _base(found.group("np"), found.group("adverbs"), window.periods)
        sign, apart = -1 if down(direction) else 1, _names_a_peer(against, direction)
        role, made_by = (Role.DIFFERENCE, "gap") if apart else (Role.GROWTH, "growth")
        return Answer(role, np, made_by, sign, against, direction=direction)
    return None


def _growth_behind(window: Window) -> Answer | None:
    """12%的增速: a growth whose noun stands behind it."""
    found = _PACE.match(window.right)
    if found is None or _OF_ANOTHER.search(window.left):
        return None
    against, np = base(window.left.rstrip("以用按有"), window.periods)
    return Answer(Role.GROWTH, np, "noun-growth", -1 if down(found["noun"]) else 1, against)


_PACE = compiled(r"的(?:同比|高)?(?P<noun>增速|增幅|涨幅|升幅|增长率|降幅|跌幅)")
_OF_ANOTHER = compiled(
    "[高低快慢多少]于|超过|达到|目标|预期|预计|力争|比|较|平均|年均|每年|全[国省市县区球]|行业|其中|占"
)


def _base(np: str, adverbs: str, periods: list[Slot]) -> tuple[Base, str]:
    """The base said before or among the adverbs of a change, and the name without it."""
    whole, rest = base(np + adverbs, periods)
    if whole.kind is not Against.DEFAULT or not adverbs:
        return whole, rest
    return base(np, periods)


def _peer_of(peer: str, periods: list[Slot]) -> Base:
    """高于全国, 超出去年全年: another place, or another time."""
    return compared(peer, periods) if mark.PERIOD in peer else Base(Against.PEER, peer=name(peer))


def _names_a_peer(against: Base, direction: str) -> bool:
    return against.kind is Against.PEER and direction in ("高", "低", "高出", "快", "慢")


def _difference(window: Window) -> Answer | None:
    """提高3个百分点, 减少20人: a change said as an amount."""
    if found := outdone(window.left):
        direction = found.group("direction")
        against = _peer_of(found.group("peer"), window.periods)
        np, noun = _growth_noun(found.group("np"))
        sign = -1 if down(direction) else 1
        return Answer(Role.DIFFERENCE, np, "gap", sign, against, noun=noun, direction=direction)
    if found := changed(window.left):
        direction = found.group("direction")
        against, np = _base(found.group("np"), found.group("adverbs"), window.periods)
        np, noun = _growth_noun(np)
        sign = -1 if down(direction) else 1
        return Answer(Role.DIFFERENCE, np, "difference", sign, against, noun=noun, direction=direction)
    return None


def _growth_noun(np: str) -> tuple[str, str]:
    """增速, 降幅 at the end of a name: the change is of the growth."""
    bare = np.rstrip(mark.PERIOD)
    _, without = base(bare, [])
    for text in (bare, without):
        if size := growth_nouns().ends(text):
            return text[:-size], text[-size:]
    return np, ""


_OF_RATES = frozenset({"优化", "好转"})  # 优化15项流程 tells what was done; 优化1.4个百分点 is a change
# 今年同期3180件，多出来的235件大半是…: what there is more, or less, of than was just told.
_MORE = compiled(
    "^[，,；;]?(?:这|那)?(?P<way>多|增|(?P<less>少|减))(?:[出了掉加少]|出来|出去|下来)的(?:这|那)?$"
)
_COMPARATIVES = frozenset(["高", "低", "快", "慢", "大于", "小于"])
# 比去年的5亿多运3000万: the comparison was opened before the figure in between.
_COMPARED = compiled(r"(?:(?<![占对可同环])比(?![重例值率])|较)[^，]*[多少高低快慢]")


def _amount_change(window: Window) -> Answer | None:
    """An increment: a direction word right before an amount. 新增 alone may also be a flow."""
    if (more := _MORE.match(window.left)) is not None:
        return Answer(Role.DIFFERENCE, "", "difference", -1 if more["less"] else 1, direction=more["way"])
    found = _difference(window)
    if found is None or found.role is not Role.DIFFERENCE or found.direction in _OF_RATES:
        return None
    plain = found.direction in _COMPARATIVES or found.direction.startswith(("多", "少"))
    if plain and found.base.kind is Against.DEFAULT and not _COMPARED.search(window.lead):
        return None
    if found.base.kind is Against.DEFAULT and _REDUCED.search(window.lead):
        return None
    return None if _is_flow(found) or _is_of_things(window, found) else found


def _is_of_things(window: Window, found: Answer) -> bool:
    """上涨3826只，下跌1462只: a price falls, a number of shares does not; it is those that fell."""
    unit = window.slot.unit
    return unit is not None and unit.dimension is Dimension.COUNT and found.direction in ("上涨", "下跌")


def _apart(window: Window) -> Answer | None:
    """By how much one is older than another, or more than what the clause tells first."""
    found = gap(window.left, window.lead, window.slot.unit)
    if found is None:
        return None
    against = Base(Against.PEER, peer=Name(indicator=found.peer)) if found.peer else DEFAULT
    return Answer(Role.DIFFERENCE, "", "gap" if found.peer else "difference", found.sign, against)


# 平均每户压降285千瓦: what each gave, not by how much the mean moved.
_REDUCED = compiled(
    "(?:平均每|[户人亩]均|[每一][户人家亩头株棵位名])[\u4e00-\u9fff]{0,2}(?:压降|压减|削减|减免|减负|降低|节约|减少|增收|增产)$"
    "|(?:合计|总计|共计?|累计)(?:可|能|为?[村农社户][民员户]?)?(?:增收|节[支约省])$"
    "|(?:带动|帮助|助力|促进|助农|联农|帮)(?![^，]*(?:同比|比|较))[^，集]{0,6}增收$"  # 带动农户增收540万元
)


def _is_flow(found: Answer) -> bool:
    """余额412亿元，前三季度新增22亿元: what came in over a period of its own, not since a year before."""
    own = found.base.kind is Against.DEFAULT and mark.PERIOD in found.np
    return own and found.direction.startswith(("新增", "净增", "新投放"))


def _multiple(window: Window) -> Answer | None:
    if found := changed(window.left):
        growth = _growth(window)
        if growth is not None and found.group("direction") not in ("高于", "低于"):
            return growth
    if found := patterns().multiple.search(window.left):
        peer = found.group("peer")
        against = compared(peer, window.periods)
        return Answer(Role.MULTIPLE, found.group("np"), "multiple", base=against)
    return None


def _of_then(window: Window) -> Answer | None:
    found = of_then(window.left, window.periods)
    return Answer(Role.MULTIPLE, found[0], "multiple-of-then", base=found[1]) if found else None


def _doubling(window: Window) -> Answer | None:
    if found := patterns().doubling.search(window.left):
        against, np = base(found.group("np"), window.periods)
        return Answer(Role.MULTIPLE, np, "doubling", base=against)
    return None


def _ratio(window: Window) -> Answer | None:
    return Answer(Role.RATIO, window.left, "ratio")


_Question = Callable[[Window], Answer | None]
_SHARED = (_completed, _share, _contribution)
_QUESTIONS: dict[str, tuple[_Question, ...]] = {
    mark.PERCENT: (_progress, _of_then, *_SHARED, _noun_change, _growth, _growth_behind),
    mark.PERCENT_RANGE: (_progress, *_SHARED, _noun_change, _growth),
    mark.POINTS: (_contribution, _difference),
    mark.LEVEL: (_apart, _amount_change),
    mark.RANGE: (_apart, _amount_change),
    mark.MULTIPLE: (_multiple,),
    mark.DOUBLING: (_doubling,),
    mark.RATIO: (_ratio,),
}
