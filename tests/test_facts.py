"""Tables of facts: how they are read, and that a table is never the suspect."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import duckdb
import pytest
from archive_articles import article, findings

from factcheck.archive.cells import csv_grid, grid
from factcheck.archive.facts import facts, facts_in
from factcheck.errors import ConfigError, ReadError
from factcheck.model import Measure, Standing

HEAD = "subject,indicator,period,value,unit,source\n"
ROWS = [
    ["subject", "indicator", "period", "value", "unit", "source"],
    ["泽州市", "快递业务量", "2024年", "3.29", "亿件", "市邮政管理局2025-01-16"],
    ["泽州市", "规模以上工业增加值增速", "2024年", "6.7", "%", "市统计局"],
]


def claim(row: str, head: str = HEAD):
    found = facts_in(csv_grid("facts.csv", head + row + "\n"))
    assert [one.wrong for one in found.rows] == [""]
    return found.rows[0].claim


@pytest.mark.parametrize(
    "head", [HEAD, "地区,指标,时期,数值,单位,来源\n", "主体,指标名称,年份,值,计量单位,出处\n"]
)
def test_headings_in_either_language(head):
    """The fields are found whatever they are called."""
    found = claim("泽州市,快递业务量,2024年,3.29,亿件,市邮政管理局2025-01-16", head)
    assert found.quantity.of.subject == "泽州市"
    assert found.quantity.of.indicator == "快递业务量|件"
    assert str(found.article.published) == "2025-01-16"
    assert found.article.standing is Standing.REFERENCE


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("2024年", (2024, 1, 1), (2024, 12, 31)),
        ("2024", (2024, 1, 1), (2024, 12, 31)),
        ("2024年1—6月", (2024, 1, 1), (2024, 6, 30)),
        ("2024年上半年", (2024, 1, 1), (2024, 6, 30)),
        ("2024-06", (2024, 6, 1), (2024, 6, 30)),
        ("2024年末", (2024, 12, 31), (2024, 12, 31)),
        ("2023年（最终核实）", (2023, 1, 1), (2023, 12, 31)),
    ],
)
def test_periods(period, first, last):
    """Years, months, ISO months, ends of years, with or without a vintage behind."""
    assert claim(f"泽州市,常住人口,{period},41.3,万人,").quantity.of.period[1:3] == (first, last)


@pytest.mark.parametrize(
    ("indicator", "value", "measure", "sign"),
    [
        ("社会消费品零售总额增速", "5.1", Measure.GROWTH, 1),
        ("社会消费品零售总额同比", "-2.4", Measure.GROWTH, -1),
        ("新建商品住宅价格环比", "-0.6", Measure.GROWTH, -1),
        ("单位生产总值能耗降幅", "3.2", Measure.GROWTH, -1),
        ("常住人口城镇化率", "66.2", Measure.LEVEL, 1),
    ],
)
def test_changes_are_told_from_levels(indicator, value, measure, sign):
    """An ending makes the value a change; a fall is negative."""
    found = claim(f"泽州市,{indicator},2024年6月,{value},%,")
    assert (found.quantity.measure, found.sign) == (measure, sign)
    assert (found.interval.middle < 0) is (sign < 0)


def test_a_month_on_month_change_is_against_the_month_before():
    """环比 goes back by one period, not by a year."""
    assert claim("泽州市,新建商品住宅价格环比,2025年2月,-0.6,%,").quantity.against.period[1] == (2025, 1, 1)


@pytest.mark.parametrize(
    ("row", "wrong"),
    [
        ("泽州市,常住人口,2024年,不详,万人,", "不详"),
        ("泽州市,常住人口,2024年,,万人,", "value"),
        ("泽州市,常住人口,某年,41.3,万人,", "某年"),
        (",常住人口,2024年,41.3,万人,", "subject"),
        ("泽州市,,2024年,41.3,万人,", "indicator"),
    ],
)
def test_bad_rows_are_named_and_left_out(row, wrong):
    """The others are used; the message tells the line and what is wrong with it."""
    found = facts_in(csv_grid("facts.csv", f"{HEAD}{row}\n泽州市,常住人口,2024年末,41.3,万人,\n"))
    (bad,) = found.wrong
    assert bad.line == 2
    assert wrong in bad.wrong
    assert sum(len(reading.claims) for reading in found.readings) == 1


@pytest.mark.parametrize("head", ["subject,indicator,value\n", "a,b\n", ""])
def test_a_header_without_what_is_needed_is_refused(head):
    """The message names the missing columns."""
    with pytest.raises(ConfigError, match="period"):
        facts_in(csv_grid("facts.csv", head))


def test_quotes_and_separators():
    """A comma in quotes belongs to the cell; tabs and semicolons part cells too."""
    row = '泽州市,"进出口,其中出口",2024年,"1,286.4",亿元,"海关 ""快报"""'
    assert claim(row).figures[0].value == 128640000000
    assert claim(row).article.title == '海关 "快报"'
    assert (
        claim("泽州市\t出口\t2024年\t58\t亿元\t", HEAD.replace(",", "\t")).quantity.of.indicator == "出口|元"
    )


