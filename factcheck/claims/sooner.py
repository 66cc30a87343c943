"""Changes of how long something takes: 31小时到22小时快了三成 is a fall."""

from __future__ import annotations

from factcheck.claims.mentions import Mention
from factcheck.claims.roles import Answer
from factcheck.model import Dimension


def sooner(topic: Mention | None, found: Answer) -> int:
    """31小时到22小时快了三成: what takes less time is faster; 0 where that is not what is said."""
    if topic is None or topic.slot.unit is None or not found.direction:
        return 0
    if topic.slot.unit.dimension is not Dimension.DURATION or found.direction[:1] not in ("快", "慢"):
        return 0
    return -1 if found.direction.startswith("快") else 1
