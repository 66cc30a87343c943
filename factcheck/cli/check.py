"""`factcheck check`: the conflicts of some articles."""

from __future__ import annotations

from typing import Annotated

import typer

from factcheck.cli.parts import options
from factcheck.cli.parts.completing import format_names, severity_names
from factcheck.cli.parts.options import Words, option
from factcheck.cli.parts.run import run

HELP = """核对稿件里的数字，列出互相对不上的地方

给出稿件或文件夹；不给就查当前文件夹。几篇一起查时，各篇之间也互相核对。

  factcheck check 稿件.md                          查一篇
  factcheck check 稿件/ --no-cross                 查一个文件夹，各篇只查自己
  factcheck check 稿件.md --format html --output 核对.html
                                                   一页网页：全文标色，算式在旁
  factcheck check 稿件.docx --format docx --output 批注.docx
                                                   Word 稿件加上批注
  factcheck check 稿件/ --format json --output a.json --format html --output b.html
                                                   一次出几种报告
  factcheck check 稿件/ --select growth,sums       只查增速和合计
  factcheck check 稿件.md --facts 公报.csv         与权威数据表核对
  factcheck check 稿件.md --archive 存档.db        与存档里的旧稿核对
  factcheck check 稿件/ --diff main                只报改动的行牵涉到的
  factcheck check 旧稿/ --baseline 基线.json --write-baseline
                                                   旧稿先记下，以后只报新的
  cat 稿件.md | factcheck check --stdin-filename 稿件.md -

退出码：0 没有达到 --fail-on 的冲突，1 有，2 没能查完。"""

_OUT, _KNOWN, _RUN = "输出", "已知的冲突", "运行"

Formats = Annotated[
    Words,
    option(
        "--format",
        "--output-format",
        "-f",
        metavar="格式",
        panel=_OUT,
        envvar="FACTCHECK_FORMAT",
        autocompletion=format_names,
        help="rich（终端默认）、concise（接管道时默认）、json、jsonl、sarif、github、gitlab、junit、"
        "checkstyle、rdjson、markdown、html、docx；可以写几次，各配一个 --output",
    ),
]
Outputs = Annotated[
    Words,
    option(
        "--output",
        "--output-file",
        "-o",
        metavar="文件",
        panel=_OUT,
        help="写进文件；依次配给 --format，也可写成 html:文件；以 / 结尾的是文件夹，每篇一个文件",
    ),
]
Statistics = Annotated[bool, option("--statistics", panel=_OUT, help="只数每条规则报了几处")]
Verbose = Annotated[bool, option("--verbose", "-v", panel=_OUT, help="核对无误的也全部列出")]
Quiet = Annotated[bool, option("--quiet", "-q", panel=_OUT, help="不在标准错误上打印小结和进度")]
Color = Annotated[str, option("--color", metavar="auto|always|never", panel=_OUT, help="要不要颜色")]
FailOn = Annotated[
    str,
    option(
        "--fail-on",
        metavar="级别",
        panel=_OUT,
        autocompletion=severity_names,
        help="到这一级退出码才是 1：error（默认）、warning、info、never",
    ),
]
ExitZero = Annotated[bool, option("--exit-zero", "-e", panel=_OUT, help="有冲突也退出 0；没能查完仍是 2")]
IgnoreSuppressions = Annotated[
    bool,
    option("--ignore-suppressions", panel=_KNOWN, help="不理会稿件里的忽略注释和配置里的 suppress，全部报出"),
]
ForceExclude = Annotated[
    bool, option("--force-exclude", panel="读稿", help="直接点名的文件也受 exclude 约束")
]
NoCross = Annotated[bool, option("--no-cross", panel="读稿", help="各篇只查自己，不跨文件核对")]
FactsTable = Annotated[
    str,
    option(
        "--facts",
        metavar="表格",
        panel="读稿",
        help="与这张权威数据表核对：CSV、XLSX 或 Parquet；怎么读的见 factcheck facts",
    ),
]
ArchiveFile = Annotated[
    str,
    option("--archive", metavar="存档", panel="读稿", help="与存档里的旧稿核对；存档见 factcheck archive"),
]
Baseline = Annotated[
    str, option("--baseline", metavar="文件", panel=_KNOWN, help="这个文件里记下的冲突不再报")
]
WriteBaseline = Annotated[
    bool, option("--write-baseline", panel=_KNOWN, help="把现有冲突全部记进 --baseline 的文件，退出 0")
]
PruneBaseline = Annotated[bool, option("--prune-baseline", panel=_KNOWN, help="从基线里删去已经改好的")]
Diff = Annotated[
    str, option("--diff", metavar="提交", panel=_KNOWN, help="只报牵涉到改动行的：与这个分支或提交相比")
]
DiffFile = Annotated[
    str, option("--diff-file", metavar="补丁", panel=_KNOWN, help="只报牵涉到改动行的：改动写在这个补丁里")
]
Watch = Annotated[bool, option("--watch", "-w", panel=_RUN, help="稿件一改就重查，Ctrl-C 停")]
ShowFiles = Annotated[bool, option("--show-files", panel=_RUN, help="只列出会查哪些文件")]
ShowSettings = Annotated[bool, option("--show-settings", panel=_RUN, help="只列出生效的设置")]


def check(
    paths: options.Paths = None,
    *,
    format: Formats = None,
    output: Outputs = None,
    statistics: Statistics = False,
    verbose: Verbose = False,
    quiet: Quiet = False,
    color: Color = "auto",
    fail_on: FailOn = "",
    exit_zero: ExitZero = False,
    select: options.Select = None,
    extend_select: options.ExtendSelect = None,
    ignore: options.Ignore = None,
    rules: options.RuleFolders = None,
    date: options.Date = "",
    place: options.PlaceName = "",
    encoding: options.Encoding = "",
    exclude: options.Exclude = None,
    force_exclude: ForceExclude = False,
    stdin_filename: options.StdinName = "",
    no_cross: NoCross = False,
    facts: FactsTable = "",
    archive: ArchiveFile = "",
    baseline: Baseline = "",
    write_baseline: WriteBaseline = False,
    prune_baseline: PruneBaseline = False,
    diff: Diff = "",
    diff_file: DiffFile = "",
    ignore_suppressions: IgnoreSuppressions = False,
    config: options.Config = None,
    isolated: options.Isolated = False,
    jobs: options.Jobs = 0,
    no_cache: options.NoCache = False,
    watch: Watch = False,
    show_files: ShowFiles = False,
    show_settings: ShowSettings = False,
) -> None:
    """Check articles and leave with status 0, 1 or 2."""
    raise typer.Exit(run(locals()))
