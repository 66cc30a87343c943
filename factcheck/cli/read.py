"""`factcheck read`: the decoded text, which every offset counts, or how it was taken apart."""

from __future__ import annotations

import sys
from typing import Annotated

from factcheck.cli.parts import options
from factcheck.cli.parts.listing import aligned
from factcheck.cli.parts.options import option
from factcheck.cli.parts.output import say
from factcheck.cli.parts.understanding import leave, understood
from factcheck.reports.parts.outline import outline
from factcheck.reports.parts.safe import visible

HELP = """打印读到的文字；或看稿件怎样分成几篇、几段，标题、日期、地点从哪里找到

  factcheck read 稿件.docx                Word 里读到的文字，报告里的位置都从这里数起
  factcheck read 稿件.pdf --outline       分成几篇、几段，哪些区域不读、为什么"""

Outline = Annotated[bool, option("--outline", help="不打印全文，列出各篇的标题、日期、地点和各段")]


def read(
    paths: options.Paths = None,
    *,
    outline_only: Outline = False,
    date: options.Date = "",
    place: options.PlaceName = "",
    encoding: options.Encoding = "",
    exclude: options.Exclude = None,
    stdin_filename: options.StdinName = "",
    config: options.Config = None,
    isolated: options.Isolated = False,
) -> None:
    """Print the text of some articles, or how they were taken apart."""
    found = understood(
        paths,
        config,
        isolated,
        published=date,
        place=place,
        encoding=encoding,
        exclude=exclude,
        stdin_name=stdin_filename,
    )
    for document in found.documents:
        if not outline_only:
            say(_shown(document.text))
            continue
        readings = [each for each in found.readings if each.article.document is document]
        for title, head, rows in outline(document, readings):
            say(title + aligned(head, rows) + "\n")
    leave(found)


def _shown(text: str) -> str:
    """The text as it is for programs; on a terminal nothing in it is obeyed."""
    if not sys.stdout.isatty():
        return text
    return "\n".join(visible(line.rstrip("\r")) for line in text.split("\n"))
