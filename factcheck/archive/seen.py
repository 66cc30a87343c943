"""Numbers as an article tells them, for articles that are of one thing: what they may repeat with a slip.

Most figures cannot be put so that whose, what and when are sure in full, and yet a reader of two articles
on one bridge sees that 882米 in one and 828米 in the other are one number. Such claims keep what their
words say, and which of the names known among the articles that meet stand in their article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from factcheck.archive.beside import listed_owner, noun_behind, numbers_beside, told_beside
from factcheck.archive.events import event_names
from factcheck.archive.finishes import finishes
from factcheck.archive.happenings import projects
from factcheck.archive.lexicon import joining
from factcheck.archive.lookup import begun_in, by_letters
from factcheck.archive.moments import (
    ALWAYS,
    GROWN,
    Moment,
    last_day,
    moment,
    named_near,
    occasion,
    so_far,
    whole_year,
)
from factcheck.archive.naming import bare_firm, called_short, canonical
from factcheck.archive.ranks import ranks
from factcheck.archive.setting import EDGE, STEMS, Home, Setting, names_of, opening_of, setting, trimmed
from factcheck.archive.things import proper, works
from factcheck.archive.vintages import licences, modality
from factcheck.archive.whose import UNKNOWN, home_subject, subject
from factcheck.checks._across import AREA, COUNTED, DAY, HOME, SEEN, TOPIC
from factcheck.model import Claim, Fact, FigureKind, Measure, Quantity, Reading
from factcheck.patterns import compiled
from factcheck.periods.numerals import number
from factcheck.text.words import cutter

_EDITION = compiled(
    "第[一二三四五六七八九十\\d]{1,3}届[\u4e00-\u9fff·]{2,20}?(?:[会节展赛](?![议员场事程制])|马拉松|论坛)"
)
_HOUSE = compiled(
    rf"{EDGE}(?P<name>[\u4e00-\u9fff]{{3,10}}?(?:[段局所队站厂社院校馆园场港湖寺塔街]|音乐厅|大会堂|遗址|墓地|墓群|石窟|码头|中心|景区|地铁|世界|古镇|古城|灌区|协会|学会|基金会|车间))(?![\u4e00-\u9fff]?[长员])"
)
_TITLED = compiled("《([\u4e00-\u9fffA-Za-z0-9·]{3,16})》(?!讯|记者|电|报道|评论员)")
_LEAGUE = compiled("[\u4e00-\u9fff]{4}(?:联赛|锦标赛|公开赛|大奖赛)")
_BODY = compiled("中央|代表|委员|全会|人大|政协|常务|党|理事")
_VISITS = "人次"
_SO_MANY = compiled(
    "([两二三四五六七八九]|(?<!\\d)[2-9])(?:大类|[大个家类段所座条地项种片县市区镇乡校院馆]|部分|方面)(?![月天日小百千万亿]|年(?!级))"
)
_LISTED = compiled(
    "((?:[一二三四五六甲乙丙丁]、){1,5}[一二三四五六甲乙丙丁])[级类期号等](?![、和])"
)  # 一、二、三级
_FEWEST = 2  # digits of a number that can show a slip, or be part of a sum
_SHORTEST = 3  # characters of the name of a thing that two articles share
_RECENT = 2  # days: what was told the day before is told as 昨天
_FIGURED = frozenset({FigureKind.QUANTITY, FigureKind.NUMBER, FigureKind.PERCENT})


def with_seen(readings: Sequence[Reading], homes: Sequence[Home], joined: Sequence[Reading]) -> list[Reading]:
    """`joined` with the numbers as seen in `readings`; `homes` are where these are of.

    An article alone has nobody to repeat.
    """
    if len(readings) == 1:
        return list(joined)
    here = [setting(reading, place=home) for reading, home in zip(readings, homes, strict=True)]
    named = [_names(one) for one in here]
    everything: dict[str, str] = {}
    for names in named:
        everything |= names
    among = by_letters(everything)
    owners = {name: one.home.path or one.home.body for one in here for name in names_of(one.home)}
    owners |= {name: one.home.body for one in here for name in called_short(one.home.body)}
    near = by_letters(owners)
    found = []
    for one, ready in zip(here, joined, strict=True):
        topics = _topics(one, everything, among)
        home = frozenset({HOME + one.home.path.rpartition("/")[2]} if one.home.path else ())
        seen = _seen(one, topics | home)
        found.append(replace(ready, claims=(*ready.claims, *seen, *ranks(one, owners, near), *finishes(one))))
    return found


def _names(here: Setting) -> dict[str, str]:
    """The names an article knows for what it is of, and of which sort they are: a thing or a place."""
    text = here.article.title + "\n" + here.article.text
    things = [name for _, name in works(text) if proper(name)]
    things += [name for _, name in event_names(here)] + [name for name in projects(text) if proper(name)]
    things += [name for name in _EDITION.findall(text) if not _BODY.search(name)]
    things += _LEAGUE.findall(text)
    things += _TITLED.findall(here.article.text)
    things += _houses(opening_of(here.article))
    things += [here.home.body, bare_firm(here.home.body)] if here.home.body else []
    names = dict.fromkeys((name for name in things if len(name) >= _SHORTEST), TOPIC)
    return {**dict.fromkeys(names_of(here.home), AREA), **names}


def _houses(opening: str) -> Iterator[str]:
    """The offices, teams and places of work that a headline or an opening names: 禾川车务段."""
    for found in _HOUSE.finditer(opening):
        name = trimmed(found["name"])
        words = cutter().cut(name)[:1]
        if len(name) > _SHORTEST and words and (len(words[0][0]) == 1 or words[0][1] in STEMS):
            yield name


def _topics(here: Setting, sorts: Mapping[str, str], among: Mapping[str, Sequence[str]]) -> frozenset[str]:
    """Which of the known names stand in the article."""
    text = here.article.title + "\n" + here.article.text
    return frozenset(sorts[name] + name for name in begun_in(text, among) if name in text)


def _seen(here: Setting, topics: frozenset[str]) -> Iterator[Claim]:
    known = (topic[len(TOPIC) :] for topic in topics if not topic.startswith(HOME))
    names = sorted(known, key=lambda name: (-len(name), name))
    numbers = numbers_beside(here)
    for claim in here.reading.claims:
        fact = claim.quantity.of
        if claim.quantity.measure is not Measure.LEVEL or not isinstance(fact, Fact) or not _countable(claim):
            continue
        if _lasts(fact) and GROWN.search(here.words(claim)):
            continue
        said = modality(claim, here)
        unit = claim.unit.base if claim.unit is not None else ""
        name = _plain(fact, unit, names) or _counted(claim, unit, here)
        if said is not None and name:
            when, feast = _when(fact, claim, here)
            of = Fact(_whose(claim, fact, here), name, feast, when)
            yield replace(
                claim,
                quantity=Quantity(Measure.RANK, of, sort=SEEN),
                modality=said,
                licences=licences(claim, here)
                | topics
                | _parts_said(claim, here)
                | told_beside(claim, here, numbers)
                | _on_day(fact, claim, here),
                made_by=SEEN,
            )


def _parts_said(claim: Claim, here: Setting) -> frozenset[str]:
    """Of how many parts the sentence of a claim, or what follows it, speaks: 三家景区, 四类案件."""
    sentence = here.sentence(claim)
    found = _SO_MANY.findall(here.article.text, sentence.start, sentence.end + 1)
    listed = _LISTED.findall(here.article.text, sentence.start, claim.span.start)
    counts = [number(said) for said in found] + [(len(said) + 1) // 2 for said in listed]
    return frozenset(f"{COUNTED}{count}" for count in counts)


def _countable(claim: Claim) -> bool:
    """One number, long enough that two of its digits can have changed places."""
    if len(claim.figures) != 1 or claim.unit is None or claim.alternative or claim.interval is None:
        return False
    figure = claim.figures[0]
    digits = "".join(re.findall(r"\d", figure.text)).strip("0")
    return figure.kind in _FIGURED and len(digits) >= _FEWEST


def _plain(fact: Fact, unit: str, names: Sequence[str]) -> str:
    """The name without what it is of and with its unit; empty when it has none."""
    words = fact.indicator.partition("|")[0].partition("#")[0]
    for name in names:
        words = words.replace(name, "") if len(words) > len(name) + 1 else words
    words = canonical(words) or (_VISITS if unit == _VISITS else "")  # 12.68万人次走进…
    return f"{words}|{unit}" if len(words) > 1 else ""


def _counted(claim: Claim, unit: str, here: Setting) -> str:
    """The noun behind a number that has no other name: 2368篇来稿."""
    noun = noun_behind(claim, here)
    return f"{noun}|{unit}" if noun else ""


def _whose(claim: Claim, fact: Fact, here: Setting) -> str:
    """Whose it is, where that is sure; else nothing."""
    if listed := listed_owner(claim, here):
        return listed
    whose = subject(fact.subject, claim, here) if fact.subject else home_subject(claim, here)
    at = here.home.site if whose == here.home.body else ""
    return "" if whose.startswith(UNKNOWN) else whose + at


def _when(fact: Fact, claim: Claim, here: Setting) -> tuple[Moment, frozenset[str]]:
    """The days it is of, or the holiday; always when they are not sure, or only tell when it was reported."""
    found = moment(fact.period, claim, here)
    if _lasts(fact):
        return ALWAYS, frozenset()
    if found is None:
        feast = occasion(claim, here, fact.period)
        return (whole_year(feast[1]), frozenset({feast[0]})) if feast is not None else (ALWAYS, frozenset())
    if not named_near(fact.period, claim, here):
        return ALWAYS, frozenset()
    found = so_far(found, claim, here) or ALWAYS
    return ALWAYS if _lately(found, here) else found, frozenset()


def _on_day(fact: Fact, claim: Claim, here: Setting) -> frozenset[str]:
    """The one day whose number it is, near or far from when it was reported: 昨天, 6月3日."""
    found = moment(fact.period, claim, here)
    near = found is not None and found[1] == found[2] and not found[3]
    if found is None or found[1] is None or not near or not named_near(fact.period, claim, here):
        return frozenset()
    return frozenset({DAY + "-".join(map(str, found[1]))})


def _lasts(fact: Fact) -> bool:
    return joining().lasts.search(fact.indicator.partition("#")[0].partition("|")[0]) is not None


def _lately(found: Moment, here: Setting) -> bool:
    """昨天 tells when something was reported, not of which days it is."""
    today = here.published
    if found[1] is None or found[1] != found[2] or today is None or today.day is None:
        return False
    return last_day(today)[:2] == found[1][:2] and abs(last_day(today)[2] - found[1][2]) <= _RECENT
