"""What came to what there was before: 在院386人，9月入院1254人，出院1271人，在院369人.

Those who went and those who are there at the end are then of all of them, and not of those who came.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claims.mentions import Mention, Role
from factcheck.claims.pack_lists import packs


def came(mention: Mention) -> bool:
    """Whether the words of a figure say that it came on top of others."""
    return any(word in mention.left for word in packs().flow["inflow"])


def joined(whole: Mention, parts: Sequence[Mention], before: Sequence[Mention]) -> bool:
    """Whether what came joined others: some are told before it, or a part is told of a time of its own."""
    if not came(whole):
        return False
    others = any(m.role is Role.LEVEL and m.base_unit == whole.base_unit for m in before)
    return others or any(part.period_said and part.period != whole.period for part in parts)
