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
        ("标题\n本报2024年5月6日讯 会上说了3件事。", "a.txt", PartialDate(2024, 5, 6), "电头"),
        ("标题\n【甲市2024年5月6日讯】会上说了3件事。", "a.txt", PartialDate(2024, 5, 6), "电头"),
        ("标题\n某某晚报讯（2024年5月6日） 说了3件事。", "a.txt", PartialDate(2024, 5, 6), "电头"),
        ("标题\n2024年5月6日 甲市晚报记者 丁一\n正文说了3件事。", "a.txt", PartialDate(2024, 5, 6), "日期行"),
        ("标题\n2024年5月6日　《建设者》记者 丁一\n正文。", "a2023.txt", PartialDate(2024, 5, 6), "日期行"),
        ("标题\n甲县融媒 2024年5月6日讯\n正文说了3件事。", "a.txt", PartialDate(2024, 5, 6), "日期行"),
        ("标题\n2024年5月6日讯（记者 丁一）昨天开工。", "a2023.txt", PartialDate(2024, 5, 6), "电头"),
        ("标题\n（2024年5月6日发布）甲公司今日公告3件事。", "a.txt", PartialDate(2024, 5, 6), "发布时间"),
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
    "text",
    [
        "老厂长王德海1950年生，今年75岁。",
        "5月31日是端午节。这座龙舟厂建于1995年。",
        "2016年，合作社成立。今年社员达到380户。",
        "2009年办厂时，他45岁。",
        "本报讯 9月6日，江边放灯。领头的1947年生，12岁学艺。",
        "2012年秋天，夫妻俩盘下这片茶园。",
    ],
)
def test_a_year_of_long_ago_is_not_that_of_the_article(text: str) -> None:
    """Births, foundings and other turns of a life tell nothing of when they are written about."""
    assert article(text, "a.txt").published is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("今年是2025年。厂子建于1995年。", PartialDate(2025)),
        ("2024年，全县粮食产量增长3%。厂子建于1995年。", PartialDate(2025)),
        ("2025年上半年，产值达到3亿元。", PartialDate(2025)),
        ("2025年是建厂30周年。", PartialDate(2025)),
        ("2025年5月6日，村里开会。", PartialDate(2025, 5, 6)),
    ],
)
def test_a_year_told_as_news_is_that_of_the_article(text: str, expected: PartialDate) -> None:
    """Statistics, dated events and what this year is said to be tell when an article speaks."""
    assert article(text, "a.txt").published == expected


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


@pytest.mark.parametrize(
    "line",
    [
        "1998年6月3日 建成镇卫生院",
        "2024年3月6日 晴",
        "2025年3月6日 全市发布会举行",
        "2019年8月8日 更名为市博物馆",
    ],
)
def test_a_line_of_a_chronicle_is_no_date_line(line: str) -> None:
    """A day and what happened on it tell nothing of when the article was written."""
    found = article(f"# 镇史\n\n{line}\n\n镇上有3所学校。\n")
    assert BlockKind.BYLINE not in [block.kind for block in found.blocks]


@pytest.mark.parametrize(
    "line",
    [
        "2025年7月15日发布",
        "2025年9月10日　受访人：街道更新办主任 何岚",
        "（2025年1月8日　机场集团新闻中心供稿）",
        "安平市统计局　2021年6月3日",
        "《城市金融》2025年6月5日",
    ],
)
def test_a_line_that_tells_who_gave_it_out_and_when_is_a_date_line(line: str) -> None:
    """The day in full with the office, the paper or the person asked beside it dates an article."""
    found = article(f"# 镇里新添三所学校\n\n{line}\n\n镇上有3所学校。\n")
    assert BlockKind.BYLINE in [block.kind for block in found.blocks]


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_line_and_column_hold_for_every_line_ending(ending: str) -> None:
    """Carriage returns, form feeds and characters without width move no line and no column."""
    found = article(ending.join(["# 题", "", "甲乙\u200b丙 12 个。", "\f丁 34 人。"]))
    for words, line, column in (("12", 3, 6), ("34", 4, 4)):
        start = found.text.index(words)
        place = found.place(type(found.blocks[0].span)(start, start + 2))
        assert (place.text, place.line, place.column) == (words, line, column)
    assert "甲乙丙" in found.text


