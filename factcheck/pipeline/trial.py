"""Rules tried on their own examples, which are their tests.

A bad example must be reported by its rule, the suspect touching the words it names; a good one must
not be reported by any rule that runs by default.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.config.values import Value
from factcheck.engine import Example, Rule, examples
from factcheck.model import Finding, Place, Report
from factcheck.pipeline.steps import check_texts
from factcheck.records import dataclass


@dataclass(frozen=True, slots=True)
class Trial:
    """One example of one rule, and what is wrong with the outcome; empty when nothing is."""

    rule: Rule
    example: Example
    wrong: str


def trials(wanted: Sequence[Rule], every: Sequence[Rule]) -> Iterator[Trial]:
    """Every example of the `wanted` rules, judged by all rules of `every` that run by default."""
    for rule in wanted:
        running = [each for each in every if each.default or each.name == rule.name]
        for example in examples(rule):
            yield Trial(rule, example, _wrong(rule, example, _judged(example, running)))


def _judged(example: Example, rules: Sequence[Rule]) -> Report:
    published = Value("date", example.date).date() if example.date else None
    return check_texts(
        example.texts, published=published, place_name=example.place, rules=rules, facts=example.facts
    )


def _wrong(rule: Rule, example: Example, report: Report) -> str:
    if not example.bad:
        return "".join(f"不该报：{each.rule} {each.message}" for each in report.findings[:1])
    spots = [each.marks[0].place for each in report.findings if each.rule == rule.name]
    if not spots:
        return "没有报" + _instead(report.findings)
    texts = dict(example.texts)
    if any(_touches(place, example.finds, texts[place.path]) for place in spots):
        return ""
    return f"标在“{spots[0].text}”上，应标在“{example.finds}”上"


def _instead(findings: Sequence[Finding]) -> str:
    return "".join(f"；报的是 {each.rule} {each.message}" for each in findings[:1])


def _touches(place: Place, words: str, text: str) -> bool:
    start = text.find(words)
    while start >= 0:
        if start < place.end and place.start < start + len(words):
            return True
        start = text.find(words, start + 1)
    return False