def test_a_claim_stands_in_its_cell():
    """Line, column and words are those of the value in the file."""
    place = claim("泽州市,快递业务量,2024年,3.29,亿件,").article.place(
        claim("泽州市,快递业务量,2024年,3.29,亿件,").span
    )
    assert (place.line, place.column, place.text) == (2, 17, "3.29")


def test_csv_xlsx_and_parquet_say_the_same(tmp_path):
    """Three formats, one table."""
    (tmp_path / "f.csv").write_text("\n".join(",".join(row) for row in ROWS), encoding="gb18030")
    _workbook(tmp_path / "f.xlsx")
    values = ", ".join(str(tuple(row)) for row in ROWS[1:])
    duckdb.sql(
        f"COPY (SELECT * FROM (VALUES {values}) t({', '.join(ROWS[0])})) TO '{tmp_path / 'f.parquet'}'"
    )
    said = []
    for name in ("f.csv", "f.xlsx", "f.parquet"):
        found = facts(tmp_path / name)
        said.append([(row.claim.quantity, row.claim.interval, row.claim.article.title) for row in found.rows])
    assert said[0] == said[1] == said[2]
    assert len(said[0]) == 2


@pytest.mark.parametrize("name", ["f.xlsx", "f.ods", "none.csv"])
def test_what_is_no_table_is_refused(tmp_path, name):
    """By name, with a reason."""
    if name != "none.csv":
        (tmp_path / name).write_bytes(b"no table")
    with pytest.raises(ReadError, match=name):
        grid(tmp_path / name)


def test_a_workbook_with_entities_is_refused(tmp_path):
    """Nothing is expanded."""
    _workbook(tmp_path / "f.xlsx", '<!DOCTYPE x [<!ENTITY a "b">]>')
    with pytest.raises(ReadError, match="XLSX"):
        grid(tmp_path / "f.xlsx")


TABLE = f"{HEAD}泽州市,快递业务量,2024年,3.29,亿件,市邮政管理局2025-01-16\n"


def test_the_table_is_never_the_suspect():
    """Even when every article disagrees with it."""
    text = article("2025-02-11", "2024年，泽州市快递业务量3.92亿件。")
    found = findings(text, text.replace("2024年，", "2024年"), facts=TABLE)
    assert {path for _, path, _ in found} == {"a.md", "b.md"}
    assert {rule for rule, _, _ in found} == {"reference/differs-from-release"}


