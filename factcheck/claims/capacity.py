"""What many rooms, cars or classes hold: 六人间420间，可住2520人; 放映厅6个，每厅128座，共有座位768个.

What is said to hold so many, by its verb or by its noun (可容纳, 学位), is a product of how many each of them
holds and how many of them there are.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from factcheck.claims import skeleton as mark
from factcheck.claims.divisors import divides
from factcheck.claims.mean_named import is_of
from factcheck.claims.mean_telling import nearly
from factcheck.claims.mentions import Mention
from factcheck.claims.terms import UNLIKE, Term
from factcheck.patterns import compiled

_ROOM = compiled("(?:间|室)(?!接|隔|内|外|里)")
_ROOMS = ("间", "套", "室")
_HEADS = ("人", "名", "位", "座", "床", "张", "个")
_HOLDS = compiled(
    "(?:可|能|满足)[^，。；]{0,6}(?:容纳|住|坐|载|送|接待|安置|收治|收住|睡|就餐|用餐)|容纳|可供"
)
_PLACES = compiled("(?:学|座|床|铺|餐|席|考)位$")
_LEAKS = compiled(
    "其中|部分|另|等|为主|主要|多为|大多|以及|还有|最|预计|目前|已|每天|每日|分[两三多\\d]|批|轮|趟|加床"
)
_NEAR = 8


def is_room(mention: Mention) -> bool:
    """Whether a number of people is what a room is named by: 四人间."""
    unit = mention.slot.unit
    return unit is not None and unit.name == "人" and _ROOM.match(mention.right) is not None


def is_capacity(mention: Mention) -> bool:
    """Whether a number is of those who find room: 可容纳2520人, 学位1720个."""
    unit = mention.slot.unit
    if unit is None or unit.name not in _HEADS or not _plain(mention):
        return False
    held = unit.name not in ("个", "张") and _HOLDS.search(mention.lead) is not None
    return held or _PLACES.search(mention.name.indicator) is not None


def capacity_terms(levels: Sequence[Mention], at: int) -> list[Term]:
    """What all hold and how many there are, of what each holds, where its sentence tells one of each."""
    here = levels[at]
    if not is_room(here) and not here.name.mean.startswith("每"):
        return []
    said = [m for m in levels[max(0, at - _NEAR) : at + _NEAR] if _beside(m, here)]
    alone = not any(is_room(m) or _holds_each(m) for m in said)
    totals = [m for m in said if m.where > here.where and is_capacity(m)]
    if not alone or len(totals) != 1 or any(_LEAKS.search(m.lead + m.right) for m in (here, *said)):
        return []
    counts = [(m, per) for m in said if m.where < totals[0].where and (per := _over(m, here)) is not None]
    sure = len(counts) == 1 and _plain(here) and nearly(here, totals[0], *counts[0])
    return [(0, totals[0], *counts[0])] if sure else []


def _beside(mention: Mention, here: Mention) -> bool:
    """A level of its sentence that is nothing told again."""
    same = mention.sentence == here.sentence and mention is not here
    return same and mention.slot.mark == mark.LEVEL and mention.made_by not in UNLIKE and not mention.aside


def _holds_each(mention: Mention) -> bool:
    """每班45人: another of which it is told how many it holds; 每栋12层 is none."""
    unit = mention.slot.unit
    return "每" in mention.left and unit is not None and unit.name in _HEADS


def _over(count: Mention, here: Mention) -> Fraction | None:
    """What makes what each holds one over `count`; `None` where that counts none of them."""
    unit = count.slot.unit
    if unit is None or "每" in count.left or not _plain(count):
        return None
    if is_room(here):
        return 1 / unit.scale if unit.name in _ROOMS else None
    return divides(count, here) or (1 / unit.scale if is_of(here, count) else None)


def _plain(mention: Mention) -> bool:
    figure = mention.slot.figure
    return figure is not None and not figure.hedge and (figure.value or 0) > 1
