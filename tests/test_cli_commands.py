"""Commands, their listings, help and refusals."""

from __future__ import annotations

import csv
import json
from io import StringIO

import pytest
from cli_runs import BAD, GOOD

from factcheck.cli.parts import refusals
from factcheck.cli.parts.app import commands
from factcheck.cli.parts.width import cells, wrapped

FIGURES = {
    "path": "甲.md",
    "start": 11,
    "end": 18,
    "line": 1,
    "column": 12,
    "text": "1200万人次",
    "kind": "quantity",
    "value": "12000000",
    "low": "11995000",
    "high": "12005000",
    "low_open": False,
    "high_open": False,
    "unit": "人次",
    "dimension": "count",
    "hedge": None,
}


RISK = ["contradicted", "silenced", "alone", "not read", "loose", "verified"]


def rows(text: str) -> list[dict]:
    return [json.loads(line) for line in text.splitlines()]


def test_figures_in_json_lines(run):
    """One object a line, fields as promised, numbers as plain decimal strings."""
    run.file("甲.md", BAD)
    found = rows(run("figures", "甲.md", "--format", "jsonl").out)
    assert FIGURES in found
    assert [each["value"] for each in found if each["kind"] == "period"] == [
        "2024-01-01/2024-12-31",
        "2023-01-01/2023-12-31",
    ]
    assert all(list(each) == list(FIGURES) for each in found)


def test_figures_of_codes_days_and_fractions(run):
    """A code has no value, a single day is written once, a fraction stays one."""
    run.file("甲.md", "2024年3月5日，三分之一的基站是5G，约占三成。\n")
    found = {each["text"]: each for each in rows(run("figures", "甲.md", "--format", "jsonl").out)}
    assert (found["2024年3月5日"]["kind"], found["2024年3月5日"]["value"]) == ("date", "2024-03-05")
    assert found["三分之一"]["value"] == "1/3"
    assert (found["5G"]["kind"], found["5G"]["value"]) == ("code", None)
    assert (found["三成"]["value"], found["三成"]["unit"], found["三成"]["hedge"]) == ("30", "%", "约占")


def test_date_on_the_command_line(run):
    """Relative dates count from `--date`."""
    run.file("甲.md", "去年全县植树300亩。\n")
    values = [each["value"] for each in rows(run("figures", "甲.md", "-f", "jsonl", "--date", "2021-05").out)]
    assert "2020-01-01/2020-12-31" in values
    assert run("figures", "甲.md", "--date", "2021年").status == 2


def test_tables_line_up(run):
    """Chinese takes two columns."""
    run.file("甲.md", GOOD)
    table = run("figures", "甲.md").out.splitlines()
    starts = {cells(line[: line.index(word)]) for line, word in zip(table, ("原文", "2024年"), strict=False)}
    assert len(starts) == 1
    assert "1200万人次" in "".join(table)


def test_claims_say_what_was_understood(run):
    """Level and growth with what they are against."""
    run.file("甲.md", BAD)
    found = rows(run("claims", "甲.md", "--format", "jsonl").out)
    growth = next(each for each in found if each["measure"] == "growth")
    assert (growth["low"], growth["high"], growth["unit"]) == ("0.095", "0.105", "%")
    assert growth["against"]["period"] is not None
    assert "增长" in run("claims", "甲.md").out


def test_read_prints_the_text_that_offsets_count(run):
    """`start` and `end` of a figure are offsets in what `read` prints."""
    text = "甲县２０２４年😀植树300亩。\n"
    run.file("甲.txt", text)
    out = run("read", "甲.txt").out
    assert out == text
    for each in rows(run("figures", "甲.txt", "-f", "jsonl").out):
        assert out[each["start"] : each["end"]] == each["text"]


def test_outline(run):
    """How the article was taken apart."""
    run.file("甲.md", "# 全县植树300亩\n\n本报3月5日电 " + GOOD)
    out = run("read", "甲.md", "--outline").out
    assert "标题：全县植树300亩" in out
    assert "正文" in out


def test_why_tells_how_a_figure_was_read(run):
    """Value, bounds, claim, and the findings it is part of."""
    run.file("甲.md", BAD)
    out = run("why", f"甲.md:1:{BAD.index('10%') + 1}").out
    assert "“10%”" in out
    assert "9.5% 到 10.5%" in out
    assert "growth/levels-disagree" in out
    assert "“1200万人次”" not in out
    assert "“1200万人次”" in run("why", "甲.md:1").out


def test_why_tells_where_an_open_stretch_begins(run):
    """A stretch without an end is not called a date without a year."""
    run.file("甲.md", "2025年4月15日起开展专项整治。\n")
    assert "读作　2025-04-15 起" in run("why", "甲.md:1").out


def test_why_tells_why_not(run):
    """A figure without a partner says so."""
    run.file("甲.md", "会场摆了300把椅子。\n")
    assert "未核对" in run("why", "甲.md:1").out
    assert "没有数字" in run("why", "甲.md:9").out
    assert run("why", "甲.md").status == 2
    assert run("why", "没有.md:3").status == 2


def test_rules_and_explain(run):
    """Every rule is listed and explained, with one example of each sort."""
    names = [each["name"] for each in json.loads(run("rules", "--format", "json").out)]
    assert "growth/levels-disagree" in names
    assert [each for each in names if each.startswith("growth/")] == [
        line.split()[0] for line in run("rules", "growth").out.splitlines()[1:]
    ]
    page = run("explain", "growth/levels-disagree").out
    for words in ("增速与前后两期数值不符", "级别：错误", "会报", "不报"):
        assert words in page
    assert "是不是 growth" in run("explain", "growht").err
    assert "忽略注释" in run("explain", "suppression/unused").out
    manual = run("rules", "--format", "markdown").out
    assert all(f"### `{name}`" in manual for name in names)


