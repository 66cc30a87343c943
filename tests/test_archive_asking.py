"""One article against an archive in which many say the same: who is accused, and who bears witness."""

from __future__ import annotations

from pathlib import Path

import pytest
from archive_articles import article, kept

from factcheck.archive.asking import related
from factcheck.archive.joining import joined
from factcheck.archive.store import Store
from factcheck.config import Settings
from factcheck.model import Report
from factcheck.pipeline import check, understand_all

SAID = "2024年，泽州市快递业务量{}亿件。"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "factcheck.db")


def keep(store: Store, *said: tuple[str, str]) -> None:
    """An archive of an article for each day and number."""
    for place, (day, number) in enumerate(said):
        store.add(kept(store.path.parent, f"{place}.md", article(day, SAID.format(number), f"快讯{place}")))


def asked(store: Store, text: str) -> Report:
    """What is said of a new article."""
    (store.path.parent / "new.md").write_text(text, encoding="utf-8")
    return check([str(store.path.parent / "new.md")], Settings(cache=False, archive=store.path))


def witnesses(report: Report) -> list[list[str]]:
    """The figures of every finding, the accused first."""
    return [[mark.place.text for mark in found.marks] for found in report.findings]


def test_slips_of_the_archive_are_not_laid_on_who_wrote_first(store):
    """The new article says what most say; that it bears the earliest date changes nothing."""
    keep(store, ("2025-02-01", "3.29"), ("2025-02-02", "3.29"), ("2025-02-03", "3.92"))
    assert witnesses(asked(store, article("2025-01-20", SAID.format("3.29")))) == []
    assert witnesses(asked(store, article("2025-01-20", SAID.format("3.92")))) == [["3.92亿件", "3.29亿件"]]


def test_many_outweigh_few_however_few_rows_stand_for_them(store):
    """Four against three, the three being earlier."""
    few = [(f"2025-02-0{day}", "3.19") for day in range(1, 4)]
    many = [(f"2025-02-1{day}", "3.29") for day in range(1, 5)]
    keep(store, *few, *many)
    assert witnesses(asked(store, article("2025-03-01", SAID.format("3.39")))) == [["3.39亿件", "3.29亿件"]]


def test_of_many_that_say_the_same_the_first_and_the_last_are_fetched(store):
    """By the days of their articles, whatever order they came in; of a mere year the last day counts."""
    keep(store, ("2025-02-03", "3.29"), ("2025-02-01", "3.29"), ("2025", "3.29"), ("2025-02-02", "3.29"))
    (store.path.parent / "new.md").write_text(article("2025-03-01", SAID.format("3.29")), encoding="utf-8")
    readings = understand_all([str(store.path.parent / "new.md")], Settings(cache=False)).readings
    told = related(store, [joined(one) for one in readings])
    found = {Path(one.article.document.path).name: [claim.times for claim in one.claims] for one in told}
    assert found == {"1.md": [3], "2.md": [1]}


def test_what_the_archive_agrees_on_by_itself_is_not_listed(store):
    """The list of what held is about the article that was checked."""
    texts = {
        "old.md": article("2024-01-20", "2023年，泽州市快递业务量3亿件。"),
        "late.md": article("2025-01-20", "2024年，泽州市快递业务量3.3亿件，比上年增长10%。"),
    }
    for name, text in texts.items():
        store.add(kept(store.path.parent, name, text))
    report = asked(store, article("2025-02-01", "2024年，泽州市快递业务量3.3亿件。"))
    assert report.verified
    assert all("new.md" in {Path(mark.place.path).name for mark in one.marks} for one in report.verified)
