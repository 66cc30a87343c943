"""Sentence patterns over skeleton text, each anchored at the figure it reads.

A pattern is tried on the words to the left of a slot, back to the figure before it. Patterns name
what they find: `whole`, `peer`, `direction`, `np` (the words that may hold a name).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from factcheck.claims.lexicons import any_of, either, words
from factcheck.claims.listed import Listed, listed
from factcheck.claims.skeleton import PERIOD
from factcheck.model import Figure
from factcheck.patterns import compiled
from factcheck.records import dataclass

T = PERIOD
DEALINGS = (
    "招收卖产种建发运开销生缴用进投赚花读看住来播放售供产储存印植养捕采修"  # trade and work
    "办签销订送借还交装配拍写做接寄跑走考录"  # papers and errands
)
"""What a comparison says was done more or less, a character each."""
# 比去年多招360人: a plain comparison may take the verb of the thing compared.
_DOING = (
    f"(?:(?<=[多少增减])(?:[售产发招配购供运投贷种植])|(?<=[多少])(?:[{DEALINGS}])"
    f"|(?:(?<=^[多少])|(?<={T}[多少]))(?![数儿年样种家个名地彩元功])[\u4e00-\u9fff]{{2,3}}|)"
)
_PEER = (
    "^(?P<np>.*?)(?P<direction>高于|低于|快于|慢于|多于|少于|高出|领先|超出|超过|落后)"
    "(?P<peer>[^，]+?)(?:平均水平|平均)?$"
)
# 自 begins many words of its own (自给率, 自来水).
_FROM = "(?:由|从|自(?![然治主动行身营来驾给有己愿学备产筹负习律立救卫查用费]))"
# 整整翻了一番: how surely, between a base and its verb.
_MUCH = "(?:整整|足足|硬是|生生|差不多|几乎|已经?|就|又|也|早已?)*"
_REACH = "(?:了|达|达到|高达|达了|幅度为|幅度达|约)?(?:整整|足足)?"


@dataclass(frozen=True, slots=True)
class Patterns:
    """The compiled patterns; all but `between` end at the figure."""

    change: re.Pattern[str]
    noun_change: re.Pattern[str]
    peer: re.Pattern[str]
    base: re.Pattern[str]
    share: re.Pattern[str]
    share_noun: re.Pattern[str]
    share_within: re.Pattern[str]
    progress: re.Pattern[str]
    multiple: re.Pattern[str]
    contribution: re.Pattern[str]
    doubling: re.Pattern[str]
    from_: re.Pattern[str]
    between: re.Pattern[str]
    versus: re.Pattern[str]
    lens: re.Pattern[str]
    compared: re.Pattern[str]


# Up to the noun for a share: 工业用地在用地总量中的比重.
_WITHIN = r"^(?P<np>[^，]*?)在(?P<whole>[^，在]{2,16}?)(?:之中|当中|里面?|中)的?"


def _share(arrival: str) -> str:
    """占…的比重, up to the figure; `arrival` finds the verbs that reach it."""
    return (
        r"^(?P<np>.*?)(?<![抢侵])占(?!比)(?P<whole>[^，占]*?)(?:的)?(?:比重|比例|份额|百分比|比率|比)?"
        f"(?:的)?(?:{arrival}|约|达到|达|已达|升至|降至|提高到|上升到|超过|超|近|为|约为|接近|{T}|已|仅|只|将近)*$"
    )


def _share_noun(arrival: str, start: str = r"^(?P<np>.*?)") -> str:
    """占比, 比重, up to the figure, behind the words of `start`."""
    return (
        f"{start}(?:占比|(?:增长|上涨|上升|下降|下跌|盈利|亏损)面|所占(?:比重|比例|份额)|的?(?:比重|比例|份额))"
        "(?:分别|依次|也|已|均|则)*"
        f"(?:{arrival}|达到|达|升至|降至|提高到|上升到|约|超过|超|近|接近|{T}|仅|为|约为|是)*$"
    )


def _between(verbs: str) -> str:
    """What stands between two levels of a move (由A*增至*B)."""
    return (
        rf"^(?:的)?(?P<noun>[^，、]{{0,8}}?)[，]?(?:一路|逐步|快速|再|又|大幅|小幅|稳步|直接|迅速|持续|已|将|{T})*"
        rf"(?P<direction>{verbs}|发展|变化|变动|调整|变|转|转变|改|调|跃|拓展|拓宽|推迟|提前|缩|扩|恢复|蔓延)?了?(?:到|至|为|成)了?(?P<tail>{T}的?|[^，、]{{0,4}}?)?$"
    )


def _progress() -> str:
    """完成年初预算的105%: a plan, up to the figure."""
    plans = rf"计划|目标|任务|(?:年初|年度|全年|调整|{T})预算|预算数|预期|(?<=完成)预算|(?<=完成调整)预算"
    verbs = "完成|占|为|达到|达|相当于|实现|是"
    return rf"^(?P<np>.*?)(?:{verbs})(?P<plan>[^，]*?(?:{plans})[^，]{{0,6}}?)的?(?:约)?$"


def _verbs() -> str:
    w = words()
    return either((w.up | w.down) - growth_nouns().words) + _DOING


def _shortest(nouns: Iterable[str]) -> set[str]:
    """The nouns that do not end with another of them."""
    found = set(nouns)
    return {noun for noun in found if not any(noun.endswith(other) for other in found - {noun})}


@cache
def patterns() -> Patterns:
    """All sentence patterns."""
    w = words()
    nouns = either(_shortest(growth_nouns().words))  # 年均增速: what it is against stands before
    adverbs = f"{either(w.adverbs)}*"
    verbs = _verbs()
    return Patterns(
        change=compiled(f"^(?P<np>.*?)(?P<adverbs>{adverbs})(?P<direction>{verbs}){_REACH}$", re.S),
        noun_change=compiled(
            f"^(?P<np>.*?)(?<!自然)(?<!机械)(?P<direction>{nouns}){adverbs}(?:为|达|达到|高达|是|在|约为|仅为|{T}|有|约)*$",
            re.S,
        ),
        peer=compiled(_PEER, re.S),
        base=compiled(
            "(?:(?<![占对可同环])(?:相比于|相较于|相较|比照|比(?![重例值率赛])|(?<!比)较(?![为快大小好强高低长])|与(?!上述)|同(?!比|期|时))(?P<peer>[^，]{0,24}?)(?:相比|比较|比)?)$"
        ),
        share=compiled(_share(either(w.arrival)), re.S),
        share_noun=compiled(_share_noun(either(w.arrival)), re.S),
        share_within=compiled(_share_noun(either(w.arrival), _WITHIN), re.S),
        progress=compiled(_progress(), re.S),
        multiple=compiled(
            r"^(?P<np>.*?)(?:是|为|相当于|达到?|接近|约为|约|扩大到|增加到|增长到|提高到|增至|扩大为|达到了)(?P<peer>[^，]*?)的?(?:近|约|整整)?$",
            re.S,
        ),
        contribution=compiled(
            # 受限电影响仅为75.3% tells why, and no share of anything.
            f"^(?!.*受[^，]{{1,12}}(?:影响|带动|拉动))(?P<np>.*?)(?:拉动|带动|影响|贡献)(?P<whole>[^，]*?)(?P<direction>{verbs})?{_REACH}(?:约)?$",
            re.S,
        ),
        doubling=compiled(rf"^(?P<np>.*?){_MUCH}翻了?(?:近|{_MUCH})?$", re.S),
        from_=compiled(rf"^(?P<np>.*?){_FROM}(?P<head>[^，]*?)(?:的)?$", re.S),
        between=compiled(_between(verbs)),
        versus=compiled(
            f"(?:(?<![占对可同环])比(?![为重例值率是达赛]|较基准)|(?<=[同环])比(?={T})|较(?![为快大小好强高低长]|基准)|低于|高于|少于|多于|快于|慢于)(?P<peer>[^，]{{1,16}}?)的?$|^(?P<bare>[，,]?比)$"
        ),
        lens=compiled(
            r"^(?:[^，]{0,6}?)(?:从|按照?|分|就|以)(?P<by>(?!不变|可比|现价)[^，]{1,16}?)(?:来?看|划分|分|而言|来说|统计|归类|口径)$"
        ),
        compared=compiled(r"^(?:与|和|同|较|比)(?P<peer>[^，]{1,24}?)(?:相比|比较|相比较|比)$"),
    )


# 年内高点, 历史最高价: what something is compared with, and no verb.
_EXTREME = compiled("最?[高低](?:点位?|价位?|位|值|峰|纪录)|最[高低多少](?=$|的|时)|高峰|峰值|谷底")


@cache
def _directed() -> re.Pattern[str]:
    return compiled(f"{_verbs()}{_REACH}$")  # how every change ends


def changed(left: str) -> re.Match[str] | None:
    """What a direction word at the end of the words says of a change (…同比增长); most end in none."""
    return patterns().change.search(left) if _directed().search(left) else None


@cache
def growth_nouns() -> Listed:
    """The nouns whose value is a growth (增速, 降幅)."""
    return listed(words().growth_nouns | words().fall_nouns)


@cache
def _nouns() -> re.Pattern[str]:
    return compiled(any_of(growth_nouns().words))


def changed_by(left: str) -> re.Match[str] | None:
    """What a noun at the end of the words says of a change (…增速为); most hold none at all."""
    return patterns().noun_change.search(left) if _nouns().search(left) else None


_INSIDE = compiled("在[^，]+[中里]的?(?:所占|占比|比|份额)")


# 相当于总营收的65%, 撑起了全年销量的四成; not 相当于去年的65%.
_CONTRIBUTED = compiled(
    "^(?P<np>[^，]*?)(?:相当于|贡献了?|撑起了?|拿走了?|吃掉了?|包揽了?)"
    f"(?P<whole>(?!上|去年|前年|同期|往|常年|原|计划|目标)[^，的{T}]{{2,12}}(?<![平均值期年月时])(?<!目标|任务|计划))的(?:约|近|大约|将近|整整)?$",
    re.S,
)


def shared(left: str, figure: Figure | None = None) -> re.Match[str] | None:
    """What is said of a share and its whole (占全市的比重为, 在用地总量中占比).

    相当于正常保有量的103% is of something that it is no part of.
    """
    if "占" in left:
        found = patterns().share.search(left)
    else:
        more = figure is not None and figure.value is not None and figure.value > _ALL
        found = None if more and "相当于" in left else _CONTRIBUTED.search(left)
    return found or (patterns().share_within.search(left) if _INSIDE.search(left) else None)


_SHARES = compiled("[占面重例额]")  # one of them is in every noun for a share


def shared_by(left: str) -> re.Match[str] | None:
    """What a noun says of a share (占比为)."""
    return patterns().share_noun.search(left) if _SHARES.search(left) else None


_PLANS = compiled("[划标务算期]")  # one of them is in every word for a plan


def progressed(left: str) -> re.Match[str] | None:
    """What is said of how much of a plan is done (完成年初预算的)."""
    return patterns().progress.search(left) if _PLANS.search(left) else None


def overdone(words: str, figure: Figure | None) -> bool:
    """Whether a percentage is what came on top of a plan (超额完成半年目标25%), and not all that was done."""
    return "超额" in words and figure is not None and figure.value is not None and figure.value < _ALL


_ALL = 100
_MOVING = compiled("[动响献]")  # one of them is in every word for a contribution


def contributed(left: str) -> re.Match[str] | None:
    """What is said of a contribution (拉动增长)."""
    return patterns().contribution.search(left) if _MOVING.search(left) else None


_PEERS = compiled("高于|低于|快于|慢于|多于|少于|高出|领先|超出|超过|落后")


def outdone(left: str) -> re.Match[str] | None:
    """What a direction word says of what something is compared with (高于全国平均水平)."""
    return patterns().peer.search(left) if _PEERS.search(left) else None


_COMPARING = compiled("[比较低高少多快慢](?:(?<=[比较])|于)")  # one of them is in every comparison


def compares(left: str) -> bool:
    """Whether the words end in a comparison with what the figure says (比上年同期的…)."""
    found = patterns().versus.search(left) if _COMPARING.search(left) else None
    if found is None:
        return False
    peer = _EXTREME.sub("", found.group("peer") or "")
    return not any(word in peer for word in "多少增减高低升降抬涨跌提压落缩扩")


def down(direction: str) -> bool:
    """Whether a direction word says a decrease."""
    w = words()
    return direction in w.down or direction in w.fall_nouns or direction.startswith(("落后", "少", "减"))
