"""Word files with comments in another program's hands: it opens them and finds each comment on its words."""

from __future__ import annotations

import re
from pathlib import Path

import docx
import pytest
from cli_runs import BAD, VAGUE


def made(path: Path) -> None:
    """A Word file as another program writes it: styles, many runs, a table."""
    document = docx.Document()
    document.add_heading("𠮷祥镇😀旅游", 0)
    for text in (BAD.strip(), VAGUE.strip()):
        paragraph = document.add_paragraph()
        for at in range(0, len(text), 5):
            paragraph.add_run(text[at : at + 5]).bold = bool(at % 2)
    document.add_table(2, 2).cell(0, 0).text = "项目"
    document.save(str(path))


@pytest.mark.parametrize("name", ["稿.docx", "稿.md"])
def test_another_program_reads_the_comments(run, name):
    """A Word file commented, and an article laid out as one."""
    if name.endswith(".md"):
        run.file(name, f"# 𠮷祥镇😀旅游\n\n{BAD}\n{VAGUE}")
    else:
        made(run.folder / name)
    assert run("check", name, "-f", "docx", "-o", "批注.docx").status == 1
    document = docx.Document(str(run.folder / "批注.docx"))
    comments = list(document.comments)
    assert [comment.author for comment in comments] == ["factcheck"] * 2
    assert "应为：20%" in comments[0].text
    assert "wording/double-approximation" in comments[1].text
    assert [covered(document.element.xml, comment.comment_id) for comment in comments] == [
        "10%",
        "约有300人左右",
    ]
    assert BAD.strip() in [paragraph.text for paragraph in document.paragraphs]


def covered(xml: str, number: int) -> str:
    """The words between the marks of a comment."""
    inside = re.search(f'RangeStart w:id="{number}"/>(.*)<w:commentRangeEnd w:id="{number}"/>', xml, re.S)
    assert inside
    return "".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", inside[1]))


def test_characters_no_xml_may_hold(run):
    """U+FFFE and U+FFFF in an article are laid out as U+FFFD; the comment still finds its words."""
    run.file("稿.md", f"乙\ufffe丙\uffff丁。\n\n{BAD}\n")
    assert run("check", "稿.md", "-f", "docx", "-o", "批注.docx").status == 1
    document = docx.Document(str(run.folder / "批注.docx"))
    assert "乙\ufffd丙\ufffd丁。" in [paragraph.text for paragraph in document.paragraphs]
    assert [covered(document.element.xml, each.comment_id) for each in document.comments] == ["10%"]
