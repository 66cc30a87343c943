"""How a document was taken apart: its articles, what was learnt about each and how, its blocks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from factcheck.model import Article, Block, BlockKind, Document, Reading, Span
from factcheck.reports.parts.safe import visible

_HEAD = ("行", "种类", "字数", "开头", "说明")
_SHOWN = 24
_LEARNT = {"title": "标题", "date": "日期", "published": "日期", "place": "地点"}

Rows = list[list[str]]


def outline(document: Document, readings: Sequence[Reading]) -> Iterator[tuple[str, tuple[str, ...], Rows]]:
    """For each article what was learnt about it, and a table of its blocks: heads and rows."""
    for number, reading in enumerate(readings, 1):
        article = reading.article
        lines = [
            f"{visible(document.path)}（{document.format}"
            f"{'，' + document.encoding if document.encoding else ''}）第 {number} 篇",
            *(f"  注意：{visible(warning)}" for warning in document.warnings),
            *_learnt(article),
            f"  数字 {len(reading.figures)} 个，日期 {len(reading.periods)} 个，"
            f"读懂的说法 {len(reading.claims)} 条",
        ]
        rows = [_row(article, block) for block in article.blocks]
        yield "\n".join([*lines, ""]), _HEAD, [*rows, *_unread(document)]


def _learnt(article: Article) -> Iterator[str]:
    for found in article.found:
        yield f"  {_LEARNT.get(found.what, found.what)}：{visible(found.value)}（{visible(found.how)}）"
    for what, value in (
        ("标题", article.title),
        ("日期", article.published),
        ("地点", article.place_name),
    ):
        if not value:
            yield f"  {what}：没有找到"


def _row(article: Article, block: Block) -> list[str]:
    words = block.span.of(article.text)
    line = article.place(block.span).line
    return [str(line), _kind(block.kind), str(len(words)), _opening(words), block.reason]


def _unread(document: Document) -> Iterator[list[str]]:
    for block in document.blocks:
        if block.kind is BlockKind.DECLINED:
            words = block.span.of(document.text)
            line = document.place(Span(block.span.start, block.span.start)).line
            yield [str(line), _kind(block.kind), str(len(words)), _opening(words), block.reason]


def _opening(words: str) -> str:
    joined = " ".join(words.split())
    return joined if len(joined) <= _SHOWN else joined[:_SHOWN] + "…"


def _kind(kind: BlockKind) -> str:
    return _kinds()[kind]


@cache
def _kinds() -> dict[BlockKind, str]:
    return {
        BlockKind.TITLE: "标题",
        BlockKind.HEADING: "小标题",
        BlockKind.BYLINE: "署名电头",
        BlockKind.PARAGRAPH: "正文",
        BlockKind.ITEM: "条目",
        BlockKind.CAPTION: "图表题",
        BlockKind.TABLE: "表格",
        BlockKind.NOTE: "注",
        BlockKind.BANNER: "刊头",
        BlockKind.IGNORED: "略过",
        BlockKind.DECLINED: "不读",
    }
