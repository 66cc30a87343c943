"""What the command line says, put over what the configuration says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from factcheck.cli.parts.options import Words, split
from factcheck.config import Settings, found_settings
from factcheck.config.values import Value


def settings(paths: Sequence[str], config: Words, isolated: bool, **said: Any) -> Settings:
    """The settings of a run over `paths`.

    `said` holds what the command line gave, by field of `Settings`; what is empty leaves the
    configuration as it is, and lists other than `select` are added to.

    Raises:
        ConfigError: a configuration or an option is malformed.
    """
    start = found_settings([_found_at(path, said) for path in paths], config=config or (), isolated=isolated)
    known = {field.name for field in fields(Settings)}
    given = {name: _read(name, value) for name, value in said.items() if value not in (None, "", (), [])}
    added: dict[str, Any] = {
        name: (*getattr(start, name), *value) if isinstance(value, tuple) and name != "select" else value
        for name, value in given.items()
        if name in known
    }
    return replace(start, **added)


def _found_at(path: str, said: dict[str, Any]) -> str:
    """Standard input has the configuration of the file it stands for."""
    return str(said.get("stdin_name") or path) if path == "-" else path


def _read(name: str, value: Any) -> Any:
    if name == "published":
        return Value("--date", value).date()
    if name == "rules":
        return tuple(Path(folder).absolute() for folder in value)
    return split(value) if isinstance(value, list) else value
