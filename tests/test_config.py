"""Where a configuration is found, what it may say, and how it refuses what it does not know."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import pytest
from cli_runs import BAD, GOOD

from factcheck.config import KEYS, Settings, found_settings, settings_from
from factcheck.errors import ConfigError
from factcheck.model import Severity

SCHEMA = json.loads(files("factcheck.config").joinpath("config.schema.json").read_text(encoding="utf-8"))


def settings(table) -> Settings:
    return settings_from(table, "factcheck.toml", Settings(root=Path("/稿库")))


@pytest.mark.parametrize(
    ("table", "field", "value"),
    [
        ({"select": ["growth", "sums"]}, "select", ("growth", "sums")),
        ({"select": "growth"}, "select", ("growth",)),
        ({"ignore": ["wording"]}, "ignore", ("wording",)),
        ({"per-file-ignores": {"旧/**": ["sums"]}}, "per_file_ignores", (("旧/**", ("sums",)),)),
        ({"severity": {"wording": "info"}}, "severity", (("wording", Severity.INFO),)),
        ({"fail-on": "warning"}, "fail_on", Severity.WARNING),
        ({"fail-on": "never"}, "fail_on", None),
        ({"rules": ["规则"]}, "rules", (Path("/稿库/规则"),)),
        ({"exclude": ["*.bak"]}, "exclude", ("*.bak",)),
        ({"place": "青禾市"}, "place", "青禾市"),
        ({"cross": False}, "cross", False),
        ({"baseline": "基线.json"}, "baseline", Path("/稿库/基线.json")),
        ({"format": "json"}, "output_format", "json"),
        ({"time-limit": 30}, "time_limit", 30),
    ],
)
def test_what_a_key_means(table, field, value):
    """Each key sets its field, paths counted from the folder of the file."""
    assert getattr(settings(table), field) == value


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ({"selct": []}, "是不是 select"),
        ({"zzzz": 1}, "可用：archive、baseline、"),
        ({"select": 3}, "应为一列文字"),
        ({"select": ["a", 3]}, "应为一列文字"),
        ({"cross": "no"}, "应为 true 或 false"),
        ({"place": ""}, "不空的文字"),
        ({"time-limit": -1}, "不小于零的整数"),
        ({"time-limit": True}, "不小于零的整数"),
        ({"fail-on": "errors"}, "是不是 error"),
        ({"severity": {"growth": "loud"}}, "severity.growth"),
        ({"severity": "info"}, "应为一张表"),
        ({"suppress": {"rule": "a"}}, "应为一列表"),
        ({"suppress": [{"rule": "growth"}]}, "suppress[1]：缺少 text"),
        ({"suppress": [{"rule": "growth", "text": "a", "resaon": "b"}]}, "是不是 reason"),
    ],
)
def test_what_is_refused(table, said):
    """A refusal names the file, the key and the cure."""
    with pytest.raises(ConfigError) as refusal:
        settings(table)
    assert said in str(refusal.value)
    assert str(refusal.value).startswith("factcheck.toml：")


def test_schema_and_keys_agree():
    """The schema that editors use has the keys the program knows, each with the same help."""
    assert {key.name: key.help for key in KEYS} == {
        name: each["description"] for name, each in SCHEMA["properties"].items()
    }
    assert SCHEMA["additionalProperties"] is False


def test_fields_of_keys_exist():
    """Every key sets a field that settings have, and no two the same."""
    fields = [key.field for key in KEYS]
    assert set(fields) <= set(Settings.__dataclass_fields__)
    assert len(set(fields)) == len(fields)


def test_nearest_configuration_wins(run):
    """The nearest file above the articles counts; outer ones are not merged in."""
    run.file("factcheck.toml", 'place = "外省"\nignore = ["growth"]\n')
    run.file("内/pyproject.toml", '[tool.factcheck]\nplace = "内市"\n')
    run.file("内/深/稿.md", GOOD)
    found = found_settings(["内/深/稿.md"])
    assert (found.place, found.ignore) == ("内市", ())
    assert found.root == run.folder / "内"
    assert found_settings(["."]).place == "外省"
    assert found_settings(["."], isolated=True).place == ""


def test_pyproject_of_others_is_passed_over(run):
    """A pyproject.toml without [tool.factcheck] says nothing; factcheck.toml beside it comes first."""
    run.file("factcheck.toml", 'place = "甲市"\n')
    run.file("下/pyproject.toml", "[project]\nname = 'x'\n")
    run.file("下/稿.md", GOOD)
    assert found_settings(["下/稿.md"]).place == "甲市"
    run.file("下/.factcheck.toml", 'place = "乙市"\n')
    assert found_settings(["下/稿.md"]).place == "乙市"
    run.file("下/factcheck.toml", 'place = "丙市"\n')
    assert found_settings(["下/稿.md"]).place == "丙市"


def test_single_settings_on_the_command_line(run):
    """`--config 'key = value'` overrides the file, as ruff has it."""
    run.file("factcheck.toml", 'place = "甲市"\nfail-on = "info"\n')
    found = found_settings(["."], config=['place = "乙市"'])
    assert (found.place, found.fail_on) == ("乙市", Severity.INFO)


@pytest.mark.parametrize(
    ("config", "flags", "status"),
    [
        ('ignore = ["growth"]', [], 0),
        ('ignore = ["growth"]', ["--isolated"], 1),
        ('ignore = ["growth"]', ["--select", "growth/levels-disagree"], 1),
        ('select = ["wording"]', [], 0),
        ('select = ["wording"]', ["--extend-select", "growth"], 1),
        ('fail-on = "never"', [], 0),
        ('fail-on = "never"', ["--fail-on", "error"], 1),
        ('exclude = ["稿/*.md"]', [], 2),
        ('[severity]\ngrowth = "info"', [], 0),
        ('[per-file-ignores]\n"稿/**" = ["growth"]', [], 0),
        ('[per-file-ignores]\n"稿" = ["growth"]', [], 0),
        ('[per-file-ignores]\n"别处/**" = ["growth"]', [], 1),
        ('[per-file-ignores]\n"甲.md" = ["sums"]', [], 1),
    ],
)
def test_a_configuration_in_a_run(run, config, flags, status):
    """What the file says, and what the command line puts over it."""
    run.file("稿/甲.md", BAD)
    run.file("factcheck.toml", config + "\n")
    done = run("check", *flags)
    assert done.status == status, done.err


def test_unknown_rules_are_refused_wherever_they_are_named(run):
    """A rule that does not exist would be a check that never runs."""
    run.file("甲.md", GOOD)
    for config in (
        'select = ["growht"]',
        'ignore = ["growht"]',
        'extend-select = ["growht"]',
        '[severity]\ngrowht = "info"',
        '[per-file-ignores]\n"*" = ["growht"]',
        '[[suppress]]\nrule = "growht"\ntext = "x"',
    ):
        run.file("factcheck.toml", config)
        done = run("check", "甲.md")
        assert done.status == 2, config
        assert "是不是 growth" in done.err


def test_own_rules_from_a_folder(run):
    """A folder of TOML files adds rules; a broken one stops the run before the first article."""
    rule = (
        'title = "不用“大概”"\nseverity = "warning"\nwhy = "用词"\nmessage = "约数词重复"\n'
        'tokens = "approx figure about-after"\n\n[[bad]]\ntext = "约300人左右。"\nfinds = "约300人左右"\n\n'
        '[[good]]\nwhy = "一个就够"\ntext = "约300人。"\n'
    )
    run.file("规则/家规/约数.toml", rule)
    run.file("factcheck.toml", 'rules = ["规则"]\nselect = ["家规"]\nfail-on = "warning"\n')
    run.file("甲.md", "会场约有300人左右到场。\n")
    done = run("check", "甲.md")
    assert (done.status, "家规/约数" in done.out) == (1, True), done.err
    assert "家规/约数" in run("rules").out
    run.file("规则/家规/坏.toml", 'titel = "x"\n')
    broken = run("check", "甲.md")
    assert broken.status == 2
    assert "坏.toml" in broken.err
    assert broken.out == ""


def test_show_settings(run):
    """What is in force, in the words of a configuration."""
    run.file("factcheck.toml", 'place = "甲市"\nfail-on = "info"\n')
    shown = run("check", "--show-settings", "--ignore", "wording").out
    assert str(run.folder / "factcheck.toml") in shown
    for line in ('place = "甲市"', 'fail-on = "info"', 'ignore = ["wording"]'):
        assert line in shown.splitlines()


def test_show_files(run):
    """What would be checked, and a failure for what is missing."""
    run.file("甲.md", GOOD)
    run.file("下/乙.txt", GOOD)
    run.file("下/丙.bak", GOOD)
    assert run("check", "--show-files").out.splitlines() == ["下/乙.txt", "甲.md"]
    assert run("check", "--show-files", "--exclude", "下/").out.splitlines() == ["甲.md"]
    assert run("check", "--show-files", "没有.md").status == 2


def test_one_key_is_explained(run):
    """`config KEY` shows that key; a slip is answered with the nearest."""
    shown = run("config", "fail-on").out
    assert "fail-on" in shown and "per-file-ignores" not in shown
    slip = run("config", "fail-no")
    assert (slip.status, "是不是 fail-on" in slip.err) == (2, True)


def test_schema_is_printed(run):
    """Editors can be pointed at it."""
    assert json.loads(run("config", "--schema").out) == SCHEMA
    assert "per-file-ignores" in run("config").out
