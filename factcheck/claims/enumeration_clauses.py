"""Lists told in clauses of their own: 3家店里，后厨积水的是甲，证照过期的是乙; 两处险情：一处在东，一处在西.

Each clause names one, in one manner: …的是甲, 一处在…, 甲靠养鸡，乙靠种菇. What is left over (其余) or told
of the best and the worst only makes no whole list.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from factcheck.claims.enumeration_counts import Count
from factcheck.claims.enumeration_rows import pieces
from factcheck.claims.enumeration_words import enumeration_words
from factcheck.model import Article, Enumeration, Span
from factcheck.patterns import compiled
from factcheck.text.words import cutter

_STOP = compiled(r"[。！？!?\n]")
_LINK = compiled(
    r"[^，,。；;：:、！？\n\d的]{0,12}?(?:[（(][^（）()]{1,12}[）)])?"
    r"(?P<mark>[，,：:]|——?|(?:[，,]?(?:分别|依次)?[是为即]|[，,]分别)[：:]?)\s*"
)
_AHEAD = compiled("[前近每第约不超余多后头]$")
_IS = compiled(
    r"(?![^是]*(?:最|牵头|配合|负责|主管|承担|参[与加]|主持))[^是为、]{1,18}"
    r"的(?:则?是|为|有|属于)(?P<names>[^是]{2,30})"
)
_ONE = compiled(
    r"(?:另外|还有|其中|再有|另)?(?:还有|有)?一(?!个?(?:月|小时|星期|多|人次|半))"
    r"(?P<unit>[^，。；一二三四五六七八九十\d]{1,2})"
)
_SOME = compiled(r"(?:另外|还有|其中|再有|另)?(?:有)?(?:[两二三四五六七八九]|\d)")
_LEFT = compiled(r"备用|候补|附[册则录]|外加|额外|其[余他它]|余下|剩[下余]|另外|之一|等$|最[\u4e00-\u9fff]的")
_MORE = compiled("(?:还有|另有|另外|另)一?")
_PARALLEL = compiled(
    r"(?P<name>[\u4e00-\u9fffA-Za-z]{1,6}?)"
    r"(?P<verb>靠|在|上|去|来自|学|住|做|管|负责|主打|种|养|卖|讲|演|唱|走|用)[^、]{1,12}"
)
_NAMED = compiled(r"[\u4e00-\u9fff“”《》A-Za-z·]{2,8}(?:[（(][^（）()]{1,12}[）)])?")
_JOINED = compiled("、|[和与及]|以及")
_EACH = compiled("(?P<names>[^，。\\d]{4,80}?)各(?:一|1|有一|设一|建一)(?P<unit>[\u4e00-\u9fff]{1,2})")
_ALL = compiled("均|都|全部|皆|悉数|已全")
_DOES = compiled("[均都各已]")
_PLAIN = compiled("[\u4e00-\u9fff“”]{3,16}")
_BODIES = frozenset("名位家所款部座")
_LONGEST = 6
_PERSON = "人"
_LEAST, _FEW, _LONG = 2, 3, 400
_BIDDING = frozenset(
    [
        "不得",
        "不准",
        "不许",
        "不能",
        "严禁",
        "禁止",
        "杜绝",
        "坚决",
        "坚持",
        "必须",
        "务必",
        "要",
        "应当",
        "推动",
        "加强",
        "优化",
    ]
)

_Finder = Callable[[str, Sequence[Span], Count], "list[Span]"]


def told_in_clauses(article: Article, counted: Sequence[Count]) -> Iterator[Enumeration]:
    """The lists in clauses that one of `counted` announces."""
    text = article.text
    for count in counted:
        link = _LINK.match(text, count.end)
        if link is None or _apart(text, count):
            continue
        stop = _STOP.search(text, link.end(), link.end() + _LONG)
        end = stop.start() if stop else len(text)
        if end > link.end() + _LONG:
            continue
        rest = pieces(text, Span(link.end(), end), "，,；;")
        found = next((items for find in _finders(link) if (items := find(text, rest, count))), [])
        if len(found) >= _LEAST and not any(_LEFT.search(one.of(text)) for one in rest):
            yield Enumeration(
                count.figure,
                link.group().strip("，,：: "),
                tuple(found),
                article,
                style="clauses",
                made_by="clauses",
                loose=_doubtful(count.value, len(found)) and not _EACH.fullmatch(rest[0].of(text)),
            )


def _apart(text: str, count: Count) -> bool:
    """Whether it counts how often, or a part of the whole: 前3家, 近5场."""
    often = count.unit in enumeration_words().occasions and count.unit != _PERSON
    return often or _AHEAD.search(text, max(0, count.start - 1), count.start) is not None


def _finders(link: re.Match[str]) -> Sequence[_Finder]:
    """The manners in which clauses behind a link may name one each."""
    mark = link.group("mark")
    if mark[0] in "，,：:—":
        return (_defined, _one_by_one, _one_each, _begun_alike, _side_by_side, _beside)
    return (_names,)


def _doubtful(value: int, listed: int) -> bool:
    """Whether so many more or fewer are told that something else may be counted."""
    return (
        listed > value + _LEAST or listed < value - 1 or (listed < _FEW and listed != value and value > _FEW)
    )


def _run(text: str, rest: Sequence[Span], pattern: re.Pattern[str]) -> list[tuple[Span, re.Match[str]]]:
    """The first of the clauses that are made as `pattern` says."""
    run = []
    for one in rest:
        found = pattern.fullmatch(text, one.start, one.end)
        if found is None:
            break
        run.append((one, found))
    return run


def _defined(text: str, rest: Sequence[Span], count: Count) -> list[Span]:
    """后厨积水的是甲，证照过期的是乙和丙: the names."""
    run = _run(text, rest, _IS)
    if not run or any(_MORE.match(text, one.start) for one in rest):
        return []
    return [name for _, found in run for name in _row(text, Span(*found.span("names")))]


def _one_by_one(text: str, rest: Sequence[Span], count: Count) -> list[Span]:
    """一处在东堤，一处在西闸: the clauses that begin with one of what is counted."""
    found = []
    for one in rest:
        begun = _ONE.match(text, one.start, one.end)
        if begun is not None and begun.group("unit").startswith((count.unit, "个")):
            found.append(one)
        elif _SOME.match(text, one.start, one.end):
            return []
    return found


def _side_by_side(text: str, rest: Sequence[Span], count: Count) -> list[Span]:
    """甲靠养鸡，乙靠种菇，丙靠开店: all clauses to the end, with one verb."""
    if len(rest) < _FEW:
        return []
    run = _run(text, rest, _PARALLEL)
    verbs = {found.group("verb") for _, found in run}
    if len(run) == len(rest) and len(verbs) == 1 and not any(_inside_a_word(found) for _, found in run):
        return list(rest)
    near = len(rest) <= _LONGEST and abs(len(rest) - count.value) <= 1 and not count.bare
    if not near or not all(_PLAIN.fullmatch(text, one.start, one.end) for one in rest):
        return []
    lead = text[count.end : rest[0].start].rstrip()
    shared = _shared(text, rest)
    return list(rest) if any(lead.endswith(("：", ":")) or pair in lead for pair in shared) else []


def _inside_a_word(found: re.Match[str]) -> bool:
    """小学只新开1所, 撤并教学点37个: whether what looks like the verb is no word of its own."""
    at, end = 0, found.start("verb") - found.start()
    for word, _ in cutter().cut(found.group()):
        if at >= end:
            break
        at += len(word)
    return at > end


def _begun_alike(text: str, rest: Sequence[Span], count: Count) -> list[Span]:
    """不得超期收费，不得聘用在职教师，不得排名: all clauses to the end begin with the same words."""
    first = rest[0].of(text) if rest else ""
    begun = next((word for word in (first[:2], first[:1]) if word in _BIDDING), "")
    alike = bool(begun) and all(text.startswith(begun, one.start) for one in rest)
    return list(rest) if alike and abs(len(rest) - count.value) <= 1 else []


def _shared(text: str, rest: Sequence[Span]) -> list[str]:
    """The two characters that every clause has, behind its first one."""
    first, *others = (text[one.start + 1 : one.end] for one in rest)
    pairs = [first[at : at + 2] for at in range(len(first) - 1)]
    return [pair for pair in pairs if all(pair in other for other in others)]


def _row(text: str, clause: Span) -> list[Span]:
    """The names in a clause, parted by 、 and 和."""
    names, start = list[Span](), clause.start
    for joint in (*_JOINED.finditer(text, clause.start, clause.end), None):
        end = joint.start() if joint is not None else clause.end
        names.append(Span(start, end))
        start = joint.end() if joint is not None else end
    return names


def _one_each(text: str, rest: Sequence[Span], count: Count) -> list[Span]:
    """城关镇、柳河镇、石门乡各一处: as many as there are names."""
    found = _EACH.fullmatch(text, rest[0].start, rest[0].end) if rest else None
    if found is None or not count.followed or found.group("unit") not in (count.unit, "个"):
        return []
    return _row(text, Span(*found.span("names")))


def _beside(text: str, rest: Sequence[Span], count: Count) -> list[Span]:
    """4名外援，前锋甲、中场乙、后卫丙和门将丁，均已…: names right behind what is counted."""
    alone = len(rest) == 1 or (len(rest) > 1 and _ALL.match(text, rest[1].start) is not None)
    if not alone or count.unit not in _BODIES:
        return []
    names = _row(text, rest[0])
    lengths = [one.end - one.start for one in names]
    plain = all(
        _NAMED.fullmatch(text, one.start, one.end) and not _DOES.search(one.of(text)) for one in names
    )
    level = plain and max(lengths) <= min(lengths) + _FEW
    return names if level and len(names) >= _FEW and abs(len(names) - count.value) <= 1 else []


def _names(text: str, rest: Sequence[Span], count: Count) -> list[Span]:
    """分别是守门员甲，后卫乙，前锋丙: short names parted by commas to the end."""
    run = _run(text, rest, _NAMED)
    lengths = [one.end - one.start for one, _ in run]
    whole = len(run) == len(rest) and len(run) >= _FEW and max(lengths) <= min(lengths) + _FEW
    return [one for one, _ in run] if whole else []
