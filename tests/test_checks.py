"""Judgements on dates, lists, ranks and wording: what they catch and what they leave alone.

The examples of the rules are run by `test_rules.py`; the tables here hold more ways of saying the
same, and correct text that looks like an error.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.model import Finding, PartialDate
from factcheck.pipeline import check_texts

TABLES = Path(__file__).parent / "tables"
TOPICS = ("calendar/", "lists/", "ranks/", "wording/", "numerals/")


def rows(name: str) -> list[tuple[str, ...]]:
    lines = (TABLES / name).read_text(encoding="utf-8").splitlines()
    return [tuple(field.strip() for field in line.split(" | ")) for line in lines if not line.startswith("#")]


def found(text: str, date: str) -> list[Finding]:
    published = PartialDate(*map(int, date.split("-"))) if date else None
    report = check_texts([("text.md", text.replace("\\n", "\n"))], published=published)
    return [finding for finding in report.findings if finding.rule.startswith(TOPICS)]


@pytest.mark.parametrize(("rule", "date", "words", "text"), rows("checks-caught.txt"))
def test_an_error_is_caught_once(rule: str, date: str, words: str, text: str) -> None:
    """One finding, by the rule that fits, at the words that are wrong."""
    findings = found(text, date)
    assert [finding.rule for finding in findings] == [rule]
    assert findings[0].marks[0].place.text == words


@pytest.mark.parametrize(("date", "text"), rows("checks-left-alone.txt"))
def test_correct_text_is_left_alone(date: str, text: str) -> None:
    """No finding of these topics, not even a note."""
    assert [(finding.rule, finding.message) for finding in found(text, date)] == []
