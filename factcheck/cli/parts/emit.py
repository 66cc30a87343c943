"""A report in the formats that were asked for, each where it was asked for."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path, PurePath

from factcheck.cli.parts.output import say, write
from factcheck.cli.parts.targets import Target
from factcheck.errors import ConfigError, ReadError
from factcheck.model import Failure, Report
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


def emit(
    report: Report, targets: Sequence[Target], options: Options, *, as_statistics: bool
) -> tuple[Failure, ...]:
    """Write `report` to every target; articles that cannot be given back in its format are answered.

    Raises:
        ConfigError: an output cannot be written or would overwrite an article.
    """
    if as_statistics:
        say(statistics(report, machine=targets[0].format == "json"))
        return ()
    refused: list[Failure] = []
    for target in targets:
        for part, path in _parts(report, target, options):
            try:
                _put(part, path, target, options)
            except ReadError as error:
                refused.append(Failure(error.path, error.reason))
    return tuple(dict.fromkeys(refused))


def _parts(report: Report, target: Target, options: Options) -> Iterator[tuple[Report, Path | None]]:
    """What goes where: the whole report, or what it says of each document into a file of a folder."""
    if target.path is None or not target.each:
        yield report, target.path
        return
    for document in report.documents:
        yield single(report, document), target.path / _inside(document.path, target.format, options.root)


def _put(report: Report, path: Path | None, target: Target, options: Options) -> None:
    if path is None:
        _print(render(target.format, report, options), target)
    else:
        _write(report, path, target.format, options)


def _print(answer: str | bytes, target: Target) -> None:
    if isinstance(answer, bytes) and sys.stdout.isatty():
        raise ConfigError(f"--format {target.format}：不能打印在屏幕上；请用 --output 给出文件")
    say(answer)


def _write(report: Report, path: Path, name: str, options: Options) -> None:
    for document in report.documents:
        if document.path != "-" and os.path.realpath(path) == os.path.realpath(document.path):
            raise ConfigError(f"--output {path}：会盖掉稿件本身，请换一个文件名")
    write(render(name, report, replace(options, color=False)), path)


def _inside(path: str, name: str, root: str) -> PurePath:
    """A name for the report on `path` inside a folder: the same path, never outside of it."""
    pure = PurePath(relative(path, root))
    kept = [part for part in pure.parts if part not in (pure.anchor, "..", ".")]
    suffix = _SUFFIXES.get(name, f".{name}")
    last = kept[-1] if kept else "stdin"
    return PurePath(*kept[:-1], last if last.endswith(suffix) else last + suffix)
