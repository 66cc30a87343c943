"""How many rose and fell: 12个县中9个增长、4个下降 are too many; a table near by has its signs counted."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.around import sentence
from factcheck.checks.parts.standings import Column, Standing, cell_claims, tabled, told_near
from factcheck.checks.parts.within import saying
from factcheck.model import Claim, Dimension, Figure, Measure, Reading, Span
from factcheck.patterns import compiled
from factcheck.records import dataclass

_FAR, _NEAR = 500, 20
_FELL = "负增长|下[降跌滑]|减[收产少]|回落|收跌|飘绿|走低|降低"
_THEN = "[上去前]年(?:同期|同月|同季)?|上[月季周]|同期|前一[月天周年]"
_WAY = compiled(
    rf"(?P<noun>[\u4e00-\u9fff]{{0,10}}?)(?:同比|环比|均|实现|出现|保持|呈|基本|大体|[比较与和同跟](?:{_THEN}))*(?:"
    r"(?P<up>正?增长(?![点极率引])|[上飘]涨|上升|收涨|增[收产]|增加(?=[，。；、])|提升|飘红|收红|走高|扭亏)"
    rf"|(?P<down>{_FELL})|(?P<flat>持平|平盘|收平|不变|相当|差不多))"
)
_FALLS = compiled(_FELL)
_TOLD = compiled("增长|上涨|上升|收涨|飘红|增收|增产|走高|增加|提升")
_SPELLS = frozenset({"个月", "天", "周", "个星期", "个季度"})  # 12个月里7个月增长
_WHOLE = compiled(
    r"[\u4e00-\u9fff]{0,8}?(?:中|里|内|当中|之中|，|：|,|:)?[\u4e00-\u9fff]{0,4}?(?:，|,)?(?:有|共)?$"
)
_JOINED = compiled(r"[^。；;\d]{0,16}$")
_OTHERS = compiled("其[余他它]|等|未|缺|不[明详]|左右|以上")
_PARTLY = compiled("其中|至少|先后|曾|连续|预计|只要|如果|重复|转|由")


@dataclass(frozen=True, slots=True)
class _Said:
    """How many rose, fell and stayed, and of how many that is said; `open` when others may be left out."""

    up: Figure | None
    down: Figure | None
    flat: Figure | None
    whole: Figure | None
    open: bool = False

    @property
    def parts(self) -> Sequence[Figure]:
        """Those that are told, in reading order."""
        told = [one for one in (self.up, self.down, self.flat) if one is not None]
        return sorted(told, key=lambda one: one.span.start)

    @property
    def total(self) -> int:
        """How many they are together."""
        return sum(int(one.value or 0) for one in self.parts)


def check(subject: Reading, reading: Reading) -> Iterator[Judgement]:
    """Judge each sentence on its own, then those near a table with changes by the signs in it."""
    text = reading.article.text
    if _TOLD.search(text) is None:
        return
    told = saying(reading, _FALLS)
    known = {inside.start: said for inside, figures in told if (said := _said(text, figures))}
    judged = {at: _added(said) for at, said in known.items()}
    tabled = _tabled(reading, known)
    for at, judgement in judged.items():
        if judgement is not None and (at not in tabled or not judgement.holds):
            yield judgement
        elif at in tabled:
            yield tabled[at]


def _said(text: str, figures: Sequence[Figure]) -> _Said | None:
    """What a sentence says of how many rose and fell; nothing when it says one of them twice."""
    found: dict[str, Figure] = {}
    nouns: set[str] = set()
    for figure in figures:
        way = _WAY.match(text, figure.span.end) if _counts(figure) else None
        if way is None:
            continue
        name = way.lastgroup or ""
        if name in found or (found and not _close(text, found, figure)):
            return None
        found[name] = figure
        nouns |= {way.group("noun")} - {""}
    if not {"up", "down"} <= found.keys() or not _of_one(nouns):
        return None
    first = min(found.values(), key=lambda one: one.span.start)
    if len({one.unit.name for one in found.values() if one.unit is not None}) != 1:
        return None
    whole = _whole(text, figures, first)
    like = [one for one in figures if one.unit == first.unit]
    last = max(one.span.end for one in found.values())
    others = len(like) > len(found) + 1 or _OTHERS.search(text, last, sentence(text, last).end) is not None
    return _Said(found["up"], found["down"], found.get("flat"), whole, others)


def _of_one(nouns: Collection[str]) -> bool:
    """Whether no two names of what rose or fell differ: 9个乡镇收入增长，7个乡镇下降."""
    longest = max(nouns, key=len, default="")
    return all(longest.startswith(noun) for noun in nouns)


def _counts(figure: Figure) -> bool:
    unit = figure.unit
    counted = unit is not None and (unit.dimension is Dimension.COUNT or unit.name in _SPELLS)
    plain = counted and not figure.hedge
    return plain and figure.value is not None and figure.value == int(figure.value)


def _close(text: str, found: Mapping[str, Figure], figure: Figure) -> bool:
    last = max(one.span.end for one in found.values())
    between = text[last : figure.span.start]
    return _JOINED.fullmatch(between) is not None and _PARTLY.search(between) is None


def _whole(text: str, figures: Sequence[Figure], first: Figure) -> Figure | None:
    """The count right before the first, of the same things."""
    ahead = [one for one in figures if one.span.end <= first.span.start]
    if not ahead or not _counts(ahead[-1]) or ahead[-1].unit != first.unit:
        return None
    between = text[ahead[-1].span.end : first.span.start]
    fits = len(between) <= _NEAR and _WHOLE.fullmatch(between) and not _PARTLY.search(between)
    return ahead[-1] if fits and (ahead[-1].value or 0) > (first.value or 0) else None


def _added(said: _Said) -> Judgement | None:
    """The parts against the whole; fewer may leave out those that stayed as they were, or others."""
    if said.whole is None:
        return None
    spots = Spot("told", said.parts[-1].span), *(Spot("part", one.span) for one in said.parts[:-1])
    spots = *spots, Spot("whole", said.whole.span)
    shown = " + ".join(one.text for one in said.parts)
    if said.total == said.whole.value:
        return held(*spots, equation=f"{shown} = {said.whole.text}")
    fewer = said.total < (said.whole.value or 0)
    if fewer and (said.flat is None or said.open):
        return None
    way = "少于" if fewer else "多于"
    return conflict(*spots, equation=f"{shown} ≠ {said.whole.text}", why=f"{shown}，{way}{said.whole.text}")


def _tabled(reading: Reading, known: Mapping[int, _Said]) -> Mapping[int, Judgement]:
    """The sentences near a table that speak of all its rows, against the signs of its changes."""
    if not reading.article.tables or not known:
        return {}
    claims, found = cell_claims(reading), dict[int, Judgement]()
    for standing in tabled(reading):
        signs = [counted for column in standing.columns if (counted := _signs(column, claims)) is not None]
        for inside in told_near(reading, standing, _FAR) if signs else ():
            said = known.get(inside.start)
            if said is not None and _of_all(said, standing):
                judged = _by_signs(said, signs, standing)
                found.update({inside.start: judged} if judged is not None else {})
    return found


def _of_all(said: _Said, standing: Standing) -> bool:
    rows = len(standing.names)
    return said.total == rows if said.whole is None else said.whole.value == rows


def _signs(column: Column, claims: Mapping[Span, Claim]) -> tuple[int, int] | None:
    """How many of a column of changes are above nothing, and below."""
    told = [claims.get(figure.span) for figure in column.values.values()]
    bounds = [one.interval for one in told if one is not None and _changes(one)]
    kept = [one for one in bounds if one is not None and one.middle is not None]
    if len(kept) != len(column.values):
        return None
    up, down = (sum(1 for one in kept if (one.middle or 0) * sign > 0) for sign in (1, -1))
    return up, down


def _changes(claim: Claim) -> bool:
    return claim.quantity.measure in (Measure.GROWTH, Measure.DIFFERENCE)


def _by_signs(said: _Said, signs: Sequence[tuple[int, int]], standing: Standing) -> Judgement | None:
    assert said.up is not None and said.down is not None
    spots = [Spot("told", one.span) for one in (said.up, said.down)]
    rows = [Spot("row", one.span) for one in standing.columns[-1].values.values()]
    mine = int(said.up.value or 0), int(said.down.value or 0)
    shown = f"{said.up.text}、{said.down.text}"
    if mine in signs:
        return held(*spots, *rows[:1], equation=f"{shown} = {mine[0]}升{mine[1]}降")
    if len(signs) != 1:
        return None
    up, down = signs[0]
    if up == mine[0]:
        spots.reverse()
    return conflict(*spots, *rows, equation=f"{shown} ≠ {up}升{down}降", why=f"表中{up}个升、{down}个降")