def test_running_heads_are_no_text() -> None:
    """A line that comes back on every page is ignored, and sentences are joined across it."""
    head = "某某县统计公报二〇二四"
    page = f"\n{head}\n\n全县粮食种植面积扩大到3\n\n—1—\n\n万亩，比上年增加。\n"
    found = article(f"# {head}\n" + page * 5, "a.txt")
    assert found.text.count(head) == 6
    ignored = [block for block in found.blocks if block.kind is BlockKind.IGNORED]
    assert {block.reason for block in ignored} == {"页眉页脚", "页码"}


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("本报记者 丁一 通讯员 王二", BlockKind.BYLINE),
        ("发布时间：2024年5月6日 浏览次数：12", BlockKind.BYLINE),
        ("合作社社员在晾晒新米。（受访者供图）", BlockKind.CAPTION),
        ("通讯员 丁一 摄", BlockKind.CAPTION),
        ("表3 2024年主要产品产量", BlockKind.CAPTION),
        ("注：部分数据为初步统计数。", BlockKind.NOTE),
        ("— 12 —", BlockKind.IGNORED),
        ("分享到微信", BlockKind.IGNORED),
        ("乡村振兴系列报道③", BlockKind.BANNER),
        ("（二）工业和建筑业", BlockKind.HEADING),
        ("全县新建粮仓17座，仓容4.6万吨。", BlockKind.PARAGRAPH),
    ],
)
def test_a_line_is_known_by_its_look(line: str, kind: BlockKind) -> None:
    """Bylines, captions, notes, page marks and banners are told from prose and headlines."""
    found = article(
        f"本报讯 全县今年秋粮再获丰收，总产达12.5万吨。\n\n{line}\n\n农户说，明年还要扩种2000亩。\n", "a.txt"
    )
    (block,) = [block for block in found.blocks if block.span.of(found.text) == line]
    assert block.kind is kind


def test_tabs_make_a_table_with_caption_and_notes() -> None:
    """Lines with tabs are rows; the lines above name the table, those below explain it."""
    rows = "品种\t2023年\t2024年\n水稻\t8.1\t8.4\n玉米\t4.4\t4.2\n"
    found = article(f"正文写了3件事。\n\n表1 产量\n单位：万吨\n{rows}注：初步数。\n", "a.txt")
    (table,) = found.tables
    assert [cell.span.of(found.text) for cell in table.cells if cell.header] == ["品种", "2023年", "2024年"]
    assert table.caption is not None
    assert table.caption.of(found.text) == "表1 产量\n单位：万吨"
    assert [note.of(found.text) for note in table.notes] == ["注：初步数。"]


def test_a_table_that_fell_apart_is_seen_and_declined() -> None:
    """Rows of a name and numbers, their header run together, are kept and said not to be read."""
    rows = "指标名称产量（万吨） 增长（%）\n水稻 8.1 2.9\n#早稻 3.0 1.1\n玉米 4.4 -3.8\n"
    found = article(f"正文写了3件事。\n表1 产量\n{rows}农户说，明年再扩种2000亩。\n", "a.txt")
    declined = [block for block in found.blocks if block.kind is BlockKind.DECLINED]
    assert [block.span.of(found.text) for block in declined] == rows.splitlines()
    assert all(block.reason for block in declined)
    assert not found.tables


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (
            "全县新建粮仓共12\n个，今年再添4\n.5万吨仓容，\n可存粮三年有余。",
            "共12个，今年再添4.5万吨仓容，可存粮",
        ),
        ("工业增加值达到8912亿元，占比\n\n25.1%，比上年又有提高。", "占比25.1%"),
        ("项目总投资为人民币3亿元，由\n\n—2—\n\n银杉公司承建。", "由银杉公司承建"),
        ("全省推广 Big\nData 平台的一共有12个县，\n覆盖人口三百多万。", "Big Data 平台"),
    ],
)
def test_lines_and_pages_that_break_a_sentence_are_joined(written: str, read: str) -> None:
    """Narrow columns, false paragraph ends and page numbers do not cut a figure in two."""
    filler = "这里是一段足够长的话，用来\n让栏宽看得出来，每行大约十\n三个字，到句号为止才算完。\n"
    assert read in article(filler + "\n" + written, "a.txt").text


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("增长**3.2%**，达到`x = 5`12.5万吨", "增长3.2%，达到12.5万吨"),
        ("增长3.2<br>4.5万吨，<b>12</b>.5万亩", "增长3.2 4.5万吨，12.5万亩"),
        ("[总产12.5万吨](https://example.org/88)，<!-- 99 -->另有3个", "总产12.5万吨，另有3个"),
        ("见 https://example.org/2024/05 和 ![图3](a7.png)。", "见  和 图3。"),
        ("产值5*3亿元，<3%的企业", "产值5*3亿元，<3%的企业"),
        ("~~旧数77~~新数78\\*", "新数78*"),
        ("> 引用12处", "引用12处"),
    ],
)
def test_markup_is_left_out_of_the_reading_text(written: str, read: str) -> None:
    """Emphasis, code, addresses and comments are not read, and no two figures run together."""
    found = article(f"# 题\n\n正文写了3件事。\n\n{written}\n")
    assert found.text.splitlines()[-1] == read
