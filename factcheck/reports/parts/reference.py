"""Rules explained: what is checked, why, and an example of each sort; also the whole rule reference."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factcheck.engine import Example, Rule
from factcheck.model import RuleNote, Severity
from factcheck.reports.parts.words import severity_word

Explained = tuple[Rule, Sequence[Example]]


def explained(rule: Rule, examples: Sequence[Example]) -> str:
    """One rule for the terminal: title, how loud, why, one bad and one good example."""
    bad = next((each for each in examples if each.bad), None)
    good = next((each for each in examples if not each.bad), None)
    lines = [rule.name, "", rule.title, f"级别：{_level(rule.severity, rule.default)}", "", rule.why]
    if bad is not None:
        lines += ["", f"会报（“{bad.finds}”）：", *_indented(bad)]
    if good is not None:
        lines += ["", f"不报{'（' + good.why + '）' if good.why else ''}：", *_indented(good)]
    return "\n".join([*lines, ""])


def noted(note: RuleNote) -> str:
    """A rule that has no file of its own, for the terminal."""
    return f"{note.name}\n\n{note.title}\n级别：{severity_word(note.severity)}\n\n{note.why}\n"


def reference(rules: Iterable[Explained], notes: Sequence[RuleNote]) -> str:
    """All rules as one page of Markdown, grouped by topic."""
    lines = ["# 规则", ""]
    topic = ""
    for rule, examples in rules:
        if rule.name.partition("/")[0] != topic:
            topic = rule.name.partition("/")[0]
            lines += [f"## {topic}", ""]
        lines += [f"### `{rule.name}`", "", f"**{rule.title}**（{_level(rule.severity, rule.default)}）", ""]
        lines += [rule.why, ""]
        for example in examples:
            lines += [_heading(example), "", *_quoted(example), ""]
    for note in notes:
        lines += [
            f"### `{note.name}`",
            "",
            f"**{note.title}**（{severity_word(note.severity)}）",
            "",
            note.why,
            "",
        ]
    return "\n".join(lines)


def _level(severity: Severity, default: bool) -> str:
    return severity_word(severity) + ("" if default else "，默认不查，用 --extend-select 打开")


def _heading(example: Example) -> str:
    said = f"，{example.why}" if example.why else ""
    return f"会报“{example.finds}”{said}：" if example.bad else f"不报{said}："


def _indented(example: Example) -> list[str]:
    return [f"  {line}" for line in _text(example)]


def _quoted(example: Example) -> list[str]:
    return [f"    {line}" for line in _text(example)]


def _text(example: Example) -> list[str]:
    if len(example.texts) == 1:
        return example.texts[0][1].strip().split("\n")
    return [line for name, text in example.texts for line in (f"{name}：", *text.strip().split("\n"))]
