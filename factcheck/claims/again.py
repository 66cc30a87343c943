"""Figures that say another once more: 这一数字为3915件, 即50个基点, 接近300件."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from factcheck.claims.context import Context
from factcheck.claims.facts import agree, interval_of
from factcheck.claims.members import LASTED
from factcheck.claims.mentions import Mention, Role
from factcheck.claims.shifts import year_before
from factcheck.claims.skeleton import PERIOD
from factcheck.interval import Interval
from factcheck.patterns import compiled
from factcheck.periods import is_key

# The roles a bare bounded figure can take over, and the words that may stand before it.
_BOUNDED = (Role.LEVEL, Role.SHARE)
_BARE = compiled(
    "[，,、 ]*(?:数量|总数|总量|总额|总人数|规模)?"
    "(?:也|已经?|还|仍|更|均|都|再次?|再度|首次|首度|历史性地?|历史上(?:首次|第一次)?|第[一二三四五]次|头一[回次]|一举|成功|正式|顺利"
    "|率先|又|从而|终于|提前|勉强|刚刚?|远|略|稍|依然|始终|一直|同样|双双)*"
)
# Names that only say that something is counted: 87436只，数量首次突破8万只.
AMOUNTS = ("数量", "总数", "总量", "总额", "总人数", "规模")
# 日发货量首次突破, 单日客流首次超过: of the day just told. 建馆以来头一回突破: as never before.
_OF_ITS_TIME = compiled(
    "[，,]?(?:单|首)?(?P<time>[日月])(?!均|[^，]{0,3}(?:订|[进出]口|预|报名|申请|浏览|点击|搜索|线上|换乘|[最高]峰|最|累计))"
    "[\u4e00-\u9fff]{1,5}?(?=首次|首度|历史|第一次|头一[回次]|一举)"
)
_EVER_SINCE = compiled(
    f"[，,]?(?:[\u4e00-\u9fff]{{0,5}}{PERIOD}|(?:[春夏秋冬][季天]|入[春夏秋冬]以来|年内)(?:里头?|中|内)?)(?=首次|首度|第一次|头一[回次])"
)
# What a round number is called that has been passed: 首次突破10万份大关, 一举跨过200万元门槛.
_MARKS = compiled("(?:大关|关口|门槛|台阶|整数关)$")
_PASSED = compiled("首次|首度|一举|历史|第一次|头一[回次]")
_FROM = compiled("[自从由]")
_EACH = compiled("均|都|双双|全")
# 远超8年的设计寿命, 越过6万元起征点 is of something else; 超过100%再正常不过, 超过60分才算合格: what may be,
# and not what was.
_REMARKED = compiled(
    "的|[起免]付线|起征点|免征额|门槛[^，。；]|限额|限值|标准|上限|下限|红线|底线|警戒|阈值|封顶线|及格线|分数线|荣枯线"
    "|[时者]|(?:再|很|都|也|并|十分|非常|完全|实属|纯属|属于?|是|算)*(?:不|没什么|没啥|毫不|不太)?(?:足为|值得|用)?"
    "(?:正常|常见|自然|奇|怪|意外|普遍|合理|难理解|稀罕|新鲜|大惊小怪|在所难免|情理之中|不成问题)"
    "|(?:才|就|便|即|方|均|都|则)(?:算|可|能|要|须|应|会|是|需|属|为|得|视|按|不|有)"
)
_REPEATED = (Role.LEVEL, Role.DIFFERENCE)
_THAT_IS = compiled("[，,、 ]*(?:即|也就是|也即|亦即|折?合|约合|换算(?:成|为)|相当于)(?:为|约|是)*")
_POINTING = compiled(
    "(?:这一?|该|此|上述)个?(?:数字|数据|指标|数值|数目|比例|比率|比重|占比|金额|成绩|纪录)"
    "(?:已经?|则|就|便|更|还)?(?:只有|仅有|仅为|不过|是|为|达到?|变为|[\u4e00-\u9fff]{1,3}?[到至成了])?了?$"
)
_SIZES = ("万", "亿")
_COPULAS = (
    "",
    "为",
    "是",
    "达",
    "达到",
    "有",
    "则为",
    "则是",
    "仅",
    "只有",
    "增至",
    "升至",
    "降至",
    "减至",
    "增到",
    "升到",
    "降到",
    "减到",
)
_EACH_OF = compiled("每[\u4e00-\u9fff]{0,3}$|单[\u4e00-\u9fff]{1,2}$")
_COMES = compiled("(?:合|合计|共|总共|折合|相当于)(?:为|是|约)?$")
_AGAINST = compiled("(?:的[^，。；]{1,6})?(?:相比|比较|相较)")  # 与5.9万元的年内低点相比
_WITH = ("与", "和", "同", "跟", "较")
_BACK_THEN = compiled("当年|那[年时]|当时|彼时")  # 比2020年提高4.8个百分点。当年这一数字为86.5%
_NEAR, _PAIR = 6, 2
_PLACES = frozenset(10**places for places in range(1, 9))
_TIMES, _WIDE = 3, 1000  # 按每袋200毫升折算，合14512升: no slip is so wide


def pointed(context: Context, mention: Mention) -> Mention | None:
    """今年，这一数字为3915件: the level that words point back at, in the unit of the figure."""
    if _POINTING.search(mention.left) is None:
        return None
    near = (m for m in reversed(context.mentions[-_NEAR:]) if m.where[0] >= mention.where[0] - 1)
    named = (m for m in near if m.role is Role.LEVEL and m.name.indicator and not m.aside)
    found = next((m for m in named if of_one_unit(m, mention)), None)
    if found is not None and _BACK_THEN.search(mention.lead):
        mention.period, mention.period_said = ("before", mention.nameless), True
    elif found is not None and is_key(found.period) and mention.period == year_before(found.period):
        mention.period_said = mention.last_year = True  # 去年同期，这一数字为61.3亿千瓦时
    return found


def of_one_unit(topic: Mention, mention: Mention) -> bool:
    """Whether two figures are in like units; a bare number goes on from a bare number."""
    one, two = topic.slot.unit, mention.slot.unit
    if one is not None and two is not None:
        return one.base == two.base
    return (one is None and two is None) or topic.base_unit == mention.base_unit


_NO_VERB = ("占比", "对比", "可比", "同比", "环比", "之比", "相比", "别比")
_PASSES = ("越过", "跨过", "迈过", "跨越")


def is_bare(mention: Mention) -> bool:
    """比72元的甲款, 小王比28岁的姐姐: another one, whose name stands behind it."""
    left = mention.left.strip("，, ")
    named = left.endswith("比") and not left.endswith(_NO_VERB) and mention.right.startswith("的")
    return left == "比" or named


def said_again(context: Context, mention: Mention) -> Mention | None:
    """The mention that a bare figure says once more."""
    return _that_is(context, mention) or _bounds_again(context, mention)


# 36.5公斤。…主持人赶紧换算成73斤
_CONVERTED = compiled("(?:换算|折算|折合|折)(?:成|为|下来|过来)?(?:[市公]制)?(?:就是|就有|是|有|约)?$")


def _that_is(context: Context, mention: Mention) -> Mention | None:
    """0.5个百分点，即50个基点; 120亩，合8公顷: what a bare figure says again in another unit."""
    before = context.previous
    if before is None or before.aside:
        return None
    converted = _CONVERTED.search(mention.left) is not None and before.sentence[0] == mention.sentence[0]
    beside = before.sentence == mention.sentence and not mention.name.indicator
    if not converted and not (beside and _THAT_IS.fullmatch(mention.left)):
        return None
    units = before.slot.unit, mention.slot.unit
    shifted = _shifted(before, mention)
    other = None not in units and (units[0] != units[1] or shifted) and before.base_unit == mention.base_unit
    again = before.role in _REPEATED and before.where[3] + 1 == mention.where[3]
    sized = shifted or _of_one_size(before, mention, _WIDE)
    alone = not mention.right.startswith(("/", "每")) and sized
    if not (other and again and alone):
        return None
    mention.name = mention.name.called("")
    return before


def _bounds_again(context: Context, mention: Mention) -> Mention | None:
    """人均结案312件，接近300件: a bare bounded figure says the one before it once more."""
    figure = mention.slot.figure
    if figure is None or not figure.hedge or (before := _spoken_of(context)) is None:
        return None
    left, named = _without_time(mention, before)
    if mention.period_said and left == mention.left:
        return None
    if named not in AMOUNTS and not _BARE.fullmatch(_MARKS.sub("", named)):
        return None
    near = before.sentence == mention.sentence and before.role in _BOUNDED and not before.aside
    apart = mention.where[2] - before.where[2] - (before is not context.previous)
    far = 1 + (_PASSED.search(mention.left) is not None)  # 创历史新高，首次突破2200万人次
    near = near and apart <= far  # 共5130元；佣金：约6650元
    near = near and _of_one_size(before, mention) and before.base_unit == mention.base_unit
    if before.where[:3] == mention.where[:3] and _FROM.search(before.left):
        return None  # 自3397点一举越过3400点
    other = _REMARKED.match(mention.right) is not None
    others = mention.right[:_PAIR], before.right[:_PAIR]  # 2.4万人死亡，2.1万多人受伤
    other = other or (all(others) and others[0] != others[1])
    if not near or other or not _BARE.fullmatch(left):
        return None
    mention.name = mention.name.called("")
    if left != mention.left:
        mention.period, mention.period_said = before.period, before.period_said
    if _EACH.search(mention.left) or figure.hedge.startswith(_PASSES):
        _opened(mention)
    return before


def _without_time(mention: Mention, before: Mention) -> tuple[str, str]:
    """The words before a bounded figure and its name, without those that only say of what time it is.

    发出包裹38.6万件，日发货量首次突破40万件: the day's, after a figure of a day; 建库以来头一回突破10亿.
    """
    left, named = mention.left, mention.name.indicator
    if (since := _EVER_SINCE.match(left)) is not None:
        return left[since.end() :], ""
    found = _OF_ITS_TIME.match(left)
    if found is None or not is_key(before.period) or before.period[2] is None or before.period[1] is None:
        return left, named
    first, last = before.period[1], before.period[2]
    alike = {"日": first == last, "月": first[:2] == last[:2] and first != last}[found["time"]]
    return (left[found.end() :], "") if alike else (left, named)


def _opened(mention: Mention) -> None:
    """4.7万吨和6.2万吨，均超过4万吨: what is said of several bounds each from one side only."""
    said = interval_of(mention)
    if said is not None and said.bottom is not None and said.low_open:
        mention.values[mention.sign] = Interval.between(said.bottom, None, low_open=True)


def restate(mention: Mention, said: Mention) -> None:
    """Let a mention say once more what `said` does."""
    mention.sign, mention.before, mention.base = said.sign, said.before, said.base
    if said.last_year and not mention.period_said:
        mention.period, mention.last_year = said.period, True  # 去年为9.4亿元，首次突破10亿元
    shared = said.role is Role.SHARE
    mention.role, mention.made_by = said.role, "restated"
    mention.topic, mention.whole = (said.topic, said.whole) if shared else (said, mention.whole)
    mention.name, mention.prior = (said.name, said) if shared else (mention.name, mention.prior)


def _spoken_of(context: Context) -> Mention | None:
    """The mention before, 连续三年 and its change (同比增长32%) left out."""
    before = context.previous
    if before is None or len(context.mentions) < _PAIR:
        return before
    other = context.mentions[-_PAIR]
    changed = before.role in (Role.GROWTH, Role.DIFFERENCE) and before.topic is other
    return other if changed or before.name.indicator in LASTED else before


def _of_one_size(one: Mention, two: Mention, times: int = _TIMES) -> bool:
    """Whether one figure is less than so many times the other, so that it may say it once more."""
    left, right = _size(interval_of(one)), _size(interval_of(two))
    return bool(left and right) and max(left, right) < times * min(left, right)


def _size(said: Interval | None) -> Fraction:
    """About how large a figure is, by the mark where one was passed; 0 where it is not known."""
    size = None if said is None else said.middle or (said.bottom if said.low_open else None)
    return abs(size or Fraction(0))


def _shifted(one: Mention, two: Mention) -> bool:
    """530.6万吨，即53.06万公斤: the digits are the same, only the point is not where it should be."""
    left, right = interval_of(one), interval_of(two)
    if left is None or right is None or not left.middle or not right.middle:
        return False
    many = left.middle / right.middle
    return max(many, 1 / many) in _PLACES


def stands_against(mention: Mention) -> bool:
    """与去年创下的1297万千瓦相比: what the next clause is compared with."""
    return _AGAINST.match(mention.right) is not None and mention.left.lstrip("，").startswith(_WITH)


def lend_unit(mention: Mention, topic: Mention | None) -> None:
    """去年15.6万人次，今年20.28万: the unit that is left out is that of the figure just said."""
    if mention.slot.unit is not None or topic is None or topic.sentence != mention.sentence:
        return
    size = mention.slot.printed[-1:]
    bare = size in _SIZES and not mention.right and mention.left.replace(PERIOD, "").strip("，") in _COPULAS
    if bare and size in topic.slot.printed and topic.slot.unit is not None and topic.role is Role.LEVEL:
        mention.slot = replace(mention.slot, unit=topic.slot.unit)


def of_each(said: Mention, mention: Mention) -> bool:
    """52块光伏板，每块550瓦，合28.6千瓦: what they all come to, and not what each is in another unit."""
    each = _EACH_OF.search(said.left) is not None and not _EACH_OF.search(mention.left)
    return each and _COMES.search(mention.left) is not None and not agree(said, mention)
