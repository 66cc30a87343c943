"""Sentences that quote a cell: the cell becomes one more mention of what the sentence says.

A tie is never guessed. The name of the row and the name of the column both stand in the words
before the figure (a lone column of levels may be left out, and a figure may go on from the one
before it in its sentence), nothing else of weight does, unit and period agree, and no other cell
fits. A cell the sentence repeats digit for digit under another unit or period is kept apart.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import field, replace

from factcheck.claims.bind import Bound
from factcheck.claims.mentions import Mention
from factcheck.claims.table_changes import is_priced
from factcheck.claims.table_digits import mistyped, near, repeats
from factcheck.claims.table_fits import CHANGES, KINDS, Fit, fits, named_lines
from factcheck.claims.table_labels import Kind
from factcheck.claims.table_saying import Saying, left_over, saying
from factcheck.claims.table_sheet import Entry, Sheet
from factcheck.claims.table_when import Times, looks_back, main_period, said_when, times
from factcheck.model import Claim, Fact, Measure, Modality, Period, Quantity, Quote
from factcheck.periods import is_key
from factcheck.records import dataclass
from factcheck.stops import opening

_SHORT = 4


@dataclass(slots=True, eq=False)
class Quoted:
    """What sentences quote: cells as mentions of what they say, and what differs in unit or period."""

    bound: Bound
    periods: Sequence[Period]
    main: Hashable
    claims: list[Claim] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    said: Sequence[Mention] = ()
    _seen: set[tuple[Quantity, int]] = field(default_factory=set)

    def add(self, quantity: Quantity, cell: Claim, licences: frozenset[str] = frozenset()) -> None:
        """Let `cell` be a mention of `quantity`, once, under these licences too."""
        key = (quantity, cell.figures[0].span.start)
        if key not in self._seen:
            self._seen.add(key)
            licensed = cell.licences | licences
            quote = replace(cell, quantity=quantity, made_by="table-quote", alternative=0, licences=licensed)
            self.claims.append(quote)


def quoted(
    found: Sequence[Sheet], mentions: Sequence[Mention], bound: Bound, periods: Sequence[Period]
) -> Quoted:
    """Every cell of `found` that a figure of the text quotes."""
    main = main_period(bound.article, [mention.period for mention in mentions], periods)
    made = Quoted(bound, periods, main, said=mentions)
    if not found:
        return made
    drawn = [named_lines(sheet) for sheet in found]
    last: Mention | None = None
    tied: Fit | None = None
    for mention in sorted(mentions, key=lambda one: one.slot.span):
        claim = next((c for c in bound.of.get(id(mention), ()) if not c.alternative), None)
        words = saying(mention, last, bound.article, periods)
        carried = tied if words.follows else None
        fit = None
        if claim is not None and _may_quote(mention, claim):
            fit = _settled(
                made, [fits(one, mention, words, carried, made.main) for one in drawn], claim, words
            )
        last, tied = mention, fit or (carried if _goes_on(mention, words, carried) else None)
    return made


def _goes_on(mention: Mention, words: Saying, carried: Fit | None) -> bool:
    """Whether a figure without a cell of its own only says more of the one before."""
    if carried is None:
        return False
    return mention.aside or (mention.role in CHANGES and not left_over(words.clauses, (), carried.sheet, ""))


def _may_quote(mention: Mention, claim: Claim) -> bool:
    plain = claim.modality is Modality.ACTUAL and claim.interval is not None and len(claim.figures) == 1
    return plain and not mention.aside and mention.role in KINDS and bool(claim.figures)


def _settled(made: Quoted, found: Sequence[list[Fit]], claim: Claim, words: Saying) -> Fit | None:
    """The one cell that a figure quotes, if there is one; what it says goes into `made`."""
    fits = [fit for some in found for fit in some]
    close = [fit for fit in fits if fit.when is not Times.APART]
    same = [fit for fit in close if fit.when is Times.SAME] or close
    agreeing = [fit for fit in same if _agrees(claim, fit)]
    if agreeing:
        if not agreeing[0].rest or repeats(claim.figures[0], agreeing[0].entry.figure):
            _tie(made, claim, agreeing[0])
        return agreeing[0]
    repeated = [fit for fit in fits if repeats(claim.figures[0], fit.entry.figure)]
    for fit in repeated:
        if fit.when is not Times.APART and not (fit.rest and (fit.told or len(fit.rest) > _SHORT)):
            return _other_unit(made, claim, fit)
    if len(repeated) == 1 and _other_time(made, claim, repeated[0], words):
        return None
    meant = _latest([fit for fit in same if fit.when is not Times.LOOSE and not fit.rest])
    if (
        meant is None
        or looks_back(made.bound.article.text[words.start : words.end])
        or not _alike(claim, meant.entry)
        or _quoted_beside(made, claim, meant.entry)
        or _in_its_line(claim, meant)
    ):
        return None
    if _contradicts(claim, meant, alone=len(same) == 1):
        _tie(made, claim, meant)
        return meant
    return None


def _in_its_line(claim: Claim, meant: Fit) -> bool:
    """全省4279.3万人次 where the row of one airport fits the words: its column has that very number."""
    row, column = meant.entry.spot
    beside = (
        entry
        for spot, entry in meant.sheet.entries.items()
        if spot != meant.entry.spot and (spot[0] == row or spot[1] == column)
    )
    return any(repeats(claim.figures[0], entry.figure) for entry in beside)


def _quoted_beside(made: Quoted, claim: Claim, entry: Entry) -> bool:
    """其中住宅412万平方米: another figure of the same sentence is the one that quotes the cell."""
    here = next((m for m in made.said if m.slot.figure is claim.figures[0]), None)
    beside = [m for m in made.said if here is not None and m is not here and m.sentence == here.sentence]
    return any(m.slot.figure is not None and repeats(m.slot.figure, entry.figure) for m in beside)


def _latest(fits: Sequence[Fit]) -> Fit | None:
    """The only cell, or the latest of the cells of one thing at several times."""
    if len(fits) < 2:
        return fits[0] if fits else None
    first = fits[0]
    alike = all(f.sheet is first.sheet and _one_thing(f.entry, first.entry) for f in fits)
    ends = [key[2] for fit in fits if is_key(key := fit.entry.period) and key[2] is not None]
    return fits[ends.index(max(ends))] if alike and len(ends) == len(fits) else None


def _one_thing(one: Entry, two: Entry) -> bool:
    return one.spot[0] == two.spot[0] and one.column.words == two.column.words and not one.column.plan


def _contradicts(claim: Claim, fit: Fit, *, alone: bool) -> bool:
    """Whether a figure that differs from its cell is wrong, not merely of something else."""
    if _loosely(claim, fit.entry):
        return False
    if mistyped(claim, fit.entry, 2 if alone else 3):
        return True
    return alone and (fit.when is Times.SAME or near(claim, fit.entry))


def _agrees(claim: Claim, fit: Fit) -> bool:
    interval = claim.interval
    return interval is not None and _alike(claim, fit.entry) and interval.meets(fit.entry.interval)


def _alike(claim: Claim, entry: Entry) -> bool:
    return claim.unit is None or entry.unit is None or claim.unit.base == entry.unit.base


def _loosely(claim: Claim, entry: Entry) -> bool:
    """A bound word (突破, 超) that a reader lets pass for a number not far beyond it."""
    value, cell = claim.interval, entry.interval
    if not claim.figures[0].hedge or value is None:
        return False
    one, two = value.middle, cell.middle
    return one is None or two is None or one <= 0 or (4 * one <= 5 * two and 4 * two <= 5 * one)


def _tie(made: Quoted, claim: Claim, fit: Fit) -> None:
    """The cell as a mention of what the sentence says; its row's other years as those of the fact."""
    made.add(claim.quantity, fit.sheet.said[fit.entry.spot])
    fact = claim.quantity.of
    if (
        claim.quantity.measure is not Measure.LEVEL
        or not isinstance(fact, Fact)
        or fit.when is not Times.SAME
    ):
        return
    priced = frozenset({"不变价"}) if is_priced(fit.sheet, fit.entry) else frozenset()
    for other in _other_years(fit):
        then = Fact(fact.subject, fact.indicator, fact.scope, other.period)
        made.add(Quantity(Measure.LEVEL, then), fit.sheet.said[other.spot], priced)


