"""Options that several commands share, with the one line of help each has."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from factcheck.cli.parts.completing import rule_names


def option(*names: str, metavar: str = "", panel: str = "选项", **rest: Any) -> Any:
    """A typer option, its help under the heading `panel`."""
    return typer.Option(*names, metavar=metavar or None, rich_help_panel=panel, **rest)


def argument(metavar: str, words: str, **rest: Any) -> Any:
    """A typer argument."""
    return typer.Argument(metavar=metavar, help=words, **rest)


_READ, _RULES, _OUT = "读稿", "规则", "输出"

Words = list[str] | None

Paths = Annotated[Words, argument("[稿件…]", "稿件或文件夹；- 是标准输入")]
Date = Annotated[
    str,
    option(
        "--date",
        metavar="日期",
        panel=_READ,
        help="稿件的日期：2024、2024-06 或 2024-06-18；不写就从稿件里找",
    ),
]
PlaceName = Annotated[
    str, option("--place", metavar="地名", panel=_READ, help="“我市”“全县”指哪里；不写就从稿件里找")
]
Encoding = Annotated[
    str,
    option(
        "--encoding", metavar="编码", panel=_READ, help="文本的编码，如 gb18030、big5、utf-16；不写就自动识别"
    ),
]
Exclude = Annotated[
    Words,
    option(
        "--exclude",
        "--extend-exclude",
        metavar="通配",
        panel=_READ,
        help="文件夹里不查这些文件，写法同 .gitignore",
    ),
]
StdinName = Annotated[
    str,
    option(
        "--stdin-filename", metavar="文件名", panel=_READ, help="标准输入算作哪个文件：决定怎么读、用哪份配置"
    ),
]
Config = Annotated[
    Words,
    option(
        "--config",
        metavar="文件",
        panel="配置",
        help="用这份配置；也可以写一条设置，如 --config 'fail-on=\"info\"'",
    ),
]
Isolated = Annotated[bool, option("--isolated", panel="配置", help="不读任何配置文件")]
Select = Annotated[
    Words,
    option(
        "--select",
        metavar="规则",
        panel=_RULES,
        autocompletion=rule_names,
        help="只运行这些规则：规则名或它的开头，逗号分开；ALL 是全部",
    ),
]
ExtendSelect = Annotated[
    Words,
    option(
        "--extend-select",
        metavar="规则",
        panel=_RULES,
        autocompletion=rule_names,
        help="在默认之外再运行这些规则",
    ),
]
Ignore = Annotated[
    Words, option("--ignore", metavar="规则", panel=_RULES, autocompletion=rule_names, help="不运行这些规则")
]
RuleFolders = Annotated[
    Words, option("--rules", metavar="文件夹", panel=_RULES, help="再加上这个文件夹里的规则")
]
Jobs = Annotated[
    int,
    option("--jobs", "-j", min=0, metavar="数目", panel="运行", help="同时用几个进程；0 是自动，结果都一样"),
]
NoCache = Annotated[bool, option("--no-cache", "-n", panel="运行", help="每篇都重读，不用也不写读稿的缓存")]


def split(words: Words) -> tuple[str, ...]:
    """What was given once with commas or several times, as one list."""
    return tuple(part for word in words or () for part in word.replace("，", ",").split(",") if part.strip())
