"""A bug of our own in one file is told as such, and the other files are checked all the same."""

import json
import re

import pytest
from cli_runs import BAD, GOOD

from factcheck.articles import articles
from factcheck.model import PartialDate
from factcheck.pipeline import bugs, check_text, opened
from factcheck.readers import read_bytes


def _stumble(monkeypatch, module, name, over):
    """Make a step raise when it meets an article that holds the words `over`."""
    step = getattr(module, name)

    def stumbling(first, *others, **options):
        met = first if isinstance(first, list | tuple) else [first]
        if any(over in getattr(each, "article", each).text for each in met):
            raise ZeroDivisionError("nought")
        return step(first, *others, **options)

    monkeypatch.setattr(module, name, stumbling)


@pytest.mark.parametrize(("module", "name"), [("opened", "reading"), ("judging", "judge")])
def test_a_bug_costs_one_file(run, monkeypatch, module, name):
    """The other file's finding is there, the status is 2, and the failure names file, place and cure."""
    from factcheck.pipeline import companions  # noqa: PLC0415

    run.file("坏.md", "# 绊倒\n\n" + GOOD)
    run.file("错.md", BAD)
    for each in [opened] if module == "opened" else [companions, bugs]:
        _stumble(monkeypatch, each, name, "绊倒")
    done = run("check", "坏.md", "错.md", "--jobs", "1", "--no-cache", "-f", "json")
    report = json.loads(done.out)
    assert done.status == 2
    assert [each["rule"] for each in report["findings"]] == ["growth/levels-disagree"]
    (failure,) = report["failures"]
    assert failure["path"] == "坏.md"
    assert re.search(
        r"自身出错.*ZeroDivisionError：nought，test_bugs\.py 第 \d+ 行.*发给开发者", failure["message"]
    )


def test_a_date_line_that_no_calendar_has():
    """发布日期：2026年2月30日 is a finding, and the article is of February."""
    text = "# 订单1364万单\n\n发布日期：2026年2月30日　来源：市交通局\n\n本报今天获悉，昨天订单2万单。\n"
    (article,) = articles(read_bytes(text.encode(), "a.md"))
    assert article.published == PartialDate(2026, 2)
    assert [each.rule for each in check_text(text).findings] == ["calendar/nonexistent-date"]


def test_a_share_of_a_range_of_sizes():
    """90至144平方米的2731套，占66.2%: what is told of a range is weighed against nothing."""
    text = "# 新房\n\n从户型看，全部4126套中，90至144平方米的2731套，占66.2%。\n"
    assert check_text(text).findings == ()


def test_a_length_of_a_stretch_that_has_none_in_its_unit():
    """A day of the month that no calendar has leaves a stretch without a number of days."""
    text = "# 普查\n\n2025-06-10\n\n普查从4月三分之一日开始，到5月22日结束，历时45天，走完62条样线。\n"
    assert check_text(text).findings == ()
