"""`factcheck archive`: earlier articles kept, so that later ones can be held against them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from factcheck.archive import Store
from factcheck.cli.parts import given, options
from factcheck.cli.parts.emit import emit
from factcheck.cli.parts.listing import aligned
from factcheck.cli.parts.options import Words, argument, option, split
from factcheck.cli.parts.output import complain, report_failures, say
from factcheck.cli.parts.progress import progress
from factcheck.cli.parts.targets import targets
from factcheck.cli.parts.width import colored, columns
from factcheck.config import Settings
from factcheck.config.values import one_of
from factcheck.errors import ConfigError
from factcheck.pipeline import archiving
from factcheck.reports import Options
from factcheck.reports.parts.verdict import conflicts

HELP = """存下旧稿里的说法，以后的稿件可以与它们核对

存档是一个文件，默认叫 factcheck.db；用 --archive 或配置里的 archive 换一个。

  factcheck archive add 稿件/                      存下稿件；同一个文件再存一次就换成新的
  factcheck check 新稿.md --archive factcheck.db   新稿与存下的旧稿核对
  factcheck archive list                           列出存下的稿件
  factcheck archive remove 稿件/旧稿.md            从存档里去掉
  factcheck archive audit                          存下的稿件之间互相核对
  factcheck archive export 说法.parquet            导出全部说法
  factcheck archive import 说法.parquet            读入导出的说法"""

_DEFAULT = "factcheck.db"
_ACTIONS = ("add", "list", "remove", "audit", "export", "import")

Action = Annotated[str, argument("add|list|remove|audit|export|import", "做什么")]
Paths = Annotated[Words, argument("[稿件…]", "稿件或文件夹；export、import 是 Parquet 文件")]
File = Annotated[str, option("--archive", metavar="文件", help=f"存档；默认 {_DEFAULT}")]
Format = Annotated[
    Words, option("--format", "-f", metavar="格式", help="audit 的输出格式，同 check；list 是 table 或 jsonl")
]
Output = Annotated[Words, option("--output", "-o", metavar="文件", help="audit 的报告写进文件")]
Quiet = Annotated[bool, option("--quiet", "-q", help="不在标准错误上打印小结和进度")]


def archive(
    action: Action,
    paths: Paths = None,
    *,
    archive: File = "",
    format: Format = None,
    output: Output = None,
    quiet: Quiet = False,
    date: options.Date = "",
    place: options.PlaceName = "",
    encoding: options.Encoding = "",
    exclude: options.Exclude = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    config: options.Config = None,
    isolated: options.Isolated = False,
    jobs: options.Jobs = 0,
    no_cache: options.NoCache = False,
) -> None:
    """Do one thing with an archive."""
    one_of("archive", action, _ACTIONS)
    settings = given.settings(
        paths or ["."], config, isolated, published=date, place=place, encoding=encoding, exclude=exclude,
        select=select, ignore=ignore, jobs=jobs,
    )  # fmt: skip
    store = Store(Path(archive) if archive else settings.archive or Path(_DEFAULT))
    if action == "audit":
        raise typer.Exit(_audit(store, settings, format, output, quiet=quiet))
    if action == "list":
        _list(store, split(format))
    elif action == "add":
        raise typer.Exit(_add(store, settings, paths, quiet=quiet, cache=not no_cache))
    else:
        _move(store, action, paths or [])


def _add(store: Store, settings: Settings, paths: Words, *, quiet: bool, cache: bool) -> int:
    if not paths:
        raise ConfigError("archive add 要写存哪些稿件或文件夹")
    from dataclasses import replace  # noqa: PLC0415

    with progress(quiet=quiet) as tell:
        added = archiving.add(paths, replace(settings, cache=cache), store, tell)
    report_failures(added.failures)
    if not quiet:
        complain(
            f"存下 {added.files} 个文件、{added.articles} 篇稿件、{added.claims} 条说法；存档是 {store.path}"
        )
    return 2 if added.failures else 0


def _list(store: Store, formats: tuple[str, ...]) -> None:
    kind = one_of("--format", formats[0] if formats else "table", ("table", "jsonl"))
    rows = archiving.listed(store)
    if kind == "jsonl":
        say("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows))
        return
    heads = {"path": "文件", "title": "标题", "published": "日期", "place": "地方", "claims": "说法"}
    say(aligned(list(heads.values()), [[str(row[name]) for name in heads] for row in rows]))


def _audit(store: Store, settings: Settings, formats: Words, outputs: Words, *, quiet: bool) -> int:
    report = archiving.audit(store, settings)
    wanted = targets(split(formats), outputs or (), settings.output_format or "concise")
    options = Options(columns(), colored("auto"), str(Path.cwd()), False)
    failures = [*report.failures, *emit(report, wanted, options, as_statistics=False)]
    report_failures(failures)
    if not quiet:
        complain(f"{conflicts(report)}；存档里有 {len(store.articles())} 篇稿件、{store.count()} 条说法。")
    limit = settings.fail_on
    loud = limit is not None and any(one.severity.rank <= limit.rank for one in report.findings)
    return 2 if failures else int(loud)


def _move(store: Store, action: str, paths: list[str]) -> None:
    if not paths:
        raise ConfigError(f"archive {action} 要写文件名")
    if action == "remove":
        complain(f"去掉了 {archiving.remove(store, paths)} 篇稿件")
    elif action == "export":
        store.write_parquet(Path(paths[0]))
        complain(f"导出 {store.count()} 条说法到 {paths[0]}")
    else:
        complain(f"读入 {store.read_parquet(Path(paths[0]))} 条说法")
