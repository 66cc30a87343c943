"""Claims that say they are the highest, the lowest or the first of their kind: 创历史新高, 首次突破.

The words are tied to the figure they speak of: 新高 to the one before it, 首次突破 to the one after. What
they claim becomes a licence of the claim (`新高`, `同期新高`, `2022年以来新高`) and a span among its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.model import Claim, Figure, Span
from factcheck.patterns import compiled
from factcheck.periods.numerals import number

_AFTER = compiled(
    r"创下?(?:了)?(?P<mode>[^，。；]{0,16}?)(?P<sort>新高|新低|纪录|记录)"
    r"|(?P<mode2>(?:历史|(?:有[\u4e00-\u9fff]{0,4}(?:记录|统计|观测)|[建开][国市县区埠港行航站馆园业通院校厂]|通车|运营|设站|建成)以来)(?:的)?(?:同期)?(?:单日|单月|单季)?的?)"
    r"(?P<sort2>最高(?:水平|值|纪录)?|最低(?:水平|值|纪录)?|最多|最大)"
    r"|(?:刷新|打破)(?:了)?(?P<mode4>[^，。；]{0,12}?)(?P<sort4>纪录|记录)"
    r"|为?(?P<mode3>(?:近[一两二三四五六七八九十\d]+年|\d{4}年)(?:以)?来(?:同期)?(?:的)?)(?P<sort3>新高|新低|最高|最低|最大|最小|最多|最少)"
)
_FIRST = compiled(r"(?:首次|首度|第一次)(?:突破|超过|超|跨越|跨过|迈上|跃上|达到|站上)|首破|首超")
_SINCE = compiled(r"(\d{4})年|近([一两二三四五六七八九十\d]+)年")
_REACH = 24
_WITHIN = compiled(
    "今年|年内|入[春夏秋冬汛]|今[春夏秋冬]|本[轮月周季届年]|当年|近期|阶段|赛季|个人|季内|同日"
    "|假期|五一|国庆|春节|端午|中秋|节日|周末|双休"
)  # a record of less than all that went before


def with_records(claims: Sequence[Claim], text: str, figures: Sequence[Figure]) -> Iterator[Claim]:
    """`claims` of one article with this text and these figures, those that claim a record marked as such."""
    starts = sorted({claim.span.start for claim in claims})
    for claim in claims:
        found = _record(claim, text, starts)
        if found is None:
            yield claim
        else:
            licence, span = found
            reached = _reached(claim, figures, text) if licence == "首次" else ()
            marks = (*claim.words, ("record", span), *reached)
            yield replace(claim, licences=claim.licences | {licence}, words=marks)


def _reached(claim: Claim, figures: Sequence[Figure], text: str) -> Sequence[tuple[str, Span]]:
    """The number that passed the threshold, told after it: 首次突破千万人次，达1012万人次."""
    stop = _stop(text, claim.span.end)
    units = (one for one in figures if claim.span.end <= one.span.start < stop and one.unit is not None)
    same = [one for one in units if claim.unit is not None and one.unit and one.unit.base == claim.unit.base]
    return (("reached", same[0].span),) if same else ()


def _record(claim: Claim, text: str, starts: Sequence[int]) -> tuple[str, Span] | None:
    end = claim.span.end
    following = [start for start in starts if start >= end]
    stop = min([end + _REACH, *following, _stop(text, end)])
    if (found := _AFTER.search(text, end, stop)) and not _WITHIN.search(found.group()):
        return _sorted(found), Span(found.start(), found.end())
    before = text[max(claim.span.start - 10, 0) : claim.span.start]
    if (found := _FIRST.search(before)) and found.end() == len(before):
        start = claim.span.start - len(before) + found.start()
        return "首次", Span(start, claim.span.end)
    return None


def _stop(text: str, start: int) -> int:
    found = re.compile(r"[。；！？\n]").search(text, start)
    return found.start() if found else len(text)


def _sorted(found: re.Match[str]) -> str:
    """`新高` or `新低`, with 同期 and the year it reaches back to, as a licence."""
    mode = found["mode"] or found["mode2"] or found["mode3"] or found["mode4"] or ""
    sort = found["sort"] or found["sort2"] or found["sort3"] or found["sort4"]
    low = "最低" in mode or "低" in sort or "小" in sort or "少" in sort
    since = _SINCE.search(mode)
    reach = f"{since[1]}年以来" if since and since[1] else f"近{_years(since[2])}年" if since else ""
    return f"{reach}{'同期' if '同期' in mode else ''}{'新低' if low else '新高'}"


def _years(words: str) -> int:
    return number(words) or 1
