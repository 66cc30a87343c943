"""Places that say how many come next: 前三名依次是甲、乙、丙; 位居前五的是《甲》《乙》《丙》.

They announce a list as a count does. A list of those of ours that came into a wider field (跻身全国前十的有)
may name fewer, so the words before the place must say that the list holds them all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.claims.enumeration_counts import Count
from factcheck.model import Figure, FigureKind
from factcheck.patterns import compiled

_MOST = 20
_UNITS = frozenset({"", "名", "位", "强", "大"})
_WIDER = compiled(
    r"(?:进入|进到|跻身|闯入|闯进|冲进|冲入|杀入|挤进|挤入|入围|晋级|全[国省市县球区校网州]|世界|国内|我[国省市县区校]|行业)[^，。；、]{0,8}$"
)
_SHARED = compiled("并列|同为|同列|[或之]一|其中|已(?:有|产生|确定|决出)|[还仅]剩")
_SENTENCE = compiled(r"[^。！？!?\n]*")


def tops(text: str, figures: Iterable[Figure]) -> Iterator[Count]:
    """The places of `text` (前三名, 前5位) that may announce a list, as counts."""
    for figure in figures:
        unit = figure.unit.name if figure.unit is not None else ""
        if figure.kind is not FigureKind.ORDINAL or figure.text[0] != "前" or unit not in _UNITS:
            continue
        if figure.value is None or not 2 <= figure.value <= _MOST:
            continue
        rest = _SENTENCE.match(text, figure.span.end)
        wider = _WIDER.search(text, max(0, figure.span.start - 14), figure.span.start)
        if wider is None and (rest is None or _SHARED.search(rest.group()) is None):
            yield Count(figure, int(figure.value), unit or "名")
