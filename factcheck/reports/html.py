"""`--format html`: one page that needs nothing else: the articles with every figure marked.

Nothing is loaded from anywhere, and the policy in the page forbids it; script and style are allowed
by their own digests only. Whatever comes from an article is escaped.
"""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files

from factcheck.model import Document, Reading, Report, Severity, Silencer
from factcheck.reports.parts.cards import card, checklists, found_list, silenced_list, text, verified_list
from factcheck.reports.parts.coverage import Coverage, coverage, percent
from factcheck.reports.parts.highlight import Highlight, Numbered, highlights, lines, numbered
from factcheck.reports.parts.options import Options
from factcheck.reports.parts.safe import relative
from factcheck.reports.parts.words import severity_word


def render(report: Report, options: Options) -> str:
    """The report as one HTML page."""
    style, script = _asset("page.css"), _asset("page.js")
    return "\n".join(
        [
            '<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{_policy(style, script)}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            "<title>数字核对报告</title>",
            f"<style>{style}</style>\n</head>\n<body>",
            *_body(report, options),
            f"<script>{script}</script>\n</body>\n</html>\n",
        ]
    )


def _body(report: Report, options: Options) -> Iterator[str]:
    covered = coverage(report)
    ids = numbered(report)
    yield _top(report, covered)
    yield from _failures(report, options)
    yield from found_list(ids.findings, options, single=len(covered) == 1)
    if len(covered) > 1:
        yield _contents(covered, options)
    marks = highlights(report, ids)
    names = {id(each): target for target, each in (*ids.findings, *ids.verified)}
    lists = checklists(report, names)
    kept_quiet = [one for one in report.silenced if one.by is not Silencer.UNCHANGED]
    for at, each in enumerate(covered, 1):
        path = each.document.path
        readings = [reading for reading in report.readings if reading.article.document is each.document]
        body = _pair(each.document, readings, marks.get(path, ()), ids, options)
        silent = [one for one in kept_quiet if one.finding.marks[0].place.path == path]
        held = [(target, one) for target, one in ids.verified if one.marks[0].place.path == path]
        yield f'<section class="document" id="d{at}">\n<h2>{text(relative(path, options.root))}</h2>'
        yield f'<p class="counts">{_counts(each)}</p>'
        yield "\n".join([body, verified_list(held), silenced_list(silent), lists.get(path, ""), "</section>"])


def _top(report: Report, covered: Sequence[Coverage]) -> str:
    figures, part = sum(each.figures for each in covered), sum(each.taking_part for each in covered)
    count = len(report.findings)
    found = f"发现 {count} 处冲突" if count else "没有发现冲突"
    return "\n".join(
        [
            f'<header class="top">\n<h1>数字核对：{found}</h1>',
            f"<p>{len(covered)} 篇稿件，{figures} 个数字中 {part} 个参与了核对（{percent(part, figures)}），"
            f"核对无误 {len(report.verified)} 处。没有参与核对的数字仍须人工核实。</p>",
            f"<p>{_legend()}</p>",
            *_filters(report),
            "</header>",
        ]
    )


def _legend() -> str:
    kinds = {"suspect": "被疑的数字", "witness": "与它对照的数字", "verified": "已核对", "alone": "未核对"}
    return "　".join(f'<span class="mark {kind}">{words}</span>' for kind, words in kinds.items())


def _filters(report: Report) -> Iterator[str]:
    rules = sorted({finding.rule for finding in report.findings})
    if not rules:
        return
    loud = [severity for severity in Severity if any(f.severity is severity for f in report.findings)]
    yield '<div class="filters">'
    yield _choices("级别", [(f"severity:{each.value}", severity_word(each)) for each in loud])
    yield _choices("规则", [(f"rule:{rule}", rule) for rule in rules])
    yield "</div>"


def _choices(legend: str, choices: Sequence[tuple[str, str]]) -> str:
    boxes = "".join(
        f'<label><input type="checkbox" value="{text(value)}" checked> {text(name)}</label>'
        for value, name in choices
    )
    return f"<fieldset><legend>{legend}</legend>{boxes}</fieldset>"


def _failures(report: Report, options: Options) -> Iterator[str]:
    if report.failures:
        said = (f"{text(relative(f.path, options.root))}：{text(f.message)}" for f in report.failures)
        yield '<div class="failures">' + "".join(f"<p>未能检查 {each}</p>" for each in said) + "</div>"


def _contents(covered: Sequence[Coverage], options: Options) -> str:
    items = "\n".join(_entry(at, each, options) for at, each in enumerate(covered, 1))
    return f'<nav class="contents"><ol>\n{items}\n</ol></nav>'


def _entry(at: int, each: Coverage, options: Options) -> str:
    path = text(relative(each.document.path, options.root))
    kind = "found" if each.findings else "clean"
    return f'<li class="{kind}"><a href="#d{at}">{path}</a> <small>{_counts(each)}</small></li>'


def _pair(
    document: Document,
    readings: Sequence[Reading],
    marks: Sequence[Highlight],
    ids: Numbered,
    options: Options,
) -> str:
    shown = "\n".join(lines(document, readings, marks))
    here = [(target, each) for target, each in ids.findings if each.marks[0].place.path == document.path]
    cards = "\n".join(card(target, each, options) for target, each in here)
    article = f'<article class="text">\n{shown}\n</article>'
    if not here:
        return f'<div class="pair bare">\n{article}\n</div>'
    return f'<div class="pair">\n{article}\n<aside class="cards">\n{cards}\n</aside>\n</div>'


def _counts(each: Coverage) -> str:
    loud: Mapping[str, int] = {severity_word(severity): each.count(severity) for severity in Severity}
    found = "，".join(f"{word} {count}" for word, count in loud.items() if count) or "没有冲突"
    share = f"{each.taking_part}/{each.figures} 个数字参与核对（{percent(each.taking_part, each.figures)}）"
    return f"{found}；核对无误 {len(each.verified)} 处；{share}"


def _asset(name: str) -> str:
    return files("factcheck.reports.parts").joinpath(name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    digests = [b64encode(hashlib.sha256(each.encode()).digest()).decode() for each in (style, script)]
    return (
        f"default-src 'none'; style-src 'sha256-{digests[0]}'; script-src 'sha256-{digests[1]}'; "
        "base-uri 'none'; form-action 'none'"
    )
