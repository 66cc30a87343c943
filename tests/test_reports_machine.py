"""Formats that other programs read: field names, escapes, columns, limits."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from dataclasses import replace

import sample_report as sample
from sample_report import text


def test_json_is_the_contract():
    """Field names are promised to other programs."""
    report = json.loads(text("json"))
    assert list(report) == [
        *("schema_version", "tool", "tool_version", "summary"),
        *("findings", "verified", "unchecked", "failures"),
    ]
    assert report["summary"] == {
        "documents": 2,
        "articles": 2,
        "characters": len(sample.GROWTH) + len(sample.SCHOOLS),
        "figures": 12,
        "claims": 0,
        "relations": 5,
        "verified": 2,
        "errors": 1,
        "warnings": 1,
        "infos": 1,
    }
    first = report["findings"][0]
    assert first["spans"][0] == {
        "path": "稿件/growth.md",
        "start": sample.GROWTH.index("10%"),
        "end": sample.GROWTH.index("10%") + 3,
        "line": 3,
        "column": 37,
        "text": "10%",
        "role": "rate",
    }
    assert first["fixes"] == [{"span": 0, "replacement": "20%", "why": "按两期数值推算"}]
    reasons = [(each["reason"], each["span"]["text"]) for each in report["unchecked"]]
    assert reasons == [("period unknown", "两成"), ("no partner", "46家")]
    assert report["verified"][0]["equation"] == "30所 = 20所 + 10所"
    assert report["failures"] == [{"path": "坏:文件,50%.docx", "message": "不是 Word 文件\n请重新保存"}]


def test_jsonl_has_a_type_on_every_line():
    """A consumer that reads line by line cannot mistake an unread file for a clean one."""
    rows = [json.loads(line) for line in text("jsonl").splitlines()]
    kinds = [row["type"] for row in rows]
    assert kinds == [*["finding"] * 3, *["verified"] * 2, *["unchecked"] * 2, "failure", "summary"]


def test_github_caps_and_escapes():
    """Ten annotations of a sort are all GitHub shows; the rest is said to be in the log."""
    lines = text("github", sample.many(13)).splitlines()
    assert sum(line.startswith("::error ") for line in lines) == 10
    assert "另有 3 处" in lines[10]
    assert all(not line.lstrip().startswith("::") for line in lines[10:])
    assert len(lines) == 14


def test_github_sends_errors_first():
    """Whatever the order of the article, the cap never costs an error for a notice."""
    commands = [line.split(" ")[0] for line in text("github").splitlines()]
    assert commands == ["::error", "::error", "::warning", "::notice"]


def test_github_lines_hold_no_raw_break():
    """A line break or a colon of an article cannot end a command or add a property."""
    lines = text("github").splitlines()
    assert len(lines) == 4
    assert "file=坏%3A文件%2C50%25.docx" in lines[0]
    assert "col=" not in lines[2], "columns over several lines are refused by GitHub"


def test_columns_beyond_the_basic_plane():
    """After 𠮷 and an emoji SARIF and GitHub count code points, rdjson counts UTF-8 bytes."""
    line = sample.GROWTH.splitlines()[2]
    at = line.index("10%")
    sarif = json.loads(text("sarif"))["runs"][0]
    spot = sarif["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert sarif["columnKind"] == "unicodeCodePoints"
    assert line[spot["startColumn"] - 1 : spot["endColumn"] - 1] == "10%" == line[at : at + 3]
    github = re.search(r"line=3,endLine=3,col=(\d+),endColumn=(\d+)", text("github"))
    assert line[int(github[1]) - 1 : int(github[2]) - 1] == "10%"
    reach = json.loads(text("rdjson"))["diagnostics"][0]["location"]["range"]
    raw = line.encode()
    assert raw[reach["start"]["column"] - 1 : reach["end"]["column"] - 1] == b"10%"


def test_sarif_shape():
    """What code scanning asks for: indexed rules, relative URIs, own fingerprints, what was not read."""
    log = json.loads(text("sarif"))
    assert log["version"] == "2.1.0"
    run = log["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("error", "warning", "note")
        assert result["partialFingerprints"]["factcheck/v1"]
        for place in [*result["locations"], *result["relatedLocations"]]:
            location = place["physicalLocation"]["artifactLocation"]
            assert location["uriBaseId"] == "%SRCROOT%"
            assert re.fullmatch(r"[A-Za-z0-9%./_-]+", location["uri"])
    assert len(run["results"][0]["relatedLocations"]) == 2
    assert run["results"][3]["suppressions"] == [
        {"kind": "inSource", "status": "accepted", "justification": "口径不同，已核"}
    ]
    assert run["invocations"][0]["executionSuccessful"] is False
    assert len(run["invocations"][0]["toolExecutionNotifications"]) == 1
    clean = json.loads(text("sarif", sample.clean()))["runs"][0]
    assert clean["invocations"][0]["executionSuccessful"] is True
    assert clean["results"] == []


def test_gitlab_fingerprints_are_unique():
    """GitLab drops an entry whose fingerprint it has seen, also when two findings share theirs."""
    report = sample.many(3)
    twins = [finding for finding in report.findings[:1] for _ in range(3)]
    entries = json.loads(text("gitlab", _with_findings(report, twins)))
    assert len({entry["fingerprint"] for entry in entries}) == 3
    assert {entry["severity"] for entry in json.loads(text("gitlab"))} == {
        "info",
        "minor",
        "major",
        "critical",
    }


def test_junit_counts_add_up():
    """A clean document is one passed test, an unread one an error."""
    root = ET.fromstring(text("junit"))
    assert root.attrib["tests"] == str(len(root.findall(".//testcase"))) == "5"
    assert root.attrib["failures"] == str(len(root.findall(".//failure"))) == "3"
    assert root.attrib["errors"] == str(len(root.findall(".//error"))) == "1"
    assert "算式：10% ≠ 1200万元 ÷ 1000万元 − 1" in root.find(".//failure").text.splitlines()


def test_checkstyle_names_every_file():
    """One `file` per document, clean ones included."""
    root = ET.fromstring(text("checkstyle"))
    assert [(each.attrib["name"], len(each)) for each in root] == [
        ("稿件/growth.md", 3),
        ("schools.txt", 0),
        ("坏:文件,50%.docx", 1),
    ]


def _with_findings(report, findings):
    return replace(report, findings=tuple(findings))
