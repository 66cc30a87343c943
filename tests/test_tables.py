"""Tables: what headers say, what cells claim, what is caught and what is left alone."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from factcheck.claims.table_heads import head
from factcheck.claims.table_labels import Head
from factcheck.engine import Rule, home, load
from factcheck.model import Claim, Document, Fact, Finding, Measure, Quantity, Reading, Severity, Span
from factcheck.periods import periods
from factcheck.pipeline import check_text
from factcheck.readers.md import marked

TABLES = Path(__file__).parent / "tables"


@cache
def rules() -> tuple[Rule, ...]:
    """All the rules."""
    return load([home()])


def findings(text: str) -> list[Finding]:
    """What all the rules find in a Markdown text, notes left out."""
    found = check_text(text, name="table.md", rules=rules()).findings
    return [finding for finding in found if finding.severity is not Severity.INFO]


def reading(text: str) -> Reading:
    """What a Markdown text was understood to say."""
    return check_text(text, name="table.md", rules=()).readings[0]


def lines(name: str) -> Iterator[tuple[str, str]]:
    for line in (TABLES / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("# "):
            written, _, value = line.partition(" => ")
            yield written, value


@pytest.mark.parametrize(("written", "value"), list(lines("table-heads.txt")))
def test_a_header_says(written: str, value: str) -> None:
    """A header's kind, name and unit, and what else it says."""
    said = head(written, [Span(0, len(written))], periods(written))
    kind, name, unit, *rest = [part.strip() for part in value.split("|")]
    assert f"{said.kind.value}{'?' if said.bare else ''}" == kind
    assert said.words == name
    assert (said.unit.name if said.unit else "") == unit
    assert all(part in also(said) for part in rest)


def also(said: Head) -> set[str]:
    """The further things a head says, as the table of heads writes them."""
    flags = {"mean": said.mean, "within": said.within, "plan": said.plan, "falls": said.falls}
    return {said.total, said.when, said.base, str(said.depth), *(name for name, on in flags.items() if on)}


def left_alone() -> Iterator[object]:
    """The consistent tables and articles, each with the reason it is there."""
    text = (TABLES / "tables-left-alone.md").read_text(encoding="utf-8")
    for number, case in enumerate(text.split("\n=== ")[1:]):
        why, _, body = case.partition("\n")
        yield pytest.param(body, id=f"{number}-{why[:40]}")


@pytest.mark.parametrize("text", list(left_alone()))
def test_left_alone(text: str) -> None:
    """No rule says anything of a consistent table, however it is shaped."""
    assert [(one.rule, one.message) for one in findings(text)] == []


TRADE = """# 表解外贸

2024年，全市进出口155.3亿元。对北洲进出口{quoted}亿元，增长{growth}%。

表1 2024年全市进出口（单位：亿元）

| 伙伴 | 进出口 | 出口 | 进口 | 进出口同比 |
|---|---|---|---|---|
| 南洲 | 38.6 | 27.4 | 11.2 | 15.8% |
| 北洲 | 29.3 | 24.1 | 5.2 | 9.4% |
| 西洲 | 87.4 | {part} | 26.4 | {share}% |
| 合计 | 155.3 | 112.5 | {total} | 9.8% |
"""
RIGHT = {"quoted": "29.3", "growth": "9.4", "part": "61.0", "share": "7.2", "total": "42.8"}


def trade(**changed: str) -> str:
    """The article on trade, some of its numbers changed."""
    return TRADE.format(**{**RIGHT, **changed})


def test_the_article_on_trade_is_consistent() -> None:
    """Nothing is found in it as it stands."""
    assert findings(trade()) == []


@pytest.mark.parametrize(
    ("changed", "rule", "expected"),
    [
        ({"quoted": "23.9"}, "tables/text-differs-from-table", "29.3亿元"),
        ({"growth": "4.9"}, "tables/text-differs-from-table", "9.4%"),
        ({"total": "48.2"}, "tables/total-row-mismatch", "42.8亿元"),
    ],
)
def test_one_error_is_one_finding(changed: dict[str, str], rule: str, expected: str) -> None:
    """A wrong number is reported once, first among its marks, with what it ought to be."""
    [found] = findings(trade(**changed))
    assert found.rule == rule
    assert found.expected == expected
    assert found.marks[0].place.text.startswith(next(iter(changed.values())))


