"""`factcheck diff`: the figures that changed between two versions of an article."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Annotated

import typer

from factcheck.archive.drafts import Change, Said
from factcheck.cli.parts import given, options
from factcheck.cli.parts.options import argument, option
from factcheck.cli.parts.output import report_failures, say
from factcheck.config.values import one_of
from factcheck.model import Severity, Verified
from factcheck.pipeline.drafting import Drafts, compared
from factcheck.reports.parts.claims import says
from factcheck.reports.parts.contract import finding
from factcheck.reports.parts.contract import place as shown

HELP = """比较两版稿件里的数字：哪些改了、多了、少了，哪些关系因此断了

  factcheck diff 一稿.md 二稿.md
  factcheck diff 一稿.docx 二稿.docx --format jsonl

退出码：0 没有因修改而新出的错误，1 有，2 没能比完。"""

_KINDS = {"changed": "改", "appeared": "增", "vanished": "删"}

Old = Annotated[str, argument("旧稿", "改之前的稿件")]
New = Annotated[str, argument("新稿", "改之后的稿件")]
Format = Annotated[str, option("--format", "-f", metavar="text|jsonl", help="一行一处，或一行一个 JSON")]


def diff(
    old: Old,
    new: New,
    *,
    format: Format = "text",
    date: options.Date = "",
    place: options.PlaceName = "",
    encoding: options.Encoding = "",
    select: options.Select = None,
    ignore: options.Ignore = None,
    config: options.Config = None,
    isolated: options.Isolated = False,
) -> None:
    """Compare two versions of an article and leave with status 0, 1 or 2."""
    one_of("--format", format, ("text", "jsonl"))
    settings = given.settings(
        [new], config, isolated, published=date, place=place, encoding=encoding, select=select, ignore=ignore
    )
    found = compared(old, new, settings)
    if found.failures:
        report_failures(found.failures)
        raise typer.Exit(2)
    if format == "jsonl":
        say("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in _rows(found)))
    else:
        say("".join(f"{line}\n" for line in _lines(found)))
    raise typer.Exit(int(any(one.severity is Severity.ERROR for one, _ in found.broken)))


def _lines(found: Drafts) -> Iterator[str]:
    for change in found.changes:
        yield f"{_KINDS[change.kind]}  {_where(change)}  {_texts(change)}  {_claimed(change)}".rstrip()
    for broken, before in found.broken:
        mark = broken.marks[0].place
        yield f"断  {mark.path}:{mark.line}  {broken.message}  {broken.equation}{_held(before)}".rstrip()
    for mended in found.mended:
        mark = mended.marks[0].place
        yield f"通  {mark.path}:{mark.line}  原有的冲突没有了：{mended.message}"
    if not (found.changes or found.broken or found.mended):
        yield "数字没有变化"


def _held(before: Verified | None) -> str:
    return f"（原来 {before.equation}）" if before is not None and before.equation else ""


def _where(change: Change) -> str:
    sides = [side for side in (change.old, change.new) if side is not None]
    places = [side.article.place(side.figure.span) for side in sides]
    return " → ".join(f"{place.path}:{place.line}" for place in places)


def _texts(change: Change) -> str:
    return " → ".join(side.figure.text for side in (change.old, change.new) if side is not None)


def _claimed(change: Change) -> str:
    said = change.new or change.old
    return says(said.claim.quantity) if said is not None and said.claim is not None else ""


def _rows(found: Drafts) -> Iterator[dict[str, object]]:
    for change in found.changes:
        yield {"kind": change.kind, "old": _side(change.old), "new": _side(change.new)}
    for broken, before in found.broken:
        yield {"kind": "broken", **finding(broken), "held": before.equation if before is not None else None}
    for mended in found.mended:
        yield {"kind": "mended", **finding(mended)}


def _side(said: Said | None) -> dict[str, object] | None:
    if said is None:
        return None
    spot = shown(said.article.place(said.figure.span))
    return {**spot, "says": says(said.claim.quantity) if said.claim is not None else None}
