"""Word files given back with comments: on the right words, with everything else untouched."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
import sample_report as sample
from cli_runs import BAD
from office import docx, paragraph

from factcheck.errors import ConfigError, ReadError
from factcheck.model import Certainty, Document, Finding, Report, Severity
from factcheck.reports import render
from factcheck.reports.parts.wordfile import opened

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"

BODY = (
    '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>全县工业</w:t></w:r></w:p>'
    '<w:p w:rsidR="00A1"><w:r><w:rPr><w:b/></w:rPr><w:t>𠮷祥镇😀产值12</w:t></w:r>'
    '<w:r><w:t xml:space="preserve">00万元 &amp; 其他，增长</w:t></w:r>'
    '<w:ins w:id="7" w:author="张三"><w:r><w:rPr><w:color w:val="FF0000"/></w:rPr><w:t>10</w:t></w:r></w:ins>'
    '<w:del w:id="8" w:author="张三"><w:r><w:delText>99</w:delText></w:r></w:del>'
    "<w:r><w:t>%。</w:t></w:r></w:p>"
    "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>企业</w:t></w:r></w:p></w:tc>"
    "<w:tc><w:p><w:r><w:t>118家</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    "<w:p><w:r><w:t>另增长10%。</w:t><w:tab/><w:t>完</w:t></w:r></w:p>"
)
COMMENTED = (
    f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Target="comments.xml" '
    f'Type="{OFFICE}/comments" Id="r9"/></Relationships>'
)
READ = "全县工业\n𠮷祥镇😀产值1200万元 & 其他，增长10%。\n企业\t118家\n另增长10%。 完\n页眉里的77家\n"


def word(body: str = BODY, **more: str) -> bytes:
    """A Word file with this body and further parts."""
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>',
        "word/styles.xml": f'<w:styles xmlns:w="{WORD}"/>',
        **more,
    }
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return stream.getvalue()


def finding(document: Document, words: str, last: bool = False) -> Finding:
    """A finding on some words, which must be there."""
    mark = sample.mark(document, words, "")
    if last:
        start = document.text.rindex(words)
        place = replace(mark.place, start=start, end=start + len(words))
        mark = replace(mark, place=place)
    return Finding("growth/x", Severity.ERROR, Certainty.CERTAIN, f"{words}有误", (mark,), "1 ≠ 2", "2")


def given_back(tmp_path, data: bytes, *wanted: tuple[str, bool]) -> dict[str, bytes]:
    """The parts of the Word file that comes back with a comment on each of these words."""
    path = tmp_path / "稿.docx"
    path.write_bytes(data)
    document = Document(str(path), READ, "docx")
    findings = tuple(finding(document, *each) for each in wanted)
    answer = render("docx", Report(documents=(document,), findings=findings), sample.OPTIONS)
    with ZipFile(BytesIO(answer)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def covered(xml: bytes, number: int) -> str:
    """The words between the two marks of a comment."""
    text = xml.decode()
    inner = re.search(
        f'<w:commentRangeStart w:id="{number}"/>(.*)<w:commentRangeEnd w:id="{number}"/>', text, re.DOTALL
    )
    assert inner, f"no comment {number}"
    return "".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", inner.group(1)))


@pytest.mark.parametrize(
    ("words", "last", "shown"),
    [
        ("10%", False, "10%"),
        ("10%", True, "10%"),
        ("1200万元", False, "1200万元"),
        ("& 其他", False, "&amp; 其他"),
        ("118家", False, "118家"),
        ("全县工业", False, "全县工业"),
    ],
)
def test_comment_stands_on_the_right_words(tmp_path, words, last, shown):
    """Also where they run over several runs, a revision, an entity, or repeat earlier words."""
    parts = given_back(tmp_path, word(), (words, last))
    body = parts["word/document.xml"]
    assert covered(body, 0) == shown
    at = body.decode().index("commentRangeStart")
    assert (at > body.decode().index("另增长")) is last


def test_words_stay_and_comments_say_why(tmp_path):
    """The text of the file is the same as before, and the comment holds message and arithmetic."""
    parts = given_back(tmp_path, word(), ("10%", False), ("1200万元", False))
    before = opened(word(), "a").words.text
    with_comments = opened(_zipped(parts), "b").words.text
    assert with_comments == before
    comments = parts["word/comments.xml"].decode()
    assert comments.count("<w:comment ") == 2
    assert "10%有误" in comments
    assert "算式：1 ≠ 2" in comments
    assert b"comments.xml" in parts["word/_rels/document.xml.rels"]
    assert b"/word/comments.xml" in parts["[Content_Types].xml"]
    assert parts["word/styles.xml"] == f'<w:styles xmlns:w="{WORD}"/>'.encode()


def test_runs_keep_their_look(tmp_path):
    """A run cut in two has its properties on both sides."""
    body = given_back(tmp_path, word(), ("1200万元", False))["word/document.xml"].decode()
    assert body.count("<w:rPr><w:b/></w:rPr>") == 2
    assert 'w:rsidR="00A1"' in body
    assert "<w:delText>99</w:delText>" in body


def test_old_comments_stay(tmp_path):
    """New comments are numbered after those the file has."""
    old = f'<w:comments xmlns:w="{WORD}"><w:comment w:author="张三" w:id="4"><w:p/></w:comment></w:comments>'
    data = word(**{"word/comments.xml": old, "word/_rels/document.xml.rels": COMMENTED})
    parts = given_back(tmp_path, data, ("10%", False))
    assert covered(parts["word/document.xml"], 5) == "10%"
    assert 'w:author="张三" w:id="4"' in parts["word/comments.xml"].decode()
    assert parts["word/_rels/document.xml.rels"].decode() == COMMENTED


def test_words_outside_the_body_are_said_at_the_top(tmp_path):
    """A finding in a header has no place in the body; the comment quotes the words."""
    parts = given_back(tmp_path, word(), ("77家", False))
    assert covered(parts["word/document.xml"], 0) == "全"
    assert "原文：77家" in parts["word/comments.xml"].decode()


def test_other_formats_become_word_files():
    """An article that is no Word file is laid out as one, comments on its words."""
    report = sample.only_growth()
    answer = render("docx", report, sample.OPTIONS)
    with ZipFile(BytesIO(answer)) as archive:
        body = archive.read("word/document.xml")
        comments = archive.read("word/comments.xml").decode()
    assert [covered(body, number) for number in (0, 1)] == ["10%", "13家"]
    assert "<script>" not in comments
    assert "\x1b" not in comments
    assert opened(answer, "x").words.text.startswith("# 全县工业去年增长两成\n")


def test_same_report_same_bytes():
    """No clock in the file."""
    one, two = (render("docx", sample.only_growth(), sample.OPTIONS) for _ in range(2))
    assert one == two


def test_several_documents_need_a_folder():
    """One Word file holds one article."""
    with pytest.raises(ConfigError, match="文件夹"):
        render("docx", sample.report(), sample.OPTIONS)


@pytest.mark.parametrize(
    "data",
    [
        b"not a zip",
        word("<w:p>"),
        word().replace(b"PK", b"KP"),
        word()[:-100],
        bytes(byte ^ (0x55 if 300 < at < 340 else 0) for at, byte in enumerate(word())),
        docx(BODY),
        word(**{"[Content_Types].xml": "no XML at all"}),
        word(**{"word/document.xml": f'<?xml version="1.0" encoding="gbk"?><w:document xmlns:w="{WORD}"/>'}),
        word(**{"word/comments.xml": "", "word/_rels/document.xml.rels": COMMENTED}),
    ],
)
def test_broken_files_are_refused(tmp_path, data):
    """A file that changed since it was read is one line, not a traceback."""
    with pytest.raises(ReadError):
        given_back(tmp_path, data, ("10%", False))


def test_doctype_is_refused(tmp_path):
    """Entities are not expanded."""
    bomb = word(**{"word/document.xml": '<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'})
    with pytest.raises(ReadError):
        given_back(tmp_path, bomb, ("10%", False))


def test_round_trip(run):
    """Checked, given back, and read again: the same words, comments at the findings, checked alike."""
    body = "".join(
        f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in ("全县旅游", *BAD.strip().split("，"))
    )
    (run.folder / "稿.docx").write_bytes(word(body.replace("</w:t></w:r></w:p><w:p><w:r><w:t>同", "，同")))
    assert run("check", "稿.docx", "--output", "批注.docx").status == 1
    assert run("read", "批注.docx").out == run("read", "稿.docx").out
    with ZipFile(run.folder / "批注.docx") as archive:
        assert covered(archive.read("word/document.xml"), 0) == "10%"
    again = run("check", "批注.docx", "--output", "批注2.docx")
    assert again.status == 1
    with ZipFile(run.folder / "批注2.docx") as archive:
        assert archive.read("word/comments.xml").count(b"<w:comment ") == 2


def test_a_folder_of_articles(run):
    """Each article comes back under its own name, Word files and others."""
    (run.folder / "甲.docx").write_bytes(word())
    run.file("乙.md", BAD)
    run("check", ".", "--format", "docx", "--output", "批注/")
    assert {path.name for path in (run.folder / "批注").iterdir()} == {"甲.docx", "乙.md.docx"}


def test_one_broken_word_file_stops_no_other(run):
    """An article that cannot be given back is one line and status 2; the others are written."""
    (run.folder / "丙.docx").write_bytes(docx(paragraph(BAD)))
    (run.folder / "甲.docx").write_bytes(word())
    run.file("乙.md", BAD)
    done = run("check", ".", "-f", "json", "-o", "全.json", "-f", "docx", "-o", "批注/", "-f", "concise")
    assert done.status == 2
    assert "丙.docx: Word 文件里缺 [Content_Types].xml" in done.err
    assert done.out.count("growth/levels-disagree") == 2
    assert {path.name for path in (run.folder / "批注").iterdir()} == {"甲.docx", "乙.md.docx"}
    alone = run("check", "丙.docx", "-o", "批注.docx", "--exit-zero")
    assert alone.status == 2
    assert alone.err.count("丙.docx: ") == 1
    assert not (run.folder / "批注.docx").exists()


def _zipped(parts: dict[str, bytes]) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()
