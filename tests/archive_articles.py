"""Short articles for tests of what happens between articles."""

from __future__ import annotations

from pathlib import Path

from factcheck.archive.keeping import entries
from factcheck.archive.store import Entry
from factcheck.config import Settings
from factcheck.pipeline import check_texts
from factcheck.pipeline.opened import Opened, opened


def article(date: str, text: str, title: str = "") -> str:
    """A Markdown article of a day."""
    head = f"# {title}\n\n" if title else ""
    return f"---\ndate: {date}\n---\n\n{head}{text}\n"


def findings(*texts: str, facts: str = "", place: str = "") -> list[tuple[str, str, str]]:
    """Rule, file and words of the suspect of every finding between articles."""
    named = [(f"{name}.md", text) for name, text in zip("abcdef", texts, strict=False)]
    report = check_texts(named, facts=facts, place_name=place)
    return [
        (one.rule, one.marks[0].place.path, one.marks[0].place.text)
        for one in report.findings
        if one.rule.startswith(("archive/", "reference/"))
    ]


def kept(folder: Path, name: str, text: str) -> list[Entry]:
    """What an archive keeps of an article written to a file."""
    file = folder / name
    file.write_text(text, encoding="utf-8")
    found = opened(str(file), Settings(cache=False))
    assert isinstance(found, Opened)
    return entries(found.document, found.readings, name)
