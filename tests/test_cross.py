"""Claims of different articles meet only when they say whose, what and when."""

from __future__ import annotations

import pytest
from archive_articles import article, findings

from factcheck.archive.naming import canonical
from factcheck.claims.divisions import above, path_of
from factcheck.pipeline import check_texts

SAME = "archive/same-fact-differs"


def conflicts(one: str, two: str, *, days: tuple[str, str] = ("2025-02-10", "2025-03-12")) -> list[str]:
    """The rules that find something between two articles."""
    return [rule for rule, _, _ in findings(article(days[0], one), article(days[1], two))]


@pytest.mark.parametrize(
    ("name", "home", "path"),
    [
        ("南京市", "", "江苏省/南京市"),
        ("南京", "", "江苏省/南京市"),
        ("鼓楼区", "", ""),
        ("鼓楼区", "江苏省/南京市", "江苏省/南京市/鼓楼区"),
        ("鼓楼区", "江苏省/徐州市/云龙区", "江苏省/徐州市/鼓楼区"),
        ("渝北区", "", "重庆市/渝北区"),
        ("泽州市", "", "泽州市"),
        ("高新区", "", ""),
        ("高新区", "泽州市", "泽州市/高新区"),
        ("我国", "", "全国"),
        ("广西", "", "广西壮族自治区"),
        ("延边", "", "吉林省/延边朝鲜族自治州"),
    ],
)
def test_paths_of_places(name, home, path):
    """Full when the table knows it or the home tells it, empty when it could be several."""
    assert path_of(name, home) == path


def test_what_lies_above():
    """全省 in an article of a city is the city's province; of an unknown city nobody's."""
    assert above("江苏省/南京市", "province") == "江苏省"
    assert above("江苏省/南京市/鼓楼区", "city") == "江苏省/南京市"
    assert above("泽州市", "province") == ""


@pytest.mark.parametrize(
    ("name", "common"),
    [
        ("实现地区生产总值", "地区生产总值"),
        ("GDP", "地区生产总值"),
        ("已累计发放消费券", "消费券发放"),
        ("粮食播种面积", "粮食种植面积"),
        ("全长青崖隧道", "青崖隧道全长"),
        ("规上工业增加值", "规模以上工业增加值"),
    ],
)
def test_names_lose_what_is_habit(name, common):
    """Verbs and adverbs go, synonyms and order are one."""
    assert canonical(name) == common


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("2024年，泽州市快递业务量3.29亿件。", "去年，泽州市快递业务量3.92亿件。"),
        ("2024年，泽州市快递业务量3.29亿件。", "泽州市2024年全年快递业务量达到3.92亿件。"),
        ("2024年，全市快递业务量3.29亿件。", "2024年，全市快递业务量3.92亿件。"),
        ("2024年，泽州市快递业务量增长12.4%。", "2024年，泽州市快递业务量同比增长14.2%。"),
        ("青崖隧道全长6840米。", "全长6480米的青崖隧道昨日贯通。"),
        ("2024年末，泽州市常住人口416.2万人。", "截至2024年末，泽州市常住人口461.2万人。"),
        ("2024年，泽州市快递业务量3.29亿件。", "# 泽州快递跑得快\n\n2024年，全市快递业务量3.92亿件。"),
        ("2024年，云屿县海水养殖产量27.9万吨。", "2024年，云屿全县海水养殖产量达到29.7万吨。"),
        ("# 泽州市交警通报\n\n2024年，全市发生交通事故1587起。", "2024年，泽州市交通事故1857起。"),
        (
            "# 2024年泽州市财政\n\n2024年收入平稳。\n\n全市教育支出138.7亿元。",
            "2024年，泽州市教育支出137.8亿元。",
        ),
    ],
)
def test_one_fact_told_differently(one, two):
    """However it is put, and whoever says 去年."""
    assert conflicts(one, two) == [SAME]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("2024年，泽州市快递业务量3.29亿件。", "2024年，云岭市快递业务量3.92亿件。"),
        ("2024年，泽州市快递业务量3.29亿件。", "2023年，泽州市快递业务量3.92亿件。"),
        ("2024年，泽州市快递业务量3.29亿件。", "2024年上半年，泽州市快递业务量1.92亿件。"),
        ("2024年，泽州市城镇常住人口261.4万人。", "2024年，泽州市常住人口416.2万人。"),
        ("2024年，泽州市规上工业增加值增长6.6%。", "2024年，泽州市全部工业增加值增长5.7%。"),
        ("2024年，泽州市出口58.6亿元。", "2024年，泽州市出口8.1亿美元。"),
        ("2024年，泽州市有企业320家。", "2024年，泽州市有企业325家。"),
        ("2024年，泽州市完成投资32.1亿元。", "2024年，泽州市完成投资31.2亿元。"),
        ("2025年，泽州市力争新增就业5.2万人。", "2025年，泽州市计划新增就业5.2万人以上。"),
        (
            "泽州市新增就业目标5.2万人。2024年，泽州市城镇新增就业5.6万人。",
            "2025年，泽州市城镇新增就业目标5.3万人。",
        ),
        ("今年，泽州市新开社区食堂36家。", "今年，泽州市新开社区食堂41家。"),
        ("2024年，泽州市快递业务量3.29亿件。", "2024年，泽州市邮政局处理快递业务量中，同城0.92亿件。"),
        ("2024年，泽州市快递业务量3.29亿件。", "2024年，泽州市快递业务量约3亿件。"),
        ("2024年，泽州市快递业务量3.29亿件。", "2024年，泽州市快递业务量超过3.2亿件。"),
    ],
)
def test_what_is_not_one_fact(one, two):
    """Another place, time, scope, unit; a plan, a number so far, a weak name, a rough figure."""
    assert conflicts(one, two) == []


