"""Rules loaded, compiled, matched to claims and judged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.model import Finding, Reading, Verified


@dataclass(frozen=True, slots=True)
class Judged:
    """What the rules say of some readings."""

    findings: tuple[Finding, ...]
    verified: tuple[Verified, ...]


def judge(readings: Sequence[Reading], rules: Sequence[object], *, cross: bool = False) -> Judged:
    """Every conflict and every relation that held; `cross` ties claims of different articles too."""
    return Judged((), ())
