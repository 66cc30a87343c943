"""When a house began: 创办于1956年, 1932年创办, 庆祝建园92周年; the house is the one the article is of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from factcheck.archive.lives import lives, told
from factcheck.archive.naming import called_short
from factcheck.archive.setting import Setting
from factcheck.checks._across import BEGUN
from factcheck.interval import Interval
from factcheck.model import Claim, Figure, Grain, Period, Span
from factcheck.patterns import compiled

_BEGINNING = f"{BEGUN}|年"
_STOP = compiled(r"[，,；;：:。！？\n“”]")
_FEAST = compiled(
    r"(?P<words>[\u4e00-\u9fffA-Za-z]{0,16}?)(?P<deed>建[校院馆厂园站所店社台团队行局场港]|创[办建立刊]|成立|开[办馆业])(?:以来)?(?P<so>已[经有]?|至今|迎来|整|满|的)*(?:第)?$"
)
_KEPT = compiled("(?:的)?(?:[校院馆厂店社]庆|华诞)")  # 学校80周年校庆
_TO_COME = compiled("明年|后年|即将|将迎|将满|年后")
_OF_IT = compiled(
    r"(?:庆祝|纪念|迎来|喜迎|恰逢|正值|适逢|是|迎|为|在|于|大会|昨天|今年|\d+日|昨日|的|其|自|正式)+$"
)
_REST = compiled(r"的(?P<rest>[\u4e00-\u9fff]{2,14})")
_PART = compiled("分|新")
_THIS = compiled("[这该][家所座间支]$")
_HERE = compiled("[就便]?(?:在|于)[^，]{1,10}$")
_BY = compiled(r"^.{0,3}?(?:由[^，]{1,8}|始|最早|正式|于|就|注册|登记|挂牌|揭牌)*$")


@cache
def _deed_behind() -> re.Pattern[str]:
    return compiled(
        rf"(?P<by>[^，,。；;\n]{{0,12}}?)(?:{lives().begun})(?:开[放业园馆]|[启投]用|运营|营业)?"
        r"(?P<rest>的[^，。；]{0,12})?(?=[，,。；;、）)至以\n]|[时初]|当[天日年时]|$)"
    )


@cache
def _deed_before() -> re.Pattern[str]:
    return compiled(rf"(?P<words>[^，,。；;\n]*?)(?:{lives().begun})(?:于|自|时间[为是：])$")


@cache
def _deed_beside() -> re.Pattern[str]:
    return compiled(rf"(?:{lives().begun})(?:于|自)$")


def houses(here: Setting) -> Iterator[Claim]:
    """The years in which the house of an article is said to have begun."""
    if here.home.body and here.published is not None:
        yield from _begun(here)
        yield from _feasts(here, here.published.year)


def _begun(here: Setting) -> Iterator[Claim]:
    for period in here.reading.periods:
        plain = period.part("year") and period.grain is not Grain.SPAN and not period.form
        if plain and period.first and _begins(period, here):
            span = _with_deed(period, here)
            yield told(here.home.body, _BEGINNING, Interval.exactly(period.first[0]), span, here)


def _feasts(here: Setting, year: int) -> Iterator[Claim]:
    """A year more or less is no matter: feasts are kept before and after."""
    text = here.article.text
    for figure in here.reading.figures:
        if figure.unit is None or figure.value is None or figure.hedge or not _counts_years(figure, text):
            continue
        ahead = _STOP.split(text[max(0, figure.span.start - 24) : figure.span.start])[-1]
        found = _FEAST.search(ahead)
        words = found["words"] if found else ahead if _KEPT.match(text, figure.span.end) else None
        if words is not None and _own(words, here) and not _TO_COME.search(ahead):
            then = year - int(figure.value)
            yield told(here.home.body, _BEGINNING, Interval.between(then - 1, then + 1), figure, here)


def _counts_years(figure: Figure, text: str) -> bool:
    """70周年, or 15年来 behind the deed it counts from."""
    name = figure.unit.name if figure.unit is not None else ""
    return name == "周年" or (name == "年" and text.startswith(("来", "以来"), figure.span.end))


def _begins(period: Period, here: Setting) -> bool:
    """The clause of a year tells that the house began in it."""
    text = here.article.text
    ahead = _STOP.split(text[max(0, period.span.start - 24) : period.span.start])[-1]
    after = _deed_behind().match(text[period.span.end :][:40].lstrip("，,"))
    before = _deed_before().search(ahead)
    if before is not None:
        rest = _REST.match(text, period.span.end)
        return _own(before["words"], here) and (rest is None or _named(rest["rest"], here))
    if after is None or not _BY.match(_without(after["by"], here)):
        return False
    if after["rest"]:
        return _named(after["rest"], here, this=_THIS.search(ahead) is not None)
    return _own(ahead, here)


def _without(words: str, here: Setting) -> str:
    """The words before a deed without the name of the house: 澄泉啤酒就在这里."""
    for name in called_short(here.home.body):
        words = words.removeprefix(name)
    return _HERE.sub("", words)


def _own(words: str, here: Setting) -> bool:
    """The words before a beginning speak of the house as a whole: nothing, 学校, 酱园由汪家."""
    body = here.home.body
    if lives().other.search(words.replace(body, "")):
        return False
    words = _OF_IT.sub("", words.partition("由")[0] if "由" in words else words)
    return not words or words.endswith((body, body[-2:], body[-3:])) or bool(lives().stands.search(words))


def _named(words: str, here: Setting, *, this: bool = False) -> bool:
    """What is said to have begun is the house or its kind: 创办于1956年的乡镇中学, 这家1986年创办的厂子."""
    kind = here.home.body[-1:] if this else here.home.body[-2:]
    return kind in words and not _PART.search(words)


def _with_deed(period: Period, here: Setting) -> Span:
    """The year with the words that tell what was done, as far as they stand beside it."""
    ahead = _deed_beside().search(here.article.text[max(0, period.span.start - 8) : period.span.start])
    return Span(period.span.start - len(ahead.group()) if ahead else period.span.start, period.span.end)
