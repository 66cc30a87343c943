"""Rules that look rather than calculate: wording, checks, fingerprints, the order of findings."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck import engine
from factcheck.engine import Judged
from factcheck.model import Anchor, Grain, Period, Reading, Span
from tests.engine_claims import Story
from tests.test_engine import RULES, growth, judged, only, total


def test_wording_matches_tokens_not_characters() -> None:
    """约…左右 around one number is found; the same words around other things are not."""
    doubled = Story("步行约25分钟左右。")
    apart = Story("步行约25分钟，左右有护栏。")
    found = _tokens(doubled, "约", "25分钟", "左右")
    assert [finding.rule for finding in found.findings] == ["wording/double-approximation"]
    assert [fix.replacement for fix in found.findings[0].fixes] == ["25分钟左右", "约25分钟"]
    assert _tokens(apart, "约", "25分钟", "左右").findings == ()


def _tokens(story: Story, before: str, number: str, after: str) -> Judged:
    tokens = story.hedge(before, "approx"), story.number(number), story.hedge(after, "about-after")
    return engine.judge([story.reading(*tokens)], RULES)


COUNTS: dict[str, tuple[dict[str, object], bool]] = {
    "as many as stated": ({"items": 4}, False),
    "too few": ({"items": 3}, True),
    "too few of an open list": ({"items": 3, "open": True}, False),
    "too many of an open list": ({"items": 5, "open": True}, True),
}


@pytest.mark.parametrize(("given", "wrong"), COUNTS.values(), ids=COUNTS)
def test_counts_are_compared_with_their_items(given: dict[str, object], wrong: bool) -> None:
    """A check is called over every enumeration; an open list may name fewer items, never more."""
    items = ["甲条", "乙条", "丙条", "丁条", "戊条"][: int(str(given["items"]))]
    story = Story(f"出台4项：{'、'.join(items)}。")
    story.enumeration("4项", *items, open=bool(given.get("open")))
    assert bool(judged(story).findings) is wrong


def test_fingerprints_survive_changes_elsewhere() -> None:
    """The same sentence in a changed text keeps its fingerprint; two equal findings have two."""
    sentence = "今年1200吨，去年1000吨，增长10%。"
    plain = only(judged(growth(sentence, "1200吨", "1000吨", "10%")))
    moved = only(judged(growth(f"别的话。{sentence}又一句。", "1200吨", "1000吨", "10%")))
    assert plain.fingerprint == moved.fingerprint
    other = only(judged(growth("今年1300吨，去年1000吨，增长10%。", "1300吨", "1000吨", "10%")))
    assert other.fingerprint != plain.fingerprint


ORDERS: tuple[Callable[[list[Reading]], list[Reading]], ...] = (list, lambda found: found[::-1])


@pytest.mark.parametrize("order", ORDERS, ids=["forward", "backward"])
def test_findings_stand_in_order_of_their_place(order: Callable[[list[Reading]], list[Reading]]) -> None:
    """However the readings come, findings are sorted by file and position."""
    stories = [
        growth("今年1200吨，去年1000吨，增长10%。", "1200吨", "1000吨", "10%"),
        total("共146人，48人、36人和52人。", "146人", "48人", "36人", "52人"),
    ]
    found = engine.judge(order([story.reading() for story in stories]), RULES)
    places = [(one.marks[0].place.path, one.marks[0].place.start) for one in found.findings]
    assert places == sorted(places)


def test_periods_reach_their_checks() -> None:
    """A check over periods sees every period of the reading."""
    story = Story("定于2025年2月30日举行。")
    said = (("year", "2025"), ("month", "2"), ("day", "30"))
    period = Period(
        Span(2, 12),
        "2025年2月30日",
        Grain.DAY,
        Anchor.ABSOLUTE,
        None,
        None,
        form=frozenset({"impossible"}),
        said=said,
    )
    found = engine.judge([Reading(story.article, periods=(period,))], RULES)
    assert [finding.message for finding in found.findings] == ["没有2025年2月30日：2025年2月只有28天"]
