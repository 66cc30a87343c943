"""Half-width stops among Chinese words are read as full-width ones; numbers, clocks and codes keep theirs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.articles.punctuation import widened
from factcheck.pipeline import check_text

_PAIRS = set(zip(",;:!?()", "，；：！？（）", strict=True))


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("全市共30人,其中女性12人;男性18人", "全市共30人，其中女性12人；男性18人"),
        ("9个进入前100,13个更靠后,共22个", "9个进入前100，13个更靠后，共22个"),
        ("收入1,234.5万元,增长5%", "收入1,234.5万元，增长5%"),
        ("时间:8:30,比分3:2。", "时间：8:30，比分3:2。"),
        ("10日(周一)零时,(1,234)万元", "10日（周一）零时，(1,234)万元"),
        ("((周一)零时)", "（（周一）零时）"),
        ("f(甲(x))", "f(甲(x))"),
        ("Apple, Inc. (NASDAQ)", "Apple, Inc. (NASDAQ)"),
        ("增长5.1%,达到3亿元", "增长5.1%，达到3亿元"),
        ("f(x)=1,2,3", "f(x)=1,2,3"),
    ],
)
def test_stops_among_words(written, read):
    """What parts words is made wide; what is inside a number, a time or a foreign name is left."""
    assert widened(written) == read


@given(st.text(alphabet="0123456789,;:!?()中亿元 a”\n"))
def test_no_position_moves(words):
    """The length is that of the original, only stops differ, and a second time changes nothing."""
    read = widened(words)
    assert len(read) == len(words)
    assert {*zip(words, read, strict=True)} - {(one, one) for one in words} <= _PAIRS
    assert widened(read) == read


@pytest.mark.parametrize(
    "text", ["基础版每人69元{}与今年持平{}升级版129元。", "这286公里里{}新修的41公里{}拓宽的245公里。"]
)
def test_both_keyboards_say_the_same(text):
    """The same findings, with half-width and with full-width stops."""
    wide, half = (check_text("# 题\n\n" + text.format(*stops)) for stops in ("，；", ",;"))
    assert [each.rule for each in half.findings] == [each.rule for each in wide.findings]


def test_an_error_is_found_behind_half_width_stops():
    """上年为 behind a half-width comma is another clause."""
    found = check_text("# 题\n\n全县有桥120座,其中石桥48座,木桥36座,铁桥46座,合计120座。\n").findings
    assert [each.rule for each in found] == ["sums/parts-disagree-with-total"]
