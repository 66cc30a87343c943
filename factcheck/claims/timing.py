"""When a figure holds: the time said with it, or the time that holds until another is said."""

from __future__ import annotations

from collections.abc import Hashable

from factcheck.claims import skeleton as mark
from factcheck.claims.context import Context, is_last_year, is_previous
from factcheck.claims.mentions import Role
from factcheck.claims.names import Name, name
from factcheck.claims.patterns import compares
from factcheck.claims.roles import Answer, Window
from factcheck.claims.skeleton import Slot
from factcheck.patterns import compiled
from factcheck.periods import is_key

_NOW = compiled("现(?:有|已|共|为|在|存)|如今|目前")
_HEAD = 2  # the characters of a name that say what sort of thing it is
_ANY = "产量"  # what any place may have
_LAST = ("上", "前一")
_EARLIER = ("上", "前一", "往", "常年", "历年", "多年")

_JUST_THEN = compiled(
    "(?:的?(?:这[一个]?|该|此|同[一类]?)?(?:数字|数据|指标|数值|比例|占比|金额)|这里|此时)?[，,]?(?:则|还|也|都|才|就)?"
    "(?:只有|仅有|仅为|仅是|不过|只是|是|为|有|达到?)(?:了|约|近|超|逾)?"
)


# 今年5月开放的遗址馆接待3.8万人次: when it was founded, and not when the figure holds.
_FOUNDED = compiled(
    f"{mark.PERIOD}(?:才|刚|正式|新|首次|全面)*(?:开[放业馆园张通工播幕]|通[车航]|投[用产运]|启用|建成|落成|成立|创[办立]|上[市线映]"
    "|挂牌|[引购][进入]|入[职驻]|加盟|获批|竣工|完工|扩建|搬迁|推出|发布|出生|毕业)(?:投用|使用|运营)?的"
)


def _of_the_figure(window: Window, periods: list[Slot]) -> list[Slot]:
    """The times of a name, but for the one that tells when a thing it names began."""
    if len(periods) != 1 or _FOUNDED.search(window.left) is None:
        return periods
    return []


def when(context: Context, window: Window, found: Answer, named: Name) -> tuple[Hashable, bool, bool]:
    """When the figure holds, whether that was said with it, and whether it was said as 去年."""
    kept = context.earlier = context.period
    inside = _of_the_figure(window, window.periods[: found.np.count(mark.PERIOD)])
    said = context.say_period(inside)
    relative = said and is_last_year(inside)
    if relative and _meanwhile(context, window, inside, named):
        context.period, said, relative = kept, False, False
    if "全年" in window.left:
        context.period = _whole_year(context.period)
    spoken = context.period
    if not said and _NOW.search(window.left) and _is_past(spoken, context):
        return None, False, False
    if said and not relative and spoken == kept and is_previous(inside):
        return ("before", spoken), True, found.role is Role.LEVEL
    if named.label:
        said, spoken = True, ("said", named.label + _part_of(inside))
        relative = named.label.startswith(_EARLIER if not named.indicator else _LAST)
    if relative and _opens(context, window):
        context.resumed = context.resumed or kept
    elif relative or (found.role is Role.LEVEL and compares(window.left)):
        context.period = kept
    return spoken, said, relative


def _is_past(period: Hashable, context: Context) -> bool:
    """A day or a year long before the other times of the article: what there is now is not of it."""
    if not is_key(period) or not period[2]:
        return False
    latest = max(
        (m.period[2] for m in context.mentions if is_key(m.period) and m.period[2]), default=period[2]
    )
    return bool(latest[0] > period[2][0])


def _part_of(periods: list[Slot]) -> str:
    """本财年前三季度: the part of a year without dates, by its words; empty for all of it."""
    said = periods[-1].period if periods else None
    partial = said is not None and any(said.part(name) for name in ("month", "quarter", "half"))
    return said.text if said is not None and partial else ""


def _meanwhile(context: Context, window: Window, periods: list[Slot], named: Name) -> bool:
    """同期，全市有网点1500个: what opens a sentence is of the same time, not of a year before.

    So is another thing: 中院审结5120件，同期两级法院合计审结3.7万件; 出口80亿元，同期进口60亿元.
    """
    said, topic = periods[-1].period, context.topic
    if said is None or said.text != "同期":
        return False
    told = topic.name.indicator if topic is not None else ""
    another = told and named.indicator and not set(told[-_HEAD:]) & set(named.indicator[-_HEAD:])
    other = named.total and topic is not None and not topic.name.total
    leads = window.left.lstrip("，,").startswith(mark.PERIOD)
    return _opens(context, window) or bool(leads and (another or other))


def _opens(context: Context, window: Window) -> bool:
    """去年，全县造林…: the words of time that open a sentence hold to its end.

    Not so where they only tell what the thing told before was then: 去年同期是18.4亿元，增长25%.
    """
    topic = context.topic
    headed = topic is not None and topic.where[0] < window.where[0]
    spoken = headed or (topic is not None and topic.where[:2] == window.where[:2])
    before, period, after = window.left.partition(mark.PERIOD)
    spoken = spoken or (topic is not None and not before and _JUST_THEN.fullmatch(after) is not None)
    return bool(period) and not spoken and (not before or _is_subject(before))


def _is_subject(words: str) -> bool:
    """Whether words before a time say whose figures follow and nothing else: 青渚区去年接待….

    Words that compare (比, 较去年) or name something of it (青渚区产量去年) tell of that figure alone.
    """
    said = name(f"{words}{_ANY}")
    return bool(said.subject) and said.indicator == _ANY


def _whole_year(period: Hashable) -> Hashable:
    """The year of a period; what cannot be told stays as it is."""
    if not is_key(period) or not period[1]:
        return period
    year = period[1][0]
    return period[0], (year, 1, 1), (year, 12, 31), False
