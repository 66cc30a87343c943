"""What the tables of an article say; the modules that read tables are loaded for the first one."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claims.bind import Bound
from factcheck.claims.mentions import Mention
from factcheck.model import Article, Claim, Figure, Order, Partition, Period, Quote
from factcheck.records import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Drawn:
    """What the tables of an article say.

    Attributes:
        claims: of their cells, and of the cells that sentences quote.
        totals: the wholes with their parts.
        orders: the orders that rows are said to stand in.
        quotes: the sentences that quote a cell under another unit or period.
        figures: the numbers of cells that running text takes for years.
    """

    claims: tuple[Claim, ...] = ()
    totals: tuple[Partition, ...] = ()
    orders: tuple[Order, ...] = ()
    quotes: tuple[Quote, ...] = ()
    figures: tuple[Figure, ...] = ()


def drawn(
    article: Article,
    figures: Sequence[Figure],
    periods: Sequence[Period],
    said: Sequence[Mention],
    bound: Bound,
) -> Drawn:
    """What the tables of `article` say, and which of it the text repeats."""
    if not article.tables:
        return Drawn()
    from factcheck.claims import tables  # noqa: PLC0415  (twenty modules that most articles do not need)

    found = tables.sheets(article, figures, periods)
    quotes = tables.quoted(found, said, bound, periods)
    tables.wholes(found, said, quotes)
    totals = [*tables.totals(found), *tables.summed(found, said, bound)]
    return Drawn(
        (*tables.cells(found), *quotes.claims),
        tuple(totals),
        tuple(tables.orders(found)),
        tuple(quotes.quotes),
        tuple(tables.yearlike(found, figures)),
    )
