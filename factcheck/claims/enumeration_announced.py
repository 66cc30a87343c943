"""Lists that their number announces: 三条措施：甲、乙、丙; 四个站，分别为甲、乙; 两位专家王立、陈明."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from factcheck.claims.enumeration_counts import Count, Counts
from factcheck.claims.enumeration_items import items
from factcheck.claims.enumeration_rows import Row, joints, pieces, trimmed
from factcheck.claims.enumeration_words import enumeration_words
from factcheck.claims.lexicons import either
from factcheck.model import Article, Enumeration, Span
from factcheck.patterns import compiled
from factcheck.records import dataclass

_SENTENCE = compiled(r"[。！？!?\n]")
_SHORT = 10
_NAME = 8
REACH = 40  # between a count and its list
_SIDE_BY_SIDE = ("”“", "》《")
_GUARD = "立随当作成认因视称名行就不还但于正总以若"
_DOES = compiled(r"[\u4e00-\u9fff](?:建|做|办|立|写|拍|装|送|开|发|配|编|画|测|查)(?:了|过|好|起)[^的]*$")
_SOME = 3
_LONGER = 3  # characters of a subject and its verb before the first of several names
# A clause about the list behind it: 患者扫码即可查看细则, 活动到月底为止.
_TELLS = compiled(
    "[^，]{1,8}(?:即可|均可|就可|便可|可以|可[凭享在到通登]|将[于在从]|已[经于全]|都[能可是]|均[已为可]|不再|为止|截止)|(?:活动|优惠|有效期|期限|时间)(?:至|到|截至|持续|从|自)"
)
_ANOTHER = compiled("以及|还有|连同|外加|再加上|[和及](?!其|时|早|谐|平|解|睦|格)")
_LONG = 24
_NEXT = compiled(r"[^，,。；;：:、！？\n]*")


@dataclass(frozen=True, slots=True)
class _Link:
    """What stands between a count and its list."""

    start: int
    noun: str
    open: bool
    colon: bool
    weak: bool = False
    placed: bool = False
    touching: bool = False


# 八大类同比五升两降一平：…: they are counted by which way they went, and told by that.
_NUMERAL = "[一两二三四五六七八九十\\d]"
_TALLIED = compiled(f"[^，。；：]{{0,6}}{_NUMERAL}[升涨增][、，]?{_NUMERAL}[降跌减平]")


def announced(article: Article, count: Count, rows: Sequence[Row], counts: Counts) -> Enumeration | None:
    """The list that `count` announces in its sentence, if it does; `rows` are those around it."""
    text = article.text
    link = _link(text, count.end)
    if link is None:
        return _apposed(article, count, rows, counts)
    if _TALLIED.match(text, count.end) or counts.within(Span(count.end, link.start)):
        return None
    row = next((row for row in rows if _begins(row, link.start)), None)
    if link.colon and (parts := _semicolons(text, link.start)):
        return _semicolon_list(article, count, link, parts)
    if row is None:
        return None
    first = trimmed(text, link.start, row.items[0].end)
    stretches = (first, *row.items[1:])
    if any(counts.amount(item) for item in stretches[:-1]) and not counts.named(text, stretches):
        return None
    last = _last_joined(text, row, counts)
    found = items(text, (*stretches, *last), places=link.placed)
    more = not last and _goes_on(text, row, found.spans)
    clauses = _clauses(text, stretches) if link.colon else 0
    loose = _telling().match(text, first.start) is not None or counts.amount(stretches[-1])
    loose |= link.weak and any(span.end - span.start > _NAME for span in found.spans)
    loose |= any(side in span.of(text) for span in found.spans for side in _SIDE_BY_SIDE)
    loose |= text[count.start - 1 : count.start] == "近"  # 近5轮战绩分别为 tells of each team
    loose |= link.touching or (link.placed and abs(count.value - len(found.spans)) > 1)
    return Enumeration(
        count.figure,
        link.noun,
        _of_noun(text, count, found.spans),
        article,
        open=link.open or found.open or more,
        made_by="announced",
        loose=loose,
        fair=found.fair | ({clauses} - {0, len(found.spans)}),
    )


def _clauses(text: str, stretches: Sequence[Span]) -> int:
    """两处怪现象：电梯里贴满广告、传单、名片，楼道堆满杂物 are two as told by commas; 0 for plain names."""
    first, *others = stretches
    if first.end - first.start < max((one.end - one.start for one in others[:-1]), default=0) + _LONGER:
        return 0
    stop = _SENTENCE.search(text, first.start)
    told = pieces(text, Span(first.start, stop.start() if stop else len(text)), "，,")
    return 0 if any(_going_on().match(one.of(text)) for one in told[1:]) else len(told)


def linked(text: str, count: Count, start: int) -> bool | None:
    """Whether the words from `count` to a list at `start` leave it open; `None` when they are no link."""
    link = _link(text, count.end) if 0 < start - count.end < REACH else None
    return link.open if link is not None and link.start == start else None


def _of_noun(text: str, count: Count, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The items that are called what is counted (三村: those ending in 村), all when none is."""
    unit = count.figure.unit
    if not count.bare or unit is None:
        return spans
    return tuple(span for span in spans if span.of(text).endswith(unit.name)) or spans


def _begins(row: Row, start: int) -> bool:
    return (row.left < start and row.items[0].start <= start < row.items[0].end) or row.items[
        0
    ].start - start in (0, 1, 2)


