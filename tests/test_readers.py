"""Files become documents: decoded, sized, named; what cannot be read says why and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck import readers
from factcheck.errors import ReadError
from factcheck.model import BlockKind

WORDS = "全市新建充电桩1286个，同比增长12.5%，投资达到3.4亿元。"


def test_markdown_keeps_positions_and_hides_front_matter() -> None:
    """The text is the file's own; the front matter is ignored and known as metadata."""
    source = f"---\ntitle: 充电桩\ndate: 2025-03-04\n---\n\n# 充电桩\n\n{WORDS}\n"
    document = readers.read_bytes(source.encode(), "a.md")
    assert document.text == source
    assert dict(document.meta) == {"title": "充电桩", "date": "2025-03-04"}
    first = document.blocks[0]
    assert (first.kind, first.span.start) == (BlockKind.IGNORED, 0)
    assert source[first.span.end :].lstrip().startswith("# 充电桩")


def test_a_markdown_table_is_a_grid_of_cells() -> None:
    """Header and rows are cells with their places, escaped bars belong to their cell."""
    source = "| 指标 | 数值 |\n| --- | ---: |\n| 产值 | 12.5 |\n| 甲\\|乙 | 3 |\n"
    (table,) = readers.read_bytes(source.encode(), "a.md").tables
    seen = [(cell.row, cell.column, cell.span.of(source), cell.header) for cell in table.cells]
    assert seen == [
        (0, 0, "指标", True),
        (0, 1, "数值", True),
        (1, 0, "产值", False),
        (1, 1, "12.5", False),
        (2, 0, "甲\\|乙", False),
        (2, 1, "3", False),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
def test_encodings_are_detected_and_reported(encoding: str) -> None:
    """The same words come out of every usual encoding, and the document says which it was."""
    document = readers.read_bytes(WORDS.encode(encoding), "a.txt")
    assert (document.text, document.encoding) == (WORDS, encoding)


def test_big5_is_told_from_gb18030() -> None:
    """Traditional text in Big5 is not taken for GB18030, which would decode it too."""
    words = "本報訊 今年前三季度全市新增就業5.8萬人，比上年同期增長百分之三。"
    document = readers.read_bytes(words.encode("big5"), "a.txt")
    assert (document.text, document.encoding) == (words, "big5")


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        (b"", "a.txt", "空文件"),
        (b" \n\t", "a.md", "空文件"),
        (WORDS.encode() + b"\xff" + WORDS.encode(), "a.txt", "请另存为 UTF-8"),
        (bytes(range(256)) * 3, "a.bin", "请另存为 UTF-8"),
        (b"x" * 2000, "a.txt", "文件过大"),
        (b"\xd0\xcf\x11\xe0", "a.doc", "另存为 .docx"),
    ],
)
def test_a_refusal_names_the_file_and_the_cure(data: bytes, name: str, reason: str) -> None:
    """Nothing unreadable passes for a clean file."""
    with pytest.raises(ReadError) as caught:
        readers.read_bytes(data, name, max_bytes=1000)
    assert caught.value.path == name
    assert reason in caught.value.reason


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    """A path that leads nowhere is an error with its name."""
    with pytest.raises(ReadError, match="没有这个文件"):
        readers.read(tmp_path / "没有.txt")


@pytest.mark.parametrize("name", ["a.md", "a.txt"])
def test_tables_in_tags_inside_text_are_grids(name: str) -> None:
    """What character recognition writes as HTML is a table, merged cells standing in all their places."""
    source = (
        "表1\n<table><tr><td colspan='2'>指标</td><td>2024年</td></tr>\n"
        "<tr><td rowspan=2>产值</td><td>甲</td><td> <b>12.5</b> </td></tr>"
        "<tr><td>乙</td><td>3.4</td></tr></table>\n"
    )
    (table,) = readers.read_bytes(source.encode(), name).tables
    rows: list[list[str]] = [[], [], []]
    for cell in table.cells:
        rows[cell.row].append(cell.span.of(source))
    assert rows == [["指标", "指标", "2024年"], ["产值", "甲", "12.5"], ["产值", "乙", "3.4"]]
