"""Every format that has a schema fits it, and each schema refuses what is wrong."""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path
from shutil import copytree

import pytest
import sample_report as sample
from cli_runs import BAD, GOOD, VAGUE
from hypothesis import given
from jsonschema import Draft7Validator, ValidationError
from sample_report import text
from schemas import checked, schema
from test_config import SCHEMA, settings
from test_reports_any import checked as few
from test_reports_any import reports

from factcheck.errors import ConfigError

FORMATS = ("sarif", "rdjson", "gitlab", "json", "jsonl", "junit", "checkstyle")
REFUSED = (ValidationError, TypeError, AssertionError, KeyError)
SEEDS = Path(__file__).parent.parent / "seeds"


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("report", [sample.report, sample.clean, sample.only_growth, lambda: sample.many(40)])
def test_format_fits(name, report):
    """Findings, clean documents, unread ones and many of a sort."""
    checked(name, text(name, report()))


@few
@given(reports())
def test_format_fits_any_report(report):
    """Whatever words an article has."""
    for name in FORMATS:
        checked(name, text(name, report))


@pytest.mark.parametrize("name", FORMATS)
def test_run_fits(run, name):
    """Whole runs: seeds, conflicts within and across files, a baseline, comments, a file not read."""
    run.file("甲 1.md", BAD + "\n\n" + VAGUE)
    run.file("乙#.md", "<!-- factcheck: ignore[growth] 已核 -->\n" + BAD)
    run.file("丙.md", GOOD)
    run.file("空.md", "")
    copytree(SEEDS, run.folder / "来稿")
    done = run("check", ".", "-f", name)
    assert done.status == 2
    checked(name, done.out)
    run("check", "甲 1.md", "--baseline", "基线.json", "--write-baseline")
    checked(name, run("check", "甲 1.md", "--baseline", "基线.json", "-f", name).out)
    checked(name, run("check", "空.md", "-f", name).out)


@pytest.mark.parametrize("name", ["sarif", "rdjson", "gitlab", "json"])
def test_schema_refuses_what_is_missing_or_unknown(name):
    """Without a key it requires, or with one it does not know, no object passes."""
    page = json.loads(text(name))
    schema(name).validate(page)
    tried = 0
    for path, node in objects(page):
        if path[-1:] in (("properties",), ("partialFingerprints",)):
            continue
        with pytest.raises(REFUSED):
            checked(name, json.dumps(changed(page, path, lambda each: each.update(unheard_of=1))))
        for key in required(name, node):
            with pytest.raises(REFUSED):
                checked(name, json.dumps(changed(page, path, lambda each, key=key: each.pop(key))))
            tried += 1
    assert tried > 20


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("sarif", '"version": "2.1.0"', '"version": "2.0.0"'),
        ("sarif", '"startLine": 3', '"startLine": 0'),
        ("sarif", '"level": "note"', '"level": "info"'),
        ("sarif", '"columnKind": "unicodeCodePoints"', '"columnKind": "codePoints"'),
        ("sarif", '"kind": "inSource"', '"kind": "comment"'),
        ("sarif", '"uri": "schools.txt"', '"uri": "../schools.txt"'),
        ("sarif", '"uri": "schools.txt"', '"uri": "学校.txt"'),
        ("rdjson", '"severity": "ERROR"', '"severity": "error"'),
        ("rdjson", '"line": 3', '"line": "3"'),
        ("gitlab", '"severity": "minor"', '"severity": "warning"'),
        ("gitlab", '"path": "稿件/growth.md"', '"path": "./稿件/growth.md"'),
        ("gitlab", '"fingerprint": "', '"fingerprint": " '),
        ("json", '"reason": "no partner"', '"reason": "not found"'),
        ("json", '"certainty": "疑似"', '"certainty": "likely"'),
        ("json", '"schema_version": 1', '"schema_version": 2'),
        ("jsonl", '"type": "failure"', '"type": "broken"'),
        ("jsonl", '"severity": "error"', '"severity": "fatal"'),
        ("junit", 'failures="3"', 'failures="2"'),
        ("junit", '<failure type="error"', '<failure kind="error"'),
        ("junit", 'line="3"', 'line="0"'),
        ("checkstyle", 'severity="info"', 'severity="note"'),
        ("checkstyle", 'line="3"', 'line="0"'),
        ("checkstyle", 'name="schools.txt"', 'name="稿件/growth.md"'),
    ],
)
def test_schema_refuses(name, old, new):
    """One wrong word in a report that fits, and it fits no more."""
    page = text(name)
    assert old in page
    with pytest.raises(REFUSED):
        checked(name, page.replace(old, new, 1))


def test_figures_fit(run):
    """Every line of `figures --format jsonl`, over all seeds."""
    rows = [json.loads(line) for line in run("figures", str(SEEDS), "-f", "jsonl").out.splitlines()]
    assert len(rows) > 300
    for row in rows:
        schema("figures").validate(row)
    with pytest.raises(ValidationError):
        schema("figures").validate({**rows[0], "value": "1,200"})


@pytest.mark.parametrize(
    ("table", "holds"),
    [
        ({"select": ["growth"], "fail-on": "warning", "time-limit": 0}, True),
        ({"severity": {"growth": "info"}, "per-file-ignores": {"a/**": "sums"}, "cross": False}, True),
        ({"suppress": [{"rule": "growth", "text": "增长10%", "reason": "口径"}]}, True),
        ({"selct": ["growth"]}, False),
        ({"fail-on": "fatal"}, False),
        ({"select": [1]}, False),
        ({"cross": "yes"}, False),
        ({"time-limit": -1}, False),
        ({"severity": {"growth": "fatal"}}, False),
        ({"suppress": [{"rule": "growth"}]}, False),
        ({"suppress": [{"rule": "growth", "text": "a", "resaon": "b"}]}, False),
    ],
)
def test_configuration_schema_agrees_with_the_program(table, holds):
    """What an editor's schema takes the program takes, and what it refuses the program refuses."""
    Draft7Validator.check_schema(SCHEMA)
    assert Draft7Validator(SCHEMA).is_valid(table) is holds
    try:
        settings(table)
    except ConfigError:
        assert not holds
    else:
        assert holds


def objects(node, path=()):
    """Every object in `node` with the way to it."""
    if isinstance(node, dict):
        yield path, node
    for key, each in node.items() if isinstance(node, dict) else enumerate(node):
        if isinstance(each, dict | list):
            yield from objects(each, (*path, key))


def changed(page, path, change):
    """A copy of `page` with `change` made to the object at `path`."""
    copy = deepcopy(page)
    node = copy
    for key in path:
        node = node[key]
    change(node)
    return copy


def required(name, node):
    """The keys without which no object of these keys passes: those some schema object requires."""
    found = []
    for _, each in objects(schema(name).schema):
        asks = each.get("required")
        if asks and set(node) <= set(each.get("properties", ())) and set(asks) <= set(node):
            found.append(set(asks))
    return sorted(set.intersection(*found)) if found else []
