"""Rules read from folders of TOML files; a file's path below its folder is the rule's name.

Examples stand last in a file and are tests: `load` reads only what comes before them (and insists
that there are some), `examples` reads them.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from factcheck import toml
from factcheck.engine.fields import Fields
from factcheck.engine.forms import FORM_KEYS, form
from factcheck.engine.rule import Example, Rule
from factcheck.errors import RuleError
from factcheck.model import Severity

_KEYS = FORM_KEYS | {"title", "severity", "why", "message", "suspended_by", "within", "default"}
_SEVERITIES = {severity.value: severity for severity in Severity}
_WITHIN = ("article", "files", "both")
_EXAMPLE_KEYS = ("text", "texts", "finds", "why", "date", "place", "format", "facts")
_BAD, _GOOD = "\n[[bad]]", "\n[[good]]"


@cache
def home() -> Path:
    """The folder of the rules that come with factcheck: beside the package in a checkout, inside a wheel."""
    package = Path(__file__).parent.parent
    inside = package / "rules"
    return inside if inside.is_dir() else package.parent / "rules"


def load(folders: Sequence[Path]) -> tuple[Rule, ...]:
    """The rules in `folders`, by name; a rule of a later folder replaces one of the same name.

    Raises:
        RuleError: a folder is missing, or a rule is malformed; names the file, the key and the cure.
    """
    found: dict[str, str] = {}
    for folder in folders:
        if not folder.is_dir():
            raise RuleError(f"{folder}: 没有这个规则目录")
        found.update(_files(str(folder)))
    return tuple(_rule(name, Path(found[name])) for name in sorted(found))


def _files(folder: str, below: str = "") -> Iterator[tuple[str, str]]:
    """The names and files of the rules in `folder` and the folders in it."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from _files(entry.path, f"{below}{entry.name}/")
            elif entry.name.endswith(".toml"):
                yield below + entry.name.removesuffix(".toml"), entry.path


def examples(rule: Rule) -> tuple[Example, ...]:
    """The bad and good examples of `rule`, bad ones first.

    Raises:
        RuleError: an example is malformed.
    """
    table = _table(rule.file, _text(rule.file))
    return tuple(_examples(rule.file, table, "bad")) + tuple(_examples(rule.file, table, "good"))


def _rule(name: str, file: Path) -> Rule:
    text = "\n" + _text(file)
    cuts = [at for at in (text.find(_BAD), text.find(_GOOD)) if at >= 0]
    fields = Fields(file, _table(file, text[: min(cuts, default=len(text))]))
    if len(cuts) < 2:
        key = "good" if _GOOD not in text else "bad"
        raise fields.error(key, f"缺少例子；请在文件末尾用 [[{key}]] 至少写一个，例子就是这条规则的测试")
    fields.known(_KEYS)
    severity = fields.text("severity")
    if severity not in _SEVERITIES:
        raise fields.error("severity", f"没有“{severity}”；可用：{'、'.join(_SEVERITIES)}")
    within = fields.text("within", "article")
    if within not in _WITHIN:
        raise fields.error("within", f"没有“{within}”；可用：{'、'.join(_WITHIN)}")
    return Rule(
        name,
        file,
        fields.text("title"),
        fields.text("why"),
        _SEVERITIES[severity],
        fields.text("message"),
        form(fields),
        frozenset(fields.words("suspended_by")),
        within,
        fields.flag("default", True),
    )


def _text(file: Path) -> str:
    try:
        return file.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except (OSError, UnicodeDecodeError) as error:
        raise RuleError(f"{file}: 读不出来，请检查权限并存为 UTF-8（{error}）") from error


def _table(file: Path, text: str) -> Mapping[str, object]:
    try:
        return toml.table(text)
    except tomllib.TOMLDecodeError as error:
        raise RuleError(f"{file}: 不是合法的 TOML（{error}）") from error


def _examples(file: Path, table: Mapping[str, object], key: str) -> Iterator[Example]:
    rows = table.get(key, [])
    if not isinstance(rows, list):
        raise RuleError(f"{file}: {key}：应写作 [[{key}]]")
    for number, row in enumerate(rows, 1):
        fields = Fields(file, row, f"{key}[{number}]")
        fields.known(_EXAMPLE_KEYS)
        yield _example(fields, key == "bad")


def _example(fields: Fields, bad: bool) -> Example:
    texts = fields.table.get("texts")
    suffix = fields.text("format", "md")
    if isinstance(texts, Mapping):
        named = tuple((str(name), str(text)) for name, text in texts.items())
    else:
        named = ((f"text.{suffix}", fields.text("text")),)
    finds = fields.text("finds", None if bad else "")
    if bad and not any(finds in text for _, text in named):
        raise fields.error("finds", "例文中没有这几个字")
    rest = (fields.text(key, "") for key in ("why", "date", "place", "facts"))
    return Example(named, finds, *rest)
