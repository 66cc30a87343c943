"""Names in brackets of their own that stand side by side without a pause mark: 《甲》《乙》《丙》."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from factcheck.claims.enumeration_announced import REACH, linked
from factcheck.claims.enumeration_counts import Count
from factcheck.model import Article, Enumeration, Span
from factcheck.patterns import compiled

_TITLE, _PHRASE = r"《[^《》\n]{1,30}》", r"“[^“”\n]{1,20}”"
_RUN = compiled("|".join(f"(?:{name}){{2,}}(?:(?:和|以及|及|与){name})?" for name in (_TITLE, _PHRASE)))
_NAME = compiled(r"《[^《》]+》|“[^“”]+”")
_LEAST = 3
_WORKS = frozenset("部本首篇幅出支项集曲件")
_GOES_ON = "、（(和及与以"


def quoted(article: Article, blocks: Iterable[Span], counts: Sequence[Count]) -> Iterator[Enumeration]:
    """The runs of three and more such names in `blocks`, and those that one of `counts` announces."""
    text = article.text
    counted = sorted(counts, key=_end)
    for block in blocks:
        if text.find("》《", block.start, block.end) < 0 and text.find("”“", block.start, block.end) < 0:
            continue
        for run in _RUN.finditer(text, block.start, block.end):
            names = tuple(Span(*name.span()) for name in _NAME.finditer(text, *run.span()))
            near = bisect_left(counted, run.start() - REACH, key=_end)
            before = bisect_left(counted, run.start(), near, key=_end)
            found = [one for one in counted[near:before] if linked(text, one, run.start()) is not None]
            closing = bisect_left(counted, run.end(), key=_start)
            found += [one for one in counted[closing : closing + 1] if _closes(one, run)]
            count = max(found, key=lambda one: one.start, default=None)
            if count is not None:
                yield _counted(article, names, count)
            elif len(names) >= _LEAST:
                yield Enumeration(None, "", names, article, made_by="quoted")


def _closes(count: Count, run: re.Match[str]) -> bool:
    """《甲》《乙》和《丙》三部影片: whether a count of works stands right behind the list."""
    return count.start == run.end() and count.unit in _WORKS


def _start(count: Count) -> int:
    return count.start


def _end(count: Count) -> int:
    return count.end


def _counted(article: Article, names: tuple[Span, ...], count: Count) -> Enumeration:
    text = article.text
    closing = text[names[-1].end : names[-1].end + 1]
    left_open = bool(linked(article.text, count, names[0].start)) or closing in ("等", "…")
    loose = bool(closing) and closing in _GOES_ON
    return Enumeration(count.figure, "", names, article, open=left_open, made_by="quoted", loose=loose)
