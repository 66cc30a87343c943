"""The five source documents come apart into their fifteen articles, each whole and in order."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from factcheck import readers
from factcheck.articles import articles
from factcheck.articles.punctuation import widened
from factcheck.model import Article, BlockKind, Span

_SEEDS = Path(__file__).parent.parent / "seeds"
_EXPECTED = (
    # file, title, first words of the body, last words, characters of the body, date, place
    (
        "000",
        "深化合作 互利共赢 中央企业与重庆携手启新程",
        "担保公司为客户提供担保前",
        "协作共赢的新路子！",
        3434,
        "2025-01-09",
        "重庆市",
    ),
    (
        "001",
        "重庆与央企携手合作落实成渝地区",
        "3 月 14 日，重庆与央企",
        "负责同志参加会议。",
        2488,
        "2023-03-15",
        "重庆市",
    ),
    (
        "002",
        "加快形成新质生产力 南岸去年智能终端产业实现产值399.9亿元",
        "“我们自主研发的",
        "应用示范项目。",
        1174,
        "2024-02-01",
        "",
    ),
    (
        "002",
        "聚焦“招、落、建、投”铜梁去年建成投用70个重点项目",
        "不久前，德国克诺尔",
        "17.6%、17.1%、7.9%。",
        1791,
        "2024-02-01",
        "",
    ),
    (
        "002",
        "中国银行重庆市分行 做深科技金融大文章",
        "金融支持重庆科技创新",
        "金融支撑。",
        2224,
        "2024-02-01",
        "重庆市",
    ),
    (
        "003",
        "持续增强产业引领和科技创新功能",
        "7月15日，重庆主城都市区",
        "科技企业。",
        2933,
        "2022-07-15",
        "重庆市",
    ),
    (
        "003",
        "科学城打造“科学政务帮2.0”项目招引落户",
        "本报讯（首席记者 张亦筑",
        "满意率达100%。",
        1033,
        "2022-07-15",
        "重庆市",
    ),
    (
        "003",
        "川渝33个区县公积金管理机构结对合作",
        "本报讯（记者 彭瑜",
        "公积金信息共享平",
        305,
        "2022-07-15",
        "重庆市",
    ),
    (
        "003",
        "三届西洽会让西部加速与世界相连",
        "7月21日，第四届",
        "金额达389.55亿元。",
        1450,
        "2022-07-15",
        "重庆市",
    ),
    (
        "004",
        "三方签约推动市属国企能源矿业领域协同发展",
        "本报讯 （新重庆-重庆日报记者 佘振芳）",
        "提供坚实支撑。",
        586,
        "2025-09-23",
        "重庆市",
    ),
    (
        "004",
        "重庆国际铁路港综合保税区通过正式验收",
        "本报讯 （新重庆-重庆日报首席记者",
        "提供坚实基础。",
        529,
        "2025-09-23",
        "重庆市",
    ),
    (
        "004",
        "重庆10个项目上榜2025川渝不夜地标",
        "本报讯 （新重庆-重庆日报记者 周盈）",
        "20个项目上榜。",
        356,
        "2025-09-23",
        "重庆市",
    ),
    (
        "004",
        "重庆工业经济总量突破3万亿元 制造业高质量发展",
        "9 月 23 日，市政府新闻办",
        "金名片成色。",
        1867,
        "2025-09-23",
        "重庆市",
    ),
    (
        "004",
        "江津区拓宽民意沟通新渠道—— 代表进校园 履职上“云端”",
        "近日，江津第五中学校",
        "平台转交等工作。",
        1384,
        "2025-09-23",
        "",
    ),
    (
        "004",
        "重庆成立“四企”联动协同发展联盟",
        "本报讯 （新重庆-重庆日报记者 佘振芳）",
        "方面的重点工作。",
        396,
        "2025-09-23",
        "重庆市",
    ),
)


@cache
def seeds() -> dict[str, tuple[Article, ...]]:
    """The articles of each file, by the number it begins with."""
    return {path.name[:3]: articles(readers.read(path)) for path in sorted(_SEEDS.glob("*.txt"))}


def body(article: Article) -> list[str]:
    """The paragraphs of an article."""
    return [block.span.of(article.text) for block in article.blocks if block.kind is BlockKind.PARAGRAPH]


def named(article: Article, kind: BlockKind) -> list[str]:
    """The words of all blocks of one kind."""
    return [block.span.of(article.text) for block in article.blocks if block.kind is kind]


def test_there_are_fifteen() -> None:
    """No article is missing, none is invented."""
    assert {number: len(found) for number, found in seeds().items()} == {
        "000": 1,
        "001": 1,
        "002": 3,
        "003": 4,
        "004": 6,
    }


@pytest.mark.parametrize(("number", "title", "first", "last", "length", "date", "place"), _EXPECTED)
def test_each_is_whole(
    number: str, title: str, first: str, last: str, length: int, date: str, place: str
) -> None:
    """Title, first and last words, length of the body, date and place are as printed."""
    (article,) = [one for one in seeds()[number] if one.title.startswith(title)]
    paragraphs = body(article)
    assert paragraphs[0].startswith(first)
    assert paragraphs[-1].endswith(last)
    assert sum(map(len, paragraphs)) == length
    assert str(article.published) == date
    assert not place or article.place_name == place


def test_every_position_leads_back_to_the_same_words() -> None:
    """Each run of every reading text is that of the document but for half-width stops, each at its place."""
    for found in seeds().values():
        for article in found:
            for piece in article.pieces:
                words = piece.source.of(article.document.text)
                assert article.text[piece.start : piece.start + len(words)] == widened(words)
            digits = [match.span() for match in re.finditer(r"\d+", article.text)]
            for start, end in digits:
                place = article.place(Span(start, end))
                assert re.sub(r"\s", "", place.text) == article.text[start:end]


@pytest.mark.parametrize(
    ("number", "written"),
    [
        ("004", "3方面、12个细分领域"),
        ("004", "围网面积0.676平方公里"),
        ("004", "由2020年的32%提高至39.9%，居于全国前列"),
        ("004", "全市新能源汽车产量突破95.3万辆，是2020年的 22.2倍"),
        ("004", "国家地方共建制造业创新中心1家、国家级企业技术中心51家"),
        ("004", "优于全国平均水平2.1个百分点"),
        ("004", "热水供应延长至23时"),
        ("004", "10名市、区、镇人大代表入驻"),
        ("002", "该行作为“中国银行科技金融试点授信业务”承办行"),
        ("003", "2021年主城都市区完成规模以上工业产值2.4万亿元"),
        ("003", "让很多企业家有投资重庆的热情"),
        ("003", "“共投共建”“相向协作”“共同争取”三类项目合作"),
    ],
)
def test_what_a_line_or_a_column_broke_is_read_whole(number: str, written: str) -> None:
    """Figures and words across line ends, column ends and headlines stand in one run of text."""
    assert any(written in article.text for article in seeds()[number])


def test_sections_of_the_round_table_are_in_the_order_of_speaking() -> None:
    """The part printed last begins the talk: its open end leads to the part printed first."""
    (article,) = [one for one in seeds()["003"] if one.title.startswith("持续增强")]
    order = [
        article.text.index(words)
        for words in ("核心提示", "重报圆桌会", "“双核”联动", "“新赛道”，构筑", "“关键变量”成为")
    ]
    assert order == sorted(order)


def test_banners_captions_and_credits_are_told_from_the_body() -> None:
    """What is no text of an article has its own kind."""
    banners = [words for found in seeds().values() for one in found for words in named(one, BlockKind.BANNER)]
    assert {
        "奋力谱写中国式现代化重庆新篇章",
        "奋进新征程 建功新时代",
        "高质量完成“十四五”规划系列发布会",
    } <= set(banners)
    assert "中行重庆市分行高质量服务实体经济系列报道②" in banners
    captions = [
        words for found in seeds().values() for one in found for words in named(one, BlockKind.CAPTION)
    ]
    for begun in (
        "施工中的渝遂复线",
        "7月14日，位于两江新区",
        "“科学政务帮”队伍为企业",
        "9月22日，治理后的马喇河",
        "近年来，黔江区",
    ):
        assert any(words.startswith(begun) for words in captions), begun


def test_the_list_in_the_box_goes_to_the_article_that_counts_it() -> None:
    """The ten names at the end of the page are items of the article that speaks of ten projects."""
    (article,) = [one for one in seeds()["004"] if "不夜地标" in one.title]
    items = named(article, BlockKind.ITEM)
    assert len(items) == 10
    assert (items[0], items[-1]) == ("山城巷传统风貌区", "南川东街")
