"""Whether the words say that a mean is of an amount over a number, or only stand near both."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from factcheck.claims.divisors import EACH, PER_AREA, PRICES, days_of, hourly
from factcheck.claims.facts import interval_of, is_average, root
from factcheck.claims.mentions import Mention
from factcheck.model import Dimension
from factcheck.patterns import compiled
from factcheck.records import dataclass

# An amount, a number, and what the mean is multiplied by to be one over the number.
Pair = tuple[Mention, Mention, Fraction]

_OWN_NAME = 2
_AFTER = 3  # 312公里跑了78分钟
# A sum over another stretch of time than the average: 平均客单价86元，开业以来的累计营业额702万元.
_SINCE = compiled("以来|至今|迄今")
# 合每亩1430元, 算下来每公斤25元: that a mean comes to so much is no name of its own.
COMES_TO = compiled(
    "折?合(?!作|同|资|伙)|折?算下来|[均分]?摊(?:下来|到|给)?|相当于|等于|也就是|换算|下来(?=$|每)"
)
_FILLERS = frozenset("平均数量总额量的约为全均每单次个价元")
_DOING = compiled("接待|发送|运送|销售|完成|实现|办理|受理|生产|服务")
_OVER = compiled(r"每一?个?(?:平方公里|平方千米|平方米|千瓦时|[\u4e00-\u9fff]{2}日|[\u4e00-\u9fff])|平均")
# Who came, however it is told: 到馆读者21.0万人次，平均每个开放日接待700人次.
_WITHOUT = compiled("剔除|除去|去掉|扣除|刨去|刨除|不算|不含|除开|[^，]外[，的]?平均")
_TAKEN_OFF = compiled("(?:剔除|除去|去掉|[扣减刨]除|[扣减刨]去|[扣减刨]掉)(?:了|近|约|超)*$")
_BORNE = compiled("^到|[头身手][上里]$|名下$")
_RECEIVING = compiled("接待|上座|到场|观赛|迎来|迎客|迎接|接诊|[入进到来]")
_GUESTS = compiled(
    "读者|球迷|看客|观众|游客|旅客|香客|顾客|客流|宾客|患者|访客|参观|[入进到来][馆园场店寺院访]"
)
_SPENT = compiled(
    "消费|花费|支出|收入|补贴|价|费|额|产|投资|进账|入账|贡献|带来|创收|到手|分得|分到|拿到|领到|头上|花掉|花了|增收|[领拿分摊]$"
)
_MORE = compiled(
    "(?:^|[，,；;、]|后来|随后|之后|此后|其后|已)(?P<how>[加再又补续扩增追])(?![分拆按以])[\u4e00-\u9fff]{0,3}$"
)
_FEWER = compiled("(?:错|坏|退|丢|漏|破|损|空|缺|少|扣|误|碎|烂|死|没)[\u4e00-\u9fff]{0,3}$")
# What a speed is over an hour of.
_WAY = compiled("全长|全程|里程|距离|路程|航程|行程|跑|行驶|走|飞|骑|游|开了")
# One of many prices, none of which is their mean.
_DESIGNED = compiled("(?:设计|最高|最大|限定|瞬时|试验|运营)时?速")  # 设计时速: not how fast one went
DIVIDEND = compiled("派发?|红利|股利|股息|分红")
# Ten times too much is a slip of the pen rather than a third factor.
_SLIPS = (1, 10, 100, 1000)
_EACH_OF = compiled("(?:每|(?<![订接下账清名菜保])单(?![位额子据]))(?:一?个?)[\u4e00-\u9fff]")
_EACH_NOUN = compiled("每一?个?[家座户间所条台艘辆名位](?P<noun>[\u4e00-\u9fff]{2})")
_COST = compiled("成本|进价|进货|工钱|人工费")
_SALE = compiled("收入|营收|销售|售价|卖|毛利|利润|进账")
_PAID_OUT = compiled("支出|开支|费用|缴税|交税|纳税|缴费|交费")
_GUEST = compiled("每[人位名次]|[人次]均|客|单价")
_OF_ALL = compiled("全.|[县市镇村区省州乡里]|[的，、]")
_DAYS = compiled(
    "周末|双休日|节假日|假日|旺季|淡季|高峰|平日|工作日|[雨晴雪]天|夜间|白天|赶集|逢集|生意好|最[多少好忙]"
)
_USUALLY = compiled("平时|平日|往[常日年]|平常|通常|以往|以前|此前|过去|节前|原先|原来")
_SOME = compiled("外地|外来|过夜|入境|境外|一线|住院|留学|农村|城镇|老年|女|男|新增|其中")
# The price of a storey is over what may be built, not over the land.
_BUILT, _BID = compiled("建筑面积|计容"), compiled("竞得|成交|拿下|摘得|摘牌|拍[下出得]|落[锤槌]|总价")
_LAND = compiled("出让|土地|用地|占地|宗地")


@dataclass(frozen=True, slots=True)
class Around:
    """What stands near a mean: all levels, the nearest first, and what among them it may be of or over.

    `others` are those that an amount over a number may give as well.
    """

    close: Sequence[Mention]
    totals: Sequence[Mention]
    counts: Sequence[tuple[Mention, Fraction]]
    others: Sequence[Mention]


def told(mean: Mention, pair: Pair, around: Around, *, first: bool, named: bool) -> bool:
    """Whether the words ask for a mean to be this amount over this number.

    The pair is the `first` choice or not, and the one that the mean itself has `named` or not.
    """
    total, count, _ = pair
    if "楼面价" in mean.lead and _BUILT.search(count.lead) and _BID.search(total.lead + total.right):
        return True
    if hourly(mean):
        named = len(around.totals) == len(around.counts) == 1 and _covered(mean, total)
    elif not named:
        named = first and (_beside(mean, total, count) or (_only(mean, around) and speaks(mean, total)))
    return named and not _unlike(mean, total, count) and not _rather(mean, pair, around)


def _beside(mean: Mention, total: Mention, count: Mention) -> bool:
    """All three stand in one sentence and speak of each other."""
    if not total.sentence == count.sentence == mean.sentence:
        return False
    spoken = speaks(mean, total) or _in_turn(mean, count, total)
    return spoken and (not _SINCE.search(total.lead) or _SINCE.search(mean.lead) is not None)


def _unlike(mean: Mention, total: Mention, count: Mention) -> bool:
    """The amount or the number is by its words of something else."""
    if count.segment > mean.segment and count.sentence == mean.sentence:
        return True  # 日均390.8万人次；去年国庆放7天
    if total.segment != mean.segment and count.segment == mean.segment:
        return True
    if _WITHOUT.search(mean.lead) or _TAKEN_OFF.search(count.left):
        return True  # 剔除最高的三名，其余29人平均约1097万元; 扣去700张工作票，平均每张953元
    if mean.name.mean == "楼面价" and _LAND.search(count.lead):
        return True
    if total.made_by == "respectively" or _kind_of(mean, total, count) or _on_top(total, count):
        return True
    return _across(mean, total) or _of_some(mean, total, count) or _of_other_days(mean, total, count)


def _on_top(total: Mention, count: Mention) -> bool:
    """初版印了5000册，加印三次，每次3000册: what was there before the others were added to it."""
    more = _MORE.search(count.left)
    return more is not None and total.where < count.where and more["how"] not in total.lead


def _of_other_days(mean: Mention, total: Mention, count: Mention) -> bool:
    """一天卖180个，每个赚3.5元，周末一天赚900元: the amount is of days of its own."""
    usual, days = _USUALLY.search(mean.lead), _DAYS.search(total.lead)
    if usual is not None and usual.group() not in total.lead:
        return True  # 周末两天…，平时日均360万元，首日1260万元
    return days is not None and not any(days.group() in m.lead for m in (mean, count))


def _rather(mean: Mention, pair: Pair, around: Around) -> bool:
    """The amount and the number are rather those of another mean, or of more than the two."""
    total, count, per = pair
    if _other_price(mean, total, around.close) or _of_all(mean, total, around.others):
        return True
    if comes_out(mean, total, count, per):
        return False
    if any(_is_off(other, mean, pair) for other in around.close):
        return True
    taken = any(comes_out(other, total, count, per) for other in around.others)
    return taken or _of_more(mean, total, (count, per), around.close)


def _is_off(other: Mention, mean: Mention, pair: Pair) -> bool:
    """50道，每道2分，错了7道，得86分: what is taken off the number before the amount is told."""
    total, count, _ = pair
    between = max(mean.where, count.where) < other.where < total.where
    return between and other.base_unit == count.base_unit and _FEWER.search(other.left) is not None


def _covered(speed: Mention, way: Mention) -> bool:
    """Whether a speed is how fast a way was covered, and not what it was built for."""
    return _WAY.search(way.lead + way.right[:_AFTER]) is not None and _DESIGNED.search(speed.left) is None


def _across(mean: Mention, total: Mention) -> bool:
    """每杯成本6元 is no part of what was taken in, nor a price of what was paid out."""
    if _PAID_OUT.search(mean.left) and not _GUEST.search(mean.left) and _SALE.search(total.lead):
        return True  # 每艘船支出25万元, but what each guest pays is taken in
    sides = [(_COST.search(m.lead) is not None, _SALE.search(m.lead) is not None) for m in (mean, total)]
    return sides in ([(True, False), (False, True)], [(False, True), (True, False)])


def _of_some(mean: Mention, total: Mention, count: Mention) -> bool:
    """带动消费4.36亿元，外地选手1.86万人: those counted are some of them only."""
    some = _SOME.search(count.lead)
    return some is not None and not any(some.group() in m.left for m in (mean, total))


def _kind_of(mean: Mention, total: Mention, count: Mention) -> bool:
    """农场64家…。示范农场收入3072万元，每家农场48万元: the amount is of some of those that were counted."""
    found = _EACH_NOUN.search(mean.left)
    at = total.lead.find(found.group("noun")) if found is not None else -1
    if at <= 0 or count.sentence == total.sentence:
        return False
    kind = total.lead[max(0, at - 2) : at]
    return _OF_ALL.search(kind) is None and kind not in count.lead


def one_of_many(mention: Mention, close: Sequence[Mention]) -> bool:
    """分别完成12.1万辆、8.4万辆、6.5万辆: one of a list of like amounts, which no mean is of alone."""
    if mention.made_by == "respectively":
        return True
    segment, at = mention.where[:3], mention.where[3]
    after = (m for m in close if m.where[:3] == segment and m.where[3] == at + 1)
    return any(m.base_unit == mention.base_unit and m.left.startswith("、") for m in after)


def as_one(one: str, other: str) -> bool:
    """场均30.8人 of 81万人次, 每批二十来件 of 4906件次: visits are counted in people too, loans in things."""
    return one.removesuffix("次") == other.removesuffix("次") if one and other else one == other


def _only(mean: Mention, around: Around) -> bool:
    """The paragraph gives one sum of money (or one number) alone, and one number alone to divide it by."""
    sums = [m for m in around.totals if m.last_year is mean.last_year]
    if len(sums) > 1 and days_of(mean):  # 平均每个开台日24台 can only be of what is done on such days
        sums = [m for m in sums if any(nearly(mean, m, c, per) for c, per in around.counts)]
    numbers = [m for m, _ in around.counts if m.last_year is mean.last_year]
    unit = mean.slot.unit
    counted = mean.base_unit == "元" or (unit is not None and unit.dimension is Dimension.COUNT)
    counted = counted or COMES_TO.search(mean.lead) is not None  # 收了56.7万公斤，摊下来每亩420公斤
    return counted and len(sums) == 1 and len(numbers) == 1


def _other_price(mean: Mention, total: Mention, close: Sequence[Mention]) -> bool:
    """一等奖每人5000元，二等奖3000元，20人合计7万元: another price stands before the amount."""
    between = (m for m in close if mean.where[3] < m.where[3] < total.where[3])
    return is_each(mean) and any(m.base_unit == total.base_unit for m in between)


def _of_all(mean: Mention, total: Mention, others: Sequence[Mention]) -> bool:
    """180亩亩产5000斤，80亩亩产2200斤，加起来107.6万斤: the sum of several products is none of them."""
    like = (m for m in others if m is not mean and m.sentence == total.sentence)
    return total.name.total and any(m.name.mean == mean.name.mean for m in like)


def _of_more(mean: Mention, total: Mention, by: tuple[Mention, Fraction], close: Sequence[Mention]) -> bool:
    """每人每月500元, 12台、每批20吨、一天两批: the amount is a product of more than the two."""
    if len(_EACH_OF.findall(mean.lead)) > 1 or ("每月" in mean.lead and "年" in total.lead):
        return True
    each, amount, number = interval_of(mean), interval_of(total), interval_of(by[0])
    if each is None or amount is None or number is None:
        return False
    made = each.scaled(by[1]) * number
    rest = (interval_of(m) for m in close if m not in (total, by[0]) and m.sentence == mean.sentence)
    more = [one for one in rest if one is not None and one != number and one.middle not in _SLIPS]
    return any(amount.meets(made * one) for one in more)


def _in_turn(mean: Mention, count: Mention, total: Mention) -> bool:
    """每箱68元，售出2500箱，销售额17万元: price, number and amount right after one another."""
    if count.base_unit == "股" and DIVIDEND.search(mean.left) and DIVIDEND.search(total.left):
        return True
    orders = mean.where[3], count.where[3], total.where[3]
    turned = max(orders[0], orders[1]) < orders[2] <= min(orders) + 3
    return turned and ("每" in mean.left or mean.name.mean in PRICES or _is_for_one(mean))


def speaks(mean: Mention, total: Mention) -> bool:
    """The average is of the total: their names share a word, or the average has no name of its own."""
    own = own_name(mean)
    other = root(total).name.indicator
    spent = _SPENT.search(own) and _SPENT.search(other)
    same = mean.base_unit == total.base_unit and mean.sentence == total.sentence
    came = same and _RECEIVING.match(own) and _GUESTS.search(other)
    if total.where[0] != mean.where[0] and _DOING.sub("", own):
        own = _DOING.sub("", own)  # 农家乐每天接待0.68万人 is of no 接待观众6.2万人次 of the paragraph before
    shared = (set(own) & set(other)) - _FILLERS
    return not own.strip("人次数") or bool(spent or came) or len(shared) > int(len(own) > _OWN_NAME)


def own_name(mean: Mention) -> str:
    """What a mean is of by its words: 消费 of 平均每张卡消费, empty for 折算下来每户, 平均到每个人头上."""
    words = _OVER.sub("", root(mean).name.indicator.replace(mean.name.mean, ""))
    return COMES_TO.sub("", _BORNE.sub("", words))


def nearly(mean: Mention, total: Mention, count: Mention, per: Fraction) -> bool:
    """Whether the average is half to twice what the amount over the number gives."""
    number = interval_of(count)
    middle = number.middle if number is not None else None
    return False if not middle else is_about(mean, total, per * middle)


def is_about(mean: Mention, total: Mention, times: Fraction) -> bool:
    """Whether so many times the average is half to twice the amount."""
    each, amount = (one.middle if (one := interval_of(m)) is not None else None for m in (mean, total))
    return bool(each and amount) and Fraction(1, 2) < (amount or 0) / ((each or 1) * times) < Fraction(2)


def comes_out(mean: Mention, total: Mention, count: Mention, per: Fraction) -> bool:
    """Whether the average times the number can be the amount."""
    each, amount, number = interval_of(mean), interval_of(total), interval_of(count)
    return (
        each is not None
        and amount is not None
        and number is not None
        and amount.meets(each.scaled(per) * number)
    )


def is_each(mention: Mention) -> bool:
    """A price or a yield: it is said first and multiplied, an average is said last and divided."""
    if mention.name.mean.startswith("每"):
        return not is_average(mention)
    return _is_for_one(mention) or mention.name.mean in (*PER_AREA, *EACH)


def _is_for_one(mention: Mention) -> bool:
    """6.5元一斤, 一盏240元: so much money for one."""
    return mention.slot.unit is not None and mention.slot.unit.base.startswith("元/")
