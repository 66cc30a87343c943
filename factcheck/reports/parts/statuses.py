"""Every figure with what became of it: contradicted, verified, tied loosely, or left alone and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from factcheck.model import (
    BlockKind,
    Figure,
    Finding,
    Place,
    Places,
    Reason,
    Report,
    Verified,
    placed,
)
from factcheck.records import Enum

Relation = Finding | Verified

_HEADS = (BlockKind.TITLE, BlockKind.HEADING)


class Status(Enum):
    """What became of a figure, in the words of the list, riskiest first."""

    CONTRADICTED = "有冲突"
    SILENCED = "有冲突，已注明不报"
    ALONE = "无从对照"
    NOT_READ = "未读"
    LOOSE = "只有宽松的对照"
    VERIFIED = "已核对"

    @property
    def rank(self) -> int:
        """0 for the riskiest."""
        return _ranks()[self]


@dataclass(frozen=True, slots=True)
class Checked:
    """One figure and what became of it.

    Attributes:
        figure: the figure.
        place: where it stands in the file.
        status: what became of it.
        relations: the findings, or else the verified relations, that it is part of.
        reason: why it took part in no check, when it did not.
        headline: it stands in a title or heading, where a slip costs most.
    """

    figure: Figure
    place: Place
    status: Status
    relations: tuple[Relation, ...] = ()
    reason: Reason | None = None
    headline: bool = False


def statuses(report: Report) -> Iterator[Checked]:
    """Every figure that can be a quantity, in reading order."""
    known = _Known(
        placed((mark.place, each) for each in report.findings for mark in each.marks),
        placed((mark.place, each.finding) for each in report.silenced for mark in each.finding.marks),
        placed((mark.place, each) for each in report.verified for mark in each.marks),
        {each.place: each.reason for each in report.unchecked},
    )
    for reading in report.readings:
        article = reading.article
        heads = [block.span for block in article.blocks if block.kind in _HEADS]
        for figure in reading.figures:
            if figure.kind.countable:
                headline = any(span.overlaps(figure.span) for span in heads)
                yield _checked(figure, article.place(figure.span), headline, known)


def riskiest_first(report: Report) -> list[Checked]:
    """Every figure, the riskiest first: by status, headlines before text, then in reading order."""
    return sorted(statuses(report), key=lambda each: (each.status.rank, not each.headline))


@dataclass(frozen=True, slots=True, eq=False)
class _Known:
    findings: Places[Finding]
    silenced: Places[Finding]
    verified: Places[Verified]
    reasons: Mapping[Place, Reason]


def _checked(figure: Figure, place: Place, headline: bool, known: _Known) -> Checked:
    if findings := known.findings.at(place):
        return Checked(figure, place, Status.CONTRADICTED, tuple(findings), headline=headline)
    if silenced := known.silenced.at(place):
        return Checked(figure, place, Status.SILENCED, tuple(silenced), headline=headline)
    if verified := known.verified.at(place):
        status = Status.LOOSE if all(each.weak for each in verified) else Status.VERIFIED
        return Checked(figure, place, status, tuple(verified), headline=headline)
    reason = known.reasons.get(place, Reason.NO_PARTNER)
    status = Status.NOT_READ if reason is Reason.NOT_READ else Status.ALONE
    return Checked(figure, place, status, reason=reason, headline=headline)


@cache
def _ranks() -> dict[Status, int]:
    return {status: rank for rank, status in enumerate(Status)}