@pytest.mark.parametrize(
    "text",
    [
        "2024年，泽州市快递业务量3.29亿件。",
        "2024年，泽州市快递业务量3.3亿件。",
        "2024年，泽州市快递业务量超3亿件。",
        "2023年，泽州市快递业务量3.92亿件。",
        "2024年，云岭市快递业务量3.92亿件。",
        "2024年，泽州市快递业务收入3.92亿元。",
        "今年，泽州市快递业务量力争达到3.92亿件。",
    ],
)
def test_what_agrees_or_is_something_else_is_left_alone(text):
    """Rounded, bounded, of another year, place, thing, or planned."""
    assert findings(article("2025-02-11", text), facts=TABLE) == []


def test_an_undated_article_takes_the_year_its_figures_fit():
    """去年末 beside a table of one year's end."""
    table = f"{HEAD}本县,常住人口,2024年末,41.3,万人,\n本县,城镇常住人口,2024年末,22.8,万人,\n"
    found = findings("去年末，全县常住人口43.1万人，其中城镇人口22.8万人。\n", facts=table)
    assert found == [("reference/differs-from-release", "a.md", "43.1万人")]


def test_the_command_shows_how_a_table_was_read(run):
    """Every row with its claim, bad rows on stderr, status 2 if there are any."""
    run.file("f.csv", TABLE)
    done = run("facts", "f.csv", "--format", "jsonl")
    assert done.status == 0
    (row,) = [json.loads(line) for line in done.out.splitlines()]
    assert (row["line"], row["value"], row["source"]) == (2, "3.29亿件", "市邮政管理局2025-01-16")
    assert "快递业务量" in row["says"]
    run.file("g.csv", TABLE + "泽州市,快递业务量,某年,1,亿件,\n")
    done = run("facts", "g.csv")
    assert done.status == 2
    assert "第3行" in done.err


def test_a_bad_row_does_not_stop_a_check(run):
    """It is told beside the report."""
    run.file("f.csv", TABLE + "泽州市,快递业务量,某年,1,亿件,\n")
    run.file("a.md", article("2025-02-11", "2024年，泽州市快递业务量3.92亿件。"))
    done = run("check", "a.md", "--facts", "f.csv", "--format", "concise")
    assert done.status == 1
    assert "reference/differs-from-release" in done.out
    assert "第3行没有用上" in done.err


def test_without_cross_each_article_still_meets_the_table(run):
    """--no-cross parts the articles, not the article from its table."""
    run.file("f.csv", TABLE)
    for name in ("a.md", "b.md"):
        run.file(name, article("2025-02-11", "2024年，泽州市快递业务量3.92亿件。"))
    done = run("check", "a.md", "b.md", "--no-cross", "--facts", "f.csv", "--format", "json")
    assert [one["spans"][0]["path"] for one in json.loads(done.out)["findings"]] == ["a.md", "b.md"]


def _workbook(path: Path, head: str = "") -> None:
    """The smallest workbook with the rows, one cell in three a shared string, numbers as numbers."""
    shared: list[str] = []
    rows = []
    for number, row in enumerate(ROWS, 1):
        cells = []
        for at, words in enumerate(row):
            name = f"{'ABCDEF'[at]}{number}"
            if words.replace(".", "").isdigit():
                cells.append(
                    f'<c r="{name}"><v>{words}0000000000000001</v></c>'
                    if "." in words
                    else f'<c r="{name}"><v>{words}</v></c>'
                )
            elif at % 3:
                cells.append(f'<c r="{name}" t="inlineStr"><is><t>{words}</t></is></c>')
            else:
                shared.append(words)
                cells.append(f'<c r="{name}" t="s"><v>{len(shared) - 1}</v></c>')
        rows.append(f'<row r="{number}">{"".join(cells)}</row>')
    space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    with zipfile.ZipFile(path, "w") as book:
        book.writestr(
            "xl/worksheets/sheet1.xml",
            f"{head}<worksheet {space}><sheetData>{''.join(rows)}</sheetData></worksheet>",
        )
        strings = "".join(f"<si><t>{words}</t></si>" for words in shared)
        book.writestr("xl/sharedStrings.xml", f"<sst {space}>{strings}</sst>")
