"""A surplus that is a deficit, or the other way round: income 380, expense 425, 盈余45."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.told import Told, told
from factcheck.model import Claim, Figure, Reading


def check(
    subject: Sequence[Claim], reading: Reading, *, balances: tuple[str, ...] = ()
) -> Iterator[Judgement]:
    """Every sentence with a balance and the two amounts it is the difference of.

    A balance is written as its word and the words of what is in and what is out, parted by blanks,
    alternatives parted by `|`: `盈余|结余 收入 支出`.
    """
    known = [[field.split("|") for field in balance.split()] for balance in balances]
    for here in told(reading, (), [name for names, _, _ in known for name in names]):
        for fields in known:
            total, income, expense = (_named(here, words) for words in fields)
            if total is not None and income is not None and expense is not None:
                yield from _judged(total, income, expense)


def _named(here: Told, words: Sequence[str]) -> Figure | None:
    """The only figure with one of the words right before it."""
    if not any(word in here.text for word in words):
        return None
    found = [one for one in here.figures if any(word in here.left(one)[-8:] for word in words)]
    return found[0] if len(found) == 1 and found[0].interval is not None else None


def _judged(total: Figure, income: Figure, expense: Figure) -> Iterator[Judgement]:
    if len({figure.unit for figure in (total, income, expense)}) != 1:
        return
    if total.interval is None or income.interval is None or expense.interval is None:
        return
    difference = income.interval - expense.interval
    spots = Spot("balance", total.span), Spot("in", income.span), Spot("out", expense.span)
    if difference.meets(total.interval):
        yield held(*spots, equation=f"{total.text} = {income.text} − {expense.text}")
    elif (-difference).meets(total.interval):
        yield conflict(*spots, equation=f"{total.text} ≠ {income.text} − {expense.text}")
