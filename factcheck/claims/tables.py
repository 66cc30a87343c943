"""Tables as claims: every cell with its row, its header and its unit; totals, shares and growths.

table_words    the words of headers            table_around   caption, unit, remarks
table_grid     headers, labels, numbers        table_labels   what one header cell says
table_heads    what a row or column announces  table_sheet    one entry for every number
table_bare     headers without a unit          table_views    rows and columns change places
table_derived  lines worked out from others    table_changes  growth, difference
table_ratios   share, completion, rate         table_ways     the ways to read a total
table_sums     which of them comes out         table_found    sums that no word announces
table_totals   wholes with their parts         table_orders   rows said to be sorted
table_quotes   sentences that quote a cell     table_fits     the cells a sentence may mean
table_saying   the words of a sentence         table_digits   repeated and mistyped numbers
table_when     times of sentence and cell     table_shares   shares of a whole no row names
table_prices   单价 by 数量
table_points   wins and draws as points        table_counted  sums that only a sentence tells
table_wholes   shares in sentences of a line
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claims.bind import Bound
from factcheck.claims.mentions import Mention
from factcheck.claims.table_around import around
from factcheck.claims.table_bare import settle_bare
from factcheck.claims.table_counted import counted
from factcheck.claims.table_derived import derive
from factcheck.claims.table_grid import grid
from factcheck.claims.table_orders import sorted_rows
from factcheck.claims.table_points import standings
from factcheck.claims.table_quotes import Quoted, quoted
from factcheck.claims.table_sheet import Sheet, sheet
from factcheck.claims.table_totals import divide
from factcheck.claims.table_wholes import wholes
from factcheck.model import Article, Claim, Figure, Order, Partition, Period

__all__ = ["Quoted", "cells", "orders", "quoted", "sheets", "summed", "totals", "wholes", "yearlike"]


def sheets(article: Article, figures: Sequence[Figure], periods: Sequence[Period]) -> list[Sheet]:
    """The tables of `article` that hold data, with the claims of their cells."""
    found: list[Sheet] = []
    for number, table in enumerate(article.tables, 1):
        inside = [figure for figure in figures if table.span.overlaps(figure.span)]
        laid = grid(article, table, inside)
        if laid is not None:
            made = sheet(article, laid, around(article, table, laid, periods), periods, number)
            settle_bare(made)
            made.tell()
            derive(made)
            found.append(made)
    return found


def yearlike(found: Sequence[Sheet], figures: Sequence[Figure]) -> list[Figure]:
    """The numbers of cells that running text takes for years (1986); they are not among `figures`."""
    known = {figure.span for figure in figures}
    entries = [entry for one in found for entry in one.entries.values() if entry.spot in one.said]
    return [entry.figure for entry in entries if entry.figure.span not in known]


def cells(found: Sequence[Sheet]) -> list[Claim]:
    """What the cells of tables claim."""
    return [claim for one in found for claim in one.claims]


def totals(found: Sequence[Sheet]) -> list[Partition]:
    """The wholes with their parts that tables show."""
    return [partition for one in found for partition in (*divide(one), *standings(one))]


def summed(found: Sequence[Sheet], said: Sequence[Mention], bound: Bound) -> list[Partition]:
    """The sums of columns that sentences tell."""
    return list(counted(found, said, bound))


def orders(found: Sequence[Sheet]) -> list[Order]:
    """The orders that the rows of tables are said to stand in."""
    return [order for one in found for order in sorted_rows(one)]
