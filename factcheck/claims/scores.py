"""Results told apart by their measure words: 10胜5平4负 of 19轮, 积47分, 7金8银5铜 of 20枚."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.claims.adding import adds_up
from factcheck.claims.bind import Bound
from factcheck.claims.facts import middle_of
from factcheck.claims.mentions import Mention
from factcheck.claims.pack_lists import packs
from factcheck.claims.stating import stated
from factcheck.model import Partition
from factcheck.patterns import compiled

_COUNTS_OTHERWISE = compiled("[胜赢](?:[一1][场局盘轮])?[是记得积算加计](?![3三])[0-9一二两四五六]+分")
_WON = compiled("(?:完?胜|胜利|获胜|取胜|赢球|失利|败|负|平局)")  # 6场胜利 are no matches of all sorts
_HOLDS = compiled("(?:手握|[攥握捏揣]着|握有|手中有|拿到|拿下|抢下|豪取|收获|攒下|取得|共得|总计得)了?$")
_STANDS = compiled("的?(?:成绩|战绩)?(?:暂[居列时]|排[名在]|[位名]列|居|领跑|高居|领先|升至|升到)")
# The record of some of the matches, not of all that were said.
_SOME = compiled("主场|客场|主客|近|半程|循环|其中|阶段|交锋|对阵|加时|点球|此前|开局|首")
# 胜场扩大到18场, 奖牌多1枚, 少赢4场, 还剩10场.
_OF_SOME = compiled(
    "[胜负平]场|[获取]胜|[其当]?中的?有?$|(?:各|互)?[胜负输赢]$|[多少增减]加?了?[赢胜输平负打赛]?了?$|[赢输](?:了|下|掉)?$|丢[过掉了]?$|连[胜败平赢输]了?$|(?:缺席|停赛|错过)了?$"
    "|(?:[剩余]|剩余|剩下|仅剩|余下|保持不败|不败)的?$"
    "|(?:首发|出任|出场|出战|过去|最近|近|此前|接下来|未来|连续|落后|领先)的?$"
)
_TAKEN = compiled("(?:扣[除掉去减罚]?|罚[扣没去]|[减倒]扣)了?$")
_FINED = compiled("扣(?!篮)[除掉去减罚]?了?[\\d一二两三四五六七八九十]{1,2}个?(?:积?分)")
# 近5轮2胜3平，积分提升到18分: points of more than these matches.
_LATELY = ("近", "近的", "过去", "过去的", "此前", "最后", "最后的", "剩余", "余下")


def by_unit(paragraph: list[Mention], bound: Bound) -> Iterator[Partition]:
    """10胜5平4负 of 19轮: parts told apart by their measure words."""
    units = [_unit(m) for m in paragraph]
    for pack in packs().units:
        for at, unit in enumerate(units if pack.parts[0] in units else ()):
            if unit != pack.parts[0] or units[at : at + len(pack.parts)] != list(pack.parts):
                continue
            run = paragraph[at : at + len(pack.parts)]
            if len({m.where[:3] for m in run}) != 1:
                continue
            if (
                len(paragraph) > at + len(run)
                and _unit(paragraph[at + len(run)]) in ("负", "铜")
                and len(pack.parts) == 2
            ):
                continue
            whole = _nearest(paragraph, at, run, pack.whole)
            if whole is not None and (adds_up(whole, run) or not _SOME.search(run[0].left)):
                yield from stated(whole, run, bound, "by-unit", by=pack.name, complete="known")
            yield from _points(run, paragraph, at, bound)


def _points(run: list[Mention], paragraph: list[Mention], at: int, bound: Bound) -> Iterator[Partition]:
    """积47分 of 13胜6平3负, where the article does not say that a match won counts otherwise."""
    for pack in packs().points:
        members = [next((m for m in run if _unit(m) == unit), None) for unit in pack.parts]
        score = next((m for m in paragraph[at + len(run) :][:2] if _is_score(m)), None)
        if score is None or score.where[:2] != run[0].where[:2] or not all(members):
            continue
        parts = [m for m in members if m is not None]
        fined = next((m for m in paragraph if _is_fine(m) and m.sentence == score.sentence), None)
        if fined is not None and fined.where > score.where and _comes_out(score, parts, pack.weights):
            fined = None  # 拿到44分，被扣6分，最终以38分排在第四
        told, signs = (parts, pack.weights) if fined is None else ([*parts, fined], (*pack.weights, -1))
        fewer = any(_is_lately(m, bound.article.text) for m in paragraph[max(0, at - 1) : at])
        unsaid = fewer or (fined is None and _FINED.search(bound.article.text))
        if unsaid and not _comes_out(score, told, signs):
            continue
        if not (_COUNTS_OTHERWISE.search(bound.article.text) or _of_two(score, parts)):
            yield from stated(score, told, bound, "points", signs=signs, by=pack.name, complete="known")


def _is_lately(matches: Mention, text: str) -> bool:
    """Whether matches are the last of more: 近5轮, 最后3场."""
    figure = matches.slot.figure
    return figure is not None and text.endswith(_LATELY, 0, figure.span.start)


def _is_fine(mention: Mention) -> bool:
    """被罚扣3分: points that are taken away from those won."""
    return _unit(mention) == "分" and _TAKEN.search(mention.left) is not None


def _comes_out(score: Mention, parts: Sequence[Mention], signs: Sequence[int]) -> bool:
    made = sum(middle_of(part) * sign for part, sign in zip(parts, signs, strict=True))
    return made == middle_of(score)


def _of_two(score: Mention, parts: Sequence[Mention]) -> bool:
    """7胜2平，积16分: two points for a match won, as in chess."""
    won, drawn = (middle_of(part) for part in parts[:2])
    return won * 2 + drawn == middle_of(score)


def _is_score(mention: Mention) -> bool:
    """积47分, and what a record of matches comes to in other words: 手握26分, 以26分暂居第三."""
    if "积" in mention.left[-3:] or "积" in mention.name.indicator[-2:]:
        return True
    if _unit(mention) != "分" or mention.left.startswith(("、", "得失")):
        return False
    held = _HOLDS.search(mention.left) is not None
    return held or (mention.left.endswith("以") and _STANDS.match(mention.right) is not None)


def _unit(mention: Mention) -> str:
    return mention.slot.unit.name if mention.slot.unit else mention.right[:1]


def _nearest(paragraph: list[Mention], at: int, run: list[Mention], units: Sequence[str]) -> Mention | None:
    """The level in one of the units that the run makes up: the one after it, or the one before it."""
    here, end = paragraph[at], at + len(run)
    same = [m for m in paragraph if _unit(m) in units and m.sentence == here.sentence]
    same = [m for m in same if not (_OF_SOME.search(m.left) or _WON.match(m.right))]
    after = next((m for m in same if m in paragraph[end : end + 2]), None)
    before = next((m for m in reversed(same) if m in paragraph[:at]), None)
    if before is not None and _made(paragraph, before, run):
        before = None
    taken = before is not None and any(_unit(m) in _units(run) for m in paragraph[: paragraph.index(before)])
    plain = before if not taken or after is None else None
    return next((m for m in (after, before) if m is not None and adds_up(m, run)), after or plain)


def _made(paragraph: list[Mention], whole: Mention, run: list[Mention]) -> bool:
    """Whether the figures right beside a whole make it, so that it is no whole of what follows."""
    at, many = paragraph.index(whole), len(run)
    # 甲队已赛10场，7胜3负；乙队少赛一场，6胜3负: those behind it may be of the other
    beside = [paragraph[max(0, at - many) : at], paragraph[at + 1 : at + 1 + many]]
    units = [_unit(m) for m in run]
    return any([_unit(m) for m in own] == units and own != run and adds_up(whole, own) for own in beside)


def _units(run: list[Mention]) -> set[str]:
    return {_unit(m) for m in run}
