"""Who pays how much of a price or a fee: 套餐15元，老人付8元，区里补4元，街道再补3元.

The price comes first, then what the payer gives and what others add, each right behind who it is. They
are all of the price when they make it, are more than it, or miss it by one slip of the pen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, takewhile

from factcheck.claims.adding import adds_up, exceeds, slipped, total_of
from factcheck.claims.bind import Bound
from factcheck.claims.facts import interval_of, middle_of
from factcheck.claims.mentions import Mention, Role
from factcheck.claims.paid import is_money
from factcheck.claims.stating import stated
from factcheck.model import Partition
from factcheck.patterns import compiled

_OWN = compiled(
    r"[，；](?:其中[，,]?|由)?[^，。；\d]{0,8}?(?:自己|本人|个人|自|只|只需|仅|仅需|实际)?"
    r"(?:付|掏|缴|交|筹|(?<!支)出|花|缴费|缴纳|支付|承担|负担|出资|自筹|自付|自缴)(?:了|费)?(?:为|是|约)?$"
)
_ADDED = compiled(
    r"[，；、](?:其余|剩下的?)?(?:由)?[^，。；\d]{0,10}?(?:再|又|另|另外|还|各|每人|每亩)?"
    r"(?:补|贴|补贴|补助|资助|补齐|贴补|兜底|配套|承担|负担|支付|报销|出资)(?:了)?(?:为|是|约)?$"
)
_NO_PRICE = compiled(
    "收入|收益|营收|收回|利润|盈|亏|涨|降|增|减|提高|补|贴|自付|[比较由从]|原来|起付|超过|封顶|最高|限额|以上"
)
_LEAKS = compiled(
    "[折%％约近超余]|至高|最高|最多|不低于|不少于|不超过|以上|起|送|返|另行|左右|或|不等|以内|等|—|-|~"
)
_FEWEST, _MOST = 2, 6  # payers


def cofunded(mentions: Sequence[Mention], bound: Bound) -> Iterator[Partition]:
    """The prices of an article with what each payer gives of them.

    每件摊2.44元，村民出1元，县里补1.5元，合起来2.5元: what they give comes to something else.
    """
    for _, together in groupby(mentions, key=lambda m: m.sentence):
        said = [m for m in together if is_money(m)]
        for at, price in enumerate(said[: -_FEWEST or None]):
            parts = _payers(price, said[at + 1 : at + 1 + _MOST], bound.article.text)
            behind = said[at + 1 + len(parts) :][:1]
            if len(parts) >= _FEWEST and not any(_is_sum(total, parts) for total in behind):
                yield from _told(price, parts, bound)


def _told(price: Mention, parts: list[Mention], bound: Bound) -> Iterator[Partition]:
    """The price and who pays it; a price in 元 is what it says, to the 元."""
    exact = all(m.slot.unit is not None and m.slot.unit.scale == 1 for m in (price, *parts))
    whole, total = interval_of(price), total_of(parts)
    more = exceeds(price, parts)
    if exact and whole is not None and whole.middle is not None and total.middle is not None:
        more = total.middle > whole.middle
    if adds_up(price, parts) or more or slipped(price, parts):
        yield from stated(price, parts, bound, "cofunded", exact=exact)


def _is_sum(total: Mention, parts: Sequence[Mention]) -> bool:
    """Whether an amount is what all of them give, to the last digit."""
    return middle_of(total) == sum(map(middle_of, parts))


def _payers(price: Mention, after: Sequence[Mention], text: str) -> list[Mention]:
    """What is paid by each, right behind the price; nothing where nobody pays for himself or nobody adds."""
    if not after or price.role is not Role.LEVEL or _NO_PRICE.search(price.left):
        return []
    at = {
        id(m): text[one.slot.span.end : m.slot.span.start]
        for one, m in zip((price, *after), after, strict=False)
    }
    run = list(takewhile(lambda m: _OWN.fullmatch(at[id(m)]) or _ADDED.fullmatch(at[id(m)]), after))
    added = [m for m in run if _ADDED.fullmatch(at[id(m)])]
    told = text[price.slot.span.start : run[-1].slot.span.end] if run else ""
    both = bool(added) and len(added) < len(run)
    return run if both and not _LEAKS.search(told) else []
