"""Claims put so that those of different articles can meet: whose, what and when in full.

Everything unclear is left out. A claim that stays out is still checked within its own article.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from factcheck.archive.corrections import corrections, quoted
from factcheck.archive.events import events
from factcheck.archive.happenings import happenings
from factcheck.archive.houses import houses
from factcheck.archive.lexicon import joining
from factcheck.archive.moments import (
    ALWAYS,
    GROWN,
    UNDATED,
    Moment,
    moment,
    named_near,
    occasion,
    so_far,
    whole_year,
    years_back,
)
from factcheck.archive.naming import apart, indicator, of_body, of_kind, of_part, owned
from factcheck.archive.people import people
from factcheck.archive.placings import standings, with_placings
from factcheck.archive.pooled import pooled
from factcheck.archive.records import with_records
from factcheck.archive.setting import Home, Setting, setting
from factcheck.archive.spelling import spelled
from factcheck.archive.tariffs import tariffs
from factcheck.archive.things import is_thing
from factcheck.archive.vintages import licences, modality, nature
from factcheck.archive.whose import UNKNOWN, home_subject, of_all_such, subject
from factcheck.checks._across import LIMITS, NOTICE, key
from factcheck.interval import Interval
from factcheck.model import Claim, Fact, Figure, Measure, Quantity, Reading, Span
from factcheck.patterns import compiled

_LESS = compiled("[只仅]计|[只仅]统计|[只仅]算|[只仅]包[括含]|[只仅]含|如果不[算计含]|若不[算计含]")
_CHINESE = frozenset("一二两三四五六七八九十")


_ONCE = (events, people, houses, happenings, standings, tariffs)
"""What reads claims of an article that only matter where articles meet."""


def joined(
    reading: Reading, year: int | None = None, *, undated: bool = False, place: Home | None = None
) -> Reading:
    """`reading` with only the claims that can meet those of other articles, their facts in full.

    `year` is when an article speaks from that does not say. With `undated` claims without any time
    are kept too; they meet nothing but what does not depend on time. `place` is what other articles
    tell of where it is of.
    """
    here = replace(setting(reading, year, place), undated=undated)
    counted = Counter(figure.span for claim in reading.claims for figure in claim.figures)
    claims = (claim for claim in reading.claims if _countable(claim, counted))
    once = chain.from_iterable(read(here) for read in _ONCE)
    kept = _at_one([*_in_full(list(_joined(claims, here)), here), *once])
    marked = tuple(with_records(tuple(kept), reading.article.text, reading.figures))
    told = tuple(with_placings(marked, here))
    return replace(reading, claims=(*told, *corrections(here)), partitions=(), enumerations=())


def _in_full(claims: Sequence[Claim], here: Setting) -> Iterator[Claim]:
    """The claims without those whose name another one says in full and with another number.

    新收案件5174件…劳动争议新收486件: what merely was 新收 is not all that was.
    """
    names = {claim.span: _name(claim.quantity).partition("|")[0] for claim in here.reading.claims}
    full: dict[Hashable, tuple[str, Interval]] = {}
    for claim in claims:
        name, said = names.get(claim.span, ""), claim.interval
        known = full.get(key(claim))
        if said is not None and (known is None or (len(name) > len(known[0]) and known[0] in name)):
            full[key(claim)] = name, said
    for claim in claims:
        name, said = full.get(key(claim), ("", claim.interval))
        own = names.get(claim.span, name)
        short = len(own) < len(name) and own in name
        if not short or said is None or claim.interval is None or claim.interval.meets(said):
            yield claim


def _at_one(claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims without those that contradict each other in one article: their names say too little.

    全市出口1542亿元…机电产品是大头，全年出口864亿元: the one that says whose it is stays.
    """
    common: dict[Hashable, Interval | None] = {}
    named: dict[Hashable, Interval | None] = {}
    for claim in claims:
        _meet(common, claim)
        if claim.told:
            _meet(named, claim)
    for claim in claims:
        own = key(claim)
        if common[own] is not None or (claim.told and named[own] is not None):
            yield claim


def _meet(common: dict[Hashable, Interval | None], claim: Claim) -> None:
    """Narrow what all claims of one key can mean; `None` when nothing is left."""
    if claim.interval is not None:
        before = common.setdefault(key(claim), claim.interval)
        common[key(claim)] = None if before is None else before.intersect(claim.interval)


def _joined(claims: Iterator[Claim], here: Setting) -> Iterator[Claim]:
    corrected = quoted(here)
    for claim in spelled(claims, here):
        if any(span.overlaps(claim.span) for span in corrected) or _of_less(claim, here):
            continue
        said = modality(claim, here)
        quantity = None if said is None else _full(replace(claim, modality=said), here)
        if said is not None and quantity is not None:
            told = licences(claim, here) | nature(_name(quantity), claim, here)
            yield replace(claim, quantity=quantity, modality=said, licences=told)


def _of_less(claim: Claim, here: Setting) -> bool:
    """若只计规模养殖场，不含散养户，出栏55万头: not of all that the name says."""
    sentence = here.sentence(claim)
    return _LESS.search(here.article.text, sentence.start, claim.span.end) is not None


def _full(claim: Claim, here: Setting) -> Quantity | None:
    total = pooled(claim, here)
    if total is None:
        return _quantity(claim.quantity, claim, here)
    fact = _dated(total, claim, here, named=True)
    return None if fact is None else Quantity(Measure.LEVEL, fact)


