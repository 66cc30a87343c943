"""One finding per error: which number is wrong, when several relations fail together.

Relations that fail and share a figure are looked at together. A figure that is in several of them, is in
none that holds, and could be one other number that mends them all, explains them all: one finding.
Otherwise each relation accuses on its own, and two independent errors stay two.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from heapq import heapify, heappop, heappush
from operator import itemgetter

from factcheck.engine.box import Verdict
from factcheck.engine.outcome import Outcome
from factcheck.engine.relation import Term
from factcheck.engine.solve import solve
from factcheck.engine.values import Box
from factcheck.interval import Interval
from factcheck.model import Standing
from factcheck.records import dataclass

Cell = tuple[int, int]
"""A figure: its article (by `id`) and where it starts."""

Placed = Sequence[tuple[frozenset[Cell], Outcome]]
"""Relations, each with its figures."""


@dataclass(frozen=True, slots=True, eq=False)
class Blame:
    """An error: the relation that shows it best, the suspect in it, and the others it explains."""

    main: Outcome
    suspect: Term
    others: tuple[Outcome, ...] = ()


def blames(failed: Sequence[Outcome], held: Sequence[Outcome]) -> Iterator[Blame]:
    """The errors behind the relations that failed, given those that held."""
    if not failed:
        return
    support = Counter(cell for one in held for cell in cells(one))
    waiting = [_best(group, support) for group in _related([one for one in failed if accusable(one)])]
    heapify(waiting)
    while waiting:
        best = heappop(waiting)
        main = max(best.explained, key=lambda one: _telling(one, best.cell))
        yield Blame(main, _term(main, best.cell), tuple(one for one in best.explained if one is not main))
        gone = {id(one) for one in best.explained}
        left = [(place, one) for place, one in best.group if id(one) not in gone]
        if left:
            heappush(waiting, _best(left, support))


@dataclass(slots=True, eq=False)
class _Best:
    """Relations that share figures, and the figure among them that explains most."""

    rank: tuple[int, int, bool, int, int]
    cell: Cell
    explained: Sequence[Outcome]
    group: Sequence[tuple[int, Outcome]]

    def __lt__(self, other: _Best) -> bool:
        return self.rank < other.rank


def _best(group: Sequence[tuple[int, Outcome]], support: Counter[Cell]) -> _Best:
    """The figure to accuse first; `group` are relations with their places among all that failed."""
    by_cell: dict[Cell, list[Outcome]] = {}
    first: dict[Cell, int] = {}
    for place, one in group:
        for cell in accusable(one):
            by_cell.setdefault(cell, []).append(one)
            first.setdefault(cell, place)
    (size, likely), cell, explained = max(
        (_weight(cell, _explained(cell, ones, support), support) for cell, ones in by_cell.items()),
        key=itemgetter(0),
    )
    rank = -size, -likely[0], not likely[1], -likely[2], first[cell]
    return _Best(rank, cell, explained, group)


def _weight(
    cell: Cell, explained: Sequence[Outcome], support: Counter[Cell]
) -> tuple[tuple[int, tuple[int, bool, int]], Cell, Sequence[Outcome]]:
    return (len(explained), _likelihood(cell, explained, support)), cell, explained


def _related(failed: Sequence[Outcome]) -> list[list[tuple[int, Outcome]]]:
    """The relations in groups that have no figure in common, each relation with its place."""
    groups: dict[Cell, list[tuple[int, Outcome]]] = {}
    for place, one in enumerate(failed):
        known = {id(groups[cell]): groups[cell] for cell in accusable(one) if cell in groups}
        largest, *others = sorted(known.values(), key=len, reverse=True) or [[]]
        moved = [(place, one), *(each for other in others for each in other)]
        largest += moved
        groups |= {cell: largest for _, each in moved for cell in accusable(each)}
    apart = {id(group): group for group in groups.values()}
    return [sorted(group, key=itemgetter(0)) for group in apart.values()]


def most_specific(failed: Sequence[Outcome]) -> list[Outcome]:
    """Of the relations over one set of figures only that of the rule that asks most."""
    best: dict[frozenset[Cell], Outcome] = {}
    for one in failed:
        figures = cells(one)
        rival = best.get(figures)
        if rival is None or _speaks(one) > _speaks(rival):
            best[figures] = one
    return list(best.values())


def _speaks(one: Outcome) -> tuple[int, int]:
    return -one.relation.rule.severity.rank, one.relation.rule.specific


def cells(one: Outcome) -> frozenset[Cell]:
    """The figures of a relation; a claim without figures counts where its words stand."""
    return frozenset(cell_of(term) for term in one.relation.terms)


def accusable(one: Outcome) -> frozenset[Cell]:
    """The figures of a relation that may be the wrong one: those of the articles being checked."""
    checked = Standing.CHECKED
    return frozenset(cell_of(term) for term in one.relation.terms if term.claim.article.standing is checked)


def cell_of(term: Term) -> Cell:
    """The figure of a term."""
    return id(term.claim.article), term.claim.span.start


def _term(one: Outcome, cell: Cell) -> Term:
    return next(term for term in one.relation.terms if cell_of(term) == cell)


def _explained(cell: Cell, failed: Sequence[Outcome], support: Counter[Cell]) -> Sequence[Outcome]:
    """All of `failed` if another number in `cell` could mend them all, else only the most telling."""
    if len(failed) == 1 or (not support[cell] and _mendable(cell, failed)):
        return failed
    return [max(failed, key=lambda one: _telling(one, cell))]


def _mendable(cell: Cell, failed: Sequence[Outcome]) -> bool:
    return _common((one, _term(one, cell)) for one in failed) is not None


def demanded(blame: Blame) -> Interval | None:
    """The values that would mend all relations the suspect explains; `None` when unknown."""
    cell = cell_of(blame.suspect)
    found = _common((one, _term(one, cell)) for one in (blame.main, *blame.others))
    return found if found is not None and found.bounded else None


def _common(places: Iterable[tuple[Outcome, Term]]) -> Interval | None:
    """What the relations demand of a figure together; `None` when they contradict each other."""
    common: Interval | None = Interval(None, None)
    for one, term in places:
        needed = required(one, term)
        if needed is not None and common is not None:
            common = common.intersect(needed)
    return common


def required(one: Outcome, term: Term, box: Box | None = None) -> Interval | None:
    """The values the claim of `term` would have to have, as written in the text; `None` when unknown.

    `box` says what the other claims are, if not what they can mean.
    """
    if not one.equal:
        return _limit(one, term)
    position = [other for other in one.relation.terms if other.role == term.role].index(term)
    found = solve(one.equation, term.role, position, box or one.relation.box())
    return -found if found is not None and term.sign < 0 else found


def _limit(one: Outcome, term: Term) -> Interval | None:
    """What `part <= whole` leaves to either of two terms."""
    terms = one.relation.terms
    if len(terms) != 2:
        return None
    other = next(other for other in terms if other is not term)
    if term is terms[0]:
        return Interval(None, other.interval.high, other.interval.den)
    return Interval(other.interval.low, None, other.interval.den)


def _likelihood(cell: Cell, failed: Sequence[Outcome], support: Counter[Cell]) -> tuple[int, bool, int]:
    """How likely the figure is the wrong one: unsupported, first in its rule, later in the text."""
    first = any(cell_of(one.relation.terms[0]) == cell for one in failed)
    return -support[cell], first, cell[1]


def _telling(one: Outcome, cell: Cell) -> tuple[bool, int, bool, int, int]:
    """How well a relation shows that the figure is wrong: plainly, loudly, briefly."""
    relation = one.relation
    conflict = one.verdict is Verdict.CONFLICT
    first = cell_of(relation.terms[0]) == cell
    length = len(one.equation.text)
    return conflict, -relation.rule.severity.rank, first, -len(relation.terms), -length
