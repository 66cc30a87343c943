"""What is wrong with a command line, in Chinese and with the cure."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from factcheck.patterns import compiled
from factcheck.reports.parts.safe import visible

_FIXING = ("--fix", "--unsafe-fixes", "--fix-only", "--show-fixes")
_ELSEWHERE = {  # what other linters call it: ruff, vale, eslint, mypy
    "--ignore-noqa": "--ignore-suppressions",
    "--add-noqa": "--write-baseline",
    "--extend-ignore": "--ignore",
    "--per-file-ignores": "配置里的 [per-file-ignores]",
    "--extend-per-file-ignores": "配置里的 [per-file-ignores]",
    "--silent": "--quiet",
    "-s": "--quiet",
    "--max-warnings": "--fail-on warning",
    "--strict": "--fail-on warning",
    "--minAlertLevel": "--fail-on",
    "--no-exit": "--exit-zero",
    "--no-color": "--color never",
    "--cache-dir": "环境变量 FACTCHECK_CACHE_DIR",
    "--explain": "factcheck explain 规则",
    "--show-source": "--format rich",
    "--glob": "--exclude",
    "--ext": "--stdin-filename",
    "--preview": "--extend-select",
    "--since": "--diff",
}
_QUOTED = compiled(r"'([^']*)'|\(([^()]*)\)")


def in_chinese(error: Any, commands: Sequence[str]) -> str:
    """One line on a usage error of the command-line library, and where to read on."""
    context = getattr(error, "ctx", None)
    command = context.command.name if context is not None and context.parent is not None else ""
    return f"{visible(_said(error, commands))}（factcheck {command + ' ' if command else ''}--help 看用法）"


def _said(error: Any, commands: Sequence[str]) -> str:
    kind, message = type(error).__name__, error.format_message()
    quoted = [one or two for one, two in _QUOTED.findall(message)]
    word = next(iter(quoted), "")
    match kind:
        case "NoSuchOption":
            return _no_option(error.option_name, error.possibilities or ())
        case "BadOptionUsage" | "BadArgumentUsage":
            return f"{error.option_name} 后面要写一个值" if hasattr(error, "option_name") else f"多了 {word}"
        case "MissingParameter":
            return f"缺少 {error.param.metavar or error.param.name}"
        case "BadParameter" | "BadRange":
            return f"{'/'.join(error.param.opts)} 的值不对：{quoted[-1] if quoted else message}"
    if message.startswith("No such command"):
        return _no_command(word, commands)
    return f"多了 {word}" if "extra argument" in message else message


def _no_option(name: str, near: Sequence[str]) -> str:
    if name in _FIXING:
        return f"没有 {name}：factcheck 不改稿件，改法写在报告的“可改”里，由人决定"
    if name in _ELSEWHERE:
        return f"没有 {name} 这个选项；在这里是 {_ELSEWHERE[name]}"
    return f"没有 {name} 这个选项" + (f"；是不是 {'、'.join(near)}？" if near else "")


def _no_command(word: str, commands: Sequence[str]) -> str:
    if Path(word).exists():
        return f"“{word}”不是命令；要查这篇稿件请写 factcheck check {word}"
    near = get_close_matches(word, commands, n=1, cutoff=0.5)
    return f"没有“{word}”这个命令；" + (f"是不是 {near[0]}？" if near else f"有：{'、'.join(commands)}")
