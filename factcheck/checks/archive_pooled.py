"""The total of several houses in one article, their parts in others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence

from factcheck.checks import Judgement, conflict, held
from factcheck.checks._across import (
    PRELIMINARY,
    QUOTED,
    REVISED,
    accusable,
    added,
    cited,
    interval,
    level_of,
    looseness,
    spot,
    stretch,
    words,
)
from factcheck.checks._company import Company
from factcheck.checks.parts.printing import printed
from factcheck.model import Claim, Fact, Modality, Reading
from factcheck.patterns import compiled

_PLACED = compiled("[\u4e00-\u9fff]{2,3}[省市县区](?=[\u4e00-\u9fff]{2,4}(?:[区县市镇乡村]|街道|社区)$)")


def check(subject: Company, reading: Reading) -> Iterator[Judgement]:
    """Every total whose parts are all known."""
    totals = [(claim, level_of(claim)) for claim in subject.claims() if "+" in _subject(claim)]
    if not totals:
        return
    levels: dict[Hashable, list[Claim]] = defaultdict(list)
    for claim in subject.claims():
        fact = level_of(claim)
        if fact is not None and claim.modality is Modality.ACTUAL:
            levels[_named(fact.subject, _standing(fact)), fact.period].append(claim)
    for total, whole in totals:
        if whole is None or total.licences & {REVISED, PRELIMINARY, QUOTED}:
            continue
        wanted = [_named(one, _standing(whole)) for one in whole.subject.split("+")]
        parts = [levels.get((one, whole.period), []) for one in wanted]
        sharpest = [min(found, key=looseness) for found in parts if found]
        if all(parts) and any(map(accusable, (total, *sharpest))):
            yield from _judged(total, sharpest, parts)


def _standing(fact: Fact) -> str:
    """What is built by a day is what stands on it: 截至6月底建成食堂, 6月底食堂."""
    days = stretch(fact)
    return fact.indicator.replace("建成|", "|") if days is not None and days.instant else fact.indicator


def _named(subject: str, indicator: str) -> str:
    """Whose what in one word: 泽州市 + 人民医院门诊量 is 泽州市人民医院 + 门诊量."""
    whose = "" if subject.startswith("?") else subject.rpartition("/")[2]
    placed = _PLACED.match(whose)  # 鹤湾区北塘街道
    return (whose[placed.end() :] if placed else whose) + indicator


def _subject(claim: Claim) -> str:
    fact = level_of(claim)
    return fact.subject if fact is not None and claim.modality is Modality.ACTUAL else ""


def _judged(total: Claim, parts: Sequence[Claim], every: Sequence[Sequence[Claim]]) -> Iterator[Judgement]:
    if any(
        not interval(one).meets(interval(best))
        for best, found in zip(parts, every, strict=True)
        for one in found
    ):
        return
    whole = added(parts)
    equation = " + ".join(words(part) for part in parts)
    spots = (spot("total", total), *(spot("part", part) for part in parts))
    if whole.meets(interval(total)):
        yield held(*spots, equation=f"{words(total)} = {equation}")
    elif accusable(total) and all(part.article is not total.article for part in parts):
        yield conflict(
            *spots,
            equation=f"{words(total)} ≠ {equation}",
            where="、".join(map(cited, parts)),
            parts=equation,
            expected=printed(whole, total),
        )
