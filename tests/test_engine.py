"""What the engine makes of claims: conflicts, agreement, silence, and who is to blame."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factcheck import engine
from factcheck.engine import Judged, Rule
from factcheck.model import Certainty, Finding, Severity
from tests.engine_claims import PLAN, Story

RULES = engine.load([engine.home()])


def judged(*stories: Story, rules: tuple[Rule, ...] = RULES, cross: bool = False) -> Judged:
    """What the shipped rules say of some stories."""
    return engine.judge([story.reading() for story in stories], rules, cross=cross)


def only(found: Judged) -> Finding:
    """The one finding."""
    assert [finding.rule for finding in found.findings] == [finding.rule for finding in found.findings][:1]
    return found.findings[0]


def words(finding: Finding) -> list[str]:
    """The texts of its marks."""
    return [mark.place.text for mark in finding.marks]


def growth(text: str, now: str, before: str, rate: str, **more: object) -> Story:
    """A story of two levels and the growth between them."""
    story = Story(text)
    levels = story.level(now, "茶", 2024), story.level(before, "茶", 2023)
    story.growth(rate, *levels, **more)
    return story


def total(text: str, whole: str, *parts: str, complete: str = "stated") -> Story:
    """A story of a whole and its parts."""
    story = Story(text)
    claims = [story.level(part, f"部分{place}") for place, part in enumerate(parts)]
    story.partition(story.level(whole, "全部"), *claims, complete=complete)
    return story


LEFT_ALONE: dict[str, Story] = {
    "rounding of all three": growth(
        "今年12.3亿元，去年10.9亿元，增长13.0%。", "12.3亿元", "10.9亿元", "13.0%"
    ),
    "a decrease": growth("今年900吨，去年1000吨，下降10%。", "900吨", "1000吨", "10%", sign=-1),
    "units of one base": growth("今年1.2万吨，去年10000000公斤，增长20%。", "1.2万吨", "10000000公斤", "20%"),
    "a sum off by its rounding": total("合计9.6万吨，4.8万吨、4.7万吨。", "9.6万吨", "4.8万吨", "4.7万吨"),
    "an open list that falls short": total(
        "1200人，其中300人、400人。", "1200人", "300人", "400人", complete="open"
    ),
    "unlike units": total("共100人，60人和30户。", "100人", "60人", "30户"),
}

CAUGHT: dict[str, tuple[Story, str, list[str], str, str]] = {
    "growth": (
        growth("今年1200吨，去年1000吨，增长10%。", "1200吨", "1000吨", "10%"),
        "growth/levels-disagree",
        ["10%", "1200吨", "1000吨"],
        "10% ≠ 1200吨 ÷ 1000吨 − 1",
        "20%",
    ),
    "a decrease": (
        growth("今年800吨，去年1000吨，下降10%。", "800吨", "1000吨", "10%", sign=-1),
        "growth/levels-disagree",
        ["10%", "800吨", "1000吨"],
        "−10% ≠ 800吨 ÷ 1000吨 − 1",
        "20%",
    ),
    "a rise called a fall": (
        growth("今年1200吨，去年1000吨，下降20%。", "1200吨", "1000吨", "20%", sign=-1),
        "growth/levels-disagree",
        ["20%", "1200吨", "1000吨"],
        "−20% ≠ 1200吨 ÷ 1000吨 − 1",
        "+20%",
    ),
    "a yearly growth": (
        growth("今年29.3万吨，前年20.0万吨，年均增长11.6%。", "29.3万吨", "20.0万吨", "11.6%", over=4),
        "growth/annual-rate-disagrees",
        ["11.6%", "29.3万吨", "20.0万吨"],
        "(1 + 11.6%)^4 ≠ 29.3万吨 ÷ 20.0万吨",
        "10.0%",
    ),
    "a sum": (
        total("共146人，48人、36人和52人。", "146人", "48人", "36人", "52人"),
        "sums/parts-disagree-with-total",
        ["146人", "48人", "36人", "52人"],
        "146人 ≠ 48人 + 36人 + 52人",
        "136人",
    ),
    "a part larger than the whole": (
        total("共64人，其中71人。", "64人", "71人", complete="open"),
        "sums/part-exceeds-whole",
        ["71人", "64人"],
        "71人 > 64人",
        "",
    ),
}


@pytest.mark.parametrize("story", LEFT_ALONE.values(), ids=LEFT_ALONE)
def test_left_alone(story: Story) -> None:
    """Numbers that can be reconciled are not reported."""
    assert judged(story).findings == ()


@pytest.mark.parametrize(("story", "rule", "marks", "equation", "expected"), CAUGHT.values(), ids=CAUGHT)
def test_caught(story: Story, rule: str, marks: list[str], equation: str, expected: str) -> None:
    """Numbers that cannot all be right are one finding with its arithmetic."""
    found = only(judged(story))
    assert (found.rule, words(found), found.equation, found.expected) == (rule, marks, equation, expected)
    assert found.severity is Severity.ERROR


def test_agreement_is_verified_once() -> None:
    """A relation that holds is listed with all its figures."""
    story = growth("今年1200吨，去年1000吨，增长20%。", "1200吨", "1000吨", "20%")
    (entry,) = judged(story).verified
    assert entry.equation == "20% = 1200吨 ÷ 1000吨 − 1"
    assert [mark.place.text for mark in entry.marks] == ["20%", "1200吨", "1000吨"]
    assert not entry.weak


def test_agreement_by_chance_is_not_verified() -> None:
    """When anything would fit, nothing was verified."""
    story = growth("今年2亿元，去年2亿元，增长5.0%。", "2亿元", "2亿元", "5.0%")
    assert judged(story) == Judged((), ())


def test_an_open_list_is_verified_only_when_tight() -> None:
    """Parts that need not be all: adding up exactly is telling, adding up roughly is not."""
    tight = total("共146人，其中48人、46人和52人。", "146人", "48人", "46人", "52人", complete="open")
    loose = total("共3亿元，其中1亿元、2亿元。", "3亿元", "1亿元", "2亿元", complete="open")
    (entry,) = judged(tight).verified
    assert entry.weak
    assert judged(loose).verified == ()


def test_a_touch_at_one_point_is_a_warning() -> None:
    """Every part rounded up to the limit and the whole down to it: possible, hardly true."""
    story = total("合计6.4万吨，1.1万吨、2.2万吨、3.3万吨。", "6.4万吨", "1.1万吨", "2.2万吨", "3.3万吨")
    found = only(judged(story))
    assert (found.severity, found.certainty) == (Severity.WARNING, Certainty.ASK)


def test_a_number_cut_off_instead_of_rounded_is_a_note() -> None:
    """19.97% printed as 19.9% was cut off: said, not accused."""
    story = growth("今年119.97亿元，去年100.00亿元，增长19.9%。", "119.97亿元", "100.00亿元", "19.9%")
    found = only(judged(story))
    assert found.severity is Severity.INFO
    assert "截去" in found.message


def test_a_round_count_may_be_meant_to_its_zeros() -> None:
    """3000人 beside 3012人 is a note, 3100人 is an error."""
    fine = total("共3000人，1512人和1500人。", "3000人", "1512人", "1500人")
    wrong = total("共3100人，1512人和1501人。", "3100人", "1512人", "1501人")
    assert only(judged(fine)).severity is Severity.INFO
    assert only(judged(wrong)).severity is Severity.ERROR


def test_licences_suspend_a_rule() -> None:
    """Growth at constant prices says nothing about levels at current prices."""
    story = growth(
        "今年1200吨，去年1000吨，按不变价增长10%。", "1200吨", "1000吨", "10%", licences=frozenset({"不变价"})
    )
    assert judged(story) == Judged((), ())


def test_plans_are_not_facts() -> None:
    """A planned level is no base of an actual growth."""
    story = Story("计划1200吨，去年1000吨，增长10%。")
    plan, before = story.level("1200吨", "茶", 2024, modality=PLAN), story.level("1000吨", "茶", 2023)
    story.growth("10%", plan, before)
    assert judged(story).findings == ()


def test_a_divisor_that_may_be_zero_gives_no_verdict() -> None:
    """0.0亿元 may be nothing at all."""
    story = growth("今年1.2亿元，去年0.0亿元，增长10%。", "1.2亿元", "0.0亿元", "10%")
    assert judged(story).findings == ()


def test_one_wrong_number_is_one_finding() -> None:
    """A level that contradicts a growth and an increment is the suspect of both."""
    story = Story("今年1300吨，去年1000吨，增长20%，增加200吨。")
    now, before = story.level("1300吨", "茶", 2024), story.level("1000吨", "茶", 2023)
    story.growth("20%", now, before)
    story.difference("200吨", now, before)
    found = only(judged(story))
    assert words(found)[0] == "1300吨"
    assert found.expected == "1200吨"
    assert ("1200吨", "“3”疑为“2”") in [(fix.replacement, fix.why) for fix in found.fixes]


def test_a_number_that_other_relations_support_is_not_the_suspect() -> None:
    """Growth and levels agree, the increment does not: the increment is wrong."""
    story = Story("今年1200吨，去年1000吨，增长20%，增加300吨。")
    now, before = story.level("1200吨", "茶", 2024), story.level("1000吨", "茶", 2023)
    story.growth("20%", now, before)
    story.difference("300吨", now, before)
    found = judged(story)
    assert words(only(found))[0] == "300吨"
    assert [entry.rule for entry in found.verified] == ["growth/levels-disagree"]


def test_two_wrong_shares_of_one_whole_stay_two() -> None:
    """The whole that both shares are of is not blamed for two errors."""
    story = Story("共1000亩，甲300亩占40%，乙200亩占30%，丙500亩占50%。")
    whole = story.level("1000亩", "全部")
    for name, area, share in (("甲", "300亩", "40%"), ("乙", "200亩", "30%"), ("丙", "500亩", "50%")):
        story.quotient(share, story.level(area, name), whole, "share")
    found = judged(story).findings
    assert [words(finding)[0] for finding in found] == ["40%", "30%"]


def test_a_repeated_number_that_differs_blocks_what_is_built_on_it() -> None:
    """Two mentions that contradict each other are one finding; the share supports one of them."""
    story = Story("产量3.86亿件。又说产量3.68亿件，占全省7.72亿件的50%。")
    once = story.level("3.86亿件", "快递")
    story.level("3.68亿件", "快递")
    story.quotient("50%", once, story.level("7.72亿件", "全省快递"), "share")
    found = only(judged(story))
    assert (found.rule, words(found)) == ("repeats/same-fact-differs", ["3.68亿件", "3.86亿件"])
    assert ("3.86亿件", "“68”疑为“86”") in [(fix.replacement, fix.why) for fix in found.fixes]


def test_the_mention_most_others_contradict_is_the_suspect() -> None:
    """Two against one, wherever they stand."""
    story = Story("书屋168家。书屋186家。书屋186家。")
    for words_, occurrence in (("168家", 1), ("186家", 1), ("186家", 2)):
        story.level(words_, "书屋", 2024, occurrence)
    found = judged(story)
    assert words(only(found)) == ["168家", "186家"]
    assert len(found.verified) == 1


def test_the_headline_is_compared_with_the_body() -> None:
    """The rule about headlines speaks, not the one about repeats in general."""
    story = Story("新增就业4060人。", title="新增就业4600人")
    story.level("4600人", "就业")
    story.level("4060人", "就业")
    found = only(judged(story))
    assert (found.rule, words(found)) == ("repeats/headline-body-differs", ["4600人", "4060人"])


def test_another_fair_reading_that_holds_is_believed() -> None:
    """A figure read two ways is not accused when one way agrees."""
    story = growth("今年360户，过去120户，增长3倍。", "360户", "120户", "3倍")
    now, before = story.claims[0], story.claims[1]
    story.claims.append(story.quotient("3倍", now, before, "multiple", alternative=1))
    assert judged(story).findings == ()


def test_a_reading_that_is_only_possible_never_accuses() -> None:
    """No reading 0, no accusation; agreement is listed as weak."""
    wrong = growth("今年1200吨，去年1000吨，增长10%。", "1200吨", "1000吨", "10%", alternative=1)
    right = growth("今年1200吨，去年1000吨，增长20%。", "1200吨", "1000吨", "20%", alternative=1)
    assert judged(wrong).findings == ()
    assert [entry.weak for entry in judged(right).verified] == [True]


def test_articles_are_tied_only_when_asked() -> None:
    """The same fact in two files is compared across them, not within a run without `cross`."""
    rules = tuple(_across(rule) for rule in RULES if rule.name == "repeats/same-fact-differs")
    one = Story("产茶1234吨。", path="a.md", subject="云县")
    two = Story("产茶1284吨。", path="b.md", subject="云县")
    other = Story("产茶1400吨。", path="c.md", subject="山县")
    for story, amount in ((one, "1234吨"), (two, "1284吨"), (other, "1400吨")):
        story.level(amount, "茶")
    assert judged(one, two, other, rules=rules).findings == ()
    found = only(judged(one, two, other, rules=rules, cross=True))
    assert {mark.place.path for mark in found.marks} == {"a.md", "b.md"}


@pytest.mark.parametrize("name", ["#15", "茶|吨#15", "合作社#15.2"])
def test_what_only_its_place_tells_apart_is_not_checked_across(name: str) -> None:
    """Two articles may put different things in one place."""
    rules = tuple(_across(rule) for rule in RULES if rule.name == "repeats/same-fact-differs")
    one = Story("产茶1234吨。", path="a.md", subject="云县")
    two = Story("产茶1284吨。", path="b.md", subject="云县")
    for story, amount in ((one, "1234吨"), (two, "1284吨")):
        story.level(amount, name)
    assert judged(one, two, rules=rules, cross=True).findings == ()


def _across(rule: Rule) -> Rule:
    return replace(rule, within="files")
