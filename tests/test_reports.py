"""Every format makes the same of one hand-built report; nothing in an article is ever obeyed."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace

import pytest
import sample_report as sample
from sample_report import text

from factcheck.reports import formats

TEXT = tuple(name for name in formats() if name != "docx")
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@pytest.mark.parametrize("name", TEXT)
def test_format_stays_as_it_was(name):
    """A changed format shows in its snapshot; `python tests/sample_report.py` writes them anew."""
    stored = (sample.SNAPSHOTS / f"report.{name}").read_text(encoding="utf-8")
    assert text(name) == stored


@pytest.mark.parametrize("name", TEXT)
def test_same_report_same_words(name):
    """A format has no clock, no random order and no memory."""
    assert text(name) == text(name, sample.report())


@pytest.mark.parametrize("name", TEXT)
def test_no_character_a_terminal_would_obey(name):
    """Escape sequences and bidirectional overrides of an article come out as marks or as JSON escapes."""
    assert not CONTROL.search(text(name))
    assert "␛" in text(name) or "\\u001b" in text(name)


@pytest.mark.parametrize("name", TEXT)
def test_unread_file_is_never_silent(name):
    """Every format but those for the screen, where stderr says it, names the file it could not read."""
    if name not in ("rich", "concise"):
        assert "请重新保存" in text(name)
    assert "没能查" in text("rich")


@pytest.mark.parametrize("name", TEXT)
def test_paths_are_relative_to_where_the_run_started(name):
    """`/稿库/稿件/growth.md` run from `/稿库` is `稿件/growth.md` in whatever another program reads."""
    if name in ("json", "jsonl"):  # these give paths as they were named
        return
    report = _moved(sample.report(), "/稿库/")
    assert text(name, report) == text(name)


def _moved(report, folder):
    """The report with every path below `folder`."""

    def moved(node):
        if isinstance(node, tuple):
            return tuple(moved(each) for each in node)
        if not is_dataclass(node):
            return node
        names = [field.name for field in fields(node) if field.init]
        made = {name: moved(getattr(node, name)) for name in names}
        if "path" in made:
            made["path"] = folder + made["path"]
        return replace(node, **made)

    documents = {each.path: moved(each) for each in report.documents}
    readings = tuple(
        replace(each, article=replace(each.article, document=documents[each.article.document.path]))
        for each in report.readings
    )
    return replace(
        moved(replace(report, readings=())), documents=tuple(documents.values()), readings=readings
    )
