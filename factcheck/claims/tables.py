"""Tables as claims: every cell with its row, its header and its unit; totals, shares and growths.

table_grid     headers, labels, numbers        table_labels   what one header cell says
table_around   caption, unit, remarks          table_heads    what a row or a column announces
table_sheet    one entry for every number      table_bare     headers without a unit
table_derived  growth, share, difference       table_views    rows and columns change places
table_ways     the ways to read a total        table_sums     which of them comes out
table_totals   wholes with their parts         table_found    sums that no word announces
table_orders   rows said to be sorted          table_quotes   sentences that quote a cell
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claims.table_around import around
from factcheck.claims.table_bare import settle_bare
from factcheck.claims.table_derived import derive
from factcheck.claims.table_grid import grid
from factcheck.claims.table_orders import sorted_rows
from factcheck.claims.table_quotes import Quoted, quoted
from factcheck.claims.table_sheet import Sheet, sheet
from factcheck.claims.table_totals import divide
from factcheck.model import Article, Claim, Figure, Order, Partition, Period

__all__ = ["Quoted", "cells", "orders", "quoted", "sheets", "totals"]


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


def cells(found: Sequence[Sheet]) -> list[Claim]:
    """What the cells of tables claim."""
    return [claim for one in found for claim in one.claims]


def totals(found: Sequence[Sheet]) -> list[Partition]:
    """The wholes with their parts that tables show."""
    return [partition for one in found for partition in divide(one)]


def orders(found: Sequence[Sheet]) -> list[Order]:
    """The orders that the rows of tables are said to stand in."""
    return [order for one in found for order in sorted_rows(one)]
