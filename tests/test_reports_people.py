"""Formats that people read: what is marked, what fits, and that words of an article stay words."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
import sample_report as sample
from rich.cells import cell_len
from sample_report import text

from factcheck.reports import Options
from factcheck.reports.parts.columns import by_path
from factcheck.reports.parts.quote import bracketed, quotes
from factcheck.reports.parts.safe import visible


def test_concise_is_one_line_a_finding():
    """`path:line:column: rule message`, which editors and `grep` know."""
    lines = text("concise").splitlines()
    assert len(lines) == 3
    assert lines[0] == (
        "稿件/growth.md:3:37: growth/levels-disagree 1000万元 到 1200万元，增速应为 20%，文中写 10%"
    )


def test_markdown_lets_no_markup_through():
    """Tags and emphasis of an article are shown, not obeyed."""
    page = text("markdown")
    assert "<script>" not in page
    assert set(re.findall(r"</?(\w+)>", page)) == {"ins", "strong"}


def test_markdown_stays_under_the_size_that_is_accepted():
    """A summary of over a mebibyte would be refused whole."""
    page = text("markdown", sample.many(4000))
    assert len(page.encode()) < 1_000_000
    assert "篇幅已满" in page


@pytest.mark.parametrize("width", [40, 80, 160])
@pytest.mark.parametrize("color", [False, True])
def test_rich_fits_the_terminal(width, color):
    """No line is wider than the terminal, and colour adds nothing but colour."""
    page = text("rich", options=Options(width=width, color=color))
    lines = [line.rstrip() for line in re.sub(r"\x1b\[[0-9;]*m", "", page).splitlines()]
    assert max(map(cell_len, lines)) <= width
    assert ("\x1b[" in page) is color
    assert lines == text("rich", options=Options(width=width)).splitlines()


def test_rich_marks_suspect_and_witness_without_colour():
    """The suspect stands in 【】 and the witnesses in 〔〕, at any width."""
    for width in (80, 160):
        page = text("rich", options=Options(width=width))
        assert "〔1200万元〕" in page
        assert "【10%】" in page
        assert "[/red]" in page, "what looks like markup is words"


def test_quotes_show_nested_marks():
    """A suspect inside a longer witness keeps its own mark."""
    report = sample.report()
    finding = report.findings[0]
    document = report.documents[0]
    outer = sample.mark(document, "同比增长10%", "other")
    nested = sample.remarked(finding, (finding.marks[0], outer))
    assert bracketed(quotes(nested, by_path(report))[0]).endswith("〔同比增长〕【10%】")


def test_html_is_one_page_that_loads_nothing():
    """No address, no remote asset, no inline handler; style and script only by their own digest."""
    page = text("html")
    seen = _Tags()
    seen.feed(page)
    assert "default-src 'none'" in page
    assert seen.addresses <= {address for address in seen.addresses if address.startswith("#")}
    assert not [name for name in seen.attributes if name.startswith("on") or name == "style"]
    assert "http://" not in page
    assert "https://" not in page


def test_html_ids_exist():
    """Every link inside the page leads somewhere."""
    seen = _Tags()
    seen.feed(text("html"))
    assert {address[1:] for address in seen.addresses} <= seen.ids


def test_html_holds_the_whole_article():
    """Every word of every article is on the page, marked or not, and nothing of it is markup."""
    seen = _Tags()
    seen.feed(text("html"))
    words = "".join(seen.texts)
    for line in sample.GROWTH.splitlines():
        assert visible(line) in words
    assert seen.marks["10%"] == "mark suspect"
    assert seen.marks["1200万元"] == "mark witness"
    assert seen.marks["20所"] == "mark verified"
    assert seen.marks["46家"] == "mark alone"
    assert seen.scripts == 1


class _Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.addresses, self.ids, self.attributes = set(), set(), set()
        self.texts, self.marks, self.scripts = [], {}, 0
        self._mark = None

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        self.attributes |= set(values)
        self.addresses |= {values[name] for name in ("href", "src") if name in values}
        self.ids |= {values["id"]} if "id" in values else set()
        self.scripts += tag == "script"
        self._mark = values.get("class") if "mark" in values.get("class", "") else None

    def handle_data(self, data):
        self.texts.append(data)
        if self._mark:
            self.marks[data] = self._mark
            self._mark = None
