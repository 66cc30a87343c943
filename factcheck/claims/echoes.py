"""The same figure said again in other words: a headline, a caption, 12.68亿元的净利润.

A headline says in short what the body says in full; an echo puts the figure before its noun and
leaves the rest out. Both are tied to what they repeat when the words allow it, and only when the
two numbers agree or look like one number mistyped: 30 of the 86 is no echo of 86.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from factcheck.claims.facts import agree, interval_of, root
from factcheck.claims.mentions import Mention, Role
from factcheck.claims.misprints import digits, mistyped, one_changed, transposed, value
from factcheck.claims.names import name
from factcheck.claims.nouns import noun_after
from factcheck.claims.pointing import is_quoted, is_spelt, pointed, takes_up
from factcheck.claims.skeleton import LEVEL
from factcheck.claims.titled import TITLED, bare_headline, body_of, headline
from factcheck.model import BlockKind, Dimension
from factcheck.patterns import compiled

_FAR = 60
_NOUN = compiled(r"的?[（(]?[\u4e00-\u9fff“”]{2,}")
_TELLING, _PAIR = 3, 2
_ALIKE = 4
# Nouns for the size of something already named: 1.26万亿元的体量.
_SIZES = (
    "总量",
    "规模",
    "体量",
    "大盘",
    "盘子",
    "平台",
    "基础",
    "起点",
    "市场",
    "家底",
    "总额",
    "总数",
    "关口",
)
_PLANNED = compiled("列入|纳入|计划|拟|待")
_INSIDE = compiled("的?[\u4e00-\u9fff]{2,8}?(?:当中|之中|[中里])[，,]?")
# Words before a figure that name nothing: 面对6482名毕业生.
_OPENING = ("的", "中", "上", "面对", "针对", "围绕", "距离", "对于", "让", "帮助")
# 工程6.3亿元的总投资, 最终6.8万元预付款: these name no amount of their own.
_IDLE = frozenset(
    {
        "最终",
        "最后",
        "终于",
        "随后",
        "工程",
        "项目",
        "公司",
        "企业",
        "全部",
        "整个",
        "案件",
        "本案",
        "活动",
        "此次活动",
    }
)
_MANY, _HUNDRED, _LONG, _NEAR = 1000, 100, 5, 8
_THEN = compiled("[，。]?(?:当时|此前|原先|其余)")
_LATER = ("次日", "翌日", "隔天", "第二天", "去年", "上年", "前年", "明年")
# 正是这36.2万亩, 这次5.8级地震.
_POINTS = compiled(
    "^[，。]?(?:这|该|此)|(?:^|[是了着凭靠对把将给让用认说称为：“])(?:该|此|本)(?:[次场轮批届]|每[天日年月周])?$"
    "|这(?:[次场轮批届]|每[天日年月周])?$"
)


def echoes(mentions: Sequence[Mention], kinds: Sequence[BlockKind]) -> None:
    """Tie each echo and headline among `mentions` to what it repeats; `kinds` is by paragraph."""
    body = body_of(mentions, kinds)
    by_unit = _by_unit(body.mentions)
    gone_on = {id(m.topic) for m in mentions if m.topic is not None and m.topic.where[0] != m.where[0]}
    for at, mention in enumerate(mentions):
        if id(mention) in gone_on:
            continue  # a heading whose number the text goes on from is no short word for one of the text
        if kinds[mention.where[0]] in TITLED:
            headline(mention, body)
            if mention.role is Role.LEVEL and mention.topic is None and not mention.name.indicator:
                bare_headline(mention, body)
        elif _is_echo(mention) or takes_up(mention) or is_quoted(mention) or is_spelt(mention):
            if _specifies(mention, mentions[at + 1 : at + 2]):
                continue
            near = [m for m in mentions[max(0, at - _FAR) : at] if kinds[m.where[0]] not in TITLED]
            if (found := _echoed(mention, near, by_unit) or pointed(mention, near)) is not None:
                _tie(mention, found)


def _specifies(mention: Mention, behind: Sequence[Mention]) -> bool:
    """500公里太阳同步轨道运力1.5吨: whether a figure only tells of which kind the amount behind it is."""
    unit = mention.slot.unit
    if mention.right.startswith("的") or unit is None or unit.dimension is Dimension.COUNT:
        return False
    unlike = (m for m in behind if m.role is Role.LEVEL and m.base_unit != mention.base_unit)
    beside = (m for m in unlike if m.where[:3] == mention.where[:3] and len(m.left) >= _LONG)
    return any(m.left.startswith(mention.right[:_LONG]) for m in beside)


def _by_unit(mentions: Sequence[Mention]) -> dict[str, list[Mention]]:
    """The mentions that have a unit, by what it compares as; those of things counted by none as well."""
    found: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        unit = mention.slot.unit
        if unit is not None:
            found[unit.base].append(mention)
            if unit.dimension is Dimension.COUNT:
                found[""].append(mention)
    return found


def _is_echo(mention: Mention) -> bool:
    """A figure before its noun, with nothing named before it."""
    plain = (
        mention.role is Role.LEVEL
        and mention.slot.mark == LEVEL
        and mention.made_by in ("level", "level-again")
    )
    return (
        plain
        and not mention.aside
        and not mention.name.within
        and bool(_NOUN.match(mention.right))
        and not _named(mention)
    )


def _named(mention: Mention) -> bool:
    words = mention.left.lstrip("，,、。；;")
    pointing = words.startswith(("在", "这", "该", "此", "上述")) or words.endswith(_OPENING)
    called = name(words).indicator
    return not pointing and _POINTS.search(words) is None and len(called) > 1 and called not in _IDLE


def _echoed(
    mention: Mention, near: Sequence[Mention], body: Mapping[str, Sequence[Mention]]
) -> Mention | None:
    """The level that a figure repeats, or, when none of the text does, the one it misprints."""
    if mention.slot.unit is None and abs(value(mention)) < _MANY:
        return None
    levels = (m for m in reversed(near) if m.role is Role.LEVEL and m.sentence != mention.sentence)
    before = [m for m in levels if _comparable(mention, m)]
    if not before:
        return None
    noun = mention.right.lstrip("的（(")[:8]
    found = next((m for m in before if _repeats(mention, m) and _same_thing(mention, m, noun)), None)
    if found is None and not _is_said(mention, body):
        found = next((m for m in before if _slips(mention, m, noun)), None)
    return found


def _tie(mention: Mention, found: Mention) -> None:
    """Let a figure say again what `found` says."""
    mention.topic, mention.made_by = found, "echo"
    mention.name = mention.name.called("")
    mention.period = found.period
    if _PLANNED.search(mention.left):
        mention.modality = found.modality  # 列入计划的125个小区


def _is_said(mention: Mention, body: Mapping[str, Sequence[Mention]]) -> bool:
    """Whether another figure of the text is the very number."""
    unit, said = mention.slot.unit, interval_of(mention)
    if said is None:
        return False
    like = body.get(unit.base if unit is not None else "", ())
    same = (m for m in like if (other := interval_of(m)) is not None and said.meets(other))
    return any(m is not mention and _comparable(mention, m) for m in same)


def _slips(mention: Mention, other: Mention, noun: str) -> bool:
    """Whether a figure is one said before with a slip of the pen, by its digits and its words."""
    person = _of_one_person(mention, other)
    if person or _of_another(mention, other) or _of_another_time(mention, other):
        return person and abs(value(mention) - value(other)) > 1  # a year more is 虚岁
    telling = len(digits(mention)) >= _TELLING  # 拥有13000人口的小镇 is not of the 1300人 who are missed
    if _POINTS.search(mention.left) and (
        (telling and digits(mention) == digits(other)) or transposed(mention, other)
    ):
        return mistyped(mention, other)
    # 127.6万元…。172.6万元: four digits, told one after the other
    enough = _LONG - _just_before(other, mention)
    long = mention.slot.unit is not None and min(len(digits(mention)), len(digits(other))) >= enough
    if long and transposed(mention, other):
        return True
    if _just_before(other, mention) and _told_again(mention, other):
        return True
    if not _same_thing(mention, other, noun) or not mistyped(mention, other):
        return False
    return not one_changed(mention, other) or _of_the_whole(mention)


def _of_one_person(mention: Mention, other: Mention) -> bool:
    """为82岁的李奶奶…。这位87岁的老人: the age of the one who was told of right before."""
    aged = mention.base_unit == other.base_unit == "岁" and mention.left.endswith(("这位", "这名", "该名"))
    near = other.where[0] == mention.where[0] and 0 < mention.where[1] - other.where[1] <= _PAIR
    return aged and near and other.right.startswith("的") and mention.right.startswith("的")


def _told_again(mention: Mention, other: Mention) -> bool:
    """Whether a figure points back to that of the sentence before, or counts one kind with it."""
    if _POINTS.search(mention.left) and _exchanged(mention, other):
        return True
    turned = abs(value(mention)) >= _HUNDRED and _exchanged(mention, other)
    return (turned or transposed(mention, other)) and _one_kind(mention, other)


def _exchanged(one: Mention, two: Mention) -> bool:
    """少交了46万元电费。这64万元: two digits that changed places, in one unit."""
    said, told = digits(one), digits(two)
    swapped = len(said) > 1 and said != told and sorted(said) == sorted(told)
    return swapped and one.slot.unit == two.slot.unit


def _just_before(other: Mention, mention: Mention) -> bool:
    """Whether a figure is told in the sentence right before that of another."""
    return other.where[0] == mention.where[0] and other.where[1] + 1 == mention.where[1]


def _one_kind(one: Mention, two: Mention) -> bool:
    """Two numbers of the same unit before nouns of one kind: 8.74万名初三学生, 7.84万名考生."""
    kind = one.right[1:_PAIR]
    return one.slot.unit == two.slot.unit and bool(kind) and kind in two.right[:_NEAR]


def _of_the_whole(mention: Mention) -> bool:
    """这58个小区, 12.3万件馆藏文物中: all of what was spoken of, not those of them that…"""
    return bool(_POINTS.search(mention.left)) or _INSIDE.match(mention.right) is not None


def _same_thing(mention: Mention, other: Mention, noun: str) -> bool:
    named = root(other).name.indicator
    words = f"{named}{other.right[:6]}"
    shared = any(noun[i : i + 2] in words for i in range(len(noun) - 1))
    if not named and not _repeats(mention, other):
        told = other.right.lstrip("的（(")[:_NEAR]  # 8.6万元预付款迟迟…, 6.8万元预付款
        shared = noun[:_ALIKE] == told[:_ALIKE] or len(_first_noun(noun, told)) >= _TELLING
    sized = any(size in noun[:6] for size in _SIZES)
    return len(digits(mention)) >= _TELLING if sized else shared


def _first_noun(one: str, two: str) -> str:
    """The words with which both begin."""
    return one[: next((at for at, pair in enumerate(zip(one, two, strict=False)) if len(set(pair)) > 1), 0)]


def _of_another(mention: Mention, other: Mention) -> bool:
    """1386名乡村教师 are not 城区教师1368名, nor are the ships of one port those of another."""
    named = root(other).name.indicator or noun_after(other.right)
    noun = mention.right.lstrip("的（(")[:_NEAR]
    place = next((i for i in range(len(noun) - 1) if noun[i : i + 2] in named), 0)
    before = named[: named.find(noun[place : place + 2])]
    if place and before and not set(noun[:place]) & set(before + other.right):
        return True
    left = mention.left.lstrip("，,、。；;")
    whose = name(left.removesuffix("的")).subject if left.endswith("的") else ""
    return bool(whose) and whose not in (root(other).subject, mention.subject) and whose not in other.lead


def _of_another_time(mention: Mention, other: Mention) -> bool:
    """次日，16.82万人次旅客; 去年的4260名教师."""
    if mention.period == other.period:
        return False
    if isinstance(mention.period, tuple) and mention.period[:1] == ("said",):
        return str(mention.period[1]).startswith(_LATER)
    return mention.period_said or _THEN.match(mention.left) is not None


def _comparable(one: Mention, two: Mention) -> bool:
    left, right = one.slot.unit, two.slot.unit
    if right is None or two.slot.figure is None:
        return False
    if left is None:  # 132.5万注册志愿者
        return right.dimension is Dimension.COUNT
    if left.base != right.base:
        return False
    return left.dimension is right.dimension or Dimension.COUNT in (left.dimension, right.dimension)


def _repeats(one: Mention, two: Mention) -> bool:
    return min(len(digits(one)), len(digits(two))) >= _TELLING and agree(one, two)
