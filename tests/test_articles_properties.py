"""What holds for every text: nothing is invented, nothing moves, every encoding reads alike."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import readers
from factcheck.articles import articles
from factcheck.errors import ReadError
from factcheck.model import Article, Span

_WORDS = st.sampled_from(
    [
        "本报讯（记者 丁一）",
        "■本报记者 丁一",
        "全县新建粮仓17座，",
        "仓容4.6万吨。",
        "# 题目",
        "## 一、概况",
        "- 第1项",
        "| 甲 | 乙 |\n|---|---|\n| 1 | 2 |",
        "表1 产量",
        "单位：万吨",
        "甲\t12\t3.4",
        "乙\t56\t7.8",
        "水稻 12 3.4",
        "注：初步统计数",
        "（某某摄）",
        "**增长**5.2%",
        "[链接](https://example.org/1)",
        "<PAGE_DIV>",
        "—3—",
        "川渝",
        "發展",
        "“引号",
        "2024年",
        "9月23日",
        "\u200b",
        "\f",
        "　　",
        "\n",
        "\n\n",
        " ",
        "abc",
        "𠮷",
        "```",
        "---",
        "<b>",
        "\r\n",
    ]
)
_TEXT = st.lists(_WORDS, max_size=40).map("".join)

# Encodings are told apart by the commonest characters, of which a page has many.
_PROSE = "\n\n据统计，全县去年新建粮仓17座，可以存粮4.6万吨，比上年多出一成，这是县里最近公布的数字。\n"


def read(text: str, name: str = "a.md", encoding: str = "utf-8") -> tuple[Article, ...]:
    """The articles of `text`, none when there is nothing to read."""
    try:
        return articles(readers.read_bytes(text.encode(encoding), name))
    except ReadError:
        return ()


@settings(max_examples=150, deadline=None)
@given(_TEXT, st.sampled_from(["a.md", "a.txt", "a.csv", "a.html"]))
def test_every_run_is_a_copy_of_the_document(text: str, name: str) -> None:
    """Pieces follow one another, and each is the document's own words, read as simplified ones."""
    for article in read(text, name):
        end = 0
        for piece in article.pieces:
            words = piece.source.of(article.document.text)
            written = article.text[piece.start : piece.start + len(words)]
            assert piece.start >= end
            assert written == words.replace("發", "发") or (written == " " and words in ("\n", "<"))
            end = piece.start + len(words)
        assert end <= len(article.text)


@settings(max_examples=150, deadline=None)
@given(_TEXT, st.sampled_from(["a.md", "a.txt"]))
def test_blocks_cover_the_text_in_order(text: str, name: str) -> None:
    """Blocks follow one another with one newline between them; tables lie inside their blocks."""
    for article in read(text, name):
        end = -1
        for block in article.blocks:
            assert block.span.start == end + 1
            end = block.span.end
        assert end in (len(article.text), -1)
        for table in article.tables:
            assert any(block.span == table.span for block in article.blocks)
            assert all(
                table.span.start <= cell.span.start <= cell.span.end <= table.span.end for cell in table.cells
            )


@settings(max_examples=150, deadline=None)
@given(_TEXT)
def test_no_digit_is_lost_or_doubled(text: str) -> None:
    """Every digit of the file that is not markup stands once in one article, at its own place."""
    seen: list[int] = []
    for article in read(text, "a.txt"):
        for offset, character in enumerate(article.text):
            if character.isdigit():
                place = article.place(Span(offset, offset + 1))
                assert place.text == character
                seen.append(place.start)
    assert sorted(seen) == [offset for offset, character in enumerate(text) if character.isdigit()]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
@settings(max_examples=60, deadline=None)
@given(text=_TEXT.map(lambda text: text + _PROSE))
def test_the_encoding_changes_nothing(text: str, encoding: str) -> None:
    """The same reading texts and blocks come out of every encoding."""
    plain, other = read(text, "a.txt"), read(text, "a.txt", encoding)
    assert [article.text for article in plain] == [article.text for article in other]
    assert [article.blocks for article in plain] == [article.blocks for article in other]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
@settings(max_examples=60, deadline=None)
@given(text=_TEXT)
def test_a_mark_tells_the_encoding_of_any_text(text: str, encoding: str) -> None:
    """A byte order mark is enough, with prose or without."""
    assert [one.text for one in read(text)] == [one.text for one in read(text, encoding=encoding)]


@settings(max_examples=100, deadline=None)
@given(text=_TEXT.filter(lambda text: sum("\u4e00" <= one <= "\u9fff" for one in text) > 12))
def test_words_without_prose_are_read_rightly_or_refused(text: str) -> None:
    """A page that is a handful of labels may be too little to tell its encoding by, never to get it wrong."""
    other = read(text, encoding="gb18030")
    assert not other or [one.text for one in other] == [one.text for one in read(text)]


@settings(max_examples=100, deadline=None)
@given(_TEXT.map(lambda text: text.replace("\r", "")))
def test_carriage_returns_change_nothing(text: str) -> None:
    """Windows line ends give the same articles, lines and columns."""
    plain, other = read(text, "a.txt"), read(text.replace("\n", "\r\n"), "a.txt")
    assert [article.text for article in plain] == [article.text for article in other]
    for one, two in zip(plain, other, strict=True):
        for block, same in zip(one.blocks, two.blocks, strict=True):
            before, after = one.place(block.span), two.place(same.span)
            assert (before.line, before.column) == (after.line, after.column)
