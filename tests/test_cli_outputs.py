"""Where reports go, and in which format."""

from __future__ import annotations

import json

from cli_runs import BAD, GOOD, VAGUE


def test_several_reports_in_one_run(run):
    """Formats and outputs pair up in order; a suffix or a prefix says the format too."""
    run.file("甲.md", BAD)
    done = run(
        "check", "甲.md", "-f", "json", "-o", "a.json", "-f", "html", "-o", "b.html", "-o", "sarif:c.out"
    )
    assert done.out == ""
    assert json.loads((run.folder / "a.json").read_text())["summary"]["errors"] == 1
    assert (run.folder / "b.html").read_text().startswith("<!doctype html>")
    assert json.loads((run.folder / "c.out").read_text())["version"] == "2.1.0"
    both = run("check", "甲.md", "-f", "concise", "-o", "d.xml", "-f", "json")
    assert (run.folder / "d.xml").read_text().startswith("甲.md:1:")
    assert json.loads(both.out)


def test_one_report_per_article(run):
    """A folder as output holds one report per article, under the article's name."""
    run.file("稿/甲.md", BAD)
    run.file("稿/乙.md", GOOD)
    assert run("check", "稿", "-f", "html", "-o", "报告/").status == 1
    assert {path.name for path in (run.folder / "报告/稿").iterdir()} == {"甲.md.html", "乙.md.html"}
    run("check", "稿/../稿/甲.md", "-o", "json:报告/")
    assert all(path.is_relative_to(run.folder) for path in run.folder.rglob("*.json"))


def test_statistics(run):
    """How often each rule spoke."""
    run.file("甲.md", BAD + "\n" + VAGUE)
    run.file("乙.md", BAD)
    counts = json.loads(run("check", ".", "--statistics", "-f", "json", "--no-cross").out)
    found = {each["rule"].partition("/")[0]: (each["count"], each["documents"]) for each in counts}
    assert found == {"growth": (2, 2), "wording": (1, 1)}
    assert "growth/levels-disagree" in run("check", ".", "--statistics").out


def test_environment_names_the_format(run, monkeypatch):
    """`FACTCHECK_FORMAT` is the default of `--format`."""
    run.file("甲.md", BAD)
    monkeypatch.setenv("FACTCHECK_FORMAT", "json")
    assert json.loads(run("check", "甲.md").out)


def test_quiet_and_verdict(run):
    """One sentence on stderr, none with `--quiet`."""
    run.file("甲.md", BAD)
    assert "发现 1 处冲突" in run("check", "甲.md").err
    assert run("check", "甲.md", "--quiet").err == ""


def test_words_of_other_linters(run):
    """`rule` explains, `--output-format` and `--output-file` are known."""
    run.file("甲.md", BAD)
    assert run("rule", "growth/levels-disagree").out == run("explain", "growth/levels-disagree").out
    assert run("check", "甲.md", "--output-format", "json", "--output-file", "a.json").status == 1
    assert json.loads((run.folder / "a.json").read_text())["summary"]["errors"] == 1
