"""Lists counted in the clause behind theirs: 甲村、乙村和丙村上了榜，三个村各得奖; 甲、乙、丙上台，这三位…"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.claims.enumeration_counts import Count, Counts
from factcheck.claims.enumeration_rows import Row, joints
from factcheck.model import Article, Enumeration, Span
from factcheck.patterns import compiled

_POINTING = compiled("[这该]|上述|以上|他们|她们|它们")
_OPEN = compiled("等(?![级待候于价额])|之类|诸如|例如|比如|包括|其中|还有|此外|另|以及")
_NOT_ALL = compiled("各|共|其[中余]|另|又|还|前|后|另外")
_MORE = compiled("[^。！？\n]*?[，；](?:包括|加上|连同|算上|还有|另外?|其余)")
_STARTS, _FEWEST, _MOST = "，。；！？\n：", 3, 12
_PLAIN = compiled("[\u4e00-\u9fffA-Za-z·“”《》]{2,14}")


def counted_after(
    article: Article, here: Sequence[Row], known: Counts, tied: set[int]
) -> Iterator[Enumeration]:
    """The rows of a block that open their clause and that the number at the start of the next one counts."""
    text = article.text
    for row in here:
        if row.right >= len(text) or text[row.right] not in "，。" or known.any_in(row.left, row.right):
            continue
        behind = known.within(Span(row.right, min(row.right + 6, len(text))))
        if not behind or behind[0].start in tied or not _FEWEST <= behind[0].value <= _MOST:
            continue
        names = _names(text, row)
        if len(names) >= _FEWEST and _is_of(text, row, names, behind[0]):
            yield _told(article, row, names, behind[0])


def _names(text: str, row: Row) -> list[Span]:
    """The items of a row, the last of them parted by 和; none when words stand before or among them."""
    *first, last = row.items
    opens = row.left < 0 or text[row.left] in _STARTS
    parted = joints(text, last)
    plain = all(_PLAIN.fullmatch(text, one.start, one.end) for one in first)
    if not opens or not plain or len(parted) > 1 or any(joints(text, one) for one in first):
        return []
    if _OPEN.search(text, row.items[0].start, row.right) is not None:
        return []
    if not parted:
        return [*first, last]
    return [*first, Span(last.start, parted[0].start), Span(parted[0].end, last.end)]


def _is_of(text: str, row: Row, names: Sequence[Span], count: Count) -> bool:
    """Whether a number behind a list counts it: it points to it, or all the names end with what it counts."""
    lead = text[row.right + 1 : count.start]
    if count.bare or _NOT_ALL.search(lead) or _MORE.match(text, count.end):
        return False
    if _POINTING.fullmatch(lead):
        return True
    kinds = (count.unit, text[count.end : count.end + 1])  # 三省, 三个村
    return not lead and text[row.right] == "，" and any(_are_all(text, names, kind) for kind in kinds)


def _are_all(text: str, names: Sequence[Span], kind: str) -> bool:
    """Whether all names end with the word for what they are; words may follow the last one."""
    ends = all(one.of(text).endswith(kind) for one in names[:-1])
    return bool(kind) and ends and kind in names[-1].of(text)[1:]


def _told(article: Article, row: Row, names: Sequence[Span], count: Count) -> Enumeration:
    return Enumeration(
        count.figure,
        article.text[count.end : count.end + 2],
        tuple(names),
        article,
        style="pause",
        made_by="after",
        loose=abs(len(names) - count.value) > 1,
    )
