"""What the parts of a rate are called, where they are not called as the rate is: 失败 for a 成功率."""

from __future__ import annotations

from functools import cache

from factcheck.claims.lexicons import lexicon
from factcheck.claims.mentions import Mention
from factcheck.patterns import compiled

_NEAR = 8
_LEFT = compiled("(?:还|尚|仍)(?:有|剩|余|欠|差)|剩下?|余下")
_UNDONE = compiled("^[^，。；、]{0,8}[没未待]")


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


def is_left(level: Mention) -> bool:
    """Whether a level tells what is still to be done (还有6.3万亩没种上), and not what is."""
    return _LEFT.search(level.lead[-_NEAR:]) is not None and _UNDONE.match(level.right) is not None


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
