"""`--format rich`: for people at a terminal; the default there.

Per document a table of conflicts, then what was verified and how many figures took part in a check;
last a table by rule and one by document. Words of an article reach the terminal only as `Text`,
never as markup, and with control characters made visible. Colours are the sixteen that every theme,
light or dark, keeps readable, and nothing is said by colour alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from io import StringIO

from rich import box
from rich.console import Console, Group, RenderableType
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from factcheck.model import Document, Finding, Report, Severity
from factcheck.reports.parts import said
from factcheck.reports.parts.columns import by_path
from factcheck.reports.parts.coverage import Coverage, coverage, percent
from factcheck.reports.parts.hints import hints
from factcheck.reports.parts.options import Options
from factcheck.reports.parts.quote import Quote, Role, quotes
from factcheck.reports.parts.safe import shown_path, visible
from factcheck.reports.parts.verdict import verdict
from factcheck.reports.parts.words import severity_word
from factcheck.reports.parts.wrap import Prose

_WIDE = 120
_SHOWN = 6  # verified relations listed per document unless asked for all
_FEW = 20  # with more documents, those without findings share one line unless asked for all
_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold magenta", Severity.INFO: "bold"}
_MARKS = {Role.SUSPECT: ("【", "】", "bold red"), Role.WITNESS: ("〔", "〕", "underline")}


def render(report: Report, options: Options) -> str:
    """The report as lines of at most `options.width` columns, with escape codes only for colour."""
    stream = StringIO()
    console = Console(
        file=stream,
        width=options.width,
        force_terminal=options.color,
        color_system="standard" if options.color else None,
        markup=False,
        highlight=False,
        emoji=False,
        legacy_windows=False,
    )
    for part in _parts(report, options):
        console.print(part)
    return "\n".join(line.rstrip() for line in stream.getvalue().split("\n"))


def _parts(report: Report, options: Options) -> Iterator[RenderableType]:
    documents, covered = by_path(report), coverage(report)
    for each in covered:
        if each.findings or len(covered) == 1 or options.verbose:
            yield from _document(each, documents, options)
    if any(each.findings for each in covered):
        yield Text("【】被疑的数字　〔〕与它对照的数字", style="dim")
        yield Text()
    if len(covered) != 1:
        yield from [_by_rule(report)] if report.findings else []
        yield _by_document(covered, options)
    yield Prose(_verdict(report))
    for hint in hints(report, covered, options):
        yield Prose(Text(hint, style="dim"))


def _document(
    each: Coverage, documents: Mapping[str, Document], options: Options
) -> Iterator[RenderableType]:
    title = Text(shown_path(each.document.path, options.root), style="bold")
    yield Rule(title, characters="─", align="left", style="dim")
    for warning in each.document.warnings:
        yield Prose(Text(f"注意：{visible(warning)}", style="magenta"))
    if each.findings:
        yield _conflicts(each.findings, documents, options)
    yield from _verified(each, options)
    yield Text()


def _conflicts(findings: tuple[Finding, ...], documents: Mapping[str, Document], options: Options) -> Table:
    """One row per finding: where, the words, the arithmetic; in a narrow terminal the last two share."""
    table = Table(box=box.SIMPLE, show_lines=True, expand=True, pad_edge=False, header_style="bold")
    table.add_column("行", justify="right", no_wrap=True)
    if options.width < _WIDE:
        table.add_column("冲突", ratio=1, overflow="fold")
    else:
        table.add_column("原文", ratio=5, overflow="fold")
        table.add_column("核算", ratio=4, overflow="fold")
    for finding in findings:
        words = [_quote(quote, finding, options) for quote in quotes(finding, documents)]
        head, sums = Prose(_head(finding)), _sums(finding)
        cells = [Group(head, *words, *sums)] if options.width < _WIDE else [Group(*words), Group(head, *sums)]
        table.add_row(str(finding.marks[0].place.line), *cells)
    return table


def _head(finding: Finding) -> Text:
    head = Text(severity_word(finding.severity), style=_STYLES[finding.severity])
    head.append(f" {finding.certainty.value}", style="not bold")
    head.append(f"  {finding.rule}", style="not bold dim")
    head.append(f"\n{visible(finding.message)}", style="not bold default")
    return head


def _quote(quote: Quote, finding: Finding, options: Options) -> Prose:
    place = finding.marks[0].place
    elsewhere = "" if quote.path == place.path else f"{shown_path(quote.path, options.root)} "
    words = Text(
        "" if (quote.path, quote.line) == (place.path, place.line) else f"{elsewhere}{quote.line} 行 "
    )
    words.stylize("dim")
    for piece in quote.pieces:
        before, after, style = _MARKS.get(piece.role, ("", "", ""))
        words.append(f"{before}{piece.text}{after}", style=style)
    return Prose(words, indent=2)


def _sums(finding: Finding) -> list[Prose]:
    return [
        Prose(Text(line, style="bold" if line.startswith("算式") else "")) for line in said.lines(finding)[1:]
    ]


def _verified(each: Coverage, options: Options) -> Iterator[RenderableType]:
    share = percent(each.taking_part, each.figures)
    counts = f"{each.figures} 个数字中 {each.taking_part} 个参与了核对（{share}）"
    if not each.verified:
        yield Text(counts, style="dim")
        return
    yield Text(f"核对无误 {len(each.verified)} 处；{counts}", style="green")
    shown = each.verified if options.verbose else each.verified[:_SHOWN]
    for held in shown:
        line = Text(f"  ✓ {held.marks[0].place.line} 行  ", style="green")
        line.append(said.sum_of(held), style="default")
        line.append(f"  {held.rule}{'（宽松）' if held.weak else ''}", style="dim default")
        yield Prose(line)
    if len(shown) < len(each.verified):
        yield Text(f"  另有 {len(each.verified) - len(shown)} 处，加 --verbose 全部列出", style="dim")


def _by_rule(report: Report) -> Table:
    titles = {note.name: note.title for note in report.rules}
    counts = Counter(finding.rule for finding in report.findings)
    severities = {finding.rule: finding.severity for finding in report.findings}
    files = {(finding.rule, finding.marks[0].place.path) for finding in report.findings}
    spread = Counter(rule for rule, _ in files)
    table = _table("按规则")
    for name in ("处", "级别", "稿件"):
        table.add_column(name, justify="right", no_wrap=True)
    for rule, count in sorted(counts.items(), key=lambda row: (severities[row[0]].rank, -row[1], row[0])):
        label = Text(rule)
        label.append(f"  {titles.get(rule, '')}", style="dim")
        word = Text(severity_word(severities[rule]), style=_STYLES[severities[rule]])
        table.add_row(label, str(count), word, str(spread[rule]))
    return table


def _by_document(covered: tuple[Coverage, ...], options: Options) -> Table:
    table = _table("按稿件")
    for name in ("错误", "警告", "提示", "无误", "数字", "参与核对"):
        table.add_column(name, justify="right", no_wrap=True)
    few = len(covered) <= _FEW or options.verbose
    shown = [each for each in covered if few or each.findings]
    for each in shown:
        loud = [(each.count(severity), _STYLES[severity]) for severity in Severity]
        table.add_row(
            Text(shown_path(each.document.path, options.root)),
            *(Text(str(count), style=style if count else "dim") for count, style in loud),
            Text(str(len(each.verified)), style="green" if each.verified else "dim"),
            str(each.figures),
            f"{each.taking_part}（{percent(each.taking_part, each.figures)}）",
        )
    if len(shown) < len(covered):
        table.add_row(Text(f"另有 {len(covered) - len(shown)} 篇没有冲突", style="dim"))
    return table


def _table(first: str) -> Table:
    table = Table(box=box.SIMPLE, expand=True, pad_edge=False, header_style="bold")
    table.add_column(first, ratio=1, overflow="fold")
    return table


def _verdict(report: Report) -> Text:
    return Text(verdict(report), style="bold" if report.findings else "green" if report.verified else "")
