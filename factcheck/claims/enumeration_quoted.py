"""Names in brackets of their own that stand side by side without a pause mark: 《甲》《乙》《丙》."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.model import Article, Enumeration, Span
from factcheck.patterns import compiled

_RUN = compiled(r"(?:《[^《》\n]{1,30}》){3,}|(?:“[^“”\n]{1,20}”){3,}")
_NAME = compiled(r"《[^《》]+》|“[^“”]+”")


def quoted(article: Article, blocks: Iterable[Span]) -> Iterator[Enumeration]:
    """The runs of three and more such names in `blocks`; nothing counts them."""
    for block in blocks:
        for run in _RUN.finditer(article.text, block.start, block.end):
            names = tuple(Span(*name.span()) for name in _NAME.finditer(article.text, *run.span()))
            yield Enumeration(None, "", names, article, made_by="quoted")
