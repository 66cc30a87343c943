"""What the opening words of a paragraph or a sentence go on from.

A section of a list article tells its number in the heading and goes on from it without naming it again;
a sentence that goes through quarters or months is a look aside, after which the longer time holds again.
"""

from __future__ import annotations

from factcheck.claims.context import Context
from factcheck.claims.mentions import Mention, Role
from factcheck.claims.skeleton import PERIOD, Paragraph, Sentence
from factcheck.patterns import compiled

_GOES_ON = compiled(
    rf"[\s*]*(?:这个数字|这一数字|这一数据|该数字)?[，,]?(?:[较比](?!赛|例|重|如|方|武|划)|同比|环比|相比|与{PERIOD}|{PERIOD}(?:的?同期)?(?:这个数字|这一数字|这一数据)?"
    r"(?:还|只|仅|则|才)?(?:是|为)|(?:一|1)年前(?:还|只|仅|则|才)?(?:是|为))"
)
_FEW = 6  # figures of a heading, at most
_BY_TIME = compiled(
    "(?:其中[，,]?)?(?:分|按|逐|从各?|从分)个?(?:季度?|月度?|月份|时段|阶段|半年|年度?)(?:来|情况|统计)?(?:看|说|讲)?[，,：:]"
)


def goes_on(context: Context, paragraph: Paragraph, number: int) -> Mention | None:
    """美妆卖出23亿元 / 去年同期是18.4亿元，增长25%: the one level of the heading above paragraph `number`."""
    if not context.headed or not _GOES_ON.match(paragraph.text):
        return None
    said = [m for m in context.mentions[-_FEW:] if m.where[0] == number - 1 and m.role is Role.LEVEL]
    return said[0] if len(said) == 1 and not said[0].aside else None


def by_time(paragraph: Paragraph, sentence: Sentence) -> bool:
    """分季度看，一季度52亿元…: whether a sentence goes through parts of the time told before."""
    return _BY_TIME.match(paragraph.text, sentence.start) is not None
