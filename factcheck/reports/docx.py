"""`--format docx`: the article given back as a Word file with a comment at each finding.

A `.docx` comes back as it was, only with comments; any other article is laid out as a plain Word file.
The reader of the article and this module see the same words but perhaps not the same blanks, so a
place is found again by the words around it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from factcheck.errors import ConfigError, ReadError
from factcheck.model import BlockKind, Document, Finding, Place, Report, Span
from factcheck.reports.parts import said
from factcheck.reports.parts.options import Options
from factcheck.reports.parts.refound import refound
from factcheck.reports.parts.safe import in_xml, relative, visible
from factcheck.reports.parts.wordfile import Comment, WordFile, opened, packed, with_comments
from factcheck.reports.parts.words import severity_word

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def render(report: Report, options: Options) -> bytes:
    """The one document of `report` as a Word file with comments.

    Raises:
        ConfigError: there is not exactly one document.
        ReadError: the Word file cannot be opened any more, or cannot take comments.
    """
    if len(report.documents) != 1:
        raise ConfigError(
            f"--format docx: 这次有 {len(report.documents)} 篇稿件，一个 Word 文件只装一篇；"
            "请让 --output 指向一个文件夹（以 / 结尾）"
        )
    document = report.documents[0]
    word = _given(document) if document.format == "docx" else opened(_laid_out(report), document.path)
    here = [finding for finding in report.findings if finding.marks[0].place.path == document.path]
    return with_comments(word, list(_comments(here, document, word, options)))


def _given(document: Document) -> WordFile:
    try:
        return opened(Path(document.path).read_bytes(), document.path)
    except OSError as error:
        raise ReadError(document.path, f"不能再次打开，不能加批注（{error.strerror}）") from error


def _comments(
    findings: Sequence[Finding], document: Document, word: WordFile, options: Options
) -> Iterator[Comment]:
    text = word.words.text
    start = next((at for at, char in enumerate(text) if not char.isspace()), 0)
    for finding in findings:
        place = finding.marks[0].place
        spot = refound(Span(place.start, place.end), document.text, text)
        lines = tuple(_lines(finding, options))
        if spot is None:  # in a header, a footnote or a picture: said at the top
            missing = f"（原文：{said.quoted(finding.marks[0])}）"
            yield Comment(start, start + 1, (*lines, missing))
        else:
            yield Comment(spot.start, spot.end, lines)


def _lines(finding: Finding, options: Options) -> Iterator[str]:
    yield f"{severity_word(finding.severity)}（{finding.certainty.value}）{finding.rule}"
    yield from said.lines(finding)
    suspect, *witnesses = finding.marks
    for mark in witnesses:
        yield said.witness(mark) + _elsewhere(mark.place, suspect.place, options)


def _elsewhere(place: Place, suspect: Place, options: Options) -> str:
    if place.path == suspect.path:
        return ""
    return f" 见 {visible(relative(place.path, options.root))} 第 {place.line} 行"


def _laid_out(report: Report) -> bytes:
    """The lines of the document as the paragraphs of a new Word file, titles and headings in bold."""
    document = report.documents[0]
    bold = set(_bold_lines(report))
    paragraphs = "".join(
        _paragraph(line, number in bold) for number, line in enumerate(document.text.split("\n"), 1)
    )
    body = f'<w:document xmlns:w="{_WORD}"><w:body>{paragraphs}</w:body></w:document>'
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    types = (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{main}"/></Types>'
    )
    relations = (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
        "</Relationships>"
    )
    texts = {"[Content_Types].xml": types, "_rels/.rels": relations, "word/document.xml": body}
    return packed({name: (_XML + text).encode("utf-8", "replace") for name, text in texts.items()})


def _bold_lines(report: Report) -> Iterator[int]:
    for reading in report.readings:
        for block in reading.article.blocks:
            if block.kind in (BlockKind.TITLE, BlockKind.HEADING) and block.span.end > block.span.start:
                yield reading.article.place(block.span).line


def _paragraph(line: str, bold: bool) -> str:
    look = "<w:rPr><w:b/></w:rPr>" if bold else ""
    words = escape(in_xml(line.rstrip("\r").replace("\t", " ")))
    return f'<w:p><w:r>{look}<w:t xml:space="preserve">{words}</w:t></w:r></w:p>'
