"""Changes told right behind two levels, of then and of now: 还是20.4万人次，如今升到23.8万人次，涨了16.7%.

A change that names nothing of its own is of the two levels told right before it, whatever these are called,
where the words around them say which was first: 过去, 去年, 才 and 还是 of the one, 如今, 已 and 升到 of
the other, or their periods.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claims import skeleton as mark
from factcheck.claims.context import is_later
from factcheck.claims.facts import fact_of, interval_of, is_one, middle_of
from factcheck.claims.mentions import Against, Mention, Role
from factcheck.claims.shifts import year_before
from factcheck.model import Dimension
from factcheck.patterns import compiled
from factcheck.periods import is_key, month_count
from factcheck.text.words import cutter

_MADE_BY = "then-and-now"
"""How such a change was read."""
_CHANGES = (Role.GROWTH, Role.DIFFERENCE, Role.MULTIPLE)
THEN = compiled(
    "原[来先本]|[以从]前|过去|当初|[最起]初|起先|[此之]前|先前|曾|[去上前]年|上[届季月周次一个]|前一|[年期]初"
    "|[年月周天]前|那[时会年个]|当[年时]|首[届批轮年月]|[头第]一[个]?[年月届批轮]|[仅也]?[还才](?:是|要|有|能|只|得|在|不到)"
    "|(?<![刚人])才(?=$|[^能华])|[改建造施容修]前|平[时日]|淡季|农闲|闲时|昨[天日]|往[年届]|老(?=[园图馆厂店机款型路桥站院楼线])|起拍价|原价|底价|标价|评估价|保留价|开盘"
)
NOW = compiled(
    "现在|如今|[而现]今|目前|眼下|今[年天日晨夏秋冬春]|本[周月季届年]|这[几次届周月]|[现便又]?已[^经]?"
    "|[升冲涨爬攀增扩提降减缩跌压落变换做改调][上成到至为]+了?$|攀上|到[^，]{1,6}[末底]|剩|[仅只]有|新(?=[合园图馆厂店机款型路桥站院楼线规])|最终|成交|变卖价|现价|折后|到手|实付|落[槌锤]|收[于报盘]"
)
_TODAY = compiled("现在|如今|目前|眼下")  # 现在还有1034本
# 五年间, 短短两年, 一天不到, 累计: over how long, how surely and of all of it.
_MUCH = compiled(
    "(?:[\ue000-\uf8ff]|这|短短|前后|[大小]半(?:个月|年)|[一二两三四五六七八九十几半0-9]+个?(?:多?[天周月年]|星期|季度|小时)半?|时间|[工功]夫|光景|以?来|[之中]?间"
    "|[里内]|下来|不到|不足|累计|一共|总共|共|合计|[又再]|整整|足足|正好|恰好|刚好|等于|相当于|意味着|每(?:平方米|公斤|斤|吨|亩|升|千克|立方米|股|张|度)"
    "|算下来|一下子?|硬是|生生|已|大?约|[还仍也都就便却足其因此增是的不，, ]|整体|[同环]比|年|如今)*"
)
_OF_ALL = (
    "人数",
    "规模",
    "数量",
    "体量",
    "价格",
    "单价",
    "效率",
    "现在人数",
    "总量",
    "时间",
    "用时",
    "耗时",
    "时长",
    "等候时间",
    "等待时间",
    "办理时间",
    "办理时限",
    "车程",
    "路程",
)
_DIFFERS = compiled("(?:[少多低高增减涨跌升快慢]了?|每?满)$")  # 满300元减50元
_LISTED = compiled("分别|其中|依次|口径|均|每(?=[年月天日周季个届])|净")
_AGAIN = frozenset("数时人年周月日度")
_YEAR_AGO = compiled("[去上]年|[一1]年前|同期")
_JUST_BEFORE = compiled("上[个一]?[月周季]|前一[周月季天]|昨")
_ELSE = compiled("[同环]比")
_OVER = compiled(
    "[，,]?(?:这|短短|前后|[大小]半(?:个月|年)|[一不]?[天周月年]不到|[一二两三四五六七八九十几半0-9]+个?(?:多?[天周月年]|星期|季度|小时)半?)"
)
_OF_FIGURES = ("multiple-of-figure", "multiple-of-then")
_BOUNDS = ("超", "逾", "过", "突破")
_ORDINARY = compiled("平[时日常]|往[常日]|淡季|农闲|闲时|工作日")
_POINTS_BACK = compiled("(?:这[一个]?|该|此)(?:数字?|价格?|指标|比例|水平|数据|占比|均价|单价)")
_FAR, _TWO, _MONTHS = 6, 2, 12


def then_and_now(mentions: Sequence[Mention]) -> None:
    """Tie the changes among `mentions` to the levels of then and now beside them."""
    for at, change in enumerate(mentions):
        if change.role not in _CHANGES or not _is_bare(change):
            continue
        told = mentions[max(0, at - _FAR) : at]
        if len(told) > _TWO and _is_stretch(told[-1], change):
            told = told[:-1]
        pair = _told_behind(told, mentions[at + 1 : at + 2], change) or _told_before(told, change)
        if pair is not None:
            _tie(change, *pair)


def _told_before(told: Sequence[Mention], change: Mention) -> tuple[Mention, Mention] | None:
    """The levels of then and now that are told last before a change."""
    if len(told) < _TWO or change.before not in (None, told[-1]):
        return None
    last = told[-1]
    like = [m for m in told[:-1] if m.role is Role.LEVEL and m.base_unit == last.base_unit]
    own = [m for m in like if m.sentence == last.sentence] or like[-1:]
    if len(own) != 1 or not _are_levels(own[0], last, change):
        return None
    first = own[0]
    pair = _in_order(first, last, change)
    # 去年38.4%，今年复查降到36.9%，下降1.5个百分点: not from the level told last, if that is of now.
    return pair if change.before is None or (pair == (first, last) and change.topic is first) else None


def _told_behind(
    told: Sequence[Mention], behind: Sequence[Mention], change: Mention
) -> tuple[Mention, Mention] | None:
    """The level behind a change that it is told against, and the level before it."""
    if not told or not behind or not _is_against(behind[0], told[-1], change):
        return None
    return behind[0], told[-1]


def _is_against(behind: Mention, level: Mention, change: Mention) -> bool:
    """Whether the level behind a change is what it is told against.

    高出首轮21.7个百分点——首轮只有68.8%; 同比下降16%，上年同期收案1600件.
    """
    beside = behind.sentence == change.sentence == level.sentence and change.before is None
    if not beside or "其中" in level.lead or not _are_levels(level, behind, change):
        return False
    kind, lead = change.base.kind, behind.lead
    peer = change.base.peer.subject or change.base.peer.indicator
    named = kind is Against.PEER and bool(peer) and peer in lead
    year = kind is Against.YEAR and behind.last_year and "同" in lead and not level.last_year
    back = kind is Against.DEFAULT and bool(THEN.search(lead) and _POINTS_BACK.search(lead))
    return (named or year or back) and _goes_its_way(change, behind, level)


def _is_stretch(told: Mention, change: Mention) -> bool:
    """一天不到跌去了16.4℃, 一趟少了40分钟: whether what is told right before is how long it took."""
    unit = told.slot.unit
    lasting = unit is not None and unit.dimension is Dimension.DURATION
    return (
        (lasting or is_one(told))
        and told.where[:3] == change.where[:3]
        and _MUCH.fullmatch(told.left) is not None
    )


def _are_levels(first: Mention, last: Mention, change: Mention) -> bool:
    """Whether two levels of one unit are told together, right before a change of them."""
    if not _are_told_together(first, last, change) or (
        first.role is not Role.LEVEL or last.role is not Role.LEVEL or first.base_unit != last.base_unit
    ):
        return False
    if change.role is Role.DIFFERENCE and not _of_one_unit(change, first):
        return False
    if first.aside or last.aside or _DIFFERS.search(last.left) or _ELSE.search(last.left):
        return False
    return interval_of(first) is not None and interval_of(last) is not None


def _are_told_together(first: Mention, last: Mention, change: Mention) -> bool:
    """Whether a change stands in the sentence of two levels, or opens the next: …48.6万人次。15.2%的涨幅.

    The first level may stand in the sentence before, where the last one points back to it (这一价格).
    """
    ends = [m.sentence for m in (first, last, change)]
    if any(end[0] != ends[0][0] for end in ends):
        return False
    steps = ends[1][1] - ends[0][1], ends[2][1] - ends[1][1]
    if steps == (0, 1):
        return not change.left and change.where[2] == 0
    back = change.base.kind is Against.EARLIER or _POINTS_BACK.search(last.left) is not None
    return steps == (0, 0) or (steps == (1, 0) and back)


def _of_one_unit(change: Mention, level: Mention) -> bool:
    points = change.slot.mark == mark.POINTS and level.slot.mark == mark.PERCENT
    return points or change.base_unit == level.base_unit


def _is_bare(change: Mention) -> bool:
    """Whether the words before a change name nothing that changed: 五年间净增, 涨了, 现在的规模是当初的."""
    if change.noun or change.aside or change.name.total or change.made_by in _OF_FIGURES:
        return False
    if _LISTED.search(change.left) or _is_bound(change):
        return False
    named = change.name.indicator
    return not named or named in _OF_ALL or _MUCH.fullmatch(named) is not None


def _is_bound(change: Mention) -> bool:
    """下降超15个百分点: no more than a bound on what it changed by."""
    figure = change.slot.figure
    return figure is not None and figure.hedge.startswith(_BOUNDS)


def _in_order(first: Mention, last: Mention, change: Mention) -> tuple[Mention, Mention] | None:
    """The level of then and the level of now, where the words tell them apart."""
    pair = _told_apart(first, last, change)
    plain = (
        change.role is Role.GROWTH and change.base.kind is Against.DEFAULT and not _OVER.match(change.left)
    )
    if pair is not None and plain and _are_months(*pair):
        return None  # 9月126台，10月158台，增长42%: year on year
    if pair is None or not _fits_base(change, *pair) or not _goes_its_way(change, *pair):
        return None
    return pair


def _are_months(then: Mention, now: Mention) -> bool:
    """Whether both are of a month or a quarter, and not of the same one of two years."""
    if not (is_key(then.period) and is_key(now.period)) or then.period == now.period:
        return False  # 今年前10个月…。以前平均要等45分钟，现在18分钟: of no month of their own
    return bool(month_count(now.period)) and then.period != year_before(now.period)


def _goes_its_way(change: Mention, then: Mention, now: Mention) -> bool:
    """Whether a rise is told of what rose, and a fall of what fell."""
    if change.role is Role.MULTIPLE:
        return True
    return change.sign * (middle_of(now) - middle_of(then)) > 0


def _told_apart(first: Mention, last: Mention, change: Mention) -> tuple[Mention, Mention] | None:
    """Which level is of then and which of now."""
    past = [m.last_year or (bool(THEN.search(m.lead)) and not _TODAY.search(m.lead)) for m in (first, last)]
    here = [NOW.search(m.lead) is not None for m in (first, last)]
    if is_key(first.period) and is_key(last.period) and first.period_said and last.period_said:
        if is_later(last.period, first.period):
            return first, last
        if is_later(first.period, last.period):
            return last, first
        return None
    if past[0] != past[1]:
        pair = (first, last) if past[0] else (last, first)
        if all(_is_year(m) for m in pair) and is_later(pair[0].period, pair[1].period):
            pair = pair[1], pair[0]  # 2023年卖出3.1万斤；去年卖了6.4万斤，翻了一番
    elif here[0] != here[1] and not any(past) and change.base.kind is not Against.EARLIER:
        pair = (first, last) if here[1] else (last, first)
    else:
        return None
    over = _OVER.match(change.left) is not None  # over how long it was
    surely = past[0] != past[1] and here[0] != here[1] and past[0] != here[0]
    if surely or over:
        return None if _are_two_things(first, last) else pair
    return None if _is_another(last, first) else pair


def _is_year(level: Mention) -> bool:
    """Whether a level is of a whole year."""
    return is_key(level.period) and month_count(level.period) == _MONTHS


def _are_two_things(first: Mention, last: Mention) -> bool:
    """三年前有教师120人，如今有学生1800人: whether both are named by nouns that have nothing in common."""
    names = first.name.indicator, last.name.indicator
    nouns = all(name and all(tag[0] == "n" for _, tag in cutter().cut(name)) for name in names)
    return nouns and set(names[0]).isdisjoint(names[1])


def _is_another(last: Mention, first: Mention) -> bool:
    """Whether a level names a thing of its own, and not when or how the first one was told again."""
    if _POINTS_BACK.search(last.left):
        return False
    named = last.name.indicator
    words = [word for word, tag in cutter().cut(named) if tag.startswith("n") and word[-1] not in _AGAIN]
    return any(word not in first.lead and word not in first.name.indicator for word in words)


def _fits_base(change: Mention, then: Mention, now: Mention) -> bool:
    """Whether what a change is said to be against is the level of then."""
    kind, peer = change.base.kind, change.base.peer
    if kind is Against.YEAR:
        ago = then.last_year or _YEAR_AGO.search(then.lead) is not None
        return ago or (now.period is not None and then.period == year_before(now.period))
    if kind is Against.PREVIOUS:
        return _JUST_BEFORE.search(then.lead) is not None
    if kind is Against.PEER:
        said = peer.subject or peer.indicator
        if _ORDINARY.search(said):  # 淡季日薪150元，…420元，是平时的2.8倍
            return bool(_ORDINARY.search(then.lead)) and not _ORDINARY.search(now.lead)
        return bool(said) and said in then.lead and said not in now.lead
    return kind in (Against.DEFAULT, Against.EARLIER)


def _tie(change: Mention, then: Mention, now: Mention) -> None:
    """Let `change` be what became of the level `then` in the level `now`."""
    if fact_of(then) == fact_of(now):
        found = THEN.search(then.lead)
        then.period, then.period_said = ("said", found.group() if found else then.nameless), True
    change.topic, change.before, change.made_by = now, then, _MADE_BY
    change.name = change.name.called("")
    change.period, change.period_said = now.period, False
