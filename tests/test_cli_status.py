"""With which status a run ends, whatever the format: never 0 for something that was not checked."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from cli_runs import BAD, GOOD, VAGUE

from factcheck.reports import formats

COMMAND = (sys.executable, "-m", "factcheck")
HERE = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}

STATUS = {
    "clean": 0,
    "findings": 1,
    "unreadable": 2,
    "missing": 2,
    "missing beside good": 2,
    "missing beside findings": 2,
    "empty file": 2,
    "unknown rule": 2,
    "unknown key": 2,
    "broken configuration": 2,
    "missing configuration": 2,
    "unknown option": 2,
    "nothing matched": 2,
}


def arguments(run, situation: str) -> list[str]:
    """The arguments of a run in this situation."""
    run.file("good.md", GOOD)
    run.file("bad.md", BAD)
    run.file("empty.md", "")
    (run.folder / "unreadable.md").write_bytes(b"\x00\x01\x02\xff\xfe\x00" * 50)
    run.file("key.toml", 'selct = ["growth"]\n')
    run.file("broken.toml", "select = [\n")
    (run.folder / "nothing").mkdir(exist_ok=True)
    return {
        "clean": ["good.md"],
        "findings": ["bad.md"],
        "unreadable": ["unreadable.md"],
        "missing": ["missing.md"],
        "missing beside good": ["good.md", "missing.md"],
        "missing beside findings": ["bad.md", "missing.md"],
        "empty file": ["empty.md"],
        "unknown rule": ["good.md", "--select", "grwth"],
        "unknown key": ["good.md", "--config", "key.toml"],
        "broken configuration": ["good.md", "--config", "broken.toml"],
        "missing configuration": ["good.md", "--config", "nowhere.toml"],
        "unknown option": ["good.md", "--fromat", "json"],
        "nothing matched": ["nothing"],
    }[situation]


@pytest.mark.parametrize("format", formats())
@pytest.mark.parametrize("situation", STATUS)
def test_status(run, situation, format):
    """The table of exit statuses, times each format."""
    given = arguments(run, situation)
    target = f"{format}:out/" if format == "docx" else format
    flag = "--output" if format == "docx" else "--format"
    done = run("check", *given, flag, target)
    assert done.status == STATUS[situation], done.err
    if STATUS[situation] == 2:
        assert done.err.strip(), "a run that failed says why"


@pytest.mark.parametrize("format", ["json", "sarif", "rdjson", "gitlab"])
@pytest.mark.parametrize(
    "situation", ["clean", "findings", "missing beside good", "unreadable", "nothing matched"]
)
def test_machine_formats_stay_whole(run, situation, format):
    """Whatever could not be read, stdout holds one document and nothing else."""
    done = run("check", *arguments(run, situation), "--format", format)
    assert isinstance(json.loads(done.out), dict | list)


def test_missing_file_leaves_the_others_checked(run):
    """One line on stderr, an entry in `failures`, the findings of the others as ever."""
    done = run("check", *arguments(run, "missing beside findings"), "--format", "json", "--quiet")
    report = json.loads(done.out)
    assert [each["path"] for each in report["failures"]] == ["missing.md"]
    assert [each["rule"] for each in report["findings"]] == ["growth/levels-disagree"]
    assert len(done.err.splitlines()) == 1


@pytest.mark.parametrize(
    ("text", "flags", "status"),
    [
        (BAD, ["--fail-on", "error"], 1),
        (BAD, ["--fail-on", "never"], 0),
        (BAD, ["--exit-zero"], 0),
        (VAGUE, [], 0),
        (VAGUE, ["--fail-on", "warning"], 1),
        (VAGUE, ["--fail-on", "info"], 1),
        (VAGUE, ["--config", 'severity = {wording = "info"}', "--fail-on", "warning"], 0),
        (VAGUE, ["--config", 'severity = {"wording" = "error"}'], 1),
        (VAGUE, ["--fail-on", "loud"], 2),
        (BAD, ["--ignore", "growth"], 0),
        (BAD, ["--ignore", "growth", "--select", "growth/levels-disagree"], 1),
        (BAD, ["--select", "growth/levels-disagree", "--ignore", "growth/levels-disagree"], 0),
        (BAD, ["--select", "wording"], 0),
        (BAD, ["--select", "wording,growth"], 1),
        (BAD, ["--select", "ALL"], 1),
    ],
)
def test_what_makes_a_run_fail(run, text, flags, status):
    """The threshold, the choice of rules and their severities decide."""
    run.file("a.md", text)
    assert run("check", "a.md", *flags).status == status


def test_exit_zero_does_not_hide_what_was_not_read(run):
    """Findings may be allowed, an unread file not."""
    run.file("bad.md", BAD)
    assert run("check", "bad.md", "missing.md", "--exit-zero").status == 2


def test_a_bug_is_no_finding(run, monkeypatch):
    """A traceback and status 2: 1 would read as an article with a mistake."""

    def broken(*_, **__):
        raise ZeroDivisionError("a bug")

    run.file("good.md", GOOD)
    monkeypatch.setattr("factcheck.pipeline.companions.judge", broken)
    done = run("check", "good.md")
    assert done.status == 2
    assert "ZeroDivisionError: a bug" in done.err


def test_output_to_a_file_changes_no_status(run):
    """The same status with `--output` as without."""
    run.file("bad.md", BAD)
    assert run("check", "bad.md", "--output", "a.json").status == 1
    assert json.loads((run.folder / "a.json").read_text(encoding="utf-8"))["summary"]["errors"] == 1


def _process(*arguments, **rest):
    return subprocess.run([*COMMAND, *arguments], env=HERE, timeout=60, check=False, **rest)


def test_standard_input(tmp_path):
    """`-` is read, named by `--stdin-filename`, and checked like any file."""
    named = ("--stdin-filename", "稿/甲.md", "--isolated")
    done = _process("check", *named, "-", input=BAD.encode(), cwd=tmp_path, capture_output=True)
    assert done.returncode == 1
    assert done.stdout.decode().startswith("稿/甲.md:1:")
    empty = _process("check", "-", input=b"", cwd=tmp_path, capture_output=True)
    assert empty.returncode == 2


def test_closed_pipe_is_quiet(tmp_path):
    """`factcheck … | head -0` says nothing about pipes."""
    for number in range(3):
        (tmp_path / f"{number}.md").write_text(BAD, encoding="utf-8")
    reading, writing = os.pipe()
    os.close(reading)
    given = ("check", ".", "--quiet", "--no-cross", "--no-cache")
    done = _process(*given, stdout=writing, stderr=subprocess.PIPE, cwd=tmp_path)
    os.close(writing)
    assert done.stderr == b""
    assert done.returncode == 1


def test_interrupt(tmp_path):
    """Ctrl-C ends a watch with 130 and no traceback."""
    (tmp_path / "a.md").write_text(GOOD, encoding="utf-8")
    process = subprocess.Popen(
        [*COMMAND, "check", "a.md", "--watch", "--format", "json", "--no-cache"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        env=HERE,
    )
    assert process.stdout is not None
    assert process.stdout.readline().strip() == b"{"
    time.sleep(0.2)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert b"Traceback" not in err
