"""What README.md says is so: its commands run and end as documented, its output is the program's own."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path
from zipfile import ZipFile

import pytest
from office import paragraph
from test_reports_docx import covered, word

from factcheck import engine
from factcheck.cli.parts.app import commands

HOME = Path(__file__).parent.parent
README = (HOME / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", README, re.M | re.S)
SHELL = [
    line.split("  #")[0].strip() for kind, block in BLOCKS if kind == "sh" for line in block.splitlines()
]
FACTS = "subject,indicator,period,value,unit,source\n青禾市,接待游客,2024年上半年,1200,万人次,公报\n"
ARTICLE, CONFIG = "稿件.md", "factcheck.toml"


def block(kind: str, about: str = "") -> str:
    """The only code block of this language that holds `about`."""
    (found,) = [text for language, text in BLOCKS if language == kind and about in text]
    return found


def factcheck(line: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """A command line of the README, run in `folder`."""
    environment = os.environ | {
        "PYTHONPATH": str(HOME),
        "PYTHONUTF8": "1",
        "COLUMNS": "80",
        "FACTCHECK_CACHE_DIR": str(folder / "cache"),
    }
    arguments = [sys.executable, "-m", "factcheck", *shlex.split(line)[1:]]
    return subprocess.run(
        arguments, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False
    )


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with everything the README's commands name, under version control."""
    folder = tmp_path_factory.mktemp("desk")
    text = block("markdown")
    rule = folder / "我的规则" / "desk" / "growth-over-tenfold.toml"
    for file, content in [
        (folder / ARTICLE, text),
        (folder / "稿件" / ARTICLE, text),
        (folder / "公报.csv", FACTS),
        (rule, block("toml", "[[bad]]")),
    ]:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")
    (folder / "稿件.docx").write_bytes(word("".join(map(paragraph, text.splitlines()))))
    if shutil.which("git"):
        git = ["git", "-c", "user.name=a", "-c", "user.email=a@b.c", "-c", "commit.gpgsign=false"]
        for words in (["init", "-q", "-b", "main"], ["add", "公报.csv"], ["commit", "-qm", "a table"]):
            subprocess.run([*git, *words], cwd=folder, check=True)
        subprocess.run([*git, "add", "稿件"], cwd=folder, check=True)
    return folder


def documented(line: str) -> int:
    """The status a command of the README leaves with: the article has a conflict, nothing else fails."""
    silent = ("--write-baseline", "--baseline 基线.json", "--output 核对单.csv")
    return int(line.startswith("factcheck check ") and not any(words in line for words in silent))


def test_commands_end_as_documented(desk: Path) -> None:
    """Every command line runs, in the order of the README, and leaves with its status."""
    assert len(SHELL) > 20
    for line in SHELL:
        if "--diff" in line and not shutil.which("git"):
            continue
        done = factcheck(line, desk)
        assert done.returncode == documented(line), f"{line}\n{done.stdout}{done.stderr}"


def test_outputs_are_what_they_are_called(desk: Path) -> None:
    """The files the README's commands write are there, and of the kind their names say."""
    named = {shlex.split(line)[-1] for line in SHELL if "--output" in line}
    assert {Path(name).suffix for name in named} == {".html", ".sarif", ".docx", ".csv"}
    for name in named:
        if ".csv" not in name:
            assert factcheck(next(line for line in SHELL if name in line), desk).returncode == 1
    assert (desk / "核对.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert json.loads((desk / "factcheck.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    with ZipFile(desk / "批注.docx") as archive:
        assert covered(archive.read("word/document.xml"), 0) == "10%"


def test_every_command_is_named() -> None:
    """A command that exists is spoken of, and one that is spoken of exists."""
    spoken = {line.split()[1] for line in SHELL} | set(re.findall(r"`(\w+)` \(", README))
    assert spoken == set(commands())


def test_shown_report_is_the_programs(desk: Path) -> None:
    """The excerpt is what the program prints for the article above it, line by line and unbroken."""
    done = factcheck(f"factcheck check {ARTICLE} --format rich --color never", desk)
    printed = "\n".join(line.rstrip() for line in done.stdout.splitlines())
    assert block("text").strip("\n") in printed


def test_configuration_example_holds(desk: Path) -> None:
    """The configuration is accepted, and silences what it says."""
    folder = desk / "configured"
    shutil.copytree(desk / "我的规则", folder / "我的规则")
    (folder / CONFIG).write_text(block("toml", "fail-on"), encoding="utf-8")
    (folder / ARTICLE).write_text(block("markdown"), encoding="utf-8")
    done = factcheck(f"factcheck check {ARTICLE} --format concise", folder)
    assert done.returncode == 1
    assert "wording/double-approximation" in done.stdout
    assert "growth/levels-disagree" not in done.stdout


def test_comment_silences_a_rule(desk: Path) -> None:
    """The comment before a paragraph silences its rule and no other."""
    comment = block("html", "两期口径")
    (desk / "noted.md").write_text(comment + "\n" + block("markdown"), encoding="utf-8")
    done = factcheck("factcheck check noted.md --format concise", desk)
    assert done.returncode == 0
    assert "wording/double-approximation" in done.stdout
    assert "growth/levels-disagree" not in done.stdout


def test_rules_are_counted() -> None:
    """The table names every family, and no family has fewer rules than it says."""
    families = Counter(rule.name.split("/")[0] for rule in engine.load([engine.home()]))
    table = {name: int(count) for name, count in re.findall(r"^\| (\w+) \| (\d+) \|", README, re.M)}
    assert set(table) == set(families)
    assert all(table[name] <= families[name] for name in families)
    assert families.total() > 170


def test_set_up_commands() -> None:
    """Two commands set everything up, and the one with the tests is the one that CI runs."""
    lines = [line.strip() for line in README.split("## 中文说明")[0].splitlines()]
    found = [line for line in lines if line.startswith("pip install")]
    assert len(found) == 2
    ci = HOME / ".ci" / "run"
    if ci.exists():  # absent from a source archive
        assert found[1] in ci.read_text(encoding="utf-8").splitlines()