def test_rules_are_tried_on_their_examples(run):
    """A rule that does not do what its examples say is named, and the status is 1."""
    rule = (
        'title = "约数词重复"\nseverity = "warning"\nwhy = "用词"\nmessage = "约数词重复"\n'
        'tokens = "approx figure about-after"\n\n[[bad]]\ntext = "{bad}"\nfinds = "300"\n\n'
        '[[good]]\nwhy = "一个就够"\ntext = "约300人。"\n'
    )
    run.file("规则/家规/约数.toml", rule.format(bad="约300人左右。"))
    assert run("test", "家规", "--rules", "规则").status == 0
    run.file("规则/家规/约数.toml", rule.format(bad="有300人。"))
    failed = run("test", "家规", "--rules", "规则")
    assert failed.status == 1
    assert "家规/约数：没有报" in failed.out


def test_checklist_puts_the_riskiest_first(run):
    """Contradicted figures, then those nobody could check, then the verified."""
    run.file("甲.md", "会场摆了400把椅子。\n\n" + BAD + "\n乙镇有学校30所，其中小学20所，中学10所。\n")
    found = rows(run("checklist", "甲.md", "--format", "jsonl").out)
    ranks = [each["status"] for each in found]
    assert ranks[:3] == ["contradicted"] * 3
    assert ranks == sorted(
        ranks, key=["contradicted", "silenced", "alone", "not read", "loose", "verified"].index
    )
    assert {each["text"]: each["status"] for each in found}["400把"] == "alone"
    assert "无从对照" in run("checklist", "甲.md").out


def test_checklist_for_a_spreadsheet(run):
    """A cell that begins like a formula cannot run."""
    run.file("=cmd.md", BAD)
    text = run("checklist", "=cmd.md", "--format", "csv").out
    table = list(csv.reader(StringIO(text.removeprefix("\ufeff"))))
    assert text.startswith("\ufeff")
    assert all(row[0].startswith("'=cmd.md") for row in table[1:])
    assert table[0][-1] == "人工"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["-f", "jsn"], "是不是 json"),
        (["-f", "json", "-f", "html"], "都要打印在屏幕上"),
        (["-o", "a.xyz"], "看不出要什么格式"),
        (["-f", "json", "-o", "甲.md"], "会盖掉稿件本身"),
        (["--color", "blue"], "没有“blue”"),
        (["--date", "昨天"], "不是日期"),
        (["--date", "2026-02-30"], "不是日期"),
        (["--jobs", "many"], "--jobs"),
        (["--select"], "后面要写一个值"),
        (["--selct", "a"], "是不是 --select"),
        (["--fix"], "factcheck 不改稿件"),
        (["--ignore-noqa"], "在这里是 --ignore-suppressions"),
        (["--max-warnings", "0"], "在这里是 --fail-on warning"),
        (["-s"], "在这里是 --quiet"),
        (["-f", "full"], "是不是 rich"),
        (["-f", "JSON"], "是不是 json"),
        (["--baseline", "没有.json"], "没有这个基线文件"),
        (["--diff-file", "没有.patch"], "读不出来"),
    ],
)
def test_refusals(run, given, said):
    """One line of Chinese with the cure, status 2, nothing on stdout."""
    run.file("甲.md", BAD)
    done = run("check", "甲.md", *given)
    assert done.status == 2
    assert said in done.err
    assert len(done.err.splitlines()) == 1
    assert done.out == ""
    assert (run.folder / "甲.md").read_text(encoding="utf-8") == BAD


def test_what_other_linters_call_it_exists_here(run):
    """Every flag that a refusal points to is one that `check` has."""
    told = run("check", "--help").out
    named = [run("check", word).err for word in refusals._ELSEWHERE]
    for cure in (text.split("在这里是 ")[1] for text in named):
        assert not cure.startswith("--") or f" {cure.split('（')[0].split()[0]}" in told, cure
    assert len(named) > 15


def test_a_slip_in_the_command(run):
    """Forgetting `check` is answered with what to write."""
    run.file("甲.md", GOOD)
    assert "factcheck check 甲.md" in run("甲.md").err
    assert "是不是 check" in run("chekc").err


@pytest.mark.parametrize("command", commands())
def test_help_teaches(run, command):
    """Every command has help in Chinese with an example, within the terminal, and says nothing else."""
    done = run(command, "--help")
    assert done.status == 0
    assert done.out.startswith(f"用法：factcheck {command}")
    assert f"factcheck {command}" in done.out or command == "clean"
    for word in ("Usage", "Options", "Show this message", "TEXT"):
        assert word not in done.out
    assert run("help", command).out == done.out


def test_overview(run):
    """Without arguments: what there is, and how to begin."""
    done = run()
    assert all(f"  {command}" in done.out for command in commands())
    assert run("--help").out == done.out
    assert run("--version").out.startswith("factcheck ")


@pytest.mark.parametrize("width", [10, 24, 60])
def test_wrapping(width):
    """Chinese breaks anywhere but before closing punctuation; nothing is lost."""
    text = "只报牵涉到改动行的：与这个分支（或提交）相比；format 是 json 的时候，另说。"
    lines = list(wrapped(text, width))
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert max(map(cells, lines)) <= width
    assert not any(line[0] in "，。；：）" for line in lines)
