"""By how much one figure is above or below another, against their difference."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.compared import base, comparable
from factcheck.checks.parts.comparisons import comparisons
from factcheck.checks.parts.printing import rounded
from factcheck.model import Figure, Reading

_PLACES = 6


def check(subject: Reading, reading: Reading) -> Iterator[Judgement]:
    """Compare every stated gap with the difference of the two figures, whichever is greater."""
    for one in comparisons(reading):
        if one.gap is None or not comparable(one.gap, one.own):
            continue
        own, peer, gap = base(one.own), base(one.peer), base(one.gap)
        if own is None or peer is None or gap is None:
            continue
        spots = Spot("gap", one.gap.span), Spot("own", one.own.span), Spot("peer", one.peer.span)
        high, low = (one.own, one.peer) if one.up else (one.peer, one.own)
        if gap.meets(own - peer) or gap.meets(peer - own):
            yield held(*spots, equation=f"{high.text} − {low.text} = {one.gap.text}")
        else:
            equation = f"{high.text} − {low.text} ≠ {one.gap.text}"
            yield conflict(*spots, equation=equation, expected=_printed(one.own, one.peer, one.gap))


def _printed(own: Figure, peer: Figure, gap: Figure) -> str:
    """The difference of two single values in the unit of the gap."""
    if own.worth is None or peer.worth is None or gap.unit is None:
        return ""
    return f"{rounded(abs(own.worth - peer.worth) / gap.unit.scale, _PLACES)}{gap.unit.name}"