def test_a_part_that_breaks_two_sums_is_one_finding() -> None:
    """A wrong cell of both a row's and a column's sum is the suspect of a single finding."""
    [found] = findings(trade(part="67.0"))
    assert found.marks[0].place.text == "67.0"
    assert [fix.replacement for fix in found.fixes if fix.mark == 0] == ["61.0"]


def claims(text: str, words: str) -> list[Claim]:
    """The claims made of the figure printed so."""
    return [one for one in reading(text).claims if [f.text for f in one.figures] == [words]]


def test_a_cell_claims_its_row_and_column() -> None:
    """A cell is a level of what its labels name, in the unit of the caption, when the caption says."""
    [cell, *quotes] = claims(trade(), "24.1")
    assert isinstance(cell.quantity.of, Fact)
    assert cell.quantity.of.indicator == "北洲出口|元"
    assert cell.made_by == "table"
    assert cell.interval is not None
    assert cell.interval.middle == Decimal("24.1e8")
    assert quotes == []


def test_a_growth_column_is_a_growth_of_its_level_column() -> None:
    """进出口同比 belongs to 进出口, not to the column beside it."""
    [share] = claims(trade(), "15.8%")
    [level] = claims(trade(), "38.6")
    assert share.quantity.measure is Measure.GROWTH
    assert share.quantity.of == level.quantity.of


def test_a_quoted_cell_says_what_the_sentence_says() -> None:
    """The cell a sentence quotes becomes one more mention of the sentence's own quantity."""
    said = next(one for one in reading(trade()).claims if one.made_by == "table-quote")
    text = next(one for one in reading(trade()).claims if [f.text for f in one.figures] == ["155.3亿元"])
    assert isinstance(said.quantity, Quantity)
    assert said.quantity == text.quantity


@pytest.mark.parametrize(
    "body",
    [
        "||||\n|---|---|---|\n||||\n",
        "| a | a | a |\n|---|---|---|\n| 1 | 1 | 1 |\n| 1 | 1 | 1 |\n",
        "| 合计 | 合计 |\n|---|---|\n| 合计 | 合计 |\n| 合计 | 12 |\n",
        "| 其中：甲 | 其中：乙 |\n|---|---|\n| 其中：丙 | 0 |\n| 其中：丁 | - |\n",
        "| 年份 | 2023年 | 2023年 |\n|---|---|---|\n| 2023年 | 2023 | 2023 |\n| 2024年 | 2024 | 1999 |\n",
        "| 指标 | 增长（%） | 增长（%） | 占比（%） |\n|---|---|---|---|\n| 甲 | 1 | 2 | 3 |\n",
        "| 项 | 值 |\n|---|---|\n" + "".join(f"| 其中：项{n} | {n} |\n" for n in range(300)),
        "| 项 |" + " 列 |" * 60 + "\n|---|" + "---|" * 60 + "\n" + ("| 项 |" + " 12 |" * 60 + "\n") * 30,
        "| 项 | 值 |\n|---|---|\n| 合计 | … |\n| 甲 | .. |\n| 乙 | N/A |\n| 丙 | 3/5 |\n| 丁 | 12—15 |\n",
    ],
)
def test_odd_shapes_do_no_harm(body: str) -> None:
    """Blank cells, names repeated, headers alone, very long and very wide tables."""
    assert isinstance(reading(f"各项如下。\n\n{body}\n"), Reading)


def test_a_cell_may_look_like_a_year() -> None:
    """A number such as 1986 is a number in a column of data."""
    text = "| 站点 | 人次 |\n|---|---|\n| 东站 | 1986 |\n| 西站 | 1204 |\n| 合计 | 3910 |\n"
    [found] = findings(text)
    assert found.marks[0].place.text == "3910"
    assert isinstance(marked("a.md", text), Document)
