"""The settings in force, for `--show-settings`."""

from __future__ import annotations

from factcheck.config import KEYS, Settings, Suppression
from factcheck.model import Severity


def described(settings: Settings) -> str:
    """One line per key as it would stand in a configuration, with where they come from on top."""
    source = str(settings.source) if settings.source else "没有配置文件"
    lines = [f"{key.name} = {_shown(getattr(settings, key.field))}" for key in KEYS if key.field != "fail_on"]
    limit = settings.fail_on.value if settings.fail_on else "never"
    return "\n".join([f"# {source}", *lines, f'fail-on = "{limit}"', ""])


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, Severity):
        return f'"{value.value}"'
    if isinstance(value, Suppression):
        return f'{{ rule = "{value.rule}", text = "{value.text}", path = "{value.path}" }}'
    if isinstance(value, tuple):
        return "[" + ", ".join(map(_shown, value)) + "]"
    return '""' if value is None else f'"{value}"'
