"""An archive against itself: every series that several articles speak of.

Most claims agree, so each list of them is looked through twice: once without their words, which is
quick, and again, with words and places, only where something did not fit.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.archive.keeping import shown_name
from factcheck.archive.remembered import Known, readings
from factcheck.archive.rows import Row
from factcheck.archive.store import Store
from factcheck.engine import Rule, judge
from factcheck.model import Finding, Standing


def audited(store: Store, rules: Sequence[Rule], part: int, parts: int) -> list[Finding]:
    """The conflicts in one part of an archive out of several; the last part has what ties series too."""
    between = [rule for rule in rules if rule.within != "article"]
    known = {
        number: replace(one, path=shown_name(one.path, store.path)) for number, one in store.known().items()
    }
    unknown = len({one.place for one in known.values() if one.place}) <= 1
    found: list[Finding] = []
    for rows in store.shared(part, parts, unknown=unknown):
        found += _judged(rows, known, between)
    if part == parts - 1:
        found += _judged(store.linked(), known, between)
    return found


def _judged(rows: Sequence[Row], known: dict[int, Known], rules: Sequence[Rule]) -> Iterator[Finding]:
    suspect = set(_suspect(rows, known, rules))
    if suspect:
        again = [row for row in rows if (row.series, row.period) in suspect]
        full = tuple(readings(again, known, Standing.CHECKED))
        yield from judge((), rules, across=full, verify=False).findings


def _suspect(
    rows: Sequence[Row], known: dict[int, Known], rules: Sequence[Rule]
) -> Iterator[tuple[int, str]]:
    """The series and periods in which something does not fit."""
    places = {(known[row.article].path, row.start): (row.series, row.period) for row in rows}
    light = tuple(readings(rows, known, Standing.CHECKED, quoted=False))
    for finding in judge((), rules, across=light, verify=False).findings:
        for mark in finding.marks:
            if (mark.place.path, mark.place.start) in places:
                yield places[mark.place.path, mark.place.start]
