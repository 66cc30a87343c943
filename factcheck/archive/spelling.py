"""Names that a sentence leaves to its other half: 全长8426米的东岭隧道; 10月单月新签48.3亿元."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from factcheck.archive.lexicon import joining
from factcheck.archive.naming import canonical
from factcheck.archive.setting import Setting
from factcheck.model import Claim, Fact, Measure

_THING = re.compile(
    r"的(?P<thing>[\u4e00-\u9fffA-Za-z0-9]{3,12}?)(?=昨|今|日前|近日|正式|顺利|全线|主体|于|在|已|将|[，。、；（]|贯通|通车|建成|开)"
)
_SINGLE = re.compile(r"^(?:单月|当月|本月|当季|单季|其中)")


def spelled(claims: Iterable[Claim], here: Setting) -> Iterator[Claim]:
    """`claims` with the names of levels completed from their own sentence."""
    before: Claim | None = None
    for claim in claims:
        fact = claim.quantity.of
        if claim.quantity.measure is not Measure.LEVEL or not isinstance(fact, Fact):
            yield claim
            continue
        name = _thing(fact, claim, here) or _taken_up(fact, claim, before, here)
        if name:
            full = Fact(fact.subject, name, fact.scope, fact.period)
            claim = replace(claim, quantity=replace(claim.quantity, of=full))  # noqa: PLW2901
        before = claim
        yield claim


def _thing(fact: Fact, claim: Claim, here: Setting) -> str:
    """The thing that stands behind its measure."""
    words, bar, unit = fact.indicator.partition("|")
    if not joining().measure.fullmatch(words):
        return ""
    found = _THING.match(here.article.text, claim.span.end)
    return f"{found['thing']}{words}{bar}{unit}" if found else ""


def _taken_up(fact: Fact, claim: Claim, before: Claim | None, here: Setting) -> str:
    """The longer name just said, of which this one repeats the beginning."""
    said = before.quantity.of if before is not None else None
    if before is None or not isinstance(said, Fact) or here.sentence(before) != here.sentence(claim):
        return ""
    words, bar, unit = fact.indicator.partition("|")
    long, _, same = said.indicator.partition("|")
    short = canonical(_SINGLE.sub("", words))
    if unit != same or fact.period == said.period or len(short) < 2 or short == canonical(long):
        return ""
    return f"{canonical(long)}{bar}{unit}" if canonical(long).startswith(short) else ""
