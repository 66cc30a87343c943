"""Formats hold on any text: nothing crashes, nothing is obeyed, every column cuts out the right words."""

from __future__ import annotations

import json
import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from sample_report import text
from test_reports import CONTROL, TEXT
from test_reports_docx import covered

from factcheck.model import (
    Article,
    Certainty,
    Document,
    Finding,
    Mark,
    Piece,
    Reading,
    Report,
    Severity,
    Span,
    Verified,
)
from factcheck.reports import Options, render
from factcheck.reports.parts.refound import refound
from factcheck.reports.parts.safe import visible

WORDS = some.text(
    alphabet=some.one_of(
        some.sampled_from("一二12%。，\n\r\t <>&\"'[]/:|*`\\=\x00\x1b\x85\x9b\u202e\u2028𠮷😀"),
        some.characters(exclude_categories=["Cs"]),
    ),
    min_size=1,
    max_size=80,
)


@some.composite
def reports(draw) -> Report:
    """One document of any words with findings and verified relations anywhere in it."""
    document = Document("甲.md", draw(WORDS))
    places = some.tuples(*[some.integers(0, len(document.text))] * 2).filter(lambda ends: ends[0] != ends[1])
    ends = [sorted(each) for each in draw(some.lists(places, min_size=2, max_size=6))]
    marks = [Mark(document.place(Span(*each)), "part") for each in ends]
    message, fingerprint = draw(WORDS), "a" * 32
    finding = Finding(
        "sums/x", Severity.ERROR, Certainty.ASK, message, tuple(marks[:2]), message, fingerprint=fingerprint
    )
    article = Article(document, document.text, (Piece(0, Span(0, len(document.text))),))
    held = (Verified("sums/x", "", tuple(marks[2:])),) if marks[2:] else ()
    return Report((document,), (Reading(article),), (finding,), held)


def checked(test):
    """Few examples, as every one goes through all formats."""
    slow = [HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large]
    return settings(max_examples=60, deadline=None, suppress_health_check=slow)(test)


@checked
@given(reports(), some.integers(30, 120))
def test_nothing_is_obeyed(report, width):
    """Whatever stands in an article, no format has a character that a terminal would act on."""
    for name in TEXT:
        page = text(name, report, Options(width=width))
        assert not CONTROL.search(page), name
        if name == "github":
            assert len(page.splitlines()) == 1


@checked
@given(reports())
def test_columns_cut_out_the_words(report):
    """Lines and columns of SARIF and rdjson lead back to the very words, in their own units."""
    place, lines = report.findings[0].marks[0].place, report.documents[0].text.split("\n")
    run = json.loads(text("sarif", report))["runs"][0]
    spot = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    ends = [spot[name] for name in ("startLine", "startColumn", "endLine", "endColumn")]
    assert _cut(lines, *ends) == place.text
    reach = json.loads(text("rdjson", report))["diagnostics"][0]["location"]["range"]
    ends = [reach[side][name] for side in ("start", "end") for name in ("line", "column")]
    assert _cut([line.encode() for line in lines], *ends, b"\n").decode() == place.text


@checked
@given(reports())
def test_page_has_every_word(report):
    """The page shows the article whole."""
    page = text("html", report)
    article = page[page.index('<article class="text">') : page.index("</article>")]
    words = re.sub(r"<[^>]*>", "", article)
    for entity, char in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&#x27;", "'"), ("&amp;", "&")):
        words = words.replace(entity, char)
    for line in report.documents[0].text.split("\n"):
        if line.strip():
            assert visible(line.rstrip("\r").replace("\t", " ")) in words


@checked
@given(reports())
def test_word_file_opens_and_has_its_comment(report):
    """The file can be read back, and the comment covers the suspect unless that is all blanks."""
    from io import BytesIO  # noqa: PLC0415
    from zipfile import ZipFile  # noqa: PLC0415

    answer = render("docx", report, Options())
    with ZipFile(BytesIO(answer)) as archive:
        body = archive.read("word/document.xml")
    if any(char.strip() for char in report.documents[0].text):
        covered(body, 0)


@checked
@given(WORDS, some.data())
def test_words_are_found_again(words, data):
    """In the text itself a stretch is found where it is, if there is anything to tell it by."""
    start = data.draw(some.integers(0, len(words) - 1))
    end = data.draw(some.integers(start + 1, len(words)))
    found = refound(Span(start, end), words, words)
    if found is not None:
        assert "".join(found.of(words).split()) == "".join(words[start:end].split())


def _cut(lines, line, column, end_line, end_column, between="\n"):
    if line == end_line:
        return lines[line - 1][column - 1 : end_column - 1]
    first, last = lines[line - 1][column - 1 :], lines[end_line - 1][: end_column - 1]
    return between.join([first, *lines[line : end_line - 1], last])
