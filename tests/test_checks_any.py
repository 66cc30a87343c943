"""Judgements and lists on any text: nothing is refused, marks stay inside the text."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.model import PartialDate
from factcheck.pipeline import check_texts

PIECES = (Path(__file__).parent / "tables" / "checks-pieces.txt").read_text(encoding="utf-8").splitlines()
DATES = [None, PartialDate(2025, 2, 3), PartialDate(2024, 5), PartialDate(2023)]


@settings(deadline=None, max_examples=150)
@given(st.lists(st.sampled_from(PIECES[1:]), min_size=3, max_size=50), st.sampled_from(DATES))
def test_any_mixture_of_pieces_is_judged(pieces: list[str], published: PartialDate | None) -> None:
    """Broken lists, impossible days and heaped hedges give findings or none, never an error."""
    text = "".join(["会上", *pieces]).replace("\\n", "\n")  # an article of nothing is no article
    report = check_texts([("text.md", text)], published=published)
    for finding in report.findings:
        assert finding.message
        assert all(0 <= mark.place.start < mark.place.end <= len(text) for mark in finding.marks)
