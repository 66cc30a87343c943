"""One module per output format; the module's name is the format's name."""

from __future__ import annotations

import importlib
import pkgutil
from typing import Protocol, cast

from factcheck.model import Report
from factcheck.reports.parts.options import Options

__all__ = ["Options", "formats", "render"]


class _Format(Protocol):
    def render(self, report: Report, options: Options) -> str | bytes: ...


def formats() -> tuple[str, ...]:
    """The names of all formats, by letter."""
    return tuple(sorted(found.name for found in pkgutil.iter_modules(__path__) if not found.ispkg))


def render(name: str, report: Report, options: Options) -> str | bytes:
    """`report` in the format `name`, one of `formats()`; bytes where the format is not text."""
    module = cast("_Format", importlib.import_module(f"factcheck.reports.{name}"))
    return module.render(report, options)
