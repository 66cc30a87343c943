"""Percentages of what is done and of another time: 完成总长的85%, 只有去年的三成, 不到常年同期的一半.

One of another time is a quotient of the same thing at two times, and no share of a whole. The bound of the
quotient (不到, 超过) stands before the time.
"""

from __future__ import annotations

from factcheck.claims.bases import compared
from factcheck.claims.mentions import Against, Base
from factcheck.claims.skeleton import PERIOD, Slot
from factcheck.patterns import compiled

_PART = compiled(
    "^(?P<np>[^，]*?)(?P<bound>[不未][足到及]|超过?了?)?"
    "(?:(?:大约|大致|也|仅|只|才|还|已|就)*(?:是|为|有|相当于|等于|及))?(?:约|近)?"
    f"(?P<peer>(?:{PERIOD}|[上前往常历多][一个]*[年届月季周期]|同期)(?:同期|同月|同季|平均|均值|全年|的水平)?)的(?:约|近|大约|将近)?$"
)
# 2600件中已办结2158件，完成83%.
_DONE = compiled(r"^[，,]?(?:已|共|目前|累计)*(?:完成|达成|办结|兑现)了?$")
_COMPLETED = compiled(
    r"^(?P<np>.*?)完成了?(?P<whole>[^，]{0,8}?(?:总[长量额数]|全长|全程|设计长度|总投资|总工程量|总任务量))的?约?$"
)
_TIMES = (Against.YEAR, Against.PREVIOUS, Against.PERIOD)


def of_then(left: str, periods: list[Slot]) -> tuple[str, Base] | None:
    """What the words before a percentage say is compared, and with what time; `None` for other words."""
    found = _PART.match(left) if left.endswith(("的", "的约", "的近", "的大约", "的将近")) else None
    if found is None or not (found["bound"] or found.end("np") < found.start("peer")):
        return None
    base = compared(found["peer"], periods)
    return (found["np"], base) if base.kind in _TIMES else None


def completed(left: str) -> tuple[str, str] | None:
    """What the words before a percentage say was done, and all there was to do; empty words name neither."""
    if "完成" in left and (found := _COMPLETED.search(left)):
        return found["np"], found["whole"]
    return ("", "") if _DONE.search(left) else None
