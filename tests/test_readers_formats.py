"""Every format gives the words an editor sees, in order, with tables as tables."""

from __future__ import annotations

from itertools import pairwise

import office
import pytest

from factcheck import readers
from factcheck.articles import articles
from factcheck.errors import ReadError
from factcheck.model import Article, BlockKind, Document, Table
from factcheck.pipeline.opened import understand

_TITLE = "溪口县秋粮丰收"
_BODY = (
    "本报讯（记者 丁一）10月12日，溪口县农业农村局介绍，今年全县秋粮总产达12.5万吨，比上年增长3.2%。",
    "全县新建粮仓17座，仓容4.6万吨，农户人均收入增加约2000元，其中合作社社员增加2300余元。",
    "2024年，全县种植水稻30.1万亩，占耕地的58%，高于全市平均水平4.5个百分点。",
)
_ROWS = (("品种", "产量（万吨）", "增长（%）"), ("水稻", "8.1", "2.9"), ("玉米", "4.4", "3.8"))


def grid(table: Table, text: str) -> list[list[str]]:
    """The words of a table row by row."""
    rows: dict[int, list[str]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, []).append(cell.span.of(text))
    return list(rows.values())


def named(found: Document | Article, kind: BlockKind) -> list[str]:
    """The words of all blocks of one kind."""
    return [block.span.of(found.text) for block in found.blocks if block.kind is kind]


def as_text() -> str:
    return "\n\n".join((_TITLE, *_BODY)) + "\n"


def as_html() -> str:
    body = "".join(f"<p>{words}</p>" for words in _BODY)
    return f"<html><head><meta charset='utf-8'></head><body><h1>{_TITLE}</h1>{body}</body></html>"


def as_docx() -> bytes:
    return office.docx(office.paragraph(_TITLE, "Title") + "".join(map(office.paragraph, _BODY)))


def as_pdf() -> bytes:
    """The text in a column of 26 characters, first lines indented, sizes as in print."""
    lines = [(200.0, 780.0, 20.0, _TITLE)]
    height = 740.0
    for words in _BODY:
        cuts = [0, *range(24, len(words), 26), len(words)]
        for start, end in pairwise(cuts):
            lines.append((60.0 if start else 84.0, height, 12.0, words[start:end]))
            height -= 20
    return office.pdf([lines])


_SAME = {
    "a.txt": as_text().encode(),
    "b.txt": as_text().encode("gb18030"),
    "c.txt": as_text().encode("utf-16"),
    "d.txt": as_text().replace("\n", "\r\n").encode("utf-8-sig"),
    "e.md": ("# " + as_text()).encode(),
    "f.html": as_html().encode(),
    "g.docx": as_docx(),
    "h.pdf": as_pdf(),
}


@pytest.mark.parametrize("name", _SAME)
def test_one_document_gives_the_same_figures_in_every_format(name: str) -> None:
    """What was saved in another format or encoding is read the same."""
    (article,) = articles(readers.read_bytes(_SAME[name], name))
    (plain,) = articles(readers.read_bytes(_SAME["a.txt"], "a.txt"))
    assert article.title == _TITLE
    assert article.published == plain.published
    seen = [
        [(one.text, one.value, one.unit) for one in understand(each).figures] for each in (article, plain)
    ]
    assert seen[0] == seen[1]
    assert len(seen[0]) > 8


def test_word_keeps_what_an_editor_sees() -> None:
    """Insertions, controls, text boxes, headers and notes are read; deletions and hidden text are not."""
    boxed = f"<w:txbxContent>{office.paragraph('文本框里有7处')}</w:txbxContent>"
    box = f"<w:r><w:drawing>{boxed}</w:drawing></w:r>"
    again = f"<w:r><mc:Fallback xmlns:mc='x'>{boxed}</mc:Fallback></w:r>"
    body = (
        f"<w:p><w:r><w:t>原有12处，</w:t></w:r><w:ins><w:r><w:t>新增34处，</w:t></w:r></w:ins>"
        f"<w:del><w:r><w:delText>删去56处，</w:delText></w:r></w:del>"
        f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐去78处，</w:t></w:r><w:r><w:t>完。</w:t></w:r>{box}{again}</w:p>"
        f"<w:sdt><w:sdtContent>{office.paragraph('控件里有9处。')}</w:sdtContent></w:sdt>"
    )
    more = {
        "word/header1.xml": f"<w:hdr>{office.paragraph('页眉第3期')}</w:hdr>",
        "word/footnotes.xml": (
            f"<w:footnotes><w:footnote w:type='separator'>{office.paragraph('线')}</w:footnote>"
            f"<w:footnote>{office.paragraph('脚注说2次')}</w:footnote></w:footnotes>"
        ),
    }
    document = readers.read_bytes(office.docx(body, more), "a.docx")
    assert document.text.splitlines() == [
        "页眉第3期",
        "原有12处，新增34处，完。",
        "文本框里有7处",
        "控件里有9处。",
        "脚注说2次",
    ]
    assert named(document, BlockKind.BANNER) == ["页眉第3期"]
    assert named(document, BlockKind.NOTE) == ["脚注说2次"]


