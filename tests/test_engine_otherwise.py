"""Where words were misread and no number mistyped: silence; where nothing else would hold: a finding."""

from __future__ import annotations

import pytest
from engine_claims import Story

from factcheck.config import Settings
from factcheck.engine import judge
from factcheck.pipeline.rules import loaded

GROWTH = "growth/levels-disagree"


def rules(story: Story) -> list[str]:
    """The rules that found something."""
    return [finding.rule for finding in judge([story.reading()], loaded(Settings())).findings]


def grown(text: str, now: str, before: str, rate: str, *others: str) -> list[str]:
    """What is said of a growth whose levels were read as these, with other figures told beside them."""
    story = Story(text)
    for number, other in enumerate(others):
        story.level(other, f"别的{number}")
    story.growth(rate, story.level(now, "茶", 2024), story.level(before, "茶", 2023))
    return rules(story)


def test_another_figure_makes_it_hold() -> None:
    """1050班 is 5% more than 1000班: 1200班 was read as the level now by mistake."""
    assert grown("甲1050班，比乙1200班少，比丙1000班增长5.0%。", "1200班", "1000班", "5.0%", "1050班") == []


def test_no_other_figure_makes_it_hold() -> None:
    """1060班 is no way out."""
    found = grown("甲1060班，比乙1200班少，比丙1000班增长5.0%。", "1200班", "1000班", "5.0%", "1060班")
    assert found == [GROWTH]


def test_the_figure_right_before_is_its_own() -> None:
    """Whoever reckons with 1181吨 where 1156吨 stands beside the rate has erred."""
    text = "共4368吨，应得1181吨，实得1000吨，增长18.1%。"
    assert grown(text, "4368吨", "1000吨", "18.1%", "1181吨") == []
    text = "共4368吨，去年1000吨，今年1156吨，增长18.1%，应得1181吨。"
    assert grown(text, "1156吨", "1000吨", "18.1%", "1181吨") == [GROWTH]


def test_a_rough_figure_proves_nothing() -> None:
    """1100吨 may be meant as anything from 1050 to 1150吨, which many rates would fit."""
    text = "甲1千吨，比乙1200吨少，比丙900吨增长15%。"
    assert grown(text, "1200吨", "900吨", "15%", "1千吨") == [GROWTH]


@pytest.mark.parametrize(
    ("rate", "between", "found"),
    [
        ("18.6%", "", [GROWTH]),  # nothing between them: whatever the rate, it is theirs
        ("18.6%", "其中绿茶700吨。", []),  # another figure between, and no slip that explains it
        ("26.1%", "其中绿茶700吨。", [GROWTH]),  # one digit of 25.1% mistyped
    ],
)
def test_figures_in_other_sentences(rate: str, between: str, found: list[str]) -> None:
    """Told far apart, with others between them, they must be one slip of the pen apart."""
    text = f"去年产茶1201吨。{between}今年1503吨，增长{rate}。"
    assert grown(text, "1503吨", "1201吨", rate, *(["700吨"] if between else [])) == found


def test_a_headline_whose_number_a_table_tells() -> None:
    """突破8000吨 is borne out by 8150吨, whatever else was read as its fact."""
    story = Story("订单达8150吨\n上年末为7460吨，表中为8150吨。")
    story.level("8150吨", "订单", 2025, made_by="headline")
    story.level("7460吨", "订单", 2025)
    assert rules(story) == ["repeats/same-fact-differs"]
    story.level("8150吨", "表", 2025, 2)
    assert rules(story) == []


def test_a_whole_that_other_shares_prove_is_no_other() -> None:
    """Three shares come out of 1000班: the fourth is held against it, though 800班 would fit."""
    story = Story("共1000班，另一年800班，甲500班占50.0%，乙300班占30.0%，丙208班占26.0%。")
    whole = story.level("1000班", "全部")
    story.level("800班", "全部", 2023)
    for name, number, share in (("甲", "500班", "50.0%"), ("乙", "300班", "30.0%"), ("丙", "208班", "26.0%")):
        story.quotient(share, story.level(number, name), whole, "share")
    assert rules(story) == ["shares/share-disagrees"]
