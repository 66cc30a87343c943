"""Articles that meet: all made to say whose in full, as far as it is known among them.

An article that names no place may speak of the same 全市 as the next one: a newsroom has one city.
So unknowns meet their like, but only while no two known homes among all that meet say otherwise. A
table of facts that speaks of one subject alone names it for the articles it is given with.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from factcheck.archive.branches import speaks_of, whole_of
from factcheck.archive.joining import joined
from factcheck.archive.lookup import LAST, begun_in, by_letters, pairs_of
from factcheck.archive.naming import bare_firm, canonical, short_house
from factcheck.archive.seen import with_seen
from factcheck.archive.setting import SCHOOLS, Home, cut_short, home, names_of, opening_of
from factcheck.archive.settling import namesakes, settled
from factcheck.archive.whose import UNKNOWN
from factcheck.archive.years import assumed
from factcheck.claims.divisions import NATION
from factcheck.claims.subjects import level
from factcheck.model import Claim, Fact, Quantity, Reading

_LEVELS = ("province", "city", "county", "town", "village")
_SMALL = ("town", "village")
_PLACED = re.compile(r"[\u4e00-\u9fff]{2,3}[省市县区镇乡](?=.{4})")
_DIVISIONS = frozenset("省市县区")
_SHORT = 5
_OMITTED = "省市州县区镇乡第"
_BARE = 3  # characters of a name that may stand for the whole
Answers = Mapping[str, str]
"""What each class of unknowns stands for: a name, or nobody (empty)."""


def met(
    readings: Sequence[Reading], references: Sequence[Reading] = (), homes: Iterable[Home] = ()
) -> tuple[Reading, ...]:
    """`readings` and `references` ready to be tied; `homes` are those of further articles they meet."""
    homes = tuple(homes)
    articles = [reading.article for reading in readings]
    own = settled(articles, [home(article) for article in articles], homes)
    everybody = [*own, *homes]
    known = {one.path: one for one in everybody if one.path}
    bodies = {one.body for one in everybody if one.body}
    alone = next(iter(known.values())) if len(known) == 1 else None
    fuller, starts = _fuller(bodies), by_letters(bodies)
    firms = _by_short(bodies, fuller)
    clear = _clear(len(known) > 1, len({fuller.get(one, one) for one in bodies}) > 1) | namesakes(everybody)
    tables = tuple(_renamed(reading, _tabled(known)) for reading in references)
    sole = _sole(tables)
    found = []
    for reading, here in zip(readings, own, strict=True):
        shared = {**clear, **{short: full for short, full in fuller.items() if _may_be(full, here)}}
        year = assumed(reading, tables) if tables else None
        ready = joined(reading, year, undated=bool(tables), place=here)
        like = {**_like(reading, alone), **_of_firm(reading, here, starts, firms)}
        answers = {**shared, **like, **({} if here.path or here.body else sole)}
        found.append(_of_houses(_renamed(ready, answers), firms))
    common = _common(found)
    return (*with_seen(readings, own, [_renamed(one, common) for one in found]), *tables)


def _by_short(bodies: Iterable[str], fuller: Answers) -> dict[str, dict[str, str]]:
    """The houses by what they are called for short, and these by their first two letters."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for full in sorted(bodies):
        for short in {short_house(full), bare_firm(full)} - {""}:
            if len(short) > _BARE or (short != full and len(short) == _BARE):
                found[short[:2]][short] = fuller.get(full, full)
    return found


def _of_houses(reading: Reading, firms: Mapping[str, Mapping[str, str]]) -> Reading:
    """`reading`, with the claims that begin with the name of a known house as claims of it.

    昊原光能组件出货量 in an article of a zone is the 组件出货量 of 昊原光能股份有限公司.
    """
    if not firms:
        return reading
    return replace(reading, claims=tuple(_of_a_house(claim, firms) for claim in reading.claims))


def _of_a_house(claim: Claim, firms: Mapping[str, Mapping[str, str]]) -> Claim:
    of, against = claim.quantity.of, claim.quantity.against
    if not isinstance(of, Fact) or of.indicator[:2] not in firms:
        return claim
    near = firms[of.indicator[:2]]
    short = max((one for one in near if of.indicator.startswith(one)), key=len, default="")
    full = near.get(short, "")
    if not full or len(of.indicator.partition("|")[0]) < len(short) + 2:
        return claim
    base = _told_of(against, short, full) if isinstance(against, Fact) else against
    return replace(claim, quantity=replace(claim.quantity, of=_told_of(of, short, full), against=base))


