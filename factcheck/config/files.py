"""Where a configuration is found: in the nearest folder above the articles that has one.

In one folder `factcheck.toml` comes before `.factcheck.toml`, and both before `pyproject.toml`, which
counts only if it has a table `[tool.factcheck]`. Configurations of outer folders are not merged in.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

from factcheck.config.keys import settings_from
from factcheck.config.settings import Settings
from factcheck.errors import ConfigError

_NAMES = ("factcheck.toml", ".factcheck.toml", "pyproject.toml")


def found_settings(paths: Sequence[str], *, config: Sequence[str] = (), isolated: bool = False) -> Settings:
    """The settings for checking `paths`.

    `config` holds configuration files, or single settings such as `fail-on = "info"` that override
    what a file says; `isolated` leaves every file that is merely found unread.

    Raises:
        ConfigError: a configuration is missing or malformed; names the file, the key and the cure.
    """
    files = [each for each in config if "=" not in each or Path(each).exists()]
    settings = Settings(root=Path.cwd())
    if files:
        settings = _settings(Path(files[-1]))
    elif not isolated:
        file = _nearest(_start(paths))
        settings = _settings(file) if file else settings
    for line in config:
        if line not in files:
            settings = settings_from(_toml(line, "--config"), "--config", settings)
    return settings


def _start(paths: Sequence[str]) -> Path:
    """The folder that holds all of `paths`."""
    named = [Path(path) for path in paths if path != "-"]
    folders = [path if os.path.isdir(path) else path.parent for path in named]  # noqa: PTH112  (never raises)
    if not folders:
        return Path.cwd()
    try:
        return Path(os.path.commonpath([folder.absolute() for folder in folders]))
    except ValueError:  # on different drives
        return folders[0].absolute()


def _nearest(folder: Path) -> Path | None:
    for each in (folder, *folder.parents):
        for name in _NAMES:
            file = each / name
            if file.is_file() and (name != "pyproject.toml" or _own(file) is not None):
                return file
    return None


def _settings(file: Path) -> Settings:
    if not file.is_file():
        raise ConfigError(f"{file}：没有这个配置文件，请检查路径")
    table = _own(file)
    if table is None:
        raise ConfigError(f"{file}：里面没有 [tool.factcheck] 这一节")
    start = Settings(root=file.absolute().parent, source=file)
    return settings_from(table, str(file), start)


def _own(file: Path) -> Mapping[str, object] | None:
    """What `file` says to factcheck, `None` when it is another tool's."""
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{file}：读不出来，请检查权限并存为 UTF-8（{error}）") from error
    table = _toml(text, str(file))
    if file.name != "pyproject.toml":
        return table
    tools = table.get("tool")
    own = tools.get("factcheck") if isinstance(tools, dict) else None
    if own is not None and not isinstance(own, dict):
        raise ConfigError(f"{file}：tool.factcheck 应为一张表，写作 [tool.factcheck]")
    return own


def _toml(text: str, name: str) -> Mapping[str, object]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{name}：不是合法的 TOML（{error}）") from error
