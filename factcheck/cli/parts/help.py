"""`--help` in Chinese: what a command is for, examples, and its options by what they are about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from factcheck import __version__
from factcheck.cli.parts.width import cells, help_width, padded, wrapped

_INDENT = 2
_NAMES = 26  # columns for the names of options

OVERVIEW = """factcheck 核对中文稿件里的数字：先读懂每个数字说的是什么，再看该对上的是不是对得上。

  factcheck check 稿件.md             查一篇
  factcheck check 稿件/               查一个文件夹里的全部稿件，几篇之间也互相核对
  factcheck check 稿件.docx --format docx --output 批注.docx
                                      把 Word 稿件加上批注还给作者
  factcheck why 稿件.md:12            第 12 行的数字是怎么读的，为什么没有查
  factcheck explain growth            一条规则查什么、为什么、什么算错什么不算

退出码：0 没有冲突，1 有冲突，2 没能查完（文件读不出、选项或配置写错）。"""


def overview(commands: Sequence[Any]) -> str:
    """What the program is for and one line on each command."""
    lines = [f"用法：factcheck 命令 [选项] 稿件…　（{__version__}）", "", OVERVIEW, "", "命令："]
    for command in commands:
        lines += _entry(command.name, command.help.strip().split("\n")[0], 12)
    lines += ["", "选项："]
    for names, words in (
        ("-h, --help", "看这页说明；写在命令后面看那个命令的说明"),
        ("-V, --version", "看版本"),
        ("--install-completion", "给当前 shell 装上按 Tab 补全"),
        ("--show-completion", "打印补全脚本"),
    ):
        lines += _entry(names, words, _NAMES)
    return "\n".join(lines) + "\n"


def command_help(command: Any) -> str:
    """What `command` is for, and all its options."""
    arguments = [each for each in command.params if each.param_type_name == "argument"]
    usage = " ".join(each.metavar or each.name for each in arguments)
    lines = [f"用法：factcheck {command.name} [选项] {usage}", "", command.help.strip()]
    for panel, options in _panels(command):
        lines += ["", f"{panel}："]
        for option in options:
            lines += _entry(_names(option), option.help or "", _NAMES)
    return "\n".join([*lines, ""])


def _panels(command: Any) -> Iterator[tuple[str, list[Any]]]:
    panels: dict[str, list[Any]] = {}
    for each in command.params:
        if each.param_type_name == "option" and not each.hidden:
            panels.setdefault(each.rich_help_panel or "选项", []).append(each)
    yield from panels.items()


def _names(option: Any) -> str:
    names = ", ".join(sorted(option.opts, key=len))
    return names if option.is_flag else f"{names} {option.metavar or '值'}"


def _entry(names: str, words: str, room: int) -> list[str]:
    """Names on the left, words on the right; names too long get a line of their own."""
    right = list(wrapped(words, help_width() - _INDENT - room))
    left = " " * _INDENT + padded(names, room)
    gap = " " * (_INDENT + room)
    if cells(names) >= room:
        return [" " * _INDENT + names, *(gap + line for line in right)]
    return [(left + right[0]) if right else left.rstrip(), *(gap + line for line in right[1:])]
