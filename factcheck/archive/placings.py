"""Places in a ranking told behind a figure: 产茶2.13万吨，在全市各县区中排名第一; 积30分，名列第三.

The figure carries its place as a licence and as a mark among its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from factcheck.archive.moments import whole_year
from factcheck.archive.setting import Setting
from factcheck.checks._across import PLACED, POINTS, STANDING
from factcheck.interval import Interval
from factcheck.model import Claim, Fact, Figure, FigureKind, Measure, Quantity, Span
from factcheck.patterns import compiled
from factcheck.periods.numerals import number

_NUMBER = r"[一二三四五六七八九十]{1,2}|\d{1,3}"
_PLACING = compiled(
    r"(?:全(?P<level>[省市县区州镇乡])|(?P<place>(?:(?![在全居位列于各])[\u4e00-\u9fff]){2,3}[省市县区州])(?=[各的\d]))(?P<among>[^，。；]{0,14}?)"
    r"(?:[由从按]?[低高少多]到[低高少多])?(?:位居|[位排名高]?[居列]|排名?|名列|排在|摘得|拿下)?"
    rf"(?:第(?P<number>{_NUMBER})(?:位|名)?(?![季届期批次个家所年])|(?:首位|之首|榜首|冠军))"
)
_WAY = compiled("[由从按]?[低少]到[高多]")
_OTHER = compiled("[占增均率速幅比]|密度|强度")  # the place is of something else: 亩均产值居全市首位
_ROUND = compiled(r"第[一二三四五六七八九十\d]{1,3}轮(?=战罢|结束|打完|踢完|过后|赛罢)")
_POINTS = compiled(
    r"积(?P<points>\d{1,3})分[，,]?(?:暂时?)?(?:排名?|名列|位[居列]|高?居|列|排在)?(?:积分榜)?"
    rf"(?:第(?P<number>{_NUMBER})(?:位|名)?|(?:首位|榜首))"
)
_LEAGUE = compiled(
    r"(?P<name>[\u4e00-\u9fff]{2,4}(?:联赛|锦标赛|超级联赛|[超甲乙]级?联赛))(?P<stage>常规赛|小组赛|预赛|第一阶段)?"
)
_OVER = compiled(r"收官|结束|踢完|打完|战罢|落幕|赛罢|全部赛完")
_REACH = 48
_FIRST = "首"  # a place without a number


def with_placings(claims: Sequence[Claim], here: Setting) -> Iterator[Claim]:
    """`claims` of one article, those that are told with their place marked as such."""
    text = here.article.text
    if "全" not in text and "各" not in text:
        yield from claims
        return
    starts = sorted({claim.span.start for claim in claims if claim.quantity.measure is Measure.LEVEL})
    for claim in claims:
        found = _placing(claim, starts, here)
        if found is None:
            yield claim
        else:
            marks = (*claim.words, ("record", Span(found.start(), found.end())))
            yield replace(claim, licences=claim.licences | {_licence(found, claim, here)}, words=marks)


def _placing(claim: Claim, starts: Sequence[int], here: Setting) -> re.Match[str] | None:
    """The place told behind a level, before the next one but for how many there are."""
    if claim.quantity.measure is not Measure.LEVEL or claim.quantity.sort:
        return None
    text, end = here.article.text, claim.span.end
    stop = min(end + _REACH, here.sentence(claim).end)
    part = text.find("；", end, stop)
    stop = part if part >= 0 else stop
    found = _PLACING.search(text, end, stop)
    if found is None or _OTHER.search(text, end, found.start()):
        return None
    return None if any(end <= start < found.start() for start in starts) else found


def _licence(found: re.Match[str], claim: Claim, here: Setting) -> str:
    level = found["level"] or found["place"][-1]
    way = "低" if _WAY.search(here.article.text, claim.span.end, found.end()) else "高"
    parts = (
        number(found["number"] or _FIRST),
        level,
        way,
        _among(found, level, here),
    )
    return PLACED + ":".join(map(str, parts))


def _among(found: re.Match[str], level: str, here: Setting) -> str:
    """The place whose parts are ranked, as far as it is known."""
    if found["place"]:
        return found["place"]
    name = here.home.path.rpartition("/")[2]
    return name if name.endswith(level) else ""


def standings(here: Setting) -> Iterator[Claim]:
    """Points and place of a team in a league that is over: 积30分，名列第三."""
    text, today = here.article.text, here.published
    if today is None or "积" not in text or _OVER.search(text) is None:
        return
    for found in _POINTS.finditer(text):
        leagues = list(_LEAGUE.finditer(text, 0, found.start()))
        if not leagues:
            continue
        stage = next(iter(_ROUND.findall(text)), leagues[-1]["stage"] or "")
        fact = Fact(leagues[-1]["name"][-6:], f"积分榜{stage}|位", period=whole_year(today.year))
        span = Span(found.start(), found.end())
        yield Claim(
            quantity=Quantity(Measure.RANK, fact, sort=STANDING),
            interval=Interval.exactly(Fraction(number(found["number"] or _FIRST))),
            figures=(Figure(span, span.of(text), None, None, None, FigureKind.ORDINAL),),
            article=here.article,
            licences=frozenset({f"{POINTS}{found['points']}"}),
            made_by=STANDING,
        )
