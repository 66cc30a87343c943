"""The house rules that a machine can check; the tools that know the others are run as they are."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import subprocess
import sys
import sysconfig
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck import cli, readers, reports
from factcheck.cli.parts.app import commands

ROOT = Path(__file__).parent.parent
SOURCES = sorted((ROOT / "factcheck").rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
RULES = sorted((ROOT / "rules").rglob("*.toml"))

TOP = {"LICENSE", "README.md", "factcheck", "pyproject.toml", "rules", "seeds", "tests", "uv.lock"}
BUILT = (".egg-info", ".pyc", "build", "dist", "__pycache__", "htmlcov")
MOST_LINES = 300
MOST_IN_A_FUNCTION = 40


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def test_nothing_else_lies_on_top():
    """What was downloaded or tried out belongs elsewhere; dot-files and what a build leaves may stay."""
    found = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    assert {each for each in found - TOP if not each.endswith(BUILT)} == set()


@pytest.mark.parametrize("path", [*SOURCES, *TESTS], ids=name)
def test_files_are_short(path):
    """One idea per file."""
    assert len(path.read_text(encoding="utf-8").splitlines()) < MOST_LINES


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_functions_fit_on_a_screen(path):
    """Forty lines, decorators left out."""
    long = {each.name: each.end_lineno - each.lineno + 1 for each in functions(path) if each.end_lineno}
    assert {each: lines for each, lines in long.items() if lines > MOST_IN_A_FUNCTION} == {}


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_files_say_what_they_are_for(path):
    """A docstring on top, postponed annotations, and no name that says nothing."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree)
    assert path.stem not in ("utils", "util", "helpers", "common", "manager", "base", "misc")
    if any(isinstance(node, ast.FunctionDef | ast.ClassDef) for node in tree.body):
        assert "from __future__ import annotations" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_caches_take_no_arguments(path):
    """An unbounded cache on a function of anything would grow with every article."""
    for each in functions(path):
        decorators = {ast.unparse(decorator) for decorator in each.decorator_list}
        if decorators & {"cache", "functools.cache"}:
            assert not each.args.args, f"{each.name} is cached by argument"
        assert not any("lru_cache" in decorator for decorator in decorators), each.name


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_only_exceptions_and_enums_inherit(path):
    """No class hierarchy; protocols, generics and hooks are shapes, and `type` makes the enums."""
    allowed = re.compile(
        r"(Exception|RuntimeError|\w*Error|(enum\.)?Enum|StrEnum|IntEnum|Protocol|Generic|NamedTuple|type"
        r"|BuildHookInterface)(\[.*\])?"
    )
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ClassDef):
            assert all(allowed.fullmatch(ast.unparse(base)) for base in node.bases), node.name


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_no_float_and_no_clock(path):
    """What is read from an article is exact, and no result depends on the day it is made."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            assert called not in ("datetime.now", "datetime.today", "date.today", "time.time"), called


@pytest.mark.parametrize("path", RULES, ids=name)
def test_rules_bring_their_tests(path):
    """Every rule has a bad and a good example."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    assert table.get("bad"), "no [[bad]]"
    assert table.get("good"), "no [[good]]"


def test_every_report_module_renders():
    """A file's name is its format's name."""
    for each in reports.formats():
        assert callable(importlib.import_module(f"factcheck.reports.{each}").render)


def test_every_reader_says_what_it_reads():
    """A reader has `SUFFIXES` and `read`, or none of them; no suffix has two readers."""
    seen: dict[str, str] = {}
    for found in pkgutil.iter_modules(readers.__path__):
        module = importlib.import_module(f"factcheck.readers.{found.name}")
        if hasattr(module, "SUFFIXES"):
            assert callable(module.read)
            for suffix in module.SUFFIXES:
                assert suffix.startswith(".")
                assert seen.setdefault(suffix, found.name) == found.name
    assert {".md", ".txt"} <= set(seen)


def test_every_command_is_a_function_with_help():
    """A file's name is its command's name; its help is Chinese and opens with one line."""
    assert Path(cli.__file__).parent == ROOT / "factcheck" / "cli"
    for each in commands():
        module = importlib.import_module(f"factcheck.cli.{each}")
        assert callable(getattr(module, each))
        assert re.search(r"[\u4e00-\u9fff]", module.HELP.splitlines()[0])


@pytest.mark.parametrize(
    "command",
    [
        ("ruff", "check", "."),
        ("ruff", "format", "--check", "."),
        ("mypy", "--strict", "factcheck"),
        ("lint-imports",),
    ],
    ids=lambda command: command[0] + " " + command[1] if len(command) > 1 else command[0],
)
def test_tools_are_content(command):
    """Lint, format, types and the direction of imports."""
    script = Path(sysconfig.get_path("scripts")) / command[0]
    program = [str(script)] if script.exists() else [sys.executable, "-m", command[0]]
    done = subprocess.run([*program, *command[1:]], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, (done.stdout + done.stderr)[-4000:]