def _other_years(fit: Fit) -> Iterator[Entry]:
    """The cells of the same row and thing at other times."""
    here, sheet = fit.entry, fit.sheet
    row = [entry for entry in sheet.entries.values() if entry.spot[0] == here.spot[0]]
    like = [
        e for e in row if e.column.words == here.column.words and e.kind is Kind.LEVEL and e.base == here.base
    ]
    return (e for e in like if e.period not in (None, here.period) and not e.column.plan)


def _other_unit(made: Quoted, claim: Claim, fit: Fit) -> Fit | None:
    """The same digits under another unit."""
    entry = fit.entry
    head = entry.row.unit_span or entry.column.unit_span or fit.sheet.around.unit_span
    if head is not None and entry.figure.unit is None:
        made.quotes.append(Quote(claim, fit.sheet.said[entry.spot], "unit", head))
    return None


def _other_time(made: Quoted, claim: Claim, fit: Fit, words: Saying) -> bool:
    """The same digits at another time, which the sentence states plainly."""
    entry, text = fit.entry, made.bound.article.text
    head = entry.column.period_span or entry.row.period_span or fit.sheet.around.period_span
    start = opening(text, words.end, "。！？\n")
    stated = said_when(text, start, words.end, made.periods)
    if head is None or stated is None or claim.quantity.measure is not Measure.LEVEL:
        return False
    if times(stated[0], entry.period) is not Times.APART:
        return False
    made.quotes.append(Quote(claim, fit.sheet.said[entry.spot], "period", head, stated[1]))
    return True