def _told_of(fact: Fact, short: str, full: str) -> Fact:
    if not fact.indicator.startswith(short):
        return fact
    words, bar, unit = fact.indicator.removeprefix(short).partition("|")
    return replace(fact, subject=full, indicator=canonical(words) + bar + unit)


def _fuller(bodies: Collection[str]) -> Answers:
    """The full name of each body that others call in short: 桐陵法院 is 桐陵县人民法院."""
    fuller: dict[str, set[str]] = {}
    holding, ending = _by_pairs(bodies), by_letters(bodies, LAST)
    for short in bodies:
        for full in ending.get(short[-2:], ()) if short[0] in _DIVISIONS else holding.get(short[:2], ()):
            if len(short) < len(full) and (_unplaced(full) == short or _shortens(short, full)):
                fuller.setdefault(short, set()).add(full)
    found = {short: max(full, key=len) for short, full in fuller.items() if _are_one(full)}
    return {short: full for short, full in found.items() if full not in found}


def _by_pairs(bodies: Iterable[str]) -> dict[str, list[str]]:
    """The names by each two neighbouring letters in them, so that no name is held against all others."""
    found: dict[str, list[str]] = defaultdict(list)
    for full in bodies:
        for pair in pairs_of(full):
            found[pair].append(full)
    return found


def _unplaced(full: str) -> str:
    """A name without its place: 红砖剧场 of 桂舟市红砖剧场."""
    placed = _PLACED.match(full)
    return full[placed.end() :] if placed is not None else ""


def _may_be(full: str, here: Home) -> bool:
    """Whether an article of a place may speak of a house by this name: 清水镇 has a school of its own."""
    placed = _PLACED.match(full)
    return placed is None or not here.path or placed.group() in names_of(here)


def _are_one(names: Collection[str]) -> bool:
    """Whether names are all short for the longest of them."""
    full = max(names, key=len)
    return all(one == full or cut_short(one, full) for one in names)


def _shortens(short: str, full: str) -> bool:
    """市博物馆 is 岱原市博物馆; 恒溪股份 is 恒溪电器股份有限公司; 恒溪集团 is not 恒溪集团江北分公司."""
    if whole_of(full).startswith(bare_firm(short)):
        return False
    if short[0] in _DIVISIONS:
        return full.endswith(short) and len(full) > len(short) + 1
    bare = bare_firm(full)
    like = cut_short(short, full) or (bare != full and bare_firm(short) == bare[: len(bare_firm(short))])
    return (like and short[:2] in full) or _is_called(full, short)


def _of_firm(
    reading: Reading,
    here: Home,
    starts: Mapping[str, Sequence[str]],
    shorts: Mapping[str, Mapping[str, str]],
) -> Answers:
    """The one known house that the headline or the opening calls by a short name.

    海门港 is 海门港集团, 渌州三院 is 渌州市第三人民医院.
    """
    if here.body:
        return {}
    if here.path:
        text = reading.article.text
        often = {full for few in shorts.values() for short, full in few.items() if text.count(short) > 1}
        return {UNKNOWN + "body": often.pop()} if len(often) == 1 else {}
    opening = opening_of(reading.article)
    found = {full for full in begun_in(opening, starts) if _is_called(full, opening)}
    found = {full for full in found if not any(full != other and full in other for other in found)}
    full = found.pop() if len(found) == 1 else ""
    return {UNKNOWN + "body": full, UNKNOWN: full} if full else {}


def _is_called(full: str, text: str) -> bool:
    """Whether `text` holds a house by its name, by its bare name, or with letters of its name left out."""
    bare = bare_firm(full)
    if len(bare) >= _BARE and bare in text:
        return speaks_of(text, bare)
    if len(bare) < _SHORT:
        return False
    first, rest, last = bare[:2], bare[2:-2], bare[-2:]
    left_out = _OMITTED if full.endswith(SCHOOLS) else rest  # 沐河职业学院 is not 沐河工业职业学院
    middle = "".join(f"{letter}?" if letter in left_out else letter for letter in rest)
    return any(
        len(found.group()) > _BARE
        for found in re.finditer(f"{first}{middle}(?:{last[0]}?{last[1]}|{last[0]})", text)
    )


