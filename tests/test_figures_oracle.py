"""Chinese numerals against cn2an, which writes them and, where it can, reads them."""

from __future__ import annotations

from decimal import Decimal

import cn2an
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.figures import lex

UNITS = ("元", "人", "公里", "亩")


@settings(max_examples=500, deadline=None)
@given(st.integers(min_value=2, max_value=10**16 - 1), st.sampled_from(UNITS))
def test_whole_numerals_read_back(number: int, unit: str) -> None:
    """A whole number written out in Chinese is read as itself, unit and all."""
    written = cn2an.an2cn(number, "low")
    assert [figure.value for figure in lex(f"共有{written}{unit}。").figures] == [number], written


@settings(max_examples=300, deadline=None)
@given(st.decimals(min_value=Decimal("0.01"), max_value=Decimal(9999), places=2))
def test_decimals_read_back(number: Decimal) -> None:
    """A decimal written out in Chinese is read as itself."""
    written = cn2an.an2cn(str(number), "low")
    assert [figure.value for figure in lex(f"为{written}倍。").figures] == [number], written


@settings(max_examples=300, deadline=None)
@given(st.integers(min_value=1, max_value=10**8))
def test_formal_numerals_read_back(number: int) -> None:
    """壹仟贰佰 is read like 一千二百."""
    written = cn2an.an2cn(number, "up")
    assert [figure.value for figure in lex(f"人民币{written}元整").figures] == [number], written


@pytest.mark.parametrize(
    "written", ["一百零六", "三千五", "十二万三千", "两百二", "廿四", "一千零一十", "四亿零七百万"]
)
def test_readings_agree(written: str) -> None:
    """Where both read a numeral, they read the same number."""
    assert lex(f"计{written}元").figures[0].value == cn2an.cn2an(written, "smart")
