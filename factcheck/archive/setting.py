"""What surrounds the claims of one article: its sentences, its dates, the place and house it is of."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from re import Pattern

from factcheck.archive.branches import BRANCH, OF_PARK, in_zone, site_of, whole_of
from factcheck.claims.divisions import called, path_of
from factcheck.claims.subjects import level
from factcheck.model import Article, BlockKind, Claim, PartialDate, Period, Reading, Span
from factcheck.patterns import compiled
from factcheck.text.words import cutter

SPOKEN = frozenset({"province", "city", "county", "town", "village", "body"})
_STOP = compiled(r"[。！？!?\n]")
_LEAD = 160
EDGE = r"(?:^|[，。、：“”《》（）\s,.:\n的在从由据向和与]|本报讯)"
_BODY = compiled(
    r"(?:[\u4e00-\u9fffA-Za-z0-9（）]{2,20}?|(?<![\u4e00-\u9fff])[省市县区])(?:股份有限公司|有限责任公司|有限公司|集团公司|集团|总公司|银行[\u4e00-\u9fff]{2,6}分行|"
    r"分行|农商行|农商银行|银行|大学|学院|医院|研究院|博物馆|图书馆|科技馆|美术馆|文化馆|档案馆|纪念馆|展览馆|动物园|植物园|剧[院场]|戏院|书院|机场|法院|保护区|"
    r"中学|小学|第?[一二三四五六七八九十]{1,2}[中小院](?=校|的|学生|老师|，|。|高[中考一二三]|初[中一二三]|去|今|昨|将|是|在|举|夜|日|门|开)|航空公司|俱乐部|(?:股份|控股)(?=[，：（(\d今昨日本上前公发披实全第]))(?!生(?!物)|城|日(?=[，。、“”\n的]|是|当天))"
    f"(?:{BRANCH})?"
)
_HOUSE = compiled(  # looked for where no body of the first list is named
    r"(?:^|[，。、：“”《》（）\s,.:])(?P<name>[\u4e00-\u9fffA-Za-z]{2,16}?(?:"
    r"[伞酒茶药纸乳牧矿实木鞋糖米面粮油盐电锅针]业|(?:食品|生鲜|家居|服饰|机械|陶瓷|玩具|水产|超市|百货|酒店|饭店|书店|书局|酱园)(?!产业|工业|行业|企业|加工|安全)|[\u4e00-\u9fff]厂(?![房区])|"
    r"[东西南北汽]站|火车站|客运站|水电站|牧场|农场|林场|茶场|渔场|园艺场|合作社|幼儿园|游乐园|乐园|湿地公园|森林公园|公园|景区|"
    r"(?:动力|科技|光能|重工|电子|生物|智能|新材|材料|能源|电气|电器|集成|通信|软件|传媒|医药|制药|物流|建工|交投|城投|文旅|啤酒|乳品|车业|药房|大药房|[堂斋坊号记])"
    r"(?=[去今]年|昨[天日]|今[天日]|20\d\d|发布|公布|披露|宣布|全年|名列|位列|位居|以|成立|注册|创[办立]|实现|交出|股份|集团|拥有|现有|有限)|"
    r"海洋世界|欢乐世界|卫生院|敬老院|养老院|福利院|体育馆|剧团|工坊|球队|女足|男足|男篮|女篮|天文台|水族馆|海洋馆|滑雪场|影城|出版社|电视台))"
)
_PARK = compiled(
    rf"(?![和与向]){EDGE}(?P<name>[\u4e00-\u9fff]{{3,10}}?(?:物流|产业|工业|科技|软件|创业|文创)园(?:{OF_PARK})?)"
    "(?![区的]?[、和与]|的?(?:隔|对面|附近|周边|旁|之[后外前]))"
)
_PLACED = compiled(r"[\u4e00-\u9fff]{2,3}[市县区镇乡](?=.{4})")
_NO_HOUSE = compiled("[届共各全多等]|[新改扩]建|建设|建成|计划|打造|[一两三四五六七八九十几]个")
SCHOOLS = ("大学", "学院", "中学", "小学", "学校")
_OMITTED = compiled("第(?=[一二三四五六七八九十])|[省市州县区镇乡](?=.{3})")
_SHORTEST = 4
_NO_PLACES = frozenset({"t", "m", "mq", "p", "s", "v", "vn", "d", "r", "q", "c"})  # kinds of words
STEMS = frozenset({"nr", "ns", "nz", "nrt", "nrfg", "x"})
_NO_STEMS = frozenset(
    {"经开", "自贸", "综保", "新城", "城关", "城北", "城东", "城南", "城西", "郊", "主城", "中心城"}
)
_NAMED = frozenset({"nr", "ns", "nz", "nt", "x", "nrt", "nrfg"})
_ZONE = compiled(
    EDGE + r"(?P<zone>[\u4e00-\u9fff]{2,4}?"
    r"(?:高新区|经开区|高新技术产业开发区|经济技术开发区|开发区|新区|自贸区|保税区|综保区))"
)
_KIND_ALONE = compiled("(?:股份|有限|责任|集团|公司)+")
_LED_TO = compiled("^(?:走进|走访|来到|探访|记者)")
_TOWNS = "(?:村|镇|乡|社区|街道)"
_SMALL = compiled(
    rf"(?:{EDGE}|[市县区])" + rf"(?P<place>[\u4e00-\u9fff]{{2,3}}?{_TOWNS})(?![民庄里内外委级上局部厅])"
)
_KIND = compiled(f"{_TOWNS}$")
_ANY_TOWN = frozenset("全各本我该每这那今年个两多来到去在有和")  # 今年全镇, 每个村
_WIDER = compiled("[全我][省市县区州]")  # 记者在望山镇看到…全市: the town is only where he stood
_COMMON = frozenset({"行政村", "自然村", "示范村", "美丽乡村", "中心村", "城中村", "特色小镇", "和美乡村"})
_NOT_IN_NAMES = frozenset("的最是有了各这那")
_COUNTRYSIDE = ("农村", "乡村")  # 沧屿农村商业银行
_COMMON_BODY = compiled(  # 乡镇中学, 云岭县小学 and 云岭县公共图书馆 are kinds of houses
    "(?:乡镇|农村|公办|民办|普通|重点|[省市县区]级|社区|附近|当地|多家|三甲|寄宿制|完全|综合|专科|国有|城区|[一二三]级|[甲乙]等)"
    "|.*[省市县区镇乡][中小]学$|.*(?:公共图书馆|公[立办]医院)$"
)
_NO_NAME = compiled(
    r"\d|[中大]小学$|^[两一二三四五六七八九十几][所家座个]|^(?:其中|其余|其他|本[周月报届地]|全[国省市县区])"
)
_NO_NAMES = frozenset({"v", "r", "d", "p"})
_DEEDS = frozenset("进到在去来往向对从被把将让使")  # 进深海牧场
_FIRMS = ("公司", "集团", "银行", "股份", "分行")  # 出版传媒集团, 开发银行
_HOLDING = compiled("[持购增减转售押赎]|发行|解禁")  # 回购股份, 转让股份 are no names
_BEFORE_NAME = compiled(
    r".*(?:[的据从由在被将给是于称悉]|记者|获悉|走[进访]|来到|探访|位于|日前|近日|今年|去年|昨日|今日|季度|半年|月[份底末]?|昨天|今天|\d[日年月])"
)
_SORT = compiled("^(?:[省市州县区]属)?(?:国企|央企|民企|外企|上市公司|龙头企业|老字号|国有企业)(?=.{4})")
_BEFORE_PARTNER = compiled(r".*[对向与和及把让为到](?=.{4})")  # 永和酒厂 keeps its 和


@dataclass(frozen=True, slots=True)
class Home:
    """Who an article speaks of when it says 全市 or 公司, or nothing.

    Attributes:
        path: the place, as a path of divisions; empty when unknown.
        level: the level of that place (`city`, `county`, …).
        body: the one organisation its headline or opening names; empty when none or several.
        small: the one town or village they name, when the place is a larger one.
        site: the one part of the body that they speak of: 东院区.
    """

    path: str = ""
    level: str = ""
    body: str = ""
    small: str = ""
    site: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Setting:
    """One article prepared for questions about its claims.

    Attributes:
        stops: where its sentences end.
        titles: the stretches of its headlines.
        year: the year it speaks from, where it does not say (None: relative dates stay unknown).
        undated: claims without any time are wanted too.
        spoken: the one level or `body` that its claims name without a name (全市, 公司); empty when several.
    """

    reading: Reading
    home: Home
    stops: tuple[int, ...]
    titles: tuple[Span, ...]
    year: int | None = None
    undated: bool = False
    spoken: str = ""

    @property
    def article(self) -> Article:
        """The article."""
        return self.reading.article

    @property
    def published(self) -> PartialDate | None:
        """When it speaks, as far as known."""
        if self.article.published is None and self.year is not None:
            return PartialDate(self.year)
        return self.article.published

    def sentence(self, claim: Claim) -> Span:
        """The sentence that `claim` stands in."""
        start = claim.span.start
        at = bisect_right(self.stops, start)
        end = self.stops[at] if at < len(self.stops) else len(self.article.text)
        return Span(self.begin(start), end)

    def begin(self, position: int) -> int:
        """Where the sentence begins that holds `position`."""
        at = bisect_right(self.stops, position)
        return self.stops[at - 1] + 1 if at else 0

    def words(self, claim: Claim) -> str:
        """The words of that sentence."""
        return self.sentence(claim).of(self.article.text)

    def paragraph(self, claim: Claim) -> int:
        """Where the paragraph of `claim` begins."""
        return self.article.text.rfind("\n", 0, claim.span.start) + 1

    def periods(self, start: int, end: int) -> list[Period]:
        """The dates that are named between two positions, in order."""
        return [period for period in self.reading.periods if start <= period.span.start < end]


def setting(reading: Reading, year: int | None = None, place: Home | None = None) -> Setting:
    """`reading` prepared; `year` is assumed for an article that does not say when it speaks.

    `place` is where it is of, when others have told; else it is what the article tells alone.
    """
    article = reading.article
    stops = tuple(found.start() for found in _STOP.finditer(article.text))
    titles = tuple(block.span for block in article.blocks if block.kind is BlockKind.TITLE)
    spoken = {claim.whose for claim in reading.claims} & SPOKEN
    level_spoken = spoken.pop() if len(spoken) == 1 else ""
    return Setting(reading, place or home(article), stops, titles, year, spoken=level_spoken)


def home(article: Article) -> Home:
    """The place and the organisation `article` is of."""
    opening = opening_of(article)
    path = path_of(article.place_name) if _is_place(article.place_name) else _zone(opening)
    path = path or _small(article.title) or (_small(opening) if _WIDER.search(article.text) is None else "")
    lead = opening[: len(article.title) + 1 + _first_paragraph(article)]
    bodies = {name for name in map(trimmed, _BODY.findall(lead)) if name and not _KIND_ALONE.fullmatch(name)}
    full = _in_full({name for name in bodies if whole_of(name) not in bodies})
    part = "" if full else _zone(opening, part=True)
    parks = lead if "园区" in article.text else article.title
    house = "" if full or part else _house(lead, path) or _house(parks, path, _PARK)
    body = full.pop() if len(full) == 1 else part or house
    found = level(path.rpartition("/")[2])
    small = "" if found in ("town", "village", "") else _small(article.title) or _small(opening)
    return Home(path, found, body, small, site_of(lead, body))


def opening_of(article: Article) -> str:
    """The headline of an article and how its text begins, which tell what it is of."""
    return article.title + "\n" + article.text[:_LEAD]


def _first_paragraph(article: Article) -> int:
    """Where the first paragraph ends: the house of a later one is not what the article is of."""
    ends = (block.span.end for block in article.blocks if block.kind is BlockKind.PARAGRAPH)
    return next(ends, _LEAD)


def _is_place(name: str) -> bool:
    """Whether a name that ends like a place can be one: 今年市 of 今年市财政 is none."""
    words = cutter().cut(name[:-1])
    return len(words) > 1 or (bool(name) and words[0][1] not in _NO_PLACES)


def cut_short(short: str, full: str) -> bool:
    """Whether one name is the other with words left out: 白榆法院 of 白榆区人民法院.

    What a school teaches is no such word: 沐河职业学院 and 沐河工业职业学院 are two.
    """
    if len(short) >= len(full) or short[-2:] != full[-2:]:
        return False
    if short.endswith(SCHOOLS):
        short, full = _OMITTED.sub("", short), _OMITTED.sub("", full)
        return full.endswith(short)
    letters = iter(full)
    return all(one in letters for one in short)


def _house(opening: str, path: str, kinds: Pattern[str] = _HOUSE) -> str:
    """The one house an opening names, of kinds that are too common to look for first."""
    found = {_of_own(name, path) for name in map(trimmed, kinds.findall(opening)) if name}
    found = _in_full(found - {""})
    return found.pop() if len(found) == 1 else ""


def _in_full(names: set[str]) -> set[str]:
    """The names without those that are others cut short: 东滩合作社 where 东滩渔业合作社 is named too."""
    return {name for name in names if not any(name != other and cut_short(name, other) for other in names)}


def _of_own(name: str, path: str) -> str:
    """A name without the place in front; empty when it is made of common words alone: 奶牛牧场."""
    for place in called(path) if path else ():
        name = name.removeprefix(place)
    placed = _PLACED.match(name)
    name = name[placed.end() :] if placed else name
    words = cutter().cut(name)[:-1]
    if _NO_HOUSE.search(name) or len(name) < _SHORTEST or name[0] in _DEEDS:
        return ""
    return name if any(len(word) == 1 or tag in _NAMED for word, tag in words) else ""


def _is_name(name: str) -> bool:
    """Whether no part of a sentence is left in a name: 15所中小学, 考入农学院, 3号线连接机场 are none."""
    if _NO_NAME.search(name) is not None:
        return False
    words = cutter().cut(name)[:-1]
    return name.endswith(_FIRMS) or not any(len(word) > 1 and tag in _NO_NAMES for word, tag in words)


def _zone(opening: str, *, part: bool = False) -> str:
    """The one development zone an opening names, or the `part` of it; empty when none or several."""
    zones = {_LED_TO.sub("", zone) for zone in _ZONE.findall(opening)}
    zone = zones.pop() if len(zones) == 1 else ""
    return in_zone(opening, zone) if part and zone else path_of(zone) if zone else ""


def _small(words: str) -> str:
    """The one village or town that a headline or an opening names; empty when none or several."""
    places = {name for name in _SMALL.findall(words) if _ANY_TOWN.isdisjoint(name) and name not in _COMMON}
    places = {name for name in places if _is_town(name) and not name.endswith(_COUNTRYSIDE)}
    return path_of(places.pop()) if len(places) == 1 else ""


def _is_town(name: str) -> bool:
    """Whether what stands before 村 or 社区 can be its name: 开通社区 of 开通社区公交 is none."""
    words = cutter().cut(_KIND.sub("", name))
    return len(words) > 1 or words[0][1] not in _NO_PLACES


def names_of(home: Home) -> tuple[str, ...]:
    """What the home is called by name: 章水县, 章水."""
    if not home.path:
        return ()
    names = called(home.path)
    stem = names[-1][:-1]
    short = names[-1][-1] in "市州县区镇乡旗" and len(stem) > 1 and stem not in _NO_STEMS
    words = cutter().cut(stem) if short else ()
    return (*names, stem) if words and (len(words) > 1 or words[0][1] in STEMS) else names


def trimmed(name: str) -> str:
    """A name without the words that lead up to it; empty when too little is left."""
    name = name[name.rfind("）") + 1 :] if "（" not in name else name  # 记者 温禾）宏泽精工
    found = _BEFORE_NAME.match(name)
    short = _SORT.sub("", name[found.end() :] if found else name)
    led = _BEFORE_PARTNER.match(short)
    short = short[led.end() :] if led else short
    if short.endswith("股份") and _HOLDING.search(short):
        return ""
    if _COMMON_BODY.match(short) or not _is_name(short):
        return ""
    return short if len(short) >= _SHORTEST and not _NOT_IN_NAMES & set(short.replace("有限", "")) else ""
