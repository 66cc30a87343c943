"""What stands beside a number where it is told: the noun it counts, the numbers of its sentence, its owner.

Two articles tell one thing in other words: 收到来稿2368篇, 2368篇来稿. Which noun is counted, and which other
numbers are told in one breath with it, stays the same however the sentence is turned.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from factcheck.archive.setting import Setting
from factcheck.checks._across import NOUN, TOGETHER
from factcheck.checks._misprint import digits_of
from factcheck.claims.nouns import noun_after
from factcheck.model import Claim, Span
from factcheck.patterns import compiled

_EACH = compiled("人人$|个个$|家家$|户户$")
_LONGEST = 12
_FEWEST = 2  # digits of a number that is no chance beside another
# 其中，东岭中学（省级示范）教学班48个，在校学生2310人；西岭中学…
_LISTED = compiled(
    "[，：]?(?:其中|分别是|包括)?[，：]?(?P<name>[\u4e00-\u9fff]{2,12}?(?:大学|学院|中学|小学|幼儿园|医院|卫生院|博物馆|图书馆"
    "|文化馆|美术馆|景区|公园|公司|集团|合作社|机场|水库|法院))(?=（|[\u4e00-\u9fff]{2,8}\\d)"
)


def numbers_beside(here: Setting) -> dict[Span, set[str]]:
    """The numbers of each part of a sentence, parts being what ；parts: their digits and units."""
    found: dict[Span, set[str]] = {}
    for claim in here.reading.claims:
        if number := _number(claim):
            found.setdefault(part_of(claim, here), set()).add(number)
    return found


def told_beside(claim: Claim, here: Setting, numbers: Mapping[Span, set[str]]) -> frozenset[str]:
    """The noun behind a number and the other numbers told with it, as licences."""
    others = numbers.get(part_of(claim, here), set()) - {_number(claim)}
    noun = noun_behind(claim, here)
    return frozenset({*(TOGETHER + one for one in others), *((NOUN + noun,) if noun else ())})


def part_of(claim: Claim, here: Setting) -> Span:
    """The sentence of a claim, or the part of it between two ；."""
    text, sentence = here.article.text, here.sentence(claim)
    start = max(sentence.start, text.rfind("；", sentence.start, claim.span.start) + 1)
    end = text.find("；", claim.span.end, sentence.end)
    return Span(start, end if end >= 0 else sentence.end)


def _number(claim: Claim) -> str:
    """The digits of a number and its unit; empty when it says too little."""
    if len(claim.figures) != 1 or claim.unit is None:
        return ""
    value = claim.figures[0].value
    if value is None or len(digits_of(claim)) < _FEWEST:
        return ""
    return f"{Fraction(value) * claim.unit.scale}{claim.unit.base}"


def noun_behind(claim: Claim, here: Setting) -> str:
    """The noun behind a number, which it counts: 2368篇*投稿作品*; empty when there is none."""
    end = claim.span.end
    return _EACH.sub("", noun_after(here.article.text[end : end + _LONGEST], led=True))


def listed_owner(claim: Claim, here: Setting) -> str:
    """The house that opens the part of a list a claim stands in, parted from the next by ；; else nothing."""
    part, sentence = part_of(claim, here), here.sentence(claim)
    if part == sentence:
        return ""
    start = part.start
    if start == sentence.start:  # what leads to a list stands before its first part
        led = here.article.text.find("其中", start, claim.span.start)
        start = led if led >= 0 else start
    found = _LISTED.match(here.article.text, start, claim.span.start + 1)
    return found["name"] if found is not None else ""
