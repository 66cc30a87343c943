"""Lists and the counts that are stated of them, as a table: text, and what was read of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.articles import articles
from factcheck.claims import reading
from factcheck.figures import lex
from factcheck.model import Document, Enumeration
from factcheck.periods import periods

TABLE = Path(__file__).parent / "tables" / "enumerations.txt"


def rows() -> list[tuple[str, str]]:
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    return [(text, shown) for text, _, shown in (line.partition(" => ") for line in lines)]


def read(text: str) -> tuple[Enumeration, ...]:
    (article,) = articles(Document("text.txt", text))
    dates = periods(article.text, article.published)
    seen = lex(article.text, dates)
    return reading(article, seen.tokens, seen.figures, seen.groups, dates).enumerations


def shown(one: Enumeration) -> str:
    """The count, how many items, `?` when it can only agree, `…` when it is left open, other fair numbers."""
    assert one.count is not None
    fair = "".join(f"/{number}" for number in sorted(one.fair))
    return f"{one.count.text}:{len(one.items)}{fair}{'?' * one.loose}{'…' * one.open}"


@pytest.mark.parametrize(("text", "expected"), rows())
def test_a_text_counts_these_lists(text: str, expected: str) -> None:
    """Each row of the table: every list with a count, in order."""
    counted = [one for one in read(text) if one.count is not None]
    assert (" ; ".join(map(shown, counted)) or "none") == expected


@pytest.mark.parametrize("joint", ["和", "及", "与", "以及"])
def test_the_last_two_items_may_be_joined_by_a_word(joint: str) -> None:
    """The word parts two items as a pause mark does."""
    (one,) = [one for one in read(f"选出红队、蓝队{joint}绿队三支队伍。") if one.count is not None]
    assert [span.of(one.article.text) for span in one.items[1:]] == ["蓝队", "绿队"]


def test_brackets_and_quotes_hold_their_pause_marks() -> None:
    """What stands in brackets, quotes or title marks belongs to its item."""
    text = "演出曲目《春、夏、秋、冬》、组曲（快板、慢板）、“赶海、开渔”号子三个节目。"
    counted = [one for one in read(text) if one.count is not None and one.count.text == "三个"]
    assert [len(one.items) for one in counted] == [3]


def test_names_and_their_figures_are_tied() -> None:
    """分别 gives one figure to each name."""
    (one,) = [one for one in read("甲镇、乙镇、丙镇分别造林120亩、90亩和70亩。") if one.values]
    assert len(one.items) == len(one.values) == 3
