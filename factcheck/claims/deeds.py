"""Growths under a word for how much was done: 卖出啤酒91万千升，销量增长10.8% is of what was sold."""

from __future__ import annotations

from factcheck.claims.mentions import Mention, Role
from factcheck.patterns import compiled

# Words for how much was done, by what is said of the doing.
_DONE = {
    "销量": compiled("[卖售]出|销售(?!额|收入|总额)"),
    "产量": compiled("生产|产出|采收|收获|产[\u4e00-\u9fff]{1,4}$"),
    "客流": compiled("[游旅乘顾]客|观众|接待"),
    "客流量": compiled("[游旅乘顾]客|观众|接待"),
    "人数": compiled("人次?$|[游旅乘顾]客|观众|读者|学生|选手"),
    "投递量": compiled("投递"),
    "运量": compiled("运送|发送|运输"),
}


def of_a_deed(mention: Mention, topic: Mention | None, last: Mention | None) -> bool:
    """Whether a growth is that of the level told right before it, which says what was done."""
    deed = _DONE.get(mention.name.indicator) if mention.role is Role.GROWTH else None
    if deed is None or last is None or last is not topic or last.role is not Role.LEVEL or last.aside:
        return False
    beside = last.sentence == mention.sentence and last.where[3] + 1 == mention.where[3]
    return beside and deed.search(last.name.indicator + last.lead) is not None
