"""Margins and records against scores: 以92比85取胜 is a margin of 7, 三战全胜 lists no 0比1."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.around import in_clause, paragraph, sentence
from factcheck.checks.parts.scores import Score, runs, scores
from factcheck.model import Figure, Reading, Span
from factcheck.patterns import compiled

_MARGIN_WORDS = compiled("净胜|优势|分差|之差|险胜|大胜|[赢输]")
_BEFORE = compiled(
    r"(?:净胜(?:对手)?|分差(?:只有|仅为?|为|达到?)?|[赢输](?:了|对手)|(?:最终|终场)?(?:仅|只)?以)$"
)
_BEHIND = compiled(
    r"的?(?:微弱|较大|明显|巨大)?的?(?:优势|差距|分差|之差)(?:取胜|获胜|胜出|险胜|大胜|战胜|击败|惜败|落败|赢下|拿下|结束|告负)?|(?:险胜|惜败|大胜)"
)
_FINAL = compiled(r"(?:以|最终|终场|[总大]?比分[为是以]?|战成|全场)[^，。；\d]{0,6}$")
_WON = compiled(r"[^，。；\d]{0,6}?(?:胜|击败|取胜|力克|赢|负|败|拿下|淘汰|横扫|完胜|过关|逆转|收官|不敌)")
_SPELL = compiled(
    r"半场|[首一二三四单每末]节|[上下]半|前\d|一度|曾|最多|局|盘|加时|点球|追|此前|上[轮场次届]|首回合|次回合|两回合|总比分|领先|落后"
)
_RECORD = compiled(
    r"(?P<all>全[部]?[胜获](?:胜)?|全部取胜|连[战]?[皆]?胜|(?P<n>[两二三四五六七八九十\d]{1,2})[战场轮](?:比赛)?(?P<m>[两二三四五六七八九十\d]{1,2})[胜捷])"
)
_BROKEN = compiled("[平负败]|除|惜")
_ANOTHER = compiled(
    "另|下一|下[轮场]|上一|上[轮场]|只[要需]|如果|需要|至少|若|将|可能|以往|去年|本赛季|场均|平均"
)
_ENDING = compiled("最终|终场|净胜")
_STOPPED = compiled("止|终结|中断|告别|未能|不")
_FEW_GOALS, _MANY_GOALS = 10, 30
_AHEAD = compiled("的?(?:比分)?(?:反超|领先|落后|追平|战平|打平)")
_MIDWAY = compiled("(?:半场|[一二三四单]节|易边)(?:(?!最终|终场|全场).)*$")
# 以71比67反超4分, 半场43比47，落后6分: how far apart the two sides are at that score.
_LEADING = compiled(
    "[，,]?(?:(?:蓝|红|主|客|对|本|我|该)[方队手])?(?:暂时?|已|还|仅|只|仍|依然|反而)?(?:落后|领先|反超)(?:了|对手|对方|主队|客队|多达|达到?|仅|只|有)*"
)
_MOST = 30


def check(subject: Reading, reading: Reading) -> Iterator[Judgement]:
    """Judge the margins beside the only result of a paragraph, and the lists of results of who won all."""
    found = scores(reading)
    if not found:
        return
    text = reading.article.text
    for figure in reading.figures if _MARGIN_WORDS.search(text) else ():
        yield from _margin(text, found, figure)
    for score in found:
        yield from _leading(text, score, reading.figures)
    for run in runs(text, found):
        yield from _record(text, run)


def _margin(text: str, found: Sequence[Score], figure: Figure) -> Iterator[Judgement]:
    """The margin of a result with the result itself, in its sentence or the one before."""
    if not _is_margin(text, figure) or figure.value is None or figure.hedge:
        return
    words = text[sentence(text, figure.span.start).start : figure.span.start]
    if _ANOTHER.search(words):
        return
    near = [one for one in found if _together(text, one.span, figure.span)]
    final = [one for one in near if _is_result(text, one)]
    if len(final) != 1 or len(near) > len(final) + sum(_spelled(text, one) for one in near):
        return
    (score,) = final
    ahead = score.span.start < figure.span.start - len(words)
    if _other_game(score, figure) or (ahead and not _ENDING.search(words)):
        return
    yield _compared(figure, score)


def _compared(figure: Figure, score: Score) -> Judgement:
    """A margin told against that of a score."""
    apart = abs(score.points[0] - score.points[1])
    spots = Spot("told", figure.span), Spot("score", score.span)
    shown = f"{max(score.points)} − {min(score.points)}"
    if apart == figure.value:
        return held(*spots, equation=f"{shown} = {figure.text}")
    unit = figure.unit.name if figure.unit is not None else ""
    return conflict(*spots, equation=f"{shown} ≠ {figure.text}", expected=f"{apart}{unit}")


def _leading(text: str, score: Score, figures: Sequence[Figure]) -> Iterator[Judgement]:
    """By how much one side leads at a score right before it."""
    lead = _LEADING.match(text, score.span.end)
    end = lead.end() if lead is not None else -1
    told = next((one for one in figures if one.span.start == end and one.value is not None), None)
    unit = told.unit.name if told is not None and told.unit is not None else ""
    if told is not None and unit in ("分", "球", "个球", "局", "盘") and not _other_game(score, told):
        yield _compared(told, score)


def _other_game(score: Score, figure: Figure) -> bool:
    """Whether a score counts something else than a margin: sets and not points."""
    unit = figure.unit.name if figure.unit is not None else ""
    return max(score.points) < _FEW_GOALS if unit == "分" else max(score.points) > _MANY_GOALS


def _is_margin(text: str, figure: Figure) -> bool:
    unit = figure.unit.name if figure.unit is not None else ""
    lead = _lead(text, figure.span)
    by = _BEFORE.search(lead)
    if unit not in ("分", "球", "个球") or by is None or _SPELL.search(lead):
        return False
    return not by.group().endswith("以") or _BEHIND.match(text, figure.span.end) is not None


def _lead(text: str, span: Span) -> str:
    """The words of a clause before a span."""
    words = text[max(sentence(text, span.start).start, span.start - _MOST) : span.start]
    return re.split("[，,；;、（(]", words)[-1]


def _together(text: str, one: Span, other: Span) -> bool:
    """Whether a score stands in the sentence of a margin, or in the one before it."""
    inside = sentence(text, other.start)
    begin = paragraph(text, other.start).start
    if inside.start - 1 > begin:
        inside = Span(max(begin, sentence(text, inside.start - 2).start), inside.end)
    return inside.start <= one.start < inside.end


def _is_result(text: str, score: Score) -> bool:
    lead, rest = _lead(text, score.span), in_clause(text[score.span.end : score.span.end + 16])
    told = text[sentence(text, score.span.start).start : score.span.start]
    if _SPELL.search(lead) or _AHEAD.match(rest) or _MIDWAY.search(told):
        return False
    return _FINAL.search(lead) is not None or _WON.match(rest) is not None


def _spelled(text: str, score: Score) -> bool:
    """Whether a score is of a part of the match only."""
    return _SPELL.search(_lead(text, score.span)) is not None


def _record(text: str, run: Sequence[Score]) -> Iterator[Judgement]:
    """The results listed of one who is said to have won them all."""
    inside = sentence(text, run[0].span.start)
    told = [*_RECORD.finditer(text, inside.start, run[0].span.start)]
    if not told or told[-1].group("n") != told[-1].group("m"):
        return
    record = told[-1]
    between = text[record.end() : run[0].span.start]
    stopped = _STOPPED.search(text, max(inside.start, record.start() - 6), record.start())
    if stopped or len(between) > _MOST or _BROKEN.search(between) or _SPELL.search(between):
        return
    turned = [one for one in run if one.points[0] <= one.points[1]]
    spots = Spot("told", Span(*record.span())), *(Spot("score", one.span) for one in turned or run)
    if not turned:
        yield held(*spots, equation=record.group())
    elif len(turned) < len(run):
        first = turned[0].span.of(text)
        yield conflict(*spots, equation=f"{record.group()} ≠ {first}")