def test_word_tables_keep_merged_cells_in_place() -> None:
    """A cell over two columns or rows stands in all of them; a deleted row stands nowhere."""
    wide = f"<w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>{office.paragraph('合计')}</w:tc>"
    first = f"<w:tc><w:tcPr><w:vMerge w:val='restart'/></w:tcPr>{office.paragraph('全县')}</w:tc>"
    below = f"<w:tc><w:tcPr><w:vMerge/></w:tcPr>{office.paragraph('')}</w:tc>"
    cell = "<w:tc>{}</w:tc>".format
    rows = (
        f"<w:tr><w:trPr><w:tblHeader/></w:trPr>{cell(office.paragraph('地区'))}{wide}</w:tr>",
        f"<w:tr>{first}{cell(office.paragraph('水稻'))}{cell(office.paragraph('8.1'))}</w:tr>",
        f"<w:tr>{below}{cell(office.paragraph('玉米'))}{cell(office.paragraph('4.4'))}</w:tr>",
        f"<w:tr><w:trPr><w:del/></w:trPr>{cell(office.paragraph('删'))}</w:tr>",
    )
    document = readers.read_bytes(office.docx("<w:tbl>" + "".join(rows) + "</w:tbl>"), "a.docx")
    (table,) = document.tables
    assert grid(table, document.text) == [
        ["地区", "合计", "合计"],
        ["全县", "水稻", "8.1"],
        ["全县", "玉米", "4.4"],
    ]
    assert [cell.header for cell in table.cells[:4]] == [True, True, True, False]


def test_a_web_page_is_its_main_text() -> None:
    """Navigation, scripts, hidden and side matter are left out; tables, captions and headings are kept."""
    rows = "".join("<tr>" + "".join(f"<td>{words}</td>" for words in row) + "</tr>" for row in _ROWS)
    page = f"""<html><head><title>{_TITLE} - 溪口在线</title>
        <meta name="publishdate" content="2025-10-12"></head><body>
        <nav><a href="/">首页 1</a></nav><div class="main-content"><h1>{_TITLE}</h1><p>{_BODY[0]}</p>
        <p>{_BODY[1][:9]}
        {_BODY[1][9:]}</p><script>var count = 99;</script><p style="display: none">隐去77处</p>
        <table><caption>表1 产量</caption>{rows}</table></div>
        <div id="sidebar"><p>推荐阅读：另有88条消息在这里等您点击查看</p></div>
        <footer>版权所有 66</footer></body></html>"""
    document = readers.read_bytes(page.encode(), "a.html")
    assert document.text.startswith(f"{_TITLE}\n{_BODY[0]}\n{_BODY[1]}\n表1 产量\n品种\t产量")
    assert not any(number in document.text for number in ("99", "88", "77", "66", "首页"))
    (article,) = articles(document)
    (table,) = article.tables
    assert grid(table, article.text) == [list(row) for row in _ROWS]
    assert table.caption is not None
    assert table.caption.of(article.text) == "表1 产量"
    assert str(article.published) == "2025-10-12"


def test_a_raised_number_is_no_part_of_the_number_before_it() -> None:
    """A reference after a figure must not become its last digit."""
    document = readers.read_bytes(
        "<p>总产12.5<sup>1</sup>万吨，占地3公里<sup>2</sup>。</p>".encode(), "a.html"
    )
    assert document.text == "总产12.5[1]万吨，占地3公里2。\n"


def test_a_pdf_knows_its_pages_and_paragraphs() -> None:
    """Lines are joined over the page, page numbers are no text, a place tells its page."""
    first = [
        (60.0, 780.0 - 20 * row, 12.0, words)
        for row, words in enumerate(("全县新建粮仓共有十七座仓容总", "量达到四点六万吨，其中今年"))
    ]
    pages = [first, [(60.0, 780.0, 12.0, "建成5座，明年再建3座。"), (290.0, 30.0, 9.0, "— 2 —")]]
    (article,) = articles(readers.read_bytes(office.pdf(pages), "a.pdf"))
    assert "其中今年建成5座，明年再建3座。" in article.text
    assert named(article, BlockKind.IGNORED) == ["— 2 —"]
    start = article.text.index("5座")
    place = article.place(type(article.blocks[0].span)(start, start + 2))
    assert (place.text, place.page) == ("5座", 2)


