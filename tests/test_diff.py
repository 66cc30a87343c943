"""Two versions of an article: figures paired, relations that broke or were mended."""

from __future__ import annotations

import json

import pytest
from archive_articles import article

from factcheck.archive.drafts import changes
from factcheck.pipeline.opened import readings
from factcheck.readers import read_bytes

DAY = "2025-01-20"
OLD = article(
    DAY, "2024年，全市花卉销售额12.0亿元，增长20.0%。2023年全市花卉销售额10.0亿元。\n\n全市有花卉企业320家。"
)


def compared(old: str, new: str) -> list[tuple[str, str, str]]:
    """Kind, old words and new words of every figure that is not the same."""
    one, two = (readings(read_bytes(text.encode(), "a.md")) for text in (old, new))
    return [
        (found.kind, found.old.figure.text if found.old else "", found.new.figure.text if found.new else "")
        for found in changes(one, two)
        if found.kind != "same"
    ]


def test_the_same_article_has_no_changes():
    """Also when only words change."""
    assert compared(OLD, OLD) == []
    assert compared(OLD, OLD.replace("全市有花卉企业", "全市目前有花卉企业")) == []


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("320家", "325家", ("changed", "320家", "325家")),
        ("12.0亿元", "12.00亿元", ("changed", "12.0亿元", "12.00亿元")),
        ("增长20.0%", "大幅增长", ("vanished", "20.0%", "")),
        ("企业320家", "企业320家，从业人员1.2万人", ("appeared", "", "1.2万人")),
    ],
)
def test_one_edit_is_one_change(old, new, found):
    """A digit, a decimal more, a figure gone, a figure new."""
    assert compared(OLD, OLD.replace(old, new)) == [found]


def test_a_moved_sentence_is_no_change():
    """It is known by what it claims."""
    first, second = "2024年，全市花卉销售额12.0亿元。", "2024年，全市果园面积5.2万亩。"
    assert compared(article(DAY, first + second), article(DAY, second + first)) == []


def test_the_same_number_written_otherwise_is_no_change():
    """1200万 and 0.12亿 are different precisions; 12,000 and 12000 are one number."""
    old = article(DAY, "全市有花农12000人。")
    assert compared(old, old.replace("12000", "12,000")) == []


def test_the_command_tells_changes_and_the_relation_that_broke(run):
    """With the equation that held before, and status 1."""
    run.file("old.md", OLD)
    run.file("new.md", OLD.replace("12.0亿元", "12.6亿元"))
    done = run("diff", "old.md", "new.md")
    assert done.status == 1
    lines = done.out.splitlines()
    assert lines[0].startswith("改  old.md:5 → new.md:5  12.0亿元 → 12.6亿元  花卉销售额")
    assert lines[1].startswith("断  new.md:5")
    assert "原来 20.0% = 12.0亿元 ÷ 10.0亿元 − 1" in lines[1]
    rows = [
        json.loads(line) for line in run("diff", "old.md", "new.md", "--format", "jsonl").out.splitlines()
    ]
    assert [row["kind"] for row in rows] == ["changed", "broken"]
    assert rows[0]["old"]["text"] == "12.0亿元"
    assert rows[1]["held"] == "20.0% = 12.0亿元 ÷ 10.0亿元 − 1"


def test_the_command_tells_what_was_mended(run):
    """The other way round, status 0."""
    run.file("new.md", OLD)
    run.file("old.md", OLD.replace("12.0亿元", "12.6亿元"))
    done = run("diff", "old.md", "new.md")
    assert done.status == 0
    assert done.out.splitlines()[-1].startswith("通  old.md:5")


def test_a_conflict_both_versions_have_is_not_told(run):
    """It did not break now."""
    run.file("old.md", OLD.replace("12.0亿元", "12.6亿元"))
    run.file("new.md", OLD.replace("12.0亿元", "12.6亿元").replace("320家", "325家"))
    done = run("diff", "old.md", "new.md")
    assert (done.status, len(done.out.splitlines())) == (0, 1)


def test_versions_without_changes_say_so(run):
    """One line."""
    run.file("old.md", OLD)
    assert run("diff", "old.md", "old.md").out == "数字没有变化\n"


def test_a_version_that_cannot_be_read_is_named(run):
    """Status 2 and nothing compared."""
    run.file("old.md", OLD)
    done = run("diff", "old.md", "none.md")
    assert (done.status, done.out) == (2, "")
    assert "none.md" in done.err
