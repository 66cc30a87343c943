"""Lists that a sentence says are sorted, with values: 由高到低为甲86吨、乙72吨; 前三名是甲和乙，分别为…."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from factcheck.checks.parts.amounts import Amount
from factcheck.checks.parts.standings import number
from factcheck.model import Span
from factcheck.patterns import compiled
from factcheck.records import dataclass

_FILL = r"[^，,。；;：:\d]{0,16}?"
_IS = "(?:依次|分别|顺次|[是为有：:])"
# How all of these begin.
_BEGUN = "(?=[由从按降升前最分依排名])"
_SAID = compiled(
    rf"{_BEGUN}(?:(?:[由从按](?:高[到至往]低|大[到至]小|多[到至]少|长[到至]短|强[到至]弱|重[到至]轻|远[到至]近)|降序)(?P<down>)"
    rf"|(?:[由从按](?:低[到至往]高|小[到至]大|少[到至]多|短[到至]长|轻[到至]重|近[到至]远|快[到至]慢)|升序)(?P<up>)"
    rf"|(?<!倒数)前(?P<count>[两二三四五六七八九十]|\d{{1,2}})(?:[位名强大甲]|(?=的|{_IS})){_FILL}{_IS}"
    rf"|前(?P<closed>[两二三四五六七八九十]|\d{{1,2}})(?:[位名强大甲]|(?=[，,]))[^，,。；;：:、\d]{{0,10}}(?=[，,])"
    rf"|最(?:(?P<way>[多高大长快重远少低小短])|[受热畅][\u4e00-\u9fff]{{0,4}}?)的?前?(?P<most>[两二三四五六七八九十]|\d{{1,2}})[个家位名条座款种类省市县区所项门][^，,。；;：:\d]{{0,12}}{_IS}"
    rf"|(?:分别|依次)[为是](?=[^，,。；;：:]{{4,60}}[，,](?:包揽|囊括|分[获列夺居]|[分位]别?列)"
    rf"[^，,。；;]{{0,6}}(?:冠|前三|一二三|第一))(?P<behind>)"
    rf"|(?:排名|排行|排序|名次){_FILL}(?:依次|[为：:])(?P<ranked>))"
)
_ITEM = compiled(
    r"[）)]?(?:[、，,；;]|以?及|[和与])[^，,。；;：:]{0,16}?(?:[（(]|[，,])?[^，,。；;：:、]{0,6}"
)
_FIRST = compiled(r"[^，,。；;]{0,24}?(?:[，,][^，,。；;：:、]{0,6})?")
_SHARED = compiled(
    r"(?P<names>[^。；;\d]{2,60}?)[，,（(](?P<noun>[^，,。；;：:、\d]{0,12}?)"
    r"(?:分别|依次)(?:[新完实][增成现]|收获|贡献|[为是达有约到得获]){0,2}"
)
_OTHER = ("率", "速", "幅", "比", "均")
_NEXT = compiled(r"[、，,]|以?及|[和与]")
_IDLE = compiled(
    "金额|数额|均|都|其|各自|各|数量|数值|数据|数|全年|上半年|当[年月日天]|去年|今年|的|总量|规模"
)
_OTHERWISE = compiled("行政区划|笔画|拼音|音序|先后|时间[先顺]|按时间|年份|编号|序号|出场|地理")
_LEAD, _MOST = 120, 60
_DOWN, _UP = "多高大长快重远", "少低小短"


@dataclass(frozen=True, slots=True, eq=False)
class Run:
    """Values in the order of a list, which way they run (`None` when unsaid), and the words that say so."""

    held: tuple[Amount, ...]
    down: bool | None
    said: Span
    words: str


def sorted_in(text: str, inside: Span) -> bool:
    """Whether the sentence `inside` says of a list that it is sorted."""
    return _SAID.search(text, inside.start, inside.end) is not None


def runs(text: str, inside: Span, found: Sequence[Amount]) -> Iterator[Run]:
    """The sorted lists of the sentence `inside`, whose amounts are `found`."""
    if len(found) < 2:
        return
    for said in _SAID.finditer(text, inside.start, inside.end):
        lead = text[max(inside.start, said.start() - _LEAD) : said.end()]
        if _OTHERWISE.search(lead):
            continue
        later = found[bisect_left(found, said.end(), key=_start) :][:_MOST]
        held = _listed(text, said, later) or _shared(text, said, lead, later)
        if len(held) > 1 and _count(said) in (0, len(held)):
            yield Run(tuple(held), _way(said), Span(*said.span()), lead)
            return


def _start(one: Amount) -> int:
    return one.span.start


def _listed(text: str, said: re.Match[str], found: Sequence[Amount]) -> list[Amount]:
    """甲86吨、乙72吨、丙60吨, from behind the words that announce it."""
    if said.lastgroup == "closed":
        return []
    run: list[Amount] = []
    for one in found:
        fits = _ITEM if run else _FIRST
        edge = run[-1].span.end if run else said.end()
        if (run and one.unit != run[0].unit) or not fits.fullmatch(text, edge, one.span.start):
            break
        if not run and re.search("分别", text[edge : one.span.start][3:]):
            break
        run.append(one)
    return run


def _shared(text: str, said: re.Match[str], lead: str, found: Sequence[Amount]) -> list[Amount]:
    """甲、乙、丙，产值分别为86、72和60亿元: names first, then as many values, of what is ranked."""
    run: list[Amount] = []
    for one in found:
        if not run:
            named = _SHARED.fullmatch(text, said.end(), one.span.start) or (
                said.lastgroup == "closed" and _SHARED.fullmatch("甲乙" + text[said.end() : one.span.start])
            )
            if not named or not _ranked(_IDLE.sub("", named.group("noun")), said, lead):
                return []
        elif one.unit != run[0].unit or not _NEXT.fullmatch(text, run[-1].span.end, one.span.start):
            break
        run.append(one)
    return run


def _ranked(noun: str, said: re.Match[str], lead: str) -> bool:
    """Whether the values are of what the list is sorted by."""
    return not noun or noun in lead or ("大" in said.group() and not noun.endswith(_OTHER))


def _count(said: re.Match[str]) -> int:
    told = said.group("count") or said.group("closed") or said.group("most")
    return number(told) if told else 0


def _way(said: re.Match[str]) -> bool | None:
    if said.group("down") is not None:
        return True
    if said.group("up") is not None:
        return False
    way = said.group("way")
    return None if way is None else way in _DOWN
