"""A report in the formats that were asked for, each where it was asked for."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path, PurePath

from factcheck.cli.parts.output import say, write
from factcheck.cli.parts.targets import Target
from factcheck.errors import ConfigError
from factcheck.model import Report
from factcheck.reports import Options, render
from factcheck.reports.parts.safe import relative
from factcheck.reports.parts.single import single
from factcheck.reports.parts.statistics import statistics

_SUFFIXES = {
    "markdown": ".md",
    "rich": ".txt",
    "concise": ".txt",
    "github": ".txt",
    "junit": ".xml",
    "checkstyle": ".xml",
    "gitlab": ".json",
    "rdjson": ".json",
}


def emit(report: Report, targets: Sequence[Target], options: Options, *, as_statistics: bool) -> None:
    """Write `report` to every target.

    Raises:
        ConfigError: an output cannot be written or would overwrite an article.
        ReadError: an article that has to be read once more cannot be.
    """
    if as_statistics:
        say(statistics(report, machine=targets[0].format == "json"))
        return
    for target in targets:
        if target.path is None:
            _print(render(target.format, report, options), target)
        elif target.each:
            _write_each(report, target.path, target.format, options)
        else:
            _write(report, target.path, target.format, options)


def _print(answer: str | bytes, target: Target) -> None:
    if isinstance(answer, bytes) and sys.stdout.isatty():
        raise ConfigError(f"--format {target.format}：不能打印在屏幕上；请用 --output 给出文件")
    say(answer)


def _write_each(report: Report, folder: Path, name: str, options: Options) -> None:
    for document in report.documents:
        path = folder / _inside(document.path, name, options.root)
        _write(single(report, document), path, name, options)


def _write(report: Report, path: Path, name: str, options: Options) -> None:
    for document in report.documents:
        if document.path != "-" and path.exists() and path.resolve() == Path(document.path).resolve():
            raise ConfigError(f"--output {path}：会盖掉稿件本身，请换一个文件名")
    write(render(name, report, replace(options, color=False)), path)


def _inside(path: str, name: str, root: str) -> PurePath:
    """A name for the report on `path` inside a folder: the same path, never outside of it."""
    pure = PurePath(relative(path, root))
    kept = [part for part in pure.parts if part not in (pure.anchor, "..", ".")]
    suffix = _SUFFIXES.get(name, f".{name}")
    last = kept[-1] if kept else "stdin"
    return PurePath(*kept[:-1], last if last.endswith(suffix) else last + suffix)