def _name(quantity: Quantity) -> str:
    of: Quantity | Fact = quantity
    while isinstance(of, Quantity):
        of = of.of
    return of.indicator


def _countable(claim: Claim, once: Counter[Span]) -> bool:
    """One figure with one reading, that is more than a turn of phrase (三大, 一家)."""
    if claim.interval is None or claim.alternative or len(claim.figures) != 1:
        return False
    figure = claim.figures[0]
    if once[figure.span] > 1 or claim.unit is None:
        return False
    return not _phrase(figure)


def _phrase(figure: Figure) -> bool:
    unit = figure.unit
    return figure.text[:1] in _CHINESE and unit is not None and unit.name in joining().phrases


def _quantity(quantity: Quantity, claim: Claim, here: Setting, *, named: bool = True) -> Quantity | None:
    quantity = _counted(quantity, claim)
    of = _side(quantity.of, claim, here, named=named)
    if of is None:
        return None
    if quantity.against is None:
        return Quantity(quantity.measure, of, None, quantity.sort, quantity.over)
    against = _side(quantity.against, claim, here, named=False)
    if against is None:
        return None
    if isinstance(of, Fact) and isinstance(against, Fact):
        against = _like(against, of, quantity)
    return Quantity(quantity.measure, of, against, quantity.sort, quantity.over)


def _counted(quantity: Quantity, claim: Claim) -> Quantity:
    """门店净增27家: an increase of what is counted in the unit of the increase."""
    of, against, unit = quantity.of, quantity.against, claim.unit
    if quantity.measure is not Measure.DIFFERENCE or unit is None or not isinstance(of, Fact):
        return quantity
    bare = isinstance(against, Fact) and of.indicator == against.indicator
    if not bare or not isinstance(against, Fact) or not {"|", "#"}.isdisjoint(of.indicator):
        return quantity
    name = f"{of.indicator}|{unit.base}"
    return replace(quantity, of=replace(of, indicator=name), against=replace(against, indicator=name))


def _side(side: Fact | Quantity, claim: Claim, here: Setting, *, named: bool) -> Fact | Quantity | None:
    if isinstance(side, Quantity):
        return _quantity(side, claim, here, named=named)
    own = of_body(side.subject + side.indicator, here) or of_part(side, here)
    own = "" if own and of_all_such(claim, here) else own
    if is_thing(side):
        return _dated(side, claim, here, named=named)
    whose = subject(side.subject, claim, here) if side.subject else home_subject(claim, here)
    of_house = here.home.body and (own or whose == here.home.body)
    name = own or side.indicator
    what = (of_house and owned(name, here)) or indicator(of_kind(name, here) if of_house else name, here)
    if own:
        whose = here.home.body
    elif what and not side.subject:
        place, what = apart(what, here)
        whose = place or whose
    if what and not own and whose == here.home.body and not what.startswith(here.home.site):
        what = here.home.site + what  # 门诊量 in an article of 东院区
    if not whose or not what:
        return None
    return _dated(Fact(whose, what, side.scope, side.period), claim, here, named=named)


def _dated(fact: Fact, claim: Claim, here: Setting, *, named: bool) -> Fact | None:
    words, table = fact.indicator.partition("|")[0], joining()
    found = moment(fact.period, claim, here)
    timeless = len(words) > 4 and table.timeless.search(words)
    if timeless or (found is not None and _stands(fact, words, found, claim, here)):
        return _with(fact, ALWAYS)
    if found is not None:
        return _on_days(fact, found, claim, here) if named else _with(fact, found)
    special = occasion(claim, here, fact.period)
    if special is not None:
        name, year = special[0], special[1] - years_back(fact.period)
        return _with(fact, whole_year(year), name)
    if fact.period is None and table.event.match(words) and claim.figures[0].hedge in LIMITS:
        whose = UNKNOWN if fact.subject.startswith(UNKNOWN) else fact.subject
        return _with(replace(fact, subject=whose), ALWAYS, NOTICE)
    open_ended = fact.period is None or is_thing(fact)
    lasts = open_ended and len(words) > 4 and table.lasting.search(words)
    if lasts and GROWN.search(here.words(claim)) is None:
        return _with(fact, ALWAYS)
    return _with(fact, UNDATED) if here.undated else None


def _stands(fact: Fact, words: str, found: Moment, claim: Claim, here: Setting) -> bool:
    """What a house has for good, told beside the time of something else: 1971年建成，总库容1.4亿立方米."""
    house = is_thing(fact) or (bool(fact.subject) and fact.subject == here.home.body)
    told = found[1] == found[2] or is_thing(fact)
    return (
        house
        and told
        and joining().lasting.search(words) is not None
        and GROWN.search(here.words(claim)) is None
    )


def _on_days(fact: Fact, found: Moment, claim: Claim, here: Setting) -> Fact | None:
    """The fact on days that are named beside it and that the article can have seen."""
    kept = so_far(found, claim, here) if named_near(fact.period, claim, here) else None
    return None if kept is None else _with(fact, kept)


def _with(fact: Fact, period: Moment, occasion: str = "") -> Fact:
    scope = fact.scope | {occasion} if occasion else fact.scope
    return Fact(fact.subject, fact.indicator, scope, period)


def _like(against: Fact, of: Fact, quantity: Quantity) -> Fact:
    """A change within one series: the base is of the same occasion, and a year before by default."""
    if quantity.measure not in (Measure.GROWTH, Measure.DIFFERENCE) or against.indicator != of.indicator:
        return against
    return Fact(against.subject, against.indicator, of.scope, against.period)
