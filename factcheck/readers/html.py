"""Web pages: the main text with its headings, tables and captions; no navigation, scripts or adverts.

The text is what `articles` sees: one block a line. Nesting is measured before the page is parsed,
as the standard's way of building the tree takes time that grows with the square of the depth.
"""

from __future__ import annotations

import re

from factcheck.errors import ReadError
from factcheck.model import BlockKind, Document
from factcheck.patterns import compiled
from factcheck.readers.decoding import decode
from factcheck.readers.draft import Draft
from factcheck.readers.html_main import main_of
from factcheck.readers.html_text import Page, told

SUFFIXES = (".html", ".htm", ".xhtml", ".shtml")

_DEEPEST = 1000
_DEEPEST_STYLE = 60
_TAG = compiled(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_NEVER_CLOSED = compiled(
    r"area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|"
    r"dt|dd|option|tr|td|th|thead|tbody|tfoot|colgroup|html|head|body"
)
_STYLE = compiled(r"a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u")
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w\-]{2,20})""", re.IGNORECASE)
_DATE = compiled(
    r"""<meta[^>]{0,200}?(?:name|property|itemprop)\s*=\s*["']?(?:article:published_time|pubdate|publishdate|"""
    r"""publish-date|publication_date|datepublished|firstpublishedtime)["'\s][^>]{0,200}?content\s*=\s*["']?"""
    r"""(?P<date>\d{4}[-/年]\d{1,2}[-/月]\d{1,2})""",
    re.IGNORECASE,
)


def read(data: bytes, name: str, encoding: str | None) -> Document:
    """The document in `data`: main text, tables and headings of a web page.

    Raises:
        ReadError: the bytes cannot be decoded, or the page is nested deeper than any real one.
    """
    source, used = _decoded(data, name, encoding)
    page = paged(source, name)
    draft = _with_title(page.draft, page.title)
    return draft.document(name, "html", used, _meta(source, page.title))


def paged(source: str, name: str) -> Page:
    """What is told on the page of this source.

    Raises:
        ReadError: it is nested deeper than any real page.
    """
    from selectolax.lexbor import LexborHTMLParser  # noqa: PLC0415  (only for web pages)

    if _too_deep(source):
        raise ReadError(name, "网页标签嵌套过深，可能是恶意文件，没有打开；请把正文另存为纯文本")
    tree = LexborHTMLParser(source)
    heading = tree.css_first("title")
    title = _without_site(heading.text(strip=True)) if heading else ""
    page = Page(Draft(), title)
    if tree.body is not None:
        told(main_of(tree.body), page)
    return page


def _with_title(page: Draft, title: str) -> Draft:
    """The page with the title of the window above it, unless it has a heading or begins with the title."""
    headed = any(block.kind is BlockKind.HEADING and block.level == 1 for block in page.blocks)
    if not title or headed or title in "".join(page.parts)[: 4 * len(title) + 200]:
        return page
    draft = Draft()
    draft.line(title, BlockKind.TITLE, 1)
    draft.append(page)
    return draft


def _decoded(data: bytes, name: str, encoding: str | None) -> tuple[str, str]:
    """The source, decoded as the caller says, else as it says itself if that is true."""
    stated = _CHARSET.search(data, 0, 4096)
    if encoding is None and stated:
        said = stated[1].decode("ascii").lower()
        try:
            return decode(data, name, "gb18030" if said in {"gb2312", "gbk"} else said)
        except ReadError:
            pass  # a page that lies about its encoding is common; the bytes decide
    return decode(data, name, encoding)


def _too_deep(source: str) -> bool:
    depth = style = 0
    for found in _TAG.finditer(source):
        tag = found[2].lower()
        if _NEVER_CLOSED.fullmatch(tag):
            continue
        step = -1 if found[1] else 1
        depth = max(0, depth + step)
        if _STYLE.fullmatch(tag):
            style = max(0, style + step)
        if depth > _DEEPEST or style > _DEEPEST_STYLE:
            return True
    return False


def _without_site(title: str) -> str:
    """The title of a window without the name of the site behind it."""
    return re.split(r"\s*[_|｜]\s*|\s+[-–—]+\s+", title)[0].strip()


def _meta(source: str, title: str) -> tuple[tuple[str, str], ...]:
    found = _DATE.search(source, 0, 20_000)
    date = (("date", found["date"]),) if found else ()
    return (*date, ("title", title)) if title else date
