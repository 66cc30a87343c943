"""What the parts of a rate are called, where they are not called as the rate is: 失败 for a 成功率."""

from __future__ import annotations

from functools import cache

from factcheck.claims.lexicons import lexicon


def opposites(stem: str) -> tuple[str, ...]:
    """The words for what a rate leaves out: 不合格 and 次品 for 合格; empty for a stem of one character."""
    if len(stem) < len("合格"):
        return ()
    short = stem[-len("合格") :]
    listed = (words for rates, words in _opposites() if short in rates)
    return (*next(listed, ()), f"不{short}", f"未{short}", f"没有{short}")


def synonyms(stem: str) -> tuple[str, ...]:
    """Other words for what a rate is of: 查出 for 检出; empty when none are listed."""
    return next((words for rates, words in _called() if stem.endswith(tuple(rates))), ())


def of_seats(stem: str) -> bool:
    """Whether a rate is of those who take the places that there are."""
    return stem.endswith(_seats())


@cache
def _opposites() -> tuple[tuple[frozenset[str], tuple[str, ...]], ...]:
    return tuple((frozenset(each["rate"]), tuple(each["part"])) for each in lexicon("rates")["opposite"])


@cache
def _called() -> tuple[tuple[frozenset[str], tuple[str, ...]], ...]:
    return tuple((frozenset(each["rate"]), tuple(each["part"])) for each in lexicon("rates")["called"])


@cache
def _seats() -> tuple[str, ...]:
    return tuple(lexicon("rates")["seats"]["rate"])
