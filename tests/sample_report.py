"""A small report put together by hand, so that the formats are tested apart from what finds conflicts."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from factcheck.interval import Interval
from factcheck.model import (
    Article,
    Block,
    BlockKind,
    Certainty,
    Dimension,
    Document,
    Failure,
    Figure,
    FigureKind,
    Finding,
    Fix,
    Mark,
    Piece,
    Place,
    Reading,
    Reason,
    Report,
    RuleNote,
    Severity,
    Silenced,
    Silencer,
    Span,
    Unchecked,
    Unit,
    Verified,
)
from factcheck.reports import Options, formats, render

SNAPSHOTS = Path(__file__).parent / "snapshots"
OPTIONS = Options(width=80, root="/稿库")

NASTY = "\x1b[2J[/red]<script>alert(1)</script>\u202e"

GROWTH = f"""# 全县工业去年增长两成

𠮷祥镇😀2024年工业产值1200万元，2023年1000万元，同比增长10%。

全县共有企业118家，其中国家级25家、省级13
家、市级80家。{NASTY}

::error::另有合作社46家。
"""

SCHOOLS = "全市有学校30所。其中小学20所，中学10所。\n"

YUAN = Unit("元", Dimension.MONEY, Fraction(1), "元")
PERCENT = Unit("%", Dimension.RATIO, Fraction(1, 100), "%")
FIRMS = Unit("家", Dimension.COUNT, Fraction(1), "家")
SCHOOL = Unit("所", Dimension.COUNT, Fraction(1), "所")


def report() -> Report:
    """Two documents, three findings, two verified relations, one figure left out, one file unread."""
    growth, schools = Document("稿件/growth.md", GROWTH, "md"), Document("schools.txt", SCHOOLS)
    return Report(
        documents=(growth, schools),
        readings=(_reading(growth, _GROWTH_FIGURES), _reading(schools, _SCHOOL_FIGURES)),
        findings=(_levels(growth), _parts(growth), _wording(growth)),
        verified=_verified(schools),
        unchecked=tuple(Unchecked(_place(growth, words), reason) for words, reason in _ALONE),
        failures=(Failure("坏:文件,50%.docx", "不是 Word 文件\n请重新保存"),),
        rules=(
            RuleNote(
                "growth/levels-disagree", "增速与前后两期数值不符", "三者只有两个自由。\n", Severity.ERROR
            ),
            RuleNote("sum/parts-disagree", "分项与合计不等", "", Severity.WARNING),
            RuleNote("wording/vague", "约数与确数并用", "", Severity.INFO),
        ),
        silenced=(Silenced(_silent(schools), Silencer.COMMENT, "口径不同，已核"),),
    )


def clean() -> Report:
    """One document in which everything held."""
    whole = report()
    return Report(
        documents=whole.documents[1:],
        readings=whole.readings[1:],
        verified=whole.verified,
        rules=whole.rules,
    )


def only_growth() -> Report:
    """The document with the findings alone."""
    whole = report()
    return replace(whole, documents=whole.documents[:1], readings=whole.readings[:1], verified=())


def many(count: int) -> Report:
    """As many errors as asked for, in one document."""
    whole = report()
    first = whole.findings[0]
    return replace(
        whole, findings=tuple(replace(first, fingerprint=f"{at:064d}") for at in range(count)), failures=()
    )


def remarked(finding: Finding, marks: tuple[Mark, ...]) -> Finding:
    """The finding with other marks."""
    return replace(finding, marks=marks)


_GROWTH_FIGURES = (
    ("两成", Decimal(20), PERCENT, FigureKind.PERCENT),
    ("1200万元", Decimal(12000000), YUAN, FigureKind.QUANTITY),
    ("1000万元", Decimal(10000000), YUAN, FigureKind.QUANTITY),
    ("10%", Decimal(10), PERCENT, FigureKind.PERCENT),
    ("118家", Decimal(118), FIRMS, FigureKind.QUANTITY),
    ("25家", Decimal(25), FIRMS, FigureKind.QUANTITY),
    ("13\n家", Decimal(13), FIRMS, FigureKind.QUANTITY),
    ("80家", Decimal(80), FIRMS, FigureKind.QUANTITY),
    ("46家", Decimal(46), FIRMS, FigureKind.QUANTITY),
)

_ALONE = (("两成", Reason.PERIOD_UNKNOWN), ("46家", Reason.NO_PARTNER))

_SCHOOL_FIGURES = (
    ("30所", Decimal(30), SCHOOL, FigureKind.QUANTITY),
    ("20所", Decimal(20), SCHOOL, FigureKind.QUANTITY),
    ("10所", Decimal(10), SCHOOL, FigureKind.QUANTITY),
)


def _levels(document: Document) -> Finding:
    return Finding(
        rule="growth/levels-disagree",
        severity=Severity.ERROR,
        certainty=Certainty.CERTAIN,
        message="1000万元 到 1200万元，增速应为 20%，文中写 10%",
        marks=(
            mark(document, "10%", "rate"),
            mark(document, "1200万元", "now"),
            mark(document, "1000万元", "before"),
        ),
        equation="10% ≠ 1200万元 ÷ 1000万元 − 1",
        expected="20%",
        fixes=(Fix(0, "20%", "按两期数值推算"),),
        fingerprint="a" * 64,
    )


def _parts(document: Document) -> Finding:
    return Finding(
        rule="sum/parts-disagree",
        severity=Severity.WARNING,
        certainty=Certainty.LIKELY,
        message="各项合计 118家，文中有一项不符",
        marks=(
            mark(document, "13\n家", "part"),
            mark(document, "118家", "whole"),
            mark(document, "25家", "part"),
            mark(document, "80家", "part"),
        ),
        equation="118家 = 25家 + 13家 + 80家",
        fingerprint="b" * 64,
    )


def _wording(document: Document) -> Finding:
    message = f"“{NASTY}”不宜出现在正文里，100%,:\n请删去"
    return Finding(
        rule="wording/vague",
        severity=Severity.INFO,
        certainty=Certainty.ASK,
        message=message,
        marks=(mark(document, NASTY, ""),),
        fingerprint="c" * 64,
    )


def _silent(document: Document) -> Finding:
    return Finding(
        rule="wording/vague",
        severity=Severity.INFO,
        certainty=Certainty.ASK,
        message="已经说明过的一处",
        marks=(mark(document, "30所", ""),),
        fingerprint="d" * 64,
    )


def _verified(document: Document) -> tuple[Verified, ...]:
    whole, one, two = (mark(document, words, role) for words, role in _WHOLE)
    return (
        Verified("sum/parts-disagree", "30所 = 20所 + 10所", (whole, one, two)),
        Verified("sum/part-exceeds-whole", "20所 ≤ 30所", (one, whole), weak=True),
    )


_WHOLE = (("30所", "whole"), ("20所", "part"), ("10所", "part"))


def mark(document: Document, words: str, role: str) -> Mark:
    """Some words of a document in a role."""
    return Mark(_place(document, words), role)


def _place(document: Document, words: str) -> Place:
    start = document.text.index(words)
    return document.place(Span(start, start + len(words)))


def _reading(document: Document, rows: tuple[tuple[str, Decimal, Unit, FigureKind], ...]) -> Reading:
    title = document.text.startswith("#")
    end = document.text.index("\n")
    blocks = (Block(BlockKind.TITLE, Span(0, end)),) if title else ()
    whole = Span(0, len(document.text))
    article = Article(document, document.text, (Piece(0, whole),), blocks=blocks)
    figures = tuple(_figure(document.text, *row) for row in rows)
    return Reading(article, figures=figures)


def _figure(text: str, words: str, value: Decimal, unit: Unit, kind: FigureKind) -> Figure:
    start = text.index(words)
    return Figure(Span(start, start + len(words)), words, value, Interval.exactly(value), unit, kind)


def text(name: str, report_: Report | None = None, options: Options = OPTIONS) -> str:
    """What the text format `name` makes of a report, of the one above unless told."""
    answer = render(name, report_ or report(), options)
    assert isinstance(answer, str)
    return answer


def main() -> None:
    """Write what every format makes of the report, to be looked at before it is committed."""
    for name in formats():
        answer = render(name, report() if name != "docx" else only_growth(), OPTIONS)
        data = answer if isinstance(answer, bytes) else answer.encode()
        if name != "docx":  # a zip file is compared part by part, see test_reports_docx.py
            (SNAPSHOTS / f"report.{name}").write_bytes(data)


if __name__ == "__main__":
    main()
