"""Twice the text takes at most twice the time, whatever the text is full of.

Ratios of times of one process; no test here knows a clock.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from growing import ratio

from factcheck.config import Settings
from factcheck.pipeline import check_text
from factcheck.pipeline.rules import chosen, loaded

MOST = 2.2


def prose(count: int) -> str:
    """Levels, growths and shares of a few things, said again and again."""
    crops, towns = ("稻谷", "蔬菜", "水果", "茶叶", "药材"), ("东山", "西河", "南岭")
    return "".join(
        f"2023年，白水县{crops[i % 5]}产量{12.4 + i % 90:.1f}万吨，比上年增长{1.1 + i % 7:.1f}%；"
        f"其中{towns[i % 3]}乡{i % 40 + 2}.3万吨，占{10 + i % 60}.5%。"
        f"全县新建水库{i % 30 + 2}座、道路{i % 50 + 3}条、学校{i % 20 + 1}所。\n\n"
        for i in range(count)
    )


def one_sentence(count: int) -> str:
    """A sentence without end."""
    return (
        "全县"
        + "，".join(f"第{i}村产粮{i % 90 + 1}.{i % 9}万吨，增长{i % 8 + 1}.2%" for i in range(count))
        + "。"
    )


def repeated(count: int) -> str:
    """One quantity, mostly with one value."""
    return "".join(f"全县粮食产量{12.4 if i % 9 else 12.5}万吨，比上年增长5.1%。\n\n" for i in range(count))


def ranked(count: int) -> str:
    """One quantity with a new value each time, and comparisons."""
    return "".join(
        f"粮食产量{i + 10}万吨，居全省第{i % 20 + 1}位，高于全省平均（{i % 9 + 3}.5万吨）。\n\n"
        for i in range(count)
    )


def listed(count: int) -> str:
    """Lists with their counts, right and wrong ones."""
    names = "、".join(f"{name}镇" for name in "甲乙丙丁戊")
    return "".join(
        f"县里有{names}等{3 + i % 5}个镇，分三步：一是修路，二是架桥，三是通水。\n\n" for i in range(count)
    )


def divided(count: int) -> str:
    """A whole with very many parts."""
    return "全县支出500亿元，其中：" + "，".join(f"第{i}项{i % 9 + 1}.5亿元" for i in range(count)) + "。"


def table(count: int) -> str:
    """A long table."""
    rows = (f"| 第{i}镇 | {100 + i * 3 % 97} | {110 + i * 5 % 89} | {i % 9}.3 |\n" for i in range(count))
    return "| 乡镇 | 2022年（万元） | 2023年（万元） | 增长（%） |\n|---|---|---|---|\n" + "".join(rows)


@pytest.mark.parametrize(
    ("made", "count"),
    [
        (prose, 60),
        (one_sentence, 200),
        (repeated, 200),
        (ranked, 150),
        (listed, 150),
        (divided, 200),
        (table, 90),
    ],
    ids=lambda each: each.__name__ if callable(each) else "",
)
def test_twice_the_text_takes_twice_the_time(made: Callable[[int], str], count: int):
    """Everything from reading to judging."""
    rules = chosen(loaded(Settings()), Settings())
    short, long = made(count), made(2 * count)
    most = MOST * len(long) / len(short) / 2
    assert ratio(lambda: check_text(short, rules=rules), lambda: check_text(long, rules=rules), most) < most


def test_what_grows_with_the_square_is_seen():
    """The ratio is no check that cannot fail."""
    squared = [lambda size=size: [a == b for a in range(size) for b in range(size)] for size in (400, 800)]
    assert ratio(squared[0], squared[1], MOST) > MOST