def _common(readings: Sequence[Reading]) -> Answers:
    """The one class of unknowns that is spoken of, for articles that say nothing at all."""
    classes = {
        side.subject
        for reading in readings
        for claim in reading.claims
        for side in _facts(claim.quantity)
        if side.subject.startswith(UNKNOWN)
    }
    classes.discard(UNKNOWN)
    return {UNKNOWN: classes.pop()} if len(classes) == 1 else {}


def _clear(places: bool, bodies: bool) -> dict[str, str]:
    """Nobody, for the unknowns that could be one of several."""
    answers = {UNKNOWN + one: "" for one in _SMALL}  # no newsroom has one village
    if places:
        answers |= {UNKNOWN + one: "" for one in (*_LEVELS, "")}
    if bodies:
        answers |= {UNKNOWN + "body": "", UNKNOWN: ""}
    return answers


def _like(reading: Reading, alone: Home | None) -> Answers:
    """The one known home, for an article that names it in passing, or says 全市 and names no other."""
    if alone is None or not alone.level:
        return {}
    text = reading.article.title + reading.article.text
    if any(name in text for name in names_of(alone)):
        return {UNKNOWN + alone.level: alone.path, UNKNOWN: alone.path}
    return {} if alone.level in _SMALL else {UNKNOWN + alone.level: alone.path}


def _tabled(known: Mapping[str, Home]) -> Answers:
    """The 全县 of a table, where the articles have one county."""
    by_level: dict[str, set[str]] = {}
    for one in known.values():
        by_level.setdefault(one.level, set()).add(one.path)
    return {UNKNOWN + at: next(iter(paths)) for at, paths in by_level.items() if at and len(paths) == 1}


def _sole(tables: Sequence[Reading]) -> Answers:
    """The one subject of all tables, for articles that do not say whose."""
    subjects = {side.subject for table in tables for claim in table.claims for side in _facts(claim.quantity)}
    subjects.discard(NATION)
    if len(subjects) != 1:
        return {}
    subject = subjects.pop()
    if subject.startswith(UNKNOWN):
        return {UNKNOWN: subject}
    at = level(subject.rpartition("/")[2]) or "body"
    return {UNKNOWN: subject, UNKNOWN + at: subject}


def _facts(quantity: Quantity) -> Iterable[Fact]:
    for side in (quantity.of, quantity.against):
        if isinstance(side, Fact):
            yield side
        elif side is not None:
            yield from _facts(side)


def _renamed(reading: Reading, answers: Answers) -> Reading:
    if not answers:
        return reading
    claims = [(claim, _answered(claim.quantity, answers)) for claim in reading.claims]
    return replace(reading, claims=tuple(_with(claim, one) for claim, one in claims if one is not None))


def _with(claim: Claim, quantity: Quantity) -> Claim:
    return claim if quantity == claim.quantity else replace(claim, quantity=quantity)


def _answered(quantity: Quantity, answers: Answers) -> Quantity | None:
    of = _side(quantity.of, answers)
    against = None if quantity.against is None else _side(quantity.against, answers)
    if of is None or (against is None and quantity.against is not None):
        return None
    return replace(quantity, of=of, against=against)


def _side(side: Fact | Quantity, answers: Answers) -> Fact | Quantity | None:
    if isinstance(side, Quantity):
        return _answered(side, answers)
    first, slash, rest = side.subject.partition("/")
    if first not in answers:
        return side
    whose = answers[first] + slash + rest
    return replace(side, subject=whose, indicator=_without(side.indicator, whose)) if answers[first] else None


def _without(indicator: str, whose: str) -> str:
    """机场旅客吞吐量 of 江州机场 → 旅客吞吐量, 海门港货物吞吐量 of 海门港集团 → 货物吞吐量."""
    house = next((whose[-size:] for size in (4, 3, 2) if indicator.startswith(whose[-size:])), "")
    return indicator.removeprefix(bare_firm(whose)).removeprefix(house)