def test_a_scanned_pdf_is_refused_with_the_cure() -> None:
    """A page without text says that it needs character recognition."""
    with pytest.raises(ReadError, match="文字识别"):
        readers.read_bytes(office.pdf([[]]), "a.pdf")


def test_csv_cells_stand_where_they_stand_in_the_file() -> None:
    """Quotes, titles above and notes below do not move a cell."""
    source = '表1 产量,,\n品种,"产量,万吨",增长\r\n水稻,8.1,2.9%\n玉米,"1,204.4",3.8%\n注：初步统计数,,\n'
    (article,) = articles(readers.read_bytes(source.encode("gb18030"), "a.csv"))
    (table,) = article.tables
    assert grid(table, article.text)[0] == ["品种", "产量,万吨", "增长"]
    assert table.caption is not None
    assert table.caption.of(article.text) == "表1 产量"
    assert [note.of(article.text) for note in table.notes] == ["注：初步统计数"]
    (cell,) = [cell for cell in table.cells if cell.span.of(article.text) == "1,204.4"]
    place = article.place(cell.span)
    assert (place.text, place.line, place.column) == ("1,204.4", 4, 5)


def test_a_workbook_shows_what_its_cells_show() -> None:
    """Percentages, rounding, units, dates and merged cells are as on the screen; hidden is hidden."""
    document = readers.read_bytes(office.kept("workbook"), "a.xlsx")
    (table,) = document.tables
    assert document.text.splitlines()[0] == "表1 主要指标（单位：亿元）"
    assert grid(table, document.text) == [
        ["指标", "数值", "增长"],
        ["产值", "1,286.7亿元", "5.2%"],
        ["产值", "5.2", "2025年3月28日"],
    ]
    assert "秘密" not in document.text


def test_opendocument_text_and_books_are_read() -> None:
    """Headings, tables and notes of .odt, chapters of .epub in the order of the spine."""
    text = readers.read_bytes(office.kept("opendocument"), "a.odt")
    assert text.text.splitlines() == ["题目", "正文有3  处。", "品种\t产量", "水稻\t8.1", "注说1次"]
    assert named(text, BlockKind.HEADING) == ["题目"]
    book = readers.read_bytes(office.kept("book"), "a.epub")
    assert book.text.split() == ["第二章写12次。", "第一章写34次。"]


def test_a_raised_reference_in_word_is_no_digit() -> None:
    """A superscript number after a number is told as a reference; a head on every page is told once."""
    raised = "<w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>1</w:t></w:r>"
    body = f"<w:p><w:r><w:t>总产12.5</w:t></w:r>{raised}<w:r><w:t>万吨。</w:t></w:r></w:p>"
    head = f"<w:hdr>{office.paragraph('页眉第3期')}</w:hdr>"
    document = readers.read_bytes(
        office.docx(body, {"word/header1.xml": head, "word/header2.xml": head}), "a.docx"
    )
    assert document.text.splitlines() == ["页眉第3期", "总产12.5[1]万吨。"]


def test_garbled_characters_are_warned_of() -> None:
    """A replacement character in the text says that the file was converted badly."""
    assert readers.read_bytes("全县\ufffd仓17座。".encode(), "a.txt").warnings
    assert not readers.read_bytes("全县粮仓17座。".encode(), "a.txt").warnings


def test_a_name_does_not_make_the_text_navigation() -> None:
    """The element with most of the text is read, whatever its class is called; small ones are not."""
    page = (
        f"<div class='content share'><p>{_BODY[0]}</p><p>{_BODY[1]}</p></div><div class='share'>分享88</div>"
    )
    document = readers.read_bytes(page.encode(), "a.html")
    assert document.text.splitlines() == [_BODY[0], _BODY[1]]


def test_a_page_may_say_its_encoding_or_lie() -> None:
    """The encoding a page states is used when it is true, else the bytes decide."""
    for stated, used in (("gb2312", "gb18030"), ("utf-8", "gb18030"), ("big5", "gb18030")):
        page = f"<meta charset={stated}><p>{_BODY[0]}</p>".encode("gb18030")
        assert _BODY[0] in readers.read_bytes(page, "a.html").text
        assert stated == "big5" or readers.read_bytes(page, "a.html").encoding == used