def test_unknown_homes_meet_only_while_no_two_homes_are_known():
    """全市 of two articles that name no city; but not beside articles of two cities."""
    one = article("2025-02-10", "2024年，全市快递业务量3.29亿件。")
    two = article("2025-03-12", "2024年，全市快递业务量3.92亿件。")
    others = [article("2025-03-12", f"2024年，{name}茶叶产量2.1万吨。") for name in ("泽州市", "云岭市")]
    assert findings(one, two) == [(SAME, "b.md", "3.92亿件")]
    assert findings(one, two, others[0]) == [(SAME, "b.md", "3.92亿件")]
    assert findings(one, two, *others) == []


def test_the_later_article_is_the_suspect():
    """Whatever the order of the files."""
    late = article("2025-03-12", "2024年，泽州市快递业务量3.92亿件。")
    early = article("2025-02-10", "2024年，泽州市快递业务量3.29亿件。")
    assert findings(early, late) == [(SAME, "b.md", "3.92亿件")]
    assert findings(late, early) == [(SAME, "a.md", "3.92亿件")]


def test_the_odd_one_out_is_the_suspect():
    """Two later articles agree: the first is the one to look at."""
    texts = [("2025-02-10", "3.92"), ("2025-03-12", "3.29"), ("2025-04-12", "3.29")]
    made = [article(day, f"2024年，泽州市快递业务量{number}亿件。") for day, number in texts]
    assert findings(*made) == [(SAME, "a.md", "3.92亿件")]


@pytest.mark.parametrize(
    ("later", "rule"),
    [
        ("经最终核实，2023年泽州市茶叶产量为3.92万吨。", []),
        ("2023年泽州市茶叶产量3.92万吨（修订数）。", []),
        ("2023年泽州市茶叶产量3.92万吨。", [SAME]),
    ],
)
def test_a_revision_wins(later, rule):
    """A later number that says it is one contradicts nobody."""
    first = "据初步统计，2023年泽州市茶叶产量3.29万吨。"
    assert conflicts(first, later, days=("2024-01-20", "2024-04-20")) == rule


def test_an_article_that_contradicts_itself_meets_nobody():
    """Its name for the thing says too little."""
    both = "2024年，泽州市快递业务量3.92亿件。2024年，泽州市快递业务量1.64亿件。"
    assert conflicts("2024年，泽州市快递业务量3.29亿件。", both) == []


def test_a_name_given_to_several_numbers_meets_nothing():
    """Which of three the other article means cannot be told, not even where the three stand alike."""
    story = "2024年，泽州市投入技改资金{}万元。"
    clear = [story.format(number) for number in (3290, 3920)]
    assert conflicts(*clear) == [SAME]
    rest = "泽州市投入技改资金5580万元。\n\n2024年，泽州市投入技改资金6170万元。"
    assert conflicts(*(one + rest for one in clear)) == []


def test_a_number_without_a_name_meets_nothing():
    """What no words name is told apart by its place, and two articles of one build share those."""
    story = "2024年，泽州市的银企对接会上，{}万元。"
    assert conflicts(story.format(3290), story.format(3920)) == []


def test_a_text_is_understood_alike_each_time():
    """The names that only tell things apart are the same in every run."""
    text = "2024年，泽州市投入技改资金329万元。泽州市投入技改资金5580万元。泽州市投入技改资金6170万元。"
    first, second = (
        [
            claim.quantity
            for one in check_texts(texts).readings
            if one.article.document.path == "a.md"
            for claim in one.claims
        ]
        for texts in ([("a.md", text)], [("b.md", text * 3), ("a.md", text)])
    )
    assert any("#" in str(quantity) for quantity in first)
    assert first == second


