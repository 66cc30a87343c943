"""Years that are over where a text names them: their report is out, their end is a balance day."""

from __future__ import annotations

import re

from factcheck.patterns import compiled

_REPORT = compiled(r"\s?年?(?:年度(?:业绩)?报告|年报|度报告|度?(?:财政)?决算)")
_ISSUED = compiled(r"(?:披露|发布|公布|发出|交出|晒出)了?《?$")
_AS_OF = compiled(r"截[至止]\s?$")
_END = compiled("[末底]|年[末底]")
_AHEAD = 4
_NEAR = 6
# Steps of a life: years that tell of a person, not of the article's day.
_BORN = compiled(r"(?:出?生于|生在|入伍于|毕业于)\s?\Z")
_LIFE = compiled(
    r"[^，。；：\n]{0,9}?(?:出生|生人|生于|参加工作|入伍|参军|入党|毕业|从教|从军|结婚|考入|退休)"
    r"|[^，。；：\n]{0,3}?(?<![招新学考师医产])生(?=[，,。；;、）)\n]|\Z)"
)
_DAY = r"(?<!\d)%s\s?月\s?[0-3]?\d\s?日(?!\s?至|\s?[-—])"
_SPRINGS, _JANUARY = compiled(_DAY % "[1-3]"), compiled(_DAY % "1")
_FIGURES = compiled(r"[^，。；：\n一二三四季上下半月]{0,8}(?:数据|报告|公报|年报|账单|账本|成绩单|情况)")
_AMOUNT = compiled(r"\d[\d.,]*\s?(?:[万亿]|[\u4e00-\u9fff])")
_SHOWN = compiled(r"(?:显示|公布|获悉|了解到|统计|消息|通报|发布|介绍)[，,：:]\s?$")
_OPEN = compiled(r"\s?年?(?:以来|起|[春夏秋冬]|第?[一二三四1-4]季|[上下]半年|\s?\d)")
# Where an article says when it speaks, in characters.
_HEAD = 250


def reported(text: str, start: int, *, whole: bool) -> bool:
    """1月15日…公布2025年运营数据, or 2025年，供水2184万立方米 where `whole` says that the year stands alone.

    Figures of a year, in an article of the spring after it.
    """
    told = _FIGURES.match(text, start) or (whole and _AMOUNT.search(text, start, start + 40))
    return bool(told) and _SPRINGS.search(text, 0, _HEAD) is not None


def announced(text: str, found: re.Match[str]) -> bool:
    """1月3日公布的数据显示，2024年该院…: what is announced of a year in January is of the year before."""
    shown = _SHOWN.search(text, max(0, found.start() - _NEAR), found.start()) is not None
    return shown and not _OPEN.match(text, found.end()) and _JANUARY.search(text, 0, _HEAD) is not None


def of_a_life(text: str, found: re.Match[str]) -> bool:
    """Whether the year is one in which somebody was born, joined up or began to work."""
    born = _BORN.search(text, max(0, found.start() - _NEAR), found.start())
    return born is not None or _LIFE.match(text, found.end()) is not None


def over(text: str, found: re.Match[str]) -> bool:
    """Whether the year at `found` is over: 披露2024年年报, 截至2024年末."""
    start, end = found.span()
    ahead = max(0, start - _AHEAD), start
    if _REPORT.match(text, start + len("2024")):
        return _ISSUED.search(text, *ahead) is not None
    return _END.match(text, end) is not None and _AS_OF.search(text, *ahead) is not None
