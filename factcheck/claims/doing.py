"""Names that say the same deed in other words: 全年销售咖啡73万杯 and 平均每天卖出2000杯."""

from __future__ import annotations

import re
from functools import cache

from factcheck.claims.lexicons import either
from factcheck.claims.told import told
from factcheck.patterns import compiled

_LIGHT = compiled("平均|合计|累计|一共|总共|下来|[共约了]")


def one_deed(mean: str, total: str) -> bool:
    """Whether the name of a mean, without its averaging word, is that of the total, or one is part of it."""
    return is_within(mean, total) or (bool(_plain(total)) and is_within(total, mean))


def is_within(one: str, other: str) -> bool:
    """Whether one name is part of the other: 处理 of 处理污水."""
    return _plain(one) in _plain(other)


def _plain(named: str) -> str:
    """A name with one verb for each deed, and without the words that add nothing."""
    return _deeds().sub(_deed, _LIGHT.sub("", named))


def _deed(found: re.Match[str]) -> str:
    return next(group[0] for group in told().doing if found.group() in group)


@cache
def _deeds() -> re.Pattern[str]:
    return compiled(either({word for group in told().doing for word in group}))
