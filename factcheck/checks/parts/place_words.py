"""Words that tell a place: 居首, 亚军, 第三名, 垫底."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.checks.parts.around import paragraph
from factcheck.model import Span
from factcheck.patterns import compiled

_SHUT = r"(?=[，,。；;、：:（()）]|$|\n|的|[是为达有仅只也以]|\d|[\u4e00-\u9fff]{1,6}出现)"
_WINNING = "(?:拿[到下了]|收获了?|赢得|斩获|收下)"
# The first and the second character of every place: to look for these first is many times faster.
_BEGUN = compiled(
    "[最排列居占首榜领头夺冠魁摘获得桂问折率第亚次其紧尾季探再随之接往垫殿末一二三金银铜拿收赢斩]"
    r"(?=[多高大长快重远热炎少低短慢小轻近凉冷寒受在最前首位跑筹冠军魁一把得了金银铜牌奖鼎桂先次席眼之其随跟追花后着下底末名等到获一二三四五六七八九十\d])"
)
_PLACE = compiled(
    rf"(?:(?P<most>最(?:[多高大长快重远热]|炎热)(?!只?[可能投选限]|不超){_SHUT}|(?:排|列|居)在?最前)|(?P<least>最(?:[少低短慢小轻近凉冷]|凉[快爽]|寒冷){_SHUT})"
    rf"|(?P<first>最受[\u4e00-\u9fff]{{2,3}}(?=的)|[居占]首|首位|榜首|头一?把交椅|领跑|头筹|夺冠|冠军|夺魁|[夺摘]得?金牌?(?=[，,。；;]|$|\n)|{_WINNING}金牌(?=[，,。；;]|$|\n)|获得?金牌|金牌得主|魁首|桂冠|问鼎|折桂|率先[撞冲到]|第一个?[撞冲到])"
    r"|(?P<second>亚军|次席|居次|榜眼|次之|其次|[紧尾][随跟追](?:其后|而至)?)|(?P<third>季军|探花|再次之?(?=[，为是有达]|$|\n)|再其次)"
    r"|(?P<then>(?:其后|随后|之后|接着|往后|往下|接下来)(?:就是|依次|是|有|为)+)"
    r"|(?P<last>垫底|殿后|末[位席]|居末|(?:排|列|居)[在名]?最后)"
    r"|(?P<prize>[一二三]等奖|[金银铜]奖)"
    rf"|(?P<silver>(?:[获得夺摘]得?了?|{_WINNING})银牌?(?=[，,。；;]|$|\n)|银牌(?:得主|成绩))|(?P<bronze>(?:[获得夺摘]得?了?|{_WINNING})铜牌?(?=[，,。；;]|$|\n)|铜牌(?:得主|成绩))"
    r"|第(?P<nth>[一二三四五六七八九十]|\d{1,2})(?:[名位](?!次)|(?=[，,。；;、：:（()）\s是为的以达]|$|\n)))"
)
_TWO = 2
_MARK = compiled(r"[ \t]*(?:[-*·•●◆▪○]|[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,2})[）).、．])[ \t]*[^\s\d]")


def placed(text: str) -> Iterator[Span]:
    """The lines in which two places at least are told, and the lists that tell one in each line."""
    line, told = Span(0, 0), 0
    listed: list[Span] = []
    for found in places_in(text, 0, len(text)):
        if found.start() >= line.end:
            line, told = paragraph(text, found.start()), 0
            if not _goes_on(text, listed, line):
                yield from _whole(listed)
                listed = []
            listed.append(line)
        told += 1
        if told == _TWO:
            yield line
    yield from _whole(listed)


def _goes_on(text: str, listed: list[Span], line: Span) -> bool:
    """Whether two lines are items of one list: 1. 甲校412人，居首位。 2. 乙校356人，列第二。"""
    if not listed or _MARK.match(text, line.start, line.end) is None:
        return False
    last = listed[-1]
    return not text[last.end : line.start].strip() and _MARK.match(text, last.start, last.end) is not None


def _whole(listed: list[Span]) -> Iterator[Span]:
    if len(listed) >= _TWO:
        yield Span(listed[0].start, listed[-1].end)


def places_in(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The places that a stretch tells, each by the group its words are in."""
    while (begun := _BEGUN.search(text, start, end)) is not None:
        found = _PLACE.match(text, begun.start(), end)
        start = begun.end() if found is None else found.end()
        if found is not None:
            yield found