@pytest.mark.parametrize(
    ("late", "rules"),
    [
        ("4.126亿元", [SAME]),
        ("41260亿元", [SAME]),
        ("416.2亿元", ["archive/revised-since"]),
        ("409.3亿元", ["archive/revised-since"]),
        ("57.3亿元", []),
    ],
)
def test_what_is_no_revision_however_late(late, rules):
    """A year later a number may have been revised; its magnitude never is."""
    days = ("2024-02-02", "2025-03-20")
    story = "2023年，泽州市地区生产总值{}。"
    assert conflicts(story.format("412.6亿元"), story.format(late), days=days) == rules


def test_the_verb_of_a_correction_is_no_part_of_the_name():
    """What was 更正为 something is that thing; who repeats the old number later is told."""
    told = "经复核，泽州市2024年快递业务量{}为3.29亿件。"
    again = "泽州市2024年快递业务量3.92亿件。"
    for verb in ("更正", "订正"):
        assert conflicts(told.format(verb), again) == ["archive/outdated-after-revision"]
        assert conflicts(again, told.format(verb)) == []


def test_what_was_written_before_and_after_was_not_revised_in_between():
    """A revision goes one way: who departs from a number that others keep made a slip."""
    story = "2023年，泽州市地区生产总值{}亿元。"
    days = ("2024-02-02", "2024-09-10", "2025-03-20")
    slip = [
        article(day, story.format(number)) for day, number in zip(days, (412.6, 416.2, 412.6), strict=True)
    ]
    assert findings(*slip) == [(SAME, "b.md", "416.2亿元")]
    late = [
        article(day, story.format(number)) for day, number in zip(days, (412.6, 412.6, 416.2), strict=True)
    ]
    assert findings(*late) == [("archive/revised-since", "c.md", "416.2亿元")]


def told_of(one: str, two: str) -> list[str]:
    """The rules that find something between two articles of one autumn."""
    return conflicts(one, two, days=("2025-10-09", "2025-10-20"))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("云岭特大桥主跨828米，昨天合龙。", "在云岭特大桥主跨达882米的江面上，测量员干了三年。"),
        (
            "# 青屿海洋世界假期客流\n\n国庆假期，青屿海洋世界接待游客12.86万人次。",
            "国庆8天假期，12.68万人次走进青屿海洋世界。",
        ),
        ("《泽州晚报》2025年度期发行量18.6万份。", "在全省晚报中，《泽州晚报》2025年度期发行量16.8万份。"),
    ],
)
def test_one_number_of_one_thing_told_with_a_slip(one, two):
    """The thing both are of and two exchanged digits are enough."""
    assert told_of(one, two)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("国庆假期，青屿海洋世界接待游客12.86万人次。", "国庆假期，青屿海洋世界接待外省游客12.68万人次。"),
        ("国庆假期，青屿海洋世界接待游客12.86万人次。", "今年暑期，青屿海洋世界接待游客128.6万人次。"),
        ("云岭特大桥主跨828米。", "云岭特大桥扩建后主跨882米。"),
        ("若只计规模养殖场，2024年泽州市出栏生猪55.2万头。", "2024年，泽州市出栏生猪69.7万头。"),
        (
            "据初步统计，2024年泽州市治沙41.2万亩。其中造林31.6万亩。",
            "经核定，2024年泽州市治沙39.7万亩。其中造林30.1万亩。",
        ),
        ("2024年，云岭工业职业学院在校生9200人。", "2024年，云岭职业学院在校生2900人。"),
    ],
)
def test_what_only_looks_like_a_slip(one, two):
    """Another part, another time, another circle, another school."""
    assert told_of(one, two) == []


def test_an_article_that_speaks_of_a_city_is_of_no_county_it_names():
    """南溪县 is only where somebody was asked."""
    sums = "1—8月，泽州市快递业务量累计4.82亿件。"
    later = "# 泽州快递跑出加速度\n\n前三季度，全市快递业务量累计4.58亿件。南溪县寄递中心主任说，9月最忙。"
    assert told_of(sums, later) == ["archive/cumulative-decrease"]


@pytest.mark.parametrize(
    ("level", "growth", "rules"),
    [
        ("1587起", "下降16.3%", ["archive/growth-vs-last-year-article"]),  # of 1587, not of 1846
        ("1587起", "下降14.0%", []),
        ("2067起", "下降12.0%", ["archive/growth-vs-last-year-article"]),  # the other way
    ],
)
def test_growths_against_the_article_of_last_year(level, growth, rules):
    """What no revision explains is told."""
    last = "2023年，泽州市道路交通事故1846起。"
    now = f"2024年，泽州市道路交通事故{level}，同比{growth}。"
    assert conflicts(last, now, days=("2024-01-11", "2025-01-14")) == rules


def test_a_season_is_a_time():
    """2024—2025雪季 in two articles is one."""
    story = "2024—2025雪季，白桦岭滑雪场共接待滑雪游客{}万人次。"
    assert conflicts(story.format("38.6"), story.format("36.8"), days=("2025-04-08", "2025-05-08")) == [SAME]
