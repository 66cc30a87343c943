"""Shares in sentences whose whole only a table gives: 绿色贷款82.0亿元，占贷款总额的20%, beside its row.

The whole is named in full by one line of a table, the other line of the cell says only when (or that it is
the total), and no sentence gives that whole itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.claims.bind import Bound
from factcheck.claims.lexicons import aliases, words
from factcheck.claims.mentions import Mention, Role
from factcheck.claims.table_labels import Head, Kind
from factcheck.claims.table_quotes import Quoted
from factcheck.claims.table_sheet import Entry, Sheet
from factcheck.claims.table_when import Times, times
from factcheck.claims.table_words import table_words
from factcheck.model import Claim, Fact, Measure, Quantity

_ALL = ("全部", "所有", "同期")
_SAME_TIME = ("said", "同期")


def wholes(found: Sequence[Sheet], mentions: Sequence[Mention], made: Quoted) -> None:
    """Let the cells that are the wholes of shares in sentences be mentions of them, in `made`."""
    levels = {claim.quantity.of: claim for claim in made.bound.levels.values()} if found else {}
    for mention in mentions if found else ():
        share = _share(mention, made.bound)
        if share is None:
            continue
        part, whole = levels.get(share.quantity.of), share.quantity.against
        if part is None or not isinstance(whole, Fact) or whole in levels:
            continue
        cells = [(one, entry) for one in found for entry in _cells(one, mention, whole, part)]
        if len(cells) == 1:
            sheet, entry = cells[0]
            made.add(Quantity(Measure.LEVEL, whole), sheet.said[entry.spot])
            made.claims += [share] if share.alternative == 0 and share not in made.bound.claims else []


def _share(mention: Mention, bound: Bound) -> Claim | None:
    """What a share of a named whole claims: of what it names, where the article tells only other wholes."""
    if mention.role is not Role.SHARE or not mention.whole.indicator:
        return None
    said = [c for c in bound.of.get(id(mention), ()) if c.quantity.measure is Measure.QUOTIENT]
    sure = next((claim for claim in said if not claim.alternative), None)
    if sure is not None or not said or not isinstance(of := said[0].quantity.of, Fact):
        return sure
    then = mention.whole_period or of.period
    whole = Fact(mention.whole.subject or mention.subject, mention.whole.indicator, period=then)
    return replace(said[0], quantity=replace(said[0].quantity, against=whole), alternative=0)


def _cells(sheet: Sheet, mention: Mention, whole: Fact, part: Claim) -> Iterator[Entry]:
    """The cells of a table that give a named whole, in the unit of the part and of its time."""
    captions = "".join(span.of(sheet.article.text) for span in sheet.around.captions)
    if not _is_told_of(whole.subject, sheet.article.title + captions):
        return
    then = (
        part.quantity.of.period
        if whole.period == _SAME_TIME and isinstance(part.quantity.of, Fact)
        else whole.period
    )
    name = mention.whole.indicator
    names = {name, *(name.removeprefix(word) for word in _ALL)}
    for entry in sheet.entries.values():
        if entry.kind is not Kind.LEVEL or entry.spot not in sheet.said or entry.mean:
            continue
        if not part.unit or entry.base != part.unit.base or entry.row.plan or entry.column.plan:
            continue
        heads = (entry.row, entry.column), (entry.column, entry.row)
        named = any(_names(one, names) and _adds_nothing(other) for one, other in heads)
        if named and entry.period is not None and times(then, entry.period) is Times.SAME:
            yield entry


def _is_told_of(subject: str, words_above: str) -> bool:
    """Whether a title or a caption names a subject, or a place of its level (全市)."""
    return subject in words_above or any(
        word in words_above for word, level in words().places.items() if level == subject
    )


def _names(head: Head, names: set[str]) -> bool:
    """Whether a line is called so, or by another name of the same."""
    known = {aliases().get(name, name) for name in names if len(name) > 1}
    return aliases().get(head.words, head.words) in known


def _adds_nothing(head: Head) -> bool:
    """Whether a line says only when, that it holds amounts, or that it is the total."""
    return not head.words or head.words in table_words().generic or head.total in ("all", "whole")
