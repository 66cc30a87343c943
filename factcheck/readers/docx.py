"""Word documents: body, tables, text boxes, headers and footnotes, as an editor sees them.

Tracked insertions are read and deletions are not; content controls are read, hidden text is not. A
text box is read after the paragraph it is anchored in. Footnotes follow the body as notes.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.errors import ReadError
from factcheck.model import BlockKind, Document
from factcheck.patterns import compiled
from factcheck.readers.docx_story import Story, Styles, tell
from factcheck.readers.draft import Draft
from factcheck.readers.zipped import Package, attribute, opened

SUFFIXES = (".docx", ".docm", ".dotx")

_BODY = "word/document.xml"
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")
_HEADING = compiled(r"(?:heading|标题)\s?([1-9])")
_STYLES = {
    "title": (BlockKind.TITLE, 1),
    "标题": (BlockKind.TITLE, 1),
    "subtitle": (BlockKind.HEADING, 2),
    "副标题": (BlockKind.HEADING, 2),
    "caption": (BlockKind.CAPTION, 0),
    "题注": (BlockKind.CAPTION, 0),
}


def read(data: bytes, name: str, encoding: str | None) -> Document:
    """The document in `data`; its text is what an editor sees, one paragraph a line.

    Raises:
        ReadError: the package is broken, hostile, or no Word document.
    """
    package = opened(data, name)
    if _BODY not in package.parts():
        raise ReadError(name, "压缩包里没有 Word 正文，可能不是 Word 文档，请在 Word 中另存为 .docx")
    draft = Draft()
    for part in _parts(package, "word/header"):
        tell(package.events(part), Story(draft, {}, BlockKind.BANNER))
    tell(package.events(_BODY), Story(draft, _styles(package)))
    for part in _NOTES:
        tell(package.events(part), Story(draft, {}, BlockKind.NOTE))
    for part in _parts(package, "word/footer"):
        tell(package.events(part), Story(draft, {}, BlockKind.BANNER))
    return draft.document(name, "docx")


def _parts(package: Package, prefix: str) -> Iterator[str]:
    return (part for part in sorted(package.parts()) if part.startswith(prefix) and part.endswith(".xml"))


def _styles(package: Package) -> Styles:
    """What each style is for, by its id."""
    styles: Styles = {}
    current = ""
    for kind, tag, attributes in package.events("word/styles.xml"):
        if kind != "<":
            continue
        if tag == "style":
            current = attribute(attributes, "styleId")
        elif tag == "name" and current:
            name = attribute(attributes, "val").lower()
            heading = _HEADING.fullmatch(name)
            if heading:
                styles[current] = (BlockKind.HEADING, int(heading[1]))
            elif name in _STYLES:
                styles[current] = _STYLES[name]
    return styles
