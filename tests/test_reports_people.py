"""Formats that people read: what is marked, what fits, and that words of an article stay words."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from io import StringIO

import pytest
import sample_report as sample
from hypothesis import given
from hypothesis import strategies as some
from office import paragraph
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text
from sample_report import text
from test_reports_docx import word

from factcheck.reports import Options
from factcheck.reports.parts import said
from factcheck.reports.parts.columns import by_path
from factcheck.reports.parts.quote import bracketed, quotes
from factcheck.reports.parts.safe import visible
from factcheck.reports.parts.wrap import Prose, breaks


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


def test_page_starts_with_all_conflicts():
    """Line, message and a way to the card, before the first word of the first article."""
    page = text("html")
    top = page[: page.index('<section class="document"')]
    for at, finding in enumerate(sample.report().findings, 1):
        assert f'<a href="#f{at}">{finding.marks[0].place.path} {finding.marks[0].place.line} 行</a>' in top
    assert "另有 3 处，见各篇" in text("html", sample.many(53))
    assert 'class="glance"' not in text("html", sample.clean())


@given(some.text(some.sampled_from("一二12.%万元，。（【“” \n"), max_size=80), some.integers(8, 60))
def test_lines_are_broken_where_chinese_is(words, width):
    """No line too wide, no word lost, no number cut in two, no comma first."""
    console = Console(width=width, file=StringIO())
    lines = [line.plain for line in Prose(Text(words), indent=2).__rich_console__(console, console.options)]
    assert all(cell_len(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(words.split())
    whole = re.findall(r"[0-9.%]+[万元]*", words)
    if all(cell_len(each) < 6 for each in re.findall(r"\S+", words)):
        assert all(any(each in line for line in lines) for each in whole)


def test_figure_stays_with_its_unit_at_the_end_of_a_line():
    """128460起 goes to the next line whole, and so does the mark that opens before it."""
    words = "今年一季度共查处交通违法行为〔128460起〕，其中超速46218起。"
    assert breaks(words, 34) == [words.index("〔")]
    assert breaks("一二三四，五六", 8) == [3]


def test_one_article_needs_no_tables():
    """What a single article has is said in the last lines, and where its unverified figures are listed."""
    page = text("rich", sample.only_growth())
    assert "按规则" not in page and "按稿件" not in page
    assert page.splitlines()[-1].startswith("另外 2 个无从对照")
    assert "按规则" in text("rich")


UNDATED = "全县果园1250亩，其中梨园500亩，占45%。4月12日（星期日）清点完毕。另有18家农户参加。"


def test_last_lines_say_what_to_do_next(run):
    """The list of unverified figures, a date where days hang on one, comments for a Word file."""
    (run.folder / "稿.docx").write_bytes(word(paragraph(UNDATED)))
    asked = ("check", "稿.docx", "--format", "rich")
    last = run(*asked).out.splitlines()[-3:]
    assert last[0].endswith("factcheck checklist 稿.docx")
    assert last[1] == "没有发稿日期，“4月12日（星期日）”一类日子没有核对；请加 --date 年-月-日"
    assert last[2] == "要把批注加进 Word 文件：factcheck check 稿.docx --output 稿-批注.docx"
    assert run(*last[2].partition("：factcheck ")[2].split()).status == 1
    assert (run.folder / "稿-批注.docx").exists()
    dated = run(*asked, "--date", "2025-04-14").out
    assert "没有发稿日期" not in dated
    assert "calendar/weekday-mismatch" in dated


def test_expected_value_names_its_number():
    """Where the message speaks of the total and the suspect is a part, it says which should change."""
    finding = replace(sample.report().findings[0], message="合计不符", expected="20%")
    assert "应为：20%（如果错在10%）" in said.lines(finding)
    assert "应为：20%" in said.lines(sample.report().findings[0])


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
