"""Two versions of an article compared: figures, and the relations that broke or were mended."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.archive.drafts import Change, Said, changes
from factcheck.config import Settings
from factcheck.model import Failure, Finding, Mark, Place, Report, Verified
from factcheck.pipeline.steps import check
from factcheck.records import dataclass

_Spots = frozenset[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Drafts:
    """What became of an article.

    Attributes:
        changes: figures that changed, appeared or vanished.
        broken: conflicts of the new version that the old one did not have; with each the relation
            that held there over the same figures, if it did.
        mended: conflicts of the old version that the new one no longer has.
        failures: a version that could not be read.
    """

    changes: tuple[Change, ...]
    broken: tuple[tuple[Finding, Verified | None], ...]
    mended: tuple[Finding, ...]
    failures: tuple[Failure, ...]


def compared(old: str, new: str, settings: Settings) -> Drafts:
    """The version in the file `old` compared with that in `new`."""
    alone = replace(settings, cross=False)
    before, after = check([old], alone), check([new], alone)
    every = changes(before.readings, after.readings)
    way = dict(_ways(every))
    there = {(one.rule, _moved(one.marks, way)) for one in before.findings}
    held = {_moved(one.marks, way): one for one in before.verified}
    here = {(one.rule, _spots(one.marks)) for one in after.findings}
    broken = [one for one in after.findings if (one.rule, _spots(one.marks)) not in there]
    mended = [one for one in before.findings if (one.rule, _moved(one.marks, way)) not in here]
    return Drafts(
        tuple(one for one in every if one.kind != "same"),
        tuple((one, held.get(_spots(one.marks))) for one in broken),
        tuple(mended),
        _failures(before, after),
    )


def _ways(every: Sequence[Change]) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Where each figure of the old version stands in the new one."""
    for one in every:
        if one.old is not None and one.new is not None:
            yield _stands(one.old), _stands(one.new)


def _stands(said: Said) -> tuple[int, int]:
    return _spot(said.article.place(said.figure.span))


def _failures(*reports: Report) -> tuple[Failure, ...]:
    return tuple(failure for report in reports for failure in report.failures)


def _spot(place: Place) -> tuple[int, int]:
    return place.start, place.end


def _spots(marks: Sequence[Mark]) -> _Spots:
    return frozenset(_spot(mark.place) for mark in marks)


def _moved(marks: Sequence[Mark], way: dict[tuple[int, int], tuple[int, int]]) -> _Spots:
    """Where the marks of the old version stand in the new one; unpaired ones stand nowhere."""
    return frozenset(way.get(_spot(mark.place), (-1, -_spot(mark.place)[0])) for mark in marks)
