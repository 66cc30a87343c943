"""Every example of every rule, through the whole program: the examples are the specification.

A bad example is found by its own rule, at the words it names; a good one is left alone by all rules.
Examples that are not understood yet are listed in `tables/rules-not-yet.txt`, one `rule: text` a
line; a line whose example has come to pass should be deleted.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck import engine
from factcheck.engine import Example, Rule
from factcheck.model import Finding, PartialDate, Severity
from factcheck.pipeline import check_texts

RULES = engine.load([engine.home()])
NOT_YET = (Path(__file__).parent / "tables" / "rules-not-yet.txt").read_text(encoding="utf-8").splitlines()


def line(example: Example) -> str:
    return " ".join(" ".join(text.split()) for _, text in example.texts)


def cases(bad: bool) -> Iterator[object]:
    """The bad or the good examples of all rules, those not understood yet marked."""
    for rule in RULES:
        for number, example in enumerate(engine.examples(rule)):
            if example.bad is bad:
                waits = f"{rule.name}: {line(example)}" in NOT_YET
                marks = [pytest.mark.xfail(reason="not understood yet")] if waits else []
                yield pytest.param(rule, example, id=f"{rule.name}-{number}", marks=marks)


@pytest.mark.parametrize(("rule", "example"), list(cases(bad=True)))
def test_bad_examples_are_found(rule: Rule, example: Example) -> None:
    """The rule reports the words it says it finds."""
    found = checked(example, rule)
    assert [finding for finding in found if finding.rule == rule.name and _touches(finding, example)], found


@pytest.mark.parametrize(("rule", "example"), list(cases(bad=False)))
def test_good_examples_are_left_alone(rule: Rule, example: Example) -> None:
    """No rule says anything louder than a note."""
    found = [finding for finding in checked(example, rule) if finding.severity is not Severity.INFO]
    assert [(finding.rule, finding.equation or finding.message) for finding in found] == []


def test_what_is_not_understood_yet_still_exists() -> None:
    """Every line of the list of exceptions names an example."""
    known = {f"{rule.name}: {line(example)}" for rule in RULES for example in engine.examples(rule)}
    assert [line for line in NOT_YET if line not in known] == []


def checked(example: Example, rule: Rule) -> tuple[Finding, ...]:
    """What all default rules and `rule` say of an example."""
    published = PartialDate(*map(int, example.date.split("-"))) if example.date else None
    rules = [one for one in RULES if one.default or one is rule]
    report = check_texts(
        example.texts, published=published, place_name=example.place, rules=rules, facts=example.facts
    )
    return report.findings


def _touches(finding: Finding, example: Example) -> bool:
    place = finding.marks[0].place
    text = dict(example.texts).get(place.path, "")
    start = text.find(example.finds)
    while start >= 0:
        if place.start < start + len(example.finds) and start < place.end:
            return True
        start = text.find(example.finds, start + 1)
    return False
