"""How well one piece of a column goes on where another breaks off."""

from __future__ import annotations

from factcheck.articles.kinds import dateline, numbered
from factcheck.articles.strips import Strip
from factcheck.model import BlockKind
from factcheck.patterns import compiled
from factcheck.records import dataclass
from factcheck.text.words import cutter

_CANNOT_BEGIN = compiled(r"[，。；：、！？）”’》％%,;:!?)\]·]|\.\d")
_PAUSE = compiled(r"[，、；：“（《]\Z")
_DIGIT = compiled(r"\d\Z")
_POINT = compiled(r"\d\.\Z")
_GOES_ON_NUMBER = compiled(
    r"[\d.%％‰℃]|[个万亿千百十名家件元年月日号吨人次座只台套所亩米公里平方立斤度倍岁位条项株粒棵扇口间张份户处部辆艘架层级届轮场"
    r"周天小时分秒多余至到—\-]"
)
_WANTS_NUMBER = compiled(r"[为达到约超近过了有约至比是于第共降升增减]\Z")
_SPEAKS = compiled(r"[^，。]{4,30}(?:说|介绍|表示|提醒|告诉记者|透露|坦言|认为|强调|指出)[，：]")
_BEGINS = compiled(
    r"如今|目前|此外|同时|下半年|上半年|今年|去年|年内|据|记者|位于|截至|近年来|近日|日前|接下来|下一步|本次"
)
_GOES_ON = compiled(r"[的了着等们而则也就都还和与及以并个]|其中")
_HAN_END = compiled(r"[\u4e00-\u9fff]{1,4}\Z")
_HAN_START = compiled(r"[\u4e00-\u9fff]{1,4}")

_LOOKS_NEW = 0.8
_SAME_PARAGRAPH = 0.5

BROKEN = 3.0
"""What it costs that a sentence is left without its end, or begins in the middle."""


@dataclass(frozen=True, slots=True)
class Head:
    """What may go on after another piece: its words, whether it begins a paragraph, and looks like one."""

    words: str
    starts: bool | None
    beginning: float


def head_of(strip: Strip) -> Head:
    """A strip as what may go on after others."""
    return Head(strip.words, begins(strip), _beginning(strip.words))


def joint(tail: Strip, head: Head) -> float:
    """How well `head` goes on after `tail`: positive when it does, negative when it should not."""
    if not tail.open:
        if head.starts is False:
            return _SAME_PARAGRAPH if tail.brim else -BROKEN
        return head.beginning
    if head.starts:
        return -BROKEN
    return 1.0 + (0.5 if head.starts is False else -head.beginning) + _fit(tail.words, head.words)


def _beginning(words: str) -> float:
    """How much the first words look like the beginning of a paragraph."""
    if _SPEAKS.match(words):
        return _LOOKS_NEW
    if _BEGINS.match(words):
        return _LOOKS_NEW / 2
    return -_LOOKS_NEW if _GOES_ON.match(words) else 0.0


def begins(strip: Strip) -> bool | None:
    """Whether a strip begins a paragraph; `None` when its look does not tell."""
    if strip.kind is not BlockKind.PARAGRAPH or dateline(strip.words) or numbered(strip.words):
        return True
    if _CANNOT_BEGIN.match(strip.words):
        return False
    return strip.fresh


def _fit(tail: str, head: str) -> float:
    """Evidence in the characters on both sides of the break."""
    score = 0.0
    if _CANNOT_BEGIN.match(head):
        score += -BROKEN if _PAUSE.search(tail, len(tail) - 1) else 0.5
    if _POINT.search(tail, max(0, len(tail) - 2)):
        score += 2.0 if head[0].isdecimal() else -BROKEN
    elif _DIGIT.search(tail, len(tail) - 1):
        score += 1.0 if _GOES_ON_NUMBER.match(head) else -1.5
    elif head[0] in ".%％":
        score -= BROKEN
    elif head[0].isdecimal() and _WANTS_NUMBER.search(tail, len(tail) - 1):
        score += 0.7
    return score + _word(tail, head) + _quotes(tail, head)


def _word(tail: str, head: str) -> float:
    """Whether a word stands across the break."""
    left, right = _HAN_END.search(tail, max(0, len(tail) - 4)), _HAN_START.match(head)
    if not left or not right:
        return 0.0
    end = 0
    for word, _ in cutter().cut(left.group() + right.group()):
        end += len(word)
        if end >= len(left.group()):
            return 1.3 if end > len(left.group()) else -0.4
    return 0.0


def _quotes(tail: str, head: str) -> float:
    """Quotation marks and brackets opened before the break must be closed after it, and no others."""
    score = 0.0
    for opening, closing in ("“”", "（）", "《》"):
        waiting = tail.count(opening) > tail.count(closing)
        first_open, first_close = head.find(opening), head.find(closing)
        closes = first_close >= 0 and (first_open < 0 or first_close < first_open)
        if waiting != closes:
            score -= 1.5
        elif waiting:
            score += 1.5
    return score