def _link(text: str, end: int) -> _Link | None:
    found = _links().match(text, end)
    if found is None:
        return None
    word, noun = found.group("word") or "", found.group("noun")
    if found.group("copula") and len(noun) > _SHORT:
        return None
    left_open = word in enumeration_words().open_links
    colon = bool(found.group("colon") or found.group("end") or found.group("stop"))
    weak, placed = bool(found.group("copula")) and not colon, word in enumeration_words().placed
    touching = noun.endswith(enumeration_words().touching)
    return _Link(found.end(), noun, left_open, colon, weak, placed, touching)


def _semicolons(text: str, start: int) -> list[Span]:
    """The pieces between semicolons from `start` to the end of the sentence; none when only one."""
    stop = _SENTENCE.search(text, start)
    parts = pieces(text, Span(start, stop.start() if stop else len(text)), "；;")
    return parts if len(parts) > 1 else []


def _semicolon_list(article: Article, count: Count, link: _Link, parts: list[Span]) -> Enumeration:
    text = article.text
    names = [pieces(text, part, "、") for part in parts]
    pauses = sum(map(len, names))
    counted = {pauses, len(names)}
    if min(map(len, names)) > 1 and pauses <= count.value + 1:  # 上游的甲、乙；下游的丙、丁
        more = sum(len(joints(text, part)) for part in parts)
        parts = [name for each in names for name in each]
        counted |= set(range(pauses + 1, pauses + more + 1))
    commas = sum(len(pieces(text, part, "，,")) for part in parts)
    loose = len(parts) == 2 or _telling().match(text, parts[0].start) is not None or _done(link.noun)
    return Enumeration(
        count.figure,
        link.noun,
        tuple(parts),
        article,
        open=link.open or text[parts[-1].end - 1] in "等…",
        style="semicolon",
        made_by="announced",
        loose=loose,
        fair=frozenset(counted | {commas}) - {len(parts)},
    )


def _done(noun: str) -> bool:
    """Whether what is counted has something done to it: 给11位老人建了档案 tells what is in the files."""
    return _DOES.search(noun) is not None


def _goes_on(text: str, row: Row, spans: Sequence[Span]) -> bool:
    """Whether what follows the list may be more of it."""
    if row.right >= len(text) or text[row.right] not in "，,；;：:":
        return False
    following = _NEXT.match(text, row.right + 1)
    words = following.group().strip() if following else ""
    if _ANOTHER.match(words):
        return True
    if not words or _going_on().match(words) or (len(spans) >= _SOME and _TELLS.match(words)):
        return False
    if text[row.right] in "；;" or (
        following is not None and text[following.end() : following.end() + 1] == "、"
    ):
        return True
    longest = max(span.end - span.start for span in spans)
    return len(words) <= longest + 1


def _last_joined(text: str, row: Row, counts: Counts) -> tuple[Span, ...]:
    """The last item behind a comma: 甲、乙，以及总部设在丙市的丁."""
    if text[row.right : row.right + 1] not in ("，", ","):
        return ()
    joint = _ANOTHER.match(text, row.right + 1)
    following = _NEXT.match(text, joint.end()) if joint is not None else None
    if following is None or not 0 < len(following.group()) <= _LONG:
        return ()
    last = Span(*following.span())
    plain = not counts.amount(last) and not text.startswith("、", last.end)
    return (last,) if plain and "了" not in following.group() else ()


def _apposed(article: Article, count: Count, rows: Sequence[Row], counts: Counts) -> Enumeration | None:
    """Names right behind a noun for people: 两位专家王立、陈明、周海分别作了讲解."""
    text = article.text
    person = _people().match(text, count.end)
    if person is None:
        return None
    row = next((row for row in rows if row.items[0].start <= person.end() < row.items[0].end), None)
    if row is None:
        return None
    found = items(text, (trimmed(text, person.end(), row.items[0].end), *row.items[1:]))
    if any(not 2 <= span.end - span.start <= 4 or counts.amount(span) for span in found.spans):
        return None
    return Enumeration(
        count.figure,
        person.group(),
        found.spans,
        article,
        open=found.open,
        made_by="apposed",
        fair=found.fair,
    )


@cache
def _links() -> re.Pattern[str]:
    words = enumeration_words()
    strong = either(words.closed_links + words.open_links + words.placed)
    run = r"[^，,。；;：:、！？!?\n（）()《》“”—\d]"
    named = rf"{run}{{0,6}}?“{run}{{2,14}}”{run}{{0,6}}?"  # 五条“最美林荫路”：
    noun = rf"(?P<noun>(?:24小时)?{run}{{,18}}?|{named})[”」』]?(?:[（(][^（）()]{{1,12}}[）)]{run}{{0,6}}?)?"
    # 六家诊所，问题多出在消毒上，分别是
    aside = "[^，,。；;：:、！？!?\n（）()0-9一二三四五六七八九十两几各]{2,14}"
    return compiled(
        rf"[”」』]?{noun}(?:(?P<colon>：|:(?!\d)|——?)\s*|(?:[，,](?:{aside}[，,](?={either(words.closed_links)}))?(?:{either(words.told_of)})?)?(?P<word>(?<![{_GUARD}]){strong})(?P<end>：|:)?\s*"
        rf"|(?<![{_GUARD}均皆都])(?P<copula>{either(words.copulas)})(?!生|主|准|止|例|由|期|业|伍|限|宜)(?P<stop>：|:)?\s*)"
    )


@cache
def _telling() -> re.Pattern[str]:
    return compiled(either(enumeration_words().telling))


@cache
def _going_on() -> re.Pattern[str]:
    return compiled(either(enumeration_words().going_on))


@cache
def _people() -> re.Pattern[str]:
    return compiled(either(enumeration_words().people))
