"""Stories made up by frames: consistent ones are left alone, and one wrong number is found once.

The frames are ours; what is counted, the units and the numbers are drawn. A wrong number is wrong by more
than rounding and by more than a second fair reading could explain.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from functools import cache

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from factcheck import engine
from factcheck.engine import Rule
from factcheck.model import PartialDate, Severity
from factcheck.pipeline import check_text

FEW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])

# A whole, three of its parts, the unit they are counted in.
WHOLES = st.sampled_from(
    [
        ("林场育有苗木", ("松苗", "杉苗", "竹苗"), "万株"),
        ("渔港停有渔船", ("木船", "铁壳船", "玻璃钢船"), "艘"),
        ("仓库存有粮食", ("稻谷", "小麦", "玉米"), "吨"),
        ("剧场售出门票", ("甲票", "乙票", "丙票"), "张"),
        ("医院采购药品", ("中成药", "西药", "疫苗"), "箱"),
        ("车间生产零件", ("螺栓", "垫片", "轴承"), "万件"),
        ("实验室观测样本", ("水样", "土样", "气样"), "份"),
        ("夏令营招收营员", ("初中生", "高中生", "大学生"), "名"),
    ]
)
LEVELS = st.sampled_from(
    [
        ("茶叶产量", "吨"),
        ("快递业务量", "万件"),
        ("港口吞吐量", "万吨"),
        ("图书借阅量", "册次"),
        ("门诊量", "万人次"),
        ("技术合同成交额", "亿元"),
        ("电影票房收入", "万元"),
        ("机场旅客吞吐量", "万人次"),
    ]
)
# A round number may have been rounded, so that it tells less.
COUNTS = st.integers(120, 9800).filter(lambda number: number % 10)


@cache
def rules() -> tuple[Rule, ...]:
    return tuple(rule for rule in engine.load([engine.home()]) if rule.default)


def found(text: str) -> list[str]:
    """The rules that speak up, loud enough to be heard by default."""
    report = check_text(text, published=PartialDate(2025, 12, 10), rules=rules())
    return [each.rule for each in report.findings if each.severity is not Severity.INFO]


def verified(text: str) -> set[str]:
    report = check_text(text, published=PartialDate(2025, 12, 10), rules=rules())
    return {each.rule for each in report.verified}


def percent(part: int | Decimal, whole: int) -> Decimal:
    """A share or a growth as it is printed, to one place."""
    return (Decimal(part) * 100 / whole).quantize(Decimal("0.1"), ROUND_HALF_UP)


@FEW
@given(WHOLES, st.lists(COUNTS, min_size=3, max_size=3, unique=True), st.sampled_from("，、"))
def test_parts_that_add_up_are_left_alone(whole, values, stop):
    """X共A，其中甲B，乙C，丙D with A = B + C + D, and the same with the total last."""
    name, parts, unit = whole
    listed = stop.join(f"{part}{value}{unit}" for part, value in zip(parts, values, strict=True))
    assert found(f"{name}共{sum(values)}{unit}，其中{listed}。") == []
    assert found(f"{name}：{listed}，合计{sum(values)}{unit}。") == []


@FEW
@given(WHOLES, st.lists(COUNTS, min_size=3, max_size=3, unique=True), st.integers(3, 40), st.booleans())
def test_a_wrong_total_is_found_once(whole, values, off, more):
    """甲B，乙C，丙D，三项合计A with an A that is off by a few percent."""
    name, parts, unit = whole
    total = sum(values) + (1 if more else -1) * max(3, sum(values) * off // 100)
    assume(total > max(values) and total % 10)
    listed = "，".join(f"{part}{value}{unit}" for part, value in zip(parts, values, strict=True))
    assert found(f"{name}：{listed}，三项合计{total}{unit}。") == ["sums/parts-disagree-with-total"]


@FEW
@given(LEVELS, COUNTS, COUNTS)
def test_growths_of_two_levels_are_left_alone(level, before, now):
    """去年A，今年B，增长r% with the r that A and B give."""
    name, unit = level
    rate = percent(now - before, before)
    assume(abs(rate) >= 1 and now < 4 * before)
    way = "增长" if rate > 0 else "下降"
    said = f"2023年{name}{before}{unit}，2024年{name}{now}{unit}，比上年{way}{abs(rate)}%。"
    assert found(said) == []
    assert before < 1000 or "growth/levels-disagree" in verified(said)


@FEW
@given(LEVELS, COUNTS, st.integers(2, 150), st.integers(3, 30))
def test_a_wrong_growth_is_found_once(level, before, rise, off):
    """去年A，今年B，增长r% with an r that is points away from what A and B give."""
    name, unit = level
    now = before + max(1, before * rise // 100)
    assume(now % 10)
    rate = percent(now - before, before)
    said = f"2023年{name}{before}{unit}，2024年{name}{now}{unit}，比上年增长{rate + off}%。"
    assert found(said) == ["growth/levels-disagree"]


@FEW
@given(WHOLES, COUNTS, COUNTS)
def test_shares_are_left_alone(whole, total, part):
    """X共A，其中甲B，占p% with the p that A and B give."""
    name, parts, unit = whole
    assume(part < total)
    said = f"{name}共{total}{unit}，其中{parts[0]}{part}{unit}，占{percent(part, total)}%。"
    assert found(said) == []
    assert total < 1000 or "shares/share-disagrees" in verified(said)


@FEW
@given(WHOLES, COUNTS, st.integers(10, 80), st.integers(3, 8))
def test_a_wrong_share_is_found_once(whole, total, of_hundred, off):
    """X共A，其中甲B，占p% with a p that is points away, yet not so far that it must mean something else."""
    name, parts, unit = whole
    part = total * of_hundred // 100
    assume(part % 10)
    share = percent(part, total)
    said = f"{name}共{total}{unit}，其中{parts[0]}{part}{unit}，占{share + off}%。"
    assert found(said) == ["shares/share-disagrees"]


@FEW
@given(st.integers(12, 900), st.integers(11, 480), st.integers(2, 40))
def test_averages_are_held_against_their_total(people, each, off):
    """A人，共B元，人均C元: silent when C = B / A, found once when it is clearly off."""
    total, wrong = people * each, each + max(2, each * off // 100)
    assume(people % 10 and total % 10)
    story = "合作社社员{people}人，全年分红{total}元，人均分红{mean}元。"
    assert found(story.format(people=people, total=total, mean=each)) == []
    assert found(story.format(people=people, total=total, mean=wrong)) == ["means/mean-disagrees"]


@FEW
@given(LEVELS, COUNTS, COUNTS)
def test_a_headline_says_what_the_body_says(level, one, other):
    """A figure of the headline that the body repeats, and one that it contradicts."""
    name, unit = level
    assume(one != other)
    body = "\n\n记者12月9日获悉，今年前11个月，全市{name}{value}{unit}，创下新高。\n"
    title = f"前11个月全市{name}{one}{unit}"
    assert found(title + body.format(name=name, value=one, unit=unit)) == []
    wrong = found(title + body.format(name=name, value=other, unit=unit))
    assert wrong in (["repeats/headline-body-differs"], ["repeats/same-fact-differs"])


@FEW
@given(st.integers(20, 900), st.integers(20, 900))
def test_what_is_left_is_left_alone(done, rest):
    """全长A，已建成B，剩余C with A = B + C."""
    assert found(f"灌渠全长{done + rest}公里，已建成{done}公里，剩余{rest}公里。") == []
