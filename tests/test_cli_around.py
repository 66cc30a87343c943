"""What stands around the command: completion, hooks, and the Action for pull requests."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest
from cli_runs import BAD
from test_cli_status import COMMAND, HERE

ROOT = Path(__file__).parent.parent
ACTION = (ROOT / ".github/actions/factcheck/action.yml").read_text(encoding="utf-8")
HOOKS = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")


def completed(words: str) -> list[str]:
    """What the shell offers for the last of these words."""
    given = {"_FACTCHECK_COMPLETE": "complete_bash", "COMP_WORDS": words, "COMP_CWORD": str(words.count(" "))}
    done = subprocess.run(COMMAND, env={**HERE, **given}, capture_output=True, check=False, text=True)
    return done.stdout.split()


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("factcheck cl", ["claims", "clean"]),
        ("factcheck check --format sa", ["sarif"]),
        ("factcheck check --select growth/lev", ["growth/levels-disagree"]),
        ("factcheck check --select sums,growth/lev", ["sums,growth/levels-disagree"]),
        ("factcheck check --exit", ["--exit-zero"]),
    ],
)
def test_completion(words, offered):
    """Tab knows commands, options, formats and rules."""
    assert completed(words) == offered


def test_hooks_name_options_that_exist(run):
    """What pre-commit runs is understood, and hears excludes for the files it names."""
    run.file("稿.md", BAD)
    run.file("factcheck.toml", 'exclude = ["稿.md"]\n')
    entries = re.findall(r"entry: factcheck (.*)", HOOKS)
    assert len(entries) == 2
    for entry in entries:
        assert run(*entry.split(), "稿.md").status == 0
        run.file("新.md", BAD)
        assert run(*entry.split(), "稿.md", "新.md").status == 1


@pytest.mark.skipif(os.name == "nt", reason="the Action's script is for bash")
@pytest.mark.parametrize("found", [0, 1])
def test_the_script_of_the_action(run, found):
    """It runs as it stands: several paths, odd names, a summary, and the status of the check."""
    script = ACTION.split("FACTCHECK_CACHE_DIR:")[1].split("run: |\n")[1].replace("        ", "")
    run.file("一 稿.md", BAD if found else "会议开了。\n")
    run.file("factcheck", f'#!/bin/sh\nexec {" ".join(COMMAND)} "$@"\n').chmod(0o755)
    summary = run.folder / "summary.md"
    given = {
        "PATHS": "一 稿.md\n",
        "ARGS": "--no-cross\n--quiet",
        "CHANGED_ONLY": "false",
        "SARIF": "out.sarif",
        "GITHUB_STEP_SUMMARY": str(summary),
        "PATH": f"{run.folder}:{os.environ['PATH']}",
    }
    done = subprocess.run(
        ["bash", "-e", "-c", script], env={**HERE, **given}, cwd=run.folder, capture_output=True, check=False
    )
    assert done.returncode == found, done.stderr.decode()
    assert done.stdout.decode().startswith("::error ") is bool(found)
    assert summary.read_text(encoding="utf-8").startswith("## 数字核对")
    assert (run.folder / "out.sarif").exists()


def test_inputs_of_the_action_never_become_code():
    """An input stands in a variable, not in the script."""
    for block in ACTION.split("run: |")[1:]:
        script = block.split("\n    - ")[0]
        assert "${{" not in script
