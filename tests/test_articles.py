"""Documents become articles: titles, dates and places are read, and every position stays true."""

from __future__ import annotations

import pytest

from factcheck import readers
from factcheck.articles import articles
from factcheck.model import Article, BlockKind, PartialDate


def article(text: str, name: str = "a.md") -> Article:
    """The only article of `text`."""
    (found,) = articles(readers.read_bytes(text.encode(), name))
    return found


def test_front_matter_and_heading_are_one_title() -> None:
    """The heading is the title; the front matter gives the date and is not read."""
    found = article(
        "---\ntitle: 云溪县秋收过半\ndate: 2025-10-08\n---\n# 云溪县秋收过半\n\n正文写了3件事。\n"
    )
    assert found.title == "云溪县秋收过半"
    assert found.text == "云溪县秋收过半\n正文写了3件事。"
    assert found.published == PartialDate(2025, 10, 8)
    assert [block.kind for block in found.blocks] == [BlockKind.TITLE, BlockKind.PARAGRAPH]


def test_what_the_caller_states_overrides() -> None:
    """A date and a place from outside win, and are said to come from there."""
    document = readers.read_bytes("我市新建公园3座。".encode(), "a.txt")
    (found,) = articles(document, published=PartialDate(2020), place_name="临溪市")
    assert (found.published, found.place_name) == (PartialDate(2020), "临溪市")
    assert {(item.what, item.how) for item in found.found} == {("published", "指定"), ("place", "指定")}


@pytest.mark.parametrize(
    ("text", "name", "expected", "how"),
    [
        ("标题\n发布时间：2024年5月6日\n正文说了3件事。", "a.txt", PartialDate(2024, 5, 6), "发布时间"),
        ("标题\n某某市统计局\n2024 年 4 月 29 日\n正文。", "a.txt", PartialDate(2024, 4, 29), "日期行"),
        (
            "本报讯（记者 丁一）1月9日，甲市召开会议。2024年，甲市税收增长3%。",
            "a.txt",
            PartialDate(2025, 1, 9),
            "电头",
        ),
        ("甲市召开会议，通过3项决定。", "2025-11-02会议.txt", PartialDate(2025, 11, 2), "文件名"),
        ("全年粮食总产12万吨。", "甲市_2023_统计公报.txt", PartialDate(2024), "文件名"),
        (
            "2023年，甲市税收增长3%。去年6月开工，2月3日通车。",
            "a.txt",
            PartialDate(2024, 2, 3),
            "文中最晚的日期",
        ),
    ],
)
def test_the_date_is_read_where_it_stands(text: str, name: str, expected: PartialDate, how: str) -> None:
    """Stated dates come before datelines, datelines before file names, those before what is told."""
    found = article(text, name)
    assert found.published == expected
    assert [item.how for item in found.found if item.what == "published"] == [how]


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("据青泽县统计局介绍，全县新增就业300人。", "a.txt", "青泽县"),
        ("本报讯 成都日报记者获悉，我市地铁又添2条线。", "a.txt", "成都市"),
        ("全市生产总值增长6%。", "洛阳市_2023_统计公报.txt", "洛阳市"),
        ("我国粮食再获丰收。", "全国_2024_政府工作报告.txt", "全国"),
    ],
)
def test_the_place_is_what_our_city_stands_for(text: str, name: str, expected: str) -> None:
    """我市 and 全县 speak of the place the article, its paper or its file names."""
    assert article(text, name).place_name == expected


def test_traditional_text_is_read_as_simplified_in_place() -> None:
    """The reading text is simplified, the file's own words are kept for showing."""
    found = article("本報訊 全市新增就業5.8萬人，增長百分之三。", "a.txt")
    assert found.text == "本报讯 全市新增就业5.8万人，增长百分之三。"
    start = found.text.index("5.8万人")
    place = found.place(type(found.blocks[0].span)(start, start + 5))
    assert (place.text, place.column) == ("5.8萬人", start + 1)


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_line_and_column_hold_for_every_line_ending(ending: str) -> None:
    """Carriage returns, form feeds and characters without width move no line and no column."""
    found = article(ending.join(["# 题", "", "甲乙\u200b丙 12 个。", "\f丁 34 人。"]))
    for words, line, column in (("12", 3, 6), ("34", 4, 4)):
        start = found.text.index(words)
        place = found.place(type(found.blocks[0].span)(start, start + 2))
        assert (place.text, place.line, place.column) == (words, line, column)
    assert "甲乙丙" in found.text
