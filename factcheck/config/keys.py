"""The keys of a configuration, what each may hold, and what becomes of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from factcheck.config.settings import Settings, Suppression
from factcheck.config.values import Value, nearest, one_of
from factcheck.errors import ConfigError
from factcheck.model import Severity
from factcheck.records import dataclass

_SUPPRESSION = ("rule", "text", "path", "reason")
_FAIL_ON = ("error", "warning", "info", "never")


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a configuration.

    Attributes:
        name: as it is written in TOML.
        field: the field of `Settings` it sets.
        help: one line on it, for people.
        read: its value checked and turned into that of the field, given the folder of the file.
    """

    name: str
    field: str
    help: str
    read: Callable[[Value, Path], Any]


def settings_from(table: Mapping[str, object], name: str, start: Settings) -> Settings:
    """`start` with everything `table` says; `name` is the table's name in messages.

    Raises:
        ConfigError: a key is unknown or its value does not fit.
    """
    known = {key.name: key for key in KEYS}
    settings = start
    for key, value in table.items():
        if key not in known:
            raise ConfigError(f"{name}：没有“{key}”这个键；{nearest(key, known)}")
        read = known[key].read(Value(f"{name}：{key}", value), start.root)
        settings = replace(settings, **{known[key].field: read})
    return settings


def fail_on(name: str, value: object) -> Severity | None:
    """The least severity that makes a run fail, from the word for it.

    Raises:
        ConfigError: it is not one of error, warning, info, never.
    """
    word = one_of(name, value, _FAIL_ON)
    return None if word == "never" else Severity(word)


def _texts(value: Value, _: Path) -> tuple[str, ...]:
    return value.texts()


def _text(value: Value, _: Path) -> str:
    return value.text()


def _flag(value: Value, _: Path) -> bool:
    return value.flag()


def _seconds(value: Value, _: Path) -> int:
    return value.count()


def _fail_on(value: Value, _: Path) -> Severity | None:
    return fail_on(value.name, value.value)


def _ignores(value: Value, _: Path) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((glob, value.at(glob).texts()) for glob in value.table())


def _severities(value: Value, _: Path) -> tuple[tuple[str, Severity], ...]:
    return tuple((rule, value.at(rule).severity()) for rule in value.table())


def _folders(value: Value, root: Path) -> tuple[Path, ...]:
    return tuple(root / folder for folder in value.texts())


def _file(value: Value, root: Path) -> Path:
    return root / value.text()


def _suppressions(value: Value, _: Path) -> tuple[Suppression, ...]:
    return tuple(_suppression(each) for each in value.tables())


def _suppression(value: Value) -> Suppression:
    for key in value.table():
        if key not in _SUPPRESSION:
            raise value.error(f"没有“{key}”这个键；{nearest(key, _SUPPRESSION)}")
    for key in ("rule", "text"):
        if key not in value.table():
            raise value.error(f"缺少 {key}；rule 写规则名，text 照抄稿件里的原话")
    return Suppression(**{key: value.at(key).text() for key in value.table()})


KEYS = (
    Key("select", "select", "只运行这些规则，写规则名或开头几个字；不写就运行默认的全部", _texts),
    Key("extend-select", "extend_select", "在默认之外再加上这些规则", _texts),
    Key("ignore", "ignore", "不运行这些规则", _texts),
    Key("per-file-ignores", "per_file_ignores", "某些文件不受某些规则约束：文件通配 = 规则", _ignores),
    Key("severity", "severity", "改变规则的级别：规则 = error、warning 或 info", _severities),
    Key("fail-on", "fail_on", "到这一级就算不通过：error、warning、info 或 never", _fail_on),
    Key("rules", "rules", "自己的规则所在的文件夹；规则是数据，不会执行代码", _folders),
    Key("exclude", "exclude", "不查这些文件，写法同 .gitignore", _texts),
    Key("suppress", "suppress", "看过而不再报的地方：规则加照抄的原话", _suppressions),
    Key("place", "place", "稿件里“我市”“全县”指的地方", _text),
    Key("encoding", "encoding", "文本的编码；不写就自动识别", _text),
    Key("cross", "cross", "几篇稿件之间也互相核对", _flag),
    Key("facts", "facts", "权威数据表：稿件里的数字与它核对", _file),
    Key("archive", "archive", "旧稿的存档：稿件里的数字与它核对", _file),
    Key("baseline", "baseline", "基线文件：里面记下的冲突不再报", _file),
    Key("format", "output_format", "默认的输出格式", _text),
    Key("time-limit", "time_limit", "几个进程同时查时，一篇最多查几秒；0 是不限", _seconds),
)
